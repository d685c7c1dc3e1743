//! What is wrong in a document, in words.

use super::{Said, io_advice, io_kind, said};
use crate::domain::date::DateError;
use crate::domain::document::ActivityKey;
use crate::domain::plan::{ActivityId, MeasureId};
use crate::locale::{Argument, Texts};
use crate::store::document::DocumentFault;

/// A fault of a document in words; where it is stands in its place.
pub fn document_fault(texts: &Texts, fault: &DocumentFault) -> Said {
    said(texts, fault.name(), &arguments(texts, fault))
}

fn arguments(texts: &Texts, fault: &DocumentFault) -> Vec<(&'static str, Argument)> {
    match fault {
        DocumentFault::Unreadable(kind) => vec![
            ("kind", io_kind(texts, *kind).into()),
            ("advice", io_advice(texts, *kind).into()),
        ],
        DocumentFault::TooLarge { limit } => {
            let megabytes = i64::try_from(*limit >> 20).unwrap_or(i64::MAX);
            vec![("limit", megabytes.into())]
        }
        DocumentFault::NewerFormat { found, known } => {
            vec![("found", (*found).into()), ("known", (*known).into())]
        }
        DocumentFault::OddSpace { found } | DocumentFault::ControlCharacter { found } => {
            vec![("found", format!("U+{:04X}", u32::from(*found)).into())]
        }
        DocumentFault::OddQuotes { found } => vec![("found", found.to_string().into())],
        DocumentFault::EndsTooEarly { open, line } => {
            let close = match open {
                '(' => ")",
                '[' => "]",
                '{' => "}",
                _ => "",
            };
            vec![
                ("open", open.to_string().into()),
                ("close", close.into()),
                ("line", (*line).into()),
            ]
        }
        DocumentFault::UnknownField {
            found,
            known,
            meant,
        }
        | DocumentFault::UnknownWord {
            found,
            known,
            meant,
        } => vec![
            ("found", found.clone().into()),
            ("known", known.join(", ").into()),
            // «none» is no field and no word of any document.
            ("meant", meant.unwrap_or("none").into()),
        ],
        DocumentFault::MissingField { field } | DocumentFault::DuplicateField { field } => {
            vec![("field", (*field).into())]
        }
        DocumentFault::Rule(words) => vec![("rule", rule(texts, words).into())],
        // By name, so that a new fault is not forgotten here and in `store.ftl`.
        DocumentFault::Empty
        | DocumentFault::Zeros
        | DocumentFault::Utf16
        | DocumentFault::NotUtf8
        | DocumentFault::NoSuchFormat
        | DocumentFault::ConflictMarkers
        | DocumentFault::UnclosedText
        | DocumentFault::UnclosedComment
        | DocumentFault::Trailing
        | DocumentFault::MissingComma
        | DocumentFault::Fraction
        | DocumentFault::QuotedField
        | DocumentFault::QuotedWord
        | DocumentFault::Date(_)
        | DocumentFault::MissingColon
        | DocumentFault::Expected(_)
        | DocumentFault::OutOfBounds
        | DocumentFault::InvalidEscape
        | DocumentFault::TooDeep => Vec::new(),
    }
}

/// A rule of a type in the user's language. The domain says it in English, knowing no user.
pub fn rule(texts: &Texts, words: &str) -> String {
    for (error, text) in [
        (DateError::Form, texts.get("rule-date-form")),
        (DateError::NoSuchDay, texts.get("rule-no-such-day")),
        (DateError::Year, texts.get("rule-year")),
    ] {
        if words.contains(&error.to_string()) {
            return text;
        }
    }
    let quoted = || words.split_once('«').map_or("", |(_, rest)| rest);
    let said = || quoted().trim_end_matches('»').to_owned();
    let same = |error: Option<String>| error.is_some_and(|error| error == words);
    if same(said().parse::<ActivityKey>().err().map(|e| e.to_string())) {
        return texts.with("rule-key", &[("found", said().into())]);
    }
    if same(said().parse::<ActivityId>().err().map(|e| e.to_string())) {
        return texts.with("rule-activity-number", &[("found", said().into())]);
    }
    if same(said().parse::<MeasureId>().err().map(|e| e.to_string())) {
        return texts.with("rule-measure-number", &[("found", said().into())]);
    }
    match words {
        "the first day lies after the last one" => texts.get("rule-span"),
        other => texts.with("rule-other", &[("rule", other.into())]),
    }
}
