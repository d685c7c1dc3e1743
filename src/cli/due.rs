//! `planerka due`: what is due when: overdue, this week, the weeks to come.

use std::io::Write;

use serde_json::{Value, json};

use crate::domain::workspace::{AssignmentView, IndicatorView};
use crate::domain::workspace::{Duties, Duty, Groups, Role, Timing, Workspace};
use crate::locale::Texts;

use super::of_document::OfDocument;
use super::output::{DONE, Format, Outcome, print_json, stdout};
use super::{Common, json, start};

/// When something is due, seen from today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Overdue,
    ThisWeek,
    NextWeeks,
    Later,
    Undated,
    /// Passed before the record began: nobody has said yet what became of it.
    BeforeRecord,
}

/// Arguments of the command.
#[derive(Debug, Clone, clap::Args)]
pub struct DueArgs {
    /// Of which document, and under whose control alone.
    #[command(flatten)]
    pub of: OfDocument,
    /// How it is printed.
    #[command(flatten)]
    pub format: Format,
}

pub(super) fn run(args: &DueArgs, common: &Common, texts: &Texts) -> Outcome {
    let format = args.format;
    let session = start::open_read_only(common, texts)?;
    let workspace = &session.workspace;
    let day = session.today;
    let weeks = workspace.settings().look_ahead_weeks;
    let only = args.of.only(workspace, day, texts)?;
    let duties = Duties::narrowed(workspace, day, Groups::Expanded, &only);
    let mut all: Vec<(When, &Duty)> = duties
        .all()
        .iter()
        .map(|duty| (when(duty.timing(), weeks), duty))
        .collect();
    all.sort_by_key(|(_, duty)| (duty.due().is_none(), duty.due()));
    let is_whole = only.document.is_none() && only.controller.is_none();
    let mut values = workspace.due_indicators(day);
    values.retain(|_| is_whole);
    let of = |wanted: When| -> Vec<&Duty> {
        let found = all.iter().filter(|(when, _)| *when == wanted);
        found.map(|(_, duty)| *duty).collect()
    };
    if format.json {
        let list = |wanted: When| -> Value {
            let found = of(wanted).into_iter();
            found
                .map(|duty| duty_json(duty, workspace, texts))
                .collect()
        };
        print_json(&json!({
            "date": day,
            "overdue": list(When::Overdue),
            "this_week": list(When::ThisWeek),
            "next_weeks": list(When::NextWeeks),
            "later": list(When::Later),
            "undated": list(When::Undated),
            "before_record": list(When::BeforeRecord),
            "indicators": values_json(&values),
        }))?;
        return Ok(DONE);
    }
    let mut output = stdout();
    let date = [("date", texts.date_weekday_full(day).into())];
    writeln!(output, "{}", texts.with("due-head", &date))?;
    let weeks = [("weeks", weeks.into())];
    for (wanted, heading) in [
        (When::Overdue, texts.get("due-overdue")),
        (When::ThisWeek, texts.get("due-this-week")),
        (When::NextWeeks, texts.with("due-next-weeks", &weeks)),
    ] {
        let found = of(wanted);
        writeln!(output, "\n{heading}: {}", found.len())?;
        for duty in found {
            print_duty(&mut output, duty, None, workspace, texts)?;
        }
    }
    let found = of(When::BeforeRecord);
    if !found.is_empty() {
        let heading = texts.get("due-before-record");
        writeln!(output, "\n{heading}: {}", found.len())?;
        for duty in found {
            print_duty(&mut output, duty, None, workspace, texts)?;
        }
    }
    if !values.is_empty() {
        writeln!(output, "\n{}: {}", texts.get("due-values"), values.len())?;
        for view in &values {
            let said = [
                ("number", i64::from(view.number).into()),
                ("name", view.name.to_string().into()),
                (
                    "date",
                    view.due
                        .map(|it| texts.date_full(it))
                        .unwrap_or_default()
                        .into(),
                ),
            ];
            writeln!(output, "  {}", texts.with("due-value", &said))?;
        }
    }
    let rest = [
        ("later", of(When::Later).len().into()),
        ("undated", of(When::Undated).len().into()),
    ];
    writeln!(output, "\n{}", texts.with("due-rest", &rest))?;
    output.flush()?;
    Ok(DONE)
}

/// The indicators whose value is asked for.
fn values_json(values: &[IndicatorView]) -> Value {
    let one = |view: &IndicatorView| {
        json!({
            "number": view.number,
            "name": view.name,
            "target": view.target,
            "due": view.due,
            "last": view.last().map(|(day, known)| json!({ "date": day, "value": known.amount })),
        })
    };
    values.iter().map(one).collect()
}

/// A week is seven days from today, as in the counts of responsibilities.
fn when(timing: Timing, weeks: u16) -> When {
    match timing {
        Timing::Overdue(_) => When::Overdue,
        Timing::Due(days) if days < 7 => When::ThisWeek,
        Timing::Due(days) if days < 7 * (i64::from(weeks) + 1) => When::NextWeeks,
        Timing::Due(_) => When::Later,
        Timing::Unrecorded => When::BeforeRecord,
        Timing::Undated | Timing::Closed => When::Undated,
    }
}

/// The stable name of a capacity.
pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Responsible => "responsible",
        Role::Executor => "executor",
        Role::CoExecutor => "co-executor",
        Role::Controller => "controller",
    }
}

/// One thing owed.
pub(super) fn duty_json(duty: &Duty, workspace: &Workspace, texts: &Texts) -> Value {
    match duty {
        Duty::Activity { activity, standing } => {
            let plan = workspace.activity(*activity);
            json!({
                "kind": "activity",
                "activity": activity,
                "title": plan.map(|(found, _)| &found.title),
                "term": plan.map(|(found, _)| &found.term),
                "start": standing.occurrence.window.first,
                "end": standing.occurrence.window.last,
                "due": standing.due,
                "timing": json::timing(standing.timing, texts),
                "status": json::status(standing.status.as_ref(), texts),
                "last_news": standing.last_news,
                "responsible": plan.map(|(found, _)| &found.responsible_subject),
                "executors": plan.map(|(found, _)| &found.executors),
            })
        }
        Duty::Assignment(view) => {
            let mut object = json::assignment(view, workspace, texts);
            if let Some(object) = object.as_object_mut() {
                object.insert("kind".to_owned(), "assignment".into());
            }
            object
        }
    }
}

/// One thing owed: due date and distance, number and title, then the rest.
pub(super) fn print_duty(
    output: &mut dyn Write,
    duty: &Duty,
    role: Option<&str>,
    workspace: &Workspace,
    texts: &Texts,
) -> std::io::Result<()> {
    let due = duty
        .due()
        .map_or_else(|| " ".repeat(10), |due| texts.date_full(due));
    let (number, title, state) = match duty {
        Duty::Activity { activity, standing } => (
            workspace.point(*activity),
            workspace.activity_title(*activity).to_string(),
            standing
                .status
                .as_ref()
                .map(|status| texts.status_on(status, standing.happened)),
        ),
        Duty::Assignment(view) => (
            assignment_number(view, texts),
            view.text.to_string(),
            Some(texts.assignment_state(view.state)),
        ),
    };
    writeln!(output, "  {due}  {number} {title}")?;
    let mut notes = vec![texts.timing(duty.timing())];
    notes.extend(role.map(str::to_owned));
    notes.extend(state);
    writeln!(output, "              {}", notes.join(" · "))
}

/// «п. 2.1 от 25.05.2023», «поручение от 24.05.2023».
pub(super) fn assignment_number(view: &AssignmentView, texts: &Texts) -> String {
    texts.assignment_name(&view.number, view.origin.day())
}
