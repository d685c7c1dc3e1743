//! Days of a month said in round numbers: «первые числа сентября», «в 20-х числах августа».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Edge};

impl Parser<'_> {
    /// «первых числах», «20-е числа», «последние числа» are a part of a month and no day of it;
    /// «20-го числа» is a day.
    pub(super) fn rough_days(&mut self) -> Option<Edge> {
        self.attempt(|parser| {
            let plural = parser.ends_with(0, &["е", "х"]);
            // «10 и 20 числах» are two days.
            let alone = !matches!(
                parser.before(1),
                Some(Lex::And | Lex::Comma | Lex::Dash | Lex::Slash)
            );
            let n = parser.order()?;
            let days = match parser.peek(0)? {
                Lex::DayNumber if parser.is_word(0, "числах") => plural || alone,
                Lex::DayNumber if parser.is_word(0, "числа") => plural,
                _ => false,
            };
            parser.at += 1;
            let edge = match n {
                1 => Edge::Start,
                10 => Edge::Middle,
                20 | -1 => Edge::End,
                _ => return None,
            };
            days.then_some(edge)
        })
    }

    /// «в первых числах каждого месяца».
    pub(super) fn rough_days_of_each(&mut self) -> Option<Beat> {
        let _ = self.take(Lex::In) || self.take(Lex::On);
        let edge = self.rough_days()?;
        let every = self.take(Lex::Every);
        while matches!(self.peek(0), Some(Lex::Current | Lex::ByCalendar)) {
            self.at += 1;
        }
        self.take(Lex::Unit(Unit::Month)).then_some(Beat::EdgeOf {
            edge,
            unit: Unit::Month,
            until: false,
            every,
        })
    }

    fn ends_with(&self, ahead: usize, endings: &[&str]) -> bool {
        self.token(ahead)
            .and_then(|token| self.wording.get(token.span.clone()))
            .is_some_and(|text| {
                let text = text.to_lowercase();
                endings.iter().any(|ending| text.ends_with(ending))
            })
    }

    /// What stands so many tokens before.
    fn before(&self, back: usize) -> Option<Lex> {
        let at = self.at.checked_sub(back)?;
        self.tokens.get(at).map(|token| token.lex)
    }
}
