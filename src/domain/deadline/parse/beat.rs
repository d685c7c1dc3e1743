//! Repeating phrases: «1 раз в месяц», «по четвергам», «в конце квартала».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Edge, Phrase};

impl Parser<'_> {
    /// A repeating phrase.
    pub(super) fn beat(&mut self) -> Option<Phrase> {
        self.attempt(Self::times_in)
            .or_else(|| self.attempt(Self::rough_days_of_each))
            .or_else(|| self.attempt(Self::month_days))
            .or_else(|| self.attempt(Self::year_day))
            .or_else(|| self.attempt(Self::ordinal))
            .or_else(|| self.attempt(Self::edge_of))
            .or_else(|| self.attempt(Self::weekdays))
            .or_else(|| self.attempt(Self::every))
            .map(Phrase::Beat)
    }

    /// «не реже 1 раза в 2 недели», «раз в квартал», «дважды в год».
    fn times_in(&mut self) -> Option<Beat> {
        let mut at_least = self.take(Lex::AtLeast);
        if self.take(Lex::Not) {
            at_least = matches!(self.peek(0)?, Lex::Rarer | Lex::Less);
            if !matches!(self.peek(0)?, Lex::Rarer | Lex::Less | Lex::More) {
                return None;
            }
            self.at += 1;
            self.take(Lex::Comma);
            self.take(Lex::Than);
        }
        self.take(Lex::Along);
        let times = match self.peek(0)? {
            Lex::TimesAdverb(times) => {
                self.at += 1;
                times
            }
            Lex::Times => {
                self.at += 1;
                1
            }
            _ => {
                let times = self.count()?;
                // «1-2 раза»
                if self.peek(0) == Some(Lex::Dash) && self.peek(2) == Some(Lex::Times) {
                    self.at += 2;
                    at_least = true;
                }
                if !self.take(Lex::Times) {
                    return None;
                }
                self.take(Lex::Dot);
                times
            }
        };
        if !self.take(Lex::In) && !self.take(Lex::Slash) && !self.take(Lex::During) {
            return None;
        }
        self.take(Lex::Course);
        self.take(Lex::Every);
        let step = self.count().unwrap_or(1);
        let unit = self.repeat_unit()?;
        (step > 0 && times > 0).then_some(Beat::Every {
            unit,
            step,
            times,
            at_least,
            counted: true,
        })
    }

    /// A unit a repeat is counted in; «учебный год», «календарный месяц» too.
    fn repeat_unit(&mut self) -> Option<Unit> {
        if self.take(Lex::School) {
            self.take(Lex::Dot);
            return self.year_mark().then_some(Unit::SchoolYear);
        }
        while matches!(self.peek(0), Some(Lex::ByCalendar | Lex::Working)) {
            self.at += 1;
        }
        if self.peek(0) == Some(Lex::YearMark) {
            self.year_mark();
            return Some(Unit::Year);
        }
        let unit = self.unit()?;
        if self.peek(0) == Some(Lex::Dot) {
            self.at += 1;
        }
        Some(unit)
    }

    /// «ежемесячно», «каждый месяц», «каждые две недели».
    fn every(&mut self) -> Option<Beat> {
        let (unit, step) = match self.peek(0)? {
            Lex::Repeatedly(unit) => {
                self.at += 1;
                (unit, 1)
            }
            // «по кварталам»
            Lex::Along
                if matches!(
                    self.peek(1),
                    Some(Lex::Unit(
                        Unit::Week | Unit::Month | Unit::Quarter | Unit::Half | Unit::Term(_)
                    ))
                ) =>
            {
                self.at += 1;
                (self.repeat_unit()?, 1)
            }
            Lex::Every => {
                self.at += 1;
                let step = self
                    .attempt(|parser| {
                        let step = parser
                            .count()
                            .and_then(|count| i32::try_from(count).ok())
                            .or_else(|| parser.order())?;
                        matches!(parser.peek(0), Some(Lex::Unit(_))).then_some(step)
                    })
                    .and_then(|step| u32::try_from(step).ok())
                    .unwrap_or(1);
                (self.repeat_unit()?, step)
            }
            // «Квартальный отчёт – до 20 числа …»
            Lex::ReportName(unit) | Lex::TermAdjective { count: 1, unit } => {
                self.at += 1;
                self.take(Lex::ReportNoun);
                if !self.take(Lex::Dash) && !self.take(Lex::Colon) {
                    return None;
                }
                (unit, 1)
            }
            _ => return None,
        };
        (step > 0).then_some(Beat::Every {
            unit,
            step,
            times: 1,
            at_least: false,
            counted: false,
        })
    }

    /// «по четвергам», «каждую среду», «вторник, четверг», «по будням», «до пятницы».
    fn weekdays(&mut self) -> Option<Beat> {
        let lead = self.peek(0)?;
        let until = matches!(lead, Lex::Until | Lex::Toward)
            || (lead == Lex::Not && self.peek(1) == Some(Lex::Later));
        if until {
            self.at += if lead == Lex::Not { 2 } else { 1 };
            let Lex::Weekday { day, .. } = self.peek(0)? else {
                return None;
            };
            self.at += 1;
            return Some(Beat::UntilWeekday { weekday: day });
        }
        let mut sure = matches!(lead, Lex::Along | Lex::Every);
        if sure || matches!(lead, Lex::In) {
            self.at += 1;
        }
        if self.take(Lex::Weekdays)
            || ((sure || lead == Lex::In)
                && self.peek(0) == Some(Lex::Working)
                && self.peek(1) == Some(Lex::Unit(Unit::Day)))
        {
            if self.take(Lex::Working) {
                self.at += 1;
            }
            return Some(Beat::Weekdays {
                days: 0b001_1111,
                sure: true,
            });
        }
        if self.take(Lex::Weekends) {
            self.take(Lex::Unit(Unit::Day));
            return Some(Beat::Weekdays {
                days: 0b110_0000,
                sure: true,
            });
        }
        sure |= matches!(self.peek(0), Some(Lex::Weekday { plural: true, .. }));
        let days = self.weekday_row(true)?;
        if sure {
            let _ = self.of_unit();
        }
        Some(Beat::Weekdays { days, sure })
    }

    pub(super) fn weekday_row(&mut self, ranges: bool) -> Option<u8> {
        let mut last = self.one_weekday()?;
        let mut days = 1_u8 << last;
        loop {
            let next = self.attempt(|parser| match parser.peek(0)? {
                Lex::And | Lex::Comma | Lex::Slash => {
                    parser.at += 1;
                    let _ = parser.take(Lex::Along) || parser.take(Lex::In);
                    parser.take(Lex::Every);
                    Some((parser.one_weekday()?, false))
                }
                Lex::Dash if ranges => {
                    parser.at += 1;
                    Some((parser.one_weekday()?, true))
                }
                _ => None,
            });
            let Some((day, range)) = next else {
                return Some(days);
            };
            if range {
                for between in last..=day {
                    days |= 1 << between;
                }
            }
            days |= 1 << day;
            last = day;
        }
    }

    fn one_weekday(&mut self) -> Option<u8> {
        let Lex::Weekday { day, .. } = self.peek(0)? else {
            return None;
        };
        self.at += 1;
        if self.peek(0) == Some(Lex::Dot) && self.peek(1).is_some() {
            self.at += 1;
        }
        Some(day)
    }

    /// «в конце месяца», «до конца каждого квартала».
    fn edge_of(&mut self) -> Option<Beat> {
        let until = matches!(self.peek(0)?, Lex::Until | Lex::Toward | Lex::Along);
        if until || matches!(self.peek(0)?, Lex::In | Lex::On) {
            self.at += 1;
        }
        let edge = match self.peek(0)? {
            Lex::Start => Edge::Start,
            Lex::Middle => Edge::Middle,
            Lex::End => Edge::End,
            _ => return None,
        };
        self.at += 1;
        // «до конца месяца, следующего за отчётным кварталом»
        if until
            && edge == Edge::End
            && let Some(report) = self.attempt(Self::report)
        {
            return Some(Beat::UntilMonthDay {
                days: vec![31],
                report: Some(report),
                of: None,
            });
        }
        // «до конца первого месяца квартала»
        if until && edge == Edge::End {
            let of = self.attempt(|parser| parser.of_unit().filter(|of| of.month.is_some()));
            if of.is_some() {
                return Some(Beat::UntilMonthDay {
                    days: vec![31],
                    report: None,
                    of,
                });
            }
        }
        let every = self.take(Lex::Every);
        if matches!(
            self.peek(0),
            Some(Lex::Reporting | Lex::Current | Lex::ByCalendar)
        ) {
            self.at += 1;
        }
        let unit = self.unit()?;
        let repeats = every
            || matches!(
                unit,
                Unit::Week | Unit::Month | Unit::Quarter | Unit::Half | Unit::Term(_)
            );
        repeats.then_some(Beat::EdgeOf {
            edge,
            unit,
            until,
            every,
        })
    }
}
