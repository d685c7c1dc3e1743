//! Times of day: «с 10.00 до 13.00 МСК», «в 15 часов», «в 8 часов 05 мин.».

use super::Parser;
use crate::domain::deadline::lexicon::Lex;
use crate::domain::deadline::phrase::Phrase;
use crate::domain::deadline::reading::{ClockTime, TimeRange};

impl Parser<'_> {
    /// A time of day with its zone.
    pub(super) fn time(&mut self) -> Option<Phrase> {
        if self.peek(0) == Some(Lex::Start) {
            self.at += 1;
        }
        let not_later = self.take_all(&[Lex::Not, Lex::Later]);
        if not_later {
            self.take(Lex::Comma);
            self.take(Lex::Than);
        }
        let from_word = if not_later { Lex::Until } else { self.peek(0)? };
        let lead = !not_later
            && matches!(
                from_word,
                Lex::In | Lex::From | Lex::Until | Lex::Toward | Lex::OutOf
            );
        if lead {
            self.at += 1;
        }
        let dashed = self.dashed_times(from_word);
        // «не позднее 24 часов с момента …» is a length of time.
        let hours = self.peek(1) == Some(Lex::Hour);
        let (first, sure) = self.clock(dashed)?;
        if not_later && hours && !matches!(self.peek(0), Some(Lex::Num { .. })) {
            return None;
        }
        let second = self.attempt(|parser| {
            if !matches!(parser.peek(0)?, Lex::Until | Lex::Along | Lex::Dash) {
                return None;
            }
            parser.at += 1;
            parser.clock(dashed)
        });
        let said =
            sure || second.is_some_and(|(_, sure)| sure) || (self.seen_day && from_word == Lex::In);
        if !said {
            return None;
        }
        let moscow = self.zone();
        let only_end = matches!(from_word, Lex::Until | Lex::Toward) && second.is_none();
        Some(Phrase::Time(TimeRange {
            from: (!only_end).then_some(first),
            to: if only_end {
                Some(first)
            } else {
                second.map(|(time, _)| time)
            },
            moscow,
        }))
    }

    /// «11-00-11-40», «11-30 до 12-45»; after a date and «в» also one time, «в 11-40», and after
    /// «до» one that can be no days, «до 14-00».
    fn dashed_times(&self, lead: Lex) -> bool {
        let time = |at: usize| {
            self.clock_number(at, 24).is_some()
                && self.peek(at + 1) == Some(Lex::Dash)
                && self.is_glued(at + 1)
                && self.is_glued(at + 2)
                && matches!(self.peek(at + 2), Some(Lex::Num { digits: 2, value }) if value < 60)
        };
        let day = |at: usize| {
            matches!(
                self.peek(at),
                Some(
                    Lex::Month(_) | Lex::DayNumber | Lex::Unit(_) | Lex::Working | Lex::ByCalendar
                )
            )
        };
        // «в 15-00» can be no days.
        let no_days =
            matches!(self.peek(2), Some(Lex::Num { value, .. }) if value == 0 || value > 31);
        let two = matches!(self.peek(3), Some(Lex::Dash | Lex::Until | Lex::Along)) && time(4);
        let one = match lead {
            Lex::In => self.seen_day || no_days,
            Lex::Until | Lex::Toward | Lex::From => no_days,
            _ => false,
        };
        time(0) && ((two && !day(7)) || (one && !day(3)))
    }

    /// A time; whether it can be nothing else. `dashed` where a hyphen parts hours and minutes.
    pub(super) fn clock(&mut self, dashed: bool) -> Option<(ClockTime, bool)> {
        let hour = self.clock_number(0, 25)?;
        if hour == 24 {
            return self.end_of_day();
        }
        match self.peek(1) {
            Some(Lex::Hour) => {
                self.at += 2;
                self.take(Lex::Dot);
                let minute = self.attempt(|parser| {
                    let minute = parser.clock_number(0, 60)?;
                    parser.at += 1;
                    parser.take(Lex::Minute).then(|| {
                        parser.take(Lex::Dot);
                        minute
                    })
                });
                Some((
                    ClockTime {
                        hour,
                        minute: minute.unwrap_or(0),
                    },
                    true,
                ))
            }
            Some(sign @ (Lex::Colon | Lex::Dot | Lex::Dash))
                if self.is_glued(1) && self.is_glued(2) =>
            {
                let two_digits = matches!(self.peek(2), Some(Lex::Num { digits: 2, .. }));
                let minute = self.clock_number(2, 60).filter(|_| two_digits)?;
                let date_goes_on = self.peek(3) == Some(Lex::Dot)
                    && self.is_glued(3)
                    && matches!(self.peek(4), Some(Lex::Num { .. }))
                    && self.is_glued(4);
                if date_goes_on || (sign == Lex::Dash && !dashed && !self.seen_day) {
                    return None;
                }
                let no_date = !(1..=12).contains(&minute) || hour == 0;
                if sign == Lex::Dash && minute != 0 && !dashed {
                    return None;
                }
                self.at += 3;
                if self.take(Lex::Hour) {
                    self.take(Lex::Dot);
                    return Some((ClockTime { hour, minute }, true));
                }
                let sure = sign == Lex::Colon || no_date || (sign == Lex::Dash && dashed);
                Some((ClockTime { hour, minute }, sure))
            }
            // «с 10 до 12 часов»
            Some(Lex::Until | Lex::Dash | Lex::Along) if self.hours_follow() => {
                self.at += 1;
                Some((ClockTime { hour, minute: 0 }, true))
            }
            _ => None,
        }
    }

    /// «24:00», «24.00» end the day that is named; no day has such an hour.
    fn end_of_day(&mut self) -> Option<(ClockTime, bool)> {
        let parted = matches!(self.peek(1), Some(Lex::Colon | Lex::Dot)) && self.is_glued(1);
        let zeros = matches!(
            self.peek(2),
            Some(Lex::Num {
                value: 0,
                digits: 2
            })
        );
        if !parted || !zeros || !self.is_glued(2) {
            return None;
        }
        self.at += 3;
        let _ = self.take(Lex::Hour) && self.take(Lex::Dot);
        let last = ClockTime {
            hour: 23,
            minute: 59,
        };
        Some((last, true))
    }

    fn hours_follow(&self) -> bool {
        self.clock_number(2, 24).is_some() && self.peek(3) == Some(Lex::Hour)
    }

    fn clock_number(&self, ahead: usize, below: u32) -> Option<u8> {
        match self.peek(ahead)? {
            Lex::Num {
                value,
                digits: 1 | 2,
            } if value < below => u8::try_from(value).ok(),
            _ => None,
        }
    }

    /// «МСК», «(мск)», «по московскому времени».
    fn zone(&mut self) -> bool {
        let start = self.at;
        if matches!(self.peek(0), Some(Lex::Along | Lex::Open)) {
            self.at += 1;
        }
        if !self.take(Lex::Moscow) {
            self.at = start;
            return false;
        }
        if matches!(self.peek(0), Some(Lex::Unknown | Lex::EventNoun)) && self.peek(1).is_none() {
            self.at += 1;
        }
        if self.tokens.get(start).map(|token| token.lex) == Some(Lex::Open) {
            self.take(Lex::Close);
        }
        true
    }
}
