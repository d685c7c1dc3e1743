//! Papers of a plan with one column of people, which is written as those who answer, beside another
//! plan whose sections have the same numbers.

use planerka::domain::calendar::Calendar;
use planerka::domain::date::Span;
use planerka::domain::document::Document;
use planerka::domain::mark::Status;
use planerka::domain::operation::Operation;
use planerka::domain::workspace::Workspace;
use planerka::domain::workspace::discipline::AsOf;
use planerka::paper::{Format, Request};
use planerka::store::embedded;

use crate::fixture::{Journal, day, settings};
use crate::unpack::string;

const HELD: &str = "2025-03-06";

const PLAN: &str = r#"(
    format: 1,
    key: "plan",
    short: "План ДК",
    requisites: (date: Some("2025-01-09")),
    period: Some((first: "2025-01-01", last: "2025-12-31")),
    content: [Heading(key: "plan/h1", number: "1", title: "Работа с кадрами", children: [
        Activity(key: "plan/1.1", number: "1.1", title: "День открытых дверей",
            responsible_subject: "ММС, ИРО АСОУ", term: "12.03.2025", result: "Отчёт"),
        Activity(key: "plan/1.2", number: "1.2", title: "Ремонт кровли",
            term: "до 12.03.2025", result: "Акт"),
    ])],
)"#;

const OTHER: &str = r#"(
    format: 1,
    key: "other",
    short: "План музея",
    requisites: (date: Some("2025-01-09")),
    period: Some((first: "2025-01-01", last: "2025-12-31")),
    content: [Heading(key: "other/h1", number: "1", title: "Работа с кадрами", children: [
        Activity(key: "other/1.1", number: "1.1", title: "Выставка",
            responsible_subject: "АСОУ", executors: "ММС", term: "20.03.2025", result: "Отчёт"),
    ])],
)"#;

fn held(documents: &[&str]) -> Workspace {
    let texts = documents.iter();
    let documents: Vec<Document> = texts.map(|it| ron::from_str(it).unwrap()).collect();
    let mut settings = settings();
    settings.meeting_activity = None;
    let base = Workspace::new(
        documents,
        ron::from_str(embedded::SUBJECTS).unwrap(),
        settings,
        Calendar::default(),
        Vec::new(),
    );
    let mut journal = Journal::new();
    let at = day(HELD);
    let agenda = base.propose_agenda(at).chosen;
    journal.write(at, Operation::OpenMeeting { agenda });
    let activity = "plan/1.1".parse().unwrap();
    let standing = base.standing(activity, at).unwrap();
    journal.write(
        at,
        Operation::Mark {
            activity,
            occurrence: standing.occurrence.window.first,
            status: Status::InProgress { percent: Some(50) },
            happened: None,
        },
    );
    journal.finish(&base, at, 1);
    base.with_records(journal.records)
}

fn report(workspace: &Workspace, format: Format) -> String {
    let month = Span::new(day("2025-03-01"), day("2025-03-31")).unwrap();
    let as_of = AsOf::day(month.last, day("2025-04-02"));
    string(&Request::Report(month, as_of), format, workspace)
}

#[test]
fn the_report_names_who_answers_where_a_plan_has_no_column_of_executors() {
    let text = report(&held(&[PLAN]), Format::Text).replace('\u{a0}', " ");
    let (by_subject, lists) = text.split_once("Не исполнено в срок").unwrap();
    assert!(by_subject.contains("\nММС\n   Всего: 1\n"), "{text}");
    // Nobody is named for the roof.
    let nobody = "\nИсполнитель не назван\n   Всего: 1\n";
    assert!(by_subject.contains(nobody), "{text}");
    assert!(lists.contains("Исполнитель: ММС"), "{text}");
}

#[test]
fn the_report_says_of_which_document_a_section_is_where_several_have_sections() {
    let both = held(&[PLAN, OTHER]);
    let text = report(&both, Format::Text);
    assert!(text.contains("\nПлан ДК, 1. Работа с кадрами\n"), "{text}");
    let other = "\nПлан музея, 1. Работа с кадрами\n";
    assert!(text.contains(other), "{text}");
    let alone = report(&held(&[PLAN]), Format::Text);
    assert!(alone.contains("\n1. Работа с кадрами\n"), "{alone}");
}

#[test]
fn what_is_counted_as_overdue_says_so_beside_its_mark() {
    let workspace = held(&[PLAN]);
    let key = workspace.documents()[0].key;
    let request = Request::Execution(key, day("2025-03-20"));
    let text = string(&request, Format::Text, &workspace).replace('\u{a0}', " ");
    assert!(text.contains("просрочено: 2."), "{text}");
    assert!(
        text.contains("Отметка: в работе, 50 %; просрочено 8 дней"),
        "{text}"
    );
    let who = workspace.subjects().find("ММС").unwrap().id.clone();
    let duties = Request::Duties(who, day("2025-03-20"));
    let text = string(&duties, Format::Text, &workspace).replace('\u{a0}', " ");
    assert!(text.contains("просрочено: 1."), "{text}");
    assert!(text.contains("в работе, 50 %; просрочено 8 дней"), "{text}");
}

#[test]
fn a_card_says_one_day_once_and_what_is_overdue_of_its_control_points() {
    let workspace = held(&[PLAN]);
    let card = |key: &str, on: &str| {
        let request = Request::Card(key.parse().unwrap(), day(on));
        string(&request, Format::Text, &workspace).replace('\u{a0}', " ")
    };
    let text = card("plan/1.1", "2025-03-20");
    let point =
        "\n12.03.2025\n   Срок: 12.03.2025\n   Отметка: в работе, 50 %; просрочено 8 дней\n";
    assert!(text.contains(point), "{text}");
    // A paper is read on other days, too.
    let text = card("plan/1.2", "2025-03-12");
    assert!(text.contains("Отметка: последний день срока"), "{text}");
    assert!(!text.contains("сегодня"), "{text}");
}

#[test]
fn a_calendar_names_who_answers_where_nobody_else_is_named_and_no_dash_for_nobody() {
    let request = Request::TacticalPlan(day(HELD));
    let text = string(&request, Format::Ics, &held(&[PLAN])).replace("\r\n ", "");
    let text = text.replace('\u{a0}', " ");
    let said = "SUMMARY:Срок: ММС\\, ИРО АСОУ – День открытых дверей";
    assert!(text.contains(said), "{text}");
    assert!(text.contains("SUMMARY:Срок: Ремонт кровли"), "{text}");
}
