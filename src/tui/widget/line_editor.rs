//! The one text field of the program: a note of many lines, a decision, a search.
//!
//! Editing is `ratatui_textarea`'s; this adds what it lacks for Russian office work: letters
//! composed of two (й from a Mac), a limit, text made safe, and moves that do not stop inside
//! of a letter. Keys are taken by their physical place, characters as they are typed.

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::GraphemeCursor;

use crate::domain::layout::to_latin;
use crate::domain::safe_text::SafeText;
use crate::tui::keymap::{Chord, Key};
use crate::tui::theme::{Role, Theme};
use crate::tui::widget::{cells, text};

/// Steps of undo a field remembers.
const UNDO_STEPS: usize = 200;

/// What a key did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// Nothing: the key is not one of a text field.
    Ignored,
    /// The cursor moved, or could not.
    Moved,
    /// The text changed, or could not because of the limit.
    Changed,
}

/// A text field of one line or of many.
#[derive(Debug, Clone)]
pub struct LineEditor {
    area: TextArea<'static>,
    many_lines: bool,
    limit: usize,
}

impl LineEditor {
    /// An empty field of one line, for at most `limit` characters.
    pub fn one_line(limit: usize) -> Self {
        Self::new(false, limit, vec![String::new()])
    }

    /// An empty field of many lines, for at most `limit` characters.
    pub fn multi_line(limit: usize) -> Self {
        Self::new(true, limit, vec![String::new()])
    }

    fn new(many_lines: bool, limit: usize, lines: Vec<String>) -> Self {
        let mut area = TextArea::new(lines);
        area.set_max_histories(UNDO_STEPS);
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        if many_lines {
            area.set_wrap_mode(WrapMode::WordOrGlyph);
        }
        Self {
            area,
            many_lines,
            limit,
        }
    }

    /// The same field with this text, the cursor at its end and nothing to undo.
    #[must_use]
    pub fn with_text(self, raw: &str) -> Self {
        let text = self.acceptable(raw, self.limit);
        let lines = text.split('\n').map(str::to_owned).collect();
        let mut field = Self::new(self.many_lines, self.limit, lines);
        field.area.move_cursor(CursorMove::Bottom);
        field.area.move_cursor(CursorMove::End);
        field
    }

    /// The text, lines separated by `\n`.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The lines of the text, at least one.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.area.is_empty()
    }

    /// The line and the character the cursor stands before, from 0.
    pub fn cursor(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        (cursor.0, cursor.1)
    }

    /// Puts the cursor behind so many characters of the text, line breaks counted.
    pub fn move_to(&mut self, mut at: usize) {
        let mut row = 0;
        for line in self.lines() {
            let length = line.chars().count();
            if at <= length {
                break;
            }
            at -= length + 1;
            row += 1;
        }
        let within = |place| u16::try_from(place).unwrap_or(u16::MAX);
        self.area
            .move_cursor(CursorMove::Jump(within(row), within(at)));
    }

    /// The same field with all of its text selected: what is typed takes its place.
    #[must_use]
    pub fn selected(mut self) -> Self {
        if !self.is_empty() {
            self.area.select_all();
        }
        self
    }

    /// Whether the text is selected.
    pub fn is_selected(&self) -> bool {
        self.area.selection_range().is_some()
    }

    /// Empties the field; can be undone.
    pub fn clear(&mut self) {
        self.area.clear();
    }

    /// Takes a key. Enter is one of the field only where there are many lines, Tab and Esc never.
    pub fn key(&mut self, event: &KeyEvent) -> Response {
        if event.kind == KeyEventKind::Release {
            return Response::Ignored;
        }
        if let KeyCode::Char(character) = event.code {
            let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
            let alt = event.modifiers.contains(KeyModifiers::ALT);
            // AltGr comes as Ctrl with Alt and gives signs, never letters or digits.
            if (!ctrl && !alt) || (ctrl && alt && !character.is_alphanumeric()) {
                self.type_character(character);
                return Response::Changed;
            }
            if alt
                && !ctrl
                && let Some(sign) = sign_of_key(character)
            {
                self.type_character(sign);
                return Response::Changed;
            }
        }
        let Some(chord) = Chord::from_event(event) else {
            return Response::Ignored;
        };
        self.edit(chord)
    }

    /// Puts in pasted text, made safe; what exceeds the limit is left out. How many characters
    /// found no room.
    pub fn paste(&mut self, raw: &str) -> usize {
        // Not much more is made safe than finds room: a longer text would be cut off there.
        let most = self.limit.saturating_mul(2);
        let fitting = first_letters(raw, most);
        let beyond = raw.chars().count().saturating_sub(most);
        let pasted = self.acceptable(&fitting, usize::MAX);
        let text = self.joined(pasted);
        let kept = first_letters(&text, self.room());
        self.area.insert_str(&kept);
        let left = text.chars().count().saturating_sub(kept.chars().count());
        left.saturating_add(beyond)
    }

    /// How many characters it takes at most.
    pub fn limit(&self) -> usize {
        self.limit
    }

    /// Draws the field and tells where the terminal's cursor belongs.
    pub fn render(&self, area: Rect, buf: &mut Buffer, theme: &Theme) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        self.area.render(area, buf);
        cells::ground(area, theme.style(Role::Input), buf);
        if self.is_selected() {
            let longest = self.lines().iter().map(|line| text::width(line)).max();
            let width = u16::try_from(longest.unwrap_or(0)).unwrap_or(u16::MAX);
            let chosen = Rect {
                width: area.width.min(width),
                ..area
            };
            cells::ground(chosen, theme.style(Role::Selected), buf);
        }
        let cursor = self.area.screen_cursor();
        let (top, left) = self.area.scroll_offset();
        let within = |place: usize, start: u16, length: u16| {
            let place = u16::try_from(place).unwrap_or(u16::MAX);
            place.saturating_sub(start).min(length.saturating_sub(1))
        };
        Some(Position::new(
            area.x.saturating_add(within(cursor.col, left, area.width)),
            area.y.saturating_add(within(cursor.row, top, area.height)),
        ))
    }

    fn edit(&mut self, chord: Chord) -> Response {
        let Chord { key, ctrl, alt, .. } = chord;
        let moves = matches!(
            key,
            Key::Left | Key::Right | Key::Up | Key::Down | Key::Home | Key::End
        ) || (ctrl || alt) && matches!(key, Key::Char('a' | 'e' | 'b' | 'f'));
        if moves {
            self.area.cancel_selection();
        }
        match (key, ctrl, alt) {
            (Key::Left, false, false) => self.step(CursorMove::Back),
            (Key::Right, false, false) => self.step(CursorMove::Forward),
            (Key::Left, true, false) | (Key::Char('b'), false, true) => {
                self.step(CursorMove::WordBack)
            }
            (Key::Right, true, false) | (Key::Char('f'), false, true) => {
                self.step(CursorMove::WordForward)
            }
            (Key::Up, false, false) if self.many_lines => self.step(CursorMove::Up),
            (Key::Down, false, false) if self.many_lines => self.step(CursorMove::Down),
            (Key::Home, false, false) | (Key::Char('a'), true, false) => {
                self.step(CursorMove::Head)
            }
            (Key::End, false, false) | (Key::Char('e'), true, false) => self.step(CursorMove::End),
            (Key::Home, true, false) if self.many_lines => self.step(CursorMove::Top),
            (Key::End, true, false) if self.many_lines => self.step(CursorMove::Bottom),
            (Key::Backspace, false, false) | (Key::Char('h'), true, false) => {
                self.area.delete_char();
                Response::Changed
            }
            (Key::Delete, false, false) => self.delete_letter(),
            (Key::Backspace | Key::Char('w'), true, false) | (Key::Backspace, false, true) => {
                self.area.delete_word();
                Response::Changed
            }
            (Key::Delete, true, false) | (Key::Char('d'), false, true) => {
                self.area.delete_next_word();
                Response::Changed
            }
            (Key::Char('u'), true, false) => {
                self.area.delete_line_by_head();
                Response::Changed
            }
            (Key::Char('k'), true, false) => {
                self.area.delete_line_by_end();
                Response::Changed
            }
            (Key::Char('z'), true, false) => {
                self.area.undo();
                Response::Changed
            }
            (Key::Char('y'), true, false) => {
                self.area.redo();
                Response::Changed
            }
            (Key::Enter, false, _) if self.many_lines => {
                if self.room() > 0 {
                    self.area.insert_newline();
                }
                Response::Changed
            }
            _ => Response::Ignored,
        }
    }

    fn delete_letter(&mut self) -> Response {
        self.area.delete_next_char();
        while !self.between_letters() && self.area.delete_next_char() {}
        Response::Changed
    }

    /// Moves, and on to the edge of the letter if the move ended inside of one.
    fn step(&mut self, direction: CursorMove) -> Response {
        self.area.move_cursor(direction);
        let onward = match direction {
            CursorMove::Forward | CursorMove::WordForward => CursorMove::Forward,
            _ => CursorMove::Back,
        };
        while !self.between_letters() {
            let before = self.cursor();
            self.area.move_cursor(onward);
            if self.cursor() == before {
                break;
            }
        }
        Response::Moved
    }

    fn between_letters(&self) -> bool {
        let (row, column) = self.cursor();
        let Some(line) = self.lines().get(row) else {
            return true;
        };
        let Some((place, _)) = line.char_indices().nth(column) else {
            return true;
        };
        GraphemeCursor::new(place, line.len(), true)
            .is_boundary(line, 0)
            .unwrap_or(true)
    }

    fn type_character(&mut self, character: char) {
        let typed = self.acceptable(character.encode_utf8(&mut [0; 4]), usize::MAX);
        let text = self.joined(typed);
        if text.chars().count() <= self.room() {
            self.area.insert_str(&text);
        }
    }

    /// Text to put in at the cursor: if it begins with a mark that makes one letter with the one
    /// before the cursor («и» and breve are «й»), that one is taken out and goes in anew.
    fn joined(&mut self, text: String) -> String {
        let mark = text
            .chars()
            .next()
            .filter(|first| is_combining_mark(*first));
        let (row, column) = self.cursor();
        let line = self.lines().get(row).map_or("", String::as_str);
        let before = column
            .checked_sub(1)
            .and_then(|place| line.chars().nth(place));
        let (Some(before), Some(mark)) = (before, mark) else {
            return text;
        };
        let mut composed = [before, mark].into_iter().nfc();
        let (Some(letter), None) = (composed.next(), composed.next()) else {
            return text;
        };
        self.area.delete_char();
        std::iter::once(letter)
            .chain(text.chars().skip(1))
            .collect()
    }

    fn room(&self) -> usize {
        if self.is_selected() {
            return self.limit;
        }
        let lines = self.lines();
        let breaks = lines.len().saturating_sub(1);
        let taken = lines
            .iter()
            .fold(breaks, |sum, line| sum.saturating_add(line.chars().count()));
        self.limit.saturating_sub(taken)
    }

    fn acceptable(&self, raw: &str, limit: usize) -> String {
        let safe = SafeText::new(raw);
        let text = if self.many_lines {
            safe.to_string()
        } else {
            safe.replace('\n', " ")
        };
        first_letters(&text, limit)
    }
}

/// The sign the Latin layout has on a key, for signs the Russian layout has not: Alt with the key
/// of `@`, `#`, `"`, `[`, `]` types it, with Shift where the Latin layout needs it and, for `@` and
/// `#`, without. A full stop and a comma say nothing about their key.
fn sign_of_key(typed: char) -> Option<char> {
    let sign = match typed {
        '2' | '@' => '@',
        '3' | '#' => '#',
        '.' | ',' => return None,
        _ => Some(to_latin(typed)).filter(|latin| *latin != typed)?,
    };
    (!sign.is_alphanumeric()).then_some(sign)
}

fn first_letters(text: &str, limit: usize) -> String {
    text.chars().take(limit).collect()
}

#[cfg(test)]
mod tests;
