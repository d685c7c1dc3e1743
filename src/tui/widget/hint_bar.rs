//! One line of the most useful keys for what is selected now. The least important ones give way
//! when the line is short.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cells;
use super::text;
use crate::tui::theme::{Role, Theme};

/// Cells between two hints.
const GAP: usize = 2;

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key as the keymap names it.
    pub key: String,
    /// What it does, in a word or two.
    pub text: String,
    /// The higher, the longer it stays.
    pub priority: u8,
    /// Whether it has an effect now.
    pub enabled: bool,
}

impl Hint {
    fn width(&self) -> usize {
        let key = text::width(&self.key);
        key.saturating_add(1)
            .saturating_add(text::width(&self.text))
    }
}

/// The hints that fit into `width` cells, in their order. Of equal ones the later gives way.
pub fn fit(hints: &[Hint], width: usize) -> Vec<&Hint> {
    let mut by_weight: Vec<(usize, &Hint)> = hints.iter().enumerate().collect();
    by_weight.sort_by_key(|(place, hint)| (std::cmp::Reverse(hint.priority), *place));
    let mut room = width.saturating_add(GAP);
    let mut kept: Vec<(usize, &Hint)> = by_weight
        .into_iter()
        .map_while(|(place, hint)| {
            room = room.checked_sub(hint.width().saturating_add(GAP))?;
            Some((place, hint))
        })
        .collect();
    kept.sort_by_key(|(place, _)| *place);
    kept.into_iter().map(|(_, hint)| hint).collect()
}

/// The place in `hints` of the one that stands at column `x` of the area.
pub fn at(hints: &[Hint], area: Rect, x: u16) -> Option<usize> {
    let mut left = usize::from(area.x);
    let wanted = usize::from(x);
    fit(hints, usize::from(area.width))
        .into_iter()
        .find_map(|hint| {
            let span = left..left.saturating_add(hint.width());
            left = span.end.saturating_add(GAP);
            let place = hints.iter().position(|one| std::ptr::eq(one, hint));
            place.filter(|_| span.contains(&wanted))
        })
}

/// Draws the hints that fit on the first line of the area.
pub fn render(hints: &[Hint], area: Rect, buf: &mut Buffer, theme: &Theme) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    let (mut x, end) = (area.x, area.right());
    for hint in fit(hints, usize::from(area.width)) {
        let (key, what) = if hint.enabled {
            (Role::HintKey, Role::HintText)
        } else {
            (Role::HintDisabled, Role::HintDisabled)
        };
        for (piece, role) in [
            (hint.key.as_str(), key),
            (" ", what),
            (&hint.text, what),
            ("  ", what),
        ] {
            let room = usize::from(end.saturating_sub(x));
            x = cells::write(piece, (x, area.y), room, theme.style(role), buf);
            if x >= end {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hint(key: &str, text: &str, priority: u8) -> Hint {
        Hint {
            key: key.to_owned(),
            text: text.to_owned(),
            priority,
            enabled: true,
        }
    }

    fn drawn(hints: &[Hint], width: u16) -> String {
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        render(hints, area, &mut buffer, &Theme::plain());
        let cells = buffer.content.iter().map(ratatui::buffer::Cell::symbol);
        cells.collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn the_least_important_gives_way() {
        let hints = [
            hint("d", "исполнено", 9),
            hint("F1", "помощь", 1),
            hint("a", "поручить", 5),
        ];
        assert_eq!(drawn(&hints, 60), "d исполнено  F1 помощь  a поручить");
        assert_eq!(drawn(&hints, 33), "d исполнено  a поручить");
        assert_eq!(drawn(&hints, 34), "d исполнено  F1 помощь  a поручить");
        assert_eq!(drawn(&hints, 11), "d исполнено");
        assert_eq!(drawn(&hints, 10), "");
        let row = Rect::new(1, 0, 33, 1);
        let under = |x| at(&hints, row, x);
        assert_eq!((under(0), under(1), under(11)), (None, Some(0), Some(0)));
        assert_eq!((under(12), under(14), under(60)), (None, Some(2), None));
    }

    proptest! {
        #[test]
        fn hints_never_leave_their_area(
            texts in proptest::collection::vec(("\\PC{0,3}", "[а-я会\u{301} ]{0,12}", any::<u8>(), any::<bool>()), 0..12),
            width in 0_u16..200, x in 0_u16..210,
        ) {
            let hints: Vec<Hint> = texts
                .into_iter()
                .map(|(key, text, priority, enabled)| Hint { key, text, priority, enabled })
                .collect();
            let used: usize = fit(&hints, usize::from(width)).iter().map(|h| h.width() + GAP).sum();
            prop_assert!(used <= usize::from(width) + GAP);
            let mut buffer = Buffer::empty(Rect::new(0, 0, 200, 2));
            render(&hints, Rect::new(x, 0, width, 1), &mut buffer, &Theme::plain());
            for (place, cell) in buffer.content.iter().enumerate() {
                let inside = place < 200 && (usize::from(x)..usize::from(x + width)).contains(&place);
                prop_assert!(inside || cell.symbol() == " ");
            }
        }
    }
}
