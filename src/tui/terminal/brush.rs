//! What a frame changes, in the fewest bytes: a line to a far computer is slow, and whoever sits at
//! it moves the cursor all the time. A colour is said where it changes, and the other one is not
//! said again; within a row the way is told by the column alone.

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, IntoCrossterm, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::{Hide, MoveTo, MoveToColumn, Show};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::Colored;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::output::FrameBuffer;
use crate::tui::frames::{OVER_BLANKS, is_bare};

/// How letters look from now on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Pen {
    foreground: Color,
    background: Color,
    modifiers: Modifier,
}

/// Modifiers, what begins them and what ends them. Bold and dim end together, so both are begun
/// after either ends.
const MODIFIERS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// Writes what changes to where a frame is gathered.
pub(super) struct Brush {
    buffer: FrameBuffer,
    /// What is asked of a terminal beside drawing.
    terminal: CrosstermBackend<FrameBuffer>,
    /// Where the cursor is, if that is known.
    place: Option<Position>,
    is_hidden: Option<bool>,
    /// Empty between frames; what they take is kept.
    bytes: Vec<u8>,
}

impl Brush {
    pub(super) fn new(buffer: FrameBuffer) -> Self {
        Self {
            terminal: CrosstermBackend::new(buffer.clone()),
            buffer,
            place: None,
            is_hidden: None,
            bytes: Vec::new(),
        }
    }

    fn show(&mut self, hidden: bool) -> io::Result<()> {
        if self.is_hidden == Some(hidden) {
            return Ok(());
        }
        self.is_hidden = Some(hidden);
        if hidden {
            queue!(self.buffer, Hide)
        } else {
            queue!(self.buffer, Show)
        }
    }
}

/// What makes letters look otherwise, as one sequence; nothing where they look the same.
fn turn(from: Pen, to: Pen) -> String {
    if from == to {
        return String::new();
    }
    if to == Pen::default() {
        return "\x1b[0m".to_owned();
    }
    let mut codes: Vec<&str> = Vec::new();
    let ended = from.modifiers.difference(to.modifiers);
    for (modifier, _, end) in MODIFIERS {
        if ended.contains(modifier) && !codes.contains(&end) {
            codes.push(end);
        }
    }
    let mut lasting = from.modifiers;
    for (modifier, _, end) in MODIFIERS {
        if codes.contains(&end) {
            lasting.remove(modifier);
        }
    }
    for (modifier, begin, _) in MODIFIERS {
        if to.modifiers.contains(modifier) && !lasting.contains(modifier) {
            codes.push(begin);
        }
    }
    let mut written = codes.join(";");
    let mut colour = |colour: Colored| {
        if !written.is_empty() {
            written.push(';');
        }
        let _infallible = write!(written, "{colour}");
    };
    if from.foreground != to.foreground {
        colour(Colored::ForegroundColor(to.foreground.into_crossterm()));
    }
    if from.background != to.background {
        colour(Colored::BackgroundColor(to.background.into_crossterm()));
    }
    format!("\x1b[{written}m")
}

impl Backend for Brush {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, cells: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut bytes = std::mem::take(&mut self.bytes);
        let mut pen = Pen::default();
        let mut next: Option<Position> = None;
        for (x, y, cell) in cells {
            match next {
                Some(place) if place == (Position { x, y }) => {}
                Some(place) if place.y == y => queue!(bytes, MoveToColumn(x))?,
                _ => queue!(bytes, MoveTo(x, y))?,
            }
            next = Some(Position {
                x: x.saturating_add(1),
                y,
            });
            let mut wanted = Pen {
                foreground: cell.fg,
                background: cell.bg,
                modifiers: cell.modifier,
            };
            if wanted != pen {
                if is_bare(cell) {
                    wanted.foreground = pen.foreground;
                    wanted.modifiers = pen.modifiers.difference(OVER_BLANKS);
                }
                bytes.extend_from_slice(turn(pen, wanted).as_bytes());
                pen = wanted;
            }
            bytes.extend_from_slice(cell.symbol().as_bytes());
        }
        if next.is_some() {
            self.place = None;
        }
        bytes.extend_from_slice(turn(pen, Pen::default()).as_bytes());
        let written = self.buffer.write_all(&bytes);
        bytes.clear();
        self.bytes = bytes;
        written
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(true)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(false)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.place == Some(position) {
            return Ok(());
        }
        self.place = Some(position);
        queue!(self.buffer, MoveTo(position.x, position.y))
    }

    /// Whoever clears the screen does not know what it was: nothing is known of it any more.
    fn clear(&mut self) -> io::Result<()> {
        self.place = None;
        self.is_hidden = None;
        self.terminal.clear()
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        self.terminal.clear_region(kind)
    }

    fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.terminal.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::style::Style;

    use super::*;
    use crate::tui::frames::{Cursor, Frames};

    const SIZE: Size = Size::new(20, 4);

    fn drawn(frames: &mut Frames<Brush>, buffer: &FrameBuffer, strokes: &[Stroke]) -> Vec<u8> {
        frames
            .draw(|frame| {
                paint(strokes, frame);
                Cursor::Resting(Position::new(3, 1))
            })
            .expect("memory takes everything");
        buffer.take()
    }

    type Stroke = (u16, u16, String, Style);

    fn paint(strokes: &[Stroke], buffer: &mut Buffer) {
        for (x, y, text, style) in strokes {
            buffer.set_stringn(*x, *y, text, 20, Style::reset().patch(*style));
        }
    }

    fn styles() -> impl Strategy<Value = Style> {
        let colour = || prop_oneof![Just(Color::Reset), (1_u8..4).prop_map(Color::Indexed)];
        let modifiers = prop::sample::subsequence(
            vec![
                Modifier::BOLD,
                Modifier::DIM,
                Modifier::ITALIC,
                Modifier::UNDERLINED,
                Modifier::REVERSED,
            ],
            0..3,
        );
        // The emulator knows one of bold and dim at a time.
        let modifiers = modifiers.prop_filter("one weight", |all| {
            !(all.contains(&Modifier::BOLD) && all.contains(&Modifier::DIM))
        });
        (colour(), colour(), modifiers).prop_map(|(foreground, background, modifiers)| {
            let style = Style::new().fg(foreground).bg(background);
            modifiers.into_iter().fold(style, Style::add_modifier)
        })
    }

    fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
        let text = "[а-яa-z  │▌»]{0,9}";
        prop::collection::vec((0_u16..20, 0_u16..4, text, styles()), 0..9)
    }

    fn emulator() -> vt100::Parser {
        let [rows, columns] = [SIZE.height, SIZE.width].map(|it| it.try_into().unwrap());
        vt100::Parser::new(rows, columns, 0)
    }

    fn vt_colour(colour: Color) -> vt100::Color {
        match colour {
            Color::Indexed(index) => vt100::Color::Idx(index),
            _ => vt100::Color::Default,
        }
    }

    proptest! {
        #[test]
        fn after_any_frames_a_terminal_shows_the_last(
            all in prop::collection::vec(strokes(), 1..6),
        ) {
            let buffer = FrameBuffer::default();
            let mut frames = Frames::new(Brush::new(buffer.clone()), SIZE);
            let mut terminal = emulator();
            for strokes in &all {
                terminal.process(&drawn(&mut frames, &buffer, strokes));
                let mut expected = Buffer::empty(SIZE.into());
                paint(strokes, &mut expected);
                let screen = terminal.screen();
                prop_assert_eq!(screen.cursor_position(), (1, 3));
                prop_assert!(screen.hide_cursor());
                for (x, y) in (0..SIZE.height).flat_map(|y| (0..SIZE.width).map(move |x| (x, y))) {
                    let (Some(cell), Some(seen)) = (expected.cell((x, y)), screen.cell(y, x)) else {
                        panic!("both have {x}, {y}");
                    };
                    let blank = if seen.contents().is_empty() { " " } else { seen.contents() };
                    prop_assert_eq!(blank, cell.symbol(), "{} {}", x, y);
                    prop_assert_eq!(seen.bgcolor(), vt_colour(cell.bg), "{} {}", x, y);
                    prop_assert_eq!(
                        (seen.underline(), seen.inverse()),
                        (
                            cell.modifier.contains(Modifier::UNDERLINED),
                            cell.modifier.contains(Modifier::REVERSED),
                        )
                    );
                    if !is_bare(cell) {
                        prop_assert_eq!(seen.fgcolor(), vt_colour(cell.fg), "{} {}", x, y);
                        prop_assert_eq!(
                            (seen.bold(), seen.dim(), seen.italic()),
                            (
                                cell.modifier.contains(Modifier::BOLD),
                                cell.modifier.contains(Modifier::DIM),
                                cell.modifier.contains(Modifier::ITALIC),
                            )
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn behind_a_wide_letter_the_way_is_told() {
        let buffer = FrameBuffer::default();
        let mut frames = Frames::new(Brush::new(buffer.clone()), SIZE);
        let strokes = [(0, 0, "会議 а".to_owned(), Style::new())];
        let bytes = drawn(&mut frames, &buffer, &strokes);
        let mut terminal = emulator();
        terminal.process(&bytes);
        assert_eq!(terminal.screen().contents(), "会議 а");
    }

    #[test]
    fn a_frame_like_the_one_before_is_no_byte() {
        let buffer = FrameBuffer::default();
        let mut frames = Frames::new(Brush::new(buffer.clone()), SIZE);
        let strokes = [(2, 1, "пункт 1.1".to_owned(), Style::new().bold())];
        assert!(!drawn(&mut frames, &buffer, &strokes).is_empty());
        assert_eq!(drawn(&mut frames, &buffer, &strokes), b"");
    }

    #[test]
    fn only_the_colour_that_changes_is_said_and_in_a_row_only_the_column() {
        let buffer = FrameBuffer::default();
        let mut frames = Frames::new(Brush::new(buffer.clone()), SIZE);
        let ground = Style::new().bg(Color::Indexed(2));
        let strokes = |text: &str| {
            [
                (0, 0, " ".repeat(20), ground),
                (0, 0, text.to_owned(), ground.fg(Color::Indexed(3))),
            ]
        };
        drawn(&mut frames, &buffer, &strokes("1.1  абвгдежз  срок"));
        let bytes = drawn(&mut frames, &buffer, &strokes("2.2  абвгдежз  день"));
        assert_eq!(
            String::from_utf8_lossy(&bytes).replace('\x1b', "^"),
            "^[1;1H^[38;5;3;48;5;2m2.2^[16Gдень^[0m^[2;4H"
        );
    }
}
