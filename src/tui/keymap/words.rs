//! Why a keymap is refused, in words.

use super::{ChordError, KeymapError, KeymapFault, LONGEST};
use crate::locale::{Argument, Texts};
use crate::message::{Said, document_fault, said};

/// A refused keymap in words; where the fault stands is in its place.
pub fn keymap_error(texts: &Texts, error: &KeymapError) -> Said {
    let (name, arguments): (&str, Vec<(&str, Argument)>) = match error.fault.as_ref() {
        KeymapFault::Document(fault) => return document_fault(texts, fault),
        KeymapFault::Format(found) => (
            "newer-format",
            vec![("found", (*found).into()), ("known", 1.into())],
        ),
        KeymapFault::UnknownContext(context) => {
            ("keymap-context", vec![("context", context.clone().into())])
        }
        KeymapFault::UnknownAction(action) => {
            ("keymap-action", vec![("action", action.clone().into())])
        }
        KeymapFault::ElsewhereOnly { context, action } => (
            "keymap-elsewhere",
            vec![
                ("context", context.clone().into()),
                ("action", action.clone().into()),
            ],
        ),
        KeymapFault::Repeated { context, action } => (
            "keymap-repeated",
            vec![
                ("context", context.clone().into()),
                ("action", action.clone().into()),
            ],
        ),
        KeymapFault::Keys {
            action,
            keys,
            error,
            ..
        } => (
            match error {
                ChordError::UnknownKey(_) => "keymap-key",
                ChordError::Length => "keymap-length",
            },
            vec![
                ("action", action.clone().into()),
                ("keys", keys.clone().into()),
                ("most", LONGEST.into()),
            ],
        ),
        KeymapFault::Conflict {
            context,
            action,
            keys,
            other_context,
            other_action,
            other_keys,
        } => (
            "keymap-conflict",
            vec![
                ("context", (*context).into()),
                ("action", (*action).into()),
                ("keys", keys.to_string().into()),
                ("other_context", (*other_context).into()),
                ("other_action", (*other_action).into()),
                ("other_keys", other_keys.to_string().into()),
            ],
        ),
    };
    said(texts, name, &arguments)
}
