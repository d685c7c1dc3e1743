//! Figures five lines high, read from the last row of a room.

/// The lines of a figure.
pub(super) const HEIGHT: usize = 5;

/// The dots of a figure, three in a line.
fn dots(figure: char) -> Option<[&'static str; HEIGHT]> {
    Some(match figure {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        '.' => [" ", " ", " ", " ", "#"],
        _ => return None,
    })
}

/// A number like «3.5.10» in lines of blocks; empty when it has other characters.
pub(super) fn lines(number: &str) -> Vec<String> {
    let figures: Option<Vec<_>> = number.chars().map(dots).collect();
    let Some(figures) = figures else {
        return Vec::new();
    };
    (0..HEIGHT)
        .map(|line| {
            figures
                .iter()
                .filter_map(|figure| figure.get(line))
                .map(|dots| {
                    let wide = |dot| if dot == '#' { "██" } else { "  " };
                    let cells: String = dots.chars().map(wide).collect();
                    cells + "  "
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_five_lines_of_one_width() {
        let drawn = lines("1.2.10");
        assert_eq!(drawn.len(), HEIGHT);
        let width = drawn[0].chars().count();
        assert!(drawn.iter().all(|line| line.chars().count() == width));
        assert_eq!(width, 4 * 8 + 2 * 4);
        assert!(lines("тема").is_empty());
    }
}
