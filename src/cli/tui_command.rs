//! `planerka`: the terminal program.

use std::io::ErrorKind;
use std::path::Path;
use std::thread;

use super::output::Report;
use super::output::{Failure, Outcome, message};
use super::start::default_keymap;
use super::{Common, apart, check, start};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::document::DocumentFault;
use crate::store::state_directory::StateDirectory;
use crate::store::state_directory::{Loaded, load_what_can_be_used};
use crate::tui::keymap::{FILE_NAME, Keymap};
use crate::tui::model::Notice;
use crate::tui::model::{Action, Size};
use crate::tui::program::{Looks, Program, System};
use crate::tui::run;
use crate::tui::terminal::{self, Session};
use crate::tui::theme::{ColourDepth, Theme, ThemeError, fault_text};

/// Exit code after the terminal is gone: 128 + SIGHUP.
const GONE: u8 = 129;

pub(super) fn run(common: &Common, texts: &Texts) -> Outcome {
    if !terminal::is_available() {
        return Err(Failure::Said(texts.get("start-no-terminal")));
    }
    let opened = start::open(common, false, texts)?;
    let mut directory = opened.directory;
    let own_themes = theme_texts(&mut directory);
    // Keys and themes hang on nothing else: they are made while the documents are read.
    let (made, loaded) = beside(
        || (default_keymap(), fitted(&own_themes)),
        || load_what_can_be_used(&mut directory, opened.records),
    );
    let Loaded {
        workspace,
        unusable,
    } = loaded?;
    let (default, (themes, faults)) = made;
    let (keymap, keymap_fault) = keymap(default?, &mut directory, texts);
    let theme = chosen_theme(common, &workspace, &themes, texts)?;
    let looks = Looks {
        texts: texts.clone(),
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
    program.fill_templates_apart(apart::apart());
    program.examine_with(check::examine);
    program.look_apart();
    program.model.ascii = start::is_ascii(common, program.model.workspace.settings());
    program.model.pointer.is_captured = program.model.workspace.settings().mouse;
    program.begin(opened.findings, unusable);
    program.greet();
    if let Some(fault) = faults.first() {
        let told = fault_text(&program.model.texts, fault);
        program.model.notice = Some(Notice::warning(told));
    }
    if let Some(told) = keymap_fault {
        program.model.notice = Some(Notice::error(told));
    }
    let mut session = Session::start()?;
    // A terminal that is gone reads no message; the code says it.
    let code = run::run(&mut session, &mut program).unwrap_or(GONE);
    // Said when the screen is given back: before, nobody would have seen it.
    drop(session);
    program.last_words().iter().for_each(|words| message(words));
    Ok(code)
}

/// Does one thing on a thread of its own while the other is done here.
fn beside<A: Send, B>(apart: impl Fn() -> A + Send + Sync, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let builder = thread::Builder::new().name("looks".to_owned());
        let begun = builder.spawn_scoped(scope, &apart);
        let done = here();
        let made = match begun.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(made)) => made,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // The system has no thread left.
            Err(_none) => apart(),
        };
        (made, done)
    })
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

/// The embedded keymap with the user's laid over it, or without it and what is wrong with that
/// one: a slip in it must not keep anybody from a meeting.
fn keymap(
    keymap: Keymap,
    directory: &mut StateDirectory,
    texts: &Texts,
) -> (Keymap, Option<String>) {
    let refused = |report: &Report| {
        // The name alone: a line of the screen has little room.
        let place = report.place.clone().at(Path::new(FILE_NAME));
        let said = format!("{place}: {} {}", report.what, report.advice);
        texts.with("start-default-keys", &[("why", said.into())])
    };
    let text = match directory.document_text(FILE_NAME) {
        Ok(text) => text,
        Err(error) if error.fault == DocumentFault::Unreadable(ErrorKind::NotFound) => {
            return (keymap, None);
        }
        Err(error) => {
            let report = Report::of_document(texts, &error);
            return (keymap, Some(refused(&report)));
        }
    };
    match keymap.overlaid(&text, Action::INFO) {
        Ok(own) => (own, None),
        Err(error) => {
            let path = directory.path().join(FILE_NAME);
            let report = Report::of_keymap(texts, &path, &text, &error);
            (keymap, Some(refused(&report)))
        }
    }
}

/// All themes, the user's own among them, fitted to the colours the terminal has; and what was
/// wrong with the user's.
pub(super) fn themes(directory: &mut StateDirectory) -> (Vec<Theme>, Vec<ThemeError>) {
    fitted(&theme_texts(directory))
}

/// The user's own themes, by name.
fn theme_texts(directory: &mut StateDirectory) -> Vec<(String, String)> {
    let names = directory.document_names("themes").into_iter();
    let texts = names.filter_map(|path| {
        let name = path
            .strip_prefix("themes/")?
            .strip_suffix(".ron")?
            .to_owned();
        Some((name, directory.document_text(&path).ok()?))
    });
    texts.collect()
}

fn fitted(own: &[(String, String)]) -> (Vec<Theme>, Vec<ThemeError>) {
    let variable = |name: &str| std::env::var(name).ok();
    let depth = ColourDepth::detect(
        variable("NO_COLOR").as_deref(),
        variable("COLORTERM").as_deref(),
        variable("TERM").as_deref(),
    );
    let own = own
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    let (themes, faults) = Theme::all(own);
    let themes = themes.iter().map(|theme| theme.reduced(depth)).collect();
    (themes, faults)
}
