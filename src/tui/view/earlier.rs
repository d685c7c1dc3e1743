//! Assignments of earlier meetings on an item that are still under control, in its card: after
//! years there may be many, and only those that can be seen are composed.

use std::sync::{Arc, PoisonError};

use super::super::model::Model;
use super::super::model::kept::{Heights, HeightsKey};
use super::super::theme::Role;
use super::card_line::{CardLine, plain};
use super::entries::assignment_lines;
use super::paint::Pieces;
use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::domain::workspace::Assignments;

/// A card: its first lines, and the assignments below them.
#[derive(Default)]
pub(super) struct Card {
    pub(super) lines: Vec<CardLine>,
    pub(super) earlier: Earlier,
}

impl Card {
    /// How many lines it has.
    pub(super) fn len(&self) -> usize {
        let below = self.earlier.open.iter().map(|(_, height)| height);
        self.lines.len() + below.sum::<usize>()
    }

    /// Its lines from one on, so many at most.
    pub(super) fn window(&self, model: &Model, from: usize, most: usize) -> Vec<CardLine> {
        let own = self.lines.iter().skip(from).take(most);
        let mut shown: Vec<CardLine> = own.cloned().collect();
        let mut before = self.lines.len();
        for (id, height) in &self.earlier.open {
            if shown.len() >= most {
                break;
            }
            let skipped = from.saturating_sub(before);
            before += height;
            if skipped < *height {
                let lines = self.earlier.lines_of(model, *id).into_iter();
                let room = most - shown.len();
                shown.extend(plain(lines.skip(skipped).take(room).collect()));
            }
        }
        shown
    }
}

/// The assignments of an item, each with the number of its lines.
#[derive(Default)]
pub(super) struct Earlier {
    all: Arc<Assignments>,
    open: Vec<(Id, usize)>,
    width: usize,
}

impl Earlier {
    /// Those of an item that another meeting gave and nobody has closed.
    pub(super) fn on(model: &Model, item: ItemKey, width: usize) -> Self {
        let date = model.meeting_date();
        let all = model.workspace.assignments_on(model.day());
        let kept = heights(model, width);
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        let open = all
            .of(item)
            .filter(|view| date.is_none() || view.origin.meeting() != date)
            .filter(|view| !view.state.is_closed())
            .map(|view| {
                let height = kept.entry(view.id);
                let count = || assignment_lines(model, view, width).len();
                (view.id, *height.or_insert_with(count))
            })
            .collect();
        Self {
            open,
            width,
            all: Arc::clone(&all),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    fn lines_of(&self, model: &Model, id: Id) -> Vec<Pieces> {
        let view = self.all.get(id);
        view.map_or_else(Vec::new, |view| assignment_lines(model, view, self.width))
    }
}

/// What stands above them.
pub(super) fn head(model: &Model) -> Vec<CardLine> {
    let style = model.theme.style(Role::Section);
    plain(vec![
        Pieces::new(),
        Pieces::new().and(model.texts.get("card-earlier"), style),
    ])
}

/// How many lines each assignment has that was asked for in this width since anything changed.
fn heights(model: &Model, width: usize) -> Arc<Heights> {
    let now = HeightsKey {
        revision: model.workspace.revision(),
        day: model.day(),
        language: model.texts.language(),
        width,
    };
    model
        .kept
        .heights
        .of(|key| *key == now, || (now, Heights::default()))
}
