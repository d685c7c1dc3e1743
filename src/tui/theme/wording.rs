//! A fault of a theme in the user's language: where, what.

use super::error::{ThemeError, ThemeFault};
use crate::locale::Texts;

/// Why a theme of the user was not taken.
pub fn fault_text(texts: &Texts, error: &ThemeError) -> String {
    let name = error.name.clone();
    let mut place = texts.with("theme-fault-file", &[("name", name.clone().into())]);
    if let Some(found) = &error.place {
        place = format!("{place}:{found}");
    }
    let what = match &error.fault {
        ThemeFault::Syntax(what) => texts.with("theme-fault-syntax", &said(what)),
        ThemeFault::Format(found) => {
            texts.with("theme-fault-format", &[("found", i64::from(*found).into())])
        }
        ThemeFault::Colour(what) => texts.with("theme-fault-colour", &said(what)),
        ThemeFault::NotInPalette(what) => texts.with("theme-fault-palette", &said(what)),
        ThemeFault::Repeated(what) => texts.with("theme-fault-repeated", &said(what)),
        ThemeFault::UnknownTheme(what) | ThemeFault::UnknownRole(what) => {
            texts.with("theme-fault-role", &said(what))
        }
        ThemeFault::MissingRole(what) => texts.with("theme-fault-missing", &said(what)),
    };
    texts.with(
        "theme-fault",
        &[
            ("name", name.into()),
            ("where", place.into()),
            ("what", what.into()),
        ],
    )
}

fn said(what: &str) -> [(&'static str, crate::locale::Argument); 1] {
    [("what", what.into())]
}
