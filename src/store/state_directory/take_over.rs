//! From reading to writing, when whoever had the directory has left it or the disk can be written
//! again; and leaving it.

use super::open::{newer_record, own_unreadable, prepare};
use super::{Access, Options, StateDirectory, StoreError, WhyReadOnly};
use crate::store::file_system::LockAttempt;
use crate::store::journal::read_journal;
use crate::store::lock::{Lock, take, take_note_away};

impl StateDirectory {
    /// Leaves the directory, after a last look: what was acknowledged and what somebody has rolled
    /// back since is written once more. Nobody could do that later, for only this process knows.
    /// When that fails the directory stays open, and leaving may be tried again.
    pub fn leave(&mut self) -> Result<(), StoreError> {
        if self.access == Access::ReadWrite && (!self.lost_acts.is_empty() || self.changed()) {
            self.reload();
            self.rewrite_lost()?;
        }
        if self.access == Access::ReadWrite && self.gone.is_none() && self.appender.is_whole() {
            take_note_away(self.file_system.as_ref(), &self.path);
        }
        self.become_read_only(WhyReadOnly::Asked);
        Ok(())
    }

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
        let prepared = prepared.and_then(|prepared| {
            let journal = read_journal(self.file_system.as_ref(), &self.path.join("journal"));
            match own_unreadable(&journal, &self.writer).or_else(|| newer_record(&journal)) {
                Some(why) => Err(why),
                None => Ok(prepared),
            }
        });
        match prepared {
            Ok(prepared) => {
                self.lock = prepared.lock;
                self.unsettled |= prepared.is_in_order;
                self.is_in_order = prepared.is_in_order;
                self.note_lock();
                // What is there now is what there is: somebody was asked.
                self.present.clear();
                self.inherited = None;
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

    /// Remembers which file is locked.
    pub(super) fn note_lock(&mut self) {
        let status = self.file_system.status(&self.path.join(".lock"));
        self.lock_file = status.ok().map(|status| status.file);
    }

    /// Looks whether the file that was locked is still the one that others would lock. A new one in
    /// its place is taken; when somebody else has it the directory is theirs.
    pub(super) fn keep_lock(&mut self) {
        if self.lock.is_none() {
            return;
        }
        let status = self.file_system.status(&self.path.join(".lock"));
        let file = status.ok().map(|status| status.file);
        if file == self.lock_file {
            return;
        }
        match take(self.file_system.as_ref(), &self.path, &self.holder) {
            Ok(Lock::Taken(guard, _last)) => {
                self.lock = Some(guard);
                self.note_lock();
            }
            Ok(Lock::Held(holder)) => self.become_read_only(WhyReadOnly::Held(holder)),
            // The directory is gone: nothing can be appended, and nobody else can either.
            Ok(Lock::Unsupported) | Err(_) => {}
        }
    }
}
