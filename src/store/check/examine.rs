//! What a document that parses may still have wrong: names given twice, names nothing has.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::as_finding;
use crate::domain::document::Document;
use crate::domain::minutes::Minutes;
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::tactical_plan::TacticalPlan;
use crate::store::document::{parse, parse_any};
use crate::store::finding::{Fault, Finding};
use crate::store::place::Place;

/// Looks through a document by its name in the state directory.
pub(super) fn document(name: &str, path: &Path, text: &str) -> Vec<Finding> {
    match name {
        "plan.ron" => examine_plan(path, text),
        "subjects.ron" => examine_subjects(path, text),
        "settings.ron" => examine_form::<Settings>(path, text),
        _ if name.starts_with("documents/") => examine_form::<Document>(path, text),
        _ if name.starts_with("minutes/") => examine_form::<Minutes>(path, text),
        _ if name.starts_with("tactical-plans/") => examine_form::<TacticalPlan>(path, text),
        _ => match parse_any(path, text) {
            Ok(()) => Vec::new(),
            Err(error) => vec![as_finding(error)],
        },
    }
}

fn examine_form<T: DeserializeOwned>(path: &Path, text: &str) -> Vec<Finding> {
    match parse::<T>(path, text) {
        Ok(_document) => Vec::new(),
        Err(error) => vec![as_finding(error)],
    }
}

fn examine_plan(path: &Path, text: &str) -> Vec<Finding> {
    match parse::<Plan>(path, text) {
        Ok(plan) => {
            let measures = plan.directions.iter().flat_map(|found| &found.measures);
            let measures = measures.map(|found| found.number.to_string());
            let activities = plan.activities().map(|found| found.id.to_string());
            let mut findings = duplicates(path, text, "number", measures);
            findings.extend(duplicates(path, text, "id", activities));
            findings
        }
        Err(error) => vec![as_finding(error)],
    }
}

fn examine_subjects(path: &Path, text: &str) -> Vec<Finding> {
    let subjects = match parse::<Subjects>(path, text) {
        Ok(document) => document.subjects,
        Err(error) => return vec![as_finding(error)],
    };
    let names = || subjects.iter().map(|subject| subject.id.to_string());
    let mut findings = duplicates(path, text, "id", names());
    let known: BTreeSet<String> = names().collect();
    let lines = Lines::of(text);
    let used = subjects
        .iter()
        .flat_map(|subject| subject.members.iter().chain(&subject.organisation));
    for name in used.map(ToString::to_string) {
        if !known.contains(&name) && findings.len() < MOST_FINDINGS {
            let place = lines.place(path, &format!("\"{name}\""), 0);
            findings.push(Finding::new(place, Fault::Dangling { name }));
        }
    }
    findings
}

/// Names that are given twice. A merge of two files that both parse can do that, and one of the
/// two would be lost without a word.
fn duplicates(
    path: &Path,
    text: &str,
    field: &str,
    names: impl Iterator<Item = String>,
) -> Vec<Finding> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let mut findings = Vec::new();
    let lines = Lines::of(text);
    let twice = counts.into_iter().filter(|(_, count)| *count > 1);
    for (name, _) in twice.take(MOST_FINDINGS) {
        let wanted = format!("{field}: \"{name}\"");
        let first_line = lines.place(path, &wanted, 0).line;
        let second = lines.place(path, &wanted, 1);
        let place = if second.line == 0 {
            lines.place(path, &wanted, 0)
        } else {
            second
        };
        findings.push(Finding::new(place, Fault::Duplicate { name, first_line }));
    }
    findings
}

/// How many findings of one document are told.
const MOST_FINDINGS: usize = 1_000;

/// The lines of a text by the texts in quotes that stand in them, with the field before each:
/// `id: "asou"` and `"asou"`.
struct Lines<'t> {
    lines: Vec<&'t str>,
    by_text: HashMap<String, Vec<usize>>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, line) in lines.iter().enumerate() {
            let mut parts = line.split('"');
            let mut before = parts.next().unwrap_or_default();
            while let Some(inside) = parts.next() {
                let quoted = format!("\"{inside}\"");
                let field = before.trim_end().strip_suffix(':');
                if let Some(field) = field.and_then(|it| it.split([' ', '(', ',']).next_back()) {
                    let with_field = format!("{field}: {quoted}");
                    by_text.entry(with_field).or_default().push(index + 1);
                }
                by_text.entry(quoted).or_default().push(index + 1);
                before = parts.next().unwrap_or_default();
            }
        }
        Self { lines, by_text }
    }

    /// The `nth` line a text stands in; the file as a whole when there is none.
    fn place(&self, path: &Path, text: &str, nth: usize) -> Place {
        let line = self.by_text.get(text).and_then(|lines| lines.get(nth));
        let source = line.and_then(|line| self.lines.get(line - 1));
        match (line, source) {
            (Some(line), Some(source)) => Place::in_line(path, source, *line, 1),
            _ => Place::file(path),
        }
    }
}
