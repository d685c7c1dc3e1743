//! The question which of several things a mark means.

use crate::domain::workspace::MarkTarget;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Action, Model};
use crate::tui::open::dialog;
use crate::tui::select::mark::name_of;

/// Asks what a mark means on lines that are on the agenda for more than one thing; what is sure of
/// the other lines goes along with every answer.
pub(in crate::tui) fn ask(
    model: &mut Model,
    action: Action,
    meant: &[Vec<MarkTarget>],
) -> Vec<Effect> {
    let texts = &model.texts;
    let is_assignment = |target: &MarkTarget| matches!(target, MarkTarget::Assignment(_));
    let choice = |text: String, detail: String, targets: Vec<MarkTarget>| Line {
        text,
        detail,
        choose: Choose::Mark(action, targets),
        value: 0,
    };
    let mut lines: Vec<Line> = match meant {
        [only] => only
            .iter()
            .map(|target| {
                choice(
                    name_of(model, target),
                    detail_of(model, target),
                    vec![*target],
                )
            })
            .collect(),
        several => [true, false]
            .map(|assignments| {
                let kept = |line: &Vec<MarkTarget>| -> Vec<MarkTarget> {
                    let of_kind = |it: &&MarkTarget| is_assignment(it) == assignments;
                    match line.len() {
                        1 => line.clone(),
                        _ => line.iter().filter(of_kind).copied().collect(),
                    }
                };
                let id = if assignments {
                    "mark-choice-assignments"
                } else {
                    "mark-choice-points"
                };
                let targets = several.iter().flat_map(kept).collect();
                choice(texts.get(id), String::new(), targets)
            })
            .to_vec(),
    };
    if closes(action) {
        let all = meant.iter().flatten().copied().collect();
        lines.push(choice(texts.get("mark-choice-both"), String::new(), all));
    }
    let title = texts.with(
        "choice-mark",
        &[(
            "mark",
            texts.get(&format!("action-{}", action.name())).into(),
        )],
    );
    dialog::choose(model, title, lines);
    Vec::new()
}

/// Whether a mark says of assignments what it says of points. «В работе» decides nothing on the
/// control of an assignment.
pub(in crate::tui) fn closes(action: Action) -> bool {
    matches!(
        action,
        Action::MarkDone | Action::MarkDoneOn | Action::MarkPostponed | Action::MarkCancelled
    )
}

fn detail_of(model: &Model, target: &MarkTarget) -> String {
    let texts = &model.texts;
    match target {
        MarkTarget::Assignment(id) => model
            .workspace
            .assignment(*id, model.day())
            .map(|view| view.text.to_string())
            .unwrap_or_default(),
        MarkTarget::Point {
            activity,
            occurrence,
        } => {
            let view = model.workspace.activity(*activity).map(|(_, view)| view);
            let place = view.and_then(|view| {
                let mut known = view.occurrences.iter();
                known.position(|it| it.window.first == *occurrence)
            });
            let standing = place.and_then(|place| {
                let day = model.day();
                model.workspace.standing_of(*activity, place, day)
            });
            let due = standing.and_then(|standing| standing.due);
            let due = due.map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due));
            texts.with("mark-point-due", &[("due", due.into())])
        }
    }
}
