//! The numbers of the day against those of a week before, and a bar for every direction and
//! measure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_row, marker, row, scroll_hint};
use super::reached;
use crate::domain::workspace::{Numbers, Tally, WHOLE};
use crate::tui::model::plan::Node;
use crate::tui::select::overview::rows_of;

/// From this width on the bars stand beside the numbers.
const WIDE: u16 = 110;

/// The width of the numbers when the bars stand beside them.
const TABLE: u16 = 56;

/// The lines of the table with its heading.
const LINES: u16 = 14;

/// Fewer thousandths than this behind the plan are no news.
const SLACK: u32 = 100;

fn split(area: Rect) -> (Rect, Rect) {
    if area.width >= WIDE {
        let table = Rect {
            width: TABLE,
            ..area
        };
        let bars = Rect {
            x: area.x + TABLE + 2,
            width: area.width - TABLE - 2,
            ..area
        };
        return (table, bars);
    }
    // In a low window the bars keep half of it.
    let height = LINES.min(area.height / 2 + 1);
    let table = Rect { height, ..area };
    let bars = Rect {
        y: area.y + height,
        height: area.height.saturating_sub(height),
        ..area
    };
    (table, bars)
}

/// The rows of the bars; their heading stands above.
pub(super) fn list(area: Rect) -> Rect {
    below_heading(split(area).1)
}

fn below_heading(bars: Rect) -> Rect {
    Rect {
        y: bars.y.saturating_add(1),
        height: bars.height.saturating_sub(1),
        ..bars
    }
}

pub(super) fn list_height(area: Rect) -> usize {
    usize::from(list(area).height)
}

pub(super) fn draw(
    model: &Model,
    state: &OverviewState,
    counted: &Counted,
    area: Rect,
    buffer: &mut Buffer,
) {
    let (left, right) = split(area);
    let used = table(model, counted, left, buffer);
    // Of a narrow window the bars take the rest.
    if area.width >= WIDE {
        let under = Rect {
            y: left.y.saturating_add(used),
            height: left.height.saturating_sub(used),
            ..left
        };
        reached::draw(model, under, buffer);
    }
    bars(model, state, counted, right, buffer);
}

/// A line of the table: its text, what it counts, and whether more of it is worse.
struct Line {
    id: &'static str,
    count: fn(&Numbers) -> Option<usize>,
    role: Role,
}

/// The weightiest first: a low window shows only these.
const TABLE_LINES: &[Line] = &[
    Line {
        id: "overview-activities",
        count: |numbers| Some(numbers.all.activities),
        role: Role::Title,
    },
    Line {
        id: "overview-finished",
        count: |numbers| Some(numbers.all.finished),
        role: Role::Done,
    },
    Line {
        id: "overview-in-time",
        count: |numbers| numbers.all.in_time_percent(),
        role: Role::Done,
    },
    Line {
        id: "overview-overdue",
        count: |numbers| Some(numbers.all.overdue),
        role: Role::Overdue,
    },
    Line {
        id: "overview-moved",
        count: |numbers| Some(numbers.all.points_moved),
        role: Role::Postponed,
    },
    Line {
        id: "overview-postponed",
        count: |numbers| Some(numbers.all.postponed),
        role: Role::Postponed,
    },
    Line {
        id: "overview-due",
        count: |numbers| Some(numbers.all.points_due),
        role: Role::Text,
    },
    Line {
        id: "overview-done",
        count: |numbers| Some(numbers.all.points_done),
        role: Role::Done,
    },
    Line {
        id: "overview-before-record",
        count: |numbers| Some(numbers.all.points_before).filter(|count| *count > 0),
        role: Role::Dim,
    },
    Line {
        id: "overview-at-risk",
        count: |numbers| Some(numbers.all.at_risk),
        role: Role::AtRisk,
    },
    Line {
        id: "overview-untouched",
        count: |numbers| Some(numbers.all.untouched),
        role: Role::Silent,
    },
    Line {
        id: "overview-meetings",
        count: |numbers| Some(numbers.meetings),
        role: Role::Text,
    },
    Line {
        id: "overview-assignments",
        count: |numbers| Some(numbers.assignments_open),
        role: Role::Text,
    },
    Line {
        id: "overview-assignments-overdue",
        count: |numbers| Some(numbers.assignments_overdue),
        role: Role::Overdue,
    },
];

/// Draws the numbers; how many lines they take, with one to keep apart what comes under them.
fn table(model: &Model, counted: &Counted, area: Rect, buffer: &mut Buffer) -> u16 {
    let theme = &model.theme;
    let texts = &model.texts;
    let width = usize::from(area.width);
    let label = width.saturating_sub(27).min(34);
    if let Some(at) = row(area, 0) {
        let day = texts.with(
            "overview-on",
            &[("day", texts.date_full(counted.day).into())],
        );
        Pieces::new()
            .and(" ".repeat(label), theme.style(Role::Dim))
            .and(text::pad_left(&day, 10), theme.style(Role::Section))
            .and(
                text::pad_left(&texts.get("overview-before"), 16),
                theme.style(Role::Dim),
            )
            .draw(at, buffer);
    }
    // Who began with the plan has nothing that was done before the record.
    let said =
        |line: &&Line| line.id != "overview-before-record" || (line.count)(&counted.now).is_some();
    let mut used = 2;
    for (place, line) in TABLE_LINES.iter().filter(said).enumerate() {
        used += 1;
        let Some(at) = row(area, place + 1) else {
            break;
        };
        let now = (line.count)(&counted.now);
        let before = (line.count)(&counted.before);
        // Nothing is nothing to be alarmed at.
        let role = if now == Some(0) { Role::Dim } else { line.role };
        Pieces::new()
            .and(
                text::pad(&texts.get(line.id), label),
                theme.style(Role::Text),
            )
            .and(text::pad_left(&figure(now), 10), theme.style(role))
            .and(text::pad_left(&figure(before), 9), theme.style(Role::Dim))
            .and(
                text::pad_left(&change(now, before), 7),
                theme.style(Role::Accent),
            )
            .draw(at, buffer);
    }
    used
}

fn figure(count: Option<usize>) -> String {
    count.map_or_else(|| "–".to_owned(), |count| count.to_string())
}

/// «+2», «−1»; nothing when it is the same.
fn change(now: Option<usize>, before: Option<usize>) -> String {
    match (now, before) {
        (Some(now), Some(before)) if now > before => format!("+{}", now - before),
        (Some(now), Some(before)) if now < before => format!("−{}", before - now),
        _ => String::new(),
    }
}

fn bars(model: &Model, state: &OverviewState, counted: &Counted, area: Rect, buffer: &mut Buffer) {
    let theme = &model.theme;
    if let Some(at) = row(area, 0) {
        let title = model.texts.get("overview-progress");
        Pieces::new()
            .and(title, theme.style(Role::Section))
            .draw(at, buffer);
    }
    let list = below_heading(area);
    let rows = rows_of(model, Tab::Numbers);
    let shown = usize::from(list.height);
    let width = usize::from(list.width);
    let bar = (width / 3).clamp(10, 40);
    // «100 / 100 %» stands behind the bar.
    // The last column is the scroll bar's: there it hid the sign of what lags behind.
    let label = width.saturating_sub(bar + 17);
    for (at, place, content) in rows.within(state.offset, list) {
        let is_cursor = place == state.row;
        if is_cursor {
            cursor_row(at, true, buffer, theme);
        }
        let indent = "  ".repeat(content.depth);
        let name = format!("{indent}{}", content.name());
        let role = if content.depth == 0 {
            Role::Title
        } else {
            Role::Text
        };
        let tally = match content.node {
            Node::Document(key) => counted.now.documents.get(&key),
            Node::Heading(key) => counted.now.headings.get(&key),
            Node::Activity(_) => continue,
        };
        let tally = tally.copied().unwrap_or_default();
        let ground = theme.style(if is_cursor {
            Role::Selected
        } else {
            Role::Text
        });
        let behind = tally.progress + SLACK < tally.expected;
        let said = format!(
            "{:>4} /{:>4} %",
            percent(tally.progress),
            percent(tally.expected)
        );
        let mut pieces = Pieces::new()
            .and(" ", ground)
            .and(text::pad(&name, label), ground.patch(theme.style(role)))
            .and(" ", ground);
        for (cells, role) in bar_pieces(&tally, bar) {
            pieces = pieces.and(cells, ground.patch(theme.style(role)));
        }
        let role = if behind { Role::AtRisk } else { Role::Dim };
        pieces
            .and(said, ground.patch(theme.style(role)))
            .and(
                if behind { " !" } else { "" },
                ground.patch(theme.style(role)),
            )
            .draw(at, buffer);
        if is_cursor {
            marker(at, buffer, theme);
        }
    }
    scroll_hint(state.offset, shown, rows.len(), area, buffer, theme);
}

fn percent(share: u32) -> u32 {
    share * 100 / WHOLE
}

/// What is done, what is not, and a stroke where the plan would be.
fn bar_pieces(tally: &Tally, width: usize) -> Vec<(String, Role)> {
    let cells = |share: u32| {
        let whole = usize::try_from(WHOLE).unwrap_or(1);
        (usize::try_from(share).unwrap_or(0) * width / whole).min(width)
    };
    let done = cells(tally.progress);
    let plan = cells(tally.expected).min(width.saturating_sub(1));
    let mut pieces: Vec<(String, Role)> = Vec::new();
    for cell in 0..width {
        let (sign, role) = match cell {
            cell if cell == plan && tally.expected > 0 => ("│", Role::Accent),
            cell if cell < done => ("█", Role::BarFilled),
            _ => ("░", Role::BarRest),
        };
        match pieces.last_mut() {
            Some((run, known)) if *known == role => run.push_str(sign),
            _ => pieces.push((sign.to_owned(), role)),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(progress: u32, expected: u32) -> String {
        let tally = Tally {
            progress,
            expected,
            ..Tally::default()
        };
        let pieces = bar_pieces(&tally, 10);
        pieces.into_iter().map(|(cells, _)| cells).collect()
    }

    #[test]
    fn a_bar_is_as_wide_as_asked_and_shows_the_plan() {
        assert_eq!(drawn(0, 0), "░░░░░░░░░░");
        assert_eq!(drawn(500, 700), "█████░░│░░");
        assert_eq!(drawn(1000, 1000), "█████████│");
        assert_eq!(drawn(700, 300), "███│███░░░");
    }

    #[test]
    fn a_change_has_a_sign() {
        assert_eq!(change(Some(3), Some(5)), "−2");
        assert_eq!(change(Some(5), Some(3)), "+2");
        assert_eq!(change(Some(5), Some(5)), "");
        assert_eq!(change(Some(5), None), "");
    }
}
