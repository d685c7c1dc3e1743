//! A plan of another program, looked over before it is written.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::import::{ImportState, Step};
use super::super::model::{Model, Overlay};
use super::super::select::import::lines;
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::paint::{Pieces, centred, cursor_ground, inset, lines_in, overlay, row, scroll_hint};

/// Rows of the frame and of the help below.
const AROUND: u16 = 3;

pub(super) fn place(area: Rect) -> Rect {
    centred(
        area.width.saturating_sub(4).max(40),
        area.height.saturating_sub(2).max(8),
        area,
    )
}

pub(super) fn shown(area: Rect) -> usize {
    usize::from(place(area).height.saturating_sub(AROUND))
}

fn fit(model: &mut Model, area: Rect) {
    let height = shown(area);
    if let Some(Overlay::Import(state)) = model.overlays.last_mut() {
        let total = lines(&model.texts, state).len();
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, total).offset;
    }
}

impl Drawn for ImportState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let texts = &model.texts;
        let place = place(area);
        let steps = self.steps();
        let number = steps
            .iter()
            .position(|step| *step == self.step)
            .map_or(1, |at| at + 1);
        let id = match self.step {
            Step::Lines => "import-step-lines",
            Step::Tables => "import-step-tables",
            Step::Columns => "import-step-columns",
            Step::Rows => "import-step-rows",
            Step::People => "import-step-people",
            Step::Report => "import-step-report",
        };
        let help = match self.step {
            Step::Lines => "import-step-lines-help",
            Step::People => "import-step-people-help",
            _ => "import-step-help",
        };
        let title = format!("{number}/{} {}", steps.len(), texts.get(id));
        let inner = overlay(&title, place.width, place.height, area, buffer, theme);
        let lines = lines(texts, self);
        let height = shown(area);
        let list = Rect {
            height: u16::try_from(height).unwrap_or(inner.height),
            ..inner
        };
        for (at, line, content) in lines_in(&lines, self.offset, list) {
            let ground = cursor_ground(line == self.selected, Role::Overlay, at, buffer, theme);
            Pieces::new()
                .and(content.clone(), ground)
                .draw(inset(at, 2), buffer);
        }
        scroll_hint(self.offset, height, lines.len(), place, buffer, theme);
        if let Some(at) = row(inner, height) {
            let style = theme.style(Role::Overlay).patch(theme.style(Role::Dim));
            Pieces::new()
                .and(texts.get(help), style)
                .draw(inset(at, 2), buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
