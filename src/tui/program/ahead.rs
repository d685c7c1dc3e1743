//! Making ready what takes long to be made, before it is asked for.

use std::thread;

use super::Program;
use crate::tui::select::search::{Found, made_of};

/// From so many activities on what is asked of all of them takes longer than a key may.
pub(super) const MANY: usize = 1000;

impl Program {
    /// Makes the search ready on a thread of its own where it would take long to open; while nothing
    /// changes, once. To be called when nobody waits for anything.
    pub fn prepare(&mut self) {
        let now = made_of(&self.model);
        if self.prepared == Some(now) || self.model.workspace.sizes().activities < self.model.many {
            return;
        }
        self.prepared = Some(now);
        let ahead = self.model.ahead.clone();
        if ahead.of(now).is_some() {
            return;
        }
        let (workspace, texts) = (self.model.workspace.apart(), self.model.texts.clone());
        let make = move || {
            let found = Found {
                workspace: &workspace,
                texts: &texts,
                day: now.day,
            };
            let activities = found.activities();
            ahead.keep(now, activities.clone());
            // It may be opened from here on; a slip of the first word typed is ready a little later.
            for activity in &activities {
                activity.prepare();
            }
        };
        // Where the system has no thread left it is made when it is asked for.
        let _ = thread::Builder::new().name("ahead".to_owned()).spawn(make);
    }
}
