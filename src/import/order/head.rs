//! What stands above the points of an order or a letter: requisites, addressees, the basis.

mod addressees;
mod basis;
mod issuer;
mod title;

use super::super::requisites;
use super::super::text;
use super::lines::{Line, begins_point};
use crate::domain::date::Date;

pub(super) use basis::of as basis_of;

/// What the head of a text says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Head {
    /// «Распоряжение», «Приказ», «Письмо».
    pub(super) kind: Option<String>,
    /// The day it was signed.
    pub(super) date: Option<Date>,
    /// «Р-325».
    pub(super) number: Option<String>,
    /// Who issued it.
    pub(super) issuer: Option<String>,
    /// «г. Красногорск».
    pub(super) place: Option<String>,
    /// «О проведении стратсессий».
    pub(super) title: Option<String>,
    /// «План подготовки к зиме», of a plan that is a list of points and no table.
    pub(super) plan_title: Option<String>,
    /// Whom a letter is addressed to, as printed: «Ректору …» and the name below.
    pub(super) addressees: Vec<Addressee>,
    /// What stands between the title and the points.
    pub(super) preamble: String,
    /// Which line the body begins at.
    pub(super) body: usize,
    /// Whether it asks and does not order.
    pub(super) is_letter: bool,
    /// Whether anything says that it is an official text.
    pub(super) is_official: bool,
}

/// Whom a letter is addressed to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Addressee {
    /// The post or body, in the dative as printed.
    pub(super) who: String,
    /// The name below it, as printed.
    pub(super) name: String,
}

impl Head {
    /// Whether it has a day or a number.
    pub(super) fn is_dated(&self) -> bool {
        self.date.is_some() || self.number.is_some()
    }
}

/// Kinds of documents, as a line of their own.
const KINDS: &[(&str, &str)] = &[
    ("распоряжение", "Распоряжение"),
    ("приказ", "Приказ"),
    ("постановление", "Постановление"),
    ("решение", "Решение"),
    ("протокол", "Протокол"),
    ("указание", "Указание"),
    ("поручение", "Поручение"),
    ("перечень поручений", "Перечень поручений"),
    ("информационное письмо", "Информационное письмо"),
    ("инструктивное письмо", "Инструктивное письмо"),
    ("письмо", "Письмо"),
    ("служебная записка", "Служебная записка"),
];

/// Words that give an order.
const ORDERS: &[&str] = &[
    "приказываю",
    "приказываем",
    "приказывает",
    "распоряжаюсь",
    "обязываю",
    "постановляю",
    "постановляет",
    "решил",
    "решила",
    "решили",
    "постановили",
    "предлагаю",
];

/// Words that begin the preamble.
const PREAMBLES: &[&str] = &[
    "в соответствии",
    "на основании",
    "во исполнение",
    "в целях",
    "с целью",
    "в связи",
    "руководствуясь",
    "согласно",
    "в рамках",
    "для ",
    "учитывая",
    "по итогам",
    "уважаем",
    "в исполнение",
];

/// More lines than this are no head.
const LONGEST: usize = 90;

/// Reads the head.
pub(super) fn read(lines: &[Line]) -> Head {
    let mut head = Head::default();
    let shown: Vec<String> = lines
        .iter()
        .take(LONGEST)
        .map(|line| closed(&line.text))
        .collect();
    let kind_at = kind(&shown, &mut head);
    let first_point = first_point(lines, kind_at.unwrap_or(0));
    let salutation = shown.iter().position(|line| {
        let plain = text::plain(line);
        plain.starts_with("уважаем") && line.ends_with(['!', ',', '.'])
    });
    let ordered = shown.iter().position(|line| has_order(line));
    let title_at = title::find(lines, &shown, first_point.unwrap_or(usize::MAX), &mut head);
    let end = [
        first_point,
        salutation,
        ordered,
        title_at.map(|(from, _)| from),
    ]
    .into_iter()
    .flatten()
    .min()
    .unwrap_or(shown.len());
    dates(
        shown.get(..end.max(kind_at.map_or(0, |at| (at + 6).min(shown.len())))),
        &mut head,
    );
    head.place = shown.iter().take(end + 1).find_map(|line| place(line));
    head.issuer = issuer::of(lines, &shown, kind_at, end);
    if head.kind.is_none() {
        addressees::find(lines, end, &mut head);
    }
    let asks = lines.iter().any(|line| asks(&line.text));
    head.is_letter = head
        .kind
        .as_deref()
        .is_some_and(|kind| kind.to_lowercase().contains("письмо"))
        || (head.kind.is_none()
            && ordered.is_none()
            && (salutation.is_some() || !head.addressees.is_empty() || asks));
    head.is_official = head.kind.is_some()
        || salutation.is_some()
        || ordered.is_some()
        || head.is_letter
        || (title_at.is_some() && head.is_dated());
    if head.kind.is_none() && head.is_letter {
        head.kind = Some("Письмо".to_owned());
    }
    let after_title = title_at.map_or(0, |(_, to)| to);
    head.body = if head.is_letter {
        salutation
            .map(|at| at + 1)
            .or((after_title > 0).then_some(after_title))
            .unwrap_or_else(|| addressees::after(lines, &head, end))
    } else {
        first_point
            .or_else(|| ordered.map(|at| at + 1))
            .unwrap_or(after_title)
    };
    if let Some(point) = first_point.filter(|point| !head.is_official && is_plan(lines, *point)) {
        head.is_official = true;
        let before = shown.get(..point).unwrap_or_default();
        let named = requisites::read(before, &[]);
        head.plan_title = named.plan_title;
        head.issuer = named.issuer;
    }
    let from = after_title.max(kind_at.map_or(0, |at| at + 1));
    head.preamble = lines
        .get(from..head.body.max(from).min(lines.len()))
        .unwrap_or_default()
        .iter()
        .map(|line| closed(&line.text))
        .collect::<Vec<_>>()
        .join(" ");
    head
}

/// «П Р И К А З Ы В А Ю» as «ПРИКАЗЫВАЮ»: letters that print has set apart.
pub(super) fn closed(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let is_letter = |word: &str| {
        let bare = word.trim_end_matches([':', '.', ',']);
        bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic)
    };
    let mut closed = String::new();
    let mut at = 0;
    while at < words.len() {
        let run = words
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take_while(|word| is_letter(word))
            .count();
        let take = if run >= 5 { run } else { 1 };
        if !closed.is_empty() {
            closed.push(' ');
        }
        closed.extend(words.get(at..at + take).unwrap_or_default().iter().copied());
        at += take;
    }
    closed
}

/// Whether points say «Срок: …», each of them: a plan that is a list and no table.
fn is_plan(lines: &[Line], first_point: usize) -> bool {
    let says_when = |line: &&Line| {
        let plain = crate::domain::fold::fold(&line.text);
        plain.match_indices("срок").any(|(at, word)| {
            let rest = plain.get(at + word.len()..).unwrap_or_default();
            let rest = rest.trim_start_matches('и').trim_start();
            let rest = ["исполнения", "выполнения", "реализации", "проведения"]
                .iter()
                .find_map(|more| rest.strip_prefix(more))
                .unwrap_or(rest);
            rest.trim_start().starts_with([':', '-'])
        })
    };
    let points = lines.get(first_point..).unwrap_or_default();
    points.iter().filter(says_when).count() >= 2
}

fn has_order(line: &str) -> bool {
    let plain = crate::domain::fold::fold(line);
    let words: Vec<&str> = text::words(&plain).collect();
    let last = words.last().copied().unwrap_or_default();
    ORDERS.contains(&last) && (line.ends_with(':') || words.len() == 1)
        || words.contains(&"приказываю")
}

/// Whether a line asks for something.
pub(super) fn asks(line: &str) -> bool {
    let plain = crate::domain::fold::fold(line);
    text::words(&plain).any(|word| matches!(word, "прошу" | "просим" | "просит" | "просят"))
}

/// The kind: on a line of its own, or before the day and the number.
fn kind(shown: &[String], head: &mut Head) -> Option<usize> {
    for (at, line) in shown.iter().enumerate().take(40) {
        let plain = text::plain(line);
        if begins_point(line) {
            break;
        }
        for (name, shown) in KINDS {
            let rest = plain.strip_prefix(name);
            let is_kind = rest.is_some_and(|rest| {
                let rest = rest.trim_start();
                rest.is_empty()
                    || rest.starts_with('№')
                    || rest.starts_with("от ")
                    || rest.starts_with("n ")
                    || rest.starts_with('(')
                    || (rest.len() < 60 && text::is_capitals(line) && at < 20)
            });
            if is_kind {
                head.kind = Some((*shown).to_owned());
                return Some(at);
            }
        }
    }
    None
}

/// The line of the first numbered point.
fn first_point(lines: &[Line], from: usize) -> Option<usize> {
    use super::super::number::{Shape, read, split};
    lines.iter().enumerate().skip(from).find_map(|(at, line)| {
        let (label, _) = split(&line.text)?;
        let first = match read(label)? {
            Shape::Decimal(parts) => parts.iter().all(|part| *part == 1),
            Shape::Roman(number) => number == 1,
            Shape::Letter(letter) => letter == 'а',
        };
        first.then_some(at)
    })
}

fn place(line: &str) -> Option<String> {
    let short = line.chars().count() <= 40 && !line.contains(',');
    let known = [
        "г. ",
        "г.",
        "город ",
        "с. ",
        "пос. ",
        "р.п. ",
        "п. ",
        "ст. ",
        "дер. ",
    ];
    let begins = known.iter().find(|word| line.starts_with(**word))?;
    let rest = line.get(begins.len()..)?.trim();
    let named = rest.starts_with(char::is_uppercase) && !rest.chars().any(|c| c.is_ascii_digit());
    (short && named).then(|| line.to_owned())
}

/// A day and a number on one line, in whatever sequence.
fn dated(line: &str) -> Option<(Option<Date>, Option<String>)> {
    let plain = text::plain(line);
    if plain.starts_with("на №") || plain.starts_with("на n") || plain.starts_with("(в ред")
    {
        return None;
    }
    let date = date(line);
    let number = number(line);
    (date.is_some() || number.is_some()).then_some((date, number))
}

/// The last date of a line: «22.09. 2022 г.», «от «15» мая 2023 года».
fn date(line: &str) -> Option<Date> {
    let mut closed = String::with_capacity(line.len());
    let letters: Vec<char> = line.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let parts_date = *letter == ' '
            && before == Some(&'.')
            && after.is_some_and(char::is_ascii_digit)
            && at
                .checked_sub(2)
                .and_then(|at| letters.get(at))
                .is_some_and(char::is_ascii_digit);
        if !parts_date {
            closed.push(*letter);
        }
    }
    requisites::last_date(&closed)
}

/// The number behind «№»; a line to be filled in is none.
fn number(line: &str) -> Option<String> {
    let (_, after) = line.split_once('№').or_else(|| line.split_once(" N "))?;
    let number: String = after
        .trim_start()
        .split([' ', ',', ';', ')', '»', '\u{a0}'])
        .next()?
        .trim_end_matches('.')
        .to_owned();
    number.chars().any(|c| c.is_ascii_digit()).then_some(number)
}

/// The first day and the first number above the title.
fn dates(shown: Option<&[String]>, head: &mut Head) {
    for line in shown.unwrap_or_default() {
        let plain = text::plain(line);
        let is_address = ["инн", "окпо", "огрн", "тел", "факс", "e-mail"]
            .iter()
            .any(|word| plain.starts_with(word));
        if is_address || begins_point(line) || line.chars().count() > 80 {
            continue;
        }
        if let Some((date, number)) = dated(line) {
            // «Школа № 7» has a number too; that of a text has its day beside it, or begins the line.
            let begins = ["№", "n ", "от ", "исх", "рег"]
                .iter()
                .any(|word| plain.starts_with(word))
                || KINDS.iter().any(|(name, _)| plain.starts_with(name));
            let number = number.filter(|_| begins || date.is_some());
            head.date = head.date.or(date);
            head.number = head.number.take().or(number);
        }
    }
}

#[cfg(test)]
mod tests;
