//! The main part of a DOCX: paragraphs, tables, sections.

use super::super::paper::{Block, Orientation, Paper, Part, Role, Row, Table};
use super::super::xml_text::{escape_into, put};
use super::numbering::Numbering;

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
        for (at, block) in part.blocks.iter().enumerate() {
            match block {
                // The mark of a question stays with its decisions.
                Block::Text(Role::Remark, text) if is_before_decisions(part, at) => {
                    paragraph(&mut out, "Remark", "<w:keepNext/>", text);
                }
                _ => render_block(block, sheet(part), numbering, &mut out),
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

fn render_block(block: &Block, sheet: &Sheet, numbering: &Numbering, out: &mut String) {
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
        Block::Text(role, text) => paragraph(out, style(*role), "", text),
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
            let name = if point.level == 0 && point.run == super::super::paper::Run::Decisions {
                "Heading2"
            } else {
                "Point"
            };
            match numbering.list_of(point) {
                Some(list) => {
                    let number = format!(
                        "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{list}\"/></w:numPr>",
                        point.level
                    );
                    paragraph(out, name, &number, &point.text);
                }
                None => {
                    paragraph(out, name, "", &format!("{}. {}", point.number, point.text));
                }
            }
        }
        Block::Table(table) => render_table(table, sheet, out),
        Block::Signature { post, name } => signature(post, name, sheet, out),
    }
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Organisation => "Organisation",
        Role::Kind => "Heading1",
        Role::Heading => "Heading",
        Role::State => "State",
        Role::Section => "Heading3",
        Role::Body => "Body",
        Role::Line => "Line",
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

/// Text as runs: line breaks become breaks, tabulators tabulators.
fn runs(out: &mut String, text: &str, properties: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    if !properties.is_empty() {
        put(out, format_args!("<w:rPr>{properties}</w:rPr>"));
    }
    for (line_place, line) in text.split(['\n', '\u{b}', '\u{c}']).enumerate() {
        if line_place > 0 {
            out.push_str("<w:br/>");
        }
        for (place, piece) in line.split('\t').enumerate() {
            if place > 0 {
                out.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                out.push_str("<w:t xml:space=\"preserve\">");
                escape_into(out, piece);
                out.push_str("</w:t>");
            }
        }
    }
    out.push_str("</w:r>");
}

/// Widths of columns that add up to the whole exactly.
fn widths(shares: impl Iterator<Item = u16> + Clone, whole: u32) -> Vec<u32> {
    let total: u32 = shares.clone().map(u32::from).sum::<u32>().max(1);
    let (mut share_so_far, mut used) = (0, 0);
    shares
        .map(|share| {
            share_so_far += u32::from(share);
            let end = whole * share_so_far / total;
            let width = end - used;
            used = end;
            width
        })
        .collect()
}

fn render_table(table: &Table, sheet: &Sheet, out: &mut String) {
    let widths = widths(table.columns.iter().map(|column| column.share), sheet.width);
    // Many columns need smaller letters.
    let cell = if widths.len() > 6 {
        "CellSmall"
    } else {
        "Cell"
    };
    put(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>",
            sheet.width
        ),
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        put(
            out,
            format_args!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"),
        );
    }
    out.push_str(
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>\
         </w:tblCellMar></w:tblPr><w:tblGrid>",
    );
    for width in &widths {
        put(out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (column, width) in table.columns.iter().zip(&widths) {
        let centre = "<w:jc w:val=\"center\"/>";
        table_cell(
            out,
            *width,
            1,
            cell,
            centre,
            "<w:b/><w:bCs/>",
            &column.heading,
        );
    }
    out.push_str("</w:tr>");
    for row in &table.rows {
        match row {
            Row::Group(heading) => {
                out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
                let span = widths.len().max(1);
                table_cell(
                    out,
                    sheet.width,
                    span,
                    cell,
                    "<w:keepNext/>",
                    "<w:b/><w:bCs/>",
                    heading,
                );
                out.push_str("</w:tr>");
            }
            Row::Cells(cells) => {
                // A row goes over to the next page whole, unless it could not fit there.
                out.push_str(if cells.iter().all(|cell| cell.len() < 1000) {
                    "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
                } else {
                    "<w:tr>"
                });
                for (place, width) in widths.iter().enumerate() {
                    let text = cells.get(place).map_or("", String::as_str);
                    table_cell(out, *width, 1, cell, "", "", text);
                }
                out.push_str("</w:tr>");
            }
        }
    }
    // A table must be followed by a paragraph; this one takes little room.
    out.push_str(
        "</w:tbl><w:p><w:pPr><w:spacing w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>",
    );
}

fn table_cell(
    out: &mut String,
    width: u32,
    span: usize,
    style: &str,
    properties: &str,
    letters: &str,
    text: &str,
) {
    put(
        out,
        format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"),
    );
    if span > 1 {
        put(out, format_args!("<w:gridSpan w:val=\"{span}\"/>"));
    }
    put(
        out,
        format_args!("</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>"),
    );
    runs(out, text, letters);
    out.push_str("</w:p></w:tc>");
}

/// Post, line, name in three columns without borders, never torn apart by a page's end.
fn signature(post: &str, name: &str, sheet: &Sheet, out: &mut String) {
    let widths = widths([48, 24, 28].into_iter(), sheet.width);
    put(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>",
            sheet.width
        ),
    );
    for width in &widths {
        put(out, format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>");
    let line = "___________";
    for ((text, place), width) in [(post, ""), (line, "center"), (name, "right")]
        .into_iter()
        .zip(&widths)
    {
        let jc = if place.is_empty() {
            String::new()
        } else {
            format!("<w:jc w:val=\"{place}\"/>")
        };
        put(
            out,
            format_args!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>\
                 <w:vAlign w:val=\"bottom\"/></w:tcPr>\
                 <w:p><w:pPr><w:pStyle w:val=\"Signature\"/>{jc}</w:pPr>"
            ),
        );
        let text = if text.is_empty() {
            "________________"
        } else {
            text
        };
        runs(out, text, "");
        out.push_str("</w:p></w:tc>");
    }
    out.push_str(
        "</w:tr></w:tbl><w:p><w:pPr><w:spacing w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>",
    );
}
