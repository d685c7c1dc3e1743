//! The state of the terminal while the program has it, and the way back.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

use super::output::Output;

/// Whether the terminal is in our state. Whoever brings it back takes the flag.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is wanted; a terminal that is given back has its mouse back, too.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Takes the terminal, or takes it again from those who changed its state meanwhile.
pub(super) fn enter(output: &Output) -> io::Result<()> {
    // crossterm does nothing where it believes the mode to be raw already.
    if is_taken() {
        disable_raw_mode()?;
    }
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut bytes = Vec::new();
    let queued = queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Hide);
    let queued = if MOUSE.load(Ordering::SeqCst) {
        queued.and_then(|()| queue!(bytes, EnableMouseCapture))
    } else {
        queued
    };
    let written = queued.and_then(|()| output.write(&bytes));
    if written.is_err() {
        restore();
    }
    written
}

/// Takes the mouse or gives it back; nothing is written when that is so already.
pub(super) fn capture_mouse(output: &Output, on: bool) -> io::Result<()> {
    if MOUSE.swap(on, Ordering::SeqCst) == on {
        return Ok(());
    }
    let mut bytes = Vec::new();
    if on {
        queue!(bytes, EnableMouseCapture)?;
    } else {
        queue!(bytes, DisableMouseCapture)?;
    }
    output.write(&bytes)
}

/// Gives the terminal back if it is ours. May be called from anywhere and more than once; a
/// terminal that is gone is no reason to fail.
pub(super) fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::new();
    if MOUSE.load(Ordering::SeqCst) {
        let _queued = queue!(bytes, DisableMouseCapture);
    }
    let queued = queue!(
        bytes,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    if queued.is_ok()
        && let Ok(output) = Output::new()
    {
        let _written = output.write(&bytes);
    }
    let _restored = disable_raw_mode();
}

/// Whether the terminal is ours.
pub(super) fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}
