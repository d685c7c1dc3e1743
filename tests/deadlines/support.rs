//! Short ways to say periods and spans.

use planerka::domain::date::{Date, Span};

/// «2023-05-01..2023-05-31» or one day.
pub(crate) fn span(text: &str) -> Span {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let day = |text: &str| text.parse::<Date>().unwrap_or_else(|_| panic!("{text:?}"));
    Span::new(day(first), day(last)).unwrap()
}

/// The plans the tables speak of.
pub(crate) fn period(name: &str) -> Span {
    span(match name {
        "P" => "2023-01-01..2024-12-31",
        "S" => "2023-09-01..2024-08-31",
        "Y" => "2024-01-01..2024-12-31",
        "M" => "2024-03-01..2024-03-31",
        "F" => "2023-01-01..2025-12-31",
        other => other,
    })
}
