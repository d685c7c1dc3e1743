//! What lies under the mouse: the same geometry that draws the screens, asked the other way round.

use ratatui::layout::{Position, Rect};

use super::super::model::meeting::Focus;
use super::super::model::pointer::Spot;
use super::super::model::{Model, Overlay, Screen};
use super::super::widget::too_small;
use super::lines::Lines;
use super::meeting::panes;
use super::{Areas, hints, overview};
use crate::tui::select::agenda::agenda_rows;
use crate::tui::select::assignments;
use crate::tui::select::attendance::seats;
use crate::tui::select::papers;
use crate::tui::select::plan;
use crate::tui::select::subjects;

/// What is at a place of the terminal.
pub fn spot_at(model: &Model, at: Position) -> Option<Spot> {
    let area = Rect::new(0, 0, model.size.width, model.size.height);
    if too_small::is_too_small(area) {
        return None;
    }
    let areas = Areas::of(model, area);
    if areas.hints.contains(at) {
        return hints::hint_at(model, &areas, at.x).map(Spot::Command);
    }
    match model.overlays.last() {
        Some(overlay) => overlay_lines(model, overlay, areas.body)?
            .at(at)
            .map(Spot::Line),
        None => on_screen(model, areas.body, at),
    }
}

fn overlay_lines(model: &Model, overlay: &Overlay, body: Rect) -> Option<Lines> {
    Some(match overlay {
        Overlay::Search(state) => {
            let place = super::search::place(body);
            Lines::framed(place, 2, state.offset, state.hits.len())
        }
        Overlay::Choice(state) => {
            let place = super::choice::place(state.lines.len(), body);
            Lines::framed(place, 0, state.offset, state.lines.len())
        }
        Overlay::Reader(state) => {
            let place = super::choice::place(state.lines.len(), body);
            Lines::framed(place, 0, state.offset, state.lines.len())
        }
        Overlay::Import(state) => {
            let place = super::import::place(body);
            let total = crate::tui::select::import::lines(&model.texts, state).len();
            let mut lines = Lines::framed(place, 0, state.offset, total);
            // The last row is help.
            lines.area.height = lines.area.height.saturating_sub(1);
            lines
        }
        Overlay::Form(state) => {
            let place = super::form::place(body);
            let total = crate::tui::select::form::rows(model, &state.form).len();
            let mut lines = Lines::framed(place, 0, state.offset, total);
            // The last row is help.
            lines.area.height = lines.area.height.saturating_sub(1);
            lines
        }
        Overlay::Edition(state) => {
            let place = super::import::place(body);
            let mut lines = Lines::framed(place, 0, state.offset, state.lines.len());
            // The last row is help.
            lines.area.height = lines.area.height.saturating_sub(1);
            lines
        }
        Overlay::Event(state) => {
            let place = super::import::place(body);
            let total = crate::tui::select::event::lines(model, state.activity).len();
            let mut lines = Lines::framed(place, 0, state.offset, total);
            // The last row is help.
            lines.area.height = lines.area.height.saturating_sub(1);
            lines
        }
        Overlay::Themes(state) => {
            let (place, shown) = super::themes::place(model.themes.len(), body);
            let mut lines = Lines::framed(place, 0, state.offset, model.themes.len());
            lines.area.height = lines.area.height.min(u16::try_from(shown).unwrap_or(0));
            lines
        }
        Overlay::Attendance(state) => {
            let place = super::attendance::place(model, body);
            let mut lines = Lines::framed(place, 0, state.offset, seats(model).len());
            // The last row is help.
            lines.area.height = lines.area.height.saturating_sub(1);
            lines
        }
        Overlay::Problems(state) => {
            let (place, shown) = super::problems::place(model, *state, body);
            let total = model.problems.findings.len();
            let mut lines = Lines::framed(place, 0, state.offset, total);
            lines.area.height = lines.area.height.min(shown);
            lines
        }
        Overlay::Prompt(_)
        | Overlay::Assign(_)
        | Overlay::Finish(_)
        | Overlay::Confirm(_)
        | Overlay::Help(_) => return None,
    })
}

fn on_screen(model: &Model, body: Rect, at: Position) -> Option<Spot> {
    let line = |lines: Lines| lines.at(at).map(Spot::Line);
    match model.screen()? {
        Screen::Start(state) => {
            let list = super::start::list_in(model, body);
            line(Lines::framed(list, 0, state.offset, state.days.len()))
        }
        Screen::Meeting(state) => {
            let (list, card) = panes(model.pointer.split, body, state.focus == Focus::Card);
            let total = agenda_rows(model, state.date).len();
            beside(list, card, at).or_else(|| line(Lines::framed(list, 0, state.offset, total)))
        }
        Screen::Plan(state) => {
            let (list, card) = panes(model.pointer.split, body, state.card);
            let total = plan::visible_rows(model, state).len();
            beside(list, card, at).or_else(|| line(Lines::framed(list, 0, state.offset, total)))
        }
        Screen::Subjects(state) => {
            let (list, card) = panes(model.pointer.split, body, state.in_duties);
            if let Some(spot) = beside(list, card, at).filter(|spot| *spot == Spot::Divider) {
                return Some(spot);
            }
            let (duties, ids) = subjects::listed(model, state);
            let who = subjects::selected_subject(model, &ids);
            let total = who.as_ref().map_or(0, |id| duties.count_of(id));
            let head = who.map_or(0, |id| super::subjects::head_height(model, &id));
            let head = u16::try_from(head).unwrap_or(0);
            let owed = Lines {
                rows: 2,
                ..Lines::framed(card, head, state.duty_offset, total)
            };
            owed.at(at)
                .map(Spot::Duty)
                .or_else(|| line(Lines::framed(list, 1, state.offset, ids.len())))
        }
        Screen::Assignments(state) => {
            let (list, _) = super::assignments::panes(body);
            let total = assignments::shown(model, state).len();
            line(Lines::framed(list, 0, state.offset, total))
        }
        Screen::Papers(state) => {
            let (list, _, _) = super::papers::panes(body);
            let total = papers::meetings(model).len();
            line(Lines::framed(list, 0, state.offset, total))
        }
        Screen::Overview(state) => overview::tab_at(model, state, body, at)
            .map(Spot::Command)
            .or_else(|| line(overview::lines(model, state, body)?)),
    }
}

/// The border between two panes that stand side by side, and the card.
fn beside(list: Rect, card: Rect, at: Position) -> Option<Spot> {
    let side_by_side = card.x > list.x && card.height > 0;
    if side_by_side && (at.x == card.x || at.x + 1 == card.x) && list.y <= at.y {
        return Some(Spot::Divider);
    }
    card.contains(at).then_some(Spot::Card)
}
