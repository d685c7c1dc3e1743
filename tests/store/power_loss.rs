//! The power goes off before every operation of the script; every disk that may be left is
//! opened. Then it goes off once more while the first opening recovers.

use std::path::Path;
use std::sync::Arc;

use planerka::store::file_system::FileSystem;
use planerka::store::simulated::{SimulatedFileSystem, Tears};
use planerka::store::state_directory::StateDirectory;

use crate::oracle::judge;
use crate::samples::{WRITER, options};
use crate::script::{AfterFailure, Promised, Script, run};

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub cuts: u64,
    pub states: u64,
    pub recovery_states: u64,
    pub violations: Vec<String>,
}

/// How much to try.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// How finely writes are torn.
    pub tears: Tears,
    /// The most states per cut.
    pub states: u64,
    /// Of every so many states one is cut again in recovery.
    pub recovery_every: u64,
    pub seed: u64,
}

const PATH: &str = "/home/state";

/// More violations are not looked for.
const ENOUGH: usize = 20;

/// Cuts the power before every operation of the script.
pub fn explore(script: &Script, scale: Scale, outcome: &mut Outcome) {
    for cut in 1.. {
        let disk = SimulatedFileSystem::new();
        disk.power_off_at(Some(cut));
        let shared: Arc<dyn FileSystem> = Arc::new(disk.clone());
        let promised = run(script, &shared, Path::new(PATH), AfterFailure::Drop);
        outcome.cuts += 1;
        let seed = scale.seed ^ (cut << 8);
        for state in disk.crash_states(scale.tears, scale.states, seed) {
            if outcome.violations.len() > ENOUGH {
                return;
            }
            outcome.states += 1;
            if outcome.states.is_multiple_of(scale.recovery_every) {
                explore_recovery(&state, &promised, scale, outcome);
            }
            let state: Arc<dyn FileSystem> = Arc::new(state);
            if let Err(violation) = judge(&state, Path::new(PATH), &promised) {
                let violation = format!("cut before operation {cut}: {violation}");
                outcome.violations.push(violation);
            }
        }
        // One that loses leaves many more states; a few violations say enough.
        if disk.operations() < cut || outcome.violations.len() > ENOUGH {
            return;
        }
    }
}

/// Opens a disk that a power cut has left and cuts the power again before every operation of
/// that.
fn explore_recovery(
    left: &SimulatedFileSystem,
    promised: &Promised,
    scale: Scale,
    outcome: &mut Outcome,
) {
    for cut in 1.. {
        // A copy of the disk: there is nothing uncertain on it.
        let disk = left.crash_states(Tears::Few, 1, 0).next().unwrap();
        disk.power_off_at(Some(cut));
        let shared: Arc<dyn FileSystem> = Arc::new(disk.clone());
        drop(StateDirectory::open(
            shared,
            Path::new(PATH),
            &options(WRITER),
        ));
        for state in disk.crash_states(Tears::Few, scale.states, scale.seed ^ cut) {
            outcome.recovery_states += 1;
            let state: Arc<dyn FileSystem> = Arc::new(state);
            if let Err(violation) = judge(&state, Path::new(PATH), promised) {
                let violation = format!("second cut before operation {cut}: {violation}");
                outcome.violations.push(violation);
            }
        }
        if disk.operations() < cut {
            return;
        }
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_power_goes_off() {
    let mut outcome = Outcome::default();
    let few = Scale {
        tears: Tears::Few,
        states: 1000,
        recovery_every: 200,
        seed: 503,
    };
    explore(&Script::meeting(), few, &mut outcome);
    let every_byte = Scale {
        tears: Tears::EveryByte,
        recovery_every: u64::MAX,
        ..few
    };
    explore(&Script::random(1, 3), every_byte, &mut outcome);
    explore(&Script::years(), few, &mut outcome);
    let Outcome {
        cuts,
        states,
        recovery_states,
        violations,
    } = outcome;
    println!("{cuts} cuts, {states} states, {recovery_states} in recovery");
    assert!(cuts > 150 && states > 2_000 && recovery_states > 200);
    crate::oracle::none(&violations);
}
