//! What README and docs say about keys, files, themes and commands is what the program says, in
//! both languages.

use std::path::Path;

use planerka::domain::settings::{PaperSettings, Settings};
use planerka::store::document::to_text;

use crate::harness::Place;

/// The places whose keys a chair needs first; `planerka keys` has all.
const SHOWN: [&str; 3] = ["global", "start", "meeting"];

fn readme(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn block<'a>(text: &'a str, name: &str) -> &'a str {
    let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (_, rest) = text.split_once(&begin).expect("the block begins");
    rest.split_once(&end).expect("the block ends").0
}

/// The table of keys as the program would write it.
fn table(language: &str) -> String {
    let keys = Place::new().json(&["keys", "--json", "--lang", language]);
    let (head, names) = if language == "ru" {
        (
            "| Где | Клавиши | Что делает | Имя |",
            ["везде", "четверг", "совещание"],
        )
    } else {
        (
            "| Where | Keys | What it does | Name |",
            ["everywhere", "Thursday", "meeting"],
        )
    };
    let mut lines = vec![head.to_owned(), "|---|---|---|---|".to_owned()];
    for (context, name) in SHOWN.iter().zip(names) {
        for binding in keys.as_array().unwrap() {
            let bound = binding["keys"].as_array().unwrap();
            if binding["context"] != *context || bound.is_empty() {
                continue;
            }
            let bound: Vec<String> = bound
                .iter()
                .map(|key| format!("`{}`", key.as_str().unwrap()))
                .collect();
            lines.push(format!(
                "| {name} | {} | {} | `{}` |",
                bound.join(" "),
                binding["text"].as_str().unwrap(),
                binding["action"].as_str().unwrap()
            ));
        }
    }
    lines.join("\n") + "\n"
}

#[test]
fn the_key_tables_are_what_the_program_prints() {
    let mut stale = Vec::new();
    for (name, language) in [("docs/keys.md", "en"), ("docs/keys.ru.md", "ru")] {
        let text = readme(name);
        let (found, expected) = (block(&text, "keys"), table(language));
        if found == expected {
            continue;
        }
        // `PLANERKA_UPDATE=1 cargo test --test cli` writes the tables anew.
        if std::env::var_os("PLANERKA_UPDATE").is_some() {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
            let whole = |table: &str| format!("<!-- keys -->\n{table}<!-- /keys -->");
            std::fs::write(path, text.replacen(&whole(found), &whole(&expected), 1)).unwrap();
        } else {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "{stale:?}: the table of keys is stale; run PLANERKA_UPDATE=1 cargo test --test cli"
    );
}

#[test]
fn every_command_and_theme_is_named() {
    let place = Place::new();
    let help = place.run(&["--help", "--lang", "en"]).stdout;
    let commands = help.split_once("Commands:\n").unwrap().1;
    let themes = place.json(&["themes", "--json"]);
    for name in ["README.md", "README.ru.md"] {
        let text = readme(name);
        for line in commands.lines().take_while(|line| !line.is_empty()) {
            let command = line.split_whitespace().next().unwrap();
            assert!(
                text.contains(&format!("planerka {command}")),
                "{name}: {command}"
            );
        }
        for theme in themes.as_array().unwrap() {
            let theme = theme["name"].as_str().unwrap();
            assert!(text.contains(&format!("`{theme}`")), "{name}: {theme}");
        }
    }
}

#[test]
fn the_examples_of_files_are_read_without_a_fault() {
    for name in ["docs/files.md", "docs/files.ru.md"] {
        let text = readme(name);
        for part in text.split("```ron\n").skip(1) {
            let example = part.split("```").next().unwrap();
            let file = example.lines().next().unwrap().trim_start_matches("// ");
            let file = file.split(':').next().unwrap();
            if !["settings.ron", "keymap.ron", "subjects.ron", "plan.ron"].contains(&file) {
                continue;
            }
            let place = Place::with_state();
            place.write(file, example);
            let run = place.run(&["check"]);
            let faults: Vec<&str> = run
                .stdout
                .lines()
                .filter(|line| line.contains(file) && line.contains(": ошибка: "))
                .collect();
            assert_eq!(faults, Vec::<&str>::new(), "{name}");
        }
    }
}

#[test]
fn every_setting_is_in_the_example() {
    let settings = Settings {
        papers: PaperSettings::default(),
        ..Settings::default()
    };
    let written = to_text(&settings).unwrap() + &to_text(&settings.papers).unwrap();
    let fields: Vec<&str> = written
        .lines()
        .filter_map(|line| Some(line.trim().split_once(": ")?.0))
        .collect();
    assert!(fields.len() > 25, "{fields:?}");
    for name in ["docs/files.md", "docs/files.ru.md"] {
        let text = readme(name);
        let example = text.split("// settings.ron").nth(1).unwrap();
        let example = example.split("```").next().unwrap();
        for field in &fields {
            let field = field.trim_start_matches('(');
            assert!(example.contains(&format!("{field}: ")), "{name}: {field}");
        }
    }
}

#[test]
fn both_name_the_two_commands() {
    for name in ["README.md", "README.ru.md"] {
        let text = readme(name);
        for command in ["cargo run --release", "cargo test --locked"] {
            assert!(
                text.contains(&format!("\n{command}\n")),
                "{name}: {command}"
            );
        }
    }
}

#[test]
fn both_are_short_enough_to_be_read() {
    for name in ["README.md", "README.ru.md"] {
        let lines = readme(name).lines().count();
        assert!(
            lines <= 250,
            "{name}: {lines} lines; what is long goes to docs/"
        );
    }
}
