//! Years: «2023 г.», «2023-2024 гг.», «2023/2024 учебный год», «23 г.».

use super::Parser;
use super::part::dated;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Part, Shape, Years};

const YEARS: std::ops::RangeInclusive<u32> = 2000..=2199;

impl Parser<'_> {
    pub(super) fn full_year(&self, ahead: usize) -> Option<i32> {
        match self.peek(ahead)? {
            Lex::Num { value, digits: 4 } if YEARS.contains(&value) => i32::try_from(value).ok(),
            _ => None,
        }
    }

    /// Two digits of a year of this century.
    pub(super) fn two_digit_year(&self, ahead: usize) -> Option<i32> {
        match self.peek(ahead)? {
            Lex::Num { value, digits: 2 } => i32::try_from(2000 + value).ok(),
            _ => None,
        }
    }

    /// «2023-2024 учебный год», «2023/24 уч. г.», «учебный год».
    pub(super) fn school_year(&mut self) -> Option<Part> {
        if self.peek(0) == Some(Lex::School) {
            self.at += 1;
            let _ = self.take(Lex::Dot) || self.take(Lex::Slash);
            if let Some(year) = self.attempt(Self::school_numbers) {
                self.year_mark();
                return Some(dated(Shape::SchoolYear, Years::School(year)));
            }
            return self
                .year_mark()
                .then(|| Part::new(Shape::SchoolYear))
                .map(|mut part| {
                    if let Some(year) = self.attempt(Self::school_numbers) {
                        part.years = Years::School(year);
                        self.year_mark();
                    }
                    part
                });
        }
        let year = self.school_numbers()?;
        if !self.take(Lex::School) {
            return None;
        }
        self.take(Lex::Dot);
        self.year_mark();
        Some(dated(Shape::SchoolYear, Years::School(year)))
    }

    /// «2023-2024», «2023/24»: the first of two years in a row.
    fn school_numbers(&mut self) -> Option<i32> {
        let first = self.full_year(0).or_else(|| self.two_digit_year(0))?;
        if !matches!(self.peek(1), Some(Lex::Dash | Lex::Slash)) {
            return None;
        }
        let second = self.full_year(2).or_else(|| self.two_digit_year(2))?;
        if second != first + 1 {
            return None;
        }
        self.at += 3;
        Some(first)
    }

    /// The year after a part: «2023 г.», «2023-2024 гг.», «2023/2024 уч. г.», «23 г.».
    pub(super) fn years(&mut self, shape: Shape) -> Years {
        if let Some(after) = self.attempt(Self::plan_end) {
            return Years::AfterPlan(after);
        }
        let start = self.at;
        while matches!(
            self.peek(0),
            Some(Lex::Dot | Lex::Current | Lex::Reporting | Lex::ByCalendar)
        ) {
            self.at += 1;
        }
        let on = self.take(Lex::On) || self.take(Lex::In);
        // «сентябрь-2023», «3 кв./2023», «I квартал – 2024»
        let sign = matches!(shape, Shape::Month(_) | Shape::Quarter(_) | Shape::Half(_))
            && matches!(self.peek(0), Some(Lex::Dash | Lex::Slash));
        if !on && sign && self.full_year(1).is_some() {
            self.at += 1;
        }
        if let Some(part) = self.attempt(Self::school_year) {
            return part.years;
        }
        if let Some(first) = self.full_year(0) {
            self.at += 1;
            return self.second_year(first);
        }
        if !on
            && self.two_digit_year(0).is_some()
            && matches!(self.peek(1), Some(Lex::YearMark))
            && let Some(year) = self.two_digit_year(0)
        {
            self.at += 1;
            self.year_mark();
            return Years::One(year);
        }
        let of_year = matches!(shape, Shape::Quarter(_) | Shape::Half(_));
        if !on
            && (self.at > start || of_year)
            && self.peek(0) == Some(Lex::Unit(Unit::Year))
            && !matches!(self.peek(1), Some(Lex::Following))
            && !(self.peek(1) == Some(Lex::Comma) && self.peek(2) == Some(Lex::Following))
        {
            // «текущего года», «IV квартал года»
            self.at += 1;
            return Years::None;
        }
        self.at = start;
        Years::None
    }

    fn second_year(&mut self, first: i32) -> Years {
        let sign = self.peek(0);
        let second = self.full_year(1).or_else(|| {
            let marked = matches!(self.peek(2), Some(Lex::YearMark | Lex::Unit(Unit::Year)));
            self.two_digit_year(1)
                .filter(|second| *second == first + 1 && (marked || sign == Some(Lex::Slash)))
        });
        // «2023-15.06.2024» is no pair of years.
        let alone = self.peek(2) != Some(Lex::Dash) || !self.is_glued(2);
        let years = match (sign, second) {
            (Some(Lex::Slash), Some(second)) if second == first + 1 => {
                self.at += 2;
                Years::School(first)
            }
            (Some(Lex::Dash), Some(second)) if second > first && alone => {
                self.at += 2;
                Years::Each(first, second)
            }
            _ => Years::One(first),
        };
        self.year_mark();
        years
    }

    /// «2023 год», «2023-2025 годы», bare «2023».
    pub(super) fn year(&mut self) -> Option<Part> {
        let marked = matches!(self.peek(1), Some(Lex::YearMark | Lex::Unit(Unit::Year)));
        // «15 лет» is a length or an age.
        let counted = self.is_word(1, "лет");
        let short = || {
            self.two_digit_year(0)
                .filter(|year| marked && !counted && *year >= 2015)
        };
        let first = self.full_year(0).or_else(short)?;
        self.at += 1;
        self.skip_current();
        Some(match self.second_year(first) {
            Years::School(first) => dated(Shape::SchoolYear, Years::School(first)),
            years => dated(Shape::Year, years),
        })
    }
}
