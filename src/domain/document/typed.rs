//! A document typed line by line: «1.1 Провести семинар; до 15 июня 2024 года; Отдел кадров;
//! протокол».

use std::collections::BTreeSet;

use super::{Activity, Document, Heading, Node};
use crate::domain::safe_text::SafeText;

/// A line as it is understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TypedLine {
    /// A heading.
    Heading(Heading),
    /// An activity.
    Activity(Activity),
}

impl TypedLine {
    /// Reads a line as an activity: number, title; deadline; executors; result. What is not said
    /// stays empty.
    pub fn activity(line: &str) -> Self {
        let mut parts = parts(line);
        let (number, title) = parts.next().map(numbered).unwrap_or_default();
        let mut next = || SafeText::line(parts.next().unwrap_or_default());
        let term = next();
        let executors = next();
        let result = next();
        Self::Activity(Activity {
            number: SafeText::line(number),
            title: SafeText::line(title),
            term,
            executors,
            result,
            ..Activity::default()
        })
    }

    /// Reads a line as a heading: number and title.
    pub fn heading(line: &str) -> Self {
        let (number, title) = numbered(line.trim());
        Self::Heading(Heading {
            number: SafeText::line(number),
            title: SafeText::line(title),
            ..Heading::default()
        })
    }

    /// Whether it says what is to be done, or what is headed.
    pub fn has_title(&self) -> bool {
        match self {
            Self::Heading(heading) => !heading.title.is_blank(),
            Self::Activity(activity) => !activity.title.is_blank(),
        }
    }
}

/// The parts of a line. The last takes what is left: a result may have semicolons of its own.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let sign = if line.contains('\t') { '\t' } else { ';' };
    line.trim().splitn(4, sign).map(str::trim)
}

/// The number before a text, and the text: «1.1. Провести» is «1.1.» and «Провести», «1) …» is
/// «1)». Digits without a point or a bracket («2024 год», «5 семинаров») are text.
fn numbered(text: &str) -> (&str, &str) {
    let Some((number, title)) = text.split_once(char::is_whitespace) else {
        return ("", text);
    };
    let digits = number.strip_suffix(')').unwrap_or(number);
    let is_number = digits.starts_with(|one: char| one.is_ascii_digit())
        && digits.chars().all(|one| one.is_ascii_digit() || one == '.')
        && number.contains(['.', ')']);
    if is_number {
        (number, title.trim())
    } else {
        ("", text)
    }
}

/// How many levels a number has: «1.2.» has two; none says nothing.
fn depth(number: &str) -> Option<usize> {
    let count = number
        .split('.')
        .filter(|part| part.chars().any(|one| one.is_ascii_digit()))
        .count();
    (count > 0).then_some(count)
}

impl Document {
    /// Puts a typed line at the end: an activity under the last heading, a heading on the level
    /// its number has, without one beside the last heading.
    pub fn add(&mut self, line: TypedLine) {
        match line {
            TypedLine::Activity(activity) => {
                put_last(&mut self.content, usize::MAX, Node::Activity(activity));
            }
            TypedLine::Heading(heading) => {
                let above = depth(&heading.number).unwrap_or(1).saturating_sub(1);
                put_last(&mut self.content, above, Node::Heading(heading));
            }
        }
        self.give_keys(self.key, &BTreeSet::new());
    }

    /// Takes the last line away; whether there was one.
    pub fn take_last(&mut self) -> bool {
        take_last(&mut self.content)
    }

    /// How many activities there are.
    pub fn activity_count(&self) -> usize {
        self.activities().count()
    }
}

/// Puts a node at the end of what stands under the last heading, at most so many levels down.
fn put_last(nodes: &mut Vec<Node>, levels: usize, node: Node) {
    match nodes.last_mut() {
        Some(Node::Heading(heading)) if levels > 0 => {
            put_last(&mut heading.children, levels - 1, node);
        }
        _ => nodes.push(node),
    }
}

fn take_last(nodes: &mut Vec<Node>) -> bool {
    match nodes.last_mut() {
        Some(Node::Heading(heading)) if !heading.children.is_empty() => {
            take_last(&mut heading.children)
        }
        _ => nodes.pop().is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(document: &Document) -> Vec<String> {
        document
            .rows()
            .iter()
            .map(|row| {
                let dashes = "-".repeat(row.depth);
                format!("{dashes}{} {}", row.node.number(), row.node.title())
            })
            .collect()
    }

    #[test]
    fn a_line_is_number_title_deadline_executors_result() {
        let TypedLine::Activity(read) = TypedLine::activity(
            "1.2. Провести семинар; до 15 июня 2024 года; Отдел кадров, ИРО; протокол; справка",
        ) else {
            panic!("an activity was typed")
        };
        assert_eq!(read.number, SafeText::line("1.2."));
        assert_eq!(read.title, SafeText::line("Провести семинар"));
        assert_eq!(read.term, SafeText::line("до 15 июня 2024 года"));
        assert_eq!(read.executors, SafeText::line("Отдел кадров, ИРО"));
        assert_eq!(read.result, SafeText::line("протокол; справка"));
        for (line, number, title) in [
            ("5 семинаров для завучей", "", "5 семинаров для завучей"),
            ("2024 год", "", "2024 год"),
            ("1) Создать группу", "1)", "Создать группу"),
            ("3. Отчёт", "3.", "Отчёт"),
            ("1.5", "", "1.5"),
            ("", "", ""),
        ] {
            assert_eq!(numbered(line), (number, title), "{line}");
        }
    }

    #[test]
    fn headings_stand_on_the_level_of_their_number() {
        let mut document = Document {
            key: "d".parse().unwrap(),
            ..Document::default()
        };
        for (is_heading, line) in [
            (false, "Без раздела"),
            (true, "1. Первый"),
            (true, "1.1. Внутри"),
            (false, "1.1.1. Дело"),
            (true, "2. Второй"),
            (true, "Без номера"),
            (false, "Ещё дело"),
        ] {
            document.add(if is_heading {
                TypedLine::heading(line)
            } else {
                TypedLine::activity(line)
            });
        }
        assert_eq!(
            shown(&document),
            [
                " Без раздела",
                "1. Первый",
                "-1.1. Внутри",
                "--1.1.1. Дело",
                "2. Второй",
                " Без номера",
                "- Ещё дело"
            ]
        );
        assert_eq!(document.activity_count(), 3);
        assert!(
            document
                .rows()
                .iter()
                .all(|row| !row.node.key().is_missing())
        );
        assert!(document.take_last());
        assert_eq!(document.activity_count(), 2);
    }
}
