//! The text field at the foot of the screen, with its live reading.

mod deadline;

use super::surface::Drawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::super::date_input;
use super::super::model::import::Target;
use super::super::model::prompt::{ControlKind, PromptState, Purpose};
use super::super::model::{Action, Model, context};
use super::super::theme::Role;
use super::super::widget::text;
use super::paint::{Pieces, boxed, row};
use crate::domain::document::Node;
use crate::domain::edition::Cell;
use crate::domain::entry::EntryKind;
use crate::domain::entry_line::{DateWords, EntryLine};
use crate::domain::subject::SubjectId;
use crate::domain::vote::Vote;
use crate::tui::select::agenda::item_name;
use crate::tui::select::answers;
use crate::tui::select::entry;
use crate::tui::select::form;
use crate::tui::select::import;
use crate::tui::select::reading;
use deadline::{correction, deadline_reading, fates_said};

/// What the field asks for.
#[expect(clippy::too_many_lines, reason = "one table, a line a purpose")]
fn title(model: &Model, purpose: &Purpose) -> String {
    let texts = &model.texts;
    match purpose {
        Purpose::Entry { item, kind, .. } => texts.with(
            "prompt-entry",
            &[
                ("kind", texts.entry_kind(*kind).into()),
                ("item", item_name(model, *item).into()),
            ],
        ),
        Purpose::Excuse(who) => texts.with(
            "prompt-excuse",
            &[("who", model.workspace.short_name(who).to_owned().into())],
        ),
        Purpose::Deputy(who) => texts.with(
            "prompt-deputy",
            &[("who", model.workspace.short_name(who).to_owned().into())],
        ),
        Purpose::Topic => texts.get("prompt-topic"),
        Purpose::Answers => texts.get("prompt-answers"),
        Purpose::FilterName => texts.get("prompt-filter-name"),
        Purpose::PostponeTo(_) => texts.get("prompt-postpone-to"),
        Purpose::PostponeReason(_, to) => texts.with(
            "prompt-postpone-reason",
            &[("to", texts.date_full(*to).into())],
        ),
        Purpose::DoneOn(_) => texts.get("prompt-done-on"),
        Purpose::CancelReason(_) => texts.get("prompt-cancel-reason"),
        Purpose::ControlDate(_, ControlKind::Extend) => texts.get("prompt-control-extend"),
        Purpose::ControlDate(_, ControlKind::Hear) => texts.get("prompt-control-hear"),
        Purpose::ControlDate(..) => texts.get("prompt-control-keep"),
        Purpose::ControlReason(..) => texts.get("prompt-control-reason"),
        Purpose::ReopenReason(_) => texts.get("prompt-reopen-reason"),
        Purpose::SkipDate(date) => texts.with(
            "prompt-skip-date",
            &[("date", texts.date_long(*date).into())],
        ),
        Purpose::Dative(who) => texts.with(
            "prompt-dative",
            &[("who", model.workspace.short_name(who).to_owned().into())],
        ),
        Purpose::SkipReason(date, Some(to)) => texts.with(
            "prompt-move-reason",
            &[
                ("date", texts.date_long(*date).into()),
                ("to", texts.date_weekday_full(*to).into()),
            ],
        ),
        Purpose::SkipReason(date, None) => texts.with(
            "prompt-skip-reason",
            &[("date", texts.date_long(*date).into())],
        ),
        Purpose::Reading(id) => texts.with(
            "prompt-reading",
            &[("item", model.workspace.point(*id).into())],
        ),
        Purpose::Minutes(_) => texts.get("prompt-minutes"),
        Purpose::Guest => texts.get("prompt-guest"),
        Purpose::Indicator(number) => texts.with(
            "prompt-indicator",
            &[
                ("number", i64::from(*number).into()),
                ("date", texts.date_full(model.day()).into()),
            ],
        ),
        Purpose::Participants(_, body) => {
            texts.with("prompt-participants", &[("body", body.to_string().into())])
        }
        Purpose::Invitation(_) => texts.get("prompt-invitation"),
        Purpose::Programme(_) => texts.get("prompt-programme"),
        Purpose::DocumentReason { is_off, .. } => texts.get(if *is_off {
            "prompt-document-off"
        } else {
            "prompt-document-on"
        }),
        Purpose::ExportPlace => texts.get("prompt-export-place"),
        Purpose::Elsewhere => texts.get("prompt-elsewhere"),
        Purpose::ImportFile | Purpose::FirstPlan => texts.get("prompt-import"),
        Purpose::Imported(Target::Term(_)) => texts.get("prompt-import-term"),
        Purpose::Imported(_) => texts.get("prompt-import-name"),
        Purpose::Field(field) => form::label(model, field),
        Purpose::Line {
            is_heading: true, ..
        } => texts.get("prompt-line-heading"),
        Purpose::Line { .. } => texts.get("prompt-line"),
        Purpose::NewMember => texts.get("form-new-member"),
        Purpose::MembersFile => texts.get("form-members-file"),
        Purpose::EditionBasis => texts.get("prompt-edition-basis"),
        Purpose::EditionFrom(_) => texts.get("prompt-edition-from"),
        Purpose::AmendCell { key, cell } => texts.with(
            "prompt-amend",
            &[
                ("what", model.workspace.point_or_dash(*key).into()),
                ("cell", texts.cell_name(cell).into()),
            ],
        ),
        Purpose::AmendNew(draft) => {
            let id = match draft.node {
                Node::Heading(_) => "prompt-amend-heading",
                Node::Activity(_) => "prompt-amend-activity",
            };
            let cell = draft.asked().map(|cell| texts.cell_name(&cell));
            texts.with(id, &[("cell", cell.unwrap_or_default().into())])
        }
    }
}

/// How the text is understood so far.
#[expect(clippy::too_many_lines, reason = "one table, a line a purpose")]
fn reading(model: &Model, state: &PromptState) -> String {
    let texts = &model.texts;
    let typed = state.editor.text();
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
        Purpose::PostponeTo(_) | Purpose::ControlDate(..) => {
            if typed.trim().is_empty() {
                return texts.get("prompt-date-help");
            }
            let item = match &state.purpose {
                Purpose::PostponeTo(targets) => date_input::only_item(targets),
                _ => None,
            };
            match date_input::read(model, &typed, item) {
                Ok(date) => date_input::described(model, date),
                Err(why) => why,
            }
        }
        Purpose::DoneOn(_) if !typed.trim().is_empty() => {
            match date_input::read_back(model, &typed) {
                Ok(date) => date_input::described(model, date),
                Err(why) => why,
            }
        }
        Purpose::DoneOn(_) => texts.get("prompt-done-on-help"),
        Purpose::SkipDate(meeting) if !typed.trim().is_empty() => {
            match date_input::read_move(model, &typed, *meeting) {
                Ok(date) => date_input::described(model, date),
                Err(why) => why,
            }
        }
        Purpose::Answers => match answers::read(model, &typed) {
            Ok(found) if found.is_empty() => texts.get("prompt-answers-help"),
            Ok(found) => texts.with("answers-understood", &[("n", found.len().into())]),
            Err(why) => why,
        },
        Purpose::Participants(..) => texts.get("prompt-participants-help"),
        Purpose::Invitation(_) => texts.get("prompt-invitation-help"),
        Purpose::Programme(_) => texts.get("prompt-programme-help"),
        Purpose::DocumentReason { .. } => texts.get("prompt-document-reason-help"),
        Purpose::ExportPlace => texts.get("prompt-export-place-help"),
        Purpose::Elsewhere => texts.get("prompt-elsewhere-help"),
        Purpose::ImportFile | Purpose::FirstPlan => texts.get("prompt-import-help"),
        Purpose::MembersFile => texts.get("prompt-members-help"),
        Purpose::NewMember | Purpose::Guest => texts.get("prompt-member-help"),
        Purpose::Imported(target) => import::typed(model, target, &typed),
        Purpose::Field(field) => form::help(model, field),
        Purpose::Line {
            document,
            is_heading,
        } => form::line_reading(model, *document, *is_heading, &typed),
        Purpose::EditionBasis => texts.get("prompt-edition-basis-help"),
        Purpose::EditionFrom(_) if typed.trim().is_empty() => {
            let day = texts.date_full(model.day());
            texts.with("prompt-edition-from-help", &[("date", day.into())])
        }
        Purpose::EditionFrom(_) => match date_input::read_any(model, &typed) {
            Ok(date) => date_input::described(model, date),
            Err(why) => why,
        },
        Purpose::AmendCell {
            cell: Cell::Term,
            key,
        } => deadline_reading(model, *key, &typed),
        Purpose::AmendCell { .. } => texts.get("prompt-amend-help"),
        Purpose::AmendNew(draft) => match draft.asked() {
            Some(Cell::Term) => deadline_reading(model, draft.beside, &typed),
            Some(Cell::Title) | None => String::new(),
            Some(_) => texts.get("prompt-amend-new-help"),
        },
        Purpose::Indicator(_) => texts.get("prompt-indicator-help"),
        _ => String::new(),
    }
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
        let multi = self.purpose.has_lines();
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
        buffer.set_style(place, theme.style(Role::Overlay));
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
