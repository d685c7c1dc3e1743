//! What changes the agenda of the open meeting: putting on, taking off, parking, order, who reports
//! and for how long.

use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::tui::act::{Effect, Follow, record_at_meeting, refuse};
use crate::tui::model::{Action, Model, Notice, Screen};
use crate::tui::select::agenda::{item_name, state};

/// Puts an item on the agenda, with the reason it has by itself.
pub(in crate::tui) fn add_item(model: &mut Model, item: ItemKey, close: bool) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    let mut line = model
        .workspace
        .agenda_candidates(date)
        .into_iter()
        .find(|line| line.item == item)
        .unwrap_or_else(|| AgendaLine::new(item, Section::Added, Reason::ByHand));
    line.section = Section::Added;
    let notice = about(model, "notice-item-added", item);
    // What is taken up is no longer put off.
    let is_parked = model.workspace.ledger().parked().contains_key(&item);
    let taken_up = Operation::ParkItem {
        item,
        parked: false,
    };
    let mut operations = vec![Operation::AddItem { line: line.into() }];
    operations.extend(is_parked.then_some(taken_up));
    record_at_meeting(
        model,
        operations,
        notice,
        Follow {
            close,
            select: Some(item),
            show_meeting: Some(date).filter(|_| !close),
            ..Follow::default()
        },
    )
}

/// What was done with an item.
fn about(model: &Model, id: &str, item: ItemKey) -> Notice {
    let text = model
        .texts
        .with(id, &[("item", item_name(model, item).into())]);
    Notice::done(text)
}

pub(in crate::tui) fn drop_item(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let notice = about(model, "notice-item-dropped", item);
    record_at_meeting(
        model,
        vec![Operation::DropItem { item }],
        notice,
        Follow::default(),
    )
}

pub(in crate::tui) fn park(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let notice = about(model, "notice-item-parked", item);
    record_at_meeting(
        model,
        vec![
            Operation::ParkItem { item, parked: true },
            Operation::DropItem { item },
        ],
        notice,
        Follow::default(),
    )
}

pub(in crate::tui) fn pin(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let notice = about(model, "notice-item-moved", item);
    record_at_meeting(
        model,
        vec![Operation::MoveItem {
            item,
            to: 0,
            section: None,
        }],
        notice,
        Follow {
            select: Some(item),
            ..Follow::default()
        },
    )
}

pub(in crate::tui) fn move_item(model: &mut Model, item: ItemKey, action: Action) -> Vec<Effect> {
    let Some(date) = state(model).map(|state| state.date) else {
        return Vec::new();
    };
    let Some(meeting) = model.workspace.ledger().meeting(date) else {
        return Vec::new();
    };
    let Some(place) = meeting.agenda.iter().position(|line| line.item == item) else {
        return Vec::new();
    };
    let down = action == Action::MoveDown;
    let beside = if down {
        place.checked_add(1)
    } else {
        place.checked_sub(1)
    };
    let line = |place: usize| meeting.agenda.get(place);
    let (Some(own), Some(neighbour)) = (line(place), beside.and_then(line)) else {
        return Vec::new();
    };
    // Within the section the line changes places; at its edge a second key takes it over the edge.
    let (own, other) = (own.section, neighbour.section);
    let is_asked = state(model).and_then(|state| state.crossing) == Some((item, down));
    if own != other && !is_asked {
        let text = model.texts.with(
            "notice-section-edge",
            &[("section", model.texts.section(other).into())],
        );
        if let Some(Screen::Meeting(state)) = model.screen_mut() {
            state.crossing = Some((item, down));
        }
        model.notice = Some(Notice::warning(text));
        return Vec::new();
    }
    let to = match beside {
        Some(beside) if own == other => beside,
        _ => place,
    };
    let notice = about(model, "notice-item-moved", item);
    record_at_meeting(
        model,
        vec![Operation::MoveItem {
            item,
            to,
            section: Some(other),
        }],
        notice,
        Follow {
            select: Some(item),
            ..Follow::default()
        },
    )
}

/// Names who reports on an item.
pub(in crate::tui) fn set_speaker(model: &mut Model, item: ItemKey, who: SubjectId) -> Vec<Effect> {
    let minutes = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item))
        .and_then(|line| line.minutes);
    let text = model.texts.with(
        "notice-speaker",
        &[
            ("item", item_name(model, item).into()),
            ("who", model.workspace.short_name(&who).to_owned().into()),
        ],
    );
    record_at_meeting(
        model,
        vec![Operation::SetItem {
            item,
            speaker: Some(who),
            minutes,
        }],
        Notice::done(text),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

/// Says which member asks for an item; the same one once more takes it back.
pub(in crate::tui) fn ask_for(model: &mut Model, item: ItemKey, who: SubjectId) -> Vec<Effect> {
    let asked = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item))
        .and_then(|line| line.asked_by.clone());
    let is_back = asked.as_ref() == Some(&who);
    let id = if is_back {
        "notice-asked-no-more"
    } else {
        "notice-asked"
    };
    let text = model.texts.with(
        id,
        &[
            ("item", item_name(model, item).into()),
            ("who", model.workspace.short_name(&who).to_owned().into()),
        ],
    );
    record_at_meeting(
        model,
        vec![Operation::AskForItem {
            item,
            subject: (!is_back).then_some(who),
        }],
        Notice::done(text),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

pub(in crate::tui) fn add_topic(model: &mut Model, item: ItemKey, title: SafeText) -> Vec<Effect> {
    let mut line = AgendaLine::new(item, Section::Added, Reason::ByHand);
    let notice = model
        .texts
        .with("notice-item-added", &[("item", title.to_string().into())]);
    line.title = Some(title);
    record_at_meeting(
        model,
        vec![Operation::AddItem { line: line.into() }],
        Notice::done(notice),
        Follow {
            close: true,
            select: Some(item),
            ..Follow::default()
        },
    )
}

pub(in crate::tui) fn set_minutes(
    model: &mut Model,
    item: ItemKey,
    text: &SafeText,
) -> Vec<Effect> {
    let minutes = match text.trim() {
        "" => None,
        digits => match digits.parse::<u16>() {
            Ok(minutes) if (1..=600).contains(&minutes) => Some(minutes),
            _ => return refuse(model, "error-minutes"),
        },
    };
    let speaker = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item))
        .and_then(|line| line.speaker.clone());
    let notice = about(model, "notice-item-set", item);
    record_at_meeting(
        model,
        vec![Operation::SetItem {
            item,
            speaker,
            minutes,
        }],
        notice,
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}
