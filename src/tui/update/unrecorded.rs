//! Acts the disk does not take: shown, counted, asked about on leaving.

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::prompt::Purpose;
use super::super::model::unrecorded::Leave;
use super::super::model::{Model, Notice, Overlay};
use super::describe::describe_act;
use super::recorded::follow_up;
use super::{Act, Effect, prompt};
use crate::domain::id::Id;
use crate::domain::operation::Record;

/// Whether an act is in memory alone.
pub fn is_unrecorded(model: &Model, act: Id) -> bool {
    let unrecorded = model.unrecorded.as_ref();
    unrecorded.is_some_and(|unrecorded| unrecorded.acts.contains(&act))
}

/// The act is in memory alone: the state follows, so that work goes on, and nothing says that it
/// is recorded.
pub fn kept(model: &mut Model, records: Vec<Record>, act: &Act) -> Vec<Effect> {
    let name = records.first().map(|record| record.act);
    let effects = follow_up(model, records, act);
    // Not what would be said of it: that it is recorded.
    let what = name.map(|act| describe_act(model, act));
    model.notice = Some(Notice::error(
        model
            .texts
            .with("notice-kept", &[("what", what.unwrap_or_default().into())]),
    ));
    effects
}

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

/// What was chosen.
pub(super) fn chosen(model: &mut Model, way: Leave) -> Vec<Effect> {
    model.overlays.pop();
    match way {
        Leave::Retry => vec![Effect::Retry],
        Leave::Stay => Vec::new(),
        Leave::Lose => vec![Effect::QuitUnrecorded],
        Leave::Elsewhere => {
            let path = model.unrecorded.as_ref().map(|it| it.elsewhere.clone());
            prompt::open(model, Purpose::Elsewhere, &path.unwrap_or_default())
        }
    }
}

/// The other file could not be written either; the path stays in its field.
pub fn elsewhere_failed(model: &mut Model, why: String) {
    prompt::refuse_with(model, why);
}
