//! The list of an event: names against the quotas, who has not answered, the programme.

use super::surface::Hands;
use crate::tui::act::Outside;
use crate::tui::act::{Effect, event};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::open::event::{ask_names, ask_programme};
use crate::tui::open::{prompt, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::event::{Subject, chosen, lines, state};
use crate::tui::update::choice::passed_on;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let current = state(model)?;
    let activity = current.activity;
    let total = lines(model, activity).len();
    if let Some(selected) = moved(action, current.selected, total, page_of(model)) {
        if let Some(Overlay::Event(state)) = model.overlays.last_mut() {
            state.selected = selected;
        }
        return Some(Vec::new());
    }
    let subject = chosen(model)?;
    Some(match (action, subject) {
        (Action::Accept, Subject::Body(body)) => ask_names(model, activity, body),
        (Action::Accept, Subject::Programme) | (Action::EditProgramme, _) => {
            ask_programme(model, activity)
        }
        (Action::Accept, Subject::Whole) | (Action::Invite, _) => {
            prompt::open(model, Purpose::Invitation(activity), "")
        }
        (Action::EditQuota, Subject::Body(body)) => {
            let event = model.workspace.event(activity);
            let quota = event
                .and_then(|event| event.invited.into_iter().find(|one| one.body == body))
                .and_then(|one| one.quota);
            let quota = quota.map(|quota| quota.to_string()).unwrap_or_default();
            let text = format!("{body} {quota}");
            prompt::open(model, Purpose::Invitation(activity), text.trim())
        }
        (Action::NobodyComes, Subject::Body(body)) => event::nobody(model, activity, &body),
        (Action::Delete, Subject::Body(body)) => event::uninvite(model, activity, &body),
        (Action::EditQuota | Action::NobodyComes | Action::Delete, _) => {
            model.notice = Some(Notice::warning(model.texts.get("notice-event-no-body")));
            Vec::new()
        }
        (Action::ListParticipants, _) => {
            model.overlays.pop();
            screens::go_participants(model, activity)
        }
        // What was typed last is taken back here, in sight.
        (Action::Undo | Action::Redo, _) => return None,
        (Action::Back, _) => {
            model.overlays.pop();
            Vec::new()
        }
        _ => return passed_on(model, action),
    })
}
