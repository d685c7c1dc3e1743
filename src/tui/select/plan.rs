//! The lines of the tree that are shown, and the one the cursor is on.

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::domain::document::{Activity, ActivityKey};
use crate::domain::fold::fold;
use crate::domain::mark::Status;
use crate::domain::subject::SubjectId;
pub use crate::domain::workspace::Content;
use crate::domain::workspace::{Outline, OutlineLine, Timing, Workspace};
use crate::tui::model::kept::TreeKey;
use crate::tui::model::plan::{Node, Order, PlanState, StatusFilter};
use crate::tui::model::{Model, Screen};
use crate::tui::select::narrow;

/// A line of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TreeRow<'a> {
    /// What it is.
    pub node: Node,
    /// How many lines stand above it in the tree.
    pub depth: usize,
    /// What stands there.
    pub content: Content<'a>,
}

impl<'a> TreeRow<'a> {
    /// The activity, if it is one.
    pub fn activity(&self) -> Option<&'a Activity> {
        match self.content {
            Content::Activity(activity) => Some(activity),
            _ => None,
        }
    }

    /// The name of a branch.
    pub fn name(&self) -> String {
        match self.content {
            Content::Document(document) if document.title().starts_with(document.short_name()) => {
                document.title().to_owned()
            }
            Content::Document(document) => {
                format!("{}. {}", document.short_name(), document.title())
            }
            Content::Heading(heading) => heading.name(),
            Content::Activity(activity) => activity.name(),
        }
    }
}

/// Lines of the tree, by their places in the outline; what stands in them is looked up when it is
/// asked for.
#[derive(Debug)]
pub struct Rows<'a> {
    workspace: &'a Workspace,
    outline: Arc<Outline>,
    /// Which of the lines; `None` for all.
    places: Option<Arc<[usize]>>,
}

impl<'a> Rows<'a> {
    pub(in crate::tui) fn new(
        model: &'a Model,
        outline: Arc<Outline>,
        places: Option<Arc<[usize]>>,
    ) -> Self {
        Self {
            workspace: &model.workspace,
            outline,
            places,
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        match &self.places {
            Some(places) => places.len(),
            None => self.outline.lines().len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn place(&self, index: usize) -> Option<usize> {
        match &self.places {
            Some(places) => places.get(index).copied(),
            None => Some(index),
        }
    }

    /// One of them.
    pub fn get(&self, index: usize) -> Option<TreeRow<'a>> {
        let line = self.outline.lines().get(self.place(index)?)?;
        Some(TreeRow {
            node: line.node,
            depth: line.depth,
            content: self.workspace.content(line)?,
        })
    }

    /// What one of them is.
    pub fn node(&self, index: usize) -> Option<Node> {
        let line = self.outline.lines().get(self.place(index)?)?;
        Some(line.node)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = TreeRow<'a>> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Those of an area, from an index on, each with its place on the screen.
    pub(in crate::tui) fn within(
        &self,
        offset: usize,
        area: Rect,
    ) -> impl Iterator<Item = (Rect, usize, TreeRow<'a>)> {
        area.rows()
            .zip(offset..self.len())
            .filter_map(|(at, index)| Some((at, index, self.get(index)?)))
    }

    /// Where something is among them.
    pub fn index_of(&self, node: Node) -> Option<usize> {
        let place = self.outline.place(node)?;
        match &self.places {
            Some(places) => places.iter().position(|known| *known == place),
            None => Some(place),
        }
    }

    /// The last one that stands no further down in the documents than something.
    fn last_up_to(&self, node: Node) -> Option<usize> {
        let place = self.outline.place(node)?;
        match &self.places {
            Some(places) => places.iter().rposition(|known| *known <= place),
            None => Some(place),
        }
    }
}

/// The whole tree: every document with its headings and activities.
pub fn tree(model: &Model) -> Rows<'_> {
    Rows::new(model, model.workspace.outline(), None)
}

/// A tree with everything open and the cursor on its first line.
pub fn fresh(model: &Model) -> PlanState {
    PlanState {
        selected: tree(model).node(0),
        ..PlanState::default()
    }
}

/// The branches the filter goes through: documents, where there are several, and their outermost
/// headings.
pub(in crate::tui) fn filter_branches(model: &Model) -> Vec<Node> {
    let outermost = usize::from(model.workspace.has_several_documents());
    let outline = model.workspace.outline();
    let lines = outline.lines().iter();
    lines
        .filter(|line| !matches!(line.node, Node::Activity(_)) && line.depth <= outermost)
        .map(|line| line.node)
        .collect()
}

/// The branch a line hangs from.
pub(in crate::tui) fn parent(model: &Model, node: Node) -> Option<Node> {
    let outline = model.workspace.outline();
    let place = outline.place(node)?;
    let depth = outline.lines().get(place)?.depth;
    let above = outline.lines().get(..place)?.iter().rev();
    above
        .clone()
        .find(|line| line.depth < depth)
        .map(|line| line.node)
}

/// The lines of the tree that are shown: branches opened, filters applied.
pub fn visible_rows<'a>(model: &'a Model, state: &PlanState) -> Rows<'a> {
    let outline = model.workspace.outline();
    let asks = state.status.is_some() || state.controller.is_some() || state.order != Order::Plan;
    let standing = asks.then(|| (model.workspace.revision(), model.day()));
    let places = model.kept.tree.of(
        |key| {
            Arc::ptr_eq(&key.outline, &outline)
                && key.standing == standing
                && lists_alike(&key.state, state)
        },
        || {
            let key = TreeKey {
                outline: Arc::clone(&outline),
                standing,
                state: state.clone(),
            };
            (key, places_shown(model, state).into())
        },
    );
    Rows::new(model, outline, Some(Arc::clone(&places)))
}

/// Whether two states of the screen show the same lines.
fn lists_alike(one: &PlanState, other: &PlanState) -> bool {
    let of = |it: &PlanState| (it.branch, it.status, it.order);
    of(one) == of(other)
        && one.executor == other.executor
        && one.controller == other.controller
        && one.words == other.words
        && one.collapsed == other.collapsed
}

fn places_shown(model: &Model, state: &PlanState) -> Vec<usize> {
    let controlled = state.controller.as_ref();
    let controlled = controlled.map(|who| model.workspace.controlled_by(who));
    let filtered = state.branch.is_some()
        || state.status.is_some()
        || state.executor.is_some()
        || controlled.is_some();
    let is_narrow = !state.words.is_empty();
    let filtered = filtered || is_narrow;
    let rows = tree(model);
    let mut kept: Vec<(usize, bool)> = Vec::with_capacity(rows.len());
    // The depth of the branch that is closed, and of the one the filter leaves.
    let mut closed: Option<usize> = None;
    let mut chosen: Option<usize> = None;
    let is_sorted = state.order != Order::Plan;
    for row in rows.outline.lines() {
        closed = closed.filter(|depth| row.depth > *depth);
        chosen = chosen.filter(|depth| row.depth > *depth);
        if chosen.is_none() && state.branch == Some(row.node) {
            chosen = Some(row.depth);
        }
        let is_open = closed.is_none() || is_sorted || is_narrow;
        let passes = match row.node {
            Node::Activity(key) => {
                (state.branch.is_none() || chosen.is_some())
                    && state.status.is_none_or(|filter| passes(model, key, filter))
                    && state
                        .executor
                        .as_ref()
                        .is_none_or(|who| owes(model, key, who))
                    && controlled.as_ref().is_none_or(|it| it.point(key))
                    && (!is_narrow
                        || narrow::says(&narrow::activity_text(model, key), &state.words))
            }
            _ if filtered => {
                let name = is_narrow.then(|| rows.get(kept.len())).flatten();
                name.is_some_and(|row| narrow::says(&row.name(), &state.words))
            }
            _ => true,
        };
        if passes && filtered {
            // What leads to it is shown with it.
            let mut depth = row.depth;
            for (above, shown) in kept.iter_mut().rev() {
                if *above < depth {
                    depth = *above;
                    if *shown {
                        break;
                    }
                    *shown = is_open || closed.is_some_and(|closed| *above <= closed);
                }
            }
        }
        if closed.is_none() && !is_narrow && state.collapsed.contains(&row.node) {
            closed = Some(row.depth);
        }
        kept.push((row.depth, passes && is_open));
    }
    let kept = kept.into_iter().enumerate();
    let shown: Vec<usize> = kept
        .filter(|(_, (_, shown))| *shown)
        .map(|(place, _)| place)
        .collect();
    if is_sorted {
        return sorted(model, &rows, shown, state.order);
    }
    shown
}

/// The activities alone, by due date or by executor.
fn sorted(model: &Model, rows: &Rows<'_>, shown: Vec<usize>, order: Order) -> Vec<usize> {
    let key = |place: usize| match rows.node(place) {
        Some(Node::Activity(key)) => Some(key),
        _ => None,
    };
    let mut found: Vec<(usize, ActivityKey)> = shown
        .into_iter()
        .filter_map(|place| Some((place, key(place)?)))
        .collect();
    found.sort_by_cached_key(|(_, activity)| {
        let due = model
            .workspace
            .standing(*activity, model.day())
            .and_then(|standing| standing.due);
        let who = first_executor(model, *activity).map(|id| fold(model.workspace.short_name(&id)));
        let who = who.filter(|_| order == Order::Executor);
        (who, due.is_none(), due)
    });
    found.into_iter().map(|(place, _)| place).collect()
}

pub(in crate::tui) fn first_executor(model: &Model, activity: ActivityKey) -> Option<SubjectId> {
    let (_, view) = model.workspace.activity(activity)?;
    let mut mentions = view.executors.iter().chain(view.responsible.iter());
    mentions.find_map(|mention| mention.subject.clone())
}

/// Whether a subject is named in column 4 or 5.
fn owes(model: &Model, activity: ActivityKey, who: &SubjectId) -> bool {
    model.workspace.activity(activity).is_some_and(|(_, view)| {
        let mut mentions = view.executors.iter().chain(view.responsible.iter());
        mentions.any(|mention| mention.subject.as_ref() == Some(who))
    })
}

fn passes(model: &Model, activity: ActivityKey, filter: StatusFilter) -> bool {
    let Some(standing) = model.workspace.standing(activity, model.day()) else {
        return false;
    };
    match filter {
        StatusFilter::Overdue => matches!(standing.timing, Timing::Overdue(_)),
        StatusFilter::Soon => matches!(standing.timing, Timing::Due(days) if days <= 31),
        StatusFilter::Untouched => standing.status.is_none(),
        StatusFilter::InWork => {
            matches!(
                standing.status,
                Some(Status::InProgress { .. } | Status::AtRisk)
            )
        }
        StatusFilter::Closed => standing.is_closed(),
    }
}

pub(in crate::tui) fn state(model: &Model) -> Option<&PlanState> {
    match model.screen() {
        Some(Screen::Plan(state)) => Some(state),
        _ => None,
    }
}

/// The line the cursor is on, as an index into the visible rows.
pub fn selected_index(model: &Model, rows: &Rows<'_>) -> usize {
    let selected = state(model).and_then(|state| state.selected);
    selected
        .and_then(|node| {
            // The line went away with a filter or a branch: the nearest one before it.
            rows.index_of(node).or_else(|| rows.last_up_to(node))
        })
        .unwrap_or(0)
}

/// The activity the cursor is on.
pub fn selected_activity(model: &Model) -> Option<ActivityKey> {
    let rows = visible_rows(model, state(model)?);
    match rows.node(selected_index(model, &rows))? {
        Node::Activity(key) => Some(key),
        _ => None,
    }
}

/// The activities the line under the cursor stands for: its own, or all that stand under it.
pub fn activities_at(model: &Model) -> Vec<ActivityKey> {
    let Some(current) = state(model) else {
        return Vec::new();
    };
    let rows = visible_rows(model, current);
    let selected = rows.node(selected_index(model, &rows));
    let outline = model.workspace.outline();
    let lines = selected.map_or(&[][..], |node| outline.under(node));
    lines.iter().filter_map(OutlineLine::activity).collect()
}
