//! Automatic numbers of lists.

use std::collections::HashMap;

use crate::import::read::numeral;
use crate::import::read::xml::Attributes;

/// Levels of a list.
const LEVELS: usize = 10;

/// What a level of a list shows.
#[derive(Clone, Debug, Default)]
struct Level {
    /// `1`, `I`, `а`; empty shows nothing.
    format: String,
    before: String,
    after: String,
    start: u32,
    /// How many levels the label shows.
    shown: usize,
}

/// All list styles and where their counts stand.
#[derive(Debug, Default)]
pub(super) struct Lists {
    styles: HashMap<String, Vec<Option<Level>>>,
    style: Option<String>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Lists {
    /// A list style begins.
    pub(super) fn begin_style(&mut self, attributes: &Attributes<'_>) {
        self.style = attributes.get("name");
    }

    /// A list style ends.
    pub(super) fn end_style(&mut self) {
        self.style = None;
    }

    /// A numbered level of the list style.
    pub(super) fn level(&mut self, attributes: &Attributes<'_>) {
        let (Some(style), Some(number)) = (&self.style, attributes.count("level")) else {
            return;
        };
        let Some(index) = number.checked_sub(1).filter(|index| *index < LEVELS) else {
            return;
        };
        let levels = self.styles.entry(style.clone()).or_default();
        if levels.len() <= index {
            levels.resize(index + 1, None);
        }
        if let Some(place) = levels.get_mut(index) {
            *place = Some(Level {
                format: attributes.get("num-format").unwrap_or_default(),
                before: attributes.get("num-prefix").unwrap_or_default(),
                after: attributes.get("num-suffix").unwrap_or_default(),
                start: attributes
                    .get("start-value")
                    .and_then(|value| value.parse().ok())
                    .unwrap_or(1),
                shown: attributes.count("display-levels").unwrap_or(1),
            });
        }
    }

    /// A list begins anew.
    pub(super) fn restart(&mut self, style: &str) {
        self.counters.remove(style);
    }

    /// The next item of a list: the label it shows.
    pub(super) fn next(&mut self, style: &str, depth: usize, start: Option<u32>) -> Option<String> {
        let levels = self.styles.get(style)?;
        let index = depth.checked_sub(1).filter(|index| *index < LEVELS)?;
        let counters = self.counters.entry(style.to_owned()).or_default();
        let first = levels
            .get(index)
            .and_then(Option::as_ref)
            .map_or(1, |level| level.start);
        for (at, counter) in counters.iter_mut().enumerate().skip(index) {
            *counter = if at == index {
                Some(
                    start.unwrap_or_else(|| counter.map_or(first, |count| count.saturating_add(1))),
                )
            } else {
                None
            };
        }
        let level = levels.get(index)?.as_ref()?;
        if level.format.is_empty() {
            return None;
        }
        let from = (index + 1).saturating_sub(level.shown.max(1));
        let parts: Vec<String> = (from..=index)
            .map(|at| {
                let format = levels
                    .get(at)
                    .and_then(Option::as_ref)
                    .map_or("1", |level| level.format.as_str());
                let count = counters.get(at).copied().flatten().unwrap_or(1);
                numeral::written(count, name_of(format))
            })
            .collect();
        let label = format!("{}{}{}", level.before, parts.join("."), level.after);
        let label = label.trim().to_owned();
        (!label.is_empty()).then_some(label)
    }
}

/// The name of a format by its first number.
fn name_of(format: &str) -> &'static str {
    match format.chars().next() {
        Some('I') => "upperRoman",
        Some('i') => "lowerRoman",
        Some('A') => "upperLetter",
        Some('a') => "lowerLetter",
        Some('А') => "russianUpper",
        Some('а') => "russianLower",
        _ => "decimal",
    }
}
