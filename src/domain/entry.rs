//! Entries of the minutes: what was said, decided, voted, and private notes.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::safe_text::SafeText;
use super::subject::SubjectId;

/// What sort of entry it is; one key turns one into another, the text stays.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
pub enum EntryKind {
    /// СЛУШАЛИ: what was reported.
    Heard,
    /// ВЫСТУПИЛИ: what was said in the discussion.
    Spoke,
    /// РЕШИЛИ: a decision without an executor.
    Decision,
    /// РЕШИЛИ: a decision with executors and a due date, under control.
    Assignment,
    /// ГОЛОСОВАЛИ: how many were for, against, abstained; its text is that of a [`Vote`].
    ///
    /// [`Vote`]: super::vote::Vote
    Vote,
    /// ОСОБОЕ МНЕНИЕ: what somebody wants to have on record against a decision.
    Opinion,
    /// The chair's own note; never leaves for the papers or the hall.
    Private,
}

/// Everything an entry says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryContent {
    /// Its kind.
    pub kind: EntryKind,
    /// Its text.
    pub text: SafeText,
    /// Who does it; the first is responsible, the others are co-executors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub executors: Vec<SubjectId>,
    /// Who watches over it, beside the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<SubjectId>,
    /// Until when, the day included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SubjectId>,
    /// Labels typed as `#word`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<SafeText>,
}

impl EntryContent {
    /// An entry that is only text.
    pub fn plain(kind: EntryKind, text: SafeText) -> Self {
        Self {
            kind,
            text,
            executors: Vec::new(),
            controller: None,
            due: None,
            speaker: None,
            labels: Vec::new(),
        }
    }

    /// The labels as they were typed: «#сайт #отчёт»; empty without any.
    pub fn label_words(&self) -> String {
        let words: Vec<String> = self
            .labels
            .iter()
            .map(|label| format!("#{label}"))
            .collect();
        words.join(" ")
    }
}
