//! The disk takes nothing: work goes on, nothing is shown as recorded that is not, nothing is lost
//! as long as the program runs, and it is recorded by itself.

use std::io::ErrorKind;
use std::path::Path;

use planerka::domain::operation::Record;
use planerka::locale::Language;
use planerka::store::embedded;
use planerka::store::journal::{parse_file, read_journal};
use planerka::store::process;
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, SimulatedFileSystem, WhatFails};

use super::first_meeting::DAY;
use crate::harness::{Desk, STATE, Setting, date};

fn failing(what: WhatFails) -> Fault {
    Fault {
        at: 1,
        times: FaultTimes::ForEver,
        scope: FaultScope::Changing,
        what,
    }
}

fn full() -> Fault {
    failing(WhatFails::Error(ErrorKind::StorageFull))
}

fn on_disk(files: &SimulatedFileSystem) -> Vec<Record> {
    read_journal(files, &Path::new(STATE).join("journal")).records
}

fn records(desk: &Desk) -> Vec<Record> {
    desk.model().workspace.ledger().records().to_vec()
}

#[test]
fn a_note_the_disk_did_not_take_was_called_recorded() {
    let mut desk = Desk::new();
    desk.press("Enter");
    desk.files.set_fault(Some(full()));
    desk.press("n «Доклад принят» Enter");
    let notice = desk.notice();
    assert!(notice.starts_with("НЕ ЗАПИСАНО"), "{notice}");
    assert!(notice.contains("Доклад принят"), "{notice}");
    assert!(!notice.contains("записано"), "{notice}");
}

#[test]
fn work_goes_on_and_the_banner_stays_on_every_screen() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let before = on_disk(&desk.files);
    desk.files.set_fault(Some(full()));
    desk.press("d");
    assert_eq!(
        desk.notice(),
        "НЕ ЗАПИСАНО, пока только в памяти: 1.1.1 исполнено"
    );
    desk.press("v «Важное решение» Enter e \"мм\" Enter \"15.06\" Enter");
    for screen in ["", "F3", "F4", "F5", "F6", "F10", "O", "F1", "Esc v «ещё»"] {
        desk.press(screen);
        desk.assert_shows("НЕ ЗАПИСАНО: 3 действия · нет места на диске");
    }
    desk.resize(60, 15);
    desk.assert_shows("НЕ ЗАПИСАНО: 3 действия · нет места на диске");
    assert_eq!(on_disk(&desk.files), before);
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 3);
}

#[test]
fn what_waited_is_recorded_in_its_order_with_the_next_key_or_tick() {
    for by_key in [true, false] {
        let mut desk = Desk::new();
        desk.press("Enter");
        desk.files.set_fault(Some(full()));
        desk.press("d d v «Решили» Enter w u");
        desk.tick();
        desk.assert_shows("НЕ ЗАПИСАНО: 5 действий");
        desk.files.set_fault(None);
        if by_key {
            desk.press("j");
        } else {
            desk.tick();
        }
        assert_eq!(desk.notice(), "Записано всё, что ждало: 5.");
        assert_eq!(on_disk(&desk.files), records(&desk));
        assert!(!desk.frame().contains("НЕ ЗАПИСАНО"));
        let shown = desk.model().workspace.minutes(date(DAY));
        desk.crash();
        assert_eq!(desk.model().workspace.minutes(date(DAY)), shown);
    }
}

#[test]
fn the_next_act_takes_what_waited_along() {
    let mut desk = Desk::new();
    desk.press("Enter");
    desk.files.set_fault(Some(full()));
    desk.press("d d");
    desk.files.set_fault(None);
    desk.press("d");
    assert_eq!(
        desk.notice(),
        "Записано всё, что ждало: 2. 1.1.3, 01.05 – 31.05.2023: исполнено"
    );
    assert_eq!(on_disk(&desk.files), records(&desk));
}

#[test]
fn undo_works_among_what_is_not_recorded() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let before = desk.model().workspace.minutes(date(DAY));
    desk.files.set_fault(Some(full()));
    desk.press("d");
    let after = desk.model().workspace.minutes(date(DAY));
    desk.press("u");
    assert_eq!(desk.model().workspace.minutes(date(DAY)), before);
    desk.press("ctrl-r");
    assert_eq!(desk.model().workspace.minutes(date(DAY)), after);
    desk.press("F8");
    desk.assert_shows("25.05.2023  НЕ ЗАПИСАНО: 1.1.1 исполнено");
    desk.assert_shows("25.05.2023  1.3.3 исполнено");
    desk.files.set_fault(None);
    desk.press("Esc");
    desk.crash();
    assert_eq!(desk.model().workspace.minutes(date(DAY)), after);
}

/// Every kind of failure, once and for ever, at every step of the act.
#[test]
fn nothing_is_shown_as_recorded_that_is_not_whatever_fails() {
    for what in [
        WhatFails::Error(ErrorKind::StorageFull),
        WhatFails::Error(ErrorKind::Other),
        WhatFails::TornWrite(ErrorKind::QuotaExceeded),
        WhatFails::ShortWrite,
    ] {
        for times in [FaultTimes::Once, FaultTimes::ForEver] {
            for at in 1..8 {
                let mut desk = Desk::new();
                desk.press("Enter d");
                desk.files.reset_count();
                desk.files.set_fault(Some(Fault {
                    at,
                    times,
                    ..failing(what)
                }));
                desk.press("d v «Решили» Enter");
                let waits = desk.model().unrecorded.as_ref();
                let waits = waits.map_or(0, |it| it.acts.len());
                desk.files.set_fault(None);
                let shown = records(&desk);
                let recorded = &shown[..shown.len() - waits];
                let written = on_disk(&desk.files);
                assert!(
                    recorded.iter().all(|record| written.contains(record)),
                    "{what:?} {times:?} {at}"
                );
                desk.tick();
                assert_eq!(desk.model().unrecorded, None);
                assert_eq!(on_disk(&desk.files), shown);
            }
        }
    }
}

#[test]
fn an_end_whose_papers_cannot_be_written_says_so() {
    let told = (1..40).find_map(|at| {
        let mut desk = Desk::new();
        desk.press("Enter d f");
        desk.files.reset_count();
        desk.files.set_fault(Some(Fault { at, ..full() }));
        desk.press("Enter");
        let is_told = desk.notice().starts_with("Документы не записаны");
        is_told.then_some(desk)
    });
    // The act itself went through, the first paper did not.
    let mut desk = told.expect("no write of a paper fails");
    assert_eq!(desk.read("minutes/2023-05-25.ron"), None);
    assert_eq!(desk.model().unrecorded, None);
    // They come as soon as the disk takes them, without being asked for.
    desk.files.set_fault(None);
    desk.tick();
    assert_eq!(desk.minutes(DAY).head.version, 1);
}

#[test]
fn papers_of_an_end_that_was_not_recorded_come_with_it() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.files.set_fault(Some(full()));
    desk.press("f Enter");
    desk.assert_shows("НЕ ЗАПИСАНО: 1 действие");
    assert_eq!(desk.read("minutes/2023-05-25.ron"), None);
    desk.files.set_fault(None);
    desk.tick();
    assert_eq!(
        desk.notice(),
        "Записано всё, что ждало: 1. Записаны minutes/2023-05-25.ron и \
         tactical-plans/2023-05-25.ron"
    );
    assert_eq!(desk.minutes(DAY).head.version, 1);
}

#[test]
fn what_others_wrote_meanwhile_and_what_waits_are_both_there() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.files.set_fault(Some(full()));
    desk.press("d");
    // A syncer brings the file of another machine.
    let theirs = {
        let mut other = Desk::with(Setting {
            writer: "pc2",
            ..Setting::default()
        });
        // Later ids than any here.
        other.press("F3 j j j d r d r d r d r d r d r d r");
        let file = other.read("journal/2023-05.pc2.log").unwrap();
        file.lines().last().unwrap().to_owned() + "\n"
    };
    let path = Path::new(STATE).join("journal/2023-05.pc2.log");
    desk.files.place(&path, theirs.as_bytes());
    let before = records(&desk).len();
    desk.tick();
    assert_eq!(records(&desk).len(), before + 1);
    desk.assert_shows("НЕ ЗАПИСАНО: 1 действие");
    desk.files.set_fault(None);
    desk.tick();
    assert_eq!(on_disk(&desk.files), records(&desk));
}

#[test]
fn what_a_syncer_rolled_back_counts_as_not_recorded_until_it_is_there_again() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let old = desk.read("journal/2023-05.pc1.log").unwrap();
    desk.press("d d");
    let shown = records(&desk);
    let path = Path::new(STATE).join("journal/2023-05.pc1.log");
    desk.files.place(&path, old.as_bytes());
    desk.files.set_fault(Some(full()));
    desk.tick();
    assert_eq!(records(&desk), shown);
    desk.assert_shows("НЕ ЗАПИСАНО: 2 действия");
    desk.files.set_fault(None);
    desk.tick();
    assert_eq!(desk.notice(), "Записано всё, что ждало: 2.");
    assert_eq!(on_disk(&desk.files), shown);
}

#[test]
fn leaving_asks_and_staying_loses_nothing() {
    let mut desk = Desk::new();
    desk.press("Enter");
    desk.files.set_fault(Some(full()));
    desk.press("d q");
    assert!(!desk.is_leaving());
    desk.assert_shows("НЕ ЗАПИСАНО: 1. Как выйти?");
    desk.press("Enter");
    assert!(!desk.is_leaving());
    assert_eq!(
        desk.notice(),
        "Снова не записалось. Программа повторяет сама."
    );
    desk.press("q Esc");
    assert!(!desk.is_leaving());
    desk.press("q 3");
    assert!(!desk.is_leaving());
    desk.press("q");
    desk.files.set_fault(None);
    // While the question stands the disk is asked again, and the question goes.
    desk.tick();
    assert_eq!(desk.notice(), "Записано всё, что ждало: 1.");
    assert!(desk.model().overlays.is_empty());
    desk.press("q Enter");
    assert!(desk.is_leaving());
}

#[test]
fn leaving_all_the_same_loses_only_what_the_banner_counted() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let recorded = records(&desk);
    desk.files.set_fault(Some(full()));
    desk.press("d q 4");
    assert!(desk.is_leaving());
    desk.files.set_fault(None);
    desk.crash();
    assert_eq!(records(&desk), recorded);
}

#[test]
fn what_is_not_recorded_goes_to_another_file_and_comes_back_from_there() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.files
        .place(Path::new("/stick/taken.log"), b"somebody's");
    desk.files.set_fault(Some(full()));
    desk.press("d v «Решили» Enter");
    let shown = records(&desk);
    desk.press("q 2");
    desk.assert_shows("2023-05.pc1.251000.log");
    // The other disk takes two steps of the file and the disk of the state directory nothing.
    desk.press("ctrl-u «/stick/taken.log»");
    desk.files.reset_count();
    desk.files.set_fault(Some(Fault { at: 3, ..full() }));
    desk.press("Enter");
    assert!(!desk.is_leaving());
    desk.assert_shows("/stick/taken.log: такой файл уже есть");
    desk.press("ctrl-u «/stick»");
    desk.files.set_fault(None);
    desk.press("Enter");
    assert!(desk.is_leaving());
    assert_eq!(
        desk.last_words(),
        "В каталог состояния не записаны 2 действия, они сохранены в \
         /stick/2023-05.pc1.251000.log. Когда место появится, положите этот файл в \
         /state/journal: planerka прочтёт его при следующем запуске."
    );
    let files = desk.files.files();
    let path = Path::new("/stick/2023-05.pc1.251000.log");
    let (_, kept) = files.iter().find(|(known, _)| known == path).unwrap();
    assert_eq!(parse_file(path, kept).records.len(), 2);
    desk.crash();
    assert_eq!(records(&desk).len(), shown.len() - 2);
    desk.files.place(
        &Path::new(STATE).join("journal/2023-05.pc1.251000.log"),
        kept,
    );
    desk.crash();
    assert_eq!(records(&desk), shown);
}

#[test]
fn a_signal_leaves_what_is_not_recorded_in_a_file() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let home = process::home().unwrap_or_else(process::temporary);
    desk.files.place(&home.join("anything"), b"");
    desk.files.set_fault(Some(full()));
    desk.press("d");
    desk.files.reset_count();
    desk.files.set_fault(Some(Fault {
        times: FaultTimes::Once,
        ..full()
    }));
    desk.end();
    let name = "2023-05.pc1.251000.log";
    assert!(desk.last_words().contains(name), "{}", desk.last_words());
    let files = desk.files.files();
    let (path, kept) = files.iter().find(|(path, _)| path.ends_with(name)).unwrap();
    assert_eq!(parse_file(path, kept).records.len(), 1);
}

#[test]
fn a_signal_when_no_disk_takes_anything_says_what_is_lost() {
    let mut desk = Desk::new();
    desk.press("Enter");
    desk.files.set_fault(Some(full()));
    desk.press("d");
    desk.end();
    assert_eq!(
        desk.last_words(),
        "Не записано и потеряно 1 действие: диск не принял запись."
    );
}

/// Nothing may be written into the directory any more, and still nothing is lost.
#[test]
fn what_waits_when_a_newer_program_takes_the_directory_goes_elsewhere() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.files.place(Path::new("/stick/anything"), b"");
    desk.files.set_fault(Some(full()));
    desk.press("d");
    let newer = embedded::SETTINGS.replacen("format: 1", "format: 2", 1);
    desk.place("settings.ron", &newer);
    desk.files.set_fault(None);
    desk.tick();
    // The tick that sees the newer file may not write what waits any more.
    desk.assert_shows("НЕ ЗАПИСАНО: 1 действие");
    desk.press("q 2 ctrl-u «/stick» Enter");
    assert!(desk.is_leaving());
    assert!(
        desk.last_words().contains("/stick/"),
        "{}",
        desk.last_words()
    );
    assert_eq!(desk.read("settings.ron").unwrap(), newer);
}

#[test]
fn it_is_said_in_english_too() {
    let mut desk = Desk::with(Setting {
        language: Language::En,
        ..Setting::default()
    });
    desk.press("Enter");
    desk.files.set_fault(Some(full()));
    desk.press("d");
    desk.assert_shows("NOT RECORDED: 1 act · no space on the disk · go on");
    desk.press("q");
    desk.assert_shows("NOT RECORDED: 1. How to leave?");
}
