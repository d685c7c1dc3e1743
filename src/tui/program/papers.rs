//! Papers of the state directory: drafts follow the journal, what was approved is kept.

use super::Program;
use crate::domain::approved::{ApprovedKind, Frozen};
use crate::domain::date::Date;
use crate::paper::Approved;
use crate::store::approved::current_name;
use crate::store::place::name_within;
use crate::store::state_directory::{OnForeign, StoreError};
use crate::tui::model::{Access, Screen};
use crate::tui::select::papers::offered;
use crate::tui::update::recorded;

impl Program {
    /// Papers of an earlier run are our own as long as they say what was approved, or what the
    /// journal says; asked before the first change of a meeting, because after it they no longer
    /// do.
    pub(super) fn recognise_papers(&mut self, date: Date) {
        if !self.recognised.insert(date) {
            return;
        }
        let mut known: Vec<Frozen> = self.model.workspace.drawn(date).into_iter().collect();
        let versions = self.versions(date).into_iter();
        known.extend(versions.map(|(_, frozen)| frozen));
        for frozen in known {
            for (kind, text) in texts(&frozen) {
                self.directory.recognise(&current_name(kind, date), text);
            }
        }
    }

    /// Every approved version of a meeting that can be read.
    fn versions(&self, date: Date) -> Vec<(u32, Frozen)> {
        let workspace = &self.model.workspace;
        let count = workspace.ledger().meeting(date).map_or(0, |it| it.version);
        (1..=count)
            .filter_map(|version| {
                let frozen = self.directory.approved(workspace, date, version)?;
                Some((version, frozen))
            })
            .collect()
    }

    /// Writes minutes and tactical plan of a meeting. What the disk does not take now is tried
    /// again.
    pub(super) fn write_papers(&mut self, date: Date) {
        match self.try_write_papers(date) {
            Ok(Some((names, kept))) => {
                recorded::papers_written(&mut self.model, &names, &kept);
            }
            Ok(None) => {}
            Err(error) => {
                self.papers_owed.insert(date);
                let why = crate::message::store_error(&self.model.texts, &error);
                recorded::papers_failed(&mut self.model, &why);
            }
        }
    }

    /// Tries again what the disk did not take, without a word if it does not do so now either.
    pub(super) fn write_owed_papers(&mut self) {
        for date in std::mem::take(&mut self.papers_owed) {
            match self.try_write_papers(date) {
                Ok(Some((names, kept))) => {
                    self.model.notice = None;
                    recorded::papers_written(&mut self.model, &names, &kept);
                }
                Ok(None) => {}
                Err(_not_yet) => {
                    self.papers_owed.insert(date);
                }
            }
        }
    }

    /// The names of the papers, and of the copies kept of what somebody else wrote into them.
    fn try_write_papers(&mut self, date: Date) -> Result<Option<WrittenPapers>, StoreError> {
        let versions = self.versions(date);
        // Before a file is written over, what was approved in it has its copy.
        for (version, frozen) in &versions {
            self.at_disk(|directory| directory.keep_approved(date, *version, frozen))?;
        }
        let workspace = &self.model.workspace;
        let shown = match workspace.version_that_holds(date) {
            Some(holds) => versions
                .into_iter()
                .find(|(version, _)| *version == holds)
                .map(|(_, frozen)| frozen),
            None => workspace.drawn(date),
        };
        let Some(frozen) = shown else {
            return Ok(None);
        };
        let mut written = Vec::new();
        let mut copies = Vec::new();
        for (kind, text) in texts(&frozen) {
            let name = current_name(kind, date);
            let done = self
                .at_disk(|directory| directory.write_document(&name, text, OnForeign::KeepCopy))?;
            if let Some(copy) = done.kept {
                let copy = name_within(self.directory.path(), &copy);
                // The notice may be gone before it is read.
                let said = [
                    ("paper", name.clone().into()),
                    ("copy", copy.clone().into()),
                ];
                let words = self.model.texts.with("left-copy-kept", &said);
                self.last_words.push(words);
                copies.push(copy);
            }
            written.push(name);
        }
        Ok(Some((written, copies)))
    }

    /// Leaves drafts of the papers of meetings that go on.
    pub fn write_drafts(&mut self) {
        if matches!(self.model.access, Access::ReadOnly(_)) {
            return;
        }
        let open: Vec<Date> = self
            .model
            .workspace
            .ledger()
            .meetings()
            .values()
            .filter(|meeting| meeting.is_open())
            .map(|meeting| meeting.date)
            .collect();
        for date in open {
            self.recognise_papers(date);
            // The journal holds everything; a draft that cannot be written loses nothing.
            let _ = self.try_write_papers(date);
        }
    }

    /// Reads the approved versions that the papers offered on the screen are drawn from.
    pub(super) fn read_approved(&mut self) {
        let Some(Screen::Papers(state)) = self.model.screen() else {
            return;
        };
        let workspace = &self.model.workspace;
        let needed: Vec<(Date, u32)> = offered(&self.model, state)
            .iter()
            .flat_map(|request| Approved::needed(request, workspace))
            .collect();
        for (date, version) in needed {
            self.read_version(date, version);
        }
    }

    /// Reads every approved version of a meeting.
    pub(super) fn read_versions(&mut self, date: Date) {
        let meeting = self.model.workspace.ledger().meeting(date);
        let count = meeting.map_or(0, |meeting| meeting.version);
        for version in 1..=count {
            self.read_version(date, version);
        }
    }

    /// Reads an approved version for what is drawn of it.
    pub(super) fn read_version(&mut self, date: Date, version: u32) {
        if self.model.papers.approved.knows(date, version) {
            return;
        }
        let frozen = self
            .directory
            .approved(&self.model.workspace, date, version);
        self.model.papers.approved.put(date, version, frozen);
    }
}

/// The names of papers that were written, and of the copies of what was replaced.
type WrittenPapers = (Vec<String>, Vec<String>);

fn texts(frozen: &Frozen) -> [(ApprovedKind, &str); 2] {
    [
        (ApprovedKind::Minutes, &frozen.minutes_text),
        (ApprovedKind::TacticalPlan, &frozen.tactical_plan_text),
    ]
}
