//! The plan screen: the tree and the card of the activity beside it.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::plan::{Node, Order, PlanState, StatusFilter};
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::card;
use super::meeting::panes;
use super::paint::{Pieces, boxed, clear_hint, cursor_row, inset, row, scroll_hint};
use super::sign;
use crate::domain::document::{Activity, Document};
use crate::domain::workspace::Timing;
use crate::tui::select::hands::under;
use crate::tui::select::plan::selected_activity;
use crate::tui::select::plan::selected_index;
use crate::tui::select::plan::visible_rows;
use crate::tui::select::plan::{Content, TreeRow};

fn fit(model: &mut Model, area: Rect) {
    let Some(Screen::Plan(state)) = model.screen() else {
        return;
    };
    let (list, card_area) = panes(model.pointer.split, area, state.card);
    let rows = visible_rows(model, state);
    let view = Viewport {
        offset: state.offset,
        height: usize::from(list.height.saturating_sub(2)),
    };
    let offset = view.fit(selected_index(model, &rows), rows.len()).offset;
    // Its length is asked for only where it is scrolled.
    let scrolled = selected_activity(model).filter(|_| state.card_offset > 0);
    let lines = scrolled.map_or(0, |id| {
        card::activity_card(model, id, usize::from(card_area.width.saturating_sub(2))).len()
    });
    let furthest = lines.saturating_sub(usize::from(card_area.height.saturating_sub(2)));
    if let Some(Screen::Plan(state)) = model.screen_mut() {
        state.offset = offset;
        state.card_offset = state.card_offset.min(furthest);
    }
}

impl Drawn for PlanState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (list, card_area) = panes(model.pointer.split, area, self.card);
        if list.height >= 3 {
            draw_tree(model, self, list, buffer);
        }
        if card_area.height >= 3 {
            draw_card(model, self, card_area, buffer);
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

/// The heading names the filters, so that a short list is never a riddle.
fn title(model: &Model, state: &PlanState) -> String {
    let texts = &model.texts;
    let mut parts = vec![texts.get("plan-title")];
    match state.branch {
        Some(Node::Document(key)) => {
            let document = model.workspace.document(key);
            parts.extend(document.map(|document| document.short_name().to_owned()));
        }
        Some(Node::Heading(key)) => {
            let number = model.workspace.heading_number(key);
            parts.push(texts.with("plan-filter-direction", &[("n", number.into())]));
        }
        Some(Node::Activity(_)) | None => {}
    }
    if let Some(status) = state.status {
        parts.push(match status {
            StatusFilter::Overdue => texts.get("plan-filter-overdue"),
            StatusFilter::Soon => texts.get("plan-filter-soon"),
            StatusFilter::Untouched => texts.get("plan-filter-untouched"),
            StatusFilter::InWork => texts.get("plan-filter-in-work"),
            StatusFilter::Closed => texts.get("plan-filter-closed"),
        });
    }
    parts.extend(
        state
            .executor
            .as_ref()
            .map(|who| model.workspace.short_name(who).to_owned()),
    );
    parts.extend(state.controller.as_ref().map(|who| under(model, who)));
    match state.order {
        Order::Plan => {}
        Order::Due => parts.push(texts.get("plan-by-due")),
        Order::Executor => parts.push(texts.get("plan-by-executor")),
    }
    parts.join(" · ")
}

fn draw_tree(model: &Model, state: &PlanState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let inner = boxed(&title(model, state), !state.card, area, buffer, theme);
    if state.branch.is_some()
        || state.status.is_some()
        || state.executor.is_some()
        || state.controller.is_some()
    {
        clear_hint(model, area, buffer);
    }
    let rows = visible_rows(model, state);
    let selected = selected_index(model, &rows);
    if rows.is_empty() {
        if let Some(place) = row(inner, 0) {
            Pieces::new()
                .and(
                    format!(" {}", model.texts.get("plan-nothing-fits")),
                    theme.style(Role::Dim),
                )
                .draw(place, buffer);
        }
        return;
    }
    let shown = usize::from(inner.height);
    for (at, place, content) in rows.within(state.offset, inner) {
        let is_cursor = place == selected;
        if is_cursor {
            cursor_row(at, !state.card, buffer, theme);
        }
        let ground = if is_cursor {
            theme.style(if state.card {
                Role::SelectedUnfocused
            } else {
                Role::Selected
            })
        } else {
            theme.style(Role::Text)
        };
        let inside = inset(at, 1);
        let closed = state.collapsed.contains(&content.node);
        let arrow = if closed { "▸ " } else { "▾ " };
        let indent = "  ".repeat(content.depth);
        match content.content {
            Content::Activity(activity) => {
                activity_line(model, &content, activity, ground, is_cursor, inside)
                    .draw(inside, buffer);
            }
            Content::Document(_) | Content::Heading(_) => {
                let role = if content.depth == 0 {
                    Role::Section
                } else {
                    Role::Accent
                };
                let control = match content.content {
                    Content::Document(document) => control_of(model, document),
                    _ => String::new(),
                };
                Pieces::new()
                    .and(format!("{indent}{arrow}"), ground)
                    .and(control, ground.patch(theme.style(Role::Accent)))
                    .and(content.name(), ground.patch(theme.style(role)))
                    .draw(inside, buffer);
            }
        }
    }
    scroll_hint(state.offset, shown, rows.len(), area, buffer, theme);
}

/// «[снят с контроля …] », «[исполнен: снять с контроля?] »; nothing while points are open.
fn control_of(model: &Model, document: &Document) -> String {
    let texts = &model.texts;
    let day = model.day();
    let said = if let Some(word) = model.workspace.off_control(document, day) {
        let date = texts.date_full(word.day);
        texts.with("document-off", &[("date", date.into())])
    } else if model.workspace.is_carried_out(document, day) {
        texts.get("document-proposed")
    } else {
        return String::new();
    };
    format!("[{said}] ")
}

/// The least room for a number.
const NUMBER: usize = 7;

/// Sign, number, title, next due date, first executor.
fn activity_line(
    model: &Model,
    tree: &TreeRow<'_>,
    activity: &Activity,
    ground: ratatui::style::Style,
    is_cursor: bool,
    area: Rect,
) -> Pieces {
    let theme = &model.theme;
    let standing = model.workspace.standing(activity.key, model.day());
    let status = standing.as_ref().and_then(|it| it.status.clone());
    let (mark, role) = sign(status.as_ref(), false);
    let (due, due_role) = match standing.as_ref().map(|it| (it.due, it.timing)) {
        Some((Some(due), Timing::Overdue(_))) => (model.texts.date_full(due), Role::Overdue),
        Some((Some(due), Timing::Due(days))) if days < 7 => {
            (model.texts.date_full(due), Role::DueSoon)
        }
        Some((Some(due), _)) => (model.texts.date_full(due), Role::Dim),
        _ => ("—".to_owned(), Role::Dim),
    };
    let who = model
        .workspace
        .activity(activity.key)
        .map(|(_, view)| {
            let named = view.carried_out_by();
            let first = named.first();
            let name = first
                .and_then(|mention| mention.subject.as_ref())
                .map_or_else(
                    || first.map(|it| it.text.to_string()).unwrap_or_default(),
                    |id| model.workspace.short_name(id).to_owned(),
                );
            match named.len() {
                0 | 1 => name,
                more => format!("{name} +{}", more - 1),
            }
        })
        .unwrap_or_default();
    let width = usize::from(area.width);
    let who_room = (width / 4).min(22);
    // A list without headings leaves its numbers no more room than they need.
    let indent = "  ".repeat(tree.depth.min(6));
    let number = NUMBER.max(text::width(&activity.number) + 1).min(width / 4);
    let fixed = indent.len() + 2 + number + 11 + 1;
    let title_room = width.saturating_sub(fixed + who_room);
    let dim = if is_cursor {
        ground
    } else {
        theme.style(Role::Dim)
    };
    Pieces::new()
        .and(indent, ground)
        .and(format!("{mark} "), ground.patch(theme.style(role)))
        .and(text::pad(&activity.number, number), dim)
        .and(
            text::pad(&text::cut(&activity.title, title_room), title_room),
            ground,
        )
        .and(" ", ground)
        .and(text::pad(&due, 11), ground.patch(theme.style(due_role)))
        .and(text::cut(&who, who_room).to_string(), dim)
}

fn draw_card(model: &Model, state: &PlanState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let activity = selected_activity(model);
    let title = match activity {
        Some(id) => card::title(model, id),
        None => model.texts.get("card-title-branch"),
    };
    let inner = boxed(&title, state.card, area, buffer, theme);
    let width = usize::from(inner.width);
    let lines: Vec<Pieces> = match activity {
        Some(id) => card::activity_card(model, id, width)
            .into_iter()
            .map(|line| line.pieces)
            .collect(),
        None => branch_card(model, state, width),
    };
    let shown = usize::from(inner.height);
    for (line, content) in lines.iter().skip(state.card_offset).take(shown).enumerate() {
        if let Some(place) = row(inner, line) {
            content.draw(place, buffer);
        }
    }
    scroll_hint(state.card_offset, shown, lines.len(), area, buffer, theme);
}

/// The full title of a direction or measure and how far it is.
fn branch_card(model: &Model, state: &PlanState, width: usize) -> Vec<Pieces> {
    let theme = &model.theme;
    let rows = visible_rows(model, state);
    let Some(content) = rows.get(selected_index(model, &rows)) else {
        return Vec::new();
    };
    let title = match content.content {
        Content::Document(document) => document.title().to_owned(),
        Content::Heading(heading) => heading.title.to_string(),
        Content::Activity(activity) => activity.title.to_string(),
    };
    let workspace = &model.workspace;
    let tally = workspace.tally_under(content.node, model.day());
    let mut lines = super::paint::wrapped(&title, width, theme.style(Role::Title));
    lines.push(Pieces::new());
    lines.extend(super::paint::wrapped(
        &model.texts.with(
            "card-branch-counts",
            &[
                ("all", tally.activities.into()),
                ("finished", tally.finished.into()),
                ("overdue", tally.overdue.into()),
                ("due", tally.points_due.into()),
                ("done", tally.points_done.into()),
            ],
        ),
        width,
        theme.style(Role::Text),
    ));
    lines
}
