//! A form: Enter fills the chosen field in, the arrows turn what is chosen from a few.

use super::surface::Hands;
use crate::tui::act;
use crate::tui::act::Effect;
use crate::tui::act::Outside;
use crate::tui::field::{Field, Filling};
use crate::tui::model::form::{Form, Target};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Access, Action, Model, Notice, Overlay};
use crate::tui::open::{form, prompt};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::form::{FormRow, is_begun, rows};
use crate::tui::update::choice::passed_on;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Form(state)) = model.overlays.last() else {
        return None;
    };
    let (shown, selected) = (state.form.clone(), state.selected);
    let lines = rows(model, &shown);
    if let Some(to) = moved(action, selected, lines.len(), page) {
        let to = past_heads(&lines, selected, to);
        if let Some(Overlay::Form(state)) = model.overlays.last_mut() {
            state.selected = to;
        }
        return Some(Vec::new());
    }
    let target = lines.get(selected).map(|line| line.target.clone());
    match action {
        Action::Accept => Some(entered(model, target?)),
        Action::NextRole | Action::PreviousRole => {
            Some(turned(model, target?, action == Action::NextRole))
        }
        Action::Delete => Some(match shown {
            Form::Document(key) if is_begun(model, key) => written(model, Filling::TakeLine(key)),
            _ => Vec::new(),
        }),
        _ => passed_on(model, action),
    }
}

/// The nearest line that is no head: on the way the cursor goes, else the one it was on.
fn past_heads(lines: &[FormRow], from: usize, to: usize) -> usize {
    let is_head = |at: &usize| {
        lines
            .get(*at)
            .is_none_or(|line| line.target == Target::Head)
    };
    let found = if to >= from {
        (to..lines.len()).find(|at| !is_head(at))
    } else {
        (0..=to).rev().find(|at| !is_head(at))
    };
    found
        .or_else(|| (0..=to.min(lines.len())).rev().find(|at| !is_head(at)))
        .unwrap_or(from)
}

fn entered(model: &mut Model, target: Target) -> Vec<Effect> {
    match target {
        Target::Head => Vec::new(),
        Target::Typed(field) => form::ask(model, field),
        Target::Chosen(field) => turn(model, field, true),
        Target::Subject(id) => form::open(model, Form::Subject(id)),
        Target::Open(other) => form::open(model, other),
        Target::NewMember => prompt::open(model, Purpose::NewMember, ""),
        Target::Members => prompt::open(model, Purpose::MembersFile, ""),
        Target::Line(key) => {
            if is_begun(model, key) {
                form::ask_line(model, key)
            } else {
                model.notice = Some(Notice::warning(model.texts.get("form-not-begun")));
                Vec::new()
            }
        }
    }
}

fn turned(model: &mut Model, target: Target, forward: bool) -> Vec<Effect> {
    match target {
        Target::Chosen(field) => turn(model, field, forward),
        Target::Subject(id) => written(model, Filling::Member(id)),
        _ => {
            model.notice = Some(Notice::warning(model.texts.get("form-typed")));
            Vec::new()
        }
    }
}

fn turn(model: &mut Model, field: Field, forward: bool) -> Vec<Effect> {
    if let Some(refused) = not_writing(model) {
        return refused;
    }
    act::form::turn(model, field, forward)
}

/// What is turned is written at once, unless nothing can be.
fn written(model: &mut Model, filling: Filling) -> Vec<Effect> {
    if let Some(refused) = not_writing(model) {
        return refused;
    }
    vec![Effect::Fill(filling)]
}

/// Nothing is done, and why, where nothing can be written.
fn not_writing(model: &mut Model) -> Option<Vec<Effect>> {
    let Access::ReadOnly(why) = &model.access else {
        return None;
    };
    let why = [("why", why.clone().into())];
    let notice = model.texts.with("notice-read-only", &why);
    model.notice = Some(Notice::warning(notice));
    Some(Vec::new())
}
