//! A paper that has everything a paper can have, to try templates on.

use super::super::model::{Block, Orientation, Paper, Part, Point, Role, Row, Run, Table};
use super::super::request::Request;
use crate::domain::date::Date;

/// What the sample stands for.
pub fn request() -> Request {
    Request::Minutes(Date::MIN)
}

/// The sample.
pub fn sample() -> Paper {
    let words = |text: &str| text.to_owned();
    let mut part = Part::default();
    part.blocks
        .push(Block::Corner(vec![words("Corner"), words("second line")]));
    for (role, text) in [
        (Role::Organisation, "Organisation"),
        (Role::Kind, "KIND"),
        (Role::Heading, "Heading"),
        (Role::State, "State"),
        (Role::Section, "Section"),
        (Role::Flush, "Flush"),
        (Role::Body, "Body"),
        (Role::Line, "Line"),
        (Role::Dash, "Dash"),
        (Role::Remark, "Remark"),
    ] {
        part.text(role, text);
    }
    part.blocks.push(Block::Requisites([
        words("Left"),
        words("Middle"),
        words("Right"),
    ]));
    for (run, level, number) in [
        (Run::Agenda, 0, "I"),
        (Run::Decisions, 0, "1"),
        (Run::Decisions, 1, "1.1"),
    ] {
        part.blocks.push(Block::Point(Point {
            run,
            level,
            number: words(number),
            text: format!("Point {number}"),
        }));
    }
    let mut table = Table::new(&[("№", 1), ("Task", 3), ("Due", 2)]);
    table.rows.push(Row::Group(words("Group")));
    table.push([words("1"), words("Cell"), words("")]);
    let annex = Part {
        orientation: Orientation::Landscape,
        blocks: vec![
            Block::Table(table),
            Block::Signature {
                post: words("Post"),
                name: words("Name"),
                is_copy: true,
            },
            Block::Signature {
                post: words("Post"),
                name: words(""),
                is_copy: false,
            },
        ],
    };
    Paper {
        subject: words("Subject"),
        issuer: words("Issuer"),
        parts: vec![part, annex],
    }
}
