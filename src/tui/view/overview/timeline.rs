//! Activities by month, with a stroke for the day.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_ground, inset, lines_in, row, scroll_hint};
use crate::domain::date::{Date, Span};
use crate::domain::document::ActivityKey;
use crate::domain::mark::Status;
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
    let shown = usize::from(list.height);
    for (at, place, content) in lines_in(&rows, state.offset, list) {
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
        for span in &cells {
            let (sign, role) = match id {
                Some(id) => sign(model, id, *span, counted.day),
                None => (" ", Role::Text),
            };
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

/// What stands in a cell: the weightiest of the occurrences in it.
fn sign(model: &Model, activity: ActivityKey, span: Span, day: Date) -> (&'static str, Role) {
    let Some((_, view)) = model.workspace.activity(activity) else {
        return (" ", Role::Text);
    };
    view.occurrences
        .iter()
        .filter_map(|occurrence| {
            let status = model
                .workspace
                .mark_on(activity, occurrence.window.first, day)
                .map(|mark| &mark.status);
            let within = occurrence.window.intersection(span).is_some();
            // A moved one reaches to its new day.
            let moved = match status {
                Some(Status::Postponed { to, .. }) => {
                    Span::new(occurrence.window.last, *to).and_then(|it| it.intersection(span))
                }
                _ => None,
            };
            (within || moved.is_some()).then(|| {
                let due = match status {
                    Some(Status::Postponed { to, .. }) => Some(*to),
                    _ => occurrence.due,
                };
                look(status, due.is_some_and(|due| due < day), span, day)
            })
        })
        .max_by_key(|(weight, ..)| *weight)
        .map_or((" ", Role::Text), |(_, sign, role)| (sign, role))
}

fn look(status: Option<&Status>, is_late: bool, span: Span, day: Date) -> (u8, &'static str, Role) {
    let ahead = span.first > day;
    match status {
        Some(Status::Done) => (1, "█", Role::Done),
        Some(Status::Cancelled { .. }) => (0, "×", Role::Cancelled),
        _ if is_late => (5, "‼", Role::Overdue),
        Some(Status::Postponed { .. }) => (4, "▒", Role::Postponed),
        Some(Status::AtRisk) if !ahead => (3, "!", Role::AtRisk),
        Some(Status::InProgress { .. } | Status::NotStarted | Status::AtRisk) if !ahead => {
            (2, "▓", Role::InProgress)
        }
        _ => (2, "░", Role::NotStarted),
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
