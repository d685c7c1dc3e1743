//! Search over activities, subjects, assignments and commands.

use std::sync::Arc;

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::search::{Haystack, Index};
use crate::tui::act::Effect;
use crate::tui::model::search::{SearchState, Target, Use};
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::select::glossary;
use crate::tui::select::search::{activities, others, subjects};
use crate::tui::widget::line_editor::LineEditor;

/// The longest query.
const QUERY_LIMIT: usize = 200;

/// Searches everything; Enter goes there.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let mut stacks = activities(model).to_vec();
    stacks.extend(others(model).iter().cloned());
    stacks.extend(glossary::stacks(model).into_iter().map(Arc::new));
    push(model, Use::GoTo, stacks.into_iter().collect())
}

/// Searches activities; Enter puts one on the agenda.
pub(in crate::tui) fn open_for_agenda(model: &mut Model) -> Vec<Effect> {
    let stacks = activities(model);
    push(model, Use::AddToAgenda, stacks.into())
}

/// Searches the activities of a document; Enter says that one goes on with an activity of another.
pub(in crate::tui) fn open_for_pair(
    model: &mut Model,
    document: DocumentKey,
    old: ActivityKey,
) -> Vec<Effect> {
    let of_it = |target: &&Arc<Haystack<Target>>| match target.id() {
        Target::Activity(key) => {
            let known = model.workspace.document_of(*key);
            known.is_some_and(|it| it.key == document)
        }
        _ => false,
    };
    let stacks: Vec<_> = activities(model).iter().filter(of_it).cloned().collect();
    push(model, Use::Pair(old), stacks.into_iter().collect())
}

/// Searches subjects; Enter makes one the speaker of an item.
pub(in crate::tui) fn open_for_speaker(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let stacks = subjects(model);
    push(model, Use::Speaker(item), stacks.into_iter().collect())
}

/// Searches subjects; Enter says that one asks for an item.
pub(in crate::tui) fn open_for_asking(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let stacks = subjects(model);
    push(model, Use::AskedBy(item), stacks.into_iter().collect())
}

/// Searches subjects; Enter says that one of them is who the journal names by an unknown id.
pub(in crate::tui) fn open_for_identity(model: &mut Model) -> Vec<Effect> {
    let stacks = subjects(model);
    push(model, Use::Identify, stacks.into_iter().collect())
}

/// All commands by name; Enter runs one.
pub(in crate::tui) fn open_palette(model: &mut Model) -> Vec<Effect> {
    let stacks: Vec<Haystack<Target>> = Action::ALL
        .iter()
        .filter(|action| model.texts.has(&format!("action-{}", action.name())))
        .map(|action| {
            let text = model.texts.get(&format!("action-{}", action.name()));
            Haystack::new(Target::Command(*action), &text, action.name())
        })
        .collect();
    push(model, Use::Run, stacks.into_iter().collect())
}

fn push(model: &mut Model, purpose: Use, index: Index<Target>) -> Vec<Effect> {
    let hits = index.search("");
    model.overlays.push(Overlay::Search(Box::new(SearchState {
        purpose,
        editor: LineEditor::one_line(QUERY_LIMIT),
        index,
        hits,
        selected: 0,
        offset: 0,
    })));
    Vec::new()
}
