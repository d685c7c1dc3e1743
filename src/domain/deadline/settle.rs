//! Gives parts what they leave to their neighbours: bare numbers their shape, parts their year.

mod share;
mod years;

use chrono::Datelike;

use super::phrase::{Item, Part, Shape, Years};
use super::reading::Reason;
use super::resolve::Context;
pub(super) use years::give;
use years::{copy_years, inherit, year_first};

/// A dated phrase with what stood around it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "five independent circumstances"
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) item: Item,
    /// Inside brackets after something else.
    pub(super) bracketed: bool,
    /// A comma, «и» or line break stood before it.
    pub(super) separated: bool,
    /// Place among the phrases.
    pub(super) phrase: usize,
    /// The year came from a neighbour to the left.
    pub(super) year_from_left: bool,
    /// The year came from a neighbour to the right.
    pub(super) year_from_right: bool,
    /// «до 5 января, 5 апреля»: the «до» came from a neighbour to the left.
    pub(super) carried: bool,
}

/// Settles all entries; `false` for those that make no sense.
pub(super) fn settle(
    entries: &mut Vec<Entry>,
    context: &Context<'_>,
    reasons: &mut Vec<Reason>,
) -> Vec<usize> {
    let mut senseless = Vec::new();
    let last_year = context.period.last.year();
    for part in entries.iter_mut().flat_map(|entry| parts(&mut entry.item)) {
        if let Years::AfterPlan(after) = part.years {
            part.years = Years::One(last_year + after);
        }
    }
    share::share(entries, reasons);
    let mut right: Option<Part> = None;
    for entry in entries.iter_mut().rev() {
        let mut sound = true;
        // A number takes the month of another item only across a comma, and is itself no month.
        let mut same_item = false;
        for part in parts(&mut entry.item).into_iter().rev() {
            if let Shape::Bare(n) = part.shape {
                let shape = right
                    .and_then(|right| alike(right.shape, n))
                    .filter(|shape| same_item || !matches!(shape, Shape::Month(_)));
                match shape {
                    Some(shape) => {
                        if matches!(shape, Shape::Month(_)) {
                            reasons.push(Reason::NumbersAsMonths);
                        }
                        part.shape = shape;
                    }
                    None => sound &= day_of_only_month(part, n, context, reasons),
                }
            }
            right = Some(*part);
            same_item = true;
        }
        if let Item::Stretch {
            from, to: Some(to), ..
        } = &mut entry.item
            && from.shape == Shape::Year
            && to.shape != Shape::Year
        {
            sound &= matches!(to.shape, Shape::Month(_) | Shape::Day { .. });
        }
        sound &= !is_reversed(&entry.item) && !ends_in_any_year(&entry.item);
        sound &= parts(&mut entry.item).iter().all(|part| exists(part.shape));
        if !sound {
            senseless.push(entry.phrase);
        }
    }
    entries.retain(|entry| !senseless.contains(&entry.phrase));
    carry_limits(entries);
    if !year_first(entries) {
        copy_years(entries, reasons);
    }
    inherit(entries);
    senseless
}

/// «31 июня» is a day of no year.
fn exists(shape: Shape) -> bool {
    match shape {
        Shape::Day { month, day } => day <= longest(month),
        _ => true,
    }
}

/// The most days a month has.
pub(super) fn longest(month: u32) -> u32 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// «15 мая – 2024 год»: from that day to the end of a year, or the day of that year.
fn ends_in_any_year(item: &Item) -> bool {
    let Item::Stretch {
        from, to: Some(to), ..
    } = item
    else {
        return false;
    };
    to.shape == Shape::Year
        && to.edge.is_none()
        && from.years == Years::None
        && matches!(
            from.shape,
            Shape::Day { .. } | Shape::Month(_) | Shape::Quarter(_) | Shape::Half(_)
        )
}

/// «с 10 по 5 мая»: a slip of the pen, and no stretch of nearly a year.
fn is_reversed(item: &Item) -> bool {
    let Item::Stretch {
        from, to: Some(to), ..
    } = item
    else {
        return false;
    };
    if from.years != Years::None || from.edge.is_some() || to.edge.is_some() {
        return false;
    }
    match (from.shape, to.shape) {
        (
            Shape::Day { month, day },
            Shape::Day {
                month: end,
                day: last,
            },
        ) => month == end && day > last,
        (
            Shape::Third { month, n },
            Shape::Third {
                month: end,
                n: last,
            },
        )
        | (
            Shape::HalfMonth { month, n },
            Shape::HalfMonth {
                month: end,
                n: last,
            },
        ) => month == end && n > last,
        (
            Shape::Week { month, n },
            Shape::Week {
                month: end,
                n: last,
            },
        ) => month == end && last > 0 && (n > last || n < 0),
        _ => false,
    }
}

/// The parts of an item in the order they stand.
fn parts(item: &mut Item) -> Vec<&mut Part> {
    match item {
        Item::Stretch { from, to, .. } => std::iter::once(from).chain(to.as_mut()).collect(),
        Item::Until { part, .. } | Item::Since { part } => vec![part],
        Item::Within(_) => Vec::new(),
    }
}

fn alike(shape: Shape, n: u32) -> Option<Shape> {
    match shape {
        Shape::Day { month, .. } => Some(Shape::Day { month, day: n }),
        Shape::Month(_) if n <= 12 => Some(Shape::Month(n)),
        Shape::Quarter(_) if n <= 4 => Some(Shape::Quarter(n)),
        Shape::Half(_) if n <= 2 => Some(Shape::Half(n)),
        Shape::Term(terms, _) if n <= terms.count() => Some(Shape::Term(terms, n)),
        Shape::Third { month, .. } if n <= 3 => Some(Shape::Third { month, n }),
        Shape::HalfMonth { month, .. } if n <= 2 => Some(Shape::HalfMonth { month, n }),
        Shape::Week { month, .. } if n <= 5 => Some(Shape::Week {
            month,
            n: i32::try_from(n).unwrap_or(1),
        }),
        _ => None,
    }
}

/// «25-27» in a plan of one month: days of that month.
fn day_of_only_month(
    part: &mut Part,
    n: u32,
    context: &Context<'_>,
    reasons: &mut Vec<Reason>,
) -> bool {
    let period = context.period;
    if period.first.start_of_month() != period.last.start_of_month() {
        return false;
    }
    part.shape = Shape::Day {
        month: period.first.month(),
        day: n,
    };
    reasons.push(Reason::MonthOfPlan);
    true
}

/// «до 5 января, 5 апреля»: the second is a limit too.
fn carry_limits(entries: &mut [Entry]) {
    let mut carried = None;
    for entry in entries.iter_mut() {
        match (entry.item, carried) {
            (Item::Until { part, limit }, _) => {
                carried = matches!(part.shape, Shape::Day { .. }).then_some(limit);
            }
            (
                Item::Stretch {
                    from,
                    to: None,
                    within: false,
                },
                Some(limit),
            ) if matches!(from.shape, Shape::Day { .. }) && !entry.bracketed => {
                entry.item = Item::Until { part: from, limit };
                entry.carried = true;
            }
            _ => carried = None,
        }
    }
}
