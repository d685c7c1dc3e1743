//! The documents screen: the papers of every meeting, as they will read.

use std::collections::BTreeSet;

use crate::document::{Format, Request};
use crate::domain::date::Date;

/// State of the documents screen.
#[derive(Clone, Debug)]
pub struct DocumentsState {
    /// The chosen meeting; the newest one if none is chosen.
    pub selected: Option<Date>,
    /// Which of its papers is shown.
    pub paper: usize,
    /// The formats that will be written.
    pub formats: BTreeSet<Format>,
    /// The format the cursor is on.
    pub format: usize,
    /// First visible meeting.
    pub offset: usize,
    /// First visible line of the preview.
    pub scroll: usize,
    /// The paper as it reads, wrapped, with what it was made for.
    pub preview: Option<Preview>,
}

/// A paper wrapped to the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Which paper.
    pub request: Request,
    /// The workspace's revision it was made from.
    pub revision: u64,
    /// The width it was wrapped to.
    pub width: usize,
    /// Its lines.
    pub lines: Vec<String>,
}

impl Default for DocumentsState {
    fn default() -> Self {
        Self {
            selected: None,
            paper: 0,
            formats: BTreeSet::from([Format::Docx]),
            format: 0,
            offset: 0,
            scroll: 0,
            preview: None,
        }
    }
}
