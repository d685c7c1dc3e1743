//! Orders and letters on control, from the shell: taken, shown with what they rest on, told in
//! papers.

use std::path::Path;

use crate::harness::Place;

fn text(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/import/orders")
        .join(name)
        .to_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_shipped_documents_are_on_control_and_know_what_they_rest_on() {
    let place = Place::with_letters();
    let check = place.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
    let plan = place.json(&["plan", "show", "--json"]);
    let documents = plan["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 6);
    let find = |key: &str| documents.iter().find(|it| it["key"] == key).unwrap();
    assert_eq!(find("r-325")["links"][0]["document"], "08-406");
    assert_eq!(find("08-406")["rests_on_it"][0], "r-325");
    assert_eq!(find("1355")["links"][0]["number"], "1087-04");
    assert_eq!(find("r-503")["links"][0]["relation"], "amends");
    assert_eq!(find("r-503")["links"][0]["number"], "Р-507");
    for name in [
        "r-325.ron",
        "r-503.ron",
        "08-406.ron",
        "2548.ron",
        "1355.ron",
    ] {
        let text = std::fs::read_to_string(place.state().join("documents").join(name)).unwrap();
        for sign in ["@", "+7", "8 (", "тел."] {
            assert!(!text.contains(sign), "{name}: {sign}");
        }
    }
}

#[test]
fn every_executor_of_the_shipped_documents_is_a_subject() {
    let place = Place::with_letters();
    let due = place.run(&["due", "--today", "2023-05-23"]);
    assert_eq!(due.code, 0, "{}", due.stderr);
    let plan = place.json(&["plan", "show", "--json"]);
    for activity in plan["activities"].as_array().unwrap() {
        for name in activity["executors"].as_array().into_iter().flatten() {
            assert!(!name["subject"].is_null(), "{activity}");
        }
    }
}

#[test]
fn a_letter_is_taken_from_its_text_and_asks_what_it_lacks() {
    let place = Place::new();
    let dry = place.json(&[
        "import",
        "--dry-run",
        "--json",
        &text("002-chelyabinsk-2548.txt"),
    ]);
    let terms: Vec<&str> = dry["activities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["term"].as_str().unwrap())
        .collect();
    assert_eq!(
        terms,
        [
            "в период с марта по ноябрь 2023 года",
            "27 марта 2023 с 10.00 до 13.00 МСК",
            "13-14 апреля 2023 года",
            "в срок до 20 марта 2023 года",
        ]
    );
    let refused = place.run(&["import", &text("001-letter-on-strategic-sessions.txt")]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.stdout.contains("номер документа не найден"),
        "{}",
        refused.stdout
    );
    let taken = place.run(&["import", "--yes", &text("002-chelyabinsk-2548.txt")]);
    assert_eq!(taken.code, 0, "{}", taken.stderr);
    let plan = place.json(&["plan", "show", "--json"]);
    assert_eq!(plan["documents"][0]["number"], "2548");
    assert_eq!(plan["activities"][2]["occurrences"][0]["end"], "2023-04-14");
}

#[test]
fn two_documents_with_one_number_stand_apart() {
    let place = Place::new();
    let write = |name: &str, kind: &str, day: &str| {
        let path = place.state().parent().unwrap().join(name);
        let text = format!(
            "ПРИКАЗ\nот {day} № 5\nО {kind}\n1. Отделу кадров сдать отчёт до 20.12.2024.\n"
        );
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let one = write("one.txt", "кадрах", "01.02.2024");
    let two = write("two.txt", "отчётах", "09.03.2023");
    assert_eq!(place.run(&["import", "--yes", &one]).code, 0);
    let second = place.run(&["import", "--yes", &two]);
    assert_eq!(second.code, 0, "{}", second.stderr);
    assert!(
        second.stdout.contains("уже на контроле"),
        "{}",
        second.stdout
    );
    let plan = place.json(&["plan", "show", "--json"]);
    assert_eq!(plan["documents"].as_array().unwrap().len(), 2);
    let again = place.run(&["import", "--yes", &one]);
    assert!(again.stdout.contains("без изменений"), "{}", again.stdout);
}

#[test]
fn papers_tell_how_a_document_is_carried_out_and_what_is_on_control() {
    let place = Place::with_letters();
    let paper = place.run(&["execution", "r-325", "2023-05-23", "-f", "txt", "-o", "-"]);
    assert_eq!(paper.code, 0, "{}", paper.stderr);
    for words in ["СПРАВКА", "Р-325", "заместитель министра", "остаётся"]
    {
        assert!(paper.stdout.contains(words), "{words}: {}", paper.stdout);
    }
    let list = place.run(&["control", "2023-05-23", "-f", "csv", "-o", "-"]);
    assert_eq!(list.code, 0, "{}", list.stderr);
    assert_eq!(
        list.stdout
            .lines()
            .filter(|line| line.contains("остаётся"))
            .count(),
        6
    );
    let none = place.run(&["execution", "nobody", "-o", "-"]);
    assert_eq!(none.code, 1);
    assert!(none.stderr.contains("nobody"), "{}", none.stderr);
}

#[test]
fn the_list_of_participants_says_who_has_not_answered() {
    let place = Place::with_letters();
    let paper = place.run(&[
        "participants",
        "2548/p4",
        "2023-03-17",
        "-f",
        "txt",
        "-o",
        "-",
    ]);
    assert_eq!(paper.code, 0, "{}", paper.stderr);
    for words in [
        "СПИСОК",
        "ПРОГРАММА",
        "ГБУ ДПО ЧИППКРО",
        "квота: 2–3",
        "Ответа нет",
        "из 22–23",
    ] {
        assert!(paper.stdout.contains(words), "{words}: {}", paper.stdout);
    }
    let table = place.run(&["participants", "r-325/2", "-f", "csv", "-o", "-"]);
    assert!(table.stdout.contains("Ректор ГСГУ"), "{}", table.stdout);
    let export = place.state().join("export");
    std::fs::create_dir_all(&export).unwrap();
    let out = export.to_str().unwrap();
    for paper in ["participants", "card"] {
        let written = place.run(&[paper, "r-325/2", "2023-04-05", "-f", "csv", "-o", out]);
        assert_eq!(written.code, 0, "{}", written.stderr);
        let name = format!("2023-04-05-{paper}-r-325-2.csv");
        assert!(export.join(&name).is_file(), "{name}: {}", written.stderr);
    }
    let all = place.run(&["participants", "--all", "-f", "txt", "-o", "-"]);
    assert!(all.stdout.matches("СПИСОК").count() >= 2, "{}", all.stdout);
    let none = place.run(&["participants", "9.9.9", "-o", "-"]);
    assert_eq!(none.code, 1, "{}", none.stdout);
}

#[test]
fn what_is_owed_is_told_of_one_controller_alone() {
    let place = Place::with_letters();
    let due = |who: &str| {
        place.run(&[
            "due",
            "--today",
            "2023-03-31",
            "--controller",
            who,
            "--json",
        ])
    };
    let titles = |run: &crate::harness::Run| -> Vec<String> {
        let all: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let lists = all.as_object().unwrap().values();
        lists
            .filter_map(serde_json::Value::as_array)
            .flatten()
            .map(|it| it["activity"].as_str().unwrap().to_owned())
            .collect()
    };
    let whole = "Заместитель начальника управления по образованию";
    for who in [whole, "начальника управления", "ЗАМЕСТИТЕЛЬ НАЧАЛЬНИКА"]
    {
        let run = due(who);
        assert_eq!(run.code, 0, "{}", run.stderr);
        let found = titles(&run);
        assert!(!found.is_empty(), "{who}");
        assert!(found.iter().all(|it| it.starts_with("1355/")), "{found:?}");
    }
    let several = due("заместитель");
    assert_eq!(several.code, 1);
    assert!(several.stderr.contains("министра"), "{}", several.stderr);
    assert!(several.stderr.contains(whole), "{}", several.stderr);
    let nobody = due("завхоз");
    assert!(nobody.stderr.contains(whole), "{}", nobody.stderr);
    let who = place.run(&[
        "who",
        "асоу",
        "--today",
        "2023-03-31",
        "--controller",
        whole,
    ]);
    assert_eq!(who.code, 0, "{}", who.stderr);
    assert!(!who.stdout.contains("1.2.3"), "{}", who.stdout);
    let agenda = place.run(&["agenda", "--date", "2023-03-31", "--controller", whole]);
    assert_eq!(agenda.code, 0, "{}", agenda.stderr);
}

#[test]
fn an_executor_gets_an_extract_from_all_documents() {
    let place = Place::with_letters();
    let paper = place.run(&["duties", "АСОУ", "2023-04-25", "-f", "txt", "-o", "-"]);
    assert_eq!(paper.code, 0, "{}", paper.stderr);
    for words in [
        "ВЫПИСКА",
        "из документов на контроле",
        "Для исполнения:",
        "Р-325",
        "Р-503",
        "просрочено",
    ] {
        assert!(paper.stdout.contains(words), "{words}: {}", paper.stdout);
    }
    assert!(!paper.stdout.contains("Чита"), "{}", paper.stdout);
    let table = place.run(&["duties", "асоу", "2023-04-25", "-f", "csv", "-o", "-"]);
    let rows = table.stdout.lines().filter(|line| line.contains("Р-325"));
    assert!(rows.count() >= 3, "{}", table.stdout);
    let nobody = place.run(&["duties", "никто такой", "-o", "-"]);
    assert_eq!(nobody.code, 1);
    let several = place.run(&["duties", "цнппм", "-o", "-"]);
    assert!(
        several.code == 0 || several.stderr.contains("ЦНППМ"),
        "{}",
        several.stderr
    );
    let all = place.run(&["duties", "--all", "-f", "txt", "-o", "-"]);
    assert!(all.stdout.matches("ВЫПИСКА").count() > 5);
}

#[test]
fn reports_that_are_missing_are_counted_in_the_paper_on_the_document() {
    let place = Place::with_letters();
    let day = planerka::domain::date::Date::new(2022, 10, 3).unwrap();
    let activity = "1355/4.2".parse().unwrap();
    let first = planerka::domain::date::Date::new(2022, 9, 1).unwrap();
    place.record([(
        day,
        planerka::domain::operation::Operation::Mark {
            activity,
            occurrence: first,
            status: planerka::domain::mark::Status::Done,
            happened: None,
        },
    )]);
    let paper = place.run(&["execution", "1355", "2023-01-20", "-f", "txt", "-o", "-"]);
    assert_eq!(paper.code, 0, "{}", paper.stderr);
    assert!(
        paper.stdout.contains("не представлено за прошлые сроки: 2"),
        "{}",
        paper.stdout
    );
}

#[test]
fn the_season_of_the_demonstration_mixes_the_plan_with_orders_and_letters() {
    let place = Place::new();
    let state = place.state();
    let run = place.run(&["demo", state.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let is_of_plan = |key: &str| !key.contains('/');
    let both = |keys: &[String], what: &str| {
        assert!(keys.iter().any(|it| is_of_plan(it)), "{what}: {keys:?}");
        assert!(keys.iter().any(|it| !is_of_plan(it)), "{what}: {keys:?}");
    };
    let keys = |lists: &serde_json::Value, names: &[&str], key: &str| -> Vec<String> {
        let all = names.iter().filter_map(|name| lists[*name].as_array());
        all.flatten()
            .filter_map(|it| it[key].as_str().map(str::to_owned))
            .collect()
    };
    let agenda = place.json(&["agenda", "--date", "2023-07-06", "--json"]);
    both(&keys(&agenda, &["items"], "item"), "agenda");
    let due = place.json(&["due", "--today", "2023-07-06", "--json"]);
    let lists = ["overdue", "this_week", "next_weeks", "undated"];
    both(&keys(&due, &lists, "activity"), "responsibilities");
    // An executor of both has both in one extract; so has the report, and the calendar.
    let extract = place.run(&["duties", "АСОУ", "2023-07-06", "-f", "csv", "-o", "-"]);
    let report = place.run(&[
        "report",
        "2023-05-25",
        "--to",
        "2023-12-28",
        "-f",
        "csv",
        "-o",
        "-",
    ]);
    let calendar = place.run(&["tactical", "2023-11-23", "-f", "ics", "-o", "-"]);
    let calendar = calendar.stdout.replace("\r\n ", "");
    for (text, words) in [
        (&extract.stdout, ["Р-503", "Р-325"]),
        (&report.stdout, ["Р-503", "Приказ № 1355, 4.2"]),
        (
            &calendar,
            ["-1.4.2-2023", "Стратегические сессии проводятся"],
        ),
    ] {
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn an_order_with_an_open_question_was_sent_to_columns_that_a_text_has_not() {
    let place = Place::new();
    let order = place.home().join("order.txt");
    let text = "ПРИКАЗ\nот 02.12.2024 № 45-о\n\nПриказываю:\n\
        1. Подготовить сценарий до 13 декабря 2024 года.\n\
        2. Отделу кадров представить отчёт не позднее 17.01.2025.\n";
    std::fs::write(&order, text).unwrap();
    let run = place.run(&["import", order.to_str().unwrap()]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stderr.contains("--take, --leave"), "{}", run.stderr);
    assert!(!run.stderr.contains("--columns"), "{}", run.stderr);
}
