//! The texts of the interface in the user's language, through Fluent.
//!
//! The texts stand in `locale/ru/*.ftl` and `locale/en/*.ftl`, embedded in the binary; the list
//! of files is in `locale/files.rs`. Data of the plan is not translated, it stays as it is.

mod argument;
mod date;
mod edition;
mod files;
mod index;
mod language;
mod wording;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::domain::date::Date;
use crate::domain::quick::QuickMap;

pub use argument::Argument;
pub use files::{FILES, File};
pub use language::{Language, UnknownLanguage};

/// All texts of one language.
///
/// Bind it to a name that ends in `texts`: the test that holds ids in the code to ids in the
/// files recognises `texts.get("…")` and `texts.with("…", …)`.
#[derive(Clone)]
pub struct Texts {
    language: Language,
    pages: Arc<Pages>,
}

type Bundle = FluentBundle<FluentResource>;

/// The files of a language. One is read when a text of it is first asked for: a start shows texts of
/// a few of them, and reading them all took longer than drawing it. No text refers to another one.
struct Pages {
    read: Vec<OnceLock<Bundle>>,
    /// Days as they were written last: a screen shows some thirty, and the next frame the same ones.
    days: Mutex<QuickMap<(&'static str, Date), Arc<str>>>,
}

/// So many days are kept; they are written anew when there are more.
const MOST_DAYS: usize = 1024;

impl Texts {
    /// The embedded texts of a language; a file is read when a text of it is first asked for.
    pub fn new(language: Language) -> Self {
        let pages = Pages {
            read: FILES.iter().map(|_| OnceLock::new()).collect(),
            days: Mutex::default(),
        };
        Self {
            language,
            pages: Arc::new(pages),
        }
    }

    /// The file a text stands in.
    fn page(&self, id: &str) -> Option<&Bundle> {
        let index = index::file_of(id)?;
        let file = FILES.get(index)?;
        let page = self.pages.read.get(index)?;
        Some(page.get_or_init(|| bundle(file.source(self.language), self.language)))
    }

    /// The language of these texts.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The text with this id; the id itself when there is none.
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// The text with this id and these arguments; numbers choose the plural form.
    pub fn with(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        let Some(page) = self.page(id) else {
            return id.to_owned();
        };
        let Some(pattern) = page.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.to_fluent()))
            .collect();
        // A missing argument shows as `{$name}`: better than no text at all.
        let mut mistakes = Vec::new();
        page.format_pattern(pattern, Some(&arguments), &mut mistakes)
            .into_owned()
    }

    /// A day in words that were written once and are kept.
    fn kept_day(&self, id: &'static str, date: Date, write: impl FnOnce() -> String) -> String {
        let days = || {
            self.pages
                .days
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(known) = days().get(&(id, date)) {
            return known.to_string();
        }
        let written = write();
        let mut days = days();
        if days.len() >= MOST_DAYS {
            days.clear();
        }
        days.insert((id, date), written.as_str().into());
        written
    }

    /// Whether there is a text with this id, for names that are made at run time.
    pub fn has(&self, id: &str) -> bool {
        self.page(id).is_some_and(|page| page.has_message(id))
    }
}

/// Reads a file of texts.
fn bundle(source: &str, language: Language) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // The marks Fluent puts around arguments have no width and break search and layout.
    bundle.set_use_isolating(false);
    // A resource with a mistake still holds the messages without one; the tests refuse it.
    let resource =
        FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _mistakes)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Texts").field(&self.language).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The ids of a file: what stands before ` =` at the beginning of a line.
    fn ids(source: &str) -> impl Iterator<Item = &str> {
        let begins = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let lines = source.lines().filter(begins);
        lines.filter_map(|line| line.split_once('=').map(|(id, _text)| id.trim_end()))
    }

    #[test]
    fn a_missing_id_is_shown_as_itself() {
        assert_eq!(Texts::new(Language::Ru).get("no-such-text"), "no-such-text");
    }

    #[test]
    fn every_text_is_found_in_its_file_and_refers_to_no_other() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for file in FILES {
                let source = file.source(language);
                let resource = FluentResource::try_new(source.to_owned()).unwrap();
                let found: Vec<&str> = ids(source).collect();
                let entries: Vec<String> = resource
                    .entries()
                    .map(|entry| format!("{entry:?}"))
                    .filter(|entry| !entry.contains("Comment"))
                    .collect();
                assert_eq!(found.len(), entries.len(), "{} {language}", file.name);
                for (id, entry) in found.into_iter().zip(entries) {
                    let named = format!("Message(Message {{ id: Identifier {{ name: \"{id}\"");
                    assert!(entry.starts_with(&named), "{id}: {entry}");
                    assert!(texts.has(id), "{id}");
                    let text = texts.get(id);
                    let referring = text.contains('{') && !text.contains("{$");
                    assert!(!referring, "{id} refers to another text: {text}");
                }
            }
        }
    }

    #[test]
    fn russian_has_three_plural_forms_and_no_isolating_marks() {
        let texts = Texts::new(Language::Ru);
        for (days, text) in [
            (0, "0 дней"),
            (1, "1 день"),
            (2, "2 дня"),
            (5, "5 дней"),
            (11, "11 дней"),
            (21, "21 день"),
            (22, "22 дня"),
            (1025, "1025 дней"),
        ] {
            assert_eq!(texts.with("days", &[("n", days.into())]), text);
        }
    }

    #[test]
    fn texts_may_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Texts>();
    }
}
