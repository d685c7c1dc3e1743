//! The languages of the interface.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language of the interface; written `ru` and `en`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

/// A text that names no language of the interface.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language of the interface; there are `ru` and `en`")]
pub struct UnknownLanguage(pub String);

impl Language {
    /// Every language, the first one first.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The one the language key switches to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ru => Self::En,
            Self::En => Self::Ru,
        }
    }

    /// The language of a POSIX locale such as `ru_RU.UTF-8`; `None` for any other language.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|known| language.eq_ignore_ascii_case(known.name()))
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        // Both names are well-formed; a test holds the plurals that depend on it.
        self.name().parse().unwrap_or_default()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL
            .into_iter()
            .find(|language| language.name() == text)
            .ok_or_else(|| UnknownLanguage(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back_and_locales_are_understood() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        assert!("de".parse::<Language>().is_err());
        assert_eq!(Language::of_locale("ru_RU.UTF-8"), Some(Language::Ru));
        assert_eq!(Language::of_locale("en"), Some(Language::En));
        assert_eq!(Language::of_locale("C.UTF-8"), None);
        assert_eq!(Language::of_locale(""), None);
    }
}
