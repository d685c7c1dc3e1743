//! Goldens: the papers of one meeting as they are read, to be looked at when they change.

use std::path::Path;

use planerka::document::{Format, Request};
use planerka::domain::date::Span;

use super::fixture::{FIRST, SECOND, day, subject, workspace};
use super::unpack::{bytes, docx_text, string, xlsx_cells};

fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/documents/golden")
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

#[test]
fn every_other_paper_as_text() {
    let workspace = workspace();
    let period = Span::new(day("2023-05-01"), day("2023-06-30")).unwrap();
    for request in [
        Request::TacticalPlan(day(SECOND)),
        Request::Agenda(day("2023-06-08")),
        Request::Extract(day(FIRST), subject("cnppm-ggtu")),
        Request::Report(period),
        Request::Card("1.1.1".parse().unwrap(), day(SECOND)),
    ] {
        check(
            &request.file_name(Format::Text),
            &string(&request, Format::Text, &workspace),
        );
    }
}
