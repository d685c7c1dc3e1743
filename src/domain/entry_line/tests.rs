//! What of a line is a name, a date, and what stays text.

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::deadline::date_words::{self, DateContext, DateWordError};
use crate::domain::subject::{Subject, SubjectKind, Subjects};

/// A Thursday.
fn meeting() -> Date {
    Date::new(2024, 1, 11).unwrap()
}

fn person(number: usize, name: &str) -> Subject {
    Subject {
        id: SubjectId(format!("p{number}")),
        kind: SubjectKind::Person,
        short: SafeText::new(name),
        full: SafeText::new(name),
        ..registry().get(&SubjectId("mms".into())).unwrap().clone()
    }
}

fn registry() -> Registry {
    let document: Subjects =
        ron::from_str(include_str!("../../store/embedded/subjects.ron")).unwrap();
    document.into()
}

fn read(raw: &str, choice: DateChoice, subjects: &Registry) -> EntryLine {
    parse(raw, subjects, choice, |words| {
        let read = date_words::parse(
            words,
            meeting(),
            DateContext::default(),
            &Calendar::default(),
        );
        read.map(|word| (word.date, word.form))
            .map_err(|error| match error {
                DateWordError::NoSuchDay => NotADate::NoSuchDay,
                _ => NotADate::Text,
            })
    })
}

fn guessed(raw: &str) -> EntryLine {
    read(raw, DateChoice::Guess, &registry())
}

#[test]
fn a_number_at_the_end_of_a_decision_is_text() {
    for text in [
        "Снизить число замечаний до 5",
        "Увеличить охват до 15",
        "Сократить срок до 3",
        "Обеспечить рост с 1,5 до 2",
        "Охват довести до 12.05",
        "Охват довести до 12,05.",
        "Подготовить приложения к 2.1",
        "Подготовить приложение к 3.10",
        "Внести изменения к 3.5.10",
        "Собраться к 12.00",
        "Собраться к 10.05",
        "Явка к 9.30",
        "Довести долю до 45 %",
        "Расширить сеть с 10.01 до 12.05",
        "Сократить срок согласования до 3 дней",
        "Увеличить число групп до 10-12",
        "Перейти к 9 классу",
        "Довести до +7",
        "Проект реализовать в течение 3 дней",
        "Повторить опрос через две недели",
        "Привести форму к виду 30.02",
        "Считать исполненным до 31.14",
        "Закрыть до 31.06",
    ] {
        let line = guessed(text);
        assert_eq!((line.text.as_str(), line.due), (text, None), "{text}");
        assert_eq!(line.said.as_str(), text);
    }
}

#[test]
fn a_date_at_the_end_of_a_decision_is_its_due_date() {
    let day = |text: &str| text.parse::<Date>().ok();
    for (raw, text, due) in [
        ("Утвердить план к 15.06", "Утвердить план", "2024-06-15"),
        ("Утвердить план до 15.06.", "Утвердить план", "2024-06-15"),
        (
            "Утвердить план до 15.06.2024 г.",
            "Утвердить план",
            "2024-06-15",
        ),
        ("Утвердить в срок до 1 марта", "Утвердить", "2024-03-01"),
        (
            "Утвердить не позднее 1 марта 2024 года включительно",
            "Утвердить",
            "2024-03-01",
        ),
        ("Утвердить, срок: чт", "Утвердить,", "2024-01-18"),
        ("Утвердить ко вторнику", "Утвердить", "2024-01-16"),
        ("Утвердить до 15-го", "Утвердить", "2024-01-15"),
        (
            "Увеличить охват до конца месяца",
            "Увеличить охват",
            "2024-01-31",
        ),
        // The verb has what it wants; the clause has a verb of its own.
        (
            "Довести приказ до школ до 12.05",
            "Довести приказ до школ",
            "2024-05-12",
        ),
        (
            "Увеличить охват и представить отчёт до 12.05",
            "Увеличить охват и представить отчёт",
            "2024-05-12",
        ),
        ("Собраться к 15.06", "Собраться", "2024-06-15"),
        ("Отчёт @ММС к 15.06 #сайт", "Отчёт", "2024-06-15"),
        ("Отчёт @ММС 15.06", "Отчёт", "2024-06-15"),
        ("Охват довести @ММС до 12.05", "Охват довести", "2024-05-12"),
    ] {
        let line = guessed(raw);
        assert_eq!((line.text.as_str(), line.due), (text, day(due)), "{raw}");
    }
}

#[test]
fn one_choice_takes_the_other_reading() {
    let text = "Снизить число замечаний до 5";
    let line = read(text, DateChoice::Due, &registry());
    assert_eq!(line.text.as_str(), "Снизить число замечаний");
    assert_eq!(line.due, Date::new(2024, 2, 5).ok());
    let date = guessed(text).date.unwrap();
    assert_eq!((date.words.as_str(), date.is_taken), ("до 5", false));

    let text = "Утвердить план к 15.06";
    let line = read(text, DateChoice::Text, &registry());
    assert_eq!((line.text.as_str(), line.due), (text, None));
    let date = line.date.unwrap();
    assert_eq!((date.words.as_str(), date.is_taken), ("к 15.06", false));
    // Nothing to choose between.
    let line = read("Утвердить план", DateChoice::Due, &registry());
    assert_eq!((line.due, line.date), (None, None));
}

#[test]
fn a_day_there_is_none_of_is_told_and_stays() {
    assert_eq!(
        guessed("Закрыть до 31.06").no_such_day.as_deref(),
        Some("до 31.06")
    );
    assert_eq!(
        guessed("Закрыть к 30 февраля").no_such_day.as_deref(),
        Some("к 30 февраля")
    );
    assert_eq!(guessed("Собраться к 12.00").no_such_day, None);
}

#[test]
fn names_of_people_end_with_a_full_stop() {
    let names = [
        "Фамилия И. О.",
        "Салтыков-Щедрин М.Е.",
        "О’Коннор Дж.",
        "Мамедов Р. А. оглы",
        "Ким А.",
    ];
    let mut subjects = registry();
    for (number, name) in names.into_iter().enumerate() {
        let mut subject = person(number, name);
        subject.aliases = vec![SafeText::new(&format!("псевдоним{number}"))];
        subjects.put(subject);
    }
    for (raw, expected) in [
        ("Отчёт @Фамилия И. О. к 15.06", "p0"),
        ("Отчёт @Фамилия И.О. к 15.06", "p0"),
        ("Отчёт @И.О. Фамилия, к 15.06", "p0"),
        ("Отчёт @псевдоним0 к 15.06", "p0"),
        ("Отчёт @Салтыков-Щедрин М. Е. к 15.06", "p1"),
        ("Отчёт @о'коннор дж к 15.06", "p2"),
        ("Отчёт @Мамедов Р.А. оглы к 15.06", "p3"),
        ("Отчёт @Ким А. к 15.06", "p4"),
        ("Отчёт @ммс. к 15.06", "mms"),
        // The same keys under the other layout.
        ("Отчёт @Abvf B/J/ к 15.06", "unknown"),
        ("Отчёт @Afvbkbz B/J/ к 15.06", "p0"),
        ("Отчёт @Rbv F/ к 15.06", "p4"),
    ] {
        let line = read(raw, DateChoice::Guess, &subjects);
        let found: Vec<&str> = line.executors.iter().map(|id| id.0.as_str()).collect();
        if expected == "unknown" {
            assert_eq!(found, Vec::<&str>::new(), "{raw}");
            continue;
        }
        assert_eq!(found, [expected], "{raw}");
        assert_eq!(line.text.as_str(), "Отчёт", "{raw}");
        assert_eq!(line.due, Date::new(2024, 6, 15).ok(), "{raw}");
    }
    // What is stored is typed back and read as the same.
    for number in 0..names.len() {
        let content = EntryContent {
            executors: vec![SubjectId(format!("p{number}"))],
            ..EntryContent::plain(EntryKind::Assignment, "Отчёт".into())
        };
        let (typed, _) = typed(&content, &subjects, None);
        let read = read(&typed, DateChoice::Guess, &subjects);
        assert_eq!(read.content(EntryKind::Decision), content, "{typed}");
    }
}

#[test]
fn a_sign_before_nobodys_name_stays() {
    let line = guessed("!важно сдать вовремя");
    assert_eq!(line.said.as_str(), "!важно сдать вовремя");
    assert_eq!(line.unknown_controllers, ["важно"]);
}

#[test]
fn a_date_typed_behind_a_name_is_none_of_it() {
    for (typed, name, date) in [
        ("ряб к 15.06", "ряб", Some("к 15.06")),
        ("ряб 15.06", "ряб", Some("15.06")),
        ("Иванова М. И., до чт", "Иванова М. И.", Some("до чт")),
        ("ряб к 31.06", "ряб", Some("к 31.06")),
        ("ряб к 15", "ряб", Some("к 15")),
        ("ряб завтра", "ряб", Some("завтра")),
        ("Школа № 15", "Школа № 15", None),
        ("Отдел по связям", "Отдел по связям", None),
        ("15.06", "15.06", None),
    ] {
        let read = name_and_date(typed, |words| {
            date_words::parse(
                words,
                meeting(),
                DateContext::default(),
                &Calendar::default(),
            )
            .map(|word| (word.date, word.form))
            .map_err(|error| match error {
                DateWordError::NoSuchDay => NotADate::NoSuchDay,
                _ => NotADate::Text,
            })
        });
        assert_eq!(read, (name.to_owned(), date.map(str::to_owned)), "{typed}");
    }
}
