//! What has to hold of every wording: shared by the properties and the fuzz target `deadline`.

use planerka::domain::calendar::Calendar;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::date_words::{self, DateContext};
use planerka::domain::deadline::{Certainty, Conventions, Kind, Reading, Role, occurrences, read};

/// The spans of the words are the whole wording.
pub fn covers(wording: &str, reading: &Reading) {
    let mut end = 0;
    for word in &reading.words {
        assert_eq!(word.span.start, end, "{wording:?}");
        assert!(word.span.end > end);
        assert!(wording.get(word.span.clone()).is_some(), "{wording:?}");
        end = word.span.end;
    }
    assert_eq!(end, wording.len(), "{wording:?}");
}

/// Any bytes as a wording, in a plan of two years.
pub fn any_text(bytes: &[u8]) {
    let day = |year, month, day| Date::new(year, month, day).unwrap();
    let plan = Span::new(day(2023, 1, 1), day(2024, 12, 31)).unwrap();
    holds(&String::from_utf8_lossy(bytes), plan);
}

/// What has to hold of any wording: nothing lost, what was not read is never certain, no window leaves
/// the plan unless figures name its year.
pub fn holds(wording: &str, plan: Span) {
    let conventions = Conventions::default();
    let calendar = Calendar::default();
    let reading = read(wording, plan, &conventions);
    covers(wording, &reading);
    assert!(reading.windows.is_sorted());
    let unread = reading.words.iter().any(|word| word.role == Role::Unread);
    assert!(!(unread && reading.is_certain()), "{wording:?} {reading:?}");
    assert_eq!(
        reading.kind == Kind::Unread,
        reading.windows.is_empty() && reading.certainty == Certainty::Unread
    );
    // A year the wording does not name may not carry a window out of the plan.
    if !wording.chars().any(|letter| letter.is_ascii_digit()) {
        for window in &reading.windows {
            let due_after = reading.kind == Kind::Recurrence && window.first >= plan.first;
            assert!(
                plan.contains(window.first) && (plan.contains(window.last) || due_after),
                "{wording:?} {window:?}"
            );
        }
    }
    for one in occurrences(&reading, plan.first, &conventions, &calendar) {
        assert!(reading.windows.contains(&one.window));
    }
    // The same text where a day is asked for.
    let _ = date_words::parse(wording, plan.first, DateContext::default(), &calendar);
}
