//! How a file stands, read out of what the system tells of it.

use std::fs;

use crate::store::file_system::{FileKind, Status};

pub(super) fn status_of(metadata: &fs::Metadata) -> Status {
    let (file, stamp) = signs_of(metadata);
    Status {
        kind: kind_of(metadata),
        length: metadata.len(),
        file,
        stamp,
    }
}

pub(super) fn kind_of(metadata: &fs::Metadata) -> FileKind {
    if metadata.is_file() {
        FileKind::File
    } else if metadata.is_dir() {
        FileKind::Directory
    } else {
        FileKind::Other
    }
}

/// Which file it is, and when it changed last. On Unix that time is one nobody can set, where the
/// file system knows it: FAT and some shares give the time of the content for it.
#[cfg(unix)]
fn signs_of(metadata: &fs::Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    let file = metadata.dev().rotate_left(32) ^ metadata.ino();
    let nanoseconds = metadata.ctime().wrapping_mul(1_000_000_000);
    let time = nanoseconds.wrapping_add(metadata.ctime_nsec());
    (file, time.cast_unsigned() ^ file)
}

#[cfg(not(unix))]
fn signs_of(metadata: &fs::Metadata) -> (u64, u64) {
    let changed = metadata.modified().ok();
    let since = changed.and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let time = since.map_or(0, |since| {
        since.as_secs().wrapping_mul(1_000_000_000) + u64::from(since.subsec_nanos())
    });
    (0, time)
}
