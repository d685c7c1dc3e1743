//! Both languages say the same things, the code asks only for texts that exist, and no text a
//! user reads stands outside the files of texts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that fails may panic"
)]

#[path = "locale/lexer.rs"]
mod lexer;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use lexer::{Token, tokens};
use planerka::locale::{FILES, Language};

/// Ids made at run time from a name: every text with such a prefix counts as used.
const DYNAMIC_PREFIXES: &[&str] = &[
    "action-",
    "context-",
    "theme-",
    "fault-",
    "paper-",
    "cli-about-",
    "import-role-",
    "cli-help-",
    "deadline-kind-",
    "deadline-reason-",
    "deadline-note-",
    "deadline-role-",
    "glossary-",
    "form-field-",
    "welcome-",
];

/// Texts that are the ground for what comes later.
const NOT_YET_USED: &[&str] = &["days"];

/// Where Russian words are data and not texts of the interface.
const CYRILLIC_IS_DATA: &[&str] = &[
    "src/locale",
    "src/paper",
    "src/domain/deadline",
    "src/domain/calendar",
    "src/domain/layout",
    "src/domain/search",
    "src/domain/fold",
    "src/domain/subject/mention",
    // Words and signs a file or a typed line is read by.
    "src/domain/entry_line",
    "src/domain/vote",
    "src/domain/event/quota",
    "src/domain/indicator/goal",
    "src/domain/workspace/event",
    "src/domain/workspace/on_control",
    "src/tui/select/find",
    "src/tui/select/answers",
    "src/domain/document/reference",
    "src/domain/gathering",
    "src/domain/russian",
    // Which lines of the shipped season are first.
    "src/domain/demo/judgement",
    "src/store/check",
    // Words by which a table of a plan is read, and words that a plan has.
    "src/import",
    "src/domain/workspace/fixture",
    // Tests: what minutes say of people, and topics of an agenda.
    "src/domain/workspace/rules",
    "src/domain/workspace/pending/random",
    "src/tui/keymap/layout",
    // By which words a document is known for what it is, and what the first form calls its parts.
    "src/domain/document/called",
    "src/domain/document/first_form",
    "src/domain/tactical_plan/words",
];

/// Words of one document, or of one way to meet: they come from the documents and the settings,
/// folded.
const WORDS_OF_ONE_DOCUMENT: &[&str] = &[
    "рс нмс",
    "комплекс мер",
    "комплекса мер",
    "комплексу мер",
    "комплексом мер",
    "комплексе мер",
    "системообразующ",
    "четверг",
    "measures plan",
    "set of measures",
];

/// Where such a word may stand, and why.
const WHERE_THEY_ARE_DATA: &[(&str, &str)] = &[
    ("src/domain/deadline", "words deadlines are read by"),
    ("src/import", "words texts and tables are read by"),
    ("src/domain/demo", "the season for looking at"),
    ("src/domain/workspace/fixture", "a test's ground"),
    ("src/store/embedded", "the documents the binary carries"),
    (
        "src/domain/document/first_form",
        "what the first form of a plan calls its parts, on disk",
    ),
    (
        "src/domain/tactical_plan/words",
        "what was approved before papers named their documents",
    ),
    ("src/locale/ru/date.ftl", "the days of the week"),
    ("src/locale/ru/forms.ftl", "the days of the week"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(directory: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_path_buf()];
    while let Some(directory) = waiting.pop() {
        for entry in std::fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every source file as its path from the root, with `/`, and its tokens outside tests.
fn sources() -> Vec<(String, Vec<Token>)> {
    files_below(&root().join("src"), "rs")
        .into_iter()
        .filter(|path| path.file_stem().is_some_and(|name| name != "tests"))
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
            let source = std::fs::read_to_string(&path).unwrap();
            (
                name.replace('\\', "/"),
                lexer::without_tests(&tokens(&source)),
            )
        })
        .collect()
}

/// Ids of a file with the arguments each text takes, in one language.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    let mut id = String::new();
    for line in source.lines() {
        let starts_message = line.starts_with(|c: char| c.is_ascii_lowercase());
        if starts_message && let Some((name, _)) = line.split_once('=') {
            name.trim().clone_into(&mut id);
            let earlier = messages.insert(id.clone(), BTreeSet::new());
            assert!(earlier.is_none(), "`{id}` stands twice");
        }
        if line.starts_with('#') {
            continue;
        }
        for after in line.split("{ $").skip(1) {
            let name = after.split([' ', '}']).next().unwrap();
            let arguments = messages.get_mut(&id).expect("an argument outside a text");
            arguments.insert(name.to_owned());
        }
    }
    messages
}

#[test]
fn the_list_of_files_is_what_lies_in_the_directories() {
    let listed: BTreeSet<_> = FILES.iter().map(|file| file.name.to_owned()).collect();
    assert_eq!(listed.len(), FILES.len(), "a file is listed twice");
    for language in Language::ALL {
        let directory = root().join("src/locale").join(language.name());
        let found: BTreeSet<_> = files_below(&directory, "ftl")
            .iter()
            .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
            .collect();
        assert_eq!(found, listed, "{language}");
    }
}

#[test]
fn every_file_is_read_without_a_mistake() {
    for file in FILES {
        for language in Language::ALL {
            let source = file.source(language);
            if let Err((_, mistakes)) = FluentResource::try_new(source.to_owned()) {
                panic!("{language}/{}.ftl: {mistakes:?}", file.name);
            }
            assert!(
                !source.replace("{ $", "").contains('$'),
                "{language}/{}.ftl: write arguments as `{{ $name }}`",
                file.name
            );
        }
    }
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_arguments() {
    let mut all = BTreeSet::new();
    for file in FILES {
        let russian = messages(file.source(Language::Ru));
        let english = messages(file.source(Language::En));
        assert_eq!(russian, english, "{}.ftl", file.name);
        for id in russian.into_keys() {
            assert!(all.insert(id.clone()), "`{id}` stands in two files");
        }
    }
}

#[test]
fn texts_the_code_asks_for_exist_and_texts_that_exist_are_asked_for() {
    let known: BTreeSet<String> = FILES
        .iter()
        .flat_map(|file| messages(file.source(Language::Ru)).into_keys())
        .collect();
    let mut mentioned = BTreeSet::new();
    for (path, tokens) in sources() {
        for asked in lexer::asked_ids(&tokens) {
            assert!(known.contains(&asked), "{path} asks for `{asked}`");
        }
        mentioned.extend(tokens.into_iter().filter_map(Token::into_text));
    }
    let unused: Vec<_> = known
        .iter()
        .filter(|id| !mentioned.contains(*id))
        .filter(|id| !DYNAMIC_PREFIXES.iter().any(|prefix| id.starts_with(prefix)))
        .filter(|id| !NOT_YET_USED.contains(&id.as_str()))
        .collect();
    assert!(unused.is_empty(), "nobody asks for {unused:?}");
}

#[test]
fn no_russian_word_stands_in_the_code() {
    let mut found = Vec::new();
    for (path, tokens) in sources() {
        if CYRILLIC_IS_DATA.iter().any(|data| path.starts_with(data)) {
            continue;
        }
        for text in tokens.into_iter().filter_map(Token::into_text) {
            if text.chars().any(|c| ('\u{400}'..='\u{52f}').contains(&c)) {
                found.push(format!("{path}: {text:?}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_document_and_no_day_of_the_meeting_is_a_literal() {
    let is_data = |path: &str| {
        let mut known = WHERE_THEY_ARE_DATA.iter();
        known.any(|(data, _why)| path.starts_with(data))
    };
    let mut said: Vec<(String, String)> = Vec::new();
    for (path, tokens) in sources() {
        let texts = tokens.into_iter().filter_map(Token::into_text);
        said.extend(texts.map(|text| (path.clone(), text)));
    }
    for path in ["ftl", "ron"]
        .map(|end| files_below(&root().join("src"), end))
        .concat()
    {
        let name = path.strip_prefix(root()).unwrap().to_str().unwrap();
        let source = std::fs::read_to_string(&path).unwrap();
        let lines = source.lines().filter(|line| !line.starts_with('#'));
        said.extend(lines.map(|line| (name.replace('\\', "/"), line.to_owned())));
    }
    assert!(said.len() > 1000, "nothing was looked through");
    let found: Vec<String> = said
        .into_iter()
        .filter(|(path, _)| !is_data(path))
        .filter(|(_, text)| {
            let folded = text.to_lowercase().replace(['\u{a0}', '\n'], " ");
            WORDS_OF_ONE_DOCUMENT
                .iter()
                .any(|word| folded.contains(word))
        })
        .map(|(path, text)| format!("{path}: {text}"))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
