//! `planerka hall`: what the room sees, in a second terminal; follows the chair and only reads.

use crate::locale::Texts;
use crate::tui::hall::{self, Hall};
use crate::tui::program::System;
use crate::tui::terminal::{self, Session};

use super::output::{Failure, Outcome};
use super::{Common, start, tui_command};

/// The command.
pub(super) fn command(common: &Common, texts: &Texts) -> Outcome {
    run(common, texts)
}

/// Shows the hall until somebody leaves it; the message when it cannot.
fn run(common: &Common, texts: &Texts) -> Result<u8, Failure> {
    if !terminal::is_available() {
        return Err(Failure::Said(texts.get("start-no-terminal")));
    }
    let mut ground = start::look(common, texts)?;
    let (themes, _faults) = tui_command::themes(&mut ground.directory);
    let theme = tui_command::chosen_theme(common, &ground.workspace, &themes, texts)?;
    let mut hall = Hall {
        today: ground.today,
        clock: String::new(),
        at: None,
        texts: texts.clone(),
        theme,
        ascii: start::is_ascii(common, ground.workspace.settings()),
        workspace: ground.workspace,
    };
    let mut session = Session::start()?;
    // A terminal that is gone reads no message; the code says it.
    Ok(hall::run(
        &mut session,
        &mut hall,
        &mut ground.directory,
        &System::new(common.today),
    )
    .unwrap_or(129))
}
