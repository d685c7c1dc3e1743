//! The responsibilities screen: who owes what, and from there to the thing itself.

use super::super::model::plan::Node;
use super::super::model::prompt::Purpose;
use super::super::model::subjects::{Order, SubjectsState};
use super::super::model::{Action, Model, Screen};
use super::{Effect, Outside, assign, global, mark, meeting, moved, page_of, plan, prompt};
use crate::domain::agenda::ItemKey;
use crate::domain::fold::fold;
use crate::domain::plan::ActivityId;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{Duties, Duty};

/// Subjects that owe something, in the chosen order.
pub fn ordered(model: &Model, duties: &Duties, order: Order) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = model
        .workspace
        .subjects()
        .iter()
        .map(|subject| subject.id.clone())
        .filter(|id| duties.counts(id).open > 0)
        .collect();
    let name = |id: &SubjectId| fold(model.workspace.short_name(id));
    ids.sort_by_key(|id| {
        let counts = duties.counts(id);
        let weight = match order {
            Order::Urgency => (usize::MAX - counts.overdue, usize::MAX - counts.this_week),
            Order::Load => (usize::MAX - counts.open, 0),
            Order::Name => (0, 0),
        };
        (weight, name(id))
    });
    ids
}

fn state(model: &Model) -> Option<&SubjectsState> {
    match model.screen() {
        Some(Screen::Subjects(state)) => Some(state),
        _ => None,
    }
}

/// The subject the cursor is on.
pub fn selected_subject(model: &Model, ids: &[SubjectId]) -> Option<SubjectId> {
    let selected = state(model)?.selected.clone();
    selected
        .filter(|id| ids.contains(id))
        .or_else(|| ids.first().cloned())
}

/// The duty the cursor is on.
fn selected_duty(model: &Model) -> Option<Duty> {
    let state = state(model)?;
    let duties = Duties::on(&model.workspace, model.day());
    let subject = selected_subject(model, &ordered(model, &duties, state.order))?;
    let owed = duties.of(&subject);
    owed.get(state.duty.min(owed.len().saturating_sub(1)))
        .map(|(_, duty)| (*duty).clone())
}

/// The activity of the duty the cursor is on.
pub fn selected_activity(model: &Model) -> Option<ActivityId> {
    if !state(model)?.in_duties {
        return None;
    }
    match selected_duty(model)? {
        Duty::Activity { activity, .. } => Some(activity),
        Duty::Assignment(assignment) => match assignment.item {
            ItemKey::Activity(activity) => Some(activity),
            _ => None,
        },
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let current = state(model)?.clone();
    let duties = Duties::on(&model.workspace, model.day());
    let ids = ordered(model, &duties, current.order);
    let subject = selected_subject(model, &ids);
    let page = page_of(model);
    let owed = subject.as_ref().map_or(0, |id| duties.of(id).len());
    let place = subject
        .as_ref()
        .and_then(|id| ids.iter().position(|known| known == id))
        .unwrap_or(0);
    let Some(Screen::Subjects(state)) = model.screen_mut() else {
        return None;
    };
    if state.in_duties {
        if let Some(duty) = moved(action, state.duty, owed, page) {
            state.duty = duty;
            return Some(Vec::new());
        }
    } else if let Some(to) = moved(action, place, ids.len(), page) {
        state.selected = ids.get(to).cloned();
        state.duty = 0;
        state.duty_offset = 0;
        return Some(Vec::new());
    }
    match action {
        Action::SwitchFocus => {
            state.in_duties = !state.in_duties;
            Some(Vec::new())
        }
        Action::Open if !state.in_duties => {
            state.in_duties = true;
            Some(Vec::new())
        }
        Action::Back if state.in_duties => {
            state.in_duties = false;
            Some(Vec::new())
        }
        Action::Sort => {
            state.order = match state.order {
                Order::Urgency => Order::Load,
                Order::Load => Order::Name,
                Order::Name => Order::Urgency,
            };
            Some(Vec::new())
        }
        Action::EditDative => {
            let who = subject?;
            let now = model
                .workspace
                .subject(&who)
                .and_then(|it| it.dative.clone())
                .unwrap_or_default();
            Some(prompt::open(model, Purpose::Dative(who), &now))
        }
        Action::Open => Some(open_duty(model, outside)),
        Action::Assign => selected_activity(model)
            .map(|activity| assign::open(model, ItemKey::Activity(activity))),
        _ => mark::run(model, action),
    }
}

/// From a duty to the thing itself.
fn open_duty(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    match selected_duty(model) {
        Some(Duty::Activity { activity, .. }) => {
            let effects = global::run(model, Action::GoPlan, outside);
            plan::reveal(model, Node::Activity(activity));
            effects
        }
        Some(Duty::Assignment(assignment)) => {
            if let Some(date) = assignment.minutes {
                meeting::show(model, date);
                meeting::select(model, assignment.item);
            }
            Vec::new()
        }
        None => Vec::new(),
    }
}
