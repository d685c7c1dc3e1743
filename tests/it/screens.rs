//! Every screen as text, and every overlay by itself, in both languages and at two sizes; colours
//! of a few.

use std::fmt::Write;
use std::io::ErrorKind;

use planerka::locale::Language;
use planerka::store::embedded;
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, WhatFails};
use planerka::tui::model::Size;
use ratatui::buffer::Buffer;
use ratatui::style::Style;

use crate::harness::{Desk, Setting, date};

/// What leads from the start of the program to a screen.
pub const SCREENS: &[(&str, &str)] = &[
    ("start", ""),
    ("start_outside_the_plan", ""),
    ("meeting", MEETING),
    ("meeting_worked", WORKED),
    ("card_in_focus", "WORKED Tab j"),
    ("meeting_finished", "WORKED f Enter"),
    ("meeting_chosen_items", "MEETING Space Space Space"),
    ("unknown_key", "MEETING y"),
    ("attendance", "MEETING a j x"),
    ("attendance_excuse", "MEETING a e «болен»"),
    ("prompt_decision", "MEETING v «Принять к сведению доклад»"),
    ("prompt_completion", "MEETING v «Подготовить письмо @мм»"),
    (
        "prompt_executor_and_date",
        "MEETING v «Подготовить письмо @ММС к 15.06»",
    ),
    (
        "prompt_error",
        "MEETING v «Отчёт @Несуществующий к 15.06» Enter",
    ),
    ("prompt_postpone", "MEETING p «1506»"),
    ("prompt_postpone_reason", "MEETING p «1506» Enter"),
    ("assign", "MEETING e"),
    ("assign_searching", "MEETING e «цнп»"),
    ("assign_nobody", "MEETING e «Иванова»"),
    ("assign_due", "MEETING e «мм» Enter «15.06»"),
    ("assign_error", "MEETING e «мм» Enter «24.05.2023» Enter"),
    ("phrases", "MEETING P"),
    ("control", "WORKED g j j j j c"),
    ("left_aside", "MEETING l"),
    ("finish_with_holes", "MEETING d f"),
    ("finish_clean", "WORKED f"),
    ("confirm_quit", "MEETING q"),
    ("history", "WORKED u F8"),
    ("help_meeting", "MEETING F1"),
    ("help_start", "F1"),
    ("search", "MEETING / «наставн»"),
    ("search_nothing", "MEETING / «щщщщ»"),
    ("palette", "MEETING ctrl-p"),
    ("plan", "F3"),
    ("plan_activity", "F3 j j"),
    ("plan_card", "F3 j j Enter"),
    ("plan_collapsed", "F3 b"),
    ("plan_filtered", "F3 s s"),
    ("subjects", "F4"),
    ("subjects_duties", "F4 Tab j"),
    ("subjects_after_meeting", "WORKED F4"),
    ("since_last", "WORKED f Enter F6 Enter"),
    ("assignments", "WORKED F5"),
    ("trail", "WORKED g T"),
    (
        "versions",
        "WORKED f Enter R «опечатка» Enter d f Enter Esc V",
    ),
    ("reopen_reason", "WORKED f Enter R «опечатка»"),
    ("skip_reason", "s «праздник»"),
    ("documents", "WORKED f Enter F10"),
    ("documents_tactical_plan", "WORKED f Enter F10 l f Space"),
    ("documents_place", "WORKED f Enter F10 d «на подпись»"),
];

const MEETING: &str = "Enter";
const WORKED: &str = "Enter a a j x Enter d 5 w r \
    v «Информацию принять к сведению» Enter \
    e \"мм\" Enter \"чт\" Enter \
    n «Доложили о ходе работ» Enter d";

/// The keys of a screen's script.
pub fn script(keys: &str) -> String {
    keys.replace("MEETING", MEETING).replace("WORKED", WORKED)
}

fn frames(name: &str, keys: &str, language: Language) -> String {
    let mut setting = Setting {
        language,
        size: Size {
            width: 80,
            height: 24,
        },
        ..Setting::default()
    };
    if name == "start_outside_the_plan" {
        setting.today = date("2026-03-02");
    }
    let mut desk = Desk::with(setting);
    desk.press(&script(keys));
    at_both_sizes(&mut desk)
}

fn at_both_sizes(desk: &mut Desk) -> String {
    let mut text = String::new();
    for (width, height) in [(80, 24), (120, 40)] {
        desk.resize(width, height);
        writeln!(text, "{width}x{height}").unwrap();
        for line in desk.top_of_frame().lines() {
            writeln!(text, "│{line}").unwrap();
        }
    }
    text
}

fn compare(language: Language) {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        for (name, keys) in SCREENS {
            let frames = frames(name, keys, language);
            insta::assert_snapshot!(format!("{name}_{}", language.name()), frames);
        }
    });
}

#[test]
fn every_screen_looks_in_russian_as_it_did() {
    compare(Language::Ru);
}

#[test]
fn every_screen_looks_in_english_as_it_did() {
    compare(Language::En);
}

/// Which cells have which style: a letter for each style, and what the letters mean.
fn styles(buffer: &Buffer) -> String {
    let mut known: Vec<Style> = Vec::new();
    let mut map = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        for cell in row {
            let style = cell.style();
            let place = known.iter().position(|it| *it == style);
            let place = place.unwrap_or_else(|| {
                known.push(style);
                known.len() - 1
            });
            map.push(char::from(b'a' + u8::try_from(place).unwrap()));
        }
        map.push('\n');
    }
    for (letter, style) in ('a'..).zip(known) {
        let (fg, bg) = (style.fg.unwrap(), style.bg.unwrap());
        let modifier = style.add_modifier;
        writeln!(map, "{letter} {fg} on {bg} {modifier:?}").unwrap();
    }
    map
}

#[test]
fn every_theme_colours_as_it_did() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        for theme in ["dark", "light"] {
            for name in ["meeting_worked", "assign_searching", "subjects_duties"] {
                let (_, keys) = SCREENS.iter().find(|(known, _)| *known == name).unwrap();
                let mut desk = Desk::with(Setting {
                    theme,
                    size: Size { width: 80, height: 24 },
                    ..Setting::default()
                });
                desk.press(&script(keys));
                insta::assert_snapshot!(format!("styles_{theme}_{name}"), styles(&desk.buffer()));
            }
        }
    });
}

/// The name, what goes wrong, and the keys after it.
type Trouble = (&'static str, fn(&mut Desk), &'static str);

/// Screens of a directory in trouble: what leads there besides keys.
const TROUBLE: &[Trouble] = &[
    ("unrecorded", full_disk, "d d"),
    ("unrecorded_leaving", full_disk, "d d q"),
    ("unrecorded_history", full_disk, "d F8"),
    ("problems", spoilt, ""),
    ("problems_file", spoilt, "j Enter"),
    ("problems_mend", spoilt, "m"),
    ("problems_put_aside", spoilt, "Esc"),
    ("newer", newer, "Esc Enter d"),
];

fn full_disk(desk: &mut Desk) {
    desk.press("Enter d");
    desk.files.set_fault(Some(Fault {
        at: 1,
        times: FaultTimes::ForEver,
        scope: FaultScope::Changing,
        what: WhatFails::Error(ErrorKind::StorageFull),
    }));
}

fn spoilt(desk: &mut Desk) {
    desk.press("Enter d w");
    let journal = desk.read("journal/2023-05.pc1.log").unwrap();
    desk.place(
        "journal/2023-05.pc1.log",
        &journal.replacen("Done", "Dome", 1),
    );
    desk.place("plan.ron", &embedded::PLAN.replacen("title:", "titel:", 1));
    desk.place(
        "settings.sync-conflict-20230525-101112-ABCDEFG.ron",
        embedded::SETTINGS,
    );
    desk.come_back_to_damage();
}

fn newer(desk: &mut Desk) {
    desk.press("Enter d");
    desk.place(
        "settings.ron",
        &embedded::SETTINGS.replacen("format: 1", "format: 2", 1),
    );
    desk.come_back_to_damage();
}

#[test]
fn every_screen_of_trouble_looks_as_it_did() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        for language in [Language::Ru, Language::En] {
            for (name, trouble, keys) in TROUBLE {
                let mut desk = Desk::with(Setting {
                    language,
                    size: Size { width: 80, height: 24 },
                    ..Setting::default()
                });
                trouble(&mut desk);
                desk.press(keys);
                let frames = at_both_sizes(&mut desk);
                insta::assert_snapshot!(format!("trouble_{name}_{}", language.name()), frames);
            }
        }
    });
}

/// Screens of an edition: the keys after the order was edited by hand, on the second Thursday.
const EDITIONS: &[(&str, &str)] = &[
    ("noticed", ""),
    ("questions", "ctrl-e"),
    ("questions_below", "ctrl-e G"),
    ("answered", "ctrl-e y n n"),
    (
        "basis",
        "ctrl-e y n n Enter «распоряжение от 30.05.2023 № Р-600»",
    ),
    (
        "from",
        "ctrl-e y n n Enter «распоряжение от 30.05.2023 № Р-600» Enter",
    ),
    (
        "adopted",
        "ctrl-e y n n Enter «распоряжение от 30.05.2023 № Р-600» Enter Enter ctrl-e",
    ),
    (
        "paper",
        "ctrl-e y n n Enter «распоряжение от 30.05.2023 № Р-600» Enter Enter ctrl-e Enter",
    ),
    ("amend", "F3 / «1.2.1» Enter Y"),
];

#[test]
fn every_screen_of_an_edition_looks_as_it_did() {
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        for language in [Language::Ru, Language::En] {
            for (name, keys) in EDITIONS {
                let mut desk = Desk::with(Setting {
                    language,
                    size: Size { width: 80, height: 24 },
                    ..Setting::default()
                });
                desk.press("F3 / «1.1.1» Enter d / «1.1.3» Enter d / «1.1.4» Enter F6 Enter");
                desk.press("/ «1.1.4» Enter e \"иро\" Enter \"15.06\" Enter f Enter");
                desk.come_back_on("2023-06-01");
                desk.place("plan.ron", &crate::flows::editions::with_everything());
                desk.tick();
                desk.press(keys);
                let frames = at_both_sizes(&mut desk);
                insta::assert_snapshot!(format!("edition_{name}_{}", language.name()), frames);
            }
        }
    });
}
