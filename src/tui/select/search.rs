//! What can be searched for.

use std::collections::BTreeMap;

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::safe_text::SafeText;
use crate::domain::search::Haystack;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::tui::model::Model;
use crate::tui::model::ahead::{Activities, MadeOf};
use crate::tui::model::search::Target;

pub(in crate::tui) fn subjects(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .subjects()
        .iter()
        .map(|subject| {
            Haystack::new(
                Target::Subject(subject.id.clone()),
                &subject.short,
                &subject.full,
            )
        })
        .collect()
}

/// What was heard, said, decided and noted; assignments are found by their numbers.
pub(in crate::tui) fn entries(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .ledger()
        .entries()
        .filter(|entry| entry.content.kind != EntryKind::Assignment)
        .map(|entry| {
            let speaker = entry.content.speaker.as_ref();
            let speaker = speaker.map_or("", |id| model.workspace.short_name(id));
            let kind = model.texts.entry_kind(entry.content.kind);
            let title = model.workspace.item_title(entry.day(), entry.item);
            let labels = entry.content.label_words();
            let number = model.workspace.entry_number(entry).unwrap_or_default();
            let place = of_minutes(model, &number, entry.day());
            let secondary = [kind.as_str(), speaker, &title, &labels, &place].join("\n");
            Haystack::new(Target::Entry(entry.id), &entry_text(entry), &secondary)
        })
        .collect()
}

/// Where an entry stands in minutes, in all the ways screens and papers say it: «п. 8.1», «пункт
/// 8.1», «от 28.12.2023», «28 декабря 2023 г.».
pub(in crate::tui) fn of_minutes(model: &Model, number: &SafeText, day: Date) -> String {
    let said = [
        ("number", number.to_string().into()),
        ("minutes", model.workspace.expected_number(day).into()),
        ("date", model.texts.date_full(day).into()),
        ("long", model.texts.date_long(day).into()),
    ];
    model.texts.with("search-of-minutes", &said)
}

/// The text of an entry on one line.
pub fn entry_text(entry: &Entry) -> String {
    entry.content.text.replace('\n', " ")
}

/// What the search of activities is made of now.
pub(in crate::tui) fn made_of(model: &Model) -> MadeOf {
    MadeOf {
        revision: model.workspace.revision(),
        day: model.day(),
        language: model.texts.language(),
    }
}

/// What activities are found by: made ready ahead, or now.
pub(in crate::tui) fn activities(model: &Model) -> Activities {
    let now = made_of(model);
    model.ahead.of(now).unwrap_or_else(|| {
        let found = Found {
            workspace: &model.workspace,
            texts: &model.texts,
            day: now.day,
        };
        let activities = found.activities();
        model.ahead.keep(now, activities.clone());
        activities
    })
}

/// What the texts of activities are found by is made of.
pub(in crate::tui) struct Found<'a> {
    pub(in crate::tui) workspace: &'a Workspace,
    pub(in crate::tui) texts: &'a Texts,
    /// The day things are looked at from.
    pub(in crate::tui) day: Date,
}

/// What stands for the number of a point in [`Found::as_printed`] until it is put there.
const NUMBER: char = '\u{fffc}';

impl Found<'_> {
    pub(in crate::tui) fn activities(&self) -> Activities {
        // A document has one controller for most of its points: who that is, is asked once.
        let mut known: BTreeMap<&str, String> = BTreeMap::new();
        let number = [("number", NUMBER.to_string().into())];
        let of_point = self.texts.with("search-of-point", &number);
        self.workspace
            .activities()
            .map(|(activity, _)| {
                let primary = self.workspace.named(activity.key);
                let mut secondary = format!(
                    "{} {} {} {}",
                    activity.responsible_subject,
                    activity.executors,
                    activity.result,
                    activity.term
                );
                secondary.push_str(&self.as_printed(activity.key, &of_point));
                let words = self.workspace.controller_words(activity.key);
                let controller = known
                    .entry(words)
                    .or_insert_with(|| self.controlled(activity.key));
                secondary.push_str(controller);
                for (_, text) in &activity.other {
                    secondary.push(' ');
                    secondary.push_str(text);
                }
                Haystack::new(Target::Activity(activity.key), &primary, &secondary).into()
            })
            .collect()
    }

    /// «на контроле у …»: who controls a point, in the words of the document and by the names lists
    /// have for him.
    fn controlled(&self, key: ActivityKey) -> String {
        let words = self.workspace.controller_words(key);
        if words.is_empty() {
            return String::new();
        }
        let names = self.workspace.controllers(key);
        let names: Vec<&str> = names
            .iter()
            .map(|id| self.workspace.short_name(id))
            .collect();
        let who = format!("{words} {}", names.join(" "));
        self.texts.with("search-controlled", &[("who", who.into())]) + " "
    }

    /// Where an activity stands and when it is due, in all the ways screens and papers print it: «п.
    /// 3.3.1», «пункт 3.3.1», «Р-503», «31.05.2023».
    fn as_printed(&self, key: ActivityKey, of_point: &str) -> String {
        let Some((activity, view)) = self.workspace.activity(key) else {
            return String::new();
        };
        let document = self.workspace.document_of(key);
        let name = document.map_or("", |document| document.short_name());
        let joined: String = name.chars().filter(|it| it.is_alphanumeric()).collect();
        let said = of_point.replace(NUMBER, &activity.number);
        let mut said = format!(" {said} {name} {joined}");
        let moved = self.workspace.standing_owed(key, self.day);
        let moved = moved.and_then(|standing| standing.due);
        let due = view.occurrences.iter().filter_map(|point| point.due);
        for day in due.chain(moved) {
            said.push(' ');
            said.push_str(&self.texts.date_full(day));
        }
        said.push(' ');
        said
    }
}
