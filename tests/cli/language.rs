//! Help, language and what is said of a call that is not understood.

use crate::harness::Place;

const COMMANDS: &[&[&str]] = &[
    &[],
    &["plan"],
    &["plan", "show"],
    &["plan", "check"],
    &["agenda"],
    &["who"],
    &["due"],
    &["assignments"],
    &["minutes"],
    &["tactical"],
    &["deadline"],
    &["check"],
    &["keys"],
    &["themes"],
];

fn is_russian(text: &str) -> bool {
    text.chars().any(|letter| ('а'..='я').contains(&letter))
}

#[test]
fn every_command_has_help_in_both_languages() {
    let place = Place::new();
    for command in COMMANDS {
        for (language, expected) in [("ru", "Вызов: "), ("en", "Usage: ")] {
            let arguments = [*command, &["--help", "--lang", language]].concat();
            let run = place.run(&arguments);
            assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{command:?}");
            assert!(run.stdout.contains(expected), "{}", run.stdout);
            assert!(!run.stdout.contains("cli-"), "{}", run.stdout);
            assert_eq!(is_russian(&run.stdout), language == "ru", "{}", run.stdout);
        }
    }
}

#[test]
fn a_call_that_is_not_understood_is_told_in_the_users_language() {
    let place = Place::new();
    for (arguments, russian, english) in [
        (
            &["agnda"][..],
            "Команды «agnda» нет. Вероятно, это agenda.",
            "There is no command",
        ),
        (
            &["due", "--jsn"],
            "--jsn здесь нет. Вероятно, это --json.",
            "Probably --json is meant.",
        ),
        (
            &["who"],
            "Не хватает аргумента: <QUERY>.",
            "An argument is missing: <QUERY>.",
        ),
        (
            &["agenda", "--date", "на днях"],
            "дата пишется как 25.05.2023, 25.05, 2023-05-25",
            "a date is written like",
        ),
        (
            &["agenda", "--date", "2023-02-30"],
            "такого дня в календаре нет.",
            "no such day",
        ),
        (
            &["agenda", "--date"],
            "После --date <DATE> нужно значение.",
            "needs a value.",
        ),
        (
            &["minutes", "--format", "pages"],
            "есть ron, txt, md",
            "there are ron, txt, md",
        ),
        (
            &["--lang", "de", "due"],
            "есть языки ru и en.",
            "there are the languages",
        ),
        (
            &["deadline", "--period", "2024..2023"],
            "первый день позже последнего.",
            "lies after the last",
        ),
    ] {
        for (locale, expected) in [("ru_RU.UTF-8", russian), ("en_US.UTF-8", english)] {
            let run = place.run_with(&[("LANG", locale)], arguments);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
            assert!(run.stderr.contains(expected), "{}", run.stderr);
        }
    }
    let run = place.run(&["plan"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("show"));
}

#[test]
fn the_language_is_asked_for_or_set_or_of_the_environment_or_of_the_plan() {
    let place = Place::with_state();
    let language = |variables: &[(&str, &str)], arguments: &[&str]| {
        let run = place.run_with(variables, &[&["due"], arguments].concat());
        if run.stdout.starts_with("На ") {
            "ru"
        } else {
            "en"
        }
    };
    assert_eq!(language(&[], &[]), "ru");
    assert_eq!(language(&[("LANG", "C")], &[]), "ru");
    assert_eq!(language(&[("LANG", "de_DE.UTF-8")], &[]), "ru");
    assert_eq!(language(&[("LANG", "en_US.UTF-8")], &[]), "en");
    assert_eq!(
        language(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "ru_RU.UTF-8")], &[]),
        "ru"
    );
    assert_eq!(
        language(&[("LC_ALL", "ru_RU.UTF-8")], &["--lang", "en"]),
        "en"
    );
    place.edit("settings.ron", "language: None", "language: Some(\"en\")");
    assert_eq!(language(&[("LC_ALL", "ru_RU.UTF-8")], &[]), "en");
    assert_eq!(language(&[], &["--lang", "ru"]), "ru");
}

#[test]
fn without_a_terminal_the_program_says_what_to_do() {
    for (language, expected) in [("ru", "нужен терминал"), ("en", "terminal is needed")]
    {
        let run = Place::new().run(&["--lang", language]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""));
        assert!(
            run.stderr.to_lowercase().contains(expected),
            "{}",
            run.stderr
        );
    }
}
