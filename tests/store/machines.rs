//! Two or three machines keep copies of one state directory and a file syncer carries files between
//! them: late, in pieces, out of order, sometimes the wrong way round; or they merge as git does.
//! Meanwhile each may pack the year and unpack it. In the end all have everything that any
//! acknowledged.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planerka::domain::operation::Record;
use planerka::store::file_system::{FileSystem, RealFileSystem};
use planerka::store::journal::{parse_file_name, year_of};
use planerka::store::simulated::SimulatedFileSystem;
use planerka::store::state_directory::StateDirectory;

use crate::samples::{Random, act_of, number_of, options};

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub rounds: u64,
    pub acts: u64,
    /// Files carried whole, in part, and back to an older state.
    pub carried: u64,
    pub torn: u64,
    pub rolled_back: u64,
    pub conflict_copies: u64,
    /// Rounds with three machines.
    pub of_three: u64,
    /// Years packed and unpacked.
    pub packed: u64,
    pub unpacked: u64,
    /// Files that went because another machine had packed them.
    pub taken: u64,
    pub violations: Vec<String>,
}

const LIMIT: u64 = 1 << 24;
/// The year of all acts.
const YEAR: i32 = 2023;

/// Files by their names.
type Files = Vec<(String, Vec<u8>)>;

struct Machine {
    disk: Arc<dyn FileSystem>,
    path: PathBuf,
    writer: &'static str,
    open: Option<StateDirectory>,
    acknowledged: Vec<u64>,
    /// What the running program has recorded.
    session: Vec<u64>,
    _keep: Option<tempfile::TempDir>,
}

impl Machine {
    fn new(writer: &'static str, real: bool) -> Self {
        let keep = real.then(crate::process::place);
        let disk: Arc<dyn FileSystem> = if keep.is_some() {
            Arc::new(RealFileSystem::private())
        } else {
            let disk = SimulatedFileSystem::new();
            if writer == "pcb" {
                // As on Windows.
                disk.take_numbers();
            }
            Arc::new(disk)
        };
        let path = match &keep {
            Some(directory) => directory.path().join("state"),
            None => PathBuf::from("/state"),
        };
        let mut machine = Self {
            disk,
            path,
            writer,
            open: None,
            acknowledged: Vec::new(),
            session: Vec::new(),
            _keep: keep,
        };
        machine.directory();
        machine
    }

    fn directory(&mut self) -> &mut StateDirectory {
        let open = || {
            let disk = Arc::clone(&self.disk);
            StateDirectory::open(disk, &self.path, &options(self.writer))
                .unwrap()
                .directory
        };
        self.open.get_or_insert_with(open)
    }

    fn close(&mut self) {
        if let Some(mut directory) = self.open.take() {
            directory.leave().unwrap();
        }
        self.session.clear();
    }

    fn append(&mut self, number: u64) -> Result<(), String> {
        let act = act_of(self.writer, number);
        match self.directory().append(&act) {
            Ok(()) => {
                self.acknowledged.push(number);
                self.session.push(number);
            }
            Err(error) => return Err(format!("act {number}: {error}")),
        }
        Ok(())
    }

    /// The journal files, packed years among them, by name.
    fn files(&self) -> Files {
        let listed = self.disk.list(&self.path.join("journal")).unwrap();
        let files = listed.into_iter().filter(|entry| {
            parse_file_name(&entry.name).is_some() || year_of(&entry.name).is_some()
        });
        files
            .map(|entry| (entry.name, self.disk.read(&entry.path, LIMIT).unwrap()))
            .collect()
    }

    fn own_files(&self) -> Files {
        let mut files = self.files();
        files.retain(|(name, _)| name.contains(&format!(".{}.", self.writer)));
        files
    }

    /// Packs the year, or unpacks it. What the files that went held, by name.
    fn pack(&mut self, number: u64, outcome: &mut Outcome) -> Files {
        let before = self.files();
        let act = act_of(self.writer, number);
        if self.directory().pack_year(YEAR, &act).is_ok() {
            self.acknowledged.push(number);
            self.session.push(number);
            outcome.packed += 1;
        }
        let after = self.files();
        let is_gone = |(name, _): &(String, Vec<u8>)| !after.iter().any(|(it, _)| it == name);
        before.into_iter().filter(is_gone).collect()
    }

    fn unpack(&mut self, outcome: &mut Outcome) {
        if self.directory().unpack_year(YEAR).is_ok() {
            outcome.unpacked += 1;
        }
    }

    fn remove(&self, name: &str) {
        let path = self.path.join("journal").join(name);
        self.disk.remove(&path).unwrap();
    }

    /// A syncer takes away what another machine has packed, where it is as that machine knew it.
    fn take_away(&self, gone: &Files, outcome: &mut Outcome) {
        let here = self.files();
        for file in gone {
            if here.contains(file) {
                self.remove(&file.0);
                outcome.taken += 1;
            }
        }
    }

    /// Puts a file there as a syncer does: beside it, then over it.
    fn put(&self, name: &str, bytes: &[u8]) {
        let beside = self.path.join("journal").join(".syncthing.tmp");
        let mut file = self.disk.create_new(&beside, None).unwrap();
        if !bytes.is_empty() {
            assert_eq!(file.write(bytes).unwrap(), bytes.len());
        }
        drop(file);
        let target = self.path.join("journal").join(name);
        self.disk.rename(&beside, &target).unwrap();
    }

    fn records(&mut self) -> Vec<Record> {
        self.directory().reload().records
    }
}

/// Lets two machines work, or three, and a syncer or git carry.
pub fn explore(rounds: u64, seed: u64) -> Outcome {
    let mut outcome = Outcome::default();
    for round in 0..rounds {
        let mut random = Random::new(seed ^ (round << 16));
        // Now and then all are copies of one installation and write under one name.
        let same_writer = round % 4 == 3;
        let writers: &[&'static str] = match (same_writer, round % 3) {
            (true, 0) => &["pc", "pc", "pc"],
            (true, _) => &["pc", "pc"],
            (false, 0) => &["pca", "pcb", "pcc"],
            (false, _) => &["pca", "pcb"],
        };
        outcome.of_three += u64::from(writers.len() == 3);
        let real = round % 32 == 0;
        let machines = writers.iter().map(|writer| Machine::new(writer, real));
        let mut machines: Vec<Machine> = machines.collect();
        let result = if same_writer {
            unite(&mut machines, &mut random, &mut outcome)
        } else {
            carry(&mut machines, &mut random, &mut outcome)
        };
        outcome.rounds += 1;
        if let Err(violation) = result.and_then(|()| judge(&mut machines)) {
            outcome
                .violations
                .push(format!("round {round}: {violation}"));
        }
    }
    outcome
}

fn carry(
    machines: &mut [Machine],
    random: &mut Random,
    outcome: &mut Outcome,
) -> Result<(), String> {
    let count = machines.len() as u64;
    let mut old: Vec<(usize, String, Vec<u8>)> = Vec::new();
    let mut gone: Vec<(usize, Files)> = Vec::new();
    for number in 1..=24 {
        let here = random.below(count) as usize;
        let there = (here + 1 + random.below(count - 1) as usize) % machines.len();
        match random.below(10) {
            0 => machines[here].close(),
            1 => {
                for (name, bytes) in machines[here].own_files() {
                    machines[there].put(&name, &bytes);
                    outcome.carried += 1;
                }
            }
            2 => {
                for (name, bytes) in machines[here].own_files() {
                    let part = random.below(bytes.len() as u64 + 1) as usize;
                    machines[there].put(&name, &bytes[..part]);
                    outcome.torn += 1;
                }
            }
            3 => {
                let files = machines[here].own_files();
                old.extend(files.into_iter().map(|(name, bytes)| (here, name, bytes)));
            }
            4 => {
                // The syncer takes an old copy for the newer one, while the program runs.
                let is_here = |(machine, ..): &(usize, String, Vec<u8>)| *machine == here;
                if machines[here].open.is_some()
                    && let Some(place) = old.iter().position(is_here)
                {
                    let (_, name, bytes) = old.swap_remove(place);
                    rewind(&mut machines[here], &name, &bytes, outcome);
                }
            }
            5 => {
                let name = format!(
                    "2023-05.{}.sync-conflict-20230525-1000{number:02}-ABC.log",
                    machines[here].writer
                );
                // A record nobody said: were it read, the judge would see it.
                let alien = act_of(machines[here].writer, 500 + number);
                machines[here].put(&name, &planerka::store::journal::encode(&alien).unwrap());
                outcome.conflict_copies += 1;
            }
            6 if random.below(3) == 0 => machines[here].unpack(outcome),
            6 => {
                let files = machines[here].pack(number, outcome);
                gone.push((here, files));
            }
            7 => {
                // Packed years go round, and what they were made of goes with them.
                for (name, bytes) in machines[here].files() {
                    if year_of(&name).is_some() {
                        machines[there].put(&name, &bytes);
                        outcome.carried += 1;
                    }
                }
                // What was unpacked since is there again, and no syncer takes it for gone.
                let still = machines[here].files();
                let is_gone = |name: &str| !still.iter().any(|(known, _)| known == name);
                for (_, files) in gone.iter().filter(|(machine, _)| *machine == here) {
                    let mut files = files.clone();
                    files.retain(|(name, _)| is_gone(name));
                    machines[there].take_away(&files, outcome);
                }
            }
            _ => {
                machines[here].append(number)?;
                outcome.acts += 1;
            }
        }
    }
    // Programs that run notice what was done to their files, then everything arrives.
    for machine in machines.iter_mut() {
        machine.records();
    }
    let files: Vec<(usize, Files)> = (0..machines.len())
        .map(|here| {
            let is_sent = |name: &str| {
                year_of(name).is_some() || name.contains(&format!(".{}.", machines[here].writer))
            };
            let mut files = machines[here].files();
            files.retain(|(name, _)| is_sent(name));
            (here, files)
        })
        .collect();
    for (here, files) in files {
        for there in (0..machines.len()).filter(|there| *there != here) {
            for (name, bytes) in &files {
                machines[there].put(name, bytes);
            }
        }
    }
    Ok(())
}

/// Puts an old copy over what this session has only added to: what earlier sessions recorded
/// after it is out of reach of any program.
fn rewind(machine: &mut Machine, name: &str, old: &[u8], outcome: &mut Outcome) {
    let now = machine.own_files();
    let Some((_, now)) = now.iter().find(|(known, _)| known == name) else {
        return;
    };
    let parsed =
        planerka::store::journal::parse_file(Path::new(name), &now[old.len().min(now.len())..]);
    let lost = parsed.records.iter().map(|(_, record)| number_of(record));
    if now.starts_with(old)
        && lost
            .into_iter()
            .all(|number| machine.session.contains(&number))
    {
        machine.put(name, old);
        outcome.rolled_back += 1;
    }
}

/// All write under one name and merge as git does: of a file that both have the union of lines, with
/// `merge=union`; a file that one side took away goes, unless the other has changed it meanwhile.
fn unite(
    machines: &mut [Machine],
    random: &mut Random,
    outcome: &mut Outcome,
) -> Result<(), String> {
    let mut number = 0;
    let mut base: Files = Vec::new();
    for _merge in 0..3 {
        for _act in 0..random.below(6) {
            number += 1;
            let here = random.below(machines.len() as u64) as usize;
            match random.below(8) {
                0 => drop(machines[here].pack(number, outcome)),
                1 => machines[here].unpack(outcome),
                _ => {
                    machines[here].append(number)?;
                    outcome.acts += 1;
                }
            }
        }
        let mut merged = machines[0].files();
        for machine in &machines[1..] {
            merged = merge(&base, &merged, &machine.files());
        }
        for machine in machines.iter() {
            for (name, _) in machine.files() {
                if !merged.iter().any(|(known, _)| *known == name) {
                    machine.remove(&name);
                    outcome.taken += 1;
                }
            }
            for (name, bytes) in &merged {
                machine.put(name, bytes);
                outcome.carried += 1;
            }
        }
        base = merged;
    }
    Ok(())
}

/// What git makes of two sides and what both had before.
fn merge(base: &Files, ours: &Files, theirs: &Files) -> Files {
    let bytes_of = |files: &Files, name: &str| {
        let file = files.iter().find(|(known, _)| known == name);
        file.map(|(_, bytes)| bytes.clone())
    };
    let mut names: Vec<&String> = ours.iter().chain(theirs).map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    let mut merged = Files::new();
    for name in names {
        let bytes = match (bytes_of(ours, name), bytes_of(theirs, name)) {
            (Some(ours), Some(theirs)) if ours == theirs => ours,
            (Some(ours), Some(theirs)) => union(&ours, &theirs),
            (Some(left), None) | (None, Some(left)) => {
                if bytes_of(base, name).as_ref() == Some(&left) {
                    continue;
                }
                left
            }
            (None, None) => continue,
        };
        merged.push((name.clone(), bytes));
    }
    merged
}

fn union(ours: &[u8], theirs: &[u8]) -> Vec<u8> {
    let lines = |bytes: &[u8]| -> Vec<Vec<u8>> {
        bytes
            .split_inclusive(|byte| *byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect()
    };
    let (ours, theirs) = (lines(ours), lines(theirs));
    let mut united = ours.clone();
    united.extend(theirs.into_iter().filter(|line| !ours.contains(line)));
    united.concat()
}

fn judge(machines: &mut [Machine]) -> Result<(), String> {
    let mut wanted: Vec<u64> = machines
        .iter()
        .flat_map(|m| m.acknowledged.clone())
        .collect();
    wanted.sort_unstable();
    for machine in machines {
        for how in ["while it runs", "after a restart"] {
            let records = machine.records();
            let mut found: Vec<u64> = records.iter().map(number_of).collect();
            found.dedup();
            if found != wanted {
                return Err(format!(
                    "{} {how}: {found:?} instead of {wanted:?}",
                    machine.writer
                ));
            }
            let whole = |number: &u64| {
                let act: Vec<&Record> =
                    records.iter().filter(|r| number_of(r) == *number).collect();
                let said = act.first().map(|r| act_of(&r.writer.0, *number));
                said.is_some_and(|said| said.iter().collect::<Vec<_>>() == act)
            };
            if let Some(number) = wanted.iter().find(|number| !whole(number)) {
                return Err(format!("act {number} is not as it was said"));
            }
            machine.close();
        }
    }
    Ok(())
}

#[test]
fn machines_have_the_same_in_the_end_whatever_the_syncer_did_and_whoever_packed() {
    let outcome = explore(96, 503);
    println!("{outcome:?}");
    crate::oracle::none(&outcome.violations);
    assert!(outcome.rolled_back > 2 && outcome.torn > 20 && outcome.conflict_copies > 20);
    assert!(outcome.of_three > 20 && outcome.packed > 20 && outcome.taken > 5);
}
