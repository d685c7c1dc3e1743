//! Where the lines of a list are.

use ratatui::layout::{Position, Rect};

/// A list on the screen: where its lines are, the first of them, how many there are in all.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lines {
    pub(super) area: Rect,
    pub(super) offset: usize,
    pub(super) total: usize,
    /// Rows of the screen that one line takes.
    pub(super) rows: usize,
}

impl Lines {
    /// Inside a frame, below `head` rows of heading.
    pub(super) fn framed(frame: Rect, head: u16, offset: usize, total: usize) -> Self {
        Self {
            area: Rect {
                x: frame.x,
                width: frame.width,
                y: frame.y.saturating_add(1).saturating_add(head),
                height: frame.height.saturating_sub(2).saturating_sub(head),
            },
            offset,
            total,
            rows: 1,
        }
    }

    /// The line at a place of the terminal.
    pub(super) fn at(self, at: Position) -> Option<usize> {
        if !self.area.contains(at) {
            return None;
        }
        let line = usize::from(at.y.saturating_sub(self.area.y)) / self.rows.max(1);
        let line = line.saturating_add(self.offset);
        (line < self.total).then_some(line)
    }
}
