//! The text field at the foot of the screen, with its live reading.

mod deadline;

use super::surface::Drawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::super::date_input;
use super::super::model::prompt::{PromptState, Purpose};
use super::super::model::{Action, Model, context};
use super::super::theme::Role;
use super::super::widget::{cells, text};
use super::paint::{Pieces, boxed, row};
use crate::domain::edition::Cell;
use crate::domain::entry::EntryKind;
use crate::domain::entry_line::{DateWords, EntryLine};
use crate::domain::subject::{SubjectId, SubjectKind};
use crate::domain::vote::Vote;
use crate::locale::Argument;
use crate::tui::select::agenda::item_name;
use crate::tui::select::answers;
use crate::tui::select::entry;
use crate::tui::select::form;
use crate::tui::select::import;
use crate::tui::select::reading;
use deadline::{correction, deadline_reading, fates_said};

/// What the field asks for.
fn title(model: &Model, purpose: &Purpose) -> String {
    match purpose {
        Purpose::Field(field) => form::label(model, field),
        Purpose::Deputy(who) if is_body(model, who) => model
            .texts
            .with("prompt-deputy-body", &named(model, purpose)),
        _ => model
            .texts
            .with(purpose.nature().title, &named(model, purpose)),
    }
}

/// Whether somebody is an organisation: who comes for one represents it, nobody stands in for it.
fn is_body(model: &Model, who: &SubjectId) -> bool {
    let known = model.workspace.subject(who);
    known.is_some_and(|it| it.kind == SubjectKind::Organisation)
}

/// What the title names: whom, which day, which point.
fn named<'a>(model: &Model, purpose: &Purpose) -> Vec<(&'a str, Argument)> {
    let texts = &model.texts;
    match purpose {
        Purpose::Entry { item, kind, .. } => vec![
            ("kind", texts.entry_kind(*kind).into()),
            ("item", item_name(model, *item).into()),
        ],
        Purpose::Excuse(who) | Purpose::Deputy(who) | Purpose::Dative(who) => {
            vec![("who", model.workspace.short_name(who).to_owned().into())]
        }
        Purpose::PostponeReason(_, to) => vec![("to", texts.date_full(*to).into())],
        Purpose::SkipDate(date) | Purpose::SkipReason(date, None) => {
            vec![("date", texts.date_long(*date).into())]
        }
        Purpose::SkipReason(date, Some(to)) => vec![
            ("date", texts.date_long(*date).into()),
            ("to", texts.date_weekday_full(*to).into()),
        ],
        Purpose::Reading(id) => vec![("item", model.workspace.point(*id).into())],
        Purpose::Indicator(number) => vec![
            ("number", i64::from(*number).into()),
            ("date", texts.date_full(model.day()).into()),
        ],
        Purpose::Participants(_, body) => vec![("body", body.to_string().into())],
        Purpose::AmendCell { key, cell } => vec![
            ("what", model.workspace.point_or_dash(*key).into()),
            ("cell", texts.cell_name(cell).into()),
        ],
        Purpose::AmendNew(draft) => {
            let cell = draft.asked().map(|cell| texts.cell_name(&cell));
            vec![("cell", cell.unwrap_or_default().into())]
        }
        _ => Vec::new(),
    }
}

/// How the text is understood so far.
fn reading(model: &Model, state: &PromptState) -> String {
    let texts = &model.texts;
    let typed = state.editor.text();
    let is_empty = typed.trim().is_empty();
    match &state.purpose {
        Purpose::Entry {
            kind: EntryKind::Private,
            ..
        } => texts.get("prompt-private"),
        Purpose::Entry {
            kind: EntryKind::Vote,
            ..
        } => Vote::read(&typed)
            .map_or_else(|| texts.get("prompt-vote-help"), |vote| vote.to_string()),
        Purpose::Entry {
            kind: EntryKind::Opinion,
            ..
        } if typed.trim().is_empty() => texts.get("prompt-opinion-help"),
        Purpose::Entry { item, kind, .. } => {
            let line = entry::read_line(model, *item, &typed, state.date);
            entry_reading(model, *kind, line)
        }
        Purpose::Reading(activity) => {
            let mut said = correction(model, *activity, &typed);
            if let Ok(read) = reading::correction(model, *activity, &typed) {
                let windows = read.windows();
                let fates = model
                    .workspace
                    .fates_of_reading(*activity, windows.as_deref());
                // What becomes of what was said comes first: it must not be cut off.
                if let Some(fates) = fates_said(model, &fates) {
                    said = format!("{fates} · {said}");
                }
            }
            said
        }
        Purpose::PostponeTo(_) | Purpose::ControlDate(..) if !is_empty => {
            let item = match &state.purpose {
                Purpose::PostponeTo(targets) => date_input::only_item(targets),
                _ => None,
            };
            match date_input::read(model, &typed, item) {
                Ok(date) => date_input::described(model, date),
                Err(why) => why,
            }
        }
        Purpose::DoneOn(_) if !is_empty => match date_input::read_back(model, &typed) {
            Ok(date) => date_input::described(model, date),
            Err(why) => why,
        },
        Purpose::SkipDate(meeting) if !is_empty => {
            match date_input::read_move(model, &typed, *meeting) {
                Ok(date) => date_input::described(model, date),
                Err(why) => why,
            }
        }
        Purpose::Answers if !is_empty => match answers::read(model, &typed) {
            Ok(found) if found.is_empty() => helped(model, &state.purpose),
            Ok(found) => texts.with("answers-understood", &[("n", found.len().into())]),
            Err(why) => why,
        },
        Purpose::Imported(target) => import::typed(model, target, &typed),
        Purpose::Field(field) => form::help(model, field),
        Purpose::Deputy(who) if is_body(model, who) => texts.get("prompt-deputy-body-help"),
        Purpose::Line {
            document,
            is_heading,
        } => form::line_reading(model, *document, *is_heading, &typed),
        Purpose::EditionFrom(_) if !is_empty => match date_input::read_any(model, &typed) {
            Ok(date) => date_input::described(model, date),
            Err(why) => why,
        },
        Purpose::AmendCell {
            cell: Cell::Term,
            key,
        } => deadline_reading(model, *key, &typed),
        Purpose::AmendNew(draft) => match draft.asked() {
            Some(Cell::Term) => deadline_reading(model, draft.beside, &typed),
            Some(Cell::Title) | None => String::new(),
            Some(_) => texts.get("prompt-amend-new-help"),
        },
        purpose => helped(model, purpose),
    }
}

/// What is said of a purpose while nothing better is known of the text.
fn helped(model: &Model, purpose: &Purpose) -> String {
    let day = [("date", model.texts.date_full(model.day()).into())];
    let help = purpose.nature().help;
    help.map(|id| model.texts.with(id, &day))
        .unwrap_or_default()
}

/// How a line is understood as an entry: what Enter will write.
fn entry_reading(model: &Model, kind: EntryKind, line: EntryLine) -> String {
    let texts = &model.texts;
    let is_statement = line.is_statement(kind);
    let stays = line.stays.join(", ");
    let no_such_day = line.no_such_day.clone().filter(|_| !is_statement);
    let is_assigned = !is_statement || !line.executors.is_empty();
    let words = line.date.clone().filter(|_| is_assigned);
    let content = line.content(kind);
    let names = |ids: &[SubjectId]| {
        let names: Vec<&str> = ids
            .iter()
            .map(|id| model.workspace.short_name(id))
            .collect();
        names.join(", ")
    };
    let mut parts = Vec::new();
    if let Some(who) = &content.speaker {
        let who = model.workspace.short_name(who).to_owned();
        parts.push(texts.with("prompt-speaker", &[("who", who.into())]));
    }
    if !content.executors.is_empty() {
        let who = names(&content.executors);
        parts.push(texts.with("prompt-executors", &[("who", who.into())]));
    }
    if let Some(who) = &content.controller {
        let who = model.workspace.short_name(who).to_owned();
        parts.push(texts.with("prompt-controller", &[("who", who.into())]));
    }
    if let Some(due) = content.due {
        let due = date_input::described(model, due);
        parts.push(texts.with("prompt-due", &[("due", due.into())]));
    }
    if let Some(words) = words {
        parts.push(other_reading(model, &words));
    }
    if let Some(phrase) = no_such_day {
        parts.push(texts.with("prompt-no-such-day", &[("words", phrase.into())]));
    }
    if is_statement && !stays.is_empty() {
        parts.push(texts.with("prompt-stays", &[("words", stays.into())]));
    }
    if !content.labels.is_empty() {
        parts.push(content.label_words());
    }
    if parts.is_empty() {
        texts.get("prompt-entry-help")
    } else {
        parts.join(" · ")
    }
}

/// What words at the end may be as well, and the key that takes them for it.
fn other_reading(model: &Model, words: &DateWords) -> String {
    let keys = model
        .keymap
        .chords(context::PROMPT, Action::OtherReading.name());
    let key = keys.first().map(ToString::to_string).unwrap_or_default();
    let id = if words.is_taken {
        "prompt-date-as-text"
    } else {
        "prompt-text-as-date"
    };
    let date = model.texts.date_weekday_full(words.date);
    let said = [
        ("words", words.words.clone().into()),
        ("key", key.into()),
        ("date", date.into()),
    ];
    model.texts.with(id, &said)
}

impl Drawn for PromptState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let multi = self.purpose.nature().has_lines;
        let completions = u16::try_from(self.completions.len()).unwrap_or(0);
        let text_height = if multi {
            let width = usize::from(area.width.saturating_sub(4)).max(1);
            let lines = text::wrap(&self.editor.text(), width).len().clamp(1, 6);
            u16::try_from(lines + 1).unwrap_or(2)
        } else {
            1
        };
        let height = (text_height + completions + 3).min(area.height);
        let place = Rect {
            y: area.bottom().saturating_sub(height),
            height,
            ..area
        };
        Clear.render(place, buffer);
        cells::ground(place, theme.style(Role::Overlay), buffer);
        let inner = boxed(&title(model, &self.purpose), true, place, buffer, theme);
        let field = Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(2),
            height: text_height.min(inner.height),
            ..inner
        };
        let cursor = self.editor.render(field, buffer, theme);
        for (line, id) in self.completions.iter().enumerate() {
            if let Some(at) = row(inner, usize::from(text_height) + line) {
                let chosen = line == self.completion;
                let style = theme.style(if chosen {
                    Role::Selected
                } else {
                    Role::Executor
                });
                Pieces::new()
                    .and(if chosen { " ▌" } else { "  " }, theme.style(Role::Marker))
                    .and(model.workspace.short_name(id).to_owned(), style)
                    .draw(at, buffer);
            }
        }
        let last = usize::from(inner.height.saturating_sub(1));
        if let Some(at) = row(inner, last)
            && last >= usize::from(text_height)
        {
            let (text, role) = if let Some(error) = &self.error {
                (error.clone(), Role::Error)
            } else {
                let room = usize::from(at.width.saturating_sub(1));
                let said = reading(model, self);
                (text::whole_parts(&said, room).into_owned(), Role::Dim)
            };
            Pieces::new()
                .and(" ", theme.style(role))
                .and(text, theme.style(role))
                .draw(at, buffer);
        }
        cursor
    }
}
