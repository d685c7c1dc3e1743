//! Text that wants to be markup, a formula or a control sequence.

use calamine::Data;
use planerka::domain::entry::EntryKind;
use planerka::domain::operation::Operation;
use planerka::domain::workspace::Workspace;
use planerka::paper::{Format, Request};

use super::fixture::{Journal, SECOND, activity, assignment, day, text, workspace};
use super::unpack::{bytes, docx_text, ics_properties, parts, string, xlsx_cells, xml_text};

const HOSTILE: [&str; 12] = [
    "]]> <script>alert('x')</script> & \"кавычки\"",
    "ESC \u{1b}[31m и NUL \0 и VT \u{b} и \u{fffe}",
    "=cmd|' /C calc'!A0",
    "+7 495\n@SUM(A1)\n-1",
    "bidi \u{202e}txt.exe\u{202c} и \u{200b}нулевая ширина",
    "семья 👩‍👩‍👧‍👦 и флаг 🇷🇺 и 𝔘",
    "Строка один\nстрока два\r\nстрока три",
    "| таблица | # не заголовок | **не жирный** | `нет` | [x](http://a) |",
    "1. не список\n- и это нет\n+ и это",
    "BEGIN:VEVENT\nUID:чужой; с, знаками \\ и : двоеточием",
    "{{ 7 * 7 }} ${x} %s {0} \\u0000",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}",
];

fn hostile() -> Workspace {
    let mut workspace = workspace();
    let mut journal = Journal::new();
    for _ in 0..500 {
        journal.id();
    }
    let meeting = day(SECOND);
    journal.write(
        meeting,
        Operation::ReopenMeeting {
            reason: HOSTILE[0].into(),
        },
    );
    let long = "оченьдлинноеслово".repeat(400);
    for words in HOSTILE.into_iter().chain([long.as_str()]) {
        journal.entry(meeting, activity("1.1.4"), text(EntryKind::Decision, words));
        journal.entry(
            meeting,
            activity("1.1.4"),
            assignment(words, &["iro-asou"], "2023-06-15"),
        );
    }
    workspace.apply(journal.records);
    workspace
}

#[test]
fn packages_stay_well_formed() {
    let workspace = hostile();
    for request in [
        Request::Minutes(day(SECOND)),
        Request::TacticalPlan(day(SECOND)),
    ] {
        for format in [Format::Docx, Format::Xlsx] {
            for (name, xml) in parts(&bytes(&request, format, &workspace)) {
                let is_xml = [".xml", ".rels", ".vml"]
                    .iter()
                    .any(|end| name.ends_with(end));
                assert!(is_xml, "{name}");
                xml_text(&xml);
            }
        }
        let text = docx_text(&bytes(&request, Format::Docx, &workspace));
        assert!(text.contains("]]> <script>alert('x')</script> & \"кавычки\""));
    }
}

#[test]
fn a_line_break_is_a_break_in_the_word_processor() {
    let workspace = hostile();
    let docx = bytes(&Request::Minutes(day(SECOND)), Format::Docx, &workspace);
    let body = parts(&docx)
        .into_iter()
        .find(|(name, _)| name == "word/document.xml")
        .unwrap()
        .1;
    assert!(body.contains("Строка один</w:t><w:br/>"));
    assert!(docx_text(&docx).contains("Строка один\nстрока два\nстрока три"));
}

#[test]
fn html_has_no_element_of_the_text() {
    let workspace = hostile();
    let html = string(&Request::Minutes(day(SECOND)), Format::Html, &workspace);
    assert!(!html.contains("<script"));
    assert!(html.contains("&lt;script&gt;"));
    assert!(!html.contains("http://a\""));
    assert!(html.chars().all(|one| one == '\n' || !one.is_control()));
}

#[test]
fn spreadsheets_have_no_formula() {
    let workspace = hostile();
    let request = Request::Minutes(day(SECOND));
    let package = bytes(&request, Format::Xlsx, &workspace);
    for (name, xml) in parts(&package) {
        assert!(
            !xml.contains("<f>") && !xml.contains("<f "),
            "{name} has a formula"
        );
    }
    let texts: Vec<String> = xlsx_cells(package)
        .into_iter()
        .flat_map(|(_, rows)| rows)
        .flatten()
        .filter_map(|cell| match cell {
            Data::String(text) => Some(text),
            _ => None,
        })
        .collect();
    assert!(texts.iter().any(|text| text == "=cmd|' /C calc'!A0"));
    let csv = string(&request, Format::Csv, &workspace);
    assert!(csv.starts_with('\u{feff}'));
    for bad in ["\"=", "\"+", "\"@", "\"-", "\n=", "\n+", "\n@", "\n-"] {
        assert!(!csv.contains(bad), "{bad:?}");
    }
}

#[test]
fn a_calendar_stays_one_calendar() {
    let workspace = hostile();
    let ics = string(&Request::Minutes(day(SECOND)), Format::Ics, &workspace);
    let properties = ics_properties(&ics);
    let uids: Vec<_> = properties
        .iter()
        .filter(|(_, name, _)| name == "UID")
        .collect();
    // The hostile ones, the one of the fixture, and two of earlier minutes that were decided on.
    assert_eq!(uids.len(), HOSTILE.len() + 4);
    assert!(uids.iter().all(|(_, _, uid)| uid.ends_with("@planerka")));
    let has = |part: &str| properties.iter().any(|(_, _, value)| value.contains(part));
    assert!(has("чужой; с, знаками \\ и : двоеточием"));
}

#[test]
fn markdown_keeps_text_text() {
    let workspace = hostile();
    let markdown = string(&Request::Minutes(day(SECOND)), Format::Markdown, &workspace);
    assert!(!markdown.contains("<script"));
    assert!(markdown.contains(r"\*\*не жирный\*\*"));
    assert!(markdown.contains(r"\[x\](http://a)"));
}
