//! Persons by surname and initials, and by all three names: «Леоновой Ж.К.», «Ивану Ивановичу».

use super::super::cases::{Case, noun, surname};
use super::super::words::{self, Word};

/// Endings of patronymics by their case: of men, of women.
fn patronymics(case: Case) -> [&'static str; 2] {
    match case {
        Case::Dative => ["ичу", "вне"],
        Case::Accusative => ["ича", "вну"],
        Case::Nominative => ["ич", "вна"],
        Case::Instrumental => ["ичем", "вной"],
    }
}

/// Whether a person begins with a word.
pub(super) fn is_person(words: &[Word<'_>], at: usize) -> bool {
    length(words, at).is_some()
}

/// How many words the person has that begins with a word.
pub(super) fn length(words: &[Word<'_>], at: usize) -> Option<usize> {
    let (word, next) = (words.get(at)?, words.get(at + 1)?);
    if (is_surname(word.text) && words::is_initials(next.text))
        || (words::is_initials(word.text) && is_surname(next.text))
    {
        return Some(2);
    }
    let last = words.get(at + 2)?;
    let is_post = [Case::Dative, Case::Nominative, Case::Accusative]
        .into_iter()
        .any(|case| noun(&word.text.to_lowercase(), case).is_some());
    let whole = !is_post
        && [word, next, last].iter().all(|word| is_surname(word.text))
        && case_of(last.text).is_some();
    whole.then_some(3)
}

/// The case of a patronymic, if a word is one.
fn case_of(word: &str) -> Option<Case> {
    // «…вной» may be the dative of a surname as well, and stands nowhere a person begins.
    [Case::Dative, Case::Accusative, Case::Nominative]
        .into_iter()
        .find(|case| {
            let mut endings = patronymics(*case).into_iter();
            endings.any(|ending| word.ends_with(ending)) && word.chars().count() > 5
        })
}

fn is_surname(text: &str) -> bool {
    text.chars().count() > 2
        && text.starts_with(char::is_uppercase)
        && text
            .chars()
            .skip(1)
            .all(|c| c.is_lowercase() || c == '-' || c.is_uppercase())
        && !words::is_abbreviation(text)
}

/// «Леоновой Ж.К.» and «Леоновой Жанне Карловне» as «Леонова Ж.К.».
pub(super) fn person(words: &[Word<'_>], at: usize, case: Case) -> String {
    let (Some(first), Some(second)) = (words.get(at), words.get(at + 1)) else {
        return String::new();
    };
    if length(words, at) == Some(3)
        && let Some(third) = words.get(at + 2)
    {
        let initial = |word: &str| word.chars().next().map(|letter| format!("{letter}."));
        let initials = [second.text, third.text].into_iter().filter_map(initial);
        // A patronymic says its case by itself.
        let case = case_of(third.text).unwrap_or(case);
        return format!(
            "{} {}",
            surname(first.text, case),
            initials.collect::<String>()
        );
    }
    let (family, initials) = if words::is_initials(first.text) {
        (second.text, first.text)
    } else {
        (first.text, second.text)
    };
    let dot = if initials.ends_with('.') { "" } else { "." };
    format!("{} {initials}{dot}", surname(family, case))
}
