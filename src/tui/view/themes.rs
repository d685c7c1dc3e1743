//! The choice of a theme at the right edge, so that the screen it changes is seen beside it.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::themes::ThemesState;
use super::super::model::{Model, Overlay};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, cursor_ground, inset, overlay, row, scroll_hint};

const WIDTH: u16 = 46;

/// What the sample below the list shows: sign, role, text.
const SAMPLE: &[(&str, Role, &str)] = &[
    ("✓", Role::Done, "status-done"),
    ("~", Role::InProgress, "status-in-progress"),
    ("!", Role::AtRisk, "status-at-risk"),
    ("»", Role::Postponed, "theme-sample-postponed"),
    ("‼", Role::Overdue, "theme-sample-overdue"),
    ("?", Role::Silent, "theme-sample-silent"),
];

pub(super) fn place(themes: usize, area: Rect) -> (Rect, usize) {
    let width = WIDTH.min(area.width);
    let wanted = themes + SAMPLE.len() + 3;
    let height = u16::try_from(wanted)
        .unwrap_or(area.height)
        .min(area.height);
    let place = Rect::new(area.right().saturating_sub(width), area.y, width, height);
    // In a low window the sample gives way.
    let shown = themes.min(usize::from(height.saturating_sub(2)));
    (place, shown)
}

fn fit(model: &mut Model, area: Rect) {
    let total = model.themes.len();
    let (_, height) = place(total, area);
    if let Some(Overlay::Themes(state)) = model.overlays.last_mut() {
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, total).offset;
    }
}

impl Drawn for ThemesState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let (place, shown) = place(model.themes.len(), area);
        let title = model.texts.get("theme-title");
        let inner = overlay(&title, place.width, place.height, place, buffer, theme);
        let themes = model.themes.iter().enumerate();
        for (line, (number, choice)) in themes.skip(self.offset).take(shown).enumerate() {
            let Some(at) = row(inner, line) else { break };
            let ground = cursor_ground(number == self.selected, Role::Overlay, at, buffer, theme);
            let id = format!("theme-{}", choice.name());
            let said = if model.texts.has(&id) {
                model.texts.get(&id)
            } else {
                model.texts.get("theme-own")
            };
            Pieces::new()
                .and(text::pad(choice.name(), 21), ground)
                .and(said, ground.patch(theme.style(Role::Dim)))
                .draw(inset(at, 2), buffer);
        }
        let total = model.themes.len();
        scroll_hint(self.offset, shown, total, place, buffer, theme);
        for (line, (sign, role, id)) in SAMPLE.iter().enumerate() {
            let Some(at) = row(inner, shown + 1 + line) else {
                break;
            };
            let style = theme.style(Role::Overlay).patch(theme.style(*role));
            Pieces::new()
                .and(format!("{sign} {}", model.texts.get(id)), style)
                .draw(inset(at, 2), buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
