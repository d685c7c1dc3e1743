//! Requisites that not every organisation puts on its papers (ГОСТ Р 7.0.97): each is off until
//! it is set, and has its place in the form.

use serde::{Deserialize, Serialize};

use super::SafeText;

/// The part of the settings of papers that is about further requisites.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Requisites {
    /// The index of the file by the list of files («01-07»): behind the number of the minutes, and
    /// in extracts as the place of the original.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub case_index: SafeText,
    /// The restriction of access («Для служебного пользования»), in the upper right corner.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub restriction: SafeText,
    /// Who agrees with the minutes before they are signed: the sheet of visas, one line each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visas: Vec<SafeText>,
    /// Whether the executors sign that they have read the minutes.
    #[serde(skip_serializing_if = "is_false")]
    pub acquaintance: bool,
    /// Who gets a copy («Разослано: …»).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<SafeText>,
    /// The mark of the one who wrote the paper, with a telephone number: below the signatures.
    #[serde(skip_serializing_if = "SafeText::is_blank")]
    pub executor: SafeText,
    /// Whether an extract says who was present.
    #[serde(skip_serializing_if = "is_false")]
    pub extract_attendance: bool,
    /// Whether annexes are named with their sheets and copies («на 1 л. в 1 экз.»).
    #[serde(skip_serializing_if = "is_false")]
    pub annex_sheets: bool,
}

impl Requisites {
    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}
