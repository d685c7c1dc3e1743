//! Tokens to phrases: tries the rules in order at each token; what no rule takes is unread.

mod beat;
mod cited;
mod clock;
mod item;
mod label;
mod numeric;
mod ordinal;
mod part;
mod report;
mod rough;
mod term;
mod unit_term;
mod vague;
mod year;

use super::lexicon::{Lex, Unit};
use super::phrase::{Flag, Phrase, Placed, Shape};
use super::token::Token;

/// Walks over tokens; every rule either takes its phrase or leaves the place as it was.
pub(super) struct Parser<'t> {
    tokens: &'t [Token],
    wording: &'t str,
    at: usize,
    /// A day has been read: «10.10» after it is a time.
    seen_day: bool,
    /// What phrases said of the whole besides themselves.
    raised: Vec<Flag>,
}

type Rule<'t> = fn(&mut Parser<'t>) -> Option<Phrase>;

/// Reads all tokens.
pub(super) fn phrases(wording: &str, tokens: &[Token]) -> Vec<Placed> {
    let mut parser = Parser {
        tokens,
        wording,
        at: 0,
        seen_day: false,
        raised: Vec::new(),
    };
    let mut phrases = Vec::new();
    while parser.at < tokens.len() {
        let start = parser.at;
        let breaks = parser.token(0).is_some_and(|token| token.breaks);
        let phrase = parser.phrase();
        phrases.push(Placed {
            phrase,
            tokens: start..parser.at,
            breaks,
        });
    }
    if tokens.iter().any(|token| token.repaired) {
        parser.raised.push(Flag::Misprint);
    }
    let end = tokens.len()..tokens.len();
    phrases.extend(parser.raised.into_iter().map(|flag| Placed {
        phrase: Phrase::Flag(flag),
        tokens: end.clone(),
        breaks: false,
    }));
    phrases
}

impl<'t> Parser<'t> {
    const RULES: [Rule<'t>; 12] = [
        Self::flag,
        Self::cited,
        Self::own_day,
        Self::time,
        Self::labelled,
        Self::unit_term,
        Self::term,
        Self::beat,
        Self::impossible_date,
        Self::item,
        Self::vague,
        Self::sign,
    ];

    fn phrase(&mut self) -> Phrase {
        let start = self.at;
        for rule in Self::RULES {
            if let Some(phrase) = rule(self)
                && self.at > start
            {
                return phrase;
            }
            self.at = start;
        }
        let number = matches!(
            self.peek(0),
            Some(Lex::Num { .. } | Lex::Ordinal(_) | Lex::Roman(_))
        );
        self.at = start + 1;
        Phrase::Unread { number }
    }

    fn token(&self, ahead: usize) -> Option<&'t Token> {
        self.tokens.get(self.at + ahead)
    }

    /// What stands `ahead` tokens from here.
    fn peek(&self, ahead: usize) -> Option<Lex> {
        self.token(ahead).map(|token| token.lex)
    }

    /// Whether the word itself stands there, where its meaning alone does not tell.
    fn is_word(&self, ahead: usize, word: &str) -> bool {
        self.token(ahead)
            .and_then(|token| self.wording.get(token.span.clone()))
            .is_some_and(|text| text.to_lowercase() == word)
    }

    fn is_glued(&self, ahead: usize) -> bool {
        self.token(ahead).is_some_and(|token| token.glued)
    }

    /// Takes the token if it is this one.
    fn take(&mut self, lex: Lex) -> bool {
        let found = self.peek(0) == Some(lex);
        self.at += usize::from(found);
        found
    }

    /// Takes all tokens if they stand here in this order.
    fn take_all(&mut self, all: &[Lex]) -> bool {
        let found = all
            .iter()
            .enumerate()
            .all(|(ahead, lex)| self.peek(ahead) == Some(*lex));
        if found {
            self.at += all.len();
        }
        found
    }

    /// Runs a rule; where it fails, the place stays.
    fn attempt<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let result = rule(self);
        if result.is_none() {
            self.at = start;
        }
        result
    }

    /// A small number: digits or words, not a year.
    fn count(&mut self) -> Option<u32> {
        match self.peek(0) {
            Some(Lex::Num { value, digits }) if digits <= 3 => {
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    /// A place in an order: «2», «2-й», «II», «второй», «последний» (−1).
    fn order(&mut self) -> Option<i32> {
        let value = match self.peek(0)? {
            Lex::Num {
                value,
                digits: 1 | 2,
            }
            | Lex::Ordinal(value)
            | Lex::Roman(value) => value,
            Lex::TypistRoman(value) => {
                self.raised.push(Flag::Misprint);
                value
            }
            Lex::Last => {
                self.at += 1;
                return Some(-1);
            }
            _ => return None,
        };
        self.at += 1;
        i32::try_from(value).ok()
    }

    fn unit(&mut self) -> Option<Unit> {
        match self.peek(0) {
            Some(Lex::Unit(unit)) => {
                self.at += 1;
                Some(unit)
            }
            _ => None,
        }
    }

    /// «г.», «гг.», «года» and their dots.
    fn year_mark(&mut self) -> bool {
        let start = self.at;
        // «2023 финансового года»
        if self.peek(0) == Some(Lex::ByCalendar) && self.peek(1) == Some(Lex::Unit(Unit::Year)) {
            self.at += 1;
        }
        while matches!(self.peek(0), Some(Lex::YearMark | Lex::Unit(Unit::Year))) {
            self.at += 1;
            if self.peek(0) == Some(Lex::Dot) {
                self.at += 1;
            }
        }
        self.at > start
    }

    fn flag(&mut self) -> Option<Phrase> {
        let flag = match self.peek(0)? {
            Lex::Stages | Lex::Stage => Flag::Stages,
            Lex::Inclusive => Flag::Inclusive,
            Lex::Tentative => Flag::Tentative,
            Lex::Further => Flag::Further,
            Lex::Except => Flag::Except,
            Lex::Or => Flag::Either,
            Lex::During if self.peek(1) == Some(Lex::Except) => {
                self.at += 1;
                Flag::Except
            }
            Lex::In if self.peek(1) == Some(Lex::Further) => {
                self.at += 1;
                Flag::Further
            }
            Lex::TimeLimit | Lex::Moment => return self.attempt(Self::label),
            Lex::Num { .. } | Lex::Roman(_) | Lex::Ordinal(_) => {
                return self
                    .attempt(Self::stage)
                    .or_else(|| self.attempt(Self::list_number))
                    .or_else(|| self.attempt(Self::length_in_brackets).map(Phrase::Length));
            }
            _ => return None,
        };
        self.at += 1;
        Some(Phrase::Flag(flag))
    }

    /// «Срок исполнения:»; a single day after it is a limit.
    fn label(&mut self) -> Option<Phrase> {
        let limits = self.is_word(0, "срок");
        self.at += 1;
        while matches!(self.peek(0), Some(Lex::Realisation | Lex::Agreement)) {
            self.at += 1;
        }
        if self.peek(0) == Some(Lex::Along) {
            return Some(Phrase::Flag(Flag::Label));
        }
        matches!(self.peek(0), Some(Lex::Colon | Lex::Dash)).then(|| {
            self.at += 1;
            limits
                .then(|| self.attempt(Self::limiting_day))
                .flatten()
                .map_or(Phrase::Flag(Flag::Label), Phrase::Item)
        })
    }

    /// «I этап», «1 этап».
    fn stage(&mut self) -> Option<Phrase> {
        self.at += 1;
        self.take(Lex::Stage).then_some(Phrase::Flag(Flag::Stages))
    }

    /// «1.», «2)» before an entry of a list.
    fn list_number(&mut self) -> Option<Phrase> {
        let begins = self.at == 0
            || self.token(0).is_some_and(|token| token.breaks)
            || self.tokens.get(self.at - 1).map(|token| token.lex) == Some(Lex::Semicolon);
        if !begins || !matches!(self.peek(0), Some(Lex::Num { digits: 1 | 2, .. })) {
            return None;
        }
        let start = self.at;
        if self
            .part()
            .is_some_and(|part| !matches!(part.shape, Shape::Bare(_)))
        {
            return None;
        }
        self.at = start + 1;
        let bracket = self.take(Lex::Close);
        let dot = !bracket && self.take(Lex::Dot) && !self.is_glued(0) && self.peek(0).is_some();
        (bracket || dot).then_some(Phrase::Flag(Flag::Label))
    }

    fn follows_year(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|token| {
            matches!(
                token.lex,
                Lex::Num { digits: 4, .. } | Lex::YearMark | Lex::Unit(Unit::Year)
            )
        })
    }

    fn sign(&mut self) -> Option<Phrase> {
        let phrase = match self.peek(0)? {
            Lex::Open => Phrase::Open,
            Lex::Close => Phrase::Close,
            // «сентябрь 2023/май 2024»: both, one of them, or from one to the other.
            Lex::Slash if self.follows_year() => Phrase::Flag(Flag::Either),
            Lex::Slash
            | Lex::Dash
            | Lex::Dot
            | Lex::Comma
            | Lex::Semicolon
            | Lex::Colon
            | Lex::And
            | Lex::But => Phrase::Separator,
            _ => return None,
        };
        self.at += 1;
        Some(phrase)
    }
}
