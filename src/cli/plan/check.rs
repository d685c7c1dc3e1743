//! `planerka plan check`: faults of `plan.ron`, and what of its wording was not understood.

use std::path::Path;

use crate::domain::deadline::Kind;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::finding::Severity;

use super::super::Common;
use super::super::check::report::{self, Report};
use super::super::check::{plan, where_is};
use super::super::output::{Format, Outcome};
use super::super::start::look;

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let mut ground = look(common, texts)?;
    let text = ground.directory.document_text("plan.ron")?;
    let path = ground.directory.path().join("plan.ron");
    let mut reports = plan::problems(&path, &text, ground.workspace.plan(), texts);
    reports.extend(not_understood(&path, &text, &ground.workspace, texts));
    let plan = ground.workspace.plan();
    let fine = texts.with(
        "cli-plan-fine",
        &[
            ("directions", plan.directions.len().into()),
            ("measures", plan.measures().count().into()),
            ("activities", plan.activities().count().into()),
        ],
    );
    report::print(&reports, format, &fine, texts)
}

/// Deadlines that could not be read and names that are no subject: nothing is wrong with the
/// file, and still somebody should look.
fn not_understood(path: &Path, text: &str, workspace: &Workspace, texts: &Texts) -> Vec<Report> {
    let mut reports = Vec::new();
    for (activity, view) in workspace.activities() {
        let id = activity.id.to_string();
        let place = || where_is(path, text, |literal| literal.is("id", &id), 0);
        if view.reading.kind == Kind::Unread && !view.corrected {
            reports.push(Report {
                place: place(),
                severity: Severity::Warning,
                name: "unread-deadline",
                what: texts.with(
                    "check-unread-deadline",
                    &[
                        ("activity", id.clone().into()),
                        ("term", activity.term.to_string().into()),
                    ],
                ),
                advice: texts.get("check-unread-deadline-do"),
            });
        }
        for mention in view.responsible.iter().chain(&view.executors) {
            if mention.subject.is_none() {
                reports.push(Report {
                    place: place(),
                    severity: Severity::Hint,
                    name: "unknown-subject",
                    what: texts.with(
                        "check-unknown-name",
                        &[
                            ("activity", id.clone().into()),
                            ("name", mention.text.to_string().into()),
                        ],
                    ),
                    advice: texts.get("check-unknown-name-do"),
                });
            }
        }
    }
    reports
}
