//! Why a file cannot be read: what it is, so that the interface can say what to do.

/// A file that is not read. Nothing is written when one of these comes back.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// More than a plan can be.
    #[error("the file is larger than {limit} MB")]
    TooLarge {
        /// The most that is read, in megabytes.
        limit: u64,
    },
    /// It unpacks to far more than it is: a bomb, or not a plan.
    #[error("the file unpacks to more than a plan can hold")]
    Bomb,
    /// A document of old Word.
    #[error("a document of old Word (DOC)")]
    Doc,
    /// Rich text.
    #[error("rich text (RTF)")]
    Rtf,
    /// A PDF.
    #[error("a PDF")]
    Pdf,
    /// A password protects it.
    #[error("the file is protected by a password")]
    Password,
    /// It is cut or altered and does not open.
    #[error("the file is damaged: {detail}")]
    Damaged {
        /// What the reader stumbled over.
        detail: String,
    },
    /// An archive with something else in it.
    #[error("an archive without a document of a known kind")]
    ForeignArchive {
        /// Some of what is in it.
        holds: Vec<String>,
    },
    /// Something else altogether.
    #[error("not a kind of file that is read: {what}")]
    Foreign {
        /// The kind, as far as it is known: `PNG`, `PPTX`.
        what: String,
    },
    /// It was read to the end and holds no table, and no task in its text.
    #[error("there is no table in it, and no task")]
    NoTable,
    /// A table was asked for that is not there.
    #[error("there is no table {wanted}, there are {tables}")]
    NoSuchTable {
        /// The number asked for.
        wanted: usize,
        /// How many tables there are.
        tables: usize,
    },
    /// There are tables, none of them a plan.
    #[error("none of its tables looks like a plan")]
    NoPlan {
        /// How many tables there are.
        tables: usize,
    },
}

impl Refusal {
    /// A file that does not open, with what was found.
    pub(crate) fn damaged(detail: impl std::fmt::Display) -> Self {
        Self::Damaged {
            detail: detail.to_string(),
        }
    }

    /// Whether an office program could turn it into something that is read.
    pub fn is_convertible(&self) -> bool {
        matches!(self, Self::Doc | Self::Rtf)
    }
}
