//! A key with its modifiers, and a few of them pressed one after the other.

use std::fmt;
use std::str::FromStr;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::key::Key;
use super::layout::latin;

/// The most chords a command may need.
pub const LONGEST: usize = 3;

/// A key with its modifiers, by its physical place: `ctrl-p`, `A`, `PageDown`.
///
/// `shift` is kept for letters (written as a capital) and for keys without a character; for
/// other characters it is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chord {
    /// The key; letters are Latin and small.
    pub key: Key,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

/// Why a text is not a chord or a sequence of chords.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChordError {
    /// There is no key of this name.
    #[error("there is no key `{0}`")]
    UnknownKey(String),
    /// The text holds no chord, or more than three.
    #[error("a command has one to {LONGEST} keys, separated by spaces")]
    Length,
}

impl Chord {
    /// A key without modifiers; Cyrillic letters become the Latin ones of the same key.
    pub fn plain(key: Key) -> Self {
        Self::new(key, false, false, false)
    }

    /// A key with modifiers, brought to its one spelling.
    pub fn new(key: Key, ctrl: bool, alt: bool, shift: bool) -> Self {
        let (key, shift) = match key {
            Key::Char(character) => {
                let character = latin(character);
                let capital = character.is_ascii_uppercase();
                let letter = character.is_ascii_alphabetic();
                let key = Key::Char(character.to_ascii_lowercase());
                (key, capital || (letter && shift))
            }
            Key::Tab if shift => (Key::BackTab, false),
            Key::BackTab => (Key::BackTab, false),
            other => (other, shift),
        };
        Self {
            key,
            ctrl,
            alt,
            shift,
        }
    }

    /// The chord of a key event; `None` for a released key and for keys no command can have.
    pub fn from_event(event: &KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let key = match event.code {
            KeyCode::Char(character) => Key::Char(character),
            KeyCode::F(number) => Key::F(number),
            KeyCode::Enter => Key::Enter,
            KeyCode::Esc => Key::Esc,
            KeyCode::Tab => Key::Tab,
            KeyCode::BackTab => Key::BackTab,
            KeyCode::Backspace => Key::Backspace,
            KeyCode::Delete => Key::Delete,
            KeyCode::Insert => Key::Insert,
            KeyCode::Up => Key::Up,
            KeyCode::Down => Key::Down,
            KeyCode::Left => Key::Left,
            KeyCode::Right => Key::Right,
            KeyCode::Home => Key::Home,
            KeyCode::End => Key::End,
            KeyCode::PageUp => Key::PageUp,
            KeyCode::PageDown => Key::PageDown,
            _ => return None,
        };
        let held = |modifier| event.modifiers.contains(modifier);
        Some(Self::new(
            key,
            held(KeyModifiers::CONTROL),
            held(KeyModifiers::ALT),
            held(KeyModifiers::SHIFT),
        ))
    }

    /// Whether the chord puts a character into a text field.
    pub fn is_text(self) -> bool {
        matches!(self.key, Key::Char(_)) && !self.ctrl && !self.alt
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        match self.key {
            Key::Char(letter) if self.shift => write!(f, "{}", letter.to_ascii_uppercase()),
            key if self.shift => write!(f, "shift-{key}"),
            key => write!(f, "{key}"),
        }
    }
}

impl FromStr for Chord {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        while let Some((modifier, key)) = rest.split_once('-') {
            let held = match modifier {
                "ctrl" => &mut ctrl,
                "alt" => &mut alt,
                "shift" => &mut shift,
                _ => break,
            };
            *held = true;
            rest = key;
        }
        let key = rest
            .parse()
            .map_err(|_unknown| ChordError::UnknownKey(text.to_owned()))?;
        Ok(Self::new(key, ctrl, alt, shift))
    }
}

/// One to three chords pressed one after the other: `g g`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(Vec<Chord>);

impl Sequence {
    /// The chords in the order of pressing.
    pub fn chords(&self) -> &[Chord] {
        &self.0
    }

    /// Whether one of the two begins with the other, so that pressing it would be ambiguous.
    pub(super) fn collides(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0) || other.0.starts_with(&self.0)
    }
}

impl From<Chord> for Sequence {
    fn from(chord: Chord) -> Self {
        Self(vec![chord])
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, chord) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str(" ")?;
            }
            chord.fmt(f)?;
        }
        Ok(())
    }
}

impl FromStr for Sequence {
    type Err = ChordError;

    fn from_str(text: &str) -> Result<Self, ChordError> {
        let chords: Vec<Chord> = text
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()?;
        if (1..=LONGEST).contains(&chords.len()) {
            Ok(Self(chords))
        } else {
            Err(ChordError::Length)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> String {
        Chord::from_event(&KeyEvent::new(code, modifiers))
            .unwrap()
            .to_string()
    }

    #[test]
    fn both_layouts_give_the_same_chord() {
        let (none, ctrl, alt) = (KeyModifiers::NONE, KeyModifiers::CONTROL, KeyModifiers::ALT);
        for (latin, russian, modifiers, name) in [
            ('j', 'о', none, "j"),
            ('J', 'О', none, "J"),
            ('J', 'О', KeyModifiers::SHIFT, "J"),
            ('p', 'з', ctrl, "ctrl-p"),
            ('x', 'ч', alt, "alt-x"),
            ('`', 'ё', none, "`"),
            (';', 'ж', none, ";"),
            (':', 'Ж', KeyModifiers::SHIFT, ":"),
            ('c', 'с', ctrl, "ctrl-c"),
        ] {
            assert_eq!(pressed(KeyCode::Char(latin), modifiers), name);
            assert_eq!(pressed(KeyCode::Char(russian), modifiers), name);
        }
    }

    #[test]
    fn names_are_read_back() {
        for name in [
            "Enter",
            "ctrl-p",
            "alt-x",
            "A",
            "F1",
            "F12",
            "Space",
            "Up",
            "PageDown",
            "Tab",
            "BackTab",
            "Esc",
            "Delete",
            "-",
            "ctrl--",
            "shift-Up",
            "ctrl-alt-Delete",
            "ctrl-Space",
            "?",
            "1",
        ] {
            assert_eq!(name.parse::<Chord>().unwrap().to_string(), name);
        }
        assert_eq!("shift-a".parse::<Chord>(), "A".parse());
        assert_eq!("shift-Tab".parse::<Chord>(), "BackTab".parse());
        assert_eq!("о".parse::<Chord>(), "j".parse());
        for wrong in [
            "",
            "ctrl-",
            "enter",
            "super-a",
            "F0",
            "F99",
            "ab",
            "ctrl-ctrl",
        ] {
            assert!(wrong.parse::<Chord>().is_err(), "{wrong}");
        }
        assert_eq!("g g".parse::<Sequence>().unwrap().to_string(), "g g");
        assert_eq!("a b c d".parse::<Sequence>(), Err(ChordError::Length));
        assert_eq!(" ".parse::<Sequence>(), Err(ChordError::Length));
    }

    #[test]
    fn a_released_key_is_no_chord() {
        let mut event = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert_eq!(Chord::from_event(&event), None);
        event.kind = KeyEventKind::Repeat;
        assert!(Chord::from_event(&event).is_some());
    }
}
