//! A paper as DOCX: an Office Open XML package written by hand, because the libraries at hand can
//! neither repeat a table's heading on every page nor give a document its title. The same paper
//! gives the same bytes.

mod body;
mod columns;
mod keep;
mod letterhead;
mod numbering;
mod package;
mod run;
mod table;

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::model::Paper;
use crate::domain::date::Date;
use letterhead::Letterhead;
pub use letterhead::LetterheadFault;

/// The DOCX of a paper; `day` stands in its properties as the day it was made, so that no clock
/// is asked.
pub(super) fn render(paper: &Paper, day: Date) -> io::Result<Vec<u8>> {
    let numbering = numbering::Numbering::of(paper);
    let files: [(&str, String); 11] = [
        ("[Content_Types].xml", package::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", package::RELATIONS.to_owned()),
        ("docProps/core.xml", package::core_properties(paper, day)),
        ("docProps/app.xml", package::APP_PROPERTIES.to_owned()),
        (
            "word/_rels/document.xml.rels",
            package::DOCUMENT_RELATIONS.to_owned(),
        ),
        ("word/document.xml", body::document(paper, &numbering)),
        ("word/styles.xml", package::STYLES.to_owned()),
        ("word/numbering.xml", numbering.xml()),
        ("word/settings.xml", package::SETTINGS.to_owned()),
        ("word/fontTable.xml", package::FONTS.to_owned()),
        ("word/header1.xml", package::HEADER.to_owned()),
    ];
    let files = files.map(|(name, content)| (name.to_owned(), content.into_bytes()));
    packed(&files)
}

/// The DOCX of a paper on a letterhead; the inner error says why that cannot be used.
pub(super) fn render_on(
    letterhead: &[u8],
    paper: &Paper,
    day: Date,
) -> Result<io::Result<Vec<u8>>, LetterheadFault> {
    let parts = Letterhead::read(letterhead)?.fill(paper, day)?;
    Ok(packed(&parts))
}

/// Why a file cannot be a letterhead; `None` when it can.
pub(super) fn letterhead_fault(bytes: &[u8]) -> Option<LetterheadFault> {
    Letterhead::read(bytes).err()
}

fn packed(files: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, content) in files {
        archive
            .start_file(name.as_str(), options)
            .map_err(io::Error::other)?;
        archive.write_all(content)?;
    }
    let written = archive.finish().map_err(io::Error::other)?;
    Ok(written.into_inner())
}
