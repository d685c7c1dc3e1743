//! Days that are no deadlines: of texts that are cited, of what has been, of what is reported on.

use super::{Word, lower};
use crate::import::order::words;

/// Words before a day or a number of something else: «от 05.08.2022 № Р-507», «за 2023 год», «по
/// состоянию на 1 января», «п. 3».
const OF_ANOTHER: &[&str] = &[
    "от",
    "за",
    "на",
    "№",
    "п",
    "пункт",
    "пункта",
    "пункте",
    "статьи",
];

/// Participles of what has been: the day behind them is of another text or of the past.
const PAST: &[&str] = &[
    "утвержденн",
    "утверждённ",
    "принят",
    "подписанн",
    "зарегистрированн",
    "состоявш",
    "изданн",
    "выданн",
    "заключенн",
    "заключённ",
    "поступивш",
    "прошедш",
    "проведенн",
    "проведённ",
    "введенн",
    "введённ",
    "одобренн",
    "согласованн",
    "начавш",
];

/// Participles of what is in force since a day.
const IN_FORCE: &[&str] = &["вступивш", "действующ", "введенн", "введённ", "действовавш"];

/// Whether what begins with a word is a day of something else.
pub(super) fn is(text: &str, words: &[Word<'_>], at: usize) -> bool {
    let first = beginning(text, words, at);
    let Some(behind) = first.checked_sub(1) else {
        return false;
    };
    let before = lower(words, behind);
    // «за период с 1 января по 31 марта» is reported on, «на период до 2024 года» is of a name.
    if before == "период" {
        let governs = behind.checked_sub(1).map(|at| lower(words, at));
        return governs.is_some_and(|word| ["за", "на"].contains(&word.as_str()));
    }
    let is_since = ["с", "со"].contains(&lower(words, first).as_str());
    let begins_bare = lower(words, first).starts_with(|c: char| c.is_ascii_digit());
    // «поступившие до 1 марта»: the day behind a preposition is of what the preposition is of.
    if begins_bare && ["до", "к"].contains(&before.as_str()) {
        return is(text, words, behind);
    }
    (begins_bare && OF_ANOTHER.contains(&before.as_str()) && !is_appointed(words, first))
        || tells(&before, PAST)
        || (is_since && is_in_force(words, behind))
}

/// Where the day begins that a word belongs to: «января» of «1 января», «по» of «с 1 января по».
fn beginning(text: &str, words: &[Word<'_>], at: usize) -> usize {
    let mut first = at;
    if !is_of_day(&lower(words, at)) {
        return at;
    }
    while let Some(before) = first.checked_sub(1) {
        let gap = words
            .get(before)
            .zip(words.get(first))
            .and_then(|(before, own)| text.get(before.span.end..own.span.start))
            .unwrap_or(",");
        // «… г. 5 марта»: the dot of an abbreviation parts nothing.
        let is_near = gap.chars().all(|c| c.is_whitespace() || c == '.');
        if !is_near || !is_of_day(&lower(words, before)) {
            break;
        }
        first = before;
    }
    first
}

fn is_of_day(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || ["с", "со", "по", "г", "год", "года"].contains(&word)
        || super::is_month(word)
}

fn tells(word: &str, stems: &[&str]) -> bool {
    // «принять» is to be done.
    !words::is_infinitive(word) && stems.iter().any(|stem| word.starts_with(stem))
}

/// «вступившего в силу с 1 января», «действующего с 2020 года».
fn is_in_force(words: &[Word<'_>], behind: usize) -> bool {
    let about = lower(words, behind);
    tells(&about, IN_FORCE)
        || (["силу", "действие"].contains(&about.as_str())
            && (1..=2).any(|step| {
                let word = behind.checked_sub(step).map(|at| lower(words, at));
                word.is_some_and(|word| tells(&word, IN_FORCE))
            }))
}

/// «назначить совещание на 15 марта», «перенести срок на 1 мая»: the day behind «на» is the one on
/// which it is to be.
fn is_appointed(words: &[Word<'_>], at: usize) -> bool {
    const APPOINTING: &[&str] = &["назначить", "перенести", "запланировать"];
    let is_on = at
        .checked_sub(1)
        .is_some_and(|before| lower(words, before) == "на");
    is_on
        && (2..=7).any(|step| {
            let word = at.checked_sub(step).map(|at| lower(words, at));
            word.is_some_and(|word| APPOINTING.contains(&word.as_str()))
        })
}
