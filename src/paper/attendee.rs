//! Who was or was not there, as the lists of minutes and extracts put it.

use super::wording::in_line;
use crate::domain::meeting::Presence;
use crate::domain::minutes::Attendee;
use crate::domain::safe_text::SafeText;

/// One who was or was not there.
pub(super) fn attendee(attendee: &Attendee) -> String {
    let name = &with_post(attendee);
    match &attendee.presence {
        Presence::Present | Presence::Absent => name.clone(),
        // A body is represented, nobody stands in for it.
        Presence::Deputy { name: deputy } if attendee.is_body => {
            represented(attendee, &attendee.name, deputy, &attendee.deputy_post)
        }
        Presence::Remote => format!("{name} (дистанционно)"),
        Presence::Late => format!("{name} (с опозданием)"),
        Presence::LeftEarly => format!("{name} (не до конца)"),
        Presence::Deputy { name: deputy } => stood_in_for(attendee, deputy),
        Presence::Excused { reason } => format!("{name} (причина: {reason})"),
    }
}

/// «за ректора Иванову М.И. – Петров П.П., методист», from a body «от ЦНППМ ГГТУ за Иванову М.И. – …»;
/// where the name cannot be declined with certainty, «Ким А. (представитель – Петров П.П.)».
fn stood_in_for(attendee: &Attendee, deputy: &SafeText) -> String {
    let comma = if attendee.deputy_post.is_blank() {
        ""
    } else {
        ", "
    };
    let deputy = format!("{deputy}{comma}{}", attendee.deputy_post);
    match &attendee.on_behalf {
        Some(whom) if !whom.is_blank() && attendee.organisation.is_blank() => {
            format!("за {whom} – {deputy}")
        }
        Some(whom) if !whom.is_blank() => match from(attendee, &attendee.organisation) {
            Some(from) => format!("от {from} за {whom} – {deputy}"),
            None => format!("{} (за {whom} – {deputy})", attendee.organisation),
        },
        Some(_) => format!("{} (представитель – {deputy})", with_post(attendee)),
        // Approved by an earlier program: as it was printed then.
        None => format!("{} (замещает: {deputy})", with_post(attendee)),
    }
}

/// «ректор – Иванова М.И.», «от ЦНППМ ГГТУ – Иванова М.И., директор» (domain.md 1.1, row 8).
fn with_post(attendee: &Attendee) -> String {
    let Attendee {
        name,
        post,
        organisation,
        ..
    } = attendee;
    match (organisation.is_blank(), post.is_blank()) {
        (true, true) => in_line(name),
        (true, false) => format!("{post} – {name}"),
        (false, _) => represented(attendee, organisation, name, post),
    }
}

/// «от ЦНППМ ГГТУ – Иванова М.И., директор»; a body that cannot be declined with certainty has its
/// people in brackets: «Рекрутинг центр (Иванова М.И., директор)».
fn represented(attendee: &Attendee, body: &SafeText, name: &SafeText, post: &SafeText) -> String {
    let comma = if post.is_blank() { "" } else { ", " };
    match from(attendee, body) {
        Some(from) => format!("от {from} – {name}{comma}{post}"),
        None => format!("{body} ({name}{comma}{post})"),
    }
}

/// A body behind «от»; nothing where no form is certain.
fn from<'a>(attendee: &'a Attendee, body: &'a SafeText) -> Option<&'a SafeText> {
    let from = attendee.from.as_ref().unwrap_or(body);
    (!from.is_blank()).then_some(from)
}
