//! Numbers of minutes, where two machines gave one twice.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::Ledger;
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;

impl Ledger {
    /// Finished minutes of one year with one number: the number, the day of the later meeting, and
    /// that of the first one that has it.
    pub fn numbers_given_twice(&self) -> Vec<(u32, Date, Date)> {
        let mut first: BTreeMap<(i32, u32), Date> = BTreeMap::new();
        let finished = self.meetings.values();
        let finished = finished.filter(|it| it.state == MeetingState::Finished);
        let numbered = finished.filter_map(|it| Some((it.date, it.number?)));
        numbered
            .filter_map(|(date, number)| {
                let known = *first.entry((date.year(), number)).or_insert(date);
                (known != date).then_some((number, date, known))
            })
            .collect()
    }
}
