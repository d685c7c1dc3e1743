//! Documents on control as tables.

use super::super::compose;
use super::{Sheet, Value};
use crate::domain::date::Date;
use crate::domain::document::DocumentKey;
use crate::domain::workspace::Workspace;

fn sheet(name: &'static str, columns: &[(&'static str, u16); 6], rows: Vec<[String; 6]>) -> Sheet {
    Sheet {
        name,
        columns: columns
            .iter()
            .map(|(head, width)| (*head, 10 * width))
            .collect(),
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

/// The documents on control, a row each.
pub(in super::super) fn control(workspace: &Workspace, day: Date) -> Sheet {
    sheet(
        "На контроле",
        &compose::CONTROL,
        compose::control_rows(workspace, day),
    )
}
