//! What an indicator is to reach and how often it is measured, as its document puts it: «Не менее
//! 12% … к 2024 году», «Ежеквартальный, ежегодный мониторинг …».

use chrono::Datelike;

use super::Amount;
use crate::domain::date::{Date, Span};
use crate::domain::fold::fold;

/// How many days before the end of a stretch its value may be taken.
const EARLY: i64 = 10;

/// The value to reach.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Goal {
    /// Whether more is better («не менее»); else less is («не более»).
    pub is_least: bool,
    /// The value.
    pub amount: Amount,
    /// What is counted: «%», «человек»; empty when the words do not say.
    pub unit: String,
}

impl Goal {
    /// Reads a target; `None` when its words name no number.
    pub fn read(target: &str) -> Option<Self> {
        let plain = fold(target);
        let (is_least, rest) = [("не менее", true), ("не более", false)]
            .into_iter()
            .find_map(|(words, is_least)| {
                let (_, rest) = plain.split_once(words)?;
                Some((is_least, rest.trim_start()))
            })?;
        let is_number = |letter: char| letter.is_ascii_digit() || matches!(letter, ',' | '.');
        let end = rest.find(|letter| !is_number(letter)).unwrap_or(rest.len());
        let (number, rest) = rest.split_at_checked(end)?;
        let amount = number.trim_end_matches([',', '.']).parse().ok()?;
        let rest = rest.trim_start();
        let unit = if rest.starts_with('%') {
            "%".to_owned()
        } else {
            let word = rest.split_whitespace().next().unwrap_or_default();
            word.trim_matches(|letter: char| !letter.is_alphabetic())
                .to_owned()
        };
        Some(Self {
            is_least,
            amount,
            unit,
        })
    }

    /// How much is missing to the value; zero when it is reached.
    pub fn distance(&self, value: Amount) -> Amount {
        let (goal, value) = (self.amount.hundredths(), value.hundredths());
        let missing = if self.is_least {
            goal - value
        } else {
            value - goal
        };
        Amount::of_hundredths(missing.max(0))
    }
}

/// How often an indicator is measured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rhythm {
    /// «Ежемесячный».
    Monthly,
    /// «Ежеквартальный».
    Quarterly,
    /// «Ежегодный», or where the words do not say: targets count by years.
    Yearly,
}

impl Rhythm {
    /// The shortest rhythm the words of a method name; once a year where they name none.
    pub fn of(method: &str) -> Self {
        let plain = fold(method);
        [
            ("ежемесячн", Self::Monthly),
            ("ежеквартальн", Self::Quarterly),
        ]
        .into_iter()
        .find(|(word, _)| plain.contains(word))
        .map_or(Self::Yearly, |(_, rhythm)| rhythm)
    }

    /// The last day of the last stretch that has ended before a day.
    fn ended_before(self, day: Date) -> Date {
        self.begins(day).plus_days(-1)
    }

    /// The first day of the stretch a day is in.
    fn begins(self, day: Date) -> Date {
        let months = match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::Yearly => 12,
        };
        let first = (day.month() - 1) / months * months + 1;
        Date::new(day.year(), first, 1).unwrap_or(day)
    }

    /// The stretch that ends on a day.
    pub fn stretch(self, ended: Date) -> Span {
        Span::new(self.begins(ended), ended).unwrap_or(Span::day(ended))
    }

    /// The end of the stretch whose value is due on a day: it has ended since the document was
    /// signed, and no value was taken near its end or since.
    pub fn due(self, day: Date, begins: Date, last: Option<Date>) -> Option<Date> {
        let ended = self.ended_before(day);
        let is_taken = last.is_some_and(|last| last >= ended.plus_days(-EARLY));
        (ended >= begins && !is_taken).then_some(ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_targets_of_the_order_are_read() {
        for (target, is_least, amount, unit) in [
            (
                "Не менее 12% от общего числа учителей (нарастающим итогом) к 2024 году",
                true,
                "12",
                "%",
            ),
            ("Не более 250 человек к 2024 году", false, "250", "человек"),
            (
                "Не менее 70% (нарастающим итогом) к 2024 году",
                true,
                "70",
                "%",
            ),
        ] {
            let goal = Goal::read(target).unwrap();
            assert_eq!(goal.is_least, is_least, "{target}");
            assert_eq!(
                (goal.amount.to_string().as_str(), goal.unit.as_str()),
                (amount, unit)
            );
        }
        assert_eq!(Goal::read("Разработана система мониторинга"), None);
    }

    #[test]
    fn the_distance_is_what_is_missing_on_the_side_that_counts() {
        let distance = |target: &str, value: &str| {
            let goal = Goal::read(target).unwrap();
            goal.distance(value.parse().unwrap()).to_string()
        };
        assert_eq!(distance("Не менее 12%", "9,5"), "2.5");
        assert_eq!(distance("Не менее 12%", "13"), "0");
        assert_eq!(distance("Не более 250 человек", "251"), "1");
        assert_eq!(distance("Не более 250 человек", "200"), "0");
    }

    #[test]
    fn a_value_is_due_when_its_stretch_has_ended_and_none_was_taken() {
        let due = |rhythm: Rhythm, on: &str, last: Option<&str>| {
            let begins = day("2023-05-23");
            rhythm
                .due(day(on), begins, last.map(day))
                .map(|it| it.to_string())
        };
        let monthly = Rhythm::of("Ежемесячный мониторинг реализации плана");
        assert_eq!(due(monthly, "2023-05-25", None), None);
        assert_eq!(
            due(monthly, "2023-06-01", None).as_deref(),
            Some("2023-05-31")
        );
        assert_eq!(due(monthly, "2023-06-15", Some("2023-05-31")), None);
        assert_eq!(
            due(monthly, "2023-07-01", Some("2023-05-31")).as_deref(),
            Some("2023-06-30")
        );
        let quarterly = Rhythm::of("Ежеквартальный, ежегодный мониторинг о деятельности");
        assert_eq!(due(quarterly, "2023-07-06", Some("2023-06-25")), None);
        assert_eq!(
            due(quarterly, "2023-07-06", None).as_deref(),
            Some("2023-06-30")
        );
        assert_eq!(Rhythm::of("Мониторинг по итогам обучения"), Rhythm::Yearly);
        assert_eq!(
            due(Rhythm::Yearly, "2024-01-11", None).as_deref(),
            Some("2023-12-31")
        );
    }
}
