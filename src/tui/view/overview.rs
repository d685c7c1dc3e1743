//! Numbers and pictures: the line of tabs, and one picture below it.

mod calendar;
mod coverage;
mod indicators;
mod numbers;
mod reached;
mod timeline;
mod week;

use super::surface::{Drawn, Fit};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::super::model::overview::{OverviewState, Tab};
use super::super::model::{Action, Model, Screen};
use super::super::theme::Role;
use super::super::widget::list::Viewport;
use super::lines::Lines;
use super::paint::Pieces;
use crate::tui::select::overview::count;
use crate::tui::select::overview::line_count;

/// The line of tabs and an empty one.
const HEAD: u16 = 2;

fn below(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        width: area.width.saturating_sub(2),
        y: area.y.saturating_add(HEAD),
        height: area.height.saturating_sub(HEAD),
    }
}

/// The lines of the picture that is seen; the calendar has none.
pub(super) fn lines(model: &Model, state: &OverviewState, area: Rect) -> Option<Lines> {
    let body = below(area);
    let list = match state.tab {
        Tab::Numbers => numbers::list(body),
        Tab::Calendar | Tab::Week => return None,
        Tab::Timeline => timeline::list(body),
        Tab::Coverage => coverage::list(body),
        Tab::Indicators => indicators::list(model, body),
    };
    let rows = match state.tab {
        Tab::Indicators => usize::from(indicators::ROWS),
        _ => 1,
    };
    Some(Lines {
        area: list,
        offset: state.offset,
        total: line_count(model, state.tab),
        rows,
    })
}

/// The command that shows the picture whose name stands at a place.
pub(super) fn tab_at(
    model: &Model,
    state: &OverviewState,
    area: Rect,
    at: Position,
) -> Option<Action> {
    if at.y != area.y {
        return None;
    }
    let mut left = usize::from(area.x) + 1;
    Tab::ALL.into_iter().find_map(|tab| {
        let pieces = tab_pieces(model, state, tab);
        let span = left..left + pieces.width();
        left = span.end;
        span.contains(&usize::from(at.x)).then(|| tab.action())
    })
}

fn fit(model: &mut Model, area: Rect) {
    count(model);
    let Some(Screen::Overview(state)) = model.screen() else {
        return;
    };
    let tab = state.tab;
    let total = line_count(model, tab);
    let body = below(area);
    let height = match tab {
        Tab::Numbers => numbers::list_height(body),
        Tab::Calendar => total,
        Tab::Timeline => timeline::list_height(body),
        Tab::Coverage => coverage::list_height(body),
        Tab::Indicators => indicators::list_height(model, body),
        Tab::Week => usize::from(week::list(body).height),
    };
    let row = state.row.min(total.saturating_sub(1));
    let of_week = (tab == Tab::Week).then(|| week::extent(model, row));
    if let Some(Screen::Overview(state)) = model.screen_mut() {
        let view = Viewport {
            offset: state.offset,
            height,
        };
        state.row = state.row.min(total.saturating_sub(1));
        let (lines, at) = of_week.unwrap_or((total, state.row));
        state.offset = view.fit(at, lines).offset;
    }
}

impl Drawn for OverviewState {
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        tabs(model, self, area, buffer);
        let body = below(area);
        let counted = self.counted.as_deref()?;
        match self.tab {
            Tab::Numbers => numbers::draw(model, self, counted, body, buffer),
            Tab::Calendar => calendar::draw(model, self, counted, body, buffer),
            Tab::Timeline => timeline::draw(model, self, counted, body, buffer),
            Tab::Coverage => coverage::draw(model, self, counted, body, buffer),
            Tab::Indicators => indicators::draw(model, self, body, buffer),
            Tab::Week => week::draw(model, self, body, buffer),
        }
        None
    }

    fn fit(&self) -> Fit {
        fit
    }
}

fn tabs(model: &Model, state: &OverviewState, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    let mut line = Pieces::new().and(" ", theme.style(Role::Text));
    for tab in Tab::ALL {
        line.0.extend(tab_pieces(model, state, tab).0);
    }
    line.draw(Rect { height: 1, ..area }, buffer);
}

/// One name in the line of tabs.
fn tab_pieces(model: &Model, state: &OverviewState, tab: Tab) -> Pieces {
    let theme = &model.theme;
    let name = model.texts.get(tab.name());
    let place = Tab::ALL.iter().position(|known| *known == tab).unwrap_or(0);
    // The chosen one is told by brackets too.
    let (open, close, role) = if tab == state.tab {
        ("[", "]", Role::Accent)
    } else {
        (" ", " ", Role::Dim)
    };
    Pieces::new()
        .and(open, theme.style(role))
        .and(format!("{} ", place + 1), theme.style(Role::HintKey))
        .and(format!("{name}{close} "), theme.style(role))
}
