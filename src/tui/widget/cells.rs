//! Cells filled row by row: letters, ground, frames. What comes of it is what ratatui's own brushes
//! make; those look every cell up by its place and every letter up for compositions, and that is
//! most of what a frame costs.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, BorderType, Widget};

use super::text;

/// Writes a text from a place on, in at most `room` cells; the column behind it. Control characters
/// are left out. Outside of the buffer nothing is written.
pub fn write(
    text: &str,
    (x, y): (u16, u16),
    room: usize,
    style: Style,
    buffer: &mut Buffer,
) -> u16 {
    let free = usize::from(buffer.area.right().saturating_sub(x));
    let one_line = Rect::new(x, y, 1, 1);
    if free == 0 || room == 0 || !buffer.area.contains(one_line.as_position()) {
        return x;
    }
    if !text::is_plain(text) {
        return buffer.set_stringn(x, y, text, room, style).0;
    }
    let mut taken = 0_u16;
    let cells = row_mut(one_line, free.min(room), buffer);
    for (cell, letter) in cells.iter_mut().zip(text.chars()) {
        cell.set_char(letter).set_style(style);
        taken += 1;
    }
    x.saturating_add(taken)
}

/// Gives an area its style; the letters stay.
pub fn ground(area: Rect, style: Style, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for line in area.rows() {
        for cell in row_mut(line, usize::from(line.width), buffer) {
            cell.set_style(style);
        }
    }
}

/// A frame around an area with a title on its upper border.
pub fn frame(
    title: &str,
    weight: BorderType,
    (border, of_title): (Style, Style),
    area: Rect,
    buffer: &mut Buffer,
) {
    let area = area.intersection(buffer.area);
    // Where borders and title meet, ratatui knows what is left of them.
    if area.height < 2
        || !text::is_plain(title)
        || usize::from(area.width) < text::width(title).saturating_add(2)
    {
        let block = Block::bordered().border_type(weight);
        let block = block.border_style(border).title_style(of_title);
        block.title(title).render(area, buffer);
        return;
    }
    let set = weight.to_border_set();
    let last = area.bottom().saturating_sub(1);
    for line in area.rows() {
        let cells = row_mut(line, usize::from(line.width), buffer);
        if line.y == area.y {
            border_line(
                cells,
                (set.top_left, set.horizontal_top, set.top_right),
                border,
            );
        } else if line.y == last {
            let ends = (set.bottom_left, set.horizontal_bottom, set.bottom_right);
            border_line(cells, ends, border);
        } else if let [left, .., right] = cells {
            left.set_symbol(set.vertical_left).set_style(border);
            right.set_symbol(set.vertical_right).set_style(border);
        }
    }
    let start = (area.x.saturating_add(1), area.y);
    write(
        title,
        start,
        usize::from(area.width.saturating_sub(2)),
        of_title,
        buffer,
    );
}

fn border_line(cells: &mut [Cell], (left, middle, right): (&str, &str, &str), style: Style) {
    if let [first, between @ .., last] = cells {
        first.set_symbol(left).set_style(style);
        last.set_symbol(right).set_style(style);
        for cell in between {
            cell.set_symbol(middle).set_style(style);
        }
    }
}

/// So many cells from the beginning of a line on that lies in the buffer.
fn row_mut(line: Rect, count: usize, buffer: &mut Buffer) -> &mut [Cell] {
    let down = usize::from(line.y.saturating_sub(buffer.area.y));
    let across = usize::from(line.x.saturating_sub(buffer.area.x));
    let width = usize::from(buffer.area.width);
    let start = down.saturating_mul(width).saturating_add(across);
    let end = start.saturating_add(count.min(width.saturating_sub(across)));
    buffer.content.get_mut(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::style::{Color, Modifier};

    use super::*;

    /// A buffer that does not begin in the corner, and has been drawn in.
    fn drawn_in() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(2, 1, 30, 6));
        buffer.set_style(Rect::new(4, 2, 9, 3), Style::new().bg(Color::Blue));
        buffer.set_stringn(3, 3, "会議 Ёж", 20, Style::new().fg(Color::Red));
        buffer
    }

    fn style() -> impl Strategy<Value = Style> {
        let colour = prop::sample::select(vec![None, Some(Color::Red), Some(Color::Rgb(1, 2, 3))]);
        (colour.clone(), colour, any::<bool>()).prop_map(|(fg, bg, bold)| {
            let mut style = Style::new();
            (style.fg, style.bg) = (fg, bg);
            if bold {
                style.add_modifier(Modifier::BOLD)
            } else {
                style.remove_modifier(Modifier::BOLD)
            }
        })
    }

    fn area() -> impl Strategy<Value = Rect> {
        (0_u16..36, 0_u16..9, 0_u16..36, 0_u16..9).prop_map(|(x, y, width, height)| Rect {
            x,
            y,
            width,
            height,
        })
    }

    proptest! {
        #[test]
        fn letters_are_written_as_ratatui_writes_them(
            text in "([а-яёА-Яa-z «»—№…│▌█✓]{0,12}|[会議の]{0,4}|[\\x00-\\x1f\u{301}\u{200d}👩💻й́]{0,3}){0,4}",
            x in 2_u16..32,
            y in 1_u16..7,
            room in 0_usize..40,
            style in style(),
        ) {
            let (mut ours, mut theirs) = (drawn_in(), drawn_in());
            let behind = write(&text, (x, y), room, style, &mut ours);
            prop_assert_eq!(behind, theirs.set_stringn(x, y, &text, room, style).0);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn ground_is_laid_as_ratatui_lays_it(area in area(), style in style()) {
            let (mut ours, mut theirs) = (drawn_in(), drawn_in());
            ground(area, style, &mut ours);
            theirs.set_style(area, style);
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_frame_is_drawn_as_ratatui_draws_it(
            area in area(),
            title in " (.{0,3}|[а-яА-Я ]{0,20}|会議) ",
            thick in any::<bool>(),
            border in style(),
            of_title in style(),
        ) {
            let weight = if thick { BorderType::Thick } else { BorderType::Plain };
            let (mut ours, mut theirs) = (drawn_in(), drawn_in());
            frame(&title, weight, (border, of_title), area, &mut ours);
            let block = Block::bordered().border_type(weight).border_style(border);
            block.title_style(of_title).title(title).render(area, &mut theirs);
            prop_assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn outside_of_the_buffer_nothing_is_written() {
        let mut buffer = drawn_in();
        for place in [(0, 0), (32, 1), (2, 7), (1, 3), (u16::MAX, u16::MAX)] {
            assert_eq!(write("Ёж", place, 5, Style::new(), &mut buffer), place.0);
        }
        assert_eq!(buffer, drawn_in());
    }
}
