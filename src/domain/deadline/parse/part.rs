//! One named stretch: a date, month, quarter, decade, year.

use super::Parser;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Edge, Part, Shape, Years};
use crate::domain::deadline::settle::longest;

/// How a month is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// «мая», «марта».
    Genitive,
    /// «мар», «сент.».
    Short,
    /// «май», its own short form.
    May,
    /// «март», «марте».
    Other,
}

impl Parser<'_> {
    /// A part with its edge and year.
    pub(super) fn part(&mut self) -> Option<Part> {
        self.attempt(|parser| {
            let edge = parser.edge();
            parser.skip_current();
            // «до конца отчётного года»
            while edge.is_some() && matches!(parser.peek(0), Some(Lex::Reporting)) {
                parser.at += 1;
                parser.skip_current();
            }
            let mut part = parser
                .attempt(Self::numeric)
                .or_else(|| parser.attempt(Self::school_year))
                .or_else(|| parser.attempt(Self::named))
                .or_else(|| parser.attempt(Self::year))
                .or_else(|| parser.attempt(Self::whole_period))
                .or_else(|| parser.attempt(|parser| parser.bare(edge)))?;
            if let Some(edge) = edge {
                part.edge = Some(edge);
            }
            if matches!(part.shape, Shape::Day { .. } | Shape::Bare(_)) {
                if edge.is_some() {
                    return None;
                }
                parser.seen_day = true;
                part.weekday = parser.weekday_note();
            }
            Some(part)
        })
    }

    fn edge(&mut self) -> Option<Edge> {
        let edge = match self.peek(0)? {
            Lex::Start => Edge::Start,
            Lex::Middle => Edge::Middle,
            Lex::End => Edge::End,
            _ => return self.rough_days(),
        };
        self.at += 1;
        Some(edge)
    }

    /// «(суббота)», «, чт» after a day.
    fn weekday_note(&mut self) -> Option<u8> {
        self.attempt(|parser| {
            let open = parser.take(Lex::Open);
            let _ = !open && parser.take(Lex::Comma);
            let Lex::Weekday { day, plural: false } = parser.peek(0)? else {
                return None;
            };
            parser.at += 1;
            parser.take(Lex::Dot);
            (!open || parser.take(Lex::Close)).then_some(day)
        })
    }

    pub(super) fn skip_current(&mut self) {
        let whole = self.peek(0) == Some(Lex::Whole) && matches!(self.peek(1), Some(Lex::Month(_)));
        self.at += usize::from(whole);
        while matches!(self.peek(0), Some(Lex::Current | Lex::ByCalendar)) {
            self.at += 1;
        }
    }

    /// A number of one or two digits within `1..=most`.
    pub(super) fn short(&self, ahead: usize, most: u32) -> Option<u32> {
        match self.peek(ahead)? {
            Lex::Num {
                value,
                digits: 1 | 2,
            } if (1..=most).contains(&value) => Some(value),
            _ => None,
        }
    }

    /// Months, quarters, halves, decades, weeks, weekdays of a month, seasons.
    fn named(&mut self) -> Option<Part> {
        let in_row = self.is_month_in_row();
        let shape = match self.peek(0)? {
            Lex::Month(month) => {
                self.at += 1;
                if self.peek(0) == Some(Lex::Unit(Unit::Month)) {
                    self.at += 1;
                }
                Shape::Month(month)
            }
            Lex::Season(season) => {
                self.at += 1;
                match self.peek(0) {
                    Some(Lex::Vacation) if season == 2 => {
                        self.at += 1;
                        Shape::LongVacation
                    }
                    Some(Lex::Vacation) => return None,
                    Some(Lex::Period | Lex::SeasonNoun) => {
                        self.at += 1;
                        Shape::Season(season)
                    }
                    _ => Shape::Season(season),
                }
            }
            _ => self.ordered()?,
        };
        let mut part = Part::new(shape);
        part.in_row = in_row;
        // «5 мар.24» is a day of a year; «дек.23» may be a day of a month.
        let daily = matches!(shape, Shape::Day { .. });
        part.years =
            match self.attempt(|parser| daily.then(|| parser.glued_year(Lex::Dot)).flatten()) {
                Some(year) => Years::One(year),
                None => self.years(shape),
            };
        Some(part)
    }

    /// «10 апреля, июля»: a month in the genitive or shortened, after a comma or «и».
    fn is_month_in_row(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let parted =
            before.is_some_and(|token| matches!(token.lex, Lex::Comma | Lex::And | Lex::Slash));
        parted
            && matches!(self.peek(0), Some(Lex::Month(_)))
            && matches!(self.month_form(0), Some(Form::Genitive | Form::Short))
    }

    /// How a month is written.
    pub(super) fn month_form(&self, ahead: usize) -> Option<Form> {
        let token = self.token(ahead)?;
        let text = self.wording.get(token.span.clone())?.to_lowercase();
        let text = text.trim_end_matches('.');
        Some(if text == "май" {
            Form::May
        } else if text.ends_with(['я', 'а']) {
            Form::Genitive
        } else if text.chars().count() <= 4 && !matches!(text, "март" | "июнь" | "июль")
        {
            Form::Short
        } else {
            Form::Other
        })
    }

    /// «15 мая», «II квартал», «вторая декада мая», «последняя пятница мая».
    fn ordered(&mut self) -> Option<Shape> {
        let named = matches!(self.peek(0), Some(Lex::Ordinal(_)));
        let n = self.order()?;
        let positive = u32::try_from(n).ok();
        let within = |most: u32| positive.filter(|n| (1..=most).contains(n));
        match self.peek(0)? {
            // «1 дек. марта»: ten days, not December.
            Lex::Month(12) if self.is_short_for_ten_days() => {
                self.at += 1;
                self.take(Lex::Dot);
                Some(Shape::Third {
                    month: self.month()?,
                    n: if n < 0 { 3 } else { within(3)? },
                })
            }
            Lex::Month(month) => {
                let day = within(31)?;
                self.at += 1;
                Some(Shape::Day { month, day })
            }
            // «к первым числам мая» are no day.
            Lex::DayNumber if self.is_word(0, "числам") && (n < 0 || named) => None,
            Lex::DayNumber => {
                self.at += 1;
                let month = self.month()?;
                Some(Shape::Day {
                    month,
                    day: positive.map_or_else(|| last_day(month), |_| within(31))?,
                })
            }
            // «последний день августа»
            Lex::Unit(Unit::Day) if n < 0 => {
                self.at += 1;
                let month = self.month()?;
                Some(Shape::Day {
                    month,
                    day: last_day(month)?,
                })
            }
            Lex::Unit(Unit::Quarter) => Some(self.step(Shape::Quarter(within(4)?))),
            Lex::Unit(Unit::Half) => Some(self.step(Shape::Half(within(2)?))),
            Lex::Unit(Unit::Term(terms)) => {
                Some(self.step(Shape::Term(terms, within(terms.count())?)))
            }
            // «9 месяцев 2024 года»
            Lex::Unit(Unit::Month) if self.is_word(0, "месяцев") && self.full_year(1).is_some() => {
                Some(self.step(Shape::FirstMonths(within(12)?)))
            }
            Lex::Unit(Unit::Decade) => {
                self.at += 1;
                let n = if n < 0 { 3 } else { within(3)? };
                Some(Shape::Third {
                    month: self.month()?,
                    n,
                })
            }
            Lex::Unit(Unit::Week) => {
                self.at += 1;
                Some(Shape::Week {
                    month: self.month()?,
                    n: in_month(n)?,
                })
            }
            Lex::HalfPart => {
                self.at += 1;
                self.take(Lex::Dot);
                let n = within(2)?;
                if let Some(month) = self.month() {
                    return Some(Shape::HalfMonth { month, n });
                }
                self.skip_current();
                let said =
                    self.full_year(0).is_some() || self.peek(0) == Some(Lex::Unit(Unit::Year));
                said.then_some(Shape::Half(n))
            }
            Lex::Weekday { day, .. } => {
                self.at += 1;
                Some(Shape::Weekday {
                    month: self.month()?,
                    n: in_month(n)?,
                    weekday: day,
                })
            }
            _ => None,
        }
    }

    fn is_short_for_ten_days(&self) -> bool {
        let text = self
            .token(0)
            .and_then(|token| self.wording.get(token.span.clone()));
        let month = usize::from(self.peek(1) == Some(Lex::Dot)) + 1;
        text.is_some_and(|text| text.chars().count() == 3)
            && matches!(self.peek(month), Some(Lex::Month(_)))
    }

    fn step(&mut self, shape: Shape) -> Shape {
        self.at += 1;
        self.take(Lex::Dot);
        shape
    }

    fn month(&mut self) -> Option<u32> {
        match self.peek(0)? {
            Lex::Month(month) => {
                self.at += 1;
                Some(month)
            }
            _ => None,
        }
    }

    /// «весь период реализации программы», «год» after an edge.
    fn whole_period(&mut self) -> Option<Part> {
        let whole = self.take(Lex::Whole);
        if whole {
            self.skip_current();
            let named = self
                .attempt(Self::school_year)
                .or_else(|| self.attempt(Self::year));
            if named.is_some() {
                return named;
            }
        }
        match self.peek(0)? {
            Lex::Unit(Unit::Year) => {
                let before = |back: usize| {
                    let at = self.at.checked_sub(back)?;
                    self.tokens.get(at).map(|token| token.lex)
                };
                let names_year = |back: usize| {
                    matches!(
                        before(back),
                        Some(Lex::Start | Lex::Middle | Lex::End | Lex::Current | Lex::ByCalendar)
                    )
                };
                // «до конца отчётного года»
                let reporting = before(1) == Some(Lex::Reporting) && names_year(2);
                let named = whole || reporting || names_year(1);
                if !named {
                    return None;
                }
                self.at += 1;
                Some(Part::new(Shape::Year))
            }
            Lex::Period | Lex::TimeLimit => {
                self.at += 1;
                // «всего срока его действия»
                if self.peek(0) == Some(Lex::Unknown) && self.peek(1) == Some(Lex::Realisation) {
                    self.at += 1;
                }
                let said = whole || self.peek(0) == Some(Lex::Realisation);
                if !said {
                    return None;
                }
                while self.peek(0) == Some(Lex::Realisation) {
                    self.at += 1;
                    self.gobble();
                }
                Some(Part::new(Shape::Period))
            }
            Lex::Realisation if whole => {
                self.at += 1;
                self.gobble();
                Some(Part::new(Shape::Period))
            }
            _ => None,
        }
    }

    /// A number standing for the same as the next part in the row.
    fn bare(&mut self, edge: Option<Edge>) -> Option<Part> {
        let n = u32::try_from(self.order()?).ok()?;
        let follows = matches!(
            self.peek(0),
            None | Some(
                Lex::Dash
                    | Lex::Comma
                    | Lex::And
                    | Lex::But
                    | Lex::Along
                    | Lex::Until
                    | Lex::Close
                    | Lex::Dot
                    | Lex::Semicolon
                    | Lex::Or
                    | Lex::Slash
            )
        ) || self.token(0).is_some_and(|token| token.breaks);
        (edge.is_none() && n <= 31 && n > 0 && follows).then(|| {
            // «01.-05.09»: the dot belongs to the number.
            if self.peek(0) == Some(Lex::Dot) && self.peek(1) == Some(Lex::Dash) {
                self.at += 1;
            }
            Part::new(Shape::Bare(n))
        })
    }
}

pub(super) fn dated(shape: Shape, years: Years) -> Part {
    Part {
        years,
        ..Part::new(shape)
    }
}

/// The last day of a month; February has none that is the same every year.
fn last_day(month: u32) -> Option<u32> {
    (month != 2).then(|| longest(month))
}

/// A place within a month: 1–5 or last.
pub(super) fn in_month(n: i32) -> Option<i32> {
    (n == -1 || (1..=5).contains(&n)).then_some(n)
}
