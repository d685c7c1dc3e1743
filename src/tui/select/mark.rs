//! What a mark goes to.

use crate::domain::agenda::ItemKey;
use crate::domain::document::ActivityKey;
use crate::domain::workspace::{Duty, MarkTarget};
use crate::tui::model::{Model, Screen};
use crate::tui::select::{agenda, names, plan, subjects};

/// The occurrence a word about an activity means now: the one chosen by hand, else the usual one.
pub fn occurrence_of(model: &Model, activity: ActivityKey) -> Option<usize> {
    model
        .occurrence
        .get(&activity)
        .copied()
        .or_else(|| model.workspace.occurrence_meant(activity, model.day()))
}

/// What a mark can go to, line by line of those chosen together, else of the one under the cursor:
/// one thing, or several to be asked about. `closes` tells whether the mark closes what it goes to.
pub(in crate::tui) fn meant(model: &Model, closes: bool) -> Vec<Vec<MarkTarget>> {
    let lines: Vec<Vec<MarkTarget>> = match model.screen() {
        Some(Screen::Meeting(state)) if !state.chosen.is_empty() => {
            let chosen = state.chosen.iter();
            chosen
                .map(|item| meant_by_line(model, *item, closes))
                .collect()
        }
        Some(Screen::Meeting(_)) => agenda::selected_item(model)
            .map(|item| meant_by_line(model, item, closes))
            .into_iter()
            .collect(),
        Some(Screen::Plan(_)) => plan::selected_activity(model)
            .and_then(|activity| point(model, activity))
            .map(|point| vec![point])
            .into_iter()
            .collect(),
        Some(Screen::Subjects(_)) => vec![meant_by_duty(model)],
        _ => Vec::new(),
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// The control points a mark goes to, as far as it goes to points at all.
pub(in crate::tui) fn points(model: &Model) -> Vec<MarkTarget> {
    let all = meant(model, false).into_iter().flatten();
    all.filter(|target| matches!(target, MarkTarget::Point { .. }))
        .collect()
}

fn meant_by_line(model: &Model, item: ItemKey, closes: bool) -> Vec<MarkTarget> {
    // Who has gone to a control point by hand means that one.
    if let ItemKey::Activity(activity) = item
        && model.occurrence.contains_key(&activity)
    {
        return point(model, activity).into_iter().collect();
    }
    model.workspace.mark_targets(model.day(), item, closes)
}

fn meant_by_duty(model: &Model) -> Vec<MarkTarget> {
    if !subjects::state(model).is_some_and(|state| state.in_duties) {
        return Vec::new();
    }
    match subjects::selected_duty(model) {
        Some(Duty::Activity { activity, .. }) => point(model, activity).into_iter().collect(),
        Some(Duty::Assignment(view)) => vec![MarkTarget::Assignment(view.id)],
        None => Vec::new(),
    }
}

fn point(model: &Model, activity: ActivityKey) -> Option<MarkTarget> {
    let (_, view) = model.workspace.activity(activity)?;
    let occurrence = view.occurrences.get(occurrence_of(model, activity)?)?;
    Some(MarkTarget::Point {
        activity,
        occurrence: occurrence.window.first,
    })
}

/// What a mark goes to in few words: «1.3.3, 05.06 – 11.06.2023», «поручение 2.1». An activity with
/// a single control point is named by its number alone.
pub(in crate::tui) fn name_of(model: &Model, target: &MarkTarget) -> String {
    let texts = &model.texts;
    match target {
        MarkTarget::Assignment(id) => {
            let number = model
                .workspace
                .assignment(*id, model.day())
                .map(|view| texts.assignment_number(&view.number, view.origin.day()));
            texts.with(
                "mark-assignment",
                &[("number", number.unwrap_or_default().into())],
            )
        }
        MarkTarget::Point {
            activity,
            occurrence,
        } => {
            let name = names::activity_name(model, *activity);
            let view = model.workspace.activity(*activity).map(|(_, view)| view);
            let windows = view.map_or(&[][..], |view| view.occurrences.as_ref());
            let window = windows
                .iter()
                .map(|known| known.window)
                .find(|window| window.first == *occurrence && windows.len() > 1);
            match window {
                Some(window) => format!("{name}, {}", texts.window(window)),
                None => name,
            }
        }
    }
}

/// Several of them, an activity named once before its control points: «1.3.3, 05.06 – 11.06.2023,
/// 12.06 – 18.06.2023; поручение 2.1».
pub(in crate::tui) fn names_of(model: &Model, targets: &[&MarkTarget]) -> String {
    let mut said = String::new();
    let mut last = None;
    for target in targets {
        let name = name_of(model, target);
        let own = match target {
            MarkTarget::Point { activity, .. } => Some(*activity),
            MarkTarget::Assignment(_) => None,
        };
        let again = own
            .filter(|_| own == last)
            .map(|activity| names::activity_name(model, activity));
        let point = again.and_then(|activity| name.strip_prefix(&activity).map(str::to_owned));
        match point {
            Some(point) => said.push_str(&point),
            None if said.is_empty() => said.push_str(&name),
            None => {
                said.push_str("; ");
                said.push_str(&name);
            }
        }
        last = own;
    }
    said
}

/// The activity of an agenda item.
pub(in crate::tui) fn activity_of(model: &Model, item: ItemKey) -> Option<ActivityKey> {
    match item {
        ItemKey::Activity(activity) => Some(activity),
        ItemKey::Assignment(id) => match model.workspace.ledger().entry(id)?.item {
            ItemKey::Activity(activity) => Some(activity),
            _ => None,
        },
        ItemKey::Topic(_) => None,
    }
}
