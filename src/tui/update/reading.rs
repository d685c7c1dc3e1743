//! The reading of a deadline set by hand: a date, or another wording. The order's own wording is
//! never changed.

use super::super::date_input;
use super::super::model::{Model, Notice};
use super::{Act, Effect, Follow, record};
use crate::domain::date::Span;
use crate::domain::deadline;
use crate::domain::operation::Operation;
use crate::domain::plan::ActivityId;

/// The windows a typed text means: one up to a date, or those of a wording («июнь 2023 г., май
/// 2024 г.»). Nothing typed goes back to the program's own reading.
pub fn windows_of(
    model: &Model,
    activity: ActivityId,
    text: &str,
) -> Result<Option<Vec<Span>>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Ok(date) = date_input::read(model, text, None) {
        let first = model
            .workspace
            .activity(activity)
            .and_then(|(_, view)| view.occurrences.first().map(|it| it.window.first))
            .unwrap_or(date)
            .min(date);
        return Ok(Some(Span::new(first, date).into_iter().collect()));
    }
    let conventions = &model.workspace.settings().deadlines;
    let reading = deadline::read(text, model.workspace.plan().period, conventions);
    if reading.windows.is_empty() || reading.unread().next().is_some() {
        let texts = &model.texts;
        return Err(texts.with("error-reading", &[("text", text.to_owned().into())]));
    }
    Ok(Some(reading.windows))
}

/// Records the reading: one act, undone like any other.
pub(super) fn correct(
    model: &mut Model,
    activity: ActivityId,
    windows: Option<Vec<Span>>,
) -> Vec<Effect> {
    let meeting = model.open_meeting();
    let notice = model.texts.with(
        "notice-reading-corrected",
        &[("item", activity.to_string().into())],
    );
    let day = meeting.unwrap_or(model.today);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::CorrectReading { activity, windows }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    )
}
