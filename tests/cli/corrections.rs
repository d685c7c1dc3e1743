//! What a person says of an import from the shell: numbers, names and keys that are not there are
//! refused before anything is written.

use std::path::Path;

use crate::harness::Place;

const PLAN: &str = "№;Мероприятие;Срок;Ответственный\n\
    1;Провести семинар;до 15 марта 2024 г.;Иванов И.И.\n\
    2;Провести конкурс;до 20 апреля 2024 г.;Петров П.П.\n";

const ORDER: &str = "ПРИКАЗ\nот 10 января 2024 года № 15\n\nО проведении совещаний\n\n\
    ПРИКАЗЫВАЮ:\n\n\
    1. Отделу кадров подготовить справку в марте.\n\
    2. Архиву провести проверку в начале мая 2024 года.\n\
    3. Бухгалтерии представить отчет до 1 апреля 2024 года.\n\n\
    Директор\tИ.И. Иванов\n";

fn written(place: &Place, name: &str, text: &str) -> String {
    let path = place.state().parent().unwrap().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn is_written(place: &Place) -> bool {
    Path::new(&place.state()).join("documents").exists()
}

#[test]
fn a_number_that_is_not_in_the_file_is_refused_and_those_that_are_there_are_said() {
    let place = Place::new();
    let plan = written(&place, "plan-2024.csv", PLAN);
    let order = written(&place, "order.txt", ORDER);
    for (file, option, number, words) in [
        (&plan, "--activity", "99", "Есть строки: 2, 3"),
        (&plan, "--leave", "99", "Есть строки: 2, 3"),
        (&plan, "--heading", "99", "строка 99 не годится"),
        (&plan, "--take", "2", "строка 2 не годится"),
        (&plan, "--table", "9", "таблица одна"),
        (
            &plan,
            "--columns",
            "-,-,-,-,term",
            "столбцов 5, а в таблице их 4",
        ),
        (&order, "--take", "99", "Есть строки: 1–3"),
        (&order, "--leave", "99", "Есть строки: 1–3"),
        (&order, "--heading", "1", "строка 1 не годится"),
        (&order, "--table", "1", "нет таблиц"),
    ] {
        let run = place.run(&["import", file, option, number, "--yes"]);
        assert_eq!(run.code, 1, "{option} {number}: {}", run.stdout);
        assert!(
            run.stderr.contains(words),
            "{option} {number}: {}",
            run.stderr
        );
        assert!(!is_written(&place), "{option} {number}");
    }
}

#[test]
fn a_refusal_of_an_argument_has_no_english_in_russian() {
    let place = Place::new();
    let plan = written(&place, "plan-2024.csv", PLAN);
    for (option, value, words) in [
        ("--leave", "1,x", "целое число"),
        ("--table", "", "целое число"),
        ("--heading", "99999999999999999999999", "целое число"),
        ("--columns", "number,foo", "у столбца может быть"),
    ] {
        let run = place.run(&["import", &plan, option, value]);
        assert_eq!(run.code, 2, "{option} {value}: {}", run.stdout);
        assert!(
            run.stderr.contains(words),
            "{option} {value}: {}",
            run.stderr
        );
        for scrap in ["invalid", "parse", "too large", "is no role"] {
            assert!(!run.stderr.contains(scrap), "{option}: {}", run.stderr);
        }
    }
}

#[test]
fn a_document_is_never_written_under_a_key_it_is_not_read_by() {
    let place = Place::new();
    let plan = written(&place, "plan-2024.csv", PLAN);
    let long = "я".repeat(61);
    for key in ["a/b", "a b", "", ".", "..", ".a", "../a", "plan", &long] {
        let run = place.run(&["import", &plan, "--document", key, "--yes"]);
        assert_eq!(run.code, 2, "{key}: {}", run.stdout);
        assert!(run.stderr.contains("от 1 до 60 букв"), "{}", run.stderr);
        assert!(!is_written(&place), "{key}");
    }
    let longest = "я".repeat(60);
    for key in ["приказ-5.1_а", &longest] {
        let place = Place::new();
        let plan = written(&place, "plan-2024.csv", PLAN);
        let run = place.run(&["import", &plan, "--document", key, "--yes"]);
        assert_eq!(run.code, 0, "{key}: {}", run.stderr);
        let shown = place.json(&["plan", "show", "--json", "--document", key]);
        assert_eq!(shown["activities"].as_array().unwrap().len(), 2, "{key}");
    }
}

#[test]
fn a_name_said_to_be_another_of_the_plan_makes_no_second_subject() {
    let place = Place::new();
    let plan = written(&place, "plan-2024.csv", PLAN);
    let said = "Петров П.П.=Иванов И.И.";
    let run = place.run(&["import", &plan, "--subject", said, "--yes"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let subjects = std::fs::read_to_string(place.state().join("subjects.ron")).unwrap();
    assert_eq!(subjects.matches("short: ").count(), 1, "{subjects}");
    assert!(
        subjects.contains("aliases: [\n                \"Петров П.П.\""),
        "{subjects}"
    );
}

#[test]
fn an_assumed_deadline_of_an_order_is_said_as_that_of_a_table() {
    let place = Place::new();
    let order = written(&place, "order.txt", ORDER);
    let run = place.run(&["import", &order, "--dry-run"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for words in [
        "с допущением: 1",
        "строка 2, 2.: «в начале мая 2024 года»",
        "в сроке «в марте» года нет, по дню документа он читается как «в марте 2024 г.»",
    ] {
        assert!(run.stdout.contains(words), "{words}: {}", run.stdout);
    }
}
