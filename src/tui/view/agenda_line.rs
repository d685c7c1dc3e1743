//! One line of the agenda: its sign, number and title, and at the right end what tells it from its
//! neighbours.

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::paint::{Pieces, inset};
use super::sign;
use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::control::Control;
use crate::domain::mark::Status;
use crate::domain::origin::Origin;
use crate::domain::workspace::Timing;
use crate::tui::model::Model;
use crate::tui::model::kept::Common;
use crate::tui::model::meeting::{Focus, MeetingState};
use crate::tui::select::agenda::AgendaRow;
use crate::tui::select::words::amount_text;
use crate::tui::theme::Role;
use crate::tui::widget::text;

/// From so many lines on that say the same the heading says it for all of them.
const MANY: usize = 3;

/// The column of numbers of a plan of three levels.
const NUMBERS: usize = 7;

/// What stands at the right end of a line.
enum Beside {
    /// Words, whole or cut at their end, in at most half of the room.
    Words(String),
    /// The name of a body, in at most a third of the room: the title is read first. It is cut in
    /// the middle, since names of bodies differ at their end.
    Body(String),
}

/// How a line is shown.
pub(super) struct Shown<'a> {
    /// Whether it was dealt with.
    pub(super) is_done: bool,
    /// Whether the cursor is on it.
    pub(super) is_cursor: bool,
    /// How wide the column of numbers is.
    pub(super) numbers: usize,
    /// What the heading of its section says for its lines.
    pub(super) common: Option<&'a str>,
}

/// What the rows of an agenda say together, found once for all of them.
pub(super) fn common(model: &Model, state: &MeetingState, rows: &Arc<[AgendaRow]>) -> Arc<Common> {
    let language = model.texts.language();
    model.kept.common.of(
        // While the rows are kept no other ones stand in their place.
        |(known, said)| Arc::ptr_eq(known, rows) && *said == language,
        || {
            let common = Common {
                reasons: common_reasons(model, rows),
                widest: widest_number(model, state, rows),
            };
            ((Arc::clone(rows), language), common)
        },
    )
}

/// The reasons that most lines of a section have in common, where they are worth to be said once.
fn common_reasons(model: &Model, rows: &[AgendaRow]) -> BTreeMap<Section, String> {
    let mut counts: BTreeMap<Section, BTreeMap<String, usize>> = BTreeMap::new();
    for row in rows {
        if let AgendaRow::Item(line) = row {
            let of_section = counts.entry(line.section).or_default();
            *of_section.entry(short_reason(model, line)).or_default() += 1;
        }
    }
    counts
        .into_iter()
        .filter_map(|(section, counts)| {
            let all: usize = counts.values().sum();
            let (reason, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
            let worth = count >= MANY && count * 3 >= all * 2 && !reason.is_empty();
            worth.then_some((section, reason))
        })
        .collect()
}

fn short_reason(model: &Model, line: &AgendaLine) -> String {
    line.reasons
        .first()
        .map(|reason| model.texts.reason_short(reason))
        .unwrap_or_default()
}

/// What stands at the right end of a line nothing was said of: what taking it without discussion
/// would record; who answers, where the reason is the heading's; else the reason.
fn beside(model: &Model, state: &MeetingState, line: &AgendaLine, common: Option<&str>) -> Beside {
    if line.section == Section::Routine
        && let Some((_, status)) = model.workspace.routine_status(state.date, line.item)
    {
        let status = ("status", model.texts.status(&status).into());
        // That its day is over is what the chair has to know before taking it unheard, unless the
        // heading says so.
        let late = overdue(model, state, line).filter(|late| common != Some(late));
        return Beside::Words(match late {
            Some(late) => model
                .texts
                .with("agenda-routine-late", &[("late", late.into()), status]),
            None => model.texts.with("agenda-routine-will", &[status]),
        });
    }
    let reason = short_reason(model, line);
    let body = model.workspace.answers_for(line.item);
    match body {
        Some(body) if common == Some(reason.as_str()) => {
            Beside::Body(model.workspace.short_name(&body).to_owned())
        }
        _ => Beside::Words(reason),
    }
}

/// The day that is over of the control point a word about a line means: «21.05, +4 дн.».
fn overdue(model: &Model, state: &MeetingState, line: &AgendaLine) -> Option<String> {
    let ItemKey::Activity(activity) = line.item else {
        return None;
    };
    let standing = model.workspace.standing(activity, state.date)?;
    let (Timing::Overdue(days), Some(due)) = (standing.timing, standing.due) else {
        return None;
    };
    Some(model.texts.reason_short(&Reason::Overdue { due, days }))
}

/// What a line is called by, before its title.
fn number(model: &Model, state: &MeetingState, item: ItemKey) -> String {
    match item {
        ItemKey::Activity(id) => model.workspace.point_or_dash(id),
        ItemKey::Assignment(id) => model
            .workspace
            .assignment(id, state.date)
            .map(|view| match view.origin {
                Origin::Meeting(_) => model.texts.with(
                    "agenda-assignment",
                    &[("number", view.number.to_string().into())],
                ),
                Origin::Between(day) => model.texts.assignment_number(&view.number, day),
            })
            .unwrap_or_default(),
        ItemKey::Topic(_) => "—".to_owned(),
    }
}

/// How wide the column of numbers is: where several documents are on control their names stand in
/// it, and a number that cannot be read is worth less than the end of a title.
pub(super) fn numbers_width(common: &Common, area: Rect) -> usize {
    let most = usize::from(area.width) / 4;
    common.widest.min(most).max(NUMBERS)
}

/// How wide the numbers are where that is asked.
fn widest_number(model: &Model, state: &MeetingState, rows: &[AgendaRow]) -> usize {
    if !model.workspace.has_several_documents() {
        return NUMBERS;
    }
    let widest = rows.iter().filter_map(|row| match row {
        AgendaRow::Item(line) => Some(text::width(&number(model, state, line.item)) + 1),
        AgendaRow::Section(..) => None,
    });
    widest.max().unwrap_or(0)
}

/// Sign, number, title, reason at the right end.
pub(super) fn draw(
    model: &Model,
    state: &MeetingState,
    line: &AgendaLine,
    shown: &Shown<'_>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let Shown {
        is_done, is_cursor, ..
    } = *shown;
    let theme = &model.theme;
    let ground = if is_cursor {
        theme.style(if state.focus == Focus::Agenda {
            Role::Selected
        } else {
            Role::SelectedUnfocused
        })
    } else {
        theme.style(Role::Text)
    };
    let dim = if is_cursor {
        ground
    } else {
        theme.style(Role::Dim)
    };
    let said = said_here(model, state, line.item);
    let (sign, role) = match &said {
        Some((_, sign, role)) => (*sign, *role),
        None => sign(None, is_done),
    };
    let chosen = if state.chosen.contains(&line.item) {
        "*"
    } else {
        " "
    };
    let number = number(model, state, line.item);
    let numbers = shown.numbers;
    let number = text::pad(
        &text::cut_middle(&number, numbers.saturating_sub(1)),
        numbers,
    );
    let width = usize::from(area.width);
    let right = match &said {
        Some((words, ..)) => Beside::Words(words.clone()),
        None => beside(model, state, line, shown.common),
    };
    let fixed = 4 + numbers;
    let room = width.saturating_sub(fixed);
    let right = match &right {
        Beside::Words(words) => text::cut(words, room / 2),
        Beside::Body(name) => text::cut_middle(name, room / 3),
    };
    let right_room = text::width(&right);
    let title_room = width.saturating_sub(fixed + right_room + 2);
    let title = model.workspace.item_title(state.date, line.item);
    let right_style = if said.is_some() {
        ground.patch(theme.style(role))
    } else {
        reason_style(model, line, ground, dim)
    };
    Pieces::new()
        .and(chosen, ground.patch(theme.style(Role::Accent)))
        .and(format!("{sign} "), ground.patch(theme.style(role)))
        .and(number, dim)
        .and(
            text::pad(&text::cut(&title, title_room), title_room),
            ground,
        )
        .and(" ", ground)
        .and(
            text::cut_middle(&right, right_room).to_string(),
            right_style,
        )
        .draw(inset(area, 1), buffer);
}

fn reason_style(
    model: &Model,
    line: &AgendaLine,
    ground: ratatui::style::Style,
    dim: ratatui::style::Style,
) -> ratatui::style::Style {
    match line.section {
        Section::Overdue => ground.patch(model.theme.style(Role::Overdue)),
        Section::Assignments => ground.patch(model.theme.style(Role::DueSoon)),
        Section::Silent => ground.patch(model.theme.style(Role::Silent)),
        _ => dim,
    }
}

/// What was said of an item at this meeting, of its control point or of its assignment, with the
/// sign and the colour of it.
fn said_here(
    model: &Model,
    state: &MeetingState,
    item: ItemKey,
) -> Option<(String, &'static str, Role)> {
    let marked = match item {
        ItemKey::Activity(id) => model.workspace.mark_at(id, state.date),
        _ => None,
    };
    if let Some(mark) = marked {
        let (sign, role) = sign(Some(&mark.status), true);
        let said = model.texts.status_on(&mark.status, mark.happened);
        return Some((said, sign, role));
    }
    if let Some(value) = model.workspace.value_at(state.date, item) {
        let (sign, role) = sign(Some(&Status::Done), true);
        let said = format!("{} {}", amount_text(model, value.amount), value.unit);
        return Some((said.trim_end().to_owned(), sign, role));
    }
    let words = model.workspace.control_said(state.date, item);
    let (_, control) = words.last()?;
    let (sign, role) = match control {
        Control::Lifted => ("✓", Role::Done),
        Control::Dropped { .. } => ("×", Role::Cancelled),
        Control::Extended { .. } | Control::Kept { .. } => ("»", Role::Postponed),
        Control::Reported | Control::HearOn { .. } => ("+", Role::Decision),
    };
    Some((model.texts.control(control), sign, role))
}
