//! Where a sentence ends: not behind «г.», initials and other words that are cut short.

/// Words that a dot cuts short.
const SHORT: &[&str] = &[
    "г", "гг", "п", "пп", "ст", "ч", "ул", "д", "им", "доб", "тел", "руб", "тыс", "млн", "т",
    "т.д", "т.п", "т.е", "т.ч", "др", "пр", "см", "с", "р", "обл", "каб", "корп", "стр", "кв", "н",
    "э", "зам", "и.о", "врио", "рис", "табл", "прил", "ред", "абз", "экз", "л", "мин", "час",
    "гор",
];

/// The sentences of a paragraph.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_usize;
    for (place, character) in text.char_indices() {
        match character {
            '(' | '«' => depth += 1,
            ')' | '»' => depth = depth.saturating_sub(1),
            '.' | '!' | '?' if depth == 0 => {
                let end = place + character.len_utf8();
                let rest = text.get(end..).unwrap_or_default();
                let next = rest.trim_start().chars().next();
                let parted = rest.starts_with(char::is_whitespace)
                    && next.is_none_or(|c| c.is_uppercase() || c.is_ascii_digit() || c == '«');
                if parted && !(character == '.' && is_short(text.get(start..place), next)) {
                    push(&mut found, text.get(start..end));
                    start = end;
                }
            }
            _ => {}
        }
    }
    push(&mut found, text.get(start..));
    found
}

fn push<'t>(found: &mut Vec<&'t str>, piece: Option<&'t str>) {
    let piece = piece.unwrap_or_default().trim();
    if !piece.is_empty() {
        found.push(piece);
    }
}

/// Whether the dot behind a text belongs to its last word.
fn is_short(before: Option<&str>, next: Option<char>) -> bool {
    let word = before
        .unwrap_or_default()
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '«'))
        .next()
        .unwrap_or_default();
    let is_initial = word.chars().next_back().is_some_and(char::is_uppercase)
        && (word.chars().count() == 1 || word.chars().rev().nth(1) == Some('.'));
    // «… 2023 г. Прошу …» ends; «в 2023 г. 5 человек» does not.
    let lower = word.to_lowercase();
    let is_year = matches!(lower.as_str(), "г" | "гг") && next.is_some_and(char::is_uppercase);
    let is_year = is_year
        && before.is_some_and(|it| {
            it.trim_end_matches(char::is_alphabetic)
                .trim_end()
                .ends_with(|c: char| c.is_ascii_digit())
        });
    is_initial || (SHORT.contains(&lower.as_str()) && !is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_that_cuts_a_word_ends_no_sentence() {
        assert_eq!(
            split(
                "Сессия состоится 20 мая 2023 г. Прошу А.В. Иванова и др. лиц прибыть в г. Мытищи. Адрес: ул. Мира."
            ),
            [
                "Сессия состоится 20 мая 2023 г.",
                "Прошу А.В. Иванова и др. лиц прибыть в г. Мытищи.",
                "Адрес: ул. Мира."
            ]
        );
    }
}
