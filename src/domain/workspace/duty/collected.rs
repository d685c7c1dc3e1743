//! How duties are collected: by subjects that are found once.

use std::collections::HashMap;
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
    controllers: HashMap<&'a str, Arc<[SubjectId]>>,
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
            controllers: HashMap::new(),
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
