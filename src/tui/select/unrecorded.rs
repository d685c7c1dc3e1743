//! Which acts are in memory alone.

use crate::domain::id::Id;
use crate::tui::model::Model;

/// Whether an act is in memory alone.
pub fn is_unrecorded(model: &Model, act: Id) -> bool {
    let unrecorded = model.unrecorded.as_ref();
    unrecorded.is_some_and(|unrecorded| unrecorded.acts.contains(&act))
}
