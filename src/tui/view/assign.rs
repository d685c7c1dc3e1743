//! The form of an assignment.

use super::surface::Drawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::super::date_input;
use super::super::model::Model;
use super::super::model::assign::{AssignState, Candidate, Field};
use super::super::theme::Role;
use super::super::widget::line_editor::LineEditor;
use super::super::widget::{cells, text};
use super::paint::{Pieces, boxed, row};
use crate::domain::subject::SubjectKind;
use crate::domain::workspace::{Duties, Groups};
use crate::tui::select::agenda::item_name;
use crate::tui::select::assign;

/// Cells of a label with the sign before it.
const LABEL: u16 = 14;

impl Drawn for AssignState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let texts = &model.texts;
        let names = if self.field == Field::Executors {
            u16::try_from(self.candidates.len()).unwrap_or(0)
        } else {
            0
        };
        let height = (names + 6).min(area.height);
        let place = Rect {
            y: area.bottom().saturating_sub(height),
            height,
            ..area
        };
        Clear.render(place, buffer);
        cells::ground(place, theme.style(Role::Overlay), buffer);
        let title = texts.with(
            "assign-title",
            &[("item", item_name(model, self.item).into())],
        );
        let inner = boxed(&title, true, place, buffer, theme);
        let mut cursor = None;
        let mut line = 0;
        if let Some(at) = row(inner, line) {
            cursor = cursor.or(draw_executors(model, self, at, buffer));
        }
        line += 1;
        if self.field == Field::Executors {
            let duties = model.workspace.duties(model.day(), Groups::default());
            for (place, candidate) in self.candidates.iter().enumerate() {
                if let Some(at) = row(inner, line) {
                    candidate_line(model, &duties, candidate, place == self.candidate)
                        .draw(shifted(at, LABEL), buffer);
                }
                line += 1;
            }
        }
        if let Some(at) = row(inner, line) {
            cursor = cursor.or(draw_due(model, self, at, buffer));
        }
        line += 1;
        if let Some(at) = row(inner, line) {
            let used = field_label(
                model,
                &texts.get("assign-text"),
                self.field == Field::Text,
                at,
                buffer,
            );
            cursor = cursor.or(draw_field(
                model,
                &self.text,
                self.field == Field::Text,
                shifted(at, used),
                buffer,
            ));
        }
        line += 1;
        if let Some(at) = row(inner, line) {
            let (text, role) = if let Some(error) = &self.error {
                (error.clone(), Role::Error)
            } else {
                let room = usize::from(at.width.saturating_sub(1));
                let said = texts.get("assign-help");
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

/// A field: the editor where the cursor is, plain text elsewhere.
fn draw_field(
    model: &Model,
    editor: &LineEditor,
    active: bool,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    if active {
        return editor.render(area, buffer, &model.theme);
    }
    Pieces::new()
        .and(editor.text(), model.theme.style(Role::Text))
        .draw(area, buffer);
    None
}

/// Who: those chosen, then what is typed to find another.
fn draw_executors(
    model: &Model,
    state: &AssignState,
    at: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    let theme = &model.theme;
    let active = state.field == Field::Executors;
    let used = field_label(
        model,
        &model.texts.get("assign-executors"),
        active,
        at,
        buffer,
    );
    // Room for what is typed, where something is.
    let typing = if active { 12 } else { 0 };
    let room = at.width.saturating_sub(LABEL + typing);
    let chosen = chosen_names(model, state, usize::from(room));
    let chosen_width = u16::try_from(text::width(&chosen))
        .unwrap_or(room)
        .min(room);
    Pieces::new()
        .and(chosen, theme.style(Role::Executor))
        .draw(shifted(at, used), buffer);
    if !active {
        return None;
    }
    state
        .query
        .render(shifted(at, used + chosen_width), buffer, theme)
}

/// Until when: what is typed and how it is read.
fn draw_due(model: &Model, state: &AssignState, at: Rect, buffer: &mut Buffer) -> Option<Position> {
    let active = state.field == Field::Due;
    let used = field_label(model, &model.texts.get("assign-due"), active, at, buffer);
    let width = 20.min(at.width.saturating_sub(used));
    let field = Rect {
        width,
        ..shifted(at, used)
    };
    let cursor = draw_field(model, &state.due, active, field, buffer);
    let (reading, role) = match assign::due_of(model, state.item, &state.due.text()) {
        Ok(due) => (date_input::described(model, due), Role::Dim),
        Err(why) => (why, Role::Warning),
    };
    Pieces::new()
        .and(reading, model.theme.style(role))
        .draw(shifted(at, used + width + 1), buffer);
    cursor
}

fn shifted(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect {
        x: area.x.saturating_add(by),
        width: area.width.saturating_sub(by),
        ..area
    }
}

/// The label of a field, brighter where the cursor is; returns the cells it takes.
fn field_label(model: &Model, label: &str, active: bool, area: Rect, buffer: &mut Buffer) -> u16 {
    let role = if active { Role::Accent } else { Role::Dim };
    let sign = if active { "▌" } else { " " };
    Pieces::new()
        .and(sign, model.theme.style(Role::Marker))
        .and(text::pad(label, 12), model.theme.style(role))
        .draw(area, buffer);
    LABEL
}

/// The names chosen, as many as fit, and how many more they are.
fn chosen_names(model: &Model, state: &AssignState, room: usize) -> String {
    let names: Vec<String> = state
        .executors
        .iter()
        .map(|id| assign::name_of(model, id))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    let of = |count: usize| {
        let shown = names
            .iter()
            .take(count)
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        match names.len() - count {
            0 => format!("{shown}; "),
            more => {
                let said = [("names", shown.into()), ("n", more.into())];
                format!("{}; ", model.texts.with("assign-and-more", &said))
            }
        }
    };
    let fitting = (1..=names.len())
        .rev()
        .map(of)
        .find(|it| text::width(it) <= room);
    fitting.unwrap_or_else(|| text::cut(&of(1), room).into_owned())
}

/// A name with its load: «ЦНППМ АСОУ · 14 открытых, 5 к этому четвергу».
fn candidate_line(model: &Model, duties: &Duties, candidate: &Candidate, chosen: bool) -> Pieces {
    let theme = &model.theme;
    let texts = &model.texts;
    let ground = theme.style(if chosen {
        Role::Selected
    } else {
        Role::Overlay
    });
    let sign = if chosen { "▌" } else { " " };
    let mut pieces = Pieces::new().and(sign, theme.style(Role::Marker));
    match candidate {
        Candidate::Known(id, highlights) => {
            let name = model.workspace.short_name(id);
            for (place, letter) in name.chars().enumerate() {
                let style = if highlights.contains(&place) {
                    ground.patch(theme.style(Role::Match))
                } else {
                    ground.patch(theme.style(Role::Executor))
                };
                pieces = pieces.and(letter.to_string(), style);
            }
            let counts = duties.counts(id);
            if counts.open > 0 {
                pieces = pieces.and(
                    format!(
                        " · {}",
                        texts.with(
                            "assign-load",
                            &[
                                ("open", counts.open.into()),
                                ("week", (counts.this_week + counts.overdue).into()),
                            ],
                        )
                    ),
                    ground.patch(theme.style(Role::Dim)),
                );
            }
        }
        Candidate::New(kind, name) => {
            let text = match kind {
                SubjectKind::Person => {
                    texts.with("assign-new-person", &[("name", name.clone().into())])
                }
                _ => texts.with("assign-new-organisation", &[("name", name.clone().into())]),
            };
            pieces = pieces.and(text, ground);
        }
    }
    pieces
}
