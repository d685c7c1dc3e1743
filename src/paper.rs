//! Papers: minutes, tactical plan and what is made of them. The official form is Russian in every
//! language of the interface.
//!
//! ```text
//! Minutes, TacticalPlan, … → compose → Paper → templates (txt, md, html), docx
//!                          → sheet   → rows  → csv, xlsx, json
//!                          → ics
//! ```
//!
//! What was approved is drawn from the approved files alone, and never from the workspace: it says
//! for ever what it said. Drafts and working papers are a function of the workspace: no clock, no
//! random ids, the same acts give the same bytes.

mod attendee;
pub mod base64;
mod compose;
mod csv;
mod docx;
mod ics;
pub mod model;
mod names;
pub mod plain;
mod quotes;
pub mod reminder;
mod request;
mod sheet;
mod sheet_json;
mod source;
pub mod template;
mod typography;
mod wording;
mod xlsx;
mod xml_text;

use thiserror::Error;

use crate::domain::workspace::Workspace;

use compose::Frame;
pub use compose::{carried_over_decision, document_decision};
pub use docx::LetterheadFault;
use model::Paper;
pub use request::{Format, Kind, Request, UnknownFormat};
use source::Source;
pub use source::{Approved, executors, papers_of, version_of};
use template::{TemplateFault, Templates};

/// Why a paper could not be made.
#[derive(Debug, Error)]
pub enum DocumentRenderError {
    /// There was no meeting on that day.
    #[error("no meeting is on record for {0}")]
    NoMeeting(crate::domain::date::Date),
    /// The plan has no such activity.
    #[error("the plan has no activity {0}")]
    NoActivity(crate::domain::document::ActivityKey),
    /// No document on control has the key.
    #[error("no document is known as {0}")]
    NoDocument(crate::domain::document::DocumentKey),
    /// Nobody is known by that id.
    #[error("no subject is known as {0}")]
    NoSubject(crate::domain::subject::SubjectId),
    /// The paper does not exist in the format.
    #[error("{} does not exist as {}", kind.name(), format.extension())]
    NotAvailable {
        /// Which paper.
        kind: Kind,
        /// Which format.
        format: Format,
    },
    /// The papers of an approved version are neither on disk nor can be drawn anew.
    #[error("the papers approved as version {1} on {0} are not there")]
    NotKept(crate::domain::date::Date, u32),
    /// The meeting has no such version.
    #[error("the minutes of {0} have no version {1}")]
    NoVersion(crate::domain::date::Date, u32),
    /// No such edition was adopted.
    #[error("no edition was adopted by the act {0}")]
    NoEdition(crate::domain::id::Id),
    /// The format's writer refused.
    #[error("{0}")]
    Writer(String),
}

/// A paper in a format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// Why the user's template was not used, if it was not: the embedded one was.
    pub fault: Option<TemplateFault>,
}

/// Makes a paper in a format, text by the templates given. `approved` holds the approved versions
/// it may be drawn from.
pub fn render(
    request: &Request,
    format: Format,
    workspace: &Workspace,
    approved: &Approved,
    templates: &Templates,
) -> Result<Rendered, DocumentRenderError> {
    if !request.kind().formats().contains(&format) {
        return Err(DocumentRenderError::NotAvailable {
            kind: request.kind(),
            format,
        });
    }
    let source = Source::of(request, workspace, approved)?;
    let writer = |error: &dyn std::fmt::Display| DocumentRenderError::Writer(error.to_string());
    let day = request.day();
    let bytes = match format {
        Format::Text | Format::Markdown | Format::Html => {
            let paper = drawn(request, &source)?;
            let filled = templates
                .render(request, format, &paper)
                .map_err(|error| writer(&error))?;
            return Ok(Rendered {
                bytes: filled.text.into_bytes(),
                fault: filled.fault,
            });
        }
        Format::Docx => {
            let paper = drawn(request, &source)?;
            let letterhead = source.look().letterhead;
            let (bytes, fault) = templates
                .docx(&letterhead, &paper, day)
                .map_err(|error| writer(&error))?;
            return Ok(Rendered { bytes, fault });
        }
        Format::Csv => {
            let sheets = sheets(request, &source)?;
            sheets
                .into_iter()
                .next()
                .map(|sheet| csv::render(&set(request, sheet)))
                .unwrap_or_default()
                .into_bytes()
        }
        Format::Xlsx => {
            let sheets: Vec<sheet::Sheet> = unstamped(request, &source)?
                .into_iter()
                .map(|sheet| set(request, sheet))
                .collect();
            let Paper {
                mut subject,
                issuer,
                ..
            } = drawn(request, &source)?;
            // The title stands on every page: no column has to say it.
            let stamp = source.stamp();
            if !stamp.is_blank() {
                subject = format!("{stamp}. {subject}");
            }
            xlsx::render(&subject, &issuer, day, &sheets).map_err(|error| writer(&error))?
        }
        Format::Ics => calendar(request, &source)?.into_bytes(),
        // The file itself, not one written anew.
        Format::Ron => match request {
            Request::TacticalPlan(_) | Request::TacticalPlanVersion(..) => {
                &source.frozen()?.tactical_plan_text
            }
            _ => &source.frozen()?.minutes_text,
        }
        .clone()
        .into_bytes(),
        Format::Json => {
            let value = match request {
                Request::Minutes(_) | Request::MinutesVersion(..) => {
                    serde_json::to_value(&source.frozen()?.minutes)
                }
                Request::TacticalPlan(_) | Request::TacticalPlanVersion(..) => {
                    serde_json::to_value(&source.frozen()?.tactical_plan)
                }
                _ => Ok(sheet_json::json(
                    request.kind().name(),
                    &sheets(request, &source)?,
                )),
            };
            let text = value
                .and_then(|value| serde_json::to_string_pretty(&value))
                .map_err(|error| writer(&error))?;
            (text + "\n").into_bytes()
        }
    };
    Ok(Rendered { bytes, fault: None })
}

/// The paper of a request, before any format.
pub fn paper(
    request: &Request,
    workspace: &Workspace,
    approved: &Approved,
) -> Result<Paper, DocumentRenderError> {
    drawn(request, &Source::of(request, workspace, approved)?)
}

fn drawn(request: &Request, source: &Source<'_>) -> Result<Paper, DocumentRenderError> {
    let workspace = source.workspace;
    let paper = match request {
        Request::Minutes(_) | Request::MinutesVersion(..) => {
            let frozen = source.frozen()?;
            let frame = Frame::of(&frozen.minutes, source.look());
            let annex = frame.papers.annex_tactical_plan.then(|| {
                (
                    compose::tactical_plan_name(&frozen.tactical_plan),
                    compose::tactical_plan_sheet(&frozen.tactical_plan),
                )
            });
            compose::minutes(&frozen.minutes, &frame, annex)
        }
        Request::TacticalPlan(_) | Request::TacticalPlanVersion(..) => {
            let frozen = source.frozen()?;
            let frame = Frame::with(source.look());
            compose::tactical_plan(&frozen.tactical_plan, &source.issued()?, &frame)
        }
        Request::Changes(..) => {
            compose::changes_paper(&source.before()?.minutes, &source.frozen()?.minutes)
        }
        Request::Agenda(day) => compose::agenda(workspace, *day),
        Request::Extract(_, subject) => {
            let minutes = &source.frozen()?.minutes;
            let reader = source.reader(subject)?;
            compose::extract(minutes, &reader, &Frame::of(minutes, source.look()))
        }
        Request::Report(period, as_of) => compose::report(workspace, *period, *as_of),
        Request::Card(activity, day) => compose::card(workspace, *activity, *day)
            .ok_or(DocumentRenderError::NoActivity(*activity))?,
        Request::Edition { act, .. } => {
            compose::edition_paper(workspace, *act).ok_or(DocumentRenderError::NoEdition(*act))?
        }
        Request::Execution(document, day) => compose::execution(workspace, *document, *day)
            .ok_or(DocumentRenderError::NoDocument(*document))?,
        Request::Document(document, _) => compose::document(workspace, *document)
            .ok_or(DocumentRenderError::NoDocument(*document))?,
        Request::Control(day) => compose::control(workspace, *day),
        Request::Duties(who, day) => compose::duties(workspace, who, *day)
            .ok_or_else(|| DocumentRenderError::NoSubject(who.clone()))?,
        Request::Participants(event, day) => compose::participants(workspace, *event, *day)
            .ok_or(DocumentRenderError::NoActivity(*event))?,
    };
    let stamp = source.stamp();
    Ok(if stamp.is_blank() {
        paper
    } else {
        paper.stamped(&stamp)
    })
}

/// A sheet with its texts set as those of papers; of a document, as its source says them.
fn set(request: &Request, sheet: sheet::Sheet) -> sheet::Sheet {
    if matches!(request, Request::Document(..)) {
        sheet
    } else {
        sheet.typeset()
    }
}

/// The tables of a paper, each row with what is stamped on papers.
fn sheets(
    request: &Request,
    source: &Source<'_>,
) -> Result<Vec<sheet::Sheet>, DocumentRenderError> {
    let sheets = unstamped(request, source)?;
    let stamp = source.stamp();
    Ok(if stamp.is_blank() {
        sheets
    } else {
        sheets
            .into_iter()
            .map(|sheet| sheet.stamped(&stamp))
            .collect()
    })
}

fn unstamped(
    request: &Request,
    source: &Source<'_>,
) -> Result<Vec<sheet::Sheet>, DocumentRenderError> {
    let workspace = source.workspace;
    Ok(match request {
        Request::Minutes(_) | Request::MinutesVersion(..) => {
            let frozen = source.frozen()?;
            let mut sheets = sheet::minutes(&frozen.minutes);
            sheets.extend(sheet::tactical_plan(&frozen.tactical_plan));
            sheets
        }
        Request::TacticalPlan(_) | Request::TacticalPlanVersion(..) => {
            sheet::tactical_plan(&source.frozen()?.tactical_plan)
        }
        Request::Changes(..) => Vec::new(),
        Request::Agenda(day) => sheet::agenda(workspace, *day),
        Request::Extract(_, subject) => {
            sheet::extract(&source.frozen()?.minutes, &source.reader(subject)?)
        }
        Request::Report(period, as_of) => sheet::report(workspace, *period, *as_of),
        Request::Card(activity, day) => {
            if workspace.activity(*activity).is_none() {
                return Err(DocumentRenderError::NoActivity(*activity));
            }
            sheet::card(workspace, *activity, *day)
        }
        Request::Edition { act, .. } => sheet::edition(workspace, *act),
        Request::Execution(document, day) => {
            if workspace.document(*document).is_none() {
                return Err(DocumentRenderError::NoDocument(*document));
            }
            vec![sheet::execution(workspace, *document, *day)]
        }
        Request::Document(document, _) => vec![
            sheet::document(workspace, *document)
                .ok_or(DocumentRenderError::NoDocument(*document))?,
        ],
        Request::Control(day) => vec![sheet::control(workspace, *day)],
        Request::Duties(who, day) => {
            if workspace.subject(who).is_none() {
                return Err(DocumentRenderError::NoSubject(who.clone()));
            }
            vec![sheet::duties(workspace, who, *day)]
        }
        Request::Participants(event, _) => {
            sheet::participants(workspace, *event).ok_or(DocumentRenderError::NoActivity(*event))?
        }
    })
}

fn calendar(request: &Request, source: &Source<'_>) -> Result<String, DocumentRenderError> {
    Ok(match request {
        Request::Minutes(_) | Request::MinutesVersion(..) => {
            ics::assignments(&source.frozen()?.minutes, source, None)?
        }
        Request::Extract(_, subject) => {
            let reader = source.reader(subject)?;
            ics::assignments(&source.frozen()?.minutes, source, Some(&reader))?
        }
        Request::TacticalPlan(_) | Request::TacticalPlanVersion(..) => {
            ics::tactical_plan(&source.frozen()?.tactical_plan, source)?
        }
        Request::Agenda(_)
        | Request::Report(..)
        | Request::Card(..)
        | Request::Edition { .. }
        | Request::Execution(..)
        | Request::Document(..)
        | Request::Participants(..)
        | Request::Duties(..)
        | Request::Control(_)
        | Request::Changes(..) => ics::meetings(source.workspace, request.day()),
    })
}
