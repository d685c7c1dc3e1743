//! The lines of a step that may be changed, in the sequence they are shown.

use super::{ImportState, Step, Target};
use crate::import::report::Question;
use crate::import::spot::Spot;
use crate::import::subjects::Known;

/// What each line of the step may be changed by; nothing where it heads others.
pub(super) fn of(state: &ImportState) -> Vec<Option<Target>> {
    match state.step {
        Step::Tables => tables(state),
        Step::Columns => (0..state.draft.columns.len())
            .map(|column| Some(Target::Column(column)))
            .collect(),
        Step::Rows => rows(state),
        Step::Lines => state
            .draft
            .lines
            .iter()
            .map(|line| Some(Target::Line(line.row)))
            .collect(),
        Step::People => people(state),
        Step::Report => Vec::new(),
    }
}

fn tables(state: &ImportState) -> Vec<Option<Target>> {
    let document = (!state.ground.documents.is_empty()).then_some(Some(Target::Document));
    let left = state.draft.report.left.iter();
    document
        .into_iter()
        .chain(left.map(|left| Some(Target::Table(left.number))))
        .collect()
}

/// Doubtful rows in their sequence, decided or not; then the names of levels; then what else is
/// asked.
fn rows(state: &ImportState) -> Vec<Option<Target>> {
    let report = &state.draft.report;
    let mut rows: Vec<(usize, Target)> = report
        .answered
        .iter()
        .chain(&report.questions)
        .filter_map(|question| match question {
            Question::HeadingOrActivity {
                row, as_heading, ..
            } => Some((
                *row,
                Target::Heading {
                    row: *row,
                    as_heading: *as_heading,
                },
            )),
            Question::SeveralInOne { row, parts, .. } => Some((
                *row,
                Target::Several {
                    row: *row,
                    is_parted: *parts > 0,
                },
            )),
            _ => None,
        })
        .collect();
    rows.sort_by_key(|(row, _)| *row);
    let levels = (0..state.draft.levels.len()).map(Target::Level);
    let rows = rows.into_iter().map(|(_, target)| target);
    rows.chain(levels).map(Some).collect()
}

/// Names that are new, doubtful or decided under a head; deadlines under another.
fn people(state: &ImportState) -> Vec<Option<Target>> {
    let names = state
        .draft
        .subjects
        .iter()
        .filter(|one| one.decided || !matches!(one.known, Known::Same(_)))
        .map(|one| Some(Target::Subject(one.found.clone())));
    let report = &state.draft.report;
    let places = report.unread.iter().chain(&report.assumed);
    let mut terms: Vec<Spot> = places.map(|(spot, ..)| *spot).collect();
    terms.extend(report.corrected.iter().map(|one| one.spot));
    terms.sort_unstable();
    let mut all = vec![None];
    all.extend(names);
    if !terms.is_empty() {
        all.push(None);
    }
    all.extend(terms.into_iter().map(|spot| Some(Target::Term(spot))));
    all
}
