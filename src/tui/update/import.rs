//! Looking over a plan of another program: Enter goes on and at last writes, Esc writes nothing.

use super::surface::Hands;
use crate::tui::act::Outside;
use crate::tui::act::{Effect, refuse_with};
use crate::tui::model::import::{ImportState, Target};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::open::prompt;
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::import::lines;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Import(state)) = model.overlays.last_mut() else {
        return None;
    };
    let count = lines(&model.texts, state).len();
    if let Some(selected) = moved(action, state.selected, count, page) {
        state.selected = past_heads(state, selected);
        return Some(Vec::new());
    }
    match action {
        Action::Accept => match state.next() {
            Some(step) => {
                state.go(step);
            }
            None => return Some(vec![Effect::WritePlan]),
        },
        Action::NextRole | Action::PreviousRole => {
            if !state.change(action == Action::NextRole) {
                model.notice = Some(Notice::warning(model.texts.get("import-cannot-change")));
            }
        }
        Action::Delete => {
            if !state.drop_chosen() {
                model.notice = Some(Notice::warning(model.texts.get("import-cannot-change")));
            }
        }
        Action::Retype => return Some(retype(model)),
        Action::Back => {
            model.overlays.pop();
            model.notice = Some(Notice::done(model.texts.get("import-left")));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// The nearest line that heads no others, on the way the cursor goes.
fn past_heads(state: &ImportState, to: usize) -> usize {
    let targets = state.targets();
    let is_head = |at: usize| targets.get(at).is_some_and(Option::is_none);
    if to >= state.selected {
        return (to..targets.len()).find(|at| !is_head(*at)).unwrap_or(to);
    }
    let above = (0..=to).rev().find(|at| !is_head(*at));
    above.unwrap_or(state.selected)
}

/// A field for the name or the deadline under the cursor, with what it is now.
fn retype(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Import(state)) = model.overlays.last() else {
        return Vec::new();
    };
    let target = state.target();
    let now = target.as_ref().and_then(|target| written(state, target));
    let (Some(target), Some(now)) = (target, now) else {
        model.notice = Some(Notice::warning(model.texts.get("import-cannot-change")));
        return Vec::new();
    };
    prompt::open(model, Purpose::Imported(target), &now)
}

/// What a name or a deadline is now; nothing of what is not typed.
fn written(state: &ImportState, target: &Target) -> Option<String> {
    match target {
        Target::Subject(found) => {
            let mut all = state.draft.subjects.iter();
            let one = all.find(|one| one.found == *found)?;
            Some(if one.full == one.short {
                one.short.clone()
            } else {
                format!("{} — {}", one.short, one.full)
            })
        }
        Target::Level(depth) => state.draft.levels.get(*depth).cloned(),
        Target::Term(spot) => {
            let typed = state.choice.readings.get(spot).cloned();
            let activities = state.draft.activities().into_iter();
            let mut all = activities.map(|(_, activity)| activity);
            typed.or_else(|| {
                let activity = all.find(|activity| activity.spot == *spot)?;
                let own = activity.reading.as_ref().unwrap_or(&activity.term);
                Some(own.split_whitespace().collect::<Vec<_>>().join(" "))
            })
        }
        _ => None,
    }
}

/// Takes what was typed; a text that is no deadline stays in its field and is told of.
pub(super) fn retyped(model: &mut Model, target: &Target, text: &str) -> Vec<Effect> {
    let below = model.overlays.len().checked_sub(2);
    let state = below.and_then(|below| model.overlays.get_mut(below));
    let is_taken = match state {
        Some(Overlay::Import(state)) => state.retype(target, text),
        _ => false,
    };
    if !is_taken {
        let text = [("text", text.trim().to_owned().into())];
        let why = model.texts.with("error-reading", &text);
        return refuse_with(model, why);
    }
    model.overlays.pop();
    Vec::new()
}
