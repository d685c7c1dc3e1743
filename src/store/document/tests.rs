use std::path::PathBuf;

use serde::Deserialize;

use super::*;
use crate::domain::date::Date;
use crate::store::simulated::SimulatedFileSystem;

#[derive(Deserialize, Serialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Sample {
    format: u32,
    name: String,
    when: Date,
    #[serde(default)]
    who: Option<String>,
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Deserialize, Serialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Item {
    number: u32,
    state: State,
}

#[derive(Deserialize, Serialize, PartialEq, Debug)]
enum State {
    Open,
    Done,
}

fn path() -> PathBuf {
    PathBuf::from("/state/sample.ron")
}

/// Name of the fault and its place in a text where `head` stands before the rest.
fn fault_in(text: &str) -> (&'static str, usize, usize) {
    let error = parse::<Sample>(&path(), text).unwrap_err();
    (error.fault.name(), error.place.line, error.place.column)
}

#[test]
fn every_slip_is_named_with_its_place() {
    for (text, expected) in [
        (
            "(\n    format: 1\n    name: \"а\",\n)",
            ("missing-comma", 2, 14),
        ),
        (
            "(\n    format: 1,\n    name: \"а\"\n\n    // кто\n    when: \"2023-05-25\",\n)",
            ("missing-comma", 3, 14),
        ),
        (
            "(format: 1, name: \"а\", when: \"2023-05-25\", items: [(number: 1, state: Open) (number: 2)])",
            ("missing-comma", 1, 76),
        ),
        (
            "(\n    format: 1,\n    nam: \"а\",\n)",
            ("unknown-field", 3, 5),
        ),
        (
            "(\n    format: 1,\n    name: \"а\",\n)",
            ("missing-field", 4, 1),
        ),
        (
            "(format: 1, name: \"а\", name: \"б\")",
            ("duplicate-field", 1, 24),
        ),
        ("(format: 1.5, name: \"а\")", ("fraction", 1, 11)),
        ("(format: \"1\", name: \"а\")", ("expected-number", 1, 10)),
        ("(format: 1, name: а)", ("expected-text", 1, 19)),
        ("(format: 1, name: “а”)", ("odd-quotes", 1, 19)),
        ("(format: 1, name: «а»)", ("odd-quotes", 1, 19)),
        ("(\n\u{a0}\u{a0}format: 1)", ("odd-space", 2, 1)),
        ("(\n    \"format\": 1)", ("quoted-field", 2, 5)),
        ("(\n    format = 1)", ("missing-colon", 2, 12)),
        ("{\n    \"format\": 1}", ("expected-record", 1, 1)),
        (
            "(format: 1,\n    name: \"а,\n    when: \"2023-05-25\",\n)",
            ("unclosed-text", 2, 11),
        ),
        ("(format: 1, name: \"а", ("unclosed-text", 1, 19)),
        (
            "(format: 1, name: \"а\",\n    when: \"2023-05-25\"",
            ("ends-too-early", 2, 23),
        ),
        ("(format: 1, /* и так далее\n", ("unclosed-comment", 1, 13)),
        (
            "(format: 1, name: \"а\", when: \"2023-05-25\")\nконец",
            ("trailing", 2, 1),
        ),
        (
            "(format: 1,\n<<<<<<< HEAD\n    name: \"а\",\n=======\n    name: \"б\",\n>>>>>>> other\n)",
            ("conflict-markers", 2, 1),
        ),
        (
            "(format: 1, name: \"а\", when: \"2023-02-30\")",
            ("no-such-day", 1, 30),
        ),
        ("(format: 99999999999)", ("out-of-bounds", 1, 10)),
        ("(format: 1, name: \"\\й\")", ("invalid-escape", 1, 20)),
        (
            "(format: 1, name: \"а\", when: \"2023-05-25\", items: [(number: 1, state: Opne)])",
            ("unknown-word", 1, 71),
        ),
        ("(format: 1,\0 name: \"а\")", ("control-character", 1, 12)),
        ("", ("empty", 0, 0)),
        ("\0\0\0\0", ("zeros", 0, 0)),
        ("(format: 1, items: [(number: 1", ("ends-too-early", 1, 31)),
        ("(format: 2, whatever: [Новое(1)])", ("newer-format", 0, 0)),
    ] {
        assert_eq!(fault_in(text), expected, "{text}");
    }
}

#[test]
fn a_misspelt_field_is_recognised() {
    let error = parse::<Sample>(&path(), "(format: 1, nmae: \"а\")").unwrap_err();
    let DocumentFault::UnknownField { meant, .. } = error.fault else {
        panic!("{error}");
    };
    assert_eq!(meant, Some("name"));
    assert_eq!(error.place.excerpt.as_str(), "(format: 1, nmae: \"а\")");
    assert_eq!(error.place.caret, 12);
}

#[test]
fn bytes_that_are_no_utf_8_are_named() {
    let disk = SimulatedFileSystem::new();
    let text = "(\n    name: \"Иванов\")";
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let cp1251 = b"(\n    name: \"\xc8\xe2\xe0\xed\xee\xe2\")".to_vec();
    for (bytes, name, line, column) in [(utf16, "utf-16", 0, 0), (cp1251, "not-utf-8", 2, 12)] {
        disk.place(&path(), &bytes);
        let error = read_text(&disk, &path()).unwrap_err();
        let found = (error.fault.name(), error.place.line, error.place.column);
        assert_eq!(found, (name, line, column));
    }
}

#[test]
fn a_mark_of_byte_order_and_foreign_line_ends_do_no_harm() {
    let disk = SimulatedFileSystem::new();
    let text = "\u{feff}(\r\n    format: 1,\r\n    name: \"а\",\r\n    when: \"2023-05-25\",\r\n    who: \"Иванов\",\r\n)\r\n";
    disk.place(&path(), text.as_bytes());
    let (text, _) = read_text(&disk, &path()).unwrap();
    let sample: Sample = parse(&path(), &text).unwrap();
    assert_eq!(sample.who.as_deref(), Some("Иванов"));
}

#[test]
fn the_written_form_is_one_and_comes_back() {
    let sample = Sample {
        format: 1,
        name: "строка\nи «ещё» \u{202e} одна".to_owned(),
        when: Date::new(2023, 5, 25).unwrap(),
        who: Some("Иванов".to_owned()),
        items: vec![Item {
            number: 1,
            state: State::Done,
        }],
    };
    let text = to_text(&sample).unwrap();
    let read: Sample = parse(&path(), &text).unwrap();
    assert_eq!(read, sample);
    assert_eq!(to_text(&read).unwrap(), text);
    assert!(text.ends_with(")\n") && text.contains("    name:") && !text.contains('\u{202e}'));
    assert!(parse_any(&path(), &text).is_ok());
}

#[test]
fn a_foreign_edit_is_not_overwritten() {
    let disk = SimulatedFileSystem::new();
    let first = write_atomic(&disk, Path::new("/a.ron"), b"one", &[]).unwrap();
    disk.place(Path::new("/a.ron"), b"theirs");
    let refused = write_atomic(&disk, Path::new("/a.ron"), b"two", &[first]);
    assert_eq!(
        refused,
        Err(WriteError::Conflict {
            path: "/a.ron".into()
        })
    );
    assert_eq!(disk.files(), [("/a.ron".into(), b"theirs".to_vec())]);
}
