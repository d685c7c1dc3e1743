//! Values on their way into a text: nothing in them can become markup.

use std::borrow::Cow;

use minijinja::value::{Value, ValueKind};
use minijinja::{AutoEscape, Error, ErrorKind, Output, State};

use super::super::xml_text;
use super::bounds::Count;
use crate::domain::safe_text::SafeText;

/// Writes a value as the format of the template needs it; what is marked safe goes as it is.
pub(super) fn format(
    out: &mut Output<'_>,
    state: &mut State<'_, '_>,
    value: &Value,
    count: &Count,
) -> Result<(), Error> {
    let text = match value.as_str() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(value.to_string()),
    };
    // Counted before it is copied.
    count.add(text.len())?;
    let text = if value.is_safe() {
        text
    } else {
        Cow::Owned(inline(&text, state.auto_escape()))
    };
    out.write_str(&text)
        .map_err(|error| Error::new(ErrorKind::WriteFailure, error.to_string()))
}

/// A text of a template as it may go to a terminal and into a file: what a terminal would act on is
/// shown. Breaks of lines and pages and tabs are what they are.
pub(super) fn visible(text: &str) -> String {
    let mut characters = text.chars().peekable();
    let mut visible = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\t' | '\u{c}' => visible.push(character),
            _ if character.is_control() => {
                visible.push_str(&SafeText::new(character.encode_utf8(&mut [0; 4])));
            }
            _ => visible.push(character),
        }
    }
    visible
}

fn inline(text: &str, format: &AutoEscape) -> String {
    match format {
        AutoEscape::Html => xml_text::escape(text),
        AutoEscape::Custom(_) => markdown(text).replace('\n', " "),
        _ => text.to_owned(),
    }
}

/// The filter `lines`: the line breaks of a text stay breaks; a list is a text of its lines. The
/// indent goes before all lines but the first, where the format has one.
#[allow(clippy::needless_pass_by_value, reason = "the form of a filter")]
pub(super) fn lines(
    state: &State<'_, '_>,
    text: Value,
    indent: Option<String>,
) -> Result<Value, Error> {
    let text = match text.kind() {
        ValueKind::Seq | ValueKind::Iterable => {
            let parts: Vec<String> = text.try_iter()?.map(|part| part.to_string()).collect();
            parts.join("\n")
        }
        _ => text.to_string(),
    };
    Ok(match state.auto_escape() {
        AutoEscape::Html => Value::from_safe_string(xml_text::escape(&text).replace('\n', "<br>")),
        AutoEscape::Custom(_) => {
            let indent = indent.unwrap_or_default();
            let lines: Vec<String> = text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(|line| line_start(markdown(line)))
                .collect();
            Value::from_safe_string(lines.join(&format!("  \n{indent}")))
        }
        _ => Value::from(text),
    })
}

/// The filter `cell`: a text as it can stand in a cell of a table.
pub(super) fn cell(state: &State<'_, '_>, text: &str) -> Value {
    match state.auto_escape() {
        AutoEscape::Html => Value::from_safe_string(xml_text::escape(text).replace('\n', "<br>")),
        AutoEscape::Custom(_) => Value::from_safe_string(markdown(text).replace('\n', "<br>")),
        // There a table is a list: a line in brackets belongs to the one before it.
        _ => Value::from(text.replace("\n(", " (").replace('\n', "; ")),
    }
}

/// What would make the line a list: a dash, a plus sign, a number with a point.
fn line_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        _ if line.starts_with(['-', '+', '=']) => format!("\\{line}"),
        _ => line,
    }
}

fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            // Entities show everywhere; a backslash before `<` is not known to all readers.
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
