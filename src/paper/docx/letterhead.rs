//! A letterhead: the organisation's own DOCX, into which a paper is put. Its head, styles, page
//! set-up, logo, headers and footers stay; the paper goes to the marked place, or to the end.
//!
//! The file comes from outside and is not believed: sizes are counted while it is unpacked, it may
//! lead nowhere outside, and what cannot be read as a letterhead is refused with a reason.

mod scan;
mod section;
mod styles;
mod walk;

use std::io::{self, Cursor, Read};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use zip::ZipArchive;

use super::super::model::{Block, Orientation, Paper, Role};
use super::super::xml_text::escape;
use super::body::{self, Content, PageSetup};
use super::numbering::Numbering;
use super::package;
use crate::domain::date::Date;
use scan::{Frame, Relation};

/// What marks the place of the paper: a paragraph that says only this.
const MARKERS: [&str; 2] = ["{{документ}}", "{{document}}"];

/// The largest letterhead, packed, in bytes.
const SIZE_LIMIT: u64 = 16 * 1024 * 1024;

/// So much it may unpack to, in bytes.
const UNPACKED: u64 = 64 * 1024 * 1024;

/// So much XML one part may be, in bytes.
const PART: usize = 16 * 1024 * 1024;

/// So many parts it may have.
const PARTS: usize = 1000;

/// Why a letterhead cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
pub enum LetterheadFault {
    /// No file of the name the settings give is there.
    #[error("there is no such file")]
    Missing,
    /// It is no DOCX, or a damaged one.
    #[error("it is no DOCX, or a damaged one")]
    NotDocx,
    /// It is larger, or unpacks to more, than any letterhead needs.
    #[error("it is too large")]
    TooLarge,
    /// It holds macros or controls.
    #[error("it holds macros or controls")]
    Active,
    /// It fetches something from outside when it is opened.
    #[error("it fetches something from outside")]
    Outside,
    /// It is of the strict form few programs write.
    #[error("it is of the strict form of Office Open XML")]
    Strict,
    /// The marked place stands in a table, a frame, or twice.
    #[error("the marked place is not one paragraph of its own in the body")]
    Marker,
}

impl LetterheadFault {
    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "letterhead-missing",
            Self::NotDocx => "letterhead-not-docx",
            Self::TooLarge => "letterhead-too-large",
            Self::Active => "letterhead-active",
            Self::Outside => "letterhead-outside",
            Self::Strict => "letterhead-strict",
            Self::Marker => "letterhead-marker",
        }
    }
}

/// A letterhead that was read and can be filled.
#[derive(Debug)]
pub(super) struct Letterhead {
    /// Its parts, in their order.
    parts: Vec<(String, Vec<u8>)>,
    /// The name of its main part.
    main: String,
    /// The text of that part.
    text: String,
    /// What was found in it.
    frame: Frame,
    /// Where the main part leads.
    relations: Vec<Relation>,
}

impl Letterhead {
    /// Reads a file as a letterhead.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, LetterheadFault> {
        let parts = unpack(bytes)?;
        let lower = |name: &str| name.to_lowercase();
        if parts.iter().any(|(name, _)| {
            let name = lower(name);
            name.contains("vbaproject") || name.contains("/activex/") || name.contains("macros/")
        }) {
            return Err(LetterheadFault::Active);
        }
        for (name, bytes) in &parts {
            if scan::is_relations(name) {
                let is_outside = |relation: &Relation| {
                    relation.is_external && !relation.kind.ends_with("/hyperlink")
                };
                let relations = scan::relations(xml_of(bytes)?)?;
                if relations.iter().any(is_outside) {
                    return Err(LetterheadFault::Outside);
                }
            }
        }
        let main = scan::relations(text_of(&parts, "_rels/.rels")?)?
            .into_iter()
            .find(|relation| relation.kind.ends_with("/officeDocument"))
            .map(|relation| relation.target.trim_start_matches('/').to_owned())
            .ok_or(LetterheadFault::NotDocx)?;
        if scan::kind_of(text_of(&parts, CONTENT_TYPES)?, &main)? != scan::Kind::Document {
            return Err(LetterheadFault::NotDocx);
        }
        let text = text_of(&parts, &main)?.to_owned();
        let frame = Frame::of(&text)?;
        let relations = match text_of(&parts, &relations_of(&main)) {
            Ok(text) => scan::relations(text)?,
            Err(_) => Vec::new(),
        };
        for (name, _) in &parts {
            if scan::is_xml(name) && *name != main {
                scan::well_formed(text_of(&parts, name)?)?;
            }
        }
        Ok(Self {
            parts,
            main,
            text,
            frame,
            relations,
        })
    }

    /// The parts of the package with a paper in it, in their order.
    pub(super) fn fill(
        mut self,
        paper: &Paper,
        day: Date,
    ) -> Result<Vec<(String, Vec<u8>)>, LetterheadFault> {
        let styles = self.styles_part();
        let own_styles = match &styles {
            Some(name) => text_of(&self.parts, name)?.to_owned(),
            None => package::STYLES.to_owned(),
        };
        let merged = styles::merge(&own_styles)?;
        // The name of the organisation is in the head of its letterhead.
        let mut paper = paper.clone();
        if let Some(first) = paper.parts.first_mut() {
            first
                .blocks
                .retain(|block| !matches!(block, Block::Text(Role::Organisation, _)));
        }
        let setup = self.page_setup(&paper);
        let inner = Content::of(&paper, &Numbering::written(), &setup);
        let text = self.with_content(&inner, &merged);
        if setup.header.is_some() {
            self.put(HEADER_PART, package::HEADER.as_bytes().to_vec());
            self.declare(
                &format!("/{HEADER_PART}"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
            )?;
            let target = format!("/{HEADER_PART}");
            self.relate(HEADER_RELATION, "header", &target)?;
        }
        let main = self.main.clone();
        self.put(&main, text.into_bytes());
        if let Some(name) = styles {
            self.put(&name, merged.text.into_bytes());
        } else {
            self.put(STYLES_PART, merged.text.into_bytes());
            self.declare(
                &format!("/{STYLES_PART}"),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml",
            )?;
            self.relate("planerkaStyles", "styles", &format!("/{STYLES_PART}"))?;
        }
        if self.parts.iter().any(|(name, _)| name == CORE) {
            self.put(CORE, package::core_properties(&paper, day).into_bytes());
        }
        self.as_document()?;
        Ok(self.parts)
    }

    fn page_setup(&self, paper: &Paper) -> PageSetup {
        let section = &self.frame.section;
        let is_wide = matches!(
            paper.parts.first().map(|part| part.orientation),
            Some(Orientation::Landscape)
        );
        let (upright, turned) = (section.sheet.upright(), section.sheet.turned());
        // Its own headers and footers say where the number of a page stands, or that it has none.
        let header = (!section.has_headers).then_some(HEADER_REFERENCE);
        let first = if is_wide {
            section.page(turned, header)
        } else {
            section.page(section.sheet, header)
        };
        PageSetup {
            first,
            portrait: section.plain_page(upright),
            landscape: section.plain_page(turned),
            // Its typeface may be a wide one.
            letters: 130,
            header,
        }
    }

    /// The main part with the paper in its place.
    fn with_content(&self, inner: &Content, merged: &styles::Merged) -> String {
        let piece = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default();
        let section = &self.frame.section_at;
        let end = section.as_ref().map_or(self.frame.body_end, |at| at.start);
        let place = self.frame.marker.clone().unwrap_or(end..end);
        let mut out = String::with_capacity(self.text.len() + inner.first.len());
        out.push_str(piece(0..place.start));
        out.push_str(&merged.with_ids(&inner.first));
        out.push_str(piece(place.end..end));
        if inner.last_section.is_empty() {
            out.push_str(&inner.first_section);
        } else {
            out.push_str(&body::ended(&inner.first_section));
            out.push_str(&merged.with_ids(&inner.annexes));
            out.push_str(&inner.last_section);
        }
        out.push_str(piece(self.frame.body_end..self.text.len()));
        out
    }

    fn styles_part(&self) -> Option<String> {
        let relation = self
            .relations
            .iter()
            .find(|relation| relation.kind.ends_with("/styles"))?;
        let name = scan::resolved(&self.main, &relation.target);
        self.parts
            .iter()
            .any(|(known, _)| *known == name)
            .then_some(name)
    }

    fn put(&mut self, name: &str, bytes: Vec<u8>) {
        match self.parts.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => *known = bytes,
            None => self.parts.push((name.to_owned(), bytes)),
        }
    }

    /// Declares the kind of a part.
    fn declare(&mut self, part: &str, kind: &str) -> Result<(), LetterheadFault> {
        let line = format!(
            "<Override xmlns=\"{TYPES}\" PartName=\"{part}\" ContentType=\"{kind}\"/>",
            part = escape(part)
        );
        let text = scan::appended(text_of(&self.parts, CONTENT_TYPES)?, "Types", &line)?;
        self.put(CONTENT_TYPES, text.into_bytes());
        Ok(())
    }

    /// Leads from the main part to another.
    fn relate(&mut self, id: &str, kind: &str, target: &str) -> Result<(), LetterheadFault> {
        let name = relations_of(&self.main);
        let known = text_of(&self.parts, &name).unwrap_or(NO_RELATIONS);
        let line = format!(
            "<Relationship xmlns=\"{RELATIONS}\" Id=\"{id}\" Type=\"{OFFICE}/{kind}\" \
             Target=\"{target}\"/>",
            target = escape(target)
        );
        let text = scan::appended(known, "Relationships", &line)?;
        self.put(&name, text.into_bytes());
        Ok(())
    }

    /// A template (DOTX) becomes a document.
    fn as_document(&mut self) -> Result<(), LetterheadFault> {
        let types = text_of(&self.parts, CONTENT_TYPES)?;
        let text = types.replace(
            "wordprocessingml.template.main+xml",
            "wordprocessingml.document.main+xml",
        );
        self.put(CONTENT_TYPES, text.into_bytes());
        Ok(())
    }
}

const CONTENT_TYPES: &str = "[Content_Types].xml";
const CORE: &str = "docProps/core.xml";
const HEADER_PART: &str = "word/planerka-header.xml";
const STYLES_PART: &str = "word/planerka-styles.xml";
const HEADER_RELATION: &str = "planerkaHeader";
const HEADER_REFERENCE: &str = "<w:headerReference \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    w:type=\"default\" r:id=\"planerkaHeader\"/>";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NO_RELATIONS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    </Relationships>";

/// `word/_rels/document.xml.rels` of `word/document.xml`.
fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((directory, name)) => format!("{directory}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

fn text_of<'a>(parts: &'a [(String, Vec<u8>)], name: &str) -> Result<&'a str, LetterheadFault> {
    let known = parts.iter().find(|(known, _)| known == name);
    xml_of(&known.ok_or(LetterheadFault::NotDocx)?.1)
}

fn xml_of(bytes: &[u8]) -> Result<&str, LetterheadFault> {
    if bytes.len() > PART {
        return Err(LetterheadFault::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_damage| LetterheadFault::NotDocx)?;
    Ok(text.trim_start_matches('\u{feff}'))
}

fn unpack(bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, LetterheadFault> {
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(LetterheadFault::TooLarge);
    }
    let damaged = |_: io::Error| LetterheadFault::NotDocx;
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_damage| LetterheadFault::NotDocx)?;
    if archive.len() > PARTS {
        return Err(LetterheadFault::TooLarge);
    }
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let mut file = archive
            .by_index(index)
            .map_err(|_damage| LetterheadFault::NotDocx)?;
        if file.is_dir() {
            continue;
        }
        let name = file
            .name()
            .map_err(|_damage| LetterheadFault::NotDocx)?
            .into_owned();
        let is_plain = !name.starts_with('/')
            && !name.contains(['\\', '\0'])
            && !name.split('/').any(|step| step.is_empty() || step == "..");
        if !is_plain || parts.iter().any(|(known, _)| *known == name) {
            return Err(LetterheadFault::NotDocx);
        }
        let mut content = Vec::new();
        (&mut file)
            .take(left + 1)
            .read_to_end(&mut content)
            .map_err(damaged)?;
        left = left
            .checked_sub(content.len() as u64)
            .ok_or(LetterheadFault::TooLarge)?;
        parts.push((name, content));
    }
    Ok(parts)
}
