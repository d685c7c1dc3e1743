//! Plans of other programs: read from their files, and written as documents on control.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use super::Program;
use crate::domain::subject::Registry;
use crate::domain::workspace::Given;
use crate::import;
use crate::locale::Texts;
use crate::message;
use crate::store::state_directory::OnForeign;
use crate::tui::model::edition::Beside;
use crate::tui::model::form::Form;
use crate::tui::model::import::{Ground, ImportState};
use crate::tui::model::{Notice, Overlay};
use crate::tui::open;

mod put;
mod reading;

pub use put::{Brought, Written, bring, kept, put, put_subjects, said, settings};
pub use reading::office_said;
pub(super) use reading::{Reading, Work};

/// The bytes of a file, one more than is read at most.
pub fn bytes(file: &Path, texts: &Texts) -> Result<Vec<u8>, String> {
    read_bytes(file).map_err(|error| not_read(texts, file, &error))
}

fn read_bytes(file: &Path) -> std::io::Result<Vec<u8>> {
    let opened = std::fs::File::open(file)?;
    let mut bytes = Vec::new();
    let most = import::limits::FILE_MEGABYTES * 1024 * 1024 + 1;
    opened.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn not_read(texts: &Texts, file: &Path, error: &std::io::Error) -> String {
    texts.with(
        "store-io",
        &[
            ("path", file.display().to_string().into()),
            ("kind", message::io_kind(texts, error.kind()).into()),
            ("advice", message::io_advice(texts, error.kind()).into()),
        ],
    )
}

impl Program {
    /// What is known here. In the place of the example nothing of it is.
    pub(super) fn ground(&mut self, is_first: bool) -> Ground {
        let today = self.model.today;
        if is_first {
            return Ground {
                known: Registry::default(),
                documents: Vec::new(),
                whole: Vec::new(),
                kept: BTreeMap::new(),
                today,
                is_first,
            };
        }
        let workspace = &self.model.workspace;
        let documents = workspace.documents().iter();
        Ground {
            whole: workspace.documents().to_vec(),
            known: workspace.subjects().clone(),
            documents: documents
                .filter(|document| !document.content.is_empty())
                .map(|document| (document.key, document.short_name().to_owned()))
                .collect(),
            kept: put::kept(&mut self.directory),
            today,
            is_first,
        }
    }

    /// Writes the plan that was looked over.
    pub(super) fn write_plan(&mut self) {
        let Some(Overlay::Import(state)) = self.model.overlays.pop() else {
            return;
        };
        let texts = &self.model.texts;
        let brought = Brought::of(&state.draft, &state.choice, &state.ground.known);
        let is_first = state.ground.is_first;
        let written = put(
            &mut self.directory,
            &state.document,
            &brought,
            &state.draft,
            is_first,
            texts,
        );
        if written == Ok(Written::Another) {
            self.propose_edition(&state, brought);
            return;
        }
        let count = brought.subjects.len();
        let done = written.and_then(|written| said(texts, &written, &state.document, count));
        match done {
            Ok(_) if is_first => {
                let texts = Texts::new(self.model.texts.language());
                let left = self.left_example(&texts);
                self.begun(left);
                open::screens::go_plan(&mut self.model);
                open::form::open(&mut self.model, Form::Settings);
            }
            Ok(text) => {
                self.read_again();
                open::screens::go_plan(&mut self.model);
                self.model.notice = Some(Notice::done(text));
            }
            Err(why) => self.model.notice = Some(Notice::error(why)),
        }
    }

    /// Another text of a document that is there: what it changes is shown, to be adopted.
    fn propose_edition(&mut self, state: &ImportState, brought: Brought) {
        let key = state.document.key;
        let given = Given {
            document: state.document.clone().into(),
            names_keys: false,
        };
        let beside = Beside {
            files: put::mapping(key, &brought.kept).into_iter().collect(),
            subjects: brought.subjects,
            aliases: brought.aliases,
        };
        if !open::edition::of_text(&mut self.model, key, given, beside) {
            let key = [("key", key.to_string().into())];
            let text = self.model.texts.with("import-unchanged", &key);
            self.model.notice = Some(Notice::done(text));
        }
    }
}

impl Program {
    /// Writes what belongs to an edition that was adopted: what its columns were, whom it names
    /// anew.
    pub(super) fn write_beside(&mut self, beside: &Beside) {
        let texts = &self.model.texts;
        let subjects = put_subjects(&mut self.directory, &beside.subjects, false, texts)
            .and_then(|()| put::put_aliases(&mut self.directory, &beside.aliases, texts));
        let files = beside.files.iter().try_for_each(|(name, text)| {
            let written = self
                .directory
                .write_document(name, text, OnForeign::KeepCopy);
            written
                .map(|_written| ())
                .map_err(|error| message::store_error(texts, &error))
        });
        if let Err(why) = subjects.and(files) {
            let why = [("why", why.into())];
            let text = texts.with("edition-beside-failed", &why);
            self.model.notice = Some(Notice::error(text));
        } else if !beside.subjects.is_empty() || !beside.aliases.is_empty() {
            let notice = self.model.notice.take();
            self.read_again();
            self.model.notice = notice;
        }
    }
}
