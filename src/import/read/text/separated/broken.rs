//! Rows that line breaks inside their cells have cut: what a word processor puts on the clipboard.

use crate::import::number;
use crate::import::resolve::begins_small;

/// More lines than this are no row.
const LINES: usize = 12;

/// The rows put together: `2, Составить перечень` and `объектов, апрель, Отдел` are one row of four
/// cells. A line alone that goes on with a sentence belongs to the last cell above it.
pub(super) fn joined(records: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let Some(width) = usual(&records) else {
        return records;
    };
    let mut joined: Vec<Vec<String>> = Vec::new();
    let mut rest = records.as_slice();
    while let Some((record, after)) = rest.split_first() {
        // Below a whole row: another table may have fewer columns.
        let is_below = joined.last().is_some_and(|row| row.len() == width);
        let pieces = if is_below { pieces(rest, width) } else { 0 };
        let mut row = record.clone();
        for piece in after.iter().take(pieces) {
            go_on(&mut row, piece);
        }
        rest = after.get(pieces..).unwrap_or_default();
        while let Some((next, behind)) = rest.split_first()
            && row.len() == width
            && is_rest_of_last(&row, next)
        {
            go_on(&mut row, next);
            rest = behind;
        }
        joined.push(row);
    }
    joined
}

/// How many records after the first of these make a whole row with it.
fn pieces(records: &[Vec<String>], width: usize) -> usize {
    let Some((first, after)) = records.split_first() else {
        return 0;
    };
    // A row that line breaks cut begins with its number.
    let begins = first
        .first()
        .is_some_and(|cell| number::read(cell).is_some());
    if !begins || first.len() < 2 || first.len() >= width {
        return 0;
    }
    let mut cells = first.len();
    for (index, piece) in after.iter().take(LINES).enumerate() {
        let own = piece.first().map_or("", String::as_str);
        if own.is_empty() || number::read(own).is_some() || piece.len() >= width {
            return 0;
        }
        cells += piece.len() - 1;
        if cells == width {
            return index + 1;
        }
        if cells > width {
            return 0;
        }
    }
    0
}

/// Whether a line alone goes on with the last cell of a row.
fn is_rest_of_last(row: &[String], next: &[String]) -> bool {
    let [text] = next else {
        return false;
    };
    let ends = row.last().map_or("", String::as_str);
    !text.is_empty()
        && number::read(text).is_none()
        && (ends.ends_with([',', '-', ';']) || begins_small(text))
}

fn go_on(row: &mut Vec<String>, piece: &[String]) {
    let mut cells = piece.iter();
    if let (Some(cell), Some(rest)) = (row.last_mut(), cells.next()) {
        cell.push('\n');
        cell.push_str(rest);
    }
    row.extend(cells.cloned());
}

/// How many cells most rows have.
fn usual(records: &[Vec<String>]) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::new();
    for record in records.iter().filter(|record| record.len() > 2) {
        *counts.entry(record.len()).or_insert(0_usize) += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, count)| *count)
        .filter(|(_, count)| *count >= 2)
        .map(|(width, _)| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let cut = |line: &str| line.split('\t').map(str::to_owned).collect();
        joined(text.lines().map(cut).collect())
    }

    #[test]
    fn a_row_cut_by_a_line_break_is_put_together() {
        let rows = rows(
            "№\tДело\tСрок\tКто\n1\tОдно\tмай\tОтдел,\nцентр\n2\tСоставить\nперечень\t\
             июнь\tОтдел\n3\tДругое\tиюль\tОтдел\nРаздел 2\n4\tПоследнее\tавгуст\tОтдел",
        );
        assert_eq!(rows.len(), 6);
        assert_eq!(rows[1][3], "Отдел,\nцентр");
        assert_eq!(rows[2], ["2", "Составить\nперечень", "июнь", "Отдел"]);
        assert_eq!(rows[4], ["Раздел 2"]);
    }

    #[test]
    fn short_rows_stay_apart() {
        let text = "№\tДело\tСрок\tКто\n1\tРаздел\n2\tОдно\tмай\tОтдел\n3\tДругое\tиюнь\tОтдел";
        assert_eq!(rows(text).len(), 4);
    }
}
