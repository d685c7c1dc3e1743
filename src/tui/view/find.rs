//! The line that finds a line, in place of the notice.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::paint::Pieces;
use crate::tui::model::Model;
use crate::tui::model::find::FindState;
use crate::tui::select::find::{Typed, matches, read};
use crate::tui::theme::Role;
use crate::tui::widget::{cells, text};

/// The cells kept for what is typed.
const FIELD: u16 = 24;

/// Draws it; where the next letter goes.
pub(super) fn draw(
    model: &Model,
    state: &FindState,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let theme = &model.theme;
    cells::ground(area, theme.style(Role::Overlay), buffer);
    let label = format!(" {} ", model.texts.get("find-label"));
    let label_width = u16::try_from(text::width(&label)).unwrap_or(0);
    for x in area.left()..area.right() {
        if let Some(cell) = buffer.cell_mut((x, area.y)) {
            cell.set_symbol(" ");
        }
    }
    Pieces::new()
        .and(label, theme.style(Role::HintKey))
        .draw(area, buffer);
    let field = Rect {
        x: area.x.saturating_add(label_width),
        width: FIELD.min(area.width.saturating_sub(label_width)),
        height: 1,
        ..area
    };
    let cursor = state.editor.render(field, buffer, theme);
    let typed = read(&state.editor.text());
    let (said, role) = match (&state.error, &typed) {
        (Some(error), _) => (error.clone(), Role::Error),
        (None, Typed::Nothing) => (model.texts.get("find-help"), Role::Dim),
        (None, _) => {
            let count = matches(model, &typed).len();
            let place = state.at.saturating_add(1).min(count);
            let said = [("place", place.into()), ("n", count.into())];
            (model.texts.with("find-found", &said), Role::Dim)
        }
    };
    let rest = Rect {
        x: field.right().saturating_add(1),
        width: area.right().saturating_sub(field.right().saturating_add(1)),
        ..field
    };
    Pieces::new()
        .and(said, theme.style(role))
        .draw(rest, buffer);
    cursor
}
