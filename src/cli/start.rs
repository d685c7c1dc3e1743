//! What every command does first: find the state directory, open it, choose the language.

use std::path::Path;
use std::sync::Arc;

use crate::domain::date::Date;
use crate::domain::settings::Settings;
use crate::locale::{Language, Texts};
use crate::store::embedded;
use crate::store::file_system::{FileSystem, RealFileSystem};
use crate::store::location::{locate, writer_id};
use crate::store::process;
use crate::store::state_directory::{Opened, Options, StateDirectory, StoreError};
use crate::tui::program::{Surroundings, System};

use super::Common;

/// The language: asked for, or of the environment, or Russian.
pub(super) fn language(common: &Common, settings: Option<&Settings>) -> Language {
    common
        .lang
        .or_else(|| {
            settings
                .and_then(|settings| settings.language.as_ref())
                .and_then(|name| name.parse().ok())
        })
        .unwrap_or(Language::Ru)
}

/// The texts before any file is read.
pub(super) fn first_texts(common: &Common) -> Texts {
    Texts::new(language(common, None))
}

/// Opens the state directory; `read_only` for commands that only look.
pub(super) fn open(common: &Common, read_only: bool) -> Result<Opened, StoreError> {
    let environment = process::environment(common.state.clone());
    let path = locate(&environment).map_or_else(|| "state".into(), |(path, _)| path);
    let file_system: Arc<dyn FileSystem> = Arc::new(RealFileSystem::private());
    let system = System::new(common.today);
    let mut fresh = System::new(None);
    let holder = process::holder(system.now().format("%d.%m.%Y %H:%M").to_string());
    let secret = process::writer_secret(
        file_system.as_ref(),
        environment.data_directory.as_deref(),
        &fresh.new_id().to_string(),
    );
    let writer = writer_id(
        &holder.host,
        &holder.user,
        absolute(&path).as_path(),
        &secret,
    );
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
}

fn absolute(path: &Path) -> std::path::PathBuf {
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
