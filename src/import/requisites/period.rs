//! The stretch a plan is for: by its title, else by its deadlines, else by its day.

use std::ops::Range;

use chrono::Datelike as _;

use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Conventions, Kind, read};
use crate::import::draft::Requisites;
use crate::import::report::PeriodBasis;
use crate::import::text;

/// The most words of a stretch in a title.
const LONGEST: usize = 14;

/// A plan is for more days than this; a day in its title is of an event.
const SHORTEST: i64 = 5;

/// Words before the day of another text, and within how many of them its year stands.
const CITED: usize = 4;

/// The years that are years.
const YEARS: Range<i32> = 2000..2100;

/// The period of a plan, and what says so.
pub(in crate::import) fn of(
    requisites: &Requisites,
    terms: &[&str],
) -> Option<(Span, PeriodBasis)> {
    let titled = requisites
        .plan_title
        .as_deref()
        .and_then(|title| of_title(title, requisites.date));
    if titled.is_some() {
        return titled;
    }
    let mut years: Vec<i32> = terms.iter().flat_map(|term| years(term)).collect();
    let by = if years.is_empty() {
        PeriodBasis::Date
    } else {
        PeriodBasis::Deadlines
    };
    years.extend(requisites.date.map(|date| date.year()));
    let (first, last) = (years.iter().min()?, years.iter().max()?);
    Some((whole_years(*first, *last)?, by))
}

/// Whether a title says what the plan is for.
pub(super) fn is_named(title: &str) -> bool {
    of_title(title, None).is_some()
}

fn whole_years(first: i32, last: i32) -> Option<Span> {
    Span::new(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)
}

/// The years a text names; not those of texts it cites («приказ от 12.03.2019 № 45»).
fn years(content: &str) -> Vec<i32> {
    own_parts(content).into_iter().flat_map(years_of).collect()
}

fn years_of(part: &str) -> Vec<i32> {
    part.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| YEARS.contains(year))
        .collect()
}

/// A text without the days and numbers of texts it cites.
fn own_parts(content: &str) -> Vec<&str> {
    let words = words(content);
    let word = |at: usize| {
        words
            .get(at)
            .and_then(|span| content.get(span.clone()))
            .unwrap_or("")
    };
    let mut parts = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while at < words.len() {
        let end = if text::plain(word(at)) == "от" {
            (at + 1..=at + CITED)
                .find(|next| !years_of(word(*next)).is_empty())
                // «от 1 марта 2024 г. до 1 мая 2025 г.» is a stretch.
                .filter(|end| {
                    !(at..=end + 2)
                        .map(|next| text::plain(word(next)))
                        .take_while(|word| !word.starts_with('№'))
                        .any(|word| matches!(word.as_str(), "до" | "по") || word.contains('-'))
                })
        } else if word(at).starts_with('№') {
            // «№ 2024», «№2024-р».
            Some(if word(at) == "№" { at + 1 } else { at })
        } else {
            None
        };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        let cut = words.get(at).map_or(content.len(), |span| span.start);
        parts.extend(content.get(from..cut));
        from = words.get(end).map_or(content.len(), |span| span.end);
        at = end + 1;
    }
    parts.extend(content.get(from..));
    parts
}

fn words(content: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    for (place, letter) in content.char_indices() {
        if letter.is_whitespace() {
            words.extend(start.take().map(|from| from..place));
        } else {
            start.get_or_insert(place);
        }
    }
    words.extend(start.map(|from| from..content.len()));
    words
}

/// «на 2024 – 2026 годы», «на период до 2024 года», «на 2015/16 учебный год», «на II квартал 2025
/// года», «на период с 1 сентября 2024 по 31 мая 2025 года».
fn of_title(title: &str, signed: Option<Date>) -> Option<(Span, PeriodBasis)> {
    let title = text::line(title)
        .replace("у.г", "уч. г")
        .replace("у. г", "уч. г");
    let parts = own_parts(&title);
    let found = years(&title);
    let (first, last) = (*found.iter().min()?, *found.iter().max()?);
    let folded = text::plain(&title);
    if found.len() == 1 && folded.contains(&format!("до {first}")) {
        let begin = signed.map_or(first, |day| day.year().min(first));
        return Some((whole_years(begin, first)?, PeriodBasis::Title));
    }
    let all: Vec<(bool, Span)> = parts
        .iter()
        .flat_map(|part| stretches(part, signed))
        .collect();
    let on = all.iter().any(|(on, _)| *on);
    let mut spans: Vec<Span> = all
        .iter()
        .filter(|(said, _)| *said == on)
        .map(|(_, span)| *span)
        .collect();
    // «на 2025 год по реализации программы на 2020-2030 годы»: the plan is for the shorter.
    let inner: Vec<Span> = spans.clone();
    spans.retain(|outer| {
        !inner
            .iter()
            .any(|span| span != outer && outer.contains(span.first) && outer.contains(span.last))
    });
    spans.sort_unstable();
    spans.dedup();
    // «на 2024 год и на плановый период 2025 и 2026 годов» is for all of them.
    let budget = folded.contains("плановый период");
    if let ([span], true, false) = (spans.as_slice(), on || found.len() <= 2, budget) {
        return Some((*span, PeriodBasis::Title));
    }
    if folded.contains("учебн") || text::words(&folded).any(|word| word == "уч") {
        // «2015/16», «2024-2026 учебные годы».
        let end = if last > first { last } else { first + 1 };
        let span = Span::new(Date::new(first, 9, 1).ok()?, Date::new(end, 8, 31).ok()?)?;
        return Some((span, PeriodBasis::TitleYears));
    }
    Some((whole_years(first, last)?, PeriodBasis::TitleYears))
}

/// The stretches of a title that are read whole and surely, and whether «на» stands before them.
fn stretches(part: &str, signed: Option<Date>) -> Vec<(bool, Span)> {
    let words = words(part);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = words.get(at) {
        let word = part.get(first.clone()).map(text::plain).unwrap_or_default();
        let longest = may_begin(&word)
            .then(|| {
                let last = (at + LONGEST).min(words.len());
                (at..last).rev().find_map(|end| {
                    let piece = part.get(first.start..words.get(end)?.end)?;
                    Some((end, stretch(piece, signed)?))
                })
            })
            .flatten();
        match longest {
            Some((end, span)) => {
                // «на неделю с 13 по 19 мая» says the same twice.
                let before = at
                    .checked_sub(1)
                    .filter(|_| !matches!(word.as_str(), "с" | "со"));
                let beside = [before, Some(end + 1)];
                let cut_off = beside.into_iter().flatten().any(|at| {
                    let word = words.get(at).and_then(|span| part.get(span.clone()));
                    word.is_some_and(|word| is_unit(&text::plain(word)))
                });
                // The day of an event is no period, and neither is its month.
                if span.days() >= SHORTEST && !cut_off {
                    found.push((word == "на", span));
                }
                at = end + 1;
            }
            // «Стратегии до 2030 года»
            None if word == "до" => {
                at = (at + 1..=at + CITED)
                    .find(|next| {
                        let word = words.get(*next).and_then(|span| part.get(span.clone()));
                        word.is_some_and(|word| !years_of(word).is_empty())
                    })
                    .unwrap_or(at)
                    + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// «9 месяцев» before «2024 года», «учебные годы» after «2024-2026»: what was read is not all.
fn is_unit(word: &str) -> bool {
    const UNITS: &[&str] = &[
        "месяц",
        "кварт",
        "полуг",
        "декад",
        "недел",
        "четверт",
        "семестр",
        "триместр",
        "половин",
        "учебн",
    ];
    let bare = word.trim_start_matches(['(', '"', '[']);
    UNITS.iter().any(|stem| bare.starts_with(stem))
}

fn may_begin(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "на", "с", "со", "в", "во", "за", "до", "перв", "втор", "трет", "четв",
    ];
    const MONTHS: &[&str] = &[
        "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
    ];
    let bare = word.trim_start_matches(['(', '"', '[']);
    WORDS.iter().any(|known| {
        if known.chars().count() > 2 {
            bare.starts_with(known)
        } else {
            bare == *known
        }
    }) || MONTHS.iter().any(|stem| bare.starts_with(stem))
        || bare.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v'))
}

/// What a piece of a title says, where it says it surely and names the year.
fn stretch(piece: &str, signed: Option<Date>) -> Option<Span> {
    let piece = piece.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '"' | '«' | '»' | ',' | ';' | ':' | '[' | ']')
    });
    let named = years_of(piece);
    if named.is_empty() {
        return None;
    }
    let widest = whole_years(YEARS.start, YEARS.end - 1)?;
    let reading = read(piece, widest, &Conventions::default());
    let dated = matches!(reading.kind, Kind::Windows | Kind::Event | Kind::Continuous);
    if !dated || !reading.is_certain() {
        return None;
    }
    let last = reading.windows.iter().map(|window| window.last).max()?;
    let mut first = reading.windows.iter().map(|window| window.first).min()?;
    if first == widest.first {
        // «до 1 июля 2025 года» begins when the plan was signed, or with its year.
        let begin = signed.map_or(last.year(), |day| day.year().min(last.year()));
        first = Date::new(begin, 1, 1).ok()?;
    }
    Span::new(first, last)
}

#[cfg(test)]
mod tests;
