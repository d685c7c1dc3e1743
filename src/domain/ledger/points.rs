//! Which control point a mark belongs to: what was said of one goes along when an edition, or a
//! reading set by hand, moves it.

use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::edition::Change;
use super::{Ledger, MarkEntry};

/// A reading that was set by hand, and where it moved the points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Reread {
    pub(super) activity: ActivityKey,
    pub(super) day: Date,
    pub(super) clock: u64,
    pub(super) moved: Vec<(Date, Date)>,
}

/// One move of points: from when it counts, when it was said, where they go.
struct Move<'a> {
    from: Date,
    clock: u64,
    /// Whether what is said later of earlier days still goes along.
    is_edition: bool,
    to: Box<dyn Fn(Date) -> Option<Date> + 'a>,
}

impl Ledger {
    /// Puts every mark to the control point it belongs to by the editions in force on a day; by
    /// all there are without one.
    pub fn settle_points(&mut self, day: Option<Date>) {
        let mut all = std::mem::take(&mut self.marks);
        for (activity, marks) in &mut all {
            let moves = self.moves(*activity, day);
            for mark in marks {
                (mark.occurrence, mark.is_overruled) = settled(mark, &moves);
            }
        }
        self.marks = all;
    }

    /// Whether every mark is where [`Self::settle_points`] would put it.
    pub fn points_are_settled(&self, day: Option<Date>) -> bool {
        self.marks.iter().all(|(activity, marks)| {
            let moves = self.moves(*activity, day);
            marks
                .iter()
                .all(|mark| (mark.occurrence, mark.is_overruled) == settled(mark, &moves))
        })
    }

    /// Whether every mark is at the control point it was said of, as before any edition.
    pub fn stands_as_said(&self) -> bool {
        let mut marks = self.marks.values().flatten();
        marks.all(|mark| mark.occurrence == mark.said_of)
    }

    /// What moves the points of an activity, in the order it counts in.
    fn moves(&self, activity: ActivityKey, day: Option<Date>) -> Vec<Move<'_>> {
        let mut moves: Vec<Move<'_>> = Vec::new();
        for edition in &self.editions {
            if day.is_some_and(|day| edition.from > day) {
                break;
            }
            let changes = &edition.changes;
            moves.push(Move {
                from: edition.from,
                clock: edition.clock,
                is_edition: true,
                to: Box::new(move |own| {
                    changes.iter().find_map(|change| match change {
                        Change::MovePoint {
                            activity: of,
                            from,
                            to,
                        } if *of == activity && *from == own => Some(*to),
                        _ => None,
                    })
                }),
            });
        }
        let own = self.reread.iter().filter(|it| it.activity == activity);
        moves.extend(own.map(|reread| Move {
            from: reread.day,
            clock: reread.clock,
            is_edition: false,
            to: Box::new(|own| {
                let mut points = reread.moved.iter();
                points.find(|(from, _)| *from == own).map(|(_, to)| *to)
            }),
        }));
        moves.sort_by_key(|it| (it.from, it.clock));
        moves
    }
}

/// The control point a mark belongs to after these moves, and whether an edition moved it.
fn settled(mark: &MarkEntry, moves: &[Move<'_>]) -> (Date, bool) {
    let mut occurrence = mark.said_of;
    let mut is_overruled = false;
    for one in moves {
        // What was said after it, of a day it counts on, was said of its own points.
        let is_later = mark.clock > one.clock && (mark.day >= one.from || !one.is_edition);
        if !is_later && let Some(to) = (one.to)(occurrence) {
            occurrence = to;
            is_overruled |= one.is_edition;
        }
    }
    (occurrence, is_overruled)
}
