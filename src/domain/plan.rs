//! The measures plan as the order has it: directions → measures → activities, verbatim.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};
use super::safe_text::SafeText;

mod check;
mod walk;

pub use check::{Place, PlanProblem};
pub use walk::PlanRow;

/// An activity's number: `1.2.3` is the third activity of measure 1.2.
///
/// The order does not number activities; they are counted within their measure.
/// Sorted by numbers, so that `1.2.10` comes after `1.2.9`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ActivityId {
    /// Number of the direction.
    pub direction: u8,
    /// Number of the measure within its direction.
    pub measure: u8,
    /// Number of the activity within its measure.
    pub activity: u8,
}

impl fmt::Display for ActivityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.direction, self.measure, self.activity)
    }
}

impl fmt::Debug for ActivityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<ActivityId> for String {
    fn from(id: ActivityId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for ActivityId {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl FromStr for ActivityId {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        match numbers(text).as_deref() {
            Some([direction, measure, activity]) => Ok(Self {
                direction: *direction,
                measure: *measure,
                activity: *activity,
            }),
            _ => Err(NumberError::Activity(text.to_owned())),
        }
    }
}

impl ActivityId {
    /// The measure this activity belongs to.
    pub fn measure_id(self) -> MeasureId {
        MeasureId {
            direction: self.direction,
            measure: self.measure,
        }
    }
}

/// A measure's number, as the order writes it: `1.2`.
///
/// Sorted by numbers, so that `1.10` comes after `1.9`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MeasureId {
    /// Number of the direction.
    pub direction: u8,
    /// Number of the measure within its direction.
    pub measure: u8,
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.direction, self.measure)
    }
}

impl fmt::Debug for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl From<MeasureId> for String {
    fn from(id: MeasureId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for MeasureId {
    type Error = NumberError;

    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl FromStr for MeasureId {
    type Err = NumberError;

    fn from_str(text: &str) -> Result<Self, NumberError> {
        match numbers(text).as_deref() {
            Some([direction, measure]) => Ok(Self {
                direction: *direction,
                measure: *measure,
            }),
            _ => Err(NumberError::Measure(text.to_owned())),
        }
    }
}

/// Why a text is not a number of the plan.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NumberError {
    /// Not an [`ActivityId`].
    #[error("an activity is numbered like 1.2.3, not «{0}»")]
    Activity(String),
    /// Not a [`MeasureId`].
    #[error("a measure is numbered like 1.2, not «{0}»")]
    Measure(String),
}

/// Reads `1.2.3`: numbers from 1 to 255 without signs and leading zeros, so that every number has
/// one spelling only.
fn numbers(text: &str) -> Option<Vec<u8>> {
    text.split('.')
        .map(|part| {
            let plain = part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0');
            plain.then(|| part.parse().ok()).flatten()
        })
        .collect()
}

/// A whole measures plan: `plan.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the file's form.
    pub format: u32,
    /// The order that sets the plan.
    pub document: OrderDocument,
    /// The years the plan speaks of.
    pub period: Span,
    /// Directions in the order's sequence.
    pub directions: Vec<Direction>,
    /// Indicators of appendix 3.
    pub indicators: Vec<Indicator>,
    /// Terms of appendix 2.
    pub glossary: Vec<Term>,
    /// Shortened names the order introduces with «далее».
    pub abbreviations: Vec<Abbreviation>,
}

/// Requisites of the order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderDocument {
    /// Who issued it.
    pub issuer: SafeText,
    /// «Распоряжение», «Приказ» …
    pub kind: SafeText,
    /// The day it was signed; recurrences count from here.
    pub date: Date,
    /// «Р-503».
    pub number: SafeText,
    /// Where it was issued.
    pub place: SafeText,
    /// The heading of the order.
    pub title: SafeText,
    /// The heading of the plan itself.
    pub plan_title: SafeText,
    /// What the order amends, if anything.
    pub amends: Option<SafeText>,
}

/// A direction of the plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Direction {
    /// 1, 2, 3.
    pub number: u8,
    /// Verbatim, without the outer quotation marks.
    pub title: SafeText,
    /// In the order's sequence.
    pub measures: Vec<Measure>,
}

/// A system-forming measure (системообразующее мероприятие).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// `1.2`, as the order numbers it.
    pub number: MeasureId,
    /// Column 2, verbatim.
    pub title: SafeText,
    /// In the order's sequence.
    pub activities: Vec<Activity>,
}

/// One activity: columns 3–7 of the order, verbatim, misprints included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its number within the plan.
    pub id: ActivityId,
    /// Column 3.
    pub title: SafeText,
    /// Column 4.
    pub responsible_subject: SafeText,
    /// Column 5.
    pub executors: SafeText,
    /// Column 6: the wording of the deadline.
    pub term: SafeText,
    /// Column 7: the expected result.
    pub result: SafeText,
}

/// One of the order's performance indicators.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// 1–6.
    pub number: u8,
    /// The heading it stands under.
    pub group: SafeText,
    /// What is measured.
    pub name: SafeText,
    /// The value to reach.
    pub target: SafeText,
    /// How it is collected.
    pub method: SafeText,
}

/// A term of the glossary.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term.
    pub term: SafeText,
    /// Its definition.
    pub definition: SafeText,
}

/// A shortened name and what it stands for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Abbreviation {
    /// «ЦНППМ АСОУ».
    pub short: SafeText,
    /// What it stands for, as the order puts it, in the order's case.
    pub full: SafeText,
    /// The place of the order that introduces it.
    pub defined_in: SafeText,
}

impl Plan {
    /// The newest version of the file's form this program writes.
    pub const FORMAT: u32 = 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        let id: ActivityId = "3.5.10".parse().unwrap();
        assert_eq!(id.to_string(), "3.5.10");
        assert!(id > "3.5.9".parse().unwrap());
        assert_eq!(id.measure_id().to_string(), "3.5");
        for wrong in [
            "", "1.2", "1.2.3.4", "1.2.0", "1.02.3", "+1.2.3", "1.2.3 ", "1..3", "1.2.256", "а.б.в",
        ] {
            assert_eq!(
                wrong.parse::<ActivityId>(),
                Err(NumberError::Activity(wrong.to_owned())),
                "{wrong}"
            );
        }
        assert!("1.2".parse::<MeasureId>().is_ok());
        assert!("1.2.3".parse::<MeasureId>().is_err());
    }
}
