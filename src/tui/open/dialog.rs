//! What a dialog that is opened begins with: a refusal where nothing could be recorded, or what
//! was typed into it before and left: Esc throws no text away that is longer than a few words.

use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::tui::act::Effect;
use crate::tui::model::assign::AssignState;
use crate::tui::model::choice::{ChoiceState, Line, ReaderState};
use crate::tui::model::prompt::{Needs, PromptState, Purpose};
use crate::tui::model::{Access, Draft, Model, Notice, Overlay, Screen};

/// A text of fewer characters is typed anew faster than it is asked about.
const WORTH_KEEPING: usize = 20;

/// Whether a field would be filled in for nothing; says why.
pub(in crate::tui) fn refuses(model: &mut Model, purpose: &Purpose) -> bool {
    let needs = purpose.nature().needs;
    if needs != Needs::Nothing && refuses_changes(model) {
        return true;
    }
    let ledger = model.workspace.ledger();
    let why = match purpose {
        _ if needs == Needs::OpenMeeting && is_locked(model) => "notice-meeting-locked",
        Purpose::ReopenReason(date)
            if ledger
                .meeting(*date)
                .is_none_or(|meeting| meeting.version == 0 || meeting.is_open()) =>
        {
            "error-not-finished"
        }
        Purpose::SkipDate(date) if ledger.meeting(*date).is_some() => "error-meeting-exists",
        _ => return false,
    };
    model.notice = Some(Notice::warning(model.texts.get(why)));
    true
}

/// Whether an assignment would be filled in for nothing; says why.
pub(in crate::tui) fn refuses_assignment(model: &mut Model) -> bool {
    if refuses_changes(model) {
        return true;
    }
    let is_locked = is_locked(model);
    if is_locked {
        let locked = model.texts.get("notice-meeting-locked");
        model.notice = Some(Notice::warning(locked));
    }
    is_locked
}

/// Whether nothing can be recorded; says why.
pub(in crate::tui) fn refuses_changes(model: &mut Model) -> bool {
    let Access::ReadOnly(why) = &model.access else {
        return false;
    };
    let why = [("why", why.clone().into())];
    let notice = model.texts.with("notice-read-only", &why);
    model.notice = Some(Notice::warning(notice));
    true
}

/// Whether the meeting that is seen is not open. What is said on another screen over a meeting that
/// has ended is said between meetings.
fn is_locked(model: &Model) -> bool {
    matches!(model.screen(), Some(Screen::Meeting(_))) && model.open_meeting().is_none()
}

/// Opens a list to choose a line from; the cursor is on the first.
pub(in crate::tui) fn choose(model: &mut Model, title: String, lines: Vec<Line>) {
    model.overlays.push(Overlay::Choice(ChoiceState {
        title,
        lines,
        selected: 0,
        offset: 0,
    }));
}

/// The same where there may be nothing to choose: then that is said.
pub(in crate::tui) fn choose_or_say(
    model: &mut Model,
    title: String,
    lines: Vec<Line>,
    nothing: Notice,
) -> Vec<Effect> {
    if lines.is_empty() {
        model.notice = Some(nothing);
    } else {
        choose(model, title, lines);
    }
    Vec::new()
}

/// Opens a text to read, from its first line.
pub(in crate::tui) fn read(model: &mut Model, title: String, lines: Vec<String>) {
    model.overlays.push(Overlay::Reader(ReaderState {
        title,
        lines,
        selected: 0,
        offset: 0,
    }));
}

/// Takes the topmost overlay away; a text that was typed into it is kept.
pub(in crate::tui) fn leave(model: &mut Model) {
    let Some(overlay) = model.overlays.pop() else {
        return;
    };
    let is_kept = match &overlay {
        Overlay::Prompt(state) => is_worth(state),
        Overlay::Assign(state) => is_assignment_worth(state),
        _ => false,
    };
    if is_kept {
        let meeting = model.meeting_date();
        model.drafts.push(Draft { meeting, overlay });
        let notice = model.texts.get("notice-draft-kept");
        model.notice = Some(Notice::done(notice));
    }
}

fn is_worth(state: &PromptState) -> bool {
    let text = state.editor.text();
    matches!(state.purpose, Purpose::Entry { .. })
        && text != state.begun
        && text.trim().chars().count() >= WORTH_KEEPING
}

fn is_assignment_worth(state: &AssignState) -> bool {
    let typed = state.typed();
    let changed = typed != state.begun;
    changed && (!state.executors.is_empty() || typed.trim().chars().count() >= WORTH_KEEPING)
}

/// Opens what was left of the same dialog on the same item; whether there was anything.
pub(in crate::tui) fn resume(model: &mut Model, is_same: impl Fn(&Overlay) -> bool) -> bool {
    let meeting = model.meeting_date();
    let known = model
        .drafts
        .iter()
        .position(|draft| draft.meeting == meeting && is_same(&draft.overlay));
    let Some(place) = known else { return false };
    let draft = model.drafts.remove(place);
    model.overlays.push(draft.overlay);
    let notice = model.texts.get("notice-draft-back");
    model.notice = Some(Notice::done(notice));
    true
}

/// Opens what was left of an assignment on an item; whether there was anything.
pub(in crate::tui) fn resume_assignment(
    model: &mut Model,
    item: ItemKey,
    entry: Option<Id>,
) -> bool {
    resume(
        model,
        |overlay| matches!(overlay, Overlay::Assign(state) if state.item == item && state.entry == entry),
    )
}
