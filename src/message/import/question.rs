//! What an import asks, with the answer that is suggested.

use serde_json::{Value, json};

use super::{role, short};
use crate::import::report::Question;
use crate::import::role::Role;
use crate::locale::Texts;

/// A question, with the answer that is suggested.
pub fn question(texts: &Texts, question: &Question) -> String {
    match question {
        Question::Shifted { row, title } => texts.with(
            "import-ask-shifted",
            &[("row", (*row).into()), ("text", short(title).into())],
        ),
        Question::HeadingOrActivity {
            row,
            text,
            as_heading,
        } => texts.with(
            if *as_heading {
                "import-ask-heading"
            } else {
                "import-ask-activity"
            },
            &[("row", (*row).into()), ("text", short(text).into())],
        ),
        Question::SeveralInOne { row, title, parts } => texts.with(
            if *parts == 0 {
                "import-ask-several"
            } else {
                "import-ask-parted"
            },
            &[
                ("row", (*row).into()),
                ("text", short(title).into()),
                ("parts", (*parts).into()),
            ],
        ),
        Question::ColumnByContent { column, role: id } => texts.with(
            "import-ask-column",
            &[
                ("column", (*column).into()),
                (
                    "role",
                    Role::of_id(id)
                        .map_or_else(String::new, |found| role(texts, found))
                        .into(),
                ),
            ],
        ),
        Question::NoNumber => texts.get("import-ask-no-number"),
        Question::NoDate => texts.get("import-ask-no-date"),
        Question::NobodyNamed { row, text } => texts.with(
            "import-ask-nobody",
            &[("row", (*row).into()), ("text", short(text).into())],
        ),
        Question::TermBeforeDate { row, term } => texts.with(
            "import-ask-term-before",
            &[("row", (*row).into()), ("term", term.clone().into())],
        ),
        Question::AnotherTable { name } => {
            texts.with("import-ask-table", &[("name", name.clone().into())])
        }
        Question::Alike { name, subject } => texts.with(
            "import-ask-alike",
            &[
                ("name", short(name).into()),
                ("subject", subject.to_string().into()),
            ],
        ),
    }
}

/// A question as other programs read it.
pub fn question_json(question: &Question) -> Value {
    match question {
        Question::Shifted { row, title } => {
            json!({ "kind": "shifted", "row": row, "text": title })
        }
        Question::HeadingOrActivity {
            row,
            text,
            as_heading,
        } => json!({
            "kind": "heading-or-activity",
            "row": row,
            "text": text,
            "suggested": if *as_heading { "heading" } else { "activity" },
        }),
        Question::SeveralInOne { row, title, parts } => {
            json!({ "kind": "several-in-one", "row": row, "text": title, "parts": parts })
        }
        Question::ColumnByContent { column, role } => {
            json!({ "kind": "column-by-content", "column": column, "suggested": role })
        }
        Question::NoNumber => json!({ "kind": "no-number" }),
        Question::NoDate => json!({ "kind": "no-date" }),
        Question::NobodyNamed { row, text } => {
            json!({ "kind": "nobody-named", "row": row, "text": text })
        }
        Question::TermBeforeDate { row, term } => {
            json!({ "kind": "term-before-date", "row": row, "term": term })
        }
        Question::AnotherTable { name } => json!({ "kind": "another-table", "name": name }),
        Question::Alike { name, subject } => {
            json!({ "kind": "alike", "name": name, "suggested": subject })
        }
    }
}
