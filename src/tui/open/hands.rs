//! Bookmarks and filters with a name: set, listed, gone to.

use crate::domain::agenda::ItemKey;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::{Bookmark, FilteredList, SavedFilter};
use crate::tui::act::Effect;
use crate::tui::model::assignments::{AssignmentsState, Filter as AssignmentFilter};
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::plan::{Node, PlanState, StatusFilter};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::subjects::{Filter as SubjectFilter, SubjectsState};
use crate::tui::model::{Action, Model, Notice, Overlay, Screen};
use crate::tui::open::{dialog, find, meeting, plan, prompt, screens};
use crate::tui::preference::Preference;
use crate::tui::select;
use crate::tui::select::cursor::key_of;
use crate::tui::select::hands::{
    ASSIGNMENT_ORDERS, PLAN_ORDERS, SUBJECT_ORDERS, bookmark_name, day_of, filter_detail,
    filter_here, here, is_there, value_of,
};

/// Marks the line under the cursor, or takes its mark away.
pub(in crate::tui) fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(bookmark) = here(model).filter(|_| model.overlays.is_empty()) else {
        model.notice = Some(Notice::warning(model.texts.get("bookmark-not-here")));
        return Vec::new();
    };
    let is_on = !model.hands.bookmarks.contains(&bookmark);
    put(model, bookmark, is_on)
}

fn put(model: &mut Model, bookmark: Bookmark, is_on: bool) -> Vec<Effect> {
    model.hands.bookmark(&bookmark, is_on);
    vec![Effect::Prefer(Preference::Bookmark(bookmark, is_on))]
}

/// Opens the list of bookmarks, the newest first.
pub(in crate::tui) fn bookmarks(model: &mut Model) -> Vec<Effect> {
    let lines = model.hands.bookmarks.iter().rev().map(|it| {
        let (text, detail) = bookmark_name(model, it);
        line(text, detail, Choose::Bookmark(it.clone()))
    });
    let lines = lines.collect();
    let key = key_of(model, Action::Bookmark);
    list(model, lines, "bookmarks-title", "bookmarks-none", &key)
}

/// Opens the list of filters with a name.
pub(in crate::tui) fn filters(model: &mut Model) -> Vec<Effect> {
    let lines = model.hands.filters.iter().map(|it| {
        let detail = filter_detail(model, it);
        line(it.name.to_string(), detail, Choose::Filter(it.clone()))
    });
    let lines = lines.collect();
    let key = key_of(model, Action::SaveFilter);
    list(model, lines, "filters-title", "filters-none", &key)
}

fn line(text: String, detail: String, choose: Choose) -> Line {
    Line {
        text,
        detail,
        choose,
        value: 0,
    }
}

fn list(model: &mut Model, lines: Vec<Line>, title: &str, none: &str, key: &str) -> Vec<Effect> {
    let said = model.texts.with(none, &[("key", key.to_owned().into())]);
    let title = model.texts.get(title);
    dialog::choose_or_say(model, title, lines, Notice::warning(said))
}

/// Goes to a marked line.
pub(in crate::tui) fn go(model: &mut Model, bookmark: &Bookmark) -> Vec<Effect> {
    if !is_there(model, bookmark) {
        model.notice = Some(Notice::warning(model.texts.get("bookmark-gone")));
        return Vec::new();
    }
    model.overlays.pop();
    match bookmark {
        Bookmark::Item(ItemKey::Assignment(id)) => {
            let effects = screens::go_assignments(model);
            if let Some(Screen::Assignments(state)) = model.screen_mut() {
                *state = AssignmentsState {
                    filter: AssignmentFilter::All,
                    selected: Some(*id),
                    order: state.order,
                    ..AssignmentsState::default()
                };
            }
            effects
        }
        Bookmark::Item(item @ ItemKey::Topic(_)) => {
            if let Some(day) = day_of(model, bookmark) {
                meeting::show(model, day);
                meeting::select(model, *item);
            }
            Vec::new()
        }
        Bookmark::Item(item) => screens::go_to_item(model, *item),
        Bookmark::Branch(key) => in_plan(model, Node::Heading(*key)),
        Bookmark::Document(key) => in_plan(model, Node::Document(*key)),
        Bookmark::Subject(id) => {
            let effects = screens::go_subjects(model);
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                *state = SubjectsState {
                    selected: Some(id.clone()),
                    order: state.order,
                    ..SubjectsState::default()
                };
            }
            effects
        }
        Bookmark::Meeting(day) => {
            model.screens.truncate(1);
            if let Some(Screen::Start(state)) = model.screen_mut()
                && let Some(place) = state.days.iter().position(|it| it == day)
            {
                state.selected = place;
            }
            Vec::new()
        }
    }
}

fn in_plan(model: &mut Model, node: Node) -> Vec<Effect> {
    let effects = screens::go_plan(model);
    plan::reveal(model, node);
    effects
}

/// Asks for the name of the filter of the list on top.
pub(in crate::tui) fn ask_name(model: &mut Model) -> Vec<Effect> {
    let is_filtered = filter_here(model, &SafeText::default()).is_some();
    if !is_filtered || !model.overlays.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("filter-not-here")));
        return Vec::new();
    }
    let words = select::find::words(model).to_owned();
    prompt::open(model, Purpose::FilterName, &words)
}

/// Keeps the filter of the list under the field by a name.
pub(in crate::tui) fn keep(model: &mut Model, name: &SafeText) -> Vec<Effect> {
    model.overlays.pop();
    let Some(filter) = filter_here(model, name) else {
        return Vec::new();
    };
    model.hands.keep(filter.clone());
    vec![Effect::Prefer(Preference::Filter(filter))]
}

/// Shows the list a filter is for, filtered by it.
pub(in crate::tui) fn apply(model: &mut Model, filter: &SavedFilter) -> Vec<Effect> {
    if filter.list == FilteredList::Agenda && model.meeting_date().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("filter-no-agenda")));
        return Vec::new();
    }
    model.overlays.pop();
    let words = filter.words.to_string();
    let effects = match filter.list {
        FilteredList::Plan => screens::go_plan(model),
        FilteredList::Agenda => screens::go_meeting(model),
        FilteredList::Subjects => screens::go_subjects(model),
        FilteredList::Assignments => screens::go_assignments(model),
    };
    let executor = filter.executor.clone();
    let controller = Some(filter.controller.clone()).filter(|who| !who.is_blank());
    let branch = filter.document.map(Node::Document);
    let branch = branch.or_else(|| filter.branch.map(Node::Heading));
    match model.screen_mut() {
        Some(Screen::Plan(state)) => {
            *state = PlanState {
                branch,
                status: value_of(&StatusFilter::ALL, &filter.status),
                executor,
                controller,
                order: value_of(&PLAN_ORDERS, &filter.order).unwrap_or_default(),
                ..PlanState::default()
            };
        }
        Some(Screen::Subjects(state)) => {
            *state = SubjectsState {
                filter: value_of(&SubjectFilter::ALL, &filter.status).unwrap_or_default(),
                order: value_of(&SUBJECT_ORDERS, &filter.order).unwrap_or_default(),
                groups: state.groups,
                controller,
                ..SubjectsState::default()
            };
        }
        Some(Screen::Assignments(state)) => {
            *state = AssignmentsState {
                filter: value_of(&AssignmentFilter::ALL, &filter.status).unwrap_or_default(),
                executor,
                controller,
                order: value_of(&ASSIGNMENT_ORDERS, &filter.order).unwrap_or_default(),
                ..AssignmentsState::default()
            };
        }
        _ => {}
    }
    find::narrow(model, &words);
    let said = [("name", filter.name.to_string().into())];
    model.notice = Some(Notice::done(model.texts.with("filter-applied", &said)));
    effects
}

/// Takes the chosen bookmark or filter off its list.
pub(in crate::tui) fn drop_chosen(model: &mut Model, choose: &Choose) -> Option<Vec<Effect>> {
    let effects = match choose {
        Choose::Bookmark(bookmark) => put(model, bookmark.clone(), false),
        Choose::Filter(filter) => {
            model.hands.drop_filter(&filter.name);
            vec![Effect::Prefer(Preference::NoFilter(filter.name.clone()))]
        }
        _ => return None,
    };
    if let Some(Overlay::Choice(state)) = model.overlays.last_mut() {
        state.lines.retain(|line| line.choose != *choose);
        state.selected = state.selected.min(state.lines.len().saturating_sub(1));
        if state.lines.is_empty() {
            model.overlays.pop();
        }
    }
    Some(effects)
}
