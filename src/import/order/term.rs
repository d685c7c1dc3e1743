//! Where a deadline stands inside a sentence, asked of the deadline reader.

mod cited;
mod edges;

pub(super) use edges::as_limit;

use std::ops::Range;

use super::super::text;
use super::words::{self, Word};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::{Certainty, Conventions, Kind, Reading, Reason, Role, read};

/// The most words of one deadline.
const LONGEST: usize = 16;

/// Words a deadline begins with.
const BEGINS: &[&str] = &[
    "до",
    "за",
    "к",
    "ко",
    "с",
    "со",
    "по",
    "в",
    "во",
    "не",
    "ежемесячно",
    "ежеквартально",
    "еженедельно",
    "ежегодно",
    "ежедневно",
    "каждый",
    "каждую",
    "каждого",
    "каждое",
    "каждые",
    "раз",
    "один",
    "два",
    "дважды",
    "постоянно",
    "немедленно",
    "незамедлительно",
    "срочно",
    "начиная",
    "через",
    "поквартально",
    "после",
    "первый",
    "последний",
    "первую",
    "последнюю",
];

/// Words that say by themselves when.
const ALONE: &[&str] = &[
    "ежемесячно",
    "ежеквартально",
    "еженедельно",
    "ежегодно",
    "ежедневно",
    "постоянно",
    "немедленно",
    "незамедлительно",
    "поквартально",
];

const TIMES: &[&str] = &[
    "месяц",
    "квартал",
    "год",
    "недел",
    "дня",
    "дней",
    "день",
    "дню",
    "срок",
    "суток",
    "сутки",
    "полугоди",
    "четверг",
    "понедельник",
    "вторник",
    "сред",
    "пятниц",
    "декад",
    "ежемес",
    "ежекв",
    "еженед",
    "ежегод",
    "ежеднев",
    "дневн",
    "час",
];

/// The deadlines of a sentence, in bytes, in their sequence.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let words = words::of(text);
    let quoted = quoted(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match (may_begin(text, &words, at) && !quoted.iter().any(|it| inside(it, &words, at)))
            .then(|| longest(text, &words, at))
            .flatten()
        {
            Some((end, span)) => {
                // «до 1 апреля и до 1 мая» is one wording where it reads as one.
                let joined = found.last().map(|last| last.start..span.end);
                let between = found
                    .last()
                    .and_then(|last| text.get(last.end..span.start))
                    .unwrap_or("-");
                let is_near = matches!(between.trim(), "" | "," | "и" | ", а также" | "(" | "и (");
                match joined {
                    Some(whole) if is_near && reads(text, &whole) => {
                        found.pop();
                        found.push(whole);
                    }
                    _ => found.push(span),
                }
                at = end + 1;
            }
            None => at += 1,
        }
    }
    found
}

fn inside(range: &Range<usize>, words: &[Word<'_>], at: usize) -> bool {
    words
        .get(at)
        .is_some_and(|word| range.contains(&word.span.start))
}

/// What stands between quotation marks: names, and the words of other texts.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open = None;
    for (place, character) in text.char_indices() {
        match character {
            '«' => {
                open.get_or_insert(place);
            }
            '»' => {
                if let Some(from) = open.take() {
                    ranges.push(from..place);
                }
            }
            _ => {}
        }
    }
    ranges
}

fn lower(words: &[Word<'_>], at: usize) -> String {
    words
        .get(at)
        .map(|word| word.text.to_lowercase())
        .unwrap_or_default()
}

/// «2024», «2024г»; not «20» of «20 участников».
fn begins_with_year(word: &str) -> bool {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    digits == 4 && (word.starts_with("20") || word.starts_with("19"))
}

/// Whether a word is a month.
fn is_month(word: &str) -> bool {
    text::MONTHS.iter().any(|stem| match *stem {
        // «мало», «мастер-класс».
        "ма" => ["мая", "май", "мае"]
            .iter()
            .any(|may| word.starts_with(may)),
        stem => word.starts_with(stem),
    })
}

/// Whether a deadline may begin with a word.
fn may_begin(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let word = lower(words, at);
    let before = at
        .checked_sub(1)
        .map(|at| lower(words, at))
        .unwrap_or_default();
    if cited::is(text, words, at) {
        return false;
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let full = word.matches('.').count() == 2;
        let times = ["раз", "раза"].contains(&lower(words, at + 1).as_str());
        return full || times || (1..=3).any(|step| is_month(&lower(words, at + step)));
    }
    if is_month(&word) {
        return begins_with_year(&lower(words, at + 1))
            && !["от", "за", "на"].contains(&before.as_str());
    }
    if !BEGINS.contains(&word.as_str()) && !word.ends_with("дневный") {
        return false;
    }
    // «до 35 лет» is an age.
    if word == "до" && lower(words, at + 2).starts_with("лет") {
        return false;
    }
    // «довести до населения в срок до 20 марта»: the deadline begins at «в срок».
    let begins_behind = (at + 1..at + 6)
        .take_while(|next| !lower(words, *next).starts_with(|c: char| c.is_ascii_digit()))
        .any(|next| lower(words, next) == "в" && lower(words, next + 1) == "срок");
    // «ежеквартально в срок до 5 числа» begins with its frequency.
    if begins_behind && !ALONE.contains(&word.as_str()) {
        return false;
    }
    // «сведения за период с 1 января» are about it.
    if word == "за" && lower(words, at + 1).starts_with("период") {
        return false;
    }
    // «отчёты по началу учебного года» are about it.
    if word == "по" && ["началу", "концу", "завершению"].contains(&lower(words, at + 1).as_str())
    {
        return false;
    }
    ALONE.contains(&word.as_str())
        || words
            .get(at + 1..(at + 6).min(words.len()))
            .unwrap_or_default()
            .iter()
            .any(|next| {
                let next = next.text.to_lowercase();
                next.starts_with(|c: char| c.is_ascii_digit())
                    || is_month(&next)
                    || next.ends_with("дневный")
                    || TIMES.iter().any(|stem| next.starts_with(stem))
            })
        || text.is_empty()
}

/// The longest stretch from a word that the reader reads whole: its last word, and its bytes.
fn longest(text: &str, words: &[Word<'_>], at: usize) -> Option<(usize, Range<usize>)> {
    let first = words.get(at)?;
    let mut last = at;
    for (place, word) in words.iter().enumerate().skip(at).take(LONGEST) {
        let gap = place
            .checked_sub(1)
            .filter(|before| *before >= at)
            .and_then(|before| words.get(before))
            .and_then(|before| text.get(before.span.end..word.span.start))
            .unwrap_or_default();
        let parted = gap.contains([';', '«', '»', '!'])
            || (gap.contains(':') && !edges::lists_days(words, place))
            || (gap.contains(". ") && !abbreviated(words, place));
        if place > at && (parted || words::is_infinitive(word.text)) {
            break;
        }
        last = place;
    }
    let to = |end: usize| -> Option<Range<usize>> {
        let word = words.get(end)?;
        // The dot of «г.» belongs to it.
        let dot = edges::is_shortened(word.text) && text.get(word.span.end..)?.starts_with('.');
        let span = first.span.start..word.span.end + usize::from(dot);
        Some(edges::closed(text, span))
    };
    let (longest, span) = (at..=last).rev().find_map(|end| {
        let span = to(end)?;
        let behind = text.get(span.end..).unwrap_or_default().trim_start();
        (!behind.starts_with('№') && reads(text, &span)).then_some((end, span))
    })?;
    // What the reader takes for words without a date belongs to the sentence: «… года при участии».
    let whole = reading(text.get(span.clone())?, years()?);
    let dateless = whole
        .words
        .iter()
        .find(|word| word.role == Role::Unscheduled)
        // «постоянно» alone is the whole of it.
        .filter(|word| match whole.kind {
            Kind::Unscheduled => false,
            Kind::Continuous => word.span.start > 0,
            _ => true,
        });
    let end = match dateless {
        Some(word) => {
            let from = span.start + word.span.start;
            (at..=longest)
                .rev()
                .find(|end| words.get(*end).is_some_and(|word| word.span.end <= from))
                .filter(|end| to(*end).is_some_and(|span| reads(text, &span)))?
        }
        None => longest,
    };
    // «… 1 марта и» ends before its last word.
    let end = if end > at && matches!(lower(words, end).as_str(), "и" | "а" | "или") {
        end - 1
    } else {
        end
    };
    Some((end, to(end)?))
}

/// Whether the dot before a word is of an abbreviation: «г. по».
fn abbreviated(words: &[Word<'_>], place: usize) -> bool {
    let before = place
        .checked_sub(1)
        .map(|at| lower(words, at))
        .unwrap_or_default();
    matches!(before.as_str(), "г" | "гг" | "ч" | "мин")
        || before.ends_with(|c: char| c.is_ascii_digit())
}

/// The years any deadline is looked for in.
/// The year a piece names, and the next one.
fn own_years(piece: &str) -> Option<Span> {
    let mut words = piece.split(|letter: char| !letter.is_ascii_digit());
    let year: i32 = words
        .find(|word| word.len() == 4 && word.starts_with("20"))?
        .parse()
        .ok()?;
    Span::new(
        Date::new(year, 1, 1).ok()?,
        Date::new(year + 1, 12, 31).ok()?,
    )
}

fn years() -> Option<Span> {
    Span::new(Date::new(2021, 1, 1).ok()?, Date::new(2022, 12, 31).ok()?)
}

/// The reading of a piece of a sentence.
pub(super) fn reading(piece: &str, period: Span) -> Reading {
    read(piece, period, &Conventions::default())
}

fn reads(text: &str, span: &Range<usize>) -> bool {
    let Some(piece) = text.get(span.clone()) else {
        return false;
    };
    // What recurs from a day on recurs in the year of that day, and in no other.
    let Some(years) = own_years(piece).or_else(years) else {
        return false;
    };
    let said = piece.to_lowercase();
    let reading = reading(piece, years);
    if reading.unread().next().is_some() {
        return false;
    }
    let guessed = match &reading.certainty {
        Certainty::Assumed { reasons, .. } => reasons.iter().any(|reason| {
            matches!(
                reason,
                Reason::MonthOfPlan
                    | Reason::NumbersAsMonths
                    | Reason::UnreadPart
                    | Reason::Misprint
            )
        }),
        _ => false,
    };
    // «за I квартал – до 10 апреля» has a deadline, «отчёт за I квартал» has none.
    let limited = [" до ", " не позднее ", " к "];
    if said.starts_with("за ") && !limited.iter().any(|word| said.contains(word)) {
        return false;
    }
    let starts = |heads: &[&str]| heads.iter().any(|head| said.starts_with(head));
    match reading.kind {
        Kind::Unread => false,
        Kind::Unscheduled => ALONE.contains(&said.as_str()),
        Kind::Relative => {
            let counted = reading
                .relative
                .as_ref()
                .is_some_and(|it| it.days.is_some() || it.months.is_some() || it.hours.is_some());
            let anchored = reading
                .relative
                .as_ref()
                .is_some_and(|it| it.anchor.is_some());
            counted
                && (anchored || starts(&["в ", "во ", "не ", "через", "со ", "с "]))
                && !said.contains(',')
                && !guessed
        }
        Kind::Continuous => {
            !guessed
                && (said.contains(|c: char| c.is_ascii_digit())
                    || starts(&["постоянно", "в течение"]))
        }
        _ => !guessed && !reading.windows.is_empty(),
    }
}

#[cfg(test)]
mod tests;
