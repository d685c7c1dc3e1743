//! What is filled into forms: written into `settings.ron`, `subjects.ron` and documents that are
//! only begun. What a person wrote beside it stays, comments included.

use std::collections::BTreeSet;
use std::path::Path;

use super::Program;
use super::beginning::named;
use super::import::{bytes, put_subjects};
use crate::domain::document::{Document, DocumentKey, TypedLine};
use crate::domain::settings::Settings;
use crate::domain::subject::{Registry, Subject, SubjectId, Subjects, TypedPerson};
use crate::import;
use crate::locale::Texts;
use crate::message;
use crate::store::document::{parse, to_text, with_entry, with_path};
use crate::store::state_directory::{DOCUMENTS, OnForeign, StateDirectory};
use crate::tui::field::{DocumentField, Field, Filling, SettingsField, SubjectField};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::open::finish;
use crate::tui::select::form::{is_begun, toggled};
use crate::tui::widget::line_editor::LineEditor;

/// The settings.
const SETTINGS: &str = "settings.ron";

/// Who is known.
const SUBJECTS: &str = "subjects.ron";

impl Program {
    /// Writes what was filled in, and says so.
    pub(super) fn fill(&mut self, filling: Filling) {
        // What others wrote is taken over before their files are written.
        self.follow();
        let was_line = matches!(filling, Filling::Line(..));
        let done = self.filled(filling);
        match done {
            Ok(text) => {
                self.read_again();
                // The last look before the end may miss less now.
                finish::refresh(&mut self.model);
                if was_line {
                    emptied(&mut self.model);
                }
                self.model.notice = Some(Notice::done(text));
            }
            Err(why) => self.model.notice = Some(Notice::error(why)),
        }
    }

    fn filled(&mut self, filling: Filling) -> Result<String, String> {
        let texts = Texts::new(self.model.texts.language());
        let known = self.model.workspace.subjects().clone();
        let directory = &mut self.directory;
        let saved = |name: &str| texts.with("form-saved", &[("file", name.to_owned().into())]);
        match filling {
            Filling::Text(Field::Settings(field), text) => {
                let change = |settings: &mut Settings| field.set(settings, &text, &known).is_ok();
                set_settings(directory, field, change, &texts)?;
                Ok(saved(SETTINGS))
            }
            Filling::Turn(Field::Settings(field), forward) => {
                let change = |settings: &mut Settings| field.turn(settings, forward);
                set_settings(directory, field, change, &texts)?;
                Ok(saved(SETTINGS))
            }
            Filling::Text(Field::Subject(id, field), text) => {
                let change = |subject: &mut Subject| field.set(subject, &text, &known).is_ok();
                set_subject(directory, &id, field, change, &texts)?;
                Ok(saved(SUBJECTS))
            }
            Filling::Turn(Field::Subject(id, field), forward) => {
                let change = |subject: &mut Subject| field.turn(subject, forward);
                set_subject(directory, &id, field, change, &texts)?;
                Ok(saved(SUBJECTS))
            }
            Filling::Text(Field::Document(key, field), text) => self.on_begun(key, |document| {
                let is_set = field.set(document, &text).is_ok();
                if field != DocumentField::Short {
                    named(document);
                }
                is_set
            }),
            Filling::Turn(Field::Document(..), _) => Ok(String::new()),
            Filling::Member(id) => {
                seat(directory, |members| toggled(members, &id), &texts)?;
                Ok(saved(SETTINGS))
            }
            Filling::NewMember(line) => {
                let person = TypedPerson::read(&line);
                let count = add_members(directory, &[person], known, &texts)?;
                Ok(texts.with("form-members-added", &[("n", count.into())]))
            }
            Filling::NewPerson(field, line) => {
                let person = TypedPerson::read(&line);
                let name = person.name.clone();
                let mut known = known;
                add_people(directory, &[person], &mut known, &texts)?;
                let change = |settings: &mut Settings| field.set(settings, &name, &known).is_ok();
                set_settings(directory, field, change, &texts)?;
                Ok(saved(SETTINGS))
            }
            Filling::Members(file) => {
                let read = bytes(&file, &texts)?;
                let source = import::read(&read)
                    .map_err(|refusal| message::import::refusal(&texts, &refusal))?;
                let people = import::members::members(&source);
                if people.is_empty() {
                    return Err(texts.get("form-no-members"));
                }
                let count = add_members(directory, &people, known, &texts)?;
                Ok(texts.with("form-members-added", &[("n", count.into())]))
            }
            Filling::Line(key, line) => {
                let name = match &line {
                    TypedLine::Heading(heading) => heading.name(),
                    TypedLine::Activity(activity) => activity.name(),
                };
                self.on_begun(key, |document| {
                    document.add(line.clone());
                    true
                })?;
                Ok(texts.with("form-line-added", &[("name", name.into())]))
            }
            Filling::TakeLine(key) => self.on_begun(key, Document::take_last),
        }
    }

    /// Changes a document nothing is on record of.
    fn on_begun(
        &mut self,
        key: DocumentKey,
        change: impl FnOnce(&mut Document) -> bool,
    ) -> Result<String, String> {
        let texts = &self.model.texts;
        if !is_begun(&self.model, key) {
            return Err(texts.get("form-not-begun"));
        }
        let names = self.directory.document_names(DOCUMENTS);
        for name in names {
            let mut document = self
                .directory
                .load_document::<Document>(&name)
                .map_err(|error| message::document_error(texts, &error))?;
            let own = crate::store::state_directory::key_of(Path::new(&name));
            document.give_keys(own, &BTreeSet::new());
            if document.key != key {
                continue;
            }
            if !change(&mut document) {
                break;
            }
            let text = to_text(&document).map_err(|error| error.to_string())?;
            write(&mut self.directory, &name, &text, texts)?;
            return Ok(texts.with("form-saved", &[("file", name.into())]));
        }
        Err(texts.get("form-not-begun"))
    }
}

/// The field the line was typed into is empty for the next one.
fn emptied(model: &mut Model) {
    if let Some(Overlay::Prompt(state)) = model.overlays.last_mut()
        && let Purpose::Line { is_heading, .. } = &mut state.purpose
    {
        // After a heading its activities come.
        *is_heading = false;
        state.editor = LineEditor::one_line(state.editor.limit());
        state.error = None;
    }
}

fn write(
    directory: &mut StateDirectory,
    name: &str,
    text: &str,
    texts: &Texts,
) -> Result<(), String> {
    directory
        .write_document(name, text, OnForeign::Refuse)
        .map(|_written| ())
        .map_err(|error| message::store_error(texts, &error))
}

/// Changes one field of the settings, in the file as it stands now.
fn set_settings(
    directory: &mut StateDirectory,
    field: SettingsField,
    change: impl FnOnce(&mut Settings) -> bool,
    texts: &Texts,
) -> Result<(), String> {
    let (text, mut wanted) = settings(directory, texts)?;
    if !change(&mut wanted) {
        return Err(texts.get("form-turned"));
    }
    let value = field.value(&wanted).unwrap_or_default();
    put_settings(directory, &text, field.path(), &value, &wanted, texts)
}

fn settings(directory: &mut StateDirectory, texts: &Texts) -> Result<(String, Settings), String> {
    let said = |error| message::document_error(texts, &error);
    let text = directory.document_text(SETTINGS).map_err(said)?;
    let read = parse(&directory.path().join(SETTINGS), &text).map_err(said)?;
    Ok((text, read))
}

/// Puts a value in its place; where the file has no such place, the whole is written anew rather
/// than nothing.
fn put_settings(
    directory: &mut StateDirectory,
    text: &str,
    path: &[&str],
    value: &str,
    wanted: &Settings,
    texts: &Texts,
) -> Result<(), String> {
    let edited = with_path(text, path, value)
        .filter(|edited| parse::<Settings>(Path::new(SETTINGS), edited).as_ref() == Ok(wanted));
    let line = format!("{}: {value},", path.join("."));
    let edited =
        edited.ok_or_else(|| texts.with("preference-no-place", &[("line", line.into())]))?;
    write(directory, SETTINGS, &edited, texts)
}

/// Changes who sits at the table.
fn seat(
    directory: &mut StateDirectory,
    change: impl FnOnce(&[SubjectId]) -> Vec<SubjectId>,
    texts: &Texts,
) -> Result<(), String> {
    let (text, mut wanted) = settings(directory, texts)?;
    wanted.members = change(&wanted.members);
    let lines: Vec<String> = wanted
        .members
        .iter()
        .map(|id| format!("        {:?},\n", id.0))
        .collect();
    let value = if lines.is_empty() {
        "[]".to_owned()
    } else {
        format!("[\n{}    ]", lines.concat())
    };
    put_settings(directory, &text, &["members"], &value, &wanted, texts)
}

/// Changes one field of a subject, in the file as it stands now.
fn set_subject(
    directory: &mut StateDirectory,
    id: &SubjectId,
    field: SubjectField,
    change: impl FnOnce(&mut Subject) -> bool,
    texts: &Texts,
) -> Result<(), String> {
    let said = |error| message::document_error(texts, &error);
    let text = directory.document_text(SUBJECTS).map_err(said)?;
    let path = directory.path().join(SUBJECTS);
    let mut wanted: Subjects = parse(&path, &text).map_err(said)?;
    let place = wanted.subjects.iter().position(|known| known.id == *id);
    let found = place.and_then(|place| Some((place, wanted.subjects.get_mut(place)?)));
    // Who came in at a meeting stands in the journal alone.
    let Some((place, subject)) = found else {
        return Err(texts.get("form-not-in-file"));
    };
    if !change(subject) {
        return Err(texts.get("form-turned"));
    }
    let value = field.value(subject).unwrap_or_default();
    let edited = with_entry(&text, "subjects", place, field.name(), &value)
        .filter(|edited| parse::<Subjects>(&path, edited).as_ref() == Ok(&wanted));
    let line = format!("{}: {value},", field.name());
    let edited =
        edited.ok_or_else(|| texts.with("preference-no-place", &[("line", line.into())]))?;
    write(directory, SUBJECTS, &edited, texts)
}

/// Writes people down, with the bodies they are of; who they are, in the order they were typed in.
fn add_people(
    directory: &mut StateDirectory,
    people: &[TypedPerson],
    known: &mut Registry,
    texts: &Texts,
) -> Result<Vec<SubjectId>, String> {
    let mut taken: BTreeSet<String> = known.iter().map(|one| one.id.to_string()).collect();
    let mut new = Vec::new();
    let mut written = Vec::new();
    for person in people {
        let (subjects, own) = person.subjects(known, &mut |name| {
            import::document::subject_id(name, &mut taken)
        });
        for subject in subjects {
            known.put(subject.clone());
            new.push(subject);
        }
        written.push(own);
    }
    put_subjects(directory, &new, false, texts)?;
    Ok(written)
}

/// Adds people and the organisations they name, and seats them; how many came to the table.
fn add_members(
    directory: &mut StateDirectory,
    people: &[TypedPerson],
    mut known: Registry,
    texts: &Texts,
) -> Result<usize, String> {
    let mut seated = add_people(directory, people, &mut known, texts)?;
    let (_, before) = settings(directory, texts)?;
    seated.retain(|id| !before.members.contains(id));
    let mut distinct = BTreeSet::new();
    seated.retain(|id| distinct.insert(id.to_string()));
    let count = seated.len();
    if count > 0 {
        seat(directory, |members| [members, &seated].concat(), texts)?;
    }
    Ok(count)
}
