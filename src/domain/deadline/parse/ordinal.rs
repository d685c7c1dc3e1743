//! Ordinals of a unit: «второй вторник месяца», «последняя неделя квартала», «первый рабочий день».

use super::Parser;
use super::part::in_month;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Of, Reported};

/// More weeks and tens of days a year does not have.
const MOST_IN_YEAR: i32 = 53;

impl Parser<'_> {
    /// «2», «2-й», «II-III», «последний»: from which to which.
    fn order_range(&mut self) -> Option<(i32, i32)> {
        let first = self.order()?;
        let last = self.attempt(|parser| parser.take(Lex::Dash).then(|| parser.order()).flatten());
        let last = last.unwrap_or(first);
        (first <= last).then_some((first, last))
    }

    /// A row of places: «1 и 3», «II-III, IV», «последний».
    fn orders(&mut self) -> Option<Vec<(i32, i32)>> {
        let mut orders = vec![self.order_range()?];
        while let Some(next) = self.attempt(|parser| {
            if !matches!(parser.peek(0)?, Lex::And | Lex::Comma) {
                return None;
            }
            parser.at += 1;
            parser.take(Lex::In);
            parser.order_range()
        }) {
            orders.push(next);
        }
        Some(orders)
    }

    /// «месяца», «каждого квартала», «последнего месяца квартала», «учебного года».
    pub(super) fn of_unit(&mut self) -> Option<Of> {
        self.attempt(|parser| {
            parser.take(Lex::Every);
            while matches!(
                parser.peek(0),
                Some(Lex::Current | Lex::Reporting | Lex::ByCalendar)
            ) {
                parser.at += 1;
            }
            let month = parser.attempt(|parser| {
                let n = parser.order()?;
                parser.take(Lex::Unit(Unit::Month)).then_some(n)
            });
            if month.is_some() {
                // «ежеквартально … последнего месяца»: of the frequency's unit.
                let Some(of) = parser.of_unit() else {
                    return Some(Of {
                        unit: Unit::Month,
                        month,
                    });
                };
                return (of.month.is_none() && of.unit != Unit::Month)
                    .then_some(Of { month, ..of });
            }
            let unit = if parser.take(Lex::School) {
                parser.take(Lex::Dot);
                parser.year_mark().then_some(Unit::SchoolYear)?
            } else {
                parser.unit()?
            };
            let measured = !matches!(unit, Unit::Hour | Unit::Day);
            let comma = usize::from(parser.peek(0) == Some(Lex::Comma));
            let reported = parser.peek(comma) == Some(Lex::Following);
            (measured && !reported).then_some(Of::each(unit))
        })
    }

    /// «5 рабочего дня» before «месяца, следующего за отчётным», «каждого квартала»: a day of the
    /// unit, and no length.
    pub(super) fn is_of_unit(&mut self) -> bool {
        let start = self.at;
        let unit = |lex: Option<Lex>| {
            matches!(
                lex,
                Some(Lex::Unit(
                    Unit::Month | Unit::Quarter | Unit::Half | Unit::Term(_) | Unit::Year
                ))
            )
        };
        let said = match self.peek(0) {
            Some(Lex::Every | Lex::Current | Lex::Reporting) => unit(self.peek(1)),
            Some(Lex::Comma | Lex::Following) => self.report().is_some_and(|report| {
                matches!(
                    report.reported,
                    Reported::Unit(Unit::Month | Unit::Quarter | Unit::Half | Unit::Year)
                        | Reported::Period
                )
            }),
            next => unit(next),
        };
        self.at = start;
        said
    }

    /// The unit of a named one that follows and limits the whole: «I квартала», «2024 года».
    fn of_named(&self) -> Option<Of> {
        if self.full_year(0).is_some() {
            return Some(Of::each(Unit::Year));
        }
        match (self.peek(0)?, self.peek(1)?) {
            (
                Lex::Num { digits: 1, .. } | Lex::Ordinal(_) | Lex::Roman(_),
                Lex::Unit(unit @ (Unit::Quarter | Unit::Half | Unit::Term(_))),
            ) => Some(Of::each(unit)),
            _ => None,
        }
    }

    /// «второй вторник месяца», «каждая 1 и 3 среда», «первая неделя», «последний рабочий день».
    pub(super) fn ordinal(&mut self) -> Option<Beat> {
        let until = self.take_all(&[Lex::Not, Lex::Later]) || self.take(Lex::Until);
        let _ = !until && (self.take(Lex::In) || self.take(Lex::On));
        let every = self.take(Lex::Every);
        let ns = self.orders()?;
        match self.peek(0)? {
            Lex::Weekday { .. } if !until => self.nth_weekday(&ns, every),
            // «9 месяцев 2024 года» counts them and names none.
            Lex::Unit(Unit::Month) if self.is_word(0, "месяцев") => None,
            Lex::Unit(unit) if !until && unit != Unit::Day => {
                self.at += 1;
                self.nth_unit(unit, ns)
            }
            Lex::HalfPart if !until => {
                self.at += 1;
                let of = self.of_unit()?;
                (of == Of::each(Unit::Month)).then_some(Beat::NthUnit {
                    unit: Unit::Half,
                    ns,
                    of: Some(of),
                })
            }
            // «первые 10 дней полугодия»
            Lex::Num {
                value,
                digits: 0..=2,
            } if ns == [(1, 1)]
                && matches!(self.peek(1), Some(Lex::Working | Lex::Unit(Unit::Day))) =>
            {
                self.at += 1;
                self.nth_day(&[(1, i32::try_from(value).ok()?)], every, until)
            }
            Lex::Working | Lex::ByCalendar | Lex::Unit(Unit::Day) | Lex::DayNumber => {
                self.nth_day(&ns, every, until)
            }
            _ => None,
        }
    }

    fn nth_weekday(&mut self, ns: &[(i32, i32)], every: bool) -> Option<Beat> {
        let days = self.weekday_row(false)?;
        let of = self.of_unit().or_else(|| self.of_named());
        if of.is_none() && matches!(self.peek(0), Some(Lex::Month(_))) {
            return None;
        }
        let monthly = of.is_none_or(|of| of.unit == Unit::Month || of.month.is_some());
        let ns: Vec<i32> = ns
            .iter()
            .flat_map(|(first, last)| *first..=*last)
            .filter(|n| *n != 0 && *n <= MOST_IN_YEAR)
            .filter_map(|n| if monthly { in_month(n) } else { Some(n) })
            .collect();
        (!ns.is_empty()).then_some(Beat::NthWeekday {
            ns,
            days,
            of,
            every,
        })
    }

    /// A part of a larger unit; weeks and tens of days also of a month that is not named.
    fn nth_unit(&mut self, unit: Unit, ns: Vec<(i32, i32)>) -> Option<Beat> {
        let each = self.peek(0) == Some(Lex::Every);
        let of = self.of_unit().or_else(|| self.of_named());
        if of.is_none() && matches!(self.peek(0), Some(Lex::Month(_))) {
            return None;
        }
        let most = match (unit, of) {
            (Unit::Decade, None) => 3,
            (Unit::Week, None) => 5,
            (Unit::Week | Unit::Decade, Some(of))
                if of.unit == Unit::Month || of.month.is_some() =>
            {
                if unit == Unit::Week {
                    5
                } else {
                    3
                }
            }
            (Unit::Week | Unit::Decade, Some(_)) => MOST_IN_YEAR,
            (Unit::Month, Some(of)) if of.month.is_none() && of.unit != Unit::Month => 12,
            // «IV квартал года» names a quarter, «последний квартал года» counts them.
            (Unit::Quarter | Unit::Half, Some(of))
                if matches!(of.unit, Unit::Half | Unit::Year | Unit::SchoolYear)
                    && of.unit != unit
                    && (each || ns.iter().any(|(n, _)| *n < 0)) =>
            {
                4
            }
            _ => return None,
        };
        ns.iter()
            .all(|(first, last)| *first != 0 && (-1..=most).contains(first) && *last <= most)
            .then_some(Beat::NthUnit { unit, ns, of })
    }

    fn nth_day(&mut self, ns: &[(i32, i32)], every: bool, until: bool) -> Option<Beat> {
        let working = self.take(Lex::Working);
        let _ = !working && self.take(Lex::ByCalendar);
        let numbered = self.take(Lex::DayNumber);
        if !numbered && !self.take(Lex::Unit(Unit::Day)) {
            return None;
        }
        let [(first, last)] = *ns else { return None };
        if let Some(report) = self.attempt(Self::report) {
            return working.then_some(Beat::NthDay {
                ns: (first, last),
                of: Some(Of::each(Unit::Month)),
                working,
                until,
                report: Some(report),
            });
        }
        let of = self.of_unit().or_else(|| self.of_named());
        // «ежемесячно, в последний рабочий день»: of the frequency's unit.
        if of.is_none() && (!working || matches!(self.peek(0), Some(Lex::Month(_)))) {
            return None;
        }
        let clear = working || first < 0 || every || first == 1 || !numbered;
        (clear && first != 0).then_some(Beat::NthDay {
            ns: (first, last),
            of,
            working,
            until,
            report: None,
        })
    }
}
