//! The main part of a DOCX: paragraphs, tables, sections.

use super::super::model::{Block, Orientation, Paper, Part, Role};
use super::super::xml_text::put;
use super::keep;
use super::numbering::Numbering;
use super::run::runs;
use super::table::{render_signatures, render_table};

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// A4 with the margins of an organisation's rules (domain.md 1.4): 30, 15, 20, 20 mm; the page
/// number 10 mm from the edge.
struct Sheet {
    size: &'static str,
    margins: &'static str,
    /// What lies between the margins.
    width: u32,
}

const PORTRAIT: Sheet = Sheet {
    size: "w:w=\"11906\" w:h=\"16838\"",
    margins: "w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\"",
    width: 9355,
};

/// Turned on its side, the binding margin is at the top.
const LANDSCAPE: Sheet = Sheet {
    size: "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
    margins: "w:top=\"1701\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\"",
    width: 14570,
};

fn sheet(part: &Part) -> &'static Sheet {
    match part.orientation {
        Orientation::Portrait => &PORTRAIT,
        Orientation::Landscape => &LANDSCAPE,
    }
}

/// The part `word/document.xml`.
pub(super) fn document(paper: &Paper, numbering: &Numbering) -> String {
    let mut out = String::with_capacity(256 * 1024);
    put(
        &mut out,
        format_args!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:document {NAMESPACES}><w:body>"
        ),
    );
    let last = paper.parts.len().saturating_sub(1);
    for (place, part) in paper.parts.iter().enumerate() {
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
            // The mark of a question stays with its decisions.
            let is_kept = kept.contains(&at)
                || (matches!(block, Block::Text(Role::Remark, _)) && is_before_decisions(part, at));
            match block {
                Block::Table(table) => {
                    render_table(table, sheet(part).width, is_kept, &signatures, &mut out);
                }
                Block::Signature { .. } => {
                    let is_kept = kept.contains(&(at + signatures.len() - 1));
                    render_signatures(&signatures, sheet(part).width, is_kept, &mut out);
                }
                _ => render_block(block, sheet(part), numbering, is_kept, &mut out),
            }
        }
        // All sections but the last end in a paragraph of their own.
        if place < last {
            out.push_str("<w:p><w:pPr>");
            section(part, place == 0, &mut out);
            out.push_str("</w:pPr></w:p>");
        } else {
            section(part, place == 0, &mut out);
        }
    }
    if paper.parts.is_empty() {
        section(&Part::default(), true, &mut out);
    }
    out.push_str("</w:body></w:document>");
    out
}

fn is_before_decisions(part: &Part, at: usize) -> bool {
    matches!(part.blocks.get(at + 1), Some(Block::Text(Role::Section, _)))
        && matches!(part.blocks.get(at + 2), Some(Block::Point(point)) if point.level == 1)
}

/// The page of a section; the very first page has no number.
fn section(part: &Part, is_first: bool, out: &mut String) {
    let sheet = sheet(part);
    put(
        out,
        format_args!(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/>\
             <w:type w:val=\"nextPage\"/><w:pgSz {}/>\
             <w:pgMar {} w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>{}</w:sectPr>",
            sheet.size,
            sheet.margins,
            if is_first { "<w:titlePg/>" } else { "" }
        ),
    );
}

fn render_block(
    block: &Block,
    sheet: &Sheet,
    numbering: &Numbering,
    is_kept: bool,
    out: &mut String,
) {
    let keep = if is_kept { "<w:keepNext/>" } else { "" };
    match block {
        Block::Corner(lines) => {
            let last = lines.len().saturating_sub(1);
            for (place, line) in lines.iter().enumerate() {
                let after = if place == last {
                    "<w:spacing w:after=\"240\"/>"
                } else {
                    ""
                };
                let indent = format!("<w:ind w:left=\"{}\"/>", sheet.width * 11 / 20);
                paragraph(out, "Corner", &format!("{after}{indent}"), line);
            }
        }
        Block::Text(Role::Dash, text) => {
            paragraph(out, style(Role::Dash), keep, &format!("– {text}"));
        }
        Block::Text(Role::Annex, text) => {
            let apart = format!("{keep}<w:spacing w:before=\"240\"/>");
            paragraph(out, style(Role::Annex), &apart, text);
        }
        Block::Text(role, text) => paragraph(out, style(*role), keep, text),
        Block::Requisites([left, middle, right]) => {
            let tabs = format!(
                "<w:tabs><w:tab w:val=\"center\" w:pos=\"{}\"/>\
                 <w:tab w:val=\"right\" w:pos=\"{}\"/></w:tabs>",
                sheet.width / 2,
                sheet.width
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

fn style(role: Role) -> &'static str {
    match role {
        Role::Organisation => "Organisation",
        Role::Kind => "Heading1",
        Role::Heading => "Heading",
        Role::State => "State",
        Role::Section => "Heading3",
        Role::Body | Role::Annex => "Body",
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
