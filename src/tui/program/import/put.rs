//! What an import writes: the document, the subjects it names anew, what was decided of it.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::Datelike as _;

use crate::domain::date::Date;
use crate::domain::document::{Document, DocumentKey};
use crate::domain::safe_text::SafeText;
use crate::domain::settings::Settings;
use crate::domain::subject::{Registry, Subject, SubjectId, Subjects};
use crate::import::document::says_the_same;
use crate::import::{self, Choice, Draft, Kept};
use crate::locale::Texts;
use crate::message;
use crate::store::document::{parse, to_text, with_entry, with_items};
use crate::store::state_directory::{OnForeign, StateDirectory, key_of};

/// Where it is kept what was decided of a document's file.
const IMPORTS: &str = "imports";

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

/// What an import brings beside the document itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Brought {
    /// Subjects nobody knew.
    pub subjects: Vec<Subject>,
    /// Names that known subjects answer to from now on.
    pub aliases: Vec<(SubjectId, SafeText)>,
    /// What was decided, for the next edition.
    pub kept: Kept,
}

impl Brought {
    /// What a draft brings to those who are known.
    pub fn of(draft: &Draft, choice: &Choice, known: &Registry) -> Self {
        Self {
            subjects: import::document::subjects(&draft.subjects, known),
            aliases: import::document::aliases(&draft.subjects, known),
            kept: Kept::of(draft, choice),
        }
    }
}

/// What was decided of the documents that were imported into a directory.
pub fn kept(directory: &mut StateDirectory) -> BTreeMap<DocumentKey, Kept> {
    let names = directory.document_names(IMPORTS);
    names
        .into_iter()
        .filter_map(|name| {
            let key = key_of(Path::new(&name));
            // What cannot be read any more is asked anew.
            let kept = directory.load_document::<Kept>(&name).ok()?;
            Some((key, kept))
        })
        .collect()
}

/// The name and the text of the file that keeps what was decided of a document.
pub(super) fn mapping(key: DocumentKey, kept: &Kept) -> Result<(String, String), String> {
    let text = to_text(kept).map_err(|error| error.to_string())?;
    Ok((format!("{IMPORTS}/{key}.ron"), text))
}

/// Writes a document, the subjects it names anew and what was decided of it.
pub fn put(
    directory: &mut StateDirectory,
    document: &Document,
    brought: &Brought,
    draft: &Draft,
    is_new: bool,
    texts: &Texts,
) -> Result<Written, String> {
    let apart = apart(directory, document, draft, texts)?;
    let document = apart.as_ref().unwrap_or(document);
    let mut name = format!("documents/{}.ron", document.key);
    let mut named = None;
    for there in directory.document_names("documents") {
        let known = directory
            .load_document::<Document>(&there)
            .map_err(|error| message::document_error(texts, &error))?;
        let under_its_name = named_as(document, &known);
        if says_the_same(&known, under_its_name.as_ref().unwrap_or(document)) {
            return Ok(Written::Unchanged);
        }
        if known.content.is_empty() {
            // What was begun empty is filled.
            named = under_its_name;
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
    put_subjects(directory, &brought.subjects, is_new, texts)?;
    put_aliases(directory, &brought.aliases, texts)?;
    let document = named.as_ref().unwrap_or(document);
    let text = to_text(document).map_err(|error| error.to_string())?;
    let written = directory
        .write_document(&name, &text, OnForeign::Refuse)
        .map_err(|error| message::store_error(texts, &error))?;
    let (name, text) = mapping(document.key, &brought.kept)?;
    directory
        .write_document(&name, &text, OnForeign::Refuse)
        .map_err(|error| message::store_error(texts, &error))?;
    Ok(Written::Done {
        path: written.path,
        key: document.key,
    })
}

/// A document whose file does not say what it is called, under the name that is known here; nothing
/// where the file says it.
fn named_as(document: &Document, known: &Document) -> Option<Document> {
    let own = &document.requisites;
    let said = [&document.short, &own.number, &own.title, &own.plan_title];
    if said.into_iter().any(|name| !name.is_blank()) {
        return None;
    }
    let mut named = document.clone();
    named.short = known.short.clone();
    named.requisites.plan_title = known.requisites.plan_title.clone();
    if named.requisites.issuer.is_blank() {
        named.requisites.issuer = known.requisites.issuer.clone();
    }
    Some(named)
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

/// Writes what belongs to an edition that was adopted.
pub fn bring(
    directory: &mut StateDirectory,
    key: DocumentKey,
    brought: &Brought,
    texts: &Texts,
) -> Result<(), String> {
    put_subjects(directory, &brought.subjects, false, texts)?;
    put_aliases(directory, &brought.aliases, texts)?;
    let (name, text) = mapping(key, &brought.kept)?;
    directory
        .write_document(&name, &text, OnForeign::KeepCopy)
        .map(|_written| ())
        .map_err(|error| message::store_error(texts, &error))
}

/// Lets known subjects answer to more names; those of whom the journal alone knows are passed over.
pub(super) fn put_aliases(
    directory: &mut StateDirectory,
    aliases: &[(SubjectId, SafeText)],
    texts: &Texts,
) -> Result<(), String> {
    if aliases.is_empty() {
        return Ok(());
    }
    let name = Path::new("subjects.ron");
    let said = |error| message::document_error(texts, &error);
    let mut text = directory.document_text("subjects.ron").map_err(said)?;
    let mut all: Subjects = parse(name, &text).map_err(said)?;
    for (id, alias) in aliases {
        let place = all.subjects.iter().position(|known| known.id == *id);
        let found = place.and_then(|place| Some((place, all.subjects.get_mut(place)?)));
        let Some((place, subject)) = found else {
            continue;
        };
        if subject.names().any(|known| known == alias) {
            continue;
        }
        subject.aliases.push(alias.clone());
        let names: Vec<String> = subject
            .aliases
            .iter()
            .map(|alias| format!("{:?}", alias.as_str()))
            .collect();
        let value = format!("[{}]", names.join(", "));
        let edited = with_entry(&text, "subjects", place, "aliases", &value)
            .filter(|edited| parse::<Subjects>(name, edited).is_ok_and(|read| read == all));
        text = match edited {
            Some(edited) => edited,
            None => to_text(&all).map_err(|error| error.to_string())?,
        };
    }
    directory
        .write_document("subjects.ron", &text, OnForeign::Refuse)
        .map(|_written| ())
        .map_err(|error| message::store_error(texts, &error))
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
