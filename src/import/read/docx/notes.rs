//! The texts of footnotes and endnotes.

use std::collections::HashMap;

use crate::import::read::xml::{Attributes, Go, Visitor};
use crate::import::refusal::Refusal;
use crate::import::text;

/// The texts of the notes referred to.
pub(super) struct Notes {
    wanted: Vec<String>,
    found: HashMap<String, String>,
    current: Option<String>,
    in_text: bool,
}

impl Notes {
    pub(super) fn new(wanted: &[String]) -> Self {
        Self {
            wanted: wanted.to_vec(),
            found: HashMap::new(),
            current: None,
            in_text: false,
        }
    }

    pub(super) fn finish(mut self) -> Vec<String> {
        self.wanted
            .iter()
            .filter_map(|name| self.found.remove(name))
            .map(|note| text::line(&text::clean(&note)))
            .filter(|note| !note.is_empty())
            .collect()
    }
}

impl Visitor for Notes {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        match name {
            "footnote" | "endnote" => {
                let name = format!("{name} {}", attributes.get("id").unwrap_or_default());
                self.current = self.wanted.contains(&name).then_some(name);
            }
            "t" => self.in_text = true,
            "del" | "moveFrom" | "instrText" => return Ok(Go::Past),
            _ => {}
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "t" => self.in_text = false,
            "p" => {
                if let Some(current) = &self.current {
                    self.found.entry(current.clone()).or_default().push(' ');
                }
            }
            "footnote" | "endnote" => self.current = None,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.in_text
            && let Some(current) = &self.current
        {
            let note = self.found.entry(current.clone()).or_default();
            if note.len() < 10_000 {
                note.push_str(text);
            }
        }
        Ok(())
    }
}
