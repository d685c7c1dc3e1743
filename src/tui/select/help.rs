//! The help: the keys that say what is searched for, under the headings they belong to.

use std::collections::BTreeSet;

use crate::domain::fold::fold_name;
use crate::domain::layout::{to_cyrillic, to_latin};
use crate::tui::model::help::HelpState;
use crate::tui::model::{Action, Model, Overlay, context};

/// A line of the help.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum HelpLine {
    /// Between two places.
    Blank,
    /// A place with keys of its own.
    Heading(String),
    /// A command and its keys.
    Command {
        /// The keys, as they are written.
        keys: String,
        /// What it does.
        said: String,
    },
}

/// The contexts in the order they are shown: where the user is, everywhere, then the rest.
fn contexts(from: &'static str) -> Vec<&'static str> {
    let mut contexts = vec![from, context::GLOBAL];
    contexts.extend(context::ALL);
    let mut seen = BTreeSet::new();
    contexts.retain(|name| seen.insert(*name));
    contexts
}

/// The lines that say what is searched for, under the headings they belong to.
pub fn lines(model: &Model, state: &HelpState) -> Vec<HelpLine> {
    let texts = &model.texts;
    let query = fold_name(&state.filter.text());
    let mut lines = Vec::new();
    for context in contexts(state.context) {
        let heading = texts.get(&format!("context-{context}"));
        let mut found = Vec::new();
        for binding in model.keymap.bindings(context) {
            if binding.keys.is_empty() {
                continue;
            }
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            let keys = keys.join("  ");
            let name = binding.action;
            let said = texts.get(&format!("action-{name}"));
            if says(
                &fold_name(&format!("{keys} {said} {name} {heading}")),
                &query,
            ) {
                found.push(HelpLine::Command { keys, said });
            }
        }
        if context == context::GLOBAL {
            found.extend(
                count_line(model)
                    .filter(|(line, _)| says(line, &query))
                    .map(|it| it.1),
            );
        }
        if found.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(heading));
        lines.extend(found);
    }
    lines
}

/// How a movement is made several times: no key of its own, and so in no keymap. What is searched of
/// the line, and the line.
fn count_line(model: &Model) -> Option<(String, HelpLine)> {
    let first = |context, action: Action| {
        let chords = model.keymap.chords(context, action.name());
        chords.first().map(ToString::to_string)
    };
    let down = first(context::PLAN, Action::NextItem)?;
    let find = first(context::GLOBAL, Action::FindLine)?;
    let keys = format!("3 {down}  {find} 3{down}");
    let said = model.texts.get("help-count");
    let line = fold_name(&format!("{keys} {said}"));
    Some((line, HelpLine::Command { keys, said }))
}

/// How many lines the help has.
pub fn line_count(model: &Model) -> usize {
    match model.overlays.last() {
        Some(Overlay::Help(state)) => lines(model, state).len(),
        _ => 0,
    }
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
