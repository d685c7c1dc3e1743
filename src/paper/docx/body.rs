//! The main part of a DOCX: paragraphs, tables, sections.

use super::super::model::{Block, Orientation, Paper, Part, Role};
use super::super::xml_text::put;
use super::keep;
use super::numbering::Numbering;
use super::run::runs;
use super::table::{render_signatures, render_table};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The pages of a paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct PageSetup {
    /// The page the document itself stands on.
    pub(super) first: Page,
    /// That of an annex.
    pub(super) portrait: Page,
    /// That of a wide annex.
    pub(super) landscape: Page,
    /// The reference to the header with the number of the page; none where the letterhead has its
    /// own headers, or footers.
    pub(super) header: Option<&'static str>,
    /// How wide its letters are, in hundredths of those of Times New Roman.
    pub(super) letters: u32,
}

/// A page: everything its section says, and what lies between the margins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Page {
    /// The section, where it is one of a letterhead; else it is made of the rest.
    pub(super) section: Option<String>,
    /// Attributes of the size.
    pub(super) size: String,
    /// Attributes of the margins.
    pub(super) margins: String,
    /// In twentieths of a point.
    pub(super) width: u32,
}

impl PageSetup {
    /// A4 with the margins of an organisation's rules (domain.md 1.4): 30, 15, 20, 20 mm; the page
    /// number 10 mm from the edge. Turned on its side, the binding margin is at the top.
    pub(super) fn usual(paper: &Paper) -> Self {
        let portrait = Page::of(
            "w:w=\"11906\" w:h=\"16838\"",
            "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"",
            9355,
        );
        let landscape = Page::of(
            "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
            "w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\"",
            14570,
        );
        let first = match paper.parts.first().map(|part| part.orientation) {
            Some(Orientation::Landscape) => landscape.clone(),
            _ => portrait.clone(),
        };
        Self {
            first,
            portrait,
            landscape,
            header: Some("<w:headerReference w:type=\"default\" r:id=\"rId5\"/>"),
            letters: 100,
        }
    }

    fn page(&self, part: &Part, is_first: bool) -> &Page {
        match part.orientation {
            _ if is_first => &self.first,
            Orientation::Portrait => &self.portrait,
            Orientation::Landscape => &self.landscape,
        }
    }

    /// The section of a page; the very first page has no number.
    fn section(&self, page: &Page, is_first: bool) -> String {
        if let Some(section) = &page.section {
            return section.clone();
        }
        let first = if is_first && self.header.is_some() {
            "<w:titlePg/>"
        } else {
            ""
        };
        format!(
            "<w:sectPr>{}<w:type w:val=\"nextPage\"/><w:pgSz {}/><w:pgMar {}/>{first}</w:sectPr>",
            self.header.unwrap_or_default(),
            page.size,
            page.margins,
        )
    }
}

impl Page {
    fn of(size: &str, margins: &str, width: u32) -> Self {
        Self {
            section: None,
            size: size.to_owned(),
            margins: format!("{margins} w:header=\"567\" w:footer=\"567\" w:gutter=\"0\""),
            width,
        }
    }
}

/// What a paper says, without the frame around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Content {
    /// The document itself.
    pub(super) first: String,
    /// The end of its section.
    pub(super) first_section: String,
    /// The annexes, each but the last with the end of its section.
    pub(super) annexes: String,
    /// The section of the last annex; empty without annexes.
    pub(super) last_section: String,
}

impl Content {
    /// Blocks as paragraphs and tables.
    pub(super) fn of(paper: &Paper, numbering: &Numbering, setup: &PageSetup) -> Self {
        let mut content = Self {
            first: String::with_capacity(128 * 1024),
            first_section: setup.section(&setup.first, true),
            annexes: String::new(),
            last_section: String::new(),
        };
        let mut parts = paper.parts.iter();
        if let Some(first) = parts.next() {
            let ground = (setup.first.width, setup.letters);
            blocks(first, ground, numbering, &mut content.first);
        }
        for part in parts {
            if !content.last_section.is_empty() {
                content.annexes.push_str(&ended(&content.last_section));
            }
            let page = setup.page(part, false);
            let ground = (page.width, setup.letters);
            blocks(part, ground, numbering, &mut content.annexes);
            content.last_section = setup.section(page, false);
        }
        content
    }

    /// Everything in its order; the last section is that of the body.
    pub(super) fn whole(&self) -> String {
        if self.last_section.is_empty() {
            return [self.first.as_str(), &self.first_section].concat();
        }
        let between = ended(&self.first_section);
        [
            self.first.as_str(),
            &between,
            &self.annexes,
            &self.last_section,
        ]
        .concat()
    }
}

/// All sections but the last end in a paragraph of their own.
pub(super) fn ended(section: &str) -> String {
    format!("<w:p><w:pPr>{section}</w:pPr></w:p>")
}

/// The part `word/document.xml`.
pub(super) fn document(paper: &Paper, numbering: &Numbering) -> String {
    let content = Content::of(paper, numbering, &PageSetup::usual(paper));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document {NAMESPACES}><w:body>{}</w:body></w:document>",
        content.whole()
    )
}

/// Blocks on a ground: its width, and how wide its letters are.
fn blocks(part: &Part, (width, letters): (u32, u32), numbering: &Numbering, out: &mut String) {
    let kept = keep::with_signatures(&part.blocks);
    let mut signed_before = false;
    for (at, block) in part.blocks.iter().enumerate() {
        // Signatures that follow each other, or a table, are one table with it.
        let is_signature = matches!(block, Block::Signature { .. });
        if is_signature && signed_before {
            continue;
        }
        signed_before = is_signature || matches!(block, Block::Table(_));
        let signatures = keep::signatures_from(&part.blocks, at + usize::from(!is_signature));
        let is_kept = kept.contains(&at) || keep::is_with_the_next(&part.blocks, at);
        match block {
            Block::Table(table) => {
                render_table(table, (width, letters), is_kept, &signatures, out);
            }
            Block::Signature { .. } => {
                let is_kept = kept.contains(&(at + signatures.len() - 1));
                render_signatures(&signatures, width, is_kept, out);
            }
            _ => {
                let is_over_table = matches!(part.blocks.get(at + 1), Some(Block::Table(_)));
                let keeps = Keeps {
                    next: is_kept,
                    apart: is_over_table,
                };
                render_block(block, width, numbering, keeps, out);
            }
        }
    }
}

/// How a paragraph stands to what follows it.
#[derive(Clone, Copy)]
struct Keeps {
    /// On the same page.
    next: bool,
    /// With some room between them.
    apart: bool,
}

fn render_block(block: &Block, width: u32, numbering: &Numbering, keeps: Keeps, out: &mut String) {
    let keep = if keeps.next { "<w:keepNext/>" } else { "" };
    let apart = if keeps.apart {
        "<w:spacing w:after=\"120\"/>"
    } else {
        ""
    };
    match block {
        Block::Corner(lines) => {
            let last = lines.len().saturating_sub(1);
            for (place, line) in lines.iter().enumerate() {
                let after = if place == last {
                    "<w:spacing w:after=\"240\"/>"
                } else {
                    ""
                };
                let indent = format!("<w:ind w:left=\"{}\"/>", width * 11 / 20);
                paragraph(out, "Corner", &format!("{after}{indent}"), line);
            }
        }
        Block::Text(Role::Dash, text) => {
            let properties = format!("{keep}{apart}");
            paragraph(out, style(Role::Dash), &properties, &format!("– {text}"));
        }
        Block::Text(Role::Flush, text) => {
            let left = format!("{keep}<w:ind w:firstLine=\"0\"/><w:jc w:val=\"left\"/>");
            paragraph(out, style(Role::Flush), &left, text);
        }
        Block::Text(Role::Annex, text) => {
            let apart = format!(
                "{keep}<w:spacing w:before=\"240\"/><w:ind w:firstLine=\"0\"/><w:jc w:val=\"left\"/>"
            );
            paragraph(out, style(Role::Annex), &apart, text);
        }
        // A heading has room of its own under it.
        Block::Text(role, text) if matches!(role, Role::Body | Role::Line | Role::Remark) => {
            paragraph(out, style(*role), &format!("{keep}{apart}"), text);
        }
        Block::Text(role, text) => paragraph(out, style(*role), keep, text),
        Block::Requisites([left, middle, right]) => {
            let tabs = format!(
                "<w:tabs><w:tab w:val=\"center\" w:pos=\"{}\"/>\
                 <w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>",
                width / 2,
                width
            );
            paragraph(
                out,
                "Requisites",
                &tabs,
                &format!("{left}\t{middle}\t{right}"),
            );
        }
        Block::Point(point) => {
            let name = if point.level == 0 && point.run == super::super::model::Run::Decisions {
                "Heading2"
            } else {
                "Point"
            };
            match numbering.list_of(point) {
                Some(list) => {
                    let number = format!(
                        "{keep}<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{list}\"/></w:numPr>",
                        point.level
                    );
                    paragraph(out, name, &number, &point.text);
                }
                None => {
                    paragraph(
                        out,
                        name,
                        keep,
                        &format!("{}. {}", point.number, point.text),
                    );
                }
            }
        }
        Block::Table(_) | Block::Signature { .. } => {}
    }
}

/// The style of a role. Headings of questions and sections have no space after them: `LibreOffice`
/// leaves a heading alone at the foot of a page where its text fits there and that space does not.
fn style(role: Role) -> &'static str {
    match role {
        Role::Organisation => "Organisation",
        Role::Kind => "Heading1",
        Role::Heading => "Heading",
        Role::State => "State",
        Role::Section => "Heading3",
        Role::Body | Role::Flush | Role::Annex => "Body",
        Role::Line | Role::Dash => "Line",
        Role::Remark => "Remark",
    }
}

/// A paragraph of a style; `properties` follow the order of the schema.
fn paragraph(out: &mut String, style: &str, properties: &str, text: &str) {
    put(
        out,
        format_args!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>"),
    );
    runs(out, text, "");
    out.push_str("</w:p>");
}
