//! Two frames: the one the terminal shows and the next one. What differs between them is drawn.

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;

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
    size: Size,
    /// Without a cell while the terminal shows nothing.
    shown: Buffer,
    /// Without a cell until it is drawn.
    next: Buffer,
}

impl<B: Backend> Frames<B> {
    /// A terminal that shows nothing.
    pub fn new(backend: B, size: Size) -> Self {
        Self {
            backend,
            size,
            shown: Buffer::default(),
            next: Buffer::default(),
        }
    }

    /// Draws one frame, and says where its cursor is.
    pub fn draw(&mut self, render: impl FnOnce(&mut Buffer) -> Cursor) -> Result<Cursor, B::Error> {
        if self.next.area.as_size() == self.size {
            self.next.reset();
        } else {
            self.next = Buffer::empty(Rect::from(self.size));
        }
        let cursor = render(&mut self.next);
        self.backend
            .draw(changes(&self.shown, &self.next).into_iter())?;
        match cursor {
            Cursor::Shown(place) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(place)?;
            }
            Cursor::Resting(place) => {
                self.backend.hide_cursor()?;
                self.backend.set_cursor_position(place)?;
            }
            Cursor::Hidden => self.backend.hide_cursor()?,
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(cursor)
    }

    /// The terminal has another size, or was another program's meanwhile: it is cleared, and shows
    /// nothing.
    pub fn begin_anew(&mut self, size: Size) -> Result<(), B::Error> {
        self.backend.clear()?;
        self.size = size;
        self.shown = Buffer::default();
        Ok(())
    }

    /// The size of a frame.
    pub fn size(&self) -> Size {
        self.size
    }

    /// What the terminal shows; no cell before the first frame.
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
    let nothing = vec![Cell::EMPTY; if shown.content.is_empty() { width } else { 0 }];
    let before: Vec<&[Cell]> = if nothing.is_empty() {
        shown.content.chunks(width).collect()
    } else {
        vec![&nothing; usize::from(next.area.height)]
    };
    let rows = before.into_iter().zip(next.content.chunks(width));
    let mut changed = Vec::new();
    for ((before, after), y) in rows.zip(next.area.y..) {
        let cells = || before.iter().zip(after);
        let Some(first) = cells().position(|(one, other)| differs(one, other)) else {
            continue;
        };
        if !before.iter().chain(after).all(is_plain) {
            return if nothing.is_empty() {
                shown.diff(next)
            } else {
                Buffer::empty(next.area).diff(next)
            };
        }
        let mut drawn = None;
        for (x, (one, other)) in cells().enumerate().skip(first) {
            if !differs(one, other) {
                continue;
            }
            let between = drawn.map_or(x..x, |drawn: usize| drawn.saturating_add(1)..x);
            let passed = after.get(between.clone()).unwrap_or_default();
            let before = drawn.and_then(|drawn| after.get(drawn));
            if before.is_some_and(|before| is_nearer_through(passed, before, other)) {
                let passed = passed.iter().zip(between);
                changed.extend(passed.map(|(cell, x)| (column(next, x), y, cell)));
            }
            changed.push((column(next, x), y, other));
            drawn = Some(x);
        }
    }
    changed
}

/// The column of the screen a cell of a row stands in.
fn column(frame: &Buffer, cell: usize) -> u16 {
    let cell = u16::try_from(cell).unwrap_or(u16::MAX);
    frame.area.x.saturating_add(cell)
}

/// Whether letters that stay are sooner written again than passed over, from one that changes to
/// another: telling the terminal a column takes some five bytes.
fn is_nearer_through(passed: &[Cell], from: &Cell, to: &Cell) -> bool {
    const TO_A_COLUMN: usize = 5;
    let bytes: usize = passed.iter().map(|cell| cell.symbol().len()).sum();
    let is_as = |like: &Cell| passed.iter().all(|cell| looks_as(cell, like));
    bytes <= TO_A_COLUMN && (is_as(from) || is_as(to))
}

/// Whether a cell is written in the colours of another without a word about colours.
fn looks_as(cell: &Cell, like: &Cell) -> bool {
    if is_bare(cell) && is_unlined(like) {
        return cell.bg == like.bg;
    }
    cell.fg == like.fg && cell.bg == like.bg && cell.modifier == like.modifier
}

fn differs(one: &Cell, other: &Cell) -> bool {
    if is_bare(one) && is_bare(other) {
        return one.bg != other.bg;
    }
    one.fg != other.fg
        || one.bg != other.bg
        || one.modifier != other.modifier
        || one.symbol() != other.symbol()
}

/// Whether a cell shows nothing but its background.
pub(super) fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && is_unlined(cell)
}

/// Whether a blank would be seen in the colours of a cell.
fn is_unlined(cell: &Cell) -> bool {
    !cell.modifier.intersects(OVER_BLANKS)
}

/// What makes a blank something to see.
pub(super) const OVER_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

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
        fn what_ratatui_finds_to_differ_is_drawn_unless_nobody_sees_it(
            before in strokes(),
            after in strokes(),
        ) {
            let nothing = Buffer::empty(Rect::new(0, 0, 20, 4));
            let (mut shown, mut next) = (nothing.clone(), nothing);
            paint(&before, &mut shown);
            paint(&after, &mut next);
            let drawn = changes(&shown, &next);
            for change in shown.diff(&next) {
                let (x, y, cell) = change;
                let looks_the_same = shown.cell((x, y)).is_some_and(|it| !differs(it, cell));
                prop_assert!(looks_the_same || drawn.contains(&change), "{change:?}");
            }
            for (x, y, cell) in drawn {
                prop_assert_eq!(next.cell((x, y)), Some(cell));
            }
        }
    }
}
