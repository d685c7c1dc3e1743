//! The log file of `--log FILE`: what was asked of the disk and how it answered. Off unless asked
//! for. It holds no word of plan, journal or papers and no name of a person: names of files within
//! the state directory, lengths, times, kinds of failures.

mod file_system;

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use thiserror::Error;

use crate::domain::safe_text::SafeText;

use super::process;

pub use file_system::LoggedFileSystem;

/// A log file that has grown longer is put aside as `FILE.1`, in place of the one before.
pub const LOG_LIMIT: u64 = 1024 * 1024;

/// An open log. Clones write to the same file.
#[derive(Clone)]
pub struct Log {
    file: Arc<Mutex<Rotated>>,
}

struct Rotated {
    path: PathBuf,
    file: File,
    length: Option<u64>,
}

/// Why a log is not written to a file.
#[derive(Debug, Error)]
pub enum LogError {
    /// The file holds something else, or is a link to something else.
    #[error("the file is no log of this program")]
    NotALog,
    /// A step failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl Log {
    /// Opens a log file for appending; it is made if it is not there, for its owner only. What is
    /// there and no log of ours is left alone: nobody means to have lines added to his letter.
    pub fn open(path: &Path) -> Result<Self, LogError> {
        match fs::symlink_metadata(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
            Ok(_) if is_log(path)? => {}
            Ok(_) => return Err(LogError::NotALog),
        }
        let file = open(path)?;
        let metadata = file.metadata()?;
        let rotated = Rotated {
            path: path.to_owned(),
            file,
            // A terminal or a pipe is never full.
            length: metadata.is_file().then_some(metadata.len()),
        };
        Ok(Self {
            file: Arc::new(Mutex::new(rotated)),
        })
    }

    /// Writes one line with the time before it. Characters a terminal would act on are shown, not
    /// written. A log that cannot be written is no reason to disturb a meeting.
    pub fn line(&self, what: fmt::Arguments<'_>) {
        let what = SafeText::line(&what.to_string());
        let line = format!("{} {}\n", process::time_for_log(), what.as_str());
        if let Ok(mut rotated) = self.file.lock() {
            let _unheard = rotated.write(line.as_bytes());
        }
    }

    /// Notes every panic by its place; what it says may hold texts of the plan.
    pub fn note_panics(&self) {
        let log = self.clone();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if let Some(place) = info.location() {
                log.line(format_args!("panic {place}"));
            }
            before(info);
        }));
    }
}

impl fmt::Debug for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}

impl Rotated {
    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        let added = line.len() as u64;
        if self
            .length
            .is_some_and(|length| length.saturating_add(added) > LOG_LIMIT)
        {
            fs::rename(&self.path, aside(&self.path)?)?;
            self.file = open(&self.path)?;
            self.length = Some(0);
        }
        self.file.write_all(line)?;
        self.length = self.length.map(|length| length.saturating_add(added));
        Ok(())
    }
}

/// Where a full log goes: `FILE.1`, or the first name after it at which nothing but a log stands.
fn aside(path: &Path) -> io::Result<PathBuf> {
    for number in 1_u32.. {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{number}"));
        let aside = PathBuf::from(name);
        match fs::symlink_metadata(&aside) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(aside),
            Ok(metadata) if metadata.is_file() && is_log(&aside)? => return Ok(aside),
            Ok(_) => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Whether lines of a log may be added to what stands at a path, links followed: a log of ours, an
/// empty file, a device. A link to nothing is none.
fn is_log(path: &Path) -> io::Result<bool> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    };
    if !metadata.is_file() {
        return Ok(!metadata.is_dir());
    }
    // An empty file behind a link is somebody's all the same.
    let is_link = fs::symlink_metadata(path)?.is_symlink();
    let mut head = Vec::new();
    let length = process::LOG_TIME.len() as u64;
    File::open(path)?.take(length).read_to_end(&mut head)?;
    Ok((head.is_empty() && !is_link) || process::is_log_time(&head))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> Vec<u8> {
        let mut text = b"2023-05-25 10:03:12.000 start\n".to_vec();
        text.resize(usize::try_from(LOG_LIMIT).unwrap(), b'x');
        text
    }

    #[test]
    fn a_full_log_is_put_aside_and_the_next_line_is_in_a_new_one() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("planerka.log");
        fs::write(&path, full()).unwrap();
        let log = Log::open(&path).unwrap();
        log.line(format_args!("rename \u{1b}[2J\u{202e} done"));
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.ends_with(" done\n") && text.lines().count() == 1,
            "{text}"
        );
        assert!(
            !text.contains('\u{1b}') && !text.contains('\u{202e}'),
            "{text:?}"
        );
        let aside = fs::metadata(directory.path().join("planerka.log.1")).unwrap();
        assert_eq!(aside.len(), LOG_LIMIT);
        // What was put aside before is a log, and goes.
        fs::write(&path, full()).unwrap();
        Log::open(&path).unwrap().line(format_args!("again"));
        assert!(!directory.path().join("planerka.log.2").exists());
    }

    #[test]
    fn a_full_log_takes_the_place_of_nothing_but_a_log() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("planerka.log");
        let letter = directory.path().join("planerka.log.1");
        fs::write(&path, full()).unwrap();
        fs::write(&letter, "a letter").unwrap();
        Log::open(&path).unwrap().line(format_args!("on"));
        assert_eq!(fs::read_to_string(&letter).unwrap(), "a letter");
        assert!(directory.path().join("planerka.log.2").exists());
    }

    #[test]
    fn what_is_no_log_gets_no_lines() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("letter.txt");
        fs::write(&path, "a letter").unwrap();
        assert!(matches!(Log::open(&path), Err(LogError::NotALog)));
        assert_eq!(fs::read_to_string(&path).unwrap(), "a letter");
    }

    #[cfg(unix)]
    #[test]
    fn a_log_is_not_begun_through_a_link() {
        let directory = tempfile::tempdir().unwrap();
        let link = directory.path().join("planerka.log");
        for (name, there) in [("nothing", false), ("empty", true)] {
            let target = directory.path().join(name);
            if there {
                fs::write(&target, "").unwrap();
            }
            std::os::unix::fs::symlink(&target, &link).unwrap();
            assert!(matches!(Log::open(&link), Err(LogError::NotALog)), "{name}");
            assert_eq!(target.exists(), there);
            fs::remove_file(&link).unwrap();
        }
    }
}
