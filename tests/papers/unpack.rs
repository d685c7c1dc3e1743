//! Reads what was written, by readers that share nothing with the writers.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use planerka::domain::workspace::Workspace;
use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

pub fn bytes(request: &Request, format: Format, workspace: &Workspace) -> Vec<u8> {
    let rendered = render(
        request,
        format,
        workspace,
        &Approved::default(),
        &Templates::default(),
    )
    .unwrap_or_else(|error| panic!("{request:?}: {error}"));
    assert_eq!(rendered.fault, None);
    rendered.bytes
}

pub fn string(request: &Request, format: Format, workspace: &Workspace) -> String {
    String::from_utf8(bytes(request, format, workspace)).unwrap()
}

/// The parts of a package, by name.
pub fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The text of one part of a package.
pub fn part(package: &[u8], name: &str) -> String {
    let mut parts = parts(package).into_iter();
    parts.find(|(known, _)| known == name).unwrap().1
}

/// Reads XML to its end; panics when it is not well-formed or holds a character XML forbids.
pub fn xml_text(xml: &str) -> String {
    use quick_xml::events::Event;
    let allowed = |one: char| {
        matches!(one, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}'
            | '\u{10000}'..='\u{10ffff}')
    };
    assert!(xml.chars().all(allowed), "a character XML forbids");
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut text = String::new();
    let mut depth = 0;
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => break,
            Event::Start(_) => depth += 1,
            Event::End(end) => {
                depth -= 1;
                if matches!(AsRef::<str>::as_ref(&end.name()), "w:p" | "p") {
                    text.push('\n');
                }
            }
            Event::Empty(tag) if AsRef::<str>::as_ref(&tag.name()) == "w:br" => text.push('\n'),
            Event::Empty(tag) if AsRef::<str>::as_ref(&tag.name()) == "w:noBreakHyphen" => {
                text.push('-');
            }
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                if let Some(one) = reference.resolve_char_ref().unwrap() {
                    text.push(one);
                } else {
                    text.push_str(match name.as_ref() {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("entity {other}"),
                    });
                }
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "an element is not closed");
    text
}

/// The text of a DOCX.
pub fn docx_text(docx: &[u8]) -> String {
    let parts = parts(docx);
    let body = parts.iter().find(|(name, _)| name == "word/document.xml");
    xml_text(&body.unwrap().1)
}

/// The paragraphs of a DOCX: style and text, cells of tables among them.
pub fn docx_paragraphs(docx: &[u8]) -> Vec<(String, String)> {
    let parts = parts(docx);
    let body = parts.iter().find(|(name, _)| name == "word/document.xml");
    let mut found = Vec::new();
    for piece in body.unwrap().1.split("<w:p>").skip(1) {
        let paragraph = piece.split("</w:p>").next().unwrap();
        let style = paragraph.split_once("<w:pStyle w:val=\"");
        let mut style = style
            .map_or("", |(_, rest)| rest.split('"').next().unwrap())
            .to_owned();
        // A row as wide as its table, over others.
        if style.starts_with("Cell")
            && paragraph.contains("<w:keepNext/>")
            && paragraph.contains("<w:b/>")
        {
            style.push_str("Group");
        }
        let text = xml_text(&format!("<p>{paragraph}</p>"));
        found.push((style, text.trim().to_owned()));
    }
    found
}

/// All cells of an XLSX, sheet by sheet.
pub fn xlsx_cells(xlsx: Vec<u8>) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(xlsx)).unwrap();
    let names = book.sheet_names();
    names
        .into_iter()
        .map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        })
        .collect()
}

/// The properties of all components of a calendar: component, name, value; the reader takes escapes away.
pub fn ics_properties(ics: &str) -> Vec<(String, String, String)> {
    let unfolded = icalendar::parser::unfold(ics);
    let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
    let mut found = Vec::new();
    let mut waiting: Vec<&icalendar::parser::Component<'_>> = calendar.components.iter().collect();
    while let Some(component) = waiting.pop() {
        for property in &component.properties {
            found.push((
                component.name.to_string(),
                property.name.to_string(),
                property.val.to_string(),
            ));
        }
        waiting.extend(&component.components);
    }
    found
}
