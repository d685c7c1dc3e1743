//! A paper as one self-contained HTML file: no scripts, nothing loaded from elsewhere, light and
//! dark on screen, black on white on paper.

use super::paper::{Block, Orientation, Paper, Part, Role, Row, Table};
use super::xml_text::{escape, escape_into, put};

const STYLE: &str = include_str!("html/style.css");

/// The HTML of a paper.
pub(super) fn render(paper: &Paper) -> String {
    let mut out = String::with_capacity(64 * 1024);
    put(
        &mut out,
        format_args!(
            "<!DOCTYPE html>\n<html lang=\"ru\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta http-equiv=\"Content-Security-Policy\" \
             content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
            escape(&paper.subject)
        ),
    );
    for part in &paper.parts {
        render_part(part, &mut out);
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn render_part(part: &Part, out: &mut String) {
    let class = match part.orientation {
        Orientation::Portrait => "portrait",
        Orientation::Landscape => "landscape",
    };
    put(out, format_args!("<article class=\"{class}\">\n"));
    for block in &part.blocks {
        render_block(block, out);
    }
    out.push_str("</article>\n");
}

fn render_block(block: &Block, out: &mut String) {
    match block {
        Block::Corner(lines) => element(out, "div", "corner", &lines.join("\n")),
        Block::Text(role, text) => match role {
            Role::Organisation => element(out, "p", "organisation", text),
            Role::Kind => element(out, "h1", "kind", text),
            Role::Heading => element(out, "p", "heading", text),
            Role::State => element(out, "p", "state", text),
            Role::Section => element(out, "h3", "section", text),
            Role::Body => element(out, "p", "body", text),
            Role::Line => element(out, "p", "line", text),
            Role::Remark => element(out, "p", "remark", text),
        },
        Block::Requisites([left, middle, right]) => {
            out.push_str("<div class=\"requisites\">");
            for place in [left, middle, right] {
                element(out, "span", "place", place);
            }
            out.push_str("</div>\n");
        }
        Block::Point(point) => {
            let (name, class) = match point.level {
                0 => ("h2", "question"),
                _ => ("p", "decision"),
            };
            put(
                out,
                format_args!(
                    "<{name} class=\"{class}\"><span class=\"number\">{}.</span> ",
                    escape(&point.number)
                ),
            );
            lines(out, &point.text);
            put(out, format_args!("</{name}>\n"));
        }
        Block::Table(table) => render_table(table, out),
        Block::Signature { post, name } => {
            out.push_str("<div class=\"signature\">");
            element(out, "span", "post", post);
            out.push_str("<span class=\"sign\"></span>");
            element(out, "span", "name", name);
            out.push_str("</div>\n");
        }
    }
}

fn render_table(table: &Table, out: &mut String) {
    out.push_str("<div class=\"table\"><table>\n<colgroup>");
    let total: u32 = table.columns.iter().map(|one| u32::from(one.share)).sum();
    for column in &table.columns {
        let share = u32::from(column.share) * 1000 / total.max(1);
        put(
            out,
            format_args!("<col style=\"width:{}.{}%\">", share / 10, share % 10),
        );
    }
    out.push_str("</colgroup>\n<thead><tr>");
    for column in &table.columns {
        out.push_str("<th scope=\"col\">");
        lines(out, &column.heading);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        match row {
            Row::Group(heading) => {
                put(
                    out,
                    format_args!(
                        "<tr class=\"group\"><th colspan=\"{}\">",
                        table.columns.len().max(1)
                    ),
                );
                lines(out, heading);
                out.push_str("</th></tr>\n");
            }
            Row::Cells(cells) => {
                out.push_str("<tr>");
                for cell in cells {
                    out.push_str("<td>");
                    lines(out, cell);
                    out.push_str("</td>");
                }
                out.push_str("</tr>\n");
            }
        }
    }
    out.push_str("</tbody>\n</table></div>\n");
}

fn element(out: &mut String, name: &str, class: &str, text: &str) {
    put(out, format_args!("<{name} class=\"{class}\">"));
    lines(out, text);
    put(out, format_args!("</{name}>\n"));
}

/// Text with its line breaks.
fn lines(out: &mut String, text: &str) {
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            out.push_str("<br>");
        }
        escape_into(out, line);
    }
}
