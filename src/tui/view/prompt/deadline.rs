//! How a deadline that is typed is read, and what becomes of the marks.

use crate::domain::date::Span;
use crate::domain::document::{ActivityKey, NodeKey};
use crate::domain::workspace::PointFate;
use crate::tui::date_input;
use crate::tui::model::Model;
use crate::tui::select::reading::{self, Correction};

/// What becomes of marks when windows are set by hand.
pub(super) fn fates_said(model: &Model, fates: &[PointFate]) -> Option<String> {
    let texts = &model.texts;
    let moves = fates.iter().filter(|it| it.to.is_some()).count();
    let gone: Vec<String> = fates
        .iter()
        .filter(|it| it.to.is_none())
        .map(|it| texts.date_full(it.from))
        .collect();
    let mut said = Vec::new();
    if moves > 0 {
        said.push(texts.with("prompt-reading-moves", &[("n", moves.into())]));
    }
    if !gone.is_empty() {
        let points = [("points", gone.join(", ").into())];
        said.push(texts.with("prompt-reading-goes", &points));
    }
    (!said.is_empty()).then(|| said.join(" · "))
}

/// How the new wording of a deadline is read in the document it stands in.
pub(super) fn deadline_reading(model: &Model, key: NodeKey, typed: &str) -> String {
    let texts = &model.texts;
    match reading::windows_of(model, key, typed) {
        None if typed.trim().is_empty() => texts.get("prompt-amend-new-help"),
        None => texts.get("prompt-amend-unread"),
        Some(windows) => {
            let all = windows_said(model, &windows);
            texts.with(
                "prompt-amend-read",
                &[("n", windows.len().into()), ("windows", all.into())],
            )
        }
    }
}

/// The first windows of several.
pub(super) fn windows_said(model: &Model, windows: &[Span]) -> String {
    let texts = &model.texts;
    let first_ones: Vec<String> = windows
        .iter()
        .take(4)
        .map(|window| {
            format!(
                "{} – {}",
                texts.date_full(window.first),
                texts.date_full(window.last)
            )
        })
        .collect();
    first_ones.join(", ")
}

/// What a typed correction will do to the occurrences of an activity.
pub(super) fn correction(model: &Model, activity: ActivityKey, typed: &str) -> String {
    let texts = &model.texts;
    let of = model
        .workspace
        .activity(activity)
        .map_or(0, |(_, view)| view.occurrences.len());
    match reading::correction(model, activity, typed) {
        Ok(Correction::Own) => reading::help(model, activity),
        Ok(Correction::End { place, last, .. }) => texts.with(
            "prompt-reading-end",
            &[
                ("n", (place + 1).into()),
                ("of", of.into()),
                ("last", date_input::described(model, last).into()),
            ],
        ),
        Ok(Correction::All(windows)) => texts.with(
            "prompt-reading-all",
            &[
                ("of", of.into()),
                ("n", windows.len().into()),
                ("windows", windows_said(model, &windows).into()),
            ],
        ),
        Err(why) => why,
    }
}
