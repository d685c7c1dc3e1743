//! Terms counted from a unit whose dates are known: «в течение 10 рабочих дней после окончания
//! квартала», «за месяц до конца учебного года».

use super::Parser;
use super::term::Length;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Edge, Phrase, UnitTerm};
use crate::domain::deadline::reading::Direction;

impl Parser<'_> {
    /// A term and the unit whose beginning or end it is counted from.
    pub(super) fn unit_term(&mut self) -> Option<Phrase> {
        self.attempt(Self::before_unit)
            .or_else(|| self.attempt(Self::after_unit))
            .map(Phrase::Beat)
    }

    /// «(не позднее чем) за 10 дней до окончания квартала».
    fn before_unit(&mut self) -> Option<Beat> {
        let (lower, length) = self.bound()?;
        if lower || !self.take(Lex::Until) {
            return None;
        }
        let edge = match self.peek(0)? {
            Lex::Start => Edge::Start,
            Lex::End => Edge::End,
            _ => return None,
        };
        self.at += 1;
        let of = self.whole_unit()?;
        unit_term(&length?, edge, Direction::Before, of)
    }

    /// «в течение 10 дней после окончания квартала», «не позднее 5 рабочих дней по истечении
    /// месяца», «в 10-дневный срок со дня окончания отчётного года».
    fn after_unit(&mut self) -> Option<Beat> {
        let length = self
            .attempt(Self::within_lead)
            .or_else(|| self.attempt(Self::adjective_lead))
            .or_else(|| self.attempt(Self::not_later_lead))?;
        let (edge, said) = if self.take(Lex::After) {
            self.edge_noun()
        } else if self.take(Lex::From) {
            let _ = self.take(Lex::Unit(Unit::Day)) || self.take(Lex::Moment);
            let found = self.edge_noun();
            found.1.then_some(found)?
        } else {
            self.take_all(&[Lex::Along, Lex::Completion])
                .then_some((Edge::End, true))?
        };
        // «после отчётного квартала» is after its end.
        if !said && self.peek(0) != Some(Lex::Reporting) {
            return None;
        }
        let of = self.whole_unit()?;
        unit_term(&length, edge, Direction::After, of)
    }

    fn edge_noun(&mut self) -> (Edge, bool) {
        if self.take(Lex::Start) {
            (Edge::Start, true)
        } else {
            (Edge::End, self.take(Lex::End) || self.take(Lex::Completion))
        }
    }

    fn within_lead(&mut self) -> Option<Length> {
        let _ = self.take(Lex::In) || self.take(Lex::On);
        let course = self.take(Lex::Course);
        if !course && !self.take(Lex::TimeLimit) {
            return None;
        }
        let limited = self.take(Lex::Until)
            || self
                .attempt(|parser| parser.not_later(&[Lex::Later, Lex::More]))
                .is_some();
        (course || limited).then(|| self.length()).flatten()
    }

    fn adjective_lead(&mut self) -> Option<Length> {
        self.take(Lex::In);
        let before = self.attempt(|parser| {
            let count = parser.attempt_count()?;
            parser.take(Lex::Dash);
            Some(count)
        });
        let Lex::TermAdjective { count, unit } = self.peek(0)? else {
            return None;
        };
        self.at += 1;
        self.take(Lex::TimeLimit).then_some(())?;
        let count = before.unwrap_or(count);
        (count > 0).then_some(Length {
            count,
            unit,
            working: false,
        })
    }

    fn attempt_count(&mut self) -> Option<u32> {
        match self.peek(0)? {
            Lex::Num { value, digits } if digits <= 3 => {
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    fn not_later_lead(&mut self) -> Option<Length> {
        let through = self.take(Lex::Through);
        if !through {
            self.not_later(&[Lex::Later])?;
            self.take(Lex::Through);
        }
        (through || self.counted()).then(|| self.length()).flatten()
    }

    /// «не позднее (, чем)», «не более».
    fn not_later(&mut self, words: &[Lex]) -> Option<()> {
        self.take(Lex::Not).then_some(())?;
        words.contains(&self.peek(0)?).then_some(())?;
        self.at += 1;
        self.take(Lex::Comma);
        self.take(Lex::Than);
        Some(())
    }

    /// «(каждого) (отчётного) квартала», «учебного года» with nothing of its own after it: «после
    /// окончания года обучения» is another event.
    fn whole_unit(&mut self) -> Option<Unit> {
        while matches!(
            self.peek(0),
            Some(Lex::Every | Lex::Reporting | Lex::Current | Lex::ByCalendar)
        ) {
            self.at += 1;
        }
        let unit = if self.take(Lex::School) {
            self.take(Lex::Dot);
            self.year_mark().then_some(Unit::SchoolYear)?
        } else {
            self.unit()?
        };
        let counted = !matches!(unit, Unit::Hour | Unit::Day);
        let ends = self.token(0).is_none_or(|token| token.breaks)
            || matches!(
                self.peek(0),
                Some(Lex::Comma | Lex::Semicolon | Lex::Dot | Lex::Close | Lex::And | Lex::But)
            );
        (counted && ends).then_some(unit)
    }
}

fn unit_term(length: &Length, edge: Edge, direction: Direction, of: Unit) -> Option<Beat> {
    let (count, months) = match length.unit {
        Unit::Day => (length.count, false),
        Unit::Week => (length.count.saturating_mul(7), false),
        Unit::Decade => (length.count.saturating_mul(10), false),
        Unit::Month => (length.count, true),
        Unit::Quarter => (length.count.saturating_mul(3), true),
        Unit::Half => (length.count.saturating_mul(6), true),
        Unit::Year | Unit::SchoolYear => (length.count.saturating_mul(12), true),
        Unit::Hour | Unit::Term(_) => return None,
    };
    let term = UnitTerm {
        count,
        months,
        working: length.working && length.unit == Unit::Day,
        edge,
        direction,
    };
    Some(Beat::UnitTerm { term, of })
}
