//! Who controls a text, and who signed it.

use super::person::person;
use super::{Who, pieces, words};
use crate::import::order::cases::Case;

/// «… на заместителя министра Охрименко А.В.»: who controls.
pub(in super::super) fn controller(text: &str) -> Vec<Who> {
    // Small letters alone: a fold has other quotation marks, and other places with them.
    let text = &text.replace('\u{a0}', " ");
    let plain = text.to_lowercase();
    let at = ["возло", "возлаг"].iter().find_map(|word| plain.find(word));
    let Some(at) = at else {
        return Vec::new();
    };
    let Some(on) = plain
        .get(at..)
        .and_then(|rest| rest.find(" на "))
        .map(|it| at + it + " на ".len())
    else {
        return Vec::new();
    };
    // Small letters have as many bytes in Russian.
    let Some(phrase) = (plain.len() == text.len())
        .then(|| text.get(on..))
        .flatten()
    else {
        return Vec::new();
    };
    pieces(phrase.trim_end_matches(['.', ';', ' ']), Case::Accusative)
}

/// Who signed: the post and the name stand apart, and are not taken for one another («Министр
/// И.И. Примеров»). What is left to sign on is no part of the post.
pub(in super::super) fn signed(post: &str, name: &str) -> Who {
    let words = words::of(name);
    Who {
        name: post
            .split_whitespace()
            .filter(|word| !word.chars().all(|letter| matches!(letter, '_' | '.' | '/')))
            .collect::<Vec<_>>()
            .join(" "),
        person: person(&words, 0, Case::Nominative),
        short: String::new(),
    }
}
