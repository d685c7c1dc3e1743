//! The form of an assignment: what it begins with, whom and which day it means.

use chrono::Datelike;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry_line;
use crate::domain::subject::SubjectId;
use crate::tui::date_input;
use crate::tui::model::assign::AssignState;
use crate::tui::model::{Model, Overlay};
use crate::tui::select::mark;

/// What is asked for when nobody words it: the result the document expects, else what its point
/// says, or the topic.
pub(in crate::tui) fn default_text(model: &Model, item: ItemKey) -> String {
    match mark::activity_of(model, item).and_then(|id| model.workspace.activity(id)) {
        Some((activity, _)) if has_no_words(&activity.result) => activity.title.to_string(),
        Some((activity, _)) => model.texts.with(
            "assign-default-text",
            &[("result", activity.result.to_string().into())],
        ),
        None => model
            .texts
            .assign_by_topic(&model.workspace.item_title(model.day(), item)),
    }
}

/// Whether a cell says nothing: it is empty, or has but a dash in it.
fn has_no_words(cell: &str) -> bool {
    !cell.contains(char::is_alphanumeric)
}

/// What is typed for an executor without a date at its end, and that date: «ряб к 15.06» is a name
/// and a date. A name somebody bears stays whole.
pub(in crate::tui) fn name_and_date(
    model: &Model,
    item: ItemKey,
    query: &str,
) -> (String, Option<String>) {
    if model.workspace.subjects().find(query).is_some() {
        return (query.to_owned(), None);
    }
    entry_line::name_and_date(query, |words| date_input::read_words(model, words, item))
}

pub(in crate::tui) fn state(model: &Model) -> Option<&AssignState> {
    match model.overlays.last() {
        Some(Overlay::Assign(state)) => Some(state),
        _ => None,
    }
}

/// The date of the form: what is typed, or the next meeting.
pub fn due_of(model: &Model, item: ItemKey, typed: &str) -> Result<Date, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(date_input::default_due(model));
    }
    let due = date_input::read(model, typed, Some(item))?;
    if due < model.day() {
        return Err(model.texts.get("error-due-in-the-past"));
    }
    Ok(due)
}

/// The short name of a subject, of those just added too.
pub fn name_of(model: &Model, id: &SubjectId) -> String {
    let added = state(model).and_then(|state| state.added.iter().find(|subject| subject.id == *id));
    match added {
        Some(subject) => subject.short.to_string(),
        None => model.workspace.short_name(id).to_owned(),
    }
}

/// A due date in few words; of another year with the year, because a day that has passed means the
/// next one of its name.
pub(in crate::tui) fn due_text(model: &Model, due: Date) -> String {
    if due.year() == model.day().year() {
        model.texts.date_weekday(due)
    } else {
        model.texts.date_weekday_full(due)
    }
}
