//! Papers: minutes, tactical plan and what is made of them. The official form is Russian in every
//! language of the interface.
//!
//! ```text
//! Minutes, TacticalPlan, … → compose → Paper → templates (txt, md, html), docx
//!                          → sheet   → rows  → csv, xlsx, json
//!                          → ics
//! ```
//!
//! A paper is a function of the workspace: no clock, no random ids, the same acts give the same
//! bytes.

mod compose;
mod csv;
mod docx;
mod ics;
pub mod model;
pub mod plain;
mod request;
mod sheet;
mod sheet_json;
pub mod template;
mod typography;
mod wording;
mod xlsx;
mod xml_text;

use thiserror::Error;

use crate::domain::canonical::to_text;
use crate::domain::minutes::Minutes;
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;

use compose::Frame;
use model::Paper;
pub use request::{Format, Kind, Request, UnknownFormat};
use template::{TemplateFault, Templates};

/// Why a paper could not be made.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DocumentRenderError {
    /// There was no meeting on that day.
    #[error("no meeting is on record for {0}")]
    NoMeeting(crate::domain::date::Date),
    /// The plan has no such activity.
    #[error("the plan has no activity {0}")]
    NoActivity(crate::domain::plan::ActivityId),
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

/// Makes a paper in a format, text by the templates given.
pub fn render(
    request: &Request,
    format: Format,
    workspace: &Workspace,
    templates: &Templates,
) -> Result<Rendered, DocumentRenderError> {
    if !request.kind().formats().contains(&format) {
        return Err(DocumentRenderError::NotAvailable {
            kind: request.kind(),
            format,
        });
    }
    let writer = |error: &dyn std::fmt::Display| DocumentRenderError::Writer(error.to_string());
    let day = request.day();
    let bytes = match format {
        Format::Text | Format::Markdown | Format::Html => {
            let paper = paper(request, workspace)?;
            let filled = templates
                .render(request, format, &paper)
                .map_err(|error| writer(&error))?;
            return Ok(Rendered {
                bytes: filled.text.into_bytes(),
                fault: filled.fault,
            });
        }
        Format::Docx => {
            docx::render(&paper(request, workspace)?, day).map_err(|error| writer(&error))?
        }
        Format::Csv => {
            let sheets = sheets(request, workspace)?;
            sheets
                .first()
                .map(csv::render)
                .unwrap_or_default()
                .into_bytes()
        }
        Format::Xlsx => {
            let sheets = sheets(request, workspace)?;
            let issuer = &workspace.settings().organisation;
            xlsx::render(&request.subject(workspace), issuer, day, &sheets)
                .map_err(|error| writer(&error))?
        }
        Format::Ics => calendar(request, workspace)?.into_bytes(),
        Format::Ron => match request {
            Request::Minutes(day) => to_text(&minutes(workspace, *day)?),
            _ => to_text(&tactical_plan(workspace, day)?),
        }
        .map_err(|error| writer(&error))?
        .into_bytes(),
        Format::Json => {
            let value = match request {
                Request::Minutes(day) => serde_json::to_value(minutes(workspace, *day)?),
                Request::TacticalPlan(day) => serde_json::to_value(tactical_plan(workspace, *day)?),
                _ => Ok(sheet_json::json(
                    request.kind().name(),
                    &sheets(request, workspace)?,
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
pub fn paper(request: &Request, workspace: &Workspace) -> Result<Paper, DocumentRenderError> {
    let frame = Frame::of(workspace);
    let stamp = &frame.papers.stamp;
    let paper = match request {
        Request::Minutes(day) => {
            let annex = match workspace.tactical_plan(*day) {
                Some(plan) if frame.papers.annex_tactical_plan => Some((
                    "тактический план деятельности РС НМС".to_owned(),
                    compose::tactical_plan_sheet(&plan),
                )),
                _ => None,
            };
            compose::minutes(&minutes(workspace, *day)?, &frame, annex)
        }
        Request::TacticalPlan(day) => {
            compose::tactical_plan(&tactical_plan(workspace, *day)?, workspace, &frame)
        }
        Request::Agenda(day) => compose::agenda(workspace, *day),
        Request::Extract(day, subject) => {
            known(workspace, subject)?;
            compose::extract(&minutes(workspace, *day)?, workspace, subject, &frame)
        }
        Request::Report(period, as_of) => compose::report(workspace, *period, *as_of),
        Request::Card(activity, day) => compose::card(workspace, *activity, *day)
            .ok_or(DocumentRenderError::NoActivity(*activity))?,
    };
    Ok(if stamp.is_blank() {
        paper
    } else {
        paper.stamped(stamp)
    })
}

fn sheets(
    request: &Request,
    workspace: &Workspace,
) -> Result<Vec<sheet::Sheet>, DocumentRenderError> {
    let sheets = match request {
        Request::Minutes(day) => {
            let mut sheets = sheet::minutes(&minutes(workspace, *day)?);
            sheets.extend(sheet::tactical_plan(&tactical_plan(workspace, *day)?));
            sheets
        }
        Request::TacticalPlan(day) => sheet::tactical_plan(&tactical_plan(workspace, *day)?),
        Request::Agenda(day) => sheet::agenda(workspace, *day),
        Request::Extract(day, subject) => {
            known(workspace, subject)?;
            sheet::extract(&minutes(workspace, *day)?, workspace, subject)
        }
        Request::Report(period, as_of) => sheet::report(workspace, *period, *as_of),
        Request::Card(activity, day) => {
            if workspace.activity(*activity).is_none() {
                return Err(DocumentRenderError::NoActivity(*activity));
            }
            sheet::card(workspace, *activity, *day)
        }
    };
    let stamp = &workspace.settings().papers.stamp;
    Ok(if stamp.is_blank() {
        sheets
    } else {
        sheets
            .into_iter()
            .map(|sheet| sheet.stamped(stamp))
            .collect()
    })
}

fn calendar(request: &Request, workspace: &Workspace) -> Result<String, DocumentRenderError> {
    Ok(match request {
        Request::Minutes(day) => ics::assignments(&minutes(workspace, *day)?, workspace, None),
        Request::Extract(day, subject) => {
            known(workspace, subject)?;
            ics::assignments(&minutes(workspace, *day)?, workspace, Some(subject))
        }
        Request::TacticalPlan(day) => {
            ics::tactical_plan(&tactical_plan(workspace, *day)?, workspace)
        }
        Request::Agenda(_) | Request::Report(..) | Request::Card(..) => {
            ics::meetings(workspace, request.day())
        }
    })
}

fn known(
    workspace: &Workspace,
    subject: &crate::domain::subject::SubjectId,
) -> Result<(), DocumentRenderError> {
    match workspace.subject(subject) {
        Some(_) => Ok(()),
        None => Err(DocumentRenderError::NoSubject(subject.clone())),
    }
}

fn minutes(
    workspace: &Workspace,
    day: crate::domain::date::Date,
) -> Result<Minutes, DocumentRenderError> {
    workspace
        .minutes(day)
        .ok_or(DocumentRenderError::NoMeeting(day))
}

fn tactical_plan(
    workspace: &Workspace,
    day: crate::domain::date::Date,
) -> Result<TacticalPlan, DocumentRenderError> {
    workspace
        .tactical_plan(day)
        .ok_or(DocumentRenderError::NoMeeting(day))
}
