//! `planerka plan show` and `planerka plan check`.

use serde_json::Value;

use crate::harness::Place;

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

fn activities(plan: &Value) -> Vec<&Value> {
    list(&plan["directions"])
        .iter()
        .flat_map(|direction| list(&direction["measures"]))
        .flat_map(|measure| list(&measure["activities"]))
        .collect()
}

#[test]
fn the_plan_as_json_has_the_keys_of_the_transcription_and_dates_beside() {
    let plan = Place::new().json(&["plan", "show", "--json"]);
    assert_eq!(
        keys(&plan),
        [
            "documents",
            "activities",
            "directions",
            "indicators",
            "glossary",
            "abbreviations"
        ]
    );
    let direction = &plan["directions"][0];
    assert_eq!(keys(direction), ["number", "title", "measures"]);
    let measure = &direction["measures"][0];
    assert_eq!(keys(measure), ["number", "title", "activities"]);
    assert_eq!(
        (&direction["number"], &measure["number"]),
        (&1.into(), &"1.1".into())
    );
    assert_eq!(
        keys(&measure["activities"][0]),
        [
            "number",
            "title",
            "responsible_subject",
            "executors",
            "term",
            "result",
            "other",
            "id",
            "occurrences"
        ]
    );
    let measures = list(&plan["directions"])
        .iter()
        .map(|direction| list(&direction["measures"]).len());
    assert_eq!(list(&plan["directions"]).len(), 3);
    assert_eq!(measures.sum::<usize>(), 16);
    assert_eq!(activities(&plan).len(), 63);
    assert_eq!(list(&plan["indicators"]).len(), 6);
    assert_eq!(list(&plan["glossary"]).len(), 22);
}

#[test]
fn due_dates_are_those_the_wordings_mean() {
    let plan = Place::new().json(&["plan", "show", "--json"]);
    let occurrences = |term: &str| -> Vec<Value> {
        let found = activities(&plan)
            .into_iter()
            .find(|activity| activity["term"] == term);
        list(&found.unwrap_or_else(|| panic!("no {term}"))["occurrences"]).clone()
    };
    let dues = |term: &str| -> Vec<String> {
        occurrences(term)
            .iter()
            .map(|one| one["due"].as_str().unwrap_or("-").to_owned())
            .collect()
    };
    assert_eq!(dues("Май 2023 г."), ["2023-05-31"]);
    assert_eq!(dues("Май-июнь 2023 г."), ["2023-06-30"]);
    assert_eq!(
        dues("Май 2023 г., январь 2024 г."),
        ["2023-05-31", "2024-01-31"]
    );
    assert_eq!(
        dues("Июнь 2023 г декабрь 2023 г., июнь 2024г., декабрь2024 г."),
        ["2023-06-30", "2023-12-29", "2024-06-28", "2024-12-28"]
    );
    assert_eq!(dues("В течение 2023-2024 гг."), ["2024-12-28"]);
    let thursdays = occurrences("Еженедельно по четвергам в течение 2023-2024 гг.");
    assert_eq!(thursdays.len(), 84);
    assert_eq!(
        thursdays[0],
        serde_json::json!({ "start": "2023-05-25", "end": "2023-05-25", "due": "2023-05-25" })
    );
    let weeks = occurrences("Еженедельно");
    assert_eq!(weeks.len(), 85);
    let new_year = weeks.iter().find(|week| week["start"] == "2024-01-01");
    assert_eq!(new_year.unwrap()["due"], Value::Null);
}

#[test]
fn the_plan_in_words_names_every_activity_and_its_dates() {
    let run = Place::new().run(&["plan", "show"]);
    assert_eq!(run.code, 0);
    for part in [
        "Распоряжение от 23.05.2023 № Р-503",
        "  3.5.",
        "Срок: Май 2023 г., январь 2024 г.",
        "К дате: 31.05.2023, 31.01.2024",
        "К дате: 84: 25.05.2023 … 26.12.2024",
    ] {
        assert!(run.stdout.contains(part), "{part}");
    }
    let english = Place::new().run(&["plan", "show", "--lang", "en"]);
    assert!(english.stdout.contains("Due: 31.05.2023, 31.01.2024"));
}

#[test]
fn a_plan_in_order_is_said_to_be_and_one_with_faults_is_not() {
    let place = Place::with_state();
    let run = place.run(&["plan", "check"]);
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(run.stdout.contains("Разделов: 19, мероприятий: 63"));
    place.edit(
        "plan.ron",
        "term: \"Май 2023 г.\"",
        "term: \"когда-нибудь\"",
    );
    let run = place.run(&["plan", "check"]);
    assert_eq!(run.code, 0);
    assert!(
        run.stdout
            .contains("plan.ron:27:33: предупреждение: Срок мероприятия 1.1.1")
    );
    place.edit("plan.ron", "id: \"1.1.2\"", "id: \"1.1.1\"");
    let run = place.run(&["plan", "check"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout.contains("в первый раз в строке 27"),
        "{}",
        run.stdout
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_early_is_no_failure() {
    use std::io::Read;
    use std::process::{Command, Stdio};

    let place = Place::new();
    let mut child = Command::new(env!("CARGO_BIN_EXE_planerka"))
        .args(["plan", "show", "--json"])
        .env("PLANERKA_STATE", place.state())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut first).unwrap();
    drop(output);
    let result = child.wait_with_output().unwrap();
    assert_eq!(result.status.code(), Some(0));
    assert!(result.stderr.is_empty());
}
