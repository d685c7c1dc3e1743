//! Terms counted from an event: «в течение 5 рабочих дней со дня …», «за две недели до …».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Flag, Phrase};
use crate::domain::deadline::reading::{Direction, Relative};

/// A length of time.
pub(super) struct Length {
    pub(super) count: u32,
    pub(super) unit: Unit,
    pub(super) working: bool,
}

impl Parser<'_> {
    /// A term and its event.
    pub(super) fn term(&mut self) -> Option<Phrase> {
        self.attempt(Self::before_event)
            .or_else(|| self.attempt(Self::within_length))
            .or_else(|| self.attempt(Self::adjective_limit))
            .or_else(|| self.attempt(Self::after_length))
            .or_else(|| self.attempt(Self::bare_event))
            .map(Phrase::Term)
    }

    /// «10 рабочих дней», «трёх месяцев», «24 часов».
    pub(super) fn length(&mut self) -> Option<Length> {
        let mut working = self.qualifier();
        let count = self.count().unwrap_or(1);
        // «1-2 дней», «2-3-х недель»: the longer counts.
        let count = self
            .attempt(|parser| parser.take(Lex::Dash).then(|| parser.count()).flatten())
            .unwrap_or(count);
        working |= self.qualifier();
        let unit = match self.peek(0)? {
            Lex::Hour => Unit::Hour,
            Lex::Unit(
                unit @ (Unit::Day
                | Unit::Week
                | Unit::Decade
                | Unit::Month
                | Unit::Quarter
                | Unit::Year
                | Unit::Half),
            ) => unit,
            _ => return None,
        };
        self.at += 1;
        (count > 0 && count < 1000).then_some(Length {
            count,
            unit,
            working,
        })
    }

    /// «(9 календарных дней)», «(3 года)» after a stretch.
    pub(super) fn length_in_brackets(&mut self) -> Option<Relative> {
        if self.tokens.get(self.at.checked_sub(1)?)?.lex != Lex::Open {
            return None;
        }
        let length = self.length()?;
        self.take(Lex::Dot);
        (self.peek(0) == Some(Lex::Close)).then(|| relative(&length, None, Direction::After))
    }

    fn qualifier(&mut self) -> bool {
        match self.peek(0) {
            Some(Lex::Working) => {
                self.at += 1;
                true
            }
            Some(Lex::ByCalendar) => {
                self.at += 1;
                false
            }
            _ => false,
        }
    }

    pub(super) fn counted(&self) -> bool {
        match self.peek(0) {
            Some(Lex::Num { digits: 0..=3, .. } | Lex::Working) => true,
            // «финансового года» counts nothing, «календарных 10 дней» does.
            Some(Lex::ByCalendar) => matches!(self.peek(1), Some(Lex::Num { digits: 0..=3, .. })),
            _ => false,
        }
    }

    /// «не позднее чем за 10 дней до …», «за месяц до …», «не ранее чем за 10 и не позднее чем за
    /// 3 дня до …».
    fn before_event(&mut self) -> Option<Relative> {
        let first = self.bound()?;
        let second = self.attempt(|parser| {
            parser.take(Lex::Comma);
            let _ = parser.take(Lex::And) || parser.take(Lex::But);
            (parser.peek(0) == Some(Lex::Not)).then_some(())?;
            parser.bound()
        });
        if !self.take(Lex::Until) {
            return None;
        }
        let anchor = self.anchor()?;
        let second_is_lower =
            second.is_some() && (first.0 || second.as_ref().is_some_and(|(lower, _)| *lower));
        let latest = [Some(first), second]
            .into_iter()
            .flatten()
            .find(|(lower, _)| !lower);
        let Some((_, length)) = latest else {
            self.raised.push(Flag::LowerBound);
            return Some(Relative::unmeasured(anchor, Direction::Before));
        };
        if second_is_lower {
            self.raised.push(Flag::EarliestToo);
        }
        Some(relative(&length?, Some(anchor), Direction::Before))
    }

    /// «(не позднее чем) за 10 дней»; whether it says only how early. A lower bound may leave its
    /// unit to the upper one.
    pub(super) fn bound(&mut self) -> Option<(bool, Option<Length>)> {
        let mut lower = false;
        if self.take(Lex::Not) {
            match self.peek(0)? {
                Lex::Later | Lex::Less => {}
                Lex::Earlier | Lex::More => lower = true,
                _ => return None,
            }
            self.at += 1;
            self.take(Lex::Comma);
            self.take(Lex::Than);
        }
        if !self.take(Lex::During) {
            return None;
        }
        let length = self.attempt(Self::length);
        if length.is_none() {
            self.count().filter(|_| lower)?;
        }
        Some((lower, length))
    }

    /// «в течение 5 рабочих дней со дня …», «в срок не более 10 дней».
    fn within_length(&mut self) -> Option<Relative> {
        let _ = self.take(Lex::In) || self.take(Lex::On);
        let course = self.take(Lex::Course);
        let limit = !course && self.take(Lex::TimeLimit);
        if !course && !limit {
            return None;
        }
        self.take(Lex::Comma);
        let mut compared = false;
        if self.take(Lex::Not) {
            if !matches!(self.peek(0)?, Lex::More | Lex::Later | Lex::Less) {
                return None;
            }
            self.at += 1;
            self.take(Lex::Than);
            compared = true;
        } else if limit {
            compared = self.take(Lex::Until);
        }
        if limit && !compared {
            return None;
        }
        let counted = self.counted();
        let length = self.length()?;
        // «в течение 1 квартала», «в течение 2 недели сентября» are stretches.
        if matches!(self.peek(0), Some(Lex::Month(_)))
            || (self
                .peek(0)
                .is_some_and(|lex| matches!(lex, Lex::Num { digits: 4, .. })))
            || matches!(length.unit, Unit::Quarter | Unit::Half) && length.count == 1
        {
            return None;
        }
        self.take(Lex::Dot);
        let anchor = self.attempt(Self::after_clause);
        (counted || anchor.is_some()).then(|| relative(&length, anchor, Direction::After))
    }

    /// «в 7-дневный срок после …», «в месячный срок», «в 3-х дневный срок».
    fn adjective_limit(&mut self) -> Option<Relative> {
        let _ = self.take(Lex::In);
        let before = self.count();
        if before.is_some() {
            self.take(Lex::Dash);
        }
        let Lex::TermAdjective { count, unit } = self.peek(0)? else {
            return None;
        };
        self.at += 1;
        let _ = self.qualifier();
        if !self.take(Lex::TimeLimit) && !self.take(Lex::Period) {
            return None;
        }
        let count = before.unwrap_or(count);
        (count > 0).then_some(())?;
        let anchor = self.attempt(Self::after_clause);
        let length = Length {
            count,
            unit,
            working: false,
        };
        Some(relative(&length, anchor, Direction::After))
    }

    /// «через 3 дня после …», «не позднее 5 рабочих дней со дня …», «3 дня со дня …».
    fn after_length(&mut self) -> Option<Relative> {
        let mut lead = false;
        let lower = self.take_all(&[Lex::Not, Lex::Earlier]);
        if lower || self.take_all(&[Lex::Not, Lex::Later]) {
            self.take(Lex::Comma);
            self.take(Lex::Than);
            lead = true;
        }
        let through = self.take(Lex::Through);
        lead |= through;
        if !lead && self.take_all(&[Lex::Along, Lex::Completion]) {
            lead = true;
        }
        let counted = self.counted();
        if !counted && !through {
            return None;
        }
        let length = self.length()?;
        // «через день» is every other day.
        let every_other = !counted && self.peek(0).is_none();
        if length.unit == Unit::Day && (every_other || self.is_of_unit()) {
            return None;
        }
        if lead && self.peek(0) == Some(Lex::Until) {
            self.at += 1;
            if lower {
                self.raised.push(Flag::LowerBound);
                return Some(Relative::unmeasured(self.anchor()?, Direction::Before));
            }
            return Some(relative(&length, Some(self.anchor()?), Direction::Before));
        }
        let anchor = self.attempt(Self::after_clause);
        if lower {
            self.raised.push(Flag::LowerBound);
            return Some(Relative::unmeasured(anchor?, Direction::After));
        }
        let working_days = length.working && length.unit == Unit::Day;
        (anchor.is_some() || (lead && (working_days || length.unit != Unit::Year)))
            .then(|| relative(&length, anchor, Direction::After))
    }

    /// «после утверждения бюджета», «со дня подписания», «по итогам квартала», «до начала ремонта».
    fn bare_event(&mut self) -> Option<Relative> {
        let before = self
            .attempt(|parser| {
                if !parser.take(Lex::Until) {
                    return None;
                }
                let edge = matches!(parser.peek(0), Some(Lex::Start | Lex::End));
                let word = parser.peek(usize::from(edge));
                let event = matches!(word, Some(Lex::Unknown | Lex::Realisation | Lex::EventNoun));
                (event || (edge && word.is_none()))
                    .then(|| parser.anchor())
                    .flatten()
            })
            .map(|anchor| (anchor, Direction::Before));
        let (anchor, direction) = match before {
            Some(found) => found,
            None => (self.after_event()?, Direction::After),
        };
        Some(Relative::unmeasured(anchor, direction))
    }

    /// «после утверждения», «со дня подписания», «по итогам года».
    fn after_event(&mut self) -> Option<String> {
        // «после 15 числа каждого месяца» are days of it.
        if self.peek(2) == Some(Lex::DayNumber) {
            return None;
        }
        let said = match (self.peek(0)?, self.peek(1)) {
            (Lex::After, _) | (Lex::Along, Some(Lex::Completion)) => true,
            (Lex::From, second) => matches!(second, Some(Lex::Unit(Unit::Day) | Lex::Moment)),
            _ => false,
        };
        if !said {
            return None;
        }
        let start = self.at;
        let anchor = self.after_clause()?;
        let loose = |lex: Lex| {
            matches!(lex, Lex::Month(_))
                || matches!(lex, Lex::Unit(unit) if !matches!(unit, Unit::Hour | Unit::Day))
        };
        let counted = self
            .tokens
            .get(start..self.at)
            .is_some_and(|tokens| tokens.iter().any(|token| loose(token.lex)));
        if counted {
            self.raised.push(Flag::LooseAnchor);
        }
        Some(anchor)
    }

    /// «со дня …», «с даты …», «с момента …», «после …», «по окончании …», «от …».
    fn after_clause(&mut self) -> Option<String> {
        self.take(Lex::Comma);
        // «в течение 11 лет, с 2010 по 2020 годы»: the stretch itself, not an event.
        let start = self.at;
        let stretch = self.attempt(Self::stretch_from).is_some();
        self.at = start;
        if stretch {
            return None;
        }
        if self.take(Lex::After) || self.take(Lex::From) || self.take(Lex::OutOf) {
            let _ = self.take(Lex::Unit(Unit::Day)) || self.take(Lex::Moment);
        } else if !self.take_all(&[Lex::Along, Lex::Completion]) {
            return None;
        }
        self.anchor()
    }

    /// The words of the event, to the end or to where another deadline begins.
    fn anchor(&mut self) -> Option<String> {
        let start = self.token(0)?.span.start;
        let mut end = start;
        let mut depth = 0_u32;
        while let Some(token) = self.token(0) {
            match token.lex {
                Lex::Semicolon | Lex::But => break,
                Lex::Until if self.end_is_dated() => break,
                Lex::Comma | Lex::And if self.deadline_begins() => break,
                Lex::Open => depth += 1,
                Lex::Close if depth == 0 => break,
                Lex::Close => depth -= 1,
                _ => {}
            }
            if !matches!(token.lex, Lex::Dot) || self.peek(1).is_some() {
                end = token.span.end;
            }
            self.at += 1;
        }
        let text = self.wording.get(start..end)?.trim();
        (!text.is_empty()).then(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// «со дня подписания до 31 декабря»: an end of its own.
    fn end_is_dated(&self) -> bool {
        matches!(self.peek(1), Some(Lex::Num { .. } | Lex::Ordinal(_)))
            && matches!(self.peek(2), Some(Lex::Month(_) | Lex::Dot))
    }

    /// Whether after the comma here a deadline of its own begins.
    fn deadline_begins(&self) -> bool {
        match self.peek(1) {
            Some(
                Lex::But
                | Lex::Repeatedly(_)
                | Lex::Until
                | Lex::Further
                | Lex::Course
                | Lex::Month(_),
            ) => true,
            Some(Lex::Not) => matches!(self.peek(2), Some(Lex::Later | Lex::Rarer | Lex::Earlier)),
            Some(Lex::In) => matches!(self.peek(2), Some(Lex::Course | Lex::TimeLimit)),
            Some(Lex::Num { .. }) => {
                matches!(self.peek(2), Some(Lex::Month(_) | Lex::Dot | Lex::Times))
            }
            _ => false,
        }
    }
}

fn relative(length: &Length, anchor: Option<String>, direction: Direction) -> Relative {
    let (days, months, hours) = match length.unit {
        Unit::Hour => (None, None, Some(length.count)),
        Unit::Week => (Some(length.count.saturating_mul(7)), None, None),
        Unit::Decade => (Some(length.count.saturating_mul(10)), None, None),
        Unit::Month => (None, Some(length.count), None),
        Unit::Quarter => (None, Some(length.count.saturating_mul(3)), None),
        Unit::Half => (None, Some(length.count.saturating_mul(6)), None),
        Unit::Year | Unit::SchoolYear => (None, Some(length.count.saturating_mul(12)), None),
        _ => (Some(length.count), None, None),
    };
    Relative {
        days,
        working: length.working,
        months,
        hours,
        anchor,
        direction,
    }
}
