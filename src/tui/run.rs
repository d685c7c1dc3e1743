//! The loop: wait, drain, update, draw once.

use std::io;
use std::time::{Duration, Instant};

use super::model::Size;
use super::program::{Errand, Program};
use super::terminal::{Input, Session};
use super::view;
use crate::tui::update;

/// How long to wait before the clock and the state directory are looked at again.
const TICK: Duration = Duration::from_secs(2);

/// How long to wait before it is asked whether the files have been looked through.
const GLANCE: Duration = Duration::from_millis(50);

/// How long input is taken before the screen is drawn again.
const BURST: Duration = Duration::from_millis(100);

/// How long papers are written before the screen is drawn again.
const SLICE: Duration = Duration::from_millis(100);

/// Exit code after the terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

/// Runs the program in the terminal until the user leaves; returns the exit code.
pub fn run(session: &mut Session, program: &mut Program) -> io::Result<u8> {
    resize(program, session.size());
    let canvas = session.canvas();
    program.draw_while_waiting(move |model| {
        // A terminal that is gone is noticed when the next key is waited for.
        let _ = canvas.draw_meanwhile(|buffer| view::draw(model, buffer));
    });
    let ended = until_the_end(session, program);
    program.leave();
    ended
}

fn until_the_end(session: &mut Session, program: &mut Program) -> io::Result<u8> {
    session.draw(|buffer| view::draw(&program.model, buffer))?;
    program.look_through();
    program.prepare();
    // What is looked through apart has changed nothing yet.
    let mut is_drawn = program.is_looking();
    let mut ticked = Instant::now();
    loop {
        session.capture_mouse(program.model.pointer.is_captured)?;
        if !is_drawn {
            session.draw(|buffer| view::draw(&program.model, buffer))?;
        }
        program.count();
        // While papers are written the keys are looked at in between, to be able to stop it.
        let mut next = if program.is_working() {
            session.pending()
        } else {
            let left = TICK.saturating_sub(ticked.elapsed());
            Some(session.next(
                if program.is_looking() || program.is_reading() || program.is_counting() {
                    left.min(GLANCE)
                } else {
                    left
                },
            ))
        };
        if matches!(next, Some(Input::Tick)) && ticked.elapsed() < TICK {
            next = None;
        }
        let has_read = program.take_read();
        is_drawn = !program.looked() && !has_read;
        is_drawn &= !program.counted();
        let mut end = None;
        // Everything that has come is taken before the one draw, a burst costs one frame; what does
        // not end is drawn all the same.
        let begun = Instant::now();
        while let Some(input) = next {
            if matches!(input, Input::Tick) {
                ticked = Instant::now();
                is_drawn &= !tick(program);
                next = session.pending();
                continue;
            }
            is_drawn = false;
            end = take(session, program, input)?;
            if end.is_some() || program.is_leaving() || begun.elapsed() >= BURST {
                break;
            }
            next = session.pending();
        }
        // Somebody who types without a pause is told of others' changes too.
        if end.is_none() && !program.is_leaving() && ticked.elapsed() >= TICK {
            ticked = Instant::now();
            is_drawn &= !tick(program);
        }
        if let Some(text) = program.take_copied() {
            session.copy(&text)?;
        }
        match program.take_errand() {
            Some(Errand::Suspend) => {
                session.suspend()?;
                is_drawn = false;
            }
            Some(Errand::Edit(text)) => {
                let edited = session.edit(&text)?;
                program.take_edited(edited);
                is_drawn = false;
            }
            None => {}
        }
        is_drawn &= !program.is_working();
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
    program.handle(update::Message::Resize(Size {
        width: size.width,
        height: size.height,
    }));
}

/// Time went by; whether anything that is seen changed with it.
fn tick(program: &mut Program) -> bool {
    let before = program.seen();
    program.follow();
    program.handle(update::Message::Tick);
    program.prepare();
    program.seen() != before
}

/// Takes one input; the exit code when it ends the session.
fn take(session: &mut Session, program: &mut Program, input: Input) -> io::Result<Option<u8>> {
    match input {
        Input::Key(event) => program.handle(update::Message::Key(event)),
        Input::Paste(text) => program.handle(update::Message::Paste(text)),
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
            tick(program);
        }
        Input::Mouse(event) => program.handle(update::Message::Mouse(event)),
    }
    Ok(None)
}
