//! The pictures: another one, another row, another year.

use chrono::Datelike;

use super::super::model::overview::{Counted, OverviewState, Tab};
use super::super::model::plan::Node;
use super::super::model::{Action, Model, Screen};
use super::{Effect, Outside, indicator, moved, page_of};
use crate::domain::date::Date;
use crate::domain::plan::PlanRow;

/// The day the pictures are of: the one the screens speak of, while it lies in the plan's years;
/// before them their beginning, after them the last day anything was recorded for.
pub fn day_of(model: &Model) -> Date {
    let day = model.day();
    let period = model.workspace.plan().period;
    if period.contains(day) {
        return day;
    }
    if day < period.first {
        return period.first;
    }
    let last = model.workspace.ledger().meetings().keys().next_back();
    last.copied()
        .unwrap_or(model.workspace.plan().document.date)
}

/// The rows of a picture.
pub fn rows_of(model: &Model, tab: Tab) -> Vec<PlanRow<'_>> {
    model
        .workspace
        .plan()
        .rows()
        .filter(|row| match tab {
            Tab::Numbers | Tab::Coverage => !matches!(row, PlanRow::Activity(..)),
            Tab::Calendar => matches!(row, PlanRow::Activity(..)),
            Tab::Timeline => !matches!(row, PlanRow::Measure(..)),
            Tab::Indicators => false,
        })
        .collect()
}

/// How many lines a picture has.
pub fn line_count(model: &Model, tab: Tab) -> usize {
    match tab {
        Tab::Indicators => model.workspace.plan().indicators.len(),
        _ => rows_of(model, tab).len(),
    }
}

/// Counts anew when something has changed.
pub fn count(model: &mut Model) {
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

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Screen::Overview(state)) = model.screen() else {
        return None;
    };
    let tab = state.tab;
    let count = line_count(model, tab);
    let day = day_of(model);
    let Some(Screen::Overview(state)) = model.screen_mut() else {
        return None;
    };
    let row = if tab == Tab::Calendar {
        &mut state.activity
    } else {
        &mut state.row
    };
    if let Some(selected) = moved(action, *row, count, page) {
        *row = selected;
        return Some(Vec::new());
    }
    match action {
        Action::NextTab => show(state, beside(tab, 1)),
        Action::PreviousTab => show(state, beside(tab, Tab::ALL.len() - 1)),
        Action::ShowNumbers => show(state, Tab::Numbers),
        Action::ShowCalendar => show(state, Tab::Calendar),
        Action::ShowTimeline => show(state, Tab::Timeline),
        Action::ShowCoverage => show(state, Tab::Coverage),
        Action::ShowIndicators => show(state, Tab::Indicators),
        Action::Earlier | Action::Later => turn(model, action, day),
        Action::Open => return Some(open(model)),
        _ => return None,
    }
    Some(Vec::new())
}

fn beside(tab: Tab, step: usize) -> Tab {
    let place = Tab::ALL.iter().position(|known| *known == tab).unwrap_or(0);
    let next = (place + step) % Tab::ALL.len();
    Tab::ALL.get(next).copied().unwrap_or_default()
}

fn show(state: &mut OverviewState, tab: Tab) {
    if state.tab != tab {
        state.tab = tab;
        state.row = 0;
        state.offset = 0;
    }
}

/// Another year of the calendar, other weeks of the coverage.
fn turn(model: &mut Model, action: Action, day: Date) {
    let period = model.workspace.plan().period;
    let Some(Screen::Overview(state)) = model.screen_mut() else {
        return;
    };
    let earlier = action == Action::Earlier;
    match state.tab {
        Tab::Calendar => {
            let year = state.year.unwrap_or(day.year()) + if earlier { -1 } else { 1 };
            state.year = Some(year.clamp(period.first.year(), period.last.year()));
        }
        Tab::Coverage => {
            let weeks = state.counted.as_ref().map_or(0, |it| it.weeks.len());
            state.back = if earlier {
                (state.back + 4).min(weeks)
            } else {
                state.back.saturating_sub(4)
            };
        }
        Tab::Numbers | Tab::Timeline | Tab::Indicators => {}
    }
}

/// The row under the cursor, in the plan.
fn open(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Overview(state)) = model.screen() else {
        return Vec::new();
    };
    let place = if state.tab == Tab::Calendar {
        state.activity
    } else {
        state.row
    };
    if state.tab == Tab::Indicators {
        return indicator::ask(model, place);
    }
    let node = match rows_of(model, state.tab).get(place) {
        Some(PlanRow::Direction(direction)) => Node::Direction(direction.number),
        Some(PlanRow::Measure(_, measure)) => {
            Node::Measure(measure.number.direction, measure.number.measure)
        }
        Some(PlanRow::Activity(_, _, activity)) => Node::Activity(activity.id),
        None => return Vec::new(),
    };
    super::global::go_plan(model);
    super::plan::reveal(model, node);
    Vec::new()
}
