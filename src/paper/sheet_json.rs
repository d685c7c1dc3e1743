//! Tables as JSON: the same cells, typed.

use super::sheet::{Sheet, Value};

/// The sheets as JSON: what has no struct of its own to serialise.
pub(super) fn json(kind: &str, sheets: &[Sheet]) -> serde_json::Value {
    let sheets: Vec<serde_json::Value> = sheets
        .iter()
        .map(|sheet| {
            let rows: Vec<serde_json::Value> = sheet
                .rows
                .iter()
                .map(|row| {
                    sheet
                        .columns
                        .iter()
                        .zip(row)
                        .map(|((heading, _), value)| (heading.to_string(), value.json()))
                        .collect::<serde_json::Map<_, _>>()
                        .into()
                })
                .collect();
            serde_json::json!({ "name": sheet.name, "rows": rows })
        })
        .collect();
    serde_json::json!({ "format": 1, "kind": kind, "sheets": sheets })
}

impl Value {
    fn json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) | Self::Point(text) | Self::Heading(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::Day(day) => day.to_string().into(),
        }
    }
}
