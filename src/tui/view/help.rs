//! All keys, made from the keymap: first those of the place help was asked from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::help::HelpState;
use super::super::model::{Model, Overlay, context};
use super::super::theme::Role;
use super::super::widget::text;
use super::paint::{Pieces, centred, overlay, row, scroll_hint};
use crate::domain::fold::fold_name;
use crate::domain::layout::{to_cyrillic, to_latin};

const WIDTH: u16 = 90;

/// The contexts in the order they are shown: where the user is, everywhere, then the rest.
fn contexts(from: &'static str) -> Vec<&'static str> {
    let mut contexts = vec![from, context::GLOBAL];
    contexts.extend(context::ALL);
    let mut seen = std::collections::BTreeSet::new();
    contexts.retain(|name| seen.insert(*name));
    contexts
}

/// The lines that say what is searched for, under the headings they belong to.
fn lines(model: &Model, state: &HelpState) -> Vec<Pieces> {
    let theme = &model.theme;
    let texts = &model.texts;
    let query = fold_name(&state.filter.text());
    let mut lines = Vec::new();
    for name in contexts(state.context) {
        let heading = texts.get(&format!("context-{name}"));
        let mut found = Vec::new();
        for binding in model.keymap.bindings(name) {
            if binding.keys.is_empty() {
                continue;
            }
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            let keys = keys.join("  ");
            let said = texts.get(&format!("action-{}", binding.action));
            let whole = format!("{keys} {said} {} {heading}", binding.action);
            if says(&fold_name(&whole), &query) {
                let style = theme.style(Role::HintText);
                found.push(
                    Pieces::new()
                        .and("  ", style)
                        .and(text::pad(&keys, 18), theme.style(Role::HintKey))
                        .and(said, style)
                        .and(format!("  {}", binding.action), theme.style(Role::Dim)),
                );
            }
        }
        if found.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Pieces::new());
        }
        lines.push(Pieces::new().and(heading, theme.style(Role::Section)));
        lines.extend(found);
    }
    lines
}

/// Whether a line has every word of the query, as typed or as meant in the other layout.
fn says(line: &str, query: &str) -> bool {
    query.split(' ').all(|word| {
        let cyrillic: String = word.chars().map(to_cyrillic).collect();
        let latin: String = word.chars().map(to_latin).collect();
        [word, &cyrillic, &latin]
            .iter()
            .any(|it| line.contains(*it))
    })
}

/// How many lines the help has.
pub fn line_count(model: &Model) -> usize {
    match model.overlays.last() {
        Some(Overlay::Help(state)) => lines(model, state).len(),
        _ => 0,
    }
}

/// Draws the help; returns where the next letter of the filter goes.
pub(super) fn draw(
    model: &Model,
    state: &HelpState,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
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
    let cursor = state.filter.render(field, buffer, theme);
    let list = Rect {
        x: inner.x.saturating_add(1),
        width: inner.width.saturating_sub(1),
        y: inner.y.saturating_add(2),
        height: inner.height.saturating_sub(2),
    };
    let lines = lines(model, state);
    let shown = usize::from(list.height);
    for (line, content) in lines.iter().skip(state.offset).take(shown).enumerate() {
        if let Some(at) = row(list, line) {
            content.draw(at, buffer);
        }
    }
    if lines.is_empty()
        && let Some(at) = row(list, 0)
    {
        Pieces::new()
            .and(model.texts.get("help-nothing"), theme.style(Role::Dim))
            .draw(at, buffer);
    }
    let place = centred(WIDTH, area.height, area);
    scroll_hint(state.offset, shown, lines.len(), place, buffer, theme);
    cursor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_and_layout() {
        let line = fold_name("d  исполнено mark-done Совещание: повестка");
        for query in ["", "исп", "повестка исп", "bcgjkytyj", "mark-done", "ьфкл"]
        {
            assert!(says(&line, &fold_name(query)), "{query}");
        }
        assert!(!says(&line, "перенести"));
    }
}
