//! Wordings that leave their month to what they stand under: «1-10» under «ЯНВАРЬ», «до 25» in the
//! column «Март».

use super::heading;
use super::text;
use super::when;

/// A cell of a column that names a month, with that month; nothing where it has one of its own, or
/// where the column names another stretch.
pub(super) fn of_column(cell: &str, stretch: &str) -> Option<String> {
    let (month, year) = heading::month(stretch)?;
    with(cell, month, year)
}

/// A wording that needs its month, with it; nothing where it has one of its own.
pub(super) fn with(term: &str, month: &str, year: Option<i32>) -> Option<String> {
    let month = match year {
        Some(year) => format!("{month} {year} г."),
        None => month.to_owned(),
    };
    let line = text::line(term);
    let days = line.trim_end_matches(['.', ' ']);
    if when::is_bare_day(days) || is_bare_span(days) {
        return Some(format!("{} {month}", without_weekday(days)));
    }
    let plain = text::plain(&line);
    let words: Vec<&str> = text::words(&plain).collect();
    let in_all = [
        "в течение месяца",
        "в теч. мес",
        "в теч. месяца",
        "весь месяц",
        "месяц",
    ];
    if in_all.contains(&plain.trim_end_matches('.')) {
        return Some(format!("в течение {month}"));
    }
    // «1 неделя», «каждый вторник», «вторая половина месяца».
    let of_month: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !["месяца", "мес"].contains(word))
        .collect();
    let first = *of_month.first()?;
    let last = *of_month.last()?;
    let parts_a_month = ["недел", "декад", "половин", "начало", "конец", "середин"]
        .iter()
        .any(|stem| first.starts_with(stem) || last.starts_with(stem))
        || first.starts_with("кажд")
        || is_weekday(last) && of_month.len() == 2;
    let recurs = ["еженедельно", "ежедневно"].contains(&first) && of_month.len() == 1;
    if parts_a_month {
        Some(format!("{} {month}", of_month.join(" ")))
    } else {
        recurs.then(|| format!("{first} в течение {month}"))
    }
}

/// «14-16», «1-10.», not «14.09.-19.09», which has its month.
fn is_bare_span(term: &str) -> bool {
    let has_month = term
        .split(['-', '–', '—', ' '])
        .any(|part| part.trim_matches('.').contains('.'));
    when::is_short(term) && !has_month
}

fn is_weekday(word: &str) -> bool {
    [
        "понедельник",
        "вторник",
        "сред",
        "четверг",
        "пятниц",
        "суббот",
        "воскресень",
    ]
    .iter()
    .any(|stem| word.starts_with(stem))
}

/// «5 (вт)» is the fifth.
fn without_weekday(days: &str) -> String {
    let kept: Vec<&str> = days
        .split_whitespace()
        .filter(|word| {
            let bare = text::plain(word.trim_matches(['(', ')', ',', '.']));
            !["пн", "вт", "ср", "чт", "пт", "сб", "вс"].contains(&bare.as_str())
        })
        .collect();
    kept.join(" ").trim_end_matches([',', ' ']).to_owned()
}
