//! Short lists, questions, texts to read.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::choice::{ChoiceState, ConfirmState, ReaderState};
use super::super::model::{Action, Model, Overlay, context};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::hints::hint_key;
use super::paint::{
    Pieces, centred, cursor_ground, inset, lines_in, overlay, row, scroll_hint, wrapped,
};

const WIDTH: u16 = 96;

fn list_height(lines: usize, area: Rect) -> u16 {
    u16::try_from(lines + 2)
        .unwrap_or(area.height)
        .clamp(3, area.height)
}

/// Where the box of so many lines stands.
pub(super) fn place(lines: usize, area: Rect) -> Rect {
    centred(WIDTH, list_height(lines, area), area)
}

fn fit(model: &mut Model, area: Rect) {
    match model.overlays.last_mut() {
        Some(Overlay::Choice(state)) => {
            let height = list_height(state.lines.len(), area);
            let view = Viewport {
                offset: state.offset,
                height: usize::from(height.saturating_sub(2)),
            };
            state.offset = view.fit(state.selected, state.lines.len()).offset;
        }
        Some(Overlay::Reader(state)) => {
            let height = list_height(state.lines.len(), area);
            let view = Viewport {
                offset: state.offset,
                height: usize::from(height.saturating_sub(2)),
            };
            state.offset = view.fit(state.selected, state.lines.len()).offset;
        }
        _ => {}
    }
}

impl Drawn for ChoiceState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let height = list_height(self.lines.len(), area);
        let inner = overlay(&self.title, WIDTH, height, area, buffer, theme);
        let shown = usize::from(inner.height);
        for (at, place, content) in lines_in(&self.lines, self.offset, inner) {
            let ground = cursor_ground(place == self.selected, Role::Overlay, at, buffer, theme);
            let number = if place < 9 {
                format!("{} ", place + 1)
            } else {
                "  ".to_owned()
            };
            let room = usize::from(at.width.saturating_sub(5));
            // Half of the line, and what a short text leaves of the rest.
            let left = room.saturating_sub(text::width(&content.text) + 1);
            let detail_room = text::width(&content.detail).min(left.max(room / 2));
            let text_room = room.saturating_sub(detail_room + 1);
            Pieces::new()
                .and(number, ground.patch(theme.style(Role::HintKey)))
                .and(
                    text::pad(&text::cut(&content.text, text_room), text_room),
                    ground,
                )
                .and(" ", ground)
                .and(
                    text::cut(&content.detail, detail_room).to_string(),
                    ground.patch(theme.style(Role::Dim)),
                )
                .draw(inset(at, 2), buffer);
        }
        let place = place(self.lines.len(), area);
        scroll_hint(self.offset, shown, self.lines.len(), place, buffer, theme);
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

impl Drawn for ConfirmState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let width = usize::from(70.min(area.width).saturating_sub(4));
        let lines = wrapped(&self.text, width, theme.style(Role::Text));
        let height = u16::try_from(lines.len() + 4).unwrap_or(area.height);
        let inner = overlay(
            &model.texts.get("confirm-title"),
            70,
            height,
            area,
            buffer,
            theme,
        );
        let inside = Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(2),
            ..inner
        };
        for (line, content) in lines.iter().enumerate() {
            if let Some(at) = row(inside, line) {
                content.draw(at, buffer);
            }
        }
        if let Some(at) = row(inside, lines.len() + 1) {
            Pieces::new()
                .and(confirm_help(model), theme.style(Role::Accent))
                .draw(at, buffer);
        }
        None
    }
}

/// The keys that answer a question, as the line of hints names them.
fn confirm_help(model: &Model) -> String {
    let key = |action| hint_key(model, context::CONFIRM, action).unwrap_or_default();
    let (yes, no) = (key(Action::Accept), key(Action::Back));
    model
        .texts
        .with("confirm-help", &[("yes", yes.into()), ("no", no.into())])
}

impl Drawn for ReaderState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let height = list_height(self.lines.len(), area);
        let inner = overlay(&self.title, WIDTH, height, area, buffer, theme);
        let shown = usize::from(inner.height);
        for (at, place, content) in lines_in(&self.lines, self.offset, inner) {
            let ground = cursor_ground(place == self.selected, Role::Overlay, at, buffer, theme);
            let inside = inset(at, 2);
            Pieces::new()
                .and(content.clone(), ground)
                .draw(inside, buffer);
        }
        let place = place(self.lines.len(), area);
        scroll_hint(self.offset, shown, self.lines.len(), place, buffer, theme);
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
