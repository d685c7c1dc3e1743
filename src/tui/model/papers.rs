//! The screen of papers: the papers of every meeting, as they will read.

use super::context;
use super::surface::Surface;
use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::id::Id;
use crate::domain::subject::SubjectId;
use crate::paper::template::Templates;
use crate::paper::{Approved, Format, Request};

/// State of the screen of papers.
#[derive(Clone, Debug)]
pub struct PapersState {
    /// The chosen meeting; the newest one if none is chosen.
    pub selected: Option<Date>,
    /// The activity whose card stands before the papers of the meeting: the one the user came
    /// from in the plan.
    pub card: Option<ActivityKey>,
    /// The executor whose extract from all documents stands before the papers of the meeting: the
    /// one the user came from in the responsibilities.
    pub subject: Option<SubjectId>,
    /// The edition whose paper stands before those of the meeting: the one the user looked over.
    pub edition: Option<Id>,
    /// The event whose list stands before those of the meeting.
    pub event: Option<ActivityKey>,
    /// The document whose execution stands before those of the meeting.
    pub document: Option<DocumentKey>,
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

impl Surface for PapersState {
    fn context(&self) -> &'static str {
        context::PAPERS
    }
}

/// What the papers of this session have in common.
#[derive(Debug, Default)]
pub struct Papers {
    /// What those in text are made by.
    pub templates: Templates,
    /// Approved versions that were read, for what is drawn of them.
    pub approved: Approved,
    /// Where they go; `export/` of the state directory if nobody chose.
    pub place: Option<PathBuf>,
    /// How far the writing has come, while it goes on.
    pub writing: Option<Writing>,
}

/// How far the writing of papers has come, in files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// Those dealt with.
    pub done: usize,
    /// All of them.
    pub all: usize,
}

/// What to do with a file that is there and was not written by this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDiffering {
    /// Write the new one; a copy of the old one is kept.
    Replace,
    /// Leave the old one.
    Leave,
    /// Write nothing more.
    Stop,
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

impl Default for PapersState {
    fn default() -> Self {
        Self {
            selected: None,
            card: None,
            subject: None,
            edition: None,
            event: None,
            document: None,
            paper: 0,
            formats: BTreeSet::from([Format::Docx]),
            format: 0,
            offset: 0,
            scroll: 0,
            preview: None,
        }
    }
}
