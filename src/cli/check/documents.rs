//! What is wrong in the documents on control, and what of their wording was not understood.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::deadline::Kind;
use crate::domain::document::{Document, DocumentKey, DocumentPlace, DocumentProblem};
use crate::domain::ledger::Ledger;
use crate::domain::plan::Plan;
use crate::domain::workspace::{Given, Workspace, has_history};
use crate::locale::Texts;
use crate::store::document::{is_document_name, parse, read_text};
use crate::store::embedded;
use crate::store::file_system::FileSystem;
use crate::store::finding::Severity;
use crate::store::place::Place;
use crate::store::state_directory::{DOCUMENTS, FIRST_FORM_FILE, first_text_name, with_keys};
use crate::tui::place::Literal;
use crate::tui::widget::text::cut;

use super::super::output::Report;
use super::parsed::Parsed;
use super::words::Words;
use super::{plan, where_is};

/// How much of a title names an activity that has no number.
const TITLE_WIDTH: usize = 60;

/// A document that parses, with the file it is of; none for the one that comes with the program.
#[derive(Debug)]
pub(super) struct Known {
    /// What the file says.
    pub(super) given: Given,
    /// The text it is known by.
    first: Option<Arc<Document>>,
    file: Option<PathBuf>,
}

/// The documents of a directory that parse, and what is wrong in each of them alone. Without any
/// the one that comes with the program stands in.
pub(super) fn look(
    file_system: &dyn FileSystem,
    path: &Path,
    parsed: &Parsed,
    texts: &Texts,
) -> (Vec<Known>, Vec<Report>) {
    let (mut documents, mut reports) = (Vec::new(), Vec::new());
    let first = path.join(FIRST_FORM_FILE);
    if let Ok((text, _)) = read_text(file_system, &first)
        && let Ok(found) = parse::<Plan>(&first, &text)
    {
        reports.extend(plan::problems(&first, &text, &found, texts));
        let document = Arc::new(Document::from(found));
        documents.push(Known {
            first: first_text(file_system, path, parsed, document.key),
            given: Given {
                document,
                names_keys: false,
            },
            file: Some(first),
        });
    }
    for file in files(file_system, path) {
        if let Ok(found) = parsed.read(file_system, &file) {
            let words = Words::in_file(file_system, &file);
            reports.extend(problems(&file, &words, &found, texts));
            let names_keys = found.names_keys();
            let document = if found.has_all_keys() {
                found
            } else {
                Arc::new(with_keys(&file, Document::clone(&found)))
            };
            documents.push(Known {
                first: first_text(file_system, path, parsed, document.key),
                given: Given {
                    document,
                    names_keys,
                },
                file: Some(file),
            });
        }
    }
    if documents.is_empty()
        && let Ok(embedded) = parse::<Plan>(Path::new(FIRST_FORM_FILE), embedded::PLAN)
    {
        documents.push(Known {
            given: Given {
                document: Arc::new(Document::from(embedded)),
                names_keys: false,
            },
            first: None,
            file: None,
        });
    }
    (documents, reports)
}

/// What of all of them was not understood, with the people and settings there are.
pub(super) fn understood(
    file_system: &dyn FileSystem,
    known: &[Known],
    workspace: &Workspace,
    texts: &Texts,
) -> Vec<Report> {
    let read = known.iter().zip(workspace.documents());
    let mut reports: Vec<Report> = read
        .filter_map(|(known, joined)| Some((known.file.as_ref()?, joined)))
        .flat_map(|(path, joined)| {
            let words = Words::in_file(file_system, path);
            not_understood(path, &words, joined, workspace, texts)
        })
        .collect();
    for pending in workspace.pending() {
        let edited = known
            .iter()
            .find(|known| known.given.document.key == pending.document);
        let Some(path) = edited.and_then(|known| known.file.as_ref()) else {
            continue;
        };
        let count = pending.comparison.changes.len()
            + pending.comparison.conflicts.len()
            + pending.matching.doubts.len();
        reports.push(Report {
            place: Place::file(path),
            severity: Severity::Warning,
            name: "edited",
            what: texts.with("check-edited", &[("n", count.into())]),
            advice: texts.get("check-edited-do"),
        });
    }
    reports
}

/// The text a document is known by, if it was ever seen.
fn first_text(
    file_system: &dyn FileSystem,
    root: &Path,
    parsed: &Parsed,
    key: DocumentKey,
) -> Option<Arc<Document>> {
    let path = root.join(first_text_name(key));
    parsed.read(file_system, &path).ok()
}

impl Known {
    /// The text that counts: the one it is known by as soon as anything hangs on it.
    pub(super) fn text(&self, ledger: &Ledger) -> Arc<Document> {
        let known = self.first.as_ref();
        let known = known.filter(|first| has_history(ledger, first));
        Arc::clone(known.unwrap_or(&self.given.document))
    }
}

/// The files of documents, by name.
fn files(file_system: &dyn FileSystem, path: &Path) -> Vec<PathBuf> {
    let mut listed = file_system.list(&path.join(DOCUMENTS)).unwrap_or_default();
    listed.retain(|entry| is_document_name(&entry.name));
    listed.sort_by(|one, other| one.name.cmp(&other.name));
    listed.into_iter().map(|entry| entry.path).collect()
}

/// What is wrong in one document, in words and with its place.
pub(in crate::cli) fn problems(
    path: &Path,
    words: &Words<'_>,
    document: &Document,
    texts: &Texts,
) -> Vec<Report> {
    let report =
        |place: Place, severity: Severity, name: &'static str, what: String, advice: &str| Report {
            place,
            severity,
            name,
            what,
            advice: texts.get(advice),
        };
    document
        .problems()
        .into_iter()
        .map(|problem| match problem {
            DocumentProblem::Untitled(place) => report(
                place_of(path, words, &place),
                Severity::Error,
                "untitled",
                texts.with("check-untitled", &[("where", in_words(&place).into())]),
                "check-untitled-do",
            ),
            DocumentProblem::Undated => report(
                Place::file(path),
                Severity::Error,
                "undated",
                texts.get("check-undated"),
                "check-undated-do",
            ),
            // What was only begun is no mistake.
            DocumentProblem::Empty if document.content.is_empty() => report(
                Place::file(path),
                Severity::Hint,
                "begun",
                texts.get("check-begun"),
                "check-begun-do",
            ),
            DocumentProblem::Empty => report(
                Place::file(path),
                Severity::Error,
                "childless",
                texts.get("check-no-activities"),
                "check-childless-do",
            ),
            DocumentProblem::KeyTwice(key, place) => report(
                where_is(
                    path,
                    words.text(),
                    |literal| literal.is("key", key.as_str()),
                    1,
                ),
                Severity::Error,
                "key-twice",
                texts.with(
                    "check-key-twice",
                    &[
                        ("key", key.as_str().into()),
                        ("where", in_words(&place).into()),
                    ],
                ),
                "check-key-twice-do",
            ),
        })
        .collect()
}

fn in_words(place: &DocumentPlace) -> String {
    match place {
        DocumentPlace::Whole => String::new(),
        DocumentPlace::Node { number, title } => format!("{number} {title}").trim().to_owned(),
    }
}

fn place_of(path: &Path, words: &Words<'_>, place: &DocumentPlace) -> Place {
    match place {
        DocumentPlace::Whole => Place::file(path),
        DocumentPlace::Node { number, .. } if !number.is_blank() => where_is(
            path,
            words.text(),
            |literal| literal.is("number", number),
            0,
        ),
        DocumentPlace::Node { .. } => {
            where_is(path, words.text(), |literal| literal.is("title", ""), 0)
        }
    }
}

/// Deadlines that could not be read or are missing and names that are no subject: nothing is wrong
/// with the file, and still somebody should look.
pub(in crate::cli) fn not_understood(
    path: &Path,
    words: &Words<'_>,
    document: &Document,
    workspace: &Workspace,
    texts: &Texts,
) -> Vec<Report> {
    let mut reports = Vec::new();
    for activity in document.activities() {
        let Some((activity, view)) = workspace.activity(activity.key) else {
            continue;
        };
        let named = if activity.number.is_blank() {
            format!("«{}»", cut(&activity.title, TITLE_WIDTH))
        } else {
            activity.number.to_string()
        };
        let key = activity.key.as_str();
        let is_meant = |literal: &Literal| {
            literal.is("id", key) || literal.is("key", key) || literal.is("title", &activity.title)
        };
        let report = |severity, name, what: String, advice: &str| Report {
            place: where_is(path, words.text(), is_meant, 0),
            severity,
            name,
            what,
            advice: texts.get(advice),
        };
        if view.reading.kind == Kind::Unread && !view.corrected {
            let id = [
                ("activity", named.clone().into()),
                ("term", activity.term.to_string().into()),
            ];
            reports.push(if activity.term.is_blank() {
                // An order may set a task without one; whoever looks for what is missing finds it here.
                report(
                    Severity::Hint,
                    "no-deadline",
                    texts.with("check-no-deadline", &id),
                    "check-no-deadline-do",
                )
            } else {
                report(
                    Severity::Warning,
                    "unread-deadline",
                    texts.with("check-unread-deadline", &id),
                    "check-unread-deadline-do",
                )
            });
        }
        if view.responsible.is_empty() && view.executors.is_empty() {
            reports.push(report(
                Severity::Hint,
                "nobody-named",
                texts.with("check-nobody-named", &[("activity", named.clone().into())]),
                "check-nobody-named-do",
            ));
        }
        for mention in view.responsible.iter().chain(view.executors.iter()) {
            if mention.subject.is_none() {
                let said = [
                    ("activity", named.clone().into()),
                    ("name", mention.text.to_string().into()),
                ];
                reports.push(report(
                    Severity::Hint,
                    "unknown-subject",
                    texts.with("check-unknown-name", &said),
                    "check-unknown-name-do",
                ));
            }
        }
    }
    reports
}
