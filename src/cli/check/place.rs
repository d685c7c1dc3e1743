//! Where in a document something stands that is well-formed and wrong.

use std::cell::RefCell;
use std::path::Path;

use super::MOST;
use crate::store::place::Place;
use crate::tui::place::{Literal, literals};

/// A text that was looked through, and what was found in it.
struct Source {
    /// Where it was when it was looked through.
    at: usize,
    text: String,
    literals: Vec<Literal>,
    /// Where each line begins.
    starts: Vec<usize>,
    /// How many places were asked for.
    asked: usize,
}

impl Source {
    fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            at: text.as_ptr() as usize,
            text: text.to_owned(),
            literals: literals(text),
            starts: std::iter::once(0).chain(breaks).collect(),
            asked: 0,
        }
    }

    /// Whether a text is this one. When no more places are sought that makes no difference, and
    /// comparing a long text for every fault of it would take its time.
    fn is_of(&self, text: &str) -> bool {
        let is_there = self.at == text.as_ptr() as usize && self.text.len() == text.len();
        is_there && (self.asked > MOST_PLACES || self.text == text)
    }

    fn line(&self, number: usize) -> &str {
        let start = number.checked_sub(1).and_then(|at| self.starts.get(at));
        let rest = start.and_then(|start| self.text.get(*start..));
        rest.and_then(|rest| rest.lines().next())
            .unwrap_or_default()
    }
}

thread_local! {
    /// The text that was asked about last: a document with thousands of faults is looked through
    /// once, not thousands of times.
    static LAST: RefCell<Option<Source>> = const { RefCell::new(None) };
}

/// The place of the `nth` literal, counted from 0, for which something holds; the file as a whole
/// when there is none, or when more places of it were asked for than anybody is told of.
pub(in crate::cli) fn where_is(
    path: &Path,
    text: &str,
    holds: impl Fn(&Literal) -> bool,
    nth: usize,
) -> Place {
    LAST.with_borrow_mut(|last| {
        if !last.as_ref().is_some_and(|source| source.is_of(text)) {
            *last = Some(Source::of(text));
        }
        let Some(source) = last else {
            return Place::file(path);
        };
        source.asked += 1;
        if source.asked > MOST_PLACES {
            return Place::file(path);
        }
        let found = source.literals.iter().filter(|literal| holds(literal));
        found.into_iter().nth(nth).map_or_else(
            || Place::file(path),
            |literal| {
                let line = source.line(literal.place.line);
                Place::in_line(path, line, literal.place.line, literal.place.column)
            },
        )
    })
}

/// Some problems ask for three places.
const MOST_PLACES: usize = 3 * MOST;

/// Forgets what was looked through: an examination begins with all places to be asked for.
pub(super) fn begin() {
    LAST.with_borrow_mut(|last| *last = None);
}
