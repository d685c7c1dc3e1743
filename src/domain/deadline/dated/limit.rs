//! Ends and beginnings: «до …», «не позднее …», «к …», «с …».

use chrono::Datelike;

use super::{Dated, begins};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::Kind;
use crate::domain::deadline::phrase::{Edge, Item, Limit, Part, Shape, Years};
use crate::domain::deadline::reading::Reason;
use crate::domain::deadline::resolve::{Context, YearAt, hits};

/// «до 10 июля, до 10 октября, до 10 января» in a plan of one calendar year: the days after the
/// fall may be meant in the year after. All windows with those moved; none where nothing falls.
pub(in crate::domain::deadline) fn into_next_year(
    items: &[Item],
    context: &Context<'_>,
) -> Option<Vec<Span>> {
    if !context.is_one_year() || context.is_school_plan() {
        return None;
    }
    let mut days: Vec<(Part, Limit, Span)> = Vec::new();
    for item in items {
        let Item::Until { part, limit } = *item else {
            return None;
        };
        let day = matches!(part.shape, Shape::Day { .. }) && part.years == Years::None;
        let window = until(part, limit, context, true).windows.first().copied();
        days.push((part, limit, window.filter(|_| day)?));
    }
    let fall = days
        .windows(2)
        .position(|pair| matches!(pair, [one, other] if one.2.last > other.2.last))?;
    let moved = days
        .iter()
        .enumerate()
        .flat_map(|(place, (part, limit, window))| {
            if place <= fall {
                return vec![*window];
            }
            let years = Years::One(window.last.year() + 1);
            until(Part { years, ..*part }, *limit, context, true).windows
        });
    let mut windows: Vec<Span> = moved.collect();
    windows.sort_unstable();
    Some(windows)
}

pub(super) fn until(part: Part, limit: Limit, context: &Context<'_>, yearly: bool) -> Dated {
    let conventions = context.conventions;
    let end_of = |span: Span| match (part.edge, part.shape) {
        (Some(Edge::Start), _) => span.first.plus_days(-1),
        (None, Shape::Day { .. } | Shape::Weekday { .. })
            if limit == Limit::Until && !conventions.until_inclusive =>
        {
            span.last.plus_days(-1)
        }
        _ => span.last,
    };
    // «до начала …» wants the first day of the whole, not of its first third.
    let place = |at: YearAt| {
        if part.edge == Some(Edge::Start) {
            context.place(Part { edge: None, ..part }, at)
        } else {
            context.place(part, at)
        }
    };
    let mut dated = Dated::default();
    let mut stretches: Vec<Span> = Vec::new();
    if part.years == Years::None {
        stretches = undated_ends(part, context, &place, &mut dated);
        for span in &stretches {
            let due = end_of(*span);
            let january = Date::new(due.year(), 1, 1).unwrap_or(due);
            let several = stretches.len() > 1 || (yearly && !context.is_one_year());
            let first = if several {
                january.max(context.period.first)
            } else {
                context.period.first
            };
            dated
                .windows
                .extend(Span::new(first, due.max(context.period.first)));
        }
        if stretches.len() > 1 && !yearly {
            let first = dated.windows.iter().take(1).copied().collect();
            dated.doubt(Reason::EveryPlanYear, first);
        }
    } else {
        dated.explicit = true;
        for at in begins(part.years) {
            let Some(span) = place(at) else { continue };
            stretches.push(span);
            let mut due = end_of(span);
            // «до 2025 года» in a plan to the end of 2024: that year is not included.
            let year_after = part.shape == Shape::Year
                && part.edge.is_none()
                && limit != Limit::NotLater
                && due > context.period.last
                && span.first > context.period.first;
            if year_after {
                due = span.first.plus_days(-1);
            }
            if due < context.period.first {
                dated.reasons.push(Reason::OutsidePeriod);
            }
            dated
                .windows
                .push(Span::new(context.period.first, due).unwrap_or(Span::day(due)));
        }
    }
    if matches!(part.shape, Shape::Term(terms, _) if !context.knows_terms(terms)) {
        dated.reasons.push(Reason::SchoolCalendar);
    }
    dated.kind = Some(Kind::Windows);
    doubt_limit(&mut dated, part, limit, &stretches);
    dated
}

/// The places of a part without a year that «до» may speak of.
fn undated_ends(
    part: Part,
    context: &Context<'_>,
    place: &dyn Fn(YearAt) -> Option<Span>,
    dated: &mut Dated,
) -> Vec<Span> {
    match part.shape {
        Shape::Period => vec![context.period],
        Shape::Year if context.is_one_year() => {
            if context.is_school_plan() {
                let new_year = Date::new(context.period.first.year(), 12, 31)
                    .ok()
                    .and_then(|end| Span::new(context.period.first, end));
                dated.reasons.push(Reason::SchoolOrCalendar);
                dated.alternatives.push(new_year.into_iter().collect());
            }
            vec![context.period]
        }
        Shape::SchoolYear => hits(context, |year| place(YearAt::School(year))).windows,
        Shape::Half(_) | Shape::Term(..) if context.is_school_plan() => {
            if !matches!(part.shape, Shape::Term(terms, _) if context.knows_terms(terms)) {
                dated.reasons.push(Reason::SchoolOrCalendar);
            }
            hits(context, |year| place(YearAt::School(year))).windows
        }
        _ => {
            let found = hits(context, |year| place(YearAt::Calendar(year)));
            if found.is_cut() && !matches!(part.shape, Shape::Day { .. }) {
                dated.reasons.push(Reason::CutByPeriod);
            }
            found.windows
        }
    }
}

fn doubt_limit(dated: &mut Dated, part: Part, limit: Limit, stretches: &[Span]) {
    let a_day = matches!(part.shape, Shape::Day { .. } | Shape::Weekday { .. });
    let before = |windows: &[Span], first: bool| {
        windows
            .iter()
            .zip(stretches)
            .filter_map(|(window, span)| {
                let due = if first {
                    span.first.plus_days(-1)
                } else {
                    window.last.plus_days(-1)
                };
                Span::new(window.first.min(due), due)
            })
            .collect::<Vec<_>>()
    };
    match part.edge {
        Some(Edge::End) => {}
        Some(_) => dated.doubt(Reason::VaguePart, Vec::new()),
        None if a_day && limit == Limit::Toward => {
            let earlier = before(&dated.windows, false);
            dated.doubt(Reason::Toward, earlier);
        }
        None if a_day => {}
        None if limit != Limit::NotLater => {
            let included = stretches
                .first()
                .zip(dated.windows.first())
                .is_some_and(|(span, window)| window.last >= span.last);
            let other = if included {
                before(&dated.windows, true)
            } else {
                let to_end = |(window, span): (&Span, &Span)| Span::new(window.first, span.last);
                dated
                    .windows
                    .iter()
                    .zip(stretches)
                    .filter_map(to_end)
                    .collect()
            };
            dated.doubt(Reason::NamedStretchIncluded, other);
        }
        None => {}
    }
}

pub(super) fn since(part: Part, context: &Context<'_>) -> Dated {
    let last = context.period.last;
    let first = if part.years == Years::None {
        let at = |year| match part.shape {
            Shape::SchoolYear => YearAt::School(year),
            _ => YearAt::Calendar(year),
        };
        hits(context, |year| context.place(part, at(year)))
            .windows
            .first()
            .map(|span| span.first)
    } else {
        begins(part.years)
            .first()
            .and_then(|at| context.place(part, *at))
            .map(|span| span.first)
    };
    // «с 2023 года» in a plan that begins within that year.
    let first = match part.shape {
        Shape::Year | Shape::SchoolYear => first.map(|first| first.max(context.period.first)),
        _ => first,
    };
    let window = first.map(|first| Span::new(first, last).unwrap_or(Span::day(first)));
    let mut dated = Dated::new(Kind::Continuous, window.into_iter().collect());
    dated.explicit = part.years != Years::None;
    dated.doubt(Reason::OpenEnd, Vec::new());
    dated
}
