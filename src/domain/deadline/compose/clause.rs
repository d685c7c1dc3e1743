//! Several frequencies in one wording, each with days of its own: «ежеквартально до 10 числа …, и
//! ежегодно до 20 января …».

use std::ops::Range;

use super::Draft;
use crate::domain::date::Span;
use crate::domain::deadline::phrase::{Beat, Phrase, Placed};
use crate::domain::deadline::reading::{Alternative, Cadence, Reason};

/// Composes each clause and puts them together.
pub(super) fn each(phrases: &[Placed], compose: impl Fn(&[Placed]) -> Draft) -> Draft {
    let mut drafts = Vec::new();
    for range in split(phrases) {
        let start = range.start;
        let mut draft = compose(phrases.get(range).unwrap_or_default());
        for index in &mut draft.senseless {
            *index += start;
        }
        drafts.push(draft);
    }
    if drafts.len() == 1 {
        return drafts.pop().unwrap_or_default();
    }
    join(drafts)
}

fn split(phrases: &[Placed]) -> Vec<Range<usize>> {
    let every = |placed: &Placed| matches!(placed.phrase, Phrase::Beat(Beat::Every { .. }));
    let own = |range: Range<usize>| {
        phrases.get(range).unwrap_or_default().iter().any(|placed| {
            !every(placed) && matches!(placed.phrase, Phrase::Beat(_) | Phrase::Item(_))
        })
    };
    let starts: Vec<usize> = (0..phrases.len())
        .filter(|at| phrases.get(*at).is_some_and(every))
        .collect();
    let mut clauses = Vec::new();
    let mut begin = 0;
    for (place, start) in starts.iter().enumerate().skip(1) {
        let next = starts.get(place + 1).copied().unwrap_or(phrases.len());
        if own(begin..*start) && own(*start..next) {
            clauses.push(begin..*start);
            begin = *start;
        }
    }
    clauses.push(begin..phrases.len());
    clauses
}

/// All clauses hold; another reading of one leaves the rest as it is.
fn join(drafts: Vec<Draft>) -> Draft {
    let mut whole = Draft::default();
    for (place, draft) in drafts.iter().enumerate() {
        for other in &draft.alternatives {
            let rest = drafts.iter().enumerate().filter(|(at, _)| *at != place);
            let mut windows: Vec<Span> = rest
                .flat_map(|(_, draft)| draft.windows.clone())
                .chain(other.windows.iter().copied())
                .collect();
            windows.sort_unstable();
            whole.alternatives.push(Alternative {
                kind: other.kind,
                windows,
            });
        }
    }
    for draft in drafts {
        if draft.kind.is_none() {
            whole.doubt(Reason::UnreadPart);
        } else if whole.kind.is_some() && whole.kind != draft.kind {
            whole.doubt(Reason::MixedKinds);
        }
        whole.kind = whole.kind.or(draft.kind);
        if whole.time.is_some() && draft.time.is_some() && whole.time != draft.time {
            whole.doubt(Reason::MixedKinds);
        }
        whole.time = whole.time.or(draft.time);
        whole.cadence = match (whole.cadence, draft.cadence) {
            (Some(one), Some(other)) if one != other => Some(Cadence::Longer),
            (one, other) => one.or(other),
        };
        whole.relative = whole.relative.or(draft.relative);
        whole.windows.extend(draft.windows);
        whole.reasons.extend(draft.reasons);
        whole.notes.extend(draft.notes);
        whole.senseless.extend(draft.senseless);
    }
    whole
}
