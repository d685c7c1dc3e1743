//! A process for the harnesses to kill: it opens a state directory, works on it as it is told and
//! says on its standard output what it does. It checks nothing but what `judge` asks for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "a tool for tests, made of their parts"
)]

#[path = "../tests/store/oracle.rs"]
mod oracle;
#[path = "../tests/store/protocols.rs"]
mod protocols;
#[path = "../tests/store/samples.rs"]
mod samples;
#[path = "../tests/store/script.rs"]
mod script;

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{IoSlice, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use planerka::store::file_system::{FileSystem, RealFileSystem};
use planerka::store::state_directory::{Access, StateDirectory};

use samples::{act, options};
use script::{AfterFailure, Promised, Said, Script, run_aloud};

const USAGE: &str = "store_script run DIR SEED LENGTH drop|retry
store_script open DIR
store_script judge DIR WORDS
store_script save PROTOCOL FILE TIMES
store_script contend DIR FIRST COUNT SECONDS";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let disk: Arc<dyn FileSystem> = Arc::new(RealFileSystem::private());
    let mut out = Voice::new();
    match words.as_slice() {
        ["run", path, seed, length, mode] => {
            let script = match length.parse().unwrap() {
                0 => Script::meeting(),
                1 => Script::years(),
                length => Script::random(seed.parse().unwrap(), length),
            };
            let mode = match *mode {
                "retry" => AfterFailure::Retry,
                _ => AfterFailure::Drop,
            };
            run_aloud(&script, &disk, Path::new(path), mode, &mut |said| {
                out.say(said);
            });
        }
        ["open", path] => drop(script::try_open(&disk, Path::new(path))),
        ["judge", path, words] => {
            let promised = Promised::from_words(&fs::read_to_string(words).unwrap());
            if let Err(violation) = oracle::judge(&disk, Path::new(path), &promised) {
                out.say(violation);
                return ExitCode::FAILURE;
            }
        }
        ["save", protocol, path, times] => {
            let protocol = protocols::by_name(protocol).unwrap();
            for number in 1..=times.parse().unwrap() {
                if protocol(disk.as_ref(), Path::new(path), &protocols::text(number)).is_ok() {
                    out.say(Said::Recorded(number));
                }
            }
        }
        ["contend", path, first, count, seconds] => {
            let acts = first.parse().unwrap()..;
            let patience = Duration::from_secs(seconds.parse().unwrap());
            let acts = acts.take(count.parse().unwrap());
            contend(&disk, &PathBuf::from(path), acts, patience, &mut out);
        }
        _ => {
            out.say(USAGE);
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Waits for the lock, records its acts, leaves.
fn contend(
    disk: &Arc<dyn FileSystem>,
    path: &Path,
    acts: impl Iterator<Item = u64>,
    patience: Duration,
    out: &mut Voice,
) {
    let end = Instant::now() + patience;
    let mut acts = acts.peekable();
    while acts.peek().is_some() && Instant::now() < end {
        let Ok(opened) = StateDirectory::open(Arc::clone(disk), path, &options(samples::WRITER))
        else {
            continue;
        };
        let mut directory = opened.directory;
        if *directory.access() != Access::ReadWrite {
            std::thread::sleep(Duration::from_millis(1));
            continue;
        }
        for number in acts.by_ref() {
            out.say(Said::Trying(number));
            if directory.append(&act(number)).is_ok() {
                out.say(Said::Recorded(number));
            }
        }
    }
}

/// Standard output through `writev`, which nothing else here calls: the harness lets `write` fail
/// without silencing the witness.
struct Voice(File);

impl Voice {
    fn new() -> Self {
        #[cfg(unix)]
        let file = {
            use std::os::fd::AsFd as _;
            File::from(std::io::stdout().as_fd().try_clone_to_owned().unwrap())
        };
        #[cfg(windows)]
        let file = {
            use std::os::windows::io::AsHandle as _;
            File::from(std::io::stdout().as_handle().try_clone_to_owned().unwrap())
        };
        Self(file)
    }

    fn say(&mut self, word: impl Display) {
        let line = format!("{word}\n");
        // A closed pipe is no reason to stop: what was done counts, said or not.
        let _ = self.0.write_vectored(&[IoSlice::new(line.as_bytes())]);
    }
}
