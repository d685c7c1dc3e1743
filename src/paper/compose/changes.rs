//! «Изменения в протокол»: what one version of the minutes says otherwise than the one before,
//! point by point.

use std::collections::BTreeMap;

use super::super::attendee::attendee;
use super::super::model::{Block, Paper, Part, Role, Table};
use super::super::wording::{date, date_long, decision, question, sentence, voted};
use super::head::{number, signatures};
use super::indicators::value_taken;
use super::minutes::{mark_text, said};
use crate::domain::minutes::{Attendance, Head, Item, Minutes, MinutesState, Question};
use crate::domain::safe_text::SafeText;

/// One point in which two versions differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// What it is: «пункт 2.1», «вопрос 3», «председатель».
    pub point: String,
    /// What stood there; nothing when it was added.
    pub before: String,
    /// What stands there now; nothing when it was dropped.
    pub after: String,
}

/// What a version says otherwise than the one before, in the order of the minutes.
pub fn changes(old: &Minutes, new: &Minutes) -> Vec<Change> {
    let mut found = Found::default();
    heads(&old.head, &new.head, &mut found);
    let seats = |minutes: &Minutes| seats(&minutes.attendance);
    found.each("присутствие", &seats(old), &seats(new));
    let asked = |minutes: &Minutes| -> BTreeMap<u32, String> {
        let standing = minutes.agenda.iter().filter(|asked| !asked.dropped);
        standing
            .map(|asked| (asked.number, with_speaker(asked)))
            .collect()
    };
    let (asked_before, asked_now) = (asked(old), asked(new));
    let numbers: Vec<u32> = new
        .agenda
        .iter()
        .chain(&old.agenda)
        .map(|asked| asked.number)
        .collect();
    let last = numbers.into_iter().max().unwrap_or(0);
    let nothing = Item::default();
    for number in 1..=last {
        let text = |asked: &BTreeMap<u32, String>| asked.get(&number).cloned().unwrap_or_default();
        found.one(
            &format!("вопрос {number}"),
            &text(&asked_before),
            &text(&asked_now),
        );
        let item = |minutes: &'_ Minutes| -> Item {
            let items = minutes.items.iter();
            let item = items.clone().find(|item| item.number == number);
            item.unwrap_or(&nothing).clone()
        };
        items(number, &item(old), &item(new), &mut found);
    }
    let left = |questions: &[Question]| -> Vec<String> {
        let questions = questions.iter();
        questions.map(|left| sentence(&question(left))).collect()
    };
    found.lists(
        "не рассмотрен",
        &left(&old.not_considered),
        &left(&new.not_considered),
    );
    found.lists("отложен", &left(&old.put_off), &left(&new.put_off));
    found.0
}

#[derive(Default)]
struct Found(Vec<Change>);

impl Found {
    fn one(&mut self, point: &str, before: &str, after: &str) {
        if before != after {
            self.0.push(Change {
                point: point.to_owned(),
                before: before.to_owned(),
                after: after.to_owned(),
            });
        }
    }

    /// What has a name of its own: who was there, a control point.
    fn each(&mut self, point: &str, before: &[(String, String)], after: &[(String, String)]) {
        let mut names: Vec<&String> = Vec::new();
        for (name, _) in before.iter().chain(after) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let text = |list: &[(String, String)], name: &String| {
            let known = list.iter().find(|(known, _)| known == name);
            known.map(|(_, text)| text.clone()).unwrap_or_default()
        };
        for name in names {
            let (before, after) = (text(before, name), text(after, name));
            self.one(point, &before, &after);
        }
    }

    /// What has no name: pairs those that stand in one place, when there are as many.
    fn lists(&mut self, point: &str, before: &[String], after: &[String]) {
        let gone: Vec<&String> = before.iter().filter(|one| !after.contains(one)).collect();
        let new: Vec<&String> = after.iter().filter(|one| !before.contains(one)).collect();
        for place in 0..gone.len().max(new.len()) {
            let text = |list: &[&String]| list.get(place).map(ToString::to_string);
            self.one(
                point,
                &text(&gone).unwrap_or_default(),
                &text(&new).unwrap_or_default(),
            );
        }
    }
}

fn heads(old: &Head, new: &Head, found: &mut Found) {
    let name = |name: &Option<SafeText>| name.as_deref().unwrap_or_default().to_owned();
    for (point, before, after) in [
        (
            "организация",
            old.organisation.to_string(),
            new.organisation.to_string(),
        ),
        (
            "заголовок",
            old.heading.to_string(),
            new.heading.to_string(),
        ),
        ("место", old.place.to_string(), new.place.to_string()),
        ("председатель", name(&old.chair), name(&new.chair)),
        ("секретарь", name(&old.secretary), name(&new.secretary)),
    ] {
        found.one(point, &before, &after);
    }
    // A draft that never had a number only lacks it.
    if old.number.is_some() && new.number.is_some() {
        found.one("номер", &number(old.number), &number(new.number));
    }
}

/// Everybody with the list of the minutes the seat stands in: a verb would have to know whether it
/// is he, she, or a body.
fn seats(attendance: &Attendance) -> Vec<(String, String)> {
    let mut seats = Vec::new();
    for (label, list) in [
        ("присутствовали", &attendance.present),
        ("приглашённые", &attendance.invited),
        ("отсутствовали", &attendance.absent),
    ] {
        for one in list {
            let text = format!("{label}: {}", attendee(one));
            seats.push((one.name.to_string(), text));
        }
    }
    for name in &attendance.not_recorded {
        seats.push((name.to_string(), format!("присутствие не отмечено: {name}")));
    }
    seats
}

fn with_speaker(asked: &Question) -> String {
    match &asked.speaker {
        Some(name) => format!(
            "{} Докладчик: {}",
            sentence(&question(asked)),
            sentence(name)
        ),
        None => sentence(&question(asked)),
    }
}

fn items(number: u32, old: &Item, new: &Item, found: &mut Found) {
    let marks = |item: &Item| -> Vec<(String, String)> {
        let marks = item.marks.iter();
        marks
            .map(|mark| (mark.occurrence.first.to_string(), mark_text(mark)))
            .collect()
    };
    let point = format!("вопрос {number}, отметка");
    found.each(&point, &marks(old), &marks(new));
    let value = |item: &Item| item.value.as_ref().map(value_taken).unwrap_or_default();
    let point = format!("вопрос {number}, показатель");
    found.one(&point, &value(old), &value(new));
    for (label, before, after) in [
        ("слушали", &old.heard, &new.heard),
        ("выступили", &old.spoke, &new.spoke),
    ] {
        let before: Vec<String> = before.iter().map(said).collect();
        let after: Vec<String> = after.iter().map(said).collect();
        found.lists(&format!("вопрос {number}, {label}"), &before, &after);
    }
    let decided = |item: &Item| -> Vec<(String, String)> {
        let standing = item.decided.iter().filter(|one| !one.is_dropped());
        standing
            .map(|one| (one.number.to_string(), decision(one, None)))
            .collect()
    };
    let (before, after) = (decided(old), decided(new));
    let mut numbers: Vec<&String> = Vec::new();
    for one in new.decided.iter().chain(&old.decided) {
        let known = before.iter().chain(&after).map(|(number, _)| number);
        if let Some(number) = known
            .clone()
            .find(|number| **number == *one.number.as_str())
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    let text = |list: &[(String, String)], number: &String| {
        let known = list.iter().find(|(known, _)| known == number);
        known.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    for number in numbers {
        let point = format!("пункт {number}");
        found.one(&point, &text(&before, number), &text(&after, number));
    }
    let votes = |item: &Item| -> Vec<String> { item.votes.iter().map(voted).collect() };
    let opinions = |item: &Item| -> Vec<String> { item.opinions.iter().map(said).collect() };
    let point = format!("вопрос {number}, голосование");
    found.lists(&point, &votes(old), &votes(new));
    let point = format!("вопрос {number}, особое мнение");
    found.lists(&point, &opinions(old), &opinions(new));
    let put_off = |item: &Item| if item.put_off { "отложен" } else { "" };
    found.one(&format!("вопрос {number}"), put_off(old), put_off(new));
}

/// The changes as a paper of its own, signed like the minutes.
pub(in super::super) fn changes_paper(old: &Minutes, new: &Minutes) -> Paper {
    let head = &new.head;
    let mut part = Part::default();
    if !head.organisation.is_empty() {
        part.text(Role::Organisation, head.organisation.as_str());
    }
    part.text(Role::Kind, "ИЗМЕНЕНИЯ");
    part.text(
        Role::Heading,
        format!(
            "в протокол от {} {} {}",
            date_long(head.date),
            number(head.number.or(old.head.number)),
            head.heading
        )
        .trim_end(),
    );
    let version = old.head.version + 1;
    part.text(
        Role::State,
        match head.state {
            MinutesState::Draft => "Черновик".to_owned(),
            MinutesState::Approved => format!("Версия {version}"),
        },
    );
    if !head.reason.is_blank() {
        part.text(Role::Body, format!("Основание: {}", sentence(&head.reason)));
    }
    let found = changes(old, new);
    if found.is_empty() {
        part.text(
            Role::Body,
            format!("Версия {version} не отличается от версии {}.", version - 1),
        );
    } else {
        part.text(
            Role::Body,
            format!(
                "Версия {version} протокола отличается от версии {}:",
                version - 1
            ),
        );
        let mut table = Table::new(&[("Пункт", 3), ("Изменение", 2), ("Было", 5), ("Стало", 5)]);
        for change in found {
            let kind = change.kind().to_owned();
            table.push([capital(&change.point), kind, change.before, change.after]);
        }
        part.blocks.push(Block::Table(table));
    }
    signatures(&mut part, head);
    Paper {
        subject: format!(
            "Изменения в протокол от {} {}",
            date(head.date),
            number(head.number)
        ),
        issuer: head.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}

impl Change {
    /// «изменено», «исключено», «добавлено»: of a point, an attendance or an opinion alike.
    pub fn kind(&self) -> &'static str {
        if self.before.is_empty() {
            "добавлено"
        } else if self.after.is_empty() {
            "исключено"
        } else {
            "изменено"
        }
    }
}

/// With a capital letter, as a cell begins.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        format!("{}{}", first.to_uppercase(), letters.as_str())
    })
}

#[cfg(test)]
mod tests {
    use super::Change;

    #[test]
    fn what_became_of_a_point_agrees_with_every_name_a_point_has() {
        let kind = |before: &str, after: &str| {
            let change = Change {
                point: "присутствие".to_owned(),
                before: before.to_owned(),
                after: after.to_owned(),
            };
            change.kind()
        };
        // «Присутствие», «отметка», «пункт», «выступили»: one form for all of them.
        assert_eq!(kind("дистанционно", "очно"), "изменено");
        assert_eq!(kind("очно", ""), "исключено");
        assert_eq!(kind("", "очно"), "добавлено");
    }
}
