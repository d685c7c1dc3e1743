//! The meeting screen: the agenda with a reason on every line, and the card.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::meeting::{Focus, MeetingState};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::card;
use super::paint::{Pieces, boxed, cursor_row, inset, row, scroll_hint};
use super::sign;
use crate::domain::agenda::{AgendaLine, ItemKey};
use crate::domain::control::Control;
use crate::domain::origin::Origin;
use crate::tui::select::agenda;
use crate::tui::select::agenda::AgendaRow;
use crate::tui::select::agenda::agenda_rows;

/// From this width on list and card stand side by side.
pub(super) const WIDE: u16 = 110;

/// Where list and card stand: side by side, one above the other, or one alone.
pub(super) fn panes(split: u16, area: Rect, card_focused: bool) -> (Rect, Rect) {
    if area.width >= WIDE {
        let left = area.width * split / 100;
        return (
            Rect {
                width: left,
                ..area
            },
            Rect {
                x: area.x.saturating_add(left),
                width: area.width.saturating_sub(left),
                ..area
            },
        );
    }
    if area.height < 18 {
        let empty = Rect { height: 0, ..area };
        return if card_focused {
            (empty, area)
        } else {
            (area, empty)
        };
    }
    let card = if card_focused {
        area.height.saturating_sub(7)
    } else {
        (area.height * 2 / 5).max(9)
    };
    let list = area.height.saturating_sub(card);
    (
        Rect {
            height: list,
            ..area
        },
        Rect {
            y: area.y.saturating_add(list),
            height: card,
            ..area
        },
    )
}

pub(super) fn fit(model: &mut Model, area: Rect) {
    let Some(Screen::Meeting(state)) = model.screen() else {
        return;
    };
    let (list, card_area) = panes(model.pointer.split, area, state.focus == Focus::Card);
    let rows = agenda_rows(model, state.date);
    let selected = agenda::selected_item(model);
    let place = rows
        .iter()
        .position(|row| matches!(row, AgendaRow::Item(line) if Some(line.item) == selected))
        .unwrap_or(0);
    let height = usize::from(list.height.saturating_sub(2));
    let view = Viewport {
        offset: state.offset,
        height,
    };
    // The heading above the first item of a section is seen with it.
    let lead =
        usize::from(place > 0 && matches!(rows.get(place - 1), Some(AgendaRow::Section(..))));
    let offset = view
        .fit(place - lead, rows.len())
        .fit(place, rows.len())
        .offset;
    let lines = card::meeting_card(
        model,
        selected,
        usize::from(card_area.width.saturating_sub(2)),
    );
    let room = usize::from(card_area.height.saturating_sub(2));
    let furthest = lines.len().saturating_sub(room);
    let entry_line = lines.iter().position(|line| line.is_cursor);
    if let Some(Screen::Meeting(state)) = model.screen_mut() {
        state.offset = offset;
        state.card_offset = state.card_offset.min(furthest);
        if state.focus == Focus::Card
            && let Some(line) = entry_line
        {
            let view = Viewport {
                offset: state.card_offset,
                height: room,
            };
            state.card_offset = view.fit(line, lines.len()).offset;
        }
    }
}

pub(super) fn draw(model: &Model, state: &MeetingState, area: Rect, buffer: &mut Buffer) {
    let (list, card_area) = panes(model.pointer.split, area, state.focus == Focus::Card);
    draw_agenda(model, state, list, buffer);
    if card_area.height >= 3 {
        draw_card(model, state, card_area, buffer);
    }
}

fn draw_agenda(model: &Model, state: &MeetingState, area: Rect, buffer: &mut Buffer) {
    if area.height < 3 {
        return;
    }
    let theme = &model.theme;
    let focused = state.focus == Focus::Agenda;
    let title = model.texts.get("agenda-title");
    let inner = boxed(&title, focused, area, buffer, theme);
    let rows = agenda_rows(model, state.date);
    if rows.is_empty() {
        let lines = text::wrap(
            &model.texts.get("agenda-empty"),
            usize::from(inner.width.saturating_sub(2)),
        );
        for (line, content) in lines.into_iter().enumerate() {
            if let Some(place) = row(inner, line) {
                Pieces::new()
                    .and(format!(" {content}"), theme.style(Role::Dim))
                    .draw(place, buffer);
            }
        }
        return;
    }
    let selected = agenda::selected_item(model);
    let shown = usize::from(inner.height);
    for (line, content) in rows.iter().skip(state.offset).take(shown).enumerate() {
        let Some(place) = row(inner, line) else { break };
        match content {
            AgendaRow::Section(section, count) => {
                Pieces::new()
                    .and(" ", theme.style(Role::Section))
                    .and(model.texts.section(*section), theme.style(Role::Section))
                    .and(format!(" · {count}"), theme.style(Role::Dim))
                    .draw(place, buffer);
            }
            AgendaRow::Item(item) => {
                let is_cursor = Some(item.item) == selected;
                if is_cursor {
                    cursor_row(place, focused, buffer, theme);
                }
                let is_done = model.workspace.is_considered(state.date, item.item);
                draw_line(model, state, item, is_done, is_cursor, place, buffer);
            }
        }
    }
    scroll_hint(state.offset, shown, rows.len(), area, buffer, theme);
}

/// Sign, number, title, reason at the right end.
fn draw_line(
    model: &Model,
    state: &MeetingState,
    line: &AgendaLine,
    is_done: bool,
    is_cursor: bool,
    area: Rect,
    buffer: &mut Buffer,
) {
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
    let number = match line.item {
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
    };
    let width = usize::from(area.width);
    let right = match &said {
        Some((words, ..)) => words.clone(),
        None => line
            .reasons
            .first()
            .map(|reason| model.texts.reason_short(reason))
            .unwrap_or_default(),
    };
    let fixed = 4 + 7;
    let right_room = (width.saturating_sub(fixed) / 2).min(text::width(&right));
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
        .and(text::pad(&number, 7), dim)
        .and(
            text::pad(&text::cut(&title, title_room), title_room),
            ground,
        )
        .and(" ", ground)
        .and(text::cut(&right, right_room).to_string(), right_style)
        .draw(inset(area, 1), buffer);
}

fn reason_style(
    model: &Model,
    line: &AgendaLine,
    ground: ratatui::style::Style,
    dim: ratatui::style::Style,
) -> ratatui::style::Style {
    use crate::domain::agenda::Section;
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
        return Some((model.texts.status(&mark.status), sign, role));
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

fn draw_card(model: &Model, state: &MeetingState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let focused = state.focus == Focus::Card;
    let selected = agenda::selected_item(model);
    let title = match selected {
        Some(ItemKey::Activity(id)) => model
            .texts
            .with("card-title", &[("item", model.workspace.point(id).into())]),
        _ => model.texts.get("card-title-other"),
    };
    let inner = boxed(&title, focused, area, buffer, theme);
    let lines = card::meeting_card(model, selected, usize::from(inner.width));
    let shown = usize::from(inner.height);
    for (line, content) in lines.iter().skip(state.card_offset).take(shown).enumerate() {
        let Some(place) = row(inner, line) else { break };
        if content.is_cursor && focused {
            cursor_row(place, true, buffer, theme);
        }
        content.pieces.draw(place, buffer);
    }
    scroll_hint(state.card_offset, shown, lines.len(), area, buffer, theme);
}
