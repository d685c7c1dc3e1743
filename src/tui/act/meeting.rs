//! The end of a meeting, its reopening, and a meeting that is not held.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{Act, Effect, Follow, record, refuse};
use crate::tui::model::{Model, Notice};

/// Ends the meeting: one act that locks the minutes under their number and marks the plan's own
/// line of this meeting done.
pub(in crate::tui) fn finish(model: &mut Model) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        return Vec::new();
    };
    let number = model.workspace.minutes_number(date);
    let mut operations = vec![Operation::FinishMeeting { number }];
    operations.extend(own_mark(model, date));
    let notice = model.texts.with(
        "notice-meeting-ended",
        &[("number", i64::from(number).into())],
    );
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations,
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                papers: Some(date),
                versions: Some(date),
                ..Follow::default()
            },
        },
    )
}

/// The meeting is an activity of the plan itself: holding it is doing it.
fn own_mark(model: &Model, date: crate::domain::date::Date) -> Option<Operation> {
    let own = ItemKey::Activity(model.workspace.settings().meeting_activity?);
    // Where another document goes on with it, it is a line of that one.
    let ItemKey::Activity(activity) = model.workspace.ledger().item_on(own, date) else {
        return None;
    };
    let (_, view) = model.workspace.activity(activity)?;
    let occurrence = view
        .occurrences
        .iter()
        .find(|occurrence| occurrence.window.contains(date))
        // Held on another day of its week: it is that week's all the same.
        .or_else(|| {
            view.occurrences
                .iter()
                .find(|occurrence| occurrence.window.first.start_of_week() == date.start_of_week())
        })?;
    let first = occurrence.window.first;
    let done = model
        .workspace
        .mark_on(activity, first, date)
        .is_some_and(|mark| mark.status == Status::Done);
    (!done).then_some(Operation::Mark {
        activity,
        occurrence: first,
        status: Status::Done,
        happened: None,
    })
}

pub(in crate::tui) fn reopen(model: &mut Model, date: Date, reason: SafeText) -> Vec<Effect> {
    let finished = model
        .workspace
        .ledger()
        .meeting(date)
        .is_some_and(|meeting| meeting.version > 0 && !meeting.is_open());
    if !finished {
        return refuse(model, "error-not-finished");
    }
    let notice = model.texts.get("notice-meeting-reopened");
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::ReopenMeeting { reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                show_meeting: Some(date),
                ..Follow::default()
            },
        },
    )
}

pub(in crate::tui) fn skip(
    model: &mut Model,
    date: Date,
    moved_to: Option<Date>,
    reason: SafeText,
) -> Vec<Effect> {
    if model.workspace.ledger().meeting(date).is_some() {
        return refuse(model, "error-meeting-exists");
    }
    let day = ("date", model.texts.date_long(date).into());
    let notice = match moved_to {
        Some(to) => {
            let to = ("to", model.texts.date_weekday_full(to).into());
            model.texts.with("notice-meeting-moved", &[day, to])
        }
        None => model.texts.with("notice-meeting-skipped", &[day]),
    };
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::SkipMeeting { moved_to, reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    )
}
