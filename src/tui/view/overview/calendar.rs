//! The year on one screen: a line for every month, weekdays below one another, so that the
//! days of meetings stand in columns; and the windows of one activity.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, row};
use crate::domain::calendar::Source;
use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::meeting::MeetingState;
use crate::tui::select::overview::rows_of;

/// The cells of the name of a month: «янв ».
const NAME: usize = 4;

/// The most columns a month needs: 31 days that begin on a Sunday.
const COLUMNS: usize = 37;

pub(super) fn draw(
    model: &Model,
    state: &OverviewState,
    counted: &Counted,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &model.theme;
    let texts = &model.texts;
    let year = state.year.unwrap_or(counted.day.year());
    let width = usize::from(area.width);
    let cell = (width.saturating_sub(NAME) / COLUMNS).clamp(1, 4);
    let chosen = rows_of(model, Tab::Calendar).get(state.activity);
    let chosen = chosen.and_then(|row| row.activity());
    if let Some(at) = row(area, 0) {
        weekdays(model, year, cell).draw(at, buffer);
    }
    for month in 1..=12_u32 {
        let Ok(first) = Date::new(year, month, 1) else {
            break;
        };
        let Some(at) = row(area, usize::try_from(month).unwrap_or(0)) else {
            break;
        };
        let id = chosen.map(|activity| activity.key);
        month_line(model, counted, id, first, cell).draw(at, buffer);
    }
    if let Some(at) = row(area, 13) {
        let legend = texts.get("overview-legend-calendar");
        Pieces::new()
            .and(legend, theme.style(Role::Dim))
            .draw(at, buffer);
    }
    let known = match model.workspace.calendar().source(year) {
        Source::Decreed => None,
        Source::Predicted => Some("deadline-calendar-predicted"),
        Source::Weekends => Some("deadline-calendar-weekends"),
    };
    if let (Some(at), Some(id)) = (row(area, 14), known) {
        let told = texts.with(id, &[("year", year.to_string().into())]);
        Pieces::new()
            .and(told, theme.style(Role::Warning))
            .draw(at, buffer);
    }
    let Some(activity) = chosen else { return };
    let name = activity.name();
    let lines = text::wrap_to(&name, width, 2);
    let mut at_line = 15;
    for line in lines {
        if let Some(at) = row(area, at_line) {
            Pieces::new()
                .and(line, theme.style(Role::Title))
                .draw(at, buffer);
        }
        at_line += 1;
    }
    if let Some(at) = row(area, at_line) {
        Pieces::new()
            .and(format!("«{}»", activity.term), theme.style(Role::Text))
            .and("  ", theme.style(Role::Text))
            .and(windows(model, activity.key, year), theme.style(Role::Dim))
            .draw(at, buffer);
    }
}

fn weekdays(model: &Model, year: i32, cell: usize) -> Pieces {
    let theme = &model.theme;
    let mut line = Pieces::new().and(
        text::pad(&format!("’{:02}", year.rem_euclid(100)), NAME),
        theme.style(Role::Section),
    );
    for column in 0..COLUMNS {
        let weekday = u8::try_from(column % 7)
            .ok()
            .and_then(|day| chrono::Weekday::try_from(day).ok())
            .unwrap_or(chrono::Weekday::Mon);
        let name = model.texts.weekday_short(weekday);
        // «п» for «пн» where there is no room for two letters and a gap.
        let letters: String = name.chars().take(if cell > 2 { 2 } else { 1 }).collect();
        let meeting = weekday == model.workspace.settings().weekday.into();
        let role = if meeting { Role::Accent } else { Role::Dim };
        line = line.and(text::pad(&letters, cell), theme.style(role));
    }
    line
}

fn month_line(
    model: &Model,
    counted: &Counted,
    activity: Option<ActivityKey>,
    first: Date,
    cell: usize,
) -> Pieces {
    let theme = &model.theme;
    let name: String = model.texts.date_month(first).chars().take(3).collect();
    let lead = usize::try_from(first.weekday().num_days_from_monday()).unwrap_or(0);
    let mut line = Pieces::new()
        .and(text::pad(&name, NAME), theme.style(Role::Text))
        .and(" ".repeat(lead * cell), theme.style(Role::Text));
    let last = first.end_of_month();
    let mut day = first;
    while day <= last {
        let within = activity.is_some_and(|id| is_window(model, id, day));
        let (sign, role) = sign(model, counted, day);
        let style = if day == counted.day {
            theme.style(Role::Today)
        } else {
            theme.style(role)
        };
        // Two digits and the sign where there is room, the sign alone where there is not.
        let content = if cell > 2 {
            format!("{:>2}{sign}", day.day())
        } else {
            sign.to_owned()
        };
        let rest = cell.saturating_sub(text::width(&content));
        let band = if within { "▬" } else { " " };
        let (content, style) = match (within, cell) {
            (true, 1) if sign == "·" || sign == "░" => {
                ("▬".to_owned(), theme.style(Role::InProgress))
            }
            (true, 3..) => (
                content.replace('·', "▬"),
                style.patch(theme.style(Role::InProgress)),
            ),
            _ => (content, style),
        };
        line = line
            .and(content, style)
            .and(band.repeat(rest), theme.style(Role::InProgress));
        if day == Date::MAX {
            break;
        }
        day = day.plus_days(1);
    }
    line
}

fn is_window(model: &Model, activity: ActivityKey, day: Date) -> bool {
    model
        .workspace
        .activity(activity)
        .is_some_and(|(_, view)| view.occurrences.iter().any(|it| it.window.contains(day)))
}

fn sign(model: &Model, counted: &Counted, day: Date) -> (&'static str, Role) {
    match model
        .workspace
        .ledger()
        .meeting(day)
        .map(|meeting| &meeting.state)
    {
        Some(MeetingState::Finished) => return ("●", Role::Done),
        // A draft was not held yet: another sign, not only another colour.
        Some(MeetingState::Open) => return ("◐", Role::InProgress),
        Some(MeetingState::NotHeld { .. }) => return ("×", Role::Cancelled),
        None => {}
    }
    if counted.weeks.iter().any(|week| week.first == day) {
        ("○", Role::Accent)
    } else if model.workspace.calendar().is_working_day(day) {
        ("·", Role::Dim)
    } else {
        ("░", Role::DayOff)
    }
}

/// The windows of a year: «01.05–31.05, 01.01–31.01».
fn windows(model: &Model, activity: ActivityKey, year: i32) -> String {
    let texts = &model.texts;
    let Some((_, view)) = model.workspace.activity(activity) else {
        return String::new();
    };
    let in_year: Vec<String> = view
        .occurrences
        .iter()
        .map(|occurrence| occurrence.window)
        .filter(|window| window.first.year() <= year && year <= window.last.year())
        .map(|window| {
            let first = texts.date_short(window.first);
            if window.first == window.last {
                first
            } else {
                format!("{first}–{}", texts.date_short(window.last))
            }
        })
        .collect();
    if in_year.is_empty() {
        return texts.get("overview-window-none");
    }
    in_year.join(", ")
}
