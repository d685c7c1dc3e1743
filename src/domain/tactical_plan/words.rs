//! The words of the documents in a tactical plan: what it is called and what its tasks are of.

use serde::{Deserialize, Serialize};

use super::SafeText;

/// What a tactical plan says of the documents its tasks come from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWords {
    /// What the document itself calls the result of the meeting; blank: «Тактический план».
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub name: SafeText,
    /// What the document calls its points; blank: «Пункт».
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub point: SafeText,
    /// What the document is; blank where it says nothing known, or there are several.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub document: SafeText,
}

impl PlanWords {
    /// Those every plan had before there were others: the words of the one document there was.
    /// Files of those programs do not name them, and are printed with them for ever.
    pub fn first() -> Self {
        Self {
            name: SafeText::from("Тактический план деятельности РС НМС"),
            point: SafeText::default(),
            document: SafeText::from("комплекс мер"),
        }
    }

    pub(super) fn are_first(&self) -> bool {
        *self == Self::first()
    }

    /// Whether a text can be the name of such a plan: one clause that says so in its first words.
    pub fn is_name(text: &str) -> bool {
        let mut words = text.split_whitespace().take(4);
        words.any(|word| word.to_lowercase() == "план") && !text.contains([',', ';', '/', '('])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_of_a_meeting_is_a_plan_when_it_says_so() {
        for (text, is) in [
            ("Тактический план деятельности РС НМС", true),
            ("Оперативный план работы штаба", true),
            ("План на месяц", true),
            ("Протокол", false),
            ("Протокол, план работы", false),
            ("Планы муниципалитетов", false),
            ("", false),
        ] {
            assert_eq!(PlanWords::is_name(text), is, "{text}");
        }
    }
}
