//! What is wrong with a template, and where.

use std::collections::BTreeMap;
use std::error::Error as _;

use minijinja::{Error, ErrorKind};
use thiserror::Error;

/// A template that could not be used.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{file}:{line}: {detail}")]
pub struct TemplateFault {
    /// The file, by its name in `templates/`.
    pub file: String,
    /// The line, counted from 1; 0 when the whole file is meant.
    pub line: usize,
    /// That line, as it stands there.
    pub excerpt: String,
    /// What sort of fault.
    pub problem: TemplateProblem,
    /// What the library says of it, in English.
    pub detail: String,
}

/// The sorts of fault.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TemplateProblem {
    /// The template is not well-formed.
    Syntax,
    /// It extends or includes a template that is not there.
    NoTemplate,
    /// It calls a filter, test, function, method or block nobody knows.
    UnknownName,
    /// It prints a field the paper does not have.
    NoValue,
    /// It does not come to an end.
    Endless,
    /// Anything else.
    Other,
}

impl TemplateProblem {
    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::NoTemplate => "no-template",
            Self::UnknownName => "unknown-name",
            Self::NoValue => "no-value",
            Self::Endless => "endless",
            Self::Other => "other",
        }
    }

    fn of(kind: ErrorKind) -> Self {
        match kind {
            ErrorKind::SyntaxError | ErrorKind::BadEscape => Self::Syntax,
            ErrorKind::TemplateNotFound => Self::NoTemplate,
            ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod
            | ErrorKind::UnknownBlock => Self::UnknownName,
            ErrorKind::UndefinedError => Self::NoValue,
            ErrorKind::OutOfFuel => Self::Endless,
            _ => Self::Other,
        }
    }
}

impl TemplateFault {
    /// The fault behind an error met while `asked` was being filled.
    pub(super) fn new(asked: &str, error: &Error, files: &BTreeMap<String, String>) -> Self {
        let error = innermost(error, files);
        let file = error.name().unwrap_or(asked);
        let line = error.line().unwrap_or(0);
        let excerpt = files
            .get(file)
            .and_then(|text| text.lines().nth(line.checked_sub(1)?))
            .unwrap_or_default();
        Self {
            file: file.to_owned(),
            line,
            excerpt: excerpt.to_owned(),
            problem: TemplateProblem::of(error.kind()),
            detail: error
                .detail()
                .map_or_else(|| error.kind().to_string(), str::to_owned),
        }
    }
}

/// An include or a block only says that something in it failed; what and where is told by the
/// error it has for its source. What happens in an embedded template is the fault of who uses it.
fn innermost<'e>(error: &'e Error, files: &BTreeMap<String, String>) -> &'e Error {
    let mut found = error;
    let mut next = error.source();
    while let Some(below) = next {
        if let Some(below) = below.downcast_ref::<Error>()
            && below.name().is_some_and(|name| files.contains_key(name))
        {
            found = below;
        }
        next = below.source();
    }
    found
}
