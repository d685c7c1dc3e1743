//! Any text as a wording: no panic, the spans are the whole text, an unread part is never certain,
//! no window leaves the plan unless figures name its year.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planerka::domain::calendar::Calendar;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::date_words::{self, DateContext};
use planerka::domain::deadline::{Conventions, Kind, Role, occurrences, read};

fuzz_target!(|text: &str| {
    let day = |year, month, day| Date::new(year, month, day).expect("a day");
    let plan = Span::new(day(2023, 1, 1), day(2024, 12, 31)).expect("a span");
    let conventions = Conventions::default();
    let calendar = Calendar::default();
    let reading = read(text, plan, &conventions);
    let mut end = 0;
    for word in &reading.words {
        assert_eq!(word.span.start, end);
        end = word.span.end;
    }
    assert_eq!(end, text.len());
    if reading.words.iter().any(|word| word.role == Role::Unread) {
        assert!(!reading.is_certain());
    }
    if !text.chars().any(|letter| letter.is_ascii_digit()) {
        for window in &reading.windows {
            let later = reading.kind == Kind::Recurrence && plan.contains(window.first);
            assert!(plan.contains(window.first) && (plan.contains(window.last) || later));
        }
    }
    let _ = occurrences(&reading, plan.first, &conventions, &calendar);
    let _ = date_words::parse(text, day(2023, 5, 25), DateContext::default(), &calendar);
});
