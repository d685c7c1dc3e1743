//! The lines of a running text: marks of print taken off, and lines put together into paragraphs.

use super::super::join::Vocabulary;
use super::super::number;
use super::super::source::{Block, Format, Source};
use super::super::text;

/// A line of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Line {
    /// Which one, from 1.
    pub(super) row: usize,
    /// What stands on it.
    pub(super) text: String,
    /// Whether a blank line or the end of a paragraph stands before it.
    pub(super) begins: bool,
}

/// A paragraph of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Paragraph {
    /// The line it begins at.
    pub(super) row: usize,
    /// Its text on one line.
    pub(super) text: String,
}

/// The lines of a file; tables are left out.
pub(super) fn of(source: &Source) -> Vec<Line> {
    let mut lines = Vec::new();
    let is_print = source.format == Format::Text;
    let mut row = 0;
    for block in source.parts.iter().flat_map(|part| &part.blocks) {
        match block {
            Block::Paragraph(paragraph) => {
                let mut begins = true;
                for line in paragraph.lines() {
                    row += 1;
                    push(&mut lines, row, line, begins, is_print);
                    begins = false;
                }
                if paragraph.is_empty() {
                    row += 1;
                }
            }
            Block::Table(_) => row += 1,
        }
    }
    lines
}

/// The lines of a plain text.
pub(super) fn of_text(content: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut begins = true;
    for (row, line) in content.lines().enumerate() {
        if line.trim().is_empty() {
            begins = true;
            continue;
        }
        push(&mut lines, row + 1, line, begins, true);
        begins = false;
    }
    lines
}

fn push(lines: &mut Vec<Line>, row: usize, raw: &str, begins: bool, is_print: bool) {
    let line = text::line(&without_marks(raw));
    if line.is_empty() || (is_print && is_page_number(&line)) {
        return;
    }
    lines.push(Line {
        row,
        text: line,
        begins,
    });
}

/// «2», «- 3 -», «стр. 4»: the number of a page that print left in the text.
fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    let bare = bare.strip_prefix("стр.").unwrap_or(bare).trim();
    !bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit())
}

/// Without the marks of Markdown: «# », «**», «\_», «[text](address)», «<address>».
fn without_marks(raw: &str) -> String {
    let raw = text::clean(raw);
    let mut rest = raw.trim_start_matches('#').trim_start().replace("**", "");
    if rest.contains('\\') {
        for (mark, sign) in [
            ("\\_", "_"),
            ("\\*", "*"),
            ("\\#", "#"),
            ("\\-", "-"),
            ("\\.", "."),
        ] {
            rest = rest.replace(mark, sign);
        }
    }
    let mut plain = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('[') {
        let link = after.split_once("](").and_then(|(shown, tail)| {
            let (_, tail) = tail.split_once(')')?;
            (!shown.contains(']')).then(|| (shown.to_owned(), tail.to_owned()))
        });
        plain.push_str(before);
        if let Some((shown, tail)) = link {
            plain.push_str(&shown);
            rest = tail;
        } else {
            plain.push('[');
            rest = after.to_owned();
        }
    }
    plain.push_str(&rest);
    if plain.starts_with('<') && plain.ends_with('>') {
        return plain.trim_matches(['<', '>']).to_owned();
    }
    plain
}

/// Whether a line begins a point of its own.
pub(super) fn begins_point(line: &str) -> bool {
    number::split(line).is_some() || bullet(line).is_some()
}

/// What stands behind the dash or dot of a list.
pub(super) fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['-', '–', '—', '•', '·', '*', '\u{f0b7}', '▪', '●'])?;
    let text = rest.trim_start();
    let parted = rest.starts_with(char::is_whitespace) || !line.starts_with(['-', '*']);
    (parted
        && text
            .chars()
            .next()
            .is_some_and(|c| c.is_alphabetic() || c == '«'))
    .then_some(text)
}

/// Puts lines together into paragraphs: what a line or a page has parted belongs together.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let mut vocabulary = Vocabulary::default();
    for line in lines {
        vocabulary.learn(&line.text);
    }
    let mut found: Vec<Paragraph> = Vec::new();
    let mut told = Vec::new();
    for line in lines {
        match found.last_mut() {
            Some(open) if goes_on(&open.text, line) => {
                open.text = vocabulary.continued(&open.text, &line.text, &mut told);
            }
            _ => found.push(Paragraph {
                row: line.row,
                text: line.text.clone(),
            }),
        }
    }
    for paragraph in &mut found {
        paragraph.text = text::line(&paragraph.text);
    }
    found
}

/// Whether a line belongs to the paragraph before it.
fn goes_on(open: &str, line: &Line) -> bool {
    let Some(first) = line.text.chars().next() else {
        return true;
    };
    // «5.» and «10.» of a parted date are no points: «в срок до \n 01.04.2023».
    if begins_point(&line.text) {
        return false;
    }
    let small = first.is_lowercase() || first.is_ascii_digit() || matches!(first, '(' | '№');
    let ended = open.ends_with(['.', ';', ':', '!', '?']);
    if line.begins {
        // A page parts a sentence: it goes on in small letters, and had not ended.
        return !ended && first.is_lowercase() && !open.ends_with(['»', ')'])
            || open.ends_with(',');
    }
    if ended {
        // «… 20 апреля 2023 г.» / «и представить»: the dot was of an abbreviation.
        return first.is_lowercase() && !open.ends_with([';', ':']);
    }
    small || !is_signed(&line.text)
}

/// Whether a line is a name below a signature: «А.В. Охрименко».
pub(super) fn is_signed(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let initials = |word: &str| {
        let mut count = 0;
        word.split('.').all(|part| {
            count += 1;
            part.is_empty() || (part.chars().count() == 1 && part.chars().all(char::is_uppercase))
        }) && count > 1
    };
    let name = |word: &str| {
        word.chars().count() > 2
            && word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    match words.as_slice() {
        [one] => one
            .rsplit_once('.')
            .is_some_and(|(before, after)| name(after) && initials(&format!("{before}."))),
        [a, b] => (initials(a) && name(b)) || (name(a) && initials(b)),
        [a, b, c] => {
            (initials(a) && initials(b) && name(c)) || (name(a) && initials(b) && initials(c))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(content: &str) -> Vec<String> {
        paragraphs(&of_text(content))
            .into_iter()
            .map(|paragraph| paragraph.text)
            .collect()
    }

    #[test]
    fn lines_that_print_has_broken_are_put_together() {
        assert_eq!(
            joined(
                "1. Управлению обеспечить методи-\nческое сопровождение в срок до\n01.04.2023 и предоставить\n\n3\n\nотчет.\n2) в срок до 5 мая\n   провести анализ;\n3) дать ответ."
            ),
            [
                "1. Управлению обеспечить методическое сопровождение в срок до 01.04.2023 и предоставить отчет.",
                "2) в срок до 5 мая провести анализ;",
                "3) дать ответ."
            ]
        );
    }

    #[test]
    fn marks_of_markdown_are_taken_off() {
        assert_eq!(
            joined(
                "## РАСПОРЯЖЕНИЕ\n\n**16.03.2023 № 2548**\n\nНа № \\_\\_\\_ от [minobr@gov74.ru](mailto:minobr@gov74.ru)"
            ),
            [
                "РАСПОРЯЖЕНИЕ",
                "16.03.2023 № 2548",
                "На № ___ от minobr@gov74.ru"
            ]
        );
    }

    #[test]
    fn a_name_below_a_signature_is_one() {
        for name in [
            "А.В. Охрименко",
            "Т.В.Рожкова",
            "И. И. Иванов",
            "Иванов И.И.",
        ] {
            assert!(is_signed(name), "{name}");
        }
        for other in ["Начальник Управления", "г. Красногорск", "Приложение 1"]
        {
            assert!(!is_signed(other), "{other}");
        }
    }
}
