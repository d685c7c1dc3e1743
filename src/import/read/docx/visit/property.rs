//! What the properties of rows, cells, paragraphs and runs say.

use super::{Document, Place};
use crate::import::read::docx::cell::Merge;
use crate::import::read::xml::Attributes;

impl Document {
    /// Takes one property of whatever is open.
    pub(super) fn property(&mut self, name: &str, attributes: &Attributes<'_>) {
        let value = || attributes.get("val");
        match (name, self.inside.last()) {
            ("gridBefore", Some(Place::Row)) => {
                let before = attributes.count("val").unwrap_or_default();
                if let Some(row) = self.row() {
                    row.before = before;
                }
            }
            ("tblHeader", Some(Place::Row)) if attributes.is_on("val") => {
                if let Some(row) = self.row() {
                    row.is_head = true;
                }
            }
            ("hidden", Some(Place::Row)) if attributes.is_on("val") => {
                if let Some(row) = self.row() {
                    row.hidden = true;
                }
            }
            ("del", Some(Place::Row)) => {
                if let Some(row) = self.row() {
                    row.deleted = true;
                }
            }
            ("ins", Some(Place::Row)) => self.read.inserted += 1,
            ("gridSpan", Some(Place::Cell)) => {
                let across = attributes.count("val").unwrap_or(1).max(1);
                if let Some(cell) = self.cell() {
                    cell.across = across;
                }
            }
            ("vMerge", Some(Place::Cell)) => {
                let down = if value().as_deref() == Some("restart") {
                    Merge::Begins
                } else {
                    Merge::GoesOn
                };
                if let Some(cell) = self.cell() {
                    cell.down = down;
                }
            }
            ("hMerge", Some(Place::Cell)) => {
                let from_left = value().as_deref() != Some("restart");
                if let Some(cell) = self.cell() {
                    cell.from_left = from_left;
                }
            }
            ("cellDel", Some(Place::Cell)) => {
                if let Some(cell) = self.cell() {
                    cell.deleted = true;
                }
            }
            ("ilvl", Some(Place::Paragraph)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.numbered.level = attributes.count("val");
                }
            }
            ("numId", Some(Place::Paragraph)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.numbered.list = value();
                }
            }
            ("pStyle", Some(Place::Paragraph)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.style = value();
                }
            }
            ("del", Some(Place::Run)) => {
                // The paragraph's own mark is struck out.
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.deleted_mark = true;
                }
            }
            ("vanish" | "webHidden", Some(Place::Run)) => {
                self.run_is_hidden = attributes.is_on("val");
            }
            ("rStyle", Some(Place::Run)) => {
                self.run_is_hidden |= value().is_some_and(|style| self.numbering.hides(&style));
            }
            ("vertAlign", Some(Place::Run)) => {
                self.run_is_raised = value().as_deref() == Some("superscript");
            }
            _ => {}
        }
    }
}
