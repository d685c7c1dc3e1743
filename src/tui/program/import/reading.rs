//! Reading a file: on a thread of its own where the program is run by people, so that keys are taken
//! meanwhile and Esc leaves it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

use super::read_bytes;
use crate::import::{self, Refusal};
use crate::locale::Texts;
use crate::message;
use crate::store::office;
use crate::tui::model::choice::{ConfirmState, Consequence};
use crate::tui::model::import::{Ground, ImportState};
use crate::tui::model::{Notice, Overlay};
use crate::tui::program::Program;

/// As long nobody sees that something is read: what ends sooner is shown at once.
const AT_ONCE: Duration = Duration::from_millis(300);

/// What is read.
#[derive(Clone, Debug)]
pub(in crate::tui::program) enum Work {
    /// A file.
    File(PathBuf),
    /// A file that `LibreOffice` makes a DOCX of before.
    Converted(PathBuf),
    /// A text that was pasted, under a name.
    Pasted(String, String),
}

impl Work {
    fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Converted(path) => path,
            Self::Pasted(name, _) => Path::new(name),
        }
    }
}

/// Why nothing came of it.
#[derive(Debug)]
pub(super) enum Why {
    Io(io::Error),
    Refused(Refusal),
    Office(office::Failed),
}

/// Reading that goes on.
#[derive(Debug)]
pub(in crate::tui::program) struct Reading {
    work: Work,
    is_first: bool,
    ended: Receiver<Result<Box<ImportState>, Why>>,
    /// Nobody waits for it any more.
    left: Arc<AtomicBool>,
}

impl Drop for Reading {
    fn drop(&mut self) {
        self.left.store(true, Ordering::Relaxed);
    }
}

fn read(work: &Work, ground: Ground, left: &AtomicBool) -> Result<Box<ImportState>, Why> {
    let bytes = match work {
        Work::File(path) => read_bytes(path).map_err(Why::Io)?,
        Work::Pasted(_, text) => text.as_bytes().to_vec(),
        Work::Converted(path) => {
            let office = office::find().ok_or(Why::Office(office::Failed::Nothing))?;
            office::to_docx(&office, path, &|| left.load(Ordering::Relaxed)).map_err(Why::Office)?
        }
    };
    let source = import::read(&bytes).map_err(Why::Refused)?;
    ImportState::new(work.path(), source, ground)
        .map(Box::new)
        .map_err(Why::Refused)
}

/// Why `LibreOffice` made nothing of a file.
pub fn office_said(texts: &Texts, failed: office::Failed) -> String {
    match failed {
        office::Failed::Late => texts.get("import-convert-late"),
        office::Failed::Nothing => texts.get("import-convert-nothing"),
        office::Failed::Io(kind) => texts.with(
            "import-convert-io",
            &[("kind", message::io_kind(texts, kind).into())],
        ),
    }
}

impl Program {
    /// Reads something and shows what would be taken of it.
    pub(in crate::tui::program) fn read_work(&mut self, work: Work, is_first: bool) {
        let ground = self.ground(is_first);
        if !self.reads_apart() {
            let ended = read(&work, ground, &AtomicBool::new(false));
            self.read_ended(&work, is_first, ended);
            return;
        }
        let (sender, ended) = channel();
        let left = Arc::new(AtomicBool::new(false));
        let (own, seen) = (work.clone(), Arc::clone(&left));
        let thread = std::thread::Builder::new().name("import".to_owned());
        let begun = thread.spawn(move || {
            // Nobody takes it any more when it was left.
            let _ = sender.send(read(&own, ground, &seen));
        });
        if let Err(error) = begun {
            self.read_ended(&work, is_first, Err(Why::Io(error)));
            return;
        }
        match ended.recv_timeout(AT_ONCE) {
            Ok(ended) => self.read_ended(&work, is_first, ended),
            Err(RecvTimeoutError::Disconnected) => {
                self.read_ended(&work, is_first, Err(broken()));
            }
            Err(RecvTimeoutError::Timeout) => {
                let name = work.path().file_name().unwrap_or_default();
                self.model.reading = Some(name.to_string_lossy().into_owned());
                self.reading = Some(Reading {
                    work,
                    is_first,
                    ended,
                    left,
                });
                self.say_reading();
            }
        }
    }

    /// Says that something is read, as long as nothing else is to be said.
    pub(in crate::tui::program) fn say_reading(&mut self) {
        if let Some(name) = &self.model.reading
            && self.model.notice.is_none()
        {
            let name = [("file", name.clone().into())];
            let text = self.model.texts.with("import-reading", &name);
            self.model.notice = Some(Notice::done(text));
        }
    }

    /// Whether something is read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Takes what was read, if it is at its end; whether it was. Who types is not disturbed.
    pub fn take_read(&mut self) -> bool {
        let Some(reading) = &self.reading else {
            return false;
        };
        if self.model.is_typing() {
            return false;
        }
        let ended = match reading.ended.try_recv() {
            Err(TryRecvError::Empty) => return false,
            Ok(ended) => ended,
            Err(TryRecvError::Disconnected) => Err(broken()),
        };
        if let Some(reading) = self.reading.take() {
            self.model.reading = None;
            self.model.notice = None;
            self.read_ended(&reading.work, reading.is_first, ended);
            crate::tui::view::fit(&mut self.model);
        }
        true
    }

    /// Waits no longer for what is read.
    pub(in crate::tui::program) fn stop_reading(&mut self) {
        self.reading = None;
        self.model.reading = None;
    }

    fn read_ended(&mut self, work: &Work, is_first: bool, ended: Result<Box<ImportState>, Why>) {
        let texts = &self.model.texts;
        let why = match ended {
            Ok(state) => {
                self.model.overlays.push(Overlay::Import(state));
                return;
            }
            Err(Why::Refused(Refusal::Doc | Refusal::Rtf))
                if matches!(work, Work::File(_)) && office::find().is_some() =>
            {
                let name = work.path().display().to_string();
                let text = texts.with("import-convert-ask", &[("file", name.into())]);
                self.model.overlays.push(Overlay::Confirm(ConfirmState {
                    text,
                    consequence: Consequence::ConvertPlan(work.path().to_owned(), is_first),
                }));
                return;
            }
            Err(Why::Refused(refusal)) => message::import::refusal(texts, &refusal),
            Err(Why::Office(failed)) => office_said(texts, failed),
            Err(Why::Io(error)) => super::not_read(texts, work.path(), &error),
        };
        self.model.notice = Some(Notice::error(why));
    }
}

/// The thread did not come to its end.
fn broken() -> Why {
    Why::Refused(Refusal::Damaged {
        detail: "?".to_owned(),
    })
}
