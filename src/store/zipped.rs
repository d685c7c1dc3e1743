//! ZIP archives as the program makes and reads them: every system opens them by itself, and a
//! comment seals names, lengths and checksums of all files in them, so that a damaged archive is
//! told from a whole one. One packed anew by somebody has no seal and is held to the checksums of
//! its files alone.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _, Write as _};
use std::path::{Component, Path};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Contents of files by their names, parts divided by `/`.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// What an archive holds.
#[derive(Debug)]
pub(super) struct Unpacked {
    /// Its files.
    pub(super) files: Files,
    /// Whether it is as the program made it.
    pub(super) is_sealed: bool,
}

/// Why an archive is not read.
#[derive(Debug)]
pub(super) enum Broken {
    /// The file in it that is damaged, or what the reader of archives says.
    Damaged(String),
    /// Its files are larger together than allowed.
    TooLarge,
}

/// The comment for an archive of these files: it changes with any name, length or content.
fn seal(mark: &str, files: &Files) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for (name, bytes) in files {
        let line = format!("{:08x} {} {name}\n", crc32fast::hash(bytes), bytes.len());
        hasher.update(line.as_bytes());
    }
    format!("{mark}{} {:08x}", files.len(), hasher.finalize())
}

/// Packs files into an archive whose seal begins with `mark`. The same files make the same bytes.
pub(super) fn pack(
    mark: &str,
    method: CompressionMethod,
    files: &Files,
) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(method)
        .unix_permissions(0o600);
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options)?;
        writer.write_all(bytes)?;
    }
    writer.set_comment(seal(mark, files))?;
    Ok(writer.finish()?.into_inner())
}

/// Reads a whole archive; every file in it has the content its checksum says, and together they
/// have at most `limit` bytes.
pub(super) fn unpack(mark: &str, bytes: &[u8], limit: u64) -> Result<Unpacked, Broken> {
    let broken = |error: ZipError| Broken::Damaged(error.to_string());
    let damaged = |what: &str| Err(Broken::Damaged(what.to_owned()));
    let entries = entries(bytes);
    let mut reader = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    // Of two entries of one name the reader tells of one, and other programs take the other.
    if entries.is_some_and(|entries| entries != reader.len()) {
        return damaged("two entries have one name");
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
            return damaged(&name);
        }
        let mut content = Vec::new();
        // Ten kilobytes can unpack to ten gigabytes.
        let rest = (limit - total).saturating_add(1);
        file.take(rest)
            .read_to_end(&mut content)
            .map_err(|_error: io::Error| Broken::Damaged(name.clone()))?;
        total = total.saturating_add(content.len() as u64);
        if total > limit {
            return Err(Broken::TooLarge);
        }
        if files.insert(name.clone(), content).is_some() {
            return damaged(&name);
        }
    }
    let is_sealed = comment.starts_with(mark);
    if is_sealed && comment != seal(mark, &files) {
        return damaged(&comment);
    }
    Ok(Unpacked { files, is_sealed })
}

/// What can still be read of a damaged archive, one file after another from its beginning, each as
/// far as it goes: of use where every line of a file has a checksum of its own.
pub(super) fn salvage(bytes: &[u8], limit: u64) -> Files {
    /// What a file in an archive begins with.
    const BEGINNING: [u8; 4] = *b"PK\x03\x04";
    /// More are no archive of ours.
    const MOST: usize = 10_000;
    let mut files = Files::new();
    let mut total = 0_u64;
    let mut rest = bytes;
    let next = |rest: &[u8]| {
        let mut places = rest.windows(BEGINNING.len());
        places.position(|found| found == BEGINNING)
    };
    for _entry in 0..MOST {
        let Some(entry) = next(rest).and_then(|at| rest.get(at..)) else {
            break;
        };
        let mut stream = Cursor::new(entry);
        if let Ok(Some(file)) = zip::read::read_zipfile_from_stream(&mut stream)
            && let Ok(name) = file.name().map(std::borrow::Cow::into_owned)
        {
            let mut content = Vec::new();
            // What came before the damage is in it also where this fails.
            let _ = file.take(limit - total).read_to_end(&mut content);
            total = total.saturating_add(content.len() as u64).min(limit);
            if is_plain(&name) {
                files.entry(name).or_insert(content);
            }
        }
        rest = entry.get(BEGINNING.len()..).unwrap_or_default();
    }
    files
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
