//! Troubles of files and of the state directory in the user's language: what happened, where,
//! what to do next. The texts are in `store.ftl`, by the stable names of the faults.

mod document;
pub mod edition;
mod ground;
pub mod import;
mod paper;
mod rescue;
mod template;

use std::io::ErrorKind;

use crate::locale::{Argument, Texts};
use crate::store::document::{DocumentError, WriteError};
use crate::store::file_system::LEADS_OUT;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::journal::AppendError;
use crate::store::state_directory::{StoreError, WhyReadOnly};

pub use document::{document_fault, rule};
pub use ground::{ground, why};
pub use paper::render_error;
pub use rescue::{backup_error, differing, mend_error, mended};
pub use template::{template_fault, template_line};

/// A trouble in words: both are sentences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What happened.
    pub what: String,
    /// What to do; empty when nothing has to be done.
    pub advice: String,
}

impl Said {
    /// Both in one line.
    pub fn line(&self) -> String {
        if self.advice.is_empty() {
            self.what.clone()
        } else {
            format!("{} {}", self.what, self.advice)
        }
    }
}

/// The texts of a fault by its stable name: `fault-NAME` and `fault-NAME-do`.
pub fn said(texts: &Texts, name: &str, arguments: &[(&str, Argument)]) -> Said {
    let advice = format!("fault-{name}-do");
    Said {
        what: texts.with(&format!("fault-{name}"), arguments),
        advice: if texts.has(&advice) {
            texts.with(&advice, arguments)
        } else {
            String::new()
        },
    }
}

/// A finding in words; where it is stands in its place.
pub fn finding(texts: &Texts, finding: &Finding) -> Said {
    let arguments: Vec<(&str, Argument)> = match &finding.fault {
        Fault::Document(fault) => return document_fault(texts, fault),
        Fault::Record(fault) => {
            let why = document_fault(texts, fault).what;
            return said(texts, "record", &[("why", why.into())]);
        }
        Fault::TornTail { bytes, set_aside } => vec![
            ("bytes", i64::try_from(*bytes).unwrap_or(i64::MAX).into()),
            (
                "where",
                if *set_aside {
                    "quarantine".into()
                } else {
                    "file".into()
                },
            ),
        ],
        Fault::UnfinishedAct { act } => vec![("act", act.to_string().into())],
        Fault::Contradiction { id, other } => vec![
            ("id", id.to_string().into()),
            ("other", other.to_string().into()),
        ],
        Fault::ForeignWriter { writer } => vec![("writer", writer.clone().into())],
        Fault::Duplicate { name, first_line } => vec![
            ("name", name.clone().into()),
            ("line", (*first_line).into()),
        ],
        Fault::ApprovedMissing { date, version } | Fault::ApprovedAltered { date, version } => {
            vec![
                ("date", texts.date_full(*date).into()),
                ("version", (*version).into()),
            ]
        }
        Fault::ApprovedUnproved { versions } => vec![("versions", (*versions).into())],
        Fault::SameNumber {
            number,
            date,
            other,
        } => vec![
            ("number", (*number).into()),
            ("date", texts.date_full(*date).into()),
            ("other", texts.date_full(*other).into()),
        ],
        Fault::DamagedPack { year } => vec![("year", year.to_string().into())],
        Fault::HeldTwice { date } => vec![("date", texts.date_full(*date).into())],
        Fault::Spare { files, bytes } => {
            vec![
                ("files", (*files).into()),
                (
                    "size",
                    usize::try_from(bytes.div_ceil(1024))
                        .unwrap_or(usize::MAX)
                        .into(),
                ),
            ]
        }
        Fault::QuietWriter { writer, month } => {
            vec![
                ("writer", writer.clone().into()),
                ("month", month.clone().into()),
            ]
        }
        Fault::Dangling { name } => vec![("name", name.clone().into())],
        Fault::Unreadable(kind) => vec![
            ("kind", io_kind(texts, *kind).into()),
            ("advice", io_advice(texts, *kind).into()),
        ],
        _ => Vec::new(),
    };
    said(texts, finding.fault.name(), &arguments)
}

/// How bad a finding is, in a word.
pub fn severity(texts: &Texts, severity: Severity) -> String {
    match severity {
        Severity::Error => texts.get("severity-error"),
        Severity::Warning => texts.get("severity-warning"),
        Severity::Hint => texts.get("severity-hint"),
    }
}

/// A document that cannot be used, in one line: place, what, what to do.
pub fn document_error(texts: &Texts, error: &DocumentError) -> String {
    let said = document_fault(texts, &error.fault);
    format!("{}: {}", error.place, said.line())
}

/// Why nothing can be recorded.
pub fn why_read_only(texts: &Texts, why: &WhyReadOnly) -> String {
    match why {
        WhyReadOnly::Asked => texts.get("read-only-asked"),
        WhyReadOnly::Held(None) => texts.get("read-only-held"),
        WhyReadOnly::Held(Some(holder)) => texts.with(
            "read-only-held-by",
            &[
                ("user", holder.user.clone().into()),
                ("host", holder.host.clone().into()),
                ("process", i64::from(holder.process).into()),
                ("since", holder.since.clone().into()),
            ],
        ),
        WhyReadOnly::NotWritable { path, kind } => texts.with(
            "read-only-not-writable",
            &[
                ("path", path.display().to_string().into()),
                ("kind", io_kind(texts, *kind).into()),
                ("advice", io_advice(texts, *kind).into()),
            ],
        ),
        WhyReadOnly::Damaged { path } => texts.with(
            "read-only-damaged",
            &[("path", path.display().to_string().into())],
        ),
        WhyReadOnly::NewerRecord { path, line } => texts.with(
            "read-only-newer-record",
            &[
                ("path", path.display().to_string().into()),
                ("line", (*line).into()),
            ],
        ),
        WhyReadOnly::NewerFormat { path, found } => texts.with(
            "read-only-newer",
            &[
                ("path", path.display().to_string().into()),
                ("found", i64::from(*found).into()),
            ],
        ),
    }
}

/// Why nothing can be recorded, for the line at the foot of the screen: short, with the keys that
/// lead on.
pub fn read_only_here(texts: &Texts, why: &WhyReadOnly, keys: &ReadOnlyKeys) -> String {
    let name = |path: &std::path::Path| {
        let name = path.file_name().unwrap_or_default();
        Argument::from(name.to_string_lossy().into_owned())
    };
    let write = ("write", keys.write.clone().into());
    match why {
        WhyReadOnly::Asked => texts.with("here-asked", &[write]),
        WhyReadOnly::Held(_) if keys.is_free => texts.with("here-free", &[write]),
        WhyReadOnly::Held(None) => texts.get("here-held"),
        WhyReadOnly::Held(Some(holder)) => texts.with(
            "here-held-by",
            &[
                ("user", holder.user.clone().into()),
                ("host", holder.host.clone().into()),
                ("process", i64::from(holder.process).into()),
                ("since", holder.since.clone().into()),
            ],
        ),
        WhyReadOnly::NotWritable { path, kind } => texts.with(
            "here-not-writable",
            &[
                ("name", name(path)),
                ("kind", io_kind(texts, *kind).into()),
                write,
            ],
        ),
        WhyReadOnly::NewerFormat { path, .. } | WhyReadOnly::NewerRecord { path, .. } => {
            texts.with("here-newer", &[("name", name(path))])
        }
        WhyReadOnly::Damaged { path } => texts.with(
            "here-damaged",
            &[
                ("name", name(path)),
                ("problems", keys.problems.clone().into()),
            ],
        ),
    }
}

/// What [`read_only_here`] names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadOnlyKeys {
    /// The key that takes the directory over.
    pub write: String,
    /// The key that shows the problems.
    pub problems: String,
    /// Whether the program that held the directory has left it.
    pub is_free: bool,
}

/// Why something was not written or read.
pub fn store_error(texts: &Texts, error: &StoreError) -> String {
    match error {
        StoreError::ReadOnly(why) => why_read_only(texts, why),
        StoreError::Directory { path, kind } => io_error(texts, path, *kind),
        StoreError::Append(error) => append_error(texts, error),
        StoreError::Write(error) => write_error(texts, error),
        StoreError::Document(error) => document_error(texts, error),
        StoreError::BadName(name) => texts.with("store-bad-name", &[("name", name.clone().into())]),
    }
}

/// Why an act was not recorded.
pub fn append_error(texts: &Texts, error: &AppendError) -> String {
    match error {
        AppendError::Io { path, kind } => io_error(texts, path, *kind),
        AppendError::ChangedOutside { path } => changed_outside(texts, path),
        AppendError::NotStorable { reason } => {
            texts.with("store-not-storable", &[("reason", reason.clone().into())])
        }
    }
}

/// Why an act is not on the disk, in as few words as there are.
pub fn why_not_recorded(texts: &Texts, error: &StoreError) -> String {
    match error {
        StoreError::Append(AppendError::Io { kind, .. }) => io_kind(texts, *kind),
        other => store_error(texts, other),
    }
}

/// Why a document was not written.
pub fn write_error(texts: &Texts, error: &WriteError) -> String {
    match error {
        WriteError::Io { path, kind } => io_error(texts, path, *kind),
        WriteError::Conflict { path } => changed_outside(texts, path),
    }
}

fn io_error(texts: &Texts, path: &std::path::Path, kind: ErrorKind) -> String {
    texts.with(
        "store-io",
        &[
            ("path", path.display().to_string().into()),
            ("kind", io_kind(texts, kind).into()),
            ("advice", io_advice(texts, kind).into()),
        ],
    )
}

fn changed_outside(texts: &Texts, path: &std::path::Path) -> String {
    texts.with(
        "store-changed-outside",
        &[("path", path.display().to_string().into())],
    )
}

/// A kind of failure in words, to stand in a sentence.
pub fn io_kind(texts: &Texts, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.get("io-full"),
        ErrorKind::PermissionDenied => texts.get("io-denied"),
        ErrorKind::ReadOnlyFilesystem => texts.get("io-read-only"),
        ErrorKind::NotFound => texts.get("io-not-found"),
        ErrorKind::IsADirectory => texts.get("io-directory"),
        ErrorKind::NotADirectory => texts.get("io-not-a-directory"),
        ErrorKind::AlreadyExists => texts.get("io-exists"),
        ErrorKind::FileTooLarge => texts.get("io-too-large"),
        LEADS_OUT => texts.get("io-leads-out"),
        other => texts.with("io-other", &[("kind", other.to_string().into())]),
    }
}

/// What to do about a kind of failure: a sentence.
pub fn io_advice(texts: &Texts, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.get("io-full-do"),
        ErrorKind::PermissionDenied => texts.get("io-denied-do"),
        ErrorKind::ReadOnlyFilesystem => texts.get("io-read-only-do"),
        ErrorKind::NotFound | ErrorKind::IsADirectory | ErrorKind::NotADirectory => {
            texts.get("io-path-do")
        }
        ErrorKind::AlreadyExists => texts.get("io-exists-do"),
        LEADS_OUT => texts.get("io-leads-out-do"),
        _ => texts.get("io-other-do"),
    }
}

#[cfg(test)]
mod tests;
