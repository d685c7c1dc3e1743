//! Troubles of the state directory in the user's language: what happened, where, what to do next.

use std::io::ErrorKind;

use crate::locale::Texts;
use crate::store::document::WriteError;
use crate::store::journal::AppendError;
use crate::store::state_directory::{StoreError, WhyReadOnly};

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

/// Why something was not written or read.
pub fn store_error(texts: &Texts, error: &StoreError) -> String {
    match error {
        StoreError::ReadOnly(why) => why_read_only(texts, why),
        StoreError::Directory { path, kind }
        | StoreError::Append(AppendError::Io { path, kind })
        | StoreError::Write(WriteError::Io { path, kind }) => texts.with(
            "store-io",
            &[
                ("path", path.display().to_string().into()),
                ("kind", io_kind(texts, *kind).into()),
            ],
        ),
        StoreError::Append(AppendError::ChangedOutside { path })
        | StoreError::Write(WriteError::Conflict { path }) => texts.with(
            "store-changed-outside",
            &[("path", path.display().to_string().into())],
        ),
        other => other.to_string(),
    }
}

/// A kind of failure in words.
pub fn io_kind(texts: &Texts, kind: ErrorKind) -> String {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.get("io-full"),
        ErrorKind::PermissionDenied => texts.get("io-denied"),
        ErrorKind::ReadOnlyFilesystem => texts.get("io-read-only"),
        ErrorKind::NotFound => texts.get("io-not-found"),
        other => texts.with("io-other", &[("kind", other.to_string().into())]),
    }
}
