//! What is made ready before it is asked for, on a thread of its own.

use std::sync::{Arc, Mutex, PoisonError};

use super::search::Target;
use crate::domain::date::Date;
use crate::domain::search::Haystack;
use crate::locale::Language;

/// What activities are found by: all of them, in the order of the plan.
pub type Activities = Vec<Arc<Haystack<Target>>>;

/// What [`Activities`] were made of: they are good as long as it is the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MadeOf {
    /// The state of documents and journal.
    pub revision: u64,
    /// The day things are looked at from.
    pub day: Date,
    /// The language days are written in.
    pub language: Language,
}

/// Activities made ready for the search; whoever makes them and whoever asks for them has the same.
#[derive(Clone, Debug, Default)]
pub struct Ahead(Arc<Mutex<Option<(MadeOf, Activities)>>>);

impl Ahead {
    /// Those made of just this.
    pub fn of(&self, made_of: MadeOf) -> Option<Activities> {
        let ready = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ready = ready.as_ref().filter(|(known, _)| *known == made_of);
        ready.map(|(_, activities)| activities.clone())
    }

    /// What those that are ready were made of.
    pub fn made_of(&self) -> Option<MadeOf> {
        let ready = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ready.as_ref().map(|(known, _)| *known)
    }

    /// Keeps what was made, in the place of what was there.
    pub fn keep(&self, made_of: MadeOf, activities: Activities) {
        let mut ready = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *ready = Some((made_of, activities));
    }
}
