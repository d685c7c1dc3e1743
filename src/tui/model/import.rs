//! A plan of another program, looked over before it is written.

use std::path::Path;

use crate::domain::date::Date;
use crate::domain::document::Document;
use crate::domain::subject::Registry;
use crate::import::report::Question;
use crate::import::role::Role;
use crate::import::source::Source;
use crate::import::taken::Taken;
use crate::import::{Choice, Draft, Refusal, document, propose};

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
    /// Who was known before.
    pub known: Registry,
    /// Whether it comes in the place of the example.
    pub is_first: bool,
    today: Date,
}

impl ImportState {
    /// Begins with the first step.
    ///
    /// # Errors
    /// When nothing of the file can be a plan.
    pub fn new(
        file: &Path,
        source: Source,
        known: Registry,
        today: Date,
        is_first: bool,
    ) -> Result<Self, Refusal> {
        let choice = Choice::default();
        let draft = propose(&source, &choice, &known)?;
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let key = document::key(&draft, &stem);
        let document = document::document(&draft, key, today);
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
            known,
            is_first,
            today,
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

    /// Changes what the chosen line is taken for; whether it could be.
    pub fn change(&mut self, forward: bool) -> bool {
        let mut choice = self.choice.clone();
        match self.step {
            Step::Tables => {
                let Some(left) = self.draft.report.left.get(self.selected) else {
                    return false;
                };
                choice.table = Some(left.number);
                choice.columns.clear();
            }
            Step::Columns => {
                let Some(column) = self.draft.columns.get(self.selected) else {
                    return false;
                };
                choice
                    .columns
                    .insert(self.selected, turned(column.role, forward));
            }
            Step::Rows => {
                let Some(Question::HeadingOrActivity {
                    row, as_heading, ..
                }) = self.draft.report.questions.get(self.selected)
                else {
                    return false;
                };
                choice.headings.insert(*row, !as_heading);
            }
            Step::Lines => {
                let Some(line) = self.draft.lines.get(self.selected) else {
                    return false;
                };
                let (row, is_task) = (line.row, line.taken == Taken::Task);
                choice.left_out.retain(|known| *known != row);
                choice.taken.retain(|known| *known != row);
                if is_task {
                    choice.left_out.push(row);
                } else {
                    choice.taken.push(row);
                }
            }
            Step::People | Step::Report => return false,
        }
        // A choice that leaves nothing of a plan is not taken.
        let Ok(draft) = propose(&self.source, &choice, &self.known) else {
            return false;
        };
        self.document = document::document(&draft, self.document.key, self.today);
        self.draft = draft;
        self.choice = choice;
        true
    }
}

/// The role after this one, or before it.
fn turned(role: Role, forward: bool) -> Role {
    let count = Role::ALL.len();
    let at = Role::ALL.iter().position(|one| *one == role).unwrap_or(0);
    let to = if forward { at + 1 } else { at + count - 1 };
    Role::ALL.get(to % count).copied().unwrap_or(role)
}
