//! Control points across editions: by order and nearness of their windows.

use crate::domain::date::Date;
use crate::domain::deadline::Occurrence;

/// Which window what was said of each old one belongs to; `None` where no new one is left.
///
/// A window that begins on the same day is the same; as many as before are the same in their
/// order; else each that is left goes to the nearest that is free, in order.
pub fn match_points(old: &[Occurrence], new: &[Occurrence]) -> Vec<(Date, Option<Date>)> {
    let firsts = |points: &[Occurrence]| -> Vec<Date> {
        points.iter().map(|point| point.window.first).collect()
    };
    let (before, after) = (firsts(old), firsts(new));
    if before.len() == after.len() {
        let after = after.into_iter().map(Some);
        return before.into_iter().zip(after).collect();
    }
    let mut free: Vec<Date> = after
        .iter()
        .copied()
        .filter(|day| !before.contains(day))
        .collect();
    before
        .iter()
        .map(|day| {
            if after.contains(day) {
                return (*day, Some(*day));
            }
            let nearest = free
                .iter()
                .enumerate()
                .min_by_key(|(_, other)| other.days_since(*day).abs())
                .map(|(place, _)| place);
            (*day, nearest.map(|place| free.remove(place)))
        })
        .collect()
}
