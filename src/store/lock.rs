//! One writer at a time: a lock the kernel gives back, and a note of who holds it.
//!
//! `.lock` is locked and stays empty, `.holder` says who has it: on Windows a locked file cannot
//! even be read by others. The first is never deleted: whoever deletes a lock file lets a second
//! program lock another one of the same name. The second goes when its holder leaves in order, so that
//! the next one knows whether anything has to be made durable first.

use std::fmt;
use std::io;
use std::path::Path;

use super::document::write_note;
use super::file_system::{FileSystem, LockAttempt, LockGuard, sync_data};

/// Longer notes are not read.
const NOTE_LIMIT: u64 = 4096;

/// Who holds the lock: for people, to find the other window or the other room.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Holder {
    /// The user's name.
    pub user: String,
    /// The machine's name.
    pub host: String,
    /// The process.
    pub process: u32,
    /// Since when, as a person reads it.
    pub since: String,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}@{} {} {}",
            self.user, self.host, self.process, self.since
        )
    }
}

impl Holder {
    /// Reads the note back. It is never trusted for anything but showing.
    pub fn parse(note: &str) -> Option<Self> {
        let mut words = note.trim().splitn(3, ' ');
        let (user, host) = words.next()?.split_once('@')?;
        Some(Self {
            user: user.to_owned(),
            host: host.to_owned(),
            process: words.next()?.parse().ok()?,
            since: words.next().unwrap_or_default().to_owned(),
        })
    }
}

/// What came of asking for the lock of a state directory.
#[derive(Debug)]
pub enum Lock {
    /// Ours, until dropped.
    Taken(LockGuard, LastRun),
    /// Somebody else's; their note, if it could be read.
    Held(Option<Holder>),
    /// No locks on this file system.
    Unsupported,
}

/// How the last one who had the lock ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LastRun {
    /// It left, and took its note away: all it wrote is durable.
    Left,
    /// Its note is there still: it was killed, or the power went; or it is of an earlier program,
    /// which left the note in any case.
    BrokenOff,
}

/// Makes the note durable, where the disk is waited for in any case.
pub(in crate::store) fn settle_note(file_system: &dyn FileSystem, directory: &Path) {
    // Only a courtesy, too.
    let file = file_system.open_append(&directory.join(".holder"));
    let _ = file.and_then(|mut file| sync_data(file.as_mut()));
}

/// Takes the note away by which who has the lock would be told from one who was killed: everything is
/// durable. To be called as long as the lock is held.
pub fn take_note_away(file_system: &dyn FileSystem, directory: &Path) {
    // One that stays costs the next start some time.
    let _ = file_system.remove(&directory.join(".holder"));
}

/// Asks for the lock and, when it is ours, leaves a note.
pub fn take(file_system: &dyn FileSystem, directory: &Path, holder: &Holder) -> io::Result<Lock> {
    let note = directory.join(".holder");
    match file_system.try_lock(&directory.join(".lock"))? {
        LockAttempt::Taken(guard) => {
            let is_there = file_system.is_link(&note)
                || !matches!(file_system.status(&note), Err(error) if error.kind() == io::ErrorKind::NotFound);
            let text = format!("{holder}\n");
            // Only a courtesy: that it cannot be written must not keep anybody from working.
            let _ = write_note(file_system, &note, text.as_bytes());
            let last = if is_there {
                LastRun::BrokenOff
            } else {
                LastRun::Left
            };
            Ok(Lock::Taken(guard, last))
        }
        LockAttempt::Busy => {
            let note = file_system.read(&note, NOTE_LIMIT).ok();
            let holder = note.and_then(|note| Holder::parse(&String::from_utf8_lossy(&note)));
            Ok(Lock::Held(holder))
        }
        LockAttempt::Unsupported => Ok(Lock::Unsupported),
    }
}
