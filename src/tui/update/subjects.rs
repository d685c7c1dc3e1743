//! The responsibilities screen: who owes what, and from there to the thing itself.

use super::super::model::choice::ReaderState;
use super::super::model::plan::Node;
use super::super::model::prompt::Purpose;
use super::super::model::subjects::{Filter, Order, SubjectsState};
use super::super::model::{Action, Model, Notice, Overlay, Screen};
use super::super::widget::text;
use super::{
    Effect, Outside, assign, assignments, global, mark, moved, page_of, papers, plan, prompt,
};
use crate::domain::agenda::ItemKey;
use crate::domain::fold::fold;
use crate::domain::plan::ActivityId;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{Duties, Duty, Groups};
use crate::paper::Request;

/// The widest line of an extract on the screen.
const READER: usize = 91;

/// What is owed, and the subjects that are shown, in the chosen order.
pub fn listed(model: &Model, state: &SubjectsState) -> (Duties, Vec<SubjectId>) {
    let duties = Duties::counted(&model.workspace, model.day(), state.groups);
    let ids = ordered(model, &duties, state);
    (duties, ids)
}

fn passes(duties: &Duties, id: &SubjectId, filter: Filter) -> bool {
    let counts = duties.counts(id);
    counts.open > 0
        && match filter {
            Filter::All => true,
            Filter::Overdue => counts.overdue > 0,
            Filter::ThisWeek => counts.this_week > 0,
            Filter::Assigned => duties.by_direction(id).1 > 0,
        }
}

fn ordered(model: &Model, duties: &Duties, state: &SubjectsState) -> Vec<SubjectId> {
    let order = state.order;
    let mut ids: Vec<SubjectId> = model
        .workspace
        .subjects()
        .iter()
        .map(|subject| subject.id.clone())
        .filter(|id| passes(duties, id, state.filter))
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
    let (duties, ids) = listed(model, state);
    let subject = selected_subject(model, &ids)?;
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
    let (duties, ids) = listed(model, &current);
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
        Action::FilterStatus => {
            let place = Filter::ALL.iter().position(|it| *it == state.filter);
            let next = (place.unwrap_or(0) + 1) % Filter::ALL.len();
            state.filter = Filter::ALL.get(next).copied().unwrap_or_default();
            Some(Vec::new())
        }
        Action::ClearFilters => {
            state.filter = Filter::All;
            Some(Vec::new())
        }
        Action::FoldGroups => {
            state.groups = match state.groups {
                Groups::Expanded => Groups::Folded,
                Groups::Folded => Groups::Expanded,
            };
            Some(Vec::new())
        }
        Action::ShowExtract => {
            extract(model, &subject?);
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

/// What the newest minutes that name a subject say to it.
fn extract(model: &mut Model, who: &SubjectId) {
    let name = model.workspace.short_name(who).to_owned();
    let found = papers::meetings(model).into_iter().find_map(|day| {
        let request = Request::Extract(day, who.clone());
        papers::papers(model, day)
            .contains(&request)
            .then_some((day, request))
    });
    let Some((day, request)) = found else {
        let said = model
            .texts
            .with("notice-no-extract", &[("who", name.into())]);
        model.notice = Some(Notice::warning(said));
        return;
    };
    let content = papers::text_of(model, &request).replace('\u{c}', "");
    let width = READER.min(usize::from(model.size.width).saturating_sub(5));
    let title = model.texts.with(
        "subjects-extract",
        &[
            ("who", name.into()),
            ("date", model.texts.date_full(day).into()),
        ],
    );
    model.overlays.push(Overlay::Reader(ReaderState {
        title,
        lines: text::wrap(&content, width),
        offset: 0,
        selected: 0,
    }));
}

/// From a duty to the thing itself.
fn open_duty(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    match selected_duty(model) {
        Some(Duty::Activity { activity, .. }) => {
            let effects = global::run(model, Action::GoPlan, outside);
            plan::reveal(model, Node::Activity(activity));
            effects
        }
        Some(Duty::Assignment(assignment)) => assignments::open(model, &assignment, outside),
        None => Vec::new(),
    }
}
