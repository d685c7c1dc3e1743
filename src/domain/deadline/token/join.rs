//! Joins what belongs together: digits a scanner broke, words a column divided, a number and its
//! ending or its words in brackets.

use std::collections::VecDeque;

use super::{Class, Piece, Token, is_dash};
use crate::domain::deadline::lexicon::{self, Lex};
use crate::domain::deadline::numeral::{self, Numeral};

/// Scanners read 0 as «О» and 3 as «З»: a glued run of digits and such letters is a number.
pub(super) fn digits(pieces: Vec<Piece>) -> Vec<Piece> {
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

/// «т.г.», «с. г.»: this year, whose letters alone are a preposition and nothing.
pub(super) fn this_year(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut at = 0;
    while let Some([letter, dot, year, ..]) = pieces.get_mut(at..) {
        let said = matches!(letter.text.as_str(), "т" | "с")
            && dot.class == Class::Sign('.')
            && dot.glued
            && year.text == "г";
        if said {
            "текущего".clone_into(&mut letter.text);
            letter.span.end = dot.span.end;
            "года".clone_into(&mut year.text);
            let end = pieces
                .get(at + 3)
                .filter(|end| end.class == Class::Sign('.') && end.glued)
                .map(|end| end.span.end);
            if let (Some(end), Some(year)) = (end, pieces.get_mut(at + 2)) {
                year.span.end = end;
                pieces.remove(at + 3);
            }
            pieces.remove(at + 1);
        }
        at += 1;
    }
    pieces
}

/// Looks words up; joins those broken by a hyphen, by a stray space or cut short by a dot.
pub(super) fn words(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        if piece.class == Class::Word {
            piece.lex = lexicon::look_up(&piece.text);
        }
    }
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut rest: VecDeque<Piece> = pieces.into();
    while let Some(mut piece) = rest.pop_front() {
        while piece.class == Class::Word
            && let Some((taken, lex, text)) = joined_with(&piece, &rest)
        {
            piece.lex = lex;
            piece.text = text;
            for _ in 0..taken {
                if let Some(taken) = rest.pop_front() {
                    piece.span.end = taken.span.end;
                }
            }
        }
        joined.push(piece);
    }
    joined
}

/// How many of the next pieces belong to the word, what they make together and how it is spelt.
fn joined_with(piece: &Piece, rest: &VecDeque<Piece>) -> Option<(usize, Lex, String)> {
    let sign = rest.front()?;
    if sign.class == Class::Sign('.') && sign.glued && !piece.text.ends_with('.') {
        let lex = match piece.lex {
            Lex::Unknown => lexicon::abbreviated(&piece.text)?,
            known if lexicon::is_shortened(&piece.text) => known,
            _ => return None,
        };
        return Some((1, lex, piece.text.clone() + "."));
    }
    let hyphen = is_dash(sign.class);
    let slash = sign.class == Class::Sign('/');
    let next = rest.get(usize::from(hyphen || slash))?;
    if next.class != Class::Word {
        return None;
    }
    let one_word = sign.glued && next.glued;
    if (hyphen || slash) && one_word {
        let mark = if slash { '/' } else { '-' };
        if let Some(lex) = lexicon::contracted(&piece.text, mark, &next.text) {
            return Some((2, lex, piece.text.clone() + &next.text));
        }
    }
    let unknown = |piece: &Piece| piece.lex == Lex::Unknown;
    let broken = is_odd(piece) || (lexicon::is_stump(&piece.text) && unknown(next));
    if slash || !broken || !(unknown(piece) || unknown(next)) {
        return None;
    }
    let text = piece.text.clone() + &next.text;
    let lex = lexicon::look_up(&text);
    // A hyphen inside a line divides a word only where both halves are none, or the first is the
    // same word cut short: «сен-тябрь».
    let divided = if hyphen {
        next.breaks || !next.glued || (unknown(piece) && unknown(next)) || piece.lex == lex
    } else {
        is_odd(next)
    };
    let taken = 1 + usize::from(hyphen);
    (divided && lex != Lex::Unknown).then_some((taken, lex, text))
}

fn is_odd(piece: &Piece) -> bool {
    piece.class == Class::Word && (piece.lex == Lex::Unknown || piece.text.chars().count() < 4)
}

/// Joins «5» «-» «ти» and «1» «го» into one number.
pub(super) fn endings(tokens: Vec<(Token, String)>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for (token, text) in tokens {
        if !text.is_empty() && text.chars().all(char::is_alphabetic) {
            let dash = joined.last().filter(|last| last.lex == Lex::Dash);
            // «5 - го»: apart only where the ending is no word.
            let apart = token.lex == Lex::Unknown && !token.glued;
            let dashed = dash.is_some_and(|dash| (dash.glued && token.glued) || apart);
            if !token.glued && !dashed {
                joined.push(token);
                continue;
            }
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
pub(super) fn compounds(tokens: Vec<Token>) -> Vec<Token> {
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

/// Joins a number and the same number in brackets: «3 (третьего)», «10 (десяти)», «II (второй)».
pub(super) fn brackets(tokens: Vec<Token>) -> Vec<Token> {
    let value = |lex: Lex| match lex {
        Lex::Num { value, .. } | Lex::Ordinal(value) | Lex::Roman(value) => Some(value),
        _ => None,
    };
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        joined.push(token);
        let [.., number, open, inner] = joined.as_slice() else {
            continue;
        };
        let same = open.lex == Lex::Open
            && rest.peek().map(|next| next.lex) == Some(Lex::Close)
            && value(number.lex).is_some()
            && value(number.lex) == value(inner.lex);
        if !same {
            continue;
        }
        let ordinal = matches!(inner.lex, Lex::Ordinal(_)).then_some(inner.lex);
        joined.truncate(joined.len() - 2);
        if let (Some(close), Some(number)) = (rest.next(), joined.last_mut()) {
            number.span.end = close.span.end;
            if let (Lex::Num { .. }, Some(ordinal)) = (number.lex, ordinal) {
                number.lex = ordinal;
            }
        }
    }
    joined
}
