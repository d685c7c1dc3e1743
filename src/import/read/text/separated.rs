//! Cells with a sign between them: CSV, TSV, what is pasted from a table.

use crate::import::grid::{Budget, Grid};
use crate::import::limits;
use crate::import::number;
use crate::import::refusal::Refusal;
use crate::import::source::{Block, Format};
use crate::import::text;

mod broken;
mod quotes;

/// More lines than this are no cell, but a quotation mark nobody closed.
const LONGEST_CELL: usize = 60;

/// Reads a text whose cells are parted by a sign; nothing when no sign parts it.
pub(super) fn read(content: &str) -> Result<Option<(Format, Vec<Block>)>, Refusal> {
    let (content, declared) = match content.split_once('\n') {
        Some((first, rest)) => match first.trim().strip_prefix("sep=") {
            Some(sign) => (rest, sign.chars().next()),
            None => (content, None),
        },
        None => (content, None),
    };
    let Some(sign) = declared.or_else(|| sign(content)) else {
        return Ok(None);
    };
    let mut records = records(content, sign)?;
    if sign == '\t' {
        records = broken::joined(records);
    }
    let blocks = blocks(records)?;
    if !blocks.iter().any(|block| matches!(block, Block::Table(_))) {
        return Ok(None);
    }
    Ok(Some((Format::Separated(sign), blocks)))
}

/// The sign that parts most lines into the same number of cells.
fn sign(content: &str) -> Option<char> {
    let sample: String = content.chars().take(200_000).collect();
    ['\t', ';', ',', '|']
        .into_iter()
        .filter_map(|sign| {
            let records = records(&sample, sign).ok()?;
            let mut counts = std::collections::BTreeMap::new();
            for record in &records {
                if record.len() > 2 {
                    *counts.entry(record.len()).or_insert(0_usize) += 1;
                }
            }
            let (width, lines) = counts.into_iter().max_by_key(|(_, lines)| *lines)?;
            // A text with commas is no table: its lines have different numbers of them.
            let wide = records.iter().filter(|record| record.len() > 2).count();
            let enough = lines >= 2 && (sign == '\t' || lines * 2 >= wide);
            enough.then_some((lines * width.min(8), sign == '\t', sign))
        })
        .max()
        .map(|(.., sign)| sign)
}

/// The lines, cut into cells.
fn records(content: &str, sign: char) -> Result<Vec<Vec<String>>, Refusal> {
    let quoted = parsed(&quotes::mended(content, sign), sign, true)?;
    // A quotation mark nobody closed swallows the rest of the file.
    let swallowed = quoted
        .iter()
        .flatten()
        .any(|cell| cell.lines().count() > LONGEST_CELL);
    if swallowed {
        parsed(content, sign, false)
    } else {
        Ok(quoted)
    }
}

fn parsed(content: &str, sign: char, quoting: bool) -> Result<Vec<Vec<String>>, Refusal> {
    let mut sign_bytes = [0; 4];
    let [delimiter] = sign.encode_utf8(&mut sign_bytes).as_bytes() else {
        return Ok(Vec::new());
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(*delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(quoting)
        .from_reader(content.as_bytes());
    let mut budget = Budget::default();
    let mut records: Vec<Vec<String>> = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut line = 1;
    while reader.read_record(&mut record).map_err(Refusal::damaged)? {
        // Blank lines, which the reader passes over, part what stands before and after.
        let at = record.position().map_or(line, csv::Position::line);
        if at > line {
            records.push(Vec::new());
        }
        line = reader.position().line();
        budget.positions(record.len())?;
        budget.text(record.as_slice().len())?;
        records.push(
            record
                .iter()
                .take(limits::COLUMNS)
                .map(|cell| text::clean(&without_tags(without_guard(cell))))
                .collect(),
        );
    }
    Ok(records)
}

/// Tables and what stands between them.
fn blocks(records: Vec<Vec<String>>) -> Result<Vec<Block>, Refusal> {
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut waiting: Vec<String> = Vec::new();
    let mut budget = Budget::default();
    for record in records {
        let filled = record.iter().filter(|cell| !cell.is_empty()).count();
        if record.len() < 2 {
            waiting.push(record.into_iter().next().unwrap_or_default());
            continue;
        }
        budget.positions(record.len())?;
        if rows.is_empty() {
            flush(&mut blocks, &mut waiting);
        } else {
            let width = rows.iter().map(Vec::len).max().unwrap_or_default();
            let prose = waiting.iter().filter(|line| !line.is_empty()).count();
            // Another table begins after prose, with another number of columns.
            let is_other = prose > 0 && filled > 1 && record.len().abs_diff(width) > 0;
            if is_other {
                blocks.push(Block::Table(Grid::of_texts(std::mem::take(&mut rows))));
                flush(&mut blocks, &mut waiting);
            } else {
                for line in waiting.drain(..) {
                    rows.push(vec![line]);
                }
            }
        }
        rows.push(record);
    }
    if !rows.is_empty() {
        blocks.push(Block::Table(Grid::of_texts(rows)));
    }
    flush(&mut blocks, &mut waiting);
    Ok(blocks)
}

fn flush(blocks: &mut Vec<Block>, waiting: &mut Vec<String>) {
    blocks.extend(
        waiting
            .drain(..)
            .filter(|line| !line.is_empty())
            .map(Block::Paragraph),
    );
}

/// Tags that came along when a web page was copied.
pub(super) fn without_tags(cell: &str) -> String {
    if !cell.contains('<') {
        return cell.to_owned();
    }
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let Some((tag, behind)) = after.split_once('>') else {
            plain.push('<');
            rest = after;
            continue;
        };
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_lowercase();
        match name.as_str() {
            "br" => plain.push('\n'),
            "p" | "div" | "li" => {
                if tag.starts_with('/') {
                    plain.push('\n');
                }
            }
            "b" | "i" | "u" | "em" | "strong" | "span" | "font" | "sup" | "sub" | "a" => {}
            _ => {
                plain.push('<');
                rest = after;
                continue;
            }
        }
        rest = behind;
    }
    plain.push_str(rest);
    plain
}

/// Without what keeps a spreadsheet from reading a cell otherwise: the apostrophe of «'1.1» and
/// «'-», the «п.» of «п. 1.1».
fn without_guard(cell: &str) -> &str {
    if let Some(point) = cell.strip_prefix("п. ")
        && number::read(point).is_some()
    {
        return point;
    }
    let rest = cell.strip_prefix('\'').unwrap_or(cell);
    let is_sign = |c: char| c.is_ascii_digit() || "=+-@|%".contains(c);
    // «'июль 2024» would be a date; a word in apostrophes is none.
    let is_word = |c: char| c.is_alphabetic() && !c.is_ascii();
    let is_guard = rest.starts_with(is_sign) || rest.starts_with(is_word) && !rest.contains('\'');
    if is_guard { rest } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> (Format, Grid) {
        let (format, blocks) = read(text).unwrap().unwrap();
        let grid = blocks
            .into_iter()
            .find_map(|block| match block {
                Block::Table(grid) => Some(grid),
                Block::Paragraph(_) => None,
            })
            .unwrap();
        (format, grid)
    }

    #[test]
    fn the_sign_is_told_by_what_it_parts() {
        let (format, grid) =
            table("№;Мероприятие;Срок\n1;\"Анализ,\nобзор\";май\n2;Отчёт, справка;июнь\n");
        assert_eq!(format, Format::Separated(';'));
        assert_eq!(grid.text(1, 1), "Анализ,\nобзор");
        let (format, _) = table("№,Мероприятие,Срок\n1,\"а; б; в\",май\n2,г,июнь\n");
        assert_eq!(format, Format::Separated(','));
        assert_eq!(table("sep=,\n1,2,3\n4,5,6\n").0, Format::Separated(','));
        assert!(
            read("Просто текст, с запятыми, и ещё.\nВторая строка.\n")
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn a_mark_nobody_closed_does_not_swallow_the_rest() {
        let mut text = String::from("№\tМероприятие\tСрок\n1\t\"Горячая линия\tмай\n");
        let rest: Vec<String> = (2..200)
            .map(|number| format!("{number}\tМероприятие {number}\tиюнь\n"))
            .collect();
        text.push_str(&rest.concat());
        assert_eq!(table(&text).1.height(), 200);
    }

    #[test]
    fn what_guards_a_cell_is_taken_off() {
        assert_eq!(without_guard("'1.1"), "1.1");
        assert_eq!(without_guard("п. 1.10"), "1.10");
        assert_eq!(without_guard("п. о. директора"), "п. о. директора");
        assert_eq!(without_guard("'июль 2024"), "июль 2024");
        assert_eq!(without_guard("'так' и 'этак'"), "'так' и 'этак'");
        assert_eq!(without_guard("'so"), "'so");
    }

    #[test]
    fn tags_that_came_along_are_taken_off() {
        assert_eq!(without_tags("<p>ЦНППМ<br/>ГГТУ</p>"), "ЦНППМ\nГГТУ\n");
        assert_eq!(without_tags("доля < 5 % и > 3"), "доля < 5 % и > 3");
    }
}
