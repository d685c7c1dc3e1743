//! Why a file is not imported.

use crate::import::refusal::Refusal;
use crate::locale::Texts;

/// Why a file is not read, and what to do.
pub fn refusal(texts: &Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => texts.get("import-refused-empty"),
        Refusal::TooLarge { limit } => texts.with(
            "import-refused-too-large",
            &[("limit", limit.to_string().into())],
        ),
        Refusal::Bomb => texts.get("import-refused-bomb"),
        Refusal::Doc => texts.get("import-refused-doc"),
        Refusal::Rtf => texts.get("import-refused-rtf"),
        Refusal::Pdf => texts.get("import-refused-pdf"),
        Refusal::Password => texts.get("import-refused-password"),
        Refusal::Damaged { detail } => texts.with(
            "import-refused-damaged",
            &[("detail", detail.clone().into())],
        ),
        Refusal::ForeignArchive { holds } => texts.with(
            "import-refused-archive",
            &[("holds", holds.join(", ").into())],
        ),
        Refusal::Foreign { what } if what.is_empty() => texts.get("import-refused-unknown"),
        Refusal::Foreign { what } => {
            texts.with("import-refused-foreign", &[("what", what.clone().into())])
        }
        Refusal::NoTable => texts.get("import-refused-no-table"),
        Refusal::NoSuchTable { wanted, tables } => texts.with(
            "import-refused-no-such-table",
            &[("wanted", (*wanted).into()), ("tables", (*tables).into())],
        ),
        Refusal::NoPlan { tables } => {
            texts.with("import-refused-no-plan", &[("tables", (*tables).into())])
        }
    }
}
