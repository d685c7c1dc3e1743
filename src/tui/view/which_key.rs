//! The ways to go on from the keys pressed so far, in a small box above the hints.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::super::keymap::Lookup;
use super::super::model::Model;
use super::super::theme::Role;
use super::super::widget::{cells, text};
use super::paint::{Pieces, boxed, row};

/// The most the box is wide.
const WIDTH: u16 = 60;

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    if model.pending.is_empty() {
        return;
    }
    let Lookup::Pending(ways) = model.keymap.lookup(model.context(), &model.pending) else {
        return;
    };
    let theme = &model.theme;
    let lines: Vec<(String, String)> = ways
        .iter()
        .map(|way| {
            let keys: Vec<String> = way.keys.iter().map(ToString::to_string).collect();
            (
                keys.join(" "),
                model.texts.get(&format!("action-{}", way.action)),
            )
        })
        .collect();
    let keys = lines.iter().map(|(keys, _)| text::width(keys)).max();
    let keys = keys.unwrap_or(0);
    let said = lines.iter().map(|(_, said)| text::width(said)).max();
    let wanted = keys + said.unwrap_or(0) + 6;
    let width = u16::try_from(wanted).unwrap_or(WIDTH).clamp(20, WIDTH);
    let width = width.min(area.width);
    let height = u16::try_from(lines.len() + 2).unwrap_or(area.height);
    let height = height.min(area.height);
    let place = Rect::new(
        area.right().saturating_sub(width),
        area.bottom().saturating_sub(height),
        width,
        height,
    );
    Clear.render(place, buffer);
    cells::ground(place, theme.style(Role::Overlay), buffer);
    let pressed: Vec<String> = model.pending.iter().map(ToString::to_string).collect();
    let inner = boxed(
        &format!("{} …", pressed.join(" ")),
        true,
        place,
        buffer,
        theme,
    );
    for (line, (key, said)) in lines.iter().enumerate() {
        let Some(at) = row(inner, line) else { break };
        Pieces::new()
            .and(" ", theme.style(Role::HintText))
            .and(text::pad(key, keys), theme.style(Role::HintKey))
            .and("  ", theme.style(Role::HintText))
            .and(said.clone(), theme.style(Role::HintText))
            .draw(at, buffer);
    }
}
