//! The rows of the pictures, and the numbers they show.

use std::sync::Arc;

use crate::domain::date::{Date, Span};
use crate::domain::document::Document;
use crate::domain::workspace::{DueOn, Node, OutlineLine};
use crate::tui::model::overview::{Counted, DueWeek, Tab};
use crate::tui::model::{Model, Screen};
use crate::tui::select::plan::Rows;

/// The day the pictures are of: the one the screens speak of, while it lies in the plan's years;
/// before them their beginning, after them the last day anything was recorded for.
pub fn day_of(model: &Model) -> Date {
    let day = model.day();
    let period = model.workspace.period();
    if period.contains(day) {
        return day;
    }
    if day < period.first {
        return period.first;
    }
    let last = model.workspace.ledger().meetings().keys().next_back();
    let begins = model.workspace.main_document().and_then(Document::begins);
    last.copied().or(begins).unwrap_or(period.last)
}

/// The rows of a picture.
pub fn rows_of(model: &Model, tab: Tab) -> Rows<'_> {
    let outline = model.workspace.outline();
    let places = model.kept.picture.of(
        |(known, of)| Arc::ptr_eq(known, &outline) && *of == tab,
        || {
            let outermost = usize::from(model.workspace.has_several_documents());
            let is_shown = |line: &OutlineLine| {
                let is_activity = matches!(line.node, Node::Activity(_));
                match tab {
                    Tab::Numbers | Tab::Coverage => !is_activity,
                    Tab::Calendar => is_activity,
                    Tab::Timeline => is_activity || line.depth <= outermost,
                    Tab::Indicators | Tab::Week => false,
                }
            };
            let lines = outline.lines().iter().enumerate();
            let shown = lines.filter(|(_, line)| is_shown(line));
            let places: Vec<usize> = shown.map(|(place, _)| place).collect();
            ((Arc::clone(&outline), tab), places.into())
        },
    );
    Rows::new(model, outline, Some(Arc::clone(&places)))
}

/// How many lines a picture has.
pub fn line_count(model: &Model, tab: Tab) -> usize {
    match tab {
        Tab::Indicators => model.workspace.indicators().len(),
        Tab::Week => due_lines(model).len(),
        _ => rows_of(model, tab).len(),
    }
}

/// The Monday of the week that is seen.
pub fn monday(model: &Model) -> Date {
    let seen = match model.screen() {
        Some(Screen::Overview(state)) => state.monday,
        _ => None,
    };
    seen.unwrap_or_else(|| model.day().start_of_week())
}

/// What is due in the week that is seen.
pub fn due_lines(model: &Model) -> &[DueOn] {
    match model.screen() {
        Some(Screen::Overview(state)) => state.due.as_ref().map_or(&[], |due| &due.lines),
        _ => &[],
    }
}

/// Finds what is due in the week that is seen, when something has changed.
fn find_due(model: &mut Model) {
    let Some(Screen::Overview(state)) = model.screen() else {
        return;
    };
    let (revision, day, monday) = (model.workspace.revision(), model.day(), monday(model));
    let is_fresh = |due: &DueWeek| (due.revision, due.day, due.monday) == (revision, day, monday);
    if state.tab != Tab::Week || state.due.as_deref().is_some_and(is_fresh) {
        return;
    }
    let week = Span::new(monday, monday.plus_days(6));
    let lines = week.map(|week| model.workspace.due_within(week, day));
    let due = DueWeek {
        revision,
        day,
        monday,
        lines: lines.unwrap_or_default(),
    };
    if let Some(Screen::Overview(state)) = model.screen_mut() {
        state.due = Some(Box::new(due));
    }
}

/// Counts anew when something has changed.
pub fn count(model: &mut Model) {
    find_due(model);
    let day = day_of(model);
    let revision = model.workspace.revision();
    let Some(Screen::Overview(state)) = model.screen() else {
        return;
    };
    let fresh = |counted: &Counted| (counted.revision, counted.day) == (revision, day);
    if state.counted.as_deref().is_some_and(fresh) {
        return;
    }
    let workspace = &model.workspace;
    let weeks = workspace.meeting_weeks();
    let counted = Counted {
        revision,
        day,
        now: workspace.numbers(day),
        before: workspace.numbers(day.plus_days(-7)),
        coverage: workspace.coverage(&weeks),
        weeks,
    };
    if let Some(Screen::Overview(state)) = model.screen_mut() {
        state.counted = Some(Box::new(counted));
    }
}

pub(in crate::tui) fn beside(tab: Tab, step: usize) -> Tab {
    let place = Tab::ALL.iter().position(|known| *known == tab).unwrap_or(0);
    let next = (place + step) % Tab::ALL.len();
    Tab::ALL.get(next).copied().unwrap_or_default()
}
