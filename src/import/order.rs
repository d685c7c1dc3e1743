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
pub use named::Defined;
pub use sort::Aside;

use super::source::Source;

/// A line of the text as it was taken, to be confirmed one by one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its place among the lines, from 1; what a person decides by.
    pub row: usize,
    /// How deep it stands: 0 for a point of the first level.
    pub depth: usize,
    /// As printed; empty where nothing is.
    pub number: String,
    /// The text, on one line.
    pub text: String,
    /// Where the deadlines stand in it, in bytes.
    pub terms: Vec<std::ops::Range<usize>>,
    /// What it was taken for.
    pub taken: Taken,
    /// Whether a person decided so.
    pub decided: bool,
    /// Who is named, as it is written to the document.
    pub executors: String,
}

/// What a line was taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// A task.
    Task,
    /// What stands above tasks.
    Heading,
    /// Kept as text, not as a task.
    Aside(Aside),
}

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
