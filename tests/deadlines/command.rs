//! What `planerka deadline` prints, and that both languages have every text it asks for.

use std::io::Cursor;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use planerka::cli::deadline::{DeadlineArgs, Surroundings, period as parse_period, run};
use planerka::domain::calendar::Calendar;
use planerka::domain::deadline::{Conventions, Note, Reason, Role};
use serde_json::Value;

use crate::support::{period, span};

const RUSSIAN: &str = include_str!("../../src/locale/ru/deadline.ftl");
const ENGLISH: &str = include_str!("../../src/locale/en/deadline.ftl");

fn bundle(source: &str, language: &str) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source.to_owned()).expect("the texts parse");
    let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.add_resource(resource).expect("no id twice");
    bundle
}

fn text(bundle: &FluentBundle<FluentResource>, id: &str, args: &[(&str, String)]) -> String {
    let mut fluent = FluentArgs::new();
    for (name, value) in args {
        fluent.set(*name, value.clone());
    }
    let message = bundle
        .get_message(id)
        .unwrap_or_else(|| panic!("no text {id}"));
    let mut errors = Vec::new();
    let text = bundle.format_pattern(message.value().unwrap(), Some(&fluent), &mut errors);
    assert!(errors.is_empty(), "{id}: {errors:?}");
    text.into_owned()
}

fn printed(args: &DeadlineArgs, input: &str) -> String {
    let bundle = bundle(RUSSIAN, "ru");
    let texts = |id: &str, args: &[(&str, String)]| text(&bundle, id, args);
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
    let ids = |source: &str| -> Vec<String> {
        source
            .lines()
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id.to_owned())
            .collect()
    };
    assert_eq!(ids(RUSSIAN), ids(ENGLISH));
    for (source, language) in [(RUSSIAN, "ru"), (ENGLISH, "en")] {
        let bundle = bundle(source, language);
        for reason in Reason::ALL {
            text(&bundle, &format!("deadline-reason-{}", reason.id()), &[]);
        }
        for note in Note::ALL {
            text(&bundle, &format!("deadline-note-{}", note.id()), &[]);
        }
        for role in Role::ALL {
            text(&bundle, &format!("deadline-role-{}", role.id()), &[]);
        }
    }
}
