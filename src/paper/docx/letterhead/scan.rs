//! Where things stand in the XML of a letterhead. Nothing is written anew that need not be: what
//! is read here are places in the text.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};

use super::section::{Section, section};
use super::walk::{attribute, walk};
use super::{LetterheadFault, MARKERS};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// What a part of a package is declared to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A document or a template of one, without macros.
    Document,
    /// Anything else.
    Other,
}

/// A way from a part to another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Relation {
    pub(super) kind: String,
    pub(super) target: String,
    pub(super) is_external: bool,
}

/// What a letterhead has around the place of the paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Frame {
    /// Where the paragraph of the marked place stands.
    pub(super) marker: Option<Range<usize>>,
    /// Where the last section stands.
    pub(super) section_at: Option<Range<usize>>,
    /// What that is.
    pub(super) section: Section,
    /// Where the body ends.
    pub(super) body_end: usize,
}

impl Frame {
    /// Finds them in the main part.
    pub(super) fn of(text: &str) -> Result<Self, LetterheadFault> {
        let mut found = Found::default();
        walk(text, &mut |depth, event, range| {
            found.see(depth, event, range);
            Ok(())
        })?;
        match found.namespace.as_deref() {
            Some(MAIN) => {}
            Some(STRICT) => return Err(LetterheadFault::Strict),
            _ => return Err(LetterheadFault::NotDocx),
        }
        let body_end = found.body_end.ok_or(LetterheadFault::NotDocx)?;
        let holds_section = |range: &Range<usize>| {
            let inside = text.get(range.clone()).unwrap_or_default();
            inside.contains("<w:sectPr")
        };
        let marker = match found.markers.as_slice() {
            [] if found.marks_elsewhere => return Err(LetterheadFault::Marker),
            [] => None,
            [only] if !holds_section(only) => Some(only.clone()),
            _ => return Err(LetterheadFault::Marker),
        };
        let section = match &found.section {
            Some(range) => section(text.get(range.clone()).unwrap_or_default())?,
            None => Section::default(),
        };
        Ok(Self {
            marker,
            section_at: found.section,
            section,
            body_end,
        })
    }
}

/// What is found on the way through the main part.
#[derive(Default)]
struct Found {
    namespace: Option<String>,
    in_body: bool,
    body_end: Option<usize>,
    section: Option<Range<usize>>,
    markers: Vec<Range<usize>>,
    marks_elsewhere: bool,
    /// The paragraph of the body that is being read: where it begins, what it says.
    paragraph: Option<(usize, String)>,
    in_text: bool,
    section_start: Option<usize>,
    /// How many paragraphs are open in that of the body, or without one.
    inner: Vec<String>,
}

impl Found {
    fn see(&mut self, depth: usize, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) | Event::Empty(tag) => {
                let is_empty = matches!(event, Event::Empty(_));
                let name = tag.name();
                let name: &str = name.as_ref();
                match (depth, name) {
                    (0, "w:document") => self.namespace = attribute(tag, "xmlns:w"),
                    (1, "w:body") => self.in_body = true,
                    (2, "w:p") if self.in_body && !is_empty => {
                        self.paragraph = Some((range.start, String::new()));
                    }
                    (2, "w:sectPr") if self.in_body && is_empty => {
                        self.section = Some(range.clone());
                    }
                    (2, "w:sectPr") if self.in_body => self.section_start = Some(range.start),
                    (_, "w:p") if !is_empty => self.inner.push(String::new()),
                    _ => {}
                }
                self.in_text = name == "w:t" && !is_empty;
            }
            Event::End(tag) => {
                let name = tag.name();
                let name: &str = name.as_ref();
                match (depth, name) {
                    (1, "w:body") => {
                        self.in_body = false;
                        self.body_end = Some(range.start);
                    }
                    (2, "w:p") => {
                        if let Some((start, said)) = self.paragraph.take()
                            && is_marker(&said)
                        {
                            self.markers.push(start..range.end);
                        }
                    }
                    (2, "w:sectPr") => {
                        if let Some(start) = self.section_start.take() {
                            self.section = Some(start..range.end);
                        }
                    }
                    (_, "w:p") => {
                        let said = self.inner.pop().unwrap_or_default();
                        self.marks_elsewhere |= is_marker(&said);
                    }
                    _ => {}
                }
                self.in_text = false;
            }
            Event::Text(text) if self.in_text => {
                let said = text.xml10_content();
                match (self.inner.last_mut(), &mut self.paragraph) {
                    (Some(inner), _) => inner.push_str(&said),
                    (None, Some((_, paragraph))) => paragraph.push_str(&said),
                    (None, None) => {}
                }
            }
            _ => {}
        }
    }
}

fn is_marker(said: &str) -> bool {
    let said = said.trim().to_lowercase();
    MARKERS.contains(&said.as_str())
}

/// The ways a part of relations tells.
pub(super) fn relations(text: &str) -> Result<Vec<Relation>, LetterheadFault> {
    let mut found = Vec::new();
    walk(text, &mut |_, event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && local(tag) == "Relationship"
        {
            found.push(Relation {
                kind: attribute(tag, "Type").unwrap_or_default(),
                target: attribute(tag, "Target").unwrap_or_default(),
                is_external: attribute(tag, "TargetMode").is_some_and(|mode| mode == "External"),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// What the main part is declared to be.
pub(super) fn kind_of(types: &str, part: &str) -> Result<Kind, LetterheadFault> {
    let mut kind = Kind::Other;
    walk(types, &mut |_, event, _| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && local(tag) == "Override"
            && attribute(tag, "PartName").is_some_and(|name| name.trim_start_matches('/') == part)
        {
            let said = attribute(tag, "ContentType").unwrap_or_default();
            if said.contains("macroEnabled") {
                return Err(LetterheadFault::Active);
            }
            if said.ends_with("wordprocessingml.document.main+xml")
                || said.ends_with("wordprocessingml.template.main+xml")
            {
                kind = Kind::Document;
            }
        }
        Ok(())
    })?;
    Ok(kind)
}

/// Whether a part is XML by its name.
pub(super) fn is_xml(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    end.eq_ignore_ascii_case("xml") || end.eq_ignore_ascii_case("rels")
}

/// Whether a part tells ways.
pub(super) fn is_relations(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    end.eq_ignore_ascii_case("rels")
}

/// Whether a text is XML without anything that leads out of it.
pub(super) fn well_formed(text: &str) -> Result<(), LetterheadFault> {
    walk(text, &mut |_, _, _| Ok(()))
}

/// The name of a part that another leads to.
pub(super) fn resolved(from: &str, target: &str) -> String {
    match (target.strip_prefix('/'), from.rsplit_once('/')) {
        (Some(whole), _) => whole.to_owned(),
        (None, Some((directory, _))) => format!("{directory}/{target}"),
        (None, None) => target.to_owned(),
    }
}

/// A text with a line more at the end of its outermost element.
pub(super) fn appended(text: &str, element: &str, line: &str) -> Result<String, LetterheadFault> {
    let mut end = None;
    let mut alone = None;
    walk(text, &mut |depth, event, range| {
        match event {
            Event::End(_) if depth == 0 => end = Some(range.start),
            Event::Empty(_) if depth == 0 => alone = Some(range),
            _ => {}
        }
        Ok(())
    })?;
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    match (end, alone) {
        (Some(end), _) => Ok([piece(0..end), line, piece(end..text.len())].concat()),
        // `<Relationships xmlns="…"/>`
        (None, Some(range)) => {
            let tag = piece(range.clone());
            let opened = tag.strip_suffix("/>").unwrap_or(tag);
            Ok([
                piece(0..range.start),
                opened,
                ">",
                line,
                &format!("</{element}>"),
                piece(range.end..text.len()),
            ]
            .concat())
        }
        (None, None) => Err(LetterheadFault::NotDocx),
    }
}

/// A name without its prefix.
fn local(tag: &BytesStart<'_>) -> String {
    let name = tag.name();
    let name: &str = name.as_ref();
    name.rsplit(':').next().unwrap_or_default().to_owned()
}
