//! The log file of `--log FILE`: what was asked of the disk and how it answered. Off unless asked
//! for. It holds no word of plan, journal or papers and no name of a person: names of files within
//! the state directory, lengths, times, kinds of failures.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::domain::safe_text::SafeText;

use super::process;

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
    length: u64,
}

impl Log {
    /// Opens a log file for appending; it is made if it is not there, for its owner only.
    pub fn open(path: &Path) -> io::Result<Self> {
        let mut rotated = Rotated {
            path: path.to_owned(),
            file: open(path)?,
            length: 0,
        };
        rotated.length = rotated.file.metadata()?.len();
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
        if self.length.saturating_add(added) > LOG_LIMIT {
            let mut aside = self.path.clone().into_os_string();
            aside.push(".1");
            fs::rename(&self.path, aside)?;
            self.file = open(&self.path)?;
            self.length = 0;
        }
        self.file.write_all(line)?;
        self.length = self.length.saturating_add(added);
        Ok(())
    }
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

    #[test]
    fn a_full_log_is_put_aside_and_the_next_line_is_in_a_new_one() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("planerka.log");
        fs::write(&path, vec![b'x'; usize::try_from(LOG_LIMIT).unwrap()]).unwrap();
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
    }
}
