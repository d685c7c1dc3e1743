//! Dates that name another text: «приказ от 12.03.2024 № 45».

use super::Parser;
use crate::domain::deadline::lexicon::Lex;
use crate::domain::deadline::phrase::{Phrase, Shape, Years};

/// Beginnings of the words for texts that bear a date.
const TEXTS: &[&str] = &[
    "ред",
    "приказ",
    "распоряж",
    "постановл",
    "письм",
    "протокол",
    "решени",
    "поручени",
    "указ",
    "закон",
    "соглашени",
    "договор",
    "положени",
    "инструкци",
];

/// How far before its date a text is named.
const FARTHEST: usize = 12;

impl Parser<'_> {
    /// A date of another text sets no deadline; it stays unread.
    pub(super) fn cited(&mut self) -> Option<Phrase> {
        self.citation().map(|()| Phrase::Unread { number: false })
    }

    /// «от 12.03.2024 № 45», «от 12 марта 2024 г.» after the word for a text.
    pub(super) fn citation(&mut self) -> Option<()> {
        let seen_day = self.seen_day;
        let found = self.attempt(|parser| {
            let named = parser.is_text_named();
            let from = parser.take(Lex::OutOf);
            if !from && !matches!(parser.peek(0), Some(Lex::Num { .. })) {
                return None;
            }
            let part = parser.part()?;
            if !matches!(part.shape, Shape::Day { .. }) || part.years == Years::None {
                return None;
            }
            let numbered = parser.number_of_text();
            let range = matches!(parser.peek(0), Some(Lex::Dash | Lex::Until | Lex::Along));
            (numbered || (from && named && !range)).then_some(())
        });
        self.seen_day = seen_day;
        found
    }

    /// «№ 45», «№ Р-503», «N 118-о».
    fn number_of_text(&mut self) -> bool {
        if !self.is_number_sign(0) {
            return false;
        }
        self.at += 1;
        let mut first = true;
        while self.peek(0).is_some() && (first || self.is_glued(0)) {
            let ends = matches!(
                self.peek(0),
                Some(Lex::Comma | Lex::Semicolon | Lex::Close | Lex::Open | Lex::Colon)
            );
            if ends {
                break;
            }
            first = false;
            self.at += 1;
        }
        true
    }

    fn is_number_sign(&self, ahead: usize) -> bool {
        ["№", "n"].iter().any(|sign| self.is_word(ahead, sign))
    }

    /// Whether the word for a text, or its number, stands before: «приказом Минпросвещения от …».
    fn is_text_named(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or_default();
        before
            .iter()
            .rev()
            .take(FARTHEST)
            .take_while(|token| {
                !matches!(
                    token.lex,
                    Lex::Semicolon | Lex::Close | Lex::Until | Lex::Month(_)
                )
            })
            .filter_map(|token| self.wording.get(token.span.clone()))
            .any(|text| {
                let text = text.to_lowercase();
                text == "№" || TEXTS.iter().any(|stem| text.starts_with(stem))
            })
    }
}
