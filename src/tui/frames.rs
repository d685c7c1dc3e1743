//! Two frames: the one the terminal shows and the next one. What differs between them is drawn.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect, Size};

use super::widget::text;

/// Where the terminal's cursor is after a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cursor {
    /// Seen, in a text field.
    Shown(Position),
    /// Hidden, on the row that has the keys: what reads the screen aloud follows it all the same.
    Resting(Position),
    /// Hidden, wherever it was.
    Hidden,
}

/// What a terminal shows, and what it shall show next.
#[derive(Debug)]
pub struct Frames<B: Backend> {
    backend: B,
    shown: Buffer,
    next: Buffer,
}

impl<B: Backend> Frames<B> {
    /// A terminal that shows nothing.
    pub fn new(backend: B, size: Size) -> Self {
        let nothing = Buffer::empty(Rect::from(size));
        Self {
            backend,
            shown: nothing.clone(),
            next: nothing,
        }
    }

    /// Draws one frame, and says where its cursor is.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Cursor) -> Result<Cursor, B::Error> {
        self.next.reset();
        let cursor = render(&mut self.next);
        self.backend
            .draw(changes(&self.shown, &self.next).into_iter())?;
        if let Cursor::Shown(place) = cursor {
            self.backend.show_cursor()?;
            self.backend.set_cursor_position(place)?;
        } else {
            self.backend.hide_cursor()?;
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(cursor)
    }

    /// The terminal has another size, and shows nothing.
    pub fn begin_anew(&mut self, size: Size) {
        self.shown = Buffer::empty(Rect::from(size));
        self.next = self.shown.clone();
    }

    /// What the terminal shows.
    pub fn shown(&self) -> &Buffer {
        &self.shown
    }

    /// Where frames are drawn to.
    pub fn backend(&self) -> &B {
        &self.backend
    }
}

/// The cells that differ, with their places, row by row. Letters that take more or less than one
/// cell are told apart by ratatui, which looks at the width of every cell there is; frames of this
/// program seldom have any, and then it need not be asked.
fn changes<'next>(shown: &Buffer, next: &'next Buffer) -> Vec<(u16, u16, &'next Cell)> {
    let width = usize::from(next.area.width).max(1);
    let rows = shown.content.chunks(width).zip(next.content.chunks(width));
    let mut changed = Vec::new();
    for ((before, after), y) in rows.zip(next.area.y..) {
        let cells = || before.iter().zip(after);
        let Some(first) = cells().position(|(one, other)| differs(one, other)) else {
            continue;
        };
        if !before.iter().chain(after).all(is_plain) {
            return shown.diff(next);
        }
        let cells = cells().zip(next.area.x..).skip(first);
        let cells = cells.filter(|((one, other), _)| differs(one, other));
        changed.extend(cells.map(|((_, cell), x)| (x, y, cell)));
    }
    changed
}

fn differs(one: &Cell, other: &Cell) -> bool {
    one.fg != other.fg
        || one.bg != other.bg
        || one.modifier != other.modifier
        || one.symbol() != other.symbol()
}

/// Whether a cell holds a letter of one cell, and nothing else is to be known of it.
fn is_plain(cell: &Cell) -> bool {
    let is_plain = match cell.symbol().as_bytes() {
        // Latin and Cyrillic letters, which most are.
        [b' '..=b'~'] | [0xd0 | 0xd1, _] => true,
        _ => text::is_plain(cell.symbol()),
    };
    is_plain && cell.diff_option == CellDiffOption::None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::backend::TestBackend;
    use ratatui::style::{Color, Style};

    use super::*;

    type Stroke = (u16, u16, String, bool);

    fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
        let text = "[а-яa-z │▌»]{0,9}|[会議]{1,3}|[👩💻й́\u{fe0f}❤]{1,3}";
        prop::collection::vec((0_u16..20, 0_u16..4, text, any::<bool>()), 0..9)
    }

    fn paint(strokes: &[Stroke], buffer: &mut Buffer) {
        for (x, y, text, red) in strokes {
            let style = if *red {
                Style::new().bg(Color::Red)
            } else {
                Style::new()
            };
            buffer.set_stringn(*x, *y, text, 20, style);
        }
    }

    proptest! {
        #[test]
        fn what_is_drawn_is_what_ratatui_finds_to_differ(before in strokes(), after in strokes()) {
            let nothing = Buffer::empty(Rect::new(0, 0, 20, 4));
            let (mut shown, mut next) = (nothing.clone(), nothing);
            paint(&before, &mut shown);
            paint(&after, &mut next);
            prop_assert_eq!(changes(&shown, &next), shown.diff(&next));
        }

        #[test]
        fn after_any_frames_the_terminal_shows_the_last(
            drawn in prop::collection::vec((strokes(), 1_u16..30, 1_u16..6), 1..5),
        ) {
            let mut frames = Frames::new(TestBackend::new(20, 4), Size::new(20, 4));
            for (strokes, _, _) in &drawn {
                let Ok(_) = frames.draw(|buffer| {
                    paint(strokes, buffer);
                    Cursor::Hidden
                });
                let mut expected = Buffer::empty(Rect::new(0, 0, 20, 4));
                paint(strokes, &mut expected);
                prop_assert_eq!(frames.shown(), &expected);
            }
        }
    }
}
