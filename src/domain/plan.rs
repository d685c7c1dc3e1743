//! The measures plan as the order has it: directions → measures → activities, verbatim.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};
use super::safe_text::SafeText;

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
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts: Vec<Option<u8>> = text.split('.').map(|part| part.parse().ok()).collect();
        match parts.as_slice() {
            [Some(direction), Some(measure), Some(activity)]
                if *direction > 0 && *measure > 0 && *activity > 0 =>
            {
                Ok(Self {
                    direction: *direction,
                    measure: *measure,
                    activity: *activity,
                })
            }
            _ => Err(format!("an activity is numbered like 1.2.3, not «{text}»")),
        }
    }
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
    /// «1.2», as the order numbers it.
    pub number: SafeText,
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
    /// What it stands for, as the order puts it.
    pub full: SafeText,
}

impl Plan {
    /// All activities in the order's sequence.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.directions
            .iter()
            .flat_map(|direction| &direction.measures)
            .flat_map(|measure| &measure.activities)
    }

    /// The activity with this number.
    pub fn activity(&self, id: ActivityId) -> Option<&Activity> {
        self.activities().find(|activity| activity.id == id)
    }
}
