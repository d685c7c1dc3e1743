//! XLS: values through calamine; formats and hidden parts read beside it.

mod records;

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xls};

use super::sheet::{Merged, Sheet};
use super::{shown, xlsx};
use crate::import::grid::{Budget, Cell, Typed};
use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Format, Part, Remark, Source};
use crate::import::text;
use records::Workbook;

/// Reads a workbook from its compound file; `stream` is the name of its stream.
pub(super) fn read(bytes: &[u8], stream: &str) -> Result<Source, Refusal> {
    let mut compound = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(Refusal::damaged)?;
    let mut records = Vec::new();
    compound
        .open_stream(stream)
        .map_err(Refusal::damaged)?
        .take(limits::FILE)
        .read_to_end(&mut records)
        .map_err(Refusal::damaged)?;
    let workbook = Workbook::scan(&records)?;
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => Refusal::Password,
        error => Refusal::damaged(error),
    })?;
    let mut budget = Budget::default();
    let mut parts = Vec::new();
    let mut remarks = Vec::new();
    for shape in workbook.sheets {
        if shape.is_hidden {
            remarks.push(Remark::HiddenSheet(shape.name));
            continue;
        }
        let Ok(range) = book.worksheet_range(&shape.name) else {
            continue;
        };
        let mut sheet = Sheet {
            name: shape.name.clone(),
            hidden_rows: shape.hidden_rows,
            hidden_columns: shape.hidden_columns,
            merged: book
                .merge_cells_by_sheet_name(&shape.name)
                .unwrap_or_default()
                .iter()
                .map(|merged| Merged {
                    top: from(merged.start.0),
                    left: from(merged.start.1),
                    bottom: from(merged.end.0),
                    right: from(merged.end.1),
                })
                .collect(),
            ..Sheet::default()
        };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row + from(top), column + from(left));
            let format = shape
                .formats
                .get(&(row, column))
                .and_then(|format| workbook.formats.get(format))
                .map_or("", String::as_str);
            let (text, typed) = match value {
                Data::Empty => continue,
                Data::String(text) => (text::clean(text), None),
                Data::Int(value) => (value.to_string(), None),
                Data::Float(value) => (shown::number(*value, format), Some(Typed::Number(*value))),
                Data::Bool(value) => (if *value { "да" } else { "нет" }.to_owned(), None),
                Data::DateTime(value) => {
                    let (text, typed) = xlsx::date(value, format);
                    if typed.is_some() {
                        sheet.dates.push((row, column, text.clone()));
                    }
                    (text, typed)
                }
                Data::DateTimeIso(text) | Data::DurationIso(text) => (text.clone(), None),
                Data::Error(error) => (error.to_string(), None),
            };
            let cell = Cell {
                text,
                label: None,
                typed,
            };
            sheet.put(row, column, cell, &mut budget)?;
        }
        let (grid, left_out) = sheet.finish(&mut budget)?;
        remarks.extend(left_out);
        if grid.height() > 0 {
            parts.push(Part {
                name: Some(shape.name),
                blocks: vec![Block::Table(grid)],
            });
        }
    }
    Ok(Source {
        format: Format::Xls,
        encoding: None,
        parts,
        remarks,
    })
}

fn from(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
