//! Looking through all files of the state directory. Every paper is read for that, so the program
//! people run has it done on a thread of its own and goes on taking keys.

use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use chrono::TimeDelta;

use super::Program;
use crate::domain::moment::Moment;
use crate::store::approved::Expected;
use crate::store::check::Known;
use crate::tui::model::Notice;
use crate::tui::model::problems::{Examine, Problem};
use crate::tui::open::problems;

/// How the files are looked through, and a look that goes on.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) examine: Examine,
    /// Whether it is done on a thread of its own.
    is_apart: bool,
    going_on: Option<GoingOn>,
}

#[derive(Debug)]
struct GoingOn {
    found: Receiver<Found>,
    /// What had been done when it began: a file that is written meanwhile may be read half.
    done: u64,
    /// Whether what is pressing is to be shown.
    shows: bool,
}

/// What a look on its thread has found.
#[derive(Debug)]
struct Found {
    problems: Vec<Problem>,
    /// Whether approved papers may say something else than the journal.
    papers_differ: bool,
}

impl Look {
    pub(super) fn new(examine: Examine) -> Self {
        Self {
            examine,
            is_apart: false,
            going_on: None,
        }
    }
}

impl Program {
    /// Looks through all files once the first frame is seen: reading every paper takes longer than
    /// a start may take. What is pressing and was not known yet is shown.
    pub fn look_through(&mut self) {
        if !self.look.is_apart {
            self.follow_papers();
        }
        self.compare_clocks();
        self.begin_look(true);
    }

    /// Says that this computer's clock is behind what was recorded by a day or more: one of two
    /// clocks is wrong. The order of things does not hang on it; the day of today does.
    fn compare_clocks(&mut self) {
        let now = Moment::new(self.surroundings.now());
        let Some(latest) = self.model.workspace.ledger().latest() else {
            return;
        };
        let is_behind = latest.at.utc() - now.utc() >= TimeDelta::days(1);
        if let (true, None, Some(there), Some(here)) =
            (is_behind, &self.model.notice, latest.at.day(), now.day())
        {
            let texts = &self.model.texts;
            let said = [
                ("there", texts.date_full(there).into()),
                ("writer", (*latest.writer.0).into()),
                ("here", texts.date_full(here).into()),
            ];
            let text = texts.with("notice-clocks", &said);
            self.model.notice = Some(Notice::warning(text));
        }
    }

    /// Has files looked through on a thread of its own from now on: [`Self::looked`] takes what it
    /// finds.
    pub fn look_apart(&mut self) {
        self.look.is_apart = true;
    }

    /// Whether plans are read on a thread of their own, too.
    pub(super) fn reads_apart(&self) -> bool {
        self.look.is_apart
    }

    /// Whether a look goes on.
    pub fn is_looking(&self) -> bool {
        self.look.going_on.is_some()
    }

    /// Looks through the files.
    pub(super) fn look(&mut self) {
        self.begin_look(false);
    }

    fn begin_look(&mut self, shows: bool) {
        let shows = shows || self.look.going_on.as_ref().is_some_and(|it| it.shows);
        self.look.going_on = None;
        if self.look.is_apart
            && let Some(going_on) = self.look_on_a_thread(shows)
        {
            self.look.going_on = Some(going_on);
            return;
        }
        let (file_system, path) = (self.directory.file_system(), self.directory.path());
        let texts = &self.model.texts;
        let known = self.known();
        let found = (self.look.examine)(file_system, path, texts, self.apart.as_ref(), known);
        self.take_look(found, shows);
    }

    /// What need not be understood again.
    fn known(&self) -> Known {
        Known {
            ledger: Some(self.model.workspace.shared_ledger()),
            ..self.directory.known()
        }
    }

    /// `None` where the system has no thread left.
    fn look_on_a_thread(&self, shows: bool) -> Option<GoingOn> {
        let (sender, found) = channel();
        let examine = self.look.examine;
        let file_system = self.directory.shared_file_system();
        let path = self.directory.path().to_owned();
        let (texts, apart) = (self.model.texts.clone(), self.apart.clone());
        let known = self.known();
        let expected = shows.then(|| Expected::of(&path, &self.model.workspace));
        let look = move || {
            let disk = file_system.as_ref();
            let found = Found {
                papers_differ: expected.is_some_and(|it| it.may_differ(disk)),
                problems: examine(disk, &path, &texts, apart.as_ref(), known),
            };
            // Who has left does not want to know.
            let _ = sender.send(found);
        };
        let builder = thread::Builder::new().name("look".to_owned());
        builder.spawn(look).ok()?;
        Some(GoingOn {
            found,
            done: self.done,
            shows,
        })
    }

    /// Takes what a look on its thread has found, if it is at its end; whether it was.
    pub fn looked(&mut self) -> bool {
        let Some(going_on) = &self.look.going_on else {
            return false;
        };
        let found = match going_on.found.try_recv() {
            Err(TryRecvError::Empty) => return false,
            Ok(found) => Some(found),
            Err(TryRecvError::Disconnected) => None,
        };
        let (done, shows) = (going_on.done, going_on.shows);
        match found {
            // Something was written meanwhile: what was seen may be neither before nor after it.
            Some(_stale) if done != self.done => self.begin_look(shows),
            Some(found) if found.papers_differ && self.follow_papers() => self.begin_look(shows),
            Some(found) => {
                self.look.going_on = None;
                self.take_look(found.problems, shows);
            }
            None => self.look.going_on = None,
        }
        true
    }

    fn take_look(&mut self, mut found: Vec<Problem>, shows: bool) {
        let was_pressing = self.model.problems.are_pressing();
        let texts = &self.model.texts;
        let put_right = self.put_right.iter();
        found.extend(put_right.map(|finding| Problem::of_finding(texts, finding)));
        self.tell(found);
        if shows && self.model.problems.are_pressing() && !was_pressing {
            problems::open(&mut self.model);
        }
        crate::tui::view::fit(&mut self.model);
    }
}
