//! Walks `content.xml`.

use super::styles::{Styles, TextStyle};
use super::table::{CellDraft, TableDraft};
use crate::import::grid::{Budget, Typed, TypedDate};
use crate::import::read::xml::{Attributes, Go, Visitor};
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Part, Remark};
use crate::import::text;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) is_spreadsheet: Option<bool>,
    pub(super) parts: Vec<Part>,
    pub(super) remarks: Vec<Remark>,
    pub(super) notes: Vec<String>,
    pub(super) hidden: usize,
}

/// A list that is open.
#[derive(Debug)]
struct OpenList {
    style: String,
    /// The label of the item whose first paragraph is to come.
    label: Option<String>,
}

/// The content as it is walked.
pub(super) struct Content {
    styles: Styles,
    budget: Budget,
    read: Read,
    in_body: bool,
    tables: Vec<TableDraft>,
    paragraphs: Vec<String>,
    inner: Vec<Block>,
    lists: Vec<OpenList>,
    spans: Vec<TextStyle>,
    note: Option<String>,
}

impl Content {
    pub(super) fn new(styles: Styles) -> Self {
        Self {
            styles,
            budget: Budget::default(),
            read: Read::default(),
            in_body: false,
            tables: Vec::new(),
            paragraphs: Vec::new(),
            inner: Vec::new(),
            lists: Vec::new(),
            spans: Vec::new(),
            note: None,
        }
    }

    pub(super) fn finish(self) -> Read {
        self.read
    }

    fn push(&mut self, text: &str) {
        if let Some(note) = &mut self.note {
            if note.len() < 10_000 {
                note.push_str(text);
            }
            return;
        }
        if self.spans.iter().any(|style| style.is_hidden) {
            self.read.hidden += usize::from(!text.trim().is_empty());
            return;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if self.spans.iter().any(|style| style.is_raised)
            && text::is_note_mark(text)
            && !text::ends_in_unit(paragraph)
        {
            return;
        }
        paragraph.push_str(text);
    }

    fn block(&mut self, block: Block) {
        if self.read.is_spreadsheet == Some(true) {
            return;
        }
        if self.read.parts.is_empty() {
            self.read.parts.push(Part::default());
        }
        if let Some(part) = self.read.parts.last_mut() {
            part.blocks.push(block);
        }
    }

    fn end_of_paragraph(&mut self) -> Result<(), Refusal> {
        let Some(paragraph) = self.paragraphs.pop() else {
            return Ok(());
        };
        self.budget.text(paragraph.len())?;
        let label = self.lists.last_mut().and_then(|list| list.label.take());
        if let Some(outer) = self.paragraphs.last_mut() {
            outer.push_str(&paragraph);
            outer.push('\n');
        } else if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            cell.lines.push((label, paragraph));
        } else {
            let text = text::clean(&paragraph);
            let text = match label {
                Some(label) if !text.is_empty() => format!("{label} {text}"),
                _ => text,
            };
            if !text.is_empty() {
                self.block(Block::Paragraph(text));
            }
        }
        Ok(())
    }

    fn end_of_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let is_hidden = table.is_hidden;
        let name = table.name.clone();
        let (grid, remarks) = table.finish();
        if let Some(cell) = self.tables.last_mut().and_then(|table| table.cell.as_mut()) {
            for row in 0..grid.height() {
                let texts: Vec<String> = grid.own(row).map(|(_, cell)| cell.text.clone()).collect();
                cell.lines.push((None, texts.join(" ")));
            }
            self.inner.push(Block::Table(grid));
            return;
        }
        if self.read.is_spreadsheet == Some(true) {
            if is_hidden {
                self.read
                    .remarks
                    .push(Remark::HiddenSheet(name.unwrap_or_default()));
            } else {
                self.read.remarks.extend(remarks);
                let mut blocks = vec![Block::Table(grid)];
                blocks.append(&mut self.inner);
                self.read.parts.push(Part { name, blocks });
            }
        } else {
            self.read.remarks.extend(
                remarks
                    .into_iter()
                    .filter(|remark| !matches!(remark, Remark::TypedDate { .. })),
            );
            self.block(Block::Table(grid));
            for block in std::mem::take(&mut self.inner) {
                self.block(block);
            }
        }
    }

    fn open_table(&mut self, name: &str, attributes: &Attributes<'_>) -> bool {
        let visibility = attributes.get("visibility");
        let hidden = matches!(visibility.as_deref(), Some("collapse" | "filter"));
        if name == "table" {
            let is_hidden = attributes
                .get("style-name")
                .and_then(|style| self.styles.hidden_tables.get(&style).copied())
                .unwrap_or_default();
            let name = attributes
                .get("name")
                .filter(|_| self.read.is_spreadsheet == Some(true));
            self.tables.push(TableDraft::new(name, is_hidden));
            return true;
        }
        let Some(table) = self.tables.last_mut() else {
            return false;
        };
        match name {
            "table-column" => {
                let count = attributes.count("number-columns-repeated").unwrap_or(1);
                table.columns(count, hidden);
            }
            "table-row" => {
                let count = attributes.count("number-rows-repeated").unwrap_or(1);
                table.begin_row(count, hidden);
            }
            "table-cell" => {
                let (typed, is_date) = typed(attributes);
                table.cell = Some(CellDraft {
                    lines: Vec::new(),
                    across: attributes.count("number-columns-spanned").unwrap_or(1),
                    down: attributes.count("number-rows-spanned").unwrap_or(1),
                    repeated: attributes.count("number-columns-repeated").unwrap_or(1),
                    typed,
                    is_date,
                });
            }
            "covered-table-cell" => {
                table.covered(attributes.count("number-columns-repeated").unwrap_or(1));
            }
            "table-header-rows" => table.in_head = true,
            _ => return false,
        }
        true
    }
}

/// What a spreadsheet keeps in a cell.
fn typed(attributes: &Attributes<'_>) -> (Option<Typed>, bool) {
    match attributes.get("value-type").as_deref() {
        Some("date") => {
            let value = attributes.get("date-value").unwrap_or_default();
            let day = value.split('T').next().unwrap_or_default();
            let mut parts = day.split('-').map(str::parse::<u32>);
            let date = match (parts.next(), parts.next(), parts.next()) {
                (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => {
                    i32::try_from(year).ok().map(|year| {
                        Typed::Date(TypedDate {
                            day,
                            month,
                            year,
                            shows_day: true,
                            shows_year: true,
                        })
                    })
                }
                _ => None,
            };
            (date, true)
        }
        Some("float") => (
            attributes
                .get("value")
                .and_then(|value| value.parse().ok())
                .map(Typed::Number),
            false,
        ),
        _ => (None, false),
    }
}

impl Visitor for Content {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Go, Refusal> {
        if !self.in_body {
            match name {
                "body" => self.in_body = true,
                _ => self.styles.begin(name, attributes),
            }
            return Ok(Go::Inside);
        }
        match name {
            "spreadsheet" if self.read.is_spreadsheet.is_none() => {
                self.read.is_spreadsheet = Some(true);
            }
            // `text:text-input` and the like have longer names; `office:text` is the body.
            "text" if self.read.is_spreadsheet.is_none() => self.read.is_spreadsheet = Some(false),
            "annotation" | "tracked-changes" | "binary-data" | "shapes" | "forms"
            | "note-citation" | "sequence-decls" | "desc" | "title" => return Ok(Go::Past),
            "p" | "h" if self.note.is_none() => self.paragraphs.push(String::new()),
            "p" | "h" => self.push(" "),
            "span" => {
                let style = attributes.get("style-name");
                self.spans.push(self.styles.of_text(style.as_deref()));
            }
            "s" => {
                let count = attributes.count("c").unwrap_or(1).clamp(1, 1000);
                self.push(&" ".repeat(count));
            }
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "note-body" => self.note = Some(String::new()),
            "list" => {
                let style = attributes
                    .get("style-name")
                    .or_else(|| self.lists.last().map(|list| list.style.clone()))
                    .unwrap_or_default();
                let goes_on = attributes.get("continue-numbering").as_deref() == Some("true")
                    || attributes.get("continue-list").is_some();
                if self.lists.is_empty() && !goes_on {
                    self.styles.lists.restart(&style);
                }
                self.lists.push(OpenList { style, label: None });
            }
            "list-item" => {
                let depth = self.lists.len();
                let start = attributes
                    .get("start-value")
                    .and_then(|value| value.parse().ok());
                if let Some(list) = self.lists.last_mut() {
                    list.label = self.styles.lists.next(&list.style, depth, start);
                }
            }
            _ => {
                self.open_table(name, attributes);
            }
        }
        Ok(Go::Inside)
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if !self.in_body {
            self.styles.end(name);
            return Ok(());
        }
        match name {
            "p" | "h" if self.note.is_none() => self.end_of_paragraph()?,
            "span" => drop(self.spans.pop()),
            "note-body" => {
                if let Some(note) = self.note.take() {
                    let note = text::line(&text::clean(&note));
                    if !note.is_empty() {
                        self.read.notes.push(note);
                    }
                }
            }
            "list" => drop(self.lists.pop()),
            "table" => self.end_of_table(),
            "table-cell" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell(&mut self.budget)?;
                }
            }
            "table-row" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row(&mut self.budget)?;
                }
            }
            "table-header-rows" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_head = false;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.in_body {
            self.push(text);
        }
        Ok(())
    }
}
