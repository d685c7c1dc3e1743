//! The embedded files of texts. A new file is one line in the list and one file a language.

use super::Language;

/// A file of texts, in every language.
#[derive(Debug)]
pub struct File {
    /// The name without `.ftl`.
    pub name: &'static str,
    ru: &'static str,
    en: &'static str,
}

impl File {
    /// The contents in the language that ids are taken from; every language has the same ids.
    pub(super) const fn first_source(&self) -> &'static str {
        self.ru
    }

    /// The contents in one language.
    pub fn source(&self, language: Language) -> &'static str {
        match language {
            Language::Ru => self.ru,
            Language::En => self.en,
        }
    }
}

macro_rules! files {
    ($($name:literal,)*) => {
        /// Every file of texts.
        pub const FILES: &[File] = &[$(File {
            name: $name,
            ru: include_str!(concat!("ru/", $name, ".ftl")),
            en: include_str!(concat!("en/", $name, ".ftl")),
        }),*];
    };
}

files![
    "actions",
    "agenda",
    "cli",
    "common",
    "date",
    "deadline",
    "demo",
    "documents",
    "domain",
    "forms",
    "editions",
    "events",
    "glossary",
    "hall",
    "import",
    "indicators",
    "manual",
    "mouse",
    "overview",
    "rescue",
    "preferences",
    "recovery",
    "papers",
    "screens",
    "store",
    "tables",
    "themes",
    "tour",
];
