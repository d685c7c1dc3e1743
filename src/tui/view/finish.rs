//! The last look before the end of the meeting.

use super::surface::{Drawn, Fit};
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::finish::FinishState;
use super::super::model::{Action, Model, Overlay};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, centred, cursor_row, overlay, row, scroll_hint, wrapped};
use crate::domain::date::Date;
use crate::domain::minutes::DecisionKind;
use crate::tui::select::cursor::key_of;
use crate::tui::select::finish;

const WIDTH: u16 = 92;

/// What the meeting brought, in a few lines.
fn summary(model: &Model, width: usize) -> Vec<Pieces> {
    let texts = &model.texts;
    let theme = &model.theme;
    let Some(date) = model.open_meeting() else {
        return Vec::new();
    };
    let Some(minutes) = model.workspace.minutes(date) else {
        return Vec::new();
    };
    let decisions: Vec<_> = minutes
        .items
        .iter()
        .flat_map(|item| &item.decided)
        .collect();
    let assignments = decisions
        .iter()
        .filter(|decision| decision.kind == DecisionKind::Assignment)
        .count();
    let marks: usize = minutes.items.iter().map(|item| item.marks.len()).sum();
    let number = i64::from(model.workspace.minutes_number(date)).into();
    let first = if model.workspace.expected_number(date) == model.workspace.minutes_number(date) {
        texts.with("finish-number", &[("number", number)])
    } else {
        let before = model.workspace.unnumbered_before(date).into_iter();
        let dates: Vec<String> = before.map(|day| texts.date_full(day)).collect();
        let dates = dates.join(", ").into();
        texts.with(
            "finish-number-early",
            &[("number", number), ("dates", dates)],
        )
    };
    let lines = [
        first + &first_of_year(model, date),
        texts.with(
            "finish-present",
            &[
                ("present", minutes.attendance.present.len().into()),
                ("members", minutes.attendance.members.into()),
            ],
        ),
        texts.with(
            "finish-counts",
            &[
                ("items", minutes.agenda.len().into()),
                ("marks", marks.into()),
                ("decisions", (decisions.len() - assignments).into()),
                ("assignments", assignments.into()),
            ],
        ),
    ];
    lines
        .iter()
        .flat_map(|line| wrapped(line, width, theme.style(Role::Text)))
        .collect()
}

/// How the first number of a year is set, as long as it can be.
fn first_of_year(model: &Model, date: Date) -> String {
    let meetings = model.workspace.ledger().meetings().values();
    let mut numbered = meetings.filter(|it| it.number.is_some() && it.date.year() == date.year());
    if numbered.next().is_some() {
        return String::new();
    }
    let said = [
        ("year", date.year().to_string().into()),
        ("key", key_of(model, Action::Settings).into()),
    ];
    format!(". {}", model.texts.with("finish-first-number", &said))
}

fn sizes(model: &Model, holes: usize, area: Rect) -> (u16, usize) {
    let width = usize::from(WIDTH.min(area.width).saturating_sub(4));
    let head = summary(model, width).len() + 2;
    let wanted = u16::try_from(head + holes.max(1) + 3).unwrap_or(area.height);
    let height = wanted.min(area.height);
    let shown = usize::from(height.saturating_sub(3)).saturating_sub(head);
    (height, shown)
}

fn fit(model: &mut Model, area: Rect) {
    let Some(Overlay::Finish(state)) = model.overlays.last() else {
        return;
    };
    let (_, shown) = sizes(model, state.holes.len(), area);
    if let Some(Overlay::Finish(state)) = model.overlays.last_mut() {
        let view = Viewport {
            offset: state.offset,
            height: shown,
        };
        state.offset = view.fit(state.selected, state.holes.len()).offset;
    }
}

impl Drawn for FinishState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let texts = &model.texts;
        let (height, shown) = sizes(model, self.holes.len(), area);
        let inner = overlay(
            &texts.get("finish-title"),
            WIDTH,
            height,
            area,
            buffer,
            theme,
        );
        let inside = Rect {
            x: inner.x.saturating_add(1),
            width: inner.width.saturating_sub(2),
            ..inner
        };
        let mut line = 0;
        for content in summary(model, usize::from(inside.width)) {
            if let Some(at) = row(inside, line) {
                content.draw(at, buffer);
            }
            line += 1;
        }
        line += 1;
        let heading = if self.holes.is_empty() {
            (texts.get("finish-no-holes"), Role::Done)
        } else {
            (
                texts.with("finish-holes", &[("n", self.holes.len().into())]),
                Role::Warning,
            )
        };
        if let Some(at) = row(inside, line) {
            Pieces::new()
                .and(heading.0, theme.style(heading.1))
                .draw(at, buffer);
        }
        line += 1;
        for (place, hole) in self.holes.iter().enumerate().skip(self.offset).take(shown) {
            let Some(at) = row(inner, line) else { break };
            let is_cursor = place == self.selected;
            let ground = theme.style(if is_cursor {
                Role::Selected
            } else {
                Role::Overlay
            });
            let room = usize::from(at.width.saturating_sub(3));
            Pieces::new()
                .and("  ", ground)
                .and(
                    text::cut(&finish::hole_text(model, hole), room).to_string(),
                    ground,
                )
                .draw(at, buffer);
            if is_cursor {
                cursor_row(at, true, buffer, theme);
            }
            line += 1;
        }
        if let Some(at) = row(inside, usize::from(inner.height.saturating_sub(1))) {
            Pieces::new()
                .and(texts.get("finish-help"), theme.style(Role::Accent))
                .draw(at, buffer);
        }
        let place = centred(WIDTH, height, area);
        scroll_hint(self.offset, shown, self.holes.len(), place, buffer, theme);
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}
