//! The screen of an edition: one key answers a question, Enter goes on and at last adopts, Esc
//! changes nothing.

use super::surface::Hands;
use crate::domain::workspace::{Parting, Side};
use crate::tui::act::{Effect, Outside, edition};
use crate::tui::model::edition::{Proposal, Question, Shown};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::open::edition::first_question;
use crate::tui::open::{prompt, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::edition::{refresh, state, state_mut, unanswered};
use crate::tui::update::choice::passed_on;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let current = state_mut(model)?;
    if let Some(selected) = moved(action, current.selected, current.lines.len(), page) {
        current.selected = selected;
        return Some(Vec::new());
    }
    let adopted = match &current.shown {
        Shown::Adopted(act) => Some(*act),
        Shown::Proposed(_) => None,
    };
    match action {
        Action::SameText | Action::OtherText if adopted.is_none() => {
            answer(model, action == Action::SameText);
        }
        Action::Accept => match adopted {
            Some(act) => {
                model.overlays.pop();
                return Some(screens::go_edition(model, act));
            }
            None => return Some(go_on(model)),
        },
        Action::AddItem => {
            let act = adopted?;
            return Some(edition::take(model, act, (outside.new_id)()));
        }
        Action::Back => {
            model.overlays.pop();
            if adopted.is_none() {
                let text = model.texts.get("edition-left");
                model.notice = Some(Notice::done(text));
            }
        }
        _ => return passed_on(model, action),
    }
    Some(Vec::new())
}

/// Asks for the basis once everything is answered.
fn go_on(model: &mut Model) -> Vec<Effect> {
    let Some(proposal) = state(model).and_then(|it| it.proposal()) else {
        return Vec::new();
    };
    let left = unanswered(proposal);
    if left > 0 {
        first_question(model);
        let text = model
            .texts
            .with("edition-answer-first", &[("n", left.into())]);
        model.notice = Some(Notice::warning(text));
        return Vec::new();
    }
    if proposal.pending.is_empty() {
        let text = model.texts.get("edition-nothing");
        model.notice = Some(Notice::warning(text));
        return Vec::new();
    }
    let basis = proposal.basis.to_string();
    prompt::open(model, Purpose::EditionBasis, &basis)
}

fn answer(model: &mut Model, is_first: bool) {
    let question = state(model).and_then(|it| it.question()).cloned();
    let Some(question) = question else {
        // The key answers the question that waits, wherever the cursor is.
        if !first_question(model) {
            let text = model.texts.get("edition-no-question");
            model.notice = Some(Notice::warning(text));
        }
        return;
    };
    let Some(mut proposal) = state(model).and_then(|it| it.proposal()).cloned() else {
        return;
    };
    match &question {
        Question::Same { old, new } => {
            for (doubt, answer) in &mut proposal.doubts {
                if (doubt.old, doubt.new) == (*old, *new) {
                    *answer = Some(is_first);
                }
            }
        }
        Question::Sides { key, cell } => {
            let side = if is_first { Side::Theirs } else { Side::Ours };
            let answers = &mut proposal.pending.answers;
            answers.sides.insert((*key, cell.clone()), side);
        }
        Question::Points { activity } => {
            let pending = &mut proposal.pending;
            for point in pending.points.iter().filter(|it| it.activity == *activity) {
                let to = is_first.then_some(point.nearest);
                pending.answers.points.insert((*activity, point.from), to);
            }
        }
        Question::Parting { assignment } => {
            let parting = if is_first {
                Parting::Stays
            } else {
                Parting::Dropped
            };
            let answers = &mut proposal.pending.answers;
            answers.partings.insert(*assignment, parting);
        }
    }
    if let Some(proposal) = compared_again(model, proposal)
        && let Some(state) = state_mut(model)
    {
        state.shown = Shown::Proposed(Box::new(proposal));
    }
    refresh(model, true);
    if !first_question(model) {
        stay_at(model, &question);
    }
}

/// What the text changes by the answers of now.
fn compared_again(model: &Model, proposal: Proposal) -> Option<Proposal> {
    let mut matching = proposal.sure.clone();
    for (doubt, answer) in &proposal.doubts {
        if let Some(is_same) = answer {
            matching.decide(doubt.old, doubt.new, *is_same);
        }
    }
    let Proposal { pending, .. } = &proposal;
    let answers = pending.answers.clone();
    let again = model.workspace.answered(pending, matching, answers)?;
    Some(Proposal {
        pending: again,
        ..proposal
    })
}

/// Keeps the cursor on the question that was answered.
fn stay_at(model: &mut Model, question: &Question) {
    if let Some(Overlay::Edition(state)) = model.overlays.last_mut()
        && let Some(place) = state
            .lines
            .iter()
            .position(|line| line.question.as_ref() == Some(question))
    {
        state.selected = place;
    }
}
