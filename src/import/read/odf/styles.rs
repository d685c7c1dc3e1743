//! What styles say that reading needs: lists, hidden tables and texts.

use std::collections::HashMap;

use super::lists::Lists;
use crate::import::read::xml::{Attributes, Go, Visitor};
use crate::import::refusal::Refusal;

/// What styles say that reading needs.
#[derive(Debug, Default)]
pub(super) struct Styles {
    pub(super) lists: Lists,
    /// Tables of these styles are not shown.
    pub(super) hidden_tables: HashMap<String, bool>,
    /// Texts of these styles are not shown, or raised.
    texts: HashMap<String, TextStyle>,
    style: Option<String>,
}

/// How a text is shown.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TextStyle {
    pub(super) is_hidden: bool,
    pub(super) is_raised: bool,
}

impl Styles {
    /// An element of styles begins.
    pub(super) fn begin(&mut self, name: &str, attributes: &Attributes<'_>) {
        match name {
            "style" => self.style = attributes.get("name"),
            "table-properties" => {
                if let (Some(style), Some(display)) = (&self.style, attributes.get("display")) {
                    self.hidden_tables.insert(style.clone(), display == "false");
                }
            }
            "text-properties" => {
                if let Some(style) = &self.style {
                    let position = attributes.get("text-position").unwrap_or_default();
                    self.texts.insert(
                        style.clone(),
                        TextStyle {
                            is_hidden: attributes.get("display").as_deref() == Some("none"),
                            is_raised: position.starts_with("super")
                                || position
                                    .split(['%', ' '])
                                    .next()
                                    .and_then(|part| part.parse::<i32>().ok())
                                    .is_some_and(|raise| raise > 0),
                        },
                    );
                }
            }
            "list-style" => self.lists.begin_style(attributes),
            "list-level-style-number" => self.lists.level(attributes),
            _ => {}
        }
    }

    /// It ends.
    pub(super) fn end(&mut self, name: &str) {
        match name {
            "style" => self.style = None,
            "list-style" => self.lists.end_style(),
            _ => {}
        }
    }

    /// How a text of a style is shown.
    pub(super) fn of_text(&self, style: Option<&str>) -> TextStyle {
        style
            .and_then(|style| self.texts.get(style))
            .copied()
            .unwrap_or_default()
    }
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        self.begin(name, attributes);
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        self.end(name);
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}
