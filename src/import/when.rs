//! Whether a cell is a deadline, asked of the deadline reader.

use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Conventions, Kind, Reading, read};

/// The reading of a wording in a period.
pub(super) fn reading(wording: &str, period: Span) -> Reading {
    read(&super::text::line(wording), period, &Conventions::default())
}

/// Whether the deadline reader reads a cell, in whatever years.
pub(super) fn reads(cell: &str) -> bool {
    if cell.chars().count() > 300 || !cell.chars().any(char::is_alphanumeric) {
        return false;
    }
    // A bare number is read as a day of some month, but so is every number of a point.
    if super::number::read(cell).is_some() {
        return false;
    }
    let (Ok(first), Ok(last)) = (Date::new(2000, 1, 1), Date::new(2040, 12, 31)) else {
        return false;
    };
    let Some(years) = Span::new(first, last) else {
        return false;
    };
    is_short(cell) || read_kind(cell, years) != Kind::Unread
}

fn read_kind(cell: &str, years: Span) -> Kind {
    let plain = super::text::line(cell);
    // Recurring wordings over forty years would make thousands of windows: two are enough.
    let years = if plain.contains("20") || plain.contains("19") {
        years
    } else {
        let first = years.first;
        Span::new(first, first.plus_days(730)).unwrap_or(years)
    };
    read(&plain, years, &Conventions::default()).kind
}

/// «14-16», «1-10», «14.00-14.10»: days or hours whose month stands elsewhere.
pub(super) fn is_short(cell: &str) -> bool {
    let plain: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    plain.chars().count() <= 13
        && plain.contains(['-', '–', '—'])
        && plain
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '—' | '.' | ':' | ','))
        && plain.chars().any(|c| c.is_ascii_digit())
}
