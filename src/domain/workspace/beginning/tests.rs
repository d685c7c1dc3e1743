//! Who joins later is asked for nothing that was over before.

use super::super::fixture::{Told, day};
use crate::domain::agenda::{AgendaLine, Reason};

fn undated(told: &Told, on: &str) -> usize {
    let lines = told.workspace.agenda_candidates(day(on));
    let is_undated = |line: &&AgendaLine| line.reasons.contains(&Reason::Unread);
    lines.iter().filter(is_undated).count()
}

#[test]
fn points_of_a_letter_that_was_over_before_the_record_are_asked_for_no_day() {
    let mut told = Told::on_documents(&["08-406"]);
    // While it runs they are.
    assert!(undated(&told, "2023-05-25") > 0);
    assert_eq!(undated(&told, "2024-02-01"), 0);
    // Who has worked with it since then is still asked.
    told.open("2023-05-25").finish("2023-05-25");
    assert!(undated(&told, "2024-02-01") > 0);
}
