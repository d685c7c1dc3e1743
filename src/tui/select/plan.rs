//! The lines of the tree that are shown, and the one the cursor is on.

use crate::domain::document::{Activity, ActivityKey, Document, Heading, Node as DocumentNode};
use crate::domain::fold::fold;
use crate::domain::mark::Status;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Timing;
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

/// What stands in a line of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content<'a> {
    /// A document; only where one has to be told from another, or has no headings.
    Document(&'a Document),
    /// A heading.
    Heading(&'a Heading),
    /// An activity.
    Activity(&'a Activity),
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

/// The whole tree: every document with its headings and activities.
pub fn tree(model: &Model) -> Vec<TreeRow<'_>> {
    let workspace = &model.workspace;
    let mut rows = Vec::new();
    for document in workspace.documents() {
        let is_flat = document.headings().next().is_none();
        let own = usize::from(workspace.has_several_documents() || is_flat);
        if own > 0 {
            rows.push(TreeRow {
                node: Node::Document(document.key),
                depth: 0,
                content: Content::Document(document),
            });
        }
        rows.extend(document.rows().into_iter().map(|row| {
            let (node, content) = match row.node {
                DocumentNode::Heading(heading) => {
                    (Node::Heading(heading.key), Content::Heading(heading))
                }
                DocumentNode::Activity(activity) => {
                    (Node::Activity(activity.key), Content::Activity(activity))
                }
            };
            TreeRow {
                node,
                depth: row.depth + own,
                content,
            }
        }));
    }
    rows
}

/// A tree with everything open and the cursor on its first line.
pub fn fresh(model: &Model) -> PlanState {
    PlanState {
        selected: tree(model).first().map(|row| row.node),
        ..PlanState::default()
    }
}

/// The branches the filter goes through: documents, where there are several, and their outermost
/// headings.
pub(in crate::tui) fn filter_branches(model: &Model) -> Vec<Node> {
    let outermost = usize::from(model.workspace.has_several_documents());
    tree(model)
        .into_iter()
        .filter(|row| row.activity().is_none() && row.depth <= outermost)
        .map(|row| row.node)
        .collect()
}

/// The branch a line hangs from.
pub(in crate::tui) fn parent(model: &Model, node: Node) -> Option<Node> {
    let rows = tree(model);
    let place = rows.iter().position(|row| row.node == node)?;
    let depth = rows.get(place)?.depth;
    let above = rows.get(..place)?.iter().rev();
    above
        .clone()
        .find(|row| row.depth < depth)
        .map(|row| row.node)
}

/// The lines of the tree that are shown: branches opened, filters applied.
pub fn visible_rows<'a>(model: &'a Model, state: &PlanState) -> Vec<TreeRow<'a>> {
    let controlled = state.controller.as_ref();
    let controlled = controlled.map(|who| model.workspace.controlled_by(who));
    let filtered = state.branch.is_some()
        || state.status.is_some()
        || state.executor.is_some()
        || controlled.is_some();
    let is_narrow = !state.words.is_empty();
    let filtered = filtered || is_narrow;
    let rows = tree(model);
    let mut kept: Vec<(TreeRow<'a>, bool)> = Vec::with_capacity(rows.len());
    // The depth of the branch that is closed, and of the one the filter leaves.
    let mut closed: Option<usize> = None;
    let mut chosen: Option<usize> = None;
    let is_sorted = state.order != Order::Plan;
    for row in rows {
        closed = closed.filter(|depth| row.depth > *depth);
        chosen = chosen.filter(|depth| row.depth > *depth);
        if chosen.is_none() && state.branch == Some(row.node) {
            chosen = Some(row.depth);
        }
        let is_open = closed.is_none() || is_sorted || is_narrow;
        let passes = match row.activity() {
            Some(activity) => {
                (state.branch.is_none() || chosen.is_some())
                    && state
                        .status
                        .is_none_or(|filter| passes(model, activity.key, filter))
                    && state
                        .executor
                        .as_ref()
                        .is_none_or(|who| owes(model, activity.key, who))
                    && controlled.as_ref().is_none_or(|it| it.point(activity.key))
                    && (!is_narrow
                        || narrow::says(&narrow::activity_text(model, activity.key), &state.words))
            }
            None => !filtered || (is_narrow && narrow::says(&row.name(), &state.words)),
        };
        if passes && filtered {
            // What leads to it is shown with it.
            let mut depth = row.depth;
            for (above, shown) in kept.iter_mut().rev() {
                if above.depth < depth {
                    depth = above.depth;
                    if *shown {
                        break;
                    }
                    *shown = is_open || closed.is_some_and(|closed| above.depth <= closed);
                }
            }
        }
        if closed.is_none() && !is_narrow && state.collapsed.contains(&row.node) {
            closed = Some(row.depth);
        }
        kept.push((row, passes && is_open));
    }
    let shown = kept.into_iter().filter(|(_, shown)| *shown);
    let rows: Vec<TreeRow<'a>> = shown.map(|(row, _)| row).collect();
    if is_sorted {
        return sorted(model, rows, state.order);
    }
    rows
}

/// The activities alone, by due date or by executor.
fn sorted<'a>(model: &'a Model, mut rows: Vec<TreeRow<'a>>, order: Order) -> Vec<TreeRow<'a>> {
    rows.retain(|row| row.activity().is_some());
    rows.sort_by_cached_key(|row| {
        let Some(activity) = row.activity() else {
            return (None, true, None);
        };
        let due = model
            .workspace
            .standing(activity.key, model.day())
            .and_then(|standing| standing.due);
        let who =
            first_executor(model, activity.key).map(|id| fold(model.workspace.short_name(&id)));
        let who = who.filter(|_| order == Order::Executor);
        (who, due.is_none(), due)
    });
    rows
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
pub fn selected_index(model: &Model, rows: &[TreeRow<'_>]) -> usize {
    let selected = state(model).and_then(|state| state.selected);
    rows.iter()
        .position(|row| Some(row.node) == selected)
        .or_else(|| {
            // The line went away with a filter or a branch: the nearest one before it.
            let all = tree(model);
            let place = |node: Node| all.iter().position(|row| row.node == node);
            let wanted = selected.and_then(place)?;
            rows.iter()
                .rposition(|row| place(row.node).is_some_and(|place| place <= wanted))
        })
        .unwrap_or(0)
}

/// The activity the cursor is on.
pub fn selected_activity(model: &Model) -> Option<ActivityKey> {
    let rows = visible_rows(model, state(model)?);
    let row = rows.get(selected_index(model, &rows))?;
    row.activity().map(|activity| activity.key)
}

/// The activities the line under the cursor stands for: its own, or all that stand under it.
pub fn activities_at(model: &Model) -> Vec<ActivityKey> {
    let Some(current) = state(model) else {
        return Vec::new();
    };
    let rows = visible_rows(model, current);
    let selected = rows.get(selected_index(model, &rows)).map(|row| row.node);
    let all = tree(model);
    let Some(place) = all.iter().position(|row| Some(row.node) == selected) else {
        return Vec::new();
    };
    let depth = all.get(place).map_or(0, |row| row.depth);
    all.iter()
        .enumerate()
        .skip(place)
        .take_while(|(at, row)| *at == place || row.depth > depth)
        .filter_map(|(_, row)| row.activity())
        .map(|activity| activity.key)
        .collect()
}
