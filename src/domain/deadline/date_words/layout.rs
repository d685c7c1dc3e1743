//! The same keys in the other keyboard layout: `xn` is `чт`, `ерг` is `thu`.

const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю";

/// The text as the other layout would have typed it; words without letters stay. `None` when
/// nothing changes.
pub(super) fn other_layout(text: &str) -> Option<String> {
    let words: Vec<String> = text.split(' ').map(swap_word).collect();
    let swapped = words.join(" ");
    (swapped != text).then_some(swapped)
}

fn swap_word(word: &str) -> String {
    if !word.chars().any(char::is_alphabetic) {
        return word.to_owned();
    }
    let to_russian = word.chars().any(|letter| letter.is_ascii_alphabetic());
    let (from, to) = if to_russian {
        (LATIN, RUSSIAN)
    } else {
        (RUSSIAN, LATIN)
    };
    word.chars()
        .map(|letter| {
            from.chars()
                .position(|known| known == letter)
                .and_then(|place| to.chars().nth(place))
                .unwrap_or(letter)
        })
        .collect()
}
