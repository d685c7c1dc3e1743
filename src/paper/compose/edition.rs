//! «Изменения в документ»: what an edition of a document on control changed.

use super::super::model::{Block, Paper, Part, Role, Table};
use super::super::wording::{date, date_long, russian, sentence};
use super::head::{issuer, signed_by_secretary};
use crate::domain::document::{Document, Requisites};
use crate::domain::edition::{Cell, ChangeLine, ChangeSort, ChangedCell};
use crate::domain::id::Id;
use crate::domain::russian::{Case, decline};
use crate::domain::workspace::Workspace;

/// The groups in the order of the paper, with what each is called.
const GROUPS: [(ChangeSort, &str); 7] = [
    (ChangeSort::Head, "Реквизиты и период"),
    (ChangeSort::Added, "Добавлено"),
    (ChangeSort::Excluded, "Исключено"),
    (ChangeSort::Reworded, "Изложено в новой редакции"),
    (ChangeSort::Deadline, "Перенесены сроки"),
    (ChangeSort::Renumbered, "Изменились номера"),
    (ChangeSort::Moved, "Изменилось место"),
];

/// What the group of a change is called.
pub(in super::super) fn group(sort: ChangeSort) -> &'static str {
    let own = GROUPS.iter().find(|(known, _)| *known == sort);
    own.map_or("", |(_, name)| name)
}

/// One row of the paper: the point, what it is about, what stood there and what stands there.
pub(in super::super) struct ChangeRow {
    pub(in super::super) sort: ChangeSort,
    pub(in super::super) point: String,
    pub(in super::super) title: String,
    pub(in super::super) cell: String,
    pub(in super::super) before: String,
    pub(in super::super) after: String,
}

/// All rows, in the order of the paper.
pub(in super::super) fn rows(workspace: &Workspace, act: Id) -> Vec<ChangeRow> {
    let lines = workspace.summary_of_edition(act);
    lines.iter().flat_map(rows_of).collect()
}

fn rows_of(line: &ChangeLine) -> Vec<ChangeRow> {
    let row = |cell: String, before: String, after: String| ChangeRow {
        sort: line.sort,
        point: line.number.trim().to_owned(),
        title: line.title.to_string(),
        cell,
        before,
        after,
    };
    match line.sort {
        ChangeSort::Head => vec![row(String::new(), String::new(), line.title.to_string())],
        ChangeSort::Added => {
            let said: Vec<String> = line.cells.iter().map(said).collect();
            vec![row(String::new(), String::new(), said.join("; "))]
        }
        ChangeSort::Excluded => vec![row(String::new(), String::new(), String::new())],
        ChangeSort::Moved => {
            let under = line.under.as_ref().map(ToString::to_string);
            vec![row(String::new(), String::new(), under.unwrap_or_default())]
        }
        _ => line
            .cells
            .iter()
            .map(|it| row(name(&it.cell), it.before.to_string(), it.after.to_string()))
            .collect(),
    }
}

fn name(cell: &Cell) -> String {
    russian().cell_name(cell)
}

fn said(cell: &ChangedCell) -> String {
    format!("{}: {}", name(&cell.cell), cell.after)
}

/// «Распоряжение от 14.09.2023 № Р-871»; nothing of a document without kind or number.
pub fn called(requisites: &Requisites) -> String {
    if requisites.kind.is_blank() || requisites.number.is_blank() {
        return String::new();
    }
    let day = requisites.date.map(|day| format!(" от {}", date(day)));
    let (kind, number) = (requisites.kind.trim(), requisites.number.trim());
    format!("{kind}{} № {number}", day.unwrap_or_default())
}

/// Why control is lifted of what was given on an activity that is not there any more.
pub fn exclusion_reason(basis: &str) -> String {
    let basis = basis.trim();
    if basis.is_empty() {
        return "пункт исключён из документа".to_owned();
    }
    format!("пункт исключён из документа ({basis})")
}

/// What is said of a document whose words say nothing known, in a case.
fn any_document(case: Case) -> String {
    decline("документ", case).unwrap_or_default()
}

/// A document by its full name inside a sentence: «комплекс мер по функционированию …», «письмо от
/// 16.02.2023 № 08-406 «О проведении …»».
fn in_full(document: &Document, case: Case) -> String {
    if let Some(title) = document.title_in(case) {
        return title;
    }
    let kind = document.kind_in(case).unwrap_or_else(|| any_document(case));
    let requisites = &document.requisites;
    let day = requisites.date.map(|day| format!(" от {}", date(day)));
    let number = if requisites.number.is_blank() {
        String::new()
    } else {
        format!(" № {}", requisites.number.trim())
    };
    format!(
        "{kind}{}{number} «{}»",
        day.unwrap_or_default(),
        document.title()
    )
}

/// The same in short: «комплекс мер (Р-503)», «приказ № 1355».
pub fn in_short(document: &Document, case: Case) -> String {
    let kind = document.kind_in(case).unwrap_or_else(|| any_document(case));
    let Some(short) = document.own_name() else {
        return kind;
    };
    let nominative = document.kind_in(Case::Nominative).unwrap_or_default();
    let mut words = short.split_whitespace();
    if words
        .next()
        .is_some_and(|first| first.to_lowercase() == nominative)
    {
        let rest: Vec<&str> = words.collect();
        return format!("{kind} {}", rest.join(" ")).trim().to_owned();
    }
    format!("{kind} ({short})")
}

/// «Об изменениях в комплексе мер по …».
pub fn edition_title(workspace: &Workspace, act: Id) -> String {
    let document = document(workspace, act);
    let name = document.map(|it| in_full(it, Case::Prepositional));
    format!(
        "Об изменениях в {}",
        name.unwrap_or_else(|| any_document(Case::Prepositional))
    )
}

/// What the minutes say of an edition.
pub fn edition_note(workspace: &Workspace, act: Id) -> String {
    let Some(edition) = workspace.edition(act) else {
        return String::new();
    };
    let document = document(workspace, act);
    let name = document.map(|it| in_short(it, Case::Nominative));
    let name = name.unwrap_or_else(|| any_document(Case::Nominative));
    let basis = if edition.basis.is_blank() {
        String::new()
    } else {
        format!(" ({})", edition.basis)
    };
    let mut said = format!(
        "Принять к сведению: {name} действует в новой редакции с {}{basis}.",
        date_long(edition.from)
    );
    let lines = workspace.summary_of_edition(act);
    for (sort, group) in GROUPS {
        let own: Vec<String> = lines
            .iter()
            .filter(|line| line.sort == sort && sort != ChangeSort::Head)
            .map(short)
            .collect();
        if !own.is_empty() {
            said = format!("{said} {group}: {}.", own.join("; "));
        }
    }
    said
}

/// A change in a few words: the point, else the beginning of its text.
fn short(line: &ChangeLine) -> String {
    let number = line.number.trim().trim_end_matches('.');
    let what = if number.is_empty() {
        let title: String = line.title.chars().take(60).collect();
        format!("«{title}»")
    } else {
        number.to_owned()
    };
    match (line.sort, line.cells.first()) {
        (ChangeSort::Renumbered, Some(cell)) if !cell.before.is_blank() => {
            let before = cell.before.trim().trim_end_matches('.').to_owned();
            format!("{before} → {what}")
        }
        (ChangeSort::Deadline, Some(cell)) => format!("{what} ({})", cell.after),
        _ => what,
    }
}

fn document(workspace: &Workspace, act: Id) -> Option<&Document> {
    let edition = workspace.edition(act)?;
    workspace.document(edition.document)
}

/// The paper; nothing when no such edition was adopted.
pub(in super::super) fn edition_paper(workspace: &Workspace, act: Id) -> Option<Paper> {
    let edition = workspace.edition(act)?;
    let document = document(workspace, act)?;
    let settings = workspace.settings();
    let mut part = Part::default();
    issuer(&mut part, workspace);
    part.text(Role::Kind, "ИЗМЕНЕНИЯ");
    let name = in_full(document, Case::Accusative);
    part.text(Role::Heading, format!("в {name}"));
    let called = called(&document.requisites);
    if !called.is_empty() {
        part.text(Role::Body, sentence(&called));
    }
    if !edition.basis.is_blank() {
        let basis = format!("Основание: {}", edition.basis);
        part.text(Role::Body, sentence(&basis));
    }
    let from = format!("Действуют с {}", date_long(edition.from));
    part.text(Role::Body, sentence(&from));
    let rows = rows(workspace, act);
    if rows.is_empty() {
        part.text(Role::Body, "Изменений нет.");
    }
    for (sort, group) in GROUPS {
        let own: Vec<&ChangeRow> = rows.iter().filter(|row| row.sort == sort).collect();
        if own.is_empty() {
            continue;
        }
        part.text(Role::Section, group);
        part.blocks.push(Block::Table(table(sort, &own)));
    }
    signed_by_secretary(&mut part, workspace);
    Some(
        Paper {
            subject: format!("Изменения в {}", in_short(document, Case::Accusative)),
            issuer: settings.organisation.to_string(),
            parts: vec![part],
        }
        .typeset(),
    )
}

fn table(sort: ChangeSort, rows: &[&ChangeRow]) -> Table {
    let mut table = match sort {
        ChangeSort::Head => Table::new(&[("Теперь", 10)]),
        ChangeSort::Added => Table::new(&[("Пункт", 2), ("Наименование", 6), ("Содержание", 6)]),
        ChangeSort::Excluded => Table::new(&[("Пункт", 2), ("Наименование", 10)]),
        ChangeSort::Reworded => {
            Table::new(&[("Пункт", 2), ("Что изменено", 3), ("Было", 5), ("Стало", 5)])
        }
        ChangeSort::Deadline => {
            Table::new(&[("Пункт", 2), ("Наименование", 6), ("Было", 3), ("Стало", 3)])
        }
        ChangeSort::Renumbered => Table::new(&[("Было", 2), ("Стало", 2), ("Наименование", 8)]),
        ChangeSort::Moved => Table::new(&[("Пункт", 2), ("Наименование", 6), ("Под чем", 6)]),
    };
    for row in rows {
        let ChangeRow {
            point,
            title,
            cell,
            before,
            after,
            ..
        } = row;
        let cells: Vec<&String> = match sort {
            ChangeSort::Head => vec![after],
            ChangeSort::Added | ChangeSort::Moved => vec![point, title, after],
            ChangeSort::Excluded => vec![point, title],
            ChangeSort::Reworded => vec![point, cell, before, after],
            ChangeSort::Deadline => vec![point, title, before, after],
            ChangeSort::Renumbered => vec![before, after, title],
        };
        table.push(cells.into_iter().cloned());
    }
    table
}
