//! What can be searched for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::date::Date;
use crate::domain::deadline::Occurrence;
use crate::domain::document::{Activity, ActivityKey};
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::safe_text::SafeText;
use crate::domain::search::Haystack;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::tui::model::Model;
use crate::tui::model::ahead::{Ahead, MadeOf, Ready, Stacks, TextsOf};
use crate::tui::model::search::Target;

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
pub(in crate::tui) fn activities(model: &Model) -> Stacks {
    ready(model).activities
}

/// What all subjects, assignments and entries are found by: made ready ahead, or now.
pub(in crate::tui) fn others(model: &Model) -> Stacks {
    let activities = ready(model).activities;
    let make = || found(model).others();
    model.ahead.others_of(made_of(model), &activities, make)
}

/// What subjects alone are found by.
pub(in crate::tui) fn subjects(model: &Model) -> Vec<Haystack<Target>> {
    found(model).subjects().collect()
}

/// What is ready, with the activities at least.
fn ready(model: &Model) -> Ready {
    let now = made_of(model);
    model.ahead.of(now).unwrap_or_else(|| {
        let ready = Ready {
            activities: found(model).activities(),
            others: None,
        };
        model.ahead.keep(now, ready.clone());
        ready
    })
}

fn found(model: &Model) -> Found<'_> {
    Found {
        workspace: &model.workspace,
        texts: &model.texts,
        day: model.day(),
        ahead: &model.ahead,
    }
}

/// What the texts that things are found by are made of.
pub(in crate::tui) struct Found<'a> {
    pub(in crate::tui) workspace: &'a Workspace,
    pub(in crate::tui) texts: &'a Texts,
    /// The day things are looked at from.
    pub(in crate::tui) day: Date,
    /// What was made before.
    pub(in crate::tui) ahead: &'a Ahead,
}

/// What stands for the number of a point in [`Found::as_printed`] until it is put there.
const NUMBER: char = '\u{fffc}';

impl Found<'_> {
    /// All activities: as the documents have them, and with the days they were moved to.
    pub(in crate::tui) fn activities(&self) -> Stacks {
        let of = TextsOf {
            revision: self.workspace.texts_revision(),
            language: self.texts.language(),
        };
        let texts = self.ahead.texts_of(of, || self.as_documents_have_them());
        let moved: BTreeMap<ActivityKey, Date> = self.moved().collect();
        if moved.is_empty() {
            return texts;
        }
        let with_its_day = |stack: &Arc<Haystack<Target>>| match stack.id() {
            Target::Activity(key) => moved.get(key).map(|day| stack.and(&self.day_of(*day))),
            _ => None,
        };
        let stacks = texts.iter();
        stacks
            .map(|stack| with_its_day(stack).map_or_else(|| Arc::clone(stack), Arc::new))
            .collect()
    }

    /// The activities whose due date was moved, and where to.
    fn moved(&self) -> impl Iterator<Item = (ActivityKey, Date)> {
        self.workspace.ledger().marked().filter_map(|key| {
            let standing = self.workspace.standing_owed(key, self.day)?;
            Some((key, standing.due.filter(|_| standing.is_moved)?))
        })
    }

    fn day_of(&self, day: Date) -> String {
        format!("{} ", self.texts.date_full(day))
    }

    fn as_documents_have_them(&self) -> Stacks {
        // A document has one controller for most of its points: who that is, is asked once. Points
        // of one wording have their days in common.
        let mut known: BTreeMap<&str, String> = BTreeMap::new();
        let mut days: BTreeMap<*const Occurrence, String> = BTreeMap::new();
        let number = [("number", NUMBER.to_string().into())];
        let of_point = self.texts.with("search-of-point", &number);
        self.workspace
            .activities()
            .map(|(activity, view)| {
                let primary = self.workspace.named(activity.key);
                let mut secondary = format!(
                    "{} {} {} {}",
                    activity.responsible_subject,
                    activity.executors,
                    activity.result,
                    activity.term
                );
                secondary.push_str(&self.as_printed(activity, &of_point));
                let points = &view.occurrences;
                let days = days.entry(points.as_ptr()).or_insert_with(|| {
                    let due = points.iter().filter_map(|point| point.due);
                    due.map(|day| self.day_of(day)).collect()
                });
                secondary.push_str(days);
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

    /// Subjects, assignments and entries, in this order.
    pub(in crate::tui) fn others(&self) -> Stacks {
        let all = self.subjects().chain(self.assignments());
        all.chain(self.entries()).map(Arc::new).collect()
    }

    fn subjects(&self) -> impl Iterator<Item = Haystack<Target>> {
        self.workspace.subjects().iter().map(|subject| {
            let target = Target::Subject(subject.id.clone());
            Haystack::new(target, &subject.short, &subject.full)
        })
    }

    fn assignments(&self) -> impl Iterator<Item = Haystack<Target>> {
        let (workspace, texts) = (self.workspace, self.texts);
        let mut minutes = OfMinutes::default();
        workspace.assignments(self.day).into_iter().map(move |it| {
            let number = texts.assignment_number(&it.number, it.origin.day());
            let primary = format!("{number} {}", it.text);
            let who = it.executors.iter().map(|id| workspace.short_name(id));
            let who: Vec<&str> = who.collect();
            let entry = workspace.ledger().entry(it.id);
            let labels = entry.map(|it| it.content.label_words());
            let due = it.due.map(|due| texts.date_full(due));
            let secondary = [
                who.join(" "),
                labels.unwrap_or_default(),
                minutes.words(self, &it.number, it.origin.day()),
                due.unwrap_or_default(),
                workspace.item_title(it.origin.day(), it.item).to_string(),
            ]
            .join("\n");
            Haystack::new(Target::Assignment(it.id), &primary, &secondary)
        })
    }

    /// What was heard, said, decided and noted; assignments are found by their numbers.
    fn entries(&self) -> impl Iterator<Item = Haystack<Target>> {
        let (workspace, texts) = (self.workspace, self.texts);
        let mut minutes = OfMinutes::default();
        let entries = workspace.ledger().entries();
        let said = entries.filter(|entry| entry.content.kind != EntryKind::Assignment);
        said.map(move |entry| {
            let speaker = entry.content.speaker.as_ref();
            let speaker = speaker.map_or("", |id| workspace.short_name(id));
            let kind = texts.entry_kind(entry.content.kind);
            let title = workspace.item_title(entry.day(), entry.item);
            let labels = entry.content.label_words();
            let number = workspace.entry_number(entry).unwrap_or_default();
            let place = minutes.words(self, &number, entry.day());
            let secondary = [kind.as_str(), speaker, &title, &labels, &place].join("\n");
            Haystack::new(Target::Entry(entry.id), &entry_text(entry), &secondary)
        })
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

    /// Where an activity stands, in all the ways screens and papers print it: «п. 3.3.1», «пункт
    /// 3.3.1», «Р-503».
    fn as_printed(&self, activity: &Activity, of_point: &str) -> String {
        let document = self.workspace.document_of(activity.key);
        let name = document.map_or("", |document| document.short_name());
        let joined: String = name.chars().filter(|it| it.is_alphanumeric()).collect();
        let said = of_point.replace(NUMBER, &activity.number);
        format!(" {said} {name} {joined} ")
    }
}

/// Where an entry stands in minutes, in all the ways screens and papers say it: «п. 8.1», «пункт
/// 8.1», «от 28.12.2023», «28 декабря 2023 г.». What is the same for all of one day is said once.
#[derive(Default)]
struct OfMinutes(BTreeMap<Date, String>);

impl OfMinutes {
    fn words(&mut self, found: &Found<'_>, number: &SafeText, day: Date) -> String {
        let of_day = self.0.entry(day).or_insert_with(|| {
            let said = [
                ("number", NUMBER.to_string().into()),
                ("minutes", found.workspace.expected_number(day).into()),
                ("date", found.texts.date_full(day).into()),
                ("long", found.texts.date_long(day).into()),
            ];
            found.texts.with("search-of-minutes", &said)
        });
        of_day.replace(NUMBER, number)
    }
}
