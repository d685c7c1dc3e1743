//! The indicators of a document in a table: target, last value, change, distance, source.

use super::super::model::{Block, Part, Role, Table};
use super::super::wording::date;
use crate::domain::indicator::Amount;
use crate::domain::minutes::ValueRecord;
use crate::domain::tactical_plan::IndicatorLine;

/// What the table is called.
pub(in super::super) const NAME: &str = "Показатели";

/// The columns with their shares of the width.
pub(in super::super) const COLUMNS: [(&str, u16); 7] = [
    ("№", 4),
    ("Показатель", 24),
    ("Цель", 20),
    ("Значение", 12),
    ("Изменение", 10),
    ("До цели", 12),
    ("Источник, примечание", 14),
];

/// The table under its heading; nothing while there is nothing to print.
pub(in super::super) fn indicators(part: &mut Part, lines: &[IndicatorLine]) {
    if lines.is_empty() {
        return;
    }
    part.text(Role::Section, NAME);
    let mut table = Table::new(&COLUMNS);
    for line in lines {
        table.push(row(line));
    }
    part.blocks.push(Block::Table(table));
}

/// The cells of an indicator.
pub(in super::super) fn row(line: &IndicatorLine) -> [String; 7] {
    [
        line.number.to_string(),
        line.name.to_string(),
        line.target.to_string(),
        value(line),
        change(line),
        missing(line),
        origin(line),
    ]
}

/// «9,3 % на 31.12.2023», and what is not recorded.
fn value(line: &IndicatorLine) -> String {
    let said = line
        .value
        .map(|(day, amount)| format!("{} на {}", with_unit(amount, &line.unit), date(day)));
    let due = line
        .due
        .map(|ended| format!("на {} не представлено", date(ended)));
    match (said, due) {
        (Some(said), Some(due)) => format!("{said};\n{due}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "–".to_owned(),
    }
}

/// «+0,5»; a dash before there are two values.
fn change(line: &IndicatorLine) -> String {
    line.change.map_or_else(
        || "–".to_owned(),
        |difference| match difference.hundredths() {
            0 => "без изменений".to_owned(),
            up if up > 0 => format!("+{}", number(difference)),
            _ => format!(
                "−{}",
                number(Amount::of_hundredths(-difference.hundredths()))
            ),
        },
    )
}

/// «осталось 2,7 %», «достигнута»; a dash where the target names no number.
fn missing(line: &IndicatorLine) -> String {
    line.missing.map_or_else(
        || "–".to_owned(),
        |left| {
            if left.hundredths() == 0 {
                "достигнута".to_owned()
            } else {
                format!("осталось {}", with_unit(left, &line.unit))
            }
        },
    )
}

/// Where the value comes from, and what else was said of it.
fn origin(line: &IndicatorLine) -> String {
    joined(&line.source, &line.note)
}

fn joined(source: &str, note: &str) -> String {
    let said: Vec<&str> = [source, note]
        .into_iter()
        .filter(|it| !it.trim().is_empty())
        .collect();
    said.join("; ")
}

/// «значение на 01.06.2023: 7 % (отчёт АСОУ)»: what was taken at a meeting.
pub(in super::super) fn value_taken(record: &ValueRecord) -> String {
    let amount = with_unit(record.amount, &record.unit);
    let said = format!("значение на {}: {amount}", date(record.day));
    match joined(&record.source, &record.note).as_str() {
        "" => said,
        origin => format!("{said} ({origin})"),
    }
}

fn with_unit(amount: Amount, unit: &str) -> String {
    format!("{} {unit}", number(amount)).trim_end().to_owned()
}

/// A number as Russian papers have it: with a comma.
fn number(amount: Amount) -> String {
    amount.to_string().replace('.', ",")
}
