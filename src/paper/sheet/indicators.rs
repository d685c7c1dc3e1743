//! The indicators as a sheet.

use super::super::compose::{INDICATOR_COLUMNS, INDICATORS, indicator_row};
use super::{Sheet, Value, named};
use crate::domain::tactical_plan::IndicatorLine;

/// The sheet; none while there is nothing to print.
pub(in super::super) fn indicators(lines: &[IndicatorLine]) -> Option<Sheet> {
    if lines.is_empty() {
        return None;
    }
    let rows = lines.iter().map(|line| {
        let cells = indicator_row(line).into_iter().enumerate();
        cells
            .map(|(place, cell)| match place {
                0 => Value::Number(u32::from(line.number)),
                _ => Value::from(cell),
            })
            .collect()
    });
    Some(Sheet {
        name: INDICATORS,
        columns: named(&INDICATOR_COLUMNS.map(|(name, width)| (name, width * 2))),
        rows: rows.collect(),
    })
}
