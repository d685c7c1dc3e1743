//! Bringing a screen to the top, by itself or to show an item.

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::id::Id;
use crate::tui::act::Effect;
use crate::tui::model::assignments::AssignmentsState;
use crate::tui::model::overview::OverviewState;
use crate::tui::model::papers::PapersState;
use crate::tui::model::plan::Node;
use crate::tui::model::subjects::SubjectsState;
use crate::tui::model::{Access, Model, Screen};
use crate::tui::open::meeting::select;
use crate::tui::open::{dialog, meeting, start};
use crate::tui::select::agenda::agenda_lines;
use crate::tui::{open, select};

/// Brings the pictures to the top.
pub(in crate::tui) fn go_overview(model: &mut Model) -> Vec<Effect> {
    go(
        model,
        |screen| matches!(screen, Screen::Overview(_)),
        |_| Screen::Overview(OverviewState::default()),
    )
}

/// Brings the responsibilities to the top.
pub(in crate::tui) fn go_subjects(model: &mut Model) -> Vec<Effect> {
    go(
        model,
        |screen| matches!(screen, Screen::Subjects(_)),
        |_| Screen::Subjects(SubjectsState::default()),
    )
}

/// Brings the assignments to the top.
pub(in crate::tui) fn go_assignments(model: &mut Model) -> Vec<Effect> {
    go(
        model,
        |screen| matches!(screen, Screen::Assignments(_)),
        |_| Screen::Assignments(AssignmentsState::default()),
    )
}

/// Brings the plan to the top.
pub(in crate::tui) fn go_plan(model: &mut Model) -> Vec<Effect> {
    go(
        model,
        |screen| matches!(screen, Screen::Plan(_)),
        |model| Screen::Plan(select::plan::fresh(model)),
    )
}

/// Brings a screen of a kind to the top: the one in the stack, or a new one.
fn go(
    model: &mut Model,
    is_it: impl Fn(&Screen) -> bool,
    make: impl FnOnce(&Model) -> Screen,
) -> Vec<Effect> {
    // What was typed is kept as if it had been left by Esc.
    while !model.overlays.is_empty() {
        dialog::leave(model);
    }
    let screen = match model.screens.iter().position(is_it) {
        Some(place) => model.screens.remove(place),
        None => make(model),
    };
    model.screens.push(screen);
    Vec::new()
}

/// From the plan the card of the activity under the cursor is the first paper, from the
/// responsibilities what the subject under it has to do by all documents.
pub(in crate::tui) fn go_papers(model: &mut Model) -> Vec<Effect> {
    let card = match model.screen() {
        Some(Screen::Plan(_)) => select::plan::selected_activity(model),
        _ => None,
    };
    let subject = match model.screen() {
        Some(Screen::Subjects(state)) => {
            let (_, ids) = select::subjects::listed(model, state);
            select::subjects::selected_subject(model, &ids)
        }
        _ => None,
    };
    let effects = go(
        model,
        |screen| matches!(screen, Screen::Papers(_)),
        |model| {
            Screen::Papers(PapersState {
                selected: model.meeting_date(),
                ..PapersState::default()
            })
        },
    );
    if let Some(Screen::Papers(state)) = model.screen_mut()
        && (card.is_some() || subject.is_some())
    {
        state.card = card;
        state.subject = subject;
        state.paper = 0;
        state.scroll = 0;
    }
    effects
}

/// Shows the paper on an edition, before those of the meeting.
pub(in crate::tui) fn go_edition(model: &mut Model, act: Id) -> Vec<Effect> {
    let effects = go_papers(model);
    if let Some(Screen::Papers(state)) = model.screen_mut() {
        state.edition = Some(act);
        state.card = None;
        state.subject = None;
        state.paper = 0;
        state.scroll = 0;
    }
    effects
}

/// Shows the list of the participants of an event, before the papers of the meeting.
pub(in crate::tui) fn go_participants(model: &mut Model, event: ActivityKey) -> Vec<Effect> {
    let effects = go_papers(model);
    if let Some(Screen::Papers(state)) = model.screen_mut() {
        state.event = Some(event);
        state.document = None;
        state.card = None;
        state.subject = None;
        state.paper = 0;
        state.scroll = 0;
    }
    effects
}

/// Shows how a document is carried out, before the papers of the meeting.
pub(in crate::tui) fn go_execution(model: &mut Model, document: DocumentKey) -> Vec<Effect> {
    let effects = go_papers(model);
    if let Some(Screen::Papers(state)) = model.screen_mut() {
        state.document = Some(document);
        state.event = None;
        state.card = None;
        state.subject = None;
        state.paper = 0;
        state.scroll = 0;
    }
    effects
}

/// Shows the meeting that goes on, else the one shown last, else opens the next one.
pub(in crate::tui) fn go_meeting(model: &mut Model) -> Vec<Effect> {
    let open = model
        .workspace
        .ledger()
        .meetings()
        .values()
        .rev()
        .find(|meeting| meeting.is_open())
        .map(|meeting| meeting.date);
    if let Some(date) = open.or_else(|| model.meeting_date()) {
        meeting::show(model, date);
        return Vec::new();
    }
    let date = model.workspace.meeting_to_offer(model.today);
    // Opening puts the agenda on record: a key pressed to have a look is no decision.
    if model.workspace.ledger().meeting(date).is_none() && model.access == Access::ReadWrite {
        start::ask(model, date);
        return Vec::new();
    }
    start::open(model, date)
}

/// Shows an item: on the agenda when it is there, else in the plan or where it was given.
pub(in crate::tui) fn go_to_item(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let on_agenda = matches!(model.screen(), Some(Screen::Meeting(state))
        if agenda_lines(model, state.date).iter().any(|line| line.item == item));
    if on_agenda {
        select(model, item);
        return Vec::new();
    }
    match item {
        ItemKey::Activity(activity) => {
            let effects = go_plan(model);
            open::plan::reveal(model, Node::Activity(activity));
            effects
        }
        ItemKey::Assignment(id) => match model.workspace.assignment(id, model.day()) {
            Some(view) => open::assignments::open(model, &view),
            None => Vec::new(),
        },
        ItemKey::Topic(_) => Vec::new(),
    }
}
