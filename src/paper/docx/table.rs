//! Tables of a DOCX: those of the paper, and the one without borders a signature stands in.

use super::super::model::{Row, Table};
use super::super::xml_text::put;
use super::run::runs;

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

/// A table with its heading repeated on every page; widths in twentieths of a point.
pub(super) fn render_table(table: &Table, whole: u32, out: &mut String) {
    let widths = widths(table.columns.iter().map(|column| column.share), whole);
    // Many columns need smaller letters.
    let cell = if widths.len() > 6 {
        "CellSmall"
    } else {
        "Cell"
    };
    put(
        out,
        format_args!("<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblBorders>"),
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        put(
            out,
            format_args!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"),
        );
    }
    out.push_str(
        "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>\
         <w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"57\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/>\
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
                    whole,
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
pub(super) fn signature(post: &str, name: &str, whole: u32, out: &mut String) {
    let widths = widths([48, 24, 28].into_iter(), whole);
    put(
        out,
        format_args!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
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
