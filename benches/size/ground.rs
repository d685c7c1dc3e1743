//! State directories of every size: the wording is the shipped plan's, the records are those of the
//! demonstration, as often as is wanted.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use planerka::domain::date::{Date, Span};
use planerka::domain::demo;
use planerka::domain::id::Id;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::plan::Plan;
use planerka::store::embedded;
use planerka::store::file_system::RealFileSystem;
use planerka::store::journal::{encode, read_journal};
use planerka::store::process::holder;
use planerka::store::state_directory::{Options, StateDirectory, load_workspace};
use tempfile::TempDir;
use ulid::Ulid;

/// What a program is started on.
pub struct Ground {
    pub directory: TempDir,
    pub home: TempDir,
    pub today: &'static str,
}

impl Ground {
    fn new(today: &'static str) -> Self {
        let ground = Self {
            directory: tempfile::tempdir().unwrap(),
            home: tempfile::tempdir().unwrap(),
            today,
        };
        let settings =
            embedded::SETTINGS.replacen("format: 1,", "format: 1,\n    tour_seen: true,", 1);
        ground.place("settings.ron", &settings);
        ground.place("subjects.ron", embedded::SUBJECTS);
        ground
    }

    fn place(&self, name: &str, text: &str) {
        let path = self.directory.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The shipped plan, or as many activities with its wording.
pub fn with_plan(activities: usize) -> Ground {
    let ground = Ground::new("2023-05-25");
    let plan: Plan = ron::from_str(embedded::PLAN).unwrap();
    let of_one: usize = plan
        .directions
        .iter()
        .flat_map(|direction| &direction.measures)
        .map(|measure| measure.activities.len())
        .sum();
    if activities == of_one {
        ground.place("plan.ron", embedded::PLAN);
        return ground;
    }
    let mut text = String::from(
        "(\n    format: 1,\n    key: \"large\",\n    short: \"Большой план\",\n    requisites: (kind: \"План\", issuer: \"Пример\", number: \"1\"),\n    period: (first: \"2023-01-01\", last: \"2024-12-31\"),\n    point: \"Мероприятие\",\n    content: [\n",
    );
    let mut made = 0;
    for copy in 1.. {
        for measure in plan
            .directions
            .iter()
            .flat_map(|direction| &direction.measures)
        {
            if made >= activities {
                text.push_str("    ],\n)\n");
                ground.place("documents/large.ron", &text);
                return ground;
            }
            let number = format!("{copy}.{}", measure.number);
            writeln!(text, "        Heading(key: \"large/h{number}\", number: \"{number}\", title: {:?}, children: [", measure.title.as_str()).unwrap();
            for activity in &measure.activities {
                made += 1;
                let number = format!("{copy}.{}", activity.id);
                writeln!(
                    text,
                    "            Activity(key: \"large/{number}\", number: \"{number}\", title: {:?}, responsible_subject: {:?}, executors: {:?}, term: {:?}, result: {:?}),",
                    activity.title.as_str(),
                    activity.responsible_subject.as_str(),
                    activity.executors.as_str(),
                    activity.term.as_str(),
                    activity.result.as_str(),
                )
                .unwrap();
            }
            text.push_str("        ]),\n");
        }
    }
    ground
}

/// The demonstration: 31 meetings; and how many records these are.
pub fn with_first_year() -> (Ground, usize) {
    let ground = Ground::new("2024-01-11");
    let demonstration = ground.home.path().join("demo");
    let made = Command::new(env!("CARGO_BIN_EXE_planerka"))
        .arg("demo")
        .arg(&demonstration)
        .env("HOME", ground.home.path())
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    copy(&demonstration, ground.directory.path());
    let records = records(&ground).len();
    (ground, records)
}

/// Every Thursday of the plan's two years but the last, 83 meetings, with what was said at them so
/// many times; and how many records these are.
pub fn with_both_years(times: usize) -> (Ground, usize) {
    let (mut ground, _) = with_first_year();
    ground.today = "2024-12-26";
    go_on(ground.directory.path());
    let records = records(&ground);
    let journal = ground.directory.path().join("journal");
    let again: usize = (1..times)
        .map(|nth| write_again(&journal, &records, nth))
        .sum();
    (ground, records.len() + again)
}

fn records(ground: &Ground) -> Vec<Record> {
    let journal = ground.directory.path().join("journal");
    read_journal(&RealFileSystem::private(), &journal).records
}

/// Holds the meetings that are left but for the last one, which is held now, and writes their papers.
fn go_on(path: &Path) {
    let writer = WriterId("demo".into());
    let options = Options {
        writer: writer.clone(),
        read_only: false,
        holder: holder(String::new()),
        embedded: &[],
    };
    let file_system = Arc::new(RealFileSystem::private());
    let mut opened = StateDirectory::open(file_system, path, &options).unwrap();
    let mut workspace = load_workspace(&mut opened.directory, opened.records).unwrap();
    let last = *workspace.ledger().meetings().keys().next_back().unwrap();
    let end = Date::new(2024, 12, 25).unwrap();
    let span = Span::new(last.plus_days(1), end).unwrap();
    for act in demo::season(&workspace, span, demo::SEED, &writer) {
        opened.directory.append(&act).unwrap();
        workspace.apply(act);
    }
    assert!(workspace.ledger().meetings().len() >= 83);
    opened.directory.restore_approved(&workspace).unwrap();
}

/// What was said at the meetings once more, under names of its own, in further parts of the files.
/// Meetings are held once: only marks, entries and words on control are said again.
fn write_again(journal: &Path, records: &[Record], nth: usize) -> usize {
    let other = |id: &mut Id| {
        let Id(ulid) = *id;
        *id = Id(Ulid(ulid.0 ^ ((nth as u128) << 64)));
    };
    let mut months: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut written = 0;
    for record in records {
        let mut again = record.clone();
        other(&mut again.id);
        again.act = again.id;
        match &mut again.op {
            Operation::Mark { .. } => {}
            Operation::WriteEntry { entry, .. } => other(entry),
            Operation::SetControl { assignment, .. } => other(assignment),
            _ => continue,
        }
        let month: String = again.day.to_string().chars().take(7).collect();
        let name = format!("{month}.{}.{}.log", again.writer.0, nth + 1);
        let lines = encode(&[again]).unwrap();
        months.entry(name).or_default().extend(lines);
        written += 1;
    }
    for (name, lines) in months {
        fs::write(journal.join(name), lines).unwrap();
    }
    written
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
