//! What others change: taken over while the program runs, also the right to write.

use std::path::Path;

use super::Program;
use super::problems::why_unusable;
use crate::domain::date::Date;
use crate::message::{self, ReadOnlyKeys};
use crate::store::document::DocumentFault;
use crate::store::place::name_within;
use crate::store::state_directory::{self, StateDirectory, WhyReadOnly};
use crate::store::state_directory::{Loaded, load_what_can_be_used, load_workspace};
use crate::tui::model::{Access, Action, Level, Notice};
use crate::tui::open::problems;

/// What time alone may change on the screen: while it stays, nothing is drawn.
#[derive(PartialEq, Debug)]
pub struct Seen {
    done: u64,
    spoken: u64,
    today: Date,
    minutes_now: u16,
    notice: Option<Notice>,
    access: Access,
}

impl Program {
    /// Looks whether somebody else changed the state directory, and takes it over: a file syncer,
    /// an editor, the other machine. Where the user is on the screen stays.
    pub fn follow(&mut self) {
        self.patience.begin();
        let was_free = std::mem::replace(&mut self.is_free, self.directory.is_free());
        let has_changed = self.directory.changed_lately();
        if has_changed {
            self.read_again();
        }
        if self.is_free && !was_free {
            // No other notice must hide that one may write now.
            self.model.notice = None;
        }
        self.say_access();
        if has_changed {
            crate::tui::view::fit(&mut self.model);
        }
    }

    /// All of what is on the screen that time alone may change.
    pub fn seen(&self) -> Seen {
        Seen {
            done: self.done,
            spoken: self.patience.spoken,
            today: self.model.today,
            minutes_now: self.model.minutes_now,
            notice: self.model.notice.clone(),
            access: self.model.access.clone(),
        }
    }

    /// Reads the directory anew.
    pub(super) fn read_again(&mut self) {
        self.done += 1;
        self.clock = self.clock.max(self.model.workspace.ledger().clock());
        let mut records = self.at_disk(StateDirectory::reload).records;
        if let Some(error) = self.directory.gone() {
            // What is left is not the whole: what was read before stays on the screen, and what is
            // recorded waits.
            let why = message::store_error(&self.model.texts, &error.clone().into());
            let text = self.model.texts.with("notice-gone", &[("why", why.into())]);
            self.model.notice = Some(Notice::error(text));
            self.look();
            return;
        }
        records.extend(self.waiting.iter().flatten().cloned());
        self.recognised.clear();
        self.model.papers.approved.clear();
        let error = match load_workspace(&mut self.directory, records.clone()) {
            Ok(mut workspace) => {
                self.unusable = None;
                workspace.stand_on(self.model.day());
                // An append that failed leaves its marks too; and a paper that somebody edited
                // says nothing that counts.
                if !workspace.says_the_same_as(&self.model.workspace) {
                    self.model.workspace = workspace;
                    let text = self.model.texts.get("notice-reloaded");
                    self.model.notice = Some(Notice::done(text));
                    self.tell_of_edits();
                }
                self.follow_papers();
                self.look();
                return;
            }
            Err(error) => error,
        };
        if let DocumentFault::NewerFormat { found, .. } = error.fault {
            let path = error.place.path.clone();
            let why = WhyReadOnly::NewerFormat { path, found };
            self.directory.become_read_only(why);
        }
        if self.unusable.is_some() {
            // There never was a good one: what stands in for it goes on doing so.
            if let Ok(Loaded {
                workspace,
                unusable,
            }) = load_what_can_be_used(&mut self.directory, records)
            {
                self.model.workspace = workspace;
                self.stand();
                self.unusable = why_unusable(&unusable);
            }
        } else {
            self.model.workspace = self.model.workspace.with_records(records);
            self.stand();
        }
        let why = message::store_error(&self.model.texts, &error.into());
        let text = self
            .model
            .texts
            .with("notice-not-reloaded", &[("why", why.into())]);
        self.model.notice = Some(Notice::error(text));
        self.look();
    }

    /// Has the approved papers follow what others changed, and says which did; whether any did.
    pub(super) fn follow_papers(&mut self) -> bool {
        // What keeps them from being written is told by the look through the files.
        let Ok(written) = self.directory.follow_approved(&self.model.workspace) else {
            return false;
        };
        if written.is_empty() {
            return false;
        }
        let name = |path: &Path| name_within(self.directory.path(), path);
        let papers: Vec<String> = written.iter().map(|it| name(&it.path)).collect();
        let mut said = vec![("papers", papers.join(", ").into())];
        let copies: Vec<String> = written
            .iter()
            .filter_map(|it| Some(name(it.kept.as_deref()?)))
            .collect();
        let words = if copies.is_empty() {
            "notice-papers-followed"
        } else {
            said.push(("copies", copies.join(", ").into()));
            "notice-papers-followed-copies"
        };
        let text = self.model.texts.with(words, &said);
        self.model.notice = Some(Notice::done(text));
        true
    }

    /// Says that a file says something else than the edition in force.
    pub(super) fn tell_of_edits(&mut self) {
        if !self.model.workspace.pending().is_empty() {
            let key = crate::tui::select::edition::key(&self.model, Action::Editions);
            let text = self
                .model
                .texts
                .with("edition-edited", &[("key", key.into())]);
            self.model.notice = Some(Notice::warning(text));
        }
    }

    /// Says whether anything can be recorded, and why not.
    pub(super) fn say_access(&mut self) {
        let why = match self.directory.access() {
            state_directory::Access::ReadOnly(why) => Some(why),
            state_directory::Access::ReadWrite => self.unusable.as_ref(),
        };
        self.model.access = match why {
            None => Access::ReadWrite,
            Some(why) => {
                let key = |action: Action| {
                    let keymap = &self.model.keymap;
                    let chords = keymap.chords(crate::tui::keymap::GLOBAL, action.name());
                    chords.first().map(ToString::to_string).unwrap_or_default()
                };
                let keys = ReadOnlyKeys {
                    write: key(Action::TakeOver),
                    problems: key(Action::Problems),
                    is_free: self.is_free,
                };
                Access::ReadOnly(message::read_only_here(&self.model.texts, why, &keys))
            }
        };
    }

    /// Gives up writing; whoever wants the directory may have it.
    pub(super) fn only_read(&mut self) {
        if self.model.unrecorded.is_some() {
            let text = self.model.texts.get("notice-record-first");
            self.model.notice = Some(Notice::warning(text));
            return;
        }
        self.write_drafts();
        self.directory.become_read_only(WhyReadOnly::Asked);
    }

    /// Writes from now on, if nobody else does.
    pub(super) fn take_over(&mut self) {
        if self.directory.access() == &state_directory::Access::ReadWrite {
            if self.unusable.is_some() {
                problems::open(&mut self.model);
            } else {
                let text = self.model.texts.get("notice-writing-already");
                self.model.notice = Some(Notice::done(text));
            }
            return;
        }
        match self.at_disk(StateDirectory::take_over) {
            Ok(()) => {
                self.is_free = false;
                self.model.notice = None;
                self.read_again();
                let failed = self.model.notice.take_if(|it| it.level == Level::Error);
                let text = self.model.texts.get("notice-taken-over");
                self.model.notice = failed.or(Some(Notice::done(text)));
            }
            Err(_why) => {
                self.say_access();
                if let Access::ReadOnly(why) = &self.model.access {
                    let text = self
                        .model
                        .texts
                        .with("notice-read-only", &[("why", why.clone().into())]);
                    self.model.notice = Some(Notice::warning(text));
                }
            }
        }
    }
}
