//! The same key of the keyboard under the Russian and the English layout (ЙЦУКЕН and QWERTY).
//!
//! A terminal sends the character the layout makes of a key, not the key. With these tables a
//! command stays on its physical key, and a search typed in the wrong layout still finds.
//! The Russian side is the layout Windows and X11 call `ru` (domain facts: gists of
//! sigsergv/5329458 for letters and sbriskin/d7a033a4 for punctuation).

/// Keys that differ between the layouts: what QWERTY sends, what ЙЦУКЕН sends.
const KEYS: [(char, char); 75] = [
    ('`', 'ё'),
    ('q', 'й'),
    ('w', 'ц'),
    ('e', 'у'),
    ('r', 'к'),
    ('t', 'е'),
    ('y', 'н'),
    ('u', 'г'),
    ('i', 'ш'),
    ('o', 'щ'),
    ('p', 'з'),
    ('[', 'х'),
    (']', 'ъ'),
    ('a', 'ф'),
    ('s', 'ы'),
    ('d', 'в'),
    ('f', 'а'),
    ('g', 'п'),
    ('h', 'р'),
    ('j', 'о'),
    ('k', 'л'),
    ('l', 'д'),
    (';', 'ж'),
    ('\'', 'э'),
    ('z', 'я'),
    ('x', 'ч'),
    ('c', 'с'),
    ('v', 'м'),
    ('b', 'и'),
    ('n', 'т'),
    ('m', 'ь'),
    (',', 'б'),
    ('.', 'ю'),
    ('/', '.'),
    ('~', 'Ё'),
    ('Q', 'Й'),
    ('W', 'Ц'),
    ('E', 'У'),
    ('R', 'К'),
    ('T', 'Е'),
    ('Y', 'Н'),
    ('U', 'Г'),
    ('I', 'Ш'),
    ('O', 'Щ'),
    ('P', 'З'),
    ('{', 'Х'),
    ('}', 'Ъ'),
    ('A', 'Ф'),
    ('S', 'Ы'),
    ('D', 'В'),
    ('F', 'А'),
    ('G', 'П'),
    ('H', 'Р'),
    ('J', 'О'),
    ('K', 'Л'),
    ('L', 'Д'),
    (':', 'Ж'),
    ('"', 'Э'),
    ('Z', 'Я'),
    ('X', 'Ч'),
    ('C', 'С'),
    ('V', 'М'),
    ('B', 'И'),
    ('N', 'Т'),
    ('M', 'Ь'),
    ('<', 'Б'),
    ('>', 'Ю'),
    ('?', ','),
    ('@', '"'),
    ('#', '№'),
    ('$', ';'),
    ('^', ':'),
    ('&', '?'),
    ('|', '/'),
    ('\\', '\\'),
];

/// What the key that sent `typed` under ЙЦУКЕН sends under QWERTY; other characters stay.
///
/// Some signs stand on both layouts, on different keys: `.` is the key `/` here and the key `ю`
/// there. A keymap therefore looks for the character itself first and asks this afterwards; then
/// `.` typed under ЙЦУКЕН reaches what is bound to `/`.
pub fn to_latin(typed: char) -> char {
    KEYS.iter()
        .find(|(_, cyrillic)| *cyrillic == typed)
        .map_or(typed, |(latin, _)| *latin)
}

/// What the key that sent `typed` under QWERTY sends under ЙЦУКЕН; other characters stay.
pub fn to_cyrillic(typed: char) -> char {
    KEYS.iter()
        .find(|(latin, _)| *latin == typed)
        .map_or(typed, |(_, cyrillic)| *cyrillic)
}

/// The same keys under the other layout; `None` when the text has letters of both, so that it was
/// hardly typed in the wrong one.
pub fn in_other_layout(typed: &str) -> Option<String> {
    let has_cyrillic = typed.chars().any(is_cyrillic);
    let has_latin = typed
        .chars()
        .any(|character| character.is_ascii_alphabetic());
    match (has_cyrillic, has_latin) {
        (true, true) => None,
        (true, false) => Some(typed.chars().map(to_latin).collect()),
        (false, _) => Some(typed.chars().map(to_cyrillic).collect()),
    }
}

/// Whether only the Russian layout has this letter.
pub fn is_cyrillic(character: char) -> bool {
    matches!(character, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_ways_are_one_another_s_inverse() {
        for (latin, cyrillic) in KEYS {
            assert_eq!(to_cyrillic(latin), cyrillic);
            assert_eq!(to_latin(cyrillic), latin);
        }
        let latin: BTreeSet<_> = KEYS.iter().map(|(latin, _)| latin).collect();
        let cyrillic: BTreeSet<_> = KEYS.iter().map(|(_, cyrillic)| cyrillic).collect();
        assert_eq!((latin.len(), cyrillic.len()), (KEYS.len(), KEYS.len()));
    }

    #[test]
    fn every_letter_of_both_alphabets_has_its_key() {
        for letter in ('а'..='я').chain('А'..='Я').chain(['ё', 'Ё']) {
            assert!(is_cyrillic(letter));
            assert!(to_latin(letter).is_ascii(), "{letter}");
        }
        for letter in ('a'..='z').chain('A'..='Z') {
            assert!(is_cyrillic(to_cyrillic(letter)), "{letter}");
        }
        let typed: String = "wyggv".chars().map(to_cyrillic).collect();
        assert_eq!(typed, "цнппм");
    }

    #[test]
    fn digits_and_spaces_are_the_same_key_under_both() {
        for same in ['0', '9', ' ', '-', '=', '+', '!', '%', '*', '(', ')', '_'] {
            assert_eq!((to_latin(same), to_cyrillic(same)), (same, same));
        }
    }
}
