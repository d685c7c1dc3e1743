//! A program in a pseudo-terminal, and what it has cost by the kernel's own count.

use std::fs;
use std::io::{Read as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::floor;
use super::ground::Ground;

/// How long nothing has to come before a frame counts as whole.
const QUIET: Duration = Duration::from_millis(60);
/// How often a key is pressed: the mean of these counts.
const PRESSES: usize = 10;

/// What was measured.
pub struct Measured {
    /// Processor time in ms of the thread that reads keys and draws: of the start, or of a key.
    pub cpu: f64,
    /// Bytes to the terminal: of the first frame, or of a key.
    pub bytes: usize,
    /// The most memory at one time, in MB.
    pub memory: f64,
    /// Processor time of all threads in ms a second while nothing happens; measured at a start only.
    pub idle: f64,
}

pub fn floor(presses: usize) -> Measured {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.arg(floor::ARGUMENT);
    measure(command, "", if presses == 0 { "" } else { "j" })
}

pub fn program(ground: &Ground, way: &str, key: &str) -> Measured {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_planerka"));
    command.args(["--lang", "ru", "--today", ground.today, "--state"]);
    command.arg(ground.directory.path());
    command.env("HOME", ground.home.path());
    command.env_remove("XDG_DATA_HOME");
    measure(command, way, key)
}

fn measure(mut command: CommandBuilder, way: &str, key: &str) -> Measured {
    let size = PtySize {
        rows: 40,
        cols: 120,
        pixel_width: 0,
        pixel_height: 0,
    };
    command.env("TERM", "xterm-256color");
    let pair = native_pty_system().openpty(size).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let process = child.process_id().unwrap();
    let mut writer = pair.master.take_writer().unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let seen = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&seen);
    thread::spawn(move || {
        let mut bytes = vec![0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            counted.fetch_add(count, Ordering::Relaxed);
        }
    });
    wait_for_frame(&seen, 0);
    let mut measured = Measured {
        cpu: processor_time(process),
        bytes: seen.load(Ordering::Relaxed),
        memory: 0.0,
        idle: 0.0,
    };
    let mut press = |keys: &str| {
        let before = seen.load(Ordering::Relaxed);
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        wait_for_frame(&seen, before);
        seen.load(Ordering::Relaxed) - before
    };
    if key.is_empty() {
        wait_for_quiet(process);
        let before = time_of_all(process);
        thread::sleep(Duration::from_secs(4));
        measured.idle = (time_of_all(process) - before) / 4.0;
    } else {
        if !way.is_empty() {
            press(way);
            // The first one may have to gather what the screen shows.
            press(key);
        }
        let before = processor_time(process);
        let bytes: usize = (0..PRESSES).map(|_| press(key)).sum();
        measured.cpu = (processor_time(process) - before) / PRESSES as f64;
        measured.bytes = bytes / PRESSES;
    }
    measured.memory = peak_memory(process);
    child.kill().unwrap();
    child.wait().unwrap();
    measured
}

/// Waits until something has come and nothing more comes.
fn wait_for_frame(seen: &AtomicUsize, before: usize) {
    let begun = Instant::now();
    let mut last = (before, Instant::now());
    loop {
        thread::sleep(Duration::from_millis(2));
        let now = seen.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        }
        let is_quiet = last.1.elapsed() > QUIET;
        // A key that changes nothing is answered by nothing.
        let gave_up = begun.elapsed() > Duration::from_secs(if before == 0 { 60 } else { 2 });
        if (is_quiet && now > before) || gave_up {
            return;
        }
    }
}

/// The processor time in ms of the thread that reads keys and draws: what somebody waits for.
fn processor_time(process: u32) -> f64 {
    time_of(&format!("/proc/{process}/task/{process}"))
}

/// The processor time of all threads of a process, in ms.
fn time_of_all(process: u32) -> f64 {
    threads(process).iter().map(|thread| time_of(thread)).sum()
}

fn threads(process: u32) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let paths = threads.flatten().map(|entry| entry.path());
    paths.map(|path| path.display().to_string()).collect()
}

fn time_of(thread: &str) -> f64 {
    let text = fs::read_to_string(format!("{thread}/schedstat")).unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e6
}

/// Waits until the look through everything is done, which has a thread of its own.
fn wait_for_quiet(process: u32) {
    let begun = Instant::now();
    loop {
        let before = (threads(process).len(), time_of_all(process));
        thread::sleep(Duration::from_millis(500));
        let now = (threads(process).len(), time_of_all(process));
        let is_quiet = now.0 == before.0 && now.1 - before.1 < 25.0;
        if is_quiet || begun.elapsed() > Duration::from_secs(60) {
            return;
        }
    }
}

fn peak_memory(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    number.unwrap_or(f64::NAN) / 1024.0
}
