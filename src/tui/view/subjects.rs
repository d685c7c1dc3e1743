//! The responsibilities screen: subjects with their counts, and what the chosen one owes.

mod nobody;

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::super::model::subjects::{Filter, Order, SubjectsState};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::meeting::panes;
use super::paint::{Pieces, boxed, clear_hint, cursor_row, inset, row, scroll_hint};
use crate::domain::document::HeadingKey;
use crate::domain::subject::SubjectId;
use crate::domain::subject::SubjectKind;
use crate::domain::workspace::{Counts, Duties, Duty, Groups, Timing};
use crate::tui::select::hands::under;
use crate::tui::select::subjects::listed;
use crate::tui::select::subjects::selected_subject;

/// The cells of a bar of what is open, with the space behind it.
const BAR: usize = 13;

/// The cells a name has before there is a bar.
const NAME: usize = 22;

/// The fewest cells of a bar.
const SHORTEST_BAR: usize = 5;

fn fit(model: &mut Model, area: Rect) {
    let Some(Screen::Subjects(state)) = model.screen() else {
        return;
    };
    let (list, duties_area) = panes(model.pointer.split, area, state.in_duties);
    let (duties, ids) = listed(model, state);
    let subject = selected_subject(model, &ids);
    let place = subject
        .as_ref()
        .and_then(|id| ids.iter().position(|known| known == id))
        .unwrap_or(0);
    let owed = subject.as_ref().map_or(0, |id| duties.count_of(id));
    // One line of the box is the heading of the columns.
    let view = Viewport {
        offset: state.offset,
        height: usize::from(list.height.saturating_sub(3)),
    };
    let above = subject.as_ref().map_or(0, |id| head_height(model, id));
    let room = usize::from(duties_area.height.saturating_sub(2)).saturating_sub(above);
    let duty_view = Viewport {
        offset: state.duty_offset,
        height: room / 2,
    };
    let offset = view.fit(place, ids.len()).offset;
    let duty_offset = duty_view.fit(state.duty, owed).offset;
    if let Some(Screen::Subjects(state)) = model.screen_mut() {
        state.offset = offset;
        state.duty = state.duty.min(owed.saturating_sub(1));
        state.duty_offset = duty_offset;
    }
}

impl Drawn for SubjectsState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (list, duties_area) = panes(model.pointer.split, area, self.in_duties);
        let (duties, ids) = listed(model, self);
        let subject = selected_subject(model, &ids);
        if list.height >= 4 {
            draw_subjects(model, self, &duties, &ids, subject.as_ref(), list, buffer);
        }
        if let Some(subject) = &subject
            && duties_area.height >= 3
        {
            draw_duties(model, self, &duties, subject, duties_area, buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
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
    let inner = boxed(&title(model, state), !state.in_duties, area, buffer, theme);
    if state.filter != Filter::All || state.controller.is_some() {
        clear_hint(model, area, buffer);
    }
    if ids.is_empty() {
        nobody::draw(model, state, inner, buffer);
        return;
    }
    let width = usize::from(inner.width);
    let headings =
        ["subjects-overdue", "subjects-this-week", "subjects-open"].map(|id| texts.get(id));
    let columns = headings.each_ref().map(|heading| text::width(heading) + 1);
    let [overdue_room, week_room, open_room] = columns;
    let rest = width.saturating_sub(3 + columns.iter().sum::<usize>());
    // The bar gives way to the names.
    let bar = match rest.saturating_sub(NAME) {
        room if room < SHORTEST_BAR => 0,
        room => room.min(BAR),
    };
    let name_room = rest.saturating_sub(bar);
    let most = ids.iter().map(|id| duties.counts(id).open).max();
    let most = most.unwrap_or(1);
    let dim = theme.style(Role::Dim);
    if let Some(place) = row(inner, 0) {
        let mut line = Pieces::new().and(text::pad("", name_room + 3 + bar), dim);
        for (heading, column) in headings.iter().zip(columns) {
            line = line.and(text::pad_left(heading, column), dim);
        }
        line.draw(place, buffer);
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
            .and(text::pad(name, name_room), ground)
            .and(" ", ground)
            .and_all(load(counts, most, bar).map(|(cells, role)| match role {
                Role::Text => (cells, ground),
                role => (cells, ground.patch(theme.style(role))),
            }))
            .and_all(figure(counts.overdue, overdue_room, ground, overdue))
            .and_all(figure(counts.this_week, week_room, ground, week))
            .and_all(figure(counts.open, open_room, ground, ground))
            .draw(inset(place, 2), buffer);
    }
    scroll_hint(state.offset, shown, ids.len(), area, buffer, theme);
}

/// What stands in front of the list: order, filter, how groups are counted.
fn title(model: &Model, state: &SubjectsState) -> String {
    let texts = &model.texts;
    let order = match state.order {
        Order::Urgency => "subjects-by-urgency",
        Order::Load => "subjects-by-load",
        Order::Name => "subjects-by-name",
    };
    let mut parts = vec![texts.get(order)];
    if state.groups == Groups::Folded {
        parts.push(texts.get("subjects-folded"));
    }
    // The filter outweighs the order where there is no room for both.
    if let Some(who) = &state.controller {
        parts.insert(0, under(model, who));
    }
    let filter = match state.filter {
        Filter::All => return parts.join(" · "),
        Filter::Overdue => "subjects-overdue",
        Filter::ThisWeek => "subjects-this-week",
        Filter::Assigned => "subjects-assigned",
    };
    parts.insert(0, texts.get(filter));
    parts.join(" · ")
}

/// A number at the right end of its column; what tells it apart begins with its first digit.
fn figure(count: usize, room: usize, ground: Style, style: Style) -> [(String, Style); 2] {
    let number = match count {
        0 => "·".to_owned(),
        count => count.to_string(),
    };
    let gap = room.saturating_sub(text::width(&number));
    [(" ".repeat(gap), ground), (number, style)]
}

/// The bar of what is open: overdue, due this week, the rest, each with a sign of its own.
fn load(counts: Counts, most: usize, width: usize) -> [(String, Role); 4] {
    let room = width.saturating_sub(1);
    let cells = |count: usize| (count * room).div_ceil(most.max(1)).min(room);
    let open = cells(counts.open);
    let overdue = cells(counts.overdue).min(open);
    let week = cells(counts.this_week).min(open - overdue);
    [
        ("█".repeat(overdue), Role::Overdue),
        ("▓".repeat(week), Role::DueSoon),
        ("░".repeat(open - overdue - week), Role::BarRest),
        (" ".repeat(width - open), Role::Text),
    ]
}

/// The fewest cells a heading takes with its number and what stands before the next one.
const HEADING: usize = 5;

/// How many lines stand above the duties of a subject.
pub(super) fn head_height(model: &Model, subject: &SubjectId) -> usize {
    let known = model.workspace.subject(subject);
    1 + usize::from(known.is_some_and(|it| it.kind == SubjectKind::Group))
}

/// The lines above the duties of a subject, as far as so many cells show them: how many in which
/// direction; who a group is.
fn head(model: &Model, duties: &Duties, subject: &SubjectId, room: usize) -> Vec<String> {
    let texts = &model.texts;
    let (directions, assignments) = duties.by_heading(subject);
    let mut parts = Vec::new();
    if !directions.is_empty() {
        parts.push(headings(model, directions, room / HEADING + 1));
    }
    if assignments > 0 {
        parts.push(texts.with("subjects-assignments", &[("n", assignments.into())]));
    }
    let mut lines = vec![parts.join(" · ")];
    if let Some(group) = model.workspace.subject(subject)
        && group.kind == SubjectKind::Group
    {
        let members: Vec<&str> = group
            .members
            .iter()
            .map(|id| model.workspace.short_name(id))
            .collect();
        let members = members.join(", ");
        lines.push(texts.with("subjects-members", &[("members", members.into())]));
    }
    lines
}

/// Headings with how much stands under each. Two documents may number them alike: where there are
/// several, it is said of which they are.
fn headings(model: &Model, counts: &[(HeadingKey, usize)], most: usize) -> String {
    let (texts, workspace) = (&model.texts, &model.workspace);
    // They stand in one line, which ends where the screen does.
    let shown = counts.get(..most).unwrap_or(counts);
    let of = |key: HeadingKey| workspace.document_of_heading(key).map(|it| it.key);
    let groups = shown.chunk_by(|one, next| of(one.0) == of(next.0));
    let groups: Vec<String> = groups
        .map(|group| {
            let list: Vec<String> = group
                .iter()
                .map(|(heading, n)| {
                    let direction = workspace.heading_number(*heading);
                    let said = [("direction", direction.into()), ("n", (*n).into())];
                    texts.with("subjects-direction", &said)
                })
                .collect();
            let list = list.join(", ");
            let first = group.first().map(|(heading, _)| *heading);
            match first.and_then(|heading| workspace.document_of_heading(heading)) {
                Some(document) if workspace.has_several_documents() => texts.with(
                    "subjects-directions-of",
                    &[
                        ("document", document.short_name().to_string().into()),
                        ("list", list.into()),
                    ],
                ),
                _ => texts.with("subjects-directions", &[("list", list.into())]),
            }
        })
        .collect();
    groups.join("; ")
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
    let title = model.workspace.short_name(subject);
    let inner = boxed(title, state.in_duties, area, buffer, theme);
    let above = head(model, duties, subject, usize::from(inner.width));
    for (line, content) in above.iter().enumerate() {
        if let Some(at) = row(inner, line) {
            Pieces::new()
                .and(content.clone(), theme.style(Role::Dim))
                .draw(inset(at, 1), buffer);
        }
    }
    let taken = u16::try_from(above.len()).unwrap_or(0).min(inner.height);
    let area = Rect {
        y: area.y.saturating_add(taken),
        height: area.height.saturating_sub(taken),
        ..area
    };
    let inner = Rect {
        y: inner.y.saturating_add(taken),
        height: inner.height.saturating_sub(taken),
        ..inner
    };
    let shown = usize::from(inner.height) / 2;
    let owed = duties.some_of(subject, state.duty_offset, shown);
    for (line, (place, (role, duty))) in (state.duty_offset..).zip(&owed).enumerate() {
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
                model.workspace.point(*activity),
                model.workspace.activity_title(*activity).to_string(),
            ),
            Duty::Assignment(assignment) => {
                let given = assignment.origin.day();
                let number = model.texts.assignment_number(&assignment.number, given);
                (
                    model
                        .texts
                        .with("subjects-assignment", &[("number", number.into())]),
                    assignment.text.to_string(),
                )
            }
        };
        Pieces::new()
            .and(
                format!("{number} "),
                ground.patch(theme.style(Role::Accent)),
            )
            .and(title, ground)
            .draw(inset(first, 1), buffer);
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
            .draw(inset(second, 3), buffer);
    }
    let count = duties.count_of(subject);
    scroll_hint(state.duty_offset, shown, count, area, buffer, theme);
}
