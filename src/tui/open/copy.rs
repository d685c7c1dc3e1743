//! What is copied: the reminder to a subject, the card of an activity, what was decided on an item,
//! a line of assignments.

use crate::domain::agenda::ItemKey;
use crate::domain::document::ActivityKey;
use crate::paper::reminder;
use crate::tui::act::Effect;
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::select::agenda::{item_name, selected_item};
use crate::tui::select::{assignments, plan, subjects};

/// The most bytes a terminal takes: tmux and xterm take a little more than this.
const LIMIT: usize = 50_000;

/// Copies what the cursor is on.
pub(in crate::tui) fn run(model: &mut Model) -> Vec<Effect> {
    let Some((what, text)) = chosen(model).filter(|(_, text)| !text.is_empty()) else {
        model.notice = Some(Notice::warning(model.texts.get("copy-nothing")));
        return Vec::new();
    };
    if text.len() > LIMIT {
        model.notice = Some(Notice::warning(model.texts.get("copy-too-long")));
        return Vec::new();
    }
    let said = model.texts.with("copy-done", &[("what", what.into())]);
    model.notice = Some(Notice::done(said));
    vec![Effect::Copy(text)]
}

/// Its name, and the text.
fn chosen(model: &Model) -> Option<(String, String)> {
    let texts = &model.texts;
    match model.screen()? {
        Screen::Subjects(_) => {
            let (_, ids) = subjects::listed(model, subjects::state(model)?);
            let subject = subjects::selected_subject(model, &ids)?;
            let reminders = model.workspace.reminders(model.today);
            let own = reminders.iter().find(|it| it.subject == subject)?;
            let who = model.workspace.short_name(&subject).to_owned();
            let text = reminder::text(&model.workspace, own, model.today);
            Some((texts.with("copy-reminder", &[("who", who.into())]), text))
        }
        Screen::Plan(_) => {
            let activity = plan::selected_activity(model)?;
            Some((
                name(model, ItemKey::Activity(activity)),
                card(model, activity),
            ))
        }
        Screen::Meeting(state) => {
            let item = selected_item(model)?;
            let mut lines = match item {
                ItemKey::Activity(activity) => vec![card(model, activity)],
                _ => vec![model.workspace.item_title(state.date, item).to_string()],
            };
            let entries = model.workspace.entries_for_all(state.date, item);
            lines.extend(entries.into_iter().map(|entry| {
                let kind = texts.entry_kind(entry.content.kind);
                format!("{kind}: {}", entry.content.text)
            }));
            Some((name(model, item), lines.join("\n")))
        }
        Screen::Assignments(_) => {
            let views = assignments::shown(model, assignments::state(model)?);
            let view = views.get(assignments::selected_index(model, &views))?;
            let who: Vec<&str> = view
                .executors
                .iter()
                .map(|id| model.workspace.short_name(id))
                .collect();
            let number = texts.assignment_name(&view.number, view.origin.day());
            let due = view.due.map(|due| texts.date_full(due)).unwrap_or_default();
            let line = format!("{number}: {} ({}; {due})", view.text, who.join(", "));
            Some((texts.get("copy-line"), line))
        }
        _ => None,
    }
}

fn name(model: &Model, item: ItemKey) -> String {
    let item = ("item", item_name(model, item).into());
    model.texts.with("copy-card", &[item])
}

fn card(model: &Model, activity: ActivityKey) -> String {
    let Some((found, _)) = model.workspace.activity(activity) else {
        return String::new();
    };
    let standing = model.workspace.standing(activity, model.day());
    let status = standing.and_then(|it| Some((it.status?, it.happened)));
    let lines = [
        model.workspace.named(activity),
        found.responsible_subject.to_string(),
        found.executors.to_string(),
        found.term.to_string(),
        found.result.to_string(),
        status
            .map(|(status, happened)| model.texts.status_on(&status, happened))
            .unwrap_or_default(),
    ];
    let said = lines.into_iter().filter(|line| !line.is_empty());
    said.collect::<Vec<_>>().join("\n")
}
