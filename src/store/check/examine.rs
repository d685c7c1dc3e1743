//! What a document that parses may still have wrong: names given twice, names nothing has.

use std::collections::{BTreeMap, BTreeSet};
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
    let used = subjects
        .iter()
        .flat_map(|subject| subject.members.iter().chain(&subject.organisation));
    for name in used.map(ToString::to_string) {
        if !known.contains(&name) {
            let line = lines_with(text, &format!("\"{name}\"")).next().unwrap_or(0);
            findings.push(Finding::new(
                Place::in_text(path, text, line, 1),
                Fault::Dangling { name },
            ));
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
    for (name, _) in counts.into_iter().filter(|(_, count)| *count > 1) {
        let wanted = format!("{field}: \"{name}\"");
        let mut lines = lines_with(text, &wanted);
        let first_line = lines.next().unwrap_or(0);
        let line = lines.next().unwrap_or(first_line);
        let place = if line == 0 {
            Place::file(path)
        } else {
            Place::in_text(path, text, line, 1)
        };
        findings.push(Finding::new(place, Fault::Duplicate { name, first_line }));
    }
    findings
}

fn lines_with<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.lines()
        .enumerate()
        .filter(move |(_, line)| line.contains(part))
        .map(|(index, _)| index + 1)
}
