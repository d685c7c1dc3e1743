use std::path::PathBuf;

use ulid::Ulid;

use super::*;
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::operation::Operation;
use crate::store::file_system::FileSystem;
use crate::store::finding::Fault;
use crate::store::simulated::Fault as DiskFault;
use crate::store::simulated::{FaultScope, FaultTimes, SimulatedFileSystem, WhatFails};

pub(in crate::store) fn act(writer: &str, number: u64, size: u64) -> Vec<Record> {
    (0..size)
        .map(|index| Record {
            id: Id(Ulid::from_parts(number, u128::from(index + 1))),
            clock: number * 10 + index,
            at: Moment::new(
                chrono::DateTime::parse_from_rfc3339("2023-05-25T10:03:12+03:00").unwrap(),
            ),
            writer: WriterId(writer.into()),
            act: Id(Ulid::from_parts(number, 0)),
            day: Date::new(2023, 5, 25).unwrap(),
            meeting: None,
            op: Operation::ReopenMeeting {
                reason: format!("причина {number}.{index}").as_str().into(),
            },
        })
        .collect()
}

pub(super) fn directory() -> PathBuf {
    PathBuf::from("/journal")
}

fn disk_with(files: &[(&str, &[u8])]) -> SimulatedFileSystem {
    let disk = SimulatedFileSystem::new();
    disk.create_directory(&directory()).unwrap();
    for (name, bytes) in files {
        disk.place(&directory().join(name), bytes);
    }
    disk
}

fn names(findings: &[crate::store::finding::Finding]) -> Vec<(&'static str, usize)> {
    findings
        .iter()
        .map(|finding| (finding.fault.name(), finding.place.line))
        .collect()
}

#[test]
fn a_line_has_its_checksum_in_front() {
    let lines = String::from_utf8(encode(&act("a", 1, 2)).unwrap()).unwrap();
    for (line, place) in lines.lines().zip([" 1/2 (id:", " 2/2 (id:"]) {
        assert!(line.split_at(8).1.starts_with(place), "{line}");
    }
    let alone = encode(&act("a", 1, 1)).unwrap();
    assert_eq!(&alone[8..13], b" (id:");
    for line in lines.lines() {
        let (checksum, body) = line.split_at(8);
        assert_eq!(
            checksum,
            format!("{:08x}", crc32fast::hash(body.as_bytes()))
        );
    }
}

#[test]
fn names_of_files_say_whose_they_are() {
    let writer = |name| parse_file_name(name).map(|(WriterId(writer), part)| (writer, part));
    assert_eq!(writer("2023-05.pc1f.log"), Some(("pc1f".into(), 1)));
    assert_eq!(writer("2023-05.pc1f.2.log"), Some(("pc1f".into(), 2)));
    for other in [
        "2023-5.a.log",
        "2023-05.a.b.log",
        "2023-05.a.1.log",
        "2023-05..log",
        "2023-05.a.sync-conflict-20230525-100000-ABC.log",
        "2023-05.a.log.orig",
        "2023-05 (conflicted copy).log",
    ] {
        assert_eq!(writer(other), None, "{other}");
    }
    assert_eq!(file_name(&act("a", 1, 1)[0], 1), "2023-05.a.log");
}

#[test]
fn records_come_in_the_order_of_the_fold_whatever_the_files_are_called() {
    let one = [act("a", 3, 1), act("a", 5, 2)].concat();
    let two = [act("b", 1, 1), act("b", 4, 1)].concat();
    let text = |records: &[Record]| {
        records
            .chunk_by(|x, y| x.act == y.act)
            .flat_map(|act| encode(act).unwrap())
            .collect::<Vec<u8>>()
    };
    let disk = disk_with(&[
        ("2023-05.a.log", &text(&one)),
        ("2023-04.b.log", &text(&two)),
        // The same lines once more, as a copy brings them.
        ("2023-06.b.log", &text(&two)),
    ]);
    let journal = read_journal(&disk, &directory());
    let clocks: Vec<u64> = journal.records.iter().map(|record| record.clock).collect();
    assert_eq!(clocks, [10, 30, 40, 50, 51]);
    assert!(journal.findings.is_empty());
}

#[test]
fn one_id_with_two_contents_is_reported_and_the_choice_does_not_depend_on_file_names() {
    let first = act("a", 1, 1);
    let mut second = first.clone();
    second[0].clock = 99;
    let (one, two) = (encode(&first).unwrap(), encode(&second).unwrap());
    let read = |one: &[u8], two: &[u8]| {
        let disk = disk_with(&[("2023-05.a.log", one), ("2023-06.a.log", two)]);
        let journal = read_journal(&disk, &directory());
        assert_eq!(names(&journal.findings), [("contradiction", 1)]);
        journal.records
    };
    assert_eq!(read(&one, &two), read(&two, &one));
}

#[test]
fn a_damaged_line_is_left_out_and_the_others_count() {
    let acts: Vec<Vec<Record>> = (1..=3).map(|number| act("a", number, 1)).collect();
    let mut text: Vec<u8> = acts.iter().flat_map(|act| encode(act).unwrap()).collect();
    let second = encode(&acts[0]).unwrap().len();
    text[second + 40] ^= 1;
    let parsed = parse_file(&directory(), &text);
    let clocks: Vec<u64> = parsed.records.iter().map(|(_, r)| r.clock).collect();
    assert_eq!(clocks, [10, 30]);
    assert_eq!(names(&parsed.findings), [("checksum", 2)]);
    assert_eq!(parsed.whole, text.len() as u64);
}

#[test]
fn a_torn_act_does_not_count() {
    let whole = encode(&act("a", 1, 1)).unwrap();
    let act_of_three = encode(&act("a", 2, 3)).unwrap();
    for length in 1..act_of_three.len() {
        let text = [&whole[..], &act_of_three[..length]].concat();
        let parsed = parse_file(&directory(), &text);
        assert_eq!(parsed.records.len(), 1, "{length}");
        assert_eq!(parsed.whole, whole.len() as u64);
        assert_eq!(names(&parsed.findings), [("torn-tail", 2)]);
    }
}

#[test]
fn an_act_with_a_damaged_line_is_left_out_as_a_whole() {
    let act_of_three = encode(&act("a", 1, 3)).unwrap();
    let line = act_of_three.len() / 3;
    for (damaged, expected) in [
        (
            0,
            [
                ("checksum", 1),
                ("unfinished-act", 2),
                ("unfinished-act", 3),
            ],
        ),
        (
            1,
            [
                ("unfinished-act", 1),
                ("checksum", 2),
                ("unfinished-act", 3),
            ],
        ),
        (
            2,
            [
                ("unfinished-act", 1),
                ("unfinished-act", 2),
                ("checksum", 3),
            ],
        ),
    ] {
        let mut text = act_of_three.clone();
        text[damaged * line + 40] ^= 1;
        text.extend(encode(&act("a", 2, 1)).unwrap());
        let parsed = parse_file(&directory(), &text);
        assert_eq!(parsed.records.len(), 1);
        assert_eq!(names(&parsed.findings), expected);
    }
}

#[test]
fn what_a_newer_program_recorded_is_left_out_and_named() {
    let body = " (id:\"01H\",op:Новое)";
    let line = format!("{:08x}{body}\n", crc32fast::hash(body.as_bytes()));
    let parsed = parse_file(&directory(), line.as_bytes());
    assert!(parsed.records.is_empty());
    assert!(matches!(parsed.findings[0].fault, Fault::Record(_)));
}

#[test]
fn an_entry_of_a_kind_that_only_a_newer_program_writes_is_left_out_and_named() {
    let mut records = act("a", 1, 1);
    for record in &mut records {
        let content = EntryContent::plain(EntryKind::Vote, "единогласно".into());
        record.op = Operation::WriteEntry {
            entry: record.id,
            item: ItemKey::Topic(record.id),
            content: content.into(),
        };
    }
    let line = String::from_utf8(encode(&records).unwrap()).unwrap();
    let read = parse_file(&directory(), line.as_bytes()).records;
    let read: Vec<Record> = read.into_iter().map(|(_, record)| record).collect();
    assert_eq!(read, records);
    let (_, body) = line.trim_end().split_at(8);
    let body = body.replace("kind:Vote", "kind:Ballot");
    let line = format!("{:08x}{body}\n", crc32fast::hash(body.as_bytes()));
    let parsed = parse_file(&directory(), line.as_bytes());
    assert!(parsed.records.is_empty());
    assert!(
        matches!(parsed.findings[0].fault, Fault::Record(_)),
        "{line}"
    );
}

#[test]
fn after_a_failed_append_the_next_one_begins_at_a_clean_end() {
    let fault = |what, scope, times| DiskFault {
        at: 0,
        times,
        scope,
        what,
    };
    let full = io::ErrorKind::StorageFull;
    for fault in [
        fault(
            WhatFails::TornWrite(full),
            FaultScope::Writes,
            FaultTimes::Once,
        ),
        fault(
            WhatFails::TornWrite(full),
            FaultScope::Changing,
            FaultTimes::ForEver,
        ),
        fault(WhatFails::Error(full), FaultScope::Syncs, FaultTimes::Once),
        fault(
            WhatFails::Error(full),
            FaultScope::Syncs,
            FaultTimes::ForEver,
        ),
    ] {
        let disk = disk_with(&[]);
        let mut appender = Appender::default();
        let mut write = |number| appender.append(&disk, &directory(), &act("a", number, 2));
        write(1).unwrap();
        disk.set_fault(Some(fault));
        let error = write(2).unwrap_err();
        assert!(matches!(error, AppendError::Io { kind, .. } if kind == full));
        disk.set_fault(None);
        write(3).unwrap();
        let journal = read_journal(&disk, &directory());
        let clocks: Vec<u64> = journal.records.iter().map(|r| r.clock).collect();
        assert_eq!(clocks, [10, 11, 30, 31], "{fault:?}");
        assert!(journal.findings.is_empty());
    }
}

#[test]
fn an_end_that_cannot_be_cut_is_left_and_the_next_part_begun() {
    let disk = disk_with(&[]);
    let mut appender = Appender::default();
    appender
        .append(&disk, &directory(), &act("a", 1, 1))
        .unwrap();
    appender.close(&directory().join("2023-05.a.log"));
    appender
        .append(&disk, &directory(), &act("a", 2, 1))
        .unwrap();
    let files: Vec<String> = disk
        .files()
        .into_iter()
        .map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(files, ["2023-05.a.2.log", "2023-05.a.log"]);
    assert_eq!(read_journal(&disk, &directory()).records.len(), 2);
}

#[test]
fn a_file_changed_by_somebody_else_is_not_written() {
    let disk = disk_with(&[]);
    let mut appender = Appender::default();
    appender
        .append(&disk, &directory(), &act("a", 1, 1))
        .unwrap();
    disk.place(&directory().join("2023-05.a.log"), b"");
    let refused = appender.append(&disk, &directory(), &act("a", 2, 1));
    assert!(matches!(refused, Err(AppendError::ChangedOutside { .. })));
}

#[test]
fn of_a_month_no_more_is_read_before_an_act_than_the_act_before_it() {
    let disk = disk_with(&[]);
    let mut appender = Appender::default();
    let mut write = |number| appender.append(&disk, &directory(), &act("a", number, 1));
    for number in 1..100 {
        write(number).unwrap();
    }
    let before = encode(&act("a", 99, 1)).unwrap().len() as u64;
    disk.reset_count();
    write(100).unwrap();
    assert_eq!(disk.bytes_read(), before);
    assert_eq!(read_journal(&disk, &directory()).records.len(), 100);
}

#[test]
fn a_month_that_was_read_at_the_start_is_read_once_more_before_the_first_act_alone() {
    let disk = disk_with(&[("2023-05.a.log", &encode(&act("a", 1, 3)).unwrap())]);
    let journal = read_journal(&disk, &directory());
    let file = journal.files.first().unwrap();
    let mut appender = Appender::default();
    appender.know(&file.path, file.content);
    let mut number = 1;
    let mut bytes = || {
        disk.reset_count();
        number += 1;
        let written = appender.append(&disk, &directory(), &act("a", number, 1));
        let length = written.unwrap().unwrap().status.unwrap().length;
        (disk.bytes_read(), length)
    };
    assert_eq!(bytes().0, file.length);
    let (read, length) = bytes();
    assert!(read * 2 < length, "{read} of {length}");
}
