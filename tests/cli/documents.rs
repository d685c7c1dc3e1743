//! Any number of documents on control, of any shape.

use serde_json::Value;

use planerka::domain::date::Date;
use planerka::domain::document::Document;
use planerka::domain::mark::Status;
use planerka::domain::operation::Operation;
use planerka::domain::plan::Plan;

use super::harness::Place;

/// A letter: no headings, no numbers but one, a draft without a date of its own.
const LETTER: &str = r#"(
    format: 1,
    short: "Письмо о кадрах",
    requisites: (kind: "Письмо", issuer: "Министерство образования Московской области"),
    taken_on_control: "2023-06-01",
    point: "Пункт",
    content: [
        Activity(
            number: "1.",
            title: "Представить сведения о кадровом резерве",
            responsible_subject: "ИРО АСОУ",
            term: "до 15 июня 2023 г.",
            other: [("Форма представления", "по электронной почте, таблица «Резерв»")],
        ),
        Activity(title: "Назначить ответственного за сведения"),
    ],
)
"#;

/// An order of four levels whose headings have a deadline of their own.
const ORDER: &str = r#"(
    format: 1,
    requisites: (kind: "Приказ", date: "2023-05-10", number: "12-о", title: "Об аттестации"),
    levels: ["Раздел", "Задача", "Блок"],
    content: [
        Heading(number: "I", title: "Подготовка", responsible: "Отдел кадров", term: "до 1 июля 2023 г.", children: [
            Heading(number: "1", title: "Списки", children: [
                Heading(title: "Сбор", children: [
                    Activity(number: "1)", title: "Собрать списки", term: "до 20 июня 2023 г."),
                ]),
            ]),
        ]),
        Activity(number: "2)", title: "Провести аттестацию", term: "30 июня 2023 г."),
    ],
)
"#;

fn office() -> Place {
    let place = Place::with_state();
    place.write("documents/letter.ron", LETTER);
    place.write("documents/order-12.ron", ORDER);
    place
}

pub(crate) fn activities(plan: &Value, document: &str) -> Vec<Value> {
    let all = plan["activities"].as_array().unwrap();
    all.iter()
        .filter(|activity| activity["document"] == document)
        .cloned()
        .collect()
}

#[test]
fn documents_of_any_shape_stand_beside_the_plan_of_the_first_form() {
    let place = office();
    let plan = place.json(&["plan", "show", "--json"]);
    let keys: Vec<&Value> = plan["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| &document["key"])
        .collect();
    assert_eq!(keys, ["plan", "letter", "order-12"]);
    assert_eq!(activities(&plan, "plan").len(), 63);
    let letter = activities(&plan, "letter");
    assert_eq!(letter[0]["key"], "letter/1");
    assert_eq!(letter[0]["number"], "1.");
    assert_eq!(
        letter[0]["other"]["Форма представления"],
        "по электронной почте, таблица «Резерв»"
    );
    assert_eq!(letter[0]["occurrences"][0]["due"], "2023-06-15");
    assert_eq!(letter[1]["number"], Value::Null);
    let order = activities(&plan, "order-12");
    let path: Vec<&Value> = order[0]["path"]
        .as_array()
        .unwrap()
        .iter()
        .map(|heading| &heading["title"])
        .collect();
    assert_eq!(path, ["Подготовка", "Списки", "Сбор"]);
    assert_eq!(order[0]["key"], "order-12/1");
    assert_eq!(order[1]["path"].as_array().unwrap().len(), 0);
}

#[test]
fn what_is_due_is_of_all_documents_and_says_of_which() {
    let place = office();
    let due = place.run(&["due", "--today", "2023-06-15"]);
    assert_eq!(due.code, 0, "{}", due.stderr);
    for line in [
        "15.06.2023  Письмо о кадрах, 1. Представить сведения",
        "20.06.2023  12-о, 1) Собрать списки",
    ] {
        assert!(due.stdout.contains(line), "{line} not in {}", due.stdout);
    }
    assert!(due.stdout.contains("Р-503, 1.1.1"), "{}", due.stdout);
    let alone = Place::with_state().run(&["due", "--today", "2023-06-15"]);
    assert!(!alone.stdout.contains("Р-503,"), "{}", alone.stdout);
}

#[test]
fn missing_deadlines_and_executors_are_told_and_the_document_loads() {
    let place = office();
    let told = place.run(&["check"]);
    for part in [
        "documents/letter.ron",
        "нет срока",
        "никто не назван ответственным",
    ] {
        assert!(told.stdout.contains(part), "{part}: {}", told.stdout);
    }
    assert_eq!(told.code, 0, "{}", told.stdout);
}

/// Orders set tasks without a deadline: the program does not open with faults for it.
#[test]
fn a_task_without_a_deadline_is_no_fault_of_its_document() {
    let place = Place::with_letters();
    let told = place.run(&["check"]);
    assert!(told.stdout.contains("нет срока"), "{}", told.stdout);
    assert!(!told.stdout.contains("предупреждение"), "{}", told.stdout);
}

#[test]
fn a_directory_with_documents_alone_gets_no_plan_of_ours() {
    let place = office();
    std::fs::remove_file(place.state().join("plan.ron")).unwrap();
    let plan = place.json(&["plan", "show", "--json"]);
    assert_eq!(plan["documents"].as_array().unwrap().len(), 2);
    let card = place.run(&["card", "letter/1", "-f", "txt", "-o", "-"]);
    assert!(
        card.stdout.contains("Представить сведения"),
        "{}",
        card.stdout
    );
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A place whose 1.1.1 was done at the meeting of 25.05.2023, seen by the program before.
fn in_work() -> Place {
    let place = Place::with_state();
    let plan = place.read("plan.ron");
    let plan: Plan = ron::from_str(&plan).unwrap();
    let text = planerka::store::document::to_text(&Document::from(plan)).unwrap();
    place.write("documents/plan/first.ron", text);
    place.record([
        (
            day("2023-05-25"),
            Operation::OpenMeeting { agenda: Vec::new() },
        ),
        (
            day("2023-05-25"),
            Operation::Mark {
                activity: "1.1.1".parse().unwrap(),
                occurrence: day("2023-05-01"),
                status: Status::Done,
                happened: None,
            },
        ),
    ]);
    place
}

fn points(place: &Place, activity: &str) -> String {
    let card = [
        "card",
        activity,
        "--today",
        "2023-07-10",
        "-f",
        "txt",
        "-o",
        "-",
    ];
    let run = place.run(&card);
    assert_eq!(run.code, 0, "{}", run.stderr);
    run.stdout
}

#[test]
fn an_edit_by_hand_changes_nothing_until_it_is_adopted_and_marks_go_along() {
    let place = in_work();
    let before = place.run(&["minutes", "2023-05-25", "-f", "txt", "-o", "-"]);
    place.edit(
        "plan.ron",
        "term: \"Май 2023 г.\"",
        "term: \"Июнь 2023 г.\"",
    );
    let check = place.run(&["check"]);
    assert!(
        check.stdout.contains("Файл изменён после того"),
        "{}",
        check.stdout
    );
    assert!(points(&place, "1.1.1").contains("01.05.2023"));
    let adopt = [
        "plan",
        "adopt",
        "--from",
        "2023-06-01",
        "--basis",
        "распоряжение от 29.05.2023 № Р-1",
        "--today",
        "2023-06-01",
        "--yes",
    ];
    let run = place.run(&adopt);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("изложено в новой редакции: 1.1.1"),
        "{}",
        run.stdout
    );
    let card = points(&place, "1.1.1");
    assert!(card.contains("01.06.2023"), "{card}");
    assert!(card.contains("исполнено"), "{card}");
    let check = place.run(&["check"]);
    assert!(!check.stdout.contains("Файл изменён"), "{}", check.stdout);
    let after = place.run(&["minutes", "2023-05-25", "-f", "txt", "-o", "-"]);
    assert_eq!(before.stdout, after.stdout);
}

#[test]
fn an_activity_put_in_between_does_not_take_the_marks_of_the_next() {
    let place = in_work();
    let text = place.read("plan.ron");
    let at = text.find("id: \"1.1.1\"").unwrap();
    let (head, tail) = text.split_at(at);
    let begin = head.rfind('(').unwrap();
    let end = at + tail.find("),").unwrap() + 2;
    let own = text.get(begin..end).unwrap();
    let above = text.get(..begin).unwrap();
    // What stood under 1.1.1 stands under 1.1.2 now, and so on.
    let mut rest = text.get(end..).unwrap().to_owned();
    for number in (2..=5).rev() {
        rest = rest.replacen(
            &format!("id: \"1.1.{number}\""),
            &format!("id: \"1.1.{}\"", number + 1),
            1,
        );
    }
    let moved = own.replace("1.1.1", "1.1.2");
    let new = "(\n id: \"1.1.1\", title: \"Утверждение регламента обмена данными\", responsible_subject: \"АСОУ\", executors: \"АСОУ\", term: \"Октябрь 2023 г.\", result: \"Регламент\",\n),";
    let edited = format!("{above}{new}{moved}{rest}");
    place.write("plan.ron", edited);
    let run = place.run(&[
        "plan",
        "adopt",
        "--from",
        "2023-06-01",
        "--today",
        "2023-06-01",
        "--yes",
    ]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let plan = place.json(&["plan", "show", "--json", "--today", "2023-06-01"]);
    let all = activities(&plan, "plan");
    let find = |number: &str| all.iter().find(|it| it["number"] == number).unwrap();
    assert_eq!(find("1.1.2")["key"], "1.1.1");
    assert_eq!(
        find("1.1.1")["title"],
        "Утверждение регламента обмена данными"
    );
    assert_ne!(find("1.1.1")["key"], "1.1.1");
    assert_eq!(all.len(), 64);
}

#[test]
fn agenda_duties_and_dates_are_asked_for_one_document_alone() {
    let place = office();
    let due = place.run(&["due", "--document", "letter", "--today", "2023-06-15"]);
    assert!(
        due.stdout.contains("Представить сведения"),
        "{}",
        due.stdout
    );
    assert!(!due.stdout.contains("Р-503,"), "{}", due.stdout);
    let agenda = ["agenda", "--document", "12-о", "--today", "2023-06-15"];
    let agenda = place.run(&agenda);
    assert!(
        agenda.stdout.contains("Собрать списки"),
        "{}",
        agenda.stdout
    );
    assert!(!agenda.stdout.contains("Р-503,"), "{}", agenda.stdout);
    let who = place.run(&[
        "who",
        "иро асоу",
        "--document",
        "letter",
        "--today",
        "2023-06-15",
    ]);
    assert!(
        who.stdout.contains("Представить сведения"),
        "{}",
        who.stdout
    );
    assert!(!who.stdout.contains("Р-503,"), "{}", who.stdout);
    let nothing = place.run(&["due", "--document", "r-99"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.stderr.contains("r-99"), "{}", nothing.stderr);
}
