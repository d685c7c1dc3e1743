//! The meeting screen: moving over the agenda, taking items on and off.

use super::super::model::meeting::{Focus, MeetingState};
use super::super::model::plan::Node;
use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Screen};
use super::{
    Act, Effect, Follow, Outside, agenda, assign, attendance, control, entry, finish, mark, moved,
    page_of, prompt, record, search, since_last, trail, versions,
};
use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::date::Date;
use crate::domain::operation::Operation;

/// A line of the agenda as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaRow {
    /// A heading.
    Section(Section, usize),
    /// An item.
    Item(AgendaLine),
}

/// The agenda of a meeting as it is shown: sections with their items, and at the end what was
/// dealt with outside it.
pub fn agenda_rows(model: &Model, date: Date) -> Vec<AgendaRow> {
    let lines = agenda_lines(model, date);
    let mut rows = Vec::new();
    let mut section = None;
    for line in &lines {
        if section != Some(line.section) {
            section = Some(line.section);
            let count = lines
                .iter()
                .filter(|other| other.section == line.section)
                .count();
            rows.push(AgendaRow::Section(line.section, count));
        }
        rows.push(AgendaRow::Item(line.clone()));
    }
    rows
}

/// The agenda's lines and those of items dealt with outside it.
pub fn agenda_lines(model: &Model, date: Date) -> Vec<AgendaLine> {
    let Some(meeting) = model.workspace.ledger().meeting(date) else {
        return Vec::new();
    };
    let mut lines = meeting.agenda.clone();
    for item in model.workspace.considered(date) {
        if !lines.iter().any(|line| line.item == item) {
            lines.push(AgendaLine::new(item, Section::Added, Reason::ByHand));
        }
    }
    lines
}

/// The state of the meeting screen, when it is the one that is seen.
pub(super) fn state(model: &Model) -> Option<&MeetingState> {
    match model.screen() {
        Some(Screen::Meeting(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut MeetingState> {
    match model.screen_mut() {
        Some(Screen::Meeting(state)) => Some(state),
        _ => None,
    }
}

/// The item the cursor is on.
pub fn selected_item(model: &Model) -> Option<ItemKey> {
    let state = state(model)?;
    let lines = agenda_lines(model, state.date);
    state
        .selected
        .filter(|item| lines.iter().any(|line| line.item == *item))
        .or_else(|| {
            lines
                .get(state.place.min(lines.len().saturating_sub(1)))
                .map(|line| line.item)
        })
}

/// Puts the cursor on an item.
pub(super) fn select(model: &mut Model, item: ItemKey) {
    let Some(date) = state(model).map(|state| state.date) else {
        return;
    };
    let place = agenda_lines(model, date)
        .iter()
        .position(|line| line.item == item);
    if let Some(state) = state_mut(model) {
        state.selected = Some(item);
        state.place = place.unwrap_or(state.place);
        state.card_offset = 0;
        state.entry = None;
    }
}

/// Shows the meeting of a day, with the cursor on the first item not dealt with.
pub(super) fn show(model: &mut Model, date: Date) {
    model.overlays.clear();
    let known = model
        .screens
        .iter()
        .position(|screen| matches!(screen, Screen::Meeting(state) if state.date == date));
    let screen = match known {
        Some(place) => model.screens.remove(place),
        None => Screen::Meeting(MeetingState::new(date)),
    };
    model.screens.push(screen);
    if known.is_none() {
        resume(model, date);
    }
}

/// Puts the cursor where the meeting was left: behind the last mark, on the last entry, or on
/// the first item not dealt with.
fn resume(model: &mut Model, date: Date) {
    let ledger = model.workspace.ledger();
    let last = ledger
        .records()
        .iter()
        .rev()
        .filter(|record| record.meeting == Some(date) && !ledger.is_retracted(record.act))
        .find_map(|record| match &record.op {
            Operation::Mark { activity, .. } => Some((ItemKey::Activity(*activity), true)),
            Operation::WriteEntry { item, .. } => Some((*item, false)),
            _ => None,
        });
    let considered = model.workspace.considered(date);
    let first = agenda_lines(model, date)
        .iter()
        .map(|line| line.item)
        .find(|item| !considered.contains(item));
    match (last, first) {
        (Some((item, true)), Some(_)) => step_to_unmarked(model, item),
        (Some((item, _)), _) | (None, Some(item)) => select(model, item),
        (None, None) => {}
    }
}

/// Shows an item: on the agenda when it is there, else in the plan or where it was given.
pub(super) fn go_to_item(
    model: &mut Model,
    item: ItemKey,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    let on_agenda = matches!(model.screen(), Some(Screen::Meeting(state))
        if agenda_lines(model, state.date).iter().any(|line| line.item == item));
    if on_agenda {
        select(model, item);
        return Vec::new();
    }
    match item {
        ItemKey::Activity(activity) => {
            let effects = super::global::run(model, Action::GoPlan, outside);
            super::plan::reveal(model, Node::Activity(activity));
            effects
        }
        ItemKey::Assignment(id) => {
            let given = model
                .workspace
                .ledger()
                .entry(id)
                .and_then(|entry| Some((entry.meeting()?, entry.item)));
            if let Some((date, item)) = given {
                show(model, date);
                select(model, item);
            }
            Vec::new()
        }
        ItemKey::Topic(_) => Vec::new(),
    }
}

/// Steps from an item to the next one not dealt with: behind it, then from the top; stays when
/// everything is dealt with.
pub(super) fn step_to_unmarked(model: &mut Model, from: ItemKey) {
    let Some(date) = state(model).map(|state| state.date) else {
        return;
    };
    let considered = model.workspace.considered(date);
    let items: Vec<ItemKey> = agenda_lines(model, date)
        .iter()
        .map(|line| line.item)
        .collect();
    let place = items.iter().position(|item| *item == from).unwrap_or(0);
    let next = items
        .iter()
        .skip(place + 1)
        .chain(items.iter().take(place))
        .find(|item| !considered.contains(item))
        .copied();
    if let Some(state) = state_mut(model) {
        state.chosen.clear();
    }
    if let Some(item) = next {
        select(model, item);
    }
}

/// Steps on after a mark. A cursor that stood beside the items chosen together, on one still to be
/// dealt with, stays there.
pub(super) fn step_on(model: &mut Model, from: ItemKey) {
    let Some(state) = state_mut(model) else {
        return;
    };
    let was_beside = !state.chosen.is_empty() && !state.chosen.contains(&from);
    let date = state.date;
    state.chosen.clear();
    if !was_beside || model.workspace.considered(date).contains(&from) {
        step_to_unmarked(model, from);
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    if state(model)?.focus == Focus::Card
        && let Some(effects) = entry::run_card(model, action, outside)
    {
        return Some(effects);
    }
    if let Some(effects) = move_cursor(model, action) {
        return Some(effects);
    }
    if let Some(effects) = mark::run(model, action) {
        return Some(effects);
    }
    let item = selected_item(model);
    let date = state(model)?.date;
    Some(match action {
        Action::NextUnmarked => {
            if let Some(item) = item {
                step_to_unmarked(model, item);
            }
            Vec::new()
        }
        Action::SwitchFocus | Action::Open => {
            switch_focus(model);
            Vec::new()
        }
        Action::Back if state(model)?.focus == Focus::Card => {
            switch_focus(model);
            Vec::new()
        }
        Action::Select => {
            choose(model, item?);
            Vec::new()
        }
        Action::Attendance => attendance::open(model),
        Action::AllPresent => attendance::all_present(model),
        Action::Assign => assign::open(model, item?),
        Action::Decide | Action::Note | Action::Spoke | Action::PrivateNote => {
            entry::open(model, action, item?)
        }
        Action::Phrase => entry::open_phrases(model, item?),
        Action::Control => control::open(model, item?),
        Action::AddItem => search::open_for_agenda(model),
        Action::AddTopic => prompt::open(model, Purpose::Topic, ""),
        Action::DropItem => agenda::drop_item(model, item?),
        Action::ParkItem => agenda::park(model, item?),
        Action::MoveDown | Action::MoveUp => agenda::move_item(model, item?, action),
        Action::EditItem => prompt::open(model, Purpose::Minutes(item?), ""),
        Action::LeftAside => agenda::left_aside(model, date),
        Action::SinceLast => since_last::open(model, date),
        Action::Trail => trail::open(model, item?),
        Action::Versions => versions::open(model, date),
        Action::Speaker => search::open_for_speaker(model, item?),
        Action::PinItem => agenda::pin(model, item?),
        Action::CorrectReading => {
            let activity = mark::activity_of(model, item?)?;
            prompt::open(model, Purpose::Reading(activity), "")
        }
        Action::TogglePace => {
            model.pace = !model.pace;
            Vec::new()
        }
        Action::ReopenMeeting => prompt::open(model, Purpose::ReopenReason(date), ""),
        Action::FinishMeeting => finish::open(model),
        _ => return None,
    })
}

fn switch_focus(model: &mut Model) {
    if let Some(state) = state_mut(model) {
        state.focus = match state.focus {
            Focus::Agenda => Focus::Card,
            Focus::Card => Focus::Agenda,
        };
        state.entry = None;
    }
}

fn choose(model: &mut Model, item: ItemKey) {
    if let Some(state) = state_mut(model)
        && !state.chosen.remove(&item)
    {
        state.chosen.insert(item);
    }
    move_cursor(model, Action::NextItem);
}

fn move_cursor(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let date = state(model)?.date;
    let lines = agenda_lines(model, date);
    let place = selected_item(model)
        .and_then(|item| lines.iter().position(|line| line.item == item))
        .unwrap_or(0);
    let to = moved(action, place, lines.len(), page_of(model))?;
    if let Some(line) = lines.get(to) {
        select(model, line.item);
    }
    Some(Vec::new())
}

/// An act on the open meeting; says why when there is none.
pub(super) fn act(
    model: &mut Model,
    operations: Vec<Operation>,
    notice: Notice,
    follow: Follow,
) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations,
            notice: Some(notice),
            follow,
        },
    )
}

/// An item's number or title in a few words, for notices.
pub fn item_name(model: &Model, item: ItemKey) -> String {
    if let ItemKey::Activity(id) = item {
        id.to_string()
    } else {
        let title = model.workspace.item_title(model.day(), item);
        crate::tui::widget::text::cut(&title, 40).to_string()
    }
}
