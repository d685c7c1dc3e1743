//! Our own papers of a document are read as the same document: headings, numbers, people,
//! deadlines, results.

use std::fmt::Write as _;

use planerka::domain::calendar::Calendar;
use planerka::domain::document::{Document, DocumentKey, Node};
use planerka::domain::settings::Settings;
use planerka::domain::subject::{Registry, Subjects};
use planerka::domain::workspace::Workspace;
use planerka::import::document::document;
use planerka::import::{Choice, propose, read};
use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

/// A document as lines that can be compared: one sort of space, no point after a number.
fn lines(document: &Document) -> Vec<String> {
    fn below(nodes: &[Node], depth: usize, out: &mut Vec<String>) {
        let plain = |text: &str| {
            let text: String = text.replace('\u{2011}', "-").replace('\u{ad}', "");
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            line.trim_matches(['«', '»', '"', '„', '“']).to_owned()
        };
        let number = |text: &str| plain(text).trim_end_matches(['.', ')']).to_owned();
        for node in nodes {
            match node {
                Node::Heading(heading) => {
                    out.push(format!(
                        "{}# {} {} | {} | {} | {}",
                        " ".repeat(depth),
                        number(&heading.number),
                        plain(&heading.title),
                        plain(&heading.responsible),
                        plain(&heading.term),
                        plain(&heading.result),
                    ));
                    below(&heading.children, depth + 1, out);
                }
                Node::Activity(one) => {
                    // One column of people stands in either field.
                    let people = [&one.responsible_subject, &one.executors]
                        .map(|text| plain(text))
                        .into_iter()
                        .filter(|text| !text.is_empty())
                        .collect::<Vec<_>>();
                    let other: Vec<String> = one
                        .other
                        .iter()
                        .filter(|(_, cell)| !cell.is_blank())
                        .map(|(label, cell)| format!("{label}={}", plain(cell)))
                        .collect();
                    out.push(format!(
                        "{}{} {} | {people:?} | {} ({}) | {} | {other:?}",
                        " ".repeat(depth),
                        number(&one.number),
                        plain(&one.title),
                        plain(&one.term),
                        plain(&one.read_as),
                        plain(&one.result),
                    ));
                }
            }
        }
    }
    let mut out = Vec::new();
    below(&document.content, 0, &mut out);
    out
}

fn workspace(document: &Document) -> Workspace {
    let subjects = Subjects {
        format: 1,
        subjects: Vec::new(),
    };
    Workspace::new(
        vec![document.clone()],
        subjects,
        Settings::default(),
        Calendar::default(),
        Vec::new(),
    )
}

/// What comes back when the document is printed in this format and read again, where it differs.
fn difference(document: &Document, format: Format) -> Option<String> {
    let day = "2024-01-15".parse().unwrap();
    let request = Request::Document(document.key, day);
    let paper = render(
        &request,
        format,
        &workspace(document),
        &Approved::default(),
        &Templates::default(),
    )
    .unwrap();
    let source = match read(&paper.bytes) {
        Ok(source) => source,
        Err(refusal) => return Some(format!("refused: {refusal}")),
    };
    let found = match propose(&source, &Choice::default(), &Registry::default()) {
        Ok(draft) => self::document(&draft, document.key, day),
        Err(refusal) => return Some(format!("refused: {refusal}")),
    };
    let (wanted, found) = (lines(document), lines(&found));
    if wanted == found {
        return None;
    }
    let mut said = format!("{} lines, {} expected\n", found.len(), wanted.len());
    let differing = wanted.iter().zip(&found).filter(|(a, b)| a != b);
    for (wanted, found) in differing.take(3) {
        let _ = writeln!(said, "  - {wanted}\n  + {found}");
    }
    Some(said)
}

const FORMATS: [Format; 3] = [Format::Docx, Format::Xlsx, Format::Csv];

fn check(documents: &[(String, Document)]) {
    let mut bad = String::new();
    for (name, document) in documents {
        for format in FORMATS {
            if let Some(said) = difference(document, format) {
                let _ = writeln!(bad, "{name} as {format}: {said}");
            }
        }
    }
    assert!(bad.is_empty(), "{bad}");
}

#[test]
fn the_shipped_documents_come_back_from_their_papers() {
    let mut documents = Vec::new();
    for (name, text) in planerka::store::embedded::LETTERS {
        let path = std::path::Path::new(name);
        let mut document: Document = planerka::store::document::parse(path, text).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        document.key = name.parse::<DocumentKey>().unwrap();
        documents.push((name, document));
    }
    assert_eq!(documents.len(), 5);
    check(&documents);
}

#[test]
fn imported_documents_come_back_from_their_papers() {
    let mut names: Vec<String> = std::fs::read_dir(super::directory())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".expect.json").map(str::to_owned))
        .collect();
    names.sort();
    let documents: Vec<(String, Document)> = names
        .into_iter()
        .filter_map(|name| {
            let draft = super::draft(&name).ok()?;
            let key = "own".parse().unwrap();
            let document = document(&draft, key, "2024-01-15".parse().unwrap());
            Some((name, document))
        })
        .collect();
    assert!(documents.len() > 60, "{}", documents.len());
    check(&documents);
}
