//! The requisites of a document that is only begun.

use super::Refused;
use crate::domain::date::{Date, Span};
use crate::domain::document::Document;
use crate::domain::safe_text::SafeText;

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum DocumentField {
    Title,
    Kind,
    Number,
    Date,
    Issuer,
    Short,
    Period,
}

impl DocumentField {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Kind,
        Self::Number,
        Self::Date,
        Self::Issuer,
        Self::Short,
        Self::Period,
    ];

    /// Its name in the texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kind => "document-kind",
            Self::Number => "number",
            Self::Date => "date",
            Self::Issuer => "issuer",
            Self::Short => "document-short",
            Self::Period => "period",
        }
    }

    /// What it says, as it is typed.
    pub fn typed(self, document: &Document) -> String {
        let requisites = &document.requisites;
        match self {
            Self::Title => requisites.plan_title.to_string(),
            Self::Kind => requisites.kind.to_string(),
            Self::Number => requisites.number.to_string(),
            Self::Date => requisites.date.map_or_else(String::new, dotted),
            Self::Issuer => requisites.issuer.to_string(),
            Self::Short => document.short.to_string(),
            Self::Period => document.period.map_or_else(String::new, |span| {
                format!("{} – {}", dotted(span.first), dotted(span.last))
            }),
        }
    }

    /// Takes a typed text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn set(self, document: &mut Document, typed: &str) -> Result<(), Refused> {
        let text = SafeText::line(typed);
        let requisites = &mut document.requisites;
        match self {
            Self::Title => requisites.plan_title = text,
            Self::Kind => requisites.kind = text,
            Self::Number => requisites.number = text,
            Self::Issuer => requisites.issuer = text,
            Self::Short => document.short = text,
            Self::Date if text.is_blank() => requisites.date = None,
            Self::Date => requisites.date = Some(day(&text).ok_or("form-no-date")?),
            Self::Period if text.is_blank() => document.period = None,
            Self::Period => document.period = Some(period(&text).ok_or("form-no-period")?),
        }
        Ok(())
    }
}

fn dotted(day: Date) -> String {
    day.format("%d.%m.%Y").to_string()
}

/// «23.05.2023» or «2023-05-23».
fn day(text: &str) -> Option<Date> {
    let text = text.trim_end_matches(|one: char| !one.is_ascii_digit());
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let mut parts = text.split('.').map(|part| part.trim().parse::<i32>().ok());
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next()??);
    let day = |value: i32| u32::try_from(value).ok();
    Date::new(third, day(second)?, day(first)?).ok()
}

/// «2024», «2024-2025», or two days with a dash between them.
fn period(text: &str) -> Option<Span> {
    let text = text.replace(['–', '—'], "-");
    let year = |text: &str| -> Option<i32> {
        let year: i32 = text.trim().parse().ok()?;
        (1990..=2100).contains(&year).then_some(year)
    };
    let (first, last) = match text.split_once(" - ").or_else(|| text.split_once('-')) {
        None => (text.as_str(), text.as_str()),
        Some(two) => two,
    };
    let first = match year(first) {
        Some(year) => Date::new(year, 1, 1).ok()?,
        None => day(first)?,
    };
    let last = match year(last) {
        Some(year) => Date::new(year, 12, 31).ok()?,
        None => day(last)?,
    };
    Span::new(first, last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_periods_are_read_as_people_write_them() {
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        assert_eq!(day("23.05.2023"), Some(date(2023, 5, 23)));
        assert_eq!(day("23.05.2023 г."), Some(date(2023, 5, 23)));
        assert_eq!(day("2023-05-23"), Some(date(2023, 5, 23)));
        assert_eq!(day("31.02.2023"), None);
        assert_eq!(day("май"), None);
        let whole = Span::new(date(2024, 1, 1), date(2025, 12, 31));
        assert_eq!(period("2024–2025"), whole);
        assert_eq!(period("01.01.2024 – 31.12.2025"), whole);
        assert_eq!(
            period("2024"),
            Span::new(date(2024, 1, 1), date(2024, 12, 31))
        );
        assert_eq!(period("2025-2024"), None);
        assert_eq!(period("всегда"), None);
        let mut document = Document::default();
        assert_eq!(
            DocumentField::Date.set(&mut document, "вчера"),
            Err("form-no-date")
        );
        assert_eq!(DocumentField::Date.set(&mut document, "01.02.2024"), Ok(()));
        assert_eq!(DocumentField::Date.typed(&document), "01.02.2024");
    }
}
