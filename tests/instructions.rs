//! How many instructions a start and a key cost, held by a table: `tests/data/instructions.txt`.
//! Times differ from run to run, instructions hardly. Counted of the code people run, where valgrind
//! is installed: `cargo test --release --test instructions`; said loudly where it is not counted.
//! `PLANERKA_UPDATE=1` writes the table anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::print_stderr,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a test that fails may panic; the harness is shared"
)]
#![cfg(target_os = "linux")]

#[path = "it/harness.rs"]
mod harness;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use harness::{Desk, STATE, Setting, date};
use planerka::domain::date::Date;
use planerka::store::simulated::SimulatedFileSystem;
use planerka::tui::frames::Frames;
use planerka::tui::model::{Action, Screen};
use planerka::tui::view;
use ratatui::backend::TestBackend;

/// Which scene a process under valgrind plays.
const SCENE: &str = "PLANERKA_SCENE";
/// Where the files lie it begins with.
const FILES: &str = "PLANERKA_SCENE_FILES";
/// The most a count may be above the table, in hundredths.
const GROWTH: u64 = 10;
/// How many rounds more the longer of two runs plays: their difference is what these cost.
const TIMES: u64 = 3;

/// Meetings on record: none, and as many as in a year and a half.
const MEETINGS: [usize; 2] = [0, 31];

/// One meeting as a chair holds it.
const MEETING: &str = "a a j x Enter d 5 w r d d 5 w v «Информацию принять к сведению» Enter \
    e «мм» Enter «+3чт» Enter n «Доложили о ходе работ» Enter m f Enter F6";

/// What is counted: where it begins, and the commands of one round.
const SCENES: [(&str, &str, &[Action]); 8] = [
    ("start", "", &[]),
    ("frame again", "open", &[]),
    (
        "agenda, next line",
        "open",
        &[Action::NextItem, Action::PreviousItem],
    ),
    ("mark", "open", &[Action::Percent50, Action::MarkDone]),
    (
        "plan, next line",
        "open F3 j j",
        &[Action::NextItem, Action::PreviousItem],
    ),
    (
        "responsibilities, next line",
        "open F4",
        &[Action::NextItem, Action::PreviousItem],
    ),
    (
        "assignment, next name",
        "open e «цнп»",
        &[Action::NextCandidate, Action::PreviousCandidate],
    ),
    (
        "search, next hit",
        "open / «совещан»",
        &[Action::NextCandidate, Action::PreviousCandidate],
    ),
];

fn last_day(meetings: usize) -> &'static str {
    if meetings == 0 {
        "2023-05-25"
    } else {
        "2023-12-21"
    }
}

fn is_chosen(desk: &Desk, day: Date) -> bool {
    match desk.model().screen() {
        Some(Screen::Start(state)) => state.days.get(state.selected) == Some(&day),
        _ => panic!("the start screen is not there"),
    }
}

fn open_meeting(desk: &mut Desk) {
    desk.press("Enter");
    while !desk.model().overlays.is_empty() {
        desk.press("Esc");
    }
}

/// A disk with so many meetings on record.
fn disk(meetings: usize) -> SimulatedFileSystem {
    let mut desk = Desk::new();
    for _ in 0..meetings {
        open_meeting(&mut desk);
        desk.press(MEETING);
    }
    let held = desk.model().workspace.ledger().meetings();
    assert_eq!(held.len(), meetings);
    let last = held.keys().next_back().copied();
    assert!(
        last.is_none_or(|day| day == date(last_day(meetings))),
        "{last:?}"
    );
    desk.leave();
    desk.files.clone()
}

fn draw(desk: &Desk, frames: &mut Frames<TestBackend>) {
    let Ok(_) = frames.draw(|buffer| view::draw(desk.model(), buffer));
}

/// Plays one scene, so many rounds of it.
#[test]
fn scene() {
    let Ok(asked) = std::env::var(SCENE) else {
        return;
    };
    let (meetings, asked) = asked.split_once(' ').unwrap();
    let (rounds, name) = asked.split_once(' ').unwrap();
    let meetings: usize = meetings.parse().unwrap();
    let rounds: u64 = rounds.parse().unwrap();
    let (_, before, commands) = SCENES.into_iter().find(|it| it.0 == name).unwrap();
    let files = SimulatedFileSystem::new();
    let root = PathBuf::from(std::env::var(FILES).unwrap());
    for (name, bytes) in lying_in(&root) {
        files.place(&Path::new(STATE).join(name), &bytes);
    }
    let setting = Setting {
        today: date(last_day(meetings)),
        ..Setting::default()
    };
    let mut frames = Frames::new(TestBackend::new(120, 40), (120, 40).into());
    if before.is_empty() {
        for _ in 0..rounds {
            let desk = Desk::on(files.clone(), setting.clone());
            draw(&desk, &mut frames);
        }
        return;
    }
    let mut desk = Desk::on(files, setting);
    if meetings == 0 {
        open_meeting(&mut desk);
    } else {
        desk.press("G");
        while !is_chosen(&desk, date(last_day(meetings))) {
            desk.press("k");
        }
        desk.press("R «для измерения» Enter");
    }
    assert_eq!(desk.model().open_meeting(), Some(date(last_day(meetings))));
    desk.press(before.strip_prefix("open").unwrap());
    draw(&desk, &mut frames);
    // What is made once and kept is made now.
    for command in commands {
        desk.run(*command);
        draw(&desk, &mut frames);
    }
    for _ in 0..rounds {
        for command in commands {
            desk.run(*command);
            draw(&desk, &mut frames);
        }
        if commands.is_empty() {
            draw(&desk, &mut frames);
        }
    }
}

fn lying_in(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(directory) = open.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    found
}

/// The instructions of a whole run of so many rounds.
fn run(name: &str, meetings: usize, rounds: u64, files: &Path) -> u64 {
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "scene", "--test-threads=1"])
        .env(SCENE, format!("{meetings} {rounds} {name}"))
        .env(FILES, files)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{name}: {said}");
    let line = said.lines().find_map(|line| line.split_once("Collected :"));
    line.expect("a count").1.trim().parse().unwrap()
}

/// The instructions of a scene, per command.
fn count(name: &str, meetings: usize, commands: usize, files: &Path) -> u64 {
    let [short, long] = [1, 1 + TIMES].map(|rounds| run(name, meetings, rounds, files));
    let commands = u64::try_from(commands.max(1)).unwrap();
    let each = long.saturating_sub(short) / TIMES / commands;
    assert!(each > 10_000, "{name}: nothing was counted");
    each
}

/// With which compiler and profile was counted: other ones make other code.
fn made_with() -> String {
    let compiler = Command::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()))
        .arg("-V")
        .output();
    let version = compiler.map_or_else(
        |_| "unknown".to_owned(),
        |run| String::from_utf8_lossy(&run.stdout).trim().to_owned(),
    );
    format!("release, {version}, {}", std::env::consts::ARCH)
}

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/instructions.txt")
}

#[test]
fn no_start_and_no_key_costs_a_tenth_more_instructions_than_the_table_says() {
    if cfg!(debug_assertions) {
        eprintln!("!! NOT CHECKED: instructions. They are counted with --release");
        return;
    }
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("!! NOT CHECKED: instructions. valgrind is not installed");
        return;
    }
    let mut counts = BTreeMap::new();
    for meetings in MEETINGS {
        let directory = tempfile::tempdir().unwrap();
        for (path, bytes) in disk(meetings).files() {
            let Ok(name) = path.strip_prefix(STATE) else {
                continue;
            };
            let place = directory.path().join(name);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, bytes).unwrap();
        }
        for (name, _, commands) in SCENES {
            let found = count(name, meetings, commands.len(), directory.path());
            counts.insert(format!("{name}; meetings: {meetings}"), found);
        }
    }
    let mut text = format!("{}\n", made_with());
    for (name, count) in &counts {
        writeln!(text, "{count:>12}  {name}").unwrap();
    }
    if std::env::var_os("PLANERKA_UPDATE").is_some() {
        fs::write(table(), text).unwrap();
        return;
    }
    let known = fs::read_to_string(table()).unwrap_or_default();
    let mut lines = known.lines();
    if lines.next() != Some(made_with().as_str()) {
        eprintln!(
            "!! NOT CHECKED: instructions. The table was made otherwise than {}",
            made_with()
        );
        return;
    }
    let known: BTreeMap<&str, u64> = lines
        .filter_map(|line| line.trim().split_once("  "))
        .map(|(count, name)| (name, count.parse().unwrap()))
        .collect();
    let mut grown = Vec::new();
    for (name, count) in &counts {
        let before = *known
            .get(name.as_str())
            .unwrap_or_else(|| panic!("{name} is not in the table"));
        if *count > before + before * GROWTH / 100 {
            grown.push(format!("{name}: {before} → {count}"));
        }
    }
    assert!(
        grown.is_empty(),
        "{grown:#?}\nfaster or meant: PLANERKA_UPDATE=1 cargo test --release --test instructions"
    );
}
