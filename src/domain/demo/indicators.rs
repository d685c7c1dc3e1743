//! Values of the indicators of Р-503, month by month, made up for the demonstration.

use super::super::date::{Date, Span};
use super::super::indicator::Amount;
use super::super::operation::Operation;
use super::super::safe_text::SafeText;
use super::Season;

/// The indicators that are measured in numbers, and their values in hundredths.
const VALUES: &[(u8, [i64; 8])] = &[
    (3, [420, 510, 600, 640, 730, 810, 880, 930]),
    (4, [1_200, 1_500, 1_500, 1_900, 2_400, 2_700, 3_000, 3_100]),
    (
        5,
        [
            31_000, 29_800, 29_000, 28_100, 27_000, 26_200, 25_500, 25_100,
        ],
    ),
    (6, [3_800, 4_100, 4_100, 4_700, 5_200, 5_800, 6_100, 6_300]),
];

impl Season {
    /// Puts the values of all months on record that have ended.
    pub(super) fn measure(&mut self, span: Span) {
        let mut day: Date = span.first.end_of_month();
        for month in 0.. {
            let values = VALUES.iter().filter_map(|(indicator, values)| {
                let amount = Amount::of_hundredths(*values.get(month)?);
                let plan = self.workspace.main_document()?;
                let known = plan.indicators.iter().any(|it| it.number == *indicator);
                known.then_some(Operation::MeasureIndicator {
                    indicator: *indicator,
                    value: Some(amount),
                    source: SafeText::default(),
                    note: SafeText::default(),
                })
            });
            let operations: Vec<Operation> = values.collect();
            if operations.is_empty() || day > span.last {
                return;
            }
            self.act(None, day, operations);
            day = day.plus_days(1).end_of_month();
        }
    }
}
