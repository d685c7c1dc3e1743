//! Two texts beside each other, as a person compares them.

use crate::tui::widget::text::{pad, width, wrap};

/// How wide a line of the report is: what every terminal has.
const WIDTH: usize = 80;

/// What stands before each line.
const INDENT: &str = "  ";

/// What stands between the sides.
const BETWEEN: &str = " │ ";

/// Two texts in two columns under their headings, long lines going on below, the columns no wider
/// than what is in them. A side without lines has a dash.
pub(super) fn beside(left: (&str, &[String]), right: (&str, &[String])) -> Vec<String> {
    let most = (WIDTH - INDENT.len() - width(BETWEEN)) / 2;
    let (left, right) = (column(left, most), column(right, most));
    let wide = left.iter().map(|line| width(line)).max().unwrap_or(0);
    let rows = left.len().max(right.len());
    let line = |column: &[String], row: usize| column.get(row).cloned().unwrap_or_default();
    (0..rows)
        .map(|row| {
            let left = pad(&line(&left, row), wide);
            let right = line(&right, row);
            format!("{INDENT}{left}{BETWEEN}{right}")
                .trim_end()
                .to_owned()
        })
        .collect()
}

fn column((heading, lines): (&str, &[String]), most: usize) -> Vec<String> {
    let mut column = vec![heading.to_owned()];
    match lines {
        [] => column.push("–".to_owned()),
        lines => column.extend(lines.iter().flat_map(|line| wrap(line.trim(), most))),
    }
    column
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[&str]) -> Vec<String> {
        text.iter().map(|line| (*line).to_owned()).collect()
    }

    #[test]
    fn both_sides_stand_beside_each_other_and_long_lines_go_on_below() {
        let long = "title: \"Мониторинг деятельности региональной сети проектов\",";
        let shown = beside(
            ("здесь", &lines(&["    time: \"09:30\","])),
            ("там", &lines(&["    time: \"11:00\",", long])),
        );
        assert_eq!(
            shown,
            [
                "  здесь          │ там",
                "  time: \"09:30\", │ time: \"11:00\",",
                "                 │ title: \"Мониторинг деятельности",
                "                 │ региональной сети проектов\",",
            ]
        );
        assert!(shown.iter().all(|line| width(line) <= WIDTH));
    }

    #[test]
    fn a_side_that_has_no_line_left_has_a_dash() {
        let shown = beside(("здесь", &[]), ("там", &lines(&["keep: 5,"])));
        assert_eq!(shown, ["  здесь │ там", "  –     │ keep: 5,"]);
    }
}
