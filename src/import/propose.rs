//! From a source to the draft of a document.

use super::choice::Choice;
use super::columns::Column;
use super::draft::{Draft, Node};
use super::join::Vocabulary;
use super::lines::{self, Kind, Line, Section};
use super::refusal::Refusal;
use super::report::{Done, PeriodBasis, Question, Report};
use super::resolve::{self, Told};
use super::role::Role;
use super::source::{Block, Source};
use super::tables::{self, Segment};
use super::tree;
use super::{count, order, requisites, several, text};
use crate::domain::subject::Registry;

/// Proposes a document.
///
/// # Errors
/// When no table of the file can be a plan.
pub fn propose(source: &Source, choice: &Choice, known: &Registry) -> Result<Draft, Refusal> {
    if let Some(wanted) = choice.table.filter(|_| source.tables() == 0) {
        return Err(Refusal::NoSuchTable { wanted, tables: 0 });
    }
    if choice.running_text || source.tables() == 0 {
        return order::propose(source, choice, known);
    }
    let mut chosen = match tables::choose(source, choice.table) {
        // An order may hold a table that is no plan.
        Err(Refusal::NoPlan { .. }) if order::is_order(source) => {
            return order::propose(source, choice, known);
        }
        other => other?,
    };
    for segment in &mut chosen.segments {
        for (index, role) in &choice.columns {
            if let Some(column) = segment.columns.get_mut(*index) {
                column.role = *role;
                column.by_content = false;
            }
        }
    }
    if chosen.segments.is_empty() {
        return Err(Refusal::NoPlan {
            tables: source.tables(),
        });
    }
    let mut vocabulary = Vocabulary::default();
    for block in source.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            Block::Paragraph(text) => vocabulary.learn(text),
            Block::Table(grid) => vocabulary.learn_grid(grid),
        }
    }
    let mut told = Told {
        done: Vec::new(),
        questions: chosen.questions,
        answered: Vec::new(),
    };
    let lines = all_lines(&chosen.segments, choice, &mut told);
    let columns = chosen
        .segments
        .first()
        .map(|segment| segment.columns.clone())
        .unwrap_or_default();
    tell_columns(&columns, &mut told);
    let items = resolve::items(lines, &vocabulary, &mut told);
    let items = several::part(items, choice, &mut told);
    let names: Vec<String> = columns
        .iter()
        .filter(|column| column.role == Role::Heading)
        .map(|column| column.head.clone())
        .collect();
    let tree = tree::Builder::new(&vocabulary, source.format, &names, &mut told).build(items);
    let requisites = requisites::read(&chosen.before, &chosen.around);
    let mut draft = Draft {
        requisites,
        period: None,
        levels: tree.levels,
        content: tree.content,
        columns,
        subjects: Vec::new(),
        lines: Vec::new(),
        defined: Vec::new(),
        report: Report {
            format: source.format,
            encoding: source.encoding,
            taken: chosen.taken,
            tables: chosen.segments.len(),
            first_row: Some(chosen.first_row),
            left: chosen.left,
            remarks: source.remarks.clone(),
            done: told.done,
            questions: told.questions,
            period_by: PeriodBasis::Nothing,
            headings: Vec::new(),
            activities: 0,
            without_number: 0,
            unread: Vec::new(),
            assumed: Vec::new(),
            corrected: Vec::new(),
            answered: told.answered,
        },
    };
    correct(&mut draft.content, choice);
    settle(&mut draft, choice, known);
    if draft.report.activities == 0 {
        return Err(Refusal::NoPlan {
            tables: source.tables(),
        });
    }
    Ok(draft)
}

/// The lines of all tables, with the headings that stand between them.
fn all_lines(segments: &[Segment], choice: &Choice, told: &mut Told) -> Vec<Line> {
    let mut all = Vec::new();
    let mut offset = 0;
    for segment in segments {
        if let Some(section) = &segment.section {
            all.push(Line {
                row: offset,
                kind: Kind::Section(Section {
                    text: section.clone(),
                    number: None,
                    is_wide: true,
                    goes_on: false,
                    cells: None,
                }),
                begins_page: false,
                after_blank: false,
            });
        }
        let lines = lines::of(
            &segment.grid,
            segment.head.as_ref(),
            &segment.columns,
            segment.begins_page,
        );
        for mut line in lines {
            line.row += offset;
            if choice.left_out.contains(&line.row) {
                continue;
            }
            if let (Some(as_heading), Kind::Section(section)) =
                (choice.headings.get(&line.row), &mut line.kind)
            {
                told.answered.push(Question::HeadingOrActivity {
                    row: line.row,
                    text: text::line(&section.text),
                    as_heading: *as_heading,
                });
                let cells = section.cells.take();
                if !as_heading && let Some(fields) = cells {
                    line.kind = Kind::Cells(*fields);
                }
            }
            all.push(line);
        }
        // Rows of several tables are counted on, so that each has a place of its own.
        let last = segment.grid.rows().last().map_or(0, |row| row.place);
        if segments.len() > 1 {
            offset += last;
        }
    }
    all
}

fn tell_columns(columns: &[Column], told: &mut Told) {
    for (index, column) in columns.iter().enumerate() {
        let name = if column.head.is_empty() {
            format!("{}", index + 1)
        } else {
            column.head.clone()
        };
        match column.role {
            Role::Other => told.done.push(Done::OtherColumn(name)),
            Role::Skip if column.filled > 0 => told.done.push(Done::LeftColumn(name)),
            Role::Skip if !column.head.is_empty() => told.done.push(Done::EmptyColumn(name)),
            role if column.by_content && role != Role::Number => {
                told.questions.push(Question::ColumnByContent {
                    column: index + 1,
                    role: role.id(),
                });
            }
            _ => {}
        }
    }
}

fn correct(nodes: &mut [Node], choice: &Choice) {
    for node in nodes {
        match node {
            Node::Heading(heading) => correct(&mut heading.children, choice),
            Node::Activity(activity) => {
                if let Some(reading) = choice.readings.get(&activity.spot) {
                    activity.reading = Some(reading.clone());
                }
            }
        }
    }
}

/// Counts, reads deadlines, and finds who is named.
fn settle(draft: &mut Draft, choice: &Choice, known: &Registry) {
    let activities = draft.activities();
    let terms: Vec<&str> = activities
        .iter()
        .map(|(_, activity)| activity.reading.as_deref().unwrap_or(&activity.term))
        .collect();
    let period = requisites::period::of(&draft.requisites, &terms);
    let cells: Vec<String> = activities
        .iter()
        .flat_map(|(_, activity)| [&activity.responsible, &activity.executors])
        .filter(|cell| !cell.is_empty())
        .cloned()
        .collect();
    count::settle(draft, choice, period);
    count::people(draft, choice, &cells, known);
}

#[cfg(test)]
mod tests;
