//! Activities by month, with a stroke for the day.

use std::sync::{Arc, PoisonError};

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::kept::{Cell, Cells, TimelineKey};
use super::super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_ground, inset, row, scroll_hint};
use crate::domain::date::{Date, Span};
use crate::domain::document::ActivityKey;
use crate::domain::mark::Status;
use crate::domain::workspace::Timing;
use crate::tui::select::overview::rows_of;

/// Years, months.
const HEAD: u16 = 2;

/// The least room for number and title.
const LABEL: usize = 26;

/// The rows; the legend stands on the line below them.
pub(super) fn list(area: Rect) -> Rect {
    Rect {
        y: area.y.saturating_add(HEAD),
        height: area.height.saturating_sub(HEAD + 1),
        ..area
    }
}

pub(super) fn list_height(area: Rect) -> usize {
    // The legend stands on the last line.
    usize::from(area.height.saturating_sub(HEAD + 1))
}

/// The months of the plan, and how many cells each has.
fn months(period: Span, width: usize) -> (Vec<Date>, usize) {
    let mut months = Vec::new();
    let mut month = period.first.start_of_month();
    while month <= period.last && months.len() < 120 {
        months.push(month);
        month = month.end_of_month().plus_days(1);
    }
    let cell = width.saturating_sub(LABEL) / months.len().max(1);
    (months, cell.clamp(1, 4))
}

/// The days of every cell.
fn cells(months: &[Date], cell: usize) -> Vec<Span> {
    let parts = i64::try_from(cell).unwrap_or(1).max(1);
    months
        .iter()
        .flat_map(|month| {
            let length = month.end_of_month().days_since(*month) + 1;
            (0..parts).filter_map(move |part| {
                let first = month.plus_days(length * part / parts);
                let last = month.plus_days(length * (part + 1) / parts - 1);
                Span::new(first, last)
            })
        })
        .collect()
}

pub(super) fn draw(
    model: &Model,
    state: &OverviewState,
    counted: &Counted,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &model.theme;
    let width = usize::from(area.width);
    let (months, cell) = months(model.workspace.period(), width);
    let cells = cells(&months, cell);
    let label = width.saturating_sub(cells.len() + 1);
    head(model, &months, cell, label, area, buffer);
    let list = list(area);
    let rows = rows_of(model, Tab::Timeline);
    let kept = cells_kept(model, &cells, counted.day);
    let shown = usize::from(list.height);
    for (at, place, content) in rows.within(state.offset, list) {
        let ground = cursor_ground(place == state.row, Role::Text, at, buffer, theme);
        let id = content.activity().map(|activity| activity.key);
        let role = if id.is_some() {
            Role::Text
        } else {
            Role::Section
        };
        let name = format!(" {}", content.name());
        let mut pieces = Pieces::new()
            .and(text::pad(&name, label), ground.patch(theme.style(role)))
            .and(" ", ground);
        let signs = id.map(|id| signs_of(model, &kept, id, &cells, counted.day));
        for (place, span) in cells.iter().enumerate() {
            let own = signs.as_ref().and_then(|signs| signs.get(place).copied());
            let (sign, role) = own.unwrap_or((" ", Role::Text));
            let today = span.contains(counted.day);
            let (sign, role) = match (today, sign) {
                (true, " ") => ("│", Role::Accent),
                _ => (sign, role),
            };
            let style = if today {
                ground.patch(theme.style(Role::Today))
            } else {
                ground.patch(theme.style(role))
            };
            pieces = pieces.and(sign, style);
        }
        // The marker of the cursor stays in the first cell.
        let inside = inset(at, 1);
        let mut shifted = pieces;
        if let Some(first) = shifted.0.first_mut() {
            first.0 = first.0.chars().skip(1).collect();
        }
        shifted.draw(inside, buffer);
    }
    if let Some(at) = row(area, usize::from(area.height.saturating_sub(1))) {
        let legend = model.texts.get("overview-legend-timeline");
        Pieces::new()
            .and(legend, theme.style(Role::Dim))
            .draw(at, buffer);
    }
    let framed = Rect {
        y: list.y.saturating_sub(1),
        height: list.height.saturating_add(2),
        width: list.width.saturating_add(1),
        ..list
    };
    scroll_hint(state.offset, shown, rows.len(), framed, buffer, theme);
}

fn head(
    model: &Model,
    months: &[Date],
    cell: usize,
    label: usize,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &model.theme;
    let mut years = Pieces::new().and(" ".repeat(label + 1), theme.style(Role::Dim));
    let mut names = years.clone();
    // A name has three letters and a space behind it; where months are narrower, some are named.
    let step = 4_usize.div_ceil(cell.max(1));
    for (place, month) in months.iter().enumerate() {
        let year = if month.month() == 1 {
            month.year().to_string()
        } else {
            String::new()
        };
        // A year is wider than a month of few cells; it stands over the next ones too.
        if month.month() == 1 {
            let months_left = 12;
            years = years.and(
                text::pad(&year, cell * months_left),
                theme.style(Role::Section),
            );
        }
        let name: String = model.texts.date_month(*month).chars().take(3).collect();
        if place % step == 0 {
            names = names.and(text::pad(&name, cell * step), theme.style(Role::Dim));
        }
    }
    for (line, pieces) in [years, names].iter().enumerate() {
        if let Some(at) = row(area, line) {
            pieces.draw(at, buffer);
        }
    }
}

/// The rows that were drawn of the same days since anything changed.
fn cells_kept(model: &Model, cells: &[Span], day: Date) -> Arc<Cells> {
    let revision = model.workspace.revision();
    model.kept.timeline.of(
        |key| (key.revision, key.day) == (revision, day) && key.cells == cells,
        || {
            let key = TimelineKey {
                revision,
                day,
                cells: cells.to_vec(),
            };
            (key, Cells::default())
        },
    )
}

/// What stands in the cells of an activity.
fn signs_of(
    model: &Model,
    kept: &Cells,
    activity: ActivityKey,
    cells: &[Span],
    day: Date,
) -> Arc<[Cell]> {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let known = kept.entry(activity);
    Arc::clone(known.or_insert_with(|| find_signs(model, activity, cells, day).into()))
}

/// An occurrence as its cells show it.
struct Point<'a> {
    window: Span,
    /// Where it reaches to, when it was moved.
    moved: Option<Span>,
    status: Option<&'a Status>,
    timing: Timing,
}

/// The weightiest of the occurrences in every cell.
fn find_signs(model: &Model, activity: ActivityKey, cells: &[Span], day: Date) -> Vec<Cell> {
    let Some((_, view)) = model.workspace.activity(activity) else {
        return Vec::new();
    };
    let points = view.occurrences.iter().map(|occurrence| {
        let first = occurrence.window.first;
        let mark = model.workspace.mark_on(activity, first, day);
        let status = mark.map(|mark| &mark.status);
        let moved = match status {
            Some(Status::Postponed { to, .. }) => Span::new(occurrence.window.last, *to),
            _ => None,
        };
        Point {
            window: occurrence.window,
            moved,
            status,
            timing: model.workspace.timing_on(activity, occurrence, day),
        }
    });
    let points: Vec<Point<'_>> = points.collect();
    let sign = |span: Span| {
        let is_within = |it: Span| it.intersection(span).is_some();
        let here = points
            .iter()
            .filter(|point| is_within(point.window) || point.moved.is_some_and(is_within));
        here.map(|point| look(point.status, point.timing, span, day))
            .max_by_key(|(weight, ..)| *weight)
            .map_or((" ", Role::Text), |(_, sign, role)| (sign, role))
    };
    cells.iter().map(|span| sign(*span)).collect()
}

/// How a point stands, in the words of cards and lists: what is not overdue there is not overdue
/// here.
fn look(
    status: Option<&Status>,
    timing: Timing,
    span: Span,
    day: Date,
) -> (u8, &'static str, Role) {
    let ahead = span.first > day;
    match status {
        Some(Status::Done) => (2, "█", Role::Done),
        Some(Status::Cancelled { .. }) => (0, "×", Role::Cancelled),
        _ if timing == Timing::Closed => (0, "×", Role::Cancelled),
        _ if timing == Timing::Unrecorded => (1, "·", Role::Dim),
        _ if matches!(timing, Timing::Overdue(_)) => (6, "‼", Role::Overdue),
        Some(Status::Postponed { .. }) => (5, "▒", Role::Postponed),
        Some(Status::AtRisk) if !ahead => (4, "!", Role::AtRisk),
        Some(Status::InProgress { .. } | Status::NotStarted | Status::AtRisk) if !ahead => {
            (3, "▓", Role::InProgress)
        }
        _ => (3, "░", Role::NotStarted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_cover_every_day_once() {
        let day = |text: &str| -> Date { text.parse().unwrap() };
        let period = Span::new(day("2023-01-01"), day("2024-12-31")).unwrap();
        for (width, cell) in [(58, 1), (78, 2), (118, 3), (198, 4)] {
            let (months, found) = months(period, width);
            assert_eq!((months.len(), found), (24, cell), "{width}");
            let cells = cells(&months, found);
            assert_eq!(cells.len(), 24 * cell);
            assert_eq!(cells[0].first, period.first);
            assert_eq!(cells[cells.len() - 1].last, period.last);
            for pair in cells.windows(2) {
                assert_eq!(pair[0].last.plus_days(1), pair[1].first);
            }
        }
    }
}
