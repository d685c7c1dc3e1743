//! Who is named behind the text of a point.

use super::super::cases::Case;
use super::super::words;
use super::person::length;
use super::{Who, controller, is_person, pieces};

/// «… (отв. Иванова И.И.)», «… Ответственный: заместитель директора» at the end of a point.
pub(super) fn find(text: &str) -> Vec<Who> {
    // Small letters alone: a fold has other quotation marks and dashes, and other places with them.
    let plain = text.to_lowercase();
    if plain.len() != text.len() {
        return Vec::new();
    }
    // «Ответственность за проведение конкурса возложить на …» hands the work on.
    if plain.trim_start().starts_with("ответственност") && plain.contains("возло")
    {
        return controller(text);
    }
    for label in [
        "ответственный исполнитель",
        "ответственные исполнители",
        "ответственный",
        "ответственные",
        "ответственная",
        "исполнитель",
        "исполнители",
        "отв.",
    ] {
        let Some(at) = plain.rfind(label) else {
            continue;
        };
        let rest = text
            .get(at + label.len()..)
            .unwrap_or_default()
            .trim_start();
        let Some(said) = rest
            .strip_prefix([':', '–', '—', '-'])
            .or_else(|| (label == "отв.").then_some(rest))
            // «(ответственные Иванова А.А., Петров П.П.)»
            .or_else(|| is_person(&words::of(rest), 0).then_some(rest))
        else {
            continue;
        };
        let end = said.to_lowercase().find("срок").unwrap_or(said.len());
        // The bracket that the label stands in ends what it says.
        let end = closes(said).map_or(end, |close| close.min(end));
        let said = said
            .get(..end)
            .unwrap_or(said)
            .trim()
            .trim_end_matches(['.', ';', ')', ',']);
        let found = pieces(said.trim_end_matches(' '), Case::Nominative);
        if !found.is_empty() {
            return found;
        }
    }
    // «… (Иванова И.И.)»
    let Some((_, last)) = text.rsplit_once('(') else {
        return Vec::new();
    };
    let Some((inside, tail)) = last.split_once(')') else {
        return Vec::new();
    };
    let inner = words::of(inside);
    let ends = tail
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ';' | ','))
        .is_empty();
    if ends && is_person(&inner, 0) && are_persons(&inner) {
        return pieces(inside, Case::Nominative);
    }
    Vec::new()
}

fn are_persons(words: &[words::Word<'_>]) -> bool {
    let mut at = 0;
    while at < words.len() {
        match length(words, at) {
            Some(length) => at += length,
            None => return false,
        }
    }
    true
}

/// Where a bracket closes that was opened before a text.
fn closes(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(place),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}
