//! Two meetings over the embedded plan: positions and organisations only, every kind of decision,
//! every kind of absence.

use planerka::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use planerka::domain::calendar::Calendar;
use planerka::domain::control::Control;
use planerka::domain::date::Date;
use planerka::domain::document::Document;
use planerka::domain::edition::{Cell, Change};
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::event::EventChange;
use planerka::domain::id::Id;
use planerka::domain::mark::Status;
use planerka::domain::meeting::Presence;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::plan::Plan;
use planerka::domain::safe_text::SafeText;
use planerka::domain::settings::Settings;
use planerka::domain::subject::{SubjectId, Subjects};
use planerka::domain::workspace::Workspace;
use planerka::store::embedded;
use ulid::Ulid;

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn subject(id: &str) -> SubjectId {
    SubjectId(id.to_owned())
}

/// Writes records one after another.
pub struct Journal {
    pub records: Vec<Record>,
    next: u64,
}

impl Journal {
    pub fn new() -> Self {
        Self {
            records: Vec::new(),
            next: 1,
        }
    }

    /// Goes on behind what a workspace has on record.
    pub fn after(workspace: &Workspace) -> Self {
        Self {
            records: workspace.ledger().records().to_vec(),
            next: workspace.ledger().clock() + 1,
        }
    }

    pub fn id(&mut self) -> Id {
        self.next += 1;
        Id(Ulid::from_parts(self.next, u128::from(self.next)))
    }

    pub fn write(&mut self, meeting: Date, op: Operation) {
        let (id, act) = (self.id(), self.id());
        let at = chrono::DateTime::parse_from_rfc3339(&format!("{meeting}T10:00:00+03:00"));
        self.records.push(Record {
            id,
            clock: self.next,
            at: Moment::new(at.unwrap()),
            writer: WriterId("test".into()),
            act,
            day: meeting,
            meeting: Some(meeting),
            op,
        });
    }

    /// Ends a meeting as the program does: what is approved is put on record with it.
    pub fn finish(&mut self, base: &Workspace, meeting: Date, number: u32) {
        self.write(meeting, Operation::FinishMeeting { number });
        let end = self.records.pop().unwrap();
        let before = base.with_records(self.records.clone());
        let (papers, _) = before.approval(std::slice::from_ref(&end)).unwrap();
        let id = self.id();
        let approved = Record {
            id,
            clock: self.next,
            op: Operation::ApprovePapers {
                papers: papers.into(),
            },
            ..end.clone()
        };
        self.records.extend([end, approved]);
    }

    pub fn entry(&mut self, meeting: Date, item: ItemKey, content: EntryContent) -> Id {
        let entry = self.id();
        self.write(
            meeting,
            Operation::WriteEntry {
                entry,
                item,
                content: content.into(),
            },
        );
        entry
    }
}

pub fn text(kind: EntryKind, words: &str) -> EntryContent {
    EntryContent::plain(kind, SafeText::from(words))
}

pub fn assignment(words: &str, executors: &[&str], due: &str) -> EntryContent {
    EntryContent {
        executors: executors.iter().map(|id| subject(id)).collect(),
        due: Some(day(due)),
        ..text(EntryKind::Assignment, words)
    }
}

pub fn activity(id: &str) -> ItemKey {
    ItemKey::Activity(id.parse().unwrap())
}

fn mark(journal: &mut Journal, meeting: Date, workspace: &Workspace, id: &str, status: Status) {
    let activity = id.parse().unwrap();
    let standing = workspace.standing(activity, meeting).unwrap();
    journal.write(
        meeting,
        Operation::Mark {
            activity,
            occurrence: standing.occurrence.window.first,
            status,
            happened: None,
        },
    );
}

pub fn settings() -> Settings {
    let mut settings: Settings = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(embedded::SETTINGS)
        .unwrap();
    settings.place = SafeText::from("г. Мытищи");
    settings.secretary = Some(subject("regional-coordinator"));
    settings
}

pub fn empty(settings: Settings) -> Workspace {
    let subjects: Subjects = ron::from_str(embedded::SUBJECTS).unwrap();
    Workspace::new(
        vec![ron::from_str::<Plan>(embedded::PLAN).unwrap().into()],
        subjects,
        settings,
        Calendar::default(),
        Vec::new(),
    )
}

pub const FIRST: &str = "2023-05-25";
pub const SECOND: &str = "2023-06-01";

/// What was voted at the second meeting, and who differed.
pub const VOTE: &str = "«за» – 6, «против» – 1, «воздержались» – 0";
pub const OPINION: &str = "критерии нужны до начала учебного года, не раньше";

/// Both meetings, the second one on top of the first.
pub fn workspace() -> Workspace {
    with_settings(settings())
}

#[allow(
    clippy::too_many_lines,
    reason = "two meetings told from beginning to end"
)]
pub fn with_settings(settings: Settings) -> Workspace {
    let base = empty(settings);
    let (first, second) = (day(FIRST), day(SECOND));
    let mut journal = Journal::new();
    journal.write(
        first,
        Operation::OpenMeeting {
            agenda: base.propose_agenda(first).chosen,
        },
    );
    attendance(&mut journal, first);
    for (id, status) in [
        ("1.1.1", Status::InProgress { percent: Some(60) }),
        ("1.1.3", Status::AtRisk),
        ("1.1.4", Status::NotStarted),
    ] {
        mark(&mut journal, first, &base, id, status);
    }
    journal.entry(
        first,
        activity("1.1.1"),
        EntryContent {
            speaker: Some(subject("cnppm-asou")),
            ..text(
                EntryKind::Heard,
                "положение согласовано с двумя центрами из трёх",
            )
        },
    );
    journal.entry(
        first,
        activity("1.1.1"),
        text(EntryKind::Decision, "Информацию принять к сведению"),
    );
    let draft = journal.entry(
        first,
        activity("1.1.1"),
        assignment(
            "Представить проект Положения о функционировании РС НМС",
            &["cnppm-asou", "cnppm-ggtu", "cnppm-gsgu"],
            "2023-06-01",
        ),
    );
    let contracts = journal.entry(
        first,
        activity("1.1.3"),
        assignment(
            "Направить проекты соглашений о сотрудничестве муниципалитетам",
            &["iro-asou", "mms"],
            "2023-05-31",
        ),
    );
    journal.finish(&base, first, 1);

    let between = base.with_records(journal.records.clone());
    let mut agenda = between.propose_agenda(second).chosen;
    let topic = ItemKey::Topic(journal.id());
    let mut line = AgendaLine::new(topic, Section::Added, Reason::ByHand);
    line.title = Some(SafeText::from("О графике отпусков методистов"));
    line.speaker = Some(subject("asou-vice-rector-quality"));
    agenda.push(line);
    journal.write(second, Operation::OpenMeeting { agenda });
    attendance(&mut journal, second);
    for (id, status) in [
        ("1.1.1", Status::Done),
        (
            "1.1.3",
            Status::Postponed {
                to: day("2023-06-15"),
                reason: SafeText::from("ждём подписей муниципалитетов"),
            },
        ),
        ("1.1.4", Status::InProgress { percent: Some(40) }),
    ] {
        mark(&mut journal, second, &between, id, status);
    }
    for (assignment, control) in [
        (draft, Control::Reported),
        (draft, Control::Lifted),
        (
            contracts,
            Control::Extended {
                to: day("2023-06-15"),
                reason: SafeText::from("не получены подписи"),
            },
        ),
    ] {
        journal.write(
            second,
            Operation::SetControl {
                assignment,
                control,
                happened: None,
            },
        );
    }
    journal.entry(
        second,
        activity("1.1.4"),
        EntryContent {
            speaker: Some(subject("iro-asou")),
            ..text(EntryKind::Spoke, "просит ещё неделю на критерии")
        },
    );
    journal.entry(
        second,
        activity("1.1.4"),
        EntryContent {
            controller: Some(subject("regional-coordinator")),
            ..assignment(
                "Подготовить критерии эффективности",
                &["iro-asou"],
                "2023-06-08",
            )
        },
    );
    journal.entry(
        second,
        topic,
        text(EntryKind::Decision, "Согласовать график до конца недели"),
    );
    journal.entry(second, activity("1.1.4"), text(EntryKind::Vote, VOTE));
    journal.entry(
        second,
        activity("1.1.4"),
        EntryContent {
            speaker: Some(subject("cnppm-ggtu")),
            ..text(EntryKind::Opinion, OPINION)
        },
    );
    journal.entry(second, topic, text(EntryKind::Vote, "единогласно"));
    journal.entry(
        second,
        topic,
        text(EntryKind::Private, "Спросить про отпуск отдельно"),
    );
    journal.finish(&base, second, 2);
    base.with_records(journal.records)
}

fn attendance(journal: &mut Journal, meeting: Date) {
    for (id, presence) in [
        ("iro-asou", Presence::Present),
        ("cnppm-asou", Presence::Present),
        ("cnppm-ggtu", Presence::Remote),
        (
            "cnppm-gsgu",
            Presence::Deputy {
                name: SafeText::from("методист центра"),
            },
        ),
        ("asou-vice-rector-quality", Presence::Late),
        ("mms", Presence::LeftEarly),
        (
            "recruiting-asou",
            Presence::Excused {
                reason: SafeText::from("командировка"),
            },
        ),
        ("ocr-dopv", Presence::Absent),
        ("mo-mo", Presence::Present),
    ] {
        journal.write(
            meeting,
            Operation::SetAttendance {
                subject: subject(id),
                presence: Some(presence),
            },
        );
    }
}

/// The same with an edition of the plan that counts from 1 July, and the act that adopted it.
pub fn amended() -> (Workspace, Id) {
    let base = workspace();
    let mut journal = Journal::after(&base);
    let document = "plan".parse().unwrap();
    let from = day("2023-07-01");
    journal.write(
        day("2023-06-15"),
        Operation::AdoptEdition {
            document,
            from,
            basis: SafeText::from("приказ (пример) от 14.06.2023 № 1-п"),
            source: None,
        },
    );
    let act = journal.records.last().unwrap().act;
    for (cell, text) in [
        (Cell::Term, "Октябрь 2023 г."),
        (Cell::Result, "Методические рекомендации (пример)"),
    ] {
        let change = Change::Amend {
            key: "1.1.3".parse().unwrap(),
            cell,
            text: SafeText::from(text),
        };
        journal.write(
            day("2023-06-15"),
            Operation::AmendDocument {
                change: change.into(),
            },
        );
        journal.records.last_mut().unwrap().act = act;
    }
    for record in &mut journal.records {
        if record.act == act {
            record.meeting = None;
        }
    }
    (base.with_records(journal.records), act)
}

/// An event of a letter with quotas: one body has answered in full, one sends nobody, one is silent.
pub fn gathered() -> Workspace {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src/store/embedded/documents/2548.ron"
    );
    let letter: Document = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&std::fs::read_to_string(path).unwrap())
        .unwrap();
    let subjects: Subjects = ron::from_str(embedded::SUBJECTS).unwrap();
    let base = Workspace::new(
        vec![letter],
        subjects,
        settings(),
        Calendar::default(),
        Vec::new(),
    );
    let event = base.event("2548/p1".parse().unwrap()).unwrap();
    let mut journal = Journal::new();
    let answers: [&[&str]; 2] = [&["Примерова А.А., методист", "О'Пример Дж., эксперт"], &[]];
    for (invited, names) in event.invited.iter().rev().zip(answers) {
        journal.write(
            day("2023-03-17"),
            Operation::SetEvent {
                activity: event.activity,
                change: EventChange::Answer {
                    body: invited.body.clone(),
                    names: names.iter().map(|name| SafeText::from(*name)).collect(),
                },
            },
        );
    }
    for record in &mut journal.records {
        record.meeting = None;
    }
    base.with_records(journal.records)
}
