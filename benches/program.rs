//! What a start and a key cost: on an empty journal and after 84 meetings.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "a bench that fails may panic; the harness is the tests'"
)]

#[path = "../tests/it/harness.rs"]
mod harness;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use divan::{Bencher, black_box};
use harness::{Desk, STATE, date};
use planerka::domain::date::Date;
use planerka::domain::operation::WriterId;
use planerka::domain::workspace::{Duties, Workspace};
use planerka::store::embedded;
use planerka::store::lock::Holder;
use planerka::store::simulated::{SimulatedFileSystem, Tears};
use planerka::store::state_directory::load_workspace;
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::frames::Frames;
use planerka::tui::model::{Action, Screen};
use planerka::tui::view;
use ratatui::backend::TestBackend;

/// Meetings in the journal.
const MEETINGS: [usize; 2] = [0, 84];

/// One meeting as a chair holds it: attendance, marks, entries, an assignment, control.
const MEETING: &str = "a a j x Enter d 5 w r d d 5 w \
    v «Информацию принять к сведению» Enter \
    e «мм» Enter «+3чт» Enter \
    n «Доложили о ходе работ, замечаний нет» Enter m \
    e «иро» Enter «+5чт» Enter 7 d r w \
    f Enter F6";

fn main() {
    divan::main();
}

/// The disk after 84 Thursdays; made once.
static SEASON: LazyLock<SimulatedFileSystem> = LazyLock::new(|| {
    let mut desk = Desk::new();
    for _ in 0..84 {
        open_meeting(&mut desk);
        desk.press(MEETING);
    }
    let held = desk.model().workspace.ledger().meetings().len();
    assert_eq!(held, 84, "a meeting is held every Thursday");
    desk.leave();
    desk.files.clone()
});

/// Enter on the start screen; what changed since last Thursday is not read aloud.
fn open_meeting(desk: &mut Desk) {
    desk.press("Enter");
    while !desk.model().overlays.is_empty() {
        desk.press("Esc");
    }
}

fn files(meetings: usize) -> SimulatedFileSystem {
    if meetings == 0 {
        let mut desk = Desk::new();
        desk.leave();
        return desk.files.clone();
    }
    // A disk of its own: clones of one share what is on it.
    SEASON.crash_states(Tears::Few, 1, 1).next().unwrap()
}

fn last_day(meetings: usize) -> &'static str {
    if meetings == 0 {
        "2023-05-25"
    } else {
        "2024-12-26"
    }
}

fn desk(meetings: usize) -> Desk {
    let setting = harness::Setting {
        today: date(last_day(meetings)),
        ..harness::Setting::default()
    };
    Desk::on(files(meetings), setting)
}

/// The directory is opened, its documents are read, the journal is folded.
fn load(files: &SimulatedFileSystem) -> Workspace {
    let opened = StateDirectory::open(
        Arc::new(files.clone()),
        Path::new(STATE),
        &Options {
            writer: WriterId("pc1".into()),
            read_only: true,
            holder: Holder::default(),
            embedded: embedded::ALL,
        },
    )
    .unwrap();
    let mut directory = opened.directory;
    load_workspace(&mut directory, opened.records).unwrap()
}

#[divan::bench(args = MEETINGS)]
fn cold_load(bencher: Bencher, meetings: usize) {
    let files = files(meetings);
    bencher.bench(|| load(black_box(&files)));
}

fn is_chosen(desk: &Desk, day: Date) -> bool {
    match desk.model().screen() {
        Some(Screen::Start(state)) => state.days.get(state.selected) == Some(&day),
        _ => panic!("the start screen is not there"),
    }
}

/// The desk in the last meeting, on a terminal that keeps its frames as the real one does.
fn in_meeting(meetings: usize) -> (Desk, Frames<TestBackend>) {
    let mut desk = desk(meetings);
    if meetings > 0 {
        desk.press("G");
        while !is_chosen(&desk, date(last_day(meetings))) {
            desk.press("k");
        }
        desk.press("R «для измерения» Enter");
    } else {
        open_meeting(&mut desk);
    }
    let open = desk.model().open_meeting();
    assert_eq!(open, Some(date(last_day(meetings))), "{}", desk.frame());
    let frames = Frames::new(TestBackend::new(120, 40), (120, 40).into());
    (desk, frames)
}

fn draw(desk: &Desk, frames: &mut Frames<TestBackend>) {
    let Ok(_) = frames.draw(|buffer| view::draw(desk.model(), buffer));
}

/// One step down or up, by turns, and the frame after it.
fn up_and_down(bencher: Bencher, desk: &mut Desk, frames: &mut Frames<TestBackend>) {
    let mut down = true;
    bencher.bench_local(|| {
        desk.run(if down {
            Action::NextItem
        } else {
            Action::PreviousItem
        });
        down = !down;
        draw(desk, frames);
    });
}

#[divan::bench(args = MEETINGS)]
fn frame_alone(bencher: Bencher, meetings: usize) {
    let (desk, mut frames) = in_meeting(meetings);
    bencher.bench_local(|| draw(&desk, &mut frames));
}

#[divan::bench(args = MEETINGS)]
fn move_in_the_agenda_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    up_and_down(bencher, &mut desk, &mut frames);
}

#[divan::bench(args = MEETINGS, max_time = 1)]
fn mark_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    let mut half = true;
    bencher.bench_local(|| {
        desk.run(if half {
            Action::Percent50
        } else {
            Action::MarkDone
        });
        half = !half;
        draw(&desk, &mut frames);
    });
}

#[divan::bench(args = MEETINGS)]
fn key_in_the_search_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    desk.press("/ «совещан»");
    bencher.bench_local(|| {
        desk.press("«и»");
        draw(&desk, &mut frames);
        desk.press("Backspace");
    });
}

#[divan::bench(args = MEETINGS)]
fn key_in_the_form_of_an_assignment_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    desk.press("e «цн»");
    bencher.bench_local(|| {
        desk.press("«п»");
        draw(&desk, &mut frames);
        desk.press("Backspace");
    });
}

#[divan::bench(args = MEETINGS)]
fn move_in_the_plan_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    desk.press("F3 j j");
    up_and_down(bencher, &mut desk, &mut frames);
}

#[divan::bench(args = MEETINGS)]
fn move_in_the_responsibilities_and_draw(bencher: Bencher, meetings: usize) {
    let (mut desk, mut frames) = in_meeting(meetings);
    desk.press("F4");
    up_and_down(bencher, &mut desk, &mut frames);
}

#[divan::bench(args = MEETINGS)]
fn duties(bencher: Bencher, meetings: usize) {
    let desk = desk(meetings);
    let workspace = &desk.model().workspace;
    let day = date(last_day(meetings));
    bencher.bench_local(|| Duties::on(black_box(workspace), day));
}

#[divan::bench(args = MEETINGS)]
fn agenda(bencher: Bencher, meetings: usize) {
    let desk = desk(meetings);
    let workspace = &desk.model().workspace;
    let day = date(last_day(meetings));
    bencher.bench_local(|| black_box(workspace).propose_agenda(day));
}

#[divan::bench(args = MEETINGS)]
fn minutes_and_tactical_plan(bencher: Bencher, meetings: usize) {
    let (desk, _) = in_meeting(meetings);
    let workspace = &desk.model().workspace;
    let day = date(last_day(meetings));
    bencher.bench_local(|| {
        (
            black_box(workspace).minutes(day).unwrap(),
            black_box(workspace).tactical_plan(day).unwrap(),
        )
    });
}
