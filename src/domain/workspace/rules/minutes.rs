//! What the minutes say of a meeting, each rule named by its test. The people are examples.

use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::meeting::Presence;
use crate::domain::minutes::{Attendee, Minutes, MinutesState, Question};
use crate::domain::operation::Operation;
use crate::domain::subject::{Subject, SubjectId, SubjectKind};
use crate::domain::workspace::fixture::{Told, activity, day};

const ON: &str = "2023-05-25";

fn minutes(told: &Told) -> Minutes {
    told.workspace.minutes(day(ON)).unwrap()
}

fn id(name: &str) -> SubjectId {
    SubjectId(name.to_owned())
}

fn subject(name: &str, kind: SubjectKind, short: &str, post: Option<&str>) -> Subject {
    Subject {
        id: id(name),
        kind,
        short: short.into(),
        full: short.into(),
        aliases: Vec::new(),
        members: Vec::new(),
        organisation: Some(id("iro-asou")),
        dative: None,
        email: None,
        post: post.map(Into::into),
    }
}

/// A meeting with people: one with a post, one without, and the post itself.
fn with_people() -> Told {
    let mut told = Told::new();
    for somebody in [
        subject(
            "ivanova",
            SubjectKind::Person,
            "Иванова М.И.",
            Some("директор"),
        ),
        subject("petrov", SubjectKind::Person, "Петров П.П.", None),
        subject("head", SubjectKind::Position, "Ректор", Some("ректор")),
    ] {
        told.say(
            None,
            ON,
            Operation::WriteSubject {
                subject: somebody.into(),
            },
        );
    }
    told.open(ON);
    told
}

fn came(told: &mut Told, who: &str, presence: Presence) {
    let presence = Some(presence);
    let subject = id(who);
    told.say(Some(ON), ON, Operation::SetAttendance { subject, presence });
}

fn deputy(name: &str) -> Presence {
    Presence::Deputy { name: name.into() }
}

fn among<'a>(list: &'a [Attendee], name: &str) -> &'a Attendee {
    list.iter().find(|it| it.name.as_str() == name).unwrap()
}

#[test]
fn a_person_has_a_post_and_a_body_and_nobody_stands_in() {
    let mut told = with_people();
    came(&mut told, "ivanova", Presence::Present);
    came(&mut told, "head", Presence::Remote);
    came(&mut told, "iro-asou", Presence::Present);
    let attendance = minutes(&told).attendance;
    let ivanova = among(&attendance.invited, "Иванова М.И.");
    assert_eq!(ivanova.post.as_str(), "директор");
    assert_eq!(ivanova.organisation.as_str(), "ИРО АСОУ");
    assert_eq!(ivanova.presence, Presence::Present);
    assert_eq!((ivanova.is_body, &ivanova.on_behalf), (false, &None));
    let head = among(&attendance.invited, "Ректор");
    assert!(head.post.is_blank() && head.organisation.is_blank());
    let body = among(&attendance.present, "ИРО АСОУ");
    assert!(!body.is_body, "it came itself");
    assert_eq!(body.on_behalf, None);
    assert!(attendance.absent.is_empty());
    assert_eq!(
        attendance.not_recorded.len(),
        told.workspace.settings().members.len() - 1
    );
}

#[test]
fn who_stands_in_is_told_for_whom_by_post_and_name() {
    let mut told = with_people();
    came(&mut told, "ivanova", deputy("Петров П.П."));
    came(&mut told, "petrov", deputy("Иванова М.И."));
    came(&mut told, "head", deputy("кто-то"));
    came(&mut told, "iro-asou", deputy("Иванова М.И."));
    came(&mut told, "mms", Presence::Absent);
    let attendance = minutes(&told).attendance;
    let behind = |name: &str| {
        let everybody = [attendance.invited.as_slice(), &attendance.present].concat();
        let found = everybody.iter().find(|it| it.name.as_str() == name);
        let found = found.unwrap();
        (
            found
                .on_behalf
                .as_ref()
                .map(|text| text.as_str().to_owned()),
            found.is_body,
            found.deputy_post.as_str().to_owned(),
        )
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        behind("Иванова М.И."),
        (said("директора Иванову М.И."), false, String::new())
    );
    assert_eq!(
        behind("Петров П.П."),
        (said("Петрова П.П."), false, "директор".to_owned())
    );
    assert_eq!(behind("Ректор"), (said("ректора"), false, String::new()));
    // Who comes for a body represents it and stands in for nobody.
    assert_eq!(behind("ИРО АСОУ"), (None, true, "директор".to_owned()));
    let absent: Vec<&str> = attendance
        .absent
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(absent, ["ММС"]);
}

#[test]
fn the_head_says_who_chaired_and_whether_it_is_approved() {
    let mut told = Told::with(|settings| {
        settings.chair = Some(id("ivanova"));
        settings.secretary = Some(id("nobody-knows"));
    });
    let chair = subject(
        "ivanova",
        SubjectKind::Person,
        "Иванова М.И.",
        Some("директор"),
    );
    told.say(
        None,
        ON,
        Operation::WriteSubject {
            subject: chair.into(),
        },
    );
    told.open(ON);
    let head = minutes(&told).head;
    assert_eq!(head.date, day(ON));
    assert_eq!(head.state, MinutesState::Draft);
    assert_eq!(head.number, None);
    assert_eq!(head.chair.unwrap().as_str(), "Иванова М.И.");
    assert_eq!(head.chair_post.as_str(), "директор");
    // A subject nobody knows is called by its key.
    assert_eq!(head.secretary.unwrap().as_str(), "nobody-knows");
    assert!(head.secretary_post.is_blank());
    told.finish(ON);
    let head = minutes(&told).head;
    assert_eq!((head.state, head.number), (MinutesState::Approved, Some(1)));
}

#[test]
fn what_was_dealt_with_has_numbers_from_one_and_the_rest_is_put_off_or_left() {
    let mut told = Told::new();
    told.open(ON);
    let (first, second, third) = (activity("1.1.1"), activity("1.1.3"), activity("1.1.4"));
    told.entry(ON, first, EntryKind::Heard);
    told.entry(ON, second, EntryKind::Decision);
    let parked = true;
    told.say(
        Some(ON),
        ON,
        Operation::ParkItem {
            item: third,
            parked,
        },
    );
    let said = minutes(&told);
    let numbers: Vec<u32> = said.items.iter().map(|it| it.number).collect();
    assert_eq!(numbers, [1, 2]);
    let agenda: Vec<(u32, bool)> = said
        .agenda
        .iter()
        .map(|it| (it.number, it.dropped))
        .collect();
    assert_eq!(agenda, [(1, false), (2, false)]);
    assert!(said.items.iter().all(|it| !it.put_off));
    assert_eq!(said.items[0].heard.len(), 1);
    assert!(said.items[0].decided.is_empty() && said.items[1].heard.is_empty());
    assert_eq!(said.items[1].decided[0].number.as_str(), "2.1");
    let put_off: Vec<&str> = said.put_off.iter().map(Question::point).collect();
    assert_eq!(put_off, ["1.1.4"]);
    let left = said.not_considered.iter().map(Question::point);
    assert!(left.clone().count() > 1);
    assert!(
        left.into_iter()
            .all(|it| !["1.1.1", "1.1.3", "1.1.4"].contains(&it))
    );
    // Put off after something was said of it: it is in the minutes, with that.
    let mut told = Told::new();
    told.open(ON).entry(ON, first, EntryKind::Heard);
    let item = first;
    told.say(Some(ON), ON, Operation::ParkItem { item, parked });
    assert!(minutes(&told).items[0].put_off);
}

#[test]
fn a_number_once_given_stays_in_the_agenda_when_its_question_is_emptied() {
    let mut told = Told::new();
    told.open(ON);
    let first = told.entry(ON, activity("1.1.1"), EntryKind::Decision);
    told.entry(ON, activity("1.1.3"), EntryKind::Decision);
    told.finish(ON);
    let reason = "опечатка".into();
    told.say(Some(ON), ON, Operation::ReopenMeeting { reason });
    told.say(Some(ON), ON, Operation::DeleteEntry { entry: first });
    let agenda = minutes(&told).agenda;
    let said: Vec<(&str, bool)> = agenda.iter().map(|it| (it.point(), it.dropped)).collect();
    assert_eq!(said, [("1.1.1", true), ("1.1.3", false)]);
}

/// 1.1.3 has points in May 2023 and January 2024.
#[test]
fn a_mark_of_a_meeting_is_told_with_what_was_before_and_no_other_marks() {
    let mut told = Told::new();
    told.mark("2023-05-20", "1.1.3", "2023-05-01", Status::AtRisk);
    told.open(ON);
    told.mark(ON, "1.1.3", "2023-05-01", Status::Done);
    told.finish(ON).open("2023-06-01");
    told.mark("2023-06-01", "1.1.3", "2024-01-01", Status::Done);
    let marks = |on: &str| {
        let said = told.workspace.minutes(day(on)).unwrap();
        let marks = said.items.into_iter().flat_map(|it| it.marks);
        marks
            .map(|it| (it.occurrence.first, it.before.is_some(), it.after))
            .collect::<Vec<_>>()
    };
    assert_eq!(marks(ON), [(day("2023-05-01"), true, Status::Done)]);
    assert_eq!(
        marks("2023-06-01"),
        [(day("2024-01-01"), false, Status::Done)]
    );
}

fn write(told: &mut Told, kind: EntryKind, text: &str) -> Id {
    let entry = Id(ulid::Ulid::from_parts(
        told.workspace.ledger().clock() + 900,
        7,
    ));
    let item = activity("1.1.1");
    let content = EntryContent::plain(kind, text.into());
    let write = Operation::WriteEntry {
        entry,
        item,
        content: content.into(),
    };
    told.say(Some(ON), ON, write);
    entry
}

#[test]
fn a_vote_between_decisions_stands_behind_the_one_before_it_and_the_last_behind_all() {
    let mut told = Told::new();
    told.open(ON);
    write(&mut told, EntryKind::Vote, "за 3");
    write(&mut told, EntryKind::Decision, "Первое");
    write(&mut told, EntryKind::Vote, "за 7, против 1, воздержались 2");
    write(&mut told, EntryKind::Heard, "за 5 дней");
    write(&mut told, EntryKind::Decision, "Второе");
    write(&mut told, EntryKind::Vote, "за 9");
    let votes = minutes(&told).items[0].votes.clone();
    let said: Vec<_> = votes
        .iter()
        .map(|it| (it.after.as_str(), it.in_favour, it.against, it.abstained))
        .collect();
    assert_eq!(
        said,
        [
            ("", Some(3), 0, 0),
            ("1.1", Some(7), 1, 2),
            ("", Some(9), 0, 0)
        ]
    );
}

#[test]
fn a_body_one_comes_from_is_told_in_the_genitive_where_it_is_certain() {
    let mut told = with_people();
    for (name, short) in [
        ("staff", "Отдел кадров"),
        ("recruiting", "Рекрутинг центр"),
        ("iro-asou", "ИРО АСОУ"),
    ] {
        let body = subject(name, SubjectKind::Organisation, short, None);
        let person = format!("of-{name}");
        let mut somebody = subject(&person, SubjectKind::Person, &person, None);
        somebody.organisation = Some(id(name));
        for subject in [body, somebody] {
            let subject = subject.into();
            told.say(None, ON, Operation::WriteSubject { subject });
        }
        came(&mut told, &person, Presence::Present);
        came(&mut told, name, deputy("Петров П.П."));
    }
    let attendance = minutes(&told).attendance;
    let everybody = [attendance.invited.as_slice(), &attendance.present].concat();
    for (name, from) in [
        ("Отдел кадров", Some("Отдела кадров")),
        ("of-staff", Some("Отдела кадров")),
        ("Рекрутинг центр", Some("")),
        ("of-recruiting", Some("")),
        // As it is: an abbreviation has no cases.
        ("ИРО АСОУ", None),
        ("of-iro-asou", None),
    ] {
        let found = among(&everybody, name).from.clone();
        assert_eq!(found.as_deref(), from, "{name}");
    }
}
