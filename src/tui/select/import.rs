//! What an import shows, step by step.

use crate::import::draft::Node;
use crate::locale::Texts;
use crate::message::import as words;
use crate::tui::model::import::{ImportState, Step};

/// The lines of the step that is looked at. Those that can be changed come first, in the sequence
/// the state counts them.
pub(in crate::tui) fn lines(texts: &Texts, state: &ImportState) -> Vec<String> {
    match state.step {
        Step::Lines => state
            .draft
            .lines
            .iter()
            .map(|line| words::order::line_on_screen(texts, line))
            .chain(words::order::head(texts, &state.draft))
            .collect(),
        Step::Tables => tables(texts, state),
        Step::Columns => state
            .draft
            .columns
            .iter()
            .map(|column| {
                let samples = column.samples.join(" · ");
                format!("{}: {samples}", words::column(texts, column))
            })
            .collect(),
        Step::Rows => {
            let mut lines: Vec<String> = state
                .draft
                .report
                .questions
                .iter()
                .map(|question| words::question(texts, question))
                .collect();
            tree(&state.draft.content, 0, &mut lines);
            lines
        }
        Step::People => words::people_and_deadlines(texts, &state.draft),
        Step::Report => words::report(texts, &state.file, &state.draft, &state.document),
    }
}

fn tables(texts: &Texts, state: &ImportState) -> Vec<String> {
    let report = &state.draft.report;
    let mut lines: Vec<String> = report
        .left
        .iter()
        .map(|left| words::left(texts, left))
        .collect();
    lines.extend(words::found(
        texts,
        &state.file,
        &state.draft,
        &state.document,
    ));
    lines
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
