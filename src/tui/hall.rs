//! The hall view: a second process that only reads. What the room sees follows what the chair
//! records; the chair's own notes are never among it.

mod digits;
mod view;

use std::io;
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::frames::Cursor;
use super::keymap::latin;
use super::program::Surroundings;
use super::terminal::{Input, Session, Signal};
use super::theme::Theme;
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::state_directory::StateDirectory;
use crate::store::state_directory::load_workspace;

pub use view::draw;

/// How often it is looked where the chair is, and what time it is.
const GLANCE: Duration = Duration::from_millis(250);

/// How often the state directory is looked at.
const LOOK: Duration = Duration::from_secs(1);

/// Exit code after the terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

/// Everything the hall sees.
#[derive(Debug)]
pub struct Hall {
    /// What is on record.
    pub workspace: Workspace,
    /// The day that counts as today.
    pub today: Date,
    /// The wall clock, as it is shown: «10:42».
    pub clock: String,
    /// The question the chair is at, and the meeting it is of.
    pub at: Option<(Date, ItemKey)>,
    /// The texts.
    pub texts: Texts,
    /// The colours.
    pub theme: Theme,
    /// Whether to draw with plain ASCII signs.
    pub ascii: bool,
}

/// Shows the hall until somebody leaves it; returns the exit code.
pub fn run(
    session: &mut Session,
    hall: &mut Hall,
    directory: &mut StateDirectory,
    surroundings: &dyn Surroundings,
) -> io::Result<u8> {
    directory.begin_hall();
    let code = until_left(session, hall, directory, surroundings);
    directory.end_hall();
    code
}

fn until_left(
    session: &mut Session,
    hall: &mut Hall,
    directory: &mut StateDirectory,
    surroundings: &dyn Surroundings,
) -> io::Result<u8> {
    let mut looked = Instant::now();
    loop {
        look(hall, directory, surroundings);
        session.draw(|buffer| {
            draw(hall, buffer);
            Cursor::Hidden
        })?;
        match session.next(GLANCE) {
            Input::Key(event) if leaves(&event) => return Ok(0),
            Input::Key(event) if event.code == KeyCode::F(9) => {
                hall.texts = Texts::new(hall.texts.language().other());
            }
            Input::Resize(size) => session.resize(size)?,
            Input::Signal(signal) => match signal.exit_code() {
                Some(code) => return Ok(code),
                None if signal == Signal::Suspend => session.suspend()?,
                None => session.resume()?,
            },
            Input::Gone => return Ok(GONE),
            Input::Key(_) | Input::Paste(_) | Input::Mouse(_) | Input::Tick => {}
        }
        if looked.elapsed() >= LOOK {
            follow(hall, directory);
            looked = Instant::now();
        }
    }
}

/// Takes over where the chair is, and what time it is.
pub fn look(hall: &mut Hall, directory: &StateDirectory, surroundings: &dyn Surroundings) {
    hall.today = surroundings.today();
    hall.clock = surroundings.now().format("%H:%M").to_string();
    // Half a file is no news.
    if let Some(said) = directory.said_in_hall()
        && let Ok(at) = ron::from_str(&said)
    {
        hall.at = Some(at);
    }
}

/// Takes over what others have written since. While a document cannot be read, the room keeps
/// seeing the last one that could.
pub fn follow(hall: &mut Hall, directory: &mut StateDirectory) {
    if !directory.changed_lately() {
        return;
    }
    let records = directory.reload().records;
    hall.workspace = match load_workspace(directory, records.clone()) {
        Ok(workspace) => workspace,
        Err(_unreadable) => hall.workspace.with_records(records),
    };
}

fn leaves(event: &KeyEvent) -> bool {
    match event.code {
        KeyCode::Esc => true,
        KeyCode::Char(letter) => {
            let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
            latin(letter) == 'q' || (ctrl && latin(letter) == 'c')
        }
        _ => false,
    }
}
