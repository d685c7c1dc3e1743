//! What is made ready before it is asked for, on a thread of its own.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::search::Target;
use crate::domain::date::Date;
use crate::domain::search::Haystack;
use crate::locale::Language;

/// What things are found by.
pub type Stacks = Arc<[Arc<Haystack<Target>>]>;

/// What was made ready for the search.
#[derive(Clone, Debug)]
pub struct Ready {
    /// All activities, in the order of the plan.
    pub activities: Stacks,
    /// Subjects, assignments and entries; nothing until they are made.
    pub others: Option<Stacks>,
}

/// What [`Ready`] was made of: it is good as long as it is the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MadeOf {
    /// The state of documents and journal.
    pub revision: u64,
    /// The day things are looked at from.
    pub day: Date,
    /// The language days are written in.
    pub language: Language,
}

/// What activities are found by as the documents have them was made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextsOf {
    /// The state of the texts.
    pub revision: u64,
    /// The language days are written in.
    pub language: Language,
}

/// What is ready for the search; whoever makes it and whoever asks for it has the same.
#[derive(Clone, Debug, Default)]
pub struct Ahead(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    known: Mutex<Known>,
    /// Held by whoever makes what takes long: another one waits for it and has the same.
    making: Mutex<()>,
}

#[derive(Debug, Default)]
struct Known {
    ready: Option<(MadeOf, Ready)>,
    /// The activities as the documents have them: acts change nothing of it.
    texts: Option<(TextsOf, Stacks)>,
}

impl Ahead {
    fn known(&self) -> MutexGuard<'_, Known> {
        let known = &self.0.known;
        known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was made of just this.
    pub fn of(&self, made_of: MadeOf) -> Option<Ready> {
        let known = self.known();
        let ready = known.ready.as_ref().filter(|(of, _)| *of == made_of);
        ready.map(|(_, ready)| ready.clone())
    }

    /// The activities as the documents have them, made of just this or now.
    pub fn texts_of(&self, of: TextsOf, make: impl FnOnce() -> Stacks) -> Stacks {
        let known = || {
            let known = self.known();
            let texts = known.texts.as_ref().filter(|(it, _)| *it == of);
            texts.map(|(_, texts)| texts.clone())
        };
        known().unwrap_or_else(|| {
            let making = &self.0.making;
            let _alone = making.lock().unwrap_or_else(PoisonError::into_inner);
            // It may have been made while this one waited.
            known().unwrap_or_else(|| {
                let texts = make();
                self.known().texts = Some((of, texts.clone()));
                texts
            })
        })
    }

    /// What all else is found by beside these activities, made of just this or now.
    pub fn others_of(
        &self,
        made_of: MadeOf,
        activities: &Stacks,
        make: impl FnOnce() -> Stacks,
    ) -> Stacks {
        let known = || self.of(made_of)?.others;
        known().unwrap_or_else(|| {
            let making = &self.0.making;
            let _alone = making.lock().unwrap_or_else(PoisonError::into_inner);
            // It may have been made while this one waited.
            known().unwrap_or_else(|| {
                let others = make();
                let ready = Ready {
                    activities: activities.clone(),
                    others: Some(others.clone()),
                };
                self.keep(made_of, ready);
                others
            })
        })
    }

    /// Whether everything is ready for a state of documents and journal.
    pub fn is_whole(&self, revision: u64) -> bool {
        let known = self.known();
        let ready = known
            .ready
            .as_ref()
            .filter(|(of, _)| of.revision == revision);
        ready.is_some_and(|(_, ready)| ready.others.is_some())
    }

    /// Keeps what was made, in the place of what was there.
    pub fn keep(&self, made_of: MadeOf, made: Ready) {
        self.known().ready = Some((made_of, made));
    }
}
