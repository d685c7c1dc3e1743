//! What an edition asks before it is adopted: which side counts, where marks of a control point
//! go that is no longer there, what becomes of assignments on what is excluded.

use std::collections::BTreeMap;

use super::super::super::agenda::ItemKey;
use super::super::super::date::Date;
use super::super::super::document::{ActivityKey, Document, DocumentKey, NodeKey};
use super::super::super::edition::{Cell, Change, Comparison, Conflict, Matching, amend};
use super::super::super::entry::EntryKind;
use super::super::super::id::Id;
use super::super::editions::Given;
use super::super::{Course, Workspace};

/// Which side counts where both changed one cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// What was amended here stays.
    Ours,
    /// What the new text says.
    Theirs,
    /// What stood there before either was amended.
    Base,
}

/// Answers to what both sides changed.
pub type Sides = BTreeMap<(NodeKey, Cell), Side>;

/// What becomes of an assignment given on what is excluded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Parting {
    /// It stays under control; the next meeting decides.
    Stays,
    /// Control is lifted: the matter is no longer relevant.
    Dropped,
}

/// Answers to what an edition asks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answers {
    /// Which side counts, cell by cell.
    pub sides: Sides,
    /// Where what was said of a lost control point goes: to a point of the new text, by the first
    /// day of its window, or to none, and then it stays in the trail alone.
    pub points: BTreeMap<(ActivityKey, Date), Option<Date>>,
    /// What becomes of assignments.
    pub partings: BTreeMap<Id, Parting>,
}

/// A control point with marks that no point of the new text is matched with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LostPoint {
    /// Of which activity.
    pub activity: ActivityKey,
    /// First day of its window.
    pub from: Date,
    /// First day of the nearest window of the new text.
    pub nearest: Date,
}

/// An assignment under control on an activity that is excluded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LeftAssignment {
    /// On which activity.
    pub activity: ActivityKey,
    /// Which.
    pub assignment: Id,
}

/// A text that is not in force: what it would change.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Of which document.
    pub document: DocumentKey,
    /// What of it is which of the text before.
    pub matching: Matching,
    /// What it changes.
    pub comparison: Comparison,
    /// Control points whose marks have no point in the new text.
    pub points: Vec<LostPoint>,
    /// Assignments under control on what is excluded.
    pub left: Vec<LeftAssignment>,
    /// What was answered so far.
    pub answers: Answers,
    /// The text itself.
    pub given: Given,
    /// Whether the text came in a file; else it was amended here.
    pub is_from_file: bool,
}

impl Pending {
    /// What both sides changed and nobody has decided on.
    pub fn open_conflicts(&self) -> impl Iterator<Item = &Conflict> {
        self.comparison
            .conflicts
            .iter()
            .filter(|it| !self.answers.sides.contains_key(&(it.key, it.cell.clone())))
    }

    /// Lost control points nobody has decided on.
    pub fn open_points(&self) -> impl Iterator<Item = &LostPoint> {
        let answers = &self.answers.points;
        let is_open = |it: &&LostPoint| !answers.contains_key(&(it.activity, it.from));
        self.points.iter().filter(is_open)
    }

    /// Assignments on what is excluded that nobody has decided on.
    pub fn open_left(&self) -> impl Iterator<Item = &LeftAssignment> {
        let answers = &self.answers.partings;
        let is_open = |it: &&LeftAssignment| !answers.contains_key(&it.assignment);
        self.left.iter().filter(is_open)
    }

    /// Whether every question is answered.
    pub fn is_answered(&self) -> bool {
        self.has_sure_text()
            && self.open_points().next().is_none()
            && self.open_left().next().is_none()
    }

    /// Whether what the text says is decided: those questions have no answer that goes without
    /// saying. Marks that are left stay in the trail, and assignments come before the next meeting,
    /// where nobody says otherwise.
    pub fn has_sure_text(&self) -> bool {
        self.matching.doubts.is_empty() && self.open_conflicts().next().is_none()
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.matching.doubts.is_empty()
            && self.comparison.conflicts.is_empty()
            && self.comparison.changes.is_empty()
    }
}

/// What was matched of the control points of an activity whose deadline is another one.
pub(super) struct Points {
    pub(super) activity: ActivityKey,
    pub(super) matched: Vec<(Date, Option<Date>)>,
    pub(super) after: Vec<Date>,
    /// First days that stay though the window ends on another day, as that of «до …» does.
    pub(super) end_anew: Vec<Date>,
}

impl Workspace {
    /// The points whose marks have nowhere to go, but could go to another point.
    pub(super) fn lost_points(&self, found: &[Points]) -> Vec<LostPoint> {
        let mut lost = Vec::new();
        for points in found {
            let marks = self.ledger.marks(points.activity);
            for (from, to) in &points.matched {
                if to.is_some() || !marks.iter().any(|it| it.occurrence == *from) {
                    continue;
                }
                let far = |day: &&Date| day.days_since(*from).abs();
                if let Some(nearest) = points.after.iter().min_by_key(far) {
                    lost.push(LostPoint {
                        activity: points.activity,
                        from: *from,
                        nearest: *nearest,
                    });
                }
            }
        }
        lost
    }

    /// The assignments under control on activities that changes exclude, in their sequence.
    pub(super) fn left_assignments(
        &self,
        ours: &Document,
        changes: &[Change],
    ) -> Vec<LeftAssignment> {
        let mut after = ours.clone();
        for change in changes {
            amend(&mut after, change);
        }
        let mut left = Vec::new();
        for activity in ours.activities() {
            let key = activity.key;
            if after.activity(key).is_some() {
                continue;
            }
            let given = self.ledger.entries().filter(|entry| {
                entry.item == ItemKey::Activity(key)
                    && entry.content.kind == EntryKind::Assignment
                    && self.is_under_control(entry.id, entry.content.due)
            });
            left.extend(given.map(|entry| LeftAssignment {
                activity: key,
                assignment: entry.id,
            }));
        }
        left
    }

    fn is_under_control(&self, assignment: Id, due: Option<Date>) -> bool {
        let words = self.ledger.controls(assignment).iter();
        !Course::of_control(due, words).1.is_closed()
    }
}
