//! Goldens: the papers of one meeting as they are read, to be looked at when they change.

use std::path::Path;

use planerka::domain::date::Span;
use planerka::domain::settings::{MinutesForm, MinutesLayout};
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::{Format, Request};

use super::fixture::{FIRST, SECOND, day, settings, subject, with_settings, workspace};
use super::screen::opened;
use super::unpack::{bytes, docx_text, string, xlsx_cells};

fn check(name: &str, found: &str) {
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
fn others() -> [Request; 5] {
    let period = Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    [
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day("2023-06-08")),
        Request::Extract(day(FIRST), subject("cnppm-ggtu")),
        Request::Report(period, AsOf::day(day("2023-06-30"), day("2023-07-01"))),
        Request::Card("1.1.1".parse().unwrap(), day(SECOND)),
    ]
}

#[test]
fn every_other_paper_as_text() {
    let workspace = workspace();
    for request in others() {
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
                    &string(&request, format, &workspace),
                );
            }
        }
        let docx = docx_text(&bytes(&request, Format::Docx, &workspace));
        let name = request
            .file_name(Format::Docx)
            .replace(".docx", ".docx.txt");
        check(&name, &docx);
    }
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
    assert!(excerpts >= 6, "{excerpts}");
}
