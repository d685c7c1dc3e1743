//! Words a chair meets: the terms of the plan, its shortened names, and the program's own words.

use crate::domain::search::Haystack;
use crate::tui::model::search::Target;
use crate::tui::model::{Action, Model};
use crate::tui::select::cursor::key_of;

/// The program's own words: `glossary-NAME` is the word, `glossary-NAME-said` what it means.
const WORDS: &[&str] = &[
    "activity",
    "agenda",
    "aside",
    "assignment",
    "control",
    "co-executor",
    "decision",
    "draft",
    "executor",
    "indicator",
    "journal",
    "look-ahead",
    "mark",
    "measure",
    "minutes",
    "occurrence",
    "overdue",
    "pace",
    "parked",
    "private",
    "reading",
    "silent",
    "subject",
    "tactical-plan",
    "trail",
    "version",
];

/// Everything the search knows of words.
pub(in crate::tui) fn stacks(model: &Model) -> Vec<Haystack<Target>> {
    let workspace = &model.workspace;
    let words = WORDS.iter().map(|word| Target::Word(word));
    let terms = (0..workspace.terms().count()).map(Target::Term);
    let abbreviations = (0..workspace.abbreviations().count()).map(Target::Abbreviation);
    words
        .chain(terms)
        .chain(abbreviations)
        .filter_map(|target| {
            let (word, said) = explained(model, &target)?;
            Some(Haystack::new(target, &word, &said))
        })
        .collect()
}

/// A word and what it means.
pub fn explained(model: &Model, target: &Target) -> Option<(String, String)> {
    let workspace = &model.workspace;
    let one_line = |text: &str| text.replace('\n', " ");
    Some(match target {
        Target::Word(name) => (
            model.texts.get(&format!("glossary-{name}")),
            model.texts.with(
                &format!("glossary-{name}-said"),
                &[("key", key_of(model, Action::Settings).into())],
            ),
        ),
        Target::Term(place) => {
            let term = workspace.terms().nth(*place)?;
            (one_line(&term.term), term.definition.to_string())
        }
        Target::Abbreviation(place) => {
            let known = workspace.abbreviations().nth(*place)?;
            let said = format!("{}\n\n{}", known.full, known.defined_in);
            (one_line(&known.short), said)
        }
        _ => return None,
    })
}
