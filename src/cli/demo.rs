//! `planerka demo DIR`: a state directory with a season of meetings over the real plan, for
//! trying out and for pictures. Every paper in it says that it is a demonstration.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::date::{Date, Span};
use crate::domain::demo;
use crate::domain::document::Document;
use crate::domain::meeting::MeetingState;
use crate::domain::operation::{Record, WriterId};
use crate::locale::Texts;
use crate::message;
use crate::store::document::{WriteError, parse, to_text};
use crate::store::embedded;
use crate::store::file_system::{FileSystem, RealFileSystem, create_directories};
use crate::store::process;
use crate::store::state_directory::load_workspace;
use crate::store::state_directory::{Options, StateDirectory, StoreError};

use super::output::{Failure, Outcome};

/// Who the journal of the demonstration says it is by.
const WRITER: &str = "demo";

/// The end of the season: the last Thursday of the plan's first year.
const LAST: (i32, u32, u32) = (2023, 12, 28);

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Meetings held.
    pub meetings: usize,
    /// Acts recorded.
    pub acts: usize,
}

/// Arguments of the command.
#[derive(clap::Args, Clone, Debug)]
pub struct DemoArgs {
    /// A new or empty directory.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// The command.
pub(super) fn command(args: &DemoArgs, texts: &Texts) -> Outcome {
    run(&args.dir, texts).map_err(Failure::Said)
}

/// Fills a new or empty directory and says so; the message when it cannot.
pub fn run(directory: &Path, texts: &Texts) -> Result<u8, String> {
    let file_system = Arc::new(RealFileSystem::private());
    let filled = fill_with(file_system, directory, texts, embedded::LETTERS)?;
    let path = directory.display().to_string();
    let done = texts.with(
        "demo-filled",
        &[
            ("path", path.clone().into()),
            ("meetings", filled.meetings.into()),
            ("acts", filled.acts.into()),
        ],
    );
    let next = texts.with("demo-next", &[("path", path.into())]);
    // A reader that has left is no failure: the directory is filled.
    let _ = writeln!(super::output::stdout(), "{done}\n{next}");
    Ok(0)
}

/// Fills a new or empty directory with the plan and its season alone: what pictures are drawn of.
pub fn fill(
    file_system: Arc<dyn FileSystem>,
    path: &Path,
    texts: &Texts,
) -> Result<Filled, String> {
    fill_with(file_system, path, texts, &[])
}

/// Fills a new or empty directory with the plan, orders and letters beside it, and a season.
fn fill_with(
    file_system: Arc<dyn FileSystem>,
    path: &Path,
    texts: &Texts,
    letters: &[(&'static str, &'static str)],
) -> Result<Filled, String> {
    if file_system.list(path).is_ok_and(|found| !found.is_empty()) {
        let path = path.display().to_string();
        return Err(texts.with("demo-not-empty", &[("path", path.into())]));
    }
    let documents = documents(letters)?;
    create_directories(file_system.as_ref(), &path.join("documents")).map_err(|error| {
        let kind = error.kind();
        let path = path.to_owned();
        message::store_error(texts, &StoreError::from(WriteError::Io { path, kind }))
    })?;
    let embedded: Vec<(&str, &str)> = documents
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let said = |error: StoreError| message::store_error(texts, &error);
    let writer = WriterId(WRITER.to_owned().into());
    let opened = StateDirectory::open(
        file_system,
        path,
        &Options {
            writer: writer.clone(),
            read_only: false,
            holder: process::holder(String::new()),
            embedded: &embedded,
        },
    )
    .map_err(said)?;
    let mut directory = opened.directory;
    let workspace =
        load_workspace(&mut directory, opened.records).map_err(|error| error.to_string())?;
    let (year, month, day) = LAST;
    let last = Date::new(year, month, day).unwrap_or(Date::MAX);
    let begins = workspace.main_document().and_then(Document::begins);
    let span = Span::new(begins.unwrap_or(last), last).unwrap_or(Span::day(last));
    let acts = demo::season(&workspace, span, demo::SEED, &writer);
    let mut records: Vec<Record> = Vec::new();
    for act in &acts {
        directory.append(act).map_err(said)?;
        records.extend_from_slice(act);
    }
    let workspace = workspace.with_records(records);
    let finished = workspace.ledger().meetings().values();
    let meetings = finished
        .filter(|meeting| meeting.state == MeetingState::Finished)
        .count();
    directory.restore_approved(&workspace).map_err(said)?;
    Ok(Filled {
        meetings,
        acts: acts.len(),
    })
}

/// The embedded documents; plan and settings with the sign of the demonstration.
fn documents(
    letters: &[(&'static str, &'static str)],
) -> Result<Vec<(&'static str, String)>, String> {
    let plan = parse(Path::new("plan.ron"), embedded::PLAN).map_err(|error| error.to_string())?;
    let settings =
        parse(Path::new("settings.ron"), embedded::SETTINGS).map_err(|error| error.to_string())?;
    let letters = letters
        .iter()
        .map(|(name, text)| (*name, (*text).to_owned()));
    Ok([
        (
            "plan.ron",
            to_text(&demo::plan(plan)).map_err(|error| error.to_string())?,
        ),
        ("subjects.ron", embedded::SUBJECTS.to_owned()),
        (
            "settings.ron",
            to_text(&demo::settings(settings)).map_err(|error| error.to_string())?,
        ),
    ]
    .into_iter()
    .chain(letters)
    .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;
    use crate::store::check::check;

    #[test]
    fn the_directory_is_sound_and_never_filled_twice() {
        let texts = Texts::new(Language::Ru);
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("demo");
        let file_system: Arc<dyn FileSystem> = Arc::new(RealFileSystem::private());
        let letters = embedded::LETTERS;
        let filled = fill_with(file_system.clone(), &path, &texts, letters).unwrap();
        assert_eq!(filled.meetings, 31);
        // Plan and orders stand side by side.
        for (name, _) in embedded::LETTERS {
            assert!(path.join(name).is_file(), "{name}");
        }
        assert_eq!(check(file_system.as_ref(), &path, &[]), []);
        assert!(fill(file_system, &path, &texts).is_err());
    }
}
