//! What can be put into a text.

use fluent_bundle::FluentValue;

/// An argument of a text: a number, which may choose the plural form, or a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A whole number, written without separators.
    Number(i64),
    /// A text, put in as it is.
    Text(String),
}

impl Argument {
    /// A number of things; what does not fit counts as the largest number.
    pub fn count(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    pub(super) fn to_fluent(&self) -> FluentValue<'_> {
        match self {
            Self::Number(number) => FluentValue::from(*number),
            Self::Text(text) => FluentValue::from(text.as_str()),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::count(number)
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                Self::Number(i64::from(number))
            }
        }
    )*};
}

from_number!(i64, i32, u32, u16, u8);
