//! A form: a line for each field, heads between them.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::form::{FormState, Target};
use super::super::model::{Model, Overlay};
use super::super::select::form::{rows, title};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, centred, cursor_ground, inset, lines_in, overlay, row, scroll_hint};

/// Rows of the frame and of the help below.
const AROUND: u16 = 3;

/// The widest form.
const WIDTH: u16 = 110;

pub(super) fn place(area: Rect) -> Rect {
    centred(
        area.width.saturating_sub(4).clamp(40, WIDTH),
        area.height.saturating_sub(2).max(8),
        area,
    )
}

pub(super) fn shown(area: Rect) -> usize {
    usize::from(place(area).height.saturating_sub(AROUND))
}

fn fit(model: &mut Model, area: Rect) {
    let Some(Overlay::Form(state)) = model.overlays.last() else {
        return;
    };
    let total = rows(model, &state.form.clone()).len();
    let height = shown(area);
    if let Some(Overlay::Form(state)) = model.overlays.last_mut() {
        state.selected = state.selected.min(total.saturating_sub(1));
        let view = Viewport {
            offset: state.offset,
            height,
        };
        let offset = view.fit(state.selected, total).offset;
        // The first field is seen with its head.
        state.offset = if state.selected <= 1 { 0 } else { offset };
    }
}

impl Drawn for FormState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let place = place(area);
        let heading = title(model, &self.form);
        let inner = overlay(&heading, place.width, place.height, area, buffer, theme);
        let lines = rows(model, &self.form);
        let height = shown(area);
        let list = Rect {
            height: u16::try_from(height).unwrap_or(inner.height),
            ..inner
        };
        let widest = lines
            .iter()
            .filter(|line| line.target != Target::Head)
            .map(|line| text::width(&line.label))
            .max()
            .unwrap_or(0);
        let column = widest.min(usize::from(inner.width) / 2);
        for (at, line, content) in lines_in(&lines, self.offset, list) {
            let ground = cursor_ground(line == self.selected, Role::Overlay, at, buffer, theme);
            let room = usize::from(at.width.saturating_sub(4));
            if content.target == Target::Head && content.value.is_empty() {
                Pieces::new()
                    .and(
                        text::cut(&content.label, room).to_string(),
                        ground.patch(theme.style(Role::Accent)),
                    )
                    .draw(inset(at, 2), buffer);
                continue;
            }
            let label = text::pad(&text::cut(&content.label, column), column);
            let rest = room.saturating_sub(column + 2);
            let value = if matches!(content.target, Target::Chosen(_)) {
                format!("‹ {} ›", content.value)
            } else {
                content.value.clone()
            };
            Pieces::new()
                .and(label, ground.patch(theme.style(Role::Dim)))
                .and("  ", ground)
                .and(text::cut(&value, rest).to_string(), ground)
                .draw(inset(at, 2), buffer);
        }
        scroll_hint(self.offset, height, lines.len(), place, buffer, theme);
        if let Some(at) = row(inner, height) {
            let style = theme.style(Role::Overlay).patch(theme.style(Role::Dim));
            Pieces::new()
                .and(model.texts.get("form-help"), style)
                .draw(inset(at, 2), buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
