//! What an import shows, step by step.

use crate::import::draft::Node;
use crate::import::is_read;
use crate::import::report::Question;
use crate::locale::Texts;
use crate::message::import as words;
use crate::tui::model::import::{ImportState, Step, Target};
use crate::tui::model::{Model, Overlay};

/// The lines of the step that is looked at. Those that can be changed come first, in the sequence
/// the state counts them.
pub(in crate::tui) fn lines(texts: &Texts, state: &ImportState) -> Vec<String> {
    let targets = state.targets();
    let mut heads = 0;
    let mut lines: Vec<String> = targets
        .iter()
        .map(|target| {
            if let Some(target) = target {
                return line(texts, state, target);
            }
            heads += 1;
            head(texts, state, heads)
        })
        .collect();
    match state.step {
        Step::Lines => lines.extend(words::order::head(texts, &state.draft)),
        Step::Tables => lines.extend(words::found(
            texts,
            &state.file,
            &state.draft,
            &state.document,
        )),
        Step::Rows => {
            let open = state.draft.report.questions.iter();
            lines.extend(
                open.filter(|one| {
                    !matches!(
                        one,
                        Question::HeadingOrActivity { .. } | Question::SeveralInOne { .. }
                    )
                })
                .map(|question| words::question(texts, question)),
            );
            tree(&state.draft.content, 0, &mut lines);
        }
        Step::Columns | Step::People => {}
        Step::Report => lines.extend(words::report(
            texts,
            &state.file,
            &state.draft,
            &state.document,
            &state.ground.known,
        )),
    }
    lines
}

/// What heads the names, and what heads the deadlines.
fn head(texts: &Texts, state: &ImportState, which: usize) -> String {
    if which == 1 {
        words::subject_counts(texts, &state.draft)
    } else {
        let report = &state.draft.report;
        texts.with(
            "import-terms-head",
            &[
                ("unread", report.unread.len().into()),
                ("assumed", report.assumed.len().into()),
                ("corrected", report.corrected.len().into()),
            ],
        )
    }
}

fn line(texts: &Texts, state: &ImportState, target: &Target) -> String {
    let draft = &state.draft;
    let report = &draft.report;
    let said = match target {
        Target::Document => Some(document(texts, state)),
        Target::Table(number) => report
            .left
            .iter()
            .find(|left| left.number == *number)
            .map(|left| words::left(texts, left)),
        Target::Column(index) => draft.columns.get(*index).map(|column| {
            let samples = column.samples.join(" · ");
            format!("{}: {samples}", words::column(texts, column))
        }),
        Target::Heading { row, .. } => report
            .answered
            .iter()
            .chain(&report.questions)
            .find(|one| matches!(one, Question::HeadingOrActivity { row: own, .. } if own == row))
            .map(|question| words::question(texts, question)),
        Target::Several { row, .. } => report
            .answered
            .iter()
            .chain(&report.questions)
            .find(|one| matches!(one, Question::SeveralInOne { row: own, .. } if own == row))
            .map(|question| words::question(texts, question)),
        Target::Level(depth) => draft
            .levels
            .get(*depth)
            .map(|name| words::level(texts, draft, *depth, name)),
        Target::Line(row) => draft
            .lines
            .iter()
            .find(|line| line.row == *row)
            .map(|line| words::order::line_on_screen(texts, line)),
        Target::Subject(found) => draft
            .subjects
            .iter()
            .find(|one| one.found == *found)
            .map(|one| words::subject(texts, one, &state.ground.known)),
        Target::Term(spot) => words::term(texts, draft, state.document.span(), *spot),
    };
    said.unwrap_or_default()
}

/// «Новый документ», or whose edition it is.
fn document(texts: &Texts, state: &ImportState) -> String {
    let key = state.document.key;
    let mut there = state.ground.documents.iter();
    match there.find(|(known, _)| *known == key) {
        Some((_, name)) => texts.with("import-as-edition", &[("name", name.clone().into())]),
        None => texts.with("import-as-new", &[("key", key.to_string().into())]),
    }
}

fn tree(nodes: &[Node], depth: usize, lines: &mut Vec<String>) {
    for node in nodes {
        let indent = "  ".repeat(depth);
        match node {
            Node::Heading(heading) => {
                lines.push(format!("{indent}{} {}", heading.number, heading.title));
                tree(&heading.children, depth + 1, lines);
            }
            Node::Activity(activity) => lines.push(format!(
                "{indent}{} {} — {}",
                activity.number, activity.title, activity.term
            )),
        }
    }
}

/// How a typed name or deadline is understood so far.
pub(in crate::tui) fn typed(model: &Model, target: &Target, typed: &str) -> String {
    let texts = &model.texts;
    let mut overlays = model.overlays.iter().rev();
    let state = overlays.find_map(|overlay| match overlay {
        Overlay::Import(state) => Some(state),
        _ => None,
    });
    let Some(state) = state else {
        return String::new();
    };
    let typed = typed.trim();
    if let Target::Level(_) = target {
        return texts.get("prompt-import-level-help");
    }
    if let Target::Subject(_) = target {
        return match state.ground.known.find(typed) {
            Some(known) => {
                let name = ("name", known.short.to_string().into());
                texts.with("prompt-import-known", &[name])
            }
            None => texts.get("prompt-import-name-help"),
        };
    }
    if typed.is_empty() {
        return texts.get("prompt-import-term-help");
    }
    let period = state.document.span();
    if !is_read(typed, period) {
        let term = ("term", typed.to_owned().into());
        return texts.with("prompt-line-unread", &[term]);
    }
    let days = words::windows(texts, typed, period);
    texts.with("prompt-line-term", &[("term", days.into())])
}
