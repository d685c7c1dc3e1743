//! A document on control as a sheet: the rows of the paper, headings among them.

use std::borrow::Cow;

use super::super::compose;
use super::super::model::Row;
use super::{Sheet, Value};
use crate::domain::document::DocumentKey;
use crate::domain::workspace::Workspace;

/// The document, a row an activity and a row a heading; `None` when no document has the key.
pub(in super::super) fn document(workspace: &Workspace, key: DocumentKey) -> Option<Sheet> {
    let document = workspace.document(key)?;
    let (columns, rows) = compose::document_table(document);
    let numbers = compose::number_column(document);
    let value = |column: usize, text: String| {
        if numbers == Some(column) && !text.is_empty() {
            Value::Point(text)
        } else {
            Value::from(text)
        }
    };
    let width = columns.len();
    Some(Sheet {
        name: "Документ",
        columns: columns
            .into_iter()
            .map(|(heading, share)| (Cow::Owned(heading), 6 + 8 * share))
            .collect(),
        rows: rows
            .into_iter()
            .map(|row| match row {
                Row::Group(heading) => {
                    let mut cells = vec![Value::Empty; width];
                    if let Some(first) = cells.first_mut() {
                        *first = Value::Heading(heading);
                    }
                    cells
                }
                Row::Cells(cells) => cells
                    .into_iter()
                    .enumerate()
                    .map(|(column, text)| value(column, text))
                    .collect(),
            })
            .collect(),
    })
}
