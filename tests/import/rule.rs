//! What has to hold of any file: shared by the fuzz targets and by tests that need no nightly
//! compiler.

use std::io::{Cursor, Write as _};

use planerka::domain::subject::Registry;
use planerka::import::draft::Node;
use planerka::import::{Choice, Draft, propose, read};

/// Reading any bytes ends in a refusal or in a draft that holds what the report says it holds.
pub(crate) fn file(bytes: &[u8]) {
    let Ok(source) = read(bytes) else {
        return;
    };
    let Ok(draft) = propose(&source, &Choice::default(), &Registry::default()) else {
        return;
    };
    holds(&draft);
    // The same bytes give the same draft.
    let again = propose(&source, &Choice::default(), &Registry::default()).unwrap();
    assert!(again == draft);
}

fn holds(draft: &Draft) {
    let activities = draft.activities();
    assert_eq!(activities.len(), draft.report.activities);
    assert!(!activities.is_empty());
    let headings: usize = draft.report.headings.iter().sum();
    assert_eq!(count(&draft.content), headings);
    for (path, activity) in activities {
        assert!(path.len() <= draft.levels.len());
        for text in [&activity.title, &activity.term, &activity.number] {
            assert!(!text.contains(['\n', '\u{ad}']), "{text:?}");
        }
    }
}

fn count(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .map(|node| match node {
            Node::Heading(heading) => 1 + count(&heading.children),
            Node::Activity(_) => 0,
        })
        .sum()
}

/// Any bytes as the main part of a DOCX.
pub(crate) fn docx(bytes: &[u8]) {
    file(&as_docx(bytes));
}

pub(crate) fn as_docx(bytes: &[u8]) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#,
        ),
        ("word/document.xml", bytes),
    ])
}

/// Any bytes as the content of an ODT or ODS.
pub(crate) fn odf(bytes: &[u8]) {
    file(&as_odf(bytes));
}

pub(crate) fn as_odf(bytes: &[u8]) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", bytes),
    ])
}

/// Any bytes as the sheet of an XLSX.
pub(crate) fn xlsx(bytes: &[u8]) {
    file(&as_xlsx(bytes));
}

pub(crate) fn as_xlsx(bytes: &[u8]) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "_rels/.rels",
            br#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            br#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="b"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            br#"<Relationships><Relationship Id="b" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", bytes),
    ])
}

pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
