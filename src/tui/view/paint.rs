//! Small brushes: a text at a place, a row, a box, a list of pieces.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use crate::tui::model::{Action, Model};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::list::Viewport;
use crate::tui::widget::{cells, text};

/// Pieces of one line, each with its style.
#[derive(Clone, Debug, Default)]
pub(in crate::tui) struct Pieces(pub(super) Vec<(String, Style)>);

impl Pieces {
    pub(in crate::tui) fn new() -> Self {
        Self::default()
    }

    pub(in crate::tui) fn and(mut self, text: impl Into<String>, style: Style) -> Self {
        self.0.push((text.into(), style));
        self
    }

    /// Pieces that come from elsewhere, behind those that are there.
    pub(super) fn and_all(mut self, more: impl IntoIterator<Item = (String, Style)>) -> Self {
        self.0.extend(more);
        self
    }

    pub(super) fn width(&self) -> usize {
        self.0.iter().map(|(piece, _)| text::width(piece)).sum()
    }

    /// Draws the pieces from the left; what does not fit is cut off with `…`.
    pub(in crate::tui) fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let mut x = area.x;
        for (piece, style) in &self.0 {
            let room = usize::from(area.right().saturating_sub(x));
            if room == 0 {
                break;
            }
            let piece = text::cut(piece, room);
            x = cells::write(&piece, (x, area.y), room, *style, buffer);
        }
    }
}

/// «Backspace — без отбора» on the lower border of a list: how its filters go away.
pub(super) fn clear_hint(model: &Model, area: Rect, buffer: &mut Buffer) {
    let keys = model
        .keymap
        .chords(model.context(), Action::ClearFilters.name());
    // Under a prompt the list has no keys, and none for that.
    let Some(key) = keys.last() else {
        return;
    };
    let said = [("key", key.to_string().into())];
    let said = model.texts.with("filters-clear", &said);
    let line = Rect {
        x: area.x.saturating_add(2),
        y: area.bottom().saturating_sub(1),
        width: area.width.saturating_sub(4),
        height: area.height.min(1),
    };
    let style = model.theme.style(Role::Accent);
    Pieces::new()
        .and(format!(" {said} "), style)
        .draw(line, buffer);
}

/// One line of an area, counted from its top.
pub(in crate::tui) fn row(area: Rect, line: usize) -> Option<Rect> {
    let line = u16::try_from(line).ok()?;
    (line < area.height).then(|| Rect::new(area.x, area.y.saturating_add(line), area.width, 1))
}

/// What of a list shows in an area, from `offset` on: its line, its place in the list, itself.
pub(super) fn lines_in<T>(
    items: &[T],
    offset: usize,
    area: Rect,
) -> impl Iterator<Item = (Rect, usize, &T)> {
    let from_offset = items.iter().enumerate().skip(offset);
    area.rows()
        .zip(from_offset)
        .map(|(at, (place, item))| (at, place, item))
}

/// A frame with a title; returns what is inside.
pub(super) fn boxed(
    title: &str,
    focused: bool,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) -> Rect {
    let (border, weight) = if focused {
        (Role::BorderFocused, BorderType::Thick)
    } else {
        (Role::Border, BorderType::Plain)
    };
    let room = usize::from(area.width.saturating_sub(4));
    let heading = format!(" {} ", text::cut(title, room));
    let styles = (theme.style(border), theme.style(Role::Title));
    cells::frame(&heading, weight, styles, area, buffer);
    Block::bordered().inner(area)
}

/// A box over the screen, in the middle of an area; returns what is inside.
pub(super) fn overlay(
    title: &str,
    width: u16,
    height: u16,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) -> Rect {
    let place = centred(width, height, area);
    Clear.render(place, buffer);
    cells::ground(place, theme.style(Role::Overlay), buffer);
    boxed(title, true, place, buffer, theme)
}

/// The middle of an area.
pub(super) fn centred(width: u16, height: u16, area: Rect) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    Rect::new(
        area.x + (area.width - width) / 2,
        area.y + (area.height - height) / 2,
        width,
        height,
    )
}

/// The row under the cursor: its ground and the sign in the margin.
pub(super) fn cursor_row(area: Rect, focused: bool, buffer: &mut Buffer, theme: &Theme) {
    let role = if focused {
        Role::Selected
    } else {
        Role::SelectedUnfocused
    };
    cells::ground(area, theme.style(role), buffer);
    marker(area, buffer, theme);
    if focused && let Some(cell) = buffer.cell_mut(area.as_position()) {
        cell.modifier.insert(RESTING);
    }
}

/// What marks the row with the keys until the frame is done; no theme blinks.
const RESTING: Modifier = Modifier::RAPID_BLINK;

/// Where the terminal's own cursor rests while no text is edited, so that braille displays and
/// screen readers follow the chosen row: the uppermost row marked by [`cursor_row`]. The marks are
/// taken away.
pub(super) fn take_resting_place(buffer: &mut Buffer) -> Option<Position> {
    let width = usize::from(buffer.area.width).max(1);
    let origin = buffer.area.as_position();
    let mut found = None;
    for (index, cell) in buffer.content.iter_mut().enumerate() {
        if !cell.modifier.contains(RESTING) {
            continue;
        }
        cell.modifier.remove(RESTING);
        let across = u16::try_from(index % width).unwrap_or_default();
        let down = u16::try_from(index / width).unwrap_or_default();
        found = found.or(Some(Position::new(origin.x + across, origin.y + down)));
    }
    found
}

/// The ground of a row of a list that has the keys: `plain`, or the cursor's, which is drawn.
pub(super) fn cursor_ground(
    is_cursor: bool,
    plain: Role,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) -> Style {
    if !is_cursor {
        return theme.style(plain);
    }
    cursor_row(area, true, buffer, theme);
    theme.style(Role::Selected)
}

/// An area without its first columns.
pub(super) fn inset(area: Rect, by: u16) -> Rect {
    Rect {
        x: area.x.saturating_add(by),
        width: area.width.saturating_sub(by),
        ..area
    }
}

/// The sign of the cursor in the margin of its row, for those who draw over the margin.
pub(super) fn marker(area: Rect, buffer: &mut Buffer, theme: &Theme) {
    cells::write("▌", (area.x, area.y), 1, theme.style(Role::Marker), buffer);
}

/// A line that says how much lies above and below, at the right end of a list's frame.
pub(super) fn scroll_hint(
    offset: usize,
    shown: usize,
    total: usize,
    area: Rect,
    buffer: &mut Buffer,
    theme: &Theme,
) {
    if total <= shown || area.height < 3 {
        return;
    }
    let view = Viewport {
        offset,
        height: shown,
    };
    let Some((start, length)) = view.thumb(total) else {
        return;
    };
    let x = area.right().saturating_sub(1);
    for line in start..start.saturating_add(length) {
        let Ok(line) = u16::try_from(line) else { break };
        let y = area.y.saturating_add(1).saturating_add(line);
        if y < area.bottom().saturating_sub(1) {
            cells::write("┃", (x, y), 1, theme.style(Role::Scrollbar), buffer);
        }
    }
}

/// Text wrapped to a width, each line in one style.
pub(super) fn wrapped(content: &str, width: usize, style: Style) -> Vec<Pieces> {
    text::wrap(content, width)
        .into_iter()
        .map(|line| Pieces::new().and(line, style))
        .collect()
}

/// A label and text behind it, wrapped and indented by two cells where it goes on.
pub(super) fn labelled(
    label: &str,
    content: &str,
    width: usize,
    label_style: Style,
    style: Style,
) -> Vec<Pieces> {
    let label_width = text::width(label) + 1;
    if width < label_width + 8 {
        let mut lines = wrapped(label, width, label_style);
        lines.extend(wrapped(content, width, style));
        return lines;
    }
    // The first line is shorter by the label: wrap with a stand-in of its width in front.
    let stand_in = "\u{a0}".repeat(label_width);
    let wrapped_text = text::wrap(&format!("{stand_in}{content}"), width.saturating_sub(0));
    let mut lines = Vec::new();
    for (place, line) in wrapped_text.into_iter().enumerate() {
        if place == 0 {
            let rest: String = line.chars().skip(label_width).collect();
            lines.push(
                Pieces::new()
                    .and(format!("{label} "), label_style)
                    .and(rest, style),
            );
        } else {
            lines.push(Pieces::new().and(line, style));
        }
    }
    lines
}
