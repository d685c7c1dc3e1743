//! What is wrong in the state directory: the list, and below it the chosen one with its place, what
//! happened, what to do, and the ways out.

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::problems::{Problem, ProblemsState, WayOut};
use super::super::model::{Access, Action, Model, Overlay, context};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::super::widget::text;
use super::paint::{Pieces, centred, cursor_ground, overlay, row, scroll_hint, wrapped};
use crate::store::finding::Severity;
use crate::store::mend::Repair;
use crate::store::place::Place;
use crate::tui::select::problems;

const WIDTH: u16 = 100;

/// The least lines that what is told of one problem has.
const DETAIL: u16 = 11;

fn list_height(model: &Model, area: Rect) -> u16 {
    let count = u16::try_from(model.problems.findings.len()).unwrap_or(u16::MAX);
    count.min(area.height.saturating_sub(DETAIL + 2)).max(1)
}

fn fit(model: &mut Model, area: Rect) {
    let height = usize::from(list_height(model, area));
    let count = model.problems.findings.len();
    if let Some(Overlay::Problems(state)) = model.overlays.last_mut() {
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.offset = view.fit(state.selected, count).offset;
    }
}

/// The sign of a problem and its role.
pub(super) fn sign(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Error => ("‼", Role::Error),
        Severity::Warning | Severity::Hint => ("!", Role::Warning),
    }
}

/// «journal/2023-05.pc1.log:3».
fn place_of(model: &Model, place: &Place) -> String {
    let name = model.problems.name_of(&place.path);
    match (place.line, place.column) {
        (0, _) => name,
        (line, 0) => format!("{name}:{line}"),
        (line, column) => format!("{name}:{line}:{column}"),
    }
}

impl Drawn for ProblemsState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let theme = &model.theme;
        let findings = &model.problems.findings;
        let list = list_height(model, area);
        let title = model
            .texts
            .with("problems-title", &[("n", findings.len().into())]);
        let detail = chosen_details(model, *self, area);
        let height = height_of(&detail, list, area);
        let inner = overlay(&title, WIDTH, height, area, buffer, theme);
        let shown = findings
            .iter()
            .enumerate()
            .skip(self.offset)
            .take(usize::from(list));
        for (line, (place, finding)) in shown.enumerate() {
            let Some(at) = row(inner, line) else { break };
            let ground = cursor_ground(place == self.selected, Role::Overlay, at, buffer, theme);
            let (mark, role) = sign(finding.report.severity);
            let inside = Rect {
                x: at.x.saturating_add(2),
                width: at.width.saturating_sub(3),
                ..at
            };
            Pieces::new()
                .and(format!("{mark} "), ground.patch(theme.style(role)))
                .and(place_of(model, &finding.report.place), ground)
                .and("  ", ground)
                .and(
                    finding.report.what.clone(),
                    ground.patch(theme.style(Role::Dim)),
                )
                .draw(inside, buffer);
        }
        let list_area = Rect {
            height: list + 2,
            ..area_of(inner)
        };
        scroll_hint(
            self.offset,
            usize::from(list),
            findings.len(),
            list_area,
            buffer,
            theme,
        );
        for (line, content) in detail.iter().enumerate() {
            let below = Rect {
                x: inner.x.saturating_add(2),
                width: inner.width.saturating_sub(4),
                ..inner
            };
            if let Some(at) = row(below, usize::from(list) + 1 + line) {
                content.draw(at, buffer);
            }
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

/// The box, and how many lines of it are the list's.
pub(super) fn place(model: &Model, state: ProblemsState, area: Rect) -> (Rect, u16) {
    let list = list_height(model, area);
    let detail = chosen_details(model, state, area);
    let height = height_of(&detail, list, area);
    (centred(WIDTH, height, area), list)
}

fn chosen_details(model: &Model, state: ProblemsState, area: Rect) -> Vec<Pieces> {
    let width = usize::from(WIDTH.min(area.width).saturating_sub(6));
    let chosen = model.problems.findings.get(state.selected);
    chosen.map_or_else(Vec::new, |finding| details(model, finding, width))
}

fn height_of(detail: &[Pieces], list: u16, area: Rect) -> u16 {
    let height = u16::try_from(detail.len()).unwrap_or(u16::MAX);
    height.saturating_add(list + 3).min(area.height)
}

/// The box around what is inside of it.
fn area_of(inner: Rect) -> Rect {
    Rect {
        x: inner.x.saturating_sub(1),
        y: inner.y.saturating_sub(1),
        width: inner.width.saturating_add(2),
        height: inner.height.saturating_add(2),
    }
}

fn details(model: &Model, finding: &Problem, width: usize) -> Vec<Pieces> {
    let theme = &model.theme;
    let said = &finding.report;
    let (mark, role) = sign(finding.report.severity);
    let mut lines = wrapped(
        &format!("{mark} {}", place_of(model, &finding.report.place)),
        width,
        theme.style(role),
    );
    let place = &finding.report.place;
    if place.line > 0 && !place.excerpt.is_empty() {
        // What is cut off on the left is not missed; the caret has to stay in sight.
        let skipped = place.caret.saturating_sub(width / 2);
        let excerpt: String = place.excerpt.chars().skip(skipped).collect();
        lines.push(Pieces::new().and(
            text::cut(&excerpt, width).into_owned(),
            theme.style(Role::Dim),
        ));
        if place.column > 0 {
            let gap = " ".repeat(place.caret - skipped);
            lines.push(Pieces::new().and(format!("{gap}^"), theme.style(role)));
        }
    }
    lines.extend(wrapped(&said.what, width, theme.style(Role::Text)));
    if !said.advice.is_empty() {
        lines.extend(wrapped(&said.advice, width, theme.style(Role::Text)));
    }
    lines.push(Pieces::new());
    for (action, text) in ways(model, finding) {
        // Their own keys, also while a question lies over the list.
        let keys = model.keymap.chords(context::PROBLEMS, action.name());
        let key = keys.first().map(ToString::to_string).unwrap_or_default();
        lines.push(
            Pieces::new()
                .and(text::pad(&key, 6), theme.style(Role::HintKey))
                .and(" ", theme.style(Role::Text))
                .and(text, theme.style(Role::Text)),
        );
    }
    lines
}

/// What can be done about it, each with its key.
fn ways(model: &Model, finding: &Problem) -> Vec<(Action, String)> {
    let texts = &model.texts;
    let mut ways = vec![(Action::Accept, texts.get("way-show"))];
    let way = problems::way_out(model, finding).map(|way| match way {
        WayOut::Mend(Repair::Embedded(_)) => "way-embedded",
        WayOut::Mend(Repair::Copies) => "way-take-over",
        WayOut::Mend(Repair::Lines) => "way-clear",
        WayOut::Papers(_) => "way-papers",
        WayOut::Identify(_) => "way-identify",
        WayOut::Renumber { .. } => "way-renumber",
        WayOut::Join(_) => "way-join",
    });
    ways.extend(way.map(|way| (Action::MendFile, texts.get(way))));
    if model.access == Access::ReadWrite {
        ways.push((Action::OpenReadOnly, texts.get("way-read-only")));
    }
    ways.push((Action::Back, texts.get("way-rest")));
    ways
}
