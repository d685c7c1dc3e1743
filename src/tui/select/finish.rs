//! What a meeting lacks before it ends.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry::EntryKind;
use crate::domain::meeting::Meeting;
use crate::domain::subject::{SubjectId, SubjectKind};
use crate::tui::model::Model;
use crate::tui::model::finish::Hole;
use crate::tui::select::agenda;

/// What would leave the room with a hole in it.
pub(in crate::tui) fn holes(model: &Model) -> Vec<Hole> {
    let Some(date) = model.open_meeting() else {
        return Vec::new();
    };
    let ledger = model.workspace.ledger();
    let Some(meeting) = ledger.meeting(date) else {
        return Vec::new();
    };
    let mut holes = Vec::new();
    let members = &model.workspace.settings().members;
    if members
        .iter()
        .any(|member| meeting.presence(member).is_none())
    {
        holes.push(Hole::Attendance);
    } else if !is_anybody_there(meeting, members) {
        holes.push(Hole::NobodyPresent);
    }
    let entries = ledger.entries_at(date);
    for entry in entries.filter(|entry| entry.content.kind == EntryKind::Assignment) {
        if entry.content.executors.is_empty() {
            holes.push(Hole::NoExecutor(entry.item, entry.id));
        }
        if entry.content.due.is_none() {
            holes.push(Hole::NoDue(entry.item, entry.id));
        }
    }
    let undecided = model.workspace.undecided_assignments(date).into_iter();
    holes.extend(undecided.map(|it| {
        let number = model.texts.assignment_number(&it.number, it.origin.day());
        Hole::Undecided(it.id, number.into())
    }));
    holes.extend(requisites(model, date));
    let considered = model.workspace.considered(date);
    holes.extend(absent_speakers(model, date, &considered));
    holes.extend(
        meeting
            .agenda
            .iter()
            .filter(|line| !considered.contains(&line.item))
            .map(|line| Hole::Unconsidered(line.item)),
    );
    holes
}

/// Whether a member is there; where no members are named, anybody.
fn is_anybody_there(meeting: &Meeting, members: &[SubjectId]) -> bool {
    let mut there = meeting.attendance.iter();
    there.any(|(who, how)| how.is_present() && (members.is_empty() || members.contains(who)))
}

/// What the head and the signatures of the minutes lack: chair, place, secretary, posts of people.
fn requisites(model: &Model, date: Date) -> Vec<Hole> {
    let settings = model.workspace.settings();
    let mut holes = Vec::new();
    if settings.chair.is_none() {
        holes.push(Hole::Chair);
    }
    if settings.place.is_blank() {
        holes.push(Hole::Place);
    }
    if settings.secretary.is_none() {
        holes.push(Hole::Secretary);
    }
    let ledger = model.workspace.ledger();
    let there = ledger.meeting(date).into_iter().flat_map(|meeting| {
        let present = meeting
            .attendance
            .iter()
            .filter(|(_, how)| how.is_present());
        present.map(|(who, _)| who)
    });
    for who in settings
        .chair
        .iter()
        .chain(&settings.secretary)
        .chain(there)
    {
        let subject = model.workspace.subject(who);
        let is_nameless =
            subject.is_some_and(|one| one.kind == SubjectKind::Person && one.post.is_none());
        let hole = Hole::Post(who.clone());
        if is_nameless && !holes.contains(&hole) {
            holes.push(hole);
        }
    }
    holes
}

/// Who stands in the minutes as having reported and was not there: as the speaker of a question, or
/// of what was heard on it.
fn absent_speakers(model: &Model, date: Date, considered: &[ItemKey]) -> Vec<Hole> {
    let ledger = model.workspace.ledger();
    let Some(meeting) = ledger.meeting(date) else {
        return Vec::new();
    };
    let is_absent = |who: &&SubjectId| {
        let presence = meeting.presence(who);
        presence.is_some_and(|presence| !presence.is_present())
    };
    let mut holes = Vec::new();
    for item in considered {
        let named = meeting.line(*item).and_then(|line| line.speaker.as_ref());
        let entries = ledger.entries_of(Some(date), *item);
        let said = entries
            .filter(|entry| entry.content.kind != EntryKind::Private)
            .filter_map(|entry| entry.content.speaker.as_ref());
        for who in named.into_iter().chain(said).filter(is_absent) {
            let hole = Hole::AbsentSpeaker(*item, who.clone());
            if !holes.contains(&hole) {
                holes.push(hole);
            }
        }
    }
    holes
}

/// A hole in words.
pub(in crate::tui) fn hole_text(model: &Model, hole: &Hole) -> String {
    let texts = &model.texts;
    let day = model.day();
    match hole {
        Hole::Attendance => texts.get("hole-attendance"),
        Hole::NobodyPresent => texts.get("hole-nobody-present"),
        Hole::Chair => texts.get("hole-chair"),
        Hole::Place => texts.get("hole-place"),
        Hole::Secretary => texts.get("hole-secretary"),
        Hole::Post(who) => texts.with(
            "hole-post",
            &[("who", model.workspace.short_name(who).to_owned().into())],
        ),
        Hole::AbsentSpeaker(item, who) => texts.with(
            "hole-absent-speaker",
            &[
                ("item", agenda::item_name(model, *item).into()),
                ("who", model.workspace.short_name(who).to_owned().into()),
            ],
        ),
        Hole::Unconsidered(item) => texts.with(
            "hole-unconsidered",
            &[
                ("item", agenda::item_name(model, *item).into()),
                (
                    "title",
                    model.workspace.item_title(day, *item).to_string().into(),
                ),
            ],
        ),
        Hole::Undecided(_, number) => {
            texts.with("hole-undecided", &[("number", number.to_string().into())])
        }
        Hole::NoExecutor(item, _) => texts.with(
            "hole-no-executor",
            &[("item", agenda::item_name(model, *item).into())],
        ),
        Hole::NoDue(item, _) => texts.with(
            "hole-no-due",
            &[("item", agenda::item_name(model, *item).into())],
        ),
    }
}
