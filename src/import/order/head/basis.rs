//! What a text rests on: «В соответствии с письмом … от 16.02.2023 № 08-406 «О …»».

use crate::domain::document::references;

/// Words that name a basis.
const BEGINS: &[&str] = &[
    "в соответствии с",
    "на основании",
    "во исполнение",
    "в исполнение",
    "согласно ",
    "руководствуясь",
];

/// Words that go on with the purpose or the order itself.
const ENDS: &[&str] = &[
    " и в целях",
    ", в целях",
    " в целях",
    " с целью",
    ", с целью",
    " приказыва",
    " постановля",
    " и учитывая",
    " обязыва",
];

/// The basis in a preamble; of a sentence that goes on, up to the end of what it names.
pub(in super::super) fn of(preamble: &str, is_sentence: bool) -> Option<String> {
    let folded: String = preamble
        .chars()
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect();
    // Small letters of Russian are as long as capitals, so places are the same in both.
    let same = folded.len() == preamble.len();
    let from = BEGINS.iter().filter_map(|word| folded.find(word)).min()?;
    if !same {
        return None;
    }
    let rest = folded.get(from..)?;
    let mut to = ENDS
        .iter()
        .filter_map(|word| rest.find(word))
        .min()
        .map_or(preamble.len(), |at| from + at);
    let clause = preamble.get(from..to)?;
    if is_sentence {
        // Without a number nothing says where the basis ends.
        let last = references(clause).into_iter().next()?;
        let end = last.span.end;
        let quoted = clause
            .get(end..)
            .and_then(|tail| {
                tail.trim_start()
                    .strip_prefix('«')
                    .and_then(|it| it.split_once('»'))
            })
            .map_or(0, |(inside, _)| inside.len() + "«»".len() + 1);
        to = from + (end + quoted).min(clause.len());
    }
    let basis = preamble
        .get(from..to)?
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | ';' | '.'))
        .trim_end_matches(" п р и к а з ы в а ю");
    Some(capital(basis))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}
