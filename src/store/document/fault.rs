//! What is wrong with a document, as data.

use std::io;

use thiserror::Error;

use crate::domain::date::DateError;
use crate::store::place::Place;

/// A document that cannot be used, and where it goes wrong.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("{place}: {fault:?}")]
pub struct DocumentError {
    /// Where.
    pub place: Box<Place>,
    /// What.
    pub fault: DocumentFault,
}

impl DocumentError {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        self.fault == DocumentFault::Unreadable(io::ErrorKind::NotFound)
    }

    /// Puts a fault and its place together.
    pub fn new(place: Place, fault: DocumentFault) -> Self {
        Self {
            place: Box::new(place),
            fault,
        }
    }
}

/// What can be wrong with a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentFault {
    /// The file could not be read.
    Unreadable(io::ErrorKind),
    /// The file is larger than any document.
    TooLarge {
        /// In bytes.
        limit: u64,
    },
    /// There is nothing in the file.
    Empty,
    /// The file consists of zero bytes, or of them from a place to its end: a power cut left the
    /// length and not the content.
    Zeros,
    /// The file is UTF-16 (saved as «Юникод» by an editor); it must be UTF-8.
    Utf16,
    /// The file is in a Windows or other 8-bit encoding; it must be UTF-8.
    NotUtf8,
    /// The file belongs to a newer program.
    NewerFormat {
        /// What it says.
        found: u32,
        /// The newest known.
        known: u32,
    },
    /// The file says it is of format 0; the first one is 1.
    NoSuchFormat,
    /// `git` or another program left the marks of a merge in the file.
    ConflictMarkers,
    /// A space that is none, like the non-breaking one, stands between the parts.
    OddSpace {
        /// Which.
        found: char,
    },
    /// A text stands in typographic quotes; files use `"`.
    OddQuotes {
        /// Which.
        found: char,
    },
    /// A zero byte or another control character stands between the parts.
    ControlCharacter {
        /// Which.
        found: char,
    },
    /// A text begins and its closing `"` is missing.
    UnclosedText,
    /// A comment begins with `/*` and does not end.
    UnclosedComment,
    /// The file ends before everything that was opened is closed.
    EndsTooEarly {
        /// The bracket that is still open.
        open: char,
        /// Its line.
        line: usize,
    },
    /// Something follows after the end.
    Trailing,
    /// A comma is missing here.
    MissingComma,
    /// A number has a fraction; only whole ones are used.
    Fraction,
    /// The name of a field stands in quotes, as in JSON.
    QuotedField,
    /// A word that stands for itself, like `Thursday`, stands in quotes.
    QuotedWord,
    /// A field is followed by `=`, or by nothing; it must be `:`.
    MissingColon,
    /// The field is not known.
    UnknownField {
        /// What was found.
        found: String,
        /// What is known.
        known: Vec<&'static str>,
        /// The known one that looks most like it.
        meant: Option<&'static str>,
    },
    /// The field is missing.
    MissingField {
        /// Which.
        field: &'static str,
    },
    /// The field is there twice.
    DuplicateField {
        /// Which.
        field: &'static str,
    },
    /// The word is none of those that may stand here.
    UnknownWord {
        /// What was found.
        found: String,
        /// What is known.
        known: Vec<&'static str>,
        /// The known one that looks most like it.
        meant: Option<&'static str>,
    },
    /// Something else must stand here.
    Expected(Expected),
    /// The number is too large, too small, or negative where it cannot be.
    OutOfBounds,
    /// A `\` in a text is followed by something that has no meaning.
    InvalidEscape,
    /// Too many brackets within brackets.
    TooDeep,
    /// A day is not one: written in another way, not in the calendar, or long ago.
    Date(DateError),
    /// The value breaks a rule of its type; the text is the rule, in English.
    Rule(String),
}

/// What must stand at a place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Expected {
    /// A text in `"`.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// One character in `'`.
    Character,
    /// A list: `[`.
    ListStart,
    /// The end of a list: `]`.
    ListEnd,
    /// A record: `(`.
    RecordStart,
    /// The end of a record: `)`.
    RecordEnd,
    /// The name of a field.
    FieldName,
    /// Something, or `None`.
    Option,
    /// Something else; not more is known.
    Other,
}

impl DocumentFault {
    /// A stable name for `--json` and for message ids.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::TooLarge { .. } => "too-large",
            Self::Empty => "empty",
            Self::Zeros => "zeros",
            Self::Utf16 => "utf-16",
            Self::NotUtf8 => "not-utf-8",
            Self::NewerFormat { .. } => "newer-format",
            Self::NoSuchFormat => "no-such-format",
            Self::ConflictMarkers => "conflict-markers",
            Self::OddSpace { .. } => "odd-space",
            Self::OddQuotes { .. } => "odd-quotes",
            Self::ControlCharacter { .. } => "control-character",
            Self::UnclosedText => "unclosed-text",
            Self::UnclosedComment => "unclosed-comment",
            Self::EndsTooEarly { .. } => "ends-too-early",
            Self::Trailing => "trailing",
            Self::MissingComma => "missing-comma",
            Self::Fraction => "fraction",
            Self::QuotedField => "quoted-field",
            Self::QuotedWord => "quoted-word",
            Self::MissingColon => "missing-colon",
            Self::UnknownField { .. } => "unknown-field",
            Self::MissingField { .. } => "missing-field",
            Self::DuplicateField { .. } => "duplicate-field",
            Self::UnknownWord { .. } => "unknown-word",
            Self::Expected(expected) => expected.name(),
            Self::OutOfBounds => "out-of-bounds",
            Self::InvalidEscape => "invalid-escape",
            Self::TooDeep => "too-deep",
            Self::Date(DateError::Form) => "date-form",
            Self::Date(DateError::NoSuchDay) => "no-such-day",
            Self::Date(DateError::Year) => "year",
            Self::Rule(_) => "rule",
        }
    }
}

impl Expected {
    /// A stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "expected-text",
            Self::Number => "expected-number",
            Self::Boolean => "expected-boolean",
            Self::Character => "expected-character",
            Self::ListStart => "expected-list",
            Self::ListEnd => "expected-list-end",
            Self::RecordStart => "expected-record",
            Self::RecordEnd => "expected-record-end",
            Self::FieldName => "expected-field-name",
            Self::Option => "expected-option",
            Self::Other => "expected-other",
        }
    }
}
