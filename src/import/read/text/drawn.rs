//! Tables drawn of lines: box characters, or `+---+` and `|`.

use crate::import::grid::{Budget, Builder, Cell, Grid};
use crate::import::refusal::Refusal;
use crate::import::source::Block;
use crate::import::text;

/// Reads a text with drawn tables; nothing when there is none.
pub(super) fn read(content: &str) -> Result<Option<Vec<Block>>, Refusal> {
    let lines: Vec<Vec<char>> = content.lines().map(|line| line.chars().collect()).collect();
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
    let column = |at: usize| edges.iter().position(|edge| *edge == at);
    let ruled = lines.iter().filter(|line| is_rule(line)).count() > 3;
    let mut builder = Builder::default();
    let mut open: Vec<Open> = Vec::new();
    let mut place = 0;
    let mut end =
        |open: &mut Vec<Open>, stays: &dyn Fn(usize, usize) -> bool| -> Result<(), Refusal> {
            if open.iter().all(|cell| cell.lines.is_empty()) {
                open.clear();
                return Ok(());
            }
            place += 1;
            builder.row(place, false);
            for cell in open.drain(..) {
                let (Some(first), Some(last)) = (column(cell.from), column(cell.to)) else {
                    continue;
                };
                let down = if stays(cell.from, cell.to) { 2 } else { 1 };
                let first = builder.free(first);
                if first < last {
                    let joined = joined(&cell.lines);
                    builder.put(first, Cell::new(joined), last - first, down, budget)?;
                }
            }
            Ok(())
        };
    for line in lines {
        if is_rule(line) || has_rule(line) {
            // Cells this line does not close go on below it.
            let goes_on = |from: usize, to: usize| {
                has_rule(line)
                    && !line
                        .iter()
                        .take(to)
                        .skip(from + 1)
                        .all(|c| is_dash(*c) || is_joint(*c))
            };
            end(&mut open, &goes_on)?;
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
            end(&mut open, &|_, _| false)?;
        }
        if open.is_empty() {
            open = cells
                .iter()
                .map(|(from, to, _)| Open {
                    from: *from,
                    to: *to,
                    lines: Vec::new(),
                })
                .collect();
        }
        for (cell, (.., text)) in open.iter_mut().zip(cells) {
            if !text.is_empty() {
                cell.lines.push(text);
            }
        }
    }
    end(&mut open, &|_, _| false)?;
    Ok(builder.finish())
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
    fn a_cell_that_no_line_closes_goes_on_below() {
        let grid = grid(
            "┌────┬──────┬────┐\n\
             │ а  │ б    │ в  │\n\
             ├────┼──────┼────┤\n\
             │1.1 │ раз  │ г  │\n\
             │    ├──────┼────┤\n\
             │    │ два  │ д  │\n\
             ├────┼──────┼────┤\n\
             │1.2 │ три  │ е  │\n\
             └────┴──────┴────┘\n",
        );
        assert_eq!(grid.height(), 4);
        assert_eq!(grid.text(2, 0), "1.1");
        assert_eq!(grid.text(2, 1), "два");
        assert!(grid.is_from_above(2, 0));
    }
}
