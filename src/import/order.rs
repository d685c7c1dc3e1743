//! Orders and letters: numbered points and sentences of running text become what is to be done.
//!
//! ```text
//! paragraphs → head (requisites) + points → tasks with deadline, executors → draft
//! ```
//!
//! Nothing is invented: what is no task is kept as text, and what is not sure is asked.

mod cases;
mod draw;
mod executor;
mod head;
mod lines;
mod named;
mod points;
mod sentence;
mod sort;
mod term;
mod words;

pub use draw::propose;

use super::source::Source;

/// Whether the running text of a file reads like an order or a letter with something to do.
pub(crate) fn is_order(source: &Source) -> bool {
    let lines = lines::of(source);
    let head = head::read(&lines);
    head.is_official && points::of(&lines, &head).iter().any(may_be_work)
}

/// Whether a point may be work: it has a number, or asks for something, or says when.
fn may_be_work(point: &points::Point) -> bool {
    !point.number.is_empty()
        || sort::requests(&point.text)
        || !term::find(&point.text).is_empty()
        || point.children.iter().any(may_be_work)
}

/// Whether a text reads like an order or a letter, before anything is known of its tables.
pub(crate) fn is_order_text(text: &str) -> bool {
    let lines = lines::of_text(text);
    let head = head::read(&lines);
    head.is_official && points::of(&lines, &head).iter().any(may_be_work)
}
