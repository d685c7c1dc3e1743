//! Whether a file in the place of an approved paper holds nothing a person wrote: a merge of what
//! two machines approved, the draft of before, an earlier version. Such a file follows the journal;
//! what a person changed is reported and stays.

use std::collections::HashSet;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::approved::ApprovedKind;
use crate::domain::minutes::{Minutes, MinutesState};
use crate::domain::tactical_plan::TacticalPlan;
use crate::store::document::{DocumentFault, parse};

/// How git marks the two sides of a conflict.
const MARKS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// What stands in the place of an approved paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stale {
    /// Every line of it stands in papers that are known: nothing is lost with it.
    Known,
    /// A draft, as the program leaves one.
    Draft,
    /// Nothing that can be read: a conflict somebody has not settled, a merge of drafts, damage.
    Unreadable,
}

/// What a text in the place of a paper is, given the texts of that paper that are known; `None`
/// when a person may have written it.
pub fn stale(kind: ApprovedKind, text: &str, known: &[&str]) -> Option<Stale> {
    let lines: HashSet<&str> = known.iter().flat_map(|text| text.lines()).collect();
    let is_mark = |line: &str| MARKS.iter().any(|mark| line.starts_with(mark));
    if text
        .lines()
        .all(|line| lines.contains(line) || is_mark(line))
    {
        // An empty file is what a full disk or a syncer leaves, and holds nothing either.
        return Some(Stale::Known);
    }
    let state = match kind {
        ApprovedKind::Minutes => read::<Minutes>(text).map(|it| it.head.state),
        ApprovedKind::TacticalPlan => read::<TacticalPlan>(text).map(|it| it.minutes.state),
    };
    match state {
        Ok(MinutesState::Draft) => Some(Stale::Draft),
        // A paper of a newer program is good for that one.
        Ok(MinutesState::Approved) | Err(DocumentFault::NewerFormat { .. }) => None,
        Err(_) => Some(Stale::Unreadable),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, DocumentFault> {
    parse(Path::new(""), text).map_err(|error| error.fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "(\n    number: 1,\n    text: \"а\",\n)\n";
    const OTHER: &str = "(\n    number: 1,\n    text: \"б\",\n)\n";

    fn of(text: &str) -> Option<Stale> {
        stale(ApprovedKind::Minutes, text, &[ONE, OTHER])
    }

    #[test]
    fn what_git_merged_of_two_versions_holds_nothing_a_person_wrote() {
        let union = "(\n    number: 1,\n    text: \"а\",\n    text: \"б\",\n)\n";
        let marked = "(\n    number: 1,\n<<<<<<< HEAD\n    text: \"а\",\n=======\n    text: \"б\",\n>>>>>>> theirs\n)\n";
        for merged in [union, marked, ONE, ""] {
            assert_eq!(of(merged), Some(Stale::Known), "{merged}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_from_what_is_known() {
        let marked =
            "(\n<<<<<<< HEAD\n    text: \"в\",\n=======\n    text: \"б\",\n>>>>>>> theirs\n)\n";
        assert_eq!(of(marked), Some(Stale::Unreadable));
    }

    #[test]
    fn a_paper_of_a_newer_program_is_left_to_that_one() {
        assert_eq!(of("(\n    format: 99,\n    colour: \"red\",\n)\n"), None);
    }
}
