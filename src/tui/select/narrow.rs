//! What the lines of lists say, and whether they have the words a list is narrowed to.

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::fold::{fold_name, unmixed};
use crate::domain::layout::{to_cyrillic, to_latin};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{AssignmentView, Duties};
use crate::tui::model::Model;

/// Whether a text has every word, as typed, or as meant in the other layout.
pub fn says(text: &str, words: &str) -> bool {
    let text = unmixed(fold_name(text));
    fold_name(words).split(' ').all(|word| {
        let cyrillic: String = word.chars().map(to_cyrillic).collect();
        let other: String = word.chars().map(to_latin).collect();
        [unmixed(word.to_owned()), cyrillic, other]
            .iter()
            .any(|it| text.contains(it.as_str()))
    })
}

/// The number of an item of the agenda, and everything that is searched of it.
pub(in crate::tui) fn item_text(model: &Model, item: ItemKey) -> (String, String) {
    let day = model.day();
    match item {
        ItemKey::Activity(key) => (model.workspace.point(key), activity_text(model, key)),
        ItemKey::Assignment(id) => match model.workspace.assignment(id, day) {
            Some(view) => (view.number.to_string(), assignment_text(model, &view)),
            None => (String::new(), String::new()),
        },
        ItemKey::Topic(_) => {
            let title = model.workspace.item_title(day, item);
            (String::new(), title.to_string())
        }
    }
}

/// Whether an item of the agenda has the words.
pub(in crate::tui) fn item_says(model: &Model, item: ItemKey, words: &str) -> bool {
    words.is_empty() || says(&item_text(model, item).1, words)
}

/// What is searched of an activity: number, title, who answers, who carries it out, the result.
pub(in crate::tui) fn activity_text(model: &Model, key: ActivityKey) -> String {
    let Some((activity, _)) = model.workspace.activity(key) else {
        return String::new();
    };
    format!(
        "{} {} {} {} {}",
        model.workspace.named(key),
        activity.responsible_subject,
        activity.executors,
        activity.result,
        activity.term
    )
}

/// What is searched of an assignment: what it says, whose it is, and what it was given on.
pub(in crate::tui) fn assignment_text(model: &Model, view: &AssignmentView) -> String {
    let who: Vec<&str> = view
        .executors
        .iter()
        .map(|id| model.workspace.short_name(id))
        .collect();
    let due = view.due.map(|due| model.texts.date_full(due));
    let given_on = match view.item {
        ItemKey::Activity(key) => model.workspace.point(key),
        _ => String::new(),
    };
    format!(
        "{} {} {} {} {given_on}",
        model.texts.assignment_name(&view.number, view.origin.day()),
        view.text,
        who.join(", "),
        due.unwrap_or_default()
    )
}

/// What is searched of a subject.
pub(in crate::tui) fn subject_text(model: &Model, id: &SubjectId) -> String {
    let full = model.workspace.subject(id).map(|it| it.full.to_string());
    format!(
        "{} {}",
        model.workspace.short_name(id),
        full.unwrap_or_default()
    )
}

/// Whether a subject owes anything of a document that is called by the words.
pub(in crate::tui) fn owes_of(model: &Model, duties: &Duties, id: &SubjectId, words: &str) -> bool {
    let workspace = &model.workspace;
    if !workspace.has_several_documents() {
        return false;
    }
    let meant: Vec<DocumentKey> = workspace
        .documents()
        .iter()
        .filter(|it| says(it.short_name(), words))
        .map(|it| it.key)
        .collect();
    !meant.is_empty()
        && duties
            .of(id)
            .into_iter()
            .filter_map(|(_, duty)| duty.document(workspace))
            .any(|document| meant.contains(&document))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_layout_and_with_letters_that_look_alike() {
        let line = "1.2.4 Проведение форума, ЦНППМ";
        for words in ["форум", "цнппм пров", "ajhev", "ЦHППМ", "1.2.4"] {
            assert!(says(line, words), "{words}");
        }
        assert!(!says(line, "семинар"));
    }
}
