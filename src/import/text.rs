//! The text of a cell: what print needs and reading does not is taken off, words stay as they are.

/// Months without the endings they bend by, in lower case; «ма» is May.
pub(super) const MONTHS: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

/// Takes off soft hyphens and invisible characters, makes one sort of space and hyphen, and puts
/// one space where there are several. Line breaks stay, since they part names.
pub(crate) fn clean(raw: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let raw = raw.replace("\r\n", "\n");
    for line in raw.split([
        '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
    ]) {
        let mut cleaned = String::with_capacity(line.len());
        let mut space = false;
        for character in line.chars() {
            match character {
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{1f}' => {}
                '\u{2011}' | '\u{2010}' | '\u{1e}' => {
                    push(&mut cleaned, &mut space, '-');
                }
                _ if character.is_whitespace() || character.is_control() => space = true,
                _ => push(&mut cleaned, &mut space, character),
            }
        }
        lines.push(cleaned);
    }
    // Blank lines part what belongs to different matters; more than one says no more than one.
    let mut text = String::with_capacity(raw.len());
    let mut blank = false;
    for line in lines {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
            if blank {
                text.push('\n');
            }
        }
        blank = false;
        text.push_str(&line);
    }
    text
}

fn push(text: &mut String, space: &mut bool, character: char) {
    if *space && !text.is_empty() {
        text.push(' ');
    }
    *space = false;
    text.push(character);
}

/// The text on one line.
pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is compared: lower case, one line, `ё` as `е`, without marks at the ends.
pub(crate) fn plain(text: &str) -> String {
    let folded = crate::domain::fold::fold(&line(text));
    folded
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ';' | ',' | '*'))
        .to_owned()
}

/// The words of a folded text.
pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Whether most letters are capitals: «ЯНВАРЬ», «РАБОТА С КАДРАМИ».
pub(crate) fn is_capitals(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    letters.len() > 2
        && letters.iter().filter(|c| c.is_uppercase()).count() * 10 >= letters.len() * 9
}

/// The mark of a note: a short number or asterisks, alone or in brackets.
pub(crate) fn is_note_mark(raised: &str) -> bool {
    let inner = raised.trim().trim_matches(['[', ']', '(', ')']);
    !inner.is_empty()
        && (inner.chars().all(|c| c == '*')
            || (inner.len() <= 2 && inner.chars().all(|c| c.is_ascii_digit())))
}

/// Whether a text ends in a unit, which a raised number belongs to: «100 м».
pub(crate) fn ends_in_unit(text: &str) -> bool {
    let letters = text
        .chars()
        .rev()
        .take_while(|character| character.is_alphabetic())
        .count();
    (1..=2).contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_print_needs_is_taken_off() {
        assert_eq!(clean("функциони\u{ad}рования"), "функционирования");
        assert_eq!(clean("РС\u{a0}НМС  и\tдругие "), "РС НМС и другие");
        assert_eq!(clean("Май\u{2011}июнь"), "Май-июнь");
        assert_eq!(
            clean("\n Росстат,\r\nМинтруд \n\n\n ФНС\n"),
            "Росстат,\nМинтруд\n\nФНС"
        );
        assert_eq!(plain("Срок\nисполнения:"), "срок исполнения");
        assert!(is_capitals("ЯНВАРЬ") && !is_capitals("Январь") && !is_capitals("IV"));
    }
}
