//! A paper as plain text, one requisite or paragraph a line: nothing is wrapped or centred, so
//! that two versions can be compared and a screen can fold the lines to its own width.

use super::compose::{self, Frame};
use super::paper::{Block, Paper, Part, Role, Row, Table};
use crate::domain::minutes::Minutes;
use crate::domain::settings::{MinutesForm, PaperSettings};

/// The text of minutes in the full form: what a comparison of versions has to see.
pub fn minutes(minutes: &Minutes) -> String {
    let frame = Frame::with(PaperSettings {
        form: MinutesForm::Full,
        list_from: u16::MAX,
        ..PaperSettings::default()
    });
    render(&compose::minutes(minutes, &frame, None))
}

/// The text of a paper.
pub fn render(paper: &Paper) -> String {
    let mut text = String::new();
    for (place, part) in paper.parts.iter().enumerate() {
        if place > 0 {
            // A form feed begins a page on every printer.
            text.push_str("\n\u{c}");
        }
        render_part(part, &mut text);
    }
    text
}

fn render_part(part: &Part, text: &mut String) {
    for block in &part.blocks {
        match block {
            Block::Corner(lines) => {
                for one in lines {
                    line(text, &format!("{:40}{one}", ""));
                }
                text.push('\n');
            }
            Block::Text(role, content) => paragraph(*role, content, text),
            Block::Requisites(places) => {
                let shown: Vec<&str> = places
                    .iter()
                    .map(String::as_str)
                    .filter(|place| !place.is_empty())
                    .collect();
                line(text, &shown.join("    "));
            }
            Block::Point(point) => {
                if point.level == 0 {
                    text.push('\n');
                }
                line(text, &format!("{}. {}", point.number, point.text));
            }
            Block::Table(table) => table_text(table, text),
            Block::Signature { post, name } => {
                let name = if name.is_empty() {
                    "____________________"
                } else {
                    name
                };
                text.push('\n');
                line(text, &format!("{post}    _______________    {name}"));
            }
        }
    }
}

fn paragraph(role: Role, content: &str, text: &mut String) {
    match role {
        Role::Section => {
            text.push('\n');
            line(text, content);
        }
        Role::Line => line(text, &format!("  {content}")),
        Role::Remark => line(text, &format!("   {content}")),
        _ => line(text, content),
    }
}

/// A table as a list: in lines of a mail or a terminal nine columns cannot be read.
fn table_text(table: &Table, text: &mut String) {
    for row in &table.rows {
        match row {
            Row::Group(heading) => {
                text.push('\n');
                line(text, heading);
            }
            Row::Cells(cells) => {
                let mut cells = table.columns.iter().zip(cells);
                text.push('\n');
                let mut head = String::new();
                for (_, cell) in cells.by_ref().take(head_columns(table)) {
                    if !head.is_empty() {
                        head.push_str(". ");
                    }
                    head.push_str(&one_line(cell));
                }
                line(text, &head);
                for (column, cell) in cells {
                    if !cell.is_empty() {
                        line(text, &format!("   {}: {}", column.heading, one_line(cell)));
                    }
                }
            }
        }
    }
}

/// A number or a day is no head of its own: what follows it goes on the same line.
fn head_columns(table: &Table) -> usize {
    match table.columns.first() {
        Some(first) if first.heading.starts_with('№') || first.heading == "Дата" => 2,
        _ => 1,
    }
}

fn one_line(cell: &str) -> String {
    cell.replace("\n(", " (").replace('\n', "; ")
}

fn line(text: &mut String, content: &str) {
    text.push_str(content);
    text.push('\n');
}
