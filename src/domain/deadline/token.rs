//! Cuts a wording into tokens, each with its place in the original text. Repairs what scanners and
//! typists do to words; understands no phrases.

use std::collections::VecDeque;
use std::ops::Range;

use super::lexicon::{self, Lex};
use super::numeral::{self, Numeral};

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
    let pieces = join_digits(pieces(wording));
    let pieces = join_words(pieces);
    let tokens: Vec<(Token, String)> = pieces.into_iter().map(classify).collect();
    join_compounds(join_endings(tokens))
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
            && matches!(class, Class::Word | Class::Digits)
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

/// Scanners read 0 as «О» and 3 as «З»: a glued run of digits and such letters is a number.
fn join_digits(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        let zero_or_three = |text: &str| text.chars().all(|letter| matches!(letter, 'о' | 'з'));
        if let Some(last) = joined.last_mut()
            && piece.glued
            && piece.class == Class::Digits
            && last.class == Class::Word
            && zero_or_three(&last.text)
        {
            last.text = digits_of(&last.text) + &piece.text;
            last.span.end = piece.span.end;
            last.class = Class::Digits;
            join_back(&mut joined);
            continue;
        }
        joined.push(piece);
    }
    joined
}

/// «2О» then «23»: the repaired run also joins the digits glued before it.
fn join_back(pieces: &mut Vec<Piece>) {
    let joins = match pieces.as_slice() {
        [.., before, last] => last.glued && before.class == Class::Digits,
        _ => false,
    };
    if joins
        && let Some(last) = pieces.pop()
        && let Some(before) = pieces.last_mut()
    {
        before.text += &last.text;
        before.span.end = last.span.end;
    }
}

fn digits_of(letters: &str) -> String {
    letters
        .chars()
        .map(|letter| if letter == 'о' { '0' } else { '3' })
        .collect()
}

/// Looks words up; joins those broken by a hyphen at the end of a line or by a stray space.
fn join_words(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        if piece.class == Class::Word {
            piece.lex = lexicon::look_up(&piece.text);
        }
    }
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest: VecDeque<Piece> = pieces.into();
    while let Some(mut piece) = rest.pop_front() {
        let hyphen = usize::from(rest.front().is_some_and(|next| is_dash(next.class)));
        let whole = rest
            .get(hyphen)
            .filter(|next| next.class == Class::Word && is_odd(&piece))
            .filter(|next| piece.lex == Lex::Unknown || next.lex == Lex::Unknown)
            .filter(|next| {
                if hyphen == 1 {
                    next.breaks
                } else {
                    is_odd(next)
                }
            })
            .map(|next| piece.text.clone() + &next.text)
            .map(|text| (lexicon::look_up(&text), text))
            .filter(|(lex, _)| *lex != Lex::Unknown);
        if let Some((lex, text)) = whole {
            piece.lex = lex;
            piece.text = text;
            for _ in 0..=hyphen {
                if let Some(taken) = rest.pop_front() {
                    piece.span.end = taken.span.end;
                }
            }
        }
        joined.push(piece);
    }
    joined
}

fn is_odd(piece: &Piece) -> bool {
    piece.class == Class::Word && (piece.lex == Lex::Unknown || piece.text.chars().count() < 4)
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
        Class::Word => match piece.lex {
            Lex::Unknown => lexicon::nearest_month(&piece.text).map_or(Lex::Unknown, |month| {
                repaired = true;
                Lex::Month(month)
            }),
            known => known,
        },
        Class::Digits => digits(&piece.text),
        class if is_dash(class) => Lex::Dash,
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

/// Joins «5» «-» «ти» and «1» «го» into one number.
fn join_endings(tokens: Vec<(Token, String)>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for (token, text) in tokens {
        if token.glued && !text.is_empty() && text.chars().all(char::is_alphabetic) {
            let dashed = joined
                .last()
                .is_some_and(|last| last.lex == Lex::Dash && last.glued);
            let number = joined.iter().rev().nth(usize::from(dashed));
            if let Some(Lex::Roman(value)) = number.map(|number| number.lex)
                && dashed
                && matches!(numeral::with_ending(value, &text), Some(Numeral::Order(_)))
            {
                joined.pop();
                if let Some(number) = joined.last_mut() {
                    number.span.end = token.span.end;
                }
                continue;
            }
            if let Some(Lex::Num { value, digits }) = number.map(|number| number.lex)
                && digits <= 2
                && (dashed || text != "и")
                && let Some(numeral) = numeral::with_ending(value, &text)
            {
                if dashed {
                    joined.pop();
                }
                if let Some(number) = joined.last_mut() {
                    number.span.end = token.span.end;
                    number.lex = match numeral {
                        Numeral::Count(value) => Lex::Num { value, digits },
                        Numeral::Order(value) => Lex::Ordinal(value),
                    };
                }
                continue;
            }
        }
        joined.push(token);
    }
    joined
}

/// Joins «двадцать» «пятого» and «1» «У» (a typist's IV).
fn join_compounds(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        if let Some(last) = joined.last_mut()
            && let Lex::Num {
                value: tens,
                digits: 0,
            } = last.lex
            && tens >= 20
        {
            let sum = match token.lex {
                Lex::Num { value, digits: 0 } if value < 10 => Some(Lex::Num {
                    value: tens + value,
                    digits: 0,
                }),
                Lex::Ordinal(value) if value < 10 => Some(Lex::Ordinal(tens + value)),
                _ => None,
            };
            if let Some(sum) = sum {
                last.lex = sum;
                last.span.end = token.span.end;
                continue;
            }
        }
        joined.push(token);
    }
    joined
}
