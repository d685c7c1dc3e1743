//! Why a paper could not be made, in words.

use crate::locale::Texts;
use crate::paper::{DocumentRenderError, Format};

/// Why a paper could not be made: a sentence.
pub fn render_error(texts: &Texts, error: &DocumentRenderError) -> String {
    match error {
        DocumentRenderError::NoMeeting(day) => texts.with(
            "papers-not-opened",
            &[("date", texts.date_full(*day).into())],
        ),
        DocumentRenderError::NoActivity(activity) => {
            let activity = activity.to_string();
            texts.with("papers-no-activity", &[("activity", activity.into())])
        }
        DocumentRenderError::NoEdition(_) => texts.get("papers-no-edition"),
        DocumentRenderError::NoDocument(document) => {
            let document = document.to_string();
            texts.with("papers-no-document", &[("document", document.into())])
        }
        DocumentRenderError::NoSubject(subject) => {
            texts.with("papers-no-subject", &[("name", subject.0.clone().into())])
        }
        DocumentRenderError::NotAvailable { kind, format } => {
            let formats: Vec<&str> = kind.formats().into_iter().map(Format::extension).collect();
            texts.with(
                "papers-not-available",
                &[
                    ("paper", texts.get(&format!("paper-{}", kind.name())).into()),
                    ("format", format.to_string().into()),
                    ("formats", formats.join(", ").into()),
                ],
            )
        }
        DocumentRenderError::NotKept(day, version) => texts.with(
            "papers-not-kept",
            &[
                ("date", texts.date_full(*day).into()),
                ("version", (*version).into()),
            ],
        ),
        DocumentRenderError::NoVersion(day, version) => texts.with(
            "papers-no-version",
            &[
                ("date", texts.date_full(*day).into()),
                ("version", (*version).into()),
            ],
        ),
        DocumentRenderError::Writer(why) => {
            texts.with("papers-writer", &[("why", why.clone().into())])
        }
    }
}
