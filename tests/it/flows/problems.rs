//! Something is wrong in the state directory: the program says what and where, offers the ways out,
//! and works with the rest.

use std::io::ErrorKind;

use planerka::locale::Language;
use planerka::store::embedded;
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, WhatFails};
use planerka::tui::model::{Access, Size};

use super::first_meeting::DAY;
use crate::harness::{Desk, Setting, date};

fn is_writable(desk: &Desk) -> bool {
    desk.model().access == Access::ReadWrite
}

/// A meeting with a line of its journal spoilt in the middle.
fn spoilt_line() -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter d d w");
    let journal = desk.read("journal/2023-05.pc1.log").unwrap();
    let mut lines: Vec<String> = journal.lines().map(str::to_owned).collect();
    lines[2] = lines[2].replace("Done", "Dome");
    assert_ne!(lines.join("\n") + "\n", journal);
    desk.place("journal/2023-05.pc1.log", &(lines.join("\n") + "\n"));
    desk.come_back_to_damage();
    desk
}

#[test]
fn a_spoilt_line_of_the_journal_is_shown_with_its_place_and_the_rest_is_used() {
    let mut desk = spoilt_line();
    desk.assert_shows("Неполадки в каталоге состояния: 1");
    desk.assert_shows("journal/2023-05.pc1.log:3");
    desk.assert_shows("Контрольная сумма строки журнала не сходится");
    desk.assert_shows("planerka restore ФАЙЛ --add");
    desk.press("Enter");
    desk.assert_shows("3 │");
    desk.assert_shows("Dome");
    desk.press("Esc Esc");
    assert!(desk.model().overlays.is_empty());
    desk.assert_shows("‼ 1 неполадка");
    desk.press("Enter d");
    assert!(is_writable(&desk));
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 3);
    desk.assert_shows("‼ 1 неполадка");
    desk.press("!");
    desk.assert_shows("Неполадки в каталоге состояния: 1");
    desk.press("m");
    desk.assert_shows("planerka restore ФАЙЛ --add");
    let damaged = desk.read("journal/2023-05.pc1.log").unwrap();
    desk.press("Enter");
    assert!(
        desk.notice().contains("испорченных строк отложено — 1"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.read("quarantine/2023-05.pc1.log.1").unwrap(), damaged);
    assert!(desk.model().problems.findings.is_empty());
    assert_eq!(desk.model().workspace.minutes(date(DAY)), Some(minutes));
    desk.press("d");
    desk.crash();
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 4);
}

#[test]
fn acts_that_only_a_copy_of_a_syncer_has_are_taken_over_when_asked() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let early = desk.read("journal/2023-05.pc1.log").unwrap();
    desk.press("d w");
    let late = desk.read("journal/2023-05.pc1.log").unwrap();
    let copy = "journal/2023-05.pc1 (conflicted copy 2023-05-25).log";
    desk.leave();
    desk.place("journal/2023-05.pc1.log", &early);
    desk.place(copy, &late);
    desk.come_back_to_damage();
    let marked = |desk: &Desk| desk.minutes_so_far(DAY).items.len();
    assert_eq!(marked(&desk), 1);
    desk.assert_shows("присоединить недостающие действия");
    desk.press("m");
    desk.assert_shows("ничего не пропадёт");
    desk.press("Enter");
    assert!(
        desk.notice().contains("взято 2 действия"),
        "{}",
        desk.notice()
    );
    assert_eq!(marked(&desk), 3);
    assert_eq!(desk.read(copy), None);
    assert!(desk.model().problems.findings.is_empty());
    desk.press("Enter d");
    desk.crash();
    assert_eq!(marked(&desk), 4);
}

#[test]
fn nothing_wrong_is_said_too() {
    let mut desk = Desk::with(Setting {
        damaged: true,
        ..Setting::default()
    });
    assert!(desk.model().overlays.is_empty());
    desk.press("!");
    assert_eq!(desk.notice(), "Все файлы в порядке.");
}

#[test]
fn a_torn_end_is_told_once_and_lies_in_quarantine() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let journal = desk.read("journal/2023-05.pc1.log").unwrap();
    desk.place("journal/2023-05.pc1.log", &format!("{journal}12345678 (id"));
    desk.come_back_to_damage();
    desk.assert_shows("Последняя запись оборвана (байт: 12) и отложена в quarantine/");
    desk.press("Esc Enter d");
    assert!(is_writable(&desk));
    desk.crash();
    assert!(desk.model().overlays.is_empty());
    assert_eq!(desk.model().problems.findings, []);
}

#[test]
fn a_damaged_plan_is_stood_in_for_and_nothing_is_recorded_meanwhile() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let damaged = embedded::PLAN.replacen("title:", "titel:", 1);
    desk.place("plan.ron", &damaged);
    desk.come_back_to_damage();
    desk.assert_shows("plan.ron:");
    desk.assert_shows("Вероятно, это title");
    let files = desk.files.files();
    desk.press("Esc Enter d v «Решили» Enter");
    assert!(
        desk.notice().contains("plan.ron не читается"),
        "{}",
        desk.notice()
    );
    desk.press("Esc Esc q");
    assert_eq!(desk.files.files(), files);
}

#[test]
fn a_damaged_plan_is_replaced_when_asked_and_the_old_one_is_kept() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let damaged = embedded::PLAN.replacen("title:", "titel:", 1);
    desk.place("plan.ron", &damaged);
    desk.come_back_to_damage();
    desk.press("m");
    desk.assert_shows("plan.ron заменится тем, что встроен");
    desk.press("Enter");
    assert_eq!(
        desk.notice(),
        "plan.ron заменён встроенным; прежний — в quarantine/plan.ron.1."
    );
    assert!(is_writable(&desk));
    assert_eq!(desk.read("quarantine/plan.ron.1").unwrap(), damaged);
    assert_eq!(desk.read("plan.ron").unwrap(), embedded::PLAN);
    assert!(desk.model().overlays.is_empty());
    desk.press("Enter d");
    desk.crash();
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 2);
}

#[test]
fn a_document_mended_in_an_editor_is_taken_over_and_writing_goes_on() {
    let mut desk = Desk::new();
    let damaged = embedded::SETTINGS.replacen("place:", "place", 1);
    desk.place("settings.ron", &damaged);
    desk.come_back_to_damage();
    assert!(!is_writable(&desk));
    desk.press("Esc");
    desk.place("settings.ron", embedded::SETTINGS);
    desk.tick();
    assert!(is_writable(&desk));
    assert_eq!(desk.model().problems.findings, []);
    desk.press("Enter d");
    assert_eq!(desk.notice(), "3.3.1, 01.05 – 31.05.2023: исполнено");
}

#[test]
fn a_document_damaged_while_the_program_runs_gets_a_badge_and_work_goes_on() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.place("subjects.ron", "(format: 1, subjects: [");
    desk.tick();
    assert!(desk.notice().contains("subjects.ron"), "{}", desk.notice());
    desk.assert_shows("‼ 1 неполадка");
    desk.press("d");
    assert_eq!(desk.notice(), "1.1.1: исполнено");
    desk.assert_shows("ЦНППМ");
}

#[test]
fn a_damaged_paper_says_again_what_was_approved_without_being_asked() {
    let mut desk = Desk::new();
    desk.press("Enter d d f Enter");
    let papers = desk.papers(DAY);
    let damaged = "(format: 1, head: (";
    desk.place("minutes/2023-05-25.ron", damaged);
    desk.come_back_to_damage();
    assert_eq!(desk.papers(DAY), papers);
    let kept = kept(&desk);
    assert_eq!(desk.read(&kept).unwrap(), damaged);
    assert_eq!(
        desk.notice(),
        format!(
            "Бумаги приведены к тому, что утверждено: minutes/2023-05-25.ron; прежнее — в {kept}"
        )
    );
    assert_eq!(desk.model().problems.findings, []);
}

#[test]
fn a_paper_that_git_mixed_of_two_versions_says_again_what_holds() {
    let mut desk = Desk::new();
    desk.press("Enter d d f Enter");
    let name = "minutes/2023-05-25.ron";
    let first = desk.read(name).unwrap();
    desk.press("R «пропущено решение» Enter v «Опубликовать» Enter f Enter");
    let second = desk.read(name).unwrap();
    assert_ne!(first, second);
    let mixed = [first.as_str(), second.as_str()].concat();
    for stale in [&mixed, &first] {
        desk.place(name, stale);
        desk.tick();
        assert_eq!(desk.read(name).unwrap(), second);
        assert_eq!(
            desk.notice(),
            format!("Бумаги приведены к тому, что утверждено: {name}")
        );
    }
    assert!(!desk.names().iter().any(|name| name.starts_with("backups/")));
}

#[test]
fn a_paper_somebody_altered_stays_until_it_is_asked_for() {
    let mut desk = Desk::new();
    desk.press("Enter d d f Enter");
    let papers = desk.papers(DAY);
    let name = "minutes/2023-05-25.ron";
    let altered = desk
        .read(name)
        .unwrap()
        .replacen("number: Some(1", "number: Some(71", 1);
    desk.place(name, &altered);
    desk.come_back_to_damage();
    desk.assert_shows("составить заново по журналу (этот останется в backups/)");
    assert_eq!(desk.read(name).unwrap(), altered);
    desk.press("m");
    assert_eq!(
        desk.notice(),
        "Протокол и тактический план 25.05.2023 составлены по журналу; прежние в backups/."
    );
    assert_eq!(desk.papers(DAY), papers);
    assert_eq!(desk.read(&kept(&desk)).unwrap(), altered);
    assert_eq!(desk.model().problems.findings, []);
}

/// The file in `backups/`.
fn kept(desk: &Desk) -> String {
    let mut names = desk.names().into_iter();
    names.find(|name| name.starts_with("backups/")).unwrap()
}

#[test]
fn a_copy_left_by_a_syncer_is_shown_and_left_alone() {
    let mut desk = Desk::new();
    let name = "settings.sync-conflict-20230525-101112-ABCDEFG.ron";
    desk.place(name, embedded::SETTINGS);
    desk.come_back_to_damage();
    desk.assert_shows(name);
    desk.assert_shows("файл меняли в двух местах");
    desk.press("Esc Enter d f Enter q");
    assert_eq!(desk.read(name).unwrap(), embedded::SETTINGS);
}

/// The settings as a newer program writes them.
fn newer(addition: &str) -> String {
    let text = embedded::SETTINGS.replacen("format: 1,", &format!("format: 2,{addition}"), 1);
    assert_ne!(text, embedded::SETTINGS);
    text.replacen("time: \"10:00\"", "time: \"11:30\"", 1)
}

#[test]
fn a_document_of_a_newer_form_is_read_as_far_as_it_is_understood_and_never_written() {
    for (addition, time) in [("", "11:30"), ("\n    colour: \"red\",", "10:00")] {
        let mut desk = Desk::new();
        desk.press("Enter d");
        let text = newer(addition);
        desk.place("settings.ron", &text);
        desk.come_back_to_damage();
        assert_eq!(desk.model().workspace.settings().time.as_str(), time);
        desk.assert_shows("Файл записан более новой программой: вид 2");
        let files = desk.files.files();
        desk.press("m Esc Enter d v «Решили» Enter");
        assert!(
            desk.notice()
                .contains("settings.ron от более новой программы"),
            "{}",
            desk.notice()
        );
        desk.press("Esc W F7 j Enter F9 F9 q");
        desk.leave();
        assert_eq!(desk.files.files(), files, "{addition}");
        assert_eq!(desk.read("settings.ron").unwrap(), text);
    }
}

#[test]
fn a_newer_program_at_work_beside_this_one_makes_it_read_only() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.place("settings.ron", &newer("\n    colour: \"red\","));
    desk.tick();
    let files = desk.files.files();
    desk.press("d f Enter");
    assert!(
        desk.notice()
            .contains("settings.ron от более новой программы"),
        "{}",
        desk.notice()
    );
    desk.leave();
    assert_eq!(desk.files.files(), files);
}

#[test]
fn reading_alone_is_chosen_and_given_up_again() {
    let mut desk = spoilt_line();
    desk.press("o");
    assert!(desk.model().overlays.is_empty());
    let files = desk.files.files();
    desk.press("Enter d");
    assert_eq!(desk.notice(), "Только чтение: по вашей просьбе; W — писать");
    assert_eq!(desk.files.files(), files);
    // The lock is free for others meanwhile.
    let mut other = desk.second(Setting {
        writer: "pc2",
        damaged: true,
        ..Setting::default()
    });
    assert!(is_writable(&other));
    desk.press("W");
    assert!(desk.notice().contains("anna@pc2"), "{}", desk.notice());
    other.leave();
    desk.press("W");
    assert_eq!(desk.notice(), "Теперь пишет эта копия программы.");
    desk.press("d");
    assert!(desk.notice().contains("исполнено"), "{}", desk.notice());
}

#[test]
fn it_is_said_in_english_and_in_a_small_window_too() {
    let mut desk = spoilt_line();
    desk.setting.language = Language::En;
    desk.setting.size = Size {
        width: 80,
        height: 24,
    };
    desk.crash();
    desk.assert_shows("Problems in the state directory: 1");
    desk.assert_shows("journal/2023-05.pc1.log:3");
    desk.assert_shows("only read from here on");
    desk.resize(60, 15);
    desk.assert_shows("journal/2023-05.pc1.log:3");
}

#[test]
fn a_disk_that_cannot_be_written_opens_for_reading_and_is_tried_again_when_asked() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.files.set_fault(Some(Fault {
        at: 1,
        times: FaultTimes::ForEver,
        scope: FaultScope::Changing,
        what: WhatFails::Error(ErrorKind::ReadOnlyFilesystem),
    }));
    desk.crash();
    desk.press("Enter d");
    assert!(
        desk.notice()
            .contains("носитель только для чтения; W — попробовать снова"),
        "{}",
        desk.notice()
    );
    desk.press("W");
    assert!(
        desk.notice().contains("носитель только для чтения"),
        "{}",
        desk.notice()
    );
    desk.files.set_fault(None);
    desk.press("d");
    assert!(!is_writable(&desk), "nobody has told it to write");
    desk.press("W d");
    assert_eq!(desk.notice(), "1.1.1: исполнено");
}

#[test]
fn what_check_prints_the_program_lists() {
    use planerka::locale::Texts;

    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.leave();
    // A number out of sequence, which orphans what was recorded, and a subject nobody knows.
    let plan = embedded::PLAN.replacen("id: \"1.3.3\"", "id: \"1.3.33\"", 1);
    let subjects = embedded::SUBJECTS.replacen("id: \"asou\"", "id: \"asou-now\"", 1);
    desk.place("plan.ron", &plan);
    desk.place("subjects.ron", &subjects);
    desk.come_back_to_damage();
    let files = desk.files.clone();
    let checked = planerka::cli::check::examine(
        &files,
        std::path::Path::new(crate::harness::STATE),
        &Texts::new(planerka::locale::Language::Ru),
        None,
        planerka::store::check::Known::default(),
    );
    let told = |problems: &[planerka::tui::model::problems::Problem]| {
        let more = |it: &&planerka::tui::model::problems::Problem| {
            it.report.severity > planerka::store::finding::Severity::Hint
        };
        let problems = problems.iter().filter(more);
        let mut told: Vec<String> = problems.map(|it| it.report.what.clone()).collect();
        told.sort();
        told
    };
    let listed = told(&desk.model().problems.findings);
    assert_eq!(listed, told(&checked));
    for part in ["1.3.33", "asou"] {
        assert!(
            listed.iter().any(|it| it.contains(part)),
            "{part}: {listed:#?}"
        );
    }
}

#[test]
fn who_an_unknown_subject_is_now_is_said_in_the_list_of_problems() {
    let mut desk = Desk::new();
    desk.press("Enter d e \"мм\" Enter \"чт\" Enter");
    let view = |desk: &Desk| {
        let all = desk.model().workspace.assignments(date(DAY));
        all.last().unwrap().clone()
    };
    let before = view(&desk).executors[0].clone();
    desk.leave();
    let old = format!("id: \"{before}\"");
    let subjects = embedded::SUBJECTS.replacen(&old, "id: \"renamed\"", 1);
    desk.place("subjects.ron", &subjects);
    desk.come_back_to_damage();
    desk.press("!");
    let unknown = |desk: &Desk| {
        let findings = &desk.model().problems.findings;
        findings.iter().position(|it| it.unknown.is_some())
    };
    let place = unknown(&desk).unwrap();
    desk.press(&"j ".repeat(place));
    desk.assert_shows(&before.0);
    desk.press("m");
    desk.assert_shows("Кто это теперь");
    let name = desk
        .model()
        .workspace
        .short_name(&planerka::domain::subject::SubjectId("renamed".to_owned()))
        .to_owned();
    desk.press(&format!("«{name}» Enter"));
    assert!(desk.notice().contains(&before.0), "{}", desk.notice());
    assert_eq!(view(&desk).executors[0].0, "renamed");
    assert_eq!(unknown(&desk), None);
    // On record, and taken back like any act.
    desk.crash();
    assert_eq!(view(&desk).executors[0].0, "renamed");
    while !desk.model().overlays.is_empty() {
        desk.press("Esc");
    }
    desk.undo();
    assert_eq!(view(&desk).executors[0], before);
}
