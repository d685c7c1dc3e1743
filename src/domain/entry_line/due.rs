//! The due date at the end of a line, and what only looks like one.

use super::{NotADate, Part, Piece, Word};
use crate::domain::date::Date;
use crate::domain::deadline::date_words::Form;
use crate::domain::fold::fold;

/// Words that announce a due date; longer ones first.
const ANNOUNCEMENTS: [&str; 15] = [
    "в срок не позднее",
    "со сроком до",
    "в срок до",
    "сроком до",
    "срок до",
    "не позднее",
    "не позже",
    "срок",
    "к",
    "ко",
    "до",
    "no later than",
    "due",
    "by",
    "until",
];

/// Words a term begins with, which is as often how long something goes on.
const TERMS: [&str; 3] = ["в течение", "через", "within"];

/// The longest date phrase in words: «15 июня 2023 года включительно».
const LONGEST_DATE: usize = 5;

/// What goes up, down or on to a number: «довести до 12.05», «с 10.01 до 12.05».
const TO_A_NUMBER: [&str; 24] = [
    "довест",
    "довед",
    "увелич",
    "снизи",
    "сниж",
    "сократ",
    "сокращ",
    "повыс",
    "повыш",
    "уменьш",
    "поднят",
    "подним",
    "рост",
    "прирост",
    "вырос",
    "расшир",
    "огранич",
    "округл",
    "опуст",
    "понизи",
    "пониж",
    "нарасти",
    "наращ",
    "улучш",
];

/// What happens at an hour: «собраться к 12.05».
const AT_AN_HOUR: [&str; 15] = [
    "собрат",
    "собер",
    "сбор",
    "встре",
    "прибы",
    "прийти",
    "приех",
    "приезд",
    "явит",
    "явк",
    "подойти",
    "подключ",
    "выезд",
    "выеха",
    "приглас",
];

/// What is numbered: «приложение к 3.10».
const OF_A_POINT: [&str; 5] = ["приложени", "примечани", "пункт", "подпункт", "п."];

/// Words at the end of a line that name a day.
pub(super) struct Found {
    /// As typed.
    pub(super) words: String,
    /// How many they are.
    pub(super) taken: usize,
    /// The day.
    pub(super) day: Day,
}

/// A day words name.
pub(super) enum Day {
    /// A day of the calendar.
    Known {
        /// The day.
        date: Date,
        /// Whether in this line they are the due date rather than anything else.
        looks_like_due: bool,
    },
    /// There is no such day.
    None,
}

/// Date words that begin here and that nothing but names, labels and the end follows.
pub(super) fn find(
    words: &[Word<'_>],
    at: usize,
    before: &[Piece],
    read_date: &impl Fn(&str) -> Result<(Date, Form), NotADate>,
) -> Option<Found> {
    let behind_name = before.last().is_some_and(|piece| piece.part == Part::Name);
    let announced = announcement(words, at);
    let is_term = begins_with(words, at, &TERMS).is_some();
    if announced.is_none() && !behind_name && !is_term {
        return None;
    }
    let lead = announced.unwrap_or(0);
    (1..=LONGEST_DATE).rev().find_map(|length| {
        let taken = lead + length;
        let said: Vec<&str> = words.iter().skip(at).take(taken).map(|it| it.1).collect();
        let follows = words.get(at + taken);
        if said.len() < taken || follows.is_some_and(|(_, word)| !word.starts_with(['@', '#', '!']))
        {
            return None;
        }
        let phrase = said.get(lead..)?.join(" ");
        let phrase = phrase.trim_end_matches([',', ';', '.']);
        let words = said.join(" ").trim_end_matches([',', ';', '.']).to_owned();
        let day = match read_date(phrase) {
            Ok((date, form)) => Day::Known {
                date,
                looks_like_due: match form {
                    Form::Clear => !is_term || announced.is_some(),
                    Form::Likely => behind_name || !is_something_else(before, &said, lead, phrase),
                    Form::Doubtful => false,
                },
            },
            Err(NotADate::NoSuchDay) if is_written_as_day(phrase) => Day::None,
            Err(_) => return None,
        };
        Some(Found { words, taken, day })
    })
}

/// Whether words begin with one that announces a date.
pub(super) fn is_announced(words: &[&str]) -> bool {
    let words: Vec<Word<'_>> = words.iter().map(|word| (0, *word)).collect();
    announcement(&words, 0).is_some()
}

/// How many words announce a date here.
fn announcement(words: &[Word<'_>], at: usize) -> Option<usize> {
    begins_with(words, at, &ANNOUNCEMENTS)
}

/// How many words one of these phrases has that stands here.
fn begins_with(words: &[Word<'_>], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().find_map(|phrase| {
        let mut here = words.iter().skip(at);
        let mut count = 0;
        for wanted in phrase.split(' ') {
            let (_, word) = here.next()?;
            if fold(word).trim_end_matches(':') != wanted {
                return None;
            }
            count += 1;
        }
        Some(count)
    })
}

/// Whether what stands before «12.05» makes it a number, an hour or a point.
fn is_something_else(before: &[Piece], said: &[&str], lead: usize, phrase: &str) -> bool {
    let clause = clause(before);
    let is_any = |stems: &[&str]| {
        let has = |word: &String| stems.iter().any(|stem| word.starts_with(stem));
        clause.iter().any(has)
    };
    let announced = said
        .get(lead.saturating_sub(1))
        .filter(|_| lead > 0)
        .map(|word| fold(word));
    match announced.as_deref() {
        Some("до" | "until") => {
            // «довести до школ до 12.05»: the verb has what it wants already.
            let is_free = !clause.iter().any(|word| word == "до");
            let from_a_number = clause
                .last()
                .is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
            (is_free && (is_any(&TO_A_NUMBER) || from_a_number))
                || (is_hour(phrase) && is_any(&AT_AN_HOUR))
        }
        Some("к" | "ко" | "by") => {
            let of_a_point = |word: &String| OF_A_POINT.iter().any(|stem| word.starts_with(stem));
            clause.last().is_some_and(of_a_point) || (is_hour(phrase) && is_any(&AT_AN_HOUR))
        }
        _ => false,
    }
}

/// Whether figures may be an hour on the clock as well as a day: of all months only the fifth and
/// the tenth are minutes people name.
fn is_hour(phrase: &str) -> bool {
    let parts = phrase.split_once(['.', ':']);
    parts.is_some_and(|(hour, minute)| {
        hour.parse::<u8>().is_ok_and(|hour| hour < 24) && matches!(minute, "05" | "10")
    })
}

/// The folded words of the clause that ends here: back to a comma, or to an «и» with a verb of its
/// own behind it.
fn clause(before: &[Piece]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let words = before.iter().filter(|piece| piece.part == Part::Text);
    let words = words.flat_map(|piece| piece.words.split_whitespace());
    for word in words.rev().map(fold) {
        let ends_clause = word.ends_with([',', ';', ':']) || (word.ends_with('.') && word != "п.");
        let has_verb = || {
            found.iter().any(|word| {
                let endings = ["ть", "ти", "чь", "ться", "тись"];
                endings.iter().any(|ending| word.ends_with(ending))
            })
        };
        if ends_clause || (matches!(word.as_str(), "и" | "а" | "также") && has_verb()) {
            break;
        }
        found.push(word);
    }
    found.reverse();
    found
}

/// Whether a phrase names a day and a month though the calendar has no such day: «31.06», not
/// «12.00».
fn is_written_as_day(phrase: &str) -> bool {
    let month = phrase.split(['.', '/']).nth(1);
    phrase.contains(char::is_alphabetic)
        || month
            .and_then(|month| month.parse::<u8>().ok())
            .is_some_and(|month| (1..=12).contains(&month))
}
