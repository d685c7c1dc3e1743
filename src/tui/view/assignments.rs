//! The assignments screen: a table, and the chosen assignment in full below.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::assignments::{AssignmentsState, Filter, Order};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::entries;
use super::paint::{Pieces, boxed, clear_hint, cursor_row, inset, lines_in, row, scroll_hint};
use crate::domain::workspace::AssignmentView;
use crate::domain::workspace::Timing;
use crate::tui::select::assignments::selected_index;
use crate::tui::select::assignments::shown;
use crate::tui::select::hands::under;

/// The table above, the chosen assignment below.
pub(super) fn panes(area: Rect) -> (Rect, Rect) {
    let card = if area.height >= 16 {
        (area.height / 3).max(7)
    } else {
        0
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
    let Some(Screen::Assignments(state)) = model.screen() else {
        return;
    };
    let views = shown(model, state);
    let (list, _) = panes(area);
    let view = Viewport {
        offset: state.offset,
        height: usize::from(list.height.saturating_sub(2)),
    };
    let offset = view.fit(selected_index(model, &views), views.len()).offset;
    if let Some(Screen::Assignments(state)) = model.screen_mut() {
        state.offset = offset;
    }
}

/// The heading names filter, executor and order.
fn title(model: &Model, state: &AssignmentsState, count: usize) -> String {
    let texts = &model.texts;
    let filter = match state.filter {
        Filter::Open => texts.get("assignments-open"),
        Filter::Due => texts.with(
            "assignments-due",
            &[("day", texts.date_weekday(model.day()).into())],
        ),
        Filter::Overdue => texts.get("assignments-overdue"),
        Filter::Reported => texts.get("assignments-reported"),
        Filter::Closed => texts.get("assignments-closed"),
        Filter::All => texts.get("assignments-all"),
    };
    let order = match state.order {
        Order::Due => texts.get("assignments-by-due"),
        Order::Executor => texts.get("assignments-by-executor"),
        Order::Number => texts.get("assignments-by-number"),
    };
    let mut parts = vec![format!("{filter} · {count}")];
    parts.extend(
        state
            .executor
            .as_ref()
            .map(|who| model.workspace.short_name(who).to_owned()),
    );
    parts.extend(state.controller.as_ref().map(|who| under(model, who)));
    parts.push(order);
    parts.join(" · ")
}

impl Drawn for AssignmentsState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let views = shown(model, self);
        let selected = selected_index(model, &views);
        let (list, card_area) = panes(area);
        let inner = boxed(&title(model, self, views.len()), true, list, buffer, theme);
        if self.filter != Filter::All || self.executor.is_some() || self.controller.is_some() {
            clear_hint(model, list, buffer);
        }
        if views.is_empty() {
            let lines = text::wrap(
                &model.texts.get("assignments-empty"),
                usize::from(inner.width.saturating_sub(2)),
            );
            for (line, content) in lines.into_iter().enumerate() {
                if let Some(place) = row(inner, line) {
                    Pieces::new()
                        .and(format!(" {content}"), theme.style(Role::Dim))
                        .draw(place, buffer);
                }
            }
            return None;
        }
        let shown_rows = usize::from(inner.height);
        for (at, place, view) in lines_in(&views, self.offset, inner) {
            let is_cursor = place == selected;
            if is_cursor {
                cursor_row(at, true, buffer, theme);
            }
            assignment_row(model, view, is_cursor, at).draw(inset(at, 2), buffer);
        }
        scroll_hint(self.offset, shown_rows, views.len(), list, buffer, theme);
        if card_area.height >= 3
            && let Some(view) = views.get(selected)
        {
            let title = model.texts.get("assignments-card");
            let inside = boxed(&title, false, card_area, buffer, theme);
            let lines = entries::assignment_lines(model, view, usize::from(inside.width));
            for (line, content) in lines.iter().enumerate() {
                if let Some(place) = row(inside, line) {
                    content.draw(place, buffer);
                }
            }
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

/// Due date, who, number, text, state.
fn assignment_row(model: &Model, view: &AssignmentView, is_cursor: bool, area: Rect) -> Pieces {
    let theme = &model.theme;
    let texts = &model.texts;
    let ground = theme.style(if is_cursor {
        Role::Selected
    } else {
        Role::Text
    });
    let dim = if is_cursor {
        ground
    } else {
        theme.style(Role::Dim)
    };
    let due_role = match view.timing {
        Timing::Overdue(_) => Role::Overdue,
        Timing::Due(days) if days < 7 => Role::DueSoon,
        Timing::Closed => Role::Done,
        _ => Role::Text,
    };
    let sign = match view.timing {
        Timing::Overdue(_) => "!",
        Timing::Closed => "✓",
        _ => " ",
    };
    let due = view
        .due
        .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due));
    let from = texts.date_short(view.origin.day());
    let who: Vec<&str> = view
        .executors
        .iter()
        .map(|id| model.workspace.short_name(id))
        .collect();
    let width = usize::from(area.width);
    let who_room = (width / 5).min(24);
    let extensions = if view.extensions > 0 {
        format!(" »{}", view.extensions)
    } else {
        String::new()
    };
    Pieces::new()
        .and(format!("{sign} "), ground.patch(theme.style(due_role)))
        .and(text::pad(&due, 11), ground.patch(theme.style(due_role)))
        .and(
            text::pad(&text::cut(&who.join(", "), who_room), who_room + 1),
            ground.patch(theme.style(Role::Executor)),
        )
        .and(text::pad(&format!("{} {from}", view.number), 11), dim)
        .and(format!("{}{extensions}", view.text), ground)
}
