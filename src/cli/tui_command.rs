//! `planerka`: the terminal program.

use std::io::ErrorKind;

use super::check::report::Report;
use super::keys::default_keymap;
use super::output::{Failure, Outcome, message};
use super::{Common, start};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::document::DocumentFault;
use crate::store::state_directory::StateDirectory;
use crate::tui::keymap::{FILE_NAME, Keymap};
use crate::tui::model::Notice;
use crate::tui::model::{Action, Size};
use crate::tui::program::{Looks, Program, System, load_workspace};
use crate::tui::run;
use crate::tui::terminal::{self, Session};
use crate::tui::theme::{ColourDepth, Theme, ThemeError, fault_text};
use crate::tui::update::tour;

/// Exit code after the terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

/// The embedded keymap.
pub(super) const DEFAULT_KEYS: &str = include_str!("../tui/keymap/default.ron");

pub(super) fn run(common: &Common, texts: &Texts) -> Outcome {
    if !terminal::is_available() {
        return Err(Failure::Said(texts.get("start-no-terminal")));
    }
    let opened = start::open(common, false, texts)?;
    let findings = opened.findings;
    let mut directory = opened.directory;
    let workspace = load_workspace(&mut directory, opened.records)?;
    let keymap = keymap(&mut directory, texts)?;
    let (themes, faults) = themes(&mut directory);
    let theme = chosen_theme(common, &workspace, &themes, texts)?;
    let looks = Looks {
        texts: Texts::new(texts.language()),
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
    program.model.pointer.is_captured = program.model.workspace.settings().mouse;
    tour::offer(&mut program.model);
    if let Some(fault) = faults.first() {
        let told = fault_text(&program.model.texts, fault);
        program.model.notice = Some(Notice::warning(told));
    }
    let mut session = Session::start()?;
    // A terminal that is gone reads no message; the code says it.
    let code = run::run(&mut session, &mut program).unwrap_or(GONE);
    // Said when the screen is given back: before, nobody would have seen it.
    drop(session);
    start::tell(texts, &findings);
    program.last_words().iter().for_each(|words| message(words));
    Ok(code)
}

/// The theme asked for on the command line, which has to be there, or the one of the settings.
pub(super) fn chosen_theme(
    common: &Common,
    workspace: &Workspace,
    themes: &[Theme],
    texts: &Texts,
) -> Result<Theme, Failure> {
    let wanted = common
        .theme
        .clone()
        .unwrap_or_else(|| workspace.settings().theme.to_string());
    let chosen = themes.iter().find(|theme| theme.name() == wanted);
    if common.theme.is_some() && chosen.is_none() {
        let names: Vec<&str> = themes.iter().map(Theme::name).collect();
        return Err(Failure::Said(texts.with(
            "start-no-theme",
            &[("name", wanted.into()), ("themes", names.join(", ").into())],
        )));
    }
    let theme = chosen
        .or_else(|| themes.first())
        .cloned()
        .unwrap_or_else(Theme::plain);
    Ok(theme)
}

/// The embedded keymap with the user's laid over it.
fn keymap(directory: &mut StateDirectory, texts: &Texts) -> Result<Keymap, Failure> {
    let keymap = default_keymap()?;
    let text = match directory.document_text(FILE_NAME) {
        Ok(text) => text,
        Err(error) if error.fault == DocumentFault::Unreadable(ErrorKind::NotFound) => {
            return Ok(keymap);
        }
        Err(error) => return Err(error.into()),
    };
    keymap.overlaid(&text, Action::INFO).map_err(|error| {
        let path = directory.path().join(FILE_NAME);
        Failure::Report(Box::new(Report::of_keymap(texts, &path, &text, &error)))
    })
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
