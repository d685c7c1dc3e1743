//! Walks `document.xml`.

mod property;

use super::cell::{CellDraft, Merge, Paragraph, RowDraft, TableDraft};
use super::numbering::Numbering;
use crate::import::grid::Budget;
use crate::import::read::xml::{Attributes, Go, Visitor};
use crate::import::refusal::Refusal;
use crate::import::source::Block;
use crate::import::text;

/// What was read of the document.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) blocks: Vec<Block>,
    /// Notes referred to, in their sequence.
    pub(super) notes: Vec<String>,
    pub(super) inserted: usize,
    pub(super) deleted: usize,
    pub(super) hidden: usize,
    pub(super) hidden_rows: Vec<usize>,
}

/// The document as it is walked.
pub(super) struct Document {
    numbering: Numbering,
    budget: Budget,
    read: Read,
    /// Tables in tables.
    tables: Vec<TableDraft>,
    /// Paragraphs in paragraphs: text boxes.
    paragraphs: Vec<Paragraph>,
    /// Inner tables that wait for the outer one to end.
    inner: Vec<Block>,
    /// Whose properties we are in.
    inside: Vec<Place>,
    run_is_hidden: bool,
    run_is_raised: bool,
    in_text: bool,
    /// The text of a paragraph whose mark is struck out: the next one goes on with it.
    carried: Option<String>,
}

/// Whose properties are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Row,
    Cell,
    Paragraph,
    Run,
}

impl Document {
    pub(super) fn new(numbering: Numbering, budget: Budget) -> Self {
        Self {
            numbering,
            budget,
            read: Read::default(),
            tables: Vec::new(),
            paragraphs: Vec::new(),
            inner: Vec::new(),
            inside: Vec::new(),
            run_is_hidden: false,
            run_is_raised: false,
            in_text: false,
            carried: None,
        }
    }

    pub(super) fn finish(mut self) -> Read {
        self.put_down();
        self.read
    }

    fn is_in(&self, place: Place) -> bool {
        self.inside.last() == Some(&place)
    }

    fn row(&mut self) -> Option<&mut RowDraft> {
        self.tables.last_mut().map(|table| &mut table.row)
    }

    fn cell(&mut self) -> Option<&mut CellDraft> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn push(&mut self, text: &str) {
        if self.run_is_hidden {
            self.read.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        // The mark of a note somebody typed: «мероприятия¹» is not a word.
        if self.run_is_raised && text::is_note_mark(text) {
            let before = self.paragraphs.last().map_or("", |one| one.text.as_str());
            // «м²» is no mark: what stands before it is a unit.
            if !text::ends_in_unit(before) {
                return;
            }
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    /// What no paragraph went on with stands for itself.
    fn put_down(&mut self) {
        let Some(text) = self.carried.take() else {
            return;
        };
        if let Some(cell) = self.cell() {
            cell.push(None, text);
        } else {
            self.read.blocks.push(Block::Paragraph(text::clean(&text)));
        }
    }

    fn end_of_paragraph(&mut self) -> Result<(), Refusal> {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        if paragraph.deleted_mark && self.paragraphs.is_empty() && !paragraph.text.trim().is_empty()
        {
            self.carried = Some(paragraph.text);
            return Ok(());
        }
        self.budget.text(paragraph.text.len())?;
        let style = paragraph.style.as_deref();
        let is_gone = paragraph.deleted_mark && paragraph.text.trim().is_empty();
        let label = if is_gone {
            None
        } else {
            self.numbering.label(&paragraph.numbered, style)
        };
        if let Some(outer) = self.paragraphs.last_mut() {
            outer.text.push_str(&paragraph.text);
            outer.text.push('\n');
        } else if let Some(cell) = self.cell() {
            if !is_gone {
                cell.push(label, paragraph.text);
            }
        } else {
            let text = text::clean(&paragraph.text);
            let text = match label {
                Some(label) if !text.is_empty() => format!("{label} {text}"),
                _ => text,
            };
            if !text.is_empty() {
                self.read.blocks.push(Block::Paragraph(text));
            }
        }
        Ok(())
    }

    fn end_of_row(&mut self) -> Result<(), Refusal> {
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        table.in_row = false;
        let row = std::mem::take(&mut table.row);
        if row.deleted {
            self.read.deleted += 1;
            return Ok(());
        }
        let place = table.builder.height() + self.read.hidden_rows.len() + 1;
        if row.hidden {
            self.read.hidden_rows.push(place);
            return Ok(());
        }
        table.builder.row(place, row.is_head);
        let mut column = row.before;
        let mut cells = row.cells.into_iter().peekable();
        while let Some(cell) = cells.next() {
            let mut across = cell.across;
            while cells.peek().is_some_and(|next| next.from_left) {
                across += cells.next().map_or(0, |next| next.across);
            }
            if cell.down == Merge::GoesOn {
                table.builder.go_on(column, across, &mut self.budget)?;
            } else {
                table
                    .builder
                    .put(column, cell.finish(), across, 1, &mut self.budget)?;
            }
            column = column.saturating_add(across);
        }
        Ok(())
    }

    fn end_of_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let grid = table.builder.finish();
        if let Some(outer) = self.cell() {
            // The outer cell says what the inner table says; the inner one may be the plan.
            for row in 0..grid.height() {
                let texts: Vec<String> = grid.own(row).map(|(_, cell)| cell.text.clone()).collect();
                outer.push(None, texts.join(" "));
            }
            self.inner.push(Block::Table(grid));
        } else {
            self.read.blocks.push(Block::Table(grid));
            self.read.blocks.append(&mut self.inner);
        }
    }
}

impl Visitor for Document {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        match name {
            "tbl" => {
                self.put_down();
                self.tables.push(TableDraft::default());
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row = RowDraft::default();
                    table.in_row = true;
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Some(CellDraft::new());
                }
            }
            "p" => {
                let text = if self.paragraphs.is_empty() {
                    self.carried.take().unwrap_or_default()
                } else {
                    String::new()
                };
                self.paragraphs.push(Paragraph {
                    text,
                    ..Paragraph::default()
                });
            }
            "r" => {
                let style = self.paragraphs.last().and_then(|one| one.style.as_deref());
                self.run_is_hidden = style.is_some_and(|style| self.numbering.hides(style));
                self.run_is_raised = false;
            }
            "trPr" => self.inside.push(Place::Row),
            "tcPr" => self.inside.push(Place::Cell),
            "pPr" => self.inside.push(Place::Paragraph),
            "rPr" => self.inside.push(Place::Run),
            // What properties were before a correction, and what was struck out.
            "trPrChange" | "tcPrChange" | "pPrChange" | "rPrChange" | "tblPrChange"
            | "tblPrExChange" | "sectPrChange" | "tblGridChange" | "numberingChange"
            | "instrText" | "delInstrText" | "Fallback" | "sectPr" | "pict" | "object" => {
                return Ok(Go::Past);
            }
            "del" | "moveFrom" if self.inside.is_empty() => {
                self.read.deleted += 1;
                return Ok(Go::Past);
            }
            "ins" | "moveTo" if self.inside.is_empty() => self.read.inserted += 1,
            "footnoteReference" | "endnoteReference" => {
                let kind = if name.starts_with("end") {
                    "endnote"
                } else {
                    "footnote"
                };
                let id = attributes.get("id").unwrap_or_default();
                self.read.notes.push(format!("{kind} {id}"));
            }
            "t" => self.in_text = true,
            "tab" if self.inside.is_empty() => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => {
                if let Some(code) = attributes.get("char")
                    && let Ok(code) = u32::from_str_radix(&code, 16)
                    && let Some(sign) = char::from_u32(code).filter(|c| !is_private(*c))
                {
                    self.push(sign.encode_utf8(&mut [0; 4]));
                }
            }
            _ if !self.inside.is_empty() => self.property(name, attributes),
            _ => {}
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        match name {
            "t" => self.in_text = false,
            "p" => self.end_of_paragraph()?,
            "tc" => {
                self.put_down();
                if let Some(table) = self.tables.last_mut()
                    && let Some(cell) = table.cell.take()
                {
                    self.budget.text(cell.bytes())?;
                    self.budget.positions(1)?;
                    if !cell.deleted {
                        table.row.cells.push(cell);
                    }
                }
            }
            "tr" => self.end_of_row()?,
            "tbl" => self.end_of_table(),
            "trPr" if self.is_in(Place::Row) => drop(self.inside.pop()),
            "tcPr" if self.is_in(Place::Cell) => drop(self.inside.pop()),
            "pPr" if self.is_in(Place::Paragraph) => drop(self.inside.pop()),
            "rPr" if self.is_in(Place::Run) => drop(self.inside.pop()),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.in_text {
            self.push(text);
        }
        Ok(())
    }
}

/// Characters of symbol fonts that mean nothing without their font.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}')
}
