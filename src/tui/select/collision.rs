//! What two computers did apart, in words, and where a line about it leads.

use crate::domain::safe_text::SafeText;
use crate::domain::workspace::News;
use crate::tui::model::Model;
use crate::tui::model::choice::Choose;

/// What a line of the news says before its detail; `None` for news that are no collision.
pub(in crate::tui) fn title(model: &Model, news: &News) -> Option<String> {
    let texts = &model.texts;
    Some(match news {
        News::SameNumber { date, other, .. } => texts.with(
            "news-same-number",
            &[
                ("date", texts.date_full(*date).into()),
                ("other", texts.date_full(*other).into()),
            ],
        ),
        News::HeldTwice { date } => texts.with(
            "news-held-twice",
            &[("date", texts.date_full(*date).into())],
        ),
        News::ReopenedTwice { date, .. } => texts.with(
            "news-reopened-twice",
            &[("date", texts.date_full(*date).into())],
        ),
        News::ControlApart {
            origin,
            number,
            other,
            ..
        } => {
            let number = texts.assignment_number(number, origin.day());
            let other = texts.control(&other.control);
            texts.with(
                "news-control-apart",
                &[("number", number.into()), ("other", other.into())],
            )
        }
        _ => return None,
    })
}

/// The detail of such a line: what holds, and how to change it.
pub(in crate::tui) fn detail(model: &Model, news: &News) -> Option<String> {
    let texts = &model.texts;
    Some(match news {
        News::SameNumber { number, .. } => {
            texts.with("news-same-number-do", &[("number", (*number).into())])
        }
        News::HeldTwice { date } => {
            let version = model.workspace.version_that_holds(*date);
            let version = version.unwrap_or_default();
            texts.with("news-held-twice-do", &[("version", version.into())])
        }
        News::ReopenedTwice { reasons, .. } => {
            let last = reasons.iter().rev().take(2).rev();
            let reasons: Vec<&str> = last.map(SafeText::as_str).collect();
            let reasons = reasons.join("; ");
            texts.with("news-reopened-twice-do", &[("reasons", reasons.into())])
        }
        News::ControlApart { holds, .. } => texts.with(
            "news-control-apart-do",
            &[("holds", texts.control(&holds.control).into())],
        ),
        _ => return None,
    })
}

/// Where such a line leads: to the way out.
pub(in crate::tui) fn choose(news: &News) -> Option<Choose> {
    Some(match news {
        News::SameNumber { .. } | News::HeldTwice { .. } => Choose::Problems,
        News::ReopenedTwice { date, .. } => Choose::Meeting(*date),
        News::ControlApart { assignment, .. } => Choose::Assignment(*assignment),
        _ => return None,
    })
}
