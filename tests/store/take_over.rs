//! Acts that stand only in a copy: of a syncer, or in a backup. They are added, what is damaged is
//! set aside, and nothing is lost on the way.

use std::path::Path;

use planerka::store::backup::{OnExisting, backup, read_archive, restore};
use planerka::store::file_system::FileSystem;
use planerka::store::finding::Severity;
use planerka::store::journal::{encode, read_journal};
use planerka::store::mend::{Documents, Mended, Orders, Whose, mend};
use planerka::store::simulated::SimulatedFileSystem;

use crate::rescue::{EXAMINE, cut_everywhere, orders};
use crate::samples::{EMBEDDED, WRITER, act, number_of, options};
use crate::suite::on_both;

const OURS: &str = "journal/2023-05.pc1.log";
const COPY: &str = "journal/2023-05.pc1.sync-conflict-20230601-101112-ABCDEFG.log";

fn lines(numbers: &[u64]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| encode(&act(*number)).unwrap())
        .collect()
}

/// The acts that count, by number.
fn acts_in(disk: &dyn FileSystem, state: &Path) -> Vec<u64> {
    let mut numbers: Vec<u64> = read_journal(disk, &state.join("journal"))
        .records
        .iter()
        .map(number_of)
        .collect();
    numbers.dedup();
    numbers
}

/// The journal files beside the first one, by name.
fn parts_in(disk: &dyn FileSystem, state: &Path) -> Vec<String> {
    let listed = disk.list(&state.join("journal")).unwrap();
    let names = listed
        .into_iter()
        .map(|entry| format!("journal/{}", entry.name));
    names.filter(|name| name != OURS && name != COPY).collect()
}

/// A file of acts with a letter of the n-th line changed.
fn with_damage(numbers: &[u64], line: usize) -> Vec<u8> {
    let text = String::from_utf8(lines(numbers)).unwrap();
    let damaged = (0..).zip(text.split_inclusive('\n')).map(|(place, text)| {
        if place == line {
            text.replacen("уточнение", "утончение", 1)
        } else {
            text.to_owned()
        }
    });
    damaged.collect::<String>().into_bytes()
}

fn everything() -> Orders<'static> {
    Orders {
        documents: Documents::Unusable,
        tails: Whose::All,
        lines: Some(Whose::All),
        ..orders()
    }
}

#[test]
fn what_only_a_copy_of_a_syncer_has_joins_the_journal() {
    on_both(|place| {
        drop(place.open());
        let ours = lines(&[1, 2, 4]);
        let copy = lines(&[1, 2, 5, 7]);
        place.put(OURS, &ours);
        place.put(COPY, &copy);
        let disk = place.file_system.as_ref();
        let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        let quarantined = format!("quarantine/{}.1", &COPY["journal/".len()..]);
        let taken = Mended::TakenOver {
            path: place.path.join(COPY),
            copy: place.path.join(&quarantined),
            acts: 2,
        };
        assert_eq!(mending.done, [taken]);
        assert_eq!(mending.left, []);
        assert_eq!(place.read(OURS), ours);
        let parts = parts_in(disk, &place.path);
        assert_eq!(parts.len(), 1);
        assert_eq!(place.read(&parts[0]), lines(&[5, 7]));
        assert_eq!(place.read(&quarantined), copy);
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7]);
        // And the program goes on writing behind them.
        place.open().directory.append(&act(8)).unwrap();
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7, 8]);

        // A copy with nothing new only goes away.
        place.put(COPY, &lines(&[5]));
        let again = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        assert!(matches!(
            again.done.as_slice(),
            [Mended::TakenOver { acts: 0, .. }]
        ));
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7, 8]);
    });
}

#[test]
fn a_copy_that_is_not_understood_whole_stays() {
    on_both(|place| {
        drop(place.open());
        place.put(OURS, &lines(&[1]));
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damaged");
        let newer = std::fs::read(golden.join("journal.unknown-operation.log")).unwrap();
        let torn = lines(&[10])[..50].to_vec();
        for rest in [newer, torn, b"not a line\n".to_vec()] {
            let copy = [lines(&[1, 2]), rest].concat();
            place.put(COPY, &copy);
            let disk = place.file_system.as_ref();
            let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
            assert!(matches!(
                mending.done[..],
                [Mended::Joined { left: 1.., .. }]
            ));
            assert_eq!(place.read(COPY), copy);
            assert_eq!(acts_in(disk, &place.path)[..2], [1, 2]);
        }
    });
}

#[test]
fn a_record_that_contradicts_ours_is_not_taken() {
    on_both(|place| {
        drop(place.open());
        place.put(OURS, &lines(&[1, 2]));
        let mut other = act(2);
        other[0].clock += 1;
        let copy = [encode(&other).unwrap(), lines(&[4])].concat();
        place.put(COPY, &copy);
        for acts in [1, 0] {
            let disk = place.file_system.as_ref();
            let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
            let joined = Mended::Joined {
                path: place.path.join(COPY),
                acts,
                left: 3,
            };
            assert_eq!(mending.done, [joined]);
            assert_eq!(acts_in(disk, &place.path), [1, 2, 4]);
            assert_eq!(parts_in(disk, &place.path).len(), 1);
        }
    });
}

#[test]
fn a_copy_by_whatever_name_is_known_by_what_it_holds() {
    on_both(|place| {
        drop(place.open());
        place.put(OURS, &lines(&[1]));
        place.put("journal/2023-05.pc1 (1).log", &lines(&[1, 2]));
        place.put("journal/2023-05.pc1-DESKTOP-7.log", &lines(&[4]));
        place.put("journal/notes.txt", b"not a line");
        let disk = place.file_system.as_ref();
        let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        assert_eq!(mending.done.len(), 2);
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4]);
        let left: Vec<&str> = mending.left.iter().map(|it| it.fault.name()).collect();
        assert_eq!(left, ["unknown-file"]);
    });
}

#[test]
fn a_copy_that_cannot_be_read_keeps_nothing_else_from_being_mended() {
    on_both(|place| {
        drop(place.open());
        let torn = &lines(&[4])[..50];
        place.put(OURS, &[&lines(&[1]), torn].concat());
        let disk = place.file_system.as_ref();
        disk.create_directory(&place.path.join(COPY)).unwrap();
        let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        assert!(matches!(mending.done[..], [Mended::Cut { .. }]));
    });
}

#[test]
fn a_damaged_act_comes_back_from_a_backup_and_the_damaged_line_goes() {
    on_both(|place| {
        drop(place.open());
        place.put(OURS, &lines(&[1, 2, 4]));
        let disk = place.file_system.as_ref();
        let file = place.path.with_file_name("copy.zip");
        backup(disk, &place.path, &file).unwrap();
        // After the backup two more acts are recorded, and an old line is damaged.
        let damaged = with_damage(&[1, 2, 4, 5, 7], 3);
        place.put(OURS, &damaged);
        assert_eq!(acts_in(disk, &place.path), [1, 4, 5, 7]);
        let archive = read_archive(disk, &file).unwrap();
        let holder = options(WRITER).holder;
        let restored = restore(disk, &archive, &place.path, &holder, OnExisting::Add).unwrap();
        assert_eq!(restored.acts, 1);
        assert_eq!(restored.written, Vec::<String>::new());
        assert_eq!(place.read(OURS), damaged);
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7]);

        // Who mends carefully leaves damaged lines where they are.
        let careful = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        assert_eq!(careful.done, []);
        assert!(!careful.left.is_empty());
        let mending = mend(disk, &place.path, &everything(), EXAMINE).unwrap();
        let cleared = Mended::Cleared {
            path: place.path.join(OURS),
            copy: place.path.join("quarantine/2023-05.pc1.log.1"),
            lines: 3,
        };
        assert_eq!(mending.done, [cleared]);
        assert_eq!(mending.left, []);
        assert_eq!(place.read("quarantine/2023-05.pc1.log.1"), damaged);
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7]);
        place.open().directory.append(&act(8)).unwrap();
        assert_eq!(acts_in(disk, &place.path), [1, 2, 4, 5, 7, 8]);
    });
}

#[test]
fn lines_beside_those_of_a_newer_program_stay() {
    on_both(|place| {
        drop(place.open());
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damaged");
        let newer = std::fs::read(golden.join("journal.unknown-operation.log")).unwrap();
        let both = [newer.as_slice(), b"not a line\n"].concat();
        place.put(OURS, &both);
        let mending = mend(
            place.file_system.as_ref(),
            &place.path,
            &everything(),
            EXAMINE,
        );
        assert_eq!(mending.unwrap().done, []);
        assert_eq!(place.read(OURS), both);
    });
}

#[test]
fn joining_and_clearing_lose_nothing_when_the_power_goes_off() {
    let spoil = |disk: &SimulatedFileSystem| {
        let place =
            |name: &str, bytes: &[u8]| disk.place(&Path::new("/home/state").join(name), bytes);
        place("plan.ron", EMBEDDED[0].1.as_bytes());
        place("subjects.ron", EMBEDDED[1].1.as_bytes());
        place(OURS, &with_damage(&[1, 2, 4], 0));
        place(COPY, &lines(&[2, 5, 3]));
    };
    let states = cut_everywhere(spoil, |disk| {
        let state = Path::new("/home/state");
        let mending = mend(disk, state, &everything(), EXAMINE);
        let acts = acts_in(disk, state);
        // The power may go at any of these operations too.
        if disk.list(state).is_ok() {
            let mut left = mending.unwrap().left;
            left.retain(|finding| finding.severity() > Severity::Hint);
            assert_eq!(left, []);
            assert_eq!(acts, [2, 3, 4, 5]);
        }
    });
    println!("{states} states");
    assert!(states > 100);
}
