//! However many threads read the journal: what comes of it is what the files say, one after another.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;

use super::super::tests::{act, directory};
use super::super::{encode, pack};
use super::*;
use crate::domain::id::Id;
use crate::domain::operation::{Operation, Record};
use crate::store::document::record_to_text;
use crate::store::simulated::SimulatedFileSystem;

/// An act of a file: its number, how many lines it has, and what it says of three things.
type Said = (u64, u64, u8);

fn lines(writer: &str, acts: &[Said]) -> Vec<u8> {
    let encoded = acts.iter().flat_map(|(number, size, says)| {
        let mut records = act(writer, *number, *size);
        for record in &mut records {
            record.op = Operation::ReopenMeeting {
                reason: format!("причина {says}").as_str().into(),
            };
        }
        encode(&records).unwrap()
    });
    encoded.collect()
}

/// What the files say, put together as simply as can be.
fn plainly(files: &[(PathBuf, Vec<u8>)]) -> Vec<Record> {
    let mut by_id: BTreeMap<Id, Record> = BTreeMap::new();
    for (path, bytes) in files {
        for (_, record) in parse_file(path, bytes).records {
            let text = |record: &Record| record_to_text(record).unwrap();
            let known = by_id.entry(record.id).or_insert_with(|| record.clone());
            if text(&record) < text(known) {
                *known = record;
            }
        }
    }
    let mut records: Vec<Record> = by_id.into_values().collect();
    records.sort_by_key(|record| (record.clock, record.id));
    let mut clock = 0;
    records.retain(|record| {
        let counts = record.clock - clock <= 1 << 32;
        if counts {
            clock = record.clock;
        }
        counts
    });
    records
}

fn a_said() -> impl Strategy<Value = Said> {
    let number = prop_oneof![20 => 1_u64..9, 1 => Just(1 << 40)];
    (number, 1_u64..4, 0_u8..3)
}

proptest! {
    #[test]
    fn several_threads_find_what_one_finds(
        files in prop::collection::vec(
            (
                (2_u32..5, prop::sample::select(vec!["a", "b"]), 1_u32..4, any::<bool>()),
                prop::collection::vec(a_said(), 0..6),
                prop::option::weighted(0.2, (any::<prop::sample::Index>(), any::<u8>())),
            ),
            0..9,
        ),
        threads in 2_usize..6,
    ) {
        let disk = SimulatedFileSystem::new();
        disk.create_directory(&directory()).unwrap();
        let mut beside = BTreeMap::new();
        let mut packed = BTreeMap::new();
        for ((month, writer, part, is_packed), acts, damage) in files {
            let name = match part {
                1 => format!("2023-0{month}.{writer}.log"),
                _ => format!("2023-0{month}.{writer}.{part}.log"),
            };
            let mut bytes = lines(writer, &acts);
            if let Some((place, other)) = damage
                && !bytes.is_empty()
            {
                let place = place.index(bytes.len());
                bytes[place] = other;
            }
            if is_packed { &mut packed } else { &mut beside }.insert(name, bytes);
        }
        for (name, bytes) in &beside {
            disk.place(&directory().join(name), bytes);
        }
        if !packed.is_empty() {
            let (name, bytes) = pack(2023, &packed).unwrap();
            disk.place(&directory().join(name), &bytes);
        }
        let alone = read_on(&disk, &directory(), usize::MAX, || 1);
        let together = read_on(&disk, &directory(), 0, || threads);
        prop_assert_eq!(&alone.records, &together.records);
        prop_assert_eq!(&alone.findings, &together.findings);
        prop_assert_eq!(&alone.files, &together.files);
        prop_assert_eq!(&alone.packs, &together.packs);
        let all: Vec<_> = beside
            .into_iter()
            .chain(packed)
            .map(|(name, bytes)| (Path::new(&name).to_owned(), bytes))
            .collect();
        prop_assert_eq!(plainly(&all), alone.records);
    }
}
