//! What there is in a draft: headings, activities, deadlines that are not sure, who is named.

use super::draft::{Activity, Draft, Node};
use super::report::Report;
use super::{subjects, text, when};
use crate::domain::date::Span;
use crate::domain::deadline::{Certainty, Kind as DeadlineKind};
use crate::domain::subject::Registry;

/// Counts, reads deadlines in the years, and finds who is named.
pub(super) fn settle(draft: &mut Draft, known: &Registry, period: Option<Span>) {
    let mut headings = Vec::new();
    levels(&draft.content, 0, &mut headings);
    let activities: Vec<Activity> = draft
        .activities()
        .into_iter()
        .map(|(_, activity)| activity.clone())
        .collect();
    draft.period = period;
    if let Some(period) = draft.period {
        deadlines(&mut draft.report, &activities, period);
    }
    draft.report.headings = headings;
    draft.report.activities = activities.len();
    draft.report.without_number = activities
        .iter()
        .filter(|activity| activity.number.is_empty())
        .count();
    draft.subjects = subjects::propose(
        activities
            .iter()
            .flat_map(|activity| [activity.responsible.as_str(), activity.executors.as_str()])
            .filter(|cell| !cell.is_empty()),
        known,
    );
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

fn deadlines(report: &mut Report, activities: &[Activity], period: Span) {
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
        let place = (activity.row, name, activity.term.clone());
        if reading.kind == DeadlineKind::Unread {
            report.unread.push(place);
        } else if matches!(reading.certainty, Certainty::Assumed { .. }) {
            report.assumed.push(place);
        }
    }
}
