//! The ground of the terminal program without the program: what `tests/pty_ground.rs` drives.
//!
//! `q` quits, `p` panics, `g` panics when the terminal is gone, `t` lets another thread panic,
//! `b` blocks for ever; anything else is shown.

use std::process::ExitCode;
use std::time::Duration;

use planerka::tui::frames::Cursor;
use planerka::tui::terminal::{Input, Session, Signal};
use ratatui::crossterm::event::KeyCode;
use ratatui::widgets::Widget;

fn main() -> ExitCode {
    match run() {
        Ok(code) => ExitCode::from(code),
        // A terminal that is gone reads no message.
        Err(_gone) => ExitCode::from(129),
    }
}

fn run() -> std::io::Result<u8> {
    let mut session = Session::start()?;
    let mut shown = String::from("ready");
    let mut panics_when_gone = false;
    loop {
        let size = session.size();
        let drawn = session.draw(|buffer| {
            let text = format!("{}x{} {shown}", size.width, size.height);
            text.render(buffer.area, buffer);
            Cursor::Hidden
        });
        assert!(drawn.is_ok() || !panics_when_gone, "gone while drawing");
        drawn?;
        match session.next(Duration::from_secs(60)) {
            Input::Key(key) => match key.code {
                KeyCode::Char('q') => return Ok(0),
                #[expect(clippy::panic, reason = "a panic is what is tested")]
                KeyCode::Char('p') => panic!("asked\u{1b}[31m for"),
                KeyCode::Char('t') => {
                    #[expect(clippy::panic, reason = "a panic is what is tested")]
                    let thread = std::thread::spawn(|| panic!("in a thread"));
                    shown = format!("thread panicked: {}", thread.join().is_err());
                }
                KeyCode::Char('g') => {
                    panics_when_gone = true;
                    "panics when gone".clone_into(&mut shown);
                }
                KeyCode::Char('b') => std::thread::park(),
                code => shown = format!("key {code:?}"),
            },
            Input::Paste(text) => shown = format!("pasted {}", text.len()),
            Input::Resize(size) => session.resize(size)?,
            #[expect(clippy::panic, reason = "a panic is what is tested")]
            Input::Gone | Input::Signal(Signal::Hangup) if panics_when_gone => panic!("gone"),
            Input::Signal(signal) => match signal.exit_code() {
                Some(code) => return Ok(code),
                None if signal == Signal::Suspend => session.suspend()?,
                None => {
                    // The system tells a process whose terminal hung up to go on, too, and which of
                    // the two comes first is not said.
                    let resumed = session.resume();
                    assert!(resumed.is_ok() || !panics_when_gone, "gone while taken");
                    resumed?;
                }
            },
            Input::Gone => return Ok(129),
            Input::Mouse(_) | Input::Tick => {}
        }
    }
}
