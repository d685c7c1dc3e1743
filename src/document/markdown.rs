//! A paper as Markdown (`CommonMark` with tables). Nothing in a text can become markup or HTML.

use super::paper::{Block, Paper, Role, Row, Table};

/// The Markdown of a paper.
pub(super) fn render(paper: &Paper) -> String {
    let mut out = String::new();
    for (place, part) in paper.parts.iter().enumerate() {
        if place > 0 {
            out.push_str("---\n\n");
        }
        for block in &part.blocks {
            render_block(block, &mut out);
        }
    }
    // One line break at the end, no more.
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn render_block(block: &Block, out: &mut String) {
    match block {
        Block::Corner(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escape(line)).collect();
            paragraph(out, &lines.join("  \n"));
        }
        Block::Text(role, text) => match role {
            Role::Kind => paragraph(out, &format!("# {}", inline(text))),
            Role::Organisation | Role::Section => paragraph(out, &strong(text)),
            Role::Heading | Role::State => paragraph(out, &emphasis(text)),
            Role::Line => paragraph(out, &format!("- {}", indented(text, "  "))),
            Role::Body | Role::Remark => paragraph(out, &broken(text)),
        },
        Block::Requisites(places) => {
            let shown: Vec<String> = places
                .iter()
                .filter(|place| !place.is_empty())
                .map(|place| inline(place))
                .collect();
            paragraph(out, &shown.join(" · "));
        }
        // The number is text: it is cited, and Markdown would count anew.
        Block::Point(point) if point.level == 0 => {
            let text = indented(&point.text, "");
            paragraph(
                out,
                &format!("## {}\\. {}", point.number, text.replace("  \n", " ")),
            );
        }
        Block::Point(point) => {
            paragraph(out, &format!("{}\\. {}", point.number, broken(&point.text)));
        }
        Block::Table(table) => table_rows(table, out),
        Block::Signature { post, name } => {
            let name = if name.is_empty() {
                r"\_\_\_\_\_\_\_\_\_\_".to_owned()
            } else {
                inline(name)
            };
            paragraph(
                out,
                &format!(r"{} \_\_\_\_\_\_\_\_\_\_ {name}", inline(post)),
            );
        }
    }
}

fn paragraph(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

fn table_rows(table: &Table, out: &mut String) {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    out.push_str(&line(
        table
            .columns
            .iter()
            .map(|column| cell(&column.heading))
            .collect(),
    ));
    out.push_str(&line(
        table.columns.iter().map(|_| "---".to_owned()).collect(),
    ));
    for row in &table.rows {
        let cells = match row {
            Row::Group(heading) => {
                let mut cells = vec![format!("**{}**", cell(heading))];
                cells.resize(table.columns.len().max(1), String::new());
                cells
            }
            Row::Cells(cells) => cells.iter().map(|text| cell(text)).collect(),
        };
        out.push_str(&line(cells));
    }
    out.push('\n');
}

fn cell(text: &str) -> String {
    escape(text).replace('\n', "<br>")
}

fn inline(text: &str) -> String {
    escape(text).replace('\n', " ")
}

fn strong(text: &str) -> String {
    format!("**{}**", inline(text))
}

fn emphasis(text: &str) -> String {
    format!("*{}*", inline(text))
}

fn broken(text: &str) -> String {
    indented(text, "")
}

/// Line breaks of the text as hard breaks; a line can neither begin a block nor be empty.
fn indented(text: &str, indent: &str) -> String {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line_start(escape(line.trim())))
        .collect::<Vec<_>>()
        .join(&format!("  \n{indent}"))
}

/// What would make the line a list: a dash, a plus sign, a number with a point.
fn line_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.split_at_checked(digits) {
        Some((number, rest)) if digits > 0 && rest.starts_with(['.', ')']) => {
            format!("{number}\\{rest}")
        }
        _ if line.starts_with(['-', '+', '=']) => format!("\\{line}"),
        _ => line,
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' => {
                escaped.push('\\');
                escaped.push(character);
            }
            // Entities show everywhere; a backslash before `<` is not known to all readers.
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(character),
        }
    }
    escaped
}
