//! Which rows of a long list are on the screen: arithmetic only.

use std::ops::Range;

/// The rows kept in sight above and below the selected one, if there is room.
const MARGIN: usize = 2;

/// A window of `height` rows over a list, beginning at row `offset`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Viewport {
    /// The first row shown.
    pub offset: usize,
    /// The number of rows there is room for.
    pub height: usize,
}

impl Viewport {
    /// A window at the beginning.
    pub fn new(height: usize) -> Self {
        Self { offset: 0, height }
    }

    /// The same place in a window of another height.
    #[must_use]
    pub fn with_height(self, height: usize) -> Self {
        Self { height, ..self }
    }

    /// Moves as little as needed for the selected row to be in sight, with a row or two around
    /// it, and no farther than the end of the list.
    #[must_use]
    pub fn fit(self, selected: usize, total: usize) -> Self {
        let selected = selected.min(total.saturating_sub(1));
        let margin = MARGIN.min(self.height.saturating_sub(1) / 2);
        let highest = selected.saturating_sub(margin);
        let lowest = selected
            .saturating_add(margin)
            .saturating_add(1)
            .saturating_sub(self.height);
        let offset = self.offset.min(highest).max(lowest);
        self.at(offset, total)
    }

    /// Moves by rows, within the list.
    #[must_use]
    pub fn scrolled(self, rows: isize, total: usize) -> Self {
        self.at(self.offset.saturating_add_signed(rows), total)
    }

    /// The rows in sight.
    pub fn rows(self, total: usize) -> Range<usize> {
        let first = self.offset.min(total);
        first..first.saturating_add(self.height).min(total)
    }

    /// The selected row after moving by rows, within the list; `page` moves are `height` rows.
    pub fn moved(selected: usize, rows: isize, total: usize) -> usize {
        selected
            .saturating_add_signed(rows)
            .min(total.saturating_sub(1))
    }

    /// First cell and length of the moving part of a scroll bar as high as the window; `None`
    /// when everything is in sight.
    pub fn thumb(self, total: usize) -> Option<(usize, usize)> {
        if total <= self.height || self.height == 0 {
            return None;
        }
        let length = (self.height.saturating_mul(self.height) / total).max(1);
        let room = self.height.saturating_sub(length);
        let hidden = total.saturating_sub(self.height);
        let start = self.offset.min(hidden).saturating_mul(room) / hidden.max(1);
        Some((start, length))
    }

    fn at(self, offset: usize, total: usize) -> Self {
        let last = total.saturating_sub(self.height);
        Self {
            offset: offset.min(last),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_window_moves_only_when_it_must() {
        let window = Viewport::new(10);
        assert_eq!(window.fit(7, 100).offset, 0);
        assert_eq!(window.fit(8, 100).offset, 1);
        assert_eq!(window.fit(99, 100).offset, 90);
        let low = Viewport {
            offset: 50,
            height: 10,
        };
        assert_eq!(low.fit(52, 100).offset, 50);
        assert_eq!(low.fit(51, 100).offset, 49);
        assert_eq!(low.fit(3, 5).offset, 0);
        assert_eq!(low.scrolled(-60, 100).offset, 0);
        assert_eq!(Viewport::moved(3, 10, 5), 4);
        assert_eq!(Viewport::moved(3, -10, 0), 0);
        assert_eq!(window.thumb(10), None);
        assert_eq!(
            Viewport {
                offset: 90,
                height: 10
            }
            .thumb(100),
            Some((9, 1))
        );
    }

    proptest! {
        #[test]
        fn the_selected_row_is_in_sight(
            offset in any::<usize>(), height in 0_usize..300, selected in any::<usize>(),
            total in 0_usize..10_000,
        ) {
            let window = Viewport { offset, height }.fit(selected, total);
            let rows = window.rows(total);
            prop_assert!(rows.end <= total && rows.len() <= height);
            prop_assert_eq!(window.fit(selected, total), window);
            if total > 0 && height > 0 {
                prop_assert!(rows.contains(&selected.min(total - 1)));
            }
            if let Some((start, length)) = window.thumb(total) {
                prop_assert!(length > 0 && start + length <= height);
            }
        }
    }
}
