//! A process is killed before every single system call of its work, and every call fails in every
//! way; then a fresh process opens what is left. `strace` does it; where it is missing nothing is
//! counted and the reason is told.
//!
//! Only calls after the first mention of the state directory are counted: what the loader does
//! before proves nothing.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::process::{copy, judge, place, run, store_script};
use crate::protocols;
use crate::samples::Random;

/// More violations are not looked for.
const ENOUGH: usize = 20;

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Why nothing was tried.
    pub skipped: Option<String>,
    pub scripts: u64,
    pub kill_points: u64,
    pub recovery_kill_points: u64,
    pub injected: u64,
    pub violations: Vec<String>,
}

/// How much to try.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// The script of a meeting, and so many random ones.
    pub scripts: u64,
    /// Every so many calls are tried.
    pub kill_every: u64,
    pub error_every: u64,
    /// At every so many kills the next process is killed at all of its calls, too.
    pub recovery_every: u64,
    pub seed: u64,
}

/// A call: its name, and which of that name it is.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Point {
    name: String,
    number: u64,
}

/// Why `strace` cannot be used here.
pub fn missing() -> Option<String> {
    let tried = Command::new("strace")
        .args(["-f", "-qq", "-e", "trace=none", "true"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match tried {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("strace cannot trace here: {status}")),
        Err(error) => Some(format!("strace: {error}")),
    }
}

/// Where one run takes place.
struct Ground {
    program: PathBuf,
    directory: tempfile::TempDir,
    runs: u64,
}

/// The files of one run.
struct Run {
    state: PathBuf,
    words: PathBuf,
    trace: PathBuf,
}

impl Ground {
    fn new() -> Self {
        Self {
            program: store_script(),
            directory: place(),
            runs: 0,
        }
    }

    /// A fresh place; the one before is swept away.
    fn fresh(&mut self) -> Run {
        let old = self.directory.path().join(self.runs.to_string());
        let _ = fs::remove_dir_all(old);
        self.runs += 1;
        let directory = self.directory.path().join(self.runs.to_string());
        fs::create_dir(&directory).unwrap();
        Run {
            state: directory.join("state"),
            words: directory.join("words"),
            trace: directory.join("trace"),
        }
    }

    /// Runs the program under `strace`; whether it was killed, or `None` when it hangs.
    fn trace(&self, run_at: &Run, expressions: &[String], arguments: &[&str]) -> Option<bool> {
        let mut all: Vec<&OsStr> = ["-f", "-qq", "-o"].map(OsStr::new).to_vec();
        all.push(run_at.trace.as_os_str());
        for expression in expressions {
            all.extend([OsStr::new("-e"), OsStr::new(expression)]);
        }
        all.push(self.program.as_os_str());
        let state = run_at.state.to_string_lossy();
        let arguments: Vec<&str> = arguments
            .iter()
            .map(|argument| {
                if *argument == "DIR" {
                    &state
                } else {
                    *argument
                }
            })
            .collect();
        all.extend(arguments.iter().map(OsStr::new));
        // 9 is SIGKILL: strace dies of what its child died of.
        run(OsStr::new("strace"), &all, &run_at.words).map(|status| status.signal() == Some(9))
    }

    /// All calls of a run that is left alone.
    fn record(&self, run_at: &Run, arguments: &[&str]) -> Vec<Point> {
        let everything = ["trace=%file,%desc".to_owned()];
        let killed = self.trace(run_at, &everything, arguments);
        assert_eq!(killed, Some(false), "{arguments:?}");
        let trace = fs::read_to_string(&run_at.trace).unwrap();
        points_of(&trace, &run_at.state)
    }
}

/// The calls of a trace, from the first that names the state directory.
fn points_of(trace: &str, state: &Path) -> Vec<Point> {
    let mut numbers: BTreeMap<&str, u64> = BTreeMap::new();
    let mut points = Vec::new();
    let state = format!("{:?}", state.display().to_string());
    let state = state.trim_end_matches('"');
    let mut begun = false;
    for line in trace.lines() {
        let call = line
            .split_once(' ')
            .map(|(_process, call)| call.trim_start());
        let Some((name, rest)) = call.and_then(|call| call.split_once('(')) else {
            continue;
        };
        let number = numbers.entry(name).or_default();
        *number += 1;
        begun |= name != "execve" && rest.contains(state);
        if begun {
            points.push(Point {
                name: name.to_owned(),
                number: *number,
            });
        }
    }
    points
}

/// Kills and breaks the scripts.
pub fn explore(scale: Scale) -> Outcome {
    let mut outcome = Outcome {
        skipped: missing(),
        ..Outcome::default()
    };
    if outcome.skipped.is_some() {
        return outcome;
    }
    let mut ground = Ground::new();
    let mut random = Random::new(scale.seed);
    for script in 0..=scale.scripts {
        // A length of 0 is the meeting, one of 1 the years.
        let length = match script {
            0 | 1 => script,
            _ => 3 + random.below(4),
        };
        let (seed, length) = (random.below(1 << 20).to_string(), length.to_string());
        let mode = if script.is_multiple_of(2) {
            "drop"
        } else {
            "retry"
        };
        let arguments = ["run", "DIR", &seed, &length, mode];
        let recording = ground.fresh();
        let points = ground.record(&recording, &arguments);
        if let Err(violation) = judge(&ground.program, &recording.state, &recording.words) {
            outcome.violations.push(format!("undisturbed: {violation}"));
        }
        outcome.scripts += 1;
        kill_everywhere(&mut ground, &arguments, &points, scale, &mut outcome);
        break_everywhere(&mut ground, &arguments, &points, scale, &mut outcome);
    }
    outcome
}

fn step(every: u64) -> usize {
    usize::try_from(every).unwrap()
}

fn kill_everywhere(
    ground: &mut Ground,
    arguments: &[&str],
    points: &[Point],
    scale: Scale,
    outcome: &mut Outcome,
) {
    let first = step(scale.seed % scale.kill_every);
    for point in points.iter().skip(first).step_by(step(scale.kill_every)) {
        // A few violations say enough, and each that hangs takes a minute.
        if outcome.violations.len() > ENOUGH {
            return;
        }
        let run_at = ground.fresh();
        let killed = ground.trace(&run_at, &killing(point), arguments);
        outcome.kill_points += 1;
        let mut complain = |what: &str| {
            let violation = format!("{arguments:?} killed at {point:?}: {what}");
            outcome.violations.push(violation);
        };
        if killed != Some(true) {
            complain("the kill did not strike");
            continue;
        }
        let left = run_at.state.with_file_name("left");
        let in_recovery = outcome.kill_points.is_multiple_of(scale.recovery_every);
        if in_recovery && run_at.state.exists() {
            copy(&run_at.state, &left).unwrap();
        }
        if let Err(violation) = judge(&ground.program, &run_at.state, &run_at.words) {
            complain(&violation);
        }
        if left.exists() {
            let keep = place();
            let kept = keep.path().join("left");
            copy(&left, &kept).unwrap();
            let words = keep.path().join("words");
            fs::copy(&run_at.words, &words).unwrap();
            kill_recovery(ground, &kept, &words, outcome);
        }
    }
}

fn killing(point: &Point) -> Vec<String> {
    let Point { name, number } = point;
    vec![
        format!("trace={name}"),
        format!("inject={name}:signal=SIGKILL:when={number}"),
    ]
}

/// The process that puts things in order is killed at every call, too.
fn kill_recovery(ground: &mut Ground, left: &Path, words: &Path, outcome: &mut Outcome) {
    let arguments = ["open", "DIR"];
    let recording = ground.fresh();
    copy(left, &recording.state).unwrap();
    for point in ground.record(&recording, &arguments) {
        let run_at = ground.fresh();
        copy(left, &run_at.state).unwrap();
        let killed = ground.trace(&run_at, &killing(&point), &arguments);
        outcome.recovery_kill_points += 1;
        let verdict = match killed {
            Some(true) => judge(&ground.program, &run_at.state, words),
            _ => Err("the kill did not strike".to_owned()),
        };
        if let Err(violation) = verdict {
            let violation = format!("recovery killed at {point:?}: {violation}");
            outcome.violations.push(violation);
        }
    }
}

/// Calls that change something and what they may answer.
const CHANGING: &[&str] = &[
    "openat",
    "write",
    "fdatasync",
    "fsync",
    "rename",
    "renameat2",
    "mkdir",
    "unlink",
    "ftruncate",
    "fchmod",
];
/// Calls that only look.
const LOOKING: &[&str] = &[
    "read",
    "statx",
    "newfstatat",
    "getdents64",
    "readlink",
    "lseek",
    "close",
];
/// Calls that a signal can interrupt.
const INTERRUPTED: &[&str] = &["openat", "read", "write", "fdatasync", "fsync", "ftruncate"];

fn errors_of(name: &str) -> Vec<String> {
    let mut errors = Vec::new();
    let mut add = |error: &str, times: &[&str]| {
        errors.extend(
            times
                .iter()
                .map(|times| format!("error={error}:when={{}}{times}")),
        );
    };
    if CHANGING.contains(&name) {
        for error in ["ENOSPC", "EIO", "EDQUOT", "EROFS"] {
            add(error, &["", "+"]);
        }
    }
    if LOOKING.contains(&name) {
        add("EIO", &["", "+"]);
    }
    if name == "flock" {
        add("ENOLCK", &["", "+"]);
        add("EIO", &["", "+"]);
    }
    // For ever would be a process that never gets on: no kernel does that.
    if INTERRUPTED.contains(&name) {
        add("EINTR", &[""]);
    }
    errors
}

fn break_everywhere(
    ground: &mut Ground,
    arguments: &[&str],
    points: &[Point],
    scale: Scale,
    outcome: &mut Outcome,
) {
    let faults = points.iter().flat_map(|point| {
        let whole = |error: String| {
            let error = error.replace("{}", &point.number.to_string());
            (point.name.clone(), format!("inject={}:{error}", point.name))
        };
        errors_of(&point.name).into_iter().map(whole)
    });
    let first = step(scale.seed % scale.error_every);
    for (name, fault) in faults.skip(first).step_by(step(scale.error_every)) {
        if outcome.violations.len() > ENOUGH {
            return;
        }
        let run_at = ground.fresh();
        let expressions = [format!("trace={name}"), fault.clone()];
        let ended = ground.trace(&run_at, &expressions, arguments);
        let trace = fs::read_to_string(&run_at.trace).unwrap();
        outcome.injected += trace.matches("(INJECTED)").count().min(1) as u64;
        let verdict = match ended {
            Some(false) => judge(&ground.program, &run_at.state, &run_at.words),
            Some(true) => Err("killed".to_owned()),
            None => Err("hangs".to_owned()),
        };
        if let Err(violation) = verdict {
            outcome
                .violations
                .push(format!("{arguments:?} with {fault}: {violation}"));
        }
    }
}

/// Kills a way of saving a file before every call: how often it was tried, and how often the
/// file was neither old nor new.
pub fn explore_protocol(protocol: &str) -> (u64, u64) {
    let mut ground = Ground::new();
    let arguments = ["save", protocol, "DIR", "3"];
    let recording = ground.fresh();
    fs::write(&recording.state, protocols::text(0)).unwrap();
    let points = ground.record(&recording, &arguments);
    let mut violations = 0;
    for point in &points {
        let run_at = ground.fresh();
        fs::write(&run_at.state, protocols::text(0)).unwrap();
        ground.trace(&run_at, &killing(point), &arguments);
        let words = fs::read_to_string(&run_at.words).unwrap();
        let saved = words.matches("recorded").count() as u64;
        let found = fs::read(&run_at.state).unwrap_or_default();
        if found != protocols::text(saved) && found != protocols::text(saved + 1) {
            violations += 1;
        }
    }
    (points.len() as u64, violations)
}

/// Ways of saving that a kill alone can show to be bad; the others need a power cut.
pub const BAD_UNDER_KILL: &[&str] = &[
    "truncate in place",
    "unlink, then rename",
    "rename away, then write",
];

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed_or_a_call_fails() {
    let outcome = explore(Scale {
        scripts: 1,
        kill_every: 13,
        error_every: 41,
        recovery_every: 40,
        seed: 503,
    });
    if let Some(reason) = &outcome.skipped {
        println!("SKIPPED, nothing is proven: {reason}");
        return;
    }
    println!(
        "{} kills, {} in recovery, {} failing calls",
        outcome.kill_points, outcome.recovery_kill_points, outcome.injected
    );
    crate::oracle::none(&outcome.violations);
    assert!(outcome.kill_points > 40 && outcome.recovery_kill_points > 50);
    assert!(outcome.injected > 40);
}

#[test]
fn kills_catch_bad_ways_of_saving_and_find_nothing_wrong_with_ours() {
    if let Some(reason) = missing() {
        println!("SKIPPED, nothing is proven: {reason}");
        return;
    }
    for protocol in BAD_UNDER_KILL {
        let (points, violations) = explore_protocol(protocol);
        println!("{protocol}: {violations} of {points}");
        assert!(violations > 0, "{protocol}");
    }
    let (points, violations) = explore_protocol("ours");
    println!("ours: {violations} of {points}");
    assert_eq!(violations, 0);
}
