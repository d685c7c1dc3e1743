//! Tables of a DOCX: those of the paper, and the one without borders a signature stands in.

use super::super::model::{Row, Table};
use super::super::xml_text::put;
use super::columns::{LETTER, SMALL_LETTER, fitted, least, widths};
use super::run::runs;

/// A table with its heading repeated on every page; its width in twentieths of a point, that of the
/// letters in hundredths of those of Times New Roman.
pub(super) fn render_table(
    table: &Table,
    (whole, letters): (u32, u32),
    is_kept: bool,
    signatures: &[[&str; 3]],
    out: &mut String,
) {
    let widths = widths(table.columns.iter().map(|column| column.share), whole);
    let ordinary = least(table, LETTER * letters / 100);
    // Many columns, or long words in them, need smaller letters.
    let is_small = widths.len() > 6 || ordinary.iter().sum::<u32>() > whole;
    let (cell, needed) = if is_small {
        ("CellSmall", least(table, SMALL_LETTER * letters / 100))
    } else {
        ("Cell", ordinary)
    };
    let widths = fitted(&widths, &needed, whole);
    let places = signature_cells(&widths, whole);
    // Too few columns, or too narrow ones, give a signature no place.
    let joins = table.columns.len() >= SIGNATURE.len()
        && places
            .iter()
            .zip(SIGNATURE_LEAST)
            .all(|((width, _), needs)| *width >= needs);
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
    let last = table.rows.len().saturating_sub(1);
    for (at, row) in table.rows.iter().enumerate() {
        // The last row goes over to the page of the signatures under it.
        let keep = if is_kept && at == last {
            "<w:keepNext/>"
        } else {
            ""
        };
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
                    table_cell(out, *width, 1, cell, keep, "", text);
                }
                out.push_str("</w:tr>");
            }
        }
    }
    // A table must be followed by a paragraph; this one takes little room.
    if joins && !signatures.is_empty() {
        // The line above is that of the last row; it stays.
        let none = ["left", "bottom", "right"]
            .map(|side| format!("<w:{side} w:val=\"nil\"/>"))
            .concat();
        let borders = format!("<w:tcBorders>{none}</w:tcBorders>");
        signature_rows(signatures, &places, false, &borders, out);
    }
    out.push_str("</w:tbl>");
    after_table(is_kept, out);
    if !joins && !signatures.is_empty() {
        render_signatures(signatures, whole, false, out);
    }
}

fn after_table(is_kept: bool, out: &mut String) {
    let keep = if is_kept { "<w:keepNext/>" } else { "" };
    put(
        out,
        format_args!(
            "<w:p><w:pPr>{keep}<w:spacing w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>"
        ),
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

/// Post, line, name in three columns without borders; all signatures of a paper are rows of one
/// table, so that no page ends between them.
pub(super) fn render_signatures(
    signatures: &[[&str; 3]],
    whole: u32,
    is_kept: bool,
    out: &mut String,
) {
    let widths = widths(SIGNATURE.into_iter(), whole);
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
    out.push_str("</w:tblGrid>");
    let cells: Vec<(u32, usize)> = widths.iter().map(|width| (*width, 1)).collect();
    signature_rows(signatures, &cells, is_kept, "", out);
    out.push_str("</w:tbl>");
    after_table(is_kept, out);
}

/// The shares of post, line and name.
const SIGNATURE: [u16; 3] = [48, 24, 28];

/// What post, line and name need at least.
const SIGNATURE_LEAST: [u32; 3] = [2000, 1700, 2500];

/// Rows to sign in; every one but the last stays with the next.
fn signature_rows(
    signatures: &[[&str; 3]],
    cells: &[(u32, usize)],
    is_kept: bool,
    borders: &str,
    out: &mut String,
) {
    let last = signatures.len().saturating_sub(1);
    for (at, [post, line, name]) in signatures.iter().enumerate() {
        let keep = if is_kept || at < last {
            "<w:keepNext/>"
        } else {
            ""
        };
        out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        let texts = [(*post, ""), (*line, "center"), (*name, "right")];
        for ((text, place), (width, span)) in texts.into_iter().zip(cells) {
            let jc = if place.is_empty() {
                String::new()
            } else {
                format!("<w:jc w:val=\"{place}\"/>")
            };
            put(
                out,
                format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"),
            );
            if *span > 1 {
                put(out, format_args!("<w:gridSpan w:val=\"{span}\"/>"));
            }
            put(
                out,
                format_args!(
                    "{borders}<w:vAlign w:val=\"bottom\"/></w:tcPr>\
                     <w:p><w:pPr><w:pStyle w:val=\"Signature\"/>{keep}{jc}</w:pPr>"
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
        out.push_str("</w:tr>");
    }
}

/// The cells of a signature in the grid of a table: whole columns, as near to its own shares as
/// they come.
fn signature_cells(widths: &[u32], whole: u32) -> Vec<(u32, usize)> {
    let mut cells = Vec::new();
    let mut from = 0;
    let mut share_so_far = 0;
    for (place, share) in SIGNATURE.into_iter().enumerate() {
        share_so_far += u32::from(share);
        let left_for_others = SIGNATURE.len() - 1 - place;
        let most = widths.len().saturating_sub(left_for_others).max(from + 1);
        let mut to = from + 1;
        let width = |to: usize| widths.iter().take(to).sum::<u32>();
        while to < most && width(to) < whole * share_so_far / 100 {
            to += 1;
        }
        if left_for_others == 0 {
            to = widths.len();
        }
        cells.push((width(to).saturating_sub(width(from)), to - from));
        from = to;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_under_a_table_takes_whole_columns() {
        let widths = [600, 2200, 1000, 1300, 1400, 1000, 1600, 1100, 1200];
        let whole = widths.iter().sum();
        let cells = signature_cells(&widths, whole);
        assert_eq!(cells.iter().map(|cell| cell.0).sum::<u32>(), whole);
        assert_eq!(cells.iter().map(|cell| cell.1).sum::<usize>(), 9);
        assert_eq!(signature_cells(&[10, 10, 10], 30).len(), 3);
    }
}
