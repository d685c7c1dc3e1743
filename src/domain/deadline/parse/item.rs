//! Dated phrases: «с … по …», «до …», «в течение …», a bare stretch.

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Flag, Item, Limit, Phrase, Shape, Years};

impl Parser<'_> {
    /// A dated phrase.
    pub(super) fn item(&mut self) -> Option<Phrase> {
        self.attempt(Self::stretch_from)
            .or_else(|| self.attempt(Self::until))
            .or_else(|| self.attempt(Self::since))
            .or_else(|| self.attempt(Self::within))
            .or_else(|| self.attempt(Self::plain))
            .map(Phrase::Item)
    }

    /// «(в) период», «(в) сроки» before a range.
    fn skip_period(&mut self) {
        let start = self.at;
        if matches!(self.peek(0), Some(Lex::In | Lex::On | Lex::During)) {
            self.at += 1;
        }
        self.take(Lex::Course);
        if !matches!(self.peek(0), Some(Lex::Period | Lex::TimeLimit)) {
            self.at = start;
            return;
        }
        self.at += 1;
        self.take(Lex::Colon);
    }

    /// «с … по …», «начиная с … до …», «от … до …».
    pub(super) fn stretch_from(&mut self) -> Option<Item> {
        self.skip_period();
        self.take(Lex::Starting);
        if !self.take(Lex::From) && !self.take(Lex::OutOf) {
            return None;
        }
        let from = self.part()?;
        if matches!(from.shape, Shape::Day { .. }) {
            self.take(Lex::Dot);
        }
        // «с 01.11 но 10.11»: «но» for «по».
        let slip = self.peek(0) == Some(Lex::But);
        if !slip && !matches!(self.peek(0), Some(Lex::Along | Lex::Until | Lex::Dash)) {
            return None;
        }
        self.at += 1;
        self.take(Lex::In);
        let to = self.part()?;
        if slip {
            self.raised.push(Flag::Misprint);
        }
        Some(Item::Stretch {
            from,
            to: Some(to),
            within: false,
        })
    }

    /// «(в срок) до …», «не позднее …», «к …», «по …».
    fn until(&mut self) -> Option<Item> {
        let limited = self.attempt(|parser| {
            let _ = parser.take(Lex::In) || parser.take(Lex::On);
            (parser.take(Lex::TimeLimit) || parser.take(Lex::Period))
                .then(|| parser.take(Lex::Dash))
        });
        let limit = if self.take_all(&[Lex::Not, Lex::Later]) {
            self.take(Lex::Comma);
            self.take(Lex::Than);
            self.take(Lex::Until);
            Limit::NotLater
        } else if self.take(Lex::Until) {
            Limit::Until
        } else if self.take(Lex::Toward) {
            Limit::Toward
        } else if self.take(Lex::Along) {
            Limit::NotLater
        } else if limited.is_some() {
            let at = self.at;
            let part = self.part()?;
            if !matches!(part.shape, Shape::Day { .. }) || self.peek(0) == Some(Lex::Dash) {
                self.at = at;
                return None;
            }
            return Some(Item::Until {
                part,
                limit: Limit::NotLater,
            });
        } else {
            return None;
        };
        let part = self.part()?;
        Some(Item::Until { part, limit })
    }

    /// A day alone: «15.06.2024» of «Срок – 15.06.2024», not «15–20 июня».
    pub(super) fn limiting_day(&mut self) -> Option<Item> {
        let part = self.part()?;
        let dot = usize::from(self.peek(0) == Some(Lex::Dot));
        let ranges = matches!(self.peek(dot), Some(Lex::Dash | Lex::Along | Lex::Until));
        (matches!(part.shape, Shape::Day { .. }) && !ranges).then_some(Item::Until {
            part,
            limit: Limit::NotLater,
        })
    }

    /// «с …», «начиная с …», «не ранее …», «после …».
    fn since(&mut self) -> Option<Item> {
        if self.take_all(&[Lex::Not, Lex::Earlier]) {
            self.take(Lex::Than);
            self.take(Lex::From);
        } else {
            self.take(Lex::Starting);
            if !self.take(Lex::From) {
                return None;
            }
        }
        let part = self.part()?;
        Some(Item::Since { part })
    }

    /// «в течение …», «на протяжении …».
    fn within(&mut self) -> Option<Item> {
        let _ = self.take(Lex::In) || self.take(Lex::On);
        if !self.take(Lex::Course) {
            return None;
        }
        self.take(Lex::Dot);
        if let Some(part) = self.part() {
            return Some(self.ranged(part, true));
        }
        self.take(Lex::Whole);
        while matches!(
            self.peek(0),
            Some(Lex::Current | Lex::ByCalendar | Lex::Reporting)
        ) {
            self.at += 1;
        }
        let unit = match self.peek(0)? {
            Lex::YearMark => {
                self.year_mark();
                Unit::Year
            }
            Lex::Unit(unit) => {
                self.at += 1;
                unit
            }
            _ => return None,
        };
        Some(Item::Within(unit))
    }

    /// A stretch with at most a small word before it.
    fn plain(&mut self) -> Option<Item> {
        let lead = matches!(self.peek(0), Some(Lex::In | Lex::On | Lex::During));
        if lead {
            self.at += 1;
        }
        if matches!(self.peek(0), Some(Lex::Period))
            && !matches!(self.peek(1), Some(Lex::Realisation))
        {
            self.at += 1;
            self.take(Lex::Colon);
        }
        let part = self.part()?;
        Some(self.ranged(part, false))
    }

    /// The second half of a range, if one follows.
    fn ranged(&mut self, from: crate::domain::deadline::phrase::Part, within: bool) -> Item {
        let to = self.attempt(|parser| {
            let dash = match parser.peek(0)? {
                Lex::Dash | Lex::Along => true,
                Lex::Until => matches!(from.shape, Shape::Day { .. } | Shape::Month(_)),
                // «29.02.-05.03»
                Lex::Dot if parser.peek(1) == Some(Lex::Dash) => {
                    parser.at += 1;
                    true
                }
                _ => false,
            };
            if !dash {
                return None;
            }
            parser.at += 1;
            // «25 мая до 18.00» ends at an hour, not at a day.
            let at = parser.at;
            let hour = parser.clock(false).is_some_and(|(_, sure)| sure);
            parser.at = at;
            if hour {
                return None;
            }
            let to = parser.part()?;
            // «2023 год – май, сентябрь»: the dash is no range.
            let heads =
                from.shape == Shape::Year && to.shape != Shape::Year && to.years == Years::None;
            (!heads).then_some(to)
        });
        Item::Stretch { from, to, within }
    }
}
