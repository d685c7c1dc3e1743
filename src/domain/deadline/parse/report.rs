//! Days of the month and of the year: «до 10 числа месяца, следующего за отчетным».

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Report, Reported};

impl Parser<'_> {
    /// «до 25 числа», «1 и 15 числа каждого месяца», «с 1 по 5 число».
    pub(super) fn month_days(&mut self) -> Option<Beat> {
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
        let _ = !until && (self.take(Lex::From) || self.take(Lex::Along) || self.take(Lex::In));
        let every = self.take(Lex::Every);
        let ordinal = matches!(self.peek(0), Some(Lex::Ordinal(_)));
        let mut spans = vec![self.day_or_range()?];
        while let Some(next) = self.attempt(|parser| {
            if !matches!(parser.peek(0)?, Lex::And | Lex::Comma) {
                return None;
            }
            parser.at += 1;
            parser.day_or_range()
        }) {
            spans.push(next);
        }
        let numbered = self.take(Lex::DayNumber);
        if numbered && matches!(self.peek(0), Some(Lex::Month(_))) {
            return None;
        }
        let report = self.attempt(Self::report);
        let monthly = report.is_none() && (self.monthly() || every);
        let first = *spans.first()?;
        if until {
            let alone = spans.len() == 1 && first.0 == first.1;
            // «до 25-го»
            let ends = matches!(
                self.peek(0),
                None | Some(Lex::Comma | Lex::Dot | Lex::Semicolon | Lex::Close)
            );
            let said = numbered || report.is_some() || (ordinal && ends);
            return (alone && said).then_some(Beat::UntilMonthDay {
                day: first.0,
                report,
                every: monthly,
            });
        }
        if report.is_some() {
            return None;
        }
        numbered.then_some(Beat::MonthDays {
            spans,
            sure: monthly,
        })
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

    fn day(&mut self) -> Option<u32> {
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
    fn report(&mut self) -> Option<Report> {
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
                if self.take(Lex::Following) {
                    self.following_unit(&mut month_said);
                }
                return Some(Report {
                    reported: Reported::Unit(Unit::Quarter),
                    missing: false,
                    month,
                });
            }
        }
        let reported = if self.take(Lex::After) {
            let _ = self.take(Lex::End) || self.take(Lex::Completion);
            if !self.take(Lex::Reporting) {
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
        if self.take(Lex::Period) {
            return Reported::Period;
        }
        self.unit().map_or(Reported::Bare, Reported::Unit)
    }

    /// «до 1 марта каждого года», «до 1 октября года, предшествующего планируемому».
    pub(super) fn year_day(&mut self) -> Option<Beat> {
        let _ = self.attempt(|parser| {
            let _ = parser.take(Lex::In);
            parser.take(Lex::TimeLimit).then_some(())
        });
        if self.take_all(&[Lex::Not, Lex::Later]) {
            self.take(Lex::Than);
        } else if !self.take(Lex::Until) && !self.take(Lex::Toward) {
            return None;
        }
        let day = self.day()?;
        let month = match self.peek(0)? {
            Lex::Month(month) => month,
            Lex::Dot => {
                self.at += 1;
                match self.peek(0)? {
                    Lex::Num { value, digits: 2 } if (1..=12).contains(&value) => value,
                    _ => return None,
                }
            }
            _ => return None,
        };
        self.at += 1;
        self.take(Lex::Comma);
        let offset = if self.take(Lex::Every) {
            self.take(Lex::Unit(Unit::Year)).then_some(0)?
        } else if self.take(Lex::Following) {
            self.following_year()?;
            1
        } else if self.take(Lex::Unit(Unit::Year)) {
            self.take(Lex::Comma);
            if self.take(Lex::Following) {
                self.following_year();
                1
            } else if self.take(Lex::PrecedingYear) {
                let _ = self.take(Lex::Planned) || self.take(Lex::Reporting);
                self.year_mark();
                -1
            } else {
                return None;
            }
        } else {
            return None;
        };
        Some(Beat::UntilYearDay { month, day, offset })
    }

    /// The rest of «следующего за отчетным (годом)», «следующего года».
    fn following_year(&mut self) -> Option<()> {
        if self.take(Lex::During) {
            let said = self.take(Lex::Reporting);
            let year = self.take(Lex::Unit(Unit::Year)) || self.take(Lex::Period);
            return (said || year).then_some(());
        }
        self.take(Lex::Unit(Unit::Year)).then_some(())
    }
}
