//! Years that parts take from their neighbours: the nearest, or each of a row of them.

use super::Entry;
use crate::domain::deadline::phrase::{Item, Part, Shape, Years};
use crate::domain::deadline::reading::Reason;

/// «2023 г.: май, сентябрь; 2024 г.: май»: a year before the parts it belongs to.
pub(super) fn year_first(entries: &mut Vec<Entry>) -> bool {
    let year = |item: &Item| match item {
        Item::Stretch {
            from,
            to: None,
            within: false,
        } if from.shape == Shape::Year && from.edge.is_none() => match from.years {
            Years::One(year) => Some(Years::One(year)),
            _ => None,
        },
        _ => None,
    };
    let heads = matches!(
        entries.as_slice(),
        [first, second, ..] if year(&first.item).is_some() && wants_year(&second.item)
    );
    if !heads {
        return false;
    }
    let mut current = Years::None;
    for entry in entries.iter_mut() {
        if let Some(found) = year(&entry.item) {
            current = found;
        } else if wants_year(&entry.item) {
            give(&mut entry.item, current);
        }
    }
    entries.retain(|entry| year(&entry.item).is_none());
    true
}

/// «май 2023, 2024 гг.»: May of both years; «сентябрь, 2023 г.»: September 2023.
pub(super) fn copy_years(entries: &mut Vec<Entry>, reasons: &mut Vec<Reason>) {
    let mut at = 1;
    while at < entries.len() {
        let (Some(before), Some(here)) = (entries.get(at - 1).copied(), entries.get(at).copied())
        else {
            break;
        };
        let year = match here.item {
            Item::Stretch {
                from,
                to: None,
                within: false,
            } if from.shape == Shape::Year && from.edge.is_none() => from.years,
            _ => Years::None,
        };
        let (whole, limit) = match before.item {
            Item::Stretch {
                from,
                to,
                within: false,
            } => (to.unwrap_or(from), None),
            // «до 1 июля 2024 и 2025 годов»
            Item::Until { part, limit } if part.years != Years::None => (part, Some(limit)),
            _ => {
                at += 1;
                continue;
            }
        };
        let is_whole = matches!(whole.shape, Shape::Year | Shape::SchoolYear | Shape::Period)
            && whole.edge.is_none();
        if year == Years::None || is_whole {
            at += 1;
            continue;
        }
        let put = |part: Part| Part {
            years: year,
            ..part
        };
        let copied = match (before.item, limit) {
            (_, Some(limit)) => Item::Until {
                part: put(whole),
                limit,
            },
            (
                Item::Stretch {
                    from, to: Some(to), ..
                },
                None,
            ) => Item::Stretch {
                from: Part {
                    years: Years::None,
                    ..from
                },
                to: Some(put(to)),
                within: false,
            },
            _ => Item::Stretch {
                from: put(whole),
                to: None,
                within: false,
            },
        };
        if whole.years == Years::None {
            if let Some(entry) = entries.get_mut(at - 1) {
                entry.item = copied;
            }
            entries.remove(at);
        } else {
            reasons.push(Reason::YearFromNeighbour);
            let waiting = entries
                .get(..at - 1)
                .unwrap_or_default()
                .iter()
                .rev()
                .take_while(|entry| wants_year(&entry.item))
                .count();
            // «август, декабрь 2024, 2025 гг.»: both months of both years.
            let mut row: Vec<Entry> = entries
                .get(at - 1 - waiting..at - 1)
                .unwrap_or_default()
                .to_vec();
            row.push(Entry {
                item: copied,
                ..here
            });
            for entry in &mut row {
                entry.phrase = here.phrase;
                entry.bracketed = before.bracketed;
            }
            let next = at + row.len();
            entries.splice(at..=at, row);
            at = next;
        }
    }
}

/// The year an item passes to its neighbours.
fn year_of(item: &Item) -> Years {
    match item {
        Item::Stretch { from, to, .. } => {
            if matches!(from.shape, Shape::Year | Shape::SchoolYear | Shape::Period) {
                return Years::None;
            }
            match from.years {
                Years::None => to.map_or(Years::None, |to| to.years),
                years => years,
            }
        }
        Item::Until { part, .. } | Item::Since { part } => match part.shape {
            Shape::Year | Shape::SchoolYear | Shape::Period => Years::None,
            _ => part.years,
        },
        Item::Within(_) => Years::None,
    }
}

fn wants_year(item: &Item) -> bool {
    let shape = match item {
        Item::Stretch { from, .. } => from.shape,
        Item::Until { part, .. } | Item::Since { part } => part.shape,
        Item::Within(_) => return false,
    };
    !matches!(shape, Shape::Year | Shape::SchoolYear | Shape::Period)
        && year_of(item) == Years::None
}

/// An item without a year takes the nearest one to its right, else to its left.
pub(super) fn inherit(entries: &mut [Entry]) {
    let mut right = Years::None;
    for entry in entries.iter_mut().rev() {
        if wants_year(&entry.item) && right != Years::None {
            give(&mut entry.item, right);
            entry.year_from_right = true;
        }
        let own = year_of(&entry.item);
        if own != Years::None {
            right = own;
        }
    }
    let mut left = Years::None;
    let mut several = false;
    for entry in entries.iter_mut() {
        // «июнь 2024, 2025 гг. (до 20 июня)»: of both years.
        let of_all = entry.bracketed && several;
        if wants_year(&entry.item) && left != Years::None && !of_all {
            give(&mut entry.item, left);
            entry.year_from_left = true;
        }
        let own = match entry.item {
            Item::Stretch { to: Some(to), .. } if to.years != Years::None => to.years,
            ref item => year_of(item),
        };
        if own != Years::None {
            several |= left != Years::None && left != own;
            left = own;
        }
    }
}

/// Gives an item a year: a range by its end.
pub(in crate::domain::deadline) fn give(item: &mut Item, years: Years) {
    match item {
        Item::Stretch { to: Some(to), .. } => to.years = years,
        Item::Stretch { from, to: None, .. } => from.years = years,
        Item::Until { part, .. } | Item::Since { part } => part.years = years,
        Item::Within(_) => {}
    }
}
