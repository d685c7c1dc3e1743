//! The archive: packed in memory, sealed, read back with all its checksums.

use std::io::{self, Cursor, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::{BackupError, Files, SIZE_LIMIT};
use crate::store::file_system::FileSystem;
use crate::store::journal::parse_file_name;

/// What the comment of our archives begins with.
const SEAL: &str = "planerka backup 1 ";

/// An archive that was read and is whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Archive {
    path: PathBuf,
    files: Files,
    sealed: bool,
}

impl Archive {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its files, by their names in the state directory.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Whether it is as the program made it; one packed anew by somebody is not.
    pub fn is_sealed(&self) -> bool {
        self.sealed
    }
}

/// The comment for an archive of these files: it changes with any name, length or content.
fn seal(files: &Files) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for (name, bytes) in files {
        let line = format!("{:08x} {} {name}\n", crc32fast::hash(bytes), bytes.len());
        hasher.update(line.as_bytes());
    }
    format!("{SEAL}{} {:08x}", files.len(), hasher.finalize())
}

/// Packs files into an archive. The same files make the same bytes.
pub(super) fn pack(path: &Path, files: &Files) -> Result<Vec<u8>, BackupError> {
    let packed = || -> Result<Vec<u8>, ZipError> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .unix_permissions(0o600);
        for (name, bytes) in files {
            writer.start_file(name.as_str(), options)?;
            writer.write_all(bytes)?;
        }
        writer.set_comment(seal(files))?;
        Ok(writer.finish()?.into_inner())
    };
    packed().map_err(|error| damaged(path, &error.to_string()))
}

fn damaged(path: &Path, what: &str) -> BackupError {
    BackupError::Damaged {
        path: path.to_owned(),
        what: what.to_owned(),
    }
}

/// Reads a whole archive; every file in it has the content its checksum says.
pub fn read_archive(file_system: &dyn FileSystem, path: &Path) -> Result<Archive, BackupError> {
    let bytes = file_system
        .read(path, SIZE_LIMIT)
        .map_err(BackupError::io(path))?;
    let broken = |error: ZipError| damaged(path, &error.to_string());
    let entries = entries(&bytes);
    let mut reader = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    // Of two entries of one name the reader tells of one, and other programs take the other.
    if entries.is_some_and(|entries| entries != reader.len()) {
        return Err(damaged(path, "two entries have one name"));
    }
    let comment = String::from_utf8_lossy(reader.comment()).into_owned();
    let mut files = Files::new();
    let mut total = 0_u64;
    for index in 0..reader.len() {
        let file = reader.by_index(index).map_err(broken)?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(broken)?.into_owned();
        if !is_plain(&name) {
            return Err(damaged(path, &name));
        }
        let mut content = Vec::new();
        // Ten kilobytes can unpack to ten gigabytes.
        let rest = (SIZE_LIMIT - total).saturating_add(1);
        file.take(rest)
            .read_to_end(&mut content)
            .map_err(|_error: io::Error| damaged(path, &name))?;
        total = total.saturating_add(content.len() as u64);
        if total > SIZE_LIMIT {
            let path = path.to_owned();
            return Err(BackupError::TooLarge { path });
        }
        if files.insert(name.clone(), content).is_some() {
            return Err(damaged(path, &name));
        }
    }
    let sealed = comment.starts_with(SEAL);
    if sealed && comment != seal(&files) {
        return Err(damaged(path, &comment));
    }
    if !sealed {
        files = without_folder(files);
    }
    let is_known = |name: &String| {
        matches!(name.as_str(), "plan.ron" | "subjects.ron" | "settings.ron")
            || name
                .strip_prefix("journal/")
                .is_some_and(|name| parse_file_name(name).is_some())
    };
    if !files.keys().any(is_known) {
        let path = path.to_owned();
        return Err(BackupError::NotABackup { path });
    }
    Ok(Archive {
        path: path.to_owned(),
        files,
        sealed,
    })
}

/// How many entries the archive says it has: two bytes of the record at its end. None where they do
/// not suffice and another record has the number.
fn entries(bytes: &[u8]) -> Option<usize> {
    const END: [u8; 4] = *b"PK\x05\x06";
    let at = bytes.windows(END.len()).rposition(|found| found == END)?;
    let count: [u8; 2] = bytes.get(at + 10..at + 12)?.try_into().ok()?;
    let count = u16::from_le_bytes(count);
    (count < u16::MAX).then_some(usize::from(count))
}

/// Whether a name stays within the directory on every system.
fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty()
        && !name.contains(['\\', ':', '\0'])
        && parts.all(|part| matches!(part, Component::Normal(_)))
        // `a//b` is `a/b` by another name.
        && name.split('/').all(|part| !part.is_empty() && part != ".")
}

/// Somebody who packs the directory anew packs the directory, not what is in it.
fn without_folder(files: Files) -> Files {
    let folder = match files.keys().next().and_then(|name| name.split_once('/')) {
        Some((folder, _)) if !matches!(folder, "journal" | "minutes") => format!("{folder}/"),
        _ => return files,
    };
    if !files.keys().all(|name| name.starts_with(&folder)) {
        return files;
    }
    files
        .into_iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&folder)?.to_owned(), bytes)))
        .collect()
}
