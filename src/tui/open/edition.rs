//! The screen of an edition: a text to adopt, or one that was adopted.

use crate::domain::document::DocumentKey;
use crate::domain::edition::Doubt;
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::{Given, Pending};
use crate::paper::plain::called;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::edition::{Beside, EditionState, Proposal, Shown};
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::open::dialog;
use crate::tui::select::edition::refresh;

/// What waits to be adopted, else the editions there are: one is shown, of several one is chosen.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let pending = model.workspace.pending();
    let editions: Vec<(Id, String)> = model
        .workspace
        .adopted()
        .into_iter()
        .rev()
        .map(|edition| {
            let known = model.workspace.document(edition.document);
            let name = known.map_or(edition.document.as_str(), |it| it.short_name());
            let from = model.texts.date_full(edition.from);
            let said = [("document", name.into()), ("from", from.into())];
            (edition.act, model.texts.with("edition-choice-line", &said))
        })
        .collect();
    match (pending.as_slice(), editions.as_slice()) {
        ([], []) => {
            let text = model.texts.get("edition-no-editions");
            model.notice = Some(Notice::done(text));
        }
        ([only], []) => propose(model, only.clone(), Beside::default()),
        ([], [(only, _)]) => adopted(model, *only),
        _ => choose(model, &pending, editions),
    }
    Vec::new()
}

fn choose(model: &mut Model, pending: &[Pending], editions: Vec<(Id, String)>) {
    let waiting = pending.iter().map(|one| {
        let known = model.workspace.document(one.document);
        let name = known.map_or(one.document.as_str(), |it| it.short_name());
        let said = [("document", name.into())];
        Line {
            text: model.texts.with("edition-choice-pending", &said),
            detail: String::new(),
            choose: Choose::Pending(one.document),
            value: 0,
        }
    });
    let lines: Vec<Line> = waiting
        .chain(editions.into_iter().map(|(act, text)| Line {
            text,
            detail: basis_of(model, act),
            choose: Choose::Edition(act),
            value: 0,
        }))
        .collect();
    let title = model
        .texts
        .with("edition-choice", &[("n", lines.len().into())]);
    dialog::choose(model, title, lines);
}

fn basis_of(model: &Model, act: Id) -> String {
    let edition = model.workspace.edition(act);
    edition.map_or_else(String::new, |it| it.basis.to_string())
}

/// Shows what of a document's file waits to be adopted.
pub(in crate::tui) fn waiting(model: &mut Model, document: DocumentKey) {
    let pending = model.workspace.pending();
    if let Some(own) = pending.into_iter().find(|it| it.document == document) {
        propose(model, own, Beside::default());
    }
}

/// Shows what a new text of a document would change, to be adopted: the way in for every text that
/// comes from elsewhere. What belongs to it is written once it is adopted. Whether there is such a
/// document.
pub fn of_text(model: &mut Model, document: DocumentKey, given: Given, beside: Beside) -> bool {
    match model.workspace.compared(document, given) {
        Some(pending) if !pending.is_empty() => {
            propose(model, pending, beside);
            true
        }
        _ => false,
    }
}

/// Shows what a text would change, to be adopted.
pub(in crate::tui) fn propose(model: &mut Model, pending: Pending, beside: Beside) {
    let doubts: Vec<(Doubt, Option<bool>)> = pending
        .matching
        .doubts
        .iter()
        .map(|doubt| (doubt.clone(), None))
        .collect();
    let before = model.workspace.document(pending.document);
    let was = before.map(|it| &it.requisites);
    let is = &pending.given.document.requisites;
    let basis = if pending.is_from_file && was != Some(is) {
        SafeText::from(called(is))
    } else {
        SafeText::default()
    };
    let proposal = Proposal {
        sure: pending.matching.clone(),
        doubts,
        basis,
        beside,
        pending,
    };
    push(model, Shown::Proposed(Box::new(proposal)));
    first_question(model);
}

/// Shows an edition that was adopted.
pub(in crate::tui) fn adopted(model: &mut Model, act: Id) {
    push(model, Shown::Adopted(act));
}

fn push(model: &mut Model, shown: Shown) {
    model
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Edition(_)));
    model.overlays.push(Overlay::Edition(Box::new(EditionState {
        shown,
        lines: Vec::new(),
        made_for: (0, model.texts.language()),
        selected: 0,
        offset: 0,
    })));
    refresh(model, true);
}

/// Puts the cursor on the first question that waits; whether there is one.
pub(in crate::tui) fn first_question(model: &mut Model) -> bool {
    let Some(Overlay::Edition(state)) = model.overlays.last_mut() else {
        return false;
    };
    let place = state.lines.iter().position(|line| {
        line.look == crate::tui::model::edition::Look::Asked && line.question.is_some()
    });
    if let Some(place) = place {
        state.selected = place;
    }
    place.is_some()
}
