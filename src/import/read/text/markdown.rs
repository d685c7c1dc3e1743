//! Markdown: tables with a line of dashes under their head.

use crate::import::grid::{Budget, Grid};
use crate::import::refusal::Refusal;
use crate::import::source::Block;
use crate::import::text;

/// Reads a text with Markdown tables; nothing when there is none.
pub(super) fn read(content: &str) -> Result<Option<Vec<Block>>, Refusal> {
    let lines: Vec<&str> = content.lines().collect();
    if !lines.iter().any(|line| is_rule(line)) {
        return Ok(None);
    }
    let mut budget = Budget::default();
    let mut blocks = Vec::new();
    let mut table: Vec<Vec<String>> = Vec::new();
    for line in &lines {
        if is_rule(line) && !table.is_empty() {
            continue;
        }
        if line.contains('|') && !line.trim().is_empty() {
            let row = cells(line);
            budget.positions(row.len())?;
            budget.text(line.len())?;
            table.push(row);
            continue;
        }
        if !table.is_empty() {
            blocks.push(Block::Table(Grid::of_texts(std::mem::take(&mut table))));
        }
        let paragraph = text::clean(&plain(line.trim_start_matches(['#', '>', ' '])));
        if !paragraph.is_empty() {
            blocks.push(Block::Paragraph(paragraph));
        }
    }
    if !table.is_empty() {
        blocks.push(Block::Table(Grid::of_texts(table)));
    }
    Ok(Some(blocks))
}

/// `|---|:---:|`
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.matches("--").count() >= 1
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for character in line.chars() {
        match character {
            '\\' if !escaped => escaped = true,
            '|' if !escaped => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    if escaped && character != '|' {
                        cell.push('\\');
                    }
                    cell.push(character);
                }
                escaped = false;
            }
        }
    }
    if cells.last().is_some_and(|last| last.trim().is_empty()) && cells.len() > 1 {
        cells.pop();
    }
    cells
        .into_iter()
        .map(|cell| text::clean(&plain(&cell)))
        .collect()
}

/// Without the signs of emphasis, and with line breaks where `<br>` stands.
fn plain(cell: &str) -> String {
    let mut plain = without_links(&super::separated::without_tags(cell));
    for sign in ["**", "__", "`"] {
        if plain.matches(sign).count() >= 2 {
            plain = plain.replace(sign, "");
        }
    }
    // A cell in italics; a star alone is the mark of a note.
    for sign in ['*', '_'] {
        let inner = plain.trim().strip_prefix(sign);
        if let Some(inner) = inner.and_then(|inner| inner.strip_suffix(sign))
            && !inner.is_empty()
            && !inner.contains(sign)
        {
            plain = inner.to_owned();
        }
    }
    plain
}

/// `[договор](https://…)` says «договор».
fn without_links(cell: &str) -> String {
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(said, target)| {
            let (target, rest) = target.split_once(')')?;
            let is_link = !said.contains(['[', ']', '\n']) && !target.contains(char::is_whitespace);
            is_link.then_some((said, rest))
        });
        if let Some((said, after)) = link {
            plain.push_str(before.strip_suffix('!').unwrap_or(before));
            plain.push_str(said);
            rest = after;
        } else {
            plain.push_str(before);
            plain.push('[');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_without_its_signs() {
        let text = "# План\n\n| № | Мероприятие |\n|---|:--|\n| 1 | **Анализ** \\| обзор<br>итог |\n\nКонец\n";
        let blocks = read(text).unwrap().unwrap();
        let [
            Block::Paragraph(title),
            Block::Table(grid),
            Block::Paragraph(_),
        ] = blocks.as_slice()
        else {
            panic!("{blocks:?}");
        };
        assert_eq!(title, "План");
        assert_eq!(grid.height(), 2);
        assert_eq!(grid.text(1, 1), "Анализ | обзор\nитог");
        assert!(read("а | б\nв | г").unwrap().is_none());
    }

    #[test]
    fn a_link_says_its_words() {
        assert_eq!(
            plain("Подписать [договор](http://example.org/a) и ![схему](a.png)"),
            "Подписать договор и схему"
        );
        assert_eq!(plain("пункт [1] (новый)"), "пункт [1] (новый)");
        assert_eq!(plain("*Директор*"), "Директор");
        assert_eq!(plain("инструктаж*"), "инструктаж*");
    }
}
