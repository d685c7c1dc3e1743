//! The way to the terminal: a frame is gathered in memory and leaves in one write.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::crossterm::queue;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};

/// Where a frame is gathered. Flushing does nothing: it leaves as a whole.
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
}

impl Output {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self {
            #[cfg(unix)]
            file: {
                use std::os::fd::AsFd;
                io::stdout().as_fd().try_clone_to_owned()?.into()
            },
        })
    }

    /// Writes a frame so that the terminal shows it at once; nothing if nothing has changed.
    pub(super) fn write_frame(&self, frame: &[u8]) -> io::Result<()> {
        if frame.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::with_capacity(frame.len().saturating_add(16));
        queue!(bytes, BeginSynchronizedUpdate)?;
        bytes.extend_from_slice(frame);
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
