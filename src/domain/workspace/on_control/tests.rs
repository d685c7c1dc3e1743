//! Removal from control is an act of the chair alone (domain.md 1.7).

use super::*;
use crate::domain::control::DocumentControl;
use crate::domain::document::DocumentKey;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::workspace::fixture::{Told, day};

fn key() -> DocumentKey {
    "r-325".parse().unwrap()
}

fn word(told: &mut Told, on: &str, control: DocumentControl) {
    let document = key();
    told.say(None, on, Operation::ControlDocument { document, control });
}

fn proposed(told: &Told, on: &str) -> usize {
    told.workspace.proposed_for_removal(day(on)).len()
}

fn carried(told: &Told, on: &str) -> Carried {
    let document = told.workspace.document(key()).unwrap();
    told.workspace.carried(document, day(on))
}

/// Marks every control point of the order done, but for those of the last `left` activities.
fn carry_out(told: &mut Told, on: &str, left: usize) {
    let workspace = &told.workspace;
    let points: Vec<(String, String)> = workspace
        .activities()
        .flat_map(|(activity, view)| {
            let name = activity.key.to_string();
            let firsts = view.occurrences.iter().map(|it| it.window.first);
            firsts.map(move |first| (name.clone(), first.to_string()))
        })
        .collect();
    for (name, first) in points.iter().take(points.len() - left) {
        told.mark(on, name, first, Status::Done);
    }
}

#[test]
fn a_document_is_proposed_when_all_its_points_are_done_and_not_before() {
    let mut told = Told::on_documents(&["r-325"]);
    assert_eq!(proposed(&told, "2023-05-01"), 0);
    carry_out(&mut told, "2023-05-01", 1);
    assert_eq!(proposed(&told, "2023-05-01"), 0);
    assert_eq!(carried(&told, "2023-05-01").open, 1);
    carry_out(&mut told, "2023-05-02", 0);
    assert_eq!(proposed(&told, "2023-05-02"), 1);
    assert!(carried(&told, "2023-05-02").is_complete());
}

#[test]
fn nothing_but_the_word_of_the_chair_takes_a_document_off_control() {
    let mut told = Told::on_documents(&["r-325"]);
    carry_out(&mut told, "2023-05-01", 0);
    let document = told.workspace.document(key()).unwrap();
    assert!(
        told.workspace
            .off_control(document, day("2023-06-01"))
            .is_none()
    );
    word(&mut told, "2023-05-04", DocumentControl::Lifted);
    let document = told.workspace.document(key()).unwrap();
    let off = |on: &str| told.workspace.off_control(document, day(on)).is_some();
    assert!(!off("2023-05-03"), "before the word it was on control");
    assert!(off("2023-05-04"));
    assert_eq!(proposed(&told, "2023-05-04"), 0);
}

#[test]
fn a_document_dropped_with_a_basis_owes_nothing_until_it_is_returned() {
    let mut told = Told::on_documents(&["r-325"]);
    // The record begins before the first date of the order.
    told.mark("2023-03-30", "r-325/1", "2023-03-30", Status::AtRisk);
    assert_eq!(carried(&told, "2023-05-01").overdue, 3);
    let reason = "распоряжение утратило силу (пример)";
    let dropped = DocumentControl::Dropped {
        reason: reason.into(),
    };
    word(&mut told, "2023-05-02", dropped);
    let after = carried(&told, "2023-05-02");
    assert_eq!((after.open, after.overdue, after.done), (0, 0, 0));
    // What was owed before the word was said stays as it was.
    assert_eq!(carried(&told, "2023-05-01").overdue, 3);
    let returned = DocumentControl::Returned {
        reason: "снято ошибочно (пример)".into(),
    };
    word(&mut told, "2023-05-03", returned);
    assert_eq!(carried(&told, "2023-05-03").overdue, 3);
}

#[test]
fn a_point_is_controlled_by_whom_its_own_column_names_else_by_whom_the_document_does() {
    let mut document: Document = crate::domain::document::Document {
        format: 1,
        key: key(),
        controller: "Заместитель министра".into(),
        ..Document::default()
    };
    let point = |name: &str, other: Vec<(&str, &str)>| {
        crate::domain::document::Node::Activity(Activity {
            key: name.parse().unwrap(),
            title: "Представить отчёт".into(),
            other: other
                .into_iter()
                .map(|(label, text)| (label.into(), text.into()))
                .collect(),
            ..Activity::default()
        })
    };
    document.content = vec![
        point("r-325/1", Vec::new()),
        point("r-325/2", vec![("Контроль", "Начальник управления")]),
    ];
    assert_eq!(
        document_controllers(&document),
        ["Заместитель министра", "Начальник управления"]
    );
    let told = Told::new();
    let workspace = Workspace::new(
        vec![document],
        crate::domain::subject::Subjects {
            format: 1,
            subjects: Vec::new(),
        },
        told.workspace.settings().clone(),
        crate::domain::calendar::Calendar::default(),
        Vec::new(),
    );
    let words = |name: &str| workspace.controller_words(name.parse().unwrap());
    assert_eq!(words("r-325/1"), "Заместитель министра");
    assert_eq!(words("r-325/2"), "Начальник управления");
}
