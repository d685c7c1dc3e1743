//! The way to the terminal: a frame is gathered in memory and leaves in one write.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate,
};
use ratatui::layout::Position;

/// Where ratatui writes to. Flushing does nothing: ratatui flushes several times a frame.
#[derive(Clone, Default)]
pub(super) struct FrameBuffer(Rc<RefCell<Vec<u8>>>);

impl FrameBuffer {
    /// What has been written since the last time.
    pub(super) fn take(&self) -> Vec<u8> {
        self.0
            .try_borrow_mut()
            .map(|mut bytes| std::mem::take(&mut *bytes))
            .unwrap_or_default()
    }

    /// Clears the screen together with the next frame.
    pub(super) fn clear_screen(&mut self) -> io::Result<()> {
        queue!(self, Clear(ClearType::All))
    }
}

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut buffer = self.0.try_borrow_mut().map_err(io::Error::other)?;
        buffer.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal's end of standard output.
pub(super) struct Output {
    /// On Unix a handle of our own: no lock that another thread might hold, no line buffer.
    #[cfg(unix)]
    file: std::fs::File,
    /// What a frame without a change looks like: ratatui resets colours and hides the cursor in
    /// each.
    nothing: Vec<u8>,
    cursor_is_hidden: std::cell::Cell<bool>,
    /// Where the hidden cursor was left.
    resting: std::cell::Cell<Option<Position>>,
}

impl Output {
    pub(super) fn new() -> io::Result<Self> {
        let mut nothing = Vec::new();
        let mut backend = CrosstermBackend::new(&mut nothing);
        backend.draw(std::iter::empty())?;
        backend.hide_cursor()?;
        Ok(Self {
            #[cfg(unix)]
            file: {
                use std::os::fd::AsFd;
                io::stdout().as_fd().try_clone_to_owned()?.into()
            },
            nothing,
            cursor_is_hidden: std::cell::Cell::new(false),
            resting: std::cell::Cell::new(None),
        })
    }

    /// Writes a frame so that the terminal shows it at once, and leaves the hidden cursor where it
    /// rests; nothing if nothing has changed.
    pub(super) fn write_frame(&self, frame: &[u8], resting: Option<Position>) -> io::Result<()> {
        let rested = self.resting.replace(resting);
        let is_same = frame == self.nothing && self.cursor_is_hidden.get() && rested == resting;
        if frame.is_empty() || is_same {
            return Ok(());
        }
        self.cursor_is_hidden.set(frame.ends_with(&self.nothing));
        let mut bytes = Vec::with_capacity(frame.len().saturating_add(32));
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.extend_from_slice(frame);
        if let Some(place) = resting {
            queue!(bytes, MoveTo(place.x, place.y))?;
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.write(&bytes)
    }

    /// Writes bytes as they are.
    #[cfg(unix)]
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        (&self.file).write_all(bytes)
    }

    /// Writes bytes as they are. The console wants UTF-16, which only the standard library's
    /// own handle makes of them.
    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "the counterpart on Unix has a handle")]
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(bytes)?;
        stdout.flush()
    }
}
