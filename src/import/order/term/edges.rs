//! What belongs to a deadline at its edges: a label before it, the bracket that closes it.

use std::ops::Range;

use super::super::words::{self, Word};
use super::{reading, reads, years};
use crate::domain::deadline::Kind;

/// «Срок – 15 августа 2024 г.»: how a day behind that label is read. Alone it would be the day of an
/// event.
pub(in crate::import::order) fn as_limit(text: &str, span: &Range<usize>) -> Option<String> {
    let words = words::of(text);
    let last = words
        .iter()
        .rposition(|word| word.span.end <= span.start)
        .filter(|last| parts(text, &words, *last, span.start))?;
    let lower = |at: usize| words.get(at).map(|word| word.text.to_lowercase());
    let of = matches!(lower(last).as_deref(), Some("исполнения" | "выполнения"));
    let label = last.checked_sub(usize::from(of))?;
    let said = text.get(span.clone())?;
    let limit = format!("не позднее {said}");
    let is = |piece: &str, kind: Kind| years().is_some_and(|it| reading(piece, it).kind == kind);
    let limits = lower(label).as_deref() == Some("срок")
        && is(said, Kind::Event)
        && is(&limit, Kind::Windows)
        && reads(&limit, &(0..limit.len()));
    limits.then_some(limit)
}

/// Whether nothing but a dash or a colon stands between a word and a place.
fn parts(text: &str, words: &[Word<'_>], at: usize, end: usize) -> bool {
    words
        .get(at)
        .and_then(|word| text.get(word.span.end..end))
        .is_some_and(|gap| matches!(gap.trim(), "–" | "—" | "-" | ":"))
}

/// The end of a deadline that opens a bracket: «25.11.2024 (понедельник)».
pub(super) fn closed(text: &str, span: Range<usize>) -> Range<usize> {
    let piece = text.get(span.clone()).unwrap_or_default();
    let open = piece.matches('(').count() > piece.matches(')').count();
    let closes = text.get(span.end..).is_some_and(|it| it.starts_with(')'));
    span.start..span.end + usize::from(open && closes)
}

/// Whether the dot behind a word belongs to it: «2024 г.», «т.г.».
pub(super) fn is_shortened(word: &str) -> bool {
    let lower = word.to_lowercase();
    matches!(lower.as_str(), "г" | "гг" | "т.г" | "с.г")
}

/// Whether the days after a colon belong to what stands before it: «2 раза в год: апрель, октябрь».
pub(super) fn lists_days(words: &[Word<'_>], place: usize) -> bool {
    place
        .checked_sub(1)
        .and_then(|at| words.get(at))
        .is_some_and(|word| {
            let lower = word.text.to_lowercase();
            !words::is_infinitive(word.text)
                && super::TIMES
                    .iter()
                    .filter(|stem| **stem != "срок")
                    .any(|stem| lower.starts_with(stem))
        })
}
