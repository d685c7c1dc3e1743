//! The documents the binary carries along: what a new state directory is filled with.
//!
//! The clone's `state/` begins with the very same files, so a clone and an installed program
//! start from the same plan. They are kept apart: in `state/` people work, and what they leave
//! there is neither shipped nor tested.

/// The measures plan of order Р-503 of 23 May 2023 with its indicators and glossary, verbatim,
/// slips of the source included («декабрь2024 г.», «управленческих компетенций»).
pub const PLAN: &str = include_str!("embedded/plan.ron");

/// Whom columns 4 and 5 of the plan name.
///
/// Bare «ЦНППМ» is the group of the three centres (АСОУ, ГГТУ, ГСГУ): the order's glossary
/// defines the word as a generic term (appendix 2, term 20) and appendix 3 uses it for all the
/// centres of the region, so an activity of «ЦНППМ» is owed by each of them.
pub const SUBJECTS: &str = include_str!("embedded/subjects.ron");

/// Where, when and by whom the meeting of the plan is held: measure 1.2 of the order names the
/// academy and the vice-rector; the table is set for the subjects the plan names most.
pub const SETTINGS: &str = include_str!("embedded/settings.ron");

/// All of them by the name they have in a state directory.
pub const ALL: &[(&str, &str)] = &[
    ("plan.ron", PLAN),
    ("subjects.ron", SUBJECTS),
    ("settings.ron", SETTINGS),
];

/// The orders and letters on control beside the plan, by the name they have in a state directory:
/// what the demonstration is filled with.
pub const LETTERS: &[(&str, &str)] = &[
    (
        "documents/08-406.ron",
        include_str!("embedded/documents/08-406.ron"),
    ),
    (
        "documents/1355.ron",
        include_str!("embedded/documents/1355.ron"),
    ),
    (
        "documents/2548.ron",
        include_str!("embedded/documents/2548.ron"),
    ),
    (
        "documents/r-325.ron",
        include_str!("embedded/documents/r-325.ron"),
    ),
    (
        "documents/r-503.ron",
        include_str!("embedded/documents/r-503.ron"),
    ),
];

#[cfg(test)]
mod tests {
    use ron::ser::PrettyConfig;
    use serde::Serialize;
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::domain::plan::Plan;
    use crate::domain::subject::Subjects;

    /// Reads a document and writes it the way every document of the state directory is written.
    fn rewritten<T: Serialize + DeserializeOwned>(document: &str) -> String {
        let form = PrettyConfig::new()
            .new_line("\n")
            .indentor("    ")
            .struct_names(false);
        let value: T = ron::from_str(document).unwrap();
        ron::ser::to_string_pretty(&value, form).unwrap() + "\n"
    }

    #[test]
    fn reading_and_writing_changes_no_byte() {
        assert_eq!(rewritten::<Plan>(PLAN), PLAN);
        assert_eq!(rewritten::<Subjects>(SUBJECTS), SUBJECTS);
    }

    #[test]
    fn russian_stays_readable_in_the_files() {
        for document in [PLAN, SUBJECTS] {
            assert!(!document.contains("\\u"));
            assert!(document.contains("ЦНППМ АСОУ"));
        }
    }

    #[test]
    fn no_address_and_no_telephone_came_along() {
        for document in [PLAN, SUBJECTS] {
            for sign in ["@", "+7", "8 (", "тел."] {
                assert!(!document.contains(sign), "{sign}");
            }
        }
    }
}
