//! The real program under signals, without a terminal, beside a second one, on a disk that takes
//! nothing more: what was shown as recorded is on the disk, the terminal is given back, and it is
//! gone in two seconds.

use std::path::Path;
use std::time::{Duration, Instant};

use planerka::domain::agenda::ItemKey;
use planerka::domain::mark::Status;
use planerka::domain::operation::{Operation, Record};
use planerka::store::file_system::RealFileSystem;
use planerka::store::journal::{parse_file, read_journal};

use crate::harness::Layout;
use crate::pty::terminal::{Program, Way};
use crate::pty::{Office, press};

/// Opens the meeting, marks two items, decides on the third.
const ACTS: &str = "Enter d d v «Решили» Enter";
const SHOWN: &str = "Решили · 1.1.3: записано";

fn on_disk(office: &Office) -> Vec<Record> {
    read_journal(&RealFileSystem::private(), &office.state().join("journal")).records
}

fn marks(records: &[Record]) -> usize {
    let mark = |record: &&Record| matches!(record.op, Operation::Mark { .. });
    records.iter().filter(mark).count()
}

fn at_work(office: &Office) -> Program {
    let mut program = office.start();
    press(&mut program, Layout::Latin, ACTS);
    program.wait_for_text(SHOWN);
    program
}

fn assert_all_is_there(office: &Office) {
    let records = on_disk(office);
    assert_eq!(marks(&records), 2);
    let decided = |record: &Record| matches!(record.op, Operation::WriteEntry { .. });
    assert!(records.iter().any(decided));
}

#[test]
fn a_signal_ends_it_with_everything_on_the_disk_and_the_terminal_given_back() {
    for (signal, code) in [("TERM", 143), ("INT", 130), ("HUP", 129)] {
        let office = Office::new();
        let mut program = at_work(&office);
        let start = Instant::now();
        program.signal(signal);
        assert_eq!(program.exit_code(), code, "{signal}");
        assert!(start.elapsed() < Duration::from_secs(2), "{signal}");
        program.assert_restored();
        assert_all_is_there(&office);
    }
}

#[test]
fn a_signal_in_the_middle_of_typing_ends_it_as_well() {
    for half in ["v «Недописанное решение»", "f", "/ «настав»", "?"] {
        let office = Office::new();
        let mut program = at_work(&office);
        press(&mut program, Layout::Latin, half);
        program.signal("TERM");
        assert_eq!(program.exit_code(), 143, "{half}");
        program.assert_restored();
        assert_all_is_there(&office);
    }
}

#[test]
fn a_stop_gives_the_terminal_back_and_work_goes_on_after_it() {
    let office = Office::new();
    let mut program = at_work(&office);
    program.signal("TSTP");
    program.wait_until("stopped", |program| program.state() == 'T');
    program.wait_until("terminal given back", |program| !program.is_taken());
    assert_all_is_there(&office);
    program.signal("CONT");
    program.wait_until("terminal taken", Program::is_taken);
    press(&mut program, Layout::Latin, "d");
    program.wait_for_text("1.1.3, 01.05 – 31.05.2023: исполнено");
    assert_eq!(marks(&on_disk(&office)), 3);
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
fn a_terminal_that_is_gone_ends_it_soon_without_work_and_without_loss() {
    for way in [Way::Directly, Way::WithoutHangup] {
        let office = Office::new();
        let mut program = match way {
            Way::Directly => office.start(),
            Way::WithoutHangup => office.start_below_shell("trap '' HUP;"),
        };
        press(&mut program, Layout::Latin, ACTS);
        program.wait_for_text(SHOWN);
        let (exit, cpu, took) = program.hang_up();
        assert_eq!(exit, 129, "{way:?}");
        assert!(took <= Duration::from_secs(2), "{way:?} took {took:?}");
        assert!(cpu <= Duration::from_secs(1), "{way:?} worked {cpu:?}");
        assert_all_is_there(&office);
        // And the next one finds nothing wrong.
        let mut next = office.start();
        press(&mut next, Layout::Latin, "Enter");
        next.wait_for_text("Продолжаем с того же места.");
        press(&mut next, Layout::Latin, "q Enter");
        assert_eq!(next.exit_code(), 0);
    }
}

#[test]
fn the_second_takes_over_when_the_first_was_killed() {
    let office = Office::new();
    let mut first = at_work(&office);
    let mut second = office.start();
    press(&mut second, Layout::Latin, "Enter");
    second.wait_for_text("Только чтение: пишет");
    // It follows live.
    press(&mut first, Layout::Latin, "d");
    first.wait_for_text("1.1.3, 01.05 – 31.05.2023: исполнено");
    second.wait_for_text("3/20");
    first.signal("KILL");
    first.exit_code();
    second.wait_for_text("другая копия закрыта; W — писать здесь");
    assert_eq!(marks(&on_disk(&office)), 3);
    press(&mut second, Layout::Latin, "W");
    second.wait_for_text("Теперь пишет эта копия программы.");
    press(&mut second, Layout::Latin, "m d");
    second.wait_for_text("исполнено");
    second.wait_until("the act on the disk", |_| marks(&on_disk(&office)) == 4);
    press(&mut second, Layout::Latin, "q Enter");
    assert_eq!(second.exit_code(), 0);
    second.assert_restored();
}

/// A limit on the length of files stands for a full disk: what is long cannot grow, what is new
/// and short can be written.
#[test]
fn what_a_full_disk_did_not_take_is_kept_in_a_file_when_a_signal_comes() {
    let office = Office::new();
    let mut program = at_work(&office);
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
    let before = on_disk(&office);
    let mut program = office.start_below_shell("ulimit -f 2;");
    press(&mut program, Layout::Latin, "Enter d d");
    program.wait_for_text("НЕ ЗАПИСАНО: 2 действия");
    assert_eq!(on_disk(&office), before);
    program.signal("TERM");
    assert_eq!(program.exit_code(), 143);
    program.assert_restored();
    program.wait_until("the last words", |program| {
        program.output().contains("В каталог состояния не записаны")
    });
    let kept = std::fs::read_dir(office.home.path()).unwrap();
    let kept = kept
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|end| end == "log"))
        .unwrap();
    let bytes = std::fs::read(&kept).unwrap();
    assert_eq!(parse_file(&kept, &bytes).records.len(), 2);
    let journal = office.state().join("journal");
    std::fs::rename(&kept, journal.join(Path::new(kept.file_name().unwrap()))).unwrap();
    assert_eq!(marks(&on_disk(&office)), 4);
    let mut program = office.start();
    press(&mut program, Layout::Latin, "Enter");
    program.wait_for_text("4/20");
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
}

/// How sessions are cut.
const CUTS: [&str; 4] = ["TERM", "KILL", "HUP", "gone"];

/// Keys that nobody waits for: the cut comes while they are worked on.
const LAST: [&str; 5] = [
    "d w r d w r d",
    "v «Принять к сведению» Enter n «Доложили»",
    "e «мм» Enter «чт» Enter d",
    "f Enter",
    "u u U d p «15.06» Enter w",
];

/// `PLANERKA_SESSIONS` asks for more than a few.
#[test]
fn a_session_that_is_cut_at_any_moment_keeps_what_it_showed() {
    let asked = std::env::var("PLANERKA_SESSIONS").ok();
    let sessions = asked.and_then(|number| number.parse().ok()).unwrap_or(8);
    let mut seen = 0;
    for number in 0..sessions {
        let (cut, last) = (CUTS[number % CUTS.len()], LAST[number % LAST.len()]);
        let office = Office::new();
        let mut program = at_work(&office);
        let shown = on_disk(&office);
        press(&mut program, Layout::Latin, last);
        let before = program.screen();
        if cut == "gone" {
            program.hang_up();
        } else {
            program.signal(cut);
            program.exit_code();
        }
        let records = on_disk(&office);
        let kept = shown.iter().all(|record| records.contains(record));
        assert!(kept, "{cut} in {last}");
        // So is everything the last screen says is done; one that gave the terminal back shows none.
        let screen = program.screen();
        if let Some(word) = last_word(&screen).or_else(|| last_word(&before)) {
            assert!(is_recorded(&records, &word), "{cut} in {last}: {screen}");
            seen += 1;
        }
        // And the next one goes on from there.
        let mut next = office.start();
        next.wait_for_text("Какое совещание?");
        next.signal("TERM");
        assert_eq!(next.exit_code(), 143, "{cut} in {last}");
        println!("proof: sessions_cut {}", number + 1);
    }
    assert!(
        seen > sessions / 2,
        "{seen} of {sessions} screens told of an act"
    );
}

/// What the foot of the screen says was recorded last: the activity, and what was said of it.
fn last_word(screen: &str) -> Option<(String, String)> {
    screen.lines().rev().find_map(|line| {
        let (before, said) = line.rsplit_once(": ")?;
        // «1.3.3, 22.05 – 28.05.2023: исполнено», «Решили · 1.1.3: записано».
        let item = before.split(',').next()?.split_whitespace().next_back()?;
        let item = item.to_owned();
        let said = said.trim().trim_end_matches('.');
        let is_item = item.split('.').count() == 3;
        (is_item && DONE_WORDS.contains(&said)).then(|| (item, said.to_owned()))
    })
}

/// The words of acts on an activity that say themselves what was recorded.
const DONE_WORDS: [&str; 4] = ["исполнено", "в работе", "под угрозой срыва", "записано"];

/// Whether there is a record of what the screen says, also of one that was taken back since.
fn is_recorded(records: &[Record], (item, said): &(String, String)) -> bool {
    records.iter().any(|record| match &record.op {
        Operation::Mark {
            activity, status, ..
        } => {
            let word = match status {
                Status::Done => "исполнено",
                Status::InProgress { .. } => "в работе",
                Status::AtRisk => "под угрозой срыва",
                _ => return false,
            };
            activity.to_string() == *item && word == said
        }
        Operation::WriteEntry {
            item: ItemKey::Activity(activity),
            ..
        } => activity.to_string() == *item && said == "записано",
        _ => false,
    })
}
