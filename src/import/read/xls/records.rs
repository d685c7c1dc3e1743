//! The records of an old workbook: hidden parts, formats and extents.

use std::collections::{BTreeSet, HashMap};

use crate::import::limits;
use crate::import::refusal::Refusal;

/// What is known of a sheet beside its values.
#[derive(Debug, Default)]
pub(super) struct Shape {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) hidden_rows: BTreeSet<usize>,
    pub(super) hidden_columns: BTreeSet<usize>,
    /// By row and column of what is a number: the format's index.
    pub(super) formats: HashMap<(usize, usize), u16>,
}

/// What is known of a workbook beside its values.
#[derive(Debug, Default)]
pub(super) struct Workbook {
    pub(super) sheets: Vec<Shape>,
    pub(super) formats: HashMap<u16, String>,
}

/// One record: its kind and its content.
struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.rest.split_at_checked(4)?;
        let length = usize::from(word(head, 2)?);
        let (content, rest) = rest.split_at_checked(length)?;
        self.rest = rest;
        Some((word(head, 0)?, content))
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]))
}

impl Workbook {
    /// Scans the records of a workbook's stream.
    pub(super) fn scan(stream: &[u8]) -> Result<Self, Refusal> {
        let mut workbook = Self {
            formats: builtin(),
            ..Self::default()
        };
        let mut starts = Vec::new();
        let mut extended: Vec<u16> = Vec::new();
        for (kind, content) in (Records { rest: stream }) {
            match kind {
                // FILEPASS
                0x2f => return Err(Refusal::Password),
                // BOUNDSHEET
                0x85 => {
                    let start = word(content, 0)
                        .zip(word(content, 2))
                        .map(|(low, high)| usize::from(low) | usize::from(high) << 16)
                        .unwrap_or_default();
                    let is_sheet = content.get(5) == Some(&0);
                    if is_sheet {
                        starts.push(start);
                        workbook.sheets.push(Shape {
                            name: short_text(content.get(6..).unwrap_or_default()),
                            is_hidden: content.get(4).is_some_and(|state| state & 3 != 0),
                            ..Shape::default()
                        });
                    }
                }
                // FORMAT
                0x41e => {
                    if let Some(index) = word(content, 0) {
                        let text = long_text(content.get(2..).unwrap_or_default());
                        workbook.formats.insert(index, text);
                    }
                }
                // XF
                0xe0 => extended.push(word(content, 2).unwrap_or_default()),
                // EOF of what is common to all sheets
                0x0a => break,
                _ => {}
            }
        }
        for (shape, start) in workbook.sheets.iter_mut().zip(starts) {
            shape.scan(stream.get(start..).unwrap_or_default(), &extended)?;
        }
        Ok(workbook)
    }
}

impl Shape {
    fn scan(&mut self, stream: &[u8], extended: &[u16]) -> Result<(), Refusal> {
        let mut depth = 0_usize;
        let (mut rows, mut columns) = (0_usize, 0_usize);
        for (kind, content) in (Records { rest: stream }) {
            match kind {
                // BOF; charts stand inside sheets
                0x809 => depth += 1,
                0x0a => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                // ROW
                0x208 => {
                    if let Some(row) = word(content, 0)
                        && word(content, 12).is_some_and(|options| options & 0x20 != 0)
                    {
                        self.hidden_rows.insert(usize::from(row));
                    }
                }
                // COLINFO
                0x7d => {
                    if let (Some(first), Some(last)) = (word(content, 0), word(content, 2))
                        && word(content, 8).is_some_and(|options| options & 1 != 0)
                    {
                        self.hidden_columns
                            .extend(usize::from(first)..=usize::from(last.min(255)));
                    }
                }
                // NUMBER, RK, FORMULA, LABEL, LABELSST
                0x203 | 0x27e | 0x06 | 0x204 | 0xfd => {
                    if let (Some(row), Some(column)) = (word(content, 0), word(content, 2)) {
                        let (row, column) = (usize::from(row), usize::from(column));
                        rows = rows.max(row + 1);
                        columns = columns.max(column + 1);
                        self.format(row, column, word(content, 4), extended);
                    }
                }
                // MULRK
                0xbd => {
                    if let (Some(row), Some(first)) = (word(content, 0), word(content, 2)) {
                        let (row, first) = (usize::from(row), usize::from(first));
                        rows = rows.max(row + 1);
                        for (index, piece) in content
                            .get(4..)
                            .unwrap_or_default()
                            .chunks_exact(6)
                            .enumerate()
                        {
                            columns = columns.max(first + index + 1);
                            self.format(row, first + index, word(piece, 0), extended);
                        }
                    }
                }
                _ => {}
            }
        }
        // The reader of values lays out every position between the first and the last cell.
        if rows.saturating_mul(columns) > limits::POSITIONS * 2 {
            return Err(Refusal::Bomb);
        }
        Ok(())
    }

    fn format(&mut self, row: usize, column: usize, extended: Option<u16>, formats: &[u16]) {
        let format = extended.and_then(|index| formats.get(usize::from(index)));
        if let Some(format) = format.filter(|format| **format != 0) {
            self.formats.insert((row, column), *format);
        }
    }
}

/// A text with its length in one byte.
fn short_text(bytes: &[u8]) -> String {
    let count = bytes.first().copied().map_or(0, usize::from);
    characters(bytes.get(1..).unwrap_or_default(), count)
}

/// A text with its length in two bytes.
fn long_text(bytes: &[u8]) -> String {
    let count = word(bytes, 0).map_or(0, usize::from);
    characters(bytes.get(2..).unwrap_or_default(), count)
}

fn characters(bytes: &[u8], count: usize) -> String {
    let is_wide = bytes.first().is_some_and(|flags| flags & 1 != 0);
    let rest = bytes.get(1..).unwrap_or_default();
    if is_wide {
        let units: Vec<u16> = rest
            .chunks_exact(2)
            .take(count)
            .filter_map(|pair| word(pair, 0))
            .collect();
        String::from_utf16_lossy(&units)
    } else {
        rest.iter()
            .take(count)
            .map(|byte| char::from(*byte))
            .collect()
    }
}

/// Formats every workbook knows.
fn builtin() -> HashMap<u16, String> {
    [
        (1, "0"),
        (2, "0.00"),
        (9, "0%"),
        (10, "0.00%"),
        (14, "dd.mm.yyyy"),
        (15, "d-mmm-yy"),
        (16, "d-mmm"),
        (17, "mmm-yy"),
        (20, "h:mm"),
        (21, "h:mm:ss"),
        (22, "dd.mm.yyyy h:mm"),
    ]
    .into_iter()
    .map(|(index, format)| (index, format.to_owned()))
    .collect()
}
