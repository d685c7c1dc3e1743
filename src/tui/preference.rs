//! What the user chooses in the program and finds again at the next start: kept in
//! `settings.ron`, where everything else the user wrote stays as it is, comments included.

use crate::domain::safe_text::SafeText;
use crate::domain::settings::{Bookmark, SavedFilter, Settings};
use crate::locale::Language;
use crate::store::document::{parse, with_field};
use crate::store::state_directory::{OnForeign, StateDirectory, StoreError};

/// The document preferences are kept in.
const FILE_NAME: &str = "settings.ron";

/// One choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Preference {
    /// The theme, by name.
    Theme(String),
    /// The language of the interface.
    Language(Language),
    /// Whether the mouse is taken.
    Mouse(bool),
    /// The tour need not be offered again.
    TourSeen,
    /// A bookmark is set, or taken away.
    Bookmark(Bookmark, bool),
    /// A filter has a name.
    Filter(SavedFilter),
    /// The filter of this name goes.
    NoFilter(SafeText),
}

impl Preference {
    fn set(&self, settings: &mut Settings) {
        match self {
            Self::Theme(name) => settings.theme = SafeText::from(name.clone()),
            Self::Language(language) => {
                settings.language = Some(SafeText::from(language.name().to_owned()));
            }
            Self::Mouse(on) => settings.mouse = *on,
            Self::TourSeen => settings.tour_seen = true,
            Self::Bookmark(..) | Self::Filter(_) | Self::NoFilter(_) => {
                let mut hands = settings.hands();
                match self {
                    Self::Bookmark(bookmark, is_on) => hands.bookmark(bookmark, *is_on),
                    Self::Filter(filter) => hands.keep(filter.clone()),
                    Self::NoFilter(name) => hands.drop_filter(name),
                    _ => {}
                }
                settings.set_hands(hands);
            }
        }
    }

    /// The field and its new value in RON; `wanted` has what is kept in lists as it will be.
    fn field(&self, wanted: &Settings) -> (&'static str, String) {
        match self {
            Self::Bookmark(..) => ("bookmarks", in_ron(&wanted.bookmarks)),
            Self::Filter(_) | Self::NoFilter(_) => ("filters", in_ron(&wanted.filters)),
            Self::Theme(name) => ("theme", format!("{name:?}")),
            Self::Language(language) => ("language", format!("Some({:?})", language.name())),
            Self::Mouse(on) => ("mouse", on.to_string()),
            Self::TourSeen => ("tour_seen", true.to_string()),
        }
    }
}

/// A list in RON; nothing goes wrong with what has been read of RON, or typed.
fn in_ron<T: serde::Serialize>(list: &[T]) -> String {
    ron::to_string(list).unwrap_or_default()
}

/// Why a choice was not kept.
#[derive(Debug)]
pub(in crate::tui) enum NotKept {
    /// The file could not be read or written.
    Store(StoreError),
    /// The place for this line in what the user wrote was not found.
    NoPlace(String),
}

impl<E: Into<StoreError>> From<E> for NotKept {
    fn from(error: E) -> Self {
        Self::Store(error.into())
    }
}

/// What became of a choice that is to be found at the next start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::tui) enum Kept {
    /// It was written.
    Written,
    /// It stands there already.
    AsItWas,
}

/// Writes a choice into the settings.
///
/// The file is read anew, so that what somebody else wrote meanwhile stays; one that cannot be
/// read, or has no place for the line, is left alone, and the error says why.
pub(in crate::tui) fn keep(
    directory: &mut StateDirectory,
    preference: &Preference,
) -> Result<Kept, NotKept> {
    let path = directory.path().join(FILE_NAME);
    let text = directory.document_text(FILE_NAME)?;
    let before: Settings = parse(&path, &text)?;
    let mut wanted = before.clone();
    preference.set(&mut wanted);
    if wanted == before {
        return Ok(Kept::AsItWas);
    }
    let (name, value) = preference.field(&wanted);
    let edited = with_field(&text, name, &value)
        .filter(|edited| parse::<Settings>(&path, edited).as_ref() == Ok(&wanted))
        .ok_or_else(|| NotKept::NoPlace(format!("{name}: {value},")))?;
    directory.write_document(FILE_NAME, &edited, OnForeign::Refuse)?;
    Ok(Kept::Written)
}
