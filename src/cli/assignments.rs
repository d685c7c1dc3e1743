//! `planerka assignments`: every assignment of the minutes, who, by when, and where its control
//! stands.

use std::io::Write;

use serde_json::Value;

use crate::domain::workspace::AssignmentView;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;

use super::due::assignment_number;
use super::output::{DONE, Format, Outcome, print_json, stdout};
use super::{Common, json, start};

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let session = start::open_read_only(common, texts)?;
    let workspace = &session.workspace;
    let all = workspace.assignments(session.today);
    if format.json {
        let list: Value = all
            .iter()
            .map(|view| json::assignment(view, workspace, texts))
            .collect();
        print_json(&list)?;
        return Ok(DONE);
    }
    let mut output = stdout();
    let open = all.iter().filter(|view| !view.state.is_closed()).count();
    let head = [
        ("date", texts.date_full(session.today).into()),
        ("open", open.into()),
        ("all", all.len().into()),
    ];
    writeln!(output, "{}", texts.with("assignments-head", &head))?;
    // Under control first, by due date; then what is off it.
    let mut sorted: Vec<&AssignmentView> = all.iter().collect();
    sorted.sort_by_key(|view| (view.state.is_closed(), view.due.is_none(), view.due));
    for view in sorted {
        print(&mut output, view, workspace, texts)?;
    }
    output.flush()?;
    Ok(DONE)
}

fn print(
    output: &mut dyn Write,
    view: &AssignmentView,
    workspace: &Workspace,
    texts: &Texts,
) -> std::io::Result<()> {
    let due = view
        .due
        .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due));
    let who: Vec<&str> = view
        .executors
        .iter()
        .map(|id| workspace.short_name(id))
        .collect();
    writeln!(
        output,
        "\n  {due:<10}  {} {}",
        assignment_number(view, texts),
        view.text
    )?;
    let mut notes = vec![
        texts.assignment_state(view.state),
        texts.timing(view.timing),
    ];
    notes.push(who.join(", "));
    notes.retain(|note| !note.is_empty());
    writeln!(output, "              {}", notes.join(" · "))
}
