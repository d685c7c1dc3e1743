//! A document on control as it reads: headings, activities, people, deadlines, results. What is
//! written here is read again by the import as the same document.

use super::super::model::{Block, Orientation, Paper, Part, Role, Row, Table};
use super::super::wording::{date, sentence};
use super::execution::official;
use crate::domain::document::{Activity, Document, DocumentKey, Heading, Node};
use crate::domain::workspace::Workspace;

/// The cells a start and an end come from, where the source has two columns for the deadline.
const ENDS: [(&str, &str); 2] = [("start", "Начало"), ("end", "Окончание")];

/// The columns of a document, from the left.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Column {
    Number,
    Title,
    Responsible,
    Executors,
    Term,
    Start,
    End,
    Result,
    Other(String),
}

impl Column {
    fn heading(&self) -> (String, u16) {
        let (heading, share) = match self {
            Self::Number => ("№ п/п", 1),
            Self::Title => ("Мероприятие", 5),
            Self::Responsible => ("Ответственный", 3),
            Self::Executors => ("Соисполнители", 3),
            Self::Term => ("Срок", 2),
            Self::Start => (ENDS[0].1, 2),
            Self::End => (ENDS[1].1, 2),
            Self::Result => ("Ожидаемый результат", 3),
            Self::Other(label) => (label.as_str(), 2),
        };
        (heading.to_owned(), share)
    }

    fn of_activity(&self, activity: &Activity) -> String {
        let other = |label: &str| {
            let found = activity.other.iter().find(|(own, _)| own.as_str() == label);
            found.map(|(_, cell)| cell.to_string()).unwrap_or_default()
        };
        match self {
            Self::Number => activity.number.to_string(),
            Self::Title => activity.title.to_string(),
            Self::Responsible => activity.responsible_subject.to_string(),
            Self::Executors => activity.executors.to_string(),
            Self::Term => activity.term.to_string(),
            Self::Start => other(ENDS[0].0),
            Self::End => other(ENDS[1].0),
            Self::Result => activity.result.to_string(),
            Self::Other(label) => other(label),
        }
    }

    fn of_heading(&self, heading: &Heading) -> String {
        match self {
            Self::Number => heading.number.to_string(),
            Self::Title => heading.title.to_string(),
            Self::Responsible => heading.responsible.to_string(),
            Self::Term => heading.term.to_string(),
            Self::Start => ends(&heading.term).0,
            Self::End => ends(&heading.term).1,
            Self::Result => heading.result.to_string(),
            Self::Executors | Self::Other(_) => String::new(),
        }
    }
}

/// The first and the last day of a deadline that was made of two columns.
fn ends(term: &str) -> (String, String) {
    if let Some((start, end)) = term.split_once(" – ") {
        return (start.to_owned(), end.to_owned());
    }
    match (term.strip_prefix("с "), term.strip_prefix("до ")) {
        (Some(start), _) => (start.to_owned(), String::new()),
        (_, Some(end)) => (String::new(), end.to_owned()),
        _ => (String::new(), term.to_owned()),
    }
}

/// Whether a heading has cells of its own beside its title.
fn has_cells(heading: &Heading) -> bool {
    [&heading.responsible, &heading.term, &heading.result]
        .into_iter()
        .any(|cell| !cell.is_blank())
}

fn columns(document: &Document) -> Vec<Column> {
    let has = |cell: &dyn Fn(&Activity) -> bool| document.activities().any(cell);
    let labels = |activity: &Activity, label: &str| {
        let own = activity.other.iter();
        own.into_iter()
            .any(|(own, cell)| own.as_str() == label && !cell.is_blank())
    };
    let has_ends = |it: &Activity| ENDS.iter().any(|(label, _)| labels(it, label));
    // Two columns for the deadline, where every deadline of the source stands in two.
    let in_two = has(&has_ends) && !has(&|it| !it.term.is_blank() && !has_ends(it));
    let mut columns = Vec::new();
    if has(&|it| !it.number.is_blank()) || document.headings().any(has_cells) {
        columns.push(Column::Number);
    }
    columns.push(Column::Title);
    if has(&|it| !it.responsible_subject.is_blank()) {
        columns.push(Column::Responsible);
    }
    if has(&|it| !it.executors.is_blank()) {
        columns.push(Column::Executors);
    }
    // Before what everybody knows: a column nobody knows is none of them.
    for (label, cell) in document.activities().flat_map(|it| &it.other) {
        let known = ENDS.iter().any(|(end, _)| *end == label.as_str());
        let column = Column::Other(label.to_string());
        if !known && !label.is_blank() && !cell.is_blank() && !columns.contains(&column) {
            columns.push(column);
        }
    }
    if in_two {
        columns.extend([Column::Start, Column::End]);
    } else {
        columns.push(Column::Term);
    }
    if has(&|it| !it.result.is_blank()) || document.headings().any(|it| !it.result.is_blank()) {
        columns.push(Column::Result);
    }
    columns
}

/// Words of levels that stand before a number in a heading, as sources write them.
const LEVELS: [&str; 10] = [
    "направление",
    "раздел",
    "подраздел",
    "задача",
    "цель",
    "этап",
    "блок",
    "модуль",
    "глава",
    "часть",
];

/// A heading as one text: «Направление 1. Управление системой», «1.1. Положение», «Кадры».
fn heading_line(document: &Document, depth: usize, deepest: usize, heading: &Heading) -> String {
    let number = heading.number.trim();
    let title = heading.title.as_str();
    if number.is_empty() {
        // Headings without numbers on two levels: only a word tells which is which.
        return match (depth, deepest) {
            (0, 1) => format!("Раздел: {title}"),
            (1, 1) => format!("Подраздел: {title}"),
            _ => title.to_owned(),
        };
    }
    let level = document
        .levels
        .get(depth)
        .map_or("", |level| level.as_str());
    let bare = number.trim_end_matches(['.', ')']);
    if !level.is_empty() && title.starts_with(&format!("{level} {bare}")) {
        return title.to_owned();
    }
    let named = document.levels.iter().filter(|it| it.as_str() == level);
    let has_own = named.count() == 1;
    if has_own && LEVELS.contains(&level.to_lowercase().as_str()) {
        return format!("{level} {bare}. {title}");
    }
    if number.ends_with(['.', ')']) {
        format!("{number} {title}")
    } else {
        format!("{number}. {title}")
    }
}

/// The headings of the columns with their shares, and the rows.
pub(in super::super) fn document_table(document: &Document) -> (Vec<(String, u16)>, Vec<Row>) {
    let columns = columns(document);
    let mut rows = Vec::new();
    let deepest = deepest(&document.content).saturating_sub(1);
    below(document, &columns, deepest, 0, &document.content, &mut rows);
    (columns.iter().map(Column::heading).collect(), rows)
}

/// How many headings stand one under another.
fn deepest(nodes: &[Node]) -> usize {
    nodes
        .iter()
        .map(|node| match node {
            Node::Heading(heading) => 1 + deepest(&heading.children),
            Node::Activity(_) => 0,
        })
        .max()
        .unwrap_or_default()
}

fn below(
    document: &Document,
    columns: &[Column],
    deepest: usize,
    depth: usize,
    nodes: &[Node],
    rows: &mut Vec<Row>,
) {
    for node in nodes {
        match node {
            Node::Heading(heading) => {
                rows.push(if has_cells(heading) && !heading.number.is_blank() {
                    Row::Cells(columns.iter().map(|it| it.of_heading(heading)).collect())
                } else {
                    Row::Group(heading_line(document, depth, deepest, heading))
                });
                below(
                    document,
                    columns,
                    deepest,
                    depth + 1,
                    &heading.children,
                    rows,
                );
            }
            Node::Activity(activity) => {
                let cells = columns.iter().map(|it| it.of_activity(activity));
                rows.push(Row::Cells(cells.collect()));
            }
        }
    }
}

/// Which column holds printed numbers, which no spreadsheet may take for dates.
pub(in super::super) fn number_column(document: &Document) -> Option<usize> {
    columns(document)
        .iter()
        .position(|it| *it == Column::Number)
}

/// A document on control as a paper; `None` when no document has the key.
pub(in super::super) fn document(workspace: &Workspace, key: DocumentKey) -> Option<Paper> {
    let document = workspace.document(key)?;
    let own = &document.requisites;
    let mut part = Part {
        orientation: Orientation::Landscape,
        ..Part::default()
    };
    if !own.issuer.is_blank() {
        part.text(Role::Organisation, own.issuer.as_str());
    }
    if !own.kind.is_blank() {
        part.text(Role::Kind, own.kind.to_uppercase());
    }
    match (own.date, own.number.is_blank()) {
        (Some(signed), false) => {
            part.text(Role::Body, format!("от {} № {}", date(signed), own.number));
        }
        (Some(signed), true) => part.text(Role::Body, format!("от {}", date(signed))),
        (None, false) => part.text(Role::Body, format!("№ {}", own.number)),
        (None, true) => {}
    }
    if !own.title.is_blank() {
        part.text(Role::Heading, own.title.as_str());
    }
    if !own.plan_title.is_blank() && own.plan_title != own.title {
        part.text(Role::Heading, own.plan_title.as_str());
    }
    if !document.controller.is_blank() {
        let controller = format!("Контроль: {}", document.controller);
        part.text(Role::Body, sentence(&controller));
    }
    let (columns, rows) = document_table(document);
    let heads: Vec<(&str, u16)> = columns
        .iter()
        .map(|(heading, share)| (heading.as_str(), *share))
        .collect();
    let mut table = Table::new(&heads);
    table.rows = rows;
    part.blocks.push(Block::Table(table));
    // Not set anew: what the source says stands letter for letter, its quotation marks too.
    Some(Paper {
        subject: official(document),
        issuer: workspace.settings().organisation.to_string(),
        parts: vec![part],
    })
}
