//! What every command does first: find the state directory, open it, read it.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::date::Date;
use crate::domain::operation::WriterId;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::message;
use crate::store::document::{parse, read_text};
use crate::store::embedded;
use crate::store::file_system::{FileSystem, RealFileSystem};
use crate::store::finding::{Finding, Severity};
use crate::store::location::{Source, locate, writer_id};
use crate::store::lock::Holder;
use crate::store::log::LoggedFileSystem;
use crate::store::log::{Log, LogError};
use crate::store::process;
use crate::store::state_directory::load_workspace;
use crate::store::state_directory::{Opened, Options, StateDirectory, StoreError};
use crate::tui::keymap::{DEFAULT_KEYS, Keymap};
use crate::tui::model::Action;
use crate::tui::program::{Surroundings, System};

use super::Common;
use super::output::{Failure, message};

/// What a command that only looks works with.
#[derive(Debug)]
pub(super) struct ReadOnlySession {
    pub(super) directory: StateDirectory,
    /// Is not taken apart when the command ends: the process ends with it.
    pub(super) workspace: ManuallyDrop<Workspace>,
    pub(super) today: Date,
}

/// Reads everything and writes nothing. A directory that is not there has the documents that come
/// with the program. What of the journal is left out is said on stderr.
pub(super) fn open_read_only(common: &Common, texts: &Texts) -> Result<ReadOnlySession, Failure> {
    let opened = open(common, true, texts)?;
    tell(texts, &opened.findings);
    let mut directory = opened.directory;
    let mut workspace = load_workspace(&mut directory, opened.records)?;
    workspace.stand_on(today(common));
    Ok(ReadOnlySession {
        directory,
        workspace: ManuallyDrop::new(workspace),
        today: today(common),
    })
}

/// A trouble of the state directory, as a failure.
pub(super) fn said(texts: &Texts, error: &StoreError) -> Failure {
    Failure::Said(message::store_error(texts, error))
}

/// Says on stderr what was found while opening, hints left out.
pub(super) fn tell(texts: &Texts, findings: &[Finding]) {
    for finding in findings {
        if finding.severity() > Severity::Hint {
            let said = message::finding(texts, finding);
            message(&format!("{}: {}", finding.place, said.line()));
        }
    }
}

/// Where the state directory is, and what decided it.
pub(super) fn place(common: &Common) -> (PathBuf, Source) {
    let environment = process::environment(common.state.clone());
    locate(&environment).unwrap_or_else(|| ("state".into(), Source::Platform))
}

/// Opens the state directory; with `read_only` nothing is made, written or locked.
pub(super) fn open(common: &Common, read_only: bool, texts: &Texts) -> Result<Opened, Failure> {
    let (path, _source) = place(common);
    let file_system = file_system(common, texts)?;
    let holder = holder();
    let writer = writer(common, file_system.as_ref(), &holder, read_only);
    StateDirectory::open(
        file_system,
        &path,
        &Options {
            writer,
            read_only,
            holder,
            embedded: embedded::ALL,
        },
    )
    .map_err(|error| said(texts, &error))
}

/// The disk: with the rights new files get by the settings, and with the log if there is to be
/// one. Settings that cannot be read are told of by whoever reads them in earnest.
pub(super) fn file_system(common: &Common, texts: &Texts) -> Result<Arc<dyn FileSystem>, Failure> {
    let (path, _source) = place(common);
    let private = RealFileSystem::private();
    let settings_path = path.join("settings.ron");
    let settings: Option<Settings> = read_text(&private, &settings_path)
        .ok()
        .and_then(|(text, _)| parse(&settings_path, &text).ok());
    let real = if settings.is_some_and(|settings| settings.shared) {
        RealFileSystem::shared()
    } else {
        private
    };
    let Some(file) = &common.log else {
        return Ok(Arc::new(real));
    };
    let log = Log::open(file).map_err(|error| {
        let path = ("path", file.display().to_string().into());
        Failure::Said(match error {
            LogError::NotALog => texts.with("start-not-a-log", &[path]),
            LogError::Io(error) => texts.with(
                "store-io",
                &[
                    path,
                    ("kind", message::io_kind(texts, error.kind()).into()),
                    ("advice", message::io_advice(texts, error.kind()).into()),
                ],
            ),
        })
    })?;
    log.line(format_args!(
        "start planerka {} on {}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS
    ));
    log.note_panics();
    Ok(Arc::new(LoggedFileSystem::new(Arc::new(real), log, path)))
}

/// This process, for the note beside the lock.
pub(super) fn holder() -> Holder {
    let since = System::new(None).now();
    process::holder(since.format("%d.%m.%Y %H:%M").to_string())
}

/// The name under which this user on this machine writes in the state directory. The secret in it
/// is kept in the data directory; who only reads needs none and leaves no trace.
pub(super) fn writer(
    common: &Common,
    file_system: &dyn FileSystem,
    holder: &Holder,
    read_only: bool,
) -> WriterId {
    let environment = process::environment(common.state.clone());
    let keep = environment.data_directory.filter(|_| !read_only);
    let fresh = System::new(None).new_id().to_string();
    let secret = process::writer_secret(file_system, keep.as_deref(), &fresh);
    let (path, _source) = place(common);
    writer_id(&holder.host, &holder.user, &absolute(&path), &secret)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether to draw with plain ASCII: asked for, set, or all the terminal has.
pub(super) fn is_ascii(common: &Common, settings: &Settings) -> bool {
    let term = std::env::var("TERM").ok();
    common.ascii || settings.ascii || matches!(term.as_deref(), Some("linux" | "dumb"))
}

/// The day that counts as today.
pub(super) fn today(common: &Common) -> Date {
    System::new(common.today).today()
}

/// The day of the clock.
pub(super) fn clock() -> Date {
    System::new(None).today()
}

/// The keymap the program comes with.
pub(super) fn default_keymap() -> Result<Keymap, Failure> {
    // A test holds that it is well-formed.
    Keymap::parse(DEFAULT_KEYS, Action::INFO).map_err(|error| Failure::Said(error.to_string()))
}
