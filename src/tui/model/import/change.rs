//! What a line is taken for instead.

use super::{ImportState, Target, next_of};
use crate::domain::subject::{SubjectId, SubjectKind};
use crate::import::choice::LEVEL_NAMES;
use crate::import::draft::Activity;
use crate::import::role::Role;
use crate::import::spot::Spot;
use crate::import::subjects::{Known, Proposed};
use crate::import::taken::Taken;
use crate::import::{Choice, Naming, is_read, other_readings};

/// The sorts of subjects in the order they are offered.
const KINDS: [SubjectKind; 4] = [
    SubjectKind::Organisation,
    SubjectKind::Group,
    SubjectKind::Position,
    SubjectKind::Person,
];

/// The choice with the line taken for the next thing it may be.
pub(super) fn turned(state: &ImportState, target: &Target, forward: bool) -> Option<Choice> {
    let mut choice = state.choice.clone();
    match target {
        Target::Document => return None,
        Target::Table(number) => {
            choice.table = Some(*number);
            choice.columns.clear();
        }
        Target::Column(index) => {
            let role = state.draft.columns.get(*index)?.role;
            let at = Role::ALL.iter().position(|one| *one == role).unwrap_or(0);
            let to = Role::ALL.get(next_of(at, Role::ALL.len(), forward))?;
            choice.columns.insert(*index, *to);
        }
        Target::Heading { row, as_heading } => {
            choice.headings.insert(*row, !as_heading);
        }
        Target::Several { row, is_parted } => {
            choice.several.insert(*row, !is_parted);
        }
        Target::Level(depth) => {
            let now = state.draft.levels.get(*depth)?;
            let at = LEVEL_NAMES.iter().position(|name| name == now);
            let to = match at {
                Some(at) => next_of(at, LEVEL_NAMES.len(), forward),
                None => 0,
            };
            let to = LEVEL_NAMES.get(to).copied()?;
            choice.levels.insert(*depth, to.to_owned());
        }
        Target::Line(row) => {
            let line = state.draft.lines.iter().find(|line| line.row == *row)?;
            choice.left_out.retain(|known| known != row);
            choice.taken.retain(|known| known != row);
            if line.taken == Taken::Task {
                choice.left_out.push(*row);
            } else {
                choice.taken.push(*row);
            }
        }
        Target::Subject(found) => {
            let one = proposed(state, found)?;
            let all = namings(one);
            let at = all.iter().position(|naming| stands(one, naming));
            let to = next_of(at.unwrap_or(0), all.len(), forward);
            let to = all.into_iter().nth(to)?;
            choice.subjects.insert(found.clone(), to);
        }
        Target::Term(spot) => {
            let activity = activity(state, *spot)?;
            let mut all = vec![None];
            all.extend(readings(state, activity).into_iter().map(Some));
            let now = state.choice.readings.get(spot);
            if let Some(now) = now.filter(|now| !all.contains(&Some((*now).clone()))) {
                // What was typed stays among what is offered.
                all.push(Some(now.clone()));
            }
            if all.len() < 2 {
                return None;
            }
            let at = all.iter().position(|one| one.as_ref() == now);
            let to = all.get(next_of(at.unwrap_or(0), all.len(), forward))?;
            match to {
                Some(reading) => choice.readings.insert(*spot, reading.clone()),
                None => choice.readings.remove(spot),
            };
        }
    }
    Some(choice)
}

/// The choice without a name as a subject, or without a reading of a person's own.
pub(super) fn dropped(state: &ImportState, target: &Target) -> Option<Choice> {
    let mut choice = state.choice.clone();
    match target {
        Target::Subject(found) => {
            choice.subjects.insert(found.clone(), Naming::Nobody);
        }
        Target::Term(spot) => {
            choice.readings.remove(spot)?;
        }
        Target::Level(depth) => {
            choice.levels.remove(depth)?;
        }
        _ => return None,
    }
    Some(choice)
}

/// The choice with a typed name or deadline. «Короткое — Полное» is both names.
pub(super) fn retyped(state: &ImportState, target: &Target, text: &str) -> Option<Choice> {
    let mut choice = state.choice.clone();
    let text = text.trim();
    match target {
        Target::Subject(found) => {
            let one = proposed(state, found)?;
            let naming = if let Some(known) = state.ground.known.find(text) {
                Naming::As(known.id.clone())
            } else {
                let (short, full) = text.split_once(" — ").unwrap_or((text, ""));
                Naming::New {
                    kind: one.kind,
                    short: short.trim().to_owned(),
                    full: full.trim().to_owned(),
                }
            };
            choice.subjects.insert(found.clone(), naming);
        }
        Target::Level(depth) if text.is_empty() => {
            choice.levels.remove(depth);
        }
        Target::Level(depth) => {
            choice.levels.insert(*depth, text.to_owned());
        }
        Target::Term(spot) if text.is_empty() => {
            choice.readings.remove(spot);
        }
        Target::Term(spot) => {
            if !is_read(text, state.document.span()) {
                return None;
            }
            choice.readings.insert(*spot, text.to_owned());
        }
        _ => return None,
    }
    Some(choice)
}

fn proposed<'a>(state: &'a ImportState, found: &str) -> Option<&'a Proposed> {
    let mut all = state.draft.subjects.iter();
    all.find(|one| one.found == found)
}

fn activity(state: &ImportState, spot: Spot) -> Option<&Activity> {
    let all = state.draft.activities().into_iter();
    all.map(|(_, activity)| activity)
        .find(|activity| activity.spot == spot)
}

fn readings(state: &ImportState, activity: &Activity) -> Vec<String> {
    other_readings(&activity.term, state.document.span())
}

/// What a name may be taken for: those it may mean, somebody new of a sort, nobody.
fn namings(one: &Proposed) -> Vec<Naming> {
    let new = |kind: SubjectKind| Naming::New {
        kind,
        short: one.short.clone(),
        full: one.full.clone(),
    };
    let mut all: Vec<Naming> = one.alike.iter().cloned().map(Naming::As).collect();
    all.extend(KINDS.into_iter().map(new));
    all.push(Naming::Nobody);
    all
}

fn stands(one: &Proposed, naming: &Naming) -> bool {
    let is =
        |id: &SubjectId| matches!(&one.known, Known::Same(own) | Known::Like(own) if own == id);
    match naming {
        Naming::New { kind, .. } => one.known == Known::New && one.kind == *kind,
        Naming::As(id) => is(id),
        Naming::Nobody => one.known == Known::Nobody,
    }
}
