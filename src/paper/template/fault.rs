//! What is wrong with a template, and where.

use std::collections::BTreeMap;
use std::error::Error as _;

use minijinja::{Error, ErrorKind};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::super::docx::LetterheadFault;
use super::FUEL;
use super::bounds::{LONGEST_TAG, TOO_LARGE};

/// A template that could not be used.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
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
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
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
    /// It makes, or takes on the way, more than any paper needs.
    TooLarge,
    /// One of its tags is longer than can be read.
    TagTooLong,
    /// It is no letterhead papers can be written on.
    Letterhead(LetterheadFault),
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
            Self::TooLarge => "too-large",
            Self::TagTooLong => "tag-too-long",
            Self::Letterhead(fault) => fault.name(),
            Self::Other => "other",
        }
    }

    fn of(error: &Error) -> Self {
        if error.detail() == Some(TOO_LARGE) {
            return Self::TooLarge;
        }
        match error.kind() {
            ErrorKind::WriteFailure => Self::TooLarge,
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
    /// A fault of a file of which no line is known.
    pub(super) fn whole(file: &str, problem: TemplateProblem, detail: &str) -> Self {
        Self {
            file: file.to_owned(),
            line: 0,
            excerpt: String::new(),
            problem,
            detail: detail.to_owned(),
        }
    }

    /// A tag that is too long, if there is one; `line` is where it begins.
    pub(super) fn long_tag(file: &str, line: usize, text: &str) -> Self {
        let source = text.lines().nth(line.saturating_sub(1));
        Self {
            line,
            excerpt: source.unwrap_or_default().to_owned(),
            ..Self::whole(
                file,
                TemplateProblem::TagTooLong,
                &format!("{LONGEST_TAG} bytes"),
            )
        }
    }

    /// Another fault at this place.
    pub(super) fn but(self, other: &Self) -> Self {
        Self {
            problem: other.problem,
            detail: other.detail.clone(),
            ..self
        }
    }

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
            problem: TemplateProblem::of(error),
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

/// Where a template goes wrong that does not say so: the line at which it stands when it gets just
/// so many steps that it does not come to that yet. `stopped` fills it with so many steps and says
/// where it stood when they had run out; nothing when it went wrong.
pub(super) fn locate(stopped: impl Fn(u64) -> Option<TemplateFault>) -> Option<TemplateFault> {
    let (mut before, mut place) = (0, None);
    // Most go wrong early, and each try that does takes its time.
    let mut after = 64;
    while after < FUEL
        && let Some(found) = stopped(after)
    {
        (before, place) = (after, Some(found));
        after *= 4;
    }
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        match stopped(middle) {
            Some(found) => (before, place) = (middle, Some(found)),
            None => after = middle,
        }
    }
    place
}
