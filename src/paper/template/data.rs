//! What a template is given: the paper, under names that stay (`docs/templates.md`).

use minijinja::context;
use minijinja::value::Value;

use super::super::model::{Block, Orientation, Paper, Part, Role, Row, Run, Table};
use super::super::request::Request;

/// The data of a paper.
pub(super) fn of(request: &Request, paper: &Paper) -> Value {
    let parts: Vec<Value> = paper.parts.iter().map(part).collect();
    context! {
        paper => context! {
            kind => request.kind().name(),
            date => request.day().to_string(),
            subject => &paper.subject,
            issuer => &paper.issuer,
            parts,
        }
    }
}

fn part(part: &Part) -> Value {
    let blocks: Vec<Value> = part.blocks.iter().map(block).collect();
    let orientation = match part.orientation {
        Orientation::Portrait => "portrait",
        Orientation::Landscape => "landscape",
    };
    context! { orientation, blocks }
}

fn block(block: &Block) -> Value {
    match block {
        Block::Corner(lines) => context! { type => "corner", lines },
        Block::Text(role, text) => context! { type => "text", role => name(*role), text },
        Block::Requisites(places) => context! { type => "requisites", places },
        Block::Point(point) => {
            let run = match point.run {
                Run::Agenda => "agenda",
                Run::Decisions => "decisions",
            };
            context! {
                type => "point",
                run,
                level => &point.level,
                number => &point.number,
                text => &point.text,
            }
        }
        Block::Table(table) => self::table(table),
        Block::Signature {
            post,
            name,
            is_copy,
        } => context! { type => "signature", post, name, copy => is_copy },
    }
}

fn name(role: Role) -> &'static str {
    match role {
        Role::Organisation => "organisation",
        Role::Kind => "kind",
        Role::Heading => "heading",
        Role::State => "state",
        Role::Section => "section",
        Role::Flush => "flush",
        Role::Body => "body",
        Role::Line => "line",
        Role::Dash => "dash",
        Role::Remark => "remark",
        Role::Annex => "annex",
    }
}

fn table(table: &Table) -> Value {
    let total: u32 = table.columns.iter().map(|one| u32::from(one.share)).sum();
    let columns: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let share = u32::from(column.share) * 1000 / total.max(1);
            let width = format!("{}.{}", share / 10, share % 10);
            context! { heading => &column.heading, width }
        })
        .collect();
    let rows: Vec<Value> = table
        .rows
        .iter()
        .map(|row| match row {
            Row::Group(group) => context! { group },
            Row::Cells(cells) => context! { cells },
        })
        .collect();
    context! { type => "table", head_columns => head_columns(table), columns, rows }
}

/// A number or a day is no head of its own: what follows it belongs to it.
fn head_columns(table: &Table) -> usize {
    match table.columns.first() {
        Some(first) if first.heading.starts_with('№') || first.heading == "Дата" => 2,
        _ => 1,
    }
}
