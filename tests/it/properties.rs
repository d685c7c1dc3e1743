//! What holds whatever is pressed: no panic at any size, undo restores, the fold knows no order,
//! papers are read back as they were written.

use std::sync::atomic::Ordering;

use planerka::domain::ledger::Ledger;
use planerka::domain::minutes::Minutes;
use planerka::domain::operation::{Record, WriterId};
use planerka::domain::tactical_plan::TacticalPlan;
use planerka::store::document::to_text;
use planerka::tui::model::{Action, Size};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::corpus::corpus;
use crate::events::{self, Happening, KEYS, WAYS, happens, state};
use crate::harness::{Desk, PRESSED, Setting};
use crate::screens::{SCREENS, script};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[а-яё ]{0,12}",
        "\\PC{0,8}",
        Just("🧑‍🚀\u{300}\t\u{1b}[31m\r\nй".to_owned()),
        Just("очень длинный текст ".repeat(300)),
    ]
}

pub fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        8 => select(&KEYS[..]).prop_map(Happening::Press),
        8 => select(WAYS).prop_map(Happening::Press),
        4 => select(Action::ALL).prop_map(Happening::Run),
        1 => text().prop_map(Happening::Type),
        1 => text().prop_map(Happening::Paste),
        2 => (0..200_u16, 0..60_u16).prop_map(|(width, height)| Happening::Resize(width, height)),
        1 => Just(Happening::Wait),
    ]
}

/// Few cases, so that the whole takes seconds; `PROPTEST_CASES` asks for more.
pub fn few() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let cases = asked.and_then(|number| number.parse().ok()).unwrap_or(8);
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

/// What lies over the screen has the keys; undo is asked of the screen.
pub fn close_overlays(desk: &mut Desk) {
    while !desk.model().overlays.is_empty() || desk.model().find.is_some() {
        desk.press("Esc");
    }
}

fn records(happenings: &[Happening]) -> Vec<Record> {
    let mut desk = Desk::new();
    desk.press("Enter");
    for happening in happenings {
        happens(&mut desk, happening);
    }
    desk.model().workspace.ledger().records().to_vec()
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn nothing_that_happens_makes_it_panic(
        happenings in prop::collection::vec(happening(), 1..60),
    ) {
        events::hold(&happenings);
        println!("proof: random_keys {}", PRESSED.load(Ordering::Relaxed));
    }

    #[test]
    fn lists_that_are_kept_say_what_would_be_found_anew(
        happenings in prop::collection::vec(happening(), 1..40),
    ) {
        let mut desk = Desk::new();
        desk.press("Enter");
        for happening in &happenings {
            happens(&mut desk, happening);
            let kept = desk.buffer();
            desk.model().kept.forget();
            prop_assert_eq!(kept, desk.buffer(), "{:?}", happening);
        }
    }

    #[test]
    fn any_bytes_as_keys_hold(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        events::keys(&bytes);
    }

    #[test]
    fn undo_restores_and_redo_brings_back(
        happenings in prop::collection::vec(happening(), 1..30),
        ways in prop::collection::vec(select(WAYS), 3),
    ) {
        let mut desk = Desk::new();
        desk.press("Enter");
        for happening in &happenings {
            happens(&mut desk, happening);
        }
        for way in ways {
            close_overlays(&mut desk);
            desk.press("F6 Enter");
            close_overlays(&mut desk);
            let before = state(&desk);
            let acts = desk.model().workspace.ledger().acts().len();
            desk.press(way);
            let new = desk.model().workspace.ledger().acts().len() - acts;
            let after = state(&desk);
            close_overlays(&mut desk);
            for _ in 0..new {
                desk.undo();
            }
            prop_assert_eq!(state(&desk), before, "undo of {}", way);
            for _ in 0..new {
                desk.run(Action::Redo);
            }
            prop_assert_eq!(state(&desk), after, "redo of {}", way);
        }
    }

    #[test]
    fn the_fold_knows_neither_order_nor_files(
        happenings in prop::collection::vec(happening(), 10..40),
        keys in prop::collection::vec(any::<u32>(), 200),
        cut in any::<Index>(),
        ties in 1..4_u64,
    ) {
        let mut records = records(&happenings);
        for (record, key) in records.iter_mut().zip(&keys) {
            // Several writers whose clocks meet.
            record.clock /= ties;
            record.writer = WriterId(format!("pc{}", key % 3).into());
        }
        let whole = Ledger::fold(records.clone());
        let mut shuffled: Vec<_> = records.iter().zip(keys.iter().cycle()).collect();
        shuffled.sort_by_key(|(record, key)| (**key, record.id));
        let shuffled: Vec<Record> = shuffled.into_iter().map(|(it, _)| it.clone()).collect();
        prop_assert_eq!(&Ledger::fold(shuffled.clone()), &whole);
        let (one, other) = shuffled.split_at(cut.index(shuffled.len()));
        let mut pieces = Ledger::fold(other.to_vec());
        pieces.extend(one.to_vec());
        // What came twice counts once.
        pieces.extend(other.to_vec());
        prop_assert_eq!(&pieces, &whole);
    }

    #[test]
    fn papers_are_read_back_as_they_were_written(
        happenings in prop::collection::vec(happening(), 10..40),
    ) {
        let mut desk = Desk::new();
        desk.press("Enter");
        for happening in &happenings {
            happens(&mut desk, happening);
        }
        let workspace = &desk.model().workspace;
        for day in workspace.ledger().meetings().keys() {
            let minutes = workspace.minutes(*day).unwrap();
            let text = to_text(&minutes).unwrap();
            let read: Minutes = ron::from_str(&text).unwrap();
            prop_assert_eq!(&read, &minutes);
            prop_assert_eq!(to_text(&read).unwrap(), text);
            let plan = workspace.tactical_plan(*day).unwrap();
            let text = to_text(&plan).unwrap();
            let read: TacticalPlan = ron::from_str(&text).unwrap();
            prop_assert_eq!(&read, &plan);
            prop_assert_eq!(to_text(&read).unwrap(), text);
        }
        // And the next program sees the same.
        let before = state(&desk);
        desk.crash();
        prop_assert_eq!(state(&desk), before);
    }
}

#[test]
fn what_fuzzing_pressed_holds() {
    for input in corpus("keys") {
        events::keys(&input);
    }
}

/// Sizes at the borders, and some between.
const SIZES: &[(u16, u16)] = &[
    (0, 0),
    (1, 1),
    (59, 15),
    (60, 14),
    (60, 15),
    (61, 16),
    (79, 23),
    (80, 16),
    (99, 24),
    (100, 20),
    (110, 15),
    (160, 50),
    (200, 60),
    (60, 60),
    (200, 15),
];

#[test]
fn every_screen_is_drawn_at_every_size() {
    for (name, keys) in SCREENS {
        let mut desk = Desk::with(Setting {
            size: Size {
                width: 80,
                height: 24,
            },
            ..Setting::default()
        });
        desk.press(&script(keys));
        for (width, height) in SIZES {
            desk.resize(*width, *height);
            let frame = desk.frame();
            assert_eq!(
                frame.lines().count(),
                usize::from(*height),
                "{name} at {width}x{height}"
            );
            if *width < 60 || *height < 15 {
                let small = *width < 20 || *height < 2 || frame.contains("окно слишком мало");
                assert!(small || frame.contains("Окно слишком мало"), "{frame}");
            }
        }
    }
}

#[test]
fn drawing_changes_nothing() {
    for (_, keys) in SCREENS {
        let mut desk = Desk::new();
        desk.press(&script(keys));
        let before = format!("{:?}", desk.model().screens);
        let first = desk.buffer();
        assert_eq!(desk.buffer(), first);
        assert_eq!(format!("{:?}", desk.model().screens), before);
    }
}
