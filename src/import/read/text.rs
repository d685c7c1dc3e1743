//! Text with tables in it: a sign between cells, Markdown, or lines that are drawn.

mod drawn;
mod markdown;
mod separated;

use crate::import::head;
use crate::import::order::is_order_text;
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Format, Part, Source};
use crate::import::text as clean;

/// Reads a text.
pub(super) fn read(text: &str) -> Result<Source, Refusal> {
    let (format, blocks) = if let Some(blocks) = markdown::read(text)? {
        (Format::Markdown, blocks)
    } else if let Some(blocks) = drawn::read(text)? {
        (Format::Drawn, blocks)
    } else {
        match separated::read(text)? {
            // Commas of running text part no cells; a table of an order has a head.
            Some((Format::Separated(sign), blocks))
                if sign == '\t' || has_head(&blocks) || !is_order_text(text) =>
            {
                (Format::Separated(sign), blocks)
            }
            _ => (Format::Text, running(text)),
        }
    };
    Ok(Source {
        format,
        encoding: None,
        parts: vec![Part { name: None, blocks }],
        remarks: Vec::new(),
    })
}

/// Whether a table begins with a head that names columns of a plan.
fn has_head(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(grid) => head::find(grid, 0).is_some_and(|head| head.is_of_plan()),
        Block::Paragraph(_) => false,
    })
}

/// The paragraphs of running text: blank lines part them.
fn running(text: &str) -> Vec<Block> {
    clean::clean(text)
        .split("\n\n")
        .map(|paragraph| Block::Paragraph(paragraph.to_owned()))
        .collect()
}
