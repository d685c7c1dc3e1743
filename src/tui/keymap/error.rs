//! Why a keymap is refused.

use crate::store::document::DocumentFault;
use crate::tui::place::Place;

use super::chord::{ChordError, Sequence};

/// A keymap file that is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{fault}", .place.map(|place| format!("{place}: ")).unwrap_or_default())]
pub struct KeymapError {
    /// Where the fault stands, if it can be told.
    pub place: Option<Place>,
    /// What is wrong.
    pub fault: Box<KeymapFault>,
}

/// What can be wrong in a keymap file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapFault {
    /// The file is not well-formed RON, or a field is missing or unknown.
    #[error("{}", .0.name())]
    Document(DocumentFault),
    /// The file is written for another version of the program.
    #[error("format {0} is not known; this program knows format 1")]
    Format(u32),
    /// No screen has this name.
    #[error("there is no context `{0}`")]
    UnknownContext(String),
    /// No command has this name.
    #[error("there is no action `{0}`")]
    UnknownAction(String),
    /// The command exists, but not on this screen.
    #[error("action `{action}` does nothing in context `{context}`")]
    ElsewhereOnly {
        /// The context of the binding.
        context: String,
        /// The action that has no meaning there.
        action: String,
    },
    /// A command is listed twice, so that one of the lists would be lost.
    #[error("action `{action}` stands twice in context `{context}`")]
    Repeated {
        /// The context of both bindings.
        context: String,
        /// The action bound twice.
        action: String,
    },
    /// The keys of a command cannot be read.
    #[error("keys `{keys}` of action `{action}` in context `{context}`: {error}")]
    Keys {
        /// The context of the binding.
        context: String,
        /// The action.
        action: String,
        /// The keys as they are written.
        keys: String,
        /// What is wrong with them.
        error: ChordError,
    },
    /// Two commands want the same keys, or the keys of one begin those of the other.
    #[error(
        "`{keys}` of action `{action}` in context `{context}` collides with `{other_keys}` of \
         action `{other_action}` in context `{other_context}`; free the keys with `chords: []`"
    )]
    Conflict {
        /// The context of the one binding.
        context: &'static str,
        /// The one action.
        action: &'static str,
        /// The keys of the one action.
        keys: Sequence,
        /// The context of the other binding: the same or `global`.
        other_context: &'static str,
        /// The other action.
        other_action: &'static str,
        /// The keys of the other action.
        other_keys: Sequence,
    },
}

impl KeymapFault {
    pub(super) fn at(self, place: Option<Place>) -> KeymapError {
        KeymapError {
            place,
            fault: Box::new(self),
        }
    }
}
