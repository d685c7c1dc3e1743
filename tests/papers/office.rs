//! The DOCX in programs other people use. Skips loudly where they are missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use planerka::paper::{Format, Request};

use super::fixture::{SECOND, day, workspace};
use super::unpack::bytes;

/// Runs a program; `None`, told on stderr, when it is not there.
fn run(program: &str, arguments: &[&str], directory: &Path) -> Option<String> {
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

/// Writes the minutes; with `PLANERKA_PAGES` also where a person can look at them.
fn written(directory: &Path) -> PathBuf {
    let path = directory.join("minutes.docx");
    let docx = bytes(&Request::Minutes(day(SECOND)), Format::Docx, &workspace());
    if let Some(pages) = std::env::var_os("PLANERKA_PAGES") {
        for format in [Format::Docx, Format::Html, Format::Xlsx] {
            for request in [
                Request::Minutes(day(SECOND)),
                Request::TacticalPlan(day(SECOND)),
            ] {
                let file = Path::new(&pages).join(request.file_name(format));
                std::fs::write(file, bytes(&request, format, &workspace())).unwrap();
            }
        }
    }
    std::fs::write(&path, docx).unwrap();
    path
}

#[test]
fn libreoffice_makes_pages_of_it() {
    let directory = tempfile::tempdir().unwrap();
    written(directory.path());
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        directory.path().display()
    );
    let convert = [
        profile.as_str(),
        "--headless",
        "--convert-to",
        "pdf",
        "minutes.docx",
    ];
    if run("soffice", &convert, directory.path()).is_none() {
        return;
    }
    assert!(directory.path().join("minutes.pdf").is_file());
    let Some(info) = run("pdfinfo", &["minutes.pdf"], directory.path()) else {
        return;
    };
    assert!(
        info.contains("Протокол"),
        "the title is not in the properties: {info}"
    );
    let pages: u32 = info
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .and_then(|count| count.trim().parse().ok())
        .unwrap();
    assert!(pages >= 3, "minutes and a landscape annex: {pages}");
    if let Some(text) = run(
        "pdftotext",
        &["-layout", "minutes.pdf", "-"],
        directory.path(),
    ) {
        assert!(text.contains("ПРОТОКОЛ"));
        assert!(text.contains("1.1."), "numbers are counted");
        assert!(
            text.matches("Ожидаемый").count() >= 2,
            "the head of the table is repeated"
        );
    }
}

#[test]
fn python_docx_reads_it() {
    let directory = tempfile::tempdir().unwrap();
    written(directory.path());
    let script = "import sys\n\
        try:\n    import docx\n\
        except ImportError:\n    print('SKIP'); sys.exit(0)\n\
        d = docx.Document('minutes.docx')\n\
        assert d.core_properties.title.startswith('Протокол'), d.core_properties.title\n\
        assert d.core_properties.language == 'ru-RU'\n\
        assert any(p.text == 'ПРОТОКОЛ' for p in d.paragraphs)\n\
        s = d.sections\n\
        assert len(s) == 2 and s[1].orientation == 1, len(s)\n\
        assert round(s[0].left_margin.mm) == 30 and s[0].different_first_page_header_footer\n\
        wide = max(d.tables, key=lambda t: len(t.columns))\n\
        assert len(wide.columns) == 9 and wide.cell(0, 1).text == 'Задача'\n\
        print(len(d.paragraphs))\n";
    if let Some(told) = run("python3", &["-c", script], directory.path())
        && told.trim() == "SKIP"
    {
        eprintln!("SKIPPED: python3 has no python-docx");
    }
}
