//! Values of the indicators of Р-503, month by month, made up for the demonstration.

use super::super::date::Date;
use super::super::indicator::Amount;
use super::super::operation::Operation;
use super::super::safe_text::SafeText;
use super::Season;
use super::random::Random;

/// The indicators and their values in hundredths. The first two name no number: what is carried out
/// of the plan, and of the system of monitoring, in percent.
const VALUES: &[(u8, [i64; 8])] = &[
    (1, [300, 700, 1_200, 1_500, 2_100, 2_600, 3_200, 3_800]),
    (2, [1_000, 2_500, 3_000, 3_000, 4_500, 5_500, 6_000, 7_000]),
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
    /// Puts the values of a month on record, on its last day.
    pub(super) fn measure(&mut self, month: usize, end: Date) {
        let known = |indicator: u8| {
            let plan = self.workspace.main_document();
            plan.is_some_and(|plan| plan.indicators.iter().any(|it| it.number == indicator))
        };
        let values = VALUES.iter().filter(|(indicator, _)| known(*indicator));
        let operations: Vec<Operation> = values
            .filter_map(|(indicator, values)| {
                let amount = Amount::of_hundredths(*values.get(month)?);
                Some(Operation::MeasureIndicator {
                    indicator: *indicator,
                    value: Some(amount),
                    source: SafeText::default(),
                    note: SafeText::default(),
                })
            })
            .collect();
        // With chances of its own: what the season tells does not hang on what is measured.
        let chance = Random::new(u64::try_from(month).unwrap_or(0));
        let of_season = std::mem::replace(&mut self.random, chance);
        self.set_clock(end, 16, 0);
        self.act(None, end, operations);
        self.random = of_season;
    }
}
