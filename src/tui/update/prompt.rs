//! The text field: what Enter does with the text, by its purpose.

use ratatui::crossterm::event::KeyEvent;

use super::super::model::prompt::{ControlKind, PromptState, Purpose};
use super::super::model::{Action, Model, Notice, Overlay};
use super::meeting::{act, item_name};
use super::{
    Act, Effect, Follow, Outside, attendance, control, entry, indicator, mark, reading, record,
};
use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::assignment::Control;
use crate::domain::date::Date;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::entry_line;
use crate::domain::meeting::Presence;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::{Subject, SubjectId, SubjectKind};
use crate::tui::date_input;
use crate::tui::widget::line_editor::LineEditor;

/// The longest entry, in characters.
const ENTRY_LIMIT: usize = 4000;

/// The longest reason, name or date, in characters.
pub(super) const LINE_LIMIT: usize = 500;

/// Opens a field.
pub(super) fn open(model: &mut Model, purpose: Purpose, text: &str) -> Vec<Effect> {
    let editor = match &purpose {
        Purpose::Entry { .. } => LineEditor::multi_line(ENTRY_LIMIT),
        _ => LineEditor::one_line(LINE_LIMIT),
    };
    model.overlays.push(Overlay::Prompt(Box::new(PromptState {
        purpose,
        editor: editor.with_text(text),
        error: None,
        completions: Vec::new(),
        completion: 0,
    })));
    Vec::new()
}

fn state_mut(model: &mut Model) -> Option<&mut PromptState> {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(state)) => Some(state),
        _ => None,
    }
}

pub(super) fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.editor.key(&event);
        state.error = None;
    }
    complete(model);
}

pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(state) = state_mut(model) {
        state.editor.paste(text);
        state.error = None;
    }
    complete(model);
}

/// Finds completions for the `@word` being typed at the end of the text.
fn complete(model: &mut Model) {
    let Some(Overlay::Prompt(state)) = model.overlays.last() else {
        return;
    };
    let found = match &state.purpose {
        Purpose::Entry { .. } => entry_line::open_mention(&state.editor.text())
            .map(|word| super::assign::find_subjects(model, &word))
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    if let Some(state) = state_mut(model) {
        state.completions = found.into_iter().map(|(id, _)| id).take(6).collect();
        state.completion = 0;
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every overlay answers whether the command was its own"
)]
pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
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
        Action::NextField | Action::Convert => {
            if !take_completion(model)
                && let Some(state) = state_mut(model)
                && let Purpose::Entry { kind, .. } = &mut state.purpose
            {
                *kind = entry::next_kind(*kind);
            }
            Some(Vec::new())
        }
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
            model.overlays.pop();
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
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

fn refuse(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.get(id);
    if let Some(state) = state_mut(model) {
        state.error = Some(text);
    }
    Vec::new()
}

pub(super) fn refuse_with(model: &mut Model, text: String) -> Vec<Effect> {
    if let Some(state) = state_mut(model) {
        state.error = Some(text);
    }
    Vec::new()
}

fn accept(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    let Some(Overlay::Prompt(state)) = model.overlays.last() else {
        return Vec::new();
    };
    let purpose = state.purpose.clone();
    let raw = state.editor.text();
    let text = SafeText::line(&raw);
    if text.is_empty()
        && !matches!(
            purpose,
            Purpose::Indicator(_)
                | Purpose::Minutes(_)
                | Purpose::SkipDate(_)
                | Purpose::Dative(_)
                | Purpose::Reading(_)
                | Purpose::ExportPlace
        )
    {
        return refuse(model, "error-empty");
    }
    match purpose {
        Purpose::Entry { item, entry, kind } => {
            let id = entry.unwrap_or_else(|| (outside.new_id)());
            accept_entry(model, item, id, kind, &SafeText::new(raw.trim()))
        }
        Purpose::Excuse(who) => {
            attendance::set(model, &who, Presence::Excused { reason: text }, true)
        }
        Purpose::Deputy(who) => attendance::set(model, &who, Presence::Deputy { name: text }, true),
        Purpose::Topic => {
            let item = ItemKey::Topic((outside.new_id)());
            add_topic(model, item, text)
        }
        Purpose::PostponeTo(targets) => match date_input::read_ahead(model, &text) {
            Ok(date) => next(model, Purpose::PostponeReason(targets, date)),
            Err(why) => refuse_with(model, why),
        },
        Purpose::PostponeReason(targets, to) => {
            mark::set_with_reason(model, &targets, Some(to), text)
        }
        Purpose::CancelReason(targets) => mark::set_with_reason(model, &targets, None, text),
        Purpose::ControlDate(id, kind) => match date_input::read_ahead(model, &text) {
            Ok(date) => accept_control_date(model, id, kind, date),
            Err(why) => refuse_with(model, why),
        },
        Purpose::ControlReason(id, kind, date) => match kind.with(date, text) {
            Some(decision) => control::set(model, id, decision),
            None => Vec::new(),
        },
        Purpose::ReopenReason(date) => reopen(model, date, text),
        Purpose::SkipDate(date) if text.is_empty() => next(model, Purpose::SkipReason(date, None)),
        Purpose::SkipDate(date) => match date_input::read_from(model, &text, date) {
            Ok(to) => next(model, Purpose::SkipReason(date, Some(to))),
            Err(why) => refuse_with(model, why),
        },
        Purpose::Dative(who) => set_dative(model, &who, &text),
        Purpose::SkipReason(date, moved_to) => skip(model, date, moved_to, text),
        Purpose::Reading(activity) => match reading::windows_of(model, activity, &text) {
            Ok(windows) => reading::correct(model, activity, windows),
            Err(why) => refuse_with(model, why),
        },
        Purpose::Minutes(item) => set_minutes(model, item, &text),
        Purpose::Guest => add_guest(model, &text),
        Purpose::Indicator(number) => match indicator::set(model, number, &text) {
            Ok(effects) => effects,
            Err(why) => refuse_with(model, why),
        },
        Purpose::ExportPlace => super::documents::set_place(model, raw.trim()),
        Purpose::Elsewhere => vec![Effect::RecordElsewhere(raw.trim().into())],
    }
}

/// Goes on to the next question in the same field.
fn next(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    if let Some(state) = state_mut(model) {
        state.purpose = purpose;
        state.editor = LineEditor::one_line(LINE_LIMIT);
        state.error = None;
    }
    Vec::new()
}

fn accept_entry(
    model: &mut Model,
    item: ItemKey,
    id: crate::domain::id::Id,
    kind: EntryKind,
    raw: &SafeText,
) -> Vec<Effect> {
    let content = match entry_content(model, item, kind, raw) {
        Ok(content) => content,
        Err(why) => return refuse_with(model, why),
    };
    let old = model
        .workspace
        .ledger()
        .entry(id)
        .map(|entry| entry.content.clone());
    let content = match old {
        Some(old) => EntryContent {
            executors: if content.executors.is_empty() {
                old.executors
            } else {
                content.executors
            },
            due: content.due.or(old.due),
            controller: content.controller.or(old.controller),
            speaker: content.speaker.or(old.speaker),
            labels: if content.labels.is_empty() {
                old.labels
            } else {
                content.labels
            },
            ..content
        },
        None => content,
    };
    let notice = model.texts.with(
        "notice-entry-written",
        &[
            ("kind", model.texts.entry_kind(content.kind).into()),
            ("item", item_name(model, item).into()),
        ],
    );
    let operations = vec![Operation::WriteEntry {
        entry: id,
        item,
        content,
    }];
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    if model.open_meeting().is_none() && model.meeting_date().is_none() {
        let today = model.today;
        return record(
            model,
            Act {
                meeting: None,
                day: today,
                operations,
                notice: Some(Notice::done(notice)),
                follow,
            },
        );
    }
    act(model, operations, Notice::done(notice), follow)
}

/// Reads the one-line entry: text, `@executor`, «к 15.06», `#label`.
fn entry_content(
    model: &Model,
    item: ItemKey,
    kind: EntryKind,
    raw: &SafeText,
) -> Result<EntryContent, String> {
    if kind == EntryKind::Private {
        return Ok(EntryContent::plain(kind, raw.clone()));
    }
    let line = entry_line::parse(raw, model.workspace.subjects(), |words| {
        date_input::read_words(model, words, item)
    });
    if let Some(unknown) = line.unknown.first() {
        return Err(model.texts.with(
            "error-unknown-executor",
            &[("name", unknown.clone().into())],
        ));
    }
    if let Some(phrase) = line.no_such_day {
        return Err(model
            .texts
            .with("error-no-such-day", &[("text", phrase.into())]));
    }
    if line.text.is_empty() {
        return Err(model.texts.get("error-empty"));
    }
    if line.due.is_some_and(|due| due < model.day()) {
        return Err(model.texts.get("error-due-in-the-past"));
    }
    // In what was heard and said a name is the speaker's; in a decision it is the executor's.
    let says = matches!(kind, EntryKind::Heard | EntryKind::Spoke) && line.due.is_none();
    if says {
        return Ok(EntryContent {
            speaker: line.executors.into_iter().next(),
            labels: line.labels,
            ..EntryContent::plain(kind, line.text)
        });
    }
    let kind = if line.executors.is_empty() {
        kind
    } else {
        EntryKind::Assignment
    };
    Ok(EntryContent {
        kind,
        text: line.text,
        executors: line.executors,
        controller: line.controller,
        due: line.due,
        speaker: None,
        labels: line.labels,
    })
}

fn add_topic(model: &mut Model, item: ItemKey, title: SafeText) -> Vec<Effect> {
    let mut line = AgendaLine::new(item, Section::Added, Reason::ByHand);
    let notice = model
        .texts
        .with("notice-item-added", &[("item", title.to_string().into())]);
    line.title = Some(title);
    act(
        model,
        vec![Operation::AddItem { line }],
        Notice::done(notice),
        Follow {
            close: true,
            select: Some(item),
            ..Follow::default()
        },
    )
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

fn reopen(model: &mut Model, date: Date, reason: SafeText) -> Vec<Effect> {
    let finished = model
        .workspace
        .ledger()
        .meeting(date)
        .is_some_and(|meeting| meeting.version > 0 && !meeting.is_open());
    if !finished {
        return refuse(model, "error-not-finished");
    }
    let notice = model.texts.get("notice-meeting-reopened");
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::ReopenMeeting { reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                show_meeting: Some(date),
                ..Follow::default()
            },
        },
    )
}

fn skip(model: &mut Model, date: Date, moved_to: Option<Date>, reason: SafeText) -> Vec<Effect> {
    if model.workspace.ledger().meeting(date).is_some() {
        return refuse(model, "error-meeting-exists");
    }
    let notice = model.texts.with(
        "notice-meeting-skipped",
        &[("date", model.texts.date_long(date).into())],
    );
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::SkipMeeting { moved_to, reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    )
}

fn set_minutes(model: &mut Model, item: ItemKey, text: &SafeText) -> Vec<Effect> {
    let minutes = match text.trim() {
        "" => None,
        digits => match digits.parse::<u16>() {
            Ok(minutes) if (1..=600).contains(&minutes) => Some(minutes),
            _ => return refuse(model, "error-minutes"),
        },
    };
    let speaker = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item))
        .and_then(|line| line.speaker.clone());
    let notice = model.texts.with(
        "notice-item-set",
        &[("item", item_name(model, item).into())],
    );
    act(
        model,
        vec![Operation::SetItem {
            item,
            speaker,
            minutes,
        }],
        Notice::done(notice),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

/// The dative form papers use where the wording needs it; empty takes it away.
fn set_dative(model: &mut Model, who: &SubjectId, text: &SafeText) -> Vec<Effect> {
    let Some(subject) = model.workspace.subject(who).cloned() else {
        return Vec::new();
    };
    let notice = model.texts.with(
        "notice-dative",
        &[("who", subject.short.to_string().into())],
    );
    let subject = Subject {
        dative: (!text.is_empty()).then(|| text.clone()),
        ..subject
    };
    let meeting = model.open_meeting();
    let day = meeting.unwrap_or(model.today);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::WriteSubject { subject }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    )
}

/// A guest: somebody known by name, or a new person.
fn add_guest(model: &mut Model, name: &SafeText) -> Vec<Effect> {
    let known = model
        .workspace
        .subjects()
        .find(name)
        .map(|subject| subject.id.clone());
    let mut operations = Vec::new();
    let id = known.unwrap_or_else(|| {
        let subject = new_subject(model, SubjectKind::Person, name);
        let id = subject.id.clone();
        operations.push(Operation::WriteSubject { subject });
        id
    });
    operations.push(Operation::SetAttendance {
        subject: id,
        presence: Some(Presence::Present),
    });
    let notice = model
        .texts
        .with("notice-guest", &[("who", name.to_string().into())]);
    act(
        model,
        operations,
        Notice::done(notice),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

/// A subject by a name typed at the table. Its id is the folded name, so that two machines that
/// add the same person add one subject.
pub(super) fn new_subject(model: &Model, kind: SubjectKind, name: &SafeText) -> Subject {
    let base: String = crate::domain::fold::fold(name)
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect::<String>()
        .split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let mut id = SubjectId(base.clone());
    let mut count = 2;
    while model.workspace.subject(&id).is_some() {
        id = SubjectId(format!("{base}-{count}"));
        count += 1;
    }
    Subject {
        id,
        kind,
        short: name.clone(),
        full: name.clone(),
        aliases: Vec::new(),
        members: Vec::new(),
        organisation: None,
        dative: None,
    }
}
