//! Making ready what takes long to be made, before it is asked for.

use std::thread;

use super::Program;
use crate::tui::model::ahead::Ready;
use crate::tui::select::search::{Found, made_of};

impl Program {
    /// Makes the search ready on a thread of its own where it would take long to open; while nothing
    /// changes, once. To be called when nobody waits for anything.
    pub fn prepare(&mut self) {
        let now = made_of(&self.model);
        if self.prepared == Some(now) || !self.model.is_large() {
            return;
        }
        self.prepared = Some(now);
        let ahead = self.model.ahead.clone();
        let (workspace, texts) = (self.model.workspace.apart(), self.model.texts.clone());
        let make = move || {
            let found = Found {
                workspace: &workspace,
                texts: &texts,
                day: now.day,
                ahead: &ahead,
            };
            let known = ahead.of(now);
            let activities = known.map_or_else(|| found.activities(), |known| known.activities);
            if ahead.of(now).is_none() {
                let ready = Ready {
                    activities: activities.clone(),
                    others: None,
                };
                ahead.keep(now, ready);
            }
            let others = ahead.others_of(now, &activities, || found.others());
            // It may be opened from here on; a slip of the first word typed is ready a little later.
            for one in activities.iter().chain(others.iter()) {
                one.prepare();
            }
        };
        // Where the system has no thread left it is made when it is asked for.
        let _ = thread::Builder::new().name("ahead".to_owned()).spawn(make);
    }
}
