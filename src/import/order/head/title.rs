//! The heading of a text: «О …» and the lines it goes on in.

use super::super::super::join::Vocabulary;
use super::super::super::text;
use super::super::lines::{Line, begins_point};
use super::{Head, PREAMBLES, dated, has_order, issuer, place};

/// The title: «О …» and the lines it goes on in.
pub(super) fn find(
    lines: &[Line],
    shown: &[String],
    before: usize,
    head: &mut Head,
) -> Option<(usize, usize)> {
    let begins = |line: &str| {
        let line = line.trim_start_matches(['«', '"', '[']);
        ["О ", "Об ", "Обо ", "О\u{a0}"]
            .iter()
            .any(|word| line.starts_with(word))
            || ["О б ", "ОБ "].iter().any(|word| line.starts_with(word))
    };
    let from = shown
        .iter()
        .take(before.min(shown.len()))
        .position(|line| begins(line) && !line.ends_with(';'))?;
    let mut vocabulary = Vocabulary::default();
    for line in lines {
        vocabulary.learn(&line.text);
    }
    let mut title = String::new();
    let mut to = from;
    for (at, line) in shown.iter().enumerate().skip(from).take(12) {
        let plain = text::plain(line);
        let is_next = at > from
            && (begins_point(line)
                || PREAMBLES
                    .iter()
                    .any(|word| plain.starts_with(word) && !title_goes_on(&title))
                || has_order(line)
                || place(line).is_some()
                || dated(line).is_some()
                || (lines.get(at).is_some_and(|line| line.begins)
                    && !line.starts_with(char::is_lowercase)));
        if is_next {
            break;
        }
        title = vocabulary.continued(&title, line, &mut Vec::new());
        to = at + 1;
        if line.ends_with('.') && at > from {
            break;
        }
    }
    let title = title
        .trim_matches(['[', ']'])
        .trim_end_matches('.')
        .trim()
        .to_owned();
    let title = unquoted(&title).to_owned();
    head.title = Some(if text::is_capitals(&title) {
        issuer::sentence_case(&title)
    } else {
        title
    });
    Some((from, to))
}

/// «О мерах …» in quotation marks of its own is the same title without them.
fn unquoted(title: &str) -> &str {
    [('«', '»'), ('"', '"'), ('“', '”')]
        .iter()
        .find_map(|(open, close)| {
            let inside = title.strip_prefix(*open)?.strip_suffix(*close)?;
            // «О «Движении первых»»: a mark inside may be the one that closes.
            let mut depth = 1_i32;
            let whole = inside.chars().all(|letter| {
                depth += i32::from(letter == *open && open != close);
                depth -= i32::from(letter == *close);
                depth > 0
            });
            whole.then(|| inside.trim())
        })
        .unwrap_or(title)
}

/// Whether a title so far cannot end here: «Об утверждении плана» may, «Об организации и» not.
fn title_goes_on(title: &str) -> bool {
    [
        " и", " в", " на", " по", " с", " о", " об", ",", " для", " за", " к",
    ]
    .iter()
    .any(|end| title.ends_with(end))
}
