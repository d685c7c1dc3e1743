//! What can be searched for.

use crate::domain::date::Date;
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::safe_text::SafeText;
use crate::domain::search::Haystack;
use crate::tui::model::Model;
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
        ("date", model.texts.date_full(day).into()),
        ("long", model.texts.date_long(day).into()),
    ];
    model.texts.with("search-of-minutes", &said)
}

/// The text of an entry on one line.
pub fn entry_text(entry: &Entry) -> String {
    entry.content.text.replace('\n', " ")
}

pub(in crate::tui) fn activities(model: &Model) -> Vec<Haystack<Target>> {
    model
        .workspace
        .activities()
        .map(|(activity, _)| {
            let primary = model.workspace.named(activity.key);
            let mut secondary = format!(
                "{} {} {} {}",
                activity.responsible_subject, activity.executors, activity.result, activity.term
            );
            for (_, text) in &activity.other {
                secondary.push(' ');
                secondary.push_str(text);
            }
            Haystack::new(Target::Activity(activity.key), &primary, &secondary)
        })
        .collect()
}
