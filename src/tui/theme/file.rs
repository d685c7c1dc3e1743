//! The theme as a file: `(format: 1, palette: {"ink": "#dde3ea"}, roles: {"text": (fg: "ink")})`.

use std::cell::LazyCell;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use ron::Options;
use ron::extensions::Extensions;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::store::document::parse_plain;
use crate::tui::place::{Literal, Place, literals};

use super::error::{ThemeError, ThemeFault};
use super::{Look, Role};

#[derive(Deserialize)]
struct Head {
    format: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    palette: Entries<String>,
    roles: Entries<RoleStyle>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct RoleStyle {
    fg: Option<String>,
    bg: Option<String>,
    modifiers: Vec<Emphasis>,
    mono: Vec<Emphasis>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Emphasis {
    Bold,
    Dim,
    Italic,
    Underlined,
    Reversed,
    Struck,
}

impl Emphasis {
    fn modifier(self) -> Modifier {
        match self {
            Self::Bold => Modifier::BOLD,
            Self::Dim => Modifier::DIM,
            Self::Italic => Modifier::ITALIC,
            Self::Underlined => Modifier::UNDERLINED,
            Self::Reversed => Modifier::REVERSED,
            Self::Struck => Modifier::CROSSED_OUT,
        }
    }
}

/// A map that keeps what a map would lose: the second of two equal keys.
struct Entries<T>(Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Collect<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map from names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<T>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(Collect(PhantomData))
    }
}

/// Reads a file: the look of every role, in the order of the roles.
pub(super) fn read(name: &str, source: &str) -> Result<Vec<Look>, ThemeError> {
    let source = source.trim_start_matches('\u{feff}');
    let ron = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let syntax = |error: ron::error::SpannedError| {
        let place = error.span.start.into();
        ThemeFault::Syntax(error.code.to_string()).at(name, Some(place))
    };
    let read = parse_plain(source).map_or_else(|| ron.from_str::<File>(source), Ok);
    if !read.as_ref().is_ok_and(|file| file.format == 1) {
        // What is of another form is told by that, not by what else is odd in it.
        let head: Head = ron.from_str(source).map_err(syntax)?;
        if head.format != 1 {
            return Err(ThemeFault::Format(head.format).at(name, None));
        }
    }
    let file = read.map_err(syntax)?;
    let places = LazyCell::new(|| Places(literals(source)));
    let palette = palette(&file.palette).map_err(|(entry, fault)| {
        let place = match &fault {
            ThemeFault::Colour(text) => places.after(entry, text),
            _ => places.last(entry),
        };
        fault.at(name, place)
    })?;
    let mut looks = vec![None; Role::ALL.len()];
    for (role_name, style) in &file.roles.0 {
        let place = |text: &str| places.after(role_name, text);
        let role = Role::ALL.iter().find(|role| role.name() == role_name);
        let Some(slot) = role.and_then(|role| looks.get_mut(*role as usize)) else {
            let fault = ThemeFault::UnknownRole(role_name.clone());
            return Err(fault.at(name, place(role_name)));
        };
        let look = look(style, &palette)
            .map_err(|colour| ThemeFault::NotInPalette(colour.clone()).at(name, place(&colour)))?;
        if slot.replace(look).is_some() {
            let fault = ThemeFault::Repeated(role_name.clone());
            return Err(fault.at(name, places.last(role_name)));
        }
    }
    Role::ALL
        .iter()
        .zip(looks)
        .map(|(role, look)| look.ok_or_else(|| ThemeFault::MissingRole(role.name()).at(name, None)))
        .collect()
}

type Palette<'a> = Vec<(&'a str, Color)>;

/// The colours by name, or the entry that is wrong.
fn palette(entries: &Entries<String>) -> Result<Palette<'_>, (&str, ThemeFault)> {
    let mut palette: Palette<'_> = Vec::new();
    for (name, text) in &entries.0 {
        if palette.iter().any(|(known, _)| known == name) {
            return Err((name, ThemeFault::Repeated(name.clone())));
        }
        let colour = Color::from_str(text)
            .map_err(|_unreadable| (name.as_str(), ThemeFault::Colour(text.clone())))?;
        palette.push((name, colour));
    }
    Ok(palette)
}

/// The look of a role, or the colour that the palette does not have.
fn look(style: &RoleStyle, palette: &Palette<'_>) -> Result<Look, String> {
    let colour = |name: &Option<String>| match name {
        None => Ok(None),
        Some(name) => palette
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, colour)| Some(*colour))
            .ok_or_else(|| name.clone()),
    };
    let all = |list: &[Emphasis]| {
        let modifiers = list.iter().map(|emphasis| emphasis.modifier());
        modifiers.fold(Modifier::empty(), |all, one| all | one)
    };
    Ok(Look {
        style: Style {
            fg: colour(&style.fg)?,
            bg: colour(&style.bg)?,
            add_modifier: all(&style.modifiers),
            ..Style::default()
        },
        mono: all(&style.mono),
    })
}

struct Places(Vec<Literal>);

impl Places {
    /// The first `text` at or after the first literal that says `key` and is no field's value.
    fn after(&self, key: &str, text: &str) -> Option<Place> {
        self.0
            .iter()
            .skip_while(|literal| literal.text != key || literal.field.is_some())
            .find(|literal| literal.text == text)
            .map(|literal| literal.place)
    }

    fn last(&self, key: &str) -> Option<Place> {
        let found = self.0.iter().rfind(|literal| literal.text == key);
        found.map(|literal| literal.place)
    }
}
