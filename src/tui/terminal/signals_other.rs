//! Where there are no signals: Ctrl-C comes as a key, and closing the window ends the process.

use std::io;
use std::sync::mpsc::Sender;

use super::Input;

/// Nothing to wait for.
#[expect(clippy::unnecessary_wraps, reason = "the counterpart on Unix can fail")]
pub(super) fn listen(_sender: Sender<Input>) -> io::Result<()> {
    Ok(())
}

/// There is no shell that would continue a stopped process: nothing is done.
#[expect(clippy::unnecessary_wraps, reason = "the counterpart on Unix can fail")]
pub(super) fn stop_process() -> io::Result<()> {
    Ok(())
}
