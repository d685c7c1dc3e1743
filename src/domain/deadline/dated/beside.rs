//! A limit beside a stretch.

use super::Dated;
use crate::domain::date::Span;
use crate::domain::deadline::Kind;
use crate::domain::deadline::phrase::{Item, Shape};
use crate::domain::deadline::settle::Entry;

/// What a limit is beside the stretch before it.
pub(in crate::domain::deadline) enum Beside {
    /// A deadline of its own.
    Another,
    /// «II квартал, до 30 июня»: the same day said twice.
    Twice,
    /// «июль-август, до 20.08»: the end of the stretch, which was longer.
    Narrows(Vec<Span>),
}

/// What a limit is beside the last of those found, which it may end.
pub(in crate::domain::deadline) fn beside(
    entry: &Entry,
    limit: &Dated,
    found: &mut [(Entry, Dated)],
) -> Beside {
    let (Item::Until { part, .. }, Some((before, stretch))) = (entry.item, found.last_mut()) else {
        return Beside::Another;
    };
    let stretches = match before.item {
        Item::Stretch { from, .. } => {
            !matches!(from.shape, Shape::Day { .. } | Shape::Weekday { .. })
        }
        Item::Within(_) => true,
        Item::Until { .. } | Item::Since { .. } => false,
    };
    if !stretches || entry.carried || !matches!(part.shape, Shape::Day { .. }) {
        return Beside::Another;
    }
    if let Some(windows) = limited(&stretch.windows, &limit.windows) {
        stretch.kind = Some(Kind::Windows);
        return Beside::Narrows(std::mem::replace(&mut stretch.windows, windows));
    }
    let ends = |window: &Span| limit.windows.iter().any(|end| end.last == window.last);
    if stretch.windows.iter().all(ends) {
        stretch.kind = Some(Kind::Windows);
        return Beside::Twice;
    }
    Beside::Another
}

/// Windows cut off at the limits that lie in them; none where no limit does.
pub(in crate::domain::deadline) fn limited(windows: &[Span], limits: &[Span]) -> Option<Vec<Span>> {
    let each: Vec<Span> = windows
        .iter()
        .flat_map(|window| {
            let own = |limit: &&Span| window.contains(limit.last);
            let mut cut: Vec<Span> = limits
                .iter()
                .filter(own)
                .filter_map(|limit| Span::new(window.first.max(limit.first), limit.last))
                .collect();
            if let [one] = cut.as_mut_slice() {
                one.first = window.first;
            }
            if cut.is_empty() { vec![*window] } else { cut }
        })
        .collect();
    (each != windows).then_some(each)
}
