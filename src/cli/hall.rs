//! `planerka hall`: what the room sees, in a second terminal; follows the chair and only reads.

use crate::locale::Texts;
use crate::tui::fault;
use crate::tui::hall::{self, Hall};
use crate::tui::program::load_workspace;
use crate::tui::terminal::{self, Session};

use super::{Common, start, tui_command};

/// Shows the hall until somebody leaves it; the message when it cannot.
pub(super) fn run(common: &Common, texts: &Texts) -> Result<u8, String> {
    if !terminal::is_available() {
        return Err(texts.get("start-no-terminal"));
    }
    let opened = start::open(common, true).map_err(|error| fault::store_error(texts, &error))?;
    let mut directory = opened.directory;
    let workspace =
        load_workspace(&mut directory, opened.records).map_err(|error| error.to_string())?;
    let (themes, _faults) = tui_command::themes(&mut directory);
    let theme = tui_command::chosen_theme(common, &workspace, &themes, texts)?;
    let mut hall = Hall {
        today: start::today(common),
        texts: Texts::new(start::language(common, Some(workspace.settings()))),
        theme,
        ascii: start::is_ascii(common, workspace.settings()),
        workspace,
    };
    let mut session = Session::start().map_err(|error| error.to_string())?;
    // A terminal that is gone reads no message; the code says it.
    Ok(hall::run(&mut session, &mut hall, &mut directory).unwrap_or(129))
}
