//! Control points across editions: by order and nearness of their windows.

use crate::domain::date::Date;
use crate::domain::deadline::Occurrence;

/// Which window what was said of each old one belongs to; `None` where no new one is left.
///
/// A window that begins on the same day is the same. What lies between two that stay is matched
/// among itself: as many as before are the same in their order, else each goes to the nearest, in
/// order.
pub fn match_points(old: &[Occurrence], new: &[Occurrence]) -> Vec<(Date, Option<Date>)> {
    let firsts = |points: &[Occurrence]| -> Vec<Date> {
        points.iter().map(|point| point.window.first).collect()
    };
    let (before, after) = (firsts(old), firsts(new));
    let mut matched = Vec::with_capacity(before.len());
    let mut rest = after.as_slice();
    let mut gap: Vec<Date> = Vec::new();
    for day in &before {
        let Some(place) = rest.iter().position(|other| other == day) else {
            gap.push(*day);
            continue;
        };
        let (between, from_here) = rest.split_at(place);
        nearest(&std::mem::take(&mut gap), between, &mut matched);
        matched.push((*day, Some(*day)));
        rest = from_here.split_first().map_or(&[][..], |(_, rest)| rest);
    }
    nearest(&gap, rest, &mut matched);
    matched
}

/// Every day of the shorter list goes to one of the longer one, in order, so that all together are
/// as near as can be.
fn nearest(old: &[Date], new: &[Date], matched: &mut Vec<(Date, Option<Date>)>) {
    let is_fewer = old.len() <= new.len();
    let (few, many) = if is_fewer { (old, new) } else { (new, old) };
    let spare = many.len() - few.len();
    // The best sums for the few up to here, when so many of the many were passed over.
    let mut best: Vec<i64> = vec![0; spare + 1];
    let mut taken: Vec<Vec<bool>> = Vec::with_capacity(few.len());
    for (place, day) in few.iter().enumerate() {
        let mut here = Vec::with_capacity(spare + 1);
        let mut turns = Vec::with_capacity(spare + 1);
        for (passed, before) in best.iter().enumerate() {
            let far = many
                .get(place + passed)
                .map_or(i64::MAX / 4, |other| other.days_since(*day).abs());
            let own = before.saturating_add(far);
            let earlier = here.last().copied().unwrap_or(i64::MAX);
            turns.push(own < earlier);
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
    for (place, day) in old.iter().enumerate() {
        let to = if is_fewer {
            let place = partner.get(place).copied().flatten();
            place.and_then(|place| new.get(place))
        } else {
            let own = partner.iter().position(|it| *it == Some(place));
            own.and_then(|own| new.get(own))
        };
        matched.push((*day, to.copied()));
    }
}
