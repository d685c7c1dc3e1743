//! What a row is.

use super::fields::{self, Fields};
use super::{Column, Grid, Role, number, text, when};

/// What a row is, as far as the row itself says.
#[allow(
    clippy::large_enum_variant,
    reason = "nearly all rows are lines with cells"
)]
#[derive(Clone, Debug)]
pub(in crate::import) enum Kind {
    /// Nothing but one text: a heading, unless it stands below the table.
    Section(Section),
    /// A line with cells.
    Cells(Fields),
    /// A note on editions.
    EditionNote(String),
    /// A star, a total, a remark.
    Aside(String),
}

/// A row that holds nothing but one text.
#[derive(Clone, PartialEq, Debug)]
pub(in crate::import) struct Section {
    /// Its text; line breaks stay.
    pub(in crate::import) text: String,
    /// What stands before it in a cell of its own, or as an automatic number.
    pub(in crate::import) number: Option<String>,
    /// Whether its cell covers several columns: the source itself sets it apart.
    pub(in crate::import) is_wide: bool,
    /// Whether it stands alone under the column of titles, with blank cells before it.
    pub(in crate::import) goes_on: bool,
    /// Whether all other cells of the row are there and blank: an activity may lack them.
    pub(in crate::import) cells: Option<Box<Fields>>,
}

/// What a row is.
pub(super) fn of(grid: &Grid, row: usize, columns: &[Column], roles: &[Role]) -> Kind {
    if let Some(fields) = fields::shifted(grid, row, columns, roles) {
        return Kind::Cells(fields);
    }
    let own: Vec<(usize, &super::Cell)> = grid
        .own(row)
        .filter(|(_, cell)| !cell.text.is_empty() || cell.label.is_some())
        .collect();
    let carried = (0..roles.len()).any(|column| {
        grid.is_from_above(row, column)
            && !grid.text(row, column).is_empty()
            && !matches!(roles.get(column), Some(Role::Skip))
    });
    let whole: Vec<&str> = own
        .iter()
        .map(|(_, cell)| cell.text.as_str())
        .filter(|text| !text.is_empty())
        .collect();
    let joined = whole.join(" ");
    // «*» below the table, totals, remarks.
    if !carried && let Some(aside) = aside(&joined, whole.len()) {
        return aside;
    }
    if !carried && let Some(section) = section(grid, row, &own, columns, roles) {
        if is_edition_note(&section.text) {
            return Kind::EditionNote(text::line(&section.text));
        }
        return Kind::Section(section);
    }
    Kind::Cells(fields::of(grid, row, columns, roles))
}

fn aside(joined: &str, texts: usize) -> Option<Kind> {
    let plain = text::plain(joined);
    let line = text::line(joined);
    if line.starts_with('*') && texts == 1 {
        return Some(Kind::Aside(line));
    }
    let first = text::words(&plain).next().unwrap_or_default();
    let is_total = matches!(first, "итого" | "всего") && texts <= 4;
    let is_remark = texts <= 2
        && (plain.starts_with("примечание")
            || plain.starts_with("исполнитель:")
            || plain.starts_with("исп.")
            || plain.starts_with("тел."));
    (is_total || is_remark).then_some(Kind::Aside(line))
}

/// «(в ред. распоряжения от …)», «(Позиция в редакции, введенной в действие …)».
fn is_edition_note(content: &str) -> bool {
    let line = text::line(content);
    let plain = text::plain(content);
    let speaks = [
        "в ред",
        "в редакции",
        "позиция",
        "введен",
        "утратил",
        "дополнительно включен",
        "пункт исключен",
        "строка исключена",
    ]
    .iter()
    .any(|words| plain.contains(words));
    (line.starts_with('(') || line.starts_with('[')) && speaks || plain.starts_with("в ред. ")
}

/// Words that begin a heading.
const HEADINGS: &[&str] = &[
    "раздел",
    "подраздел",
    "направление",
    "подпрограмма",
    "задача",
    "цель",
    "этап",
    "блок",
    "модуль",
    "глава",
    "часть",
];

/// Whether a text begins with a word of headings.
pub(in crate::import) fn begins_like_heading(content: &str) -> bool {
    let plain = text::plain(content);
    let plain = number::split(&plain).map_or(plain.as_str(), |(_, rest)| rest);
    let mut words = text::words(plain);
    let first = words.next().unwrap_or_default();
    let second = words.next().unwrap_or_default();
    HEADINGS.contains(&first)
        && (number::read(second).is_some()
            || second.parse::<u32>().is_ok()
            || plain.contains(['.', ':', '«', '"']))
}

fn section(
    grid: &Grid,
    row: usize,
    own: &[(usize, &super::Cell)],
    columns: &[Column],
    roles: &[Role],
) -> Option<Section> {
    let used = roles.iter().filter(|role| **role != Role::Skip).count();
    // A wide cell that was copied into each of its columns.
    if let [(_, first), rest @ ..] = own
        && rest.len() >= 2
        && rest.len() + 1 >= used
        && !first.text.is_empty()
        && rest.iter().all(|(_, cell)| cell.text == first.text)
    {
        return Some(Section {
            text: first.text.clone(),
            number: first.label.clone(),
            is_wide: true,
            goes_on: false,
            cells: None,
        });
    }
    match own {
        [(column, cell)] if !cell.text.is_empty() => {
            let across = grid.across(row, *column);
            let is_wide = across >= 2 && across * 2 >= used.min(4);
            let role = roles.get(*column).copied().unwrap_or(Role::Other);
            let first = *column == 0
                || (0..*column).all(|before| {
                    matches!(
                        roles.get(before),
                        Some(Role::Skip | Role::Number | Role::Heading)
                    )
                });
            if !is_wide && !first && !matches!(role, Role::Number | Role::Title | Role::Heading) {
                return None;
            }
            // A cell of a column of headings alone begins a heading, but not by itself a line.
            if !is_wide && role == Role::Number && number::read(&cell.text).is_some() {
                return None;
            }
            Some(Section {
                text: cell.text.clone(),
                number: cell.label.clone(),
                is_wide,
                goes_on: !is_wide && *column > 0 && role == Role::Title && cell.label.is_none(),
                // Where numbers stand, a text that is none is no activity either.
                cells: (!is_wide && role != Role::Number)
                    .then(|| Box::new(fields::of(grid, row, columns, roles))),
            })
        }
        [(first, label), (second, cell)] if !cell.text.is_empty() => {
            let number = super::number_of(label)?;
            let is_number = number::read(&number).is_some() || label.typed.is_some();
            if !is_number || cell.text.is_empty() || label.text.is_empty() && label.label.is_none()
            {
                return None;
            }
            let across = grid.across(row, *second);
            let role = roles.get(*second).copied().unwrap_or(Role::Other);
            let is_wide = across >= 2 && *second + across >= used.min(4);
            if !is_wide
                && !matches!(role, Role::Title | Role::Heading | Role::Skip)
                && *second != *first + 1
            {
                return None;
            }
            // A number and a deadline are no heading with its title.
            if !is_wide
                && !matches!(role, Role::Title | Role::Heading | Role::Skip)
                && when::reads(&cell.text)
            {
                return None;
            }
            if !is_wide
                && matches!(
                    role,
                    Role::Responsible
                        | Role::Executors
                        | Role::Term
                        | Role::Start
                        | Role::End
                        | Role::Marked
                        | Role::Result
                        | Role::Other
                )
            {
                return None;
            }
            Some(Section {
                text: cell.text.clone(),
                number: Some(number),
                is_wide,
                goes_on: false,
                cells: (!is_wide).then(|| Box::new(fields::of(grid, row, columns, roles))),
            })
        }
        _ => None,
    }
}
