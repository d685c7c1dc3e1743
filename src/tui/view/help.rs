//! All keys, made from the keymap: first those of the place help was asked from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::help::HelpState;
use super::super::model::{Model, Overlay, context};
use super::super::theme::Role;
use super::super::widget::text;
use super::paint::{Pieces, overlay, row, scroll_hint};

const WIDTH: u16 = 90;

/// The contexts in the order they are shown: where the user is, everywhere, then the rest.
fn contexts(from: &'static str) -> Vec<&'static str> {
    let mut contexts = vec![from, context::GLOBAL];
    contexts.extend(context::ALL);
    let mut seen = std::collections::BTreeSet::new();
    contexts.retain(|name| seen.insert(*name));
    contexts
}

fn lines(model: &Model, from: &'static str) -> Vec<Pieces> {
    let theme = &model.theme;
    let texts = &model.texts;
    let mut lines = Vec::new();
    for name in contexts(from) {
        let bindings = model.keymap.bindings(name);
        if bindings.iter().all(|binding| binding.keys.is_empty()) {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Pieces::new());
        }
        lines.push(Pieces::new().and(
            texts.get(&format!("context-{name}")),
            theme.style(Role::Section),
        ));
        for binding in bindings {
            if binding.keys.is_empty() {
                continue;
            }
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            lines.push(
                Pieces::new()
                    .and("  ", theme.style(Role::HintText))
                    .and(text::pad(&keys.join("  "), 18), theme.style(Role::HintKey))
                    .and(
                        texts.get(&format!("action-{}", binding.action)),
                        theme.style(Role::HintText),
                    )
                    .and(format!("  {}", binding.action), theme.style(Role::Dim)),
            );
        }
    }
    lines
}

/// How many lines the help has.
pub fn line_count(model: &Model) -> usize {
    match model.overlays.last() {
        Some(Overlay::Help(state)) => lines(model, state.context).len(),
        _ => 0,
    }
}

pub(super) fn draw(model: &Model, state: &HelpState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let inner = overlay(
        &model.texts.get("help-title"),
        WIDTH,
        area.height,
        area,
        buffer,
        theme,
    );
    let lines = lines(model, state.context);
    let shown = usize::from(inner.height);
    for (line, content) in lines.iter().skip(state.offset).take(shown).enumerate() {
        if let Some(at) = row(inner, line) {
            content.draw(
                Rect {
                    x: at.x.saturating_add(1),
                    width: at.width.saturating_sub(1),
                    ..at
                },
                buffer,
            );
        }
    }
    scroll_hint(state.offset, shown, lines.len(), area, buffer, theme);
}
