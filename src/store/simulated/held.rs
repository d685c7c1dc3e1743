//! A disk that takes long: syncs wait until it is let go on.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{ThreadId, current};

/// What syncs of files wait for, and which thread asked for the last one.
#[derive(Clone, Debug, Default)]
pub(super) struct Gate {
    state: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Debug, Default)]
struct State {
    holders: usize,
    last: Option<ThreadId>,
}

impl Gate {
    /// Holds syncs back.
    pub(super) fn hold(&self) -> Held {
        self.with(|state| state.holders += 1);
        Held(self.clone())
    }

    /// Waits until nobody holds syncs back.
    pub(super) fn pass(&self) {
        self.with(|state| state.last = Some(current().id()));
        let (state, changed) = &*self.state;
        let state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let _free = changed.wait_while(state, |state| state.holders > 0);
    }

    /// The thread that asked for the last sync.
    pub(super) fn last(&self) -> Option<ThreadId> {
        self.with(|state| state.last)
    }

    fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let (state, changed) = &*self.state;
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let done = change(&mut state);
        changed.notify_all();
        done
    }
}

/// Syncs of files wait as long as it lives.
#[derive(Debug)]
#[must_use = "syncs go on when it is dropped"]
pub struct Held(Gate);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.with(|state| state.holders -= 1);
    }
}
