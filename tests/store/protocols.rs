//! Ways to save a file: ours, and five that are known to lose data. The harness has to catch
//! each of the five, or it proves nothing about ours.

use std::io;
use std::path::Path;

use planerka::store::document::{Fingerprint, write_atomic};
use planerka::store::file_system::FileSystem;
use planerka::store::simulated::{SimulatedFileSystem, Tears};

/// Saves bytes under a path.
pub type Protocol = fn(&dyn FileSystem, &Path, &[u8]) -> io::Result<()>;

pub const BAD: &[(&str, Protocol)] = &[
    ("no sync of the file", no_file_sync),
    ("no sync of the directory", no_directory_sync),
    ("truncate in place", truncate_in_place),
    ("unlink, then rename", unlink_then_rename),
    ("rename away, then write", rename_away_then_write),
];

/// One of the bad ways, or ours.
pub fn by_name(name: &str) -> Option<Protocol> {
    let all = BAD.iter().chain([&("ours", ours as Protocol)]);
    all.filter(|(known, _)| *known == name)
        .map(|(_, protocol)| *protocol)
        .next()
}

/// The bytes of one save; no two are equal.
pub fn text(number: u64) -> Vec<u8> {
    vec![b'a' + (number % 26) as u8; 64]
}

pub fn ours(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = disk.read(path, 1 << 20)?;
    write_atomic(disk, path, bytes, &[Fingerprint::of(&old)])
        .map(|_new| ())
        .map_err(io::Error::other)
}

fn temporary(path: &Path) -> std::path::PathBuf {
    path.with_extension("tmp")
}

fn write_new(disk: &dyn FileSystem, path: &Path, bytes: &[u8], sync: bool) -> io::Result<()> {
    let mut file = disk.create_new(path, None)?;
    file.write(bytes)?;
    if sync { file.sync_data() } else { Ok(()) }
}

fn no_file_sync(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_new(disk, &temporary(path), bytes, false)?;
    disk.rename(&temporary(path), path)?;
    disk.sync_directory(path.parent().unwrap())
}

fn no_directory_sync(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_new(disk, &temporary(path), bytes, true)?;
    disk.rename(&temporary(path), path)
}

fn truncate_in_place(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.open_append(path)?;
    file.truncate(0)?;
    file.write(bytes)?;
    file.sync_data()
}

fn unlink_then_rename(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_new(disk, &temporary(path), bytes, true)?;
    disk.remove(path)?;
    disk.rename(&temporary(path), path)?;
    disk.sync_directory(path.parent().unwrap())
}

fn rename_away_then_write(disk: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    disk.rename(path, &path.with_extension("bck"))?;
    write_new(disk, path, bytes, true)?;
    disk.sync_directory(path.parent().unwrap())
}

/// Cuts the power before every operation of three saves and looks at every disk that may be
/// left: `(states, violations)`.
pub fn explore(protocol: Protocol) -> (u64, u64) {
    let path = Path::new("/plan.ron");
    let texts: Vec<Vec<u8>> = (0..4).map(text).collect();
    let (mut states, mut violations) = (0, 0);
    for cut in 1.. {
        let disk = SimulatedFileSystem::new();
        disk.place(path, &texts[0]);
        disk.power_off_at(Some(cut));
        let mut acknowledged = 0;
        for (index, text) in texts.iter().enumerate().skip(1) {
            if protocol(&disk, path, text).is_err() {
                break;
            }
            acknowledged = index;
        }
        for state in disk.crash_states(Tears::Few, 10_000, 1) {
            states += 1;
            let found = state.read(path, 1 << 20).unwrap_or_default();
            let next = texts.get(acknowledged + 1);
            if found != texts[acknowledged] && Some(&found) != next {
                violations += 1;
            }
        }
        if disk.operations() < cut {
            break;
        }
    }
    (states, violations)
}

#[test]
fn the_harness_catches_every_way_known_to_lose_data() {
    for (name, protocol) in BAD {
        let (states, violations) = explore(*protocol);
        println!("{name}: {violations} of {states}");
        assert!(violations > 0, "{name}");
    }
}

#[test]
fn our_way_of_saving_survives_every_power_cut() {
    let (states, violations) = explore(ours);
    println!("ours: {violations} of {states}");
    assert_eq!(violations, 0);
}
