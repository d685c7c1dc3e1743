//! Goldens: the papers of one meeting as they are read, to be looked at when they change.

use std::path::Path;

use planerka::domain::date::Span;
use planerka::domain::entry::EntryKind;
use planerka::domain::operation::Operation;
use planerka::domain::safe_text::SafeText;
use planerka::domain::settings::{MinutesForm, MinutesLayout};
use planerka::domain::workspace::Workspace;
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::{Format, Kind, Request, reminder};

use super::fixture::{
    FIRST, Journal, SECOND, activity, amended, day, gathered, settings, subject, text,
    with_settings, workspace,
};
use super::screen::opened;
use super::unpack::{bytes, docx_text, string, xlsx_cells};

pub(super) fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/papers/golden")
        .join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected.replace("\r\n", "\n") == found.replace("\r\n", "\n"),
        "{name} differs; UPDATE_GOLDEN=1 writes it anew, git shows how"
    );
}

#[test]
fn minutes_in_every_format() {
    let workspace = workspace();
    let request = Request::Minutes(day(SECOND));
    for format in [
        Format::Text,
        Format::Markdown,
        Format::Html,
        Format::Csv,
        Format::Ics,
        Format::Json,
        Format::Ron,
    ] {
        check(
            &request.file_name(format),
            &string(&request, format, &workspace),
        );
    }
    let docx = docx_text(&bytes(&request, Format::Docx, &workspace));
    check(
        &request
            .file_name(Format::Docx)
            .replace(".docx", ".docx.txt"),
        &docx,
    );
    let cells: Vec<String> = xlsx_cells(bytes(&request, Format::Xlsx, &workspace))
        .into_iter()
        .flat_map(|(name, rows)| {
            let rows = rows.into_iter().map(|row| format!("{row:?}"));
            std::iter::once(format!("== {name}"))
                .chain(rows)
                .collect::<Vec<_>>()
        })
        .collect();
    check(
        &request
            .file_name(Format::Xlsx)
            .replace(".xlsx", ".xlsx.txt"),
        &cells.join("\n"),
    );
}

/// Every paper but the minutes.
fn others() -> [Request; 9] {
    let period = Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    [
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day("2023-06-08")),
        Request::Extract(day(FIRST), subject("cnppm-ggtu")),
        Request::Report(period, AsOf::day(day("2023-06-30"), day("2023-07-01"))),
        Request::Card("1.1.1".parse().unwrap(), day(SECOND)),
        Request::Execution("plan".parse().unwrap(), day(SECOND)),
        Request::Document("plan".parse().unwrap(), day(SECOND)),
        Request::Control(day(SECOND)),
        Request::Duties(subject("cnppm-ggtu"), day(SECOND)),
    ]
}

/// Minutes opened again, and what the second version says otherwise.
fn reopened() -> (Workspace, Request) {
    let base = workspace();
    let mut journal = Journal::after(&base);
    let reason = SafeText::from("уточнение по итогам согласования");
    journal.write(day(SECOND), Operation::ReopenMeeting { reason });
    journal.entry(
        day(SECOND),
        activity("1.1.1"),
        text(EntryKind::Decision, "Разослать Положение субъектам"),
    );
    journal.finish(&base, day(SECOND), 2);
    let workspace = base.with_records(journal.records);
    (workspace, Request::Changes(day(SECOND), 2))
}

#[test]
fn every_other_paper_in_every_format() {
    let workspace = workspace();
    let (amended, act) = amended();
    let edition = Request::Edition {
        act,
        document: "plan".parse().unwrap(),
        from: day("2023-07-01"),
    };
    let (again, changes) = reopened();
    let papers = others().into_iter().map(|request| (&workspace, request));
    let gathered = gathered();
    let participants = Request::Participants("2548/p1".parse().unwrap(), day("2023-03-20"));
    let papers = papers.chain([
        (&amended, edition),
        (&again, changes),
        (&gathered, participants),
    ]);
    for (workspace, request) in papers {
        for format in [
            Format::Text,
            Format::Markdown,
            Format::Html,
            Format::Csv,
            Format::Ics,
            Format::Ron,
        ] {
            if request.kind().formats().contains(&format) {
                check(
                    &request.file_name(format),
                    &string(&request, format, workspace),
                );
            }
        }
        let docx = docx_text(&bytes(&request, Format::Docx, workspace));
        let name = request
            .file_name(Format::Docx)
            .replace(".docx", ".docx.txt");
        check(&name, &docx);
    }
}

#[test]
fn reminders_as_text() {
    let workspace = workspace();
    let on = day("2023-06-14");
    let found = workspace.reminders(on).into_iter();
    let mut texts = found.map(|it| reminder::text(&workspace, &it, on));
    let first = texts.find(|text| text.starts_with("Институт развития образования"));
    check("2023-06-14-reminder-iro-asou.txt", &first.unwrap());
}

#[test]
fn minutes_in_the_other_form_and_layout() {
    for (name, form, layout) in [
        ("full", MinutesForm::Full, MinutesLayout::Classical),
        ("federal", MinutesForm::Short, MinutesLayout::Federal),
    ] {
        let mut other = settings();
        other.papers.form = form;
        other.papers.layout = layout;
        other.papers.list_from = 3;
        other.papers.stamp = "ДЕМОНСТРАЦИЯ".into();
        let request = Request::Minutes(day(SECOND));
        check(
            &format!("{SECOND}-minutes-{name}.txt"),
            &string(&request, Format::Text, &with_settings(other)),
        );
    }
}

/// The official form is Russian whatever language the program speaks.
#[test]
fn papers_are_the_same_in_both_languages() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let made = |language: &str, format: Format| {
        let mut command = assert_cmd::Command::cargo_bin("planerka").unwrap();
        command
            .arg("--state")
            .arg(directory.path())
            .args(["--lang", language, "minutes", SECOND, "-o", "-", "-f"])
            .arg(format.extension());
        command.assert().success().get_output().stdout.clone()
    };
    for format in Format::ALL {
        let russian = made("ru", format);
        assert!(russian == made("en", format), "{format}");
        if format == Format::Text {
            let text = String::from_utf8(russian).unwrap();
            assert!(text.contains("ПРОТОКОЛ"));
        }
    }
}

#[test]
fn the_excerpts_of_the_guide_are_in_the_papers() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(here.join("docs/papers.md")).unwrap();
    let mut excerpts = 0;
    for part in guide.split("```text\n").skip(1) {
        let (excerpt, _) = part.split_once("```").unwrap();
        let mut lines = excerpt.lines();
        let name = lines.next().unwrap();
        let golden = std::fs::read_to_string(here.join("tests/papers/golden").join(name)).unwrap();
        let golden = golden.replace('\u{a0}', " ");
        let mut rest = golden.lines();
        for line in lines {
            assert!(rest.any(|there| there == line), "{name}: {line}");
        }
        excerpts += 1;
    }
    // Every kind of paper, and the reminder.
    for kind in Kind::ALL {
        let name = format!("-{}", kind.name());
        let named = guide
            .lines()
            .any(|line| line.starts_with("20") && line.contains(&name));
        assert!(named, "{name}");
    }
    assert!(excerpts > Kind::ALL.len(), "{excerpts}");
}
