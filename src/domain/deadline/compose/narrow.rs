//! What narrows a stretch that stands before it: dates in brackets, and a limit after a comma.

use super::Draft;
use crate::domain::date::Span;
use crate::domain::deadline::Kind;
use crate::domain::deadline::dated::{self, Beside, Dated, limited};
use crate::domain::deadline::phrase::Item;
use crate::domain::deadline::reading::Reason;
use crate::domain::deadline::settle::Entry;

/// «июль-август, до 20.08»: the limit ends the stretch it stands beside, and is no second deadline.
/// Whether it does.
pub(super) fn by_limit(
    entry: &Entry,
    limit: &Dated,
    found: &mut [(Entry, Dated)],
    draft: &mut Draft,
) -> bool {
    match dated::beside(entry, limit, found) {
        Beside::Narrows(outer) => {
            draft.doubt(Reason::Narrowed);
            draft.alternative(Kind::Windows, outer);
            return true;
        }
        Beside::Twice => return true,
        Beside::Another => {}
    }
    let until = matches!(entry.item, Item::Until { .. }) && !entry.carried;
    let Some((_, stretch)) = found
        .last()
        .filter(|(before, _)| until && matches!(before.item, Item::Stretch { .. }))
    else {
        return false;
    };
    // «на 2025 год – до 25 декабря 2024 года»: the stretch is what the work is for.
    let last = limit.windows.iter().map(|limit| limit.last).max();
    if last < stretch.windows.first().map(|window| window.first) {
        draft.doubt(Reason::MixedKinds);
    }
    false
}

/// A date in brackets narrows what stands before it, or stands beside it.
pub(super) fn bracket(
    entry: &Entry,
    mut inner: Dated,
    outer: &[Span],
    found: &mut Vec<(Entry, Dated)>,
    draft: &mut Draft,
) {
    if inner.windows == outer {
        return;
    }
    let inside = |span: &Span| {
        outer
            .iter()
            .any(|outer| outer.contains(span.first) && outer.contains(span.last))
    };
    // «2024, 2025 гг. (сентябрь)»: of the years named, and of no other.
    if !inner.explicit && inner.windows.iter().any(inside) {
        inner.windows.retain(inside);
        inner
            .reasons
            .retain(|reason| *reason != Reason::EveryPlanYear);
        inner.alternatives.clear();
    }
    if let Item::Until { .. } = entry.item {
        let mut narrowed = false;
        for (_, dated) in found.iter_mut() {
            if let Some(windows) = limited(&dated.windows, &inner.windows) {
                dated.windows = windows;
                dated.kind = Some(Kind::Windows);
                narrowed = true;
            }
        }
        if narrowed {
            draft.doubt(Reason::Narrowed);
        } else {
            draft.doubt(Reason::MixedKinds);
            found.push((*entry, inner));
        }
    } else {
        if inner.windows.iter().all(inside) {
            draft.doubt(Reason::Narrowed);
            let narrows = |outer: &Span| {
                inner
                    .windows
                    .iter()
                    .any(|span| outer.contains(span.first) && outer.contains(span.last))
            };
            found.retain(|(own, dated)| own.bracketed || !dated.windows.iter().any(narrows));
        } else {
            draft.doubt(Reason::MixedKinds);
        }
        found.push((*entry, inner));
    }
    draft.alternative(Kind::Windows, outer.to_vec());
}

pub(super) fn windows_of(found: &[(Entry, Dated)]) -> Vec<Span> {
    found
        .iter()
        .flat_map(|(_, dated)| dated.windows.clone())
        .collect()
}
