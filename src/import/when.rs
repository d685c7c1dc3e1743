//! Whether a cell is a deadline, asked of the deadline reader.

use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Certainty, Conventions, Kind, Reading, read};

/// The reading of a wording in a period.
pub(super) fn reading(wording: &str, period: Span) -> Reading {
    read(&super::text::line(wording), period, &Conventions::default())
}

/// The windows of a wording in a period.
pub fn windows(wording: &str, period: Span) -> Vec<Span> {
    reading(wording, period).windows
}

/// Whether a text that a person types in the place of a wording is read, every word of it.
pub fn is_read(wording: &str, period: Span) -> bool {
    let reading = reading(wording, period);
    reading.kind != Kind::Unread && reading.unread().next().is_none()
}

/// What else a wording may honestly mean in a period, written so that it is read as nothing else;
/// of one that is not read whole, what is read of it.
pub fn other_readings(wording: &str, period: Span) -> Vec<String> {
    let own = reading(wording, period);
    let mut found: Vec<String> = Vec::new();
    if let Certainty::Assumed { alternatives, .. } = &own.certainty {
        found.extend(alternatives.iter().filter_map(|other| {
            let said = in_days(&other.windows);
            let read = reading(&said, period);
            (!said.is_empty() && read.windows == other.windows).then_some(said)
        }));
    }
    let line = super::text::line(wording);
    let mut rest = line.clone();
    let mut unread: Vec<_> = own.unread().collect();
    unread.sort_by_key(|span| std::cmp::Reverse(span.start));
    for span in unread {
        if rest.get(span.clone()).is_some() {
            rest.replace_range(span, " ");
        }
    }
    let rest = super::text::line(&rest);
    let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
    if own.unread().next().is_some() && is_read(rest, period) {
        found.push(rest.to_owned());
    }
    found.dedup();
    found
}

/// «01.09.2024 – 15.09.2024; 20.10.2024».
fn in_days(windows: &[Span]) -> String {
    let day = |day: Date| day.format("%d.%m.%Y").to_string();
    let said: Vec<String> = windows
        .iter()
        .map(|window| {
            if window.first == window.last {
                day(window.last)
            } else {
                format!("{} – {}", day(window.first), day(window.last))
            }
        })
        .collect();
    said.join("; ")
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

/// Whether the deadline reader reads every word of a cell, and a time in it, in whatever years.
pub(super) fn reads_whole(cell: &str) -> bool {
    let (Ok(first), Ok(last)) = (Date::new(2000, 1, 1), Date::new(2001, 12, 31)) else {
        return false;
    };
    reads(cell)
        && !is_bare_day(cell)
        && Span::new(first, last).is_some_and(|years| is_read(cell, years))
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

/// Whether a cell of a column that names a stretch of time says that it is then: by a mark, or by a
/// day or month of its own. A bare number is an amount.
pub(super) fn says_then(cell: &str) -> bool {
    is_mark(cell) || (!is_bare_day(cell) && !is_short(cell) && reads(cell))
}

/// «+», «х», «V», «✓».
pub(super) fn is_mark(cell: &str) -> bool {
    let plain: String = cell.split_whitespace().collect();
    matches!(
        plain.to_lowercase().as_str(),
        "+" | "х" | "x" | "v" | "✓" | "✔" | "√" | "☑" | "☒" | "*" | "•" | "●" | "■" | "да"
    )
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

/// Words that stand beside a bare day.
const BESIDE_DAYS: &[&str] = &[
    "с",
    "по",
    "до",
    "и",
    "не",
    "позднее",
    "позже",
    "к",
    "числа",
    "число",
    "пн",
    "вт",
    "ср",
    "чт",
    "пт",
    "сб",
    "вс",
];

/// «1», «14-15», «5, 12», «с 4 по 8», «до 20», «5 (вт)»: days whose month stands elsewhere.
pub(super) fn is_bare_day(cell: &str) -> bool {
    let plain = super::text::plain(cell);
    let mut days = 0;
    let fits = plain
        .split(|c: char| c.is_whitespace() || "-–—,;()".contains(c))
        .map(|part| part.trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .all(|part| match part.parse::<u32>() {
            Ok(day) => {
                days += 1;
                (1..=31).contains(&day)
            }
            Err(_) => BESIDE_DAYS.contains(&part),
        });
    fits && days > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year() -> Span {
        Span::new(
            Date::new(2024, 1, 1).unwrap(),
            Date::new(2024, 12, 31).unwrap(),
        )
        .unwrap()
    }

    #[test]
    fn what_else_a_wording_may_mean_is_read_as_nothing_else() {
        for wording in [
            "весна",
            "осень 2024 г.",
            "начало мая",
            "1-е полугодие",
            "лето",
        ] {
            for other in other_readings(wording, year()) {
                assert!(is_read(&other, year()), "{wording}: {other}");
                let own = reading(wording, year()).windows;
                assert_ne!(reading(&other, year()).windows, own, "{wording}: {other}");
            }
        }
    }

    #[test]
    fn bare_days_have_no_month() {
        for cell in [
            "1",
            "14-15",
            "5, 12",
            "с 4 по 8",
            "до 20",
            "5 (вт)",
            "25–29",
            "не позднее 3",
        ] {
            assert!(is_bare_day(cell), "{cell}");
        }
        for cell in [
            "5 мая",
            "32",
            "14.09.-19.09",
            "1.5",
            "в течение месяца",
            "",
            "до",
            "2024",
        ] {
            assert!(!is_bare_day(cell), "{cell}");
        }
    }

    #[test]
    fn a_mark_says_then_and_an_amount_does_not() {
        for cell in ["+", "Х", "x", " V ", "✓", "до 15.03", "март"] {
            assert!(says_then(cell), "{cell}");
        }
        for cell in ["", "-", "5", "10-15", "25 %", "Отчёт", "V квартал прошёл"] {
            assert!(!says_then(cell), "{cell}");
        }
    }

    #[test]
    fn of_a_wording_not_read_whole_what_is_read_is_offered() {
        let found = other_readings("до 15 мая ЗУВР", year());
        assert_eq!(found, ["до 15 мая"]);
        assert!(!is_read("как получится", year()));
    }
}
