//! Where in a RON file something stands. RON tells the place of a syntax error only; this finds
//! the place of a text that is well written but says something wrong.

use std::fmt;

/// A place in a file, counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl From<ron::error::Position> for Place {
    fn from(position: ron::error::Position) -> Self {
        Self {
            line: position.line,
            column: position.col,
        }
    }
}

/// A string literal of a RON file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Literal {
    /// Where its opening quote stands.
    pub(crate) place: Place,
    /// What it says.
    pub(crate) text: String,
    /// The field it is the value of: `name` in `name: "…"`.
    pub(crate) field: Option<String>,
    /// The brackets it stands in, by the order of their opening, the innermost last.
    pub(crate) groups: Vec<usize>,
}

impl Literal {
    /// The innermost brackets.
    pub(crate) fn group(&self) -> Option<usize> {
        self.groups.last().copied()
    }

    /// Whether this is the value `text` of the field `field`.
    pub(crate) fn is(&self, field: &str, text: &str) -> bool {
        self.field.as_deref() == Some(field) && self.text == text
    }
}

/// All string literals of a file that RON has read without an error, in order.
pub(crate) fn literals(source: &str) -> Vec<Literal> {
    let mut scanner = Scanner::new(source);
    while scanner.step() {}
    scanner.found
}

struct Scanner<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    place: Place,
    groups: Vec<usize>,
    opened: usize,
    word: String,
    field: Option<String>,
    found: Vec<Literal>,
}

impl<'a> Scanner<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            rest: source.chars().peekable(),
            place: Place { line: 1, column: 1 },
            groups: Vec::new(),
            opened: 0,
            word: String::new(),
            field: None,
            found: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<char> {
        let character = self.rest.next()?;
        if character == '\n' {
            self.place.line = self.place.line.saturating_add(1);
            self.place.column = 1;
        } else {
            self.place.column = self.place.column.saturating_add(1);
        }
        Some(character)
    }

    /// Takes one token; false at the end.
    fn step(&mut self) -> bool {
        let place = self.place;
        let Some(character) = self.next() else {
            return false;
        };
        match character {
            '/' if self.rest.peek() == Some(&'/') => self.skip_line(),
            '/' if self.rest.peek() == Some(&'*') => self.skip_block(),
            '"' => self.string(place),
            'r' if matches!(self.rest.peek(), Some('"' | '#')) && self.word.is_empty() => {
                self.raw_string(place);
            }
            '\'' => self.character(),
            ':' => self.field = Some(std::mem::take(&mut self.word)),
            '(' | '[' | '{' => {
                self.groups.push(self.opened);
                self.opened = self.opened.saturating_add(1);
                self.end_value();
            }
            ')' | ']' | '}' => {
                self.groups.pop();
                self.end_value();
            }
            ',' => self.end_value(),
            letter if letter.is_alphanumeric() || letter == '_' => self.word.push(letter),
            _ => {}
        }
        true
    }

    fn end_value(&mut self) {
        self.word.clear();
        self.field = None;
    }

    fn skip_line(&mut self) {
        while self.next().is_some_and(|character| character != '\n') {}
    }

    fn skip_block(&mut self) {
        let mut depth = 0_usize;
        let mut last = '/';
        while let Some(character) = self.next() {
            match (last, character) {
                ('/', '*') => depth = depth.saturating_add(1),
                ('*', '/') => depth = depth.saturating_sub(1),
                _ => {
                    last = character;
                    continue;
                }
            }
            if depth == 0 {
                return;
            }
            last = ' ';
        }
    }

    fn character(&mut self) {
        if self.next() == Some('\\') {
            self.next();
        }
        while self.next().is_some_and(|character| character != '\'') {}
    }

    fn string(&mut self, place: Place) {
        let mut text = String::new();
        while let Some(character) = self.next() {
            match character {
                '"' => break,
                '\\' => text.extend(self.next()),
                other => text.push(other),
            }
        }
        self.keep(place, text);
    }

    fn raw_string(&mut self, place: Place) {
        let mut hashes = 0_usize;
        while self.rest.next_if_eq(&'#').is_some() {
            self.place.column = self.place.column.saturating_add(1);
            hashes = hashes.saturating_add(1);
        }
        if self.rest.peek() != Some(&'"') {
            return;
        }
        self.next();
        let end = format!("\"{}", "#".repeat(hashes));
        let mut text = String::new();
        while let Some(character) = self.next() {
            text.push(character);
            if let Some(inside) = text.strip_suffix(&end) {
                let inside = inside.to_owned();
                return self.keep(place, inside);
            }
        }
    }

    fn keep(&mut self, place: Place, text: String) {
        self.found.push(Literal {
            place,
            text,
            field: self.field.take(),
            groups: self.groups.clone(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_found_with_their_field_and_brackets() {
        let source = "(format: 1, /* \"нет\" /* вложен */ */\n  name: \"да\", // \"нет\"\n  keys: [(a: \"б\\\"\"), (r: r#\"в\"г\"#)])";
        let found: Vec<_> = literals(source)
            .into_iter()
            .map(|l| (l.place.to_string(), l.text, l.field, l.groups))
            .collect();
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            found,
            [
                ("2:9".to_owned(), "да".to_owned(), some("name"), vec![0]),
                (
                    "3:14".to_owned(),
                    "б\"".to_owned(),
                    some("a"),
                    vec![0, 1, 2]
                ),
                (
                    "3:26".to_owned(),
                    "в\"г".to_owned(),
                    some("r"),
                    vec![0, 1, 3]
                ),
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_scanned_to_its_end(source in "[\\(\\)\\[\\]\"'/*#r\\\\:,а-я\n ]{0,60}") {
            let _found = literals(&source);
        }
    }
}
