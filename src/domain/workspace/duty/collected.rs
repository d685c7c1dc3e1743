//! How duties are collected: by subjects that are found once.

use std::sync::Arc;

use super::{Duties, Duty, Groups, Owed, Role};
use crate::domain::document::ActivityKey;
use crate::domain::quick::QuickMap;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Workspace;

/// Duties while they are collected. Lines name the same few subjects again and again: who is meant
/// by one is found once.
pub(super) struct Collected<'a> {
    workspace: &'a Workspace,
    groups: Groups,
    all: Vec<Duty>,
    owed: Vec<(SubjectId, Owed)>,
    /// The places of subjects in `owed`.
    places: QuickMap<SubjectId, usize>,
    /// Who owes what a subject is named for, as places in `owed`.
    owners: QuickMap<SubjectId, Arc<[usize]>>,
    /// Who is meant by words that say who controls.
    controllers: QuickMap<&'a str, Arc<[SubjectId]>>,
}

impl<'a> Collected<'a> {
    pub(super) fn new(workspace: &'a Workspace, groups: Groups) -> Self {
        Self {
            workspace,
            groups,
            all: Vec::new(),
            owed: Vec::new(),
            places: QuickMap::default(),
            owners: QuickMap::default(),
            controllers: QuickMap::default(),
        }
    }

    pub(super) fn controllers(&mut self, activity: ActivityKey) -> Arc<[SubjectId]> {
        let words = self.workspace.controller_words(activity);
        let known = self.controllers.entry(words);
        let found = known.or_insert_with(|| self.workspace.controllers(activity).into());
        Arc::clone(found)
    }

    /// Adds a duty of subjects as they are named for it.
    pub(super) fn add<'s>(
        &mut self,
        duty: Duty,
        named: impl IntoIterator<Item = (Role, &'s SubjectId)>,
    ) {
        let index = self.all.len();
        let (timing, is_assignment) = (duty.timing(), matches!(duty, Duty::Assignment(_)));
        let heading = match &duty {
            Duty::Activity { activity, .. } => self.workspace.outermost(*activity),
            Duty::Assignment(_) => None,
        };
        self.all.push(duty);
        for (role, id) in named {
            for owner in self.owners(id).iter() {
                let Some((_, known)) = self.owed.get_mut(*owner) else {
                    continue;
                };
                // Duties come one after the other: this one is the last, or is not there yet.
                match known.duties.last_mut() {
                    Some((weightiest, duty)) if *duty == index => {
                        *weightiest = role.min(*weightiest);
                    }
                    _ => {
                        known.duties.push((role, index));
                        known.counts.add(timing);
                        known.assignments += usize::from(is_assignment);
                        // Activities come in the order of the documents, heading by heading.
                        match (heading, known.by_heading.last_mut()) {
                            (Some(own), Some((last, count))) if *last == own => *count += 1,
                            (Some(own), _) => known.by_heading.push((own, 1)),
                            (None, _) => {}
                        }
                    }
                }
            }
        }
    }

    /// Who owes what a subject is named for: it and, where groups are expanded, its members.
    fn owners(&mut self, id: &SubjectId) -> Arc<[usize]> {
        if let Some(known) = self.owners.get(id) {
            return Arc::clone(known);
        }
        let mut owners = match self.groups {
            Groups::Expanded => self.workspace.subjects().expand(id),
            Groups::Folded => Vec::new(),
        };
        if !owners.contains(id) {
            owners.push(id.clone());
        }
        let places = owners.into_iter().map(|owner| {
            *self.places.entry(owner).or_insert_with_key(|owner| {
                self.owed.push((owner.clone(), Owed::default()));
                self.owed.len() - 1
            })
        });
        let places: Arc<[usize]> = places.collect();
        self.owners.insert(id.clone(), Arc::clone(&places));
        places
    }

    pub(super) fn sorted(mut self) -> Duties {
        for (_, owed) in &mut self.owed {
            owed.duties.sort_by_key(|(_, index)| {
                let due = self.all.get(*index).and_then(Duty::due);
                (due.is_none(), due)
            });
        }
        Duties {
            all: self.all,
            by_subject: self.owed.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::HeadingKey;
    use crate::domain::workspace::fixture::{Told, day};

    #[test]
    fn activities_are_counted_under_their_outermost_headings_in_the_order_of_the_documents() {
        for told in [Told::new(), Told::with_successor()] {
            for groups in [Groups::Expanded, Groups::Folded] {
                let workspace = &told.workspace;
                let duties = Duties::counted(workspace, day("2024-01-11"), groups);
                let mut counted = 0;
                for subject in workspace.subjects().iter() {
                    let owed = duties.of(&subject.id);
                    let is_owed = |key| {
                        let mut own = owed.iter();
                        own.any(|(_, duty)| {
                            matches!(duty, Duty::Activity { activity, .. } if *activity == key)
                        })
                    };
                    let mut by_hand: Vec<(HeadingKey, usize)> = Vec::new();
                    for (activity, _) in workspace.activities() {
                        let heading = workspace.outermost(activity.key).unwrap();
                        if !is_owed(activity.key) {
                            continue;
                        }
                        match by_hand.iter_mut().find(|(known, _)| *known == heading) {
                            Some((_, count)) => *count += 1,
                            None => by_hand.push((heading, 1)),
                        }
                    }
                    assert_eq!(
                        duties.by_heading(&subject.id).0,
                        by_hand,
                        "{:?}",
                        subject.id
                    );
                    counted += by_hand.len();
                }
                assert!(counted > 10);
            }
        }
    }
}
