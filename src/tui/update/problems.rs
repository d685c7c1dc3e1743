//! What is wrong in the state directory: a list with the ways out of each.

use super::surface::Hands;
use crate::domain::date::Date;
use crate::domain::operation::Operation;
use crate::store::mend::Repair;
use crate::tui::act::Effect;
use crate::tui::act::Outside;
use crate::tui::model::choice::{ConfirmState, Consequence};
use crate::tui::model::problems::{Problem, WayOut};
use crate::tui::model::{Access, Action, Model, Notice, Overlay};
use crate::tui::open::search;
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::problems::{selected, way_out};
use crate::tui::update::choice::passed_on;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let count = model.problems.findings.len();
    let Some(Overlay::Problems(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, count, page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let finding = selected(model).cloned();
    match action {
        Action::Accept => Some(
            finding
                .map(|found| found.report.place)
                .map(|place| Effect::ShowFile(place.path, place.line))
                .into_iter()
                .collect(),
        ),
        Action::MendFile => Some(mend(model, finding.as_ref())),
        Action::OpenReadOnly if matches!(model.access, Access::ReadOnly(_)) => {
            model.notice = Some(Notice::warning(model.texts.get("notice-reading-already")));
            Some(Vec::new())
        }
        Action::OpenReadOnly => {
            model.overlays.pop();
            Some(vec![Effect::OnlyRead])
        }
        _ => passed_on(model, action),
    }
}

/// Asks whether the minutes of a day are opened again and approved at once: an act on record, and
/// the version before stays.
fn approve_anew(model: &mut Model, date: Date, number: u32, reason: String) {
    let version = model.workspace.ledger().meeting(date);
    let version = version.map_or(1, |meeting| meeting.version + 1);
    let said = [
        ("date", model.texts.date_full(date).into()),
        ("number", number.into()),
        ("version", version.into()),
    ];
    let text = model.texts.with("confirm-approve-anew", &said);
    let notice = model.texts.with("notice-approved-anew", &said);
    let operations = vec![
        Operation::ReopenMeeting {
            reason: reason.into(),
        },
        Operation::FinishMeeting { number },
    ];
    model.overlays.push(Overlay::Confirm(ConfirmState {
        text,
        consequence: Consequence::Record(Some(date), operations, notice),
    }));
}

fn mend(model: &mut Model, finding: Option<&Problem>) -> Vec<Effect> {
    match finding.and_then(|finding| way_out(model, finding)) {
        Some(WayOut::Mend(repair)) => {
            let texts = &model.texts;
            let text = match &repair {
                Repair::Embedded(name) => {
                    texts.with("confirm-mend", &[("name", name.clone().into())])
                }
                Repair::Copies => texts.get("confirm-take-over"),
                Repair::Lines => texts.get("confirm-clear"),
            };
            model.overlays.push(Overlay::Confirm(ConfirmState {
                text,
                consequence: Consequence::Mend(repair),
            }));
            Vec::new()
        }
        Some(WayOut::Papers(day)) => vec![Effect::RestorePapers(day)],
        Some(WayOut::Identify(_)) => search::open_for_identity(model),
        Some(WayOut::Renumber { date, other }) => {
            let number = model.workspace.next_free_number(date);
            let reason = [
                ("number", model.workspace.minutes_number(date).into()),
                ("other", model.texts.date_full(other).into()),
            ];
            let reason = model.texts.with("reason-renumbered", &reason);
            approve_anew(model, date, number, reason);
            Vec::new()
        }
        Some(WayOut::Join(date)) => {
            let number = model.workspace.minutes_number(date);
            let reason = model.texts.get("reason-joined");
            approve_anew(model, date, number, reason);
            Vec::new()
        }
        None => {
            model.notice = Some(Notice::warning(model.texts.get("notice-no-repair")));
            Vec::new()
        }
    }
}
