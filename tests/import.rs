//! Plans of other people: every file gives what stands beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that fails may panic"
)]

#[path = "import/order_texts.rs"]
mod order_texts;
#[path = "import/readers.rs"]
mod readers;
#[path = "import/round_trip.rs"]
mod round_trip;
#[path = "import/rule.rs"]
mod rule;
#[path = "import/strangers.rs"]
mod strangers;

use std::fmt::Write as _;
use std::path::PathBuf;

use planerka::domain::date::Span;
use planerka::domain::deadline::{Conventions, read as read_deadline};
use planerka::domain::subject::Registry;
use planerka::import::draft::{Activity, Heading};
use planerka::import::report::{Done, Question};
use planerka::import::source::Remark;
use planerka::import::{Choice, Draft, Refusal, propose, read};
use serde_json::Value;

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn draft(name: &str) -> Result<Draft, Refusal> {
    let bytes = std::fs::read(directory().join(name)).unwrap();
    propose(&read(&bytes)?, &Choice::default(), &Registry::default())
}

/// A text as it is compared: one sort of space, no soft hyphens.
fn plain(text: &str, loose: bool) -> String {
    let text: String = text
        .chars()
        .filter(|c| *c != '\u{ad}')
        .map(|c| if c == '\u{2011}' { '-' } else { c })
        .collect();
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_matches(['«', '»']).to_owned();
    if loose { line.replace("- ", "-") } else { line }
}

/// One activity as expected: headings and cells.
struct Expected {
    path: Vec<String>,
    cells: Value,
}

fn expected(json: &Value) -> Vec<Expected> {
    let mut found = Vec::new();
    for direction in json["directions"].as_array().unwrap() {
        for measure in direction["measures"].as_array().unwrap() {
            for activity in measure["activities"].as_array().unwrap() {
                let path = [&direction["title"], &measure["title"]]
                    .into_iter()
                    .filter_map(Value::as_str)
                    .map(str::to_owned)
                    .collect();
                found.push(Expected {
                    path,
                    cells: activity.clone(),
                });
            }
        }
    }
    found
}

fn accepts(json: &Value, term: &str) -> Vec<String> {
    let mut accepted = vec![term.to_owned()];
    if let Some(lists) = json["term_accept"].as_object() {
        for list in lists.values() {
            let list: Vec<&str> = list
                .as_array()
                .unwrap()
                .iter()
                .filter_map(Value::as_str)
                .collect();
            if list.contains(&term) {
                accepted.extend(list.into_iter().map(str::to_owned));
            }
        }
    }
    accepted
}

fn differences(json: &Value, draft: &Draft) -> String {
    let loose = json["hyphen_space_ok"].as_bool() == Some(true) || draft.report.encoding.is_some();
    let same = |a: &str, b: &str| plain(a, loose) == plain(b, loose);
    let mut bad = String::new();
    let wanted = expected(json);
    let found = draft.activities();
    if wanted.len() != found.len() {
        let _ = writeln!(bad, "{} activities, {} expected", found.len(), wanted.len());
    }
    for (wanted, (path, activity)) in wanted.iter().zip(&found) {
        let cell = |name: &str| wanted.cells[name].as_str();
        let title = cell("title").unwrap();
        if !same(title, &activity.title) {
            let _ = writeln!(bad, "«{}», expected «{title}»", activity.title);
            break;
        }
        let above: Vec<&str> = path.iter().map(|heading| heading.title.as_str()).collect();
        let fits = wanted.path.len() <= above.len()
            && wanted
                .path
                .iter()
                .zip(&above)
                .all(|(wanted, found)| same(wanted, found));
        if !fits {
            let _ = writeln!(bad, "«{title}» under {above:?}, expected {:?}", wanted.path);
        }
        compare_cells(json, wanted, activity, &same, &mut bad);
        compare_window(json, wanted, activity, draft.period, &mut bad);
    }
    bad
}

fn compare_cells(
    json: &Value,
    wanted: &Expected,
    activity: &Activity,
    same: &impl Fn(&str, &str) -> bool,
    bad: &mut String,
) {
    let cell = |name: &str| wanted.cells[name].as_str();
    let title = &activity.title;
    if let Some(number) = cell("number") {
        let bare = |text: &str| text.trim_end_matches(['.', ')']).to_owned();
        if bare(number) != bare(&activity.number) {
            let _ = writeln!(
                bad,
                "«{title}» number «{}», expected «{number}»",
                activity.number
            );
        }
    }
    if let Some(term) = cell("term")
        && json["term_free"].as_bool() != Some(true)
        && !accepts(json, term)
            .iter()
            .any(|term| same(term, &activity.term))
    {
        let _ = writeln!(bad, "«{title}» term «{}», expected «{term}»", activity.term);
    }
    for (name, found) in [
        ("responsible_subject", &activity.responsible),
        ("executors", &activity.executors),
        ("result", &activity.result),
    ] {
        if let Some(wanted) = cell(name)
            && !same(wanted, found)
        {
            let _ = writeln!(bad, "«{title}» {name} «{found}», expected «{wanted}»");
        }
    }
}

fn compare_window(
    json: &Value,
    wanted: &Expected,
    activity: &Activity,
    period: Option<Span>,
    bad: &mut String,
) {
    let windows = &json["windows"];
    let number = wanted.cells["number"].as_str().unwrap_or_default();
    let window = match &windows[number] {
        Value::Null => &windows[activity.title.as_str()],
        found => found,
    };
    let (Some(window), Some(period)) = (window.as_array(), period) else {
        return;
    };
    let wording = activity.reading.as_ref().unwrap_or(&activity.term);
    let read = read_deadline(wording, period, &Conventions::default()).windows;
    let ends = read.first().zip(read.last());
    let fits = ends.is_some_and(|(first, last)| {
        window[0]
            .as_str()
            .is_none_or(|day| day == first.first.to_string())
            && window[1].as_str() == Some(&last.last.to_string())
    });
    if !fits {
        let _ = writeln!(
            bad,
            "«{}» is read as {ends:?}, expected {window:?}",
            activity.title
        );
    }
}

#[test]
fn every_file_gives_what_stands_beside_it() {
    let mut bad = String::new();
    let mut files = 0;
    let mut names: Vec<String> = std::fs::read_dir(directory())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".expect.json").map(str::to_owned))
        .collect();
    names.sort();
    for name in names {
        files += 1;
        let json = std::fs::read(directory().join(format!("{name}.expect.json"))).unwrap();
        let json: Value = serde_json::from_slice(&json).unwrap();
        let refused = json["outcome"] == "refuse";
        match draft(&name) {
            Err(_) if refused => {}
            Err(refusal) => {
                let _ = writeln!(bad, "{name}: {refusal}");
            }
            Ok(_) if refused => {
                let _ = writeln!(bad, "{name}: read, but has to be refused");
            }
            Ok(draft) => {
                let found = differences(&json, &draft);
                if !found.is_empty() {
                    let _ = writeln!(bad, "{name}:\n{found}");
                }
            }
        }
    }
    assert!(bad.is_empty(), "{bad}");
    assert!(files > 30, "{files}");
}

#[test]
fn what_cannot_be_read_says_why() {
    assert!(matches!(
        draft("l1-damaged.docx"),
        Err(Refusal::Damaged { .. })
    ));
    assert_eq!(draft("l2-no-table.docx"), Err(Refusal::NoTable));
    assert_eq!(draft("l4-password.xlsx"), Err(Refusal::Password));
}

/// What is far larger than any plan is refused before it is held: counted by elements, names,
/// bytes and positions, not by a clock.
#[test]
fn what_is_larger_than_any_plan_is_refused() {
    let tables = "<w:tbl><w:tr><w:tc>".repeat(2_000);
    let deep = format!("<w:document xmlns:w=\"w\"><w:body>{tables}");
    assert!(matches!(
        read(&rule::as_docx(deep.as_bytes())),
        Err(Refusal::Bomb)
    ));
    let cell = "<td colspan=60000 rowspan=60000>Мероприятие<td>Срок";
    let wide = format!("<table>{}</table>", format!("<tr>{cell}").repeat(2_000));
    assert!(matches!(read(wide.as_bytes()), Err(Refusal::Bomb)));
    let names: Vec<String> = (0..20_001).map(|number| format!("{number}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(read(&rule::package(&parts)), Err(Refusal::Bomb)));
    let large = vec![b'x'; 41 * 1024 * 1024];
    assert!(matches!(read(&large), Err(Refusal::TooLarge { .. })));
}

#[test]
fn hidden_parts_and_typed_dates_are_told() {
    for name in ["b1-r503.xlsx", "e21-r503.xls", "e22-r503.ods"] {
        let report = draft(name).unwrap().report;
        assert_eq!(report.taken, ["Комплекс мер"], "{name}");
        assert!(
            report
                .left
                .iter()
                .any(|left| left.sheet.as_deref() == Some("Показатели")),
            "{name}"
        );
        let has = |wanted: &dyn Fn(&Remark) -> bool| report.remarks.iter().any(wanted);
        assert!(
            has(&|remark| *remark == Remark::HiddenSheet("черновик".into())),
            "{name}"
        );
        assert!(
            has(
                &|remark| matches!(remark, Remark::HiddenColumns { columns, .. } if *columns == ["H"])
            ),
            "{name}"
        );
        let dates = report
            .remarks
            .iter()
            .filter(|remark| matches!(remark, Remark::TypedDate { .. }))
            .count();
        assert_eq!(dates, 4, "{name}");
        assert!(
            report
                .done
                .iter()
                .any(|done| matches!(done, Done::Aside { text, .. } if text.starts_with('*'))),
            "{name}"
        );
    }
}

#[test]
fn footnotes_and_corrections_are_told() {
    let report = draft("a1-r503-order.docx").unwrap().report;
    let notes = report
        .remarks
        .iter()
        .filter(|remark| matches!(remark, Remark::Footnote(_)))
        .count();
    assert_eq!(notes, 2);
    assert_eq!(report.without_number, 63);
    let report = draft("e4-tracked.docx").unwrap().report;
    assert!(report.remarks.iter().any(|remark| matches!(
        remark,
        Remark::Corrections {
            inserted: 1,
            deleted: 2
        }
    )));
}

#[test]
fn rows_under_the_wrong_columns_are_asked_about() {
    let report = draft("e24-pages.txt").unwrap().report;
    let shifted = report
        .questions
        .iter()
        .filter(|question| matches!(question, Question::Shifted { .. }))
        .count();
    assert_eq!(shifted, 2);
}

#[test]
fn ordinary_plans_ask_nothing() {
    for name in [
        "a1-r503-order.docx",
        "b1-r503.xlsx",
        "c1-two-levels.docx",
        "d1-flat-autonumbered.docx",
        "g2-two-levels.tsv",
        "h1-r503.html",
        "i1-two-levels-cp1251.csv",
        "j2-two-levels.odt",
        "n2-start-end-three-levels.docx",
        "n4-every-row-numbered.docx",
    ] {
        assert_eq!(draft(name).unwrap().report.questions, [], "{name}");
    }
}

#[test]
fn the_same_plan_in_other_kinds_of_file_is_the_same_plan() {
    let texts = |name: &str| -> Vec<(Vec<String>, Activity)> {
        draft(name)
            .unwrap()
            .activities()
            .into_iter()
            .map(|(path, activity): (Vec<&Heading>, &Activity)| {
                let path = path.iter().map(|heading| heading.title.clone()).collect();
                let line = |text: &str| plain(text, false);
                let activity = Activity {
                    number: activity.number.clone(),
                    title: line(&activity.title),
                    responsible: line(&activity.responsible),
                    term: line(&activity.term),
                    ..Activity::default()
                };
                (path, activity)
            })
            .collect()
    };
    let document = texts("c1-two-levels.docx");
    for other in [
        "g2-two-levels.tsv",
        "i1-two-levels-cp1251.csv",
        "j2-two-levels.odt",
    ] {
        assert_eq!(document, texts(other), "{other}");
    }
    assert_eq!(texts("d1-flat-autonumbered.docx"), texts("e23-auto.odt"));
}

/// The parts of sample files, which are cut and turned over below.
fn part(name: &str, inside: &str) -> Vec<u8> {
    use std::io::Read as _;
    let bytes = std::fs::read(directory().join(name)).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = Vec::new();
    archive
        .by_name(inside)
        .unwrap()
        .read_to_end(&mut part)
        .unwrap();
    part
}

mod any {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::{directory, part, rule};

    /// A sample with some pieces taken out, doubled or overwritten.
    fn spoiled(sample: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
        let length = sample.len();
        let change = (0..length, 0..400_usize, 0..3_u8, any::<u8>());
        proptest::collection::vec(change, 0..6).prop_map(move |changes| {
            let mut bytes = sample.to_vec();
            for (at, count, kind, byte) in changes {
                let at = at.min(bytes.len());
                let to = (at + count).min(bytes.len());
                match kind {
                    0 => drop(bytes.drain(at..to)),
                    1 => {
                        let piece = bytes[at..to].to_vec();
                        bytes.splice(at..at, piece);
                    }
                    _ => bytes[at..to].iter_mut().take(3).for_each(|one| *one = byte),
                }
            }
            bytes
        })
    }

    static DOCX: LazyLock<Vec<u8>> =
        LazyLock::new(|| part("n2-start-end-three-levels.docx", "word/document.xml"));
    static ODT: LazyLock<Vec<u8>> = LazyLock::new(|| part("j2-two-levels.odt", "content.xml"));
    static XLSX: LazyLock<Vec<u8>> =
        LazyLock::new(|| part("e6-numbers.xlsx", "xl/worksheets/sheet1.xml"));
    static HTML: LazyLock<Vec<u8>> =
        LazyLock::new(|| std::fs::read(directory().join("e8-days.html")).unwrap());
    static TEXT: LazyLock<Vec<u8>> =
        LazyLock::new(|| std::fs::read(directory().join("i1-two-levels-cp1251.csv")).unwrap());
    static DRAWN: LazyLock<Vec<u8>> =
        LazyLock::new(|| std::fs::read(directory().join("e15-drawn.txt")).unwrap());

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn spoiled_docx(bytes in spoiled(&DOCX)) {
            rule::docx(&bytes);
        }

        #[test]
        fn spoiled_odt(bytes in spoiled(&ODT)) {
            rule::odf(&bytes);
        }

        #[test]
        fn spoiled_xlsx(bytes in spoiled(&XLSX)) {
            rule::xlsx(&bytes);
        }

        #[test]
        fn spoiled_text(bytes in prop_oneof![spoiled(&HTML), spoiled(&TEXT), spoiled(&DRAWN)]) {
            rule::file(&bytes);
        }

        #[test]
        fn bytes_of_any_sort(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            rule::file(&bytes);
        }
    }
}

/// The amended edition of a plan is matched with the one before as its expectation says.
#[test]
fn an_amended_edition_is_matched_with_the_one_before() {
    use planerka::domain::document::{Document, NodeKey};
    use planerka::domain::edition::{ChangeSort, summary};
    use planerka::domain::workspace::{Answers, Given, Workspace};
    use planerka::import::document::{document, key};

    let file = "m2-two-levels-amended.docx";
    let text = std::fs::read_to_string(directory().join(format!("{file}.expect.json"))).unwrap();
    let expected: Value = serde_json::from_str(&text).unwrap();
    let taken = "2023-12-25".parse().unwrap();
    let read = |name: &str| -> Document {
        let draft = draft(name).unwrap();
        let mut document = document(&draft, key(&draft, "c1"), taken);
        let own = document.key;
        document.give_keys(own, &std::collections::BTreeSet::new());
        document
    };
    let (base, mut amended) = (read(expected["base"].as_str().unwrap()), read(file));
    amended.key = base.key;
    let workspace = Workspace::new(
        vec![base.clone()],
        planerka::domain::subject::Subjects {
            format: 1,
            subjects: Vec::new(),
        },
        planerka::domain::settings::Settings::default(),
        planerka::domain::calendar::Calendar::default(),
        Vec::new(),
    );
    let given = Given {
        document: amended.clone().into(),
        names_keys: false,
    };
    let plain = |text: &str| text.trim().trim_end_matches('.').to_owned();
    let called = |document: &Document, number: &str| -> NodeKey {
        let mut all = document.activities();
        let found = all.find(|it| plain(&it.number) == number);
        found.unwrap_or_else(|| panic!("no {number}")).key
    };
    let pairs = expected["diff"]["match"].as_object().unwrap();
    let found = workspace.compared(base.key, given.clone()).unwrap();
    let mut matching = found.matching;
    for doubt in matching.doubts.clone() {
        let of = |document: &Document, key| document.activity(key).map(|it| plain(&it.number));
        let (old, new) = (of(&base, doubt.old), of(&amended, doubt.new));
        let is_same =
            old.is_some_and(|old| pairs.get(&old).and_then(Value::as_str) == new.as_deref());
        matching.decide(doubt.old, doubt.new, is_same);
    }
    for (old, new) in pairs {
        let (old, new) = (called(&base, old), new.as_str().unwrap());
        assert_eq!(
            matching.pairs.get(&called(&amended, new)),
            Some(&old),
            "{new}"
        );
    }
    let found = workspace
        .compared_as(base.key, given, matching, Answers::default())
        .unwrap();
    let lines = summary(&base, &found.comparison.changes);
    let of = |sort: ChangeSort| -> Vec<String> {
        let own = lines.iter().filter(|it| it.sort == sort && !it.is_heading);
        own.map(|it| plain(&it.number)).collect()
    };
    let numbers = |name: &str, of: &str| -> Vec<String> {
        let all = expected["diff"][name].as_array().unwrap();
        all.iter()
            .map(|it| it[of].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(of(ChangeSort::Added), numbers("added", "id"));
    assert_eq!(of(ChangeSort::Excluded), numbers("removed", "id"));
    assert_eq!(of(ChangeSort::Reworded), numbers("reworded", "new"));
    assert_eq!(of(ChangeSort::Deadline), numbers("moved_deadlines", "new"));
}
