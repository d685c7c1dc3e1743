//! How one version of the minutes differs from the one before.

use similar::{ChangeTag, TextDiff};

use crate::domain::date::Date;
use crate::paper::plain;
use crate::tui::act::Effect;
use crate::tui::model::choice::ReaderState;
use crate::tui::model::{Model, Notice, Overlay};

/// Shows the last two versions of the minutes as a difference.
pub(in crate::tui) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
    if !push(model, date) {
        model.notice = Some(Notice::done(model.texts.get("notice-one-version")));
    }
    Vec::new()
}

/// Lays the difference over the screen; whether there are two versions that differ.
pub(in crate::tui) fn push(model: &mut Model, date: Date) -> bool {
    let mut versions = model.workspace.minutes_versions(date);
    let (Some(new), Some(old)) = (versions.pop(), versions.pop()) else {
        return false;
    };
    let (old_text, new_text) = (plain::minutes(&old), plain::minutes(&new));
    let diff = TextDiff::from_lines(&old_text, &new_text);
    let lines: Vec<String> = diff
        .iter_all_changes()
        .filter_map(|change| {
            let sign = match change.tag() {
                ChangeTag::Delete => "−",
                ChangeTag::Insert => "+",
                ChangeTag::Equal => return None,
            };
            Some(format!("{sign} {}", change.value().trim_end()))
        })
        .collect();
    if lines.is_empty() {
        return false;
    }
    let title = model.texts.with(
        "reader-versions",
        &[
            ("old", i64::from(old.head.version).into()),
            ("new", i64::from(new.head.version).into()),
        ],
    );
    model.overlays.push(Overlay::Reader(ReaderState {
        title,
        lines,
        offset: 0,
        selected: 0,
    }));
    true
}
