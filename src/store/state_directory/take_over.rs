//! From reading to writing, when whoever had the directory has left it or the disk can be written
//! again.

use super::open::{own_unreadable, prepare};
use super::{Access, Options, StateDirectory, WhyReadOnly};
use crate::store::file_system::LockAttempt;
use crate::store::journal::read_journal;

impl StateDirectory {
    /// Whether the program that held the directory has left it. Costs a lock that is given back at
    /// once; meant to be asked every few seconds.
    pub fn is_free(&self) -> bool {
        if !matches!(self.access, Access::ReadOnly(WhyReadOnly::Held(_))) {
            return false;
        }
        let attempt = self.file_system.try_lock(&self.path.join(".lock"));
        matches!(attempt, Ok(LockAttempt::Taken(_)))
    }

    /// Takes the lock and writes from now on, as if it were opened anew; the journal wants
    /// [`Self::reload`] and the documents want to be read again. When it cannot be, it says why and
    /// goes on reading.
    pub fn take_over(&mut self) -> Result<(), WhyReadOnly> {
        if self.access == Access::ReadWrite {
            return Ok(());
        }
        let embedded: Vec<(&str, &str)> = self
            .embedded
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let options = Options {
            writer: self.writer.clone(),
            read_only: false,
            holder: self.holder.clone(),
            embedded: &embedded,
        };
        let (mut findings, mut filled) = (Vec::new(), Vec::new());
        let prepared = prepare(
            self.file_system.as_ref(),
            &self.path,
            &options,
            &mut findings,
            &mut filled,
        );
        let prepared = prepared.and_then(|lock| {
            let journal = read_journal(self.file_system.as_ref(), &self.path.join("journal"));
            match own_unreadable(&journal, &self.writer) {
                Some(why) => Err(why),
                None => Ok(lock),
            }
        });
        match prepared {
            Ok(lock) => {
                self.lock = lock;
                self.access = Access::ReadWrite;
                self.behind = true;
                Ok(())
            }
            Err(why) => {
                self.access = Access::ReadOnly(why.clone());
                Err(why)
            }
        }
    }
}
