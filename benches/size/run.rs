//! A program in a pseudo-terminal, and what it has cost by the kernel's own count.

use std::fs;
use std::io::{Read, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use vt100::Parser;

use super::floor;
use super::ground::Ground;

/// How long nothing has to come before a frame counts as whole.
const QUIET: Duration = Duration::from_millis(60);
/// How often a key is pressed: the mean of these counts.
const PRESSES: usize = 10;

/// How long the first frame, and the answer to a key, are waited for.
const LONGEST_START: Duration = Duration::from_secs(60);
const LONGEST_KEY: Duration = Duration::from_secs(2);
/// The stretch that is looked at until a program is idle, and the one that is measured then.
const WHILE: Duration = Duration::from_millis(500);
const IDLE: Duration = Duration::from_secs(4);
/// What a program that still works uses at least, in ms a second.
const BUSY: f64 = 50.0;

/// What was measured.
pub struct Measured {
    /// Processor time in ms of the thread that reads keys and draws: of the start, or of a key.
    pub cpu: f64,
    /// The same of the start until the first key was answered, where one was pressed at once.
    pub answered: f64,
    /// Bytes to the terminal: of the first frame, or of a key.
    pub bytes: usize,
    /// The same of a key without what is drawn of the card: what it costs to move the cursor.
    pub beside_card: usize,
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
    let answers = answers(pair.master.try_clone_reader().unwrap());
    let cells = |count| NonZero::new(count).unwrap();
    let mut screen = Parser::new(cells(size.rows), cells(size.cols), 0);
    let first = frame(&answers, LONGEST_START);
    screen.process(&first);
    let mut measured = Measured {
        cpu: processor_time(process),
        answered: 0.0,
        bytes: first.len(),
        beside_card: 0,
        memory: 0.0,
        idle: 0.0,
    };
    let mut press = |keys: &str| {
        let mut answered = Vec::new();
        for keys in keys.split('|') {
            writer.write_all(keys.as_bytes()).unwrap();
            writer.flush().unwrap();
            // A key that changes nothing is answered by nothing.
            answered.extend(frame(&answers, LONGEST_KEY));
        }
        answered
    };
    if key.is_empty() {
        while uses(process, &answers, WHILE) > BUSY * WHILE.as_secs_f64() {}
        // The look through everything begins when nobody presses a key: of three stretches the
        // least is idle.
        let stretches = (0..3).map(|_| uses(process, &answers, IDLE) / IDLE.as_secs_f64());
        measured.idle = stretches.fold(f64::INFINITY, f64::min);
    } else {
        let mut presses = PRESSES;
        if !way.is_empty() {
            screen.process(&press(way));
            measured.answered = processor_time(process);
            // The first one may have to gather what the screen shows. One that finds nothing to
            // move on is answered by nothing, however often it is pressed.
            let first = press(key);
            screen.process(&first);
            presses = if first.is_empty() { 1 } else { PRESSES };
        }
        let before = processor_time(process);
        let frames: Vec<Vec<u8>> = (0..presses).map(|_| press(key)).collect();
        measured.cpu = (processor_time(process) - before) / presses as f64;
        measured.bytes = frames.iter().map(Vec::len).sum::<usize>() / presses;
        let beside = frames.iter().map(|it| beside_card(&mut screen, it));
        measured.beside_card = beside.sum::<usize>() / presses;
    }
    measured.memory = peak_memory(process);
    child.kill().unwrap();
    child.wait().unwrap();
    measured
}

/// The bytes of a frame that are not drawn to the right of the line between list and card.
fn beside_card(screen: &mut Parser, frame: &[u8]) -> usize {
    let line = line_before_card(screen);
    let mut rest = frame;
    let mut beside = 0;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(first_word(rest));
        screen.process(word);
        let (_, column) = screen.screen().cursor_position();
        if column <= line {
            beside += word.len();
        }
        rest = behind;
    }
    beside
}

/// The column of the last line from top to bottom that has something behind it; the last column
/// where there is none.
fn line_before_card(screen: &Parser) -> u16 {
    let (rows, columns) = screen.screen().size();
    let is_line = |column: &u16| {
        let cells = (0..rows.get()).filter_map(|row| screen.screen().cell(row, *column));
        let of_line = cells.filter(|cell| ["│", "┃"].contains(&cell.contents()));
        of_line.count() > usize::from(rows.get()) / 2
    };
    let behind = columns.get() - 10;
    let last = (0..behind).rev().find(is_line);
    last.unwrap_or(columns.get())
}

/// How long the letter or the sequence is that bytes begin with.
fn first_word(bytes: &[u8]) -> usize {
    let is_last = |byte: &u8| byte.is_ascii_alphabetic();
    let length = if bytes.starts_with(b"\x1b[") {
        bytes[2..].iter().position(is_last).map(|it| it + 3)
    } else {
        let is_first = |byte: &u8| byte & 0xc0 != 0x80;
        bytes[1..].iter().position(is_first).map(|it| it + 1)
    };
    length.unwrap_or(bytes.len())
}

/// What a program writes to its terminal, piece by piece.
fn answers(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, answers) = channel();
    thread::spawn(move || {
        let mut bytes = vec![0; 65536];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            if sender.send(bytes[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    answers
}

/// Waits until something has come and nothing more comes; gives what came.
fn frame(answers: &Receiver<Vec<u8>>, patience: Duration) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut patience = patience;
    while let Ok(more) = answers.recv_timeout(patience) {
        bytes.extend(more);
        patience = QUIET;
    }
    bytes
}

/// What all threads of a process use in a stretch of time in which nobody presses a key, in ms. The
/// look through everything that follows a start has a thread of its own, and is over when it uses
/// little.
fn uses(process: u32, answers: &Receiver<Vec<u8>>, stretch: Duration) -> f64 {
    let before = time_of_all(process);
    let end = Instant::now() + stretch;
    let left = || end.saturating_duration_since(Instant::now());
    while answers.recv_timeout(left()).is_ok() {}
    // A thread that has ended has taken its time along.
    (time_of_all(process) - before).abs()
}

/// The processor time in ms of the thread that reads keys and draws: what somebody waits for.
fn processor_time(process: u32) -> f64 {
    time_of(Path::new(&format!("/proc/{process}/task/{process}")))
}

/// The processor time of all threads of a process, in ms.
fn time_of_all(process: u32) -> f64 {
    let threads = fs::read_dir(format!("/proc/{process}/task")).unwrap();
    threads
        .flatten()
        .map(|thread| time_of(&thread.path()))
        .sum()
}

fn time_of(thread: &Path) -> f64 {
    let text = fs::read_to_string(thread.join("schedstat")).unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|it| it.parse::<f64>().ok());
    nanoseconds.unwrap_or_default() / 1e6
}

fn peak_memory(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let number = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    number.unwrap_or(f64::NAN) / 1024.0
}
