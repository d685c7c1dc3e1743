//! Why a theme is refused.

use crate::tui::place::Place;

/// A theme that is refused, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("theme {name}{}: {fault}", .place.map(|place| format!(":{place}")).unwrap_or_default())]
pub struct ThemeError {
    /// The name of the theme.
    pub name: String,
    /// Where the fault stands, if it can be told.
    pub place: Option<Place>,
    /// What is wrong.
    pub fault: ThemeFault,
}

/// What can be wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeFault {
    /// No theme has this name.
    #[error("there is no theme `{0}`")]
    UnknownTheme(String),
    /// The file is not well-formed RON, or a field is missing or unknown.
    #[error("{0}")]
    Syntax(String),
    /// The file is written for another version of the program.
    #[error("format {0} is not known; this program knows format 1")]
    Format(u32),
    /// A colour of the palette is not a colour.
    #[error("`{0}` is not a colour; write `#rrggbb`, a name of the terminal's, or 0 to 255")]
    Colour(String),
    /// A role uses a colour that the palette does not have.
    #[error("the palette has no colour `{0}`")]
    NotInPalette(String),
    /// A name is given twice, so that one of the two would be lost.
    #[error("`{0}` stands twice")]
    Repeated(String),
    /// No role has this name.
    #[error("there is no role `{0}`")]
    UnknownRole(String),
    /// A role has no style.
    #[error("the role `{0}` has no style")]
    MissingRole(&'static str),
}

impl ThemeFault {
    pub(super) fn at(self, name: &str, place: Option<Place>) -> ThemeError {
        ThemeError {
            name: name.to_owned(),
            place,
            fault: self,
        }
    }
}
