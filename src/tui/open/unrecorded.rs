//! Acts the disk does not take: the question on leaving, and how it ended.

use crate::tui::act::refuse_with;
use crate::tui::model::choice::{ChoiceState, Choose, Line};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::unrecorded::Leave;
use crate::tui::model::{Model, Notice, Overlay};

/// Everything that waited is on the disk.
pub fn caught_up(model: &mut Model, acts: usize) {
    model.overlays.retain(|overlay| !asks_about_it(overlay));
    let done = model.texts.with("notice-caught-up", &[("n", acts.into())]);
    let now = model.notice.take().map(|notice| notice.text);
    let text = match now {
        Some(now) => format!("{done} {now}"),
        None => done,
    };
    model.notice = Some(Notice::done(text));
}

/// Asked for, and it failed again.
pub fn failed_again(model: &mut Model) {
    model.notice = Some(Notice::error(model.texts.get("notice-failed-again")));
}

fn asks_about_it(overlay: &Overlay) -> bool {
    match overlay {
        Overlay::Choice(state) => state
            .lines
            .iter()
            .any(|line| matches!(line.choose, Choose::Leave(_))),
        Overlay::Prompt(state) => state.purpose == Purpose::Elsewhere,
        _ => false,
    }
}

/// Asks how to leave with acts that are not recorded.
pub fn ask(model: &mut Model) {
    let Some(unrecorded) = &model.unrecorded else {
        return;
    };
    let texts = &model.texts;
    let lines = Leave::ALL.iter().map(|way| {
        let (text, detail) = match way {
            Leave::Retry => ("leave-retry", "leave-retry-detail"),
            Leave::Elsewhere => ("leave-elsewhere", "leave-elsewhere-detail"),
            Leave::Stay => ("leave-stay", "leave-stay-detail"),
            Leave::Lose => ("leave-lose", "leave-lose-detail"),
        };
        Line {
            text: texts.get(text),
            detail: texts.get(detail),
            choose: Choose::Leave(*way),
            value: 0,
        }
    });
    let state = ChoiceState {
        title: texts.with("leave-title", &[("n", unrecorded.acts.len().into())]),
        lines: lines.collect(),
        selected: 0,
        offset: 0,
    };
    model.overlays.retain(|overlay| !asks_about_it(overlay));
    model.overlays.push(Overlay::Choice(state));
}

/// The other file could not be written either; the path stays in its field.
pub fn elsewhere_failed(model: &mut Model, why: String) {
    refuse_with(model, why);
}
