//! All keys, made from the keymap: first those of the place help was asked from.

use super::surface::Drawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::Model;
use super::super::model::help::HelpState;
use super::super::select::help::{HelpLine, lines};
use super::super::theme::Role;
use super::super::widget::text;
use super::paint::{Pieces, centred, overlay, row, scroll_hint};

const WIDTH: u16 = 90;

/// A line as it is drawn.
fn pieces(model: &Model, line: HelpLine) -> Pieces {
    let theme = &model.theme;
    match line {
        HelpLine::Blank => Pieces::new(),
        HelpLine::Heading(heading) => Pieces::new().and(heading, theme.style(Role::Section)),
        HelpLine::Command { keys, said } => {
            let style = theme.style(Role::HintText);
            Pieces::new()
                .and("  ", style)
                .and(text::pad(&keys, 18), theme.style(Role::HintKey))
                .and(said, style)
        }
    }
}

impl Drawn for HelpState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let title = model.texts.get("help-title");
        let inner = overlay(&title, WIDTH, area.height, area, buffer, theme);
        let label = model.texts.get("help-filter");
        let label_width = u16::try_from(text::width(&label)).unwrap_or(0) + 2;
        if let Some(at) = row(inner, 0) {
            Pieces::new()
                .and(format!(" {label} "), theme.style(Role::Dim))
                .draw(at, buffer);
        }
        let field = Rect {
            x: inner.x.saturating_add(label_width),
            width: inner.width.saturating_sub(label_width + 1),
            height: 1,
            ..inner
        };
        let cursor = self.filter.render(field, buffer, theme);
        let list = Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(1),
            y: inner.y.saturating_add(2),
            height: inner.height.saturating_sub(2),
        };
        let lines = lines(model, self);
        let shown = usize::from(list.height);
        let total = lines.len();
        for (line, content) in lines.into_iter().skip(self.offset).take(shown).enumerate() {
            if let Some(at) = row(list, line) {
                pieces(model, content).draw(at, buffer);
            }
        }
        if total == 0
            && let Some(at) = row(list, 0)
        {
            Pieces::new()
                .and(model.texts.get("help-nothing"), theme.style(Role::Dim))
                .draw(at, buffer);
        }
        let place = centred(WIDTH, area.height, area);
        scroll_hint(self.offset, shown, total, place, buffer, theme);
        cursor
    }
}
