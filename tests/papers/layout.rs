//! The season's minutes laid out by `LibreOffice`, page by page. Skips loudly where it is missing.

use std::path::Path;
use std::process::Command;

use planerka::domain::date::Span;
use planerka::domain::demo::season;
use planerka::domain::operation::WriterId;
use planerka::paper::{Format, Request};

use crate::fixture::{day, empty, settings};
use crate::unpack::bytes;

/// Runs a program; `None`, told on stderr, when it does not start.
fn run(program: &str, arguments: &[String], directory: &Path) -> Option<String> {
    match Command::new(program)
        .args(arguments)
        .current_dir(directory)
        .output()
    {
        Ok(output) => {
            let told = String::from_utf8_lossy(&output.stdout).into_owned();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{program}: {told}{errors}");
            Some(told)
        }
        Err(error) => {
            eprintln!("SKIPPED: {program} does not start here: {error}");
            None
        }
    }
}

/// The pages of papers, each as its lines; `None` where a program is missing.
pub fn pages(files: &[(String, Vec<u8>)]) -> Option<Vec<(String, Vec<Vec<String>>)>> {
    let directory = tempfile::tempdir().unwrap();
    let mut arguments = vec![
        format!(
            "-env:UserInstallation=file://{}/profile",
            directory.path().display()
        ),
        "--headless".to_owned(),
        "--convert-to".to_owned(),
        "pdf".to_owned(),
    ];
    for (name, content) in files {
        std::fs::write(directory.path().join(name), content).unwrap();
        arguments.push(name.clone());
    }
    run("soffice", &arguments, directory.path())?;
    let mut papers = Vec::new();
    for (name, _) in files {
        let pdf = name.replace(".docx", ".pdf");
        let arguments = ["-layout", pdf.as_str(), "-"].map(str::to_owned);
        let text = run("pdftotext", &arguments, directory.path())?;
        if let Some(kept) = std::env::var_os("PLANERKA_PAGES") {
            std::fs::copy(directory.path().join(&pdf), Path::new(&kept).join(&pdf)).unwrap();
        }
        let pages = text
            .split('\u{c}')
            .map(|page| {
                page.lines()
                    .map(|line| line.replace('\u{a0}', " ").trim().to_owned())
                    .filter(|line| !line.is_empty())
                    .collect()
            })
            .filter(|page: &Vec<String>| !page.is_empty())
            .collect();
        papers.push((name.clone(), pages));
    }
    Some(papers)
}

/// A line to sign on.
fn is_signed(line: &str) -> bool {
    line.contains("___________")
}

/// Whether a line ends with something that belongs to the next.
fn is_torn(line: &str, next: &str) -> bool {
    let last = line.split(' ').next_back().unwrap_or_default();
    let first = next.split(' ').next().unwrap_or_default();
    let is_day = |word: &str| word.len() <= 2 && word.bytes().all(|one| one.is_ascii_digit());
    let is_month = |word: &str| planerka::domain::russian::MONTHS_AFTER_A_DAY.contains(&word);
    let is_initials = |word: &str| {
        let word = word.trim_end_matches([',', ';', ')', ':']);
        let mut parts = word.trim_end_matches('.').split('.');
        word.ends_with('.')
            && word.chars().count() == 4
            && parts.all(|part| part.chars().count() == 1 && part.chars().all(char::is_uppercase))
    };
    last == "№" || last == "п." || (is_day(last) && is_month(first)) || is_initials(first)
}

#[test]
fn no_page_of_the_season_has_a_lone_signature_or_a_torn_name() {
    let base = empty(settings());
    let span = Span::new(day("2023-05-25"), day("2023-12-28")).unwrap();
    let acts = season(&base, span, 503, &WriterId("w".to_owned()));
    let season = base.with_records(acts.into_iter().flatten());
    let files: Vec<(String, Vec<u8>)> = season
        .ledger()
        .meetings()
        .keys()
        .flat_map(|held| [Request::Minutes(*held), Request::TacticalPlan(*held)])
        .map(|request| {
            let name = request.file_name(Format::Docx);
            (name, bytes(&request, Format::Docx, &season))
        })
        .collect();
    assert!(files.len() > 40, "{}", files.len());
    let Some(papers) = pages(&files) else { return };
    let mut faults = Vec::new();
    for (name, pages) in papers {
        for (number, page) in pages.iter().enumerate() {
            let signed = page.iter().filter(|line| is_signed(line)).count();
            // The number of the page, and at least two lines of text over what is signed.
            let begins = page.iter().position(|line| is_signed(line)).unwrap_or(0);
            let over = page
                .iter()
                .take(begins)
                .filter(|line| line.chars().any(char::is_alphabetic))
                .count();
            if signed > 0 && over < 2 {
                faults.push(format!("{name}, page {}: a lone signature", number + 1));
            }
            // Columns of tables stand beside each other on a line: there nothing can be told.
            let is_running = name.contains("minutes") && !page.join(" ").contains("Ожидаемый");
            for pair in page.windows(2).filter(|_| is_running) {
                if let [line, next] = pair
                    && is_torn(line, next)
                {
                    faults.push(format!("{name}, page {}: {line} / {next}", number + 1));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_torn_is_found() {
    for (line, next) in [
        ("протокол от 25.05.2023 №", "12"),
        ("не позднее 25", "мая 2023 г."),
        ("доложила Иванова", "М.И., ректор"),
    ] {
        assert!(is_torn(line, next), "{line}");
    }
    assert!(!is_torn("Доложила Иванова М.И.", "Срок: 25.05.2023"));
}
