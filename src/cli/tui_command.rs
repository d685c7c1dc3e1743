//! `planerka`: the terminal program.

use std::io::Write;
use std::process::ExitCode;

use super::{Common, start};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::state_directory::StateDirectory;
use crate::tui::fault;
use crate::tui::keymap::Keymap;
use crate::tui::model::Notice;
use crate::tui::model::{Action, Size};
use crate::tui::program::{Looks, Program, System, load_workspace};
use crate::tui::run;
use crate::tui::terminal::{self, Session};
use crate::tui::theme::{ColourDepth, Theme, ThemeError, fault_text};

/// The embedded keymap.
pub const DEFAULT_KEYS: &str = include_str!("../tui/keymap/default.ron");

pub(super) fn run(common: &Common) -> ExitCode {
    let texts = start::first_texts(common);
    match try_run(common, &texts) {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "planerka: {message}");
            ExitCode::FAILURE
        }
    }
}

fn try_run(common: &Common, texts: &Texts) -> Result<u8, String> {
    if !terminal::is_available() {
        return Err(texts.get("start-no-terminal"));
    }
    let opened = start::open(common, false).map_err(|error| fault::store_error(texts, &error))?;
    let mut directory = opened.directory;
    let workspace =
        load_workspace(&mut directory, opened.records).map_err(|error| error.to_string())?;
    let language = start::language(common, Some(workspace.settings()));
    let keymap = Keymap::parse(DEFAULT_KEYS, Action::INFO).map_err(|error| error.to_string())?;
    let keymap = match directory.document_text("keymap.ron") {
        Ok(text) => keymap
            .overlaid(&text, Action::INFO)
            .map_err(|error| format!("keymap.ron: {error}"))?,
        Err(_) => keymap,
    };
    let (themes, faults) = themes(&mut directory);
    let theme = chosen_theme(common, &workspace, &themes, texts)?;
    let looks = Looks {
        texts: Texts::new(language),
        keymap,
        theme,
        themes,
    };
    let mut program = Program::new(
        workspace,
        directory,
        looks,
        Box::new(System::new(common.today)),
        Size {
            width: 0,
            height: 0,
        },
    );
    program.model.ascii = start::is_ascii(common, program.model.workspace.settings());
    if let Some(fault) = faults.first() {
        let told = fault_text(&program.model.texts, fault);
        program.model.notice = Some(Notice::warning(told));
    }
    let mut session = Session::start().map_err(|error| error.to_string())?;
    // A terminal that is gone reads no message; the code says it.
    Ok(run::run(&mut session, &mut program).unwrap_or(129))
}

/// The theme asked for on the command line, which has to be there, or the one of the settings.
pub(super) fn chosen_theme(
    common: &Common,
    workspace: &Workspace,
    themes: &[Theme],
    texts: &Texts,
) -> Result<Theme, String> {
    let wanted = common
        .theme
        .clone()
        .unwrap_or_else(|| workspace.settings().theme.to_string());
    let theme = themes
        .iter()
        .find(|theme| theme.name() == wanted)
        .or_else(|| themes.first())
        .cloned()
        .unwrap_or_else(Theme::plain);
    if common.theme.is_some() && theme.name() != wanted {
        return Err(texts.with(
            "start-no-theme",
            &[
                ("name", wanted.into()),
                (
                    "themes",
                    themes
                        .iter()
                        .map(Theme::name)
                        .collect::<Vec<_>>()
                        .join(", ")
                        .into(),
                ),
            ],
        ));
    }
    Ok(theme)
}

/// All themes, the user's own among them, fitted to the colours the terminal has; and what was
/// wrong with the user's.
pub(super) fn themes(directory: &mut StateDirectory) -> (Vec<Theme>, Vec<ThemeError>) {
    let variable = |name: &str| std::env::var(name).ok();
    let depth = ColourDepth::detect(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    );
    let own: Vec<(String, String)> = directory
        .document_names("themes")
        .into_iter()
        .filter_map(|path| {
            let name = path
                .strip_prefix("themes/")?
                .strip_suffix(".ron")?
                .to_owned();
            Some((name, directory.document_text(&path).ok()?))
        })
        .collect();
    let own = own
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let (themes, faults) = Theme::all(own);
    let themes = themes.iter().map(|theme| theme.reduced(depth)).collect();
    (themes, faults)
}
