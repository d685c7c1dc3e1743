//! `planerka plan show`: every direction, measure and activity, with the dates its deadline is
//! read as.

use std::io::Write;

use serde_json::{Value, json};

use crate::domain::deadline::Occurrence;
use crate::domain::plan::{Activity, PlanRow};
use crate::domain::workspace::{ActivityView, Workspace};
use crate::locale::Texts;

use super::super::Common;
use super::super::output::{DONE, Format, Outcome, print_json, stdout};
use super::super::start::look;

/// More occurrences than this are shown by their number and ends; `--json` has them all.
const SHOWN: usize = 4;

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let ground = look(common, texts)?;
    if format.json {
        print_json(&as_json(&ground.workspace))?;
    } else {
        print(&ground.workspace, texts)?;
    }
    Ok(DONE)
}

/// The keys of the transcription the plan came from, and `id` and `occurrences` beside them.
fn as_json(workspace: &Workspace) -> Value {
    let plan = workspace.plan();
    let directions: Vec<Value> = plan
        .directions
        .iter()
        .map(|direction| {
            let measures: Vec<Value> = direction
                .measures
                .iter()
                .map(|measure| {
                    let activities: Vec<Value> = measure
                        .activities
                        .iter()
                        .map(|activity| activity_json(activity, workspace))
                        .collect();
                    json!({
                        "number": measure.number,
                        "title": measure.title,
                        "activities": activities,
                    })
                })
                .collect();
            json!({
                "number": direction.number,
                "title": direction.title,
                "measures": measures,
            })
        })
        .collect();
    json!({
        "directions": directions,
        "indicators": plan.indicators,
        "glossary": plan.glossary,
        "abbreviations": plan.abbreviations,
    })
}

fn activity_json(activity: &Activity, workspace: &Workspace) -> Value {
    let occurrences: Vec<Value> = workspace
        .activity(activity.id)
        .map(|(_, view)| view.occurrences.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|one| json!({ "start": one.window.first, "end": one.window.last, "due": one.due }))
        .collect();
    json!({
        "title": activity.title,
        "responsible_subject": activity.responsible_subject,
        "executors": activity.executors,
        "term": activity.term,
        "result": activity.result,
        "id": activity.id,
        "occurrences": occurrences,
    })
}

fn print(workspace: &Workspace, texts: &Texts) -> std::io::Result<()> {
    let mut output = stdout();
    let plan = workspace.plan();
    let document = &plan.document;
    writeln!(output, "{}", document.plan_title)?;
    writeln!(
        output,
        "{}",
        texts.with(
            "cli-plan-order",
            &[
                ("kind", document.kind.to_string().into()),
                ("date", texts.date_full(document.date).into()),
                ("number", document.number.to_string().into()),
                ("issuer", document.issuer.to_string().into()),
            ],
        )
    )?;
    for row in plan.rows() {
        match row {
            PlanRow::Direction(direction) => {
                writeln!(output, "\n{}. {}", direction.number, direction.title)?;
            }
            PlanRow::Measure(_, measure) => {
                writeln!(output, "\n{} {}", measure.number, measure.title)?;
            }
            PlanRow::Activity(_, _, activity) => {
                let found = workspace.activity(activity.id);
                print_activity(&mut output, activity, found.map(|(_, view)| view), texts)?;
            }
        }
    }
    output.flush()
}

fn print_activity(
    output: &mut dyn Write,
    activity: &Activity,
    view: Option<&ActivityView>,
    texts: &Texts,
) -> std::io::Result<()> {
    writeln!(output, "\n  {} {}", activity.id, activity.title)?;
    let due = view.map(|view| dues(&view.occurrences, texts));
    for (label, text) in [
        (texts.get("cli-plan-term"), activity.term.to_string()),
        (texts.get("cli-plan-due"), due.unwrap_or_default()),
        (
            texts.get("cli-plan-responsible"),
            activity.responsible_subject.to_string(),
        ),
        (
            texts.get("cli-plan-executors"),
            activity.executors.to_string(),
        ),
        (texts.get("cli-plan-result"), activity.result.to_string()),
    ] {
        writeln!(output, "        {label} {text}")?;
    }
    Ok(())
}

/// «31.05.2023, 31.01.2024», «84: 25.05.2023 … 26.12.2024».
fn dues(occurrences: &[Occurrence], texts: &Texts) -> String {
    let said = |one: &Occurrence| {
        one.due
            .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due))
    };
    match occurrences {
        [first, .., last] if occurrences.len() > SHOWN => {
            format!("{}: {} … {}", occurrences.len(), said(first), said(last))
        }
        few => few.iter().map(said).collect::<Vec<_>>().join(", "),
    }
}
