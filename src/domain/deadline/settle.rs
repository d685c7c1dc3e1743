//! Gives parts what they leave to their neighbours: bare numbers their shape, parts their year.

mod share;

use chrono::Datelike;

use super::phrase::{Item, Part, Shape, Years};
use super::reading::Reason;
use super::resolve::Context;

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

/// «2023 г.: май, сентябрь; 2024 г.: май»: a year before the parts it belongs to.
fn year_first(entries: &mut Vec<Entry>) -> bool {
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
fn copy_years(entries: &mut Vec<Entry>, reasons: &mut Vec<Reason>) {
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
            if let Some(entry) = entries.get_mut(at) {
                entry.item = copied;
            }
            at += 1;
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
fn inherit(entries: &mut [Entry]) {
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
    for entry in entries.iter_mut() {
        if wants_year(&entry.item) && left != Years::None {
            give(&mut entry.item, left);
            entry.year_from_left = true;
        }
        let own = match entry.item {
            Item::Stretch { to: Some(to), .. } if to.years != Years::None => to.years,
            ref item => year_of(item),
        };
        if own != Years::None {
            left = own;
        }
    }
}

/// Gives an item a year: a range by its end.
pub(super) fn give(item: &mut Item, years: Years) {
    match item {
        Item::Stretch { to: Some(to), .. } => to.years = years,
        Item::Stretch { from, to: None, .. } => from.years = years,
        Item::Until { part, .. } | Item::Since { part } => part.years = years,
        Item::Within(_) => {}
    }
}
