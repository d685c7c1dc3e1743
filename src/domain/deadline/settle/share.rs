//! Months in the genitive that share what stands before the first of them: «10 апреля, июля».

use super::{Entry, longest};
use crate::domain::deadline::phrase::{Item, Part, Shape, Years};
use crate::domain::deadline::reading::Reason;

/// «до 1 и 15 апреля, июля, октября» are six days.
pub(super) fn share(entries: &mut Vec<Entry>, reasons: &mut Vec<Reason>) {
    if !entries
        .iter()
        .any(|entry| month_in_row(&entry.item).is_some())
    {
        return;
    }
    let mut shared = Vec::with_capacity(entries.len());
    // The numbers and the month that the next months may share: as they were said, so that 31
    // stays 31 after a month of 30 days.
    let mut group: Vec<Item> = Vec::new();
    let mut numbers: Vec<Item> = Vec::new();
    for entry in entries.drain(..) {
        if let Some(month) = month_in_row(&entry.item) {
            let moved: Option<Vec<Item>> = group.iter().map(|item| moved(item, month)).collect();
            match moved {
                Some(items) if !items.is_empty() => {
                    shared.extend(items.iter().map(|item| Entry {
                        item: *item,
                        ..entry
                    }));
                    continue;
                }
                _ if group.iter().any(within_month) => reasons.push(Reason::MixedKinds),
                _ => {}
            }
        }
        if is_number(&entry.item) {
            numbers.push(entry.item);
        } else {
            group = std::mem::take(&mut numbers);
            group.push(entry.item);
        }
        shared.push(entry);
    }
    *entries = shared;
}

/// The month that may share.
fn month_in_row(item: &Item) -> Option<Part> {
    match item {
        Item::Stretch {
            from,
            to,
            within: false,
        } if from.in_row => match to {
            None => Some(*from),
            Some(_) => None,
        },
        _ => None,
    }
}

/// A number that waits for its month.
fn is_number(item: &Item) -> bool {
    match item {
        Item::Stretch {
            from,
            to: None,
            within: false,
        } => matches!(from.shape, Shape::Bare(_)),
        Item::Until { part, .. } => matches!(part.shape, Shape::Bare(_)),
        _ => false,
    }
}

fn within_month(item: &Item) -> bool {
    let (Item::Stretch { from: part, .. } | Item::Until { part, .. } | Item::Since { part }) = item
    else {
        return false;
    };
    part.shape.month().is_some() && (part.edge.is_some() || !matches!(part.shape, Shape::Month(_)))
}

/// The same days of another month.
fn moved(item: &Item, month: Part) -> Option<Item> {
    match *item {
        Item::Stretch {
            from,
            to: None,
            within: false,
        } => {
            let plain = matches!(from.shape, Shape::Month(_)) && from.edge.is_none();
            (!plain).then_some(Item::Stretch {
                from: in_month(from, month)?,
                to: None,
                within: false,
            })
        }
        Item::Stretch {
            from,
            to: Some(to),
            within: false,
        } => {
            let one = from
                .shape
                .month()
                .is_none_or(|own| Some(own) == to.shape.month());
            let plain = matches!(to.shape, Shape::Month(_)) && to.edge.is_none();
            (one && !plain).then_some(Item::Stretch {
                from: Part {
                    years: Years::None,
                    ..in_month(from, month)?
                },
                to: Some(in_month(to, month)?),
                within: false,
            })
        }
        Item::Until { part, limit } => Some(Item::Until {
            part: in_month(part, month)?,
            limit,
        }),
        _ => None,
    }
}

fn in_month(part: Part, to: Part) -> Option<Part> {
    let Shape::Month(month) = to.shape else {
        return None;
    };
    let shape = match part.shape {
        Shape::Bare(_) => part.shape,
        // «до 31 марта, июня, сентября» are the last days of all three.
        Shape::Day { day, .. } => Shape::Day {
            month,
            day: day.min(longest(month)),
        },
        Shape::Month(_) => Shape::Month(month),
        Shape::Third { n, .. } => Shape::Third { month, n },
        Shape::HalfMonth { n, .. } => Shape::HalfMonth { month, n },
        Shape::Week { n, .. } => Shape::Week { month, n },
        Shape::Weekday { n, weekday, .. } => Shape::Weekday { month, n, weekday },
        _ => return None,
    };
    let bare = matches!(shape, Shape::Bare(_));
    Some(Part {
        shape,
        years: if bare { Years::None } else { to.years },
        weekday: None,
        ..part
    })
}
