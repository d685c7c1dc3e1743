//! The state machine: keys, pastes, sizes, time, what others write into the directory, a disk that
//! fails, crashes, power cuts, in any order. Beside the program runs a small reference: the ids that
//! were shown as recorded, and a naive reading of undo and redo.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::mark::Status;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::store::embedded;
use planerka::store::file_system::FileSystem;
use planerka::store::journal::{encode, parse_file};
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, WhatFails};
use planerka::tui::model::{Access, Action, Model};
use proptest::prelude::*;
use proptest::sample::select;
use ulid::Ulid;

use crate::events::{Happening, happens, state};
use crate::harness::{Desk, STATE, Setting};
use crate::properties::{close_overlays, few, happening};

/// The journal file of the other machine.
const THEIRS: &str = "journal/2023-05.pc2.log";

/// Our own.
const OURS: &str = "journal/2023-05.pc1.log";

/// The order with one thing amended.
fn amended(how: usize) -> String {
    let text = embedded::PLAN;
    let own = text.find("id: \"1.1.2\"").unwrap();
    let begin = text[..own].rfind('(').unwrap();
    let end = own + text[own..].find("\n                        ),").unwrap() + 27;
    match how {
        0 => text.replacen("Май 2023 г.", "Июнь 2023 г.", 1),
        1 => format!(
            "{}(\n id: \"1.1.9\", title: \"Сессия руководителей\", responsible_subject: \"ИРО АСОУ\", executors: \"ИРО АСОУ\", term: \"Ноябрь 2023 г.\", result: \"Протокол\",\n),{}",
            &text[..begin],
            &text[begin..]
        ),
        2 => format!("{}{}", &text[..begin], &text[end..]),
        _ => text.to_owned(),
    }
}

/// Steps taken so far.
static STEPS: AtomicUsize = AtomicUsize::new(0);

/// One step of the machine.
#[derive(Clone, Debug)]
enum Step {
    /// Somebody at the keyboard.
    Happens(Happening),
    /// Two seconds go by.
    Tick,
    /// Undo, then redo: all is as before.
    ThereAndBack,
    /// A syncer brings an act of another machine, whose logical clock is this far from ours.
    TheyWrite(i64),
    /// Somebody edits the settings.
    TheyEdit,
    /// Somebody spoils the settings.
    TheySpoil,
    /// Somebody edits the document: a deadline, an activity more, one less, or as it was.
    TheyAmend(usize),
    /// What waits to be adopted is: every question answered with one key, a basis, a day.
    Adopts(bool),
    /// A syncer brings back our own journal as it was when this run began.
    TheyRollBack,
    /// Somebody takes our journal away, or brings it back: a stick is pulled out and put in.
    TheyTakeAway,
    /// From the n-th operation on the disk fails, once or for ever.
    Fails(u64, FaultTimes, FaultScope, WhatFails),
    /// The disk is well again.
    Recovers,
    /// Whoever only reads asks to write.
    TakesOver,
    /// kill -9, and the next start.
    Crash,
    /// The power goes.
    PowerCut,
    /// Leaves, and comes back.
    Leaves,
}

fn step() -> impl Strategy<Value = Step> {
    let what = select(vec![
        WhatFails::Error(ErrorKind::StorageFull),
        WhatFails::Error(ErrorKind::Other),
        WhatFails::TornWrite(ErrorKind::StorageFull),
        WhatFails::ShortWrite,
    ]);
    let times = select(vec![FaultTimes::Once, FaultTimes::ForEver]);
    let scope = select(vec![
        FaultScope::Changing,
        FaultScope::Writes,
        FaultScope::Syncs,
    ]);
    prop_oneof![
        20 => happening().prop_map(Step::Happens),
        4 => Just(Step::Tick),
        3 => Just(Step::ThereAndBack),
        2 => (-2..4_i64).prop_map(Step::TheyWrite),
        1 => Just(Step::TheyEdit),
        1 => Just(Step::TheySpoil),
        2 => (0..4_usize).prop_map(Step::TheyAmend),
        2 => any::<bool>().prop_map(Step::Adopts),
        1 => Just(Step::TheyRollBack),
        2 => Just(Step::TheyTakeAway),
        2 => (1..12_u64, times, scope, what).prop_map(|(at, times, scope, what)| {
            Step::Fails(at, times, scope, what)
        }),
        3 => Just(Step::Recovers),
        1 => Just(Step::TakesOver),
        2 => Just(Step::Crash),
        1 => Just(Step::PowerCut),
        1 => Just(Step::Leaves),
    ]
}

struct Machine {
    desk: Desk,
    /// Ids of records that were shown as recorded.
    acknowledged: BTreeSet<Id>,
    /// What the other machine has written.
    theirs: Vec<u8>,
    foreign: u64,
    edits: u32,
    fails: bool,
    /// How long our own file was when this run of the program began.
    begun_at: usize,
    /// Our journal file while somebody has it.
    away: Option<Vec<u8>>,
}

impl Machine {
    fn new() -> Self {
        let mut desk = Desk::with(Setting {
            damaged: true,
            ..Setting::default()
        });
        desk.press("Enter");
        let mut machine = Self {
            desk,
            acknowledged: BTreeSet::new(),
            theirs: Vec::new(),
            foreign: 0,
            edits: 0,
            fails: false,
            begun_at: 0,
            away: None,
        };
        machine.check();
        machine
    }

    fn model(&self) -> &Model {
        self.desk.model()
    }

    fn records(&self) -> &[Record] {
        self.model().workspace.ledger().records()
    }

    fn on_disk(&self) -> BTreeSet<Id> {
        let files = self.desk.files.files().into_iter();
        files
            .filter(|(path, _)| path.starts_with(Path::new(STATE).join("journal")))
            .flat_map(|(path, bytes)| parse_file(&path, &bytes).records)
            .map(|(_, record)| record.id)
            .collect()
    }

    fn take(&mut self, step: &Step) {
        if matches!(step, Step::Crash | Step::PowerCut | Step::Leaves) {
            self.they_bring_back();
        }
        match step {
            Step::Happens(happening) => happens(&mut self.desk, happening),
            Step::Tick => self.desk.tick(),
            Step::ThereAndBack => self.there_and_back(),
            Step::TheyWrite(ahead) => self.they_write(*ahead),
            Step::TheyEdit => {
                self.edits += 1;
                let duration = format!("duration: {},", 30 + self.edits % 60);
                let text = embedded::SETTINGS.replacen("duration: 60,", &duration, 1);
                self.desk.place("settings.ron", &text);
            }
            Step::TheySpoil => self.desk.place("settings.ron", "(format: 1, place"),
            Step::TheyAmend(how) => self.desk.place("plan.ron", &amended(*how)),
            Step::Adopts(is_same) => self.adopts(*is_same),
            Step::TheyRollBack => self.they_roll_back(),
            Step::TheyTakeAway if self.away.is_some() => self.they_bring_back(),
            Step::TheyTakeAway => self.they_take_away(),
            Step::Fails(at, times, scope, what) => {
                self.desk.files.reset_count();
                self.desk.files.set_fault(Some(Fault {
                    at: *at,
                    times: *times,
                    scope: *scope,
                    what: *what,
                }));
                self.fails = true;
            }
            Step::Recovers => self.recovers(),
            Step::TakesOver => self.desk.run(Action::TakeOver),
            Step::Crash => self.desk.crash(),
            Step::PowerCut => {
                self.desk.lose_power();
                self.fails = false;
            }
            Step::Leaves => {
                self.desk.leave();
                self.desk.crash();
            }
        }
        let is_leaving = self.desk.is_leaving();
        if is_leaving {
            self.they_bring_back();
            self.desk.leave();
            self.desk.crash();
        }
        if is_leaving || matches!(step, Step::Crash | Step::PowerCut | Step::Leaves) {
            self.begun_at = self.desk.bytes(OURS).map_or(0, |journal| journal.len());
        }
    }

    fn adopts(&mut self, is_same: bool) {
        // What was edited is seen first.
        self.desk.tick();
        close_overlays(&mut self.desk);
        if self.desk.is_leaving() || self.model().workspace.pending().len() != 1 {
            return;
        }
        let before = self.model().workspace.ledger().editions().len();
        self.desk.run(Action::Editions);
        // Without editions before, the one that waits is shown at once.
        if before > 0 {
            self.desk.run(Action::Accept);
        }
        for _ in 0..8 {
            self.desk.run(if is_same {
                Action::SameText
            } else {
                Action::OtherText
            });
        }
        self.desk.press("Enter «приказ» Enter Enter");
    }

    fn recovers(&mut self) {
        self.desk.files.set_fault(None);
        self.fails = false;
    }

    fn they_write(&mut self, ahead: i64) {
        let Some((activity, view)) = self.model().workspace.activities().next() else {
            return;
        };
        let (activity, occurrence) = (activity.key, view.occurrences[0].window.first);
        let clock = self.model().workspace.ledger().clock();
        self.foreign += 1;
        let like = self.records().first().cloned();
        let Some(like) = like else { return };
        let record = Record {
            id: Id(Ulid::from_parts(1_684_998_000_000 + self.foreign, 7)),
            act: Id(Ulid::from_parts(1_684_998_000_000 + self.foreign, 8)),
            clock: clock.saturating_add_signed(ahead).max(1),
            writer: WriterId("pc2".into()),
            day: "2023-05-25".parse::<Date>().unwrap(),
            meeting: None,
            op: Operation::Mark {
                activity,
                occurrence,
                status: Status::Done,
                happened: None,
            },
            ..like
        };
        self.theirs.extend(encode(&[record]).unwrap());
        let text = String::from_utf8(self.theirs.clone()).unwrap();
        self.desk.place(THEIRS, &text);
    }

    /// Only this process knows what was rolled back, so it has to see it before anything else.
    fn they_roll_back(&mut self) {
        let is_well = self.model().access == Access::ReadWrite && self.model().unrecorded.is_none();
        if self.fails || !is_well || self.away.is_some() {
            return;
        }
        // What an earlier run has written nobody could bring back: of that nothing is taken.
        if let Some(journal) = self.desk.bytes(OURS)
            && let Some(kept) = journal.get(..self.begun_at)
        {
            self.desk.files.place(&Path::new(STATE).join(OURS), kept);
            self.desk.tick();
        }
    }

    /// What this run began by itself it would write again; what is older must not be missed.
    fn they_take_away(&mut self) {
        let is_well = self.model().access == Access::ReadWrite && self.model().unrecorded.is_none();
        if self.fails || !is_well || self.begun_at == 0 {
            return;
        }
        self.away = self.desk.bytes(OURS);
        let ours = Path::new(STATE).join(OURS);
        self.desk.files.remove(&ours).unwrap();
        self.desk.tick();
    }

    /// Whoever took over what was left has begun the file anew: the stick brings the older lines
    /// back and takes none away.
    fn they_bring_back(&mut self) {
        if let Some(journal) = self.away.take() {
            let begun = self.desk.bytes(OURS).unwrap_or_default();
            let whole = [journal, begun].concat();
            self.desk.files.place(&Path::new(STATE).join(OURS), &whole);
            self.desk.tick();
        }
    }

    fn there_and_back(&mut self) {
        let writer = self.model().writer.clone();
        if self.model().access != Access::ReadWrite
            || self
                .model()
                .workspace
                .ledger()
                .undo_target(&writer)
                .is_none()
        {
            return;
        }
        close_overlays(&mut self.desk);
        if self.desk.is_leaving() {
            return;
        }
        let before = state(&self.desk);
        let acts = self.model().workspace.ledger().acts().len();
        self.desk.undo();
        self.desk.run(Action::Redo);
        let now = self.model().workspace.ledger().acts().len();
        assert_eq!(now, acts + 2, "{}", self.desk.notice());
        assert_eq!(state(&self.desk), before);
    }

    /// What has to hold after every step.
    fn check(&mut self) {
        let model = self.desk.model();
        let unrecorded: BTreeSet<Id> = model
            .unrecorded
            .iter()
            .flat_map(|unrecorded| unrecorded.acts.iter().copied())
            .collect();
        let records = model.workspace.ledger().records();
        let shown = records.iter().filter(|it| !unrecorded.contains(&it.act));
        // Who only reads cannot sync what an earlier run wrote and a failing disk did not take.
        if model.access == Access::ReadWrite {
            self.acknowledged.extend(shown.map(|record| record.id));
        }
        let mut disk = self.on_disk();
        if let Some(journal) = &self.away {
            let away = parse_file(Path::new(OURS), journal).records;
            disk.extend(away.into_iter().map(|(_, record)| record.id));
        }
        let lost: Vec<&Id> = self.acknowledged.difference(&disk).collect();
        assert!(
            lost.is_empty(),
            "shown as recorded and not on the disk: {lost:?}"
        );
        self.check_undo();
        let workspace = &self.model().workspace;
        for (activity, _) in workspace.ledger().all_marks() {
            // What an edition added and somebody took back is the one thing nobody knows.
            let is_first = embedded::PLAN.contains(&format!("id: \"{activity}\""));
            let is_known = workspace.activity_ever(activity).is_some();
            assert!(
                is_known || !is_first,
                "a mark of {activity} hangs on nothing"
            );
        }
        let frame = self.desk.frame();
        let size = self.model().size;
        if size.width >= 60 && size.height >= 15 {
            let banner = frame.lines().nth(1).unwrap_or_default();
            let says = banner.contains("НЕ ЗАПИСАНО:") || banner.contains("NOT RECORDED:");
            assert_eq!(says, !unrecorded.is_empty(), "{frame}");
        }
    }

    /// Undo and redo, read naively.
    fn check_undo(&self) {
        let records = self.records();
        let ledger = self.model().workspace.ledger();
        let mut targets: Vec<&Record> = Vec::new();
        for record in records {
            assert_eq!(
                ledger.is_retracted(record.act),
                !lives(records, record.act),
                "{}",
                record.act
            );
            if record.writer == self.model().writer
                && !record.op.is_retraction()
                && lives(records, record.act)
            {
                targets.push(record);
            }
        }
        let expected = targets.last().map(|record| record.act);
        assert_eq!(ledger.undo_target(&self.model().writer), expected);
    }

    /// The disk is well again: everything gets there.
    fn end(&mut self) {
        self.they_bring_back();
        self.recovers();
        self.desk.place("settings.ron", embedded::SETTINGS);
        self.desk.place("plan.ron", embedded::PLAN);
        self.desk.tick();
        // What lies over the screen has the keys.
        close_overlays(&mut self.desk);
        self.desk.run(Action::TakeOver);
        self.desk.tick();
        assert_eq!(self.model().access, Access::ReadWrite);
        assert_eq!(self.model().unrecorded, None);
        self.check();
        let shown: BTreeSet<Id> = self.records().iter().map(|record| record.id).collect();
        assert_eq!(shown, self.on_disk());
        let before = state(&self.desk);
        self.desk.crash();
        assert_eq!(state(&self.desk), before);
    }
}

/// Whether no living retraction takes the act back.
fn lives(records: &[Record], act: Id) -> bool {
    !records.iter().any(|record| {
        matches!(record.op, Operation::Retract { act: taken } if taken == act)
            && lives(records, record.act)
    })
}

/// What a failing disk neither took nor gave back is seen by the next run, which cannot write, and
/// is gone when the power goes.
#[test]
fn what_is_only_read_from_a_failing_disk_is_not_promised() {
    let full = WhatFails::Error(ErrorKind::StorageFull);
    let press = |keys| Step::Happens(Happening::Press(keys));
    let mut machine = Machine::new();
    for step in [
        press("j"),
        press("F4 Tab j d"),
        Step::Fails(6, FaultTimes::Once, FaultScope::Writes, full),
        press("c 3 «чт» Enter «нет данных» Enter"),
        Step::Fails(6, FaultTimes::ForEver, FaultScope::Changing, full),
        press("a"),
        Step::Crash,
        Step::PowerCut,
        press("a"),
        press("a"),
    ] {
        machine.take(&step);
        machine.check();
    }
    machine.end();
}

/// Editions adopted between crashes and power cuts: what was recorded of them is there.
#[test]
fn an_edition_that_was_adopted_outlives_a_crash_and_a_power_cut() {
    let mut machine = Machine::new();
    for (step, adopted) in [
        (Step::Happens(Happening::Press("d")), 0),
        (Step::TheyAmend(0), 0),
        (Step::Adopts(true), 1),
        (Step::Crash, 1),
        (Step::TheyAmend(2), 1),
        (Step::Adopts(false), 2),
        (Step::PowerCut, 2),
        (Step::ThereAndBack, 2),
    ] {
        machine.take(&step);
        machine.check();
        let editions = machine.model().workspace.ledger().editions().len();
        assert_eq!(
            editions,
            adopted,
            "after {step:?}: {}",
            machine.desk.notice()
        );
    }
    machine.end();
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn what_was_shown_as_recorded_is_on_the_disk_whatever_happens(
        steps in prop::collection::vec(step(), 10..60),
    ) {
        let mut machine = Machine::new();
        for step in &steps {
            machine.take(step);
            machine.check();
        }
        machine.end();
        // What `examples/proof.rs` reads.
        let taken = STEPS.fetch_add(steps.len(), Ordering::Relaxed) + steps.len();
        println!("proof: machine_steps {taken}");
    }
}
