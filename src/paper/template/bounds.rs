//! What a template may take: the length of a tag, of what it makes, of an indent. What no rule here
//! sees, a string doubled forty times, is for the process that fills it to bear.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use minijinja::filters;
use minijinja::value::{Rest, Value, ValueOrKwargs};
use minijinja::{Error, ErrorKind, State};

/// The most bytes a template may make, what it keeps for later included. The largest paper of a
/// season has a twentieth of it.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

/// The longest tag that is read: a chain of ten thousand additions is as many calls deep.
pub(super) const LONGEST_TAG: usize = 4 * 1024;

/// The widest indent or column.
const WIDEST: usize = 1_000;

/// The detail of an error about size.
pub(super) const TOO_LARGE: &str = "more than any paper needs";

pub(super) fn too_large() -> Error {
    Error::new(ErrorKind::InvalidOperation, TOO_LARGE)
}

/// Counts bytes, up to a limit.
#[derive(Debug, Default)]
pub(super) struct Count(AtomicUsize);

impl Count {
    pub(super) fn begin(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    pub(super) fn add(&self, bytes: usize) -> Result<(), Error> {
        let before = self.0.fetch_add(bytes, Ordering::Relaxed);
        if before.saturating_add(bytes) > LARGEST {
            return Err(too_large());
        }
        Ok(())
    }
}

/// What is made, up to a limit.
#[derive(Debug, Default)]
pub(super) struct Bounded(pub(super) Vec<u8>);

impl io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len().saturating_add(bytes.len()) > LARGEST {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The line at which a tag begins that is longer than is read.
pub(super) fn long_tag(text: &str) -> Option<usize> {
    let mut rest = text;
    let mut line = 1;
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, tag) = rest.split_at(at);
        line += before.matches('\n').count();
        let end = if tag.starts_with("{{") { "}}" } else { "%}" };
        let length = tag.find(end).map_or(tag.len(), |end| end + 2);
        if length > LONGEST_TAG {
            return Some(line);
        }
        let (tag, after) = tag.split_at(length);
        line += tag.matches('\n').count();
        rest = after;
    }
    None
}

/// The filter `indent` of the language, no wider than any paper is.
pub(super) fn indent() -> impl Fn(&mut State<'_, '_>, Rest<ValueOrKwargs>) -> Result<Value, Error> {
    let filter = Value::from_function(filters::indent);
    move |state, arguments| {
        let arguments = values(arguments);
        let named = |value: &Value| value.get_attr("width").ok().filter(Value::is_number);
        let mut widths = arguments.iter().skip(1);
        if widths.any(|value| is_wide(value) || named(value).is_some_and(|it| is_wide(&it))) {
            return Err(too_large());
        }
        filter.call(state, &arguments)
    }
}

/// The filter `format` of the language, its columns no wider than any paper is.
pub(super) fn format() -> impl Fn(&mut State<'_, '_>, Rest<ValueOrKwargs>) -> Result<Value, Error> {
    let filter = Value::from_function(filters::format);
    move |state, arguments| {
        let arguments = values(arguments);
        let form = arguments
            .first()
            .and_then(Value::as_str)
            .unwrap_or_default();
        let is_too_wide = |number: &str| number.parse().map_or(true, |width: usize| width > WIDEST);
        let mut numbers = form.split(|letter: char| !letter.is_ascii_digit());
        let wide = numbers.any(|number| !number.is_empty() && is_too_wide(number));
        // A width may come from the arguments, too.
        if wide || (form.contains('*') && arguments.iter().any(is_wide)) {
            return Err(too_large());
        }
        filter.call(state, &arguments)
    }
}

fn values(arguments: Rest<ValueOrKwargs>) -> Vec<Value> {
    arguments.0.into_iter().map(Value::from).collect()
}

fn is_wide(value: &Value) -> bool {
    let number = i128::try_from(value.clone());
    number.is_ok_and(|number| number.unsigned_abs() > WIDEST as u128)
}
