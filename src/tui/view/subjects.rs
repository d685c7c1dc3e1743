//! The responsibilities screen: subjects with their counts, and what the chosen one owes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::subjects::{Order, SubjectsState};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::update::subjects::{ordered, selected_subject};
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::meeting::panes;
use super::paint::{Pieces, boxed, cursor_row, row, scroll_hint};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{Duties, Duty, Timing};

pub(super) fn fit(model: &mut Model, area: Rect) {
    let Some(Screen::Subjects(state)) = model.screen() else {
        return;
    };
    let (list, duties_area) = panes(model.pointer.split, area, state.in_duties);
    let duties = Duties::on(&model.workspace, model.day());
    let ids = ordered(model, &duties, state.order);
    let subject = selected_subject(model, &ids);
    let place = subject
        .as_ref()
        .and_then(|id| ids.iter().position(|known| known == id))
        .unwrap_or(0);
    let owed = subject.as_ref().map_or(0, |id| duties.of(id).len());
    // One line of the box is the heading of the columns.
    let view = Viewport {
        offset: state.offset,
        height: usize::from(list.height.saturating_sub(3)),
    };
    let duty_view = Viewport {
        offset: state.duty_offset,
        height: usize::from(duties_area.height.saturating_sub(2)) / 2,
    };
    let offset = view.fit(place, ids.len()).offset;
    let duty_offset = duty_view.fit(state.duty, owed).offset;
    if let Some(Screen::Subjects(state)) = model.screen_mut() {
        state.offset = offset;
        state.duty = state.duty.min(owed.saturating_sub(1));
        state.duty_offset = duty_offset;
    }
}

pub(super) fn draw(model: &Model, state: &SubjectsState, area: Rect, buffer: &mut Buffer) {
    let (list, duties_area) = panes(model.pointer.split, area, state.in_duties);
    let duties = Duties::on(&model.workspace, model.day());
    let ids = ordered(model, &duties, state.order);
    let subject = selected_subject(model, &ids);
    if list.height >= 4 {
        draw_subjects(model, state, &duties, &ids, subject.as_ref(), list, buffer);
    }
    if let Some(subject) = &subject
        && duties_area.height >= 3
    {
        draw_duties(model, state, &duties, subject, duties_area, buffer);
    }
}

fn draw_subjects(
    model: &Model,
    state: &SubjectsState,
    duties: &Duties,
    ids: &[SubjectId],
    selected: Option<&SubjectId>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let texts = &model.texts;
    let theme = &model.theme;
    let order = match state.order {
        Order::Urgency => texts.get("subjects-by-urgency"),
        Order::Load => texts.get("subjects-by-load"),
        Order::Name => texts.get("subjects-by-name"),
    };
    let inner = boxed(&order, !state.in_duties, area, buffer, theme);
    let width = usize::from(inner.width);
    let column = 11;
    let name_room = width.saturating_sub(2 + 3 * column);
    let dim = theme.style(Role::Dim);
    if let Some(place) = row(inner, 0) {
        Pieces::new()
            .and(text::pad("", name_room + 2), dim)
            .and(text::pad_left(&texts.get("subjects-overdue"), column), dim)
            .and(
                text::pad_left(&texts.get("subjects-this-week"), column),
                dim,
            )
            .and(text::pad_left(&texts.get("subjects-open"), column), dim)
            .draw(place, buffer);
    }
    let shown = usize::from(inner.height.saturating_sub(1));
    for (line, id) in ids.iter().skip(state.offset).take(shown).enumerate() {
        let Some(place) = row(inner, line + 1) else {
            break;
        };
        let is_cursor = Some(id) == selected;
        if is_cursor {
            cursor_row(place, !state.in_duties, buffer, theme);
        }
        let ground = if is_cursor {
            theme.style(if state.in_duties {
                Role::SelectedUnfocused
            } else {
                Role::Selected
            })
        } else {
            theme.style(Role::Text)
        };
        let counts = duties.counts(id);
        let name = model.workspace.short_name(id);
        let number = |n: usize| {
            if n == 0 {
                "·".to_owned()
            } else {
                n.to_string()
            }
        };
        let overdue = if counts.overdue > 0 {
            ground.patch(theme.style(Role::Overdue))
        } else {
            ground
        };
        let week = if counts.this_week > 0 {
            ground.patch(theme.style(Role::DueSoon))
        } else {
            ground
        };
        Pieces::new()
            .and(text::pad(&text::cut(name, name_room), name_room), ground)
            .and(text::pad_left(&number(counts.overdue), column), overdue)
            .and(text::pad_left(&number(counts.this_week), column), week)
            .and(text::pad_left(&number(counts.open), column), ground)
            .draw(
                Rect {
                    x: place.x.saturating_add(2),
                    width: place.width.saturating_sub(2),
                    ..place
                },
                buffer,
            );
    }
    scroll_hint(state.offset, shown, ids.len(), area, buffer, theme);
}

fn draw_duties(
    model: &Model,
    state: &SubjectsState,
    duties: &Duties,
    subject: &SubjectId,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &model.theme;
    let owed = duties.of(subject);
    let title = model.workspace.short_name(subject);
    let inner = boxed(title, state.in_duties, area, buffer, theme);
    let shown = usize::from(inner.height) / 2;
    for (line, (place, (role, duty))) in owed
        .iter()
        .enumerate()
        .skip(state.duty_offset)
        .take(shown)
        .enumerate()
    {
        let (Some(first), Some(second)) = (row(inner, line * 2), row(inner, line * 2 + 1)) else {
            break;
        };
        let is_cursor = place == state.duty && state.in_duties;
        if is_cursor {
            cursor_row(first, true, buffer, theme);
            cursor_row(second, true, buffer, theme);
        }
        let ground = if is_cursor {
            theme.style(Role::Selected)
        } else {
            theme.style(Role::Text)
        };
        let (number, title) = match duty {
            Duty::Activity { activity, .. } => (
                activity.to_string(),
                model
                    .workspace
                    .plan()
                    .activity(*activity)
                    .map(|it| it.title.to_string())
                    .unwrap_or_default(),
            ),
            Duty::Assignment(assignment) => (
                model.texts.with(
                    "subjects-assignment",
                    &[("number", assignment.number.to_string().into())],
                ),
                assignment.text.to_string(),
            ),
        };
        let indent = |area: Rect, by: u16| Rect {
            x: area.x.saturating_add(by),
            width: area.width.saturating_sub(by),
            ..area
        };
        Pieces::new()
            .and(
                format!("{number} "),
                ground.patch(theme.style(Role::Accent)),
            )
            .and(title, ground)
            .draw(indent(first, 1), buffer);
        let timing_role = match duty.timing() {
            Timing::Overdue(_) => Role::Overdue,
            Timing::Due(days) if days < 7 => Role::DueSoon,
            _ => Role::Dim,
        };
        let due = duty
            .due()
            .map(|due| format!("{}, ", model.texts.date_full(due)))
            .unwrap_or_default();
        Pieces::new()
            .and(
                format!("{due}{}", model.texts.timing(duty.timing())),
                ground.patch(theme.style(timing_role)),
            )
            .and(
                format!(" · {}", model.texts.role(*role)),
                if is_cursor {
                    ground
                } else {
                    theme.style(Role::Dim)
                },
            )
            .draw(indent(second, 3), buffer);
    }
    scroll_hint(state.duty_offset, shown, owed.len(), area, buffer, theme);
}
