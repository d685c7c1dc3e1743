//! Two or three machines that hold meetings without knowing of each other, by random schedules, and
//! exchange what they recorded now and then. In the end all read the same, what stands against each
//! other is said once on each, and acts of any of them settle all of it.

use std::path::Path;

use planerka::domain::agenda::ItemKey;
use planerka::domain::calendar::Calendar;
use planerka::domain::control::Control;
use planerka::domain::date::Date;
use planerka::domain::edition::{Cell, Change};
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::id::Id;
use planerka::domain::meeting::MeetingState;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::plan::Plan;
use planerka::domain::settings::Settings;
use planerka::domain::subject::Subjects;
use planerka::domain::workspace::{News, Workspace};
use planerka::store::document::parse;
use ulid::Ulid;

use crate::samples::Random;

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub rounds: u64,
    pub of_three: u64,
    pub acts: u64,
    /// What stood against each other in the end.
    pub same_numbers: u64,
    pub held_twice: u64,
    pub reopened_twice: u64,
    pub control_apart: u64,
    pub amended: u64,
    pub violations: Vec<String>,
}

const MEETINGS: [&str; 3] = ["2023-05-25", "2023-06-01", "2023-06-08"];
/// The meeting at which the news are read.
const NEXT: &str = "2023-06-15";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

struct Machine {
    writer: &'static str,
    /// What its wall clock says: no order hangs on it.
    at: Moment,
    workspace: Workspace,
}

/// What all machines draw from: ids nobody else gives.
struct World {
    ids: u64,
    assignment: Id,
}

impl World {
    fn id(&mut self) -> Id {
        self.ids += 1;
        Id(Ulid::from_parts(self.ids, 0))
    }
}

fn empty() -> Workspace {
    let text = include_str!("../damaged/plan.whole.ron");
    let plan: Plan = parse(Path::new("plan.ron"), text).unwrap();
    let subjects = Subjects {
        format: Subjects::FORMAT,
        subjects: Vec::new(),
    };
    let settings = Settings {
        meeting_activity: None,
        ..Settings::default()
    };
    Workspace::new(
        vec![plan.into()],
        subjects,
        settings,
        Calendar::default(),
        Vec::new(),
    )
}

impl Machine {
    fn new(writer: &'static str, wall: &str) -> Self {
        let at = chrono::DateTime::parse_from_rfc3339(wall).unwrap();
        Self {
            writer,
            at: Moment::new(at),
            workspace: empty(),
        }
    }

    fn act(&mut self, world: &mut World, meeting: Option<Date>, on: Date, ops: Vec<Operation>) {
        let act = world.id();
        let clock = self.workspace.ledger().clock();
        let records: Vec<Record> = (1..)
            .zip(ops)
            .map(|(step, op)| Record {
                id: world.id(),
                clock: clock + step,
                at: self.at,
                writer: WriterId(self.writer.to_owned().into()),
                act,
                day: on,
                meeting,
                op,
            })
            .collect();
        self.workspace.apply(records);
    }

    fn finish(&mut self, world: &mut World, date: Date, number: u32) {
        let finish = Operation::FinishMeeting { number };
        self.act(world, Some(date), date, vec![finish]);
    }

    fn reopen_and_finish(&mut self, world: &mut World, date: Date, number: u32) {
        let reason = "решено".into();
        let ops = vec![
            Operation::ReopenMeeting { reason },
            Operation::FinishMeeting { number },
        ];
        self.act(world, Some(date), date, ops);
    }

    /// What a chair would do next, as far as this machine knows how things stand.
    fn go_on(&mut self, world: &mut World, random: &mut Random) {
        let date = day(MEETINGS[random.below(3) as usize]);
        let state = self.workspace.ledger().meeting(date).map(|it| &it.state);
        let number = self.workspace.minutes_number(date);
        match (random.below(4), state) {
            (0, _) => self.decide(world, random),
            (1, _) if random.below(4) == 0 => self.amend(world),
            (_, None) => {
                let open = Operation::OpenMeeting { agenda: Vec::new() };
                self.act(world, Some(date), date, vec![open]);
                self.finish(world, date, number);
            }
            (_, Some(MeetingState::Finished)) => {
                let reason = self.writer.into();
                let reopen = Operation::ReopenMeeting { reason };
                self.act(world, Some(date), date, vec![reopen]);
            }
            (_, Some(_)) => self.finish(world, date, number),
        }
    }

    fn decide(&mut self, world: &mut World, random: &mut Random) {
        let assignment = world.assignment;
        let on = day(NEXT).plus_days(-1);
        let view = self.workspace.assignment(assignment, on).unwrap();
        // The program gives no word on an assignment whose control has ended.
        if view.state.is_closed() {
            return;
        }
        let control = match random.below(3) {
            0 => Control::Lifted,
            1 => Control::Kept { until: day(NEXT) },
            _ => Control::Extended {
                to: day("2023-07-20"),
                reason: "ждут данных".into(),
            },
        };
        let on = day("2023-06-09").plus_days(i64::try_from(random.below(4)).unwrap());
        let said = Operation::SetControl {
            assignment,
            control,
            happened: None,
        };
        self.act(world, None, on, vec![said]);
    }

    fn amend(&mut self, world: &mut World) {
        let on = day("2023-06-09");
        let adopt = Operation::AdoptEdition {
            document: self.workspace.documents()[0].key,
            from: on,
            basis: self.writer.into(),
            source: None,
        };
        let change = Change::Amend {
            key: "1.1.1".parse().unwrap(),
            cell: Cell::Term,
            text: format!("Июль 2023 г., {}", self.writer).as_str().into(),
        };
        let ops = vec![
            adopt,
            Operation::AmendDocument {
                change: change.into(),
            },
        ];
        self.act(world, None, on, ops);
    }

    /// Takes in what another one has, in the order it comes.
    fn take(&mut self, other: &[Record]) {
        let known: Vec<Id> = self
            .workspace
            .ledger()
            .records()
            .iter()
            .map(|it| it.id)
            .collect();
        let new = other.iter().filter(|it| !known.contains(&it.id));
        let new: Vec<Record> = new.cloned().collect();
        self.workspace.apply(new);
    }

    fn records(&self) -> Vec<Record> {
        self.workspace.ledger().records().to_vec()
    }

    fn collisions(&self) -> Vec<News> {
        let all = self.workspace.since_last(day(NEXT)).into_iter();
        let news = all.map(|line| line.news);
        news.filter(News::is_collision).collect()
    }

    /// Does what the way out of a line does.
    fn settle(&mut self, world: &mut World, news: &News) {
        match news {
            News::SameNumber { date, .. } => {
                let number = self.workspace.next_free_number(*date);
                self.reopen_and_finish(world, *date, number);
            }
            News::HeldTwice { date } => {
                let number = self.workspace.minutes_number(*date);
                self.reopen_and_finish(world, *date, number);
            }
            News::ReopenedTwice { date, .. } => {
                let number = self.workspace.minutes_number(*date);
                self.finish(world, *date, number);
            }
            News::ControlApart { assignment, .. } => {
                let assignment = *assignment;
                let said = Operation::SetControl {
                    assignment,
                    control: Control::Lifted,
                    happened: None,
                };
                let ops = vec![said, Operation::SettleControl { assignment }];
                self.act(world, None, day("2023-06-14"), ops);
            }
            _ => {}
        }
    }
}

/// Lets machines work apart by random schedules.
pub fn explore(rounds: u64, seed: u64) -> Outcome {
    let mut outcome = Outcome::default();
    for round in 0..rounds {
        let mut random = Random::new(seed ^ (round << 16));
        if let Err(violation) = one(round, &mut random, &mut outcome) {
            let violation = format!("round {round}: {violation}");
            outcome.violations.push(violation);
        }
        outcome.rounds += 1;
    }
    outcome
}

fn one(round: u64, random: &mut Random, outcome: &mut Outcome) -> Result<(), String> {
    // One clock is right, one a year behind, one a day ahead.
    let mut machines = vec![
        Machine::new("pca", "2023-06-09T10:00:00+03:00"),
        Machine::new("pcb", "2022-06-09T10:00:00+03:00"),
    ];
    if round.is_multiple_of(3) {
        machines.push(Machine::new("pcc", "2023-06-10T10:00:00-11:00"));
        outcome.of_three += 1;
    }
    let mut world = World {
        ids: 0,
        assignment: Id(Ulid::from_parts(1, 1)),
    };
    begin(&mut machines, &mut world);
    for _step in 0..8 + random.below(8) {
        let here = random.below(machines.len() as u64) as usize;
        if random.below(5) == 0 {
            let there = random.below(machines.len() as u64) as usize;
            let records = machines[there].records();
            machines[here].take(&records);
        } else {
            machines[here].go_on(&mut world, random);
            outcome.acts += 1;
        }
    }
    exchange(&mut machines);
    let said = agree(&machines)?;
    count(&said, &machines[0], outcome);
    // Whoever it is settles it, a line after another, and the rest learns of it.
    for _line in 0..20 {
        let Some(first) = machines[0].collisions().first().cloned() else {
            break;
        };
        let here = random.below(machines.len() as u64) as usize;
        machines[here].settle(&mut world, &first);
        exchange(&mut machines);
        agree(&machines)?;
    }
    match agree(&machines)? {
        left if left.is_empty() => Ok(()),
        left => Err(format!("cannot be settled: {left:?}")),
    }
}

/// A meeting all know, with an assignment.
fn begin(machines: &mut [Machine], world: &mut World) {
    let date = day(MEETINGS[0]);
    let number = machines[0].workspace.minutes_number(date);
    let mut content = EntryContent::plain(EntryKind::Assignment, "Представить отчёт".into());
    content.due = Some(day("2023-06-20"));
    let ops = vec![
        Operation::OpenMeeting { agenda: Vec::new() },
        Operation::WriteEntry {
            entry: world.assignment,
            item: ItemKey::Topic(world.assignment),
            content: content.into(),
        },
    ];
    machines[0].act(world, Some(date), date, ops);
    machines[0].finish(world, date, number);
    let known = machines[0].records();
    for machine in machines {
        machine.take(&known);
    }
}

/// Everybody gets everything; each in another order.
fn exchange(machines: &mut [Machine]) {
    let all: Vec<Vec<Record>> = machines.iter().map(Machine::records).collect();
    for (turn, machine) in machines.iter_mut().enumerate() {
        for other in 0..all.len() {
            machine.take(&all[(turn + other) % all.len()]);
        }
    }
}

/// All read the same; what stands against each other is said once, and nothing of it is left out.
fn agree(machines: &[Machine]) -> Result<Vec<News>, String> {
    let first = &machines[0];
    let said = first.collisions();
    for other in &machines[1..] {
        if !first.workspace.says_the_same_as(&other.workspace) {
            return Err("they do not read the same".to_owned());
        }
        if first.workspace.since_last(day(NEXT)) != other.workspace.since_last(day(NEXT)) {
            return Err("they do not say the same".to_owned());
        }
    }
    for (place, one) in said.iter().enumerate() {
        if said[..place].contains(one) {
            return Err(format!("said twice: {one:?}"));
        }
    }
    let ledger = first.workspace.ledger();
    let finishes = ledger
        .records()
        .iter()
        .filter(|it| matches!(it.op, Operation::FinishMeeting { .. }));
    let versions: usize = ledger.meetings().values().map(|it| it.versions.len()).sum();
    if finishes.count() != versions {
        return Err("an approved version is gone".to_owned());
    }
    let mut numbers: Vec<u32> = ledger
        .meetings()
        .values()
        .filter(|it| it.state == MeetingState::Finished)
        .filter_map(|it| it.number)
        .collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    let twice = said
        .iter()
        .filter(|it| matches!(it, News::SameNumber { .. }));
    if twice.count() != all - numbers.len() {
        return Err(format!("numbers given twice are not said: {said:?}"));
    }
    Ok(said)
}

fn count(said: &[News], machine: &Machine, outcome: &mut Outcome) {
    for news in said {
        match news {
            News::SameNumber { .. } => outcome.same_numbers += 1,
            News::HeldTwice { .. } => outcome.held_twice += 1,
            News::ReopenedTwice { .. } => outcome.reopened_twice += 1,
            News::ControlApart { .. } => outcome.control_apart += 1,
            _ => {}
        }
    }
    let all = machine.workspace.since_last(day(NEXT));
    let amended = all
        .iter()
        .filter(|it| matches!(it.news, News::Amended { .. }));
    outcome.amended += amended.count() as u64;
}

#[test]
fn what_machines_did_apart_is_read_alike_said_once_and_settled_by_acts() {
    let outcome = explore(60, 503);
    println!("{outcome:?}");
    crate::oracle::none(&outcome.violations);
    assert!(outcome.same_numbers > 2 && outcome.held_twice > 2);
    assert!(outcome.reopened_twice > 2 && outcome.control_apart > 2 && outcome.amended > 2);
}
