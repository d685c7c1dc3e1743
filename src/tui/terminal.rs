//! The terminal: set up and torn down by ourselves, so that it is usable again after a quit, a
//! signal, a panic, and that nothing fails when it is gone.
//!
//! Keys come from one thread, signals from another; the model owns the main thread and waits on
//! a channel. No thread but the model's draws, and no timer hangs on reading keys: crossterm may
//! block for ever on half an escape sequence, and spin for ever on a terminal that hung up. So
//! the program ends by returning from `main`, and none of these threads is joined.

mod brush;
mod editor;
mod input;
mod mode;
mod output;
mod panic;
#[cfg_attr(unix, path = "terminal/signals_unix.rs")]
#[cfg_attr(not(unix), path = "terminal/signals_other.rs")]
mod signals;

use std::cell::RefCell;
use std::io::{self, IsTerminal};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Size;

use brush::Brush;
pub use input::{Input, Signal};
use output::{FrameBuffer, Output};

use super::frames::{Cursor, Frames};

/// How often it is asked whether the terminal is still there, when nothing comes from it.
const PULSE: Duration = Duration::from_secs(1);

/// Whether there is a terminal to draw on and to read keys from.
pub fn is_available() -> bool {
    io::stdout().is_terminal()
}

/// A terminal under the program's control, until it is dropped.
pub struct Session {
    canvas: Canvas,
    events: Receiver<Input>,
    size: Size,
}

/// What is drawn on. Clones draw on one terminal.
#[derive(Clone)]
pub struct Canvas {
    frames: Rc<RefCell<Frames<Brush>>>,
    buffer: FrameBuffer,
    output: Rc<Output>,
}

impl Canvas {
    /// Draws a frame while the program waits for something else. A terminal that is not ours any
    /// more is left alone, and one that has another size by now is drawn on when that was told.
    pub fn draw_meanwhile(&self, render: impl FnOnce(&mut Buffer) -> Cursor) -> io::Result<()> {
        let drawn = self.frames.try_borrow().map(|it| it.size());
        if !mode::is_taken() || drawn.map_err(io::Error::other)? != terminal_size() {
            return Ok(());
        }
        self.draw(render)
    }

    /// Draws one frame in one write; an error means that the terminal is gone.
    fn draw(&self, render: impl FnOnce(&mut Buffer) -> Cursor) -> io::Result<()> {
        let mut frames = self.frames.try_borrow_mut().map_err(io::Error::other)?;
        frames.draw(render)?;
        self.output.write_frame(&self.buffer.take())
    }

    /// The next frame has another size and is drawn anew.
    fn begin_anew(&self, size: Size) -> io::Result<()> {
        let mut frames = self.frames.try_borrow_mut().map_err(io::Error::other)?;
        frames.begin_anew(size)
    }
}

impl Session {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste; no queries, and no
    /// mouse before [`Self::capture_mouse`].
    /// Fails when there is none.
    pub fn start() -> io::Result<Self> {
        if !is_available() {
            return Err(io::Error::new(
                io::ErrorKind::NotConnected,
                "standard output is not a terminal",
            ));
        }
        let (sender, events) = channel();
        signals::listen(sender.clone())?;
        panic::install_hook();
        let output = Output::new()?;
        mode::enter(&output)?;
        let buffer = FrameBuffer::default();
        let size = terminal_size();
        if let Err(error) = input::listen(sender) {
            mode::restore();
            return Err(error);
        }
        let frames = Frames::new(Brush::new(buffer.clone()), size);
        Ok(Self {
            canvas: Canvas {
                frames: Rc::new(RefCell::new(frames)),
                buffer,
                output: Rc::new(output),
            },
            events,
            size,
        })
    }

    /// Draws one frame in one write; an error means that the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Cursor) -> io::Result<()> {
        self.canvas.draw(render)
    }

    /// What is drawn on, for who draws while the program waits.
    pub fn canvas(&self) -> Canvas {
        self.canvas.clone()
    }

    /// Hands a text to the clipboard of whoever shows the terminal (OSC 52); a terminal that does
    /// not know it passes over it.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        let encoded = crate::paper::base64::encode(text.as_bytes());
        self.canvas
            .output
            .write(format!("\x1b]52;c;{encoded}\x07").as_bytes())
    }

    /// Waits for the next input; [`Input::Tick`] when the time is over, [`Input::Gone`] when
    /// nothing will come any more.
    pub fn next(&self, timeout: Duration) -> Input {
        let start = Instant::now();
        loop {
            let left = timeout.saturating_sub(start.elapsed());
            match self.events.recv_timeout(left.min(PULSE)) {
                Ok(input) => return input,
                Err(RecvTimeoutError::Disconnected) => return Input::Gone,
                Err(RecvTimeoutError::Timeout) if !is_alive() => return Input::Gone,
                // Half an escape sequence holds back the news of a new size; it is asked for.
                Err(RecvTimeoutError::Timeout) if terminal_size() != self.size => {
                    return Input::Resize(terminal_size());
                }
                Err(RecvTimeoutError::Timeout) if start.elapsed() >= timeout => return Input::Tick,
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// The input that has come already, to be taken in before the next frame.
    pub fn pending(&self) -> Option<Input> {
        self.events.try_recv().ok()
    }

    /// The channel of inputs.
    pub fn events(&self) -> &Receiver<Input> {
        &self.events
    }

    /// The size of the next frame.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Asks the terminal for the mouse, or leaves it alone again.
    pub fn capture_mouse(&self, on: bool) -> io::Result<()> {
        mode::capture_mouse(&self.canvas.output, on)
    }

    /// Takes over the size that [`Input::Resize`] told; the next frame is drawn anew.
    pub fn resize(&mut self, size: Size) -> io::Result<()> {
        self.size = size;
        self.canvas.begin_anew(size)
    }

    /// Gives the terminal back, stops the process as the shell expects after Ctrl-Z, and takes
    /// the terminal again when the process goes on. The next frame is drawn anew.
    pub fn suspend(&mut self) -> io::Result<()> {
        mode::restore();
        signals::stop_process()?;
        self.resume()
    }

    /// Gives the terminal to the editor of the system with a text, and takes it again; what the
    /// text has become.
    pub fn edit(&mut self, text: &str) -> io::Result<io::Result<String>> {
        mode::restore();
        let edited = editor::edit(text);
        // What was typed to the editor was not typed to the program.
        while self.pending().is_some() {}
        self.resume()?;
        Ok(edited)
    }

    /// Takes the terminal again after the process was stopped by others.
    pub fn resume(&mut self) -> io::Result<()> {
        mode::enter(&self.canvas.output)?;
        self.resize(terminal_size())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        mode::restore();
        panic::print_delayed();
    }
}

/// A terminal that does not tell its size is taken for the smallest common one.
fn terminal_size() -> Size {
    match ratatui::crossterm::terminal::size() {
        Ok((width, height)) if width > 0 && height > 0 => Size::new(width, height),
        _ => Size::new(80, 24),
    }
}

/// A terminal that hung up is no terminal any more, and may be so without a signal.
fn is_alive() -> bool {
    !cfg!(unix) || is_available()
}
