//! The meeting screen: the agenda with a reason on every line, and the card.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::meeting::{Focus, MeetingState};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::agenda_line::{self, Shown};
use super::card;
use super::paint::{Pieces, boxed, cursor_row, row, scroll_hint};
use crate::domain::agenda::ItemKey;
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

fn fit(model: &mut Model, area: Rect) {
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
    // Its length is asked for only where it is scrolled, or has a cursor.
    let is_scrolled = state.card_offset > 0 || state.focus == Focus::Card;
    let width = usize::from(card_area.width.saturating_sub(2));
    let asked = selected.filter(|_| is_scrolled);
    let card = card::meeting_card(model, asked, width);
    let room = usize::from(card_area.height.saturating_sub(2));
    let count = card.len();
    let furthest = count.saturating_sub(room);
    let entry_line = card.lines.iter().position(|line| line.is_cursor);
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
            state.card_offset = view.fit(line, count).offset;
        }
    }
}

impl Drawn for MeetingState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (list, card_area) = panes(model.pointer.split, area, self.focus == Focus::Card);
        draw_agenda(model, self, list, buffer);
        if card_area.height >= 3 {
            draw_card(model, self, card_area, buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
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
    let said = agenda_line::common(model, state, &rows);
    let common = &said.reasons;
    let selected = agenda::selected_item(model);
    let numbers = agenda_line::numbers_width(&said, inner);
    let shown = usize::from(inner.height);
    for (line, content) in rows.iter().skip(state.offset).take(shown).enumerate() {
        let Some(place) = row(inner, line) else { break };
        match content {
            AgendaRow::Section(section, count) => {
                let beside = match common.get(section).cloned() {
                    Some(reason) => model.texts.with(
                        "agenda-section-common",
                        &[("count", (*count).into()), ("reason", reason.into())],
                    ),
                    None => count.to_string(),
                };
                Pieces::new()
                    .and(" ", theme.style(Role::Section))
                    .and(model.texts.section(*section), theme.style(Role::Section))
                    .and(format!(" · {beside}"), theme.style(Role::Dim))
                    .draw(place, buffer);
            }
            AgendaRow::Item(item) => {
                let is_cursor = Some(item.item) == selected;
                if is_cursor {
                    cursor_row(place, focused, buffer, theme);
                }
                let is_done = model.workspace.is_considered(state.date, item.item);
                let shown = Shown {
                    is_done,
                    is_cursor,
                    numbers,
                    common: common.get(&item.section).map(String::as_str),
                };
                agenda_line::draw(model, state, item, &shown, place, buffer);
            }
        }
    }
    scroll_hint(state.offset, shown, rows.len(), area, buffer, theme);
}

fn draw_card(model: &Model, state: &MeetingState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let focused = state.focus == Focus::Card;
    let selected = agenda::selected_item(model);
    let title = match selected {
        Some(ItemKey::Activity(id)) => card::title(model, id),
        _ => model.texts.get("card-title-other"),
    };
    let inner = boxed(&title, focused, area, buffer, theme);
    let card = card::meeting_card(model, selected, usize::from(inner.width));
    let shown = usize::from(inner.height);
    let lines = card.window(model, state.card_offset, shown);
    for (line, content) in lines.iter().enumerate() {
        let Some(place) = row(inner, line) else { break };
        if content.is_cursor && focused {
            cursor_row(place, true, buffer, theme);
        }
        content.pieces.draw(place, buffer);
    }
    scroll_hint(state.card_offset, shown, card.len(), area, buffer, theme);
}
