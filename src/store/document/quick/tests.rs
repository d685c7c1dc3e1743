//! The quick reader says what `ron` says, or nothing.

use proptest::prelude::*;

use super::super::{parse_record, reading, record_to_text};
use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::date::Span;
use crate::domain::demo;
use crate::domain::document::Document;
use crate::domain::operation::{Record, WriterId};
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::workspace::Workspace;

fn file(name: &str) -> String {
    std::fs::read_to_string(format!(
        "{}/src/store/embedded/{name}",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
    ))
    .unwrap()
}

/// The lines of two meetings.
fn lines() -> Vec<String> {
    let empty = Workspace::new(
        vec![ron::from_str::<Plan>(&file("plan.ron")).unwrap().into()],
        ron::from_str(&file("subjects.ron")).unwrap(),
        reading().from_str(&file("settings.ron")).unwrap(),
        Calendar::default(),
        Vec::new(),
    );
    let day = |text: &str| text.parse().unwrap();
    let span = Span::new(day("2023-05-25"), day("2023-06-02")).unwrap();
    let writer = WriterId("demo".into());
    let acts = demo::season(&empty, span, 1, &writer);
    let records = acts.iter().flatten();
    records
        .map(|record| record_to_text(record).unwrap())
        .collect()
}

#[test]
fn what_planerka_writes_is_read_quickly_and_as_ron_reads_it() {
    let lines = lines();
    assert!(lines.len() > 50);
    for line in lines {
        let quick: Option<Record> = from_str(&line);
        assert!(quick.is_some(), "{line}");
        assert_eq!(quick, record(&line), "{line}");
        assert_eq!(quick, reading().from_str(&line).ok());
    }
    let plan: Plan = from_str(&file("plan.ron")).unwrap();
    assert!(plan == reading().from_str(&file("plan.ron")).unwrap());
    let document = Document::from(plan);
    let text = super::super::to_text(&document).unwrap();
    assert!(from_str::<Document>(&text).unwrap() == document);
    let subjects: Subjects = from_str(&file("subjects.ron")).unwrap();
    assert!(subjects == reading().from_str(&file("subjects.ron")).unwrap());
    let settings: Settings = from_str(&file("settings.ron")).unwrap();
    assert!(settings == reading().from_str(&file("settings.ron")).unwrap());
}

#[test]
fn deep_and_cut_off_texts_are_left_to_ron() {
    for text in [
        "",
        "(",
        "(id:\"",
        "[[[[",
        "\"\\u{41}\"",
        "/* */ 1",
        "r\"a\"",
        "1//",
    ] {
        assert!(from_str::<String>(text).is_none(), "{text}");
        assert!(from_str::<Record>(text).is_none(), "{text}");
    }
    let line = &lines()[0];
    for (end, _) in line.char_indices() {
        assert!(from_str::<Record>(line.get(..end).unwrap()).is_none());
        assert!(record(line.get(..end).unwrap()).is_none());
    }
}

proptest! {
    /// A slip anywhere: what the quick reader takes, `ron` takes, and for the same.
    #[test]
    fn what_is_read_quickly_is_what_ron_reads(
        place in any::<prop::sample::Index>(),
        changes in prop::collection::vec((
            any::<prop::sample::Index>(),
            prop::sample::select(vec![
                "", ",", "(", ")", "[", "]", ":", "\"", "\\", "\\n", " ", "\n", "//x\n", "/**/", "0",
                "1", "-", "+", ".", "_", "#", "r", "a", "Some(", "None", "Some", "{", "}", "я", "'",
                "true", "\u{feff}", "()",
            ]),
            any::<bool>(),
        ), 1..4),
    ) {
        static LINES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(lines);
        let mut text: Vec<char> = place.get(&LINES).chars().collect();
        for (at, inserted, replaces) in changes {
            let at = at.index(text.len());
            let end = at + usize::from(replaces);
            text.splice(at..end, inserted.chars());
            if text.is_empty() {
                text.push(' ');
            }
        }
        let text: String = text.into_iter().collect();
        let ron = reading().from_str::<Record>(&text).ok();
        for quick in [from_str::<Record>(&text), record(&text)].into_iter().flatten() {
            prop_assert_eq!(Some(quick), ron.clone());
        }
        let path = std::path::Path::new("");
        prop_assert_eq!(
            parse_record(path, &text).ok(),
            ron
        );
    }
}
