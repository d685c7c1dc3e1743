//! The parts of the screen.

use ratatui::layout::Rect;

use super::tour;
use crate::tui::model::Model;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// One line: what is shown, attendance, pace.
    pub top: Rect,
    /// One line: what is not recorded; no line when everything is.
    pub banner: Rect,
    /// The screen itself.
    pub body: Rect,
    /// The step of the tour; mostly empty.
    pub tour: Rect,
    /// One line: what was just done.
    pub notice: Rect,
    /// One line: keys.
    pub hints: Rect,
}

impl Areas {
    /// Divides the terminal.
    pub fn of(model: &Model, area: Rect) -> Self {
        let banner = u16::from(model.unrecorded.is_some());
        let tour = tour::height(model, area);
        let body = area
            .height
            .saturating_sub(3)
            .saturating_sub(banner)
            .saturating_sub(tour);
        let line = |y: u16| Rect::new(area.x, y, area.width, 1).intersection(area);
        let below = area.y.saturating_add(1).saturating_add(banner);
        Self {
            top: line(area.y),
            banner: Rect {
                height: banner,
                ..line(area.y.saturating_add(1))
            },
            body: Rect::new(area.x, below, area.width, body),
            tour: Rect::new(area.x, below.saturating_add(body), area.width, tour),
            notice: line(area.bottom().saturating_sub(2)),
            hints: line(area.bottom().saturating_sub(1)),
        }
    }
}
