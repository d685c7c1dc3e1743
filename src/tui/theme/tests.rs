//! Embedded themes are complete and readable; what is wrong in a user's theme is told.

use super::*;

/// Roles that draw lines and bars, not letters.
const NO_LETTERS: &[Role] = &[
    Role::Border,
    Role::BorderFocused,
    Role::Scrollbar,
    Role::BarFilled,
    Role::BarRest,
    Role::Marker,
];

/// Roles that may stand on the ground of a selected row or of a box.
const ANYWHERE: &[Role] = &[
    Role::Text,
    Role::Dim,
    Role::Accent,
    Role::NotStarted,
    Role::InProgress,
    Role::AtRisk,
    Role::Done,
    Role::Postponed,
    Role::Cancelled,
    Role::Overdue,
    Role::Silent,
    Role::DueSoon,
    Role::Present,
    Role::Absent,
    Role::AttendanceUnset,
    Role::Decision,
    Role::Executor,
    Role::HintKey,
    Role::HintText,
];

fn embedded() -> impl Iterator<Item = Theme> {
    EMBEDDED.iter().map(|(name, _)| Theme::named(name).unwrap())
}

#[test]
fn every_letter_can_be_read() {
    let mut faults = Vec::new();
    for theme in embedded() {
        let ground = theme.style(Role::Text).bg.unwrap();
        let high = theme.name().starts_with("high-contrast");
        let readable = if high { 7.0 } else { 4.5 };
        let mut hold = |role: Role, below: Color, least: f64| {
            let letters = theme.style(role).fg.or(theme.style(Role::Text).fg).unwrap();
            let ratio = contrast(letters, below).unwrap();
            if ratio < least {
                faults.push(format!("{}: {} {ratio:.2}", theme.name(), role.name()));
            }
        };
        for role in Role::ALL {
            let least = match role {
                Role::HintDisabled if high => 4.5,
                Role::HintDisabled => 3.0,
                role if NO_LETTERS.contains(role) => 1.2,
                _ => readable,
            };
            hold(*role, theme.style(*role).bg.unwrap_or(ground), least);
        }
        for role in ANYWHERE {
            for place in [Role::Selected, Role::SelectedUnfocused, Role::Overlay] {
                hold(*role, theme.style(place).bg.unwrap_or(ground), readable);
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn there_are_six_themes_and_the_users_own() {
    let (themes, faults) = Theme::all([]);
    let names: Vec<&str> = themes.iter().map(Theme::name).collect();
    assert_eq!(names.len(), 6);
    assert_eq!(faults, []);
    let light = EMBEDDED
        .iter()
        .find(|(name, _)| *name == "light")
        .unwrap()
        .1;
    let (own, faults) = Theme::all([("dark", light), ("mine", light), ("warm", "(format: 1)")]);
    let own_names: Vec<&str> = own.iter().map(Theme::name).collect();
    assert_eq!(own_names, [names.as_slice(), &["mine"]].concat());
    let ground = |themes: &[Theme], name: &str| {
        let theme = themes.iter().find(|theme| theme.name() == name).unwrap();
        theme.style(Role::Text).bg
    };
    assert_eq!(ground(&own, "dark"), ground(&themes, "light"));
    assert_eq!(ground(&own, "warm"), ground(&themes, "warm"));
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].name, "warm");
}

#[test]
fn without_colours_the_selection_is_still_seen() {
    for theme in embedded() {
        let mono = theme.without_colour();
        for role in Role::ALL {
            let style = mono.style(*role);
            assert_eq!((style.fg, style.bg), (None, None), "{}", role.name());
        }
        for role in [
            Role::Selected,
            Role::Cursor,
            Role::Match,
            Role::Overdue,
            Role::BorderFocused,
        ] {
            let style = mono.style(role);
            assert!(!style.add_modifier.is_empty(), "{}", role.name());
        }
        assert_ne!(
            mono.style(Role::Selected),
            mono.style(Role::SelectedUnfocused)
        );
    }
}

#[test]
fn fewer_colours_stay_readable() {
    for theme in embedded() {
        for depth in [ColourDepth::Ansi16, ColourDepth::Indexed256] {
            let reduced = theme.reduced(depth);
            let ground = reduced.style(Role::Text).bg;
            for role in Role::ALL.iter().filter(|role| !NO_LETTERS.contains(role)) {
                let style = reduced.style(*role);
                for colour in [style.fg, style.bg].into_iter().flatten() {
                    assert!(!matches!(colour, Color::Rgb(..)));
                }
                assert_ne!(style.fg, style.bg.or(ground), "{} {depth:?}", role.name());
            }
            let selected = reduced.style(Role::Selected);
            let reversed = selected.add_modifier.contains(Modifier::REVERSED);
            assert!(selected.bg != ground || reversed, "{depth:?}");
        }
    }
}

#[test]
fn the_depth_is_told_from_the_environment() {
    for (no_color, colorterm, term, depth) in [
        (
            Some("1"),
            Some("truecolor"),
            Some("xterm"),
            ColourDepth::Monochrome,
        ),
        (
            Some(""),
            Some("truecolor"),
            Some("xterm"),
            ColourDepth::True,
        ),
        (None, None, Some("xterm-256color"), ColourDepth::Indexed256),
        (None, None, Some("linux"), ColourDepth::Ansi16),
        (None, None, Some("dumb"), ColourDepth::Monochrome),
        (None, None, None, ColourDepth::True),
    ] {
        assert_eq!(ColourDepth::detect(no_color, colorterm, term), depth);
    }
}

#[test]
fn what_is_wrong_in_a_theme_is_told_with_its_place() {
    let theme = |palette: &str, roles: &str| {
        let source = format!("(format: 1, palette: {{\n{palette}\n}}, roles: {{\n{roles}\n}})");
        Theme::parse("t", &source).unwrap_err().to_string()
    };
    let ink = "\"ink\": \"#dde3ea\"";
    assert_eq!(
        theme("\"ink\": \"#fff\"", ""),
        "theme t:2:8: `#fff` is not a colour; write `#rrggbb`, a name of the terminal's, or 0 to 255"
    );
    assert_eq!(
        theme("\"ink\": \"red\", \"ink\": \"blue\"", ""),
        "theme t:2:15: `ink` stands twice"
    );
    assert_eq!(
        theme(ink, "\"text\": (fg: \"paper\")"),
        "theme t:4:14: the palette has no colour `paper`"
    );
    assert_eq!(
        theme(ink, "\"txt\": (fg: \"ink\")"),
        "theme t:4:1: there is no role `txt`"
    );
    assert_eq!(
        theme(ink, "\"text\": (fg: \"ink\"), \"text\": ()"),
        "theme t:4:22: `text` stands twice"
    );
    assert_eq!(
        theme(ink, "\"text\": (fg: \"ink\", modifiers: [bold])"),
        "theme t: the role `dim` has no style"
    );
    assert!(theme(ink, "\"text\": (ink: \"ink\")").starts_with("theme t:4:"));
    assert!(Theme::named("pink").is_err());
}
