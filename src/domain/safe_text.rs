//! Text from outside, made safe to show and to print. What a terminal would execute becomes
//! visible; what nobody sees (variation selectors and joiners of messengers, direction marks, soft
//! hyphens) says nothing on paper and is left out.

use std::fmt::{self, Write as _};
use std::ops::Deref;
use std::sync::Arc;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most a text may hold, in bytes; what lies beyond is cut off and `…` put in its place.
pub const MAX_BYTES: usize = 20 * 1024;

/// So many bytes are looked at in one step: as wide as the registers of a processor are.
const BYTES_AT_A_TIME: usize = 32;

/// More combining marks than this on one letter cover the lines above and below it.
const MAX_COMBINING: usize = 4;

/// A text that may be written to a terminal, a log or a document as it is.
///
/// In NFC; the only control character left is `\n`; escape sequences stand in it as visible signs,
/// and no character in it reorders, joins or hides others. Every way in (files, keys, paste,
/// import) makes one, so that no screen has to ask. Copies share their letters: a plan is in memory
/// several times, as it was first, as its file stands, as it is in force.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SafeText(Arc<str>);

impl SafeText {
    /// Makes a text of several lines safe.
    pub fn new(raw: &str) -> Self {
        if is_plain_text(raw) {
            return Self(raw.into());
        }
        Self(make_safe(raw).into())
    }

    /// Makes a text safe and puts it on one line: line breaks become spaces, the ends are trimmed.
    pub fn line(raw: &str) -> Self {
        if is_one_line(raw) {
            return Self(raw.into());
        }
        let safe = make_safe(raw);
        let line = safe.split_whitespace().collect::<Vec<_>>().join(" ");
        Self(line.into())
    }

    /// The text with a capital letter, as a sentence begins on paper. What is written in a way of its
    /// own («iOS», an address) stays.
    #[must_use]
    pub fn capitalised(&self) -> Self {
        let first_word = self.split_whitespace().next().unwrap_or_default();
        let mut letters = self.0.chars();
        let Some(first) = letters.next() else {
            return self.clone();
        };
        let is_own = first_word.contains(['/', '\\', '@', '.'])
            && !first_word
                .trim_end_matches('.')
                .chars()
                .all(char::is_alphabetic);
        if !first.is_lowercase() || is_own || first_word.chars().any(char::is_uppercase) {
            return self.clone();
        }
        Self(
            first
                .to_uppercase()
                .chain(letters)
                .collect::<String>()
                .into(),
        )
    }

    /// Whether there is nothing to be read in it.
    pub fn is_blank(&self) -> bool {
        self.as_str().trim().is_empty()
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text is as [`SafeText::line`] leaves it, as one that was made by it is.
fn is_one_line(raw: &str) -> bool {
    let plain = |one: char| is_plain(one) && (one == ' ' || !one.is_whitespace());
    raw.len() <= MAX_BYTES
        && raw.chars().all(plain)
        && !raw.contains("  ")
        && !raw.starts_with(' ')
        && !raw.ends_with(' ')
}

/// Whether a text is safe as it stands, letter by letter.
fn is_plain_text(raw: &str) -> bool {
    if raw.len() > MAX_BYTES {
        return false;
    }
    let mut rest = raw;
    while let Some(at) = first_unusual(rest.as_bytes()) {
        let Some(behind) = rest.get(at..) else {
            return false;
        };
        let mut letters = behind.chars();
        if !letters.next().is_some_and(is_plain) {
            return false;
        }
        rest = letters.as_str();
    }
    true
}

/// Where the first letter begins of which its bytes alone do not say that it is plain: almost all
/// are printed ASCII or Cyrillic of two bytes, and are passed over many at a time.
fn first_unusual(bytes: &[u8]) -> Option<usize> {
    // What goes on a letter says nothing; what begins one tells how it goes on.
    let is_unusual = |byte: u8| !matches!(byte, b'\n' | b' '..=b'~' | 0x80..=0xbf | 0xd0 | 0xd1);
    let mut passed = 0;
    for chunk in bytes.chunks(BYTES_AT_A_TIME) {
        let has_one = chunk
            .iter()
            .fold(false, |any, byte| any | is_unusual(*byte));
        if has_one {
            let place = chunk.iter().position(|byte| is_unusual(*byte));
            return place.map(|place| passed + place);
        }
        passed += chunk.len();
    }
    None
}

fn make_safe(raw: &str) -> String {
    let mut safe = String::with_capacity(raw.len());
    let mut combining = 0;
    let seen = raw.chars().filter(|character| !is_unseen(*character));
    let mut characters = seen.nfc().peekable();
    while let Some(character) = characters.next() {
        combining = if is_combining_mark(character) {
            combining + 1
        } else {
            0
        };
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => safe.push('\n'),
            '\t' => safe.push(' '),
            '\0'..='\u{1f}' => safe.push(control_picture(character)),
            '\u{7f}' => safe.push('␡'),
            _ if is_unprintable(character) || combining > MAX_COMBINING => {
                show(&mut safe, character);
            }
            _ => safe.push(character),
        }
        if safe.len() > MAX_BYTES {
            let mut end = MAX_BYTES - '…'.len_utf8();
            while !safe.is_char_boundary(end) {
                end -= 1;
            }
            safe.truncate(end);
            safe.push('…');
            break;
        }
    }
    safe
}

/// Characters that are safe beside any other, as almost all are: no control characters, nothing
/// unseen, nothing that combines, and the same in NFC.
fn is_plain(character: char) -> bool {
    matches!(character,
        '\n'
        | ' '..='~'
        | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}'
        | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}'
        | '№' | '✓')
}

/// Puts the number of a character in its place.
fn show(safe: &mut String, character: char) {
    // Writing to a string cannot fail.
    let _ = write!(safe, "⟨U+{:04X}⟩", u32::from(character));
}

/// The sign Unicode keeps for showing a control character: `␛` for escape.
fn control_picture(control: char) -> char {
    char::from_u32(0x2400 + u32::from(control)).unwrap_or('·')
}

/// Characters that are no text: C1 controls and what is not a character.
fn is_unprintable(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
}

/// Characters that look like nothing or only change how others look: bidirectional marks and
/// overrides (Trojan Source, CVE-2021-42574), zero-width characters, joiners of emoji, variation
/// selectors, tags, the frame of a keycap, the place of a picture that was not pasted.
fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}' | '\u{1160}'
        | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{20e3}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

impl Deref for SafeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SafeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl From<&str> for SafeText {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for SafeText {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

impl Serialize for SafeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SafeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl Visitor<'_> for Texts {
            type Value = SafeText;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, raw: &str) -> Result<SafeText, E> {
                Ok(SafeText::new(raw))
            }
        }

        deserializer.deserialize_str(Texts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_terminal_would_execute_is_shown() {
        for (raw, safe) in [
            ("а\u{1b}[31mб", "а␛[31mб"),
            ("\u{9b}2J", "⟨U+009B⟩2J"),
            ("а\tб", "а б"),
            ("а\r\nб\rв", "а\nб\nв"),
            ("и\u{306}", "й"),
            (
                "а\u{300}\u{301}\u{302}\u{303}\u{304}б",
                "а\u{300}\u{301}\u{302}\u{303}⟨U+0304⟩б",
            ),
            ("№\u{a0}12", "№\u{a0}12"),
        ] {
            assert_eq!(SafeText::new(raw).as_str(), safe);
        }
    }

    #[test]
    fn what_messengers_put_between_letters_is_left_out() {
        for (raw, safe) in [
            (
                "☎\u{fe0f} 8 495 ✔\u{fe0f} согласовано",
                "☎ 8 495 ✔ согласовано",
            ),
            ("файл \u{202a}C:\\план.docx\u{202c}", "файл C:\\план.docx"),
            ("пункт 1\u{fe0f}\u{20e3}, \u{200e}марка", "пункт 1, марка"),
            ("мо\u{ad}рг \u{feff}и\u{200b}\u{306}од", "морг йод"),
            ("👩\u{200d}🏫 и \u{2066}план\u{2069}\u{fffc}", "👩🏫 и план"),
            ("a\u{202e}b", "ab"),
        ] {
            assert_eq!(SafeText::new(raw).as_str(), safe);
        }
    }

    #[test]
    fn a_sentence_begins_with_a_capital_letter() {
        for (text, capital) in [
            ("утвердить план", "Утвердить план"),
            ("ёлку убрать", "Ёлку убрать"),
            ("План", "План"),
            ("iOS обновить", "iOS обновить"),
            ("https://a.ru открыть", "https://a.ru открыть"),
            ("mail@a.ru завести", "mail@a.ru завести"),
            ("принять.", "Принять."),
            ("1.2 снять", "1.2 снять"),
            ("", ""),
        ] {
            assert_eq!(SafeText::new(text).capitalised().as_str(), capital);
        }
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(SafeText::line("  а\n б\r\n\tв ").as_str(), "а б в");
    }

    /// The rule of the quick way, character by character.
    #[test]
    fn a_plain_character_is_safe_beside_any_other() {
        for one in ('\0'..=char::MAX).filter(|one| is_plain(*one)) {
            assert!(!is_unseen(one) && !is_unprintable(one) && !is_combining_mark(one));
            assert!(one == '\n' || !one.is_control());
            assert!(!matches!(one, '\u{2028}' | '\u{2029}'));
            for text in [format!("{one}"), format!("а{one}"), format!("{one}а")] {
                assert!(text.nfc().eq(text.chars()), "{one:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_text_is_plain_when_all_its_characters_are(raw in "\\PC{0,20}|[а-яё№«»А-Я a-z\\n\u{301}\u{483}\u{489}]{0,20}|[а-яА-Я a-z.,\\n]{25,90}[№«ё\u{301}]{0,2}[а-я]{0,40}") {
            prop_assert_eq!(is_plain_text(&raw), raw.chars().all(is_plain));
        }

        #[test]
        fn making_safe_twice_changes_nothing(raw in "\\PC*|.*|[\\x00-\\x1f\\u{80}-\\u{9f}\\u{200b}-\\u{202e}а-я\\u{300}-\\u{30f}]*") {
            let once = SafeText::new(&raw);
            prop_assert_eq!(&SafeText::new(&once), &once);
            prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert!(!once.chars().any(is_unseen));
            prop_assert!(once.len() <= MAX_BYTES);
        }
    }
}
