//! Days of the month: «до 10 числа месяца, следующего за отчетным».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Flag, Of, Phrase, Report, Reported};
use crate::domain::deadline::token::Token;

impl Parser<'_> {
    /// «до 25 числа», «1 и 15 числа каждого месяца», «с 1 по 5 число».
    pub(super) fn month_days(&mut self) -> Option<Beat> {
        if let Some(span) = self.attempt(Self::between_days) {
            let of = self.of_unit();
            return Some(Beat::MonthDays {
                spans: vec![span],
                of,
            });
        }
        let _ = self.attempt(|parser| {
            let _ = parser.take(Lex::In);
            parser.take(Lex::TimeLimit).then_some(())
        });
        let until = if self.take_all(&[Lex::Not, Lex::Later]) {
            self.take(Lex::Comma);
            self.take(Lex::Than);
            self.take(Lex::Until);
            true
        } else {
            self.take(Lex::Until) || self.take(Lex::Toward)
        };
        let after = !until && self.attempt(Self::after_day).is_some();
        let _ = !until
            && !after
            && (self.take(Lex::From) || self.take(Lex::Along) || self.take(Lex::In));
        let every = self.take(Lex::Every);
        let ordinal = matches!(self.peek(0), Some(Lex::Ordinal(_)));
        let mut spans = vec![self.day_or_range()?];
        while let Some(next) = self.attempt(|parser| {
            if !matches!(parser.peek(0)?, Lex::And | Lex::Comma) {
                return None;
            }
            parser.at += 1;
            let _ = until && parser.take(Lex::Until);
            parser.day_or_range()
        }) {
            spans.push(next);
        }
        let numbered = self.take(Lex::DayNumber);
        if numbered && matches!(self.peek(0), Some(Lex::Month(_))) {
            return None;
        }
        let report = self.attempt(Self::report);
        let of = match report {
            Some(_) => None,
            None => self
                .of_unit()
                .or_else(|| every.then_some(Of::each(Unit::Month))),
        };
        if until {
            let days: Vec<u32> = spans
                .iter()
                .filter(|(first, last)| first == last)
                .map(|(day, _)| *day)
                .collect();
            // «до 25-го»
            let ends = matches!(
                self.peek(0),
                None | Some(Lex::Comma | Lex::Dot | Lex::Semicolon | Lex::Close)
            );
            let said = numbered || report.is_some() || (ordinal && ends && days.len() == 1);
            return (days.len() == spans.len() && said).then_some(Beat::UntilMonthDay {
                days,
                report,
                of,
            });
        }
        // «30 числа месяца, следующего за отчётным» is the day its report is due.
        if report.is_some() {
            let [(first, last)] = *spans else { return None };
            return (numbered && first == last && !after).then_some(Beat::UntilMonthDay {
                days: vec![first],
                report,
                of,
            });
        }
        if after {
            self.raised.push(Flag::OpenEnd);
            spans = spans.iter().map(|(_, last)| (last + 1, 31)).collect();
        }
        numbered.then_some(Beat::MonthDays { spans, of })
    }

    /// «ежемесячно до 25 числа, в декабре – до 15», «за декабрь – до 20 числа»: a month with a day
    /// of its own.
    pub(super) fn own_day(&mut self) -> Option<Phrase> {
        self.attempt(|parser| {
            let monthly = |token: &Token| {
                matches!(
                    token.lex,
                    Lex::Repeatedly(Unit::Month | Unit::Quarter) | Lex::DayNumber
                )
            };
            if !parser.tokens.get(..parser.at)?.iter().any(monthly) {
                return None;
            }
            let reported = !parser.take(Lex::In) && parser.take(Lex::During);
            if let Some(own) = parser.attempt(Self::own_day_of_quarter) {
                return Some(own);
            }
            let Lex::Month(month) = parser.peek(0)? else {
                return None;
            };
            parser.at += 1;
            let _ = parser.take(Lex::Dash) || parser.take(Lex::Colon);
            let limit = parser.take(Lex::Until) || parser.take_all(&[Lex::Not, Lex::Later]);
            let day = limit.then(|| parser.day()).flatten()?;
            // «в декабре – до 20 декабря»; «за декабрь – до 20 декабря» is a report on the month.
            if !parser.take(Lex::DayNumber) && !reported {
                parser.take(Lex::Month(month));
            }
            let ends = matches!(
                parser.peek(0),
                None | Some(Lex::Comma | Lex::Semicolon | Lex::Close | Lex::And)
            ) || (parser.peek(0) == Some(Lex::Dot) && !parser.is_glued(1));
            ends.then_some(Phrase::OwnDay { month, day })
        })
    }

    /// «IV квартале – до 10 декабря» of «в IV квартале – до 10 декабря».
    fn own_day_of_quarter(&mut self) -> Option<Phrase> {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        if before.map(|token| token.lex) != Some(Lex::In) {
            return None;
        }
        let quarter = u32::try_from(self.order()?).ok()?;
        self.take(Lex::Unit(Unit::Quarter)).then_some(())?;
        let _ = self.take(Lex::Dash) || self.take(Lex::Colon);
        let limit = self.take(Lex::Until) || self.take_all(&[Lex::Not, Lex::Later]);
        let day = limit.then(|| self.day()).flatten()?;
        let Lex::Month(month) = self.peek(0)? else {
            return None;
        };
        self.at += 1;
        (month.div_ceil(3) == quarter).then_some(Phrase::OwnDay { month, day })
    }

    /// «не ранее 5 и не позднее 10 числа».
    fn between_days(&mut self) -> Option<(u32, u32)> {
        self.take_all(&[Lex::Not, Lex::Earlier]).then_some(())?;
        let first = self.day()?;
        self.take(Lex::DayNumber);
        self.take(Lex::Comma);
        let _ = self.take(Lex::And) || self.take(Lex::But);
        self.take_all(&[Lex::Not, Lex::Later]).then_some(())?;
        let last = self.day()?;
        (self.take(Lex::DayNumber) && first <= last).then_some((first, last))
    }

    /// «(в рабочий день) после» a day of the month.
    fn after_day(&mut self) -> Option<()> {
        let _ = self.take_all(&[Lex::In, Lex::Working, Lex::Unit(Unit::Day)]);
        self.take(Lex::After).then_some(())
    }

    fn day_or_range(&mut self) -> Option<(u32, u32)> {
        let first = self.day()?;
        let last = self.attempt(|parser| {
            if !matches!(parser.peek(0)?, Lex::Dash | Lex::Along) {
                return None;
            }
            parser.at += 1;
            parser.day()
        });
        let last = last.unwrap_or(first);
        (first <= last).then_some((first, last))
    }

    pub(super) fn day(&mut self) -> Option<u32> {
        let (Lex::Num {
            value: day,
            digits: 0..=2,
        }
        | Lex::Ordinal(day)) = self.peek(0)?
        else {
            return None;
        };
        self.at += 1;
        (1..=31).contains(&day).then_some(day)
    }

    /// «месяца, следующего за отчетным кварталом» and its many shapes.
    pub(super) fn report(&mut self) -> Option<Report> {
        self.take(Lex::Comma);
        let month = self
            .attempt(|parser| {
                let n = u32::try_from(parser.order()?).ok()?;
                let month = parser.peek(0) == Some(Lex::Unit(Unit::Month));
                (month && (1..=3).contains(&n)).then_some(n)
            })
            .unwrap_or(1);
        let mut month_said = self.take(Lex::Unit(Unit::Month));
        if month_said {
            self.take(Lex::Comma);
            // «первого месяца квартала, следующего за …»
            if self.take(Lex::Unit(Unit::Quarter)) {
                self.take(Lex::Comma);
                if !self.take(Lex::Following) {
                    return None;
                }
                self.following_unit(&mut month_said);
                return Some(Report {
                    reported: Reported::Unit(Unit::Quarter),
                    missing: false,
                    month,
                });
            }
        }
        let reported = if self.take(Lex::After) {
            let ended = self.take(Lex::End) || self.take(Lex::Completion);
            if !self.take(Lex::Reporting) && !ended {
                return None;
            }
            self.reported_unit()
        } else {
            if !self.take(Lex::Following) {
                return None;
            }
            if self.take(Lex::Unit(Unit::Month)) {
                month_said = true;
                if !matches!(self.peek(0), Some(Lex::During | Lex::After)) {
                    let reported = Reported::NextMonth;
                    return Some(Report {
                        reported,
                        missing: false,
                        month,
                    });
                }
            }
            self.following_unit(&mut month_said)
        };
        Some(Report {
            reported,
            missing: !month_said,
            month,
        })
    }

    /// «за отчетным кварталом», «после отчетного периода», «за кварталом месяца».
    fn following_unit(&mut self, month_said: &mut bool) -> Reported {
        let _ = self.take(Lex::During) || self.take(Lex::After);
        self.take(Lex::Reporting);
        let reported = self.reported_unit();
        if reported != Reported::Bare && self.take(Lex::Unit(Unit::Month)) {
            *month_said = true;
        }
        reported
    }

    fn reported_unit(&mut self) -> Reported {
        if self.take(Lex::Period) || self.take(Lex::Moment) {
            return Reported::Period;
        }
        self.unit().map_or(Reported::Bare, Reported::Unit)
    }
}
