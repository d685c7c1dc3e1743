//! What can be searched for.

use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
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
            let secondary = format!("{kind} {speaker} {title} {labels}");
            Haystack::new(Target::Entry(entry.id), &entry_text(entry), &secondary)
        })
        .collect()
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
