//! Real numbering: points get their numbers from the word processor wherever counting gives the
//! very numbers the paper cites; where it does not (an extract), the number stays text.

use super::super::model::{Block, Paper, Point, Run};
use crate::domain::russian::roman;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Which runs of a paper can be counted, and how.
#[derive(Debug)]
pub(super) struct Numbering {
    agenda: bool,
    decisions: Option<Form>,
}

/// How questions are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Decimal,
    Roman,
}

impl Numbering {
    pub(super) fn of(paper: &Paper) -> Self {
        let points =
            |run: Run| {
                paper.parts.iter().flat_map(|part| &part.blocks).filter_map(
                    move |block| match block {
                        Block::Point(point) if point.run == run => Some(point),
                        _ => None,
                    },
                )
            };
        let decisions = [Form::Decimal, Form::Roman]
            .into_iter()
            .find(|form| is_counted(points(Run::Decisions), *form));
        Self {
            agenda: is_counted(points(Run::Agenda), Form::Decimal),
            decisions,
        }
    }

    /// All numbers as text: a letterhead has lists of its own.
    pub(super) fn written() -> Self {
        Self {
            agenda: false,
            decisions: None,
        }
    }

    /// The list a point belongs to; `None` when its number is text.
    pub(super) fn list_of(&self, point: &Point) -> Option<u8> {
        match point.run {
            Run::Agenda => self.agenda.then_some(1),
            // Not every word processor counts in Arabic figures under Roman ones: `LibreOffice` has
            // made «I.1» of «1.1».
            Run::Decisions if point.level > 0 && self.decisions == Some(Form::Roman) => None,
            Run::Decisions => self.decisions.map(|_| 2),
        }
    }

    /// The part `word/numbering.xml`.
    pub(super) fn xml(&self) -> String {
        let questions = match self.decisions {
            Some(Form::Roman) => "upperRoman",
            _ => "decimal",
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <w:numbering xmlns:w=\"{NAMESPACE}\">\
             <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"singleLevel\"/>{agenda}\
             </w:abstractNum>\
             <w:abstractNum w:abstractNumId=\"2\"><w:multiLevelType w:val=\"multilevel\"/>{first}{second}\
             </w:abstractNum>\
             <w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>\
             <w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>\
             </w:numbering>",
            agenda = level(0, "decimal", "%1.", "Point"),
            first = level(0, questions, "%1.", "Heading2"),
            second = level(1, "decimal", "%1.%2.", "Point"),
        )
    }
}

fn level(number: u8, format: &str, text: &str, style: &str) -> String {
    let indent = if style == "Point" { 709 } else { 0 };
    format!(
        "<w:lvl w:ilvl=\"{number}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>\
         <w:suff w:val=\"space\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"0\" w:firstLine=\"{indent}\"/></w:pPr></w:lvl>"
    )
}

/// Whether counting from 1 gives the numbers the points have.
fn is_counted<'a>(points: impl Iterator<Item = &'a Point>, form: Form) -> bool {
    let (mut question, mut decision) = (0_u32, 0_u32);
    for point in points {
        let expected = if point.level == 0 {
            question += 1;
            decision = 0;
            match form {
                Form::Decimal => question.to_string(),
                Form::Roman => roman(question),
            }
        } else {
            decision += 1;
            format!("{question}.{decision}")
        };
        if expected != point.number {
            return false;
        }
    }
    true
}
