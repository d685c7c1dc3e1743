//! The responsibilities screen: who owes what, and from there to the thing itself.

use super::surface::Hands;
use crate::domain::agenda::ItemKey;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{Duty, Groups};
use crate::paper::Request;
use crate::tui::act::{Effect, Outside};
use crate::tui::model::form::Form;
use crate::tui::model::plan::Node;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::subjects::{Filter, Order};
use crate::tui::model::{Action, Model, Notice, Screen};
use crate::tui::open::dialog;
use crate::tui::open::{assign, assignments, controlled, form, plan, prompt, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::papers;
use crate::tui::select::subjects::{
    listed, selected_activity, selected_duty, selected_subject, state,
};
use crate::tui::update::mark;
use crate::tui::widget::text;

/// The widest line of an extract on the screen.
const READER: usize = 91;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let current = state(model)?.clone();
    let (duties, ids) = listed(model, &current);
    let subject = selected_subject(model, &ids);
    let page = page_of(model);
    let owed = subject.as_ref().map_or(0, |id| duties.count_of(id));
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
        Action::Out => {
            state.in_duties = false;
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
            state.controller = None;
            state.words.clear();
            Some(Vec::new())
        }
        Action::FoldGroups => {
            state.groups = match state.groups {
                Groups::Expanded => Groups::Folded,
                Groups::Folded => Groups::Expanded,
            };
            Some(Vec::new())
        }
        Action::FilterController => Some(controlled::ask(model)),
        Action::WriteReminders => Some(vec![Effect::WriteReminders]),
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
        Action::EditSubject => Some(form::open(model, Form::Subject(subject?))),
        Action::Open => Some(open_duty(model)),
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
    dialog::read(model, title, text::wrap(&content, width));
}

/// From a duty to the thing itself.
fn open_duty(model: &mut Model) -> Vec<Effect> {
    match selected_duty(model) {
        Some(Duty::Activity { activity, .. }) => {
            let effects = screens::go_plan(model);
            plan::reveal(model, Node::Activity(activity));
            effects
        }
        Some(Duty::Assignment(assignment)) => assignments::open(model, &assignment),
        None => Vec::new(),
    }
}
