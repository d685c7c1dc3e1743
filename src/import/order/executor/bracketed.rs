//! Persons that stand in brackets behind a post or a body: «Начальникам управлений (Ивановой А.А.,
//! Петрову П.П.)», «Отделу кадров (Сидорова С.С.)».

use super::super::cases::Case;
use super::super::words::{self, Word};
use super::person::{length, person};

/// Words before a person in a bracket: «(нач. Смирнов С.С.)».
const SAYING: &[&str] = &[
    "нач",
    "начальник",
    "рук",
    "руководитель",
    "зав",
    "заведующий",
    "заведующая",
    "директор",
    "отв",
    "ответственный",
    "ответственная",
    "ответственные",
];

/// The persons of a bracket in the nominative, parted by commas; nothing where anything else stands
/// in it.
pub(super) fn persons(inside: &str) -> Option<String> {
    let words = words::of(inside);
    let mut named = Vec::new();
    let case = case_of(&words);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some(length) = length(&words, at) {
            named.push(person(&words, at, case));
            at += length;
        } else if word.text == "и" || SAYING.contains(&word.text.to_lowercase().as_str()) {
            at += 1;
        } else {
            return None;
        }
    }
    (!named.is_empty()).then(|| named.join(", "))
}

/// The case of a list of persons. Of «Типовой», nobody can say whether it is he in the nominative or
/// she in the dative: where no other of the list says so, the letters stay.
fn case_of(words: &[Word<'_>]) -> Case {
    let is_dative = words
        .iter()
        .filter(|word| !words::is_initials(word.text))
        .any(|word| {
            ["у", "ю", "ому", "ему"]
                .iter()
                .any(|end| word.text.ends_with(end))
        });
    if is_dative {
        Case::Dative
    } else {
        Case::Nominative
    }
}
