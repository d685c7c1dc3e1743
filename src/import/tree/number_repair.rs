//! Numbers a spreadsheet took for dates or fractions: «1 февраля» was 1.2, and 1.1 after 1.9 was
//! 1.10.

use crate::import::grid::Typed;
use crate::import::number::{self, Shape};
use crate::import::report::Done;
use crate::import::resolve::Item;

/// Brings numbers back that a spreadsheet changed.
pub(super) fn repair(items: &mut [Item], done: &mut Vec<Done>) {
    let mut last: Option<Vec<u32>> = None;
    for item in items {
        let Item::Activity { row, fields } = item else {
            continue;
        };
        if !fields.number_is_own {
            continue;
        }
        let from = fields.number.clone();
        let is_typed_date = matches!(fields.typed, Some(Typed::Date(_)));
        let parts = match fields.typed {
            Some(Typed::Date(date)) => Some(dated(last.as_deref(), date.day, date.month)),
            _ => match number::read(&from) {
                Some(Shape::Decimal(parts)) => Some(cut(last.as_deref(), parts)),
                _ => spelled(&from).map(|(first, second)| dated(last.as_deref(), first, second)),
            },
        };
        let Some(parts) = parts else {
            continue;
        };
        let mark = from.ends_with('.') && !is_typed_date;
        let mut to: String = parts
            .iter()
            .map(u32::to_string)
            .collect::<Vec<_>>()
            .join(".");
        if mark {
            to.push('.');
        }
        let same = number::read(&from) == Some(Shape::Decimal(parts.clone()));
        if !same {
            done.push(Done::Number {
                row: *row,
                from,
                to: to.clone(),
            });
            fields.number = to;
        }
        last = Some(parts);
    }
}

/// A number that a date was made of: whichever follows the one before.
fn dated(last: Option<&[u32]>, first: u32, second: u32) -> Vec<u32> {
    let follows = |parts: &[u32]| {
        last.as_ref().is_some_and(|last| match (last, parts) {
            ([a, b, ..], [c, d]) => (a == c && b + 1 == *d) || (a + 1 == *c && *d == 1),
            _ => false,
        })
    };
    if follows(&[second, first]) && !follows(&[first, second]) {
        vec![second, first]
    } else {
        vec![first, second]
    }
}

/// 1.1 after 1.9 was 1.10; 1.2 after 1.19 was 1.20.
fn cut(last: Option<&[u32]>, parts: Vec<u32>) -> Vec<u32> {
    if let (Some([a, b]), [c, d]) = (last, parts.as_slice())
        && a == c
        && *d < 10
        && b + 1 == d * 10
    {
        return vec![*c, d * 10];
    }
    parts
}

/// «01.фев», «1-фев», «янв.23»: what a spreadsheet wrote into a text file.
fn spelled(text: &str) -> Option<(u32, u32)> {
    const MONTHS: [&str; 12] = [
        "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ];
    const LATIN: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = text.to_lowercase();
    let mut parts = lower.split(['.', '-', ' ']).filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let month = |word: &str| {
        (1_u32..)
            .zip(MONTHS.iter().zip(LATIN))
            .find(|(_, (russian, latin))| {
                word.starts_with(**russian)
                    || word.starts_with(latin)
                    || word == "мая" && **russian == "май"
            })
            .map(|(number, _)| number)
    };
    let number = |word: &str| word.parse::<u32>().ok().filter(|number| *number <= 99);
    match (number(first), month(second), month(first), number(second)) {
        (Some(day), Some(month), ..) => Some((day, month)),
        (_, _, Some(month), Some(year)) => Some((month, year)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_a_spreadsheet_changed_are_brought_back() {
        assert_eq!(spelled("01.фев"), Some((1, 2)));
        assert_eq!(spelled("2-May"), Some((2, 5)));
        assert_eq!(spelled("янв.23"), Some((1, 23)));
        assert_eq!(spelled("раздел 1"), None);
        assert_eq!(dated(Some(&[1, 1]), 1, 2), [1, 2]);
        assert_eq!(dated(Some(&[1, 4]), 5, 1), [1, 5]);
        assert_eq!(dated(Some(&[1, 1]), 2, 1), [2, 1]);
        assert_eq!(cut(Some(&[1, 9]), vec![1, 1]), [1, 10]);
        assert_eq!(cut(Some(&[1, 19]), vec![1, 2]), [1, 20]);
        assert_eq!(cut(Some(&[1, 1]), vec![1, 2]), [1, 2]);
    }
}
