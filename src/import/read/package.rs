//! A zip package, within limits: what it says of its sizes is not believed.

use std::io::{BufReader, Cursor, Read, Take};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::limits;
use crate::import::refusal::Refusal;

/// An opened package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    held: u64,
}

impl<'a> Package<'a> {
    /// Opens it.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(fault)?;
        if archive.len() > limits::ENTRIES {
            return Err(Refusal::Bomb);
        }
        Ok(Self { archive, held: 0 })
    }

    /// The names in it.
    pub(super) fn names(&self) -> Vec<String> {
        self.archive
            .file_names()
            .filter_map(|name| name.ok().map(std::borrow::Cow::into_owned))
            .collect()
    }

    /// Whether a part is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// A part, read piece by piece.
    pub(super) fn part(
        &mut self,
        name: &str,
    ) -> Result<Option<BufReader<Bounded<impl Read>>>, Refusal> {
        match self.archive.by_name(name) {
            Ok(file) if file.encrypted() => Err(Refusal::Password),
            Ok(file) => Ok(Some(BufReader::new(Bounded {
                inner: file.take(limits::PART + 1),
                read: 0,
            }))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    /// A part as a whole.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let left = limits::HELD.saturating_sub(self.held);
        let Some(part) = self.part(name)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        part.take(left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| read_fault(&error))?;
        let length = bytes.len() as u64;
        if length > left {
            return Err(Refusal::Bomb);
        }
        self.held += length;
        Ok(Some(bytes))
    }

    /// A part as a whole, as text.
    pub(super) fn string(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self
            .bytes(name)?
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// Unpacks everything once without keeping it: whether all of it is whole, and how much of it
    /// there is. For readers that unpack by themselves.
    pub(super) fn is_bounded(&mut self, most: u64) -> Result<(), Refusal> {
        let mut total = 0;
        let mut buffer = vec![0; 64 * 1024];
        for index in 0..self.archive.len() {
            let mut file = self.archive.by_index(index).map_err(fault)?;
            loop {
                let count = file.read(&mut buffer).map_err(|error| read_fault(&error))?;
                if count == 0 {
                    break;
                }
                total += count as u64;
                if total > most {
                    return Err(Refusal::Bomb);
                }
            }
        }
        Ok(())
    }
}

/// Stops with an error where a part grows beyond its limit.
pub(super) struct Bounded<R> {
    inner: Take<R>,
    read: u64,
}

/// What a reader says of a part that grows too large; known again in [`read_fault`].
const TOO_MUCH: &str = "a part unpacks to more than a plan can hold";

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read += count as u64;
        if self.read > limits::PART {
            return Err(std::io::Error::other(TOO_MUCH));
        }
        Ok(count)
    }
}

/// What a fault while unpacking is.
pub(super) fn read_fault(error: &std::io::Error) -> Refusal {
    if error.to_string().contains(TOO_MUCH) {
        Refusal::Bomb
    } else {
        Refusal::damaged(error)
    }
}

fn fault(error: ZipError) -> Refusal {
    match error {
        ZipError::InvalidPassword => Refusal::Password,
        ZipError::UnsupportedArchive(what) if what.contains("assword") => Refusal::Password,
        error => Refusal::damaged(error),
    }
}
