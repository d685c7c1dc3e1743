//! How far the writing of files has come, on the standard error: one line that counts in a
//! terminal, a line a file elsewhere.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::super::output::visible;

/// Says what has been written.
#[derive(Debug)]
pub(super) struct Progress {
    count: usize,
    done: usize,
    counts_in_place: bool,
}

impl Progress {
    /// Of so many files. A single one needs no counting.
    pub(super) fn new(count: usize) -> Self {
        Self {
            count,
            done: 0,
            counts_in_place: count > 1 && io::stderr().is_terminal(),
        }
    }

    /// One more file is written.
    pub(super) fn step(&mut self, path: &Path) {
        self.done += 1;
        let head = format!("{}/{}", self.done, self.count);
        let mut errors = io::stderr().lock();
        // With stderr gone there is nobody left to tell.
        let _ = if self.counts_in_place {
            let name = visible(&path.file_name().unwrap_or_default().to_string_lossy());
            // Back to the beginning of the line, and nothing left of what stood there.
            write!(errors, "\r{head} {name}\u{1b}[K").and_then(|()| errors.flush())
        } else {
            writeln!(errors, "{head} {}", visible(&path.display().to_string()))
        };
    }

    /// Something to be read, on a line of its own.
    pub(super) fn say(&self, words: &str) {
        let end = if self.counts_in_place { "\n" } else { "" };
        let _ = writeln!(io::stderr().lock(), "{end}{}", visible(words));
    }

    /// All is written.
    pub(super) fn finish(&self, words: &str) {
        if self.counts_in_place {
            let _ = writeln!(io::stderr().lock(), "\r{}\u{1b}[K", visible(words));
        }
    }
}
