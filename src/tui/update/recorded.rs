//! How an act ended, as the loop reports it: the state follows, then the screen.

use crate::domain::mark::Status;
use crate::domain::operation::{Operation, Record};
use crate::tui::act::{Act, Effect};
use crate::tui::model::{Action, Model, Notice, Overlay, Screen};
use crate::tui::open::{dispatch, finish, meeting, since_last, start};
use crate::tui::select::agenda::item_name;
use crate::tui::select::cursor::key_of;

/// The act is on disk: the state follows, then the screen.
pub fn recorded(model: &mut Model, records: Vec<Record>, act: &Act) -> Vec<Effect> {
    let effects = follow_up(model, records, act);
    if act.notice.is_some() {
        model.notice.clone_from(&act.notice);
    }
    if let Some(complete) = completed(model, act)
        && let Some(notice) = &mut model.notice
    {
        notice.text = format!("{} · {complete}", notice.text);
    }
    effects
}

/// Whether the act marked the last open point of a document: the chair may take it off control.
fn completed(model: &Model, act: &Act) -> Option<String> {
    let workspace = &model.workspace;
    let marked = act.operations.iter().find_map(|op| match op {
        Operation::Mark {
            activity,
            status: Status::Done,
            ..
        } => workspace.document_of(*activity),
        _ => None,
    });
    let document = marked?;
    let is_off = workspace.off_control(document, model.day()).is_some();
    if is_off || !workspace.is_carried_out(document, model.day()) {
        return None;
    }
    let name = document.short_name().to_owned();
    let key = key_of(model, Action::ControlDocument);
    let said = [("document", name.into()), ("key", key.into())];
    Some(model.texts.with("notice-document-complete", &said))
}

/// An act that changes nothing is not put on record: the screen goes where it would have gone, and
/// says so.
pub fn unchanged(model: &mut Model, act: &Act) -> Vec<Effect> {
    let effects = follow_up(model, Vec::new(), act);
    let text = match act.operations.as_slice() {
        [Operation::AddItem { line }] => model.texts.with(
            "notice-already-listed",
            &[("item", item_name(model, line.item).into())],
        ),
        _ => model.texts.get("notice-nothing-changed"),
    };
    model.notice = Some(Notice::done(text));
    effects
}

/// What an act changes, wherever it was written.
pub(in crate::tui) fn follow_up(model: &mut Model, records: Vec<Record>, act: &Act) -> Vec<Effect> {
    model.workspace.apply(records);
    if act.follow.close {
        model.overlays.pop();
    }
    if act.follow.close_edition {
        model
            .overlays
            .retain(|overlay| !matches!(overlay, Overlay::Edition(_)));
    }
    leave_lost_meeting(model);
    if let Some(date) = act.follow.show_meeting {
        meeting::show(model, date);
    }
    if let Some(item) = act.follow.step_from {
        meeting::step_on(model, item);
    }
    if let Some(item) = act.follow.select {
        meeting::select(model, item);
    }
    finish::refresh(model);
    dispatch::refresh(model);
    start::refresh(model);
    if let Some(date) = act.follow.since_last {
        since_last::push(model, date);
    }
    let asked = false;
    let versions = act.follow.versions;
    let versions = versions.map(|date| Effect::ShowVersions { date, asked });
    let papers = act.follow.papers.map(Effect::WritePapers);
    let beside = act.follow.beside.clone().map(Effect::WriteBeside);
    versions.into_iter().chain(papers).chain(beside).collect()
}

/// A meeting whose opening was taken back has no screen.
fn leave_lost_meeting(model: &mut Model) {
    let meetings = model.workspace.ledger().meetings();
    model.screens.retain(
        |screen| !matches!(screen, Screen::Meeting(state) if !meetings.contains_key(&state.date)),
    );
}

/// The act could not be written: nothing changed, and the screen says so.
pub fn failed(model: &mut Model, why: &str) {
    model.notice = Some(Notice::error(
        model
            .texts
            .with("notice-not-recorded", &[("why", why.to_owned().into())]),
    ));
}

/// The papers were written; copies were kept of what somebody else had made of them.
pub fn papers_written(model: &mut Model, papers: &[String], copies: &[String]) {
    let stays = model.notice.as_ref().is_some_and(|notice| notice.stays);
    if stays && copies.is_empty() {
        return;
    }
    let texts = &model.texts;
    let name = |place: usize| papers.get(place).cloned().unwrap_or_default();
    model.notice = Some(if copies.is_empty() {
        Notice::done(texts.with(
            "notice-papers-written",
            &[("minutes", name(0).into()), ("plan", name(1).into())],
        ))
    } else {
        let copies = copies.join(", ");
        Notice::warning(texts.with("notice-papers-kept", &[("copies", copies.into())]))
    });
}

/// The papers could not be written; what was recorded is safe in the journal.
pub fn papers_failed(model: &mut Model, why: &str) {
    model.notice = Some(Notice::error(
        model
            .texts
            .with("notice-papers-failed", &[("why", why.to_owned().into())]),
    ));
}
