//! What is said at the meetings of the demonstration: a file, so that no sentence stands in code.

use serde::Deserialize;

use super::super::date::Date;
use super::super::safe_text::SafeText;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    /// What marks every paper.
    pub(super) sign: SafeText,
    pub(super) not_held: Vec<NotHeld>,
    pub(super) excuses: Vec<SafeText>,
    pub(super) deputies: Vec<SafeText>,
    pub(super) heard: Vec<SafeText>,
    pub(super) spoke: Vec<SafeText>,
    pub(super) decisions: Vec<SafeText>,
    pub(super) assignments: Vec<SafeText>,
    pub(super) postponed: Vec<SafeText>,
    pub(super) cancelled: Vec<SafeText>,
    pub(super) extended: Vec<SafeText>,
    pub(super) topics: Vec<SafeText>,
    pub(super) private: Vec<SafeText>,
    pub(super) reopened: SafeText,
}

/// A Thursday without a meeting.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NotHeld {
    pub(super) day: Date,
    pub(super) moved_to: Option<Date>,
    pub(super) reason: SafeText,
}

impl Phrases {
    /// The embedded file. A test reads it, so that nobody ever gets the empty one.
    pub(super) fn embedded() -> Self {
        ron::from_str(include_str!("phrases.ron")).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_well_formed() {
        let read: Result<Phrases, _> = ron::from_str(include_str!("phrases.ron"));
        assert_eq!(read.unwrap().not_held.len(), 2);
    }
}
