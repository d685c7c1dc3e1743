//! Control points across editions: by order and nearness of their windows.

use crate::domain::date::Date;
use crate::domain::deadline::Occurrence;

/// A control point: the first day it is known by, and the last one it lasts to. A limit begins with
/// the years of its plan, so that its end alone says where it lies.
type Point = (Date, Date);

/// Which window what was said of each old one belongs to; `None` where no new one is left.
///
/// A window that ends on the same day is the same, and one that begins on the same day where none
/// ends on its last: of several limits each begins where the one before it ends. What lies between two that stay is matched
/// among itself: as many as before are the same in their order, else each goes to the nearest, in
/// order.
pub fn match_points(old: &[Occurrence], new: &[Occurrence]) -> Vec<(Date, Option<Date>)> {
    let points = |points: &[Occurrence]| -> Vec<Point> {
        let windows = points.iter().map(|point| point.window);
        windows.map(|window| (window.first, window.last)).collect()
    };
    let (before, after) = (points(old), points(new));
    let mut matched = Vec::with_capacity(before.len());
    let mut rest = after.as_slice();
    let mut gap: Vec<Point> = Vec::new();
    for point in &before {
        let ends = |other: &Point| other.1 == point.1;
        let begins = |other: &Point| {
            other.0 == point.0 && before.iter().all(|it| it == point || it.1 != other.1)
        };
        let same = rest.iter().position(ends);
        let Some(place) = same.or_else(|| rest.iter().position(begins)) else {
            gap.push(*point);
            continue;
        };
        let (between, from_here) = rest.split_at(place);
        nearest(&std::mem::take(&mut gap), between, &mut matched);
        let (own, behind) = from_here
            .split_first()
            .map_or((None, &[][..]), |(own, rest)| (Some(own.0), rest));
        matched.push((point.0, own));
        rest = behind;
    }
    nearest(&gap, rest, &mut matched);
    matched
}

/// Every day of the shorter list goes to one of the longer one, in order, so that all together are
/// as near as can be by their last days. Of two that are as near the later one goes: what is over
/// has been dealt with.
fn nearest(old: &[Point], new: &[Point], matched: &mut Vec<(Date, Option<Date>)>) {
    let is_fewer = old.len() <= new.len();
    let (few, many) = if is_fewer { (old, new) } else { (new, old) };
    let spare = many.len() - few.len();
    // The best sums for the few up to here, when so many of the many were passed over.
    let mut best: Vec<i64> = vec![0; spare + 1];
    let mut taken: Vec<Vec<bool>> = Vec::with_capacity(few.len());
    for (place, (_, day)) in few.iter().enumerate() {
        let mut here = Vec::with_capacity(spare + 1);
        let mut turns = Vec::with_capacity(spare + 1);
        for (passed, before) in best.iter().enumerate() {
            let far = many
                .get(place + passed)
                .map_or(i64::MAX / 4, |(_, other)| other.days_since(*day).abs());
            let own = before.saturating_add(far);
            let earlier = here.last().copied().unwrap_or(i64::MAX);
            turns.push(own <= earlier);
            here.push(own.min(earlier));
        }
        best = here;
        taken.push(turns);
    }
    let mut partner: Vec<Option<usize>> = vec![None; few.len()];
    let mut passed = spare;
    for (place, turns) in taken.iter().enumerate().rev() {
        while passed > 0 && turns.get(passed) == Some(&false) {
            passed -= 1;
        }
        if let Some(slot) = partner.get_mut(place) {
            *slot = Some(place + passed);
        }
    }
    for (place, (day, _)) in old.iter().enumerate() {
        let to = if is_fewer {
            let place = partner.get(place).copied().flatten();
            place.and_then(|place| new.get(place))
        } else {
            let own = partner.iter().position(|it| *it == Some(place));
            own.and_then(|own| new.get(own))
        };
        matched.push((*day, to.map(|(first, _)| *first)));
    }
}
