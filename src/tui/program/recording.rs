//! Acts on their way to the disk. One that the disk does not take stays in memory with all that
//! come after it, in order, and is offered again with every key and tick; until then the model says
//! that it is not recorded.

use std::path::{Path, PathBuf};

use super::Program;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::operation::{Operation, Record};
use crate::message;
use crate::store::journal::{AppendError, encode};
use crate::store::process;
use crate::store::state_directory::{StateDirectory, StoreError};
use crate::tui::act::Act;
use crate::tui::act::Effect;
use crate::tui::model::{Access, Level, Unrecorded};
use crate::tui::open;
use crate::tui::update;
use crate::tui::update::recorded;

impl Program {
    /// Appends an act and syncs it; only then does the model show it as recorded.
    pub(super) fn record(&mut self, act: &Act) -> Vec<Effect> {
        let ledger = self.model.workspace.ledger();
        let changes = |op| ledger.would_change(op, act.meeting, act.day);
        if !act.operations.iter().any(changes) {
            return update::recorded::unchanged(&mut self.model, act);
        }
        if let Some(date) = act.meeting {
            self.recognise_papers(date);
        }
        let adopts = |op: &Operation| matches!(op, Operation::AdoptEdition { .. });
        if act.operations.iter().any(adopts) {
            self.back_up("before-edition");
        }
        let mut records = self.records_of(act);
        self.approve(&mut records);
        self.tried = true;
        let written = self
            .write_what_waits()
            .and_then(|()| self.at_disk(|directory| directory.append(&records)));
        match written {
            Ok(()) => {
                self.model.papers.approved.clear();
                update::recorded::recorded(&mut self.model, records, act)
            }
            Err(error) if is_for_later(&error) && encode(&records).is_ok() => {
                self.waiting.push_back(records.clone());
                self.tell_unrecorded(error);
                for effect in update::unrecorded::kept(&mut self.model, records, act) {
                    // Papers say nothing that is not in the journal.
                    if let Effect::WritePapers(date) = effect {
                        self.papers_owed.insert(date);
                    }
                }
                Vec::new()
            }
            Err(error) => {
                let why = message::store_error(&self.model.texts, &error);
                recorded::failed(&mut self.model, &why);
                Vec::new()
            }
        }
    }

    /// Puts what the end of a meeting approves on record with it, and keeps a copy before: from
    /// then on nothing changes these papers. A disk that does not take the copy gets it with the
    /// papers.
    fn approve(&mut self, records: &mut Vec<Record>) {
        let Some((papers, frozen)) = self.model.workspace.approval(records) else {
            return;
        };
        let Some(last) = records.last().cloned() else {
            return;
        };
        let version = frozen.minutes.head.version;
        let date = frozen.minutes.head.date;
        let _ = self.at_disk(|directory| directory.keep_approved(date, version, &frozen));
        self.clock = self.clock.max(last.clock).saturating_add(1);
        records.push(Record {
            id: self.surroundings.new_id(),
            clock: self.clock,
            op: Operation::ApprovePapers {
                papers: papers.into(),
            },
            ..last
        });
    }

    fn records_of(&mut self, act: &Act) -> Vec<Record> {
        let name = self.surroundings.new_id();
        let at = Moment::new(self.surroundings.now());
        // Never below what was seen, whatever becomes of the files.
        let mut clock = self.clock.max(self.model.workspace.ledger().clock());
        self.clock = clock.saturating_add(act.operations.len() as u64);
        act.operations
            .iter()
            .map(|op| {
                clock += 1;
                Record {
                    id: self.surroundings.new_id(),
                    clock,
                    at,
                    writer: self.model.writer.clone(),
                    act: name,
                    day: act.day,
                    meeting: act.meeting,
                    op: op.clone(),
                }
            })
            .collect()
    }

    /// Writes what waits, the oldest first, as far as the disk takes it.
    fn write_what_waits(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() && self.directory.lost_acts().is_empty() {
            return Ok(());
        }
        let mut waiting = std::mem::take(&mut self.waiting);
        let written = self.at_disk(|directory| {
            directory.rewrite_lost()?;
            while let Some(act) = waiting.front() {
                directory.append(act)?;
                waiting.pop_front();
            }
            Ok(())
        });
        self.waiting = waiting;
        written
    }

    /// Tries to write what waits; whether nothing waits any more.
    pub(super) fn catch_up(&mut self) -> bool {
        self.tried = true;
        match self.write_what_waits() {
            Ok(()) => {
                if self.model.unrecorded.is_some() {
                    // It spoke of what was not recorded.
                    self.model.notice = None;
                }
                true
            }
            Err(error) => {
                self.tell_unrecorded(error);
                false
            }
        }
    }

    /// Says so when everything that waited is on the disk, and writes the papers it belongs in.
    pub(super) fn settle(&mut self) {
        let waits = !self.waiting.is_empty() || !self.directory.lost_acts().is_empty();
        if waits {
            return;
        }
        let Some(unrecorded) = self.model.unrecorded.take() else {
            self.write_owed_papers();
            return;
        };
        for date in std::mem::take(&mut self.papers_owed) {
            self.write_papers(date);
        }
        let papers_failed = self.model.notice.take_if(|it| it.level != Level::Done);
        open::unrecorded::caught_up(&mut self.model, unrecorded.acts.len());
        if papers_failed.is_some() {
            self.model.notice = papers_failed;
        }
    }

    /// Acts that are in memory alone, oldest first.
    fn unrecorded_acts(&self) -> Vec<Vec<Record>> {
        let lost = self.directory.lost_acts().iter();
        lost.chain(&self.waiting).cloned().collect()
    }

    fn tell_unrecorded(&mut self, why: StoreError) {
        let acts = self.unrecorded_acts();
        let name = StateDirectory::name_elsewhere(&acts).unwrap_or_default();
        let elsewhere = process::home().unwrap_or_default().join(name);
        let names: Vec<Id> = acts
            .iter()
            .filter_map(|act| act.first().map(|record| record.act))
            .collect();
        self.model.unrecorded = Some(Unrecorded {
            acts: names,
            why,
            elsewhere: elsewhere.display().to_string(),
        });
    }

    /// Leaves if everything is on the disk; otherwise asks.
    pub(super) fn quit(&mut self) {
        if self.leave_directory() {
            self.leaving = true;
        } else {
            open::unrecorded::ask(&mut self.model);
        }
    }

    /// Whether everything is on the disk and nothing more will be written.
    fn leave_directory(&mut self) -> bool {
        if !self.catch_up() {
            return false;
        }
        self.settle();
        self.patience.is_last = true;
        self.write_drafts();
        self.back_up_for_the_day();
        let left = self.at_disk(StateDirectory::leave);
        self.patience.is_last = false;
        match left {
            Ok(()) => true,
            Err(error) => {
                self.tell_unrecorded(error);
                false
            }
        }
    }

    /// Leaves the backup of the day, where the settings want one.
    fn back_up_for_the_day(&mut self) {
        let label = self.model.today.to_string();
        if self.model.workspace.settings().backups.daily && !self.directory.has_copy(&label) {
            self.back_up(&label);
        }
    }

    /// Saves the directory in `backups/`. What kept it from being done is said at the end: it
    /// stops nobody.
    fn back_up(&mut self, label: &str) {
        let keep = self.model.workspace.settings().backups.keep;
        if matches!(self.model.access, Access::ReadOnly(_)) {
            return;
        }
        if let Err(error) = self.at_disk(|directory| directory.keep_copy(label, keep)) {
            let why = message::backup_error(&self.model.texts, &error);
            let said = [("why", why.into())];
            self.last_words
                .push(self.model.texts.with("left-no-backup", &said));
        }
    }

    /// Ends where nobody can be asked: after a signal, without a terminal. Acts the disk does not
    /// take go into a file of the user's home or among the temporary ones.
    pub fn leave(&mut self) {
        if self.leaving || self.leave_directory() {
            return;
        }
        let acts = self.unrecorded_acts();
        let tried: Vec<PathBuf> = process::home()
            .into_iter()
            .chain([process::temporary()])
            .collect();
        for place in tried {
            let written = self.at_disk(|directory| directory.write_elsewhere(&place, &acts));
            if let Ok(path) = written {
                self.say_where(&path, acts.len());
                return;
            }
        }
        let lost = self
            .model
            .texts
            .with("left-lost", &[("n", acts.len().into())]);
        self.last_words.push(lost);
    }

    /// Writes what is not recorded into a file the user named, and leaves.
    pub(super) fn record_elsewhere(&mut self, path: &Path) {
        let acts = self.unrecorded_acts();
        match self.at_disk(|directory| directory.write_elsewhere(path, &acts)) {
            Ok(path) => {
                self.say_where(&path, acts.len());
                self.leaving = true;
            }
            Err(error) => {
                let why = message::store_error(&self.model.texts, &error);
                open::unrecorded::elsewhere_failed(&mut self.model, why);
            }
        }
    }

    fn say_where(&mut self, path: &Path, acts: usize) {
        let journal = self.directory.path().join("journal");
        let words = self.model.texts.with(
            "left-elsewhere",
            &[
                ("n", acts.into()),
                ("path", path.display().to_string().into()),
                ("journal", journal.display().to_string().into()),
            ],
        );
        self.last_words.push(words);
    }

    /// What to say when the terminal is given back.
    pub fn last_words(&self) -> &[String] {
        &self.last_words
    }
}

/// Whether the same act may go through later.
fn is_for_later(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::Append(AppendError::Io { .. } | AppendError::ChangedOutside { .. })
    )
}
