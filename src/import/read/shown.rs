//! What a spreadsheet shows of the numbers and dates it keeps.

use std::fmt::Write as _;

use crate::domain::russian::month_after_a_day;
use crate::import::grid::TypedDate;

/// A moment as spreadsheets keep it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) year: i32,
    pub(super) month: u32,
    pub(super) day: u32,
    pub(super) hour: u32,
    pub(super) minute: u32,
}

const MONTHS: [&str; 12] = [
    "Январь",
    "Февраль",
    "Март",
    "Апрель",
    "Май",
    "Июнь",
    "Июль",
    "Август",
    "Сентябрь",
    "Октябрь",
    "Ноябрь",
    "Декабрь",
];

/// The parts a number format shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Shows {
    day: bool,
    /// 0: no month; 1, 2: in digits; more: in letters.
    month: usize,
    year: bool,
    time: bool,
}

fn shows(format: &str) -> Shows {
    let mut shows = Shows::default();
    let first = format.split(';').next().unwrap_or_default().to_lowercase();
    let mut last = ' ';
    let mut characters = first.chars().peekable();
    let mut runs: Vec<(char, usize)> = Vec::new();
    while let Some(character) = characters.next() {
        match character {
            '"' => {
                while characters.next().is_some_and(|next| next != '"') {}
                last = ' ';
            }
            '[' => {
                let mut inside = String::new();
                for next in characters.by_ref() {
                    if next == ']' {
                        break;
                    }
                    inside.push(next);
                }
                // `[h]` counts hours.
                if inside.chars().all(|c| c == 'h') && !inside.is_empty() {
                    runs.push(('h', 1));
                }
                last = ' ';
            }
            '\\' => {
                characters.next();
                last = ' ';
            }
            // The Russian names of the same letters.
            'y' | 'г' | 'd' | 'д' | 'm' | 'м' | 'h' | 'ч' | 's' | 'с' => {
                let letter = match character {
                    'г' => 'y',
                    'д' => 'd',
                    'м' => 'm',
                    'ч' => 'h',
                    'с' => 's',
                    other => other,
                };
                match runs.last_mut() {
                    Some((run, count)) if *run == letter && last == letter => *count += 1,
                    _ => runs.push((letter, 1)),
                }
                last = letter;
            }
            _ => last = ' ',
        }
    }
    for (index, (letter, count)) in runs.iter().enumerate() {
        let before = index
            .checked_sub(1)
            .and_then(|at| runs.get(at))
            .map(|run| run.0);
        let after = runs.get(index + 1).map(|run| run.0);
        match letter {
            'y' => shows.year = true,
            'd' if *count <= 2 => shows.day = true,
            'h' => shows.time = true,
            'm' if before == Some('h') || after == Some('s') => shows.time = true,
            'm' => shows.month = shows.month.max(*count),
            _ => {}
        }
    }
    shows
}

/// A date as its format shows it, in Russian, so that the deadline reader reads it.
pub(super) fn date(moment: Moment, format: &str) -> (String, Option<TypedDate>) {
    let mut shows = shows(format);
    if !shows.day && shows.month == 0 && !shows.year && !shows.time {
        shows = Shows {
            day: true,
            month: 2,
            year: true,
            time: false,
        };
    }
    let index = usize::try_from(moment.month.saturating_sub(1)).unwrap_or_default();
    let of_month = month_after_a_day(moment.month).unwrap_or_default();
    let month = MONTHS.get(index).copied().unwrap_or_default();
    let in_letters = shows.month > 2;
    let Moment { year, day, .. } = moment;
    let digits = moment.month;
    let mut text = match (shows.day, shows.month > 0, shows.year) {
        (true, _, true) if in_letters => format!("{day} {of_month} {year} г."),
        (true, _, true) => format!("{day:02}.{digits:02}.{year}"),
        (true, _, false) if in_letters => format!("{day} {of_month}"),
        (true, _, false) => format!("{day:02}.{digits:02}"),
        (false, true, true) => format!("{month} {year}"),
        (false, true, false) => month.to_owned(),
        (false, false, true) => year.to_string(),
        (false, false, false) => String::new(),
    };
    if shows.time && (text.is_empty() || moment.hour + moment.minute > 0) {
        if !text.is_empty() {
            text.push(' ');
        }
        // Writing to a string cannot fail.
        let _ = write!(text, "{:02}:{:02}", moment.hour, moment.minute);
    }
    let typed = (shows.day || shows.month > 0 || shows.year).then_some(TypedDate {
        day,
        month: digits,
        year,
        shows_day: shows.day,
        shows_year: shows.year,
    });
    (text, typed)
}

/// A number as its format shows it; dots part decimals, as numbers of points do.
pub(super) fn number(value: f64, format: &str) -> String {
    let first = format.split(';').next().unwrap_or_default();
    let percent = first.contains('%');
    let value = if percent { value * 100.0 } else { value };
    let decimals = first
        .split_once('.')
        .map(|(_, after)| after.chars().take_while(|c| *c == '0').count())
        .filter(|_| first.contains('0'));
    let mut text = match decimals {
        Some(decimals) if decimals > 0 => format!("{value:.decimals$}"),
        _ if first.trim() == "0" || first.trim() == "#,##0" => format!("{value:.0}"),
        // 1.1 kept in binary is 1.1000000000000001.
        _ => {
            let short = format!("{value:.10}");
            let short = short.trim_end_matches('0').trim_end_matches('.');
            if short.is_empty() {
                "0".into()
            } else {
                short.to_owned()
            }
        }
    };
    if percent {
        text.push('%');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Moment = Moment {
        year: 2023,
        month: 9,
        day: 1,
        hour: 14,
        minute: 5,
    };

    #[test]
    fn a_date_shows_what_its_format_shows() {
        for (format, shown) in [
            ("dd.mm.yyyy", "01.09.2023"),
            ("mm-dd-yy", "01.09.2023"),
            ("[$-419]d mmmm yyyy\" г.\";@", "1 сентября 2023 г."),
            ("[$-419]mmmm yyyy;@", "Сентябрь 2023"),
            ("ММММ ГГГГ", "Сентябрь 2023"),
            ("d-mmm", "1 сентября"),
            ("dd.mm.yyyy h:mm", "01.09.2023 14:05"),
            ("h:mm", "14:05"),
            ("mmmm", "Сентябрь"),
            ("yyyy", "2023"),
            ("", "01.09.2023"),
        ] {
            assert_eq!(date(MOMENT, format).0, shown, "{format}");
        }
        assert!(!date(MOMENT, "mmmm yyyy").1.unwrap().shows_day);
        assert_eq!(date(MOMENT, "h:mm").1, None);
    }

    #[test]
    fn a_number_shows_what_its_format_shows() {
        for (value, format, shown) in [
            (1.0, "General", "1"),
            (1.1, "General", "1.1"),
            (1.1, "0.00", "1.10"),
            (0.5, "0%", "50%"),
            (2.0, "0", "2"),
        ] {
            assert_eq!(number(value, format), shown);
        }
    }
}
