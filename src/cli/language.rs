//! Which language: `--lang`, else the settings, else the environment, else that of the plan.
//!
//! The environment counts only where it names a language of the interface: `en_US.UTF-8` gives
//! English, while `C`, `POSIX` and languages the program does not have choose nothing. Then the
//! plan decides: Russian for a Russian plan.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::domain::settings::Settings;
use crate::locale::Language;
use crate::store::document::{parse, read_text};
use crate::store::embedded;
use crate::store::file_system::{FileKind, FileSystem as _, RealFileSystem};
use crate::store::location::locate;
use crate::store::process;

use super::arguments::option;

/// The variables of POSIX that name the language of messages; the first that is not empty counts.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// So much of the plan shows its language.
const SAMPLE: usize = 4_000;

/// The language for these arguments. Asked before the command line is understood, so that what is
/// wrong with it can be said; files are read leniently here, and nothing is said of their faults.
pub(super) fn of_process(arguments: &[OsString]) -> Language {
    let asked = option(arguments, "lang").and_then(|name| name.to_str()?.parse().ok());
    if let Some(language) = asked {
        return language;
    }
    let environment = process::environment(option(arguments, "state").map(Into::into));
    let directory = locate(&environment).map(|(path, _source)| path);
    let read = |name: &str| {
        let path = directory.as_ref()?.join(name);
        let (text, _) = read_text(&RealFileSystem::private(), &path).ok()?;
        Some((path, text))
    };
    let settings = read("settings.ron").and_then(|(path, text)| {
        let settings: Settings = parse(&path, &text).ok()?;
        settings.language
    });
    let variables = VARIABLES.map(|name| std::env::var(name).unwrap_or_default());
    choose(settings.as_deref(), &variables).unwrap_or_else(|| {
        let plan = directory.and_then(|directory| beginning(&directory.join("plan.ron")));
        of_plan(plan.as_deref().unwrap_or(embedded::PLAN))
    })
}

/// As much of a file as shows its language: a plan may be long.
fn beginning(path: &Path) -> Option<String> {
    let file_system = RealFileSystem::private();
    // What is no file may keep whoever opens it waiting.
    let is_file = file_system.status(path).ok()?.kind == FileKind::File;
    let mut bytes = Vec::new();
    let file = is_file.then(|| File::open(path).ok())??;
    let most = u64::try_from(SAMPLE * 4).ok()?;
    file.take(most).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The language the settings or the environment name.
fn choose(settings: Option<&str>, variables: &[String]) -> Option<Language> {
    settings.and_then(|name| name.parse().ok()).or_else(|| {
        let locale = variables.iter().find(|value| !value.is_empty())?;
        Language::of_locale(locale)
    })
}

fn of_plan(text: &str) -> Language {
    let is_russian = text
        .chars()
        .take(SAMPLE)
        .any(|letter| ('\u{400}'..='\u{4ff}').contains(&letter));
    if is_russian {
        Language::Ru
    } else {
        Language::En
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(settings: Option<&str>, variables: [&str; 3]) -> Option<Language> {
        choose(settings, &variables.map(str::to_owned))
    }

    #[test]
    fn settings_go_before_the_environment_and_its_first_variable_decides() {
        let (ru, en) = (Some(Language::Ru), Some(Language::En));
        assert_eq!(chosen(Some("en"), ["ru_RU.UTF-8", "", ""]), en);
        assert_eq!(chosen(None, ["", "", "en_GB.UTF-8"]), en);
        assert_eq!(chosen(None, ["ru_RU.UTF-8", "en_US", "en_US"]), ru);
        assert_eq!(chosen(Some("tlh"), ["", "en", ""]), en);
    }

    #[test]
    fn a_locale_without_a_language_is_no_choice() {
        for locale in ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8", ""] {
            assert_eq!(chosen(None, [locale, "", ""]), None, "{locale}");
        }
    }

    #[test]
    fn the_plan_has_the_last_word() {
        assert_eq!(of_plan(embedded::PLAN), Language::Ru);
        assert_eq!(of_plan("(format: 1, directions: [])"), Language::En);
    }
}
