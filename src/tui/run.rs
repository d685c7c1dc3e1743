//! The loop: wait, drain, update, draw once.

use std::io;
use std::time::Duration;

use super::model::Size;
use super::program::Program;
use super::terminal::{Input, Session};
use super::update::Message;
use super::view;

/// How long to wait before the clock and the state directory are looked at again.
const TICK: Duration = Duration::from_secs(2);

/// How long papers are written before the screen is drawn again.
const SLICE: Duration = Duration::from_millis(100);

/// Exit code after the terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

/// Runs the program in the terminal until the user leaves; returns the exit code.
pub fn run(session: &mut Session, program: &mut Program) -> io::Result<u8> {
    resize(program, session.size());
    let ended = until_the_end(session, program);
    program.leave();
    ended
}

fn until_the_end(session: &mut Session, program: &mut Program) -> io::Result<u8> {
    session.draw(|frame| view::draw(&program.model, frame))?;
    program.look_through();
    loop {
        session.capture_mouse(program.model.pointer.is_captured)?;
        session.draw(|frame| view::draw(&program.model, frame))?;
        // While papers are written the keys are looked at in between, to be able to stop it.
        let mut next = if program.is_working() {
            session.pending()
        } else {
            Some(session.next(TICK))
        };
        let mut end = None;
        // Everything that has come is taken before the one draw: a burst costs one frame.
        while let Some(input) = next {
            end = take(session, program, input)?;
            if end.is_some() || program.is_leaving() {
                break;
            }
            next = session.pending();
        }
        program.work(SLICE);
        if let Some(code) = end {
            return Ok(code);
        }
        if program.is_leaving() {
            return Ok(0);
        }
    }
}

fn resize(program: &mut Program, size: ratatui::layout::Size) {
    program.handle(Message::Resize(Size {
        width: size.width,
        height: size.height,
    }));
}

/// Takes one input; the exit code when it ends the session.
fn take(session: &mut Session, program: &mut Program, input: Input) -> io::Result<Option<u8>> {
    match input {
        Input::Key(event) => program.handle(Message::Key(event)),
        Input::Paste(text) => program.handle(Message::Paste(text)),
        Input::Resize(size) => {
            session.resize(size)?;
            resize(program, size);
        }
        Input::Signal(signal) => match signal.exit_code() {
            Some(code) => return Ok(Some(code)),
            None if signal == super::terminal::Signal::Suspend => session.suspend()?,
            None => session.resume()?,
        },
        Input::Gone => return Ok(Some(GONE)),
        Input::Tick => {
            program.follow();
            program.handle(Message::Tick);
        }
        Input::Mouse(event) => program.handle(Message::Mouse(event)),
    }
    Ok(None)
}
