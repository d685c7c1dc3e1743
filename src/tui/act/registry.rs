//! Who is known: guests, people added at the table, the dative form papers need.

use crate::domain::fold::fold;
use crate::domain::meeting::Presence;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::{Subject, SubjectId, SubjectKind, TypedPerson};
use crate::tui::act::{Act, Effect, Follow, record, record_at_meeting};
use crate::tui::model::{Model, Notice};

/// The dative form papers use where the wording needs it; empty takes it away.
pub(in crate::tui) fn set_dative(
    model: &mut Model,
    who: &SubjectId,
    text: &SafeText,
) -> Vec<Effect> {
    let Some(subject) = model.workspace.subject(who).cloned() else {
        return Vec::new();
    };
    let notice = model.texts.with(
        "notice-dative",
        &[("who", subject.short.to_string().into())],
    );
    let subject = Subject {
        dative: (!text.is_empty()).then(|| text.clone()),
        ..subject
    };
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(
        model,
        vec![Operation::WriteSubject {
            subject: subject.into(),
        }],
        notice,
        follow,
    );
    record(model, act)
}

/// Says who an id is now that the journal names and nobody knows.
pub(in crate::tui) fn identify(
    model: &mut Model,
    unknown: SubjectId,
    subject: SubjectId,
) -> Vec<Effect> {
    let who = model.workspace.short_name(&subject).to_owned();
    let said = [("unknown", unknown.0.clone().into()), ("who", who.into())];
    let notice = model.texts.with("notice-identified", &said);
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let operations = vec![Operation::IdentifySubject { unknown, subject }];
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}

/// A guest: somebody known by name, or a new person, who may come with post and organisation behind
/// commas: «Иванова М.И., директор, ЦНППМ ГГТУ».
pub(in crate::tui) fn add_guest(model: &mut Model, name: &SafeText) -> Vec<Effect> {
    let known = model
        .workspace
        .subjects()
        .find(name)
        .map(|subject| subject.id.clone());
    let mut operations = Vec::new();
    let id = known.unwrap_or_else(|| {
        let known = model.workspace.subjects();
        let mut taken = Vec::new();
        let (subjects, id) = TypedPerson::read(name).subjects(known, &mut |name| {
            let id = new_id(model, name, &taken);
            taken.push(id.clone());
            id
        });
        let subjects = subjects.into_iter();
        operations.extend(subjects.map(|subject| Operation::WriteSubject {
            subject: subject.into(),
        }));
        id
    });
    let who = operations.iter().find_map(|operation| match operation {
        Operation::WriteSubject { subject } if subject.id == id => Some(subject.short.to_string()),
        _ => None,
    });
    let who = who.unwrap_or_else(|| model.workspace.short_name(&id).to_owned());
    operations.push(Operation::SetAttendance {
        subject: id,
        presence: Some(Presence::Present),
    });
    let notice = model.texts.with("notice-guest", &[("who", who.into())]);
    record_at_meeting(
        model,
        operations,
        Notice::done(notice),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

/// A subject by a name typed at the table. Its id is the folded name, so that two machines that
/// add the same person add one subject.
pub(in crate::tui) fn new_subject(model: &Model, kind: SubjectKind, name: &SafeText) -> Subject {
    Subject {
        id: new_id(model, name, &[]),
        kind,
        short: name.clone(),
        full: name.clone(),
        aliases: Vec::new(),
        members: Vec::new(),
        organisation: None,
        dative: None,
        email: None,
        post: None,
    }
}

fn new_id(model: &Model, name: &str, taken: &[SubjectId]) -> SubjectId {
    let base: String = fold(name)
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect::<String>()
        .split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let mut id = SubjectId(base.clone());
    let mut count = 2;
    while model.workspace.subject(&id).is_some() || taken.contains(&id) {
        id = SubjectId(format!("{base}-{count}"));
        count += 1;
    }
    id
}
