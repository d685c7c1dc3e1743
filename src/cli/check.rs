//! `planerka check`: every file of the state directory, what is wrong with it, where, and what to
//! do. The store knows the forms of files; what they mean together is looked at here.

pub(super) mod documents;
mod journal;
pub(super) mod plan;
mod repair;
pub(super) mod report;
mod settings;
mod subjects;
mod templates;
mod themes;

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::domain::calendar::Calendar;
use crate::domain::document::Document;
use crate::domain::ledger::Ledger;
use crate::domain::minutes::Minutes;
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::message;
use crate::store::approved;
use crate::store::check::{Examine, as_finding, check};
use crate::store::document::{parse, read_text};
use crate::store::embedded;
use crate::store::file_system::{FileSystem, RealFileSystem};
use crate::store::finding::{Fault, Finding};
use crate::store::journal::read_journal;
use crate::store::location::Source;
use crate::store::place::Place;
use crate::tui::keymap::{FILE_NAME, Keymap};
use crate::tui::model::Action;
use crate::tui::place::{Literal, literals};

use super::output::{Format, Outcome};
use super::tui_command::DEFAULT_KEYS;
use super::{Common, start};
use repair::Extent;
use report::Report;

/// Arguments of the command.
#[derive(Debug, Clone, clap::Args)]
pub struct CheckArgs {
    /// JSON in place of text.
    #[command(flatten)]
    pub format: Format,
    /// Put in order what can be put in order without a loss; see [`Extent`].
    #[arg(long, value_name = "EXTENT", num_args = 0..=1, require_equals = true,
          default_missing_value = "safe", hide_possible_values = true)]
    pub repair: Option<Extent>,
}

/// The files of a state directory and what looks at their content.
const EXAMINE: &[(&str, Examine)] = &[
    ("plan.ron", document::<Plan>),
    ("subjects.ron", document::<Subjects>),
    ("settings.ron", document::<Settings>),
    // The keymap is looked at by the keymap itself.
    (FILE_NAME, nothing),
    ("documents/", document::<Document>),
    ("minutes/", document::<Minutes>),
    ("tactical-plans/", document::<TacticalPlan>),
];

pub(super) fn run(args: &CheckArgs, common: &Common, texts: &Texts) -> Outcome {
    if let Some(extent) = args.repair {
        return repair::run(extent, args.format, common, texts);
    }
    let fine = fine(common, texts);
    report::print(&reports(common, texts), args.format, &fine, texts)
}

/// What is said of a directory in which nothing is wrong.
fn fine(common: &Common, texts: &Texts) -> String {
    let (path, _source) = start::place(common);
    texts.with("check-fine", &[("path", path.display().to_string().into())])
}

/// What is wrong in the state directory, by file and line.
fn reports(common: &Common, texts: &Texts) -> Vec<Report> {
    let (path, source) = start::place(common);
    let file_system = RealFileSystem::private();
    let mut reports = Vec::new();
    if is_new(&file_system, &path, source) {
        reports.push(Report::of_finding(
            texts,
            &Finding::new(Place::file(&path), Fault::Missing),
        ));
    } else {
        reports.extend(forms(&file_system, &path, texts));
        reports.extend(meanings(&file_system, &path, texts));
        reports.extend(templates::problems(&file_system, &path, texts));
        reports.sort_by(|one, other| order(one).cmp(&order(other)));
    }
    reports
}

/// By file, then by line.
fn order(report: &Report) -> (&Path, usize, usize) {
    let place = &report.place;
    (&place.path, place.line, place.column)
}

/// A directory nobody named and nobody has made yet: the first start makes it. One that was named
/// and is not there is a slip of the name.
fn is_new(file_system: &dyn FileSystem, path: &Path, source: Source) -> bool {
    let is_missing = file_system
        .list(path)
        .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    is_missing && matches!(source, Source::Platform | Source::Clone)
}

/// Every file by itself.
fn forms(file_system: &dyn FileSystem, path: &Path, texts: &Texts) -> Vec<Report> {
    let mut reports: Vec<Report> = check(file_system, path, EXAMINE)
        .iter()
        .map(|finding| Report::of_finding(texts, finding))
        .collect();
    let missing = embedded::ALL.iter().map(|(name, _)| path.join(name));
    for path in missing.filter(|path| {
        file_system
            .status(path)
            .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    }) {
        let finding = Finding::new(Place::file(&path), Fault::Missing);
        // Of a directory that is not there at all only that is said.
        if path
            .parent()
            .is_some_and(|parent| file_system.list(parent).is_ok())
        {
            reports.push(Report::of_finding(texts, &finding));
        }
    }
    reports
}

fn document<T: DeserializeOwned>(path: &Path, text: &str) -> Vec<Finding> {
    parse::<T>(path, text)
        .err()
        .map(as_finding)
        .into_iter()
        .collect()
}

fn nothing(_path: &Path, _text: &str) -> Vec<Finding> {
    Vec::new()
}

/// What the documents mean together. One that does not parse has been reported and is left out,
/// or stands in with what comes with the program.
fn meanings(file_system: &dyn FileSystem, path: &Path, texts: &Texts) -> Vec<Report> {
    let read = |name: &str| {
        let path = path.join(name);
        let (text, _) = read_text(file_system, &path).ok()?;
        Some((path, text))
    };
    let mut reports = Vec::new();
    let (read_documents, of_documents) = documents::look(file_system, path, texts);
    let known_documents: Vec<Document> = read_documents
        .iter()
        .map(|known| known.document.clone())
        .collect();
    reports.extend(of_documents);
    let mut known = parse::<Subjects>(Path::new("subjects.ron"), embedded::SUBJECTS).ok();
    if let Some((path, text)) = read("subjects.ron")
        && let Ok(found) = parse::<Subjects>(&path, &text)
    {
        reports.extend(subjects::problems(&path, &text, &found, texts));
        known = Some(found);
    }
    let own = themes::look(file_system, path, texts);
    reports.extend(own.problems);
    let directory = path.join("journal");
    let ledger = Ledger::fold(read_journal(file_system, &directory).records);
    let approved = approved::findings(file_system, path, &ledger);
    reports.extend(approved.iter().map(|it| Report::of_finding(texts, it)));
    reports.extend(journal::problems(
        &directory,
        &ledger,
        &known_documents,
        texts,
    ));
    if let Some((file, text)) = read("settings.ron")
        && let Ok(found) = parse::<Settings>(&file, &text)
        && let Some(subjects) = known
    {
        let added = ledger.subjects();
        let look = settings::Look {
            path: &file,
            text: &text,
            texts,
            themes: &own.names,
        };
        reports.extend(look.problems(&found, &known_documents, &subjects, added));
        let records = ledger.records().to_vec();
        let calendar = Calendar::default();
        let workspace = Workspace::new(known_documents, subjects, found, calendar, records);
        reports.extend(documents::understood(&read_documents, &workspace, texts));
    }
    if let Some((path, text)) = read(FILE_NAME) {
        reports.extend(keymap_problem(&path, &text, texts));
    }
    reports
}

fn keymap_problem(path: &Path, text: &str, texts: &Texts) -> Option<Report> {
    let keymap = Keymap::parse(DEFAULT_KEYS, Action::INFO).ok()?;
    let error = keymap.overlaid(text, Action::INFO).err()?;
    Some(Report::of_keymap(texts, path, text, &error))
}

/// The place of the `nth` literal, counted from 0, for which something holds; the file as a whole
/// when there is none.
pub(super) fn where_is(
    path: &Path,
    text: &str,
    holds: impl Fn(&Literal) -> bool,
    nth: usize,
) -> Place {
    literals(text)
        .iter()
        .filter(|literal| holds(literal))
        .nth(nth)
        .map_or_else(
            || Place::file(path),
            |literal| Place::in_text(path, text, literal.place.line, literal.place.column),
        )
}

/// A fault the store has a name for, at a place found here.
fn found(texts: &Texts, place: Place, fault: Fault) -> Report {
    let finding = Finding::new(place, fault);
    let said = message::finding(texts, &finding);
    Report {
        severity: finding.severity(),
        name: finding.fault.name(),
        place: finding.place,
        what: said.what,
        advice: said.advice,
    }
}
