//! Colours, their contrast, and the nearest ones a terminal has.

use ratatui::style::Color;

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColourDepth {
    /// None, or the user wants none.
    Monochrome,
    /// The 16 named ones.
    Ansi16,
    /// The palette of 256.
    Indexed256,
    /// All of them.
    True,
}

impl ColourDepth {
    /// Tells the depth from the values of `NO_COLOR`, `COLORTERM` and `TERM`.
    pub fn detect(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Self {
        if no_color.is_some_and(|value| !value.is_empty()) || term == Some("dumb") {
            return Self::Monochrome;
        }
        if matches!(colorterm, Some("truecolor" | "24bit")) {
            return Self::True;
        }
        match term {
            Some(term) if term.contains("direct") => Self::True,
            Some(term) if term.contains("256color") => Self::Indexed256,
            Some(_) => Self::Ansi16,
            // Only Windows has no TERM, and its console shows all colours since Windows 10.
            None => Self::True,
        }
    }

    /// The nearest colour of this depth.
    pub(super) fn reduce(self, colour: Color) -> Color {
        match (self, colour) {
            (Self::Indexed256, Color::Rgb(r, g, b)) => Color::Indexed(nearest_of_256([r, g, b])),
            (Self::Ansi16, Color::Rgb(r, g, b)) => nearest_of_16([r, g, b]),
            (Self::Ansi16, Color::Indexed(index)) if index >= 16 => nearest_of_16(of_index(index)),
            _ => colour,
        }
    }
}

const NAMED: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// Steps of the colour cube in the palette of 256.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn step(digit: u8) -> u8 {
    STEPS.get(usize::from(digit)).copied().unwrap_or(255)
}

fn of_index(index: u8) -> [u8; 3] {
    if let Some((_, rgb)) = NAMED.get(usize::from(index)) {
        return *rgb;
    }
    if index >= 232 {
        let grey = index
            .saturating_sub(232)
            .saturating_mul(10)
            .saturating_add(8);
        return [grey; 3];
    }
    let cube = index.saturating_sub(16);
    [step(cube / 36), step(cube / 6 % 6), step(cube % 6)]
}

fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let squares = a
        .iter()
        .zip(b)
        .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2));
    squares.sum()
}

/// The first 16 of the 256 are left out: every terminal paints them as it likes.
fn nearest_of_256(rgb: [u8; 3]) -> u8 {
    // A distance is the sum over the parts: the nearest step of each part is the nearest colour.
    let [r, g, b] = rgb.map(|part| {
        (0..6_u8)
            .min_by_key(|digit| step(*digit).abs_diff(part))
            .unwrap_or(0)
    });
    let cube = 16 + 36 * r + 6 * g + b;
    // And the nearest grey is one of the two beside the mean of the parts.
    let mean = rgb.iter().map(|part| u16::from(*part)).sum::<u16>() / 3;
    let darker = (mean.saturating_sub(8) / 10).min(23);
    let darker = u8::try_from(darker).map_or(255, |grey| 232 + grey);
    std::iter::once(cube)
        .chain(darker..=darker.saturating_add(1))
        .min_by_key(|index| distance(of_index(*index), rgb))
        .unwrap_or(cube)
}

fn nearest_of_16(rgb: [u8; 3]) -> Color {
    NAMED
        .iter()
        .min_by_key(|(_, named)| distance(*named, rgb))
        .map_or(Color::Reset, |(colour, _)| *colour)
}

fn rgb(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index) => Some(of_index(index)),
        named => NAMED
            .iter()
            .find(|(colour, _)| *colour == named)
            .map(|(_, rgb)| *rgb),
    }
}

fn luminance(rgb: [u8; 3]) -> f64 {
    let [r, g, b] = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of two colours after WCAG 2, from 1 to 21; `None` if the terminal chooses one.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(rgb(one)?), luminance(rgb(other)?));
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Black or white, whichever can be read on this ground.
pub(super) fn opposite(ground: Color) -> Color {
    match rgb(ground) {
        Some(rgb) if luminance(rgb) > 0.18 => Color::Black,
        _ => Color::White,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_of_256_is_the_first_nearest_of_all() {
        let parts = (0..=255).step_by(15).chain([1, 94, 96, 115, 154, 254]);
        let parts: Vec<u8> = parts.collect();
        for r in &parts {
            for g in &parts {
                for b in &parts {
                    let rgb = [*r, *g, *b];
                    let first = (16..=255_u8).min_by_key(|it| distance(of_index(*it), rgb));
                    assert_eq!(Some(nearest_of_256(rgb)), first, "{rgb:?}");
                }
            }
        }
    }
}
