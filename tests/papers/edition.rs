//! What an edition changed, as a paper in every format: added, excluded, reworded, moved
//! deadlines, other numbers, another place.

use planerka::domain::document::{Activity, Document, Node, NodeKey};
use planerka::domain::edition::{Cell, Change, add_beside, amend, move_under, take_out};
use planerka::domain::operation::Operation;
use planerka::domain::workspace::Workspace;
use planerka::paper::{Format, Request};

use super::fixture::{Journal, SECOND, day, workspace};
use super::golden::check;
use super::unpack::{bytes, docx_text, string, xlsx_cells};

fn key(text: &str) -> NodeKey {
    text.parse().unwrap()
}

fn put(of: &str, cell: Cell, text: &str) -> Change {
    Change::Amend {
        key: key(of),
        cell,
        text: text.into(),
    }
}

/// Every sort of change once.
fn changes(order: &Document) -> Vec<Change> {
    let mut after = order.clone();
    let mut all = Vec::new();
    let mut make = |after: &mut Document, changes: Vec<Change>| {
        for change in changes {
            amend(after, &change);
            all.push(change);
        }
    };
    let new = Node::Activity(Activity {
        key: key("plan/e1-1"),
        number: "1.2.3".into(),
        title: "Сессия руководителей муниципальных служб".into(),
        executors: "ИРО АСОУ".into(),
        term: "Ноябрь 2023 г.".into(),
        result: "Протокол".into(),
        ..Activity::default()
    });
    let added = add_beside(&after, new, Some(key("1.2.2")));
    make(&mut after, added);
    let gone = take_out(&after, key("2.4.2"), true);
    make(&mut after, gone);
    let direction = order.headings().find(|it| it.number.starts_with('2'));
    let moved = move_under(&after, key("3.1.1"), direction.map(|it| it.key));
    make(&mut after, moved);
    make(
        &mut after,
        vec![
            put("1.2.3", Cell::Number, "1.2.4"),
            put("1.2.4", Cell::Number, "1.2.5"),
            put("1.1.1", Cell::Term, "Июнь 2023 г."),
            put("1.1.4", Cell::Result, "Положение об апробации | «черновик»"),
        ],
    );
    all
}

fn adopted() -> (Workspace, Request) {
    let mut workspace = workspace();
    let document = workspace.documents()[0].clone();
    let mut journal = Journal::after(&workspace);
    let known = journal.records.len();
    let act = journal.id();
    let adopt = Operation::AdoptEdition {
        document: document.key,
        from: day(SECOND),
        basis: "распоряжение от 30.05.2023 № Р-600".into(),
        source: None,
    };
    journal.write(day(SECOND), adopt);
    for change in changes(&document) {
        journal.write(
            day(SECOND),
            Operation::AmendDocument {
                change: change.into(),
            },
        );
    }
    let mut records = journal.records.split_off(known);
    for record in &mut records {
        record.act = act;
    }
    workspace.apply(records);
    let request = Request::Edition {
        act,
        document: document.key,
        from: day(SECOND),
    };
    (workspace, request)
}

#[test]
fn what_an_edition_changed_in_every_format() {
    let (workspace, request) = adopted();
    for format in Format::ALL {
        if !request.kind().formats().contains(&format) {
            continue;
        }
        let name = request.file_name(format);
        match format {
            Format::Docx => {
                let text = docx_text(&bytes(&request, format, &workspace));
                check(&name.replace(".docx", ".docx.txt"), &text);
            }
            Format::Xlsx => {
                let sheets = xlsx_cells(bytes(&request, format, &workspace)).into_iter();
                let cells: Vec<String> = sheets
                    .flat_map(|(name, rows)| {
                        let rows = rows.into_iter().map(|row| format!("{row:?}"));
                        std::iter::once(format!("== {name}"))
                            .chain(rows)
                            .collect::<Vec<_>>()
                    })
                    .collect();
                check(
                    &name.replace(".xlsx", ".xlsx.txt"),
                    &(cells.join("\n") + "\n"),
                );
            }
            _ => check(&name, &string(&request, format, &workspace)),
        }
    }
}
