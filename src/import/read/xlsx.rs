//! XLSX: values through calamine; what it does not tell (hidden parts, merges) read beside it.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use super::package::Package;
use super::sheet::{Merged, Sheet};
use super::shown::{self, Moment};
use super::xml::{Attributes, Go, Visitor, walk};
use crate::import::grid::{Budget, Cell, Typed};
use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Format, Part, Remark, Source};
use crate::import::text;

/// Reads the workbook whose main part has this name.
pub(super) fn read(package: &mut Package<'_>, main: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    package.is_bounded(limits::PART)?;
    let paths = sheet_paths(package, main)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(Refusal::damaged)?;
    let mut budget = Budget::default();
    let mut parts = Vec::new();
    let mut remarks = Vec::new();
    let sheets = book.sheets_metadata().to_vec();
    for metadata in sheets {
        if metadata.typ != SheetType::WorkSheet {
            continue;
        }
        if metadata.visible != SheetVisible::Visible {
            remarks.push(Remark::HiddenSheet(metadata.name));
            continue;
        }
        let mut sheet = Sheet {
            name: metadata.name.clone(),
            ..Sheet::default()
        };
        if let Some(path) = paths.get(&metadata.name)
            && let Some(part) = package.part(path)?
        {
            walk(part, &mut Shape { sheet: &mut sheet })?;
        }
        values(&mut book, &mut sheet, &mut budget)?;
        let name = sheet.name.clone();
        let (grid, left_out) = sheet.finish(&mut budget)?;
        remarks.extend(left_out);
        if grid.height() > 0 {
            parts.push(Part {
                name: Some(name),
                blocks: vec![Block::Table(grid)],
            });
        }
    }
    Ok(Source {
        format: Format::Xlsx,
        encoding: None,
        parts,
        remarks,
    })
}

fn values(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &mut Sheet,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    let name = sheet.name.clone();
    let mut cells = book
        .worksheet_cells_reader(&name)
        .map_err(Refusal::damaged)?;
    let formats: Vec<String> = cells
        .styles()
        .iter()
        .map(|style| {
            style
                .number_format
                .as_ref()
                .map(|format| format.format_code.clone())
                .unwrap_or_default()
        })
        .collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(Refusal::damaged)? {
        let (row, column) = cell.get_position();
        let (Ok(row), Ok(column)) = (usize::try_from(row), usize::try_from(column)) else {
            continue;
        };
        let format = formats.get(style).map_or("", String::as_str);
        let (text, typed) = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::String(text) => (text::clean(&unescape(text)), None),
            DataRef::SharedString(text) => (text::clean(&unescape(text)), None),
            DataRef::Int(value) => (value.to_string(), Some(Typed::Number(precise(*value)))),
            DataRef::Float(value) => (shown::number(*value, format), Some(Typed::Number(*value))),
            DataRef::Bool(value) => (if *value { "да" } else { "нет" }.to_owned(), None),
            DataRef::DateTime(value) => {
                let (text, typed) = date(value, format);
                if typed.is_some() {
                    sheet.dates.push((row, column, text.clone()));
                }
                (text, typed)
            }
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (iso(text), None),
            DataRef::Error(error) => (error.to_string(), None),
        };
        let cell = Cell {
            text,
            label: None,
            typed,
        };
        sheet.put(row, column, cell, budget)?;
    }
    Ok(())
}

/// Numbers of rows are never so large that a float would lose them.
#[expect(
    clippy::cast_precision_loss,
    reason = "only compared with small numbers"
)]
fn precise(value: i64) -> f64 {
    value as f64
}

/// `2023-10-06T00:00:00` as people write it.
fn iso(text: &str) -> String {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<&str> = day.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return text.to_owned();
    };
    let time = time.get(..5).filter(|time| *time != "00:00");
    match time {
        Some(time) => format!("{day}.{month}.{year} {time}"),
        None => format!("{day}.{month}.{year}"),
    }
}

/// A date as shown.
pub(super) fn date(value: &ExcelDateTime, format: &str) -> (String, Option<Typed>) {
    let (year, month, day, hour, minute, ..) = value.to_ymd_hms_milli();
    let moment = Moment {
        year: i32::from(year),
        month: u32::from(month),
        day: u32::from(day),
        hour: u32::from(hour),
        minute: u32::from(minute),
    };
    // A number below one is a time of day alone.
    let format = if value.is_duration() || value.as_f64() < 1.0 {
        "h:mm"
    } else {
        format
    };
    let (text, typed) = shown::date(moment, format);
    (text, typed.map(Typed::Date))
}

/// `_x000D_` stands for a character XML cannot hold.
fn unescape(text: &str) -> String {
    if !text.contains("_x00") {
        return text.to_owned();
    }
    text.replace("_x000D_", "\r")
        .replace("_x000A_", "\n")
        .replace("_x0009_", "\t")
        .replace("_x00AD_", "")
}

/// By name of a sheet: its part of the package.
fn sheet_paths(package: &mut Package<'_>, main: &str) -> Result<HashMap<String, String>, Refusal> {
    let (directory, file) = main.rsplit_once('/').unwrap_or(("", main));
    let inside = |name: &str| {
        if directory.is_empty() {
            name.to_owned()
        } else {
            format!("{directory}/{name}")
        }
    };
    let mut targets = Targets::default();
    if let Some(part) = package.part(&inside(&format!("_rels/{file}.rels")))? {
        walk(part, &mut targets)?;
    }
    let mut book = Book::default();
    if let Some(part) = package.part(main)? {
        walk(part, &mut book)?;
    }
    Ok(book
        .sheets
        .into_iter()
        .filter_map(|(name, id)| {
            let target = targets.by_id.get(&id)?;
            let path = match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => inside(target),
            };
            Some((name, path))
        })
        .collect())
}

#[derive(Default)]
struct Targets {
    by_id: HashMap<String, String>,
}

impl Visitor for Targets {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        if name == "Relationship"
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            self.by_id.insert(id, target);
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

#[derive(Default)]
struct Book {
    sheets: Vec<(String, String)>,
}

impl Visitor for Book {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        if name == "sheet"
            && let (Some(name), Some(id)) = (attributes.get("name"), attributes.get("id"))
        {
            self.sheets.push((name, id));
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

/// What is hidden and merged in a sheet.
struct Shape<'a> {
    sheet: &'a mut Sheet,
}

impl Visitor for Shape<'_> {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        let is_hidden = || {
            attributes
                .get("hidden")
                .is_some_and(|value| value == "1" || value == "true")
        };
        match name {
            "col" if is_hidden() => {
                let first = attributes.count("min").unwrap_or(1).max(1);
                let last = attributes
                    .count("max")
                    .unwrap_or(first)
                    .min(limits::COLUMNS);
                self.sheet.hidden_columns.extend(first - 1..last);
            }
            "row" => {
                if is_hidden()
                    && let Some(row) = attributes.count("r").and_then(|row| row.checked_sub(1))
                {
                    self.sheet.hidden_rows.insert(row);
                }
                // Cells are read by calamine.
                return Ok(Go::Past);
            }
            "mergeCell" => {
                if let Some(merged) = attributes.get("ref").as_deref().and_then(range) {
                    self.sheet.merged.push(merged);
                }
                if self.sheet.merged.len() > limits::POSITIONS / 4 {
                    return Err(Refusal::Bomb);
                }
            }
            _ => {}
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
}

/// `A1:B3` from zero.
fn range(text: &str) -> Option<Merged> {
    let (from, to) = text.split_once(':')?;
    let (top, left) = place(from)?;
    let (bottom, right) = place(to)?;
    Some(Merged {
        top,
        left,
        bottom,
        right,
    })
}

fn place(text: &str) -> Option<(usize, usize)> {
    let mut column = 0_usize;
    let mut row = String::new();
    for character in text.chars().filter(|c| *c != '$') {
        if character.is_ascii_alphabetic() && row.is_empty() {
            let digit = usize::try_from(u32::from(character.to_ascii_uppercase()) - 64).ok()?;
            column = column.checked_mul(26)?.checked_add(digit)?;
        } else {
            row.push(character);
        }
    }
    Some((
        row.parse::<usize>().ok()?.checked_sub(1)?,
        column.checked_sub(1)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_counted_from_zero() {
        let merged = range("A52:G59").unwrap();
        assert_eq!(
            (merged.top, merged.left, merged.bottom, merged.right),
            (51, 0, 58, 6)
        );
        assert_eq!(place("$AA$10"), Some((9, 26)));
        assert_eq!(range("A1"), None);
        assert_eq!(iso("2023-10-06T00:00:00"), "06.10.2023");
    }
}
