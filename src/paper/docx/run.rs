//! Runs of text in a DOCX.

use super::super::xml_text::{escape_into, put};

/// Text as runs: line breaks become breaks, tabulators tabulators.
pub(super) fn runs(out: &mut String, text: &str, properties: &str) {
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
