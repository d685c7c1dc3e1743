//! Orders and letters: the text in, the document out. Every text in `tests/import/orders` has the
//! document it becomes beside it, with the lines as they were taken. Those from 11 on are made up in
//! the forms real ones have; the people and places in them are examples.
//!
//! `UPDATE_GOLDEN=1 cargo test --test import` writes them anew; the difference is read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use planerka::domain::date::Date;
use planerka::domain::subject::{Registry, Subjects};
use planerka::import::report::Question;
use planerka::import::taken::Taken;
use planerka::import::{Choice, Draft, Refusal, document, propose, read};
use planerka::store::document::to_text;

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/import/orders")
}

fn known() -> Registry {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/embedded/subjects.ron");
    let subjects: Subjects = ron::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    subjects.into()
}

fn proposed(text: &str, choice: &Choice) -> Result<Draft, Refusal> {
    propose(&read(text.as_bytes())?, choice, &known())
}

fn shown(draft: &Draft, stem: &str) -> String {
    let mut out = String::new();
    for line in &draft.lines {
        let taken = match line.taken {
            Taken::Task => "task".to_owned(),
            Taken::Heading => "heading".to_owned(),
            Taken::Aside(why) => format!("aside: {}", why.id()),
        };
        let terms: Vec<&str> = line
            .terms
            .iter()
            .map(|span| line.text.get(span.clone()).unwrap())
            .collect();
        writeln!(
            out,
            "// {} {}{} [{taken}] {terms:?}",
            line.row,
            "  ".repeat(line.depth),
            line.number
        )
        .unwrap();
    }
    for question in &draft.report.questions {
        writeln!(out, "// ? {question:?}").unwrap();
    }
    let key = document::key(draft, stem);
    let taken = Date::new(2023, 5, 23).unwrap();
    out + &to_text(&document::document(draft, key, taken)).unwrap()
}

#[test]
fn every_order_and_letter_becomes_the_document_beside_it() {
    let mut texts: Vec<PathBuf> = std::fs::read_dir(directory())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    texts.sort();
    assert!(texts.len() >= 20, "{}", texts.len());
    let mut bad = String::new();
    for path in texts {
        let text = std::fs::read_to_string(&path).unwrap();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let draft = proposed(&text, &Choice::default()).unwrap();
        let found = shown(&draft, &stem);
        let golden = path.with_extension("ron");
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &found).unwrap();
        } else if std::fs::read_to_string(&golden).unwrap_or_default() != found {
            writeln!(bad, "{stem}:\n{found}").unwrap();
        }
    }
    assert!(bad.is_empty(), "{bad}");
}

/// What R-325 orders, by hand: its points, deadlines and executors.
#[test]
fn the_order_on_the_session_is_taken_point_by_point() {
    let text =
        std::fs::read_to_string(directory().join("000-r-325-strategic-session.txt")).unwrap();
    let draft = proposed(&text, &Choice::default()).unwrap();
    let found: Vec<(&str, &str, &str)> = draft
        .activities()
        .into_iter()
        .map(|(_, it)| (it.number.as_str(), it.term.as_str(), it.executors.as_str()))
        .collect();
    let cadres = "Управление подготовки педагогических кадров и дополнительного профессионального образования";
    assert_eq!(
        found,
        [
            ("1)", "в срок до 01.04.2023", "АСОУ"),
            ("2)", "в период с 05.04.2023 по 06.04.2023", "АСОУ"),
            ("3)", "в срок до 20.04.2023", "АСОУ"),
            (
                "3.",
                "",
                "Ректор ГСГУ (Леонова Ж.К.), Ректор ГГТУ (Скударева Г.Н.)"
            ),
            ("4.", "", cadres),
        ]
    );
    assert_eq!(
        draft.requisites.controller,
        "Заместитель министра образования Московской области (Охрименко А.В.)"
    );
}

#[test]
fn a_line_is_left_out_or_taken_by_a_person() {
    let text = "ПРИКАЗ\nот 01.02.2024 № 5\nО работе\n1. Утвердить план.\n2. Отделу кадров сдать отчёт до 01.03.2024.\n";
    let rows = |choice: &Choice| -> Vec<String> {
        let draft = proposed(text, choice).unwrap();
        draft
            .activities()
            .iter()
            .map(|(_, it)| it.number.clone())
            .collect()
    };
    assert_eq!(rows(&Choice::default()), ["2."]);
    let taken = Choice {
        taken: vec![1],
        ..Choice::default()
    };
    assert_eq!(rows(&taken), ["1.", "2."]);
    let left = Choice {
        left_out: vec![2],
        taken: vec![1],
        ..Choice::default()
    };
    assert_eq!(rows(&left), ["1."]);
}

#[test]
fn a_deadline_before_the_day_of_the_text_and_missing_requisites_are_asked() {
    let kinds = |text: &str| -> Vec<&'static str> {
        proposed(text, &Choice::default())
            .unwrap()
            .report
            .questions
            .iter()
            .map(|question| match question {
                Question::NoNumber => "no number",
                Question::NoDate => "no date",
                Question::NobodyNamed { .. } => "nobody",
                Question::TermBeforeDate { .. } => "before",
                _ => "other",
            })
            .collect()
    };
    assert_eq!(
        kinds("ПРИКАЗ\nот 01.02.2024 № 5\nО работе\n1. Отделу кадров сдать отчёт до 15.01.2024.\n"),
        ["before"]
    );
    assert_eq!(
        kinds("ПРИКАЗЫВАЮ:\n1. Провести семинар до 15.01.2024.\n"),
        ["nobody", "no number", "no date"]
    );
}

#[test]
fn a_text_that_is_no_order_is_refused() {
    for text in ["Купить: 1. хлеб; 2. молоко.", "Просто текст.\nБез таблицы."]
    {
        assert_eq!(
            read(text.as_bytes()).map(|_| ()).unwrap_err(),
            Refusal::NoTable,
            "{text}"
        );
    }
}

#[test]
fn a_plan_that_is_a_list_and_no_table_was_refused() {
    let draft = proposed(
        "План подготовки к отопительному сезону 2024-2025 гг.\n\n\
         1. Промывка систем отопления. Срок: до 15 июля. Отв.: ООО «Тепло».\n\
         2. Опрессовка.\nСрок исполнения – до 1 августа 2024 г.\nОтветственный: Иванов И.И.\n\
         3. Получение паспортов готовности. Срок: 15.09.2024. Отв.: отдел ЖКХ\n",
        &Choice::default(),
    )
    .unwrap();
    let said: Vec<String> = draft
        .activities()
        .iter()
        .map(|(_, it)| format!("{} | {} | {}", it.number, it.term, it.executors))
        .collect();
    assert_eq!(
        said,
        [
            "1. | до 15 июля | ООО «Тепло»",
            "2. | до 1 августа 2024 г. | Иванов И.И.",
            "3. | 15.09.2024 | Отдел ЖКХ",
        ]
    );
    assert_eq!(
        draft.requisites.plan_title.as_deref(),
        Some("План подготовки к отопительному сезону 2024-2025 гг.")
    );
    assert_eq!(draft.requisites.issuer, None);
    assert!(draft.report.questions.is_empty());
    // One deadline among points makes no plan of a text.
    let other = "Правила\n1. Мыть руки.\n2. Срок: всегда.\n3. Не шуметь.\n";
    assert!(proposed(other, &Choice::default()).is_err());
}
