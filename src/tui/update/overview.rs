//! The pictures: another one, another row, another year.

use super::surface::Hands;
use chrono::Datelike;

use crate::domain::date::Date;
use crate::tui::act::{Effect, Outside};
use crate::tui::model::overview::{OverviewState, Tab};
use crate::tui::model::{Action, Model, Screen};
use crate::tui::open::{indicator, plan, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::overview::{beside, day_of, due_lines, line_count, monday, rows_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
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
        Action::ShowWeek => show(state, Tab::Week),
        Action::Earlier | Action::Later => turn(model, action, day),
        Action::Open => return Some(open(model)),
        _ => return None,
    }
    Some(Vec::new())
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
    let period = model.workspace.period();
    let monday = monday(model);
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
        Tab::Week => {
            let days = if earlier { -7 } else { 7 };
            state.monday = Some(monday.plus_days(days));
            state.row = 0;
            state.offset = 0;
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
    if state.tab == Tab::Week {
        let item = due_lines(model).get(place).map(|it| it.item);
        return item.map_or_else(Vec::new, |item| screens::go_to_item(model, item));
    }
    let Some(node) = rows_of(model, state.tab).node(place) else {
        return Vec::new();
    };
    screens::go_plan(model);
    plan::reveal(model, node);
    Vec::new()
}
