//! Which keys do what: contexts, chords and the names of actions. What an action does, and its
//! text, is not known here.
//!
//! Everything that shows keys (hint bar, help, palette, `planerka keys`) asks this one table.

mod chord;
mod error;
mod file;
mod key;
mod layout;
mod words;

use std::collections::BTreeMap;

use super::place::Place;

pub use chord::{Chord, ChordError, LONGEST, Sequence};
pub use error::{KeymapError, KeymapFault};
pub use file::FILE_NAME;
pub use key::{Key, UnknownKey};
pub use layout::latin;
pub use words::keymap_error;

/// The keys the program comes with.
pub const DEFAULT_KEYS: &str = include_str!("keymap/default.ron");

/// The context whose keys work on every screen.
pub const GLOBAL: &str = "global";

/// A command as the keymap knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActionInfo {
    /// Its stable name in files, in kebab case.
    pub name: &'static str,
    /// The contexts in which it has a meaning; [`GLOBAL`] among them if it has one everywhere.
    pub contexts: &'static [&'static str],
}

/// The keys of all contexts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    contexts: BTreeMap<&'static str, Vec<Binding>>,
}

/// An action and its keys in one context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The name of the action.
    pub action: &'static str,
    /// Its keys; none when it is unbound.
    pub keys: Vec<Sequence>,
}

/// What the keys pressed so far mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// Nothing.
    Nothing,
    /// This action.
    Action(&'static str),
    /// The beginning of several; the next key decides.
    Pending(Vec<Continuation>),
}

/// A way to go on from the keys pressed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuation {
    /// The keys still to press, at least one.
    pub keys: Vec<Chord>,
    /// What they do.
    pub action: &'static str,
}

impl Keymap {
    /// Reads a keymap from nothing: the embedded one.
    pub fn parse(source: &str, actions: &[ActionInfo]) -> Result<Self, KeymapError> {
        Self::default().overlaid(source, actions)
    }

    /// Lays a file over this keymap, action by action; `chords: []` takes the keys away.
    pub fn overlaid(&self, source: &str, actions: &[ActionInfo]) -> Result<Self, KeymapError> {
        let mut keymap = self.clone();
        let entries = file::read(source, actions)?;
        for entry in &entries {
            let bindings = keymap.contexts.entry(entry.context).or_default();
            let keys = entry.keys.clone();
            match bindings.iter_mut().find(|b| b.action == entry.action) {
                Some(binding) => binding.keys = keys,
                None => bindings.push(Binding {
                    action: entry.action,
                    keys,
                }),
            }
        }
        match keymap.conflict() {
            None => Ok(keymap),
            Some(fault) => {
                let place = place_of_conflict(&fault, source);
                Err(fault.at(place))
            }
        }
    }

    /// What the pressed chords mean: first in the context, then everywhere.
    pub fn lookup(&self, context: &str, pressed: &[Chord]) -> Lookup {
        let found = |binding: &Binding| binding.keys.iter().any(|keys| keys.chords() == pressed);
        if let Some(binding) = self.visible(context).find(|binding| found(binding)) {
            return Lookup::Action(binding.action);
        }
        let mut continuations: Vec<Continuation> = self
            .visible(context)
            .flat_map(|binding| binding.keys.iter().map(move |keys| (keys, binding.action)))
            .filter_map(|(keys, action)| {
                let rest = keys.chords().strip_prefix(pressed)?;
                (!rest.is_empty() && !pressed.is_empty()).then(|| Continuation {
                    keys: rest.to_vec(),
                    action,
                })
            })
            .collect();
        if continuations.is_empty() {
            return Lookup::Nothing;
        }
        continuations.sort_by(|a, b| a.keys.cmp(&b.keys));
        Lookup::Pending(continuations)
    }

    /// What a chord means while a text field has the focus: characters are text, never commands,
    /// and sequences do not begin there.
    pub fn lookup_in_text(&self, context: &str, chord: Chord) -> Lookup {
        if chord.is_text() {
            return Lookup::Nothing;
        }
        match self.lookup(context, &[chord]) {
            Lookup::Pending(_) => Lookup::Nothing,
            other => other,
        }
    }

    /// The keys of an action in a context, or those it has everywhere.
    pub fn chords(&self, context: &str, action: &str) -> &[Sequence] {
        self.visible(context)
            .find(|binding| binding.action == action && !binding.keys.is_empty())
            .map_or(&[], |binding| &binding.keys)
    }

    /// The bindings of one context alone, in the order of the file.
    pub fn bindings(&self, context: &str) -> &[Binding] {
        self.contexts.get(context).map_or(&[], Vec::as_slice)
    }

    /// The contexts that have bindings, by name.
    pub fn contexts(&self) -> impl Iterator<Item = &'static str> {
        self.contexts.keys().copied()
    }

    /// The bindings that work in a context, its own ones first.
    fn visible(&self, context: &str) -> impl Iterator<Item = &Binding> {
        let everywhere = if context == GLOBAL {
            &[]
        } else {
            self.bindings(GLOBAL)
        };
        self.bindings(context).iter().chain(everywhere)
    }

    fn conflict(&self) -> Option<KeymapFault> {
        let pairs = |context: &'static str| {
            self.bindings(context).iter().flat_map(move |binding| {
                binding
                    .keys
                    .iter()
                    .map(move |keys| (context, binding.action, keys))
            })
        };
        self.contexts().find_map(|context| {
            let others: Vec<_> = if context == GLOBAL {
                Vec::new()
            } else {
                pairs(GLOBAL).collect()
            };
            let own: Vec<_> = pairs(context).collect();
            own.iter().enumerate().find_map(|(place, one)| {
                own.iter()
                    .take(place)
                    .chain(&others)
                    .find(|other| one.2.collides(other.2))
                    .map(|other| KeymapFault::Conflict {
                        context: one.0,
                        action: one.1,
                        keys: one.2.clone(),
                        other_context: other.0,
                        other_action: other.1,
                        other_keys: other.2.clone(),
                    })
            })
        })
    }
}

/// A conflict stands where the file names one of its two sides.
fn place_of_conflict(fault: &KeymapFault, source: &str) -> Option<Place> {
    let KeymapFault::Conflict {
        context,
        action,
        other_context,
        other_action,
        ..
    } = fault
    else {
        return None;
    };
    file::place_of(source, context, action)
        .or_else(|| file::place_of(source, other_context, other_action))
}

#[cfg(test)]
mod tests;
