//! Automatic numbers of Word: the label a paragraph shows without having it in its text.

use std::collections::HashMap;
use std::io::BufRead;

use crate::import::read::numeral;
use crate::import::read::xml::{Attributes, Go, Visitor, walk};
use crate::import::refusal::Refusal;

/// Levels of a list.
const LEVELS: usize = 9;

/// What one level of a list shows.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2.`
    pattern: String,
    /// The style of paragraphs of this level.
    style: Option<String>,
    /// Whether the numbers of the levels above are shown in Arabic figures here, whatever they
    /// show themselves («legal» numbering).
    is_legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".into(),
            pattern: String::new(),
            style: None,
            is_legal: false,
        }
    }
}

/// A list as a paragraph names it.
#[derive(Clone, Debug, Default)]
struct List {
    definition: String,
    starts: HashMap<usize, u32>,
    /// Whether its own starts were already taken.
    started: bool,
}

/// The numbers of a paragraph: list and level.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Numbered {
    /// The list; `0` takes the number of a style away.
    pub(super) list: Option<String>,
    /// The level, from 0.
    pub(super) level: Option<usize>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    numbered: Numbered,
    based_on: Option<String>,
    /// Whether its text is hidden, where it says so.
    is_hidden: Option<bool>,
}

/// All lists of a document and where they stand.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    definitions: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    styles: HashMap<String, Style>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read_definitions(&mut self, part: impl BufRead) -> Result<(), Refusal> {
        walk(
            part,
            &mut Definitions {
                numbering: self,
                definition: None,
                list: None,
                level: None,
            },
        )
    }

    /// Reads the numbers styles give.
    pub(super) fn read_styles(&mut self, part: impl BufRead) -> Result<(), Refusal> {
        walk(
            part,
            &mut Styles {
                numbering: self,
                style: None,
            },
        )
    }

    /// Counts a paragraph on and gives the label it shows.
    pub(super) fn label(&mut self, own: &Numbered, style: Option<&str>) -> Option<String> {
        let styled = style.map(|style| self.of_style(style)).unwrap_or_default();
        let list = own.list.clone().or(styled.list)?;
        let by_list = self.lists.get_mut(&list)?;
        let definition = by_list.definition.clone();
        let starts = if by_list.started {
            HashMap::new()
        } else {
            by_list.started = true;
            by_list.starts.clone()
        };
        let levels = self.definitions.get(&definition)?;
        let level = own
            .level
            .or(styled.level)
            .or_else(|| {
                levels
                    .iter()
                    .position(|level| level.style.is_some() && level.style.as_deref() == style)
            })
            .unwrap_or_default()
            .min(LEVELS - 1);
        let counters = self.counters.entry(definition).or_default();
        for (index, start) in starts {
            if let Some(counter) = counters.get_mut(index) {
                *counter = start.checked_sub(1);
                if start == 0 {
                    *counter = None;
                }
            }
        }
        let shown = levels.get(level)?;
        for (index, counter) in counters.iter_mut().enumerate() {
            let start = levels.get(index).map_or(1, |level| level.start);
            match index.cmp(&level) {
                std::cmp::Ordering::Less => {
                    counter.get_or_insert(start);
                }
                std::cmp::Ordering::Equal => {
                    *counter = Some(counter.map_or(start, |count| count.saturating_add(1)));
                }
                std::cmp::Ordering::Greater => *counter = None,
            }
        }
        if matches!(shown.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut label = shown.pattern.clone();
        for (index, counter) in counters.iter().enumerate() {
            let sign = format!("%{}", index + 1);
            if label.contains(&sign) {
                let format = levels
                    .get(index)
                    .filter(|_| !shown.is_legal)
                    .map_or("decimal", |level| &level.format);
                let count = counter.unwrap_or(1);
                label = label.replace(&sign, &numeral::written(count, format));
            }
        }
        let label = label.trim().to_owned();
        (!label.is_empty()).then_some(label)
    }

    /// Whether text of a style is hidden: by itself, or by what it is based on.
    pub(super) fn hides(&self, style: &str) -> bool {
        let mut name = Some(style);
        // A circle of styles ends here too.
        for _ in 0..20 {
            let Some(style) = name.and_then(|name| self.styles.get(name)) else {
                break;
            };
            if let Some(is_hidden) = style.is_hidden {
                return is_hidden;
            }
            name = style.based_on.as_deref();
        }
        false
    }

    fn of_style(&self, style: &str) -> Numbered {
        let mut found = Numbered::default();
        let mut name = Some(style);
        // A circle of styles ends here too.
        for _ in 0..20 {
            let Some(style) = name.and_then(|name| self.styles.get(name)) else {
                break;
            };
            found.list = found.list.or_else(|| style.numbered.list.clone());
            found.level = found.level.or(style.numbered.level);
            name = style.based_on.as_deref();
        }
        found
    }
}

struct Definitions<'a> {
    numbering: &'a mut Numbering,
    definition: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Definitions<'_> {
    fn level(&mut self) -> Option<&mut Level> {
        let definition = self.definition.as_ref()?;
        let index = self.level?;
        let levels = self
            .numbering
            .definitions
            .entry(definition.clone())
            .or_default();
        if levels.len() <= index {
            levels.resize(index + 1, Level::default());
        }
        levels.get_mut(index)
    }
}

impl Visitor for Definitions<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        let value = || attributes.get("val").unwrap_or_default();
        match name {
            "abstractNum" => self.definition = attributes.get("abstractNumId"),
            "num" => self.list = attributes.get("numId"),
            "abstractNumId" => {
                if let Some(list) = &self.list {
                    self.numbering
                        .lists
                        .entry(list.clone())
                        .or_default()
                        .definition = value();
                }
            }
            "lvlOverride" | "lvl" if self.list.is_some() && self.definition.is_none() => {
                self.level = attributes.count("ilvl").filter(|level| *level < LEVELS);
            }
            "startOverride" => {
                if let (Some(list), Some(level)) = (&self.list, self.level)
                    && let Ok(start) = value().parse()
                {
                    self.numbering
                        .lists
                        .entry(list.clone())
                        .or_default()
                        .starts
                        .insert(level, start);
                }
            }
            "lvl" => self.level = attributes.count("ilvl").filter(|level| *level < LEVELS),
            "start" => {
                let start = value().parse().unwrap_or(1);
                if let Some(level) = self.level() {
                    level.start = start;
                }
            }
            "numFmt" => {
                let format = value();
                if let Some(level) = self.level() {
                    level.format = format;
                }
            }
            "lvlText" => {
                let pattern = value();
                if let Some(level) = self.level() {
                    level.pattern = pattern;
                }
            }
            "isLgl" => {
                let is_legal = !matches!(value().as_str(), "0" | "false" | "off");
                if let Some(level) = self.level() {
                    level.is_legal = is_legal;
                }
            }
            "pStyle" => {
                let style = value();
                if let Some(level) = self.level() {
                    level.style = Some(style);
                }
            }
            "AlternateContent" => return Ok(Go::Past),
            _ => {}
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "abstractNum" => self.definition = None,
            "num" => self.list = None,
            "lvl" | "lvlOverride" => self.level = None,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

struct Styles<'a> {
    numbering: &'a mut Numbering,
    style: Option<(String, Style)>,
}

impl Visitor for Styles<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        if name == "style" {
            self.style = attributes
                .get("styleId")
                .map(|name| (name, Style::default()));
        }
        if let Some((_, style)) = &mut self.style {
            match name {
                "basedOn" => style.based_on = attributes.get("val"),
                "numId" => style.numbered.list = attributes.get("val"),
                "ilvl" => style.numbered.level = attributes.count("val"),
                "vanish" => style.is_hidden = Some(attributes.is_on("val")),
                "pPrChange" | "rPrChange" => return Ok(Go::Past),
                _ => {}
            }
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if name == "style"
            && let Some((name, style)) = self.style.take()
        {
            self.numbering.styles.insert(name, style);
        }
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}
