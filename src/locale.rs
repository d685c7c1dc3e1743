//! The texts of the interface in the user's language, through Fluent.
//!
//! The texts stand in `locale/ru/*.ftl` and `locale/en/*.ftl`, embedded in the binary; the list
//! of files is in `locale/files.rs`. Data of the plan is not translated, it stays as it is.

mod argument;
mod date;
mod edition;
mod files;
mod language;
mod wording;

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

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
    bundle: Arc<FluentBundle<FluentResource>>,
}

impl Texts {
    /// Reads the embedded texts of a language.
    pub fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // The marks Fluent puts around arguments have no width and break search and layout.
        bundle.set_use_isolating(false);
        for file in FILES {
            // A resource with a mistake still holds the messages without one; the tests refuse it.
            let resource = FluentResource::try_new(file.source(language).to_owned())
                .unwrap_or_else(|(resource, _mistakes)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            bundle: Arc::new(bundle),
        }
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
        let Some(pattern) = self
            .bundle
            .get_message(id)
            .and_then(|message| message.value())
        else {
            return id.to_owned();
        };
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.to_fluent()))
            .collect();
        // A missing argument shows as `{$name}`: better than no text at all.
        let mut mistakes = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&arguments), &mut mistakes)
            .into_owned()
    }

    /// Whether there is a text with this id, for names that are made at run time.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Texts").field(&self.language).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_id_is_shown_as_itself() {
        assert_eq!(Texts::new(Language::Ru).get("no-such-text"), "no-such-text");
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
