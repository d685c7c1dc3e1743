//! Search over activities, subjects, assignments and commands.

use ratatui::crossterm::event::KeyEvent;

use super::super::model::meeting::Focus;
use super::super::model::search::{SearchState, Target, Use};
use super::super::model::subjects::SubjectsState;
use super::super::model::{Action, Model, Overlay, Screen};
use super::{Effect, Message, Outside, agenda, global, glossary, meeting, moved, page_of, update};
use crate::domain::agenda::ItemKey;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::ledger::Entry;
use crate::domain::search::{Haystack, Index};
use crate::tui::widget::line_editor::LineEditor;

/// The longest query.
const QUERY_LIMIT: usize = 200;

/// Searches everything; Enter goes there.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let mut stacks = activities(model);
    stacks.extend(subjects(model));
    stacks.extend(
        model
            .workspace
            .assignments(model.day())
            .into_iter()
            .map(|assignment| {
                let primary = format!(
                    "{} {}",
                    model
                        .texts
                        .assignment_number(&assignment.number, assignment.origin.day()),
                    assignment.text
                );
                let who: Vec<&str> = assignment
                    .executors
                    .iter()
                    .map(|id| model.workspace.short_name(id))
                    .collect();
                let entry = model.workspace.ledger().entry(assignment.id);
                let labels = entry.map(|it| it.content.label_words());
                let secondary = format!("{} {}", who.join(" "), labels.unwrap_or_default());
                Haystack::new(Target::Assignment(assignment.id), &primary, &secondary)
            }),
    );
    stacks.extend(entries(model));
    stacks.extend(glossary::stacks(model));
    push(model, Use::GoTo, stacks.into_iter().collect())
}

/// Searches activities; Enter puts one on the agenda.
pub(super) fn open_for_agenda(model: &mut Model) -> Vec<Effect> {
    let stacks = activities(model);
    push(model, Use::AddToAgenda, stacks.into_iter().collect())
}

/// Searches subjects; Enter makes one the speaker of an item.
pub(super) fn open_for_speaker(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let stacks = subjects(model);
    push(model, Use::Speaker(item), stacks.into_iter().collect())
}

/// All commands by name; Enter runs one.
pub(super) fn open_palette(model: &mut Model) -> Vec<Effect> {
    let stacks: Vec<Haystack<Target>> = Action::ALL
        .iter()
        .filter(|action| model.texts.has(&format!("action-{}", action.name())))
        .map(|action| {
            let text = model.texts.get(&format!("action-{}", action.name()));
            Haystack::new(Target::Command(*action), &text, action.name())
        })
        .collect();
    push(model, Use::Run, stacks.into_iter().collect())
}

fn subjects(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .subjects()
        .iter()
        .map(|subject| {
            Haystack::new(
                Target::Subject(subject.id.clone()),
                &subject.short,
                &subject.full,
            )
        })
        .collect()
}

/// What was heard, said, decided and noted; assignments are found by their numbers.
fn entries(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .ledger()
        .entries()
        .filter(|entry| entry.content.kind != EntryKind::Assignment)
        .map(|entry| {
            let speaker = entry.content.speaker.as_ref();
            let speaker = speaker.map_or("", |id| model.workspace.short_name(id));
            let kind = model.texts.entry_kind(entry.content.kind);
            let title = model.workspace.item_title(entry.day(), entry.item);
            let labels = entry.content.label_words();
            let secondary = format!("{kind} {speaker} {title} {labels}");
            Haystack::new(Target::Entry(entry.id), &entry_text(entry), &secondary)
        })
        .collect()
}

/// The text of an entry on one line.
pub fn entry_text(entry: &Entry) -> String {
    entry.content.text.replace('\n', " ")
}

fn activities(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .plan()
        .activities()
        .map(|activity| {
            let primary = format!("{} {}", activity.id, activity.title);
            let secondary = format!(
                "{} {} {} {}",
                activity.responsible_subject, activity.executors, activity.result, activity.term
            );
            Haystack::new(Target::Activity(activity.id), &primary, &secondary)
        })
        .collect()
}

fn push(model: &mut Model, purpose: Use, index: Index<Target>) -> Vec<Effect> {
    let hits = index.search("");
    model.overlays.push(Overlay::Search(Box::new(SearchState {
        purpose,
        editor: LineEditor::one_line(QUERY_LIMIT),
        index,
        hits,
        selected: 0,
        offset: 0,
    })));
    Vec::new()
}

fn state_mut(model: &mut Model) -> Option<&mut SearchState> {
    match model.overlays.last_mut() {
        Some(Overlay::Search(state)) => Some(state),
        _ => None,
    }
}

pub(super) fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.editor.key(&event);
        refresh(state);
    }
}

pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(state) = state_mut(model) {
        state.editor.paste(text);
        refresh(state);
    }
}

fn refresh(state: &mut SearchState) {
    state.hits = state.index.search(&state.editor.text());
    state.selected = 0;
    state.offset = 0;
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let state = state_mut(model)?;
    if let Some(selected) = moved(action, state.selected, state.hits.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    if action != Action::Accept {
        return (action != Action::Back).then(Vec::new);
    }
    let target = state.hits.get(state.selected).map(|hit| hit.id.clone());
    let purpose = state.purpose;
    let Some(target) = target else {
        return Some(Vec::new());
    };
    Some(match (purpose, target) {
        (Use::Run, Target::Command(action)) => {
            model.overlays.pop();
            update(model, Message::Run(action), outside)
        }
        (Use::AddToAgenda, Target::Activity(activity)) => {
            agenda::add_item(model, ItemKey::Activity(activity), true)
        }
        (Use::Speaker(item), Target::Subject(who)) => agenda::set_speaker(model, item, who),
        (_, target) => {
            model.overlays.pop();
            go_to(model, target, outside)
        }
    })
}

/// Shows a found thing: on the agenda when it is there, else where it belongs.
fn go_to(model: &mut Model, target: Target, outside: &mut Outside<'_>) -> Vec<Effect> {
    match target {
        Target::Activity(activity) => {
            meeting::go_to_item(model, ItemKey::Activity(activity), outside)
        }
        Target::Subject(id) => {
            let effects = global::run(model, Action::GoSubjects, outside);
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                *state = SubjectsState {
                    selected: Some(id),
                    order: state.order,
                    ..SubjectsState::default()
                };
            }
            effects
        }
        Target::Assignment(id) => match model.workspace.ledger().entry(id) {
            Some(entry) => {
                let (item, date) = (entry.item, entry.meeting());
                if let Some(date) = date {
                    meeting::show(model, date);
                    meeting::select(model, item);
                }
                Vec::new()
            }
            None => Vec::new(),
        },
        Target::Entry(id) => go_to_entry(model, id, outside),
        Target::Term(_) | Target::Abbreviation(_) | Target::Word(_) => {
            glossary::show(model, &target);
            Vec::new()
        }
        Target::Command(_) => Vec::new(),
    }
}

/// Shows an entry: in the card of its item at its meeting, else its item.
fn go_to_entry(model: &mut Model, id: Id, outside: &mut Outside<'_>) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id) else {
        return Vec::new();
    };
    let (item, date) = (entry.item, entry.meeting());
    let Some(date) = date else {
        return meeting::go_to_item(model, item, outside);
    };
    meeting::show(model, date);
    meeting::select(model, item);
    if let Some(Screen::Meeting(state)) = model.screen_mut() {
        state.focus = Focus::Card;
        state.entry = Some(id);
    }
    Vec::new()
}
