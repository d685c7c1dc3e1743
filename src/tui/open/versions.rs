//! How one version of the minutes differs from the one before.

use crate::domain::date::Date;
use crate::paper::plain::{Change, Differing, changes, differing};
use crate::paper::version_of;
use crate::tui::act::Effect;
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::widget::text;

/// Asks for the difference between the last two versions of the minutes.
pub(in crate::tui) fn open(date: Date) -> Vec<Effect> {
    vec![Effect::ShowVersions { date, asked: true }]
}

/// Lays the difference over the screen; when there is none who asked is told so.
pub(in crate::tui) fn show(model: &mut Model, date: Date, asked: bool) {
    if !push(model, date) && asked {
        model.notice = Some(Notice::done(model.texts.get("notice-one-version")));
    }
}

/// Lays the difference over the screen; whether there are two versions that differ. While the
/// minutes are open again the draft is the newer one.
fn push(model: &mut Model, date: Date) -> bool {
    let workspace = &model.workspace;
    let Some(meeting) = workspace.ledger().meeting(date) else {
        return false;
    };
    let read = |version: u32| {
        let found = version_of(workspace, &model.papers.approved, date, version);
        found.ok().map(|frozen| frozen.minutes.clone())
    };
    let last = meeting.version;
    let pair = if meeting.is_open() {
        (read(last), workspace.minutes(date), last + 1)
    } else {
        (read(last.saturating_sub(1)), read(last), last)
    };
    let (Some(old), Some(new), version) = pair else {
        return false;
    };
    let room = usize::from(model.size.width.min(96))
        .saturating_sub(8)
        .max(20);
    let lines: Vec<String> = changes(&old, &new)
        .iter()
        .flat_map(|change| said(model, change, room))
        .collect();
    if lines.is_empty() {
        return false;
    }
    let title = model.texts.with(
        "reader-versions",
        &[
            ("old", i64::from(version - 1).into()),
            ("new", i64::from(version).into()),
        ],
    );
    dialog::read(model, title, lines);
    true
}

/// A change in lines: what it is, then only the words that differ.
fn said(model: &Model, change: &Change, room: usize) -> Vec<String> {
    let texts = &model.texts;
    let id = match (change.before.is_empty(), change.after.is_empty()) {
        (true, _) => "versions-added",
        (_, true) => "versions-dropped",
        _ => "versions-changed",
    };
    let mut lines = vec![texts.with(id, &[("point", change.point.clone().into())])];
    let Differing { before, after } = differing(&change.before, &change.after);
    for (sign, words) in [("−", before), ("+", after)] {
        if words.is_empty() {
            continue;
        }
        for (place, part) in text::wrap(&words, room.saturating_sub(2))
            .iter()
            .enumerate()
        {
            let sign = if place == 0 { sign } else { " " };
            lines.push(format!("{sign} {part}"));
        }
    }
    lines
}
