//! For tests of rules: the real plan with a journal told act by act.

use ulid::Ulid;

use super::Workspace;
use crate::domain::agenda::{AgendaLine, ItemKey};
use crate::domain::calendar::Calendar;
use crate::domain::control::Control;
use crate::domain::date::{Date, Span};
use crate::domain::document::{Document, Node};
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::moment::Moment;
use crate::domain::operation::{Operation, Record, WriterId};
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::SubjectId;

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn activity(id: &str) -> ItemKey {
    ItemKey::Activity(id.parse().unwrap())
}

/// A file of the state directory that is shipped.
fn read(name: &str) -> String {
    let path = format!(
        "{}/src/store/embedded/{name}",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
    );
    std::fs::read_to_string(path).unwrap()
}

/// A workspace that is told what happens.
pub(super) struct Told {
    pub(super) workspace: Workspace,
    pub(super) writer: &'static str,
    clock: u64,
}

impl Told {
    pub(super) fn new() -> Self {
        Self::with(|_| ())
    }

    pub(super) fn with(change: impl FnOnce(&mut Settings)) -> Self {
        let mut settings: Settings = ron::from_str(&read("settings.ron")).unwrap();
        change(&mut settings);
        let workspace = Workspace::new(
            vec![ron::from_str::<Plan>(&read("plan.ron")).unwrap().into()],
            ron::from_str(&read("subjects.ron")).unwrap(),
            settings,
            Calendar::default(),
            Vec::new(),
        );
        Self {
            workspace,
            writer: "w",
            clock: 0,
        }
    }

    /// The plan with one that follows it: the same activities, but for one with quite other words.
    pub(super) fn with_successor() -> Self {
        let mut told = Self::new();
        let plan = Document::clone(told.workspace.documents().first().unwrap());
        let mut next = plan.clone();
        next.key = "plan-2025".parse().unwrap();
        next.short = "План на 2025–2026 гг.".into();
        next.period = Span::new(day("2025-01-01"), day("2026-12-31"));
        next.each_mut(&mut |node| {
            if let Node::Activity(it) = node
                && it.number.as_str() == "1.2.4"
            {
                it.title = "Издание сборника лучших практик".into();
                it.result = "Сборник".into();
            }
        });
        told.workspace = Workspace::new(
            vec![plan, next],
            ron::from_str(&read("subjects.ron")).unwrap(),
            told.workspace.settings().clone(),
            Calendar::default(),
            Vec::new(),
        );
        told
    }

    /// The orders and letters that are shipped, by their keys, without the plan.
    pub(super) fn on_documents(keys: &[&str]) -> Self {
        let documents = keys.iter().map(|key| {
            let path = format!(
                "{}/src/store/embedded/documents/{key}.ron",
                concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
            );
            ron::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
        });
        let mut told = Self::new();
        let workspace = Workspace::new(
            documents.collect(),
            ron::from_str(
                &std::fs::read_to_string(format!(
                    "{}/src/store/embedded/subjects.ron",
                    concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
                ))
                .unwrap(),
            )
            .unwrap(),
            Settings {
                meeting_activity: None,
                ..told.workspace.settings().clone()
            },
            Calendar::default(),
            Vec::new(),
        );
        told.workspace = workspace;
        told
    }

    /// Puts other documents in the place of those there are; nothing was said of them yet.
    pub(super) fn put(&mut self, documents: Vec<Document>) {
        self.workspace = Workspace::new(
            documents,
            ron::from_str(&read("subjects.ron")).unwrap(),
            self.workspace.settings().clone(),
            Calendar::default(),
            Vec::new(),
        );
    }

    fn next_id(&mut self) -> Id {
        self.clock += 1;
        Id(Ulid::from_parts(self.clock, 0))
    }

    /// Records an operation said at a meeting, or on a day between meetings.
    pub(super) fn say(&mut self, meeting: Option<&str>, on: &str, op: Operation) -> &mut Self {
        let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:00:00+03:00").unwrap();
        let (id, act) = (self.next_id(), self.next_id());
        self.workspace.apply([Record {
            id,
            clock: self.clock,
            at: Moment::new(at),
            writer: WriterId(self.writer.to_owned().into()),
            act,
            day: day(on),
            meeting: meeting.map(day),
            op,
        }]);
        self
    }

    /// Opens a meeting with the agenda it would be offered.
    pub(super) fn open(&mut self, on: &str) -> &mut Self {
        let agenda = self.workspace.propose_agenda(day(on)).chosen;
        self.say(Some(on), on, Operation::OpenMeeting { agenda })
    }

    pub(super) fn finish(&mut self, on: &str) -> &mut Self {
        let number = self.workspace.minutes_number(day(on));
        self.say(Some(on), on, Operation::FinishMeeting { number })
    }

    /// A mark of the occurrence that begins on a day.
    pub(super) fn mark(&mut self, on: &str, id: &str, first: &str, status: Status) -> &mut Self {
        let is_meeting = self.workspace.ledger().meeting(day(on)).is_some();
        self.say(
            Some(on).filter(|_| is_meeting),
            on,
            Operation::Mark {
                activity: id.parse().unwrap(),
                occurrence: day(first),
                status,
                happened: None,
            },
        )
    }

    /// An assignment given at a meeting, or between meetings.
    pub(super) fn assign(
        &mut self,
        meeting: Option<&str>,
        on: &str,
        item: ItemKey,
        due: &str,
    ) -> Id {
        let entry = self.next_id();
        let mut content = EntryContent::plain(EntryKind::Assignment, "Представить отчёт".into());
        content.due = Some(day(due));
        content.executors = vec![SubjectId("mms".to_owned())];
        self.write(meeting, on, entry, item, content);
        entry
    }

    pub(super) fn entry(&mut self, on: &str, item: ItemKey, kind: EntryKind) -> Id {
        let entry = self.next_id();
        let content = EntryContent::plain(kind, "слово".into());
        self.write(Some(on), on, entry, item, content);
        entry
    }

    fn write(
        &mut self,
        meeting: Option<&str>,
        on: &str,
        entry: Id,
        item: ItemKey,
        content: EntryContent,
    ) {
        self.say(
            meeting,
            on,
            Operation::WriteEntry {
                entry,
                item,
                content: content.into(),
            },
        );
    }

    pub(super) fn control(&mut self, on: &str, assignment: Id, control: Control) -> &mut Self {
        let is_meeting = self.workspace.ledger().meeting(day(on)).is_some();
        self.say(
            Some(on).filter(|_| is_meeting),
            on,
            Operation::SetControl {
                assignment,
                control,
                happened: None,
            },
        )
    }

    /// The line of an item among all there is a reason for on a day.
    pub(super) fn line(&self, on: &str, item: ItemKey) -> Option<AgendaLine> {
        let lines = self.workspace.agenda_candidates(day(on));
        lines.into_iter().find(|line| line.item == item)
    }
}

pub(super) fn postponed(to: &str) -> Status {
    Status::Postponed {
        to: day(to),
        reason: "ждут согласования".into(),
    }
}
