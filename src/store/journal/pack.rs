//! A packed year: `journal/2023.0f1e2d3c4b5a6978.zip` holds the journal files of a closed year as
//! they were, plain lines with their checksums, and is read like them.
//!
//! The name has the hash of the archive in it: two machines never write different archives under
//! one name. What stands in an archive and beside it counts once, so that at no moment of packing
//! or unpacking anything is missing, and a machine that has not packed goes on beside.

use std::io;
use std::path::{Path, PathBuf};

use zip::CompressionMethod;
use zip::result::ZipError;

use super::{SIZE_LIMIT, parse_file_name};
use crate::store::document::hash_for_names;
use crate::store::zipped::{self, Broken, Files};

/// What the comment of a packed year begins with.
const SEAL: &str = "planerka year 1 ";

/// A packed year of the journal, as it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pack {
    /// Where it is.
    pub path: PathBuf,
    /// Of which year.
    pub year: i32,
    /// The journal files in it with their lengths; `None` when it could not be read.
    pub files: Option<Vec<(String, u64)>>,
}

/// What an archive of a year holds.
#[derive(Debug)]
pub(in crate::store) struct Contents {
    /// Journal files by name.
    pub(in crate::store) files: Files,
    /// Whether that is all it held when it was made.
    pub(in crate::store) is_whole: bool,
}

/// The year a file name speaks of, if it is the name of a packed one.
pub fn year_of(name: &str) -> Option<i32> {
    const DIGITS: usize = 16;
    let (year, hash) = name.strip_suffix(".zip")?.split_once('.')?;
    let is_year = year.len() == 4 && year.bytes().all(|it| it.is_ascii_digit());
    let is_hash = hash.len() == DIGITS
        && hash
            .bytes()
            .all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
    (is_year && is_hash).then(|| year.parse().ok())?
}

/// The year a journal file counts for, by its name.
pub(in crate::store) fn year_of_file(name: &str) -> Option<i32> {
    parse_file_name(name)?;
    name.split('-').next()?.parse().ok()
}

/// Packs journal files of a year: the name of the archive and its bytes.
pub(in crate::store) fn pack(year: i32, files: &Files) -> io::Result<(String, Vec<u8>)> {
    let bytes =
        zipped::pack(SEAL, CompressionMethod::Deflated, files).map_err(|error| match error {
            ZipError::Io(error) => error,
            _ => io::ErrorKind::InvalidData.into(),
        })?;
    let hash = hash_for_names(&bytes);
    Ok((format!("{year:04}.{hash:016x}.zip"), bytes))
}

/// Reads an archive of a year. Of a damaged one as much as is there: every line has a checksum.
pub(in crate::store) fn unpack(name: &str, bytes: &[u8]) -> Contents {
    let year = year_of(name);
    let is_ours = |name: &String| year_of_file(name).is_some_and(|it| Some(it) == year);
    match zipped::unpack(SEAL, bytes, SIZE_LIMIT) {
        Ok(unpacked) => {
            let mut files = unpacked.files;
            let all = files.len();
            files.retain(|name, _| is_ours(name));
            let is_whole = files.len() == all;
            Contents { files, is_whole }
        }
        Err(Broken::TooLarge) => Contents {
            files: Files::new(),
            is_whole: false,
        },
        Err(Broken::Damaged(_)) => {
            let mut files = zipped::salvage(bytes, SIZE_LIMIT);
            files.retain(|name, _| is_ours(name));
            Contents {
                files,
                is_whole: false,
            }
        }
    }
}

/// Where a file of an archive is said to be.
pub(super) fn path_within(pack: &Path, name: &str) -> PathBuf {
    pack.join(name)
}

/// The lines of two files of one name, each whole acts: what both have stands there once.
pub(in crate::store) fn joined(one: &[u8], other: &[u8]) -> Vec<u8> {
    if one.starts_with(other) {
        return one.to_vec();
    }
    if other.starts_with(one) {
        return other.to_vec();
    }
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        let lines = bytes.split(|byte| *byte == b'\n');
        let lines = lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line).to_vec());
        lines.filter(|line| !line.is_empty()).collect()
    };
    let known: std::collections::HashSet<Vec<u8>> = lines(one).into_iter().collect();
    let mut all = lines(one);
    all.extend(
        lines(other)
            .into_iter()
            .filter(|line| !known.contains(line)),
    );
    let mut bytes = Vec::new();
    for line in all {
        bytes.extend_from_slice(&line);
        bytes.push(b'\n');
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_year_is_known_by_its_name() {
        assert_eq!(year_of("2023.0f1e2d3c4b5a6978.zip"), Some(2023));
        for name in [
            "2023.zip",
            "2023.0f1e.zip",
            "2023.0F1E2D3C4B5A6978.zip",
            "2023-05.0f1e2d3c4b5a6978.zip",
            "2023.0f1e2d3c4b5a6978.zip.1",
            "2023.0f1e2d3c4b5a6978 (1).zip",
            "+023.0f1e2d3c4b5a6978.zip",
        ] {
            assert_eq!(year_of(name), None, "{name}");
        }
        assert_eq!(year_of_file("2023-05.pc1.2.log"), Some(2023));
        assert_eq!(year_of_file("2023-05.log"), None);
    }

    #[test]
    fn files_of_one_name_are_joined_line_by_line_and_nothing_stands_there_twice() {
        assert_eq!(joined(b"a\nb\n", b"a\n"), b"a\nb\n");
        assert_eq!(joined(b"a\n", b"a\nb\n"), b"a\nb\n");
        assert_eq!(joined(b"a\nb\n", b"a\nc\n"), b"a\nb\nc\n");
        assert_eq!(joined(b"a\r\n", b"a\nc\n"), b"a\nc\n");
    }
}
