//! Values of the plan's indicators, as they are measured.

mod goal;
pub(in crate::domain) mod topic;

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::safe_text::SafeText;

pub use goal::{Goal, Rhythm};

/// The most digits in front of the decimal point.
const LONGEST: usize = 12;

/// A measured value: percent, people, teams; the indicator says which. Hundredths, so that two
/// equal values are equal.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Amount(i64);

impl Amount {
    /// The value in hundredths.
    pub fn hundredths(self) -> i64 {
        self.0
    }

    /// A value from its hundredths.
    pub fn of_hundredths(hundredths: i64) -> Self {
        Self(hundredths)
    }
}

/// A value of an indicator with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Measured {
    /// What was measured.
    pub amount: Amount,
    /// Where it comes from; empty when nobody said.
    pub source: SafeText,
    /// What else was said of it.
    pub note: SafeText,
}

/// A text that is no amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("an amount is a number like 12 or 12.5, with two decimals at most")]
pub struct NotAnAmount;

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match rest {
            0 => write!(f, "{sign}{whole}"),
            _ if rest % 10 == 0 => write!(f, "{sign}{whole}.{}", rest / 10),
            _ => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

impl FromStr for Amount {
    type Err = NotAnAmount;

    /// Reads a number as people type it: `12,5`, `1 250`, `40 %`.
    fn from_str(text: &str) -> Result<Self, NotAnAmount> {
        let text: String = text
            .trim()
            .trim_end_matches('%')
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .collect();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.as_str()),
        };
        let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
        let plain = |part: &str, most: usize| {
            let fits = (1..=most).contains(&part.len());
            fits && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !plain(whole, LONGEST) || !plain(rest, 2) {
            return Err(NotAnAmount);
        }
        let whole: i64 = whole.parse().map_err(|_too_long| NotAnAmount)?;
        let part: i64 = format!("{rest:0<2}")
            .parse()
            .map_err(|_too_long| NotAnAmount)?;
        let hundredths = whole * 100 + part;
        Ok(Self(if negative { -hundredths } else { hundredths }))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, wanted) in [
            ("12", "12"),
            ("12,5", "12.5"),
            ("12.05", "12.05"),
            (" 40 % ", "40"),
            ("1\u{a0}250", "1250"),
            ("-3", "-3"),
        ] {
            assert_eq!(typed.parse::<Amount>().unwrap().to_string(), wanted);
        }
        for wrong in ["", "%", "12,", ",5", "12,345", "1e3", "двенадцать", "1.2.3"] {
            assert_eq!(wrong.parse::<Amount>(), Err(NotAnAmount), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(hundredths in -99_999_999_999_999_i64..99_999_999_999_999) {
            let amount = Amount::of_hundredths(hundredths);
            prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}") {
            let _amount = text.parse::<Amount>();
        }
    }
}
