//! Backing up, bringing back and mending, in words.

use std::path::Path;

use crate::locale::Texts;
use crate::store::backup::{BackupError, Differing, Versus};
use crate::store::mend::{MendError, Mended};
use crate::store::state_directory::WhyReadOnly;

use super::{changed_outside, io_error, why_read_only};

/// Why a backup was not made or not brought back.
pub fn backup_error(texts: &Texts, error: &BackupError) -> String {
    let at = |id: &str, path: &Path| texts.with(id, &[("path", path.display().to_string().into())]);
    match error {
        BackupError::Io { path, kind } => io_error(texts, path, *kind),
        BackupError::Nothing { path } => at("backup-nothing", path),
        BackupError::Exists { path } => at("backup-exists", path),
        BackupError::TooLarge { path } => at("backup-too-large", path),
        BackupError::Damaged { path, what } => texts.with(
            "backup-damaged",
            &[
                ("path", path.display().to_string().into()),
                ("what", what.clone().into()),
            ],
        ),
        BackupError::NotABackup { path } => at("backup-not-one", path),
        BackupError::WouldReplace(comparison) => texts.with(
            "restore-would-replace",
            &[("files", comparison.differing.len().into())],
        ),
        BackupError::Held(holder) => why_read_only(texts, &WhyReadOnly::Held(holder.clone())),
    }
}

/// How a file that would be replaced differs from the one in the archive.
pub fn differing(texts: &Texts, file: &Differing) -> String {
    let id = match file.versus {
        Versus::HereIsLonger => "restore-here-is-longer",
        Versus::ArchiveIsLonger => "restore-archive-is-longer",
        Versus::Apart => "restore-apart",
    };
    texts.with(id, &[("name", file.name.clone().into())])
}

/// Why mending stopped.
pub fn mend_error(texts: &Texts, error: &MendError) -> String {
    match error {
        MendError::Held(holder) => why_read_only(texts, &WhyReadOnly::Held(holder.clone())),
        MendError::Io { path, kind } => io_error(texts, path, *kind),
        MendError::Changed { path } => changed_outside(texts, path),
    }
}

/// One thing that was mended; `name` says what a file is called.
pub fn mended(texts: &Texts, mended: &Mended, name: impl Fn(&Path) -> String) -> String {
    let mut left = 0;
    let (id, path, copy, count) = match mended {
        Mended::Written { path } => ("mended-written", path, None, 0),
        Mended::PaperRestored { path } => ("mended-paper-restored", path, None, 0),
        Mended::PaperFollowed { path, copy: None } => ("mended-paper-followed", path, None, 0),
        Mended::PaperFollowed {
            path,
            copy: Some(copy),
        } => ("mended-paper-followed-copy", path, Some(copy), 0),
        Mended::Replaced { path, copy } => ("mended-replaced", path, Some(copy), 0),
        Mended::Cut { path, copy } => ("mended-cut", path, Some(copy), 0),
        Mended::TakenOver { path, copy, acts } => ("mended-taken-over", path, Some(copy), *acts),
        Mended::Joined {
            path,
            acts,
            left: lines,
        } => {
            left = *lines;
            ("mended-joined", path, None, *acts)
        }
        Mended::Cleared { path, copy, lines } => ("mended-cleared", path, Some(copy), *lines),
    };
    let copy = copy.map_or_else(String::new, |copy| name(copy));
    texts.with(
        id,
        &[
            ("path", name(path).into()),
            ("copy", copy.into()),
            ("count", count.into()),
            ("left", left.into()),
        ],
    )
}
