//! The points of a text as a tree: «1.», «1)», «4.2.», «а)», dashes, and sentences of a letter.

mod agenda;

use super::super::number::{self, Shape};
use super::head::{Head, closed};
use super::lines::{self, Line, Paragraph, bullet, is_signed};
use super::{cases, sentence};
use crate::domain::fold::fold;

/// A point, or a sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Point {
    /// The line of the source it begins at.
    pub(super) row: usize,
    /// As printed; empty where nothing is.
    pub(super) number: String,
    /// Its text on one line.
    pub(super) text: String,
    /// Whether it is a sentence of running text.
    pub(super) is_sentence: bool,
    /// What stands under it.
    pub(super) children: Vec<Self>,
}

/// Deeper than this nothing is parted.
const DEEPEST: usize = 8;

/// More paragraphs than this are no quoted text, but a quotation mark nobody closed.
const LONGEST_QUOTATION: usize = 40;

/// The points of the body, up to the signature.
pub(super) fn of(lines: &[Line], head: &Head) -> Vec<Point> {
    let paragraphs = lines::paragraphs(agenda::behind(lines, head.body));
    let mut tree = Tree::default();
    let mut quoted = 0_usize;
    for paragraph in &paragraphs {
        if quoted > 0 {
            quoted -= 1;
            if ends_quotation(&paragraph.text) {
                quoted = 0;
            }
            tree.append(&paragraph.text);
            continue;
        }
        if !tree.is_empty() && is_end(&paragraph.text) {
            break;
        }
        take(&mut tree, paragraph, head);
        if begins_quotation(&paragraph.text) {
            quoted = LONGEST_QUOTATION;
        }
    }
    tree.finish()
}

/// The post of the one who signed, and the name.
pub(super) fn signature(lines: &[Line], head: &Head) -> Option<(String, String)> {
    let body = lines.get(head.body..)?;
    // Who has read the text signs below the one who signed it.
    let read = body.iter().position(|line| {
        fold(&line.text).contains("ознакомлен") && number::split(&line.text).is_none()
    });
    let body = body.get(..read.unwrap_or(body.len()))?;
    let Some(at) = body.iter().position(|line| is_signed(&line.text)) else {
        return body
            .iter()
            .rev()
            .find_map(|line| signed_on_one_line(&line.text));
    };
    let name = body.get(at)?.text.clone();
    let post: Vec<&str> = body
        .get(at.saturating_sub(4)..at)?
        .iter()
        .rev()
        .take_while(|line| !line.text.ends_with(['.', ';', ':', '!']))
        .map(|line| line.text.as_str())
        .collect();
    let post = post.iter().rev().copied().collect::<Vec<_>>().join(" ");
    (!post.is_empty()).then_some((post, name))
}

/// «Начальник управления образования В.С. Примерова»: post and name on one line.
fn signed_on_one_line(text: &str) -> Option<(String, String)> {
    if number::split(text).is_some() || !starts_large(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    [2, 3].into_iter().find_map(|count| {
        let (post, name) = words.split_at_checked(words.len().checked_sub(count)?)?;
        let name = name.join(" ");
        (!post.is_empty() && is_signed(&name)).then(|| (post.join(" "), name))
    })
}

fn take(tree: &mut Tree, paragraph: &Paragraph, head: &Head) {
    let text = &paragraph.text;
    if let Some((label, rest)) = number::split(text)
        && let Some(shape) = number::read(label)
        && rest.chars().any(char::is_alphabetic)
    {
        tree.numbered(paragraph.row, label, Style::of(&shape, label), rest);
        return;
    }
    if let Some(rest) = bullet(text) {
        tree.under(paragraph.row, rest);
        return;
    }
    if let Some((name, _)) = attribute(text)
        && !tree.is_empty()
    {
        let _ = name;
        tree.append(text);
        return;
    }
    if tree.opens_list() && !starts_large(text) {
        tree.under(paragraph.row, text);
        return;
    }
    if tree.has_numbers() && (!head.is_letter || !starts_large(text)) {
        tree.append(text);
        return;
    }
    for (row, one) in sentence::split(text)
        .into_iter()
        .map(|one| (paragraph.row, one))
    {
        tree.sentence(row, &closed(one));
    }
}

/// «Срок: …», «Ответственный – …» on a line of their own: the label and what is said.
pub(super) fn attribute(text: &str) -> Option<(&str, &str)> {
    let plain = fold(text);
    let label = [
        "срок исполнения",
        "срок",
        "сроки",
        "ответственный исполнитель",
        "ответственный",
        "ответственные",
        "ответственная",
        "исполнитель",
        "исполнители",
    ]
    .into_iter()
    .filter(|label| plain.starts_with(label))
    .max_by_key(|label| label.len())?;
    let rest: &str = text.get(label.len()..)?.trim_start();
    let said = rest.strip_prefix([':', '–', '—', '-'])?.trim();
    Some((text.get(..label.len())?, said))
}

fn starts_large(text: &str) -> bool {
    text.trim_start_matches(['«', '"'])
        .chars()
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// «… дополнить абзацем следующего содержания:»: what comes is quoted, and no point.
fn begins_quotation(text: &str) -> bool {
    let plain = fold(text);
    text.ends_with(':')
        && ["содержания:", "редакции:", "словами:"]
            .iter()
            .any(|end| plain.ends_with(end))
}

fn ends_quotation(text: &str) -> bool {
    let bare = text.trim_end_matches(['.', ';', ',', ' ']);
    bare.ends_with(['»', '"', '”'])
}

/// Whether the points end here: a signature, an annex, who has read it.
fn is_end(text: &str) -> bool {
    let plain = fold(text);
    if is_signed(text) {
        return true;
    }
    let words = [
        "приложение №",
        "приложение n",
        "приложение к",
        "приложение 1",
        "приложение:",
        "приложения:",
        "утвержден",
        "с приказом ознаком",
        "с распоряжением ознаком",
        "ознакомлен",
        "исп.",
        "исполнитель:",
        "согласовано",
        "верно:",
        "рассылка",
        "разослать",
        "приложение на",
        "приложения на",
        "контактный телефон",
        "дело №",
        "в дело",
        "проект вносит",
        "визы",
        "лист согласования",
        "лист ознакомления",
        "с уважением",
    ];
    if words.iter().any(|word| plain.starts_with(word)) || plain == "приложение" {
        return true;
    }
    // A post, without a verb and without a dot at its end.
    let short = text.chars().count() < 220 && !text.ends_with(['.', ';', ':']);
    short
        && cases::is_post(text)
        && number::split(text).is_none()
        && !super::words::of(text)
            .iter()
            .any(|word| word.depth == 0 && super::words::is_infinitive(word.text))
        && !super::head::asks(text)
}

/// How a point is numbered: points of one style stand beside each other.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Style {
    /// `1.`
    Dotted,
    /// `1)`
    Bracket,
    /// `1.1`, with the number of its steps and the steps above it.
    Steps(Vec<u32>),
    /// `IV.`
    Roman,
    /// `а)`
    Letter,
    /// A dash, or nothing.
    Plain,
}

impl Style {
    fn of(shape: &Shape, label: &str) -> Self {
        match shape {
            Shape::Decimal(parts) if parts.len() > 1 => Self::Steps(parts.clone()),
            Shape::Decimal(_) if label.ends_with(')') => Self::Bracket,
            Shape::Decimal(_) => Self::Dotted,
            Shape::Roman(_) => Self::Roman,
            Shape::Letter(_) => Self::Letter,
        }
    }

    fn is_beside(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Steps(own), Self::Steps(other)) => own.len() == other.len(),
            _ => self == other,
        }
    }
}

/// The points so far, with the last one of every level.
#[derive(Default)]
struct Tree {
    roots: Vec<Point>,
    open: Vec<(Style, Point, Option<u32>)>,
}

impl Tree {
    fn is_empty(&self) -> bool {
        self.roots.is_empty() && self.open.is_empty()
    }

    fn has_numbers(&self) -> bool {
        self.open
            .iter()
            .any(|(_, point, _)| !point.number.is_empty())
    }

    /// Whether the last point ends in a colon: what comes may be a list under it.
    fn opens_list(&self) -> bool {
        self.open
            .iter()
            .rev()
            .any(|(_, point, _)| point.text.ends_with(':'))
            && self
                .open
                .last()
                .is_some_and(|(_, point, _)| point.text.ends_with([':', ';']))
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some((_, point, _)) = self.open.pop() else {
                return;
            };
            match self.open.last_mut() {
                Some((_, above, _)) => above.children.push(point),
                None => self.roots.push(point),
            }
        }
    }

    fn push(&mut self, style: Style, point: Point) {
        self.open.push((style, point, None));
    }

    fn numbered(&mut self, row: usize, label: &str, style: Style, text: &str) {
        let beside = self
            .open
            .iter()
            .position(|(open, ..)| style.is_beside(open));
        let depth = match (&style, beside) {
            (Style::Steps(parts), _) => {
                // `4.2` stands under `4.`, and beside `4.1`.
                let above = self.open.iter().rposition(|(open, point, _)| match open {
                    Style::Steps(above) => parts.len() > above.len() && parts.starts_with(above),
                    Style::Dotted | Style::Bracket => matches!(
                        number::read(&point.number),
                        Some(Shape::Decimal(above)) if parts.starts_with(&above)
                    ),
                    _ => false,
                });
                above.map(|at| at + 1).or(beside).unwrap_or(0)
            }
            (_, Some(at)) => at,
            (Style::Roman, None) => 0,
            (_, None) => self.below_sentences(),
        };
        self.close_to(depth.min(DEEPEST));
        self.push(
            style,
            Point {
                row,
                number: label.to_owned(),
                text: text.to_owned(),
                ..Point::default()
            },
        );
    }

    /// The depth of a new list: under the last point, not under a list without numbers nor under a
    /// sentence that has ended.
    fn below_sentences(&self) -> usize {
        let mut depth = self.open.len();
        while let Some((style, point, _)) = depth.checked_sub(1).and_then(|at| self.open.get(at)) {
            let ended = point.is_sentence && !point.text.ends_with(':');
            if ended || *style == Style::Plain && !point.text.ends_with(':') {
                depth -= 1;
            } else {
                break;
            }
        }
        depth
    }

    /// A dash, or a line without a number under what ends in a colon.
    fn under(&mut self, row: usize, text: &str) {
        let beside = self
            .open
            .iter()
            .position(|(style, point, _)| *style == Style::Plain && !point.is_sentence);
        let depth = beside.unwrap_or_else(|| self.below_sentences());
        self.close_to(depth);
        self.push(
            Style::Plain,
            Point {
                row,
                text: text.to_owned(),
                ..Point::default()
            },
        );
    }

    fn sentence(&mut self, row: usize, text: &str) {
        self.close_to(0);
        self.push(
            Style::Plain,
            Point {
                row,
                text: text.to_owned(),
                is_sentence: true,
                ..Point::default()
            },
        );
    }

    /// More text of the last point.
    fn append(&mut self, text: &str) {
        if let Some((_, point, _)) = self.open.last_mut() {
            point.text.push(' ');
            point.text.push_str(text);
        }
    }

    fn finish(mut self) -> Vec<Point> {
        self.close_to(0);
        self.roots
    }
}

#[cfg(test)]
mod tests;
