//! Persons that stand in brackets behind a post or a body: «Начальникам управлений (Ивановой А.А.,
//! Петрову П.П.)», «Отделу кадров (Сидорова С.С.)».

use super::super::cases::Case;
use super::super::words::{self, Word};
use super::{is_person, person};

/// The persons of a bracket in the nominative, parted by commas; nothing where anything else stands
/// in it.
pub(super) fn persons(inside: &str) -> Option<String> {
    let words = words::of(inside);
    let all: Vec<usize> = (0..words.len()).step_by(2).collect();
    if all.is_empty()
        || !words.len().is_multiple_of(2)
        || !all.iter().all(|at| is_person(&words, *at))
    {
        return None;
    }
    let case = case_of(&words);
    let named: Vec<String> = all.iter().map(|at| person(&words, *at, case)).collect();
    Some(named.join(", "))
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
