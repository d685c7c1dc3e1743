//! Who is there: everybody with one key, exceptions by name.

use super::surface::Hands;
use crate::domain::meeting::Presence;
use crate::domain::subject::SubjectId;
use crate::tui::act::attendance::{all_present, set};
use crate::tui::act::{Effect, Outside};
use crate::tui::model::form::Form;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::open::{form, prompt};
use crate::tui::select::attendance::seats;
use crate::tui::select::cursor::{moved, page_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let seats = seats(model);
    let page = page_of(model);
    let Some(Overlay::Attendance(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, seats.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let who = seats.get(state.selected).cloned();
    let presence = match action {
        Action::Accept | Action::Back | Action::Attendance => {
            model.overlays.pop();
            return Some(Vec::new());
        }
        Action::AllPresent => return Some(all_present(model)),
        Action::Invite => return Some(prompt::open(model, Purpose::Guest, "")),
        Action::EditSubject => return Some(form::open(model, Form::Subject(who?))),
        Action::MarkExcused | Action::MarkDeputy => {
            return Some(asked(model, action, who?));
        }
        Action::MarkPresent => Presence::Present,
        Action::MarkAbsent => Presence::Absent,
        Action::MarkRemote => Presence::Remote,
        Action::MarkLate => Presence::Late,
        Action::MarkLeftEarly => Presence::LeftEarly,
        _ => return None,
    };
    Some(set(model, &who?, presence, false))
}

/// Asks who came instead, or why somebody is away; what was said of it already is there to be changed.
fn asked(model: &mut Model, action: Action, who: SubjectId) -> Vec<Effect> {
    let meeting = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date));
    let known = meeting.and_then(|meeting| meeting.presence(&who));
    let said = match (action, known) {
        (Action::MarkDeputy, Some(Presence::Deputy { name })) => name.to_string(),
        (Action::MarkExcused, Some(Presence::Excused { reason })) => reason.to_string(),
        _ => String::new(),
    };
    let purpose = if action == Action::MarkDeputy {
        Purpose::Deputy(who)
    } else {
        Purpose::Excuse(who)
    };
    prompt::open(model, purpose, &said)
}
