//! The indicators of the document in a line each, beside the numbers of the day: last value, how it
//! changed, what is missing to the target.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, row};
use super::indicators::{change, distance};
use crate::tui::select::words::amount_text;

/// The cells of a value with its change.
const VALUE: usize = 12;

/// The cells of what is missing.
const MISSING: usize = 20;

/// Draws as many as there is room for, under their heading.
pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (theme, texts) = (&model.theme, &model.texts);
    let all = model.workspace.indicator_views(model.day());
    if all.is_empty() || area.height < 2 {
        return;
    }
    if let Some(at) = row(area, 0) {
        let heading = texts.get("overview-indicators");
        Pieces::new()
            .and(heading, theme.style(Role::Section))
            .draw(at, buffer);
    }
    let name = usize::from(area.width).saturating_sub(VALUE + MISSING + 1);
    for (place, view) in all.iter().enumerate() {
        let Some(at) = row(area, place + 1) else {
            break;
        };
        let value = match view.last() {
            Some((_, known)) => {
                let value = amount_text(model, known.amount);
                format!("{value}{}", change(model, view))
            }
            None => "–".to_owned(),
        };
        let (said, role) = match (view.due, view.missing()) {
            (Some(_), _) => (texts.get("overview-value-due"), Role::AtRisk),
            (None, Some(missing)) if missing.hundredths() == 0 => {
                (distance(model, view), Role::Done)
            }
            (None, _) => (distance(model, view), Role::Dim),
        };
        Pieces::new()
            .and(
                text::pad(&format!("{} {}", view.number, view.name), name),
                theme.style(Role::Text),
            )
            .and(text::pad_left(&value, VALUE), theme.style(Role::Title))
            .and(" ", theme.style(Role::Text))
            .and(text::pad(&said, MISSING), theme.style(role))
            .draw(at, buffer);
    }
}
