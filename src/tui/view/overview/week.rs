//! A week, day by day: what is due, who answers for it, and which days are off.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::overview::OverviewState;
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_ground, inset, lines_in, row, scroll_hint};
use super::super::sign;
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::workspace::{DueOn, Timing};
use crate::tui::select::overview::{due_lines, monday};

/// The room for a number.
const NUMBER: usize = 8;

/// A line of the week.
enum WeekLine<'a> {
    /// A day, and how much is due on it.
    Day(Date, usize),
    /// Something due, by its place among all.
    Due(usize, &'a DueOn),
}

/// All days with what is due on them.
fn week_lines(model: &Model) -> Vec<WeekLine<'_>> {
    let first = monday(model);
    let due = due_lines(model);
    (0..7)
        .flat_map(|days| {
            let day = first.plus_days(days);
            let own = due.iter().enumerate().filter(move |(_, it)| it.due == day);
            let count = own.clone().count();
            let lines = own.map(|(place, it)| WeekLine::Due(place, it));
            std::iter::once(WeekLine::Day(day, count)).chain(lines)
        })
        .collect()
}

/// The lines; the span of the week stands above them.
pub(super) fn list(area: Rect) -> Rect {
    Rect {
        y: area.y.saturating_add(1),
        height: area.height.saturating_sub(1),
        ..area
    }
}

/// How many lines there are, and which one the cursor is on.
pub(super) fn extent(model: &Model, chosen: usize) -> (usize, usize) {
    let lines = week_lines(model);
    let at = lines
        .iter()
        .position(|line| matches!(line, WeekLine::Due(place, _) if *place == chosen));
    (lines.len(), at.unwrap_or(0))
}

pub(super) fn draw(model: &Model, state: &OverviewState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let texts = &model.texts;
    let first = monday(model);
    if let Some(at) = row(area, 0) {
        let said = [
            ("first", texts.date_full(first).into()),
            ("last", texts.date_full(first.plus_days(6)).into()),
            ("n", due_lines(model).len().into()),
        ];
        Pieces::new()
            .and(texts.with("week-head", &said), theme.style(Role::Title))
            .draw(at, buffer);
    }
    let list = list(area);
    let lines = week_lines(model);
    let shown = usize::from(list.height);
    for (at, _, line) in lines_in(&lines, state.offset, list) {
        match line {
            WeekLine::Day(day, count) => day_line(model, *day, *count).draw(at, buffer),
            WeekLine::Due(place, due) => {
                let ground = cursor_ground(*place == state.row, Role::Text, at, buffer, theme);
                due_line(model, due, usize::from(at.width).saturating_sub(1), ground)
                    .draw(inset(at, 1), buffer);
            }
        }
    }
    scroll_hint(state.offset, shown, lines.len(), list, buffer, theme);
}

/// «чт 25.05.2023 · совещание · 3», «пн 12.06.2023 · нерабочий день».
fn day_line(model: &Model, day: Date, count: usize) -> Pieces {
    let theme = &model.theme;
    let texts = &model.texts;
    let mut parts = vec![texts.date_weekday_full(day)];
    let works = model.workspace.calendar().is_working_day(day);
    let is_weekend = day.start_of_week().plus_days(4) < day;
    if !works {
        parts.push(texts.get("week-day-off"));
    } else if is_weekend {
        parts.push(texts.get("week-moved-day"));
    }
    let meeting = model.workspace.ledger().meeting(day).map(|it| &it.state);
    let said = match meeting {
        Some(MeetingState::Finished) => Some("week-meeting-held"),
        Some(MeetingState::Open) => Some("week-meeting-open"),
        Some(MeetingState::NotHeld { .. }) => Some("week-meeting-not-held"),
        None => {
            let comes = model.workspace.meeting_days().contains(&day);
            comes.then_some("week-meeting")
        }
    };
    parts.extend(said.map(|id| texts.get(id)));
    if count > 0 {
        parts.push(count.to_string());
    }
    let role = match (day == model.today, works) {
        (true, _) => Role::Today,
        (false, true) => Role::Section,
        (false, false) => Role::DayOff,
    };
    Pieces::new().and(parts.join(" · "), theme.style(role))
}

fn due_line(model: &Model, due: &DueOn, width: usize, ground: ratatui::style::Style) -> Pieces {
    let theme = &model.theme;
    let workspace = &model.workspace;
    let is_closed = due.timing == Timing::Closed;
    let (sign, role) = match (&due.status, due.item) {
        (Some(status), _) => sign(Some(status), true),
        (None, ItemKey::Assignment(_)) if is_closed => ("✓", Role::Done),
        (None, _) if matches!(due.timing, Timing::Overdue(_)) => ("‼", Role::Overdue),
        (None, _) => ("·", Role::Dim),
    };
    let number = match due.item {
        // With the name of the document where there are several.
        ItemKey::Activity(key) => workspace.point_or_dash(key),
        ItemKey::Assignment(id) => {
            let view = workspace.assignment(id, model.day());
            let number = view.map(|it| model.texts.assignment_number(&it.number, it.origin.day()));
            number.unwrap_or_default()
        }
        ItemKey::Topic(_) => String::new(),
    };
    let who = workspace
        .answers_for(due.item)
        .map(|who| workspace.short_name(&who).to_owned());
    let moved = due.is_moved.then(|| model.texts.get("week-due-moved"));
    let right: Vec<String> = moved.into_iter().chain(who).collect();
    let room = width.saturating_sub(NUMBER + 4);
    let right = text::cut_middle(&right.join(" · "), room / 3).into_owned();
    let title_room = room.saturating_sub(text::width(&right) + 1);
    let title = workspace.item_title(model.day(), due.item);
    let number_room = NUMBER.max(text::width(&number) + 1).min(width / 3);
    let title_room = title_room.saturating_sub(number_room - NUMBER);
    Pieces::new()
        .and(format!(" {sign} "), ground.patch(theme.style(role)))
        .and(
            text::pad(&number, number_room),
            ground.patch(theme.style(Role::Dim)),
        )
        .and(
            text::pad(&text::cut(&title, title_room), title_room),
            ground,
        )
        .and(" ", ground)
        .and(right, ground.patch(theme.style(Role::Dim)))
}
