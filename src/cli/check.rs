//! `planerka check`: every file of the state directory, what is wrong with it, where, and what to
//! do. The store knows the forms of files; what they mean together is looked at here.

pub(super) mod documents;
mod journal;
mod parsed;
mod place;
pub(super) mod plan;
mod repair;
mod settings;
mod subjects;
mod templates;
mod themes;
pub(super) mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use self::parsed::Parsed;
use crate::domain::document::Document;
use crate::domain::ledger::Ledger;
use crate::domain::minutes::Minutes;
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::paper::template::Apart;
use crate::store::approved;
use crate::store::check::{Examine, Known, LookedThrough, as_finding, look_through};
use crate::store::document::{parse, read_text};
use crate::store::embedded;
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::location::Source;
use crate::store::place::Place;
use crate::store::state_directory::{DOCUMENTS, FIRST_FORM_FILE};
use crate::tui::keymap::{DEFAULT_KEYS, FILE_NAME, Keymap};
use crate::tui::model::Action;
use crate::tui::model::problems::Problem;

use super::output::report::{self, Report};
use super::output::{Failure, Format, Outcome};
use super::{Common, apart, start};
pub(super) use place::where_is;
use repair::Extent;
pub(super) use repair::papers_as_approved;

/// Arguments of the command.
#[derive(Debug, Clone, clap::Args)]
pub struct CheckArgs {
    /// JSON in place of text.
    #[command(flatten)]
    pub format: Format,
    /// Put in order what can be put in order without a loss; see the values of `--repair`.
    #[arg(long, value_name = "EXTENT", num_args = 0..=1, require_equals = true,
          default_missing_value = "safe", hide_possible_values = true)]
    pub repair: Option<Extent>,
}

/// The files of a state directory and what looks at their content.
const EXAMINE: &[(&str, Examine<'_>)] = &[
    ("plan.ron", &document::<Plan>),
    ("subjects.ron", &document::<Subjects>),
    ("settings.ron", &document::<Settings>),
    // The keymap is looked at by the keymap itself.
    (FILE_NAME, &nothing),
    (OF_DOCUMENTS, &document::<Document>),
    ("minutes/", &document::<Minutes>),
    ("tactical-plans/", &document::<TacticalPlan>),
];

/// The folder of the documents, as [`EXAMINE`] names it.
const OF_DOCUMENTS: &str = "documents/";

pub(super) fn run(args: &CheckArgs, common: &Common, texts: &Texts) -> Outcome {
    if let Some(extent) = args.repair {
        return repair::run(extent, args.format, common, texts);
    }
    let fine = fine(common, texts);
    report::print(&reports(common, texts)?, args.format, &fine, texts)
}

/// What is said of a directory in which nothing is wrong.
fn fine(common: &Common, texts: &Texts) -> String {
    let (path, _source) = start::place(common);
    texts.with("check-fine", &[("path", path.display().to_string().into())])
}

/// What is wrong in the state directory, by file and line.
fn reports(common: &Common, texts: &Texts) -> Result<Vec<Report>, Failure> {
    let (path, source) = start::place(common);
    let file_system = start::file_system(common, texts)?;
    let file_system = file_system.as_ref();
    if is_new(file_system, &path, source) {
        let missing = Finding::new(Place::file(&path), Fault::Missing);
        return Ok(vec![Report::of_finding(texts, &missing)]);
    }
    let apart = apart::apart();
    let problems = examine(file_system, &path, texts, apart.as_ref(), Known::default());
    let mut reports: Vec<Report> = problems.into_iter().map(|it| it.report).collect();
    reports.sort_by(|one, other| order(one).cmp(&order(other)));
    Ok(reports)
}

/// Looks through a whole state directory: what `planerka check` prints and the program lists.
pub fn examine(
    file_system: &dyn FileSystem,
    path: &Path,
    texts: &Texts,
    apart: Option<&Apart>,
    known: Known,
) -> Vec<Problem> {
    place::begin();
    let parsed = Parsed::knowing(known.documents);
    let document = |path: &Path, text: &str| -> Vec<Finding> {
        let error = parsed.document(path, text).err();
        error.map(as_finding).into_iter().collect()
    };
    let rules = EXAMINE.iter().map(|(name, examine)| match *name {
        OF_DOCUMENTS => (*name, &document as Examine<'_>),
        _ => (*name, *examine),
    });
    let rules: Vec<(&str, Examine<'_>)> = rules.collect();
    let ledger = known.ledger.filter(|ledger| ledger.stands_as_said());
    let journal = if ledger.is_some() {
        known.journal
    } else {
        BTreeMap::new()
    };
    let LookedThrough { findings, records } = look_through(file_system, path, &rules, &journal);
    let mut problems = forms(file_system, path, &findings, texts);
    let ledger = match (ledger, records) {
        (Some(ledger), None) => ledger,
        (Some(ledger), Some(records)) if ledger.records() == records => ledger,
        (_, records) => Arc::new(Ledger::fold(records.unwrap_or_default())),
    };
    let mut reports: Vec<Problem> = meanings(file_system, path, &parsed, &ledger, texts);
    let templates = templates::problems(file_system, path, texts, apart);
    reports.extend(templates.into_iter().map(Problem::from));
    problems.extend(not_too_many(reports, texts));
    problems
}

/// The most problems that are told of one file: nobody reads more, and they would have to be put
/// into words.
const MOST: usize = 200;

fn not_too_many(problems: Vec<Problem>, texts: &Texts) -> Vec<Problem> {
    let mut counts: BTreeMap<PathBuf, usize> = BTreeMap::new();
    let mut told = Vec::new();
    let mut more: BTreeMap<PathBuf, Problem> = BTreeMap::new();
    for problem in problems {
        if problem.report.name == MORE {
            told.push(problem);
            continue;
        }
        let path = &problem.report.place.path;
        let count = counts.entry(path.clone()).or_default();
        *count += 1;
        if *count <= MOST {
            told.push(problem);
        } else {
            more.insert(path.clone(), problem);
        }
    }
    for (path, last) in more {
        let rest = counts.get(&path).copied().unwrap_or_default() - MOST;
        let severity = last.report.severity;
        told.push(Problem::from(more_of(&path, severity, rest, texts)));
    }
    told
}

/// The name of a report that there is more to be told.
const MORE: &str = "more";

fn more_of(path: &Path, severity: Severity, rest: usize, texts: &Texts) -> Report {
    Report {
        place: Place::file(path),
        severity,
        name: MORE,
        what: texts.with("check-more", &[("n", rest.into())]),
        advice: String::new(),
    }
}

/// Puts the first problems of a file into words, and says how many more there are.
fn in_words<T>(
    path: &Path,
    problems: Vec<T>,
    texts: &Texts,
    word: impl FnMut(T) -> Report,
) -> Vec<Report> {
    let rest = problems.len().saturating_sub(MOST);
    let mut reports: Vec<Report> = problems.into_iter().take(MOST).map(word).collect();
    if rest > 0 {
        reports.push(more_of(path, Severity::Error, rest, texts));
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
fn forms(
    file_system: &dyn FileSystem,
    path: &Path,
    found: &[Finding],
    texts: &Texts,
) -> Vec<Problem> {
    let mut reports: Vec<Problem> = found
        .iter()
        .map(|finding| Problem::of_finding(texts, finding))
        .collect();
    // A directory with documents of its own gets no plan of ours.
    let has_documents = file_system
        .list(&path.join(DOCUMENTS))
        .is_ok_and(|listed| !listed.is_empty());
    let missing = embedded::ALL
        .iter()
        .filter(|(name, _)| !(has_documents && *name == FIRST_FORM_FILE))
        .map(|(name, _)| path.join(name));
    // A link that leads nowhere is there: reading it has failed.
    for path in missing.filter(|path| {
        !file_system.is_link(path)
            && file_system
                .status(path)
                .is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
    }) {
        let finding = Finding::new(Place::file(&path), Fault::Missing);
        // Of a directory that is not there at all only that is said.
        if path
            .parent()
            .is_some_and(|parent| file_system.list(parent).is_ok())
        {
            reports.push(Problem::of_finding(texts, &finding));
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
fn meanings(
    file_system: &dyn FileSystem,
    path: &Path,
    parsed: &Parsed,
    ledger: &Arc<Ledger>,
    texts: &Texts,
) -> Vec<Problem> {
    let read = |name: &str| {
        let path = path.join(name);
        let (text, _) = read_text(file_system, &path).ok()?;
        Some((path, text))
    };
    let mut reports: Vec<Report> = Vec::new();
    let (read_documents, of_documents) = documents::look(file_system, path, parsed, texts);
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
    let approved = approved::findings(file_system, path, ledger);
    // Without the list of subjects nobody would be known.
    let strangers = known.as_ref().map_or_else(Vec::new, |subjects| {
        journal::strangers(&directory, ledger, subjects, texts)
    });
    let settings = read("settings.ron").and_then(|(path, text)| {
        let found = parse::<Settings>(&path, &text).ok()?;
        Some((path, text, found))
    });
    // Without people or settings the documents are joined for what hangs on them alone.
    let nobody = || Subjects {
        format: Subjects::FORMAT,
        subjects: Vec::new(),
    };
    let found = settings.as_ref().map(|(_, _, found)| found.clone());
    let found = found.unwrap_or_default();
    let calendar = found.calendar.clone();
    let joined: Vec<Arc<Document>> = read_documents.iter().map(|it| it.text(ledger)).collect();
    let workspace = Workspace::of_ledger(
        joined,
        known.clone().unwrap_or_else(nobody),
        found,
        calendar,
        Arc::clone(ledger),
    );
    let given = read_documents.iter().map(|it| it.given.clone()).collect();
    let workspace = workspace.with_given(given);
    reports.extend(journal::problems(&directory, &workspace, texts));
    if let (Some((file, text, found)), Some(subjects)) = (&settings, &known) {
        let look = settings::Look {
            path: file,
            text,
            texts,
            themes: &own.names,
            templates: &templates::names(file_system, path),
        };
        let documents = workspace.documents();
        reports.extend(look.problems(found, documents, subjects, ledger.subjects()));
        reports.extend(documents::understood(
            file_system,
            &read_documents,
            &workspace,
            texts,
        ));
    }
    if let Some((path, text)) = read(FILE_NAME) {
        reports.extend(keymap_problem(&path, &text, texts));
    }
    let mut problems: Vec<Problem> = reports.into_iter().map(Problem::from).collect();
    let approved = approved.iter();
    problems.extend(approved.map(|finding| Problem::of_finding(texts, finding)));
    problems.extend(strangers);
    problems
}

fn keymap_problem(path: &Path, text: &str, texts: &Texts) -> Option<Report> {
    let keymap = Keymap::parse(DEFAULT_KEYS, Action::INFO).ok()?;
    let error = keymap.overlaid(text, Action::INFO).err()?;
    Some(Report::of_keymap(texts, path, text, &error))
}
