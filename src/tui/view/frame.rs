//! What is the same on every screen: the line on top, the notice, the hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::{Access, Level, Model, Screen};
use super::super::theme::Role;
use super::super::widget::{cells, text};
use super::areas::Areas;
use super::hints;
use super::paint::Pieces;
use super::problems;
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::tui::select::agenda;
use crate::tui::select::attendance;
use crate::tui::select::overview;

/// What stands between the parts of the line on top.
const SEPARATOR: &str = " · ";

/// The line on top. In a meeting: date, number and state, who is there, how far, how long.
pub(super) fn top(model: &Model, area: Rect, buffer: &mut Buffer) {
    let style = model.theme.style(Role::TopBar);
    cells::ground(area, style, buffer);
    let (left, right) = match model.screen() {
        Some(Screen::Meeting(state)) => (
            meeting_title(model, state.date),
            meeting_state(model, state.date),
        ),
        Some(Screen::Plan(_)) => (plan_title(model), vec![day_text(model)]),
        Some(Screen::Subjects(_)) => (model.texts.get("title-subjects"), vec![day_text(model)]),
        Some(Screen::Assignments(_)) => {
            (model.texts.get("title-assignments"), vec![day_text(model)])
        }
        Some(Screen::Papers(_)) => (model.texts.get("title-documents"), vec![day_text(model)]),
        Some(Screen::Overview(_)) => (model.texts.get("overview-title"), vec![overview_day(model)]),
        _ => (
            model.texts.get("title-start"),
            vec![model.texts.date_long(model.today)],
        ),
    };
    let words = crate::tui::select::find::words(model);
    let left = if words.is_empty() {
        left
    } else {
        let words = ("words", words.to_owned().into());
        format!(
            "{left}{SEPARATOR}{}",
            model.texts.with("top-narrowed", &[words])
        )
    };
    let area = badge(
        model,
        text::width(&left) + text::width(&right.join(SEPARATOR)),
        area,
        buffer,
    );
    let width = usize::from(area.width);
    let is_tight = |left: &str, right: &str| text::width(left) + text::width(right) + 3 > width;
    let (left, right) = match model.screen() {
        Some(Screen::Meeting(state)) if is_tight(&left, &right.join(SEPARATOR)) => {
            let left = meeting_title_short(model, state.date);
            // Who is there and how far outweigh the pace.
            let most = (1..=right.len()).rev();
            let fitting = most
                .map(|count| right.iter().take(count).cloned().collect::<Vec<_>>())
                .find(|parts| !is_tight(&left, &parts.join(SEPARATOR)));
            (left, fitting.unwrap_or_default())
        }
        _ => (left, right),
    };
    let right = right.join(SEPARATOR);
    let right_width = text::width(&right);
    Pieces::new()
        .and(format!(" {left}"), style)
        .draw(area, buffer);
    if right_width + 2 < width {
        let gap = width.saturating_sub(right_width + 1);
        let used = text::width(&left) + 2;
        // The state on the right outweighs the end of a long title.
        let x = area.x.saturating_add(u16::try_from(gap).unwrap_or(0));
        let place = Rect::new(x, area.y, area.right().saturating_sub(x), 1);
        if used > gap {
            cells::write("… ", (x.saturating_sub(2), area.y), 2, style, buffer);
        }
        Pieces::new()
            .and(format!("{right} "), style)
            .draw(place, buffer);
    }
}

/// How many problems there are, in front of everything; what is left of the line.
fn badge(model: &Model, needed: usize, area: Rect, buffer: &mut Buffer) -> Rect {
    let Some(worst) = model.problems.worst() else {
        return area;
    };
    let (mark, role) = problems::sign(worst);
    let count = model.problems.findings.len();
    let long = model.texts.with("badge-problems", &[("n", count.into())]);
    let long = format!(" {mark} {long} ");
    let badge = if needed + text::width(&long) + 4 <= usize::from(area.width) {
        long
    } else {
        format!(" {mark}{count} ")
    };
    let width = u16::try_from(text::width(&badge))
        .unwrap_or(0)
        .min(area.width);
    let style = model
        .theme
        .style(Role::TopBar)
        .patch(model.theme.style(role));
    Pieces::new().and(badge, style).draw(area, buffer);
    Rect {
        x: area.x.saturating_add(width),
        width: area.width.saturating_sub(width),
        ..area
    }
}

fn plan_title(model: &Model) -> String {
    let texts = &model.texts;
    let workspace = &model.workspace;
    if workspace.has_several_documents() {
        let count = workspace.documents().len().into();
        return texts.with("title-on-control", &[("n", count)]);
    }
    let Some(document) = workspace.main_document() else {
        return texts.get("title-no-documents");
    };
    let requisites = &document.requisites;
    match requisites.date {
        Some(date) if !requisites.number.is_blank() => texts.with(
            "title-plan",
            &[
                ("kind", requisites.kind.to_string().into()),
                ("number", requisites.number.to_string().into()),
                ("date", texts.date_full(date).into()),
            ],
        ),
        _ => document.title().to_owned(),
    }
}

fn day_text(model: &Model) -> String {
    let id = if model.meeting_date().is_some() {
        "top-as-of-meeting"
    } else {
        "top-as-of"
    };
    model
        .texts
        .with(id, &[("date", model.texts.date_full(model.day()).into())])
}

fn overview_day(model: &Model) -> String {
    let day = overview::day_of(model);
    let date = model.texts.date_full(day).into();
    model.texts.with("top-as-of", &[("date", date)])
}

fn meeting_title(model: &Model, date: Date) -> String {
    let texts = &model.texts;
    let meeting = model.workspace.ledger().meeting(date);
    let number = i64::from(model.workspace.expected_number(date));
    let id = match meeting.map(|meeting| &meeting.state) {
        Some(MeetingState::Finished) => "title-meeting-finished",
        Some(MeetingState::Open) if meeting.is_some_and(|it| it.version > 0) => {
            "title-meeting-reopened"
        }
        _ => "title-meeting-open",
    };
    texts.with(
        id,
        &[
            ("date", texts.date_full(date).into()),
            ("number", number.into()),
            (
                "version",
                meeting
                    .map_or(0, |meeting| i64::from(meeting.version))
                    .into(),
            ),
        ],
    )
}

/// The same in a narrow window: who is there and how far outweighs the rest.
fn meeting_title_short(model: &Model, date: Date) -> String {
    let number = i64::from(model.workspace.expected_number(date));
    model.texts.with(
        "title-meeting-short",
        &[
            ("date", model.texts.date_short(date).into()),
            ("number", number.into()),
        ],
    )
}

fn meeting_state(model: &Model, date: Date) -> Vec<String> {
    let texts = &model.texts;
    let (present, members) = attendance::count(model);
    let mut parts = vec![texts.with(
        "top-present",
        &[("present", present.into()), ("members", members.into())],
    )];
    let lines = agenda::agenda_lines(model, date);
    let left = agenda::left(model, date);
    parts.push(texts.with(
        "top-items",
        &[
            ("done", (lines.len() - left).into()),
            ("total", lines.len().into()),
        ],
    ));
    if model.pace {
        parts.extend(pace(model, date, left, lines.len()));
    }
    parts
}

/// «осталось 38 мин · по 3:27»: the time from the opening of an open meeting against its length.
fn pace(model: &Model, date: Date, left: usize, total: usize) -> Option<String> {
    let meeting = model.workspace.ledger().meeting(date)?;
    if !meeting.is_open() || model.today != date {
        return None;
    }
    let begun = i64::from(meeting.opened_at.minutes_of_day());
    let gone = i64::from(model.minutes_now) - begun;
    let duration = i64::from(model.workspace.settings().duration);
    if gone < 0 {
        return None;
    }
    let minutes = duration - gone;
    let texts = &model.texts;
    if minutes <= 0 {
        return Some(texts.with("top-overtime", &[("minutes", (-minutes).into())]));
    }
    let seconds = minutes * 60 / i64::try_from(left.max(1)).unwrap_or(1);
    // How far one should be by now if every item took the same time.
    let done = i64::try_from(total.saturating_sub(left)).unwrap_or(0);
    let total = i64::try_from(total.max(1)).unwrap_or(1);
    let lag = gone - duration * done / total;
    let id = if lag > 0 && left > 0 {
        "top-pace-behind"
    } else {
        "top-pace"
    };
    Some(texts.with(
        id,
        &[
            ("minutes", minutes.into()),
            ("lag", lag.into()),
            (
                "each",
                format!("{}:{:02}", seconds / 60, seconds % 60).into(),
            ),
        ],
    ))
}

/// The notice and the hints.
pub(super) fn bottom(model: &Model, areas: &Areas, buffer: &mut Buffer) {
    if let Some(notice) = &model.notice {
        let (role, sign) = match notice.level {
            Level::Done => (Role::Notice, "✓ "),
            Level::Warning => (Role::Warning, "! "),
            Level::Error => (Role::Error, "‼ "),
        };
        let style = model.theme.style(role);
        Pieces::new()
            .and(" ", style)
            .and(sign, style)
            .and(notice.text.clone(), style)
            .draw(areas.notice, buffer);
    } else if let Access::ReadOnly(why) = &model.access {
        let style = model.theme.style(Role::Warning);
        let text = model
            .texts
            .with("notice-read-only", &[("why", why.clone().into())]);
        Pieces::new()
            .and(" ! ", style)
            .and(text, style)
            .draw(areas.notice, buffer);
    } else if model.count > 0 {
        let style = model.theme.style(Role::HintKey);
        Pieces::new()
            .and(format!(" {} …", model.count), style)
            .draw(areas.notice, buffer);
    } else if !model.pending.is_empty() {
        let style = model.theme.style(Role::HintKey);
        let keys: Vec<String> = model.pending.iter().map(ToString::to_string).collect();
        Pieces::new()
            .and(format!(" {} …", keys.join(" ")), style)
            .draw(areas.notice, buffer);
    }
    hints::draw(model, areas, buffer);
}
