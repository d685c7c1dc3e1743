//! What a typed text does to the windows of a deadline.

use crate::domain::date::{Date, Span};
use crate::domain::deadline::{self, event::from_event};
use crate::domain::document::{ActivityKey, Document, NodeKey};
use crate::tui::date_input;
use crate::tui::model::Model;
use crate::tui::select::mark::occurrence_of;

/// What a typed text does to the windows of a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// Nothing typed: back to the program's own reading.
    Own,
    /// A date: another end for the occurrence that is meant, the others stay.
    End {
        /// The place of the occurrence, from 0.
        place: usize,
        /// All windows as they will be.
        windows: Vec<Span>,
        /// The new end.
        last: Date,
    },
    /// A wording: other windows in place of all («июнь 2023 г., май 2024 г.»).
    All(Vec<Span>),
}

impl Correction {
    /// The windows to be recorded; `None` for the program's own reading.
    pub fn windows(self) -> Option<Vec<Span>> {
        match self {
            Self::Own => None,
            Self::End { windows, .. } | Self::All(windows) => Some(windows),
        }
    }
}

/// The windows a wording has in the document something stands in; nothing when it is not read.
pub fn windows_of(model: &Model, key: NodeKey, text: &str) -> Option<Vec<Span>> {
    let conventions = &model.workspace.settings().deadlines;
    let documents = model.workspace.documents().iter();
    let document = documents.clone().find(|it| it.node(key).is_some())?;
    let calendar = model.workspace.calendar();
    let reading = deadline::read_with(text.trim(), document.span(), conventions, calendar);
    let is_read = !reading.windows.is_empty() && reading.unread().next().is_none();
    is_read.then_some(reading.windows)
}

/// Reads a typed text as a correction; a refusal comes in words.
pub fn correction(model: &Model, activity: ActivityKey, text: &str) -> Result<Correction, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Correction::Own);
    }
    if let Ok(date) = date_input::read_day(model, text) {
        // A deadline that waits for its event counts from the date that is named.
        if let Some(window) = from_its_event(model, activity, date) {
            return Ok(Correction::All(vec![window]));
        }
        return with_end(model, activity, date);
    }
    let conventions = &model.workspace.settings().deadlines;
    let document = model.workspace.document_of(activity);
    let period = document.map_or_else(|| model.workspace.period(), Document::span);
    let reading = deadline::read_with(text, period, conventions, model.workspace.calendar());
    if reading.windows.is_empty() || reading.unread().next().is_some() {
        let texts = &model.texts;
        return Err(texts.with("error-reading", &[("text", text.to_owned().into())]));
    }
    Ok(Correction::All(reading.windows))
}

/// The stretch from the date of the event a deadline waits for; `None` when it waits for none.
fn from_its_event(model: &Model, activity: ActivityKey, event: Date) -> Option<Span> {
    let (_, view) = model.workspace.activity(activity)?;
    let relative = view.reading.relative.as_ref()?;
    from_event(relative, event, model.workspace.calendar())
}

/// What may be typed: of a deadline that waits for its event, the date of that.
pub fn help(model: &Model, activity: ActivityKey) -> String {
    let view = model.workspace.activity(activity).map(|(_, view)| view);
    match view.and_then(|view| view.reading.relative.as_ref()) {
        Some(relative) => {
            let event = relative.anchor.clone().unwrap_or_default();
            let texts = &model.texts;
            texts.with("prompt-reading-event", &[("event", event.into())])
        }
        None => model.texts.get("prompt-reading-help"),
    }
}

/// The occurrence that is meant ends on another day. Marks belong to an occurrence by the day its
/// window begins, so the beginning stays; only an occurrence of which nothing was said may begin
/// earlier, and never before the end of the one in front of it.
fn with_end(model: &Model, activity: ActivityKey, last: Date) -> Result<Correction, String> {
    let texts = &model.texts;
    let refused = || texts.with("error-reading", &[("text", texts.date_full(last).into())]);
    let place = occurrence_of(model, activity).ok_or_else(refused)?;
    let (_, view) = model.workspace.activity(activity).ok_or_else(refused)?;
    let mut windows: Vec<Span> = view.occurrences.iter().map(|it| it.window).collect();
    let before = place.checked_sub(1).and_then(|before| windows.get(before));
    let free_from = before.map(|it| it.last);
    let window = windows.get(place).copied().ok_or_else(refused)?;
    let marks = model.workspace.ledger().marks(activity);
    let is_free = marks.iter().all(|it| it.occurrence != window.first)
        && free_from.is_none_or(|before| before < last);
    if last < window.first && !is_free {
        return Err(texts.with(
            "error-reading-before",
            &[
                ("n", (place + 1).into()),
                ("first", texts.date_full(window.first).into()),
            ],
        ));
    }
    let moved = Span::new(window.first.min(last), last).ok_or_else(refused)?;
    if let Some(window) = windows.get_mut(place) {
        *window = moved;
    }
    Ok(Correction::End {
        place,
        windows,
        last,
    })
}
