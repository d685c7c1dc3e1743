//! Packed years: read like the files they were made of, whatever happens to them or beside them.

use std::path::{Path, PathBuf};

use planerka::store::backup::{OnExisting, backup, read_archive, restore};
use planerka::store::check::check;
use planerka::store::file_system::FileSystem;
use planerka::store::finding::Fault;
use planerka::store::journal::{encode, parse_file, year_of};
use planerka::store::mend::{Mended, Orders, Whose, mend};
use planerka::store::simulated::SimulatedFileSystem;
use planerka::store::state_directory::{Access, PackError, StateDirectory, StoreError};

use crate::samples::{Random, act, act_of, number_of, options};
use crate::suite::{Place, acts, on_both};

const YEAR: i32 = 2023;

/// The names in the journal.
fn names(place: &Place) -> Vec<String> {
    let listed = place.file_system.list(&place.path.join("journal")).unwrap();
    listed.into_iter().map(|entry| entry.name).collect()
}

/// The only packed year.
fn packed(place: &Place) -> String {
    let mut packed = names(place);
    packed.retain(|name| year_of(name).is_some());
    assert_eq!(packed.len(), 1, "{packed:?}");
    packed.remove(0)
}

/// A directory with acts 1 to 4 of us, 5 of another writer, and 6 that says all that is packed.
fn fill_and_pack(place: &Place) -> String {
    let mut directory = place.open().directory;
    for number in 1..=4 {
        directory.append(&act(number)).unwrap();
    }
    place.put(
        "journal/2023-05.pc2.log",
        &encode(&act_of("pc2", 5)).unwrap(),
    );
    let done = directory.pack_year(YEAR, &act(6)).unwrap();
    assert_eq!((done.files, done.acts), (3, 5));
    packed(place)
}

#[test]
fn a_packed_year_is_one_file_of_plain_lines_and_reads_as_before() {
    on_both(|place| {
        let name = fill_and_pack(place);
        // What was recorded of the year after it was read stays beside.
        assert_eq!(names(place), ["2023-06.pc1.log", name.as_str()]);
        let opened = place.open();
        assert_eq!(acts(&opened.records), [1, 2, 3, 4, 5, 6]);
        assert!(opened.findings.is_empty(), "{:?}", opened.findings);
        assert_eq!(*opened.directory.access(), Access::ReadWrite);
        let mut found = check(place.file_system.as_ref(), &place.path, &[]);
        found.retain(|it| it.place.path.starts_with(place.path.join("journal")));
        assert_eq!(found, []);
        let bytes = place.read(&format!("journal/{name}"));
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut inside = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut text).unwrap();
            assert!(parse_file(Path::new(&name), &text).findings.is_empty());
            inside.push(name);
        }
        let expected = ["2023-05.pc1.log", "2023-05.pc2.log", "2023-06.pc1.log"];
        assert_eq!(inside, expected);
    });
}

#[test]
fn what_is_recorded_in_a_packed_year_stands_beside_it_and_goes_in_the_next_time() {
    on_both(|place| {
        fill_and_pack(place);
        let mut directory = place.open().directory;
        directory.append(&act(7)).unwrap();
        assert_eq!(acts(&directory.reload().records), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(names(place).len(), 3);
        let done = directory.pack_year(YEAR, &act(9)).unwrap();
        assert_eq!((done.files, done.acts), (3, 7));
        packed(place);
        drop(directory);
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4, 5, 6, 7, 9]);
    });
}

/// A syncer took an old copy of our file for the newer one, and the year was packed before anybody
/// looked: what went with the old copy was in no file and in no archive.
#[test]
fn what_a_syncer_rolled_back_is_written_again_before_a_year_is_packed_or_unpacked() {
    on_both(|place| {
        let roll_back = |old: &[(PathBuf, Vec<u8>)]| {
            for (path, bytes) in old {
                place.file_system.remove(path).unwrap();
                let name = path.file_name().unwrap().to_str().unwrap();
                place.put(&format!("journal/{name}"), bytes);
            }
        };
        let journal = || {
            let listed = place.file_system.list(&place.path.join("journal")).unwrap();
            let files = listed.into_iter().filter(|it| year_of(&it.name).is_none());
            files
                .map(|it| {
                    let bytes = place.file_system.read(&it.path, 1 << 20).unwrap();
                    (it.path, bytes)
                })
                .collect::<Vec<_>>()
        };
        let mut directory = place.open().directory;
        for number in 1..=2 {
            directory.append(&act(number)).unwrap();
        }
        let old = journal();
        for number in 3..=6 {
            directory.append(&act(number)).unwrap();
        }
        roll_back(&old);
        directory.pack_year(YEAR, &act(7)).unwrap();
        assert_eq!(acts(&directory.reload().records), [1, 2, 3, 4, 5, 6, 7]);
        let old = journal();
        for number in 8..=11 {
            directory.append(&act(number)).unwrap();
        }
        roll_back(&old);
        directory.unpack_year(YEAR).unwrap();
        let wanted: Vec<u64> = (1..=11).collect();
        assert_eq!(acts(&directory.reload().records), wanted);
        drop(directory);
        assert_eq!(acts(&place.open().records), wanted);
    });
}

#[test]
fn an_unpacked_year_has_its_files_back_as_they_were() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        directory.append(&act(2)).unwrap();
        let before = place.read("journal/2023-05.pc1.log");
        directory.pack_year(YEAR, &act(3)).unwrap();
        assert_eq!(names(place).len(), 2);
        directory.unpack_year(YEAR).unwrap();
        assert_eq!(names(place), ["2023-05.pc1.log", "2023-06.pc1.log"]);
        assert_eq!(place.read("journal/2023-05.pc1.log"), before);
        // They are our own again, and go on.
        directory.append(&act(4)).unwrap();
        assert_eq!(names(place).len(), 2);
        let again = directory.unpack_year(YEAR);
        assert_eq!(again, Err(PackError::Nothing { year: YEAR }));
        drop(directory);
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4]);
    });
}

#[test]
fn a_year_with_something_that_does_not_count_is_not_packed() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        let torn = &encode(&act_of("pc2", 2)).unwrap()[..40];
        place.put("journal/2023-05.pc2.log", torn);
        let refused = directory.pack_year(YEAR, &act(3)).unwrap_err();
        let PackError::NotWhole(finding) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(finding.fault.name(), "torn-tail");
        assert_eq!(names(place), ["2023-05.pc1.log", "2023-05.pc2.log"]);
        assert_eq!(place.read("journal/2023-05.pc2.log"), torn);
        let nothing = directory.pack_year(2022, &act(3));
        assert_eq!(nothing, Err(PackError::Nothing { year: 2022 }));
        assert_eq!(acts(&directory.reload().records), [1]);
    });
}

/// A program that follows, and one that goes on writing on another machine, find what they have read
/// in the archive that took its place: nothing is gone.
#[test]
fn files_that_went_into_a_packed_year_are_not_gone_for_who_has_read_them() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        directory.append(&act(2)).unwrap();
        drop(directory);
        let mut there = place.open().directory;
        there.append(&act(4)).unwrap();
        // A syncer brings what another machine has made of the files it knew.
        let bytes = place.read("journal/2023-05.pc1.log");
        let elsewhere = other_machine(&bytes);
        place.put(&format!("journal/{}", elsewhere.0), &elsewhere.1);
        let path = place.path.join("journal/2023-05.pc1.log");
        place.file_system.remove(&path).unwrap();
        assert!(there.changed());
        assert_eq!(acts(&there.reload().records), [1, 2, 4]);
        assert_eq!(there.gone(), None);
        there.append(&act(5)).unwrap();
        assert_eq!(acts(&there.reload().records), [1, 2, 4, 5]);
        // The archive alone can be gone, too.
        let pack = place.path.join("journal").join(&elsewhere.0);
        place.file_system.remove(&pack).unwrap();
        assert!(there.changed());
        there.reload();
        assert!(there.gone().is_some());
        let refused = there.append(&act(7));
        assert!(matches!(refused, Err(StoreError::Append(_))), "{refused:?}");
    });
}

/// The name and the bytes of a packed year that another machine makes of a journal file.
fn other_machine(file: &[u8]) -> (String, Vec<u8>) {
    let disk = SimulatedFileSystem::new();
    disk.place(Path::new("/state/journal/2023-05.pc1.log"), file);
    let disk: std::sync::Arc<dyn FileSystem> = std::sync::Arc::new(disk);
    let place = Place {
        file_system: disk,
        path: PathBuf::from("/state"),
        _keep: None,
    };
    let opened = StateDirectory::open(
        std::sync::Arc::clone(&place.file_system),
        &place.path,
        &options("pc2"),
    );
    let mut directory = opened.unwrap().directory;
    directory.pack_year(YEAR, &act_of("pc2", 3)).unwrap();
    let name = packed(&place);
    let bytes = place.read(&format!("journal/{name}"));
    (name, bytes)
}

#[test]
fn two_machines_that_pack_the_same_make_the_same_file() {
    let file = [encode(&act(1)).unwrap(), encode(&act(2)).unwrap()].concat();
    assert_eq!(other_machine(&file), other_machine(&file));
    let shorter = encode(&act(1)).unwrap();
    assert_ne!(other_machine(&file).0, other_machine(&shorter).0);
}

#[test]
fn a_backup_holds_a_packed_year_and_brings_it_back() {
    on_both(|place| {
        let name = fill_and_pack(place);
        let disk = place.file_system.as_ref();
        let archive = place.path.with_file_name("copy.zip");
        backup(disk, &place.path, &archive).unwrap();
        let pack = place.path.join("journal").join(&name);
        disk.remove(&pack).unwrap();
        let archive = read_archive(disk, &archive).unwrap();
        let holder = options("pc1").holder;
        restore(disk, &archive, &place.path, &holder, OnExisting::Refuse).unwrap();
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4, 5, 6]);
    });
}

#[test]
fn what_a_damaged_packed_year_lacks_comes_back_from_a_backup_and_nothing_is_replaced() {
    on_both(|place| {
        let name = format!("journal/{}", fill_and_pack(place));
        let disk = place.file_system.as_ref();
        let archive = place.path.with_file_name("copy.zip");
        backup(disk, &place.path, &archive).unwrap();
        let bytes = place.read(&name);
        place.put(&name, &bytes[..bytes.len() / 2]);
        place.open().directory.append(&act(8)).unwrap();
        let found = acts(&place.open().records);
        assert!(found.len() < 7 && found.contains(&8), "{found:?}");
        let archive = read_archive(disk, &archive).unwrap();
        let holder = options("pc1").holder;
        let restored = restore(disk, &archive, &place.path, &holder, OnExisting::Add).unwrap();
        assert!(restored.acts > 0 && restored.left.is_empty());
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4, 5, 6, 8]);
    });
}

#[test]
fn a_damaged_packed_year_is_mended_into_files_of_what_is_whole_and_kept() {
    on_both(|place| {
        let name = fill_and_pack(place);
        let inside = format!("journal/{name}");
        let bytes = place.read(&inside);
        let damaged = &bytes[..bytes.len() * 2 / 3];
        place.put(&inside, damaged);
        let before = acts(&place.open().records);
        let all = Orders {
            tails: Whose::All,
            lines: Some(Whose::All),
            ..crate::rescue::orders()
        };
        let disk = place.file_system.as_ref();
        let mending = mend(disk, &place.path, &all, &[]).unwrap();
        assert!(
            matches!(mending.done.last(), Some(Mended::TakenOver { .. })),
            "{:?}",
            mending.done
        );
        assert_eq!(place.read(&format!("quarantine/{name}.1")), damaged);
        let opened = place.open();
        assert_eq!(acts(&opened.records), before);
        assert_eq!(opened.findings, []);
        let mut directory = opened.directory;
        directory.pack_year(YEAR, &act(9)).unwrap();
        drop(directory);
        assert_eq!(acts(&place.open().records), [before, vec![9]].concat());
    });
}

/// The bytes of a packed year and the numbers of what is in it.
fn sample() -> (String, Vec<u8>, Vec<u64>) {
    let acts: Vec<u64> = (1..=8).filter(|number| number % 3 != 0).collect();
    let lines: Vec<u8> = acts
        .iter()
        .flat_map(|number| encode(&act(*number)).unwrap())
        .collect();
    let (name, bytes) = other_machine(&lines);
    (name, bytes, acts)
}

fn read_alone(name: &str, bytes: &[u8]) -> (Vec<u64>, Vec<Fault>) {
    let disk = SimulatedFileSystem::new();
    disk.place(&Path::new("/journal").join(name), bytes);
    let journal = planerka::store::journal::read_journal(&disk, Path::new("/journal"));
    let mut numbers: Vec<u64> = journal.records.iter().map(number_of).collect();
    numbers.dedup();
    let faults = journal.findings.into_iter().map(|it| it.fault);
    (numbers, faults.collect())
}

/// Whatever bit turns: either it means nothing, or it is said; and no record is ever another one.
#[test]
fn no_turned_bit_in_a_packed_year_goes_unnoticed_and_what_is_whole_counts() {
    let (name, bytes, all) = sample();
    assert_eq!(read_alone(&name, &bytes), (all.clone(), Vec::new()));
    let mut random = Random::new(503);
    let (mut said, mut kept) = (0, 0);
    for _ in 0..4_000 {
        let bit = random.below(bytes.len() as u64 * 8) as usize;
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let (found, faults) = read_alone(&name, &damaged);
        if faults.is_empty() {
            assert_eq!(found, all, "bit {bit}");
        } else {
            said += 1;
            kept += found.len();
        }
        assert!(found.iter().all(|number| all.contains(number)));
    }
    assert!(said > 3_000 && kept > said, "{said} said, {kept} kept");
    for length in (0..bytes.len()).step_by(7) {
        let (_, faults) = read_alone(&name, &bytes[..length]);
        assert!(
            faults.contains(&Fault::DamagedPack { year: YEAR }),
            "cut at {length}"
        );
    }
}

/// Archives nobody of ours made: none leads out, none is more than it says, each is refused or
/// read for what it is within bounds of time and memory.
#[test]
fn a_packed_year_from_a_stranger_is_read_within_bounds_or_said_to_be_damaged() {
    use std::io::Write as _;
    let lines = encode(&act(1)).unwrap();
    let made = |files: &[(&str, &[u8])]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated);
        for (name, content) in files {
            writer.start_file(*name, options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    let name = "2023.0123456789abcdef.zip";
    let damaged = [Fault::DamagedPack { year: YEAR }];
    // Packed anew by hand: no seal, but whole.
    let (found, faults) = read_alone(name, &made(&[("2023-05.pc1.log", &lines)]));
    assert_eq!((found, faults.as_slice()), (vec![1], &[][..]));
    let bomb = vec![b'0'; (256 << 20) + 1];
    for (files, wanted) in [
        (vec![("../2023-05.pc1.log", lines.as_slice())], vec![]),
        (vec![("/2023-05.pc1.log", &lines)], vec![]),
        (vec![("a/2023-05.pc1.log", &lines)], vec![]),
        (vec![("2022-05.pc1.log", &lines)], vec![]),
        (vec![("notes.txt", b"PK")], vec![]),
        (
            vec![("2023-05.pc1.log", &lines), ("x.zip", &lines)],
            vec![1],
        ),
        (vec![("2023-05.pc1.log", &bomb)], vec![]),
    ] {
        let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        let begun = std::time::Instant::now();
        let (found, faults) = read_alone(name, &made(&files));
        assert_eq!(
            (found, faults.as_slice()),
            (wanted, &damaged[..]),
            "{names:?}"
        );
        assert!(begun.elapsed().as_secs() < 60, "{names:?}");
    }
    for nothing in [&b""[..], b"PK\x03\x04", b"PK\x05\x06", &[0; 4096]] {
        let (found, faults) = read_alone(name, nothing);
        assert_eq!((found, faults.as_slice()), (vec![], &damaged[..]));
    }
    // Of another name or in another place it is none.
    let (found, _) = read_alone("2023.zip", &made(&[("2023-05.pc1.log", &lines)]));
    assert_eq!(found, [] as [u64; 0]);
}

#[test]
fn an_unreadable_packed_year_keeps_the_program_from_writing_below_it() {
    let place = Place {
        file_system: std::sync::Arc::new(SimulatedFileSystem::new()),
        path: PathBuf::from("/state"),
        _keep: None,
    };
    drop(place.open());
    let path = "/state/journal/2023.0123456789abcdef.zip";
    place.file_system.create_directory(Path::new(path)).unwrap();
    let opened = place.open();
    assert!(matches!(opened.directory.access(), Access::ReadOnly(_)));
    let found = opened.findings.iter().map(|it| it.fault.name());
    assert_eq!(found.collect::<Vec<_>>(), ["unreadable"]);
}

/// What an earlier program told git is brought up to date; what people have added to it stays.
#[test]
fn git_is_told_of_packed_years_also_in_a_directory_an_earlier_program_made() {
    on_both(|place| {
        drop(place.open());
        let new = place.read(".gitattributes");
        let text = String::from_utf8(new.clone()).unwrap();
        let former = text.replace("/journal/*.zip -text -diff -merge\n", "");
        assert_ne!(former, text);
        place.put(".gitattributes", former.as_bytes());
        drop(place.open());
        assert_eq!(place.read(".gitattributes"), new);
        let own = format!("{former}*.docx binary\n");
        place.put(".gitattributes", own.as_bytes());
        drop(place.open());
        assert_eq!(place.read(".gitattributes"), own.as_bytes());
    });
}
