//! What `planerka deadline` prints, and that both languages have every text it asks for.

use std::io::Cursor;

use planerka::cli::deadline::{DeadlineArgs, Surroundings, period as parse_period, run};
use planerka::domain::calendar::Calendar;
use planerka::domain::deadline::{Conventions, Note, Reason, Role};
use planerka::locale::{Language, Texts};
use serde_json::Value;

use crate::support::{period, span};

fn printed(args: &DeadlineArgs, input: &str) -> String {
    let texts = Texts::new(Language::Ru);
    let surroundings = Surroundings {
        period: period("P"),
        from: span("2023-05-23").first,
        today: span("2023-05-25").first,
        conventions: &Conventions::default(),
        calendar: &Calendar::default(),
        texts: &texts,
    };
    let mut output = Vec::new();
    run(args, &surroundings, &mut Cursor::new(input), &mut output).unwrap();
    String::from_utf8(output).unwrap()
}

fn json(wordings: &[&str]) -> Vec<Value> {
    let args = DeadlineArgs {
        json: true,
        wordings: wordings.iter().map(|&text| text.to_owned()).collect(),
        ..DeadlineArgs::default()
    };
    printed(&args, "")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn one_json_object_a_wording_with_the_agreed_keys_first() {
    let line = printed(
        &DeadlineArgs {
            json: true,
            wordings: vec!["27 марта 2023 с 10.00 до 13.00 МСК".to_owned()],
            ..DeadlineArgs::default()
        },
        "",
    );
    let wanted = concat!(
        r#"{"text":"27 марта 2023 с 10.00 до 13.00 МСК","kind":"event","#,
        r#""windows":[["2023-03-27","2023-03-27"]],"#,
        r#""time":{"from":"10:00","to":"13:00","zone":"MSK"},"certain":true,"note":"","#,
    );
    assert!(line.starts_with(wanted), "{line}");
}

#[test]
fn windows_are_all_there_before_any_shift() {
    let [thursdays, may, nonsense] = json(&[
        "Еженедельно по четвергам в течение 2023-2024 гг.",
        "май\n2023 г.",
        "ффф",
    ])
    .try_into()
    .unwrap();
    assert_eq!(thursdays["windows"].as_array().unwrap().len(), 104);
    assert_eq!(thursdays["occurrences"].as_array().unwrap().len(), 84);
    assert_eq!(
        may["windows"],
        serde_json::json!([["2023-05-01", "2023-05-31"]])
    );
    assert_eq!(may["text"], "май\n2023 г.");
    assert_eq!(
        (&nonsense["kind"], &nonsense["certain"]),
        (&"unread".into(), &false.into())
    );
    assert_eq!(nonsense["unread"], serde_json::json!(["ффф"]));
    assert_ne!(nonsense["note"], "");
}

#[test]
fn wordings_come_one_a_line_from_the_input() {
    let args = DeadlineArgs {
        json: true,
        ..DeadlineArgs::default()
    };
    let output = printed(&args, "Май 2023 г.\r\n\nпостоянно");
    let kinds: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["kind"].clone())
        .collect();
    assert_eq!(kinds, ["windows", "continuous"]);
}

#[test]
fn every_word_is_explained() {
    let args = DeadlineArgs {
        explain: true,
        wordings: vec!["до 15 июня 2023 г., \u{1b}[31mзюзюка".to_owned()],
        ..DeadlineArgs::default()
    };
    let output = printed(&args, "");
    assert!(output.contains("15 — номер"), "{output}");
    assert!(output.contains("июня — месяц"), "{output}");
    assert!(output.contains("зюзюка — не понято"), "{output}");
    assert!(!output.contains('\u{1b}'));
}

#[test]
fn periods_are_dates_or_years() {
    assert_eq!(parse_period("2023..2024"), Ok(period("P")));
    assert_eq!(parse_period("2024"), Ok(period("Y")));
    assert_eq!(parse_period("2023-09-01..2024-08-31"), Ok(period("S")));
    for wrong in ["", "2024..2023", "2023-13-01..2024", "вчера", "1999", ".."] {
        assert!(parse_period(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn both_languages_have_every_text() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        let reasons = Reason::ALL.iter().map(|it| ("reason", it.id()));
        let notes = Note::ALL.iter().map(|it| ("note", it.id()));
        let roles = Role::ALL.iter().map(|it| ("role", it.id()));
        for (kind, id) in reasons.chain(notes).chain(roles) {
            let id = format!("deadline-{kind}-{id}");
            assert!(texts.has(&id), "{language}: {id}");
        }
    }
}

#[test]
fn a_day_off_in_a_week_with_working_days_was_said_to_be_in_a_week_without() {
    let wordings = [
        "каждый первый понедельник ноября",
        "первый понедельник каждого месяца",
    ];
    let text = printed(
        &DeadlineArgs {
            period: Some(span("2024-11-01..2024-11-30")),
            wordings: wordings.iter().map(|&text| text.to_owned()).collect(),
            ..DeadlineArgs::default()
        },
        "",
    );
    assert!(text.contains("это нерабочий день"), "{text}");
    assert!(!text.contains("нет рабочих дней"), "{text}");
}
