//! Words that set no date: «постоянно», «по мере необходимости», «по отдельному графику».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Phrase, Shape, Vague};

impl Parser<'_> {
    /// A phrase without a date.
    pub(super) fn vague(&mut self) -> Option<Phrase> {
        self.attempt(Self::standing)
            .or_else(|| self.attempt(Self::vacation))
            .or_else(|| self.attempt(Self::by_something))
            .or_else(|| self.attempt(Self::under_something))
            .or_else(|| self.attempt(Self::undetermined))
            .or_else(|| self.attempt(Self::adverb))
            .map(Phrase::Vague)
    }

    fn standing(&mut self) -> Option<Vague> {
        let _ = self.take(Lex::In) || self.take(Lex::On);
        if !self.take(Lex::Standing) {
            return None;
        }
        self.take(Lex::EventNoun);
        Some(Vague::Standing)
    }

    /// «осенние каникулы», «в каникулярное время», «в дни школьных каникул».
    fn vacation(&mut self) -> Option<Vague> {
        let mut seasons: Vec<u32> = Vec::new();
        while matches!(
            self.peek(0),
            Some(
                Lex::In
                    | Lex::On
                    | Lex::During
                    | Lex::Period
                    | Lex::Season(_)
                    | Lex::Dash
                    | Lex::Unit(Unit::Day)
                    | Lex::Comma
                    | Lex::And
            )
        ) {
            if let Some(Lex::Season(season)) = self.peek(0) {
                seasons.push(season);
            }
            self.at += 1;
        }
        if !self.take(Lex::Vacation) {
            return None;
        }
        let _ = self.take(Lex::EventNoun) || self.take(Lex::Period);
        // «осенние каникулы 2023 года»
        let _ = self.attempt(|parser| {
            let year = parser.part()?.shape;
            matches!(year, Shape::Year | Shape::SchoolYear).then_some(())
        });
        let season = match seasons.as_slice() {
            [season] => Some(*season),
            _ => None,
        };
        Some(Vague::Vacation(season))
    }

    /// «по …», «согласно …», «в соответствии с …».
    fn by_something(&mut self) -> Option<Vague> {
        let accordance = !self.take(Lex::Along);
        if accordance {
            self.take(Lex::In);
            if !self.take(Lex::CalendarPlan) {
                return None;
            }
            self.take(Lex::From);
        }
        let start = self.at;
        self.gobble();
        while self.citation().is_some() {
            self.gobble();
        }
        let words = self.tokens.get(start..self.at)?;
        let has = |lex: Lex| words.iter().any(|token| token.lex == lex);
        if words.is_empty() {
            return None;
        }
        Some(if accordance || has(Lex::Schedule) {
            self.schedule_of();
            Vague::Schedule
        } else if has(Lex::Agreement) {
            Vague::Agreement
        } else if has(Lex::Need) || has(Lex::Measure) {
            Vague::AsNeeded
        } else if words.iter().any(|token| token.lex == Lex::EventNoun) {
            Vague::Event
        } else {
            return None;
        })
    }

    /// «плану … на 2023 год»: the year names the plan.
    fn schedule_of(&mut self) {
        let _ = self.attempt(|parser| {
            if !parser.take(Lex::On) {
                return None;
            }
            parser.part()
        });
    }

    /// «при необходимости», «в ходе …», «в рамках …», «в период проведения …», «в установленные сроки».
    fn under_something(&mut self) -> Option<Vague> {
        if self.take(Lex::Under) {
            let need = self.peek(0) == Some(Lex::Need);
            let start = self.at;
            self.gobble();
            return (self.at > start).then_some(if need { Vague::AsNeeded } else { Vague::Event });
        }
        let led = self.take(Lex::In) || self.take(Lex::During) || self.take(Lex::On);
        match self.peek(0)? {
            Lex::EventNoun => {
                let eve = self.is_word(0, "накануне");
                self.at += 1;
                self.gobble();
                // «накануне выходных и праздников»: the days before, and not these.
                while eve && self.attempt(Self::days_off).is_some() {
                    self.gobble();
                }
                Some(Vague::Event)
            }
            Lex::Period | Lex::Unit(Unit::Day) if led && self.peek(1) == Some(Lex::Unknown) => {
                self.at += 1;
                self.gobble();
                Some(Vague::Event)
            }
            Lex::Need if !led => {
                self.at += 1;
                self.gobble();
                Some(Vague::AsNeeded)
            }
            // «в сроки, установленные …», «в установленные сроки», «в рабочем порядке»
            Lex::Unknown | Lex::TimeLimit | Lex::Working | Lex::Planned if led => {
                let start = self.at;
                self.take(Lex::Working);
                self.gobble();
                let words = self.tokens.get(start..self.at)?;
                let limit = words.iter().any(|token| token.lex == Lex::TimeLimit);
                let noun = words.iter().any(|token| token.lex == Lex::EventNoun);
                if limit && words.len() > 1 {
                    Some(Vague::Schedule)
                } else if noun {
                    Some(Vague::Event)
                } else {
                    None
                }
            }
            Lex::Unknown | Lex::ByCalendar => self.event_words(),
            _ => None,
        }
    }

    /// «выходных», «и выходных дней».
    fn days_off(&mut self) -> Option<()> {
        let _ = self.take(Lex::And) || self.take(Lex::Comma);
        self.take(Lex::Weekends).then_some(())?;
        self.take(Lex::Unit(Unit::Day));
        Some(())
    }

    /// «календарные праздники и другие событийные мероприятия».
    fn event_words(&mut self) -> Option<Vague> {
        let start = self.at;
        self.gobble();
        let words = self.tokens.get(start..self.at)?;
        words
            .iter()
            .any(|token| token.lex == Lex::EventNoun)
            .then_some(Vague::Event)
    }

    /// «однократно», «незамедлительно».
    fn adverb(&mut self) -> Option<Vague> {
        let vague = match self.peek(0)? {
            Lex::Once | Lex::TimesAdverb(1) => Vague::Once,
            Lex::Promptly => Vague::Event,
            _ => return None,
        };
        self.at += 1;
        Some(vague)
    }

    /// «дата уточняется», «срок будет определен дополнительно».
    fn undetermined(&mut self) -> Option<Vague> {
        while matches!(
            self.peek(0),
            Some(Lex::Moment | Lex::TimeLimit | Lex::Unknown)
        ) {
            self.at += 1;
        }
        if !self.take(Lex::Undetermined) {
            return None;
        }
        self.gobble();
        Some(Vague::Undetermined)
    }

    /// Takes words that belong to the phrase before: neither dates nor other deadlines.
    pub(super) fn gobble(&mut self) {
        let mut depth = 0_u32;
        while let Some(lex) = self.peek(0) {
            let go_on = match lex {
                Lex::Unknown
                | Lex::Schedule
                | Lex::Agreement
                | Lex::Need
                | Lex::Measure
                | Lex::EventNoun
                | Lex::Realisation
                | Lex::ByCalendar
                | Lex::Planned
                | Lex::Completion
                | Lex::TimeLimit
                | Lex::School
                | Lex::PrecedingYear
                | Lex::Undetermined
                | Lex::Reporting
                | Lex::ReportName(_)
                | Lex::ReportNoun
                | Lex::SeasonNoun
                | Lex::Start
                | Lex::Moscow => true,
                Lex::Dash => self.is_glued(0) && self.is_glued(1) && self.belongs(1),
                Lex::From
                | Lex::In
                | Lex::On
                | Lex::And
                | Lex::Along
                | Lex::During
                | Lex::Under
                | Lex::OutOf
                | Lex::Comma
                | Lex::Toward
                | Lex::Dot => self.belongs(1),
                Lex::Open if self.belongs(1) => {
                    depth += 1;
                    true
                }
                Lex::Close if depth > 0 => {
                    depth -= 1;
                    true
                }
                _ => false,
            };
            if !go_on {
                break;
            }
            self.at += 1;
        }
    }

    fn belongs(&self, ahead: usize) -> bool {
        matches!(
            self.peek(ahead),
            Some(
                Lex::Unknown
                    | Lex::Schedule
                    | Lex::Agreement
                    | Lex::Need
                    | Lex::EventNoun
                    | Lex::Realisation
                    | Lex::Planned
                    | Lex::ReportName(_)
                    | Lex::ReportNoun
                    | Lex::SeasonNoun
                    | Lex::School
            )
        )
    }
}
