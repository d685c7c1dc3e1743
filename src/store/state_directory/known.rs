//! What the program has understood of the directory already.

use super::StateDirectory;
use crate::store::check::Known;

impl StateDirectory {
    /// What was understood of the directory, for who looks through it on a thread of its own.
    pub fn known(&self) -> Known {
        let read = self.read.clone().filter(|_| self.lost_acts.is_empty());
        let journal = read.map(|mut files| {
            let own = self.appender.whole();
            files.extend(own.map(|(path, content)| (path.to_owned(), content)));
            files
        });
        Known {
            ledger: None,
            documents: self.understood.values().cloned().collect(),
            journal: journal.unwrap_or_default(),
        }
    }
}
