//! What is on record stays whole and says what it is about: lines of newer programs, two machines
//! that met, absent speakers, decisions on control.

use planerka::store::finding::Fault;
use planerka::store::simulated::SimulatedFileSystem;
use planerka::tui::model::{Access, Overlay};

use super::first_meeting::{DAY, MEETING};
use super::marks::{go_to, with_assignment};
use crate::harness::{Desk, Setting, date};

const SECOND: &str = "2023-06-01";
const HELD: &str = "Enter a a Enter d f Enter";

#[test]
fn a_line_of_an_unknown_operation_makes_the_directory_read_only_and_nothing_of_it_is_lost() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let journal = desk.read("journal/2023-05.pc1.log").unwrap();
    let body = &journal.lines().last().unwrap()[8..];
    let unknown = body.replacen("op:Mark(", "op:Foretell(", 1);
    assert_ne!(unknown, body);
    let line = format!("{:08x}{unknown}\n", crc32fast::hash(unknown.as_bytes()));
    let newer = "journal/2023-05.pc9.log";
    desk.leave();
    desk.place(newer, &line);
    desk.come_back_to_damage();
    assert!(matches!(desk.model().access, Access::ReadOnly(_)));
    desk.assert_shows("2023-05.pc9.log:1");
    desk.assert_shows("обновите planerka");
    // The program has no repair of its own for it: the line is good for the newer one.
    let files = desk.files.files();
    desk.press("m");
    desk.assert_shows("Этого программа сама не исправит");
    desk.press("Esc Enter d");
    assert!(
        desk.notice().contains("от более новой программы"),
        "{}",
        desk.notice()
    );
    desk.press("Esc Esc q");
    assert_eq!(desk.files.files(), files);
    assert_eq!(desk.read(newer).unwrap(), line);
}

#[test]
fn an_absent_speaker_is_pointed_out_before_the_end() {
    let mut desk = Desk::new();
    desk.press("Enter a a j x Enter h «иро» Enter d f");
    desk.assert_shows("докладчик ИРО АСОУ отсутствует");
    // Who was there may speak.
    let mut desk = Desk::new();
    desk.press("Enter a a Enter h «иро» Enter d f");
    assert!(!desk.frame().contains("докладчик ИРО АСОУ"));
}

#[test]
fn the_trail_shows_decisions_on_control() {
    let mut desk = with_assignment("08.06");
    go_to(&mut desk, "1.1.3");
    desk.press("d");
    go_to(&mut desk, "1.1.3");
    desk.press("T");
    desk.assert_shows("п. 1.1 от 25.05.2023: снято с контроля");
}

#[test]
fn the_trail_says_which_control_point_a_mark_is_of() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.1.3");
    desk.press("d");
    go_to(&mut desk, "1.1.3");
    desk.press("T");
    desk.assert_shows("исполнено (точка до 31.05.2023)");
}

/// What two machines held without knowing of each other, in one directory.
fn merged(held: [(&'static str, &str, &str); 2]) -> Desk {
    merged_on(held, SECOND)
}

/// The same, looked at on a day.
fn merged_on(held: [(&'static str, &str, &str); 2], today: &str) -> Desk {
    let files = SimulatedFileSystem::new();
    let away = Desk::new();
    for (writer, day, script) in held {
        let setting = Setting {
            today: date(day),
            writer,
            ..Setting::default()
        };
        let mut machine = away.elsewhere(setting);
        machine.press(script);
        assert_eq!(machine.minutes(day).head.number, Some(1));
        machine.leave();
        for (path, bytes) in machine.files.files() {
            files.place(&path, &bytes);
        }
    }
    Desk::on(
        files,
        Setting {
            today: date(today),
            damaged: true,
            ..Setting::default()
        },
    )
}

#[test]
fn one_of_two_minutes_with_one_number_gets_the_next_free_one_by_an_act_that_can_be_undone() {
    let mut desk = merged([("pc1", DAY, HELD), ("pc2", SECOND, HELD)]);
    desk.press("!");
    desk.assert_shows("утверждены под одним номером: № 1");
    let before = desk.read(&format!("minutes/{DAY}.ron"));
    desk.press("m");
    desk.assert_shows("заново под № 2?");
    desk.press("Enter");
    let head = desk.minutes(SECOND).head;
    assert_eq!((head.number, head.version), (Some(2), 2));
    assert_eq!(desk.read(&format!("minutes/{DAY}.ron")), before);
    let number = |desk: &Desk| {
        let meeting = desk.model().workspace.ledger().meeting(date(SECOND));
        meeting.map(|meeting| (meeting.number, meeting.version))
    };
    assert_eq!(number(&desk), Some((Some(2), 2)));
    // One undo takes back all of it, after a question.
    desk.undo();
    assert_eq!(number(&desk), Some((Some(1), 1)), "{}", desk.notice());
}

#[test]
fn a_day_two_machines_held_is_named() {
    let desk = merged([("pc1", DAY, MEETING), ("pc2", DAY, HELD)]);
    let held_twice =
        desk.model().problems.findings.iter().find(
            |it| matches!(it.fault, Some(Fault::HeldTwice { date: day }) if day == date(DAY)),
        );
    assert!(held_twice.is_some(), "{:?}", desk.model().problems.findings);
    desk.assert_shows("на двух компьютерах");
}

#[test]
fn a_day_two_machines_held_is_approved_anew_by_one_key_and_both_versions_stay_readable() {
    let mut desk = merged([("pc1", DAY, MEETING), ("pc2", DAY, HELD)]);
    let state = |desk: &Desk| {
        let meeting = desk.model().workspace.ledger().meeting(date(DAY)).unwrap();
        let last = meeting.last_version().unwrap();
        (meeting.version, meeting.number, last.beside)
    };
    let number = state(&desk).1;
    assert_eq!(state(&desk), (2, number, true));
    desk.press("!");
    desk.press("m");
    desk.assert_shows("заново");
    desk.press("Enter");
    assert_eq!(state(&desk), (3, number, false));
    assert!(
        !desk
            .model()
            .problems
            .findings
            .iter()
            .any(|it| matches!(it.fault, Some(Fault::HeldTwice { .. }))),
        "{:?}",
        desk.model().problems.findings
    );
    for version in 1..=3 {
        let workspace = &desk.model().workspace;
        assert!(workspace.version(date(DAY), version).is_some());
    }
    // One undo takes it back, and it is said again.
    desk.undo();
    assert_eq!(state(&desk), (2, number, true));
}

#[test]
fn what_two_machines_did_apart_is_told_before_all_other_news_and_leads_to_the_way_out() {
    for (held, words) in [
        ([("pc1", DAY, HELD), ("pc2", SECOND, HELD)], "Один номер"),
        (
            [("pc1", DAY, MEETING), ("pc2", DAY, HELD)],
            "провели на двух",
        ),
    ] {
        let mut desk = merged_on(held, "2023-06-08");
        desk.press("Esc S");
        let frame = desk.frame();
        let said = frame.lines().filter(|line| line.contains(words)).count();
        assert_eq!(said, 1, "{frame}");
        desk.press("Enter");
        assert!(
            matches!(desk.model().overlays.last(), Some(Overlay::Problems(_))),
            "{}",
            desk.frame()
        );
    }
}

/// A machine whose clock is a year behind, or a day ahead: what it records stands in its place, with
/// the moment as its clock had it, and who comes after is told that clocks differ.
#[test]
fn what_another_machine_recorded_shows_its_own_clock_and_clocks_that_differ_are_told_of() {
    let mut desk = merged([("pc2", DAY, HELD), ("pc3", SECOND, HELD)]);
    desk.press("Esc F8");
    desk.assert_shows("pc2, 25.05.2023");
    desk.assert_shows("по его часам");
    desk.leave();
    desk.setting.today = date("2022-06-01");
    desk.crash();
    let notice = desk.notice();
    assert!(notice.contains("Часы расходятся"), "{notice}");
    assert!(notice.contains("здесь 01.06.2022"), "{notice}");
    let numbers = |desk: &Desk| {
        let meetings = desk.model().workspace.ledger().meetings().values();
        let all = meetings.map(|it| (it.date, it.number, it.version));
        all.collect::<Vec<_>>()
    };
    let before = numbers(&desk);
    assert_eq!(before.len(), 2);
    // What is recorded here with the wrong clock comes after all the same.
    let clock = desk.model().workspace.ledger().clock();
    desk.press("Esc F3 j j d");
    let last = desk.model().workspace.ledger().records().last().unwrap();
    assert!(last.clock > clock, "{}", desk.frame());
    assert_eq!(numbers(&desk), before);
}

/// Control lifted on one machine and extended on the other: one line, from which the chair decides.
#[test]
fn an_assignment_lifted_here_and_extended_there_is_decided_from_the_news() {
    let mut base = with_assignment("08.06");
    base.leave();
    let files = SimulatedFileSystem::new();
    for (writer, script) in [
        ("pc3", "c 1"),
        ("pc4", "c 3 «22.06» Enter «ждут данных» Enter"),
    ] {
        let mut machine = base.elsewhere(Setting {
            today: date("2023-06-08"),
            writer,
            damaged: true,
            ..Setting::default()
        });
        machine.leave();
        for (path, bytes) in base.files.files() {
            machine.files.place(&path, &bytes);
        }
        machine.crash();
        machine.press("Enter A");
        go_to(&mut machine, "1.1.3");
        machine.press(script);
        machine.leave();
        for (path, bytes) in machine.files.files() {
            files.place(&path, &bytes);
        }
    }
    let setting = Setting {
        today: date("2023-06-15"),
        damaged: true,
        ..Setting::default()
    };
    let mut desk = base.elsewhere(setting);
    desk.leave();
    desk.files = files;
    desk.crash();
    desk.press("j S");
    let frame = desk.frame();
    for word in ["действует: срок продлён", "на другом компьютере: снято"]
    {
        let said = frame.lines().filter(|line| line.contains(word));
        assert_eq!(said.count(), 1, "{word}: {frame}");
    }
    desk.press("Enter");
    desk.assert_shows("Снять с контроля");
    desk.press("1");
    desk.press("S");
    let frame = desk.frame();
    assert!(!frame.contains("на другом"), "{frame}");
}
