//! What comes in, and the thread that reads keys.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind, MouseEvent, MouseEventKind};
use ratatui::layout::Size;

const THREAD: &str = "input";

/// Errors in a row after which the terminal counts as gone.
const MOST_ERRORS: u32 = 10;

/// The pause after an error, so that a broken terminal costs no processor.
const BREATH: Duration = Duration::from_millis(20);

/// Something that came from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats; never a release.
    Key(KeyEvent),
    /// A text was pasted, as it came: not yet made safe.
    Paste(String),
    /// The mouse, if it is captured.
    Mouse(MouseEvent),
    /// The terminal has another size.
    Resize(Size),
    /// The system wants something.
    Signal(Signal),
    /// Nothing came for as long as was asked.
    Tick,
    /// The terminal is gone; there is nobody to draw for.
    Gone,
}

/// A signal of the operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The terminal hung up: end.
    Hangup,
    /// End.
    Terminate,
    /// End, as from Ctrl-C.
    Interrupt,
    /// Stop until continued: [`super::Session::suspend`].
    Suspend,
    /// Continued: [`super::Session::resume`].
    Continue,
}

impl Signal {
    /// The exit code of a program that ends because of it; `None` if it does not end.
    pub fn exit_code(self) -> Option<u8> {
        match self {
            Self::Hangup => Some(129),
            Self::Interrupt => Some(130),
            Self::Terminate => Some(143),
            Self::Suspend | Self::Continue => None,
        }
    }
}

/// Starts the thread that reads the terminal. It ends with the receiver or the process.
pub(super) fn listen(sender: Sender<Input>) -> io::Result<()> {
    thread::Builder::new()
        .name(THREAD.to_owned())
        .spawn(move || read(&sender))?;
    Ok(())
}

/// Whether the calling thread is the one that reads the terminal.
pub(super) fn is_input_thread() -> bool {
    thread::current().name() == Some(THREAD)
}

fn read(sender: &Sender<Input>) {
    let mut errors = 0_u32;
    while errors < MOST_ERRORS {
        let Ok(Ok(event)) = std::panic::catch_unwind(event::read) else {
            errors = errors.saturating_add(1);
            thread::sleep(BREATH);
            continue;
        };
        errors = 0;
        if let Some(input) = input(event)
            && sender.send(input).is_err()
        {
            return;
        }
    }
    let _nobody_listens = sender.send(Input::Gone);
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => (key.kind != KeyEventKind::Release).then_some(Input::Key(key)),
        Event::Paste(text) => Some(Input::Paste(text)),
        // A terminal tells every move; only what is pressed or turned is of interest.
        Event::Mouse(mouse) => (mouse.kind != MouseEventKind::Moved).then_some(Input::Mouse(mouse)),
        Event::Resize(width, height) => Some(Input::Resize(Size::new(width, height))),
        Event::FocusGained | Event::FocusLost => None,
    }
}
