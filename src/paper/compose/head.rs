//! Requisites that several papers share: the head, the corner, the signatures.

use super::super::model::{Block, Part, Role};
use super::super::names::initials_first;
use super::super::wording::{date_long, russian};
use super::Frame;
use crate::domain::minutes::{Head, MinutesState};
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::Workspace;

/// «№ 1», or a line to write the number on.
pub(super) fn number(number: Option<u32>) -> String {
    number.map_or_else(|| "№ ___".to_owned(), |number| format!("№ {number}"))
}

/// The block «УТВЕРЖДАЮ», if the settings ask for one.
pub(super) fn approval(part: &mut Part, frame: &Frame) {
    if let Some(approval) = &frame.papers.approval {
        let name = if approval.name.is_empty() {
            "____________________".to_owned()
        } else {
            approval.name.to_string()
        };
        part.blocks.push(Block::Corner(vec![
            "УТВЕРЖДАЮ".to_owned(),
            approval.post.to_string(),
            format!("______________ {name}"),
            "«___» ______________ 20___ г.".to_owned(),
        ]));
    }
}

/// Organisation, kind, heading, state, date – place – number as it is registered.
pub(super) fn title(part: &mut Part, head: &Head, kind: &str, number: &str) {
    if !head.organisation.is_empty() {
        part.text(Role::Organisation, head.organisation.as_str());
    }
    part.text(Role::Kind, kind);
    if !head.heading.is_empty() {
        part.text(Role::Heading, head.heading.as_str());
    }
    part.text_if(Role::State, state(head));
    part.blocks.push(Block::Requisites([
        date_long(head.date),
        head.place.to_string(),
        number.to_owned(),
    ]));
}

/// The organisation over a paper that the minutes say nothing of.
pub(super) fn issuer(part: &mut Part, workspace: &Workspace) {
    let organisation = &workspace.settings().organisation;
    if !organisation.is_empty() {
        part.text(Role::Organisation, organisation.as_str());
    }
}

/// The place to sign for the one who made such a paper.
pub(super) fn signed_by_secretary(part: &mut Part, workspace: &Workspace) {
    let secretary = workspace.settings().secretary.as_ref();
    let name = secretary.map(|id| workspace.paper_name(id));
    part.blocks.push(signature("Секретарь", name.as_deref()));
}

/// The signatures of minutes as a copy has them: nobody signs there.
pub(super) fn signed_in_the_original(part: &mut Part, head: &Head) {
    let seats = [
        ("Председатель", head.chair.as_ref()),
        ("Секретарь", head.secretary.as_ref()),
    ];
    for (seat, who) in seats.into_iter().filter(|(_, who)| who.is_some()) {
        if let Block::Signature { post, name, .. } = signature(seat, who.map(SafeText::as_str)) {
            part.blocks.push(Block::Signature {
                post,
                name,
                is_copy: true,
            });
        }
    }
}

/// «Черновик», or the version of minutes that were opened again.
fn state(head: &Head) -> Option<String> {
    match (head.state, head.version) {
        (MinutesState::Draft, 0) => Some("Черновик".to_owned()),
        (MinutesState::Draft, version) => Some(format!("Черновик (после версии {version})")),
        (MinutesState::Approved, version) if version > 1 => Some(format!("Версия {version}")),
        (MinutesState::Approved, _) => None,
    }
}

/// Places to sign for chair and secretary.
pub(super) fn signatures(part: &mut Part, head: &Head) {
    part.blocks
        .push(signature("Председатель", head.chair.as_deref()));
    if let Some(secretary) = &head.secretary {
        part.blocks
            .push(signature("Секретарь", Some(secretary.as_str())));
    }
}

/// A person signs with the name behind the line; of a post the name is not known, so the post
/// goes before it and the name is left to be written.
pub(super) fn signature(part: &str, who: Option<&str>) -> Block {
    let (post, name) = match who.map(|who| (who, initials_first(who))) {
        Some((_, Some(name))) => (part.to_owned(), name),
        Some((post, None)) => (format!("{part}, {}", within(post)), String::new()),
        None => (part.to_owned(), String::new()),
    };
    Block::Signature {
        post,
        name,
        is_copy: false,
    }
}

/// A name inside a line: posts begin with a small letter there, surnames and abbreviations do not.
pub(super) fn within(name: &str) -> String {
    // «Смит Джон» is no post: all its words begin with a capital letter.
    let all_capital = name.contains(' ')
        && name
            .split([' ', '-'])
            .all(|word| word.chars().next().is_some_and(char::is_uppercase));
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        _ if all_capital => name.to_owned(),
        (Some(first), Some(second)) if second.is_lowercase() && initials_first(name).is_none() => {
            format!("{}{}", first.to_lowercase(), letters.as_str())
        }
        _ => name.to_owned(),
    }
}

/// «Председатель – проректор по развитию», «Председатель – Иванова М.И., ректор»
pub(super) fn seat(part: &str, who: Option<&str>, post: &str) -> Option<String> {
    who.map(|who| {
        let comma = if post.is_empty() { "" } else { ", " };
        format!("{part} – {}{comma}{post}", within(who))
    })
}

/// «четверг, 25 мая 2023 г., 10:00»
pub(super) fn when(day: crate::domain::date::Date, time: &str) -> String {
    use chrono::Datelike;
    let weekday = russian().weekday_long(day.weekday());
    let time = if time.is_empty() {
        String::new()
    } else {
        format!(", {time}")
    };
    format!("{}, {weekday}{time}", date_long(day))
}
