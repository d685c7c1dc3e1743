//! Days as the user's language writes them. The words are in `date.ftl`.

use chrono::{Datelike, Weekday};

use super::{Argument, Texts};
use crate::domain::date::Date;

impl Texts {
    /// «25 мая 2023 г.»
    pub fn date_long(&self, date: Date) -> String {
        self.date("date-long", date)
    }

    /// «25 мая», for a day whose year is clear.
    pub fn date_day_month(&self, date: Date) -> String {
        self.date("date-day-month", date)
    }

    /// «25.05», always five cells wide.
    pub fn date_short(&self, date: Date) -> String {
        self.date("date-short", date)
    }

    /// «25.05.2023», always ten cells wide.
    pub fn date_full(&self, date: Date) -> String {
        self.date("date-full", date)
    }

    /// «чт 25.05»
    pub fn date_weekday(&self, date: Date) -> String {
        self.date("date-weekday", date)
    }

    /// «чт 25.05.2023»
    pub fn date_weekday_full(&self, date: Date) -> String {
        self.date("date-weekday-full", date)
    }

    /// «май 2023 г.»
    pub fn date_month(&self, date: Date) -> String {
        self.date("date-month", date)
    }

    /// «чт»
    pub fn weekday_short(&self, weekday: Weekday) -> String {
        self.with("weekday-short", &[("weekday", number(weekday))])
    }

    /// «четверг»
    pub fn weekday_long(&self, weekday: Weekday) -> String {
        self.with("weekday-long", &[("weekday", number(weekday))])
    }

    fn date(&self, id: &'static str, date: Date) -> String {
        self.kept_day(id, date, || {
            self.with(
                id,
                &[
                    ("day", date.day().into()),
                    ("month", date.month().into()),
                    ("year", date.year().into()),
                    ("dd", format!("{:02}", date.day()).into()),
                    ("mm", format!("{:02}", date.month()).into()),
                    ("weekday", number(date.weekday())),
                ],
            )
        })
    }
}

fn number(weekday: Weekday) -> Argument {
    weekday.number_from_monday().into()
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn days_are_written_as_the_language_has_them() {
        let date = Date::new(2023, 5, 25).unwrap();
        let texts = Texts::new(Language::Ru);
        assert_eq!(texts.date_long(date), "25 мая 2023 г.");
        assert_eq!(texts.date_day_month(date), "25 мая");
        assert_eq!(texts.date_short(date), "25.05");
        assert_eq!(texts.date_full(date), "25.05.2023");
        assert_eq!(texts.date_weekday(date), "чт 25.05");
        assert_eq!(texts.date_month(date), "май 2023 г.");
        assert_eq!(texts.weekday_long(Weekday::Thu), "четверг");
        let texts = Texts::new(Language::En);
        assert_eq!(texts.date_long(date), "25 May 2023");
        assert_eq!(texts.date_weekday(date), "Thu 25.05");
    }

    #[test]
    fn a_day_that_is_kept_is_the_day_that_is_written() {
        let texts = Texts::new(Language::Ru);
        // More of them than are kept.
        for _ in 0..2 {
            for number in 0..2000 {
                let date = Date::new(2023, 1, 1).unwrap().plus_days(number);
                let fresh = Texts::new(Language::Ru);
                let fresh = (number % 97 == 0).then_some(fresh);
                let (full, long) = (texts.date_full(date), texts.date_long(date));
                if let Some(fresh) = fresh {
                    assert_eq!(full, fresh.date_full(date));
                    assert_eq!(long, fresh.date_long(date));
                }
                assert_eq!(full, date.format("%d.%m.%Y").to_string());
            }
        }
    }

    #[test]
    fn every_month_and_weekday_has_a_name_of_its_own() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let months: std::collections::BTreeSet<_> = (1..=12)
                .flat_map(|month| {
                    let date = Date::new(2024, month, 1).unwrap();
                    [texts.date_month(date), texts.date_day_month(date)]
                })
                .collect();
            assert_eq!(months.len(), 24);
            let weekdays: std::collections::BTreeSet<_> = (0..7)
                .flat_map(|day| {
                    let weekday = Weekday::try_from(day).unwrap();
                    [texts.weekday_short(weekday), texts.weekday_long(weekday)]
                })
                .collect();
            assert_eq!(weekdays.len(), 14);
        }
    }
}
