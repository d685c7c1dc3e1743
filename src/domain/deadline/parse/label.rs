//! Days of the year and what is reported by them: «до 1 марта года, следующего за отчетным»,
//! «за I квартал – до 10 апреля», «до 15 июля (за I полугодие)».

use super::Parser;
use super::part::dated;
use crate::domain::deadline::lexicon::{Lex, Unit};
use crate::domain::deadline::phrase::{Beat, Item, Phrase, Shape, Years};

/// What is said of the year of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum YearSaid {
    /// «каждого года».
    Every,
    /// «текущего года», «отчётного года».
    Current,
    /// «года, следующего за отчётным», «следующего года».
    Next,
    /// «года, предшествующего планируемому».
    Before,
}

/// A stretch a report is on.
struct Labelled {
    on: Shape,
    years: Years,
    /// It cannot be the beginning of «за год до …».
    clear: bool,
}

/// The day a report is due.
#[derive(Clone, Copy)]
struct Due {
    month: u32,
    day: u32,
    year: Option<i32>,
    /// «следующего года» is said.
    next_year: bool,
}

/// A report of every year, or of the one year that is named with it or with its day.
fn report(label: &Labelled, due: Due) -> Phrase {
    let Due { month, day, .. } = due;
    let end = match label.on {
        Shape::Month(month) | Shape::FirstMonths(month) => month,
        Shape::Quarter(n) => 3 * n,
        Shape::Half(n) => 6 * n,
        _ => 12,
    };
    // The day is past before the stretch is over: it lies in the next year.
    let later = i32::from(due.next_year || month < end);
    let years = match (label.years, due.year) {
        (Years::One(year), Some(due)) => Some((year, due)),
        (Years::One(year), None) => Some((year, year + later)),
        (_, Some(due)) => Some((due - later, due)),
        _ => None,
    };
    match years {
        Some((year, due)) => Phrase::Item(Item::Stretch {
            from: dated(label.on, Years::One(year)),
            to: Some(dated(Shape::Day { month, day }, Years::One(due))),
            within: false,
        }),
        None => Phrase::Beat(Beat::ReportDay {
            on: label.on,
            month,
            day,
            next_year: due.next_year,
        }),
    }
}

impl Parser<'_> {
    /// «до 1 марта каждого года», «до 1 октября года, предшествующего планируемому».
    pub(super) fn year_day(&mut self) -> Option<Beat> {
        let until = self.limited();
        let (month, day) = self.day_of_year()?;
        let offset = match self.year_said()? {
            YearSaid::Every if until => 0,
            YearSaid::Next => 1,
            YearSaid::Before => -1,
            _ => return None,
        };
        Some(Beat::YearDay {
            month,
            day,
            offset,
            until,
        })
    }

    /// «(в срок) до», «не позднее (чем)», «к».
    fn limited(&mut self) -> bool {
        self.attempt(|parser| {
            let _ = parser.attempt(|parser| {
                let _ = parser.take(Lex::In);
                parser.take(Lex::TimeLimit).then_some(())
            });
            if parser.take_all(&[Lex::Not, Lex::Later]) {
                parser.take(Lex::Comma);
                parser.take(Lex::Than);
                return Some(());
            }
            (parser.take(Lex::Until) || parser.take(Lex::Toward)).then_some(())
        })
        .is_some()
    }

    /// «1 марта», «01.03».
    fn day_of_year(&mut self) -> Option<(u32, u32)> {
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
        Some((month, day))
    }

    fn skip_qualifiers(&mut self) {
        while matches!(
            self.peek(0),
            Some(Lex::Current | Lex::Reporting | Lex::ByCalendar | Lex::Planned)
        ) {
            self.at += 1;
        }
    }

    fn year_said(&mut self) -> Option<YearSaid> {
        self.attempt(|parser| {
            parser.take(Lex::Comma);
            if parser.take(Lex::Every) {
                parser.take(Lex::ByCalendar);
                return parser
                    .take(Lex::Unit(Unit::Year))
                    .then_some(YearSaid::Every);
            }
            if parser.take(Lex::Following) {
                return parser.following_year().then_some(YearSaid::Next);
            }
            let start = parser.at;
            parser.skip_qualifiers();
            let qualified = parser
                .tokens
                .get(start..parser.at)?
                .iter()
                .any(|token| matches!(token.lex, Lex::Current | Lex::Reporting));
            if !parser.take(Lex::Unit(Unit::Year)) {
                return None;
            }
            let _ = parser.attempt(|parser| {
                (parser.take(Lex::Comma)
                    && matches!(parser.peek(0), Some(Lex::Following | Lex::PrecedingYear)))
                .then_some(())
            });
            if parser.take(Lex::Following) {
                return parser.following_year().then_some(YearSaid::Next);
            }
            if parser.take(Lex::PrecedingYear) {
                parser.skip_qualifiers();
                parser.year_mark();
                return Some(YearSaid::Before);
            }
            qualified.then_some(YearSaid::Current)
        })
    }

    /// The rest of «следующего за отчетным (финансовым годом)», «следующего года».
    fn following_year(&mut self) -> bool {
        if self.take(Lex::During) {
            let said = self.take(Lex::Reporting);
            self.take(Lex::ByCalendar);
            let year = self.take(Lex::Unit(Unit::Year)) || self.take(Lex::Period);
            // «за годом окончания программы» is no year reported on.
            if !said && self.peek(0) == Some(Lex::End) {
                return false;
            }
            if year && self.peek(0) == Some(Lex::Unit(Unit::Year)) {
                self.at += 1;
            }
            return said || year;
        }
        self.take(Lex::ByCalendar);
        self.take(Lex::Unit(Unit::Year))
    }

    /// «года, следующего за последним годом реализации программы», «последнего года реализации»:
    /// how many years after the plan's last one.
    pub(super) fn plan_end(&mut self) -> Option<i32> {
        self.take(Lex::Comma);
        let after = if self.take(Lex::Last) {
            self.take(Lex::ByCalendar);
            self.take(Lex::Unit(Unit::Year)).then_some(0)?
        } else {
            self.take(Lex::ByCalendar);
            self.take(Lex::Unit(Unit::Year)).then_some(())?;
            self.take(Lex::Comma);
            if !self.take(Lex::Following) || !self.take(Lex::During) {
                return None;
            }
            let last = self.take(Lex::Last);
            self.take(Lex::ByCalendar);
            self.take(Lex::Unit(Unit::Year)).then_some(())?;
            let ended = self.take(Lex::End);
            (last || ended).then_some(1)?
        };
        // «… реализации муниципальной программы» names the plan; another event does not.
        self.take(Lex::Realisation).then_some(())?;
        self.gobble();
        Some(after)
    }

    /// A report and the day it is due.
    pub(super) fn labelled(&mut self) -> Option<Phrase> {
        self.attempt(Self::label_first)
            .or_else(|| self.attempt(Self::label_last))
    }

    fn label_first(&mut self) -> Option<Phrase> {
        let label = self.report_label()?;
        let parted = self.take(Lex::Dash) || self.take(Lex::Colon) || self.take(Lex::Comma);
        if !parted && !label.clear && self.peek(0) == Some(Lex::Until) {
            return None;
        }
        let due = self.due()?;
        Some(report(&label, due))
    }

    fn label_last(&mut self) -> Option<Phrase> {
        let due = self.due()?;
        let open = self.take(Lex::Open);
        let label = self.report_label()?;
        if !label.clear || (open && !self.take(Lex::Close)) {
            return None;
        }
        Some(report(&label, due))
    }

    /// «(в срок) до 10 апреля (2024 года)».
    fn due(&mut self) -> Option<Due> {
        if !self.limited() {
            return None;
        }
        let (month, day) = self.day_of_year()?;
        let year = self.attempt(|parser| {
            parser.take(Lex::Dot);
            let year = parser.full_year(0)?;
            parser.at += 1;
            parser.year_mark();
            Some(year)
        });
        let next_year = year.is_none() && self.year_said() == Some(YearSaid::Next);
        Some(Due {
            month,
            day,
            year,
            next_year,
        })
    }

    /// «за I квартал», «за отчётный год», «по итогам 6 месяцев», «полугодовой отчёт».
    fn report_label(&mut self) -> Option<Labelled> {
        if let Some(Lex::ReportName(unit)) = self.peek(0) {
            self.at += 1;
            self.take(Lex::ReportNoun);
            let on = match unit {
                Unit::Half => Shape::Half(1),
                Unit::Year => Shape::Year,
                _ => return None,
            };
            let parted = matches!(self.peek(0), Some(Lex::Dash | Lex::Colon));
            return parted.then_some(Labelled {
                on,
                years: Years::None,
                clear: true,
            });
        }
        self.take(Lex::ReportNoun);
        let results = self.take_all(&[Lex::Along, Lex::Completion]);
        if !results && !self.take(Lex::During) {
            return None;
        }
        let start = self.at;
        self.skip_qualifiers();
        let mut clear = results || self.at > start;
        if let Some(year) = self.full_year(0) {
            self.at += 1;
            self.year_mark();
            return Some(Labelled {
                on: Shape::Year,
                years: Years::One(year),
                clear: true,
            });
        }
        let on = match self.peek(0)? {
            Lex::Unit(Unit::Year) => {
                self.at += 1;
                return Some(Labelled {
                    on: Shape::Year,
                    years: Years::None,
                    clear,
                });
            }
            Lex::Unit(Unit::Half) => {
                self.at += 1;
                Shape::Half(1)
            }
            Lex::Month(month) => {
                self.at += 1;
                clear = true;
                Shape::Month(month)
            }
            _ => {
                let n = u32::try_from(self.order()?).ok()?;
                let unit = self.unit()?;
                clear |= unit != Unit::Month;
                match (unit, n) {
                    (Unit::Quarter, 1..=4) => Shape::Quarter(n),
                    (Unit::Half, 1..=2) => Shape::Half(n),
                    (Unit::Month, 3 | 6 | 9 | 12) => Shape::FirstMonths(n),
                    _ => return None,
                }
            }
        };
        let years = self.years(on);
        Some(Labelled { on, years, clear })
    }
}
