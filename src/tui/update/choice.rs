//! Short lists, questions, texts to read.

use super::surface::Hands;
use crate::domain::operation::Operation;
use crate::tui::act::entry::phrase;
use crate::tui::act::{Act, Effect, Follow, Outside, agenda, record, undo};
use crate::tui::model::choice::{Choose, Consequence};
use crate::tui::model::{Action, Model, Notice, Overlay, context};
use crate::tui::open::{meeting, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::update::unrecorded;
use crate::tui::{act, open, update};

/// What a choice does with keys.
pub(super) const CHOICE: Hands = Hands::commands(run_choice);
/// What a question does with keys.
pub(super) const CONFIRM: Hands = Hands::commands(run_confirm);
/// What a text to read does with keys.
pub(super) const READER: Hands = Hands::commands(run_reader);

fn run_choice(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Choice(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.lines.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    // A digit's action names the line: «1» is the first.
    let by_number = action
        .percent()
        .map(|percent| usize::from(percent / 10) - 1);
    let chosen = state.lines.get(state.selected);
    let chosen = chosen.map(|line| line.choose.clone());
    match (action, chosen) {
        (Action::Delete, Some(Choose::Dispatch(date, Some(who)))) => {
            return Some(act::dispatch::back(model, date, who));
        }
        (Action::Delete, Some(choose @ (Choose::Bookmark(_) | Choose::Filter(_)))) => {
            return open::hands::drop_chosen(model, &choose);
        }
        (Action::Retype, Some(Choose::Carry(carry))) => {
            return Some(open::carry::ask(model, &carry));
        }
        _ => {}
    }
    if action != Action::Accept && by_number.is_none() {
        return passed_on(model, action);
    }
    let place = by_number.unwrap_or(state.selected);
    let line = state.lines.get(place).cloned()?;
    Some(match line.choose {
        Choose::Mark(mark, targets) => update::mark::on(model, mark, targets),
        Choose::Control(id) => update::control::chosen(model, id, line.value),
        Choose::Assignment(id) => {
            model.overlays.pop();
            open::control::ask(model, id)
        }
        Choose::Phrase(item) => phrase(model, item, line.value, outside),
        Choose::LeftAside(item) => agenda::add_item(model, item, true),
        Choose::Item(item) => {
            model.overlays.pop();
            screens::go_to_item(model, item)
        }
        Choose::MeetingItem(date, item) => {
            meeting::show(model, date);
            meeting::select(model, item);
            Vec::new()
        }
        Choose::Meeting(date) => {
            model.overlays.pop();
            meeting::show(model, date);
            Vec::new()
        }
        Choose::Problems => {
            model.overlays.pop();
            open::problems::open(model)
        }
        Choose::Differing(answer) => {
            model.overlays.pop();
            vec![Effect::ExportDiffering(answer)]
        }
        Choose::Begin(begin) => open::welcome::chosen(model, begin),
        Choose::Amend(key, amending) => open::amend::chosen(model, key, amending),
        // From the news the list opens; in the list a line is a step.
        Choose::Dispatch(date, None) if state_is_news(model) => {
            model.overlays.pop();
            open::dispatch::open(model, date)
        }
        Choose::Dispatch(date, None) => act::dispatch::all(model, date),
        Choose::Dispatch(date, Some(who)) => act::dispatch::on(model, date, who),
        Choose::Edition(act) => {
            model.overlays.pop();
            open::edition::adopted(model, act);
            Vec::new()
        }
        Choose::Pending(document) => {
            model.overlays.pop();
            open::edition::waiting(model, document);
            Vec::new()
        }
        Choose::Document(document, item) => {
            model.overlays.pop();
            open::document::chosen(model, document, item, line.value, outside)
        }
        Choose::Word(target) => {
            open::glossary::show(model, &target);
            Vec::new()
        }
        Choose::Carry(carry) => open::carry::chosen(model, &carry, outside),
        Choose::Controller(who) => open::controlled::by(model, Some(who)),
        Choose::Bookmark(bookmark) => open::hands::go(model, &bookmark),
        Choose::Filter(filter) => open::hands::apply(model, &filter),
        Choose::Leave(way) => unrecorded::chosen(model, way),
    })
}

/// Whether the list on top tells news, and is not the list of who gets papers itself, which has
/// more lines of that kind.
fn state_is_news(model: &Model) -> bool {
    match model.overlays.last() {
        Some(Overlay::Choice(state)) => !state
            .lines
            .iter()
            .any(|line| matches!(line.choose, Choose::Dispatch(_, Some(_)))),
        _ => false,
    }
}

/// Commands that work everywhere leave the box first; others do nothing in it.
pub(in crate::tui) fn passed_on(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    if action == Action::Back {
        return None;
    }
    if !action.contexts().contains(&context::GLOBAL) {
        return Some(Vec::new());
    }
    if !matches!(action, Action::Help | Action::Palette | Action::Search) {
        model.overlays.pop();
    }
    None
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every overlay answers whether the command was its own"
)]
fn run_confirm(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    match action {
        Action::Accept => {
            let Some(Overlay::Confirm(state)) = model.overlays.pop() else {
                return Some(Vec::new());
            };
            Some(match state.consequence {
                Consequence::Quit => vec![Effect::Quit],
                Consequence::ConvertPlan(file, first) => vec![Effect::ConvertPlan(file, first)],
                Consequence::Mend(repair) => vec![Effect::Mend(repair)],
                Consequence::Undo(act) => undo::take_back(model, act),
                Consequence::OpenMeeting(date) => open::start::open(model, date),
                Consequence::Record(meeting, operations, notice) => {
                    let day = meeting.unwrap_or(model.today);
                    let ends = operations
                        .iter()
                        .any(|op| matches!(op, Operation::FinishMeeting { .. }));
                    record(
                        model,
                        Act {
                            meeting,
                            day,
                            operations,
                            notice: Some(Notice::done(notice)),
                            follow: Follow {
                                papers: meeting.filter(|_| ends),
                                ..Follow::default()
                            },
                        },
                    )
                }
            })
        }
        Action::Back => {
            model.overlays.pop();
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
    }
}

fn run_reader(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Reader(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.lines.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    if action == Action::Accept {
        model.overlays.pop();
        return Some(Vec::new());
    }
    passed_on(model, action)
}
