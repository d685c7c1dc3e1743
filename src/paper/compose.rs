//! From what the domain knows to papers. Everything that words a paper is in here and in
//! `wording`; how it looks in a format is not.

mod agenda;
mod card;
mod changes;
mod document;
mod duties;
mod edition;
mod execution;
mod extract;
mod head;
mod indicators;
mod minutes;
mod participants;
mod report;
mod requisites;
mod standing;
mod tactical_plan;

use std::collections::BTreeMap;

use crate::domain::minutes::Minutes;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::PaperSettings;

pub(super) use agenda::{agenda, agenda_questions};
pub(super) use card::{card, trail};
pub(super) use changes::changes_paper;
pub use changes::{Change, changes};
pub(super) use document::{document, document_table, number_column};
pub(super) use duties::{DUTIES, duties, duty_rows};
pub use edition::{called, edition_note, edition_title, exclusion_reason, in_short};
pub(super) use edition::{edition_paper, group as edition_group, rows as edition_rows};
pub(super) use execution::{CONTROL, POINTS, control, control_rows, execution, point_rows};
pub use execution::{carried_over_decision, document_decision};
pub(super) use extract::{Reader, decisions_of, extract};
pub(super) use indicators::{
    COLUMNS as INDICATOR_COLUMNS, NAME as INDICATORS, row as indicator_row, value_taken,
};
pub(super) use minutes::{minutes, said};
pub(super) use participants::{PARTICIPANTS, participant_rows, participants};
pub(super) use report::{COUNTED, TOTAL, by_direction, by_subject, number, outcome, report};
pub(super) use tactical_plan::{
    basis, group_name, mark_text, name as tactical_plan_name, result as tactical_plan_result,
    sheet as tactical_plan_sheet, tactical_plan,
};

/// What a paper needs beside its own contents.
#[derive(Clone, Debug, Default)]
pub(super) struct Frame {
    /// How papers look.
    pub(super) papers: PaperSettings,
    /// Dative forms entered by hand, by the name papers print.
    datives: BTreeMap<SafeText, SafeText>,
}

impl Frame {
    /// How a paper looks, and no names.
    pub(super) fn with(papers: PaperSettings) -> Self {
        Self {
            papers,
            datives: BTreeMap::new(),
        }
    }

    /// What minutes say of their look and of the names in them.
    pub(super) fn of(minutes: &Minutes, papers: PaperSettings) -> Self {
        Self {
            papers,
            datives: minutes
                .addressees
                .iter()
                .filter(|one| !one.dative.is_blank())
                .map(|one| (one.name.clone(), one.dative.clone()))
                .collect(),
        }
    }

    /// The dative form of a name, if somebody entered one.
    pub(super) fn dative(&self, name: Option<&SafeText>) -> Option<&str> {
        self.datives.get(name?).map(SafeText::as_str)
    }
}
