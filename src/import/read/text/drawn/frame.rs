//! The outer lines that a drawn table may lack.

use super::{is_bar, is_dash, is_joint, is_rule};

/// The lines with a frame around tables that have lines only between their columns:
/// `----+------` over `  1 | Дело`. What stands alone between two lines covers all columns.
pub(super) fn framed(lines: Vec<Vec<char>>) -> Vec<Vec<char>> {
    let rules: Vec<&Vec<char>> = lines.iter().filter(|line| is_rule(line)).collect();
    let is_open = rules.len() >= 2
        && rules.iter().all(|rule| {
            let ends = [rule.iter().find(|c| !c.is_whitespace()), last(rule)];
            ends.iter().all(|end| end.is_some_and(|c| is_dash(*c)))
        });
    if !is_open {
        return lines;
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or_default();
    let is_line = |line: &[char]| {
        line.iter().filter(|c| is_dash(**c)).count() >= 3
            && line
                .iter()
                .all(|c| is_dash(*c) || is_joint(*c) || c.is_whitespace())
    };
    let filled: Vec<usize> = (0..lines.len())
        .filter(|at| {
            lines
                .get(*at)
                .is_some_and(|line| line.iter().any(|c| !c.is_whitespace()))
        })
        .collect();
    let is_line_at = |place: Option<&usize>| {
        place
            .and_then(|at| lines.get(*at))
            .is_some_and(|line| is_line(line))
    };
    let alone: Vec<usize> = filled
        .iter()
        .enumerate()
        .filter(|(index, _)| {
            let before = index.checked_sub(1).and_then(|before| filled.get(before));
            is_line_at(before) && is_line_at(filled.get(index + 1))
        })
        .map(|(_, at)| *at)
        .collect();
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| {
            let edge = if is_line(line) {
                '+'
            } else if line.iter().any(|c| is_bar(*c)) || alone.contains(&at) {
                '|'
            } else {
                return line.clone();
            };
            let fill = if edge == '+' { '-' } else { ' ' };
            let mut framed = vec![edge];
            framed.extend(line);
            framed.resize(width + 1, fill);
            framed.push(edge);
            framed
        })
        .collect()
}

fn last(line: &[char]) -> Option<&char> {
    line.iter().rev().find(|c| !c.is_whitespace())
}
