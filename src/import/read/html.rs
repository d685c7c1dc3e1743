//! HTML: tables of web pages and of what Office saves as a web page.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::docx::cell_of_lines;
use super::numeral;
use crate::import::grid::{Budget, Builder};
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Format, Part, Remark, Source};
use crate::import::text;

/// Whether a text is a web page, or a piece of one.
pub(super) fn is_html(content: &str) -> bool {
    let head: String = content.trim_start().chars().take(300).collect();
    let head = head.to_lowercase();
    if head.starts_with("<!doctype html") || head.starts_with("<html") {
        return true;
    }
    let lower = content.to_lowercase();
    lower.contains("<table") && lower.contains("<td")
}

/// Reads a page.
pub(super) fn read(content: &str) -> Result<Source, Refusal> {
    let page = Html::parse_document(content);
    let mut walker = Walker::default();
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => walker.open(element),
                Node::Text(text) => walker.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    walker.close(element)?;
                }
            }
        }
    }
    walker.end_of_line();
    let mut remarks = Vec::new();
    if walker.hidden > 0 {
        remarks.push(Remark::HiddenText(walker.hidden));
    }
    if walker.deleted > 0 {
        remarks.push(Remark::Corrections {
            inserted: 0,
            deleted: walker.deleted,
        });
    }
    Ok(Source {
        format: Format::Html,
        encoding: None,
        parts: vec![Part {
            name: None,
            blocks: walker.blocks,
        }],
        remarks,
    })
}

#[derive(Default)]
struct Cell {
    lines: Vec<(Option<String>, String)>,
    across: usize,
    down: usize,
}

#[derive(Default)]
struct Table {
    builder: Builder,
    column: usize,
    row_is_open: bool,
    in_head: bool,
    cell: Option<Cell>,
}

struct List {
    count: u32,
    format: &'static str,
    is_numbered: bool,
}

#[derive(Default)]
struct Walker {
    blocks: Vec<Block>,
    inner: Vec<Block>,
    tables: Vec<Table>,
    lists: Vec<List>,
    budget: Budget,
    line: String,
    label: Option<String>,
    /// How deep we are in what is not shown.
    past: usize,
    raised: usize,
    hidden: usize,
    deleted: usize,
}

impl Walker {
    fn open(&mut self, element: &Element) {
        let name = element.name();
        if self.past > 0 || is_past(element) {
            self.past += 1;
            if self.past == 1 {
                if name == "tr"
                    && let Some(table) = self.tables.last_mut()
                {
                    table.builder.pass_row();
                }
                match name {
                    "del" => self.deleted += 1,
                    "script" | "style" | "head" | "template" | "noscript" | "title" => {}
                    _ => self.hidden += 1,
                }
            }
            return;
        }
        match name {
            "table" => {
                self.end_of_line();
                self.tables.push(Table::default());
            }
            "thead" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_head = true;
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    let place = table.builder.height() + 1;
                    table.builder.row(place, table.in_head);
                    table.row_is_open = true;
                    table.column = 0;
                }
            }
            "td" | "th" => {
                self.line.clear();
                self.label = None;
                if let Some(table) = self.tables.last_mut() {
                    table.cell = Some(Cell {
                        lines: Vec::new(),
                        across: span(element, "colspan"),
                        down: span(element, "rowspan"),
                    });
                }
            }
            "ol" | "ul" => {
                self.end_of_line();
                self.lists.push(List {
                    count: element
                        .attr("start")
                        .and_then(|start| start.trim().parse::<u32>().ok())
                        .unwrap_or(1)
                        .saturating_sub(1),
                    format: match element.attr("type") {
                        Some("I") => "upperRoman",
                        Some("i") => "lowerRoman",
                        Some("A") => "upperLetter",
                        Some("a") => "lowerLetter",
                        _ => "decimal",
                    },
                    is_numbered: name == "ol",
                });
            }
            "li" => {
                self.end_of_line();
                if let Some(list) = self.lists.last_mut().filter(|list| list.is_numbered) {
                    list.count = element
                        .attr("value")
                        .and_then(|value| value.trim().parse().ok())
                        .unwrap_or_else(|| list.count.saturating_add(1));
                    self.label = Some(format!("{}.", numeral::written(list.count, list.format)));
                }
            }
            "br" => self.end_of_line(),
            "sup" => self.raised += 1,
            _ if is_block(name) => self.end_of_line(),
            _ => {}
        }
    }

    fn close(&mut self, element: &Element) -> Result<(), Refusal> {
        if self.past > 0 {
            self.past -= 1;
            return Ok(());
        }
        match element.name() {
            "td" | "th" => self.end_of_cell()?,
            "table" => self.end_of_table(),
            "thead" => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_head = false;
                }
            }
            "ol" | "ul" => {
                self.end_of_line();
                self.lists.pop();
            }
            "li" => {
                self.end_of_line();
                // An item without text still has its number.
                if let Some(label) = self.label.take()
                    && let Some(cell) = self.cell()
                {
                    cell.lines.push((Some(label), String::new()));
                }
            }
            "sup" => self.raised = self.raised.saturating_sub(1),
            name if is_block(name) => {
                self.end_of_line();
                // Word puts a blank line between what belongs to different matters.
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, piece: &str) {
        if self.past > 0 {
            return;
        }
        if self.raised > 0 && text::is_note_mark(piece) && !text::ends_in_unit(&self.line) {
            return;
        }
        // Line breaks of the source are spaces.
        for character in piece.chars() {
            self.line.push(if matches!(character, '\n' | '\r' | '\t') {
                ' '
            } else {
                character
            });
        }
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.tables.last_mut()?.cell.as_mut()
    }

    fn end_of_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if let Some(table) = self.tables.last_mut() {
            let Some(cell) = &mut table.cell else {
                return;
            };
            if line.trim().is_empty() {
                // NBSP alone in a paragraph is the blank line people make.
                if line.contains('\u{a0}') && !cell.lines.is_empty() {
                    cell.lines.push((None, String::new()));
                }
                return;
            }
            cell.lines.push((self.label.take(), line));
        } else {
            let line = text::clean(&line);
            if line.is_empty() {
                return;
            }
            let line = match self.label.take() {
                Some(label) => format!("{label} {line}"),
                None => line,
            };
            self.blocks.push(Block::Paragraph(line));
        }
    }

    fn end_of_cell(&mut self) -> Result<(), Refusal> {
        self.end_of_line();
        let Some(table) = self.tables.last_mut() else {
            return Ok(());
        };
        let Some(cell) = table.cell.take() else {
            return Ok(());
        };
        if !table.row_is_open {
            return Ok(());
        }
        let column = table.builder.free(table.column);
        table.builder.put(
            column,
            cell_of_lines(cell.lines),
            cell.across,
            cell.down,
            &mut self.budget,
        )?;
        table.column = column.saturating_add(cell.across);
        Ok(())
    }

    fn end_of_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        let grid = table.builder.finish();
        if let Some(cell) = self.cell() {
            for row in 0..grid.height() {
                let texts: Vec<String> = grid.own(row).map(|(_, cell)| cell.text.clone()).collect();
                cell.lines.push((None, texts.join(" ")));
            }
            self.inner.push(Block::Table(grid));
        } else if self.tables.is_empty() {
            self.blocks.push(Block::Table(grid));
            self.blocks.append(&mut self.inner);
        } else {
            self.inner.push(Block::Table(grid));
        }
    }
}

fn span(element: &Element, name: &str) -> usize {
    element
        .attr(name)
        .and_then(|value| value.trim().parse().ok())
        .unwrap_or(1)
        .clamp(1, 65_000)
}

/// Whether what is inside is not shown.
fn is_past(element: &Element) -> bool {
    if matches!(
        element.name(),
        "script" | "style" | "head" | "template" | "noscript" | "title" | "del"
    ) || element.attr("hidden").is_some()
    {
        return true;
    }
    element.attr("style").is_some_and(|style| {
        let style: String = style.to_lowercase().split_whitespace().collect();
        style.contains("display:none") || style.contains("mso-hide:all")
    })
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "section"
            | "article"
            | "center"
            | "blockquote"
            | "pre"
            | "hr"
            | "caption"
            | "dd"
            | "dt"
            | "dl"
            | "header"
            | "footer"
            | "main"
            | "body"
            | "address"
            | "fieldset"
            | "form"
    )
}
