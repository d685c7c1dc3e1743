//! The keymap as a file: `(format: 1, contexts: [(name: "meeting", keys: [(action: "mark-done",
//! chords: ["d"])])])`. Reads and checks one file; what it is laid over is not its concern.

use std::cell::LazyCell;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::domain::quick::{QuickMap, QuickSet};
use crate::store::document::{DocumentError, DocumentFault, parse};
use crate::tui::place::{Literal, Place, literals};

use super::chord::Sequence;
use super::error::{KeymapError, KeymapFault};
use super::{ActionInfo, GLOBAL};

/// The name of the user's keymap in the state directory.
pub const FILE_NAME: &str = "keymap.ron";

#[derive(Deserialize)]
struct Head {
    format: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: u32,
    contexts: Vec<Context>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Context {
    name: String,
    keys: Vec<Keys>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    action: String,
    chords: Vec<String>,
}

/// The commands there are, by name.
type Actions<'a> = QuickMap<&'static str, &'a ActionInfo>;

/// The keys a file gives to one action in one context.
pub(super) struct Entry {
    pub(super) context: &'static str,
    pub(super) action: &'static str,
    pub(super) keys: Vec<Sequence>,
}

/// Reads a file and holds its names to the commands there are.
pub(super) fn read(source: &str, actions: &[ActionInfo]) -> Result<Vec<Entry>, KeymapError> {
    let source = source.trim_start_matches('\u{feff}');
    let file: File = match document(source) {
        Ok(file) => file,
        Err(fault) => {
            // What is of another form is told by that, not by what else is odd in it.
            let head: Head = document(source)?;
            if head.format == 1 {
                return Err(fault);
            }
            return Err(KeymapFault::Format(head.format).at(None));
        }
    };
    let places = LazyCell::new(|| Places(literals(source)));
    let known: Actions<'_> = actions.iter().map(|action| (action.name, action)).collect();
    let mut seen = QuickSet::default();
    let mut entries: Vec<Entry> = Vec::new();
    for context in file.contexts {
        let name = known_context(&context.name, actions)
            .map_err(|fault| fault.at(places.context(&context.name)))?;
        for keys in context.keys {
            let place = |chord: Option<&str>| places.keys(name, &keys.action, chord);
            let action =
                known_action(name, &keys.action, &known).map_err(|fault| fault.at(place(None)))?;
            if !seen.insert((name, action)) {
                let fault = KeymapFault::Repeated {
                    context: name.to_owned(),
                    action: action.to_owned(),
                };
                return Err(fault.at(place(None)));
            }
            let mut sequences = Vec::new();
            for text in &keys.chords {
                let sequence: Sequence = text.parse().map_err(|error| {
                    let fault = KeymapFault::Keys {
                        context: name.to_owned(),
                        action: action.to_owned(),
                        keys: text.clone(),
                        error,
                    };
                    fault.at(place(Some(text)))
                })?;
                sequences.push(sequence);
            }
            entries.push(Entry {
                context: name,
                action,
                keys: sequences,
            });
        }
    }
    Ok(entries)
}

/// Where the keys of an action stand in a file that has been read.
pub(super) fn place_of(source: &str, context: &str, action: &str) -> Option<Place> {
    Places(literals(source)).keys(context, action, None)
}

/// Reads it the way every document is read, so that slips are named the same way.
fn document<T: DeserializeOwned>(source: &str) -> Result<T, KeymapError> {
    parse(Path::new(FILE_NAME), source).map_err(|error: DocumentError| match error.fault {
        DocumentFault::NewerFormat { found, .. } => KeymapFault::Format(found).at(None),
        fault => {
            let place = Place {
                line: error.place.line,
                column: error.place.column,
            };
            KeymapFault::Document(fault).at((place.line > 0).then_some(place))
        }
    })
}

fn known_context(name: &str, actions: &[ActionInfo]) -> Result<&'static str, KeymapFault> {
    actions
        .iter()
        .flat_map(|action| action.contexts.iter().copied())
        .chain([GLOBAL])
        .find(|known| *known == name)
        .ok_or_else(|| KeymapFault::UnknownContext(name.to_owned()))
}

fn known_action(
    context: &'static str,
    name: &str,
    actions: &Actions<'_>,
) -> Result<&'static str, KeymapFault> {
    let action = actions
        .get(name)
        .ok_or_else(|| KeymapFault::UnknownAction(name.to_owned()))?;
    if action.contexts.contains(&context) {
        Ok(action.name)
    } else {
        Err(KeymapFault::ElsewhereOnly {
            context: context.to_owned(),
            action: name.to_owned(),
        })
    }
}

struct Places(Vec<Literal>);

impl Places {
    fn context(&self, name: &str) -> Option<Place> {
        self.0
            .iter()
            .find(|literal| literal.is("name", name))
            .map(|literal| literal.place)
    }

    /// The last place where an action of a context is bound (a repeated one is the one refused),
    /// or that of one of its chords.
    fn keys(&self, context: &str, action: &str, chord: Option<&str>) -> Option<Place> {
        let inside = |literal: &Literal| {
            self.0.iter().any(|name| {
                name.is("name", context)
                    && name.group().is_some_and(|g| literal.groups.contains(&g))
            })
        };
        let action = self
            .0
            .iter()
            .rfind(|literal| literal.is("action", action) && inside(literal))?;
        let group = action.group()?;
        let found = chord.and_then(|chord| {
            self.0.iter().find(|literal| {
                literal.text == chord && literal.field.is_none() && literal.groups.contains(&group)
            })
        });
        Some(found.unwrap_or(action).place)
    }
}
