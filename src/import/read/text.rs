//! Text with tables in it: a sign between cells, Markdown, or lines that are drawn.

mod drawn;
mod markdown;
mod separated;

use crate::import::refusal::Refusal;
use crate::import::source::{Part, Source};

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Source, Refusal> {
    let (format, blocks) = if let Some(blocks) = markdown::read(text)? {
        (crate::import::source::Format::Markdown, blocks)
    } else if let Some(blocks) = drawn::read(text)? {
        (crate::import::source::Format::Drawn, blocks)
    } else {
        separated::read(text)?.ok_or(Refusal::NoTable)?
    };
    Ok(Source {
        format,
        encoding: None,
        parts: vec![Part { name: None, blocks }],
        remarks: Vec::new(),
    })
}
