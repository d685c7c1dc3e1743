//! ODT and ODS: text documents and spreadsheets of the OASIS standard.

mod lists;
mod styles;
mod table;
mod visit;

use super::package::Package;
use super::xml::walk;
use crate::import::refusal::Refusal;
use crate::import::source::{Format, Remark, Source};
use styles::Styles;
use visit::Content;

/// Reads a package.
pub(super) fn read(package: &mut Package<'_>) -> Result<Source, Refusal> {
    if let Some(manifest) = package.string("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Refusal::Password);
    }
    let mut styles = Styles::default();
    if let Some(part) = package.part("styles.xml")? {
        walk(part, &mut styles)?;
    }
    let mut content = Content::new(styles);
    let part = package
        .part("content.xml")?
        .ok_or_else(|| Refusal::damaged("content.xml is missing"))?;
    walk(part, &mut content)?;
    finish(content)
}

/// Reads a document kept in one XML file.
pub(super) fn read_flat(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut content = Content::new(Styles::default());
    walk(bytes, &mut content)?;
    finish(content)
}

fn finish(content: Content) -> Result<Source, Refusal> {
    let read = content.finish();
    let Some(is_spreadsheet) = read.is_spreadsheet else {
        return Err(Refusal::Foreign {
            what: "OpenDocument".into(),
        });
    };
    let mut remarks = read.remarks;
    remarks.extend(read.notes.into_iter().map(Remark::Footnote));
    if read.hidden > 0 {
        remarks.push(Remark::HiddenText(read.hidden));
    }
    Ok(Source {
        format: if is_spreadsheet {
            Format::Ods
        } else {
            Format::Odt
        },
        encoding: None,
        parts: read.parts,
        remarks,
    })
}
