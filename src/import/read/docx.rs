//! DOCX: paragraphs and tables of a document of Word, with automatic numbers and accepted
//! corrections.

mod cell;
mod notes;
mod numbering;
mod visit;

pub(super) use cell::cell_of_lines;

use super::package::Package;
use super::xml::walk;
use crate::import::grid::Budget;
use crate::import::refusal::Refusal;
use crate::import::source::{Format, Part, Remark, Source};
use notes::Notes;
use numbering::Numbering;
use visit::Document;

/// Reads the document whose main part has this name.
pub(super) fn read(package: &mut Package<'_>, main: &str) -> Result<Source, Refusal> {
    let directory = main.rsplit_once('/').map_or("", |(directory, _)| directory);
    let beside = |name: &str| {
        if directory.is_empty() {
            name.to_owned()
        } else {
            format!("{directory}/{name}")
        }
    };
    let mut numbering = Numbering::default();
    if let Some(part) = package.part(&beside("numbering.xml"))? {
        numbering.read_definitions(part)?;
    }
    if let Some(part) = package.part(&beside("styles.xml"))? {
        numbering.read_styles(part)?;
    }
    let mut document = Document::new(numbering, Budget::default());
    let part = package
        .part(main)?
        .ok_or_else(|| Refusal::damaged(format!("{main} is missing")))?;
    walk(part, &mut document)?;
    let read = document.finish();
    let mut remarks = Vec::new();
    if !read.notes.is_empty() {
        let mut notes = Notes::new(&read.notes);
        for name in ["footnotes.xml", "endnotes.xml"] {
            if let Some(part) = package.part(&beside(name))? {
                walk(part, &mut notes)?;
            }
        }
        remarks.extend(notes.finish().into_iter().map(Remark::Footnote));
    }
    if read.inserted + read.deleted > 0 {
        remarks.push(Remark::Corrections {
            inserted: read.inserted,
            deleted: read.deleted,
        });
    }
    if read.hidden > 0 {
        remarks.push(Remark::HiddenText(read.hidden));
    }
    if !read.hidden_rows.is_empty() {
        remarks.push(Remark::HiddenRows {
            sheet: None,
            rows: read.hidden_rows,
        });
    }
    Ok(Source {
        format: Format::Docx,
        encoding: None,
        parts: vec![Part {
            name: None,
            blocks: read.blocks,
        }],
        remarks,
    })
}
