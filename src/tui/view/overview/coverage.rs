//! Measures by week: what was spoken of, and what has been silent for how long.

use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::model::Model;
use super::super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::super::theme::Role;
use super::super::super::widget::text;
use super::super::paint::{Pieces, cursor_ground, inset, row, scroll_hint};
use crate::domain::document::HeadingKey;
use crate::tui::model::plan::Node;
use crate::tui::select::overview::rows_of;
use crate::tui::select::plan::Content;

/// The months.
const HEAD: u16 = 1;

/// The least room for number and title.
const LABEL: usize = 24;

/// The room for «12 нед.».
const TAIL: usize = 9;

/// A share from little to everything.
pub(super) const STEPS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The rows; the legend stands on the line below them.
pub(super) fn list(area: Rect) -> Rect {
    Rect {
        y: area.y.saturating_add(HEAD),
        height: area.height.saturating_sub(HEAD + 1),
        ..area
    }
}

pub(super) fn list_height(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(HEAD + 1))
}

/// Which weeks are seen: as many as fit, the day's among them unless one has gone back.
fn window(counted: &Counted, back: usize, room: usize) -> std::ops::Range<usize> {
    let total = counted.weeks.len();
    let now = counted
        .weeks
        .iter()
        .rposition(|week| week.first <= counted.day)
        .map_or(0, |place| place + 1);
    // A few weeks ahead tell where the day is.
    let end = (now + 4)
        .min(total)
        .saturating_sub(back)
        .max(room.min(total));
    end.saturating_sub(room)..end
}

pub(super) fn draw(
    model: &Model,
    state: &OverviewState,
    counted: &Counted,
    area: Rect,
    buffer: &mut Buffer,
) {
    let theme = &model.theme;
    let width = usize::from(area.width);
    let room = width.saturating_sub(LABEL + TAIL).min(counted.weeks.len());
    let weeks = window(counted, state.back, room);
    let label = width.saturating_sub(weeks.len() + TAIL);
    if let Some(at) = row(area, 0) {
        months(model, counted, weeks.clone(), label).draw(at, buffer);
    }
    let list = list(area);
    let rows = rows_of(model, Tab::Coverage);
    let shown = usize::from(list.height);
    for (at, place, content) in rows.within(state.offset, list) {
        let ground = cursor_ground(place == state.row, Role::Text, at, buffer, theme);
        let inside = inset(at, 1);
        let indent = "  ".repeat(content.depth.saturating_sub(1));
        let name = format!("{indent}{}", content.name());
        let all = match content.content {
            Content::Heading(heading) => heading.activities().count(),
            _ => 0,
        };
        // Branches of branches name what stands below them.
        let pieces = if all == 0 {
            Pieces::new().and(
                text::cut(&name, width).into_owned(),
                ground.patch(theme.style(Role::Section)),
            )
        } else {
            let Node::Heading(key) = content.node else {
                continue;
            };
            let mut pieces = Pieces::new().and(text::pad(&name, label.saturating_sub(2)), ground);
            pieces = pieces.and(" ", ground);
            for place in weeks.clone() {
                let (sign, role) = sign(counted, key, place, all);
                pieces = pieces.and(sign, ground.patch(theme.style(role)));
            }
            let (said, role) = silence(model, counted, key);
            pieces.and(
                text::pad_left(&said, TAIL - 1),
                ground.patch(theme.style(role)),
            )
        };
        pieces.draw(inside, buffer);
    }
    if let Some(at) = row(area, usize::from(area.height.saturating_sub(1))) {
        let legend = model.texts.get("overview-legend-coverage");
        Pieces::new()
            .and(legend, theme.style(Role::Dim))
            .draw(at, buffer);
    }
    let framed = Rect {
        y: list.y.saturating_sub(1),
        height: list.height.saturating_add(2),
        width: list.width.saturating_add(1),
        ..list
    };
    scroll_hint(state.offset, shown, rows.len(), framed, buffer, theme);
}

/// The names of the months over their first weeks.
fn months(model: &Model, counted: &Counted, weeks: std::ops::Range<usize>, label: usize) -> Pieces {
    let theme = &model.theme;
    let mut line = Pieces::new().and(
        " ".repeat(label.saturating_sub(1) + 1),
        theme.style(Role::Dim),
    );
    let mut known = None;
    let mut left = 0_usize;
    for place in weeks {
        let Some(week) = counted.weeks.get(place) else {
            break;
        };
        let month = (week.first.year(), week.first.month());
        if left > 0 {
            left -= 1;
            if known != Some(month) && left == 0 {
                known = Some(month);
            }
            continue;
        }
        if known == Some(month) {
            line = line.and(" ", theme.style(Role::Dim));
            continue;
        }
        known = Some(month);
        // A month that ends before its name would leaves its place to the next one.
        let later = counted.weeks.get(place + 2).map(|week| week.first.month());
        if later.is_some_and(|later| later != month.1) {
            line = line.and(" ", theme.style(Role::Dim));
            continue;
        }
        let name: String = model.texts.date_month(week.first).chars().take(3).collect();
        line = line.and(text::pad(&name, 4), theme.style(Role::Dim));
        left = 3;
    }
    line
}

fn sign(counted: &Counted, measure: HeadingKey, place: usize, all: usize) -> (&'static str, Role) {
    let ahead = counted
        .weeks
        .get(place)
        .is_none_or(|week| week.first > counted.day);
    if ahead {
        return (" ", Role::Text);
    }
    let touched = counted
        .coverage
        .get(&measure)
        .and_then(|weeks| weeks.get(place))
        .copied()
        .unwrap_or(0);
    if touched == 0 {
        return ("·", Role::Dim);
    }
    let step = (touched * STEPS.len())
        .div_ceil(all.max(1))
        .min(STEPS.len());
    let sign = STEPS.get(step.saturating_sub(1)).copied().unwrap_or("█");
    (sign, Role::BarFilled)
}

/// How many weeks nobody has spoken of a measure.
fn silence(model: &Model, counted: &Counted, measure: HeadingKey) -> (String, Role) {
    let past = counted
        .weeks
        .iter()
        .filter(|week| week.first <= counted.day)
        .count();
    let weeks = counted.coverage.get(&measure);
    let last = weeks.and_then(|weeks| weeks.iter().take(past).rposition(|touched| *touched > 0));
    let Some(last) = last else {
        return (model.texts.get("overview-never"), Role::Silent);
    };
    let silent = past.saturating_sub(last + 1);
    let role = if silent >= usize::from(model.workspace.settings().silent_weeks) {
        Role::Silent
    } else {
        Role::Dim
    };
    let said = model
        .texts
        .with("overview-silent", &[("weeks", silent.into())]);
    (said, role)
}
