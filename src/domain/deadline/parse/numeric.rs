//! Dates in figures: 15.06.2023, 15.06, 15-06-2023, 2023-06-15, 06/2023; what only looks like one.

use super::Parser;
use super::part::{Form, dated};
use crate::domain::deadline::lexicon::Lex;
use crate::domain::deadline::phrase::{Flag, Part, Phrase, Shape, Years};

/// Two digits are a year within these only.
const SHORT_YEARS: std::ops::RangeInclusive<i32> = 2015..=2049;

impl Parser<'_> {
    /// A date or a month in figures.
    pub(super) fn numeric(&mut self) -> Option<Part> {
        self.attempt(Self::year_first)
            .or_else(|| self.attempt(Self::hyphened))
            .or_else(|| self.attempt(Self::month_and_year))
            .or_else(|| self.attempt(Self::short_month))
            .or_else(|| self.attempt(Self::dotted))
            .or_else(|| self.attempt(Self::misdotted))
    }

    fn all_glued(&self, count: usize) -> bool {
        (1..count).all(|ahead| self.is_glued(ahead))
    }

    /// 2023-06-15, 2023/06, 2023-06; not 2023/24, a school year.
    fn year_first(&mut self) -> Option<Part> {
        let year = self.full_year(0)?;
        let sign = self.peek(1)?;
        if !matches!(sign, Lex::Dash | Lex::Slash | Lex::Dot) || !self.all_glued(3) {
            return None;
        }
        let month = self.short(2, 12)?;
        if self.peek(3) == Some(sign)
            && self.all_glued(5)
            && let Some(day) = self.short(4, 31)
        {
            self.at += 5;
            return Some(dated(Shape::Day { month, day }, Years::One(year)));
        }
        let school = i32::try_from(month).ok()? == (year + 1) % 100;
        let two_digits = matches!(self.peek(2), Some(Lex::Num { digits: 2, .. }));
        if sign == Lex::Dot || school || !two_digits || self.is_glued(3) {
            return None;
        }
        self.at += 3;
        Some(dated(Shape::Month(month), Years::One(year)))
    }

    /// 30-11-2023, 30-11-23.
    fn hyphened(&mut self) -> Option<Part> {
        if self.peek(1)? != Lex::Dash || self.peek(3)? != Lex::Dash || !self.all_glued(5) {
            return None;
        }
        let (day, month) = (self.short(0, 31)?, self.short(2, 12)?);
        let short = || {
            let after = matches!(self.peek(5), Some(Lex::Month(_) | Lex::DayNumber));
            self.two_digit_year(4)
                .filter(|year| SHORT_YEARS.contains(year) && !after && !self.is_glued(5))
        };
        let year = self.full_year(4).or_else(short)?;
        self.at += 5;
        self.year_mark();
        Some(dated(Shape::Day { month, day }, Years::One(year)))
    }

    /// 06.2023, 6/2023, 06-2023.
    fn month_and_year(&mut self) -> Option<Part> {
        let sign = self.peek(1)?;
        let parted = match sign {
            Lex::Dot => self.is_glued(2),
            Lex::Slash => self.all_glued(3),
            Lex::Dash => {
                self.all_glued(3) && matches!(self.peek(0), Some(Lex::Num { digits: 2, .. }))
            }
            _ => false,
        };
        let (month, year) = (self.short(0, 12)?, self.full_year(2)?);
        if !parted {
            return None;
        }
        self.at += 3;
        self.year_mark();
        Some(dated(Shape::Month(month), Years::One(year)))
    }

    /// «05.мар», «05.мар.24», «05-мар-24»: as spreadsheets print a day.
    fn short_month(&mut self) -> Option<Part> {
        let sign = self.peek(1)?;
        if !matches!(sign, Lex::Dot | Lex::Dash) || !self.all_glued(3) {
            return None;
        }
        let day = self.short(0, 31)?;
        let Lex::Month(month) = self.peek(2)? else {
            return None;
        };
        let padded = matches!(self.peek(0), Some(Lex::Num { digits: 2, .. }));
        // «1.Май», «12.Декабрь» are places in a list.
        let is_date = match self.month_form(2)? {
            Form::Short => true,
            Form::Genitive => padded,
            Form::May => padded && !(10..=12).contains(&day),
            Form::Other => false,
        };
        if !is_date {
            return None;
        }
        self.at += 3;
        let shape = Shape::Day { month, day };
        let years = match self.attempt(|parser| parser.glued_year(sign)) {
            Some(year) => Years::One(year),
            None => self.years(shape),
        };
        Some(dated(shape, years))
    }

    /// «.24» or «-24» right after a day of a month: as spreadsheets print a year.
    pub(super) fn glued_year(&mut self, after: Lex) -> Option<i32> {
        let month = self.tokens.get(self.at.checked_sub(1)?)?;
        let dotted = self.wording.get(month.span.clone())?.ends_with('.');
        let said = dotted && after == Lex::Dot;
        if !said && (!self.is_glued(0) || !self.take(after)) {
            return None;
        }
        let year = self
            .two_digit_year(0)
            .filter(|year| self.is_glued(0) && SHORT_YEARS.contains(year))?;
        // «05.мар.24-25.03» and «5.мар.24.03» are something else.
        let goes_on = self.is_glued(1)
            && matches!(
                self.peek(1),
                Some(Lex::Dot | Lex::Dash | Lex::Slash | Lex::Colon)
            )
            && self.is_glued(2);
        if goes_on || matches!(self.peek(1), Some(Lex::Month(_) | Lex::DayNumber)) {
            return None;
        }
        self.at += 1;
        self.year_mark();
        Some(year)
    }

    /// 15.06.2023, 15.06, 15/06/2023, 15.VI.2023, «23. 03.».
    fn dotted(&mut self) -> Option<Part> {
        let sign = self.peek(1)?;
        if !matches!(sign, Lex::Dot | Lex::Slash) {
            return None;
        }
        let day = self.short(0, 31)?;
        let month = match self.peek(2)? {
            Lex::Roman(month) if sign == Lex::Dot => month,
            _ => self.short(2, 12)?,
        };
        let third = self.peek(3) == Some(sign);
        let short = || {
            // «1. 03.05.2024» is a place in a list and a date.
            let goes_on = self.peek(5) == Some(sign) && self.full_year(6).is_some();
            (self.is_glued(4) && !goes_on)
                .then(|| self.two_digit_year(4))
                .flatten()
        };
        let year = third.then(|| self.full_year(4).or_else(short)).flatten();
        let goes_on = third
            && self.is_glued(3)
            && self.is_glued(4)
            && matches!(self.peek(4), Some(Lex::Num { digits: 1.., .. }));
        let whole = self.all_glued(3) || self.is_parted_date();
        if year.is_none() && (!whole || goes_on || sign == Lex::Slash) {
            return None;
        }
        self.at += if year.is_some() { 5 } else { 3 };
        let mut part = dated(
            Shape::Day { month, day },
            year.map_or(Years::None, Years::One),
        );
        if year.is_some() {
            self.year_mark();
        } else {
            part.years = self.years(part.shape);
        }
        Some(part)
    }

    /// «15,06,2024», «15.06,2024»: a comma slipped in for a dot.
    fn misdotted(&mut self) -> Option<Part> {
        let sign = |at: usize| matches!(self.peek(at), Some(Lex::Dot | Lex::Comma));
        if !sign(1) || !sign(3) || !self.all_glued(5) {
            return None;
        }
        let two = |at: usize| matches!(self.peek(at), Some(Lex::Num { digits: 2, .. }));
        let (day, month) = (self.short(0, 31)?, self.short(2, 12)?);
        let year = self.full_year(4).filter(|_| two(0) && two(2))?;
        self.at += 5;
        self.year_mark();
        self.raised.push(Flag::Misprint);
        Some(dated(Shape::Day { month, day }, Years::One(year)))
    }

    /// «23. 03.»: two digits each, and nothing after them that they could count.
    fn is_parted_date(&self) -> bool {
        let two = |ahead: usize| matches!(self.peek(ahead), Some(Lex::Num { digits: 2, .. }));
        let ends = matches!(
            self.peek(3),
            None | Some(
                Lex::Dot
                    | Lex::Comma
                    | Lex::Semicolon
                    | Lex::Dash
                    | Lex::And
                    | Lex::Along
                    | Lex::Until
                    | Lex::Open
                    | Lex::Close
            )
        );
        two(0) && two(2) && (ends || self.token(3).is_some_and(|token| token.breaks))
    }

    /// A row of numbers built like a date that is none: 15.13.2023, 15/2023.
    pub(super) fn impossible_date(&mut self) -> Option<Phrase> {
        let start = self.at;
        if self.attempt(Self::numeric).is_some() {
            self.at = start;
            return None;
        }
        if matches!(self.peek(0), Some(Lex::Num { digits: 1 | 2, .. }))
            && matches!(self.peek(1), Some(Lex::Slash | Lex::Dash))
            && self.all_glued(3)
            && self.full_year(2).is_some()
        {
            self.at += 3;
            return Some(Phrase::Unread { number: true });
        }
        let mut numbers = 0;
        while matches!(self.peek(0), Some(Lex::Num { digits: 1.., .. })) {
            numbers += 1;
            self.at += 1;
            if self.peek(0) == Some(Lex::Dot) && self.is_glued(0) && self.is_glued(1) {
                self.at += 1;
            } else {
                break;
            }
        }
        (numbers >= 2).then_some(Phrase::Unread { number: true })
    }
}
