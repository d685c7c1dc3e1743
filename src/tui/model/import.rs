//! A plan of another program, looked over before it is written.

use super::context;
use super::surface::Surface;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::domain::date::Date;
use crate::domain::document::{Document, DocumentKey};
use crate::domain::subject::Registry;
use crate::import::source::Source;
use crate::import::spot::Spot;
use crate::import::{Choice, Draft, Kept, Refusal, document, edition_of, propose, suggested};

mod change;
mod targets;

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The tables found.
    Tables,
    /// What the columns are for.
    Columns,
    /// The lines of an order or a letter, each a task or not.
    Lines,
    /// Headings and activities; doubtful rows first.
    Rows,
    /// Subjects and deadlines.
    People,
    /// The whole report.
    Report,
}

impl Step {
    /// Those of a table, in their sequence.
    pub const TABLE: [Self; 5] = [
        Self::Tables,
        Self::Columns,
        Self::Rows,
        Self::People,
        Self::Report,
    ];

    /// Those of running text.
    pub const TEXT: [Self; 2] = [Self::Lines, Self::Report];
}

/// A line that a person may take otherwise.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// Which document it is an edition of, if any.
    Document,
    /// A table that was left, by its number.
    Table(usize),
    /// A column, from zero.
    Column(usize),
    /// A doubtful row.
    Heading {
        /// Which.
        row: usize,
        /// Whether it is taken for a heading.
        as_heading: bool,
    },
    /// A level of headings, from the outermost: what the document calls it.
    Level(usize),
    /// A line of a running text.
    Line(usize),
    /// A name, as the plan uses it.
    Subject(String),
    /// A cell with several matters.
    Several {
        /// In which row.
        row: usize,
        /// Whether they are activities of their own.
        is_parted: bool,
    },
    /// A deadline.
    Term(Spot),
}

/// What was known of the state directory when the file was read.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Who is known.
    pub known: Registry,
    /// The documents that are there, with the names lists know them by.
    pub documents: Vec<(DocumentKey, String)>,
    /// The same documents whole: a file may be an edition of one.
    pub whole: Vec<Arc<Document>>,
    /// What was decided of documents that were imported before.
    pub kept: BTreeMap<DocumentKey, Kept>,
    /// The day it is.
    pub today: Date,
    /// Whether the plan comes in the place of the example.
    pub is_first: bool,
}

/// State of the import.
#[derive(Debug)]
pub struct ImportState {
    /// The file's name.
    pub file: String,
    /// What was read of it.
    pub source: Source,
    /// What was decided otherwise than suggested.
    pub choice: Choice,
    /// What is proposed.
    pub draft: Draft,
    /// The same as it will be written.
    pub document: Document,
    /// What is looked at.
    pub step: Step,
    /// The chosen line.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
    /// What was known before.
    pub ground: Ground,
    /// The file's name without its end.
    stem: String,
}

impl Surface for ImportState {
    fn context(&self) -> &'static str {
        context::CHOICE
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}

impl ImportState {
    /// Begins with the first step.
    ///
    /// # Errors
    /// When nothing of the file can be a plan.
    pub fn new(file: &Path, source: Source, ground: Ground) -> Result<Self, Refusal> {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let own = |draft: &Draft| {
            let own = document::key(draft, &stem);
            edition_of(draft, own, ground.whole.iter().map(Arc::as_ref))
        };
        let now = Choice::default();
        let (choice, draft, key) = suggested(&source, &now, &ground.known, &own, &ground.kept)?;
        let document = document::document(&draft, key, ground.today);
        let first = if draft.lines.is_empty() {
            Step::Tables
        } else {
            Step::Lines
        };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        Ok(Self {
            file: name.into_owned(),
            source,
            choice,
            draft,
            document,
            step: first,
            selected: 0,
            offset: 0,
            ground,
            stem: stem.into_owned(),
        })
    }

    /// The steps that are gone through.
    pub fn steps(&self) -> &'static [Step] {
        if self.draft.lines.is_empty() {
            &Step::TABLE
        } else {
            &Step::TEXT
        }
    }

    /// The step after this one, if any.
    pub fn next(&self) -> Option<Step> {
        let at = self.steps().iter().position(|step| *step == self.step)?;
        self.steps().get(at + 1).copied()
    }

    /// Looks at another step, from its first line that can be changed.
    pub fn go(&mut self, step: Step) {
        self.step = step;
        let targets = targets::of(self);
        self.selected = targets.iter().position(Option::is_some).unwrap_or(0);
        self.offset = 0;
    }

    /// What is under the cursor.
    pub fn target(&self) -> Option<Target> {
        targets::of(self).into_iter().nth(self.selected).flatten()
    }

    /// The lines of the step, in the sequence they are shown: what each may be changed by. Lines
    /// that come after are to be read.
    pub fn targets(&self) -> Vec<Option<Target>> {
        targets::of(self)
    }

    /// Whether a document of its key is there, so that it is an edition of that.
    pub fn is_edition(&self) -> bool {
        let mut there = self.ground.documents.iter();
        there.any(|(key, _)| *key == self.document.key)
    }

    /// Changes what the chosen line is taken for; whether it could be.
    pub fn change(&mut self, forward: bool) -> bool {
        let Some(target) = self.target() else {
            return false;
        };
        if target == Target::Document {
            return self.turn_document(forward);
        }
        change::turned(self, &target, forward).is_some_and(|choice| self.take(choice))
    }

    /// Takes away what was found or decided of the chosen line; whether there was anything.
    pub fn drop_chosen(&mut self) -> bool {
        let Some(target) = self.target() else {
            return false;
        };
        change::dropped(self, &target).is_some_and(|choice| self.take(choice))
    }

    /// Takes a typed text for the name or the deadline; a text that is no deadline is refused.
    pub fn retype(&mut self, target: &Target, text: &str) -> bool {
        change::retyped(self, target, text).is_some_and(|choice| self.take(choice))
    }

    /// Proposes by another choice; one that leaves nothing of a plan is not taken.
    fn take(&mut self, choice: Choice) -> bool {
        let Ok(draft) = propose(&self.source, &choice, &self.ground.known) else {
            return false;
        };
        let key = self.document.key;
        self.document = document::document(&draft, key, self.ground.today);
        self.draft = draft;
        self.choice = choice;
        true
    }

    /// A document of its own, or an edition of one that is there. What was decided of that one
    /// counts then.
    fn turn_document(&mut self, forward: bool) -> bool {
        let own = document::key(&self.draft, &self.stem);
        let mut all = vec![own];
        let there = self.ground.documents.iter().map(|(key, _)| *key);
        all.extend(there.filter(|key| *key != own));
        if all.len() < 2 {
            return false;
        }
        let at = all.iter().position(|key| *key == self.document.key);
        let to = next_of(at.unwrap_or(0), all.len(), forward);
        let key = all.get(to).copied().unwrap_or(own);
        let found = suggested(
            &self.source,
            &Choice::default(),
            &self.ground.known,
            &|_: &Draft| key,
            &self.ground.kept,
        );
        let Ok((choice, draft, _)) = found else {
            return false;
        };
        self.document = document::document(&draft, key, self.ground.today);
        self.draft = draft;
        self.choice = choice;
        true
    }
}

/// The place after this one, or before it, round.
fn next_of(at: usize, count: usize, forward: bool) -> usize {
    let to = if forward { at + 1 } else { at + count - 1 };
    to % count.max(1)
}
