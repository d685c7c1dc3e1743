//! What a mark goes to.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::tui::model::{Model, Screen};
use crate::tui::select::{agenda, plan, subjects};

/// The occurrence a word about an activity means now: the one chosen by hand, else the usual one.
pub fn occurrence_of(model: &Model, activity: ActivityKey) -> Option<usize> {
    model
        .occurrence
        .get(&activity)
        .copied()
        .or_else(|| model.workspace.occurrence_meant(activity, model.day()))
}

/// The activities a mark goes to: those chosen together, else the one under the cursor; each
/// with the occurrence that is meant.
pub(in crate::tui) fn targets(model: &Model) -> Vec<(ActivityKey, Date)> {
    let activities: Vec<ActivityKey> = match model.screen() {
        Some(Screen::Meeting(state)) if !state.chosen.is_empty() => state
            .chosen
            .iter()
            .filter_map(|item| activity_of(model, *item))
            .collect(),
        Some(Screen::Meeting(_)) => agenda::selected_item(model)
            .and_then(|item| activity_of(model, item))
            .into_iter()
            .collect(),
        Some(Screen::Plan(_)) => plan::selected_activity(model).into_iter().collect(),
        Some(Screen::Subjects(_)) => subjects::selected_activity(model).into_iter().collect(),
        _ => Vec::new(),
    };
    activities
        .into_iter()
        .filter_map(|activity| {
            let (_, view) = model.workspace.activity(activity)?;
            let occurrence = view.occurrences.get(occurrence_of(model, activity)?)?;
            Some((activity, occurrence.window.first))
        })
        .collect()
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
