//! Cuts a wording into tokens, each with its place in the original text. Repairs what scanners and
//! typists do to words; understands no phrases.

mod join;

use std::ops::Range;

use super::lexicon::{self, Lex};
use super::numeral;

/// A word, number or sign of a wording.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    /// Bytes of the original wording.
    pub(super) span: Range<usize>,
    pub(super) lex: Lex,
    /// Nothing stands between this token and the one before it.
    pub(super) glued: bool,
    /// A line break stands before it.
    pub(super) breaks: bool,
    /// It was misspelt and read as the nearest word.
    pub(super) repaired: bool,
}

/// A piece of text before it is looked up.
#[derive(Clone, Debug)]
struct Piece {
    span: Range<usize>,
    text: String,
    class: Class,
    /// What the word can mean, looked up once.
    lex: Lex,
    glued: bool,
    breaks: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Class {
    Word,
    Digits,
    Sign(char),
}

/// Cuts the wording.
pub(super) fn tokens(wording: &str) -> Vec<Token> {
    let pieces = join::words(join::this_year(join::digits(pieces(wording))));
    let tokens: Vec<(Token, String)> = pieces.into_iter().map(classify).collect();
    join::brackets(join::compounds(join::endings(tokens)))
}

fn pieces(wording: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut glued = false;
    let mut breaks = false;
    for (start, letter) in wording.char_indices() {
        let end = start + letter.len_utf8();
        if is_invisible(letter) {
            // Inside a word it belongs to the word, elsewhere to the gap.
            if glued
                && let Some(last) = pieces.last_mut()
                && last.class == Class::Word
            {
                last.span.end = end;
            }
            continue;
        }
        if letter.is_whitespace() {
            breaks |= matches!(letter, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}');
            glued = false;
            continue;
        }
        let combining = matches!(letter, '\u{306}' | '\u{308}');
        let class = match letter {
            // Most letters are these; the general tables are slow.
            'а'..='я' | 'А'..='Я' => Class::Word,
            '0'..='9' => Class::Digits,
            _ if letter.is_alphabetic() || combining => Class::Word,
            _ => Class::Sign(letter),
        };
        let continues = glued
            && matches!(class, Class::Word | Class::Digits | Class::Sign('_'))
            && pieces.last().is_some_and(|last| last.class == class);
        if !continues {
            pieces.push(Piece {
                span: start..start,
                text: String::new(),
                class,
                lex: Lex::Unknown,
                glued,
                breaks,
            });
        }
        if let Some(last) = pieces.last_mut() {
            push_folded(&mut last.text, letter);
            last.span.end = end;
        }
        glued = true;
        breaks = false;
    }
    for piece in &mut pieces {
        if piece.class == Class::Word {
            piece.text = russian_letters(&piece.text);
        }
    }
    pieces
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Adds a letter in lower case; «ё» becomes «е», a separate breve joins its «и».
fn push_folded(text: &mut String, letter: char) {
    match letter {
        'а'..='я' | '0'..='9' => text.push(letter),
        'ё' | 'Ё' => text.push('е'),
        '\u{308}' => {}
        '\u{306}' => {
            if text.ends_with('и') {
                text.pop();
                text.push('й');
            }
        }
        _ => text.extend(letter.to_lowercase()),
    }
}

/// Puts Russian letters for Latin ones that look the same, unless the word is a Roman number.
fn russian_letters(word: &str) -> String {
    if word.is_ascii() && numeral::roman(word).is_some() {
        return word.to_owned();
    }
    let mapped: String = word
        .chars()
        .map(|letter| match letter {
            'a' => 'а',
            'b' => 'в',
            'c' => 'с',
            'e' => 'е',
            'h' => 'н',
            'k' => 'к',
            'm' => 'м',
            'o' => 'о',
            'p' => 'р',
            't' => 'т',
            'x' => 'х',
            'y' => 'у',
            other => other,
        })
        .collect();
    if mapped.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        word.to_owned()
    } else {
        mapped
    }
}

fn is_dash(class: Class) -> bool {
    matches!(
        class,
        Class::Sign('-' | '–' | '—' | '‑' | '−' | '‒' | '―' | '‐' | '\u{96}' | '\u{97}' | '~')
    )
}

fn classify(piece: Piece) -> (Token, String) {
    let mut repaired = false;
    let lex = match piece.class {
        Class::Word if piece.lex == Lex::Unknown => {
            let nearest = lexicon::nearest(&piece.text);
            repaired = nearest.is_some();
            nearest.unwrap_or(Lex::Unknown)
        }
        Class::Word => piece.lex,
        Class::Digits => digits(&piece.text),
        class if is_dash(class) => Lex::Dash,
        // «"___" ______ 2024 г.»: left blank, to be filled in.
        Class::Sign('_') if piece.text.len() > 1 => Lex::Unknown,
        Class::Sign(sign) => match sign {
            '.' | '…' => Lex::Dot,
            ',' => Lex::Comma,
            ';' => Lex::Semicolon,
            '/' | '\\' => Lex::Slash,
            ':' => Lex::Colon,
            '(' | '[' => Lex::Open,
            ')' | ']' => Lex::Close,
            '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '’' | '‘' | '*' | '¹' | '²' | '³'
            | '\u{93}' | '\u{94}' | '\u{84}' | '•' | '·' | '_' | '!' => Lex::Mark,
            _ => Lex::Unknown,
        },
    };
    let token = Token {
        span: piece.span,
        lex,
        glued: piece.glued,
        breaks: piece.breaks,
        repaired,
    };
    (token, piece.text)
}

fn digits(text: &str) -> Lex {
    let count = u8::try_from(text.len()).unwrap_or(u8::MAX);
    match text.parse() {
        Ok(value) if count <= 4 => Lex::Num {
            value,
            digits: count,
        },
        _ => Lex::Unknown,
    }
}
