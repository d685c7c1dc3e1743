//! Running this program once more, apart and within limits: for work that may ask for any amount of
//! memory, and that nothing else must suffer from.

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The longest it may take.
const TIME: Duration = Duration::from_secs(20);

/// The most memory it may take.
#[cfg(unix)]
const MEMORY: u64 = 512 * 1024 * 1024;

/// The longest answer that is taken.
const ANSWER: u64 = 64 * 1024 * 1024;

/// How it ended when there is no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// It could not be started.
    NotStarted(io::ErrorKind),
    /// It did not end well: most of the time at a limit.
    Badly,
    /// It was ended, because it took too long.
    Late,
}

/// This program, as it is to be started.
pub fn this_program() -> io::Result<PathBuf> {
    std::env::current_exe()
}

/// Starts a program with one argument, gives it some bytes and waits for those that it answers with.
pub fn ask(program: &Path, argument: &str, input: &[u8]) -> Result<Vec<u8>, Ended> {
    let not_started = |error: io::Error| Ended::NotStarted(error.kind());
    let mut child = Command::new(program)
        .arg(argument)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(not_started)?;
    let answer = talk(&mut child, input.to_vec());
    if answer == Err(Ended::Late) {
        // It may have ended in this moment.
        let _ = child.kill();
    }
    let status = child.wait().map_err(not_started)?;
    match answer {
        Ok(_) if !status.success() => Err(Ended::Badly),
        answer => answer,
    }
}

fn talk(child: &mut Child, input: Vec<u8>) -> Result<Vec<u8>, Ended> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Ended::Badly);
    };
    // One that ends before it has read everything is known by how it ends.
    std::thread::spawn(move || stdin.write_all(&input));
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut answer = Vec::new();
        let read = stdout.take(ANSWER).read_to_end(&mut answer);
        // Nobody waits any longer for one that is late.
        let _ = sender.send(read.map(|_length| answer));
    });
    match receiver.recv_timeout(TIME) {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(_broken)) => Err(Ended::Badly),
        Err(_late) => Err(Ended::Late),
    }
}

/// Limits the memory of this process, once and for all, and has it leave no image of it behind.
/// Where there are no such limits nothing happens: it is a process of its own all the same.
#[cfg(unix)]
pub fn limit() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let up_to = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    let _ = setrlimit(Resource::As, up_to(MEMORY));
    let _ = setrlimit(Resource::Core, up_to(0));
}

/// Limits the memory of this process where it can be.
#[cfg(not(unix))]
pub fn limit() {}
