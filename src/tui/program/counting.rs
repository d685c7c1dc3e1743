//! Counting what a meeting would deal with, on a thread of its own where that takes long: moving from
//! day to day does not wait for it.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::Program;
use crate::domain::agenda::Proposal;
use crate::domain::date::Date;
use crate::tui::select::start::uncounted;

/// What is being counted.
#[derive(Debug)]
pub(super) struct Counting {
    day: Date,
    /// Of what: another state has another agenda.
    revision: u64,
    seen_from: Date,
    found: Receiver<Proposal>,
}

impl Program {
    /// Begins to count what the start screen has to say of its day, unless it is known or counted.
    /// To be called when the screen has been drawn.
    pub fn count(&mut self) {
        if self.counting.is_some() {
            return;
        }
        let Some(day) = uncounted(&self.model) else {
            return;
        };
        let workspace = self.model.workspace.apart();
        let (give, found) = channel();
        let count = move || {
            // Who asked may be gone.
            let _gone = give.send(workspace.propose_agenda(day));
        };
        self.counting = Some(Counting {
            day,
            revision: self.model.workspace.revision(),
            seen_from: self.model.day(),
            found,
        });
        // Where the system has no thread left nothing comes, and it is counted here.
        let _ = thread::Builder::new()
            .name("counting".to_owned())
            .spawn(count);
    }

    /// Whether something is being counted.
    pub fn is_counting(&self) -> bool {
        self.counting.is_some()
    }

    /// Takes what was counted; whether there is something new to be seen.
    pub fn counted(&mut self) -> bool {
        let Some(counting) = &self.counting else {
            return false;
        };
        let workspace = &self.model.workspace;
        let is_of_now =
            (counting.revision, counting.seen_from) == (workspace.revision(), self.model.day());
        match counting.found.try_recv() {
            Err(TryRecvError::Empty) => return false,
            Ok(found) if is_of_now => workspace.keep_agenda(counting.day, found),
            Ok(_stale) => {}
            // Asked of another thread once more it would not come either.
            Err(TryRecvError::Disconnected) => drop(workspace.proposed_agenda(counting.day)),
        }
        self.counting = None;
        true
    }
}
