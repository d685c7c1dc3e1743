//! What is kept at hand: the line that can be marked, the filter of the list on top, and their
//! names.

use std::fmt::Debug;

use crate::domain::agenda::ItemKey;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::{Bookmark, FilteredList, SavedFilter};
use crate::tui::model::plan::{Node, Order as PlanOrder};
use crate::tui::model::{Model, Screen};
use crate::tui::model::{assignments, subjects};
use crate::tui::select;
use crate::tui::select::agenda::{item_name, selected_item};

/// What the line under the cursor is marked as; `None` where no line can be found again.
pub(in crate::tui) fn here(model: &Model) -> Option<Bookmark> {
    match model.screen()? {
        Screen::Plan(state) => {
            let rows = select::plan::visible_rows(model, state);
            let node = rows.node(select::plan::selected_index(model, &rows))?;
            Some(match node {
                Node::Activity(key) => Bookmark::Item(ItemKey::Activity(key)),
                Node::Heading(key) => Bookmark::Branch(key),
                Node::Document(key) => Bookmark::Document(key),
            })
        }
        Screen::Meeting(_) => selected_item(model).map(Bookmark::Item),
        Screen::Assignments(state) => {
            let views = select::assignments::shown(model, state);
            let view = views.get(select::assignments::selected_index(model, &views))?;
            Some(Bookmark::Item(ItemKey::Assignment(view.id)))
        }
        Screen::Subjects(state) => {
            let (_, ids) = select::subjects::listed(model, state);
            select::subjects::selected_subject(model, &ids).map(Bookmark::Subject)
        }
        Screen::Start(state) => state
            .days
            .get(state.selected)
            .map(|it| Bookmark::Meeting(*it)),
        Screen::Papers(_) | Screen::Overview(_) => None,
    }
}

/// Whether what is marked is still there.
pub(in crate::tui) fn is_there(model: &Model, bookmark: &Bookmark) -> bool {
    let workspace = &model.workspace;
    match bookmark {
        Bookmark::Item(ItemKey::Activity(key)) => workspace.activity(*key).is_some(),
        Bookmark::Item(ItemKey::Assignment(id)) => workspace.assignment(*id, model.day()).is_some(),
        Bookmark::Item(ItemKey::Topic(_)) => day_of(model, bookmark).is_some(),
        Bookmark::Branch(key) => workspace.outline().place(Node::Heading(*key)).is_some(),
        Bookmark::Document(key) => workspace.document(*key).is_some(),
        Bookmark::Subject(id) => workspace.subject(id).is_some(),
        Bookmark::Meeting(_) => true,
    }
}

/// The last meeting that has a topic on its agenda.
pub(in crate::tui) fn day_of(
    model: &Model,
    bookmark: &Bookmark,
) -> Option<crate::domain::date::Date> {
    let Bookmark::Item(item) = bookmark else {
        return None;
    };
    let meetings = model.workspace.ledger().meetings();
    let mut held = meetings.values().rev();
    let found = held.find(|meeting| meeting.agenda.iter().any(|line| line.item == *item));
    found.map(|meeting| meeting.date)
}

/// The number and the title of an activity.
fn said_of(model: &Model, item: ItemKey) -> String {
    match item {
        ItemKey::Activity(key) => model.workspace.named(key),
        _ => item_name(model, item),
    }
}

/// What a marked line says, and which list it stands in.
pub(in crate::tui) fn bookmark_name(model: &Model, bookmark: &Bookmark) -> (String, String) {
    let (workspace, texts) = (&model.workspace, &model.texts);
    if !is_there(model, bookmark) {
        return (texts.get("bookmark-gone"), String::new());
    }
    let (said, list) = match bookmark {
        Bookmark::Item(item @ ItemKey::Activity(_)) => (said_of(model, *item), "bookmark-in-plan"),
        Bookmark::Item(ItemKey::Assignment(id)) => {
            let view = workspace.assignment(*id, model.day());
            let said = view.map(|view| {
                let number = texts.assignment_name(&view.number, view.origin.day());
                format!("{number}: {}", view.text)
            });
            (said.unwrap_or_default(), "bookmark-in-assignments")
        }
        Bookmark::Item(item @ ItemKey::Topic(_)) => {
            let day = day_of(model, bookmark).unwrap_or(model.today);
            (
                workspace.item_title(day, *item).to_string(),
                "bookmark-in-agenda",
            )
        }
        Bookmark::Branch(key) => {
            let tree = select::plan::tree(model);
            let row = tree.index_of(Node::Heading(*key));
            let row = row.and_then(|place| tree.get(place));
            (
                row.map(|row| row.name()).unwrap_or_default(),
                "bookmark-in-plan",
            )
        }
        Bookmark::Document(key) => {
            let document = workspace.document(*key);
            let said = document.map(|it| it.short_name().to_owned());
            (said.unwrap_or_default(), "bookmark-in-plan")
        }
        Bookmark::Subject(id) => (workspace.short_name(id).to_owned(), "bookmark-in-subjects"),
        Bookmark::Meeting(day) => (texts.date_long(*day), "bookmark-in-meetings"),
    };
    (said, texts.get(list))
}

/// The filter of the list on top under a name; `None` where nothing is filtered.
pub(in crate::tui) fn filter_here(model: &Model, name: &SafeText) -> Option<SavedFilter> {
    let mut filter = SavedFilter {
        name: name.clone(),
        list: FilteredList::Plan,
        document: None,
        branch: None,
        status: SafeText::default(),
        executor: None,
        controller: SafeText::default(),
        words: SafeText::default(),
        order: SafeText::default(),
    };
    let nothing = filter.clone();
    filter.words = SafeText::from(select::find::words(model).to_owned());
    match model.screen()? {
        Screen::Plan(state) => {
            match state.branch {
                Some(Node::Document(key)) => filter.document = Some(key),
                Some(Node::Heading(key)) => filter.branch = Some(key),
                Some(Node::Activity(_)) | None => {}
            }
            filter.status = state.status.map(named).unwrap_or_default();
            filter.executor.clone_from(&state.executor);
            filter.controller = controller(state.controller.as_ref());
            filter.order = changed(state.order);
        }
        Screen::Meeting(_) => filter.list = FilteredList::Agenda,
        Screen::Subjects(state) => {
            filter.list = FilteredList::Subjects;
            filter.controller = controller(state.controller.as_ref());
            filter.status = changed(state.filter);
            filter.order = changed(state.order);
        }
        Screen::Assignments(state) => {
            filter.list = FilteredList::Assignments;
            filter.controller = controller(state.controller.as_ref());
            filter.status = changed(state.filter);
            filter.executor.clone_from(&state.executor);
            filter.order = changed(state.order);
        }
        Screen::Start(_) | Screen::Papers(_) | Screen::Overview(_) => return None,
    }
    let list = filter.list;
    (filter != SavedFilter { list, ..nothing }).then_some(filter)
}

/// «на контроле у: …», with the post as lists name it.
pub(in crate::tui) fn under(model: &Model, who: &SafeText) -> String {
    let who = [("who", who.to_string().into())];
    model.texts.with("filter-under", &who)
}

fn controller(who: Option<&SafeText>) -> SafeText {
    who.cloned().unwrap_or_default()
}

/// The name a value has in a file.
fn named<T: Debug>(value: T) -> SafeText {
    SafeText::from(format!("{value:?}"))
}

/// The same, or nothing of what a list begins with.
fn changed<T: Debug + Default + PartialEq>(value: T) -> SafeText {
    if value == T::default() {
        SafeText::default()
    } else {
        named(value)
    }
}

/// The value of a name in a file, of all there are.
pub(in crate::tui) fn value_of<T: Debug + Copy>(all: &[T], name: &str) -> Option<T> {
    all.iter().copied().find(|it| format!("{it:?}") == name)
}

/// All orders of the three lists that are ordered.
pub(in crate::tui) const PLAN_ORDERS: [PlanOrder; 3] =
    [PlanOrder::Plan, PlanOrder::Due, PlanOrder::Executor];
/// See [`PLAN_ORDERS`].
pub(in crate::tui) const SUBJECT_ORDERS: [subjects::Order; 3] = [
    subjects::Order::Urgency,
    subjects::Order::Name,
    subjects::Order::Load,
];
/// See [`PLAN_ORDERS`].
pub(in crate::tui) const ASSIGNMENT_ORDERS: [assignments::Order; 3] = [
    assignments::Order::Due,
    assignments::Order::Executor,
    assignments::Order::Number,
];

/// Which list a filter is for, and by whom and which words it filters.
pub(in crate::tui) fn filter_detail(model: &Model, filter: &SavedFilter) -> String {
    let list = match filter.list {
        FilteredList::Plan => "bookmark-in-plan",
        FilteredList::Agenda => "bookmark-in-agenda",
        FilteredList::Subjects => "bookmark-in-subjects",
        FilteredList::Assignments => "bookmark-in-assignments",
    };
    let mut said = vec![model.texts.get(list)];
    if let Some(who) = &filter.executor {
        said.push(model.workspace.short_name(who).to_owned());
    }
    if !filter.controller.is_blank() {
        said.push(under(model, &filter.controller));
    }
    if !filter.words.is_empty() {
        said.push(format!("«{}»", filter.words));
    }
    said.join(" · ")
}
