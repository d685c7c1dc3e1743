//! State directories of every size: the wording is the shipped plan's, the records are those of the
//! demonstration, as often as is wanted.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use planerka::domain::id::Id;
use planerka::domain::operation::Record;
use planerka::domain::plan::Plan;
use planerka::store::embedded;
use planerka::store::file_system::RealFileSystem;
use planerka::store::journal::{encode, read_journal};
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

/// The demonstration with its journal so many times, and how many records these are.
pub fn with_journal(times: usize) -> (Ground, usize) {
    let ground = Ground::new("2023-12-21");
    let demonstration = ground.home.path().join("demo");
    let made = Command::new(env!("CARGO_BIN_EXE_planerka"))
        .arg("demo")
        .arg(&demonstration)
        .env("HOME", ground.home.path())
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    copy(&demonstration, ground.directory.path());
    let journal = ground.directory.path().join("journal");
    let records = read_journal(&RealFileSystem::private(), &journal).records;
    for nth in 1..times {
        write_again(&journal, &records, nth);
    }
    (ground, records.len() * times)
}

/// The records again with ids of their own, month by month, as another writer would have them.
fn write_again(journal: &Path, records: &[Record], nth: usize) {
    let writer = format!("again{nth}");
    let text = serde_json::to_string(records).unwrap();
    let mut again: Vec<Record> = serde_json::from_str(&text).unwrap();
    for record in &mut again {
        record.writer.0.clone_from(&writer);
        for id in [&mut record.id, &mut record.act] {
            let Id(ulid) = *id;
            *id = Id(Ulid(ulid.0 ^ (nth as u128)));
        }
    }
    let mut act: Vec<Record> = Vec::new();
    let mut months: std::collections::BTreeMap<String, Vec<u8>> = std::collections::BTreeMap::new();
    for record in again {
        if act.last().is_some_and(|last| last.act != record.act) {
            write_act(&mut months, &act);
            act.clear();
        }
        act.push(record);
    }
    write_act(&mut months, &act);
    for (month, lines) in months {
        fs::write(journal.join(format!("{month}.{writer}.log")), lines).unwrap();
    }
}

fn write_act(months: &mut std::collections::BTreeMap<String, Vec<u8>>, act: &[Record]) {
    let Some(first) = act.first() else { return };
    let month = first.day.to_string().chars().take(7).collect();
    months
        .entry(month)
        .or_default()
        .extend(encode(act).unwrap());
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
