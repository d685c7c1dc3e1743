//! Many processes want one directory at once; some are killed while they hold the lock. Whoever
//! lives gets it in the end and records all it has; what the dead had acknowledged is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use planerka::domain::operation::Record;
use planerka::store::file_system::RealFileSystem;
use planerka::store::finding::Severity;
use planerka::store::state_directory::{Access, StateDirectory};

use crate::process::{place, store_script};
use crate::samples::{Random, WRITER, act, number_of, options};
use crate::script::Promised;

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub rounds: u64,
    pub processes: u64,
    pub killed: u64,
    /// Killed after they had the lock and before they were done.
    pub killed_at_work: u64,
    pub acts: u64,
    pub violations: Vec<String>,
}

/// Rounds on one directory before a new one is taken: each reads all that the others wrote.
const ROUNDS_PER_DIRECTORY: u64 = 16;
/// How long a process waits for the lock, in seconds.
const PATIENCE: &str = "30";
/// Acts of one process.
const ACTS: u64 = 12;

struct Contender {
    child: Child,
    first: u64,
    words: PathBuf,
    killed: bool,
}

/// Lets processes contend.
pub fn explore(rounds: u64, seed: u64) -> Outcome {
    let program = store_script();
    let mut outcome = Outcome::default();
    let mut random = Random::new(seed);
    let mut ground = place();
    let mut known = BTreeSet::new();
    for round in 0..rounds {
        if round.is_multiple_of(ROUNDS_PER_DIRECTORY) {
            ground = place();
            known.clear();
        }
        let state = ground.path().join("state");
        let count = 2 + random.below(7);
        let mut contenders: Vec<Contender> = (0..count)
            .map(|index| {
                start(
                    &program,
                    &state,
                    (round * 10 + index) * 20 + 1,
                    ground.path(),
                )
            })
            .collect();
        let victims = 1 + random.below(count - 1);
        for victim in 0..victims {
            let index = if victim.is_multiple_of(2) {
                at_work(&contenders)
            } else {
                random.below(count) as usize
            };
            std::thread::sleep(Duration::from_micros(random.below(1_500)));
            let contender = &mut contenders[index];
            // One that is done already cannot be killed.
            if contender.child.try_wait().unwrap().is_none() {
                contender.child.kill().unwrap();
                contender.killed = true;
            }
        }
        outcome.rounds += 1;
        outcome.processes += count;
        for contender in &mut contenders {
            contender.child.wait().unwrap();
        }
        if let Err(violation) = judge(&state, &contenders, &mut known, &mut outcome) {
            outcome
                .violations
                .push(format!("round {round}: {violation}"));
        }
    }
    outcome
}

/// Waits until one that was not killed says something, which is the one that has the lock.
fn at_work(contenders: &[Contender]) -> usize {
    let end = Instant::now() + Duration::from_millis(50);
    while Instant::now() < end {
        let says = |contender: &Contender| {
            let said = fs::read_to_string(&contender.words)
                .unwrap()
                .lines()
                .count() as u64;
            !contender.killed && 0 < said && said < 2 * ACTS
        };
        if let Some(index) = contenders.iter().position(says) {
            return index;
        }
        std::thread::sleep(Duration::from_micros(100));
    }
    0
}

fn start(program: &Path, state: &Path, first: u64, ground: &Path) -> Contender {
    let words = ground.join(format!("words-{first}"));
    let child = Command::new(program)
        .arg("contend")
        .arg(state)
        .args([first.to_string(), ACTS.to_string(), PATIENCE.to_owned()])
        .stdin(Stdio::null())
        .stdout(File::create(&words).unwrap())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Contender {
        child,
        first,
        words,
        killed: false,
    }
}

fn judge(
    state: &Path,
    contenders: &[Contender],
    known: &mut BTreeSet<u64>,
    outcome: &mut Outcome,
) -> Result<(), String> {
    let disk = Arc::new(RealFileSystem::private());
    let opened = StateDirectory::open(disk, state, &options(WRITER))
        .map_err(|error| format!("does not open: {error}"))?;
    if *opened.directory.access() != Access::ReadWrite {
        return Err(format!(
            "the lock is not free: {:?}",
            opened.directory.access()
        ));
    }
    let is_bad = |severity| severity == Severity::Error;
    if let Some(bad) = opened
        .findings
        .iter()
        .find(|found| is_bad(found.severity()))
    {
        return Err(format!("{bad:?}"));
    }
    let mut found: BTreeMap<u64, Vec<Record>> = BTreeMap::new();
    for record in opened.records {
        found.entry(number_of(&record)).or_default().push(record);
    }
    if let Some((number, _)) = found.iter().find(|(number, act_)| **act_ != act(**number)) {
        return Err(format!("act {number} is not as it was said"));
    }
    for contender in contenders {
        outcome.killed += u64::from(contender.killed);
        let promised = Promised::from_words(&fs::read_to_string(&contender.words).unwrap());
        let at_work = !promised.acts.is_empty() || !promised.failed_acts.is_empty();
        let is_done = promised.acts.len() as u64 == ACTS;
        outcome.killed_at_work += u64::from(contender.killed && at_work && !is_done);
        outcome.acts += promised.acts.len() as u64;
        if !contender.killed && !is_done {
            return Err(format!("one that lived never got the lock: {promised:?}"));
        }
        known.extend(&promised.acts);
        let unsaid = promised
            .failed_acts
            .iter()
            .filter(|act| found.contains_key(act));
        let unsaid: Vec<u64> = unsaid.copied().collect();
        if unsaid.len() > usize::from(contender.killed) {
            return Err(format!("{unsaid:?} were not acknowledged and count"));
        }
        known.extend(unsaid);
        // It may have died between its record and its word, or before it could say a word.
        let range = contender.first..contender.first + ACTS;
        let silent = range.filter(|act| found.contains_key(act) && !known.contains(act));
        if let Some(act) = silent.min() {
            return Err(format!("act {act} was never said"));
        }
    }
    let is_there: BTreeSet<u64> = found.into_keys().collect();
    if is_there == *known {
        Ok(())
    } else {
        let lost: Vec<&u64> = known.difference(&is_there).collect();
        Err(format!("{lost:?} were acknowledged and are lost"))
    }
}

#[test]
fn the_lock_goes_from_the_killed_to_the_living_and_nothing_is_lost() {
    let outcome = explore(12, 503);
    println!(
        "{} rounds, {} processes, {} killed, {} of them at work",
        outcome.rounds, outcome.processes, outcome.killed, outcome.killed_at_work
    );
    crate::oracle::none(&outcome.violations);
    assert!(outcome.killed > 4 && outcome.killed_at_work > 2);
}
