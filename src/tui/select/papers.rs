//! The papers of every meeting, and the one that is shown.

use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::workspace::Workspace;
use crate::message;
use crate::paper::{Format, Request, papers_of, render};
use crate::tui::model::choice::Choose;
use crate::tui::model::papers::{PapersState, Preview};
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::widget::text;

pub(in crate::tui) fn state(model: &Model) -> Option<&PapersState> {
    match model.screen() {
        Some(Screen::Papers(state)) => Some(state),
        _ => None,
    }
}

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut PapersState> {
    match model.screen_mut() {
        Some(Screen::Papers(state)) => Some(state),
        _ => None,
    }
}

/// The meetings that have papers, newest first; above them the next one, which has an agenda.
pub fn meetings(model: &Model) -> Vec<Date> {
    let mut days: Vec<Date> = model
        .workspace
        .ledger()
        .meetings()
        .values()
        .filter(|meeting| !matches!(meeting.state, MeetingState::NotHeld { .. }))
        .map(|meeting| meeting.date)
        .collect();
    let next = model.workspace.meeting_to_offer(model.today);
    if !days.contains(&next) {
        days.push(next);
    }
    days.sort_unstable_by(|one, other| other.cmp(one));
    days
}

/// The meeting under the cursor.
pub fn chosen(model: &Model, state: &PapersState) -> Option<Date> {
    let days = meetings(model);
    state
        .selected
        .filter(|day| days.contains(day))
        .or_else(|| {
            // The newest that was held, not the one to come.
            days.iter()
                .find(|day| model.workspace.ledger().meeting(**day).is_some())
                .copied()
        })
        .or_else(|| days.first().copied())
}

/// The papers of a meeting: what was held has all of them, what is to come its agenda.
pub fn papers(model: &Model, day: Date) -> Vec<Request> {
    papers_of(day, model.today, &model.workspace, &model.papers.approved)
}

/// The papers that can be looked through: the card of an activity, if the user came from one, and
/// those of the chosen meeting.
pub fn offered(model: &Model, state: &PapersState) -> Vec<Request> {
    let card = state.card.map(|card| Request::Card(card, model.today));
    let edition = state.edition.and_then(|act| {
        let edition = model.workspace.edition(act)?;
        Some(Request::Edition {
            act,
            document: edition.document,
            from: edition.from,
        })
    });
    let day = chosen(model, state);
    // Of the document the card is of, how it is carried out; and what is on control.
    let of_card = state
        .card
        .filter(|_| model.workspace.has_several_documents())
        .and_then(|card| model.workspace.document_of(card))
        .map(|document| document.key);
    let of_document = state
        .document
        .or(of_card)
        .map(|document| Request::Execution(document, model.today));
    let as_it_reads = state
        .document
        .map(|document| Request::Document(document, model.today));
    let known = state
        .card
        .filter(|card| model.workspace.has_participants(*card));
    let event = state
        .event
        .or(known)
        .map(|event| Request::Participants(event, model.today));
    let control = of_document
        .is_some()
        .then_some(Request::Control(model.today));
    // A document whose time is over comes to its end with a paper of its own.
    let ended = model
        .workspace
        .documents()
        .iter()
        .filter(|document| Workspace::is_over(document, model.today))
        .map(|document| Request::Execution(document.key, model.today))
        .filter(|request| Some(request) != of_document.as_ref());
    let ended: Vec<Request> = ended.collect();
    let of_subject = state
        .subject
        .clone()
        .map(|who| Request::Duties(who, model.today));
    of_subject
        .into_iter()
        .chain(event.filter(|_| state.card.is_none()))
        .chain(card)
        .chain(known.map(|event| Request::Participants(event, model.today)))
        .chain(edition)
        .chain(of_document)
        .chain(as_it_reads)
        .chain(control)
        .chain(day.into_iter().flat_map(|day| papers(model, day)))
        .chain(ended)
        .collect()
}

/// The paper that is shown.
pub fn shown(model: &Model, state: &PapersState) -> Option<Request> {
    let papers = offered(model, state);
    papers.get(state.paper).or_else(|| papers.first()).cloned()
}

/// A paper as plain text, or why it cannot be made.
pub(in crate::tui) fn text_of(model: &Model, request: &Request) -> String {
    match render(
        request,
        Format::Text,
        &model.workspace,
        &model.papers.approved,
        &model.papers.templates,
    ) {
        Ok(rendered) => String::from_utf8_lossy(&rendered.bytes).into_owned(),
        Err(error) => message::render_error(&model.texts, &error),
    }
}

/// Makes the preview anew when paper, state or width have changed.
pub fn refresh(model: &mut Model, width: usize) {
    let Some(request) = state(model).and_then(|state| shown(model, state)) else {
        return;
    };
    let revision = model.workspace.revision();
    let is_fresh = state(model)
        .and_then(|state| state.preview.as_ref())
        .is_some_and(|preview| {
            preview.request == request && preview.revision == revision && preview.width == width
        });
    if is_fresh {
        return;
    }
    let content = text_of(model, &request);
    let lines = content
        .replace('\u{c}', "")
        .lines()
        .flat_map(|line| {
            let wrapped = text::wrap(line, width);
            if wrapped.is_empty() {
                vec![String::new()]
            } else {
                wrapped
            }
        })
        .collect();
    if let Some(state) = state_mut(model) {
        state.preview = Some(Preview {
            request,
            revision,
            width,
            lines,
        });
    }
}

/// Whether that question waits for its answer.
pub fn is_asking(model: &Model) -> bool {
    model.overlays.iter().any(|overlay| match overlay {
        Overlay::Choice(state) => state
            .lines
            .iter()
            .any(|line| matches!(line.choose, Choose::Differing(_))),
        _ => false,
    })
}
