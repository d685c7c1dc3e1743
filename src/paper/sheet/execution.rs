//! Documents on control as tables.

use super::super::compose;
use super::{Sheet, Value, named};
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Workspace;

fn sheet<const N: usize>(
    name: &'static str,
    columns: &[(&'static str, u16); N],
    rows: Vec<[String; N]>,
) -> Sheet {
    Sheet {
        name,
        columns: named(&columns.map(|(head, width)| (head, 10 * width))),
        rows: rows
            .into_iter()
            .map(|row| row.into_iter().map(Value::from).collect())
            .collect(),
    }
}

/// The points of a document, a row each.
pub(in super::super) fn execution(workspace: &Workspace, key: DocumentKey, day: Date) -> Sheet {
    let rows = workspace
        .document(key)
        .map(|document| compose::point_rows(workspace, document, day))
        .unwrap_or_default();
    sheet("Исполнение", &compose::POINTS, rows)
}

/// What one executor has to do by all documents, a row a point.
pub(in super::super) fn duties(workspace: &Workspace, who: &SubjectId, day: Date) -> Sheet {
    let rows = compose::duty_rows(workspace, who, day);
    sheet("На контроле", &compose::DUTIES, rows)
}

/// The documents on control, a row each.
pub(in super::super) fn control(workspace: &Workspace, day: Date) -> Sheet {
    sheet(
        "На контроле",
        &compose::CONTROL,
        compose::control_rows(workspace, day),
    )
}

/// The participants of an event, a row each; `None` when nobody knows the point.
pub(in super::super) fn participants(
    workspace: &Workspace,
    key: ActivityKey,
) -> Option<Vec<Sheet>> {
    let event = workspace.event(key)?;
    let rows = compose::participant_rows(&event);
    Some(vec![sheet("Участники", &compose::PARTICIPANTS, rows)])
}
