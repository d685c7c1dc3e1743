//! All acts, the newest first.

use crate::domain::operation::Record;
use crate::tui::act::Effect;
use crate::tui::model::Model;
use crate::tui::open::dialog;
use crate::tui::select::unrecorded;
use crate::tui::select::words::describe_records;

/// Opens the list of all acts, the newest first.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let ledger = model.workspace.ledger();
    let mut lines: Vec<String> = Vec::new();
    for act in ledger.acts().into_iter().rev() {
        let Some(record) = act.first().filter(|it| !it.op.is_retraction()) else {
            continue;
        };
        let id = if ledger.is_retracted(record.act) {
            "history-undone"
        } else if unrecorded::is_unrecorded(model, record.act) {
            "history-unrecorded"
        } else {
            "history-line"
        };
        let line = model.texts.with(
            id,
            &[
                ("day", model.texts.date_full(record.day).into()),
                ("what", describe_records(model, &act).into()),
            ],
        );
        lines.push(elsewhere(model, record, line));
    }
    if lines.is_empty() {
        lines.push(model.texts.get("history-empty"));
    }
    let title = model.texts.get("history-title");
    dialog::read(model, title, lines);
    Vec::new()
}

/// What was recorded on another computer says on which, and when by the clock of that one.
fn elsewhere(model: &Model, record: &Record, line: String) -> String {
    let Some(day) = record.at.day().filter(|_| record.writer != model.writer) else {
        return line;
    };
    let minutes = record.at.minutes_of_day();
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    model.texts.with(
        "history-elsewhere",
        &[
            ("line", line.into()),
            ("writer", (*record.writer.0).into()),
            ("day", model.texts.date_full(day).into()),
            ("time", time.into()),
        ],
    )
}
