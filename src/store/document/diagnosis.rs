//! From what the parser says to what a person did: the place is where to look, the fault is what
//! to change.

use std::path::Path;
use std::string::FromUtf8Error;

use ron::error::{Error, SpannedError};

use super::fault::{DocumentError, DocumentFault, Expected};
use super::scan::{Position, Scan, is_quote, scan};
use crate::domain::date::DateError;
use crate::store::place::Place;

/// Names a text that is not UTF-8.
pub(super) fn of_bytes(path: &Path, error: &FromUtf8Error) -> DocumentError {
    let bytes = error.as_bytes();
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if utf16 {
        return DocumentError::new(Place::file(path), DocumentFault::Utf16);
    }
    let good = bytes
        .get(..error.utf8_error().valid_up_to())
        .unwrap_or_default();
    let before = String::from_utf8_lossy(good);
    let line = before.matches('\n').count() + 1;
    let column = before
        .chars()
        .rev()
        .take_while(|character| *character != '\n')
        .count()
        + 1;
    let whole = String::from_utf8_lossy(bytes);
    DocumentError::new(
        Place::in_text(path, &whole, line, column),
        DocumentFault::NotUtf8,
    )
}

/// Names the fault of a text that does not parse.
pub(super) fn of_text(path: &Path, text: &str, error: SpannedError) -> DocumentError {
    if text.trim().is_empty() {
        return DocumentError::new(Place::file(path), DocumentFault::Empty);
    }
    if text.chars().all(|character| character == '\0') {
        return DocumentError::new(Place::file(path), DocumentFault::Zeros);
    }
    if let Some(at) = zeros_at_the_end(text) {
        let place = Place::in_text(path, text, at.line, at.column);
        return DocumentError::new(place, DocumentFault::Zeros);
    }
    // UTF-16 of plain Latin text is also UTF-8: every other byte is zero.
    if text.chars().take(64).filter(|c| *c == '\0').count() >= 8 {
        return DocumentError::new(Place::file(path), DocumentFault::Utf16);
    }
    let scan = scan(text);
    let said = said_at(text, &error, &scan);
    let (at, fault) =
        plain_fault(&scan, said).unwrap_or_else(|| translate(text, error.code, said, &scan));
    DocumentError::new(Place::in_text(path, text, at.line, at.column), fault)
}

/// Where the zero bytes begin that fill a file up to its end.
fn zeros_at_the_end(text: &str) -> Option<Position> {
    /// Fewer may be a slip of the hand, or a Latin letter of UTF-16.
    const MANY: usize = 8;
    let written = text.trim_end_matches('\0');
    (text.len() >= written.len() + MANY).then(|| Position {
        line: written.matches('\n').count() + 1,
        column: written.chars().rev().take_while(|c| *c != '\n').count() + 1,
    })
}

/// Where the parser stood. It names the space before what it did not like.
fn said_at(text: &str, error: &SpannedError, scan: &Scan) -> Position {
    let reported = match error.code {
        Error::ExpectedComma => error.span.end,
        _ => error.span.start,
    };
    let reported = Position {
        line: reported.line,
        column: reported.col,
    };
    let text_around = scan
        .texts
        .iter()
        .find(|(start, end)| *start <= reported && reported <= *end);
    match text_around {
        Some(_) if matches!(error.code, Error::InvalidEscape(_)) => return reported,
        Some((start, _end)) => return *start,
        None if !is_space_at(text, reported) => return reported,
        None => {}
    }
    let next_solid = scan.solid.iter().map(|(at, _)| *at);
    let next_text = scan.texts.iter().map(|(at, _end)| *at);
    next_solid
        .chain(next_text)
        .filter(|at| *at >= reported)
        .min()
        .unwrap_or(reported)
}

fn is_space_at(text: &str, at: Position) -> bool {
    text.split('\n')
        .nth(at.line.saturating_sub(1))
        .and_then(|line| line.chars().nth(at.column.saturating_sub(1)))
        .is_none_or(|character| character.is_ascii_whitespace() || character == '/')
}

/// Faults that the parser knows nothing of: they stand before the place it complains about.
fn plain_fault(scan: &Scan, said: Position) -> Option<(Position, DocumentFault)> {
    if let Some(at) = scan.conflict {
        return Some((at, DocumentFault::ConflictMarkers));
    }
    scan.odd
        .iter()
        .find(|(at, _)| *at <= said)
        .map(|(at, found)| {
            let found = *found;
            let fault = if is_quote(found) {
                DocumentFault::OddQuotes { found }
            } else if found.is_control() {
                DocumentFault::ControlCharacter { found }
            } else {
                DocumentFault::OddSpace { found }
            };
            (*at, fault)
        })
}

fn translate(text: &str, code: Error, said: Position, scan: &Scan) -> (Position, DocumentFault) {
    let syntax = is_syntax(&code);
    if let Some(at) = scan.open_comment {
        return (at, DocumentFault::UnclosedComment);
    }
    if syntax && let Some(at) = swallowed_text(scan, said) {
        return (at, DocumentFault::UnclosedText);
    }
    let nothing_follows = code == Error::Eof
        || !scan.solid.iter().any(|(at, _)| *at >= said)
            && !scan.texts.iter().any(|(at, _end)| *at >= said);
    if syntax
        && nothing_follows
        && let Some((open_at, open)) = scan.open.last()
    {
        let line = open_at.line;
        return (
            end_of(text),
            DocumentFault::EndsTooEarly { open: *open, line },
        );
    }
    let character = scan
        .solid
        .iter()
        .find(|(at, _)| *at == said)
        .map(|(_, character)| *character);
    let quoted = scan.texts.iter().any(|(start, _end)| *start == said);
    let fault = match code {
        Error::ExpectedComma if character == Some('.') => DocumentFault::Fraction,
        Error::ExpectedComma => {
            return (end_of_previous(scan, said), DocumentFault::MissingComma);
        }
        Error::ExpectedIdentifier if quoted && is_field(scan, said) => DocumentFault::QuotedField,
        Error::ExpectedIdentifier if quoted => DocumentFault::QuotedWord,
        Error::ExpectedMapColon => DocumentFault::MissingColon,
        other => fault_of(other),
    };
    (said, fault)
}

/// Whether a colon follows the text in quotes.
fn is_field(scan: &Scan, said: Position) -> bool {
    scan.texts
        .iter()
        .find(|(start, _end)| *start == said)
        .and_then(|(_start, end)| scan.solid.iter().find(|(at, _)| at > end))
        .is_some_and(|(_, character)| *character == ':')
}

/// A text without its closing quote runs on to the next quote, lines later; the parser complains
/// there.
fn swallowed_text(scan: &Scan, said: Position) -> Option<Position> {
    let over_lines = |(start, end): &&(Position, Position)| start.line < end.line;
    scan.texts
        .iter()
        .filter(|(start, _end)| *start <= said)
        .find(over_lines)
        .map(|(start, _end)| *start)
        .or(scan.open_text)
}

/// Where a comma should have been: after what stands before the place.
fn end_of_previous(scan: &Scan, said: Position) -> Position {
    let solid = scan.solid.iter().map(|(at, _)| *at);
    let texts = scan.texts.iter().map(|(_start, end)| *end);
    solid
        .chain(texts)
        .filter(|at| *at < said)
        .max()
        .map_or(said, |at| Position {
            line: at.line,
            column: at.column + 1,
        })
}

fn end_of(text: &str) -> Position {
    let trimmed = text.trim_end();
    Position {
        line: trimmed.matches('\n').count() + 1,
        column: trimmed
            .chars()
            .rev()
            .take_while(|character| *character != '\n')
            .count()
            + 1,
    }
}

/// Whether the fault is one of brackets, commas and quotes, not of meaning.
fn is_syntax(code: &Error) -> bool {
    !matches!(
        code,
        Error::Message(_)
            | Error::NoSuchEnumVariant { .. }
            | Error::NoSuchStructField { .. }
            | Error::MissingStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::InvalidValueForType { .. }
            | Error::ExpectedDifferentLength { .. }
            | Error::IntegerOutOfBounds
            | Error::InvalidEscape(_)
            | Error::ExceededRecursionLimit
    )
}

fn fault_of(code: Error) -> DocumentFault {
    match code {
        Error::NoSuchStructField {
            expected, found, ..
        } => DocumentFault::UnknownField {
            meant: nearest(&found, expected),
            known: expected.to_vec(),
            found,
        },
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => DocumentFault::UnknownWord {
            meant: nearest(&found, expected),
            known: expected.to_vec(),
            found,
        },
        Error::MissingStructField { field, .. } => DocumentFault::MissingField { field },
        Error::DuplicateStructField { field, .. } => DocumentFault::DuplicateField { field },
        Error::IntegerOutOfBounds => DocumentFault::OutOfBounds,
        Error::InvalidEscape(_) => DocumentFault::InvalidEscape,
        Error::ExceededRecursionLimit => DocumentFault::TooDeep,
        Error::TrailingCharacters => DocumentFault::Trailing,
        Error::UnclosedBlockComment | Error::UnclosedLineComment => DocumentFault::UnclosedComment,
        Error::ExpectedStringEnd => DocumentFault::UnclosedText,
        Error::Message(rule) => date_fault(&rule).unwrap_or(DocumentFault::Rule(rule)),
        Error::InvalidValueForType { .. } | Error::ExpectedDifferentLength { .. } => {
            DocumentFault::Rule(code.to_string())
        }
        code => DocumentFault::Expected(expected_of(&code)),
    }
}

/// A rule that a date breaks comes through serde as its sentence.
fn date_fault(rule: &str) -> Option<DocumentFault> {
    [DateError::Form, DateError::NoSuchDay, DateError::Year]
        .into_iter()
        .find(|error| error.to_string() == rule)
        .map(DocumentFault::Date)
}

fn expected_of(code: &Error) -> Expected {
    match code {
        Error::ExpectedString => Expected::Text,
        Error::ExpectedInteger | Error::ExpectedFloat | Error::InvalidIntegerDigit { .. } => {
            Expected::Number
        }
        Error::ExpectedBoolean => Expected::Boolean,
        Error::ExpectedChar => Expected::Character,
        Error::ExpectedArray => Expected::ListStart,
        Error::ExpectedArrayEnd => Expected::ListEnd,
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. }
        | Error::ExpectedStructName(_) => Expected::RecordStart,
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => Expected::RecordEnd,
        Error::ExpectedIdentifier | Error::InvalidIdentifier(_) => Expected::FieldName,
        Error::ExpectedOption => Expected::Option,
        _ => Expected::Other,
    }
}

/// The known word with the fewest differences, if they are few.
fn nearest(found: &str, known: &'static [&'static str]) -> Option<&'static str> {
    known
        .iter()
        .map(|word| (distance(found, word), *word))
        .min()
        .filter(|(distance, word)| *distance <= word.len().div_ceil(3))
        .map(|(_distance, word)| word)
}

/// Levenshtein's distance.
fn distance(one: &str, other: &str) -> usize {
    // A wrong name is short; a whole file in its place need not be measured.
    let other: Vec<char> = other.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, left) in one.chars().take(64).enumerate() {
        let mut diagonal = index;
        let mut above_left = index + 1;
        for (place, right) in row.iter_mut().skip(1).zip(&other) {
            let changed = diagonal + usize::from(left != *right);
            diagonal = *place;
            *place = changed.min(above_left + 1).min(diagonal + 1);
            above_left = *place;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}
