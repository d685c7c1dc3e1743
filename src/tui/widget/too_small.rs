//! What stands on a screen that is too small for any other.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use super::cells;
use super::text;
use crate::locale::Texts;
use crate::tui::theme::{Role, Theme};

/// The smallest screen the program draws itself on.
pub const SMALLEST: Size = Size::new(60, 15);

/// Whether the screen is too small.
pub fn is_too_small(area: Rect) -> bool {
    area.width < SMALLEST.width || area.height < SMALLEST.height
}

/// Says so, as far as there is room for words.
pub fn render(area: Rect, buf: &mut Buffer, theme: &Theme, texts: &Texts) {
    let area = area.intersection(buf.area);
    cells::ground(area, theme.style(Role::Text), buf);
    let needed = texts.with(
        "too-small-size",
        &[
            ("width", SMALLEST.width.into()),
            ("height", SMALLEST.height.into()),
        ],
    );
    let width = usize::from(area.width);
    let mut lines = text::wrap(&texts.get("too-small"), width);
    lines.extend(text::wrap(&needed, width));
    for (row, line) in area.rows().zip(&lines) {
        cells::write(line, (row.x, row.y), width, theme.style(Role::Warning), buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn any_size_is_drawn_without_a_panic() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for width in 0..60 {
                for height in 0..15 {
                    let area = Rect::new(0, 0, width, height);
                    assert!(is_too_small(area));
                    let mut buffer = Buffer::empty(area);
                    render(area, &mut buffer, &Theme::plain(), &texts);
                }
            }
        }
        assert!(!is_too_small(Rect::new(0, 0, 60, 15)));
    }
}
