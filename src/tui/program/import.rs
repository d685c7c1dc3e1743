//! Plans of other programs: read from their files, and written as documents on control.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use chrono::Datelike as _;

use super::Program;
use crate::domain::date::Date;
use crate::domain::document::{Document, DocumentKey};
use crate::domain::settings::Settings;
use crate::domain::subject::{Registry, Subject, Subjects};
use crate::domain::workspace::Given;
use crate::import::document::says_the_same;
use crate::import::role::Role;
use crate::import::{self, Draft};
use crate::locale::Texts;
use crate::message;
use crate::store::document::{parse, to_text, with_items};
use crate::store::state_directory::{OnForeign, StateDirectory};
use crate::tui::model::edition::Beside;
use crate::tui::model::form::Form;
use crate::tui::model::import::ImportState;
use crate::tui::model::{Notice, Overlay};
use crate::tui::open;

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Written {
    /// The document is on control.
    Done {
        /// Where it stands.
        path: std::path::PathBuf,
        /// What it is known by: another name where one number is borne by two documents.
        key: DocumentKey,
    },
    /// It is there and says the same.
    Unchanged,
    /// Another edition of it is there.
    Another,
}

/// The bytes of a file, one more than is read at most.
pub fn bytes(file: &Path, texts: &Texts) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| {
        texts.with(
            "store-io",
            &[
                ("path", file.display().to_string().into()),
                ("kind", message::io_kind(texts, error.kind()).into()),
                ("advice", message::io_advice(texts, error.kind()).into()),
            ],
        )
    };
    let opened = std::fs::File::open(file).map_err(failed)?;
    let mut bytes = Vec::new();
    let most = import::limits::FILE_MEGABYTES * 1024 * 1024 + 1;
    opened.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Writes a document, the subjects it names anew and what its columns were.
pub fn put(
    directory: &mut StateDirectory,
    document: &Document,
    subjects: &[Subject],
    draft: &Draft,
    is_new: bool,
    texts: &Texts,
) -> Result<Written, String> {
    let apart = apart(directory, document, draft, texts)?;
    let document = apart.as_ref().unwrap_or(document);
    let mut name = format!("documents/{}.ron", document.key);
    for there in directory.document_names("documents") {
        let known = directory
            .load_document::<Document>(&there)
            .map_err(|error| message::document_error(texts, &error))?;
        if says_the_same(&known, document) {
            return Ok(Written::Unchanged);
        }
        if known.content.is_empty() {
            // What was begun empty is filled.
            name = there;
        } else if there == name || known.key == document.key {
            return Ok(Written::Another);
        }
    }
    if is_new {
        settings(directory, document, texts)?;
    } else {
        let keep = directory
            .load_document::<Settings>("settings.ron")
            .unwrap_or_default()
            .backups
            .keep;
        directory
            .keep_copy(&format!("before-import-{}", document.key), keep)
            .map_err(|error| message::backup_error(texts, &error))?;
    }
    put_subjects(directory, subjects, is_new, texts)?;
    let text = to_text(document).map_err(|error| error.to_string())?;
    let written = directory
        .write_document(&name, &text, OnForeign::Refuse)
        .map_err(|error| message::store_error(texts, &error))?;
    directory
        .write_document(
            &format!("imports/{}.ron", document.key),
            &mapping(draft),
            OnForeign::Refuse,
        )
        .map_err(|error| message::store_error(texts, &error))?;
    Ok(Written::Done {
        path: written.path,
        key: document.key,
    })
}

/// The document under a key of its own, where the key is borne by another one: the same number, of
/// another kind, another issuer or another day.
fn apart(
    directory: &mut StateDirectory,
    document: &Document,
    draft: &Draft,
    texts: &Texts,
) -> Result<Option<Document>, String> {
    if draft.lines.is_empty() {
        return Ok(None);
    }
    let mut taken = Vec::new();
    let mut is_borne = false;
    for there in directory.document_names("documents") {
        let known = directory
            .load_document::<Document>(&there)
            .map_err(|error| message::document_error(texts, &error))?;
        let (own, other) = (&document.requisites, &known.requisites);
        is_borne |= known.key == document.key
            && (own.date != other.date || own.kind != other.kind || own.issuer != other.issuer)
            && !known.content.is_empty();
        taken.push(known.key);
    }
    if !is_borne {
        return Ok(None);
    }
    let year = document.begins().map(|day| day.year().to_string());
    let free = year
        .into_iter()
        .chain((2..1000).map(|number| number.to_string()))
        .filter_map(|end| {
            format!("{}-{end}", document.key)
                .parse::<DocumentKey>()
                .ok()
        })
        .find(|key| !taken.contains(key));
    let since = document
        .taken_on_control
        .or(document.requisites.date)
        .unwrap_or(Date::MIN);
    Ok(free.map(|key| import::document::document(draft, key, since)))
}

/// What came of it, in words; an error where nothing was written.
pub fn said(
    texts: &Texts,
    written: &Written,
    document: &Document,
    subjects: usize,
) -> Result<String, String> {
    let named = |key: DocumentKey| ("key", key.to_string().into());
    let key = named(document.key);
    match written {
        Written::Done { path, key: own } => Ok(texts.with(
            if *own == document.key {
                "import-written"
            } else {
                "import-written-apart"
            },
            &[
                named(*own),
                ("path", path.display().to_string().into()),
                ("subjects", subjects.into()),
            ],
        )),
        Written::Unchanged => Ok(texts.with("import-unchanged", &[key])),
        Written::Another => Err(texts.with("import-another-edition", &[key])),
    }
}

impl Program {
    /// Reads a plan and shows what would be taken of it.
    pub(super) fn read_plan(&mut self, file: &Path, first: bool) {
        match bytes(file, &self.model.texts) {
            Ok(bytes) => self.look_over(file, &bytes, first),
            Err(why) => self.model.notice = Some(Notice::error(why)),
        }
    }

    fn look_over(&mut self, file: &Path, bytes: &[u8], first: bool) {
        // In the place of the example nobody of it is known.
        let known = if first {
            Registry::default()
        } else {
            self.model.workspace.subjects().clone()
        };
        let texts = &self.model.texts;
        let read = import::read(bytes)
            .and_then(|source| ImportState::new(file, source, known, self.model.today, first))
            .map_err(|refusal| message::import::refusal(texts, &refusal));
        match read {
            Ok(state) => {
                self.model.overlays.push(Overlay::Import(Box::new(state)));
            }
            Err(why) => self.model.notice = Some(Notice::error(why)),
        }
    }

    /// Reads a pasted order or letter and shows what would be taken of it.
    pub(super) fn read_text(&mut self, text: &str) {
        let name = self.model.texts.get("import-pasted");
        self.look_over(Path::new(&name), text.as_bytes(), false);
    }

    /// Writes the plan that was looked over.
    pub(super) fn write_plan(&mut self) {
        let Some(Overlay::Import(state)) = self.model.overlays.pop() else {
            return;
        };
        let texts = &self.model.texts;
        let subjects = import::document::subjects(&state.draft.subjects, &state.known);
        let written = put(
            &mut self.directory,
            &state.document,
            &subjects,
            &state.draft,
            state.is_first,
            texts,
        );
        if written == Ok(Written::Another) {
            self.propose_edition(&state, subjects);
            return;
        }
        let done =
            written.and_then(|written| said(texts, &written, &state.document, subjects.len()));
        match done {
            Ok(_) if state.is_first => {
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
    fn propose_edition(&mut self, state: &ImportState, subjects: Vec<Subject>) {
        let key = state.document.key;
        let given = Given {
            document: state.document.clone(),
            names_keys: false,
        };
        let beside = Beside {
            files: vec![(format!("imports/{key}.ron"), mapping(&state.draft))],
            subjects,
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
        let subjects = put_subjects(&mut self.directory, &beside.subjects, false, texts);
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
        } else if !beside.subjects.is_empty() {
            let notice = self.model.notice.take();
            self.read_again();
            self.model.notice = notice;
        }
    }
}

/// The settings of a new directory: its own organisation, nobody else's.
pub fn settings(
    directory: &mut StateDirectory,
    document: &Document,
    texts: &Texts,
) -> Result<(), String> {
    let settings = Settings {
        organisation: document.requisites.issuer.clone(),
        ..Settings::default()
    };
    let text = to_text(&settings).map_err(|error| error.to_string())?;
    directory
        .write_document("settings.ron", &text, OnForeign::Refuse)
        .map_err(|error| message::store_error(texts, &error))?;
    Ok(())
}

/// Adds subjects; comments and the sequence of those that are there stay.
pub fn put_subjects(
    directory: &mut StateDirectory,
    new: &[Subject],
    is_new: bool,
    texts: &Texts,
) -> Result<(), String> {
    if new.is_empty() && !is_new {
        return Ok(());
    }
    let words = |error: ron::Error| error.to_string();
    let name = "subjects.ron";
    let text = if is_new {
        to_text(&Subjects {
            format: Subjects::FORMAT,
            subjects: new.to_vec(),
        })
        .map_err(words)?
    } else {
        let there = directory
            .document_text(name)
            .map_err(|error| message::document_error(texts, &error))?;
        let mut all = parse::<Subjects>(std::path::Path::new(name), &there)
            .map_err(|error| message::document_error(texts, &error))?;
        all.subjects.extend(new.iter().cloned());
        let whole = to_text(&all).map_err(words)?;
        // Only what is new is put in, before the bracket that ends the list.
        with_items(&there, "subjects", &items(new).map_err(words)?)
            .filter(|edited| {
                parse::<Subjects>(std::path::Path::new(name), edited).is_ok_and(|read| read == all)
            })
            .unwrap_or(whole)
    };
    directory
        .write_document(name, &text, OnForeign::Refuse)
        .map_err(|error| message::store_error(texts, &error))?;
    Ok(())
}

/// The entries of a list as they stand in the file.
fn items(new: &[Subject]) -> Result<String, ron::Error> {
    let text = to_text(&Subjects {
        format: Subjects::FORMAT,
        subjects: new.to_vec(),
    })?;
    let from = text.find('[').map_or(0, |at| at + 1);
    let to = text.rfind(']').unwrap_or(text.len());
    Ok(text
        .get(from..to)
        .unwrap_or_default()
        .trim_matches('\n')
        .trim_end()
        .to_owned())
}

/// What the columns were taken for, kept for the next edition.
fn mapping(draft: &Draft) -> String {
    let mut text = String::from("(\n    format: 1,\n    columns: [\n");
    for column in &draft.columns {
        let role: Role = column.role;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "        (head: {:?}, role: \"{}\"),",
            column.head,
            role.id()
        );
    }
    text.push_str("    ],\n)\n");
    text
}
