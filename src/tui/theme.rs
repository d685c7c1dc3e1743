//! How things look: views ask for a role (`theme.style(Role::Overdue)`), never for a colour.
//!
//! A theme is a RON file with a palette and a style for every role; those in `themes/` are
//! embedded. Reading the environment is the caller's affair.

mod colour;
mod error;
mod file;
mod role;
mod wording;

use ratatui::style::{Color, Modifier, Style};

pub use colour::{ColourDepth, contrast};
pub use error::{ThemeError, ThemeFault};
pub use role::Role;
pub use wording::fault_text;

/// The embedded themes by name; the first is the one to begin with.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("dark", include_str!("../../themes/dark.ron")),
    ("light", include_str!("../../themes/light.ron")),
    ("warm", include_str!("../../themes/warm.ron")),
    (
        "high-contrast-dark",
        include_str!("../../themes/high-contrast-dark.ron"),
    ),
    (
        "high-contrast-light",
        include_str!("../../themes/high-contrast-light.ron"),
    ),
    ("monochrome", include_str!("../../themes/monochrome.ron")),
];

/// A style for every role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    name: String,
    looks: Vec<Look>,
}

/// The style of a role, and what tells it apart where colours cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    style: Style,
    mono: Modifier,
}

impl Theme {
    /// An embedded theme.
    pub fn named(name: &str) -> Result<Self, ThemeError> {
        let (name, source) = EMBEDDED
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| ThemeFault::UnknownTheme(name.to_owned()).at(name, None))?;
        Self::parse(name, source)
    }

    /// Reads a theme file.
    pub fn parse(name: &str, source: &str) -> Result<Self, ThemeError> {
        let looks = file::read(name, source)?;
        Ok(Self {
            name: name.to_owned(),
            looks,
        })
    }

    /// The embedded themes with the user's own: a file of the same name takes the place of an
    /// embedded one, any other comes after them. A file that cannot be read is told of, and the
    /// embedded theme of its name stays.
    pub fn all<'a>(
        own: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> (Vec<Self>, Vec<ThemeError>) {
        let mut faults = Vec::new();
        let mut themes = Vec::new();
        for (name, source) in EMBEDDED.iter().copied().chain(own) {
            match Self::parse(name, source) {
                Ok(theme) => match themes
                    .iter_mut()
                    .find(|known: &&mut Self| known.name == name)
                {
                    Some(known) => *known = theme,
                    None => themes.push(theme),
                },
                Err(fault) => faults.push(fault),
            }
        }
        (themes, faults)
    }

    /// A theme of the terminal's own colours, for when no other can be had.
    pub fn plain() -> Self {
        Self {
            name: "plain".to_owned(),
            looks: vec![Look::default(); Role::ALL.len()],
        }
    }

    /// The name of the theme.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The style of a role, to be laid over what is below it.
    pub fn style(&self, role: Role) -> Style {
        self.look(role).style
    }

    /// The theme without colours: what they told is told by bold, underline and reverse.
    #[must_use]
    pub fn without_colour(&self) -> Self {
        self.map(|look| Look {
            style: Style::new().add_modifier(look.style.add_modifier | look.mono),
            mono: look.mono,
        })
    }

    /// The theme in the colours a terminal has.
    #[must_use]
    pub fn reduced(&self, depth: ColourDepth) -> Self {
        match depth {
            ColourDepth::Monochrome => self.without_colour(),
            ColourDepth::True => self.clone(),
            ColourDepth::Ansi16 | ColourDepth::Indexed256 => {
                let ground = self.look(Role::Text).style.bg;
                self.map(|look| reduce(look, depth, ground))
            }
        }
    }

    fn map(&self, change: impl Fn(&Look) -> Look) -> Self {
        Self {
            name: self.name.clone(),
            looks: self.looks.iter().map(change).collect(),
        }
    }

    fn look(&self, role: Role) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }
}

/// Brings both colours to the depth. Two colours that fall together lose what they told: then
/// the letters take the opposite of their ground, and the modifiers for no colours speak.
fn reduce(look: &Look, depth: ColourDepth, ground: Option<Color>) -> Look {
    let mut style = look.style;
    let reduced = |colour: Option<Color>| colour.map(|colour| depth.reduce(colour));
    style.fg = reduced(style.fg);
    style.bg = reduced(style.bg);
    let below = style.bg.or_else(|| reduced(ground));
    let lost_ground =
        look.style.bg.is_some() && look.style.bg != ground && below == reduced(ground);
    let lost_letters = style.fg.is_some() && style.fg == below;
    if lost_letters {
        style.fg = look.style.bg.or(ground).map(colour::opposite);
    }
    if lost_ground || lost_letters {
        style.add_modifier |= look.mono;
    }
    Look { style, ..*look }
}

#[cfg(test)]
mod tests;
