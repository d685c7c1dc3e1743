//! Tables drawn of lines: box characters, or `+---+` and `|`.

use crate::import::grid::{Budget, Builder, Cell, Grid};
use crate::import::refusal::Refusal;
use crate::import::source::Block;
use crate::import::text;

mod frame;

/// Reads a text with drawn tables; nothing when there is none.
pub(super) fn read(content: &str) -> Result<Option<Vec<Block>>, Refusal> {
    let lines = frame::framed(content.lines().map(|line| line.chars().collect()).collect());
    let rules = lines.iter().filter(|line| is_rule(line)).count();
    let bars = lines
        .iter()
        .filter(|line| line.iter().filter(|c| is_bar(**c)).count() >= 2)
        .count();
    if rules < 2 || bars < 2 {
        return Ok(None);
    }
    let mut budget = Budget::default();
    let mut blocks = Vec::new();
    let mut drawing: Vec<&[char]> = Vec::new();
    for line in &lines {
        let belongs = is_rule(line) || line.iter().filter(|c| is_bar(**c)).count() >= 2;
        if belongs {
            drawing.push(line);
            continue;
        }
        if line.iter().all(|c| c.is_whitespace()) {
            continue;
        }
        close(&mut blocks, &mut drawing, &mut budget)?;
        let paragraph: String = line.iter().collect();
        blocks.push(Block::Paragraph(text::clean(&paragraph)));
    }
    close(&mut blocks, &mut drawing, &mut budget)?;
    Ok(blocks
        .iter()
        .any(|block| matches!(block, Block::Table(_)))
        .then_some(blocks))
}

fn close(
    blocks: &mut Vec<Block>,
    drawing: &mut Vec<&[char]>,
    budget: &mut Budget,
) -> Result<(), Refusal> {
    if !drawing.is_empty() {
        let grid = table(drawing, budget)?;
        if grid.height() > 0 {
            blocks.push(Block::Table(grid));
        }
        drawing.clear();
    }
    Ok(())
}

/// A cell in the making: where it stands and its lines.
#[derive(Clone, Debug)]
struct Open {
    from: usize,
    to: usize,
    lines: Vec<String>,
    /// No line is drawn below it: the row below goes on with it.
    goes_on: bool,
    /// It goes on with the cell above.
    is_covered: bool,
}

fn table(lines: &[&[char]], budget: &mut Budget) -> Result<Grid, Refusal> {
    let mut edges: Vec<usize> = Vec::new();
    for line in lines {
        for (at, character) in line.iter().enumerate() {
            if (is_bar(*character) || is_joint(*character)) && !edges.contains(&at) {
                edges.push(at);
            }
        }
        if edges.len() > crate::import::limits::COLUMNS {
            return Err(Refusal::Bomb);
        }
    }
    edges.sort_unstable();
    let mut rows = rows(lines);
    budget.positions(rows.iter().map(Vec::len).sum())?;
    put_together(&mut rows);
    let column = |at: usize| edges.iter().position(|edge| *edge == at);
    let mut builder = Builder::default();
    for (index, row) in rows.iter().enumerate() {
        builder.row(index + 1, false);
        for cell in row.iter().filter(|cell| !cell.is_covered) {
            let (Some(first), Some(last)) = (column(cell.from), column(cell.to)) else {
                continue;
            };
            let down = 1 + rows
                .iter()
                .skip(index + 1)
                .take_while(|below| {
                    below.iter().any(|other| {
                        other.is_covered && (other.from, other.to) == (cell.from, cell.to)
                    })
                })
                .count();
            let first = builder.free(first);
            if first < last {
                let text = joined(&cell.lines);
                builder.put(first, Cell::new(text), last - first, down, budget)?;
            }
        }
    }
    Ok(builder.finish())
}

/// The rows of a drawing with their cells.
fn rows(lines: &[&[char]]) -> Vec<Vec<Open>> {
    let ruled = lines.iter().filter(|line| is_rule(line)).count() > 3;
    let mut rows: Vec<Vec<Open>> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut end = |open: &mut Vec<Open>| {
        let row = std::mem::take(open);
        if row
            .iter()
            .any(|cell| !cell.lines.is_empty() || cell.goes_on)
        {
            rows.push(row);
        }
    };
    for line in lines {
        if is_rule(line) || has_rule(line) {
            for cell in &mut open {
                cell.goes_on = has_rule(line)
                    && !line
                        .iter()
                        .take(cell.to)
                        .skip(cell.from + 1)
                        .all(|c| is_dash(*c) || is_joint(*c));
                // Text beside a line that is drawn over other cells.
                if cell.goes_on {
                    let text: String = line.iter().take(cell.to).skip(cell.from + 1).collect();
                    if !text.trim().is_empty() {
                        cell.lines.push(text.trim().to_owned());
                    }
                }
            }
            end(&mut open);
            continue;
        }
        let bars: Vec<usize> = line
            .iter()
            .enumerate()
            .filter(|(_, c)| is_bar(**c))
            .map(|(at, _)| at)
            .collect();
        let cells: Vec<(usize, usize, String)> = bars
            .iter()
            .zip(bars.iter().skip(1))
            .map(|(from, to)| {
                let text: String = line.iter().take(*to).skip(from + 1).collect();
                (*from, *to, text.trim().to_owned())
            })
            .collect();
        // Without lines between rows, a row begins where its first cell is filled.
        let begins = !ruled && cells.first().is_some_and(|(.., text)| !text.is_empty());
        let same = open.len() == cells.len()
            && open
                .iter()
                .zip(&cells)
                .all(|(cell, (from, to, _))| cell.from == *from && cell.to == *to);
        if begins || !same {
            end(&mut open);
        }
        if open.is_empty() {
            open = cells
                .iter()
                .map(|(from, to, _)| Open {
                    from: *from,
                    to: *to,
                    lines: Vec::new(),
                    goes_on: false,
                    is_covered: false,
                })
                .collect();
        }
        for (cell, (.., text)) in open.iter_mut().zip(cells) {
            if !text.is_empty() {
                cell.lines.push(text);
            }
        }
    }
    end(&mut open);
    rows
}

/// What stands below in a cell that no line closes belongs to its beginning.
fn put_together(rows: &mut [Vec<Open>]) {
    for index in (1..rows.len()).rev() {
        let (above, below) = rows.split_at_mut(index);
        let (Some(above), Some(below)) = (above.last_mut(), below.first_mut()) else {
            continue;
        };
        for cell in above.iter_mut().filter(|cell| cell.goes_on) {
            if let Some(rest) = below
                .iter_mut()
                .find(|rest| (rest.from, rest.to) == (cell.from, cell.to))
            {
                cell.lines.append(&mut rest.lines);
                rest.is_covered = true;
            }
        }
    }
}

/// The lines of a cell as one text. A word parted at the end of a line is put together.
fn joined(lines: &[String]) -> String {
    let mut joined = String::new();
    for line in lines {
        if joined.ends_with('-') || joined.is_empty() {
            if joined.ends_with('-') {
                joined.push('\n');
            }
            joined.push_str(line);
        } else {
            joined.push(' ');
            joined.push_str(line);
        }
    }
    text::clean(&joined)
}

fn is_bar(character: char) -> bool {
    matches!(character, '│' | '┃' | '║' | '|' | '¦')
}

fn is_dash(character: char) -> bool {
    matches!(character, '─' | '━' | '═' | '-' | '=' | '_')
}

fn is_joint(character: char) -> bool {
    matches!(character, '+') || ('┌'..='╬').contains(&character)
}

/// A line of nothing but dashes and joints.
fn is_rule(line: &[char]) -> bool {
    let mut dashes = 0;
    for character in line {
        if is_dash(*character) {
            dashes += 1;
        } else if !is_joint(*character) && !is_bar(*character) && !character.is_whitespace() {
            return false;
        }
    }
    dashes >= 3 && line.iter().any(|c| is_joint(*c))
}

/// A line that closes some cells and lets others go on.
fn has_rule(line: &[char]) -> bool {
    line.windows(3)
        .any(|three| matches!(three, [joint, a, b] if (is_joint(*joint) || is_bar(*joint)) && is_dash(*a) && is_dash(*b)))
        && line.iter().any(|c| is_joint(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(text: &str) -> Grid {
        read(text)
            .unwrap()
            .unwrap()
            .into_iter()
            .find_map(|block| match block {
                Block::Table(grid) => Some(grid),
                Block::Paragraph(_) => None,
            })
            .unwrap()
    }

    #[test]
    fn a_drawn_table_is_read_cell_by_cell() {
        let grid = grid(
            "ПЛАН\n\
             ┌───┬──────────┬───────┐\n\
             │ N │Мероприя- │ Срок  │\n\
             │   │тие       │       │\n\
             ├───┴──────────┴───────┤\n\
             │ I. Раздел первый     │\n\
             ├───┬──────────┬───────┤\n\
             │1. │Провести  │ май   │\n\
             │   │анализ    │ 2023  │\n\
             ├───┼──────────┼───────┤\n\
             │2. │Отчёт     │ июнь  │\n\
             └───┴──────────┴───────┘\n",
        );
        assert_eq!(grid.height(), 4);
        assert_eq!(grid.text(0, 1), "Мероприя-\nтие");
        assert_eq!(grid.text(1, 0), "I. Раздел первый");
        assert_eq!(grid.across(1, 0), 3);
        assert_eq!(grid.text(2, 1), "Провести анализ");
        assert_eq!(grid.text(2, 2), "май 2023");
    }

    #[test]
    fn rows_without_lines_between_begin_with_their_number() {
        let grid = grid(
            "+---+--------+------+\n\
             | N | Дело   | Срок |\n\
             +---+--------+------+\n\
             | 1 | Первое | май  |\n\
             |   | дело   |      |\n\
             | 2 | Второе | июнь |\n\
             +---+--------+------+\n",
        );
        assert_eq!(grid.height(), 3);
        assert_eq!(grid.text(1, 1), "Первое дело");
    }

    #[test]
    fn a_table_without_a_frame_has_all_its_columns() {
        let grid = grid(
            "ПЛАН\n\n\
             ----+--------+------\n\
             \u{20}N  | Дело   | Срок\n\
             ----+--------+------\n\
             \u{20}    Раздел первый\n\
             ----+--------+------\n\
             1.  | Первое | май\n\
             \u{20}   | дело   |\n\
             ----+--------+------\n",
        );
        assert_eq!(grid.height(), 3);
        assert_eq!((grid.text(0, 0), grid.text(0, 2)), ("N", "Срок"));
        assert_eq!((grid.text(1, 0), grid.across(1, 0)), ("Раздел первый", 3));
        assert_eq!((grid.text(2, 1), grid.text(2, 2)), ("Первое дело", "май"));
    }

    #[test]
    fn a_cell_that_no_line_closes_goes_on_below() {
        let grid = grid(
            "┌────┬──────┬────┐\n\
             │ а  │ б    │ в  │\n\
             ├────┼──────┼────┤\n\
             │1.1 │ раз  │ г  │\n\
             │    ├──────┼────┤\n\
             │ещё │ два  │ д  │\n\
             ├────┼──────┼────┤\n\
             │1.2 │ три  │ е  │\n\
             └────┴──────┴────┘\n",
        );
        assert_eq!(grid.height(), 4);
        assert_eq!(grid.text(2, 0), "1.1 ещё");
        assert_eq!(grid.text(2, 1), "два");
        assert!(grid.is_from_above(2, 0));
    }
}
