//! The text field: what Enter does with the text, by its purpose.

use super::surface::Hands;
use std::path::PathBuf;

use ratatui::crossterm::event::KeyEvent;

use crate::domain::agenda::ItemKey;
use crate::domain::control::{Control, DocumentControl};
use crate::domain::date::Date;
use crate::domain::entry_line;
use crate::domain::mark::Status;
use crate::domain::meeting::Presence;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{
    Effect, Outside, agenda, attendance, control, form, indicator, mark, meeting, refuse,
    refuse_with, registry,
};
use crate::tui::field::Filling;
use crate::tui::model::prompt::{ControlKind, ENTRY_LIMIT, Purpose};
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::open::prompt::{complete, cut_off, next, state_mut};
use crate::tui::open::{self, dialog, papers};
use crate::tui::update::import;
use crate::tui::widget::line_editor::LineEditor;
use crate::tui::{act, date_input, select};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands {
    run,
    type_key,
    paste,
};

fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.editor.key(&event);
        state.error = None;
    }
    complete(model);
}

fn paste(model: &mut Model, text: &str) -> bool {
    if let Some(state) = state_mut(model) {
        let left_out = state.editor.paste(text);
        state.error = None;
        if left_out > 0 {
            let limit = state.editor.limit();
            refuse_with(model, cut_off(model, left_out, limit));
        }
    }
    complete(model);
    true
}

fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    match action {
        Action::NextCandidate | Action::PreviousCandidate => {
            if let Some(state) = state_mut(model) {
                let last = state.completions.len().saturating_sub(1);
                state.completion = if action == Action::NextCandidate {
                    (state.completion + 1).min(last)
                } else {
                    state.completion.saturating_sub(1)
                };
            }
            Some(Vec::new())
        }
        Action::NextField if asks_for_file(model) => Some(vec![Effect::CompletePath]),
        Action::NextField | Action::Convert => {
            if !take_completion(model)
                && let Some(state) = state_mut(model)
            {
                match &mut state.purpose {
                    Purpose::Entry { kind, .. } => *kind = select::entry::next_kind(*kind),
                    Purpose::Line { is_heading, .. } => *is_heading = !*is_heading,
                    _ => {}
                }
            }
            Some(Vec::new())
        }
        Action::OtherReading => {
            read_otherwise(model);
            Some(Vec::new())
        }
        Action::EditOutside => match model.overlays.last() {
            Some(Overlay::Prompt(state)) => Some(vec![Effect::EditOutside(state.editor.text())]),
            _ => None,
        },
        Action::NewLine => {
            if let Some(state) = state_mut(model) {
                state.editor.paste("\n");
            }
            Some(Vec::new())
        }
        Action::Accept => {
            if take_completion(model) {
                return Some(Vec::new());
            }
            Some(accept(model, outside))
        }
        Action::Back => {
            dialog::leave(model);
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
    }
}

/// Takes the words at the end of an entry for a date where they were text, and the other way.
fn read_otherwise(model: &mut Model) {
    let Some(Overlay::Prompt(state)) = model.overlays.last() else {
        return;
    };
    let Purpose::Entry { item, .. } = state.purpose else {
        return;
    };
    let typed = state.editor.text();
    let line = select::entry::read_line(model, item, &typed, state.date);
    if let Some(other) = select::entry::other_reading(&line)
        && let Some(state) = state_mut(model)
    {
        state.date = other;
        state.error = None;
    }
}

/// Puts the chosen completion in place of the `@word`; whether there was one.
fn take_completion(model: &mut Model) -> bool {
    let name = match model.overlays.last() {
        Some(Overlay::Prompt(state)) => state
            .completions
            .get(state.completion)
            .map(|id| model.workspace.short_name(id).to_owned()),
        _ => None,
    };
    let Some(name) = name else { return false };
    if let Some(state) = state_mut(model) {
        let text = entry_line::with_mention(&state.editor.text(), &name);
        state.editor = LineEditor::multi_line(ENTRY_LIMIT).with_text(&text);
        state.completions.clear();
    }
    true
}

#[expect(clippy::too_many_lines, reason = "one table, a line a purpose")]
fn accept(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    let Some(Overlay::Prompt(state)) = model.overlays.last() else {
        return Vec::new();
    };
    let purpose = state.purpose.clone();
    let raw = state.editor.text();
    let date = state.date;
    let text = SafeText::line(&raw);
    if text.is_empty() && !purpose.nature().may_be_empty {
        return refuse(model, "error-empty");
    }
    match purpose {
        Purpose::Entry { item, entry, kind } => {
            let id = entry.unwrap_or_else(|| (outside.new_id)());
            act::entry::write(model, item, id, kind, &SafeText::new(raw.trim()), date)
        }
        Purpose::Excuse(who) => {
            attendance::set(model, &who, Presence::Excused { reason: text }, true)
        }
        Purpose::Deputy(who) => attendance::set(model, &who, Presence::Deputy { name: text }, true),
        Purpose::Topic => {
            let item = ItemKey::Topic((outside.new_id)());
            agenda::add_topic(model, item, text)
        }
        Purpose::PostponeTo(targets) => {
            match date_input::read_ahead(model, &text, date_input::only_item(&targets)) {
                Ok(date) => next(model, Purpose::PostponeReason(targets, date)),
                Err(why) => refuse_with(model, why),
            }
        }
        Purpose::PostponeReason(targets, to) => {
            mark::set_with_reason(model, &targets, Some(to), text)
        }
        Purpose::DoneOn(targets) => match date_input::read_back(model, &text) {
            Ok(day) => mark::set(model, &targets, &Status::Done, Some(day), true),
            Err(why) => refuse_with(model, why),
        },
        Purpose::CancelReason(targets) => mark::set_with_reason(model, &targets, None, text),
        Purpose::ControlDate(id, kind) => match date_input::read_ahead(model, &text, None) {
            Ok(date) => accept_control_date(model, id, kind, date),
            Err(why) => refuse_with(model, why),
        },
        Purpose::ControlReason(id, kind, date) => match kind.with(date, text) {
            Some(decision) => control::set(model, id, decision),
            None => Vec::new(),
        },
        Purpose::ReopenReason(date) => meeting::reopen(model, date, text),
        Purpose::SkipDate(date) if text.is_empty() => next(model, Purpose::SkipReason(date, None)),
        Purpose::SkipDate(date) => match date_input::read_move(model, &text, date) {
            Ok(to) if model.workspace.ledger().meeting(to).is_some() => {
                let date = ("date", model.texts.date_full(to).into());
                let why = model.texts.with("error-meeting-there", &[date]);
                refuse_with(model, why)
            }
            Ok(to) => next(model, Purpose::SkipReason(date, Some(to))),
            Err(why) => refuse_with(model, why),
        },
        Purpose::Dative(who) => registry::set_dative(model, &who, &text),
        Purpose::SkipReason(date, moved_to) => meeting::skip(model, date, moved_to, text),
        Purpose::Reading(activity) => match select::reading::correction(model, activity, &text) {
            Ok(correction) => act::reading::correct(model, activity, correction.windows()),
            Err(why) => refuse_with(model, why),
        },
        Purpose::Minutes(item) => agenda::set_minutes(model, item, &text),
        Purpose::FilterName => open::hands::keep(model, &text),
        Purpose::Answers => match select::answers::read(model, &raw) {
            Ok(found) => act::answers::take(model, &found, outside),
            Err(why) => refuse_with(model, why),
        },
        Purpose::Guest => registry::add_guest(model, &text),
        Purpose::Indicator(number) => match indicator::set(model, number, &text) {
            Ok(effects) => effects,
            Err(why) => refuse_with(model, why),
        },
        Purpose::Participants(activity, body) => act::event::name(model, activity, &body, &raw),
        Purpose::Invitation(activity) => act::event::invite(model, activity, &text),
        Purpose::Programme(activity) => act::event::programme(model, activity, &raw),
        Purpose::DocumentReason {
            document,
            is_off,
            item,
        } => {
            let control = if is_off {
                DocumentControl::Dropped { reason: text }
            } else {
                DocumentControl::Returned { reason: text }
            };
            let id = (outside.new_id)();
            act::control::of_document(model, document, control, item.map(|item| (id, item)))
        }
        Purpose::ExportPlace => papers::set_place(model, raw.trim()),
        Purpose::Elsewhere => vec![Effect::RecordElsewhere(raw.trim().into())],
        Purpose::EditionBasis => next(model, Purpose::EditionFrom(text)),
        Purpose::EditionFrom(basis) if text.is_empty() => {
            act::edition::adopt(model, model.day(), basis)
        }
        Purpose::EditionFrom(basis) => match date_input::read_any(model, &text) {
            Ok(from) => act::edition::adopt(model, from, basis),
            Err(why) => refuse_with(model, why),
        },
        Purpose::AmendCell { key, cell } => open::amend::cell_typed(model, key, cell, text),
        Purpose::AmendNew(draft) => open::amend::new_typed(model, *draft, &text),
        Purpose::ImportFile => read_file(model, Effect::ReadPlan(path_of(&raw), false)),
        Purpose::FirstPlan => read_file(model, Effect::ReadPlan(path_of(&raw), true)),
        Purpose::Imported(target) => import::retyped(model, &target, &raw),
        Purpose::MembersFile => read_file(model, Effect::Fill(Filling::Members(path_of(&raw)))),
        Purpose::Field(field) => form::fill(model, field, &raw),
        Purpose::NewMember => form::member(model, &raw),
        Purpose::Line {
            document,
            is_heading,
        } => form::line(model, document, is_heading, &raw),
    }
}

fn read_file(model: &mut Model, effect: Effect) -> Vec<Effect> {
    model.overlays.pop();
    vec![effect]
}

/// Whether the field asks for a file that is there.
fn asks_for_file(model: &Model) -> bool {
    matches!(
        model.overlays.last(),
        Some(Overlay::Prompt(state)) if state.purpose.nature().asks_for_file
    )
}

/// A path as it is typed, or comes from a file manager: in quotes.
fn path_of(raw: &str) -> PathBuf {
    raw.trim().trim_matches(['"', '\'']).into()
}

fn accept_control_date(
    model: &mut Model,
    id: crate::domain::id::Id,
    kind: ControlKind,
    date: Date,
) -> Vec<Effect> {
    match kind {
        ControlKind::Extend => next(model, Purpose::ControlReason(id, kind, Some(date))),
        ControlKind::Hear => control::set(model, id, Control::HearOn { meeting: date }),
        _ => control::set(model, id, Control::Kept { until: date }),
    }
}
