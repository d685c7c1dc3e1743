//! The start screen: the days of meetings with what is on record of each.

use std::sync::Arc;

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::start::StartState;
use super::super::model::{Action, Model, Screen, context};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, boxed, cursor_row, inset, lines_in, row, scroll_hint, wrapped};
use crate::domain::date::Date;
use crate::domain::document::Document;
use crate::domain::meeting::MeetingState;
use crate::domain::russian::{Case, decline, inside};
use crate::domain::safe_text::SafeText;
use crate::locale::Language;
use crate::tui::select::start::agenda;

/// Lines above the list.
fn greeting(model: &Model, width: usize) -> Vec<Pieces> {
    let texts = &model.texts;
    let workspace = &model.workspace;
    let documents = workspace.documents();
    let mut lines = Vec::new();
    if let Some((first, others)) = documents.split_first() {
        let style = model.theme.style(Role::Title);
        lines.extend(wrapped(first.title(), width, style));
        lines.extend(names_of(model, others, width));
    }
    let counts = counts(model);
    lines.extend(wrapped(&counts, width, model.theme.style(Role::Dim)));
    let before = workspace.number_before_record(model.today);
    if before > 0 {
        let keys = model
            .keymap
            .chords(context::START, Action::MarkBefore.name());
        let key = keys.first().map(ToString::to_string).unwrap_or_default();
        let text = texts.with(
            "start-before-record",
            &[("n", before.into()), ("key", key.into())],
        );
        lines.extend(wrapped(&text, width, model.theme.style(Role::Dim)));
    }
    if let Some(text) = outside(model) {
        lines.extend(wrapped(&text, width, model.theme.style(Role::Warning)));
    }
    // Said until the first act: by then everybody has seen where it goes.
    if workspace.ledger().records().is_empty() {
        let said = [("directory", model.directory.clone().into())];
        let text = texts.with("start-files", &said);
        lines.extend(wrapped(&text, width, model.theme.style(Role::Dim)));
    }
    lines
}

/// What is said on a day no document is for: what an example is, what goes on after the end.
fn outside(model: &Model) -> Option<String> {
    let (texts, workspace) = (&model.texts, &model.workspace);
    if workspace.is_within_plan(model.today) {
        return None;
    }
    let key = |action: Action| {
        let keys = model.keymap.chords(context::GLOBAL, action.name());
        keys.first().map(ToString::to_string).unwrap_or_default()
    };
    let chords = model
        .keymap
        .chords(context::PLAN, Action::ControlDocument.name());
    let closing = chords.first().map(ToString::to_string).unwrap_or_default();
    let said = [
        ("today", texts.date_full(model.today).into()),
        ("first", texts.date_full(workspace.period().first).into()),
        ("last", texts.date_full(workspace.period().last).into()),
        ("import", key(Action::ImportPlan).into()),
        ("plan", key(Action::GoPlan).into()),
        ("closing", closing.into()),
    ];
    let is_over = workspace.period().last < model.today;
    let id = if model.is_example {
        "start-example"
    } else if is_over {
        "start-over"
    } else {
        "start-outside-plan"
    };
    Some(texts.with(id, &said))
}

/// The documents after the first by their short names, on one line: the list of meetings is what
/// the screen is for.
fn names_of(model: &Model, others: &[Arc<Document>], width: usize) -> Option<Pieces> {
    let names: Vec<&str> = others
        .iter()
        .map(|document| document.short_name())
        .collect();
    if names.is_empty() {
        return None;
    }
    let said = [("names", names.join(", ").into())];
    let line = model.texts.with("start-other-documents", &said);
    let line = text::cut(&line, width).into_owned();
    Some(Pieces::new().and(line, model.theme.style(Role::Dim)))
}

/// How much is on control: of one document by the names it gives its levels and its points.
fn counts(model: &Model) -> String {
    let texts = &model.texts;
    let workspace = &model.workspace;
    let sizes = workspace.sizes();
    let activities = sizes.activities;
    let [only] = workspace.documents() else {
        let said = [
            ("documents", workspace.documents().len().into()),
            ("activities", activities.into()),
        ];
        let mut parts = vec![texts.with("start-documents", &said)];
        parts.extend(unnamed(model, sizes.headings.iter().sum()));
        return parts.join(" · ");
    };
    let named = |name: String, n: usize| {
        let said = [("level", name.into()), ("n", n.into())];
        texts.with("start-headings", &said)
    };
    let mut parts = Vec::new();
    let mut without_name = 0;
    for (depth, n) in sizes.headings.iter().enumerate() {
        match only.level(depth) {
            Some(name) => parts.push(named(counted(model, name), *n)),
            None => without_name += n,
        }
    }
    parts.extend(unnamed(model, without_name));
    if only.point.is_blank() {
        parts.push(texts.with("start-activities", &[("n", activities.into())]));
    } else {
        parts.push(named(counted(model, &only.point), activities));
    }
    SafeText::from(parts.join(" · ")).capitalised().to_string()
}

/// Headings their document has no name for.
fn unnamed(model: &Model, n: usize) -> Option<String> {
    let texts = &model.texts;
    (n > 0).then(|| texts.with("start-headings-unnamed", &[("n", n.into())]))
}

/// A document's own word before a count: in Russian «Направлений», where it can be declined.
fn counted(model: &Model, name: &str) -> String {
    let declined = match model.texts.language() {
        Language::Ru => decline(name, Case::GenitivePlural),
        Language::En => None,
    };
    declined.map_or_else(|| name.to_owned(), |it| inside(&it))
}

/// Where the list of meetings stands.
pub(super) fn list_in(model: &Model, area: Rect) -> Rect {
    let (_, list) = split(&greeting(model, room(area)), area);
    list
}

/// The letters a line of the greeting may have.
fn room(area: Rect) -> usize {
    usize::from(area.width.saturating_sub(4))
}

fn split(greeting: &[Pieces], area: Rect) -> (Rect, Rect) {
    let height = u16::try_from(greeting.len() + 1)
        .unwrap_or(area.height)
        .min(area.height / 2);
    let top = Rect {
        x: area.x.saturating_add(2),
        width: area.width.saturating_sub(4),
        height,
        ..area
    };
    let list = Rect {
        y: area.y.saturating_add(height),
        height: area.height.saturating_sub(height),
        ..area
    };
    (top, list)
}

fn fit(model: &mut Model, area: Rect) {
    let list = list_in(model, area);
    let height = usize::from(list.height.saturating_sub(2));
    if let Some(Screen::Start(state)) = model.screen_mut() {
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, state.days.len()).offset;
    }
}

impl Drawn for StartState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let greeting = greeting(model, room(area));
        let (top, list) = split(&greeting, area);
        for (place, line) in greeting.iter().enumerate() {
            if let Some(place) = row(top, place) {
                line.draw(place, buffer);
            }
        }
        let inner = boxed(
            &model.texts.get("start-which"),
            true,
            list,
            buffer,
            &model.theme,
        );
        let shown = usize::from(inner.height);
        for (at, place, day) in lines_in(&self.days, self.offset, inner) {
            let is_cursor = place == self.selected;
            if is_cursor {
                cursor_row(at, true, buffer, &model.theme);
            }
            day_line(model, *day, is_cursor).draw(inset(at, 2), buffer);
        }
        scroll_hint(
            self.offset,
            shown,
            self.days.len(),
            list,
            buffer,
            &model.theme,
        );
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

fn day_line(model: &Model, day: Date, is_cursor: bool) -> Pieces {
    let texts = &model.texts;
    let theme = &model.theme;
    let meeting = model.workspace.ledger().meeting(day);
    let (role, state) = match meeting.map(|meeting| &meeting.state) {
        Some(MeetingState::Open) => (Role::InProgress, texts.get("start-open")),
        Some(MeetingState::Finished) => (
            Role::Done,
            texts.with(
                "start-finished",
                &[(
                    "number",
                    i64::from(model.workspace.minutes_number(day)).into(),
                )],
            ),
        ),
        Some(MeetingState::NotHeld { reason, moved_to }) => {
            let role = match moved_to {
                Some(_) => Role::Postponed,
                None => Role::Cancelled,
            };
            (role, texts.not_held(reason, *moved_to))
        }
        None if !model.workspace.calendar().is_working_day(day) => {
            (Role::DayOff, texts.get("start-day-off"))
        }
        None if is_cursor => {
            let said = match agenda(model, day) {
                Some(proposal) => {
                    let n = proposal.chosen.len() + proposal.aside.len();
                    texts.with("start-proposed", &[("n", n.into())])
                }
                None => texts.get("start-counting"),
            };
            (Role::Dim, said)
        }
        None if day == model.today => (Role::Accent, texts.get("start-today")),
        None => (Role::Dim, String::new()),
    };
    let base = if is_cursor {
        theme.style(Role::Selected)
    } else {
        theme.style(Role::Text)
    };
    Pieces::new()
        .and(
            texts.weekday_short(chrono::Datelike::weekday(&*day)) + " ",
            base,
        )
        .and(text::pad(&texts.date_long(day), 22), base)
        .and(state, base.patch(theme.style(role)))
}
