//! `planerka hall`: what the room sees, in a second terminal; follows the chair and only reads.

use std::mem::ManuallyDrop;

use crate::locale::Texts;
use crate::tui::hall::{self, Hall};
use crate::tui::program::System;
use crate::tui::terminal::{self as screen, Session};

use super::output::{Failure, Outcome};
use super::{Common, start, tui_command};

/// The command.
pub(super) fn command(common: &Common, texts: &Texts) -> Outcome {
    run(common, texts)
}

/// Shows the hall until somebody leaves it; the message when it cannot.
fn run(common: &Common, texts: &Texts) -> Result<u8, Failure> {
    if !screen::is_available() {
        return Err(Failure::Said(texts.get("start-no-terminal")));
    }
    let mut session = start::open_read_only(common, texts)?;
    let (themes, _faults) = tui_command::themes(&mut session.directory);
    let theme = tui_command::chosen_theme(common, &session.workspace, &themes, texts)?;
    let mut hall = Hall {
        today: session.today,
        clock: String::new(),
        at: None,
        texts: texts.clone(),
        theme,
        ascii: start::is_ascii(common, session.workspace.settings()),
        workspace: ManuallyDrop::into_inner(session.workspace),
    };
    let mut terminal = Session::start()?;
    // A terminal that is gone reads no message; the code says it.
    Ok(hall::run(
        &mut terminal,
        &mut hall,
        &mut session.directory,
        &System::new(common.today),
    )
    .unwrap_or(129))
}
