//! How long the whole plan's deadlines take to read; the budget is a millisecond.

use divan::{Bencher, black_box};
use planerka::domain::calendar::Calendar;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::{Conventions, occurrences, read};

/// The 63 wordings of the order, in its sequence.
const PLAN: &str = include_str!("../tests/deadlines/plan-wordings.txt");

fn main() {
    divan::main();
}

fn period() -> Span {
    Span::new(day(2023, 1, 1), day(2024, 12, 31)).unwrap_or(Span::day(Date::MIN))
}

fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::MIN)
}

#[divan::bench]
fn read_63_wordings(bencher: Bencher<'_, '_>) {
    let conventions = Conventions::default();
    bencher.bench(|| {
        for wording in PLAN.lines() {
            black_box(read(black_box(wording), period(), &conventions));
        }
    });
}

#[divan::bench]
fn read_63_wordings_with_due_dates(bencher: Bencher<'_, '_>) {
    let conventions = Conventions::default();
    let calendar = Calendar::default();
    bencher.bench(|| {
        for wording in PLAN.lines() {
            let reading = read(black_box(wording), period(), &conventions);
            black_box(occurrences(
                &reading,
                day(2023, 5, 23),
                &conventions,
                &calendar,
            ));
        }
    });
}
