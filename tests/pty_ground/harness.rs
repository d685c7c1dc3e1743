//! A program in a pseudo-terminal. Everything waits for a condition, with a limit.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(2);
const ICANON_AND_ECHO: u32 = 0o2 | 0o10;

/// How the program is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// As the leader of the session: it gets SIGHUP when the terminal is gone.
    Directly,
    /// Below a shell that ignores SIGHUP: nobody tells it.
    WithoutHangup,
}

pub(crate) struct Program {
    child: Box<dyn Child + Send + Sync>,
    pid: u32,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    seen: Arc<Mutex<Seen>>,
    stop_reading: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
}

struct Seen {
    bytes: Vec<u8>,
    screen: vt100::Parser,
}

impl Program {
    pub(crate) fn start(way: Way) -> Self {
        let command = match way {
            Way::Directly => CommandBuilder::new(example()),
            Way::WithoutHangup => {
                let mut shell = CommandBuilder::new("sh");
                shell.args(["-c", "trap '' HUP; \"$0\"; exit $?"]);
                shell.arg(example());
                shell
            }
        };
        let mut program = Self::spawn(command, 80, 24);
        if way == Way::WithoutHangup {
            program.wait_for_text("ready");
            program.mean_the_child();
        }
        program
    }

    /// From now on the only child of the process is meant, not the shell it runs below.
    pub(crate) fn mean_the_child(&mut self) {
        let pid = self.pid;
        let children = format!("/proc/{pid}/task/{pid}/children");
        let children = std::fs::read_to_string(children).unwrap();
        self.pid = children.trim().parse().unwrap();
    }

    /// Runs a command in a terminal of a size.
    pub(crate) fn spawn(mut command: CommandBuilder, cols: u16, rows: u16) -> Self {
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TERM", "xterm-256color");
        command.env_remove("RUST_BACKTRACE");
        let child = pair.slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap();
        let seen = Arc::new(Mutex::new(Seen {
            bytes: Vec::new(),
            screen: vt100::Parser::new(cells(rows), cells(cols), 0),
        }));
        let stop_reading = Arc::new(AtomicBool::new(false));
        let reader = pair.master.try_clone_reader().unwrap();
        let reader = read(reader, Arc::clone(&seen), Arc::clone(&stop_reading));
        Self {
            child,
            pid,
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            seen,
            stop_reading,
            reader: Some(reader),
        }
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(bytes).unwrap();
        writer.flush().unwrap();
    }

    pub(crate) fn signal(&self, name: &str) {
        let kill = Command::new("kill")
            .args([&format!("-{name}"), &self.pid.to_string()])
            .status();
        assert!(kill.unwrap().success());
    }

    pub(crate) fn resize(&self, cols: u16, rows: u16) {
        let mut seen = self.seen.lock().unwrap();
        seen.screen.screen_mut().set_size(cells(rows), cells(cols));
        drop(seen);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    pub(crate) fn wait_for_text(&self, text: &str) {
        self.wait_until(text, |program| program.screen().contains(text));
    }

    pub(crate) fn wait_until(&self, what: &str, condition: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !condition(self) {
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for {what}; screen:\n{}\nbytes: {:?}",
                self.screen(),
                self.output()
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// All bytes the terminal has got, as text.
    pub(crate) fn output(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    pub(crate) fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// Whether the program has the terminal: raw mode and alternate screen.
    pub(crate) fn is_taken(&self) -> bool {
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        let taken = screen.alternate_screen() && screen.bracketed_paste();
        drop(seen);
        let modes = self.master.as_ref().unwrap().get_termios().unwrap();
        taken && modes.local_flags.bits() & ICANON_AND_ECHO == 0
    }

    /// Whether the program has the mouse.
    pub(crate) fn has_mouse(&self) -> bool {
        let seen = self.seen.lock().unwrap();
        seen.screen.screen().mouse_protocol_mode() != vt100::MouseProtocolMode::None
    }

    pub(crate) fn assert_restored(&self) {
        self.wait_until("the shell's screen", |program| {
            let mouse = program.has_mouse();
            let seen = program.seen.lock().unwrap();
            let screen = seen.screen.screen();
            !screen.alternate_screen()
                && !screen.bracketed_paste()
                && !screen.hide_cursor()
                && !mouse
        });
        let modes = self.master.as_ref().unwrap().get_termios().unwrap();
        assert_eq!(modes.local_flags.bits() & ICANON_AND_ECHO, ICANON_AND_ECHO);
    }

    pub(crate) fn exit_code(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            assert!(
                start.elapsed() < PATIENCE,
                "does not end; {:?}",
                self.output()
            );
            std::thread::sleep(PAUSE);
        }
    }

    /// The state of the process as the kernel tells it: `T` is stopped.
    pub(crate) fn state(&self) -> char {
        let fields = self.stat().unwrap_or_default();
        fields
            .first()
            .and_then(|state| state.chars().next())
            .unwrap_or('?')
    }

    /// Closes the terminal. The exit code, the processor time spent on ending, and how long
    /// it took.
    pub(crate) fn hang_up(&mut self) -> (u32, Duration, Duration) {
        self.stop_reading.store(true, Ordering::SeqCst);
        // The answer to a key wakes the reader, which then closes its end.
        self.send(b"x");
        self.reader.take().unwrap().join().unwrap();
        let before = self.cpu().unwrap();
        self.writer = None;
        let start = Instant::now();
        self.master = None;
        let mut last = before;
        loop {
            last = self.cpu().unwrap_or(last);
            if let Some(status) = self.child.try_wait().unwrap() {
                return (
                    status.exit_code(),
                    last.saturating_sub(before),
                    start.elapsed(),
                );
            }
            assert!(start.elapsed() < PATIENCE, "does not end after a hang-up");
            std::thread::sleep(PAUSE);
        }
    }

    fn cpu(&self) -> Option<Duration> {
        let fields = self.stat()?;
        let ticks = |place: usize| fields.get(place)?.parse::<u64>().ok();
        // Fields 14 and 15 of proc_pid_stat(5), in hundredths of a second.
        Some(Duration::from_millis((ticks(11)? + ticks(12)?) * 10))
    }

    /// The fields after the name of the program.
    fn stat(&self) -> Option<Vec<String>> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid)).ok()?;
        let (_, fields) = stat.rsplit_once(") ")?;
        Some(fields.split_whitespace().map(str::to_owned).collect())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _already_gone = self.child.kill();
        let _status = self.child.wait();
    }
}

fn read(
    mut reader: Box<dyn Read + Send>,
    seen: Arc<Mutex<Seen>>,
    stop: Arc<AtomicBool>,
) -> JoinHandle<()> {
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        while !stop.load(Ordering::SeqCst) {
            match reader.read(&mut bytes) {
                Ok(0) | Err(_) => return,
                Ok(count) => {
                    let mut seen = seen.lock().unwrap();
                    seen.bytes.extend_from_slice(&bytes[..count]);
                    seen.screen.process(&bytes[..count]);
                }
            }
        }
    })
}

fn cells(number: u16) -> NonZero<u16> {
    NonZero::new(number).unwrap()
}

/// The example beside this test. Always built: one that is there may be of another state of the
/// sources.
fn example() -> PathBuf {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    BUILT.get_or_init(build_example).clone()
}

fn build_example() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.parent().unwrap().parent().unwrap();
    let example = profile.join("examples/ground");
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--locked", "--example", "ground"]);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    if profile.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    example
}
