//! «Итоги»: the paper on a document whose time is over, before and after its open matters went on
//! in the one that follows.

use planerka::domain::calendar::Calendar;
use planerka::domain::date::Span;
use planerka::domain::document::{Document, Node};
use planerka::domain::entry::EntryKind;
use planerka::domain::operation::Operation;
use planerka::domain::plan::Plan;
use planerka::domain::workspace::Workspace;
use planerka::paper::{Format, Request};
use planerka::store::embedded;

use super::fixture::{Journal, activity, day, settings, text, workspace};
use super::golden::check;
use super::unpack::string;

const AFTER: &str = "2025-01-16";

/// The two meetings over the plan, with a plan (an example) that goes on with three activities.
fn with_successor() -> Workspace {
    let plan: Document = ron::from_str::<Plan>(embedded::PLAN).unwrap().into();
    let mut next = plan.clone();
    next.key = "plan-2025".parse().unwrap();
    next.short = "План (пример) на 2025 год".into();
    next.requisites.number = "1-п (пример)".into();
    next.requisites.date = Some(day("2024-12-20"));
    next.period = Span::new(day("2025-01-01"), day("2025-12-31"));
    next.each_mut(&mut |node| {
        if let Node::Activity(it) = node
            && !["1.1.1", "1.1.2", "1.1.3"].contains(&it.number.as_str())
        {
            it.title = format!("Пример работы {}", it.number).into();
            it.result = "Пример".into();
        }
    });
    let base = Workspace::new(
        vec![plan, next],
        ron::from_str(embedded::SUBJECTS).unwrap(),
        settings(),
        Calendar::default(),
        Vec::new(),
    );
    base.with_records(workspace().ledger().records().to_vec())
}

#[test]
fn what_a_plan_came_to_and_where_its_open_matters_go_on() {
    let before = with_successor();
    let plan = before.documents().first().unwrap().key;
    let request = Request::Execution(plan, day(AFTER));
    let said = string(&request, Format::Text, &before);
    assert!(said.contains("об итогах исполнения документа"), "{said}");
    check(&request.file_name(Format::Text), &said);
    check(
        &request.file_name(Format::Html),
        &string(&request, Format::Html, &before),
    );
    let closing = before.closing(plan, day(AFTER)).unwrap();
    let pairs = closing.open.iter();
    let pairs: Vec<_> = pairs
        .filter_map(|(old, new)| Some((*old, (*new)?)))
        .collect();
    assert!(!pairs.is_empty());
    let mut journal = Journal::after(&before);
    journal.entry(
        day("2024-12-26"),
        activity("1.1.2"),
        text(EntryKind::Heard, "О переходе на план 2025 года (пример)"),
    );
    journal.write(
        day("2025-01-15"),
        Operation::CarryOver {
            document: plan,
            to: closing.successor.unwrap(),
            activities: pairs,
        },
    );
    let after = before.with_records(journal.records);
    let said = string(&request, Format::Text, &after);
    assert!(said.contains("перенесено 15.01.2025"), "{said}");
    check("2025-01-16-execution-plan-carried.txt", &said);
}
