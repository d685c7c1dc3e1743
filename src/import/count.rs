//! What there is in a draft: headings, activities, deadlines that are not sure, who is named.

use super::choice::Choice;
use super::draft::{Activity, Draft, Node};
use super::report::{Corrected, PeriodBasis, Question, Report};
use super::subjects::Known;
use super::{subjects, text, when};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Certainty, Kind as DeadlineKind};
use crate::domain::subject::Registry;

/// Counts, and reads deadlines in the years.
pub(super) fn settle(draft: &mut Draft, choice: &Choice, period: Option<(Span, PeriodBasis)>) {
    let mut headings = Vec::new();
    levels(&draft.content, 0, &mut headings);
    let activities: Vec<Activity> = draft
        .activities()
        .into_iter()
        .map(|(_, activity)| activity.clone())
        .collect();
    draft.period = period.map(|(span, _)| span);
    draft.report.period_by = period.map_or(PeriodBasis::Nothing, |(_, by)| by);
    if let Some(period) = draft.period.or_else(any_two_years) {
        deadlines(&mut draft.report, &activities, choice, period);
    }
    for (depth, name) in &choice.levels {
        if let Some(level) = draft.levels.get_mut(*depth) {
            level.clone_from(name);
        }
    }
    draft.report.headings = headings;
    draft.report.activities = activities.len();
    draft.report.without_number = activities
        .iter()
        .filter(|activity| activity.number.is_empty())
        .count();
}

/// Where nothing names a year, deadlines are read in that of taking on control and the next: which
/// they are changes nothing in what can be read, and what is assumed.
fn any_two_years() -> Option<Span> {
    Span::new(Date::new(2023, 1, 1).ok()?, Date::new(2024, 12, 31).ok()?)
}

/// Finds who is named in these cells, and parts questions that are answered from those that are
/// open: the last thing done with a draft.
pub(super) fn people(draft: &mut Draft, choice: &Choice, cells: &[String], known: &Registry) {
    draft.subjects = subjects::propose(cells.iter().map(String::as_str), known);
    subjects::decide(&mut draft.subjects, &choice.subjects);
    doubtful(draft);
    let (answered, open): (Vec<_>, Vec<_>) = std::mem::take(&mut draft.report.questions)
        .into_iter()
        .partition(|question| choice.answered.contains(&question.mark()));
    draft.report.questions = open;
    draft.report.answered.extend(answered);
}

/// A name that is nearly a known one is taken for it, and asked about.
fn doubtful(draft: &mut Draft) {
    let asked = draft.subjects.iter().filter_map(|one| match &one.known {
        Known::Like(id) => Some(Question::Alike {
            name: one.found.clone(),
            subject: id.clone(),
        }),
        _ => None,
    });
    draft.report.questions.extend(asked.collect::<Vec<_>>());
}

fn levels(nodes: &[Node], depth: usize, counts: &mut Vec<usize>) {
    for node in nodes {
        if let Node::Heading(heading) = node {
            if counts.len() <= depth {
                counts.resize(depth + 1, 0);
            }
            if let Some(count) = counts.get_mut(depth) {
                *count += 1;
            }
            levels(&heading.children, depth + 1, counts);
        }
    }
}

fn deadlines(report: &mut Report, activities: &[Activity], choice: &Choice, period: Span) {
    for activity in activities {
        let wording = activity.reading.as_deref().unwrap_or(&activity.term);
        let name = if activity.number.is_empty() {
            text::line(&activity.title)
        } else {
            activity.number.clone()
        };
        if text::line(wording).is_empty() {
            continue;
        }
        let reading = when::reading(wording, period);
        let place = (activity.spot, name, activity.term.clone());
        if reading.kind == DeadlineKind::Unread {
            report.unread.push(place);
        } else if choice.readings.contains_key(&activity.spot) {
            report.corrected.push(Corrected {
                spot: place.0,
                name: place.1,
                term: place.2,
                reading: wording.to_owned(),
            });
        } else if matches!(reading.certainty, Certainty::Assumed { .. }) {
            report.assumed.push(place);
        }
    }
}
