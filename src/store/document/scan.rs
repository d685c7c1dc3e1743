//! A quick look over a text that did not parse: strings, comments, open brackets, characters
//! that do not belong. Knows no grammar.

/// Line and column, both from 1, columns in characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What the look found.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Texts in quotes: first and last character.
    pub(super) texts: Vec<(Position, Position)>,
    /// Characters outside of texts and comments that are neither RON nor plain space.
    pub(super) odd: Vec<(Position, char)>,
    /// The first line that begins like the mark of a merge.
    pub(super) conflict: Option<Position>,
    /// Brackets that are open at the end, outermost first.
    pub(super) open: Vec<(Position, char)>,
    /// A text that is open at the end.
    pub(super) open_text: Option<Position>,
    /// A comment that is open at the end.
    pub(super) open_comment: Option<Position>,
    /// Characters outside of texts and comments, with their places, spaces left out.
    pub(super) solid: Vec<(Position, char)>,
}

struct Reader<'a> {
    characters: std::iter::Peekable<std::str::Chars<'a>>,
    at: Position,
}

impl Reader<'_> {
    /// The next character and its place.
    fn next(&mut self) -> Option<(Position, char)> {
        let character = self.characters.next()?;
        let at = self.at;
        if character == '\n' {
            self.at = Position {
                line: at.line + 1,
                column: 1,
            };
        } else {
            self.at.column += 1;
        }
        Some((at, character))
    }

    fn next_is(&mut self, wanted: char) -> bool {
        self.characters.peek() == Some(&wanted)
    }
}

/// Looks over a text.
pub(super) fn scan(text: &str) -> Scan {
    let mut scan = Scan {
        conflict: find_conflict(text),
        ..Scan::default()
    };
    let mut reader = Reader {
        characters: text.chars().peekable(),
        at: Position { line: 1, column: 1 },
    };
    while let Some((at, character)) = reader.next() {
        match character {
            '"' => read_text(&mut reader, &mut scan, at),
            '/' if reader.next_is('/') => {
                while reader.characters.peek().is_some_and(|next| *next != '\n') {
                    reader.next();
                }
            }
            '/' if reader.next_is('*') => read_comment(&mut reader, &mut scan, at),
            _ if character.is_ascii_whitespace() => {}
            _ => {
                match character {
                    '(' | '[' | '{' => scan.open.push((at, character)),
                    ')' | ']' | '}' => {
                        scan.open.pop();
                    }
                    _ if is_odd(character) => scan.odd.push((at, character)),
                    _ => {}
                }
                scan.solid.push((at, character));
            }
        }
    }
    scan
}

fn read_text(reader: &mut Reader<'_>, scan: &mut Scan, start: Position) {
    while let Some((at, character)) = reader.next() {
        match character {
            '\\' => {
                reader.next();
            }
            '"' => {
                scan.texts.push((start, at));
                return;
            }
            _ => {}
        }
    }
    scan.open_text = Some(start);
}

fn read_comment(reader: &mut Reader<'_>, scan: &mut Scan, start: Position) {
    let mut depth = 0_usize;
    let mut previous = '/';
    while let Some((_at, character)) = reader.next() {
        match (previous, character) {
            ('/', '*') => {
                depth += 1;
                previous = ' ';
            }
            ('*', '/') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return;
                }
                previous = ' ';
            }
            _ => previous = character,
        }
    }
    scan.open_comment = Some(start);
}

fn find_conflict(text: &str) -> Option<Position> {
    let marked = |line: &str| {
        ["<<<<<<< ", ">>>>>>> ", "||||||| "]
            .iter()
            .any(|mark| line.trim_start().starts_with(mark))
            || line.trim() == "======="
    };
    text.lines().position(marked).map(|index| Position {
        line: index + 1,
        column: 1,
    })
}

/// Quotes of typography, which editors and messengers put in place of `"`.
pub(super) fn is_quote(character: char) -> bool {
    matches!(
        character,
        '“' | '”' | '„' | '‟' | '«' | '»' | '‘' | '’' | '″'
    )
}

fn is_odd(character: char) -> bool {
    is_quote(character)
        || character.is_control()
        || character.is_whitespace()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
