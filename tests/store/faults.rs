//! Every operation of the script fails, once and for ever, in every way; then the directory is
//! opened on a healthy disk. The faults strike recovery too, for the script opens twice.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use planerka::store::file_system::FileSystem;
use planerka::store::simulated::{
    Fault, FaultScope, FaultTimes, SimulatedFileSystem, Tears, WhatFails,
};

use crate::oracle::judge;
use crate::script::{AfterFailure, Script, run};

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub injected: u64,
    /// Disks after a power cut that followed the fault.
    pub states: u64,
    pub violations: Vec<String>,
}

const ERRORS: &[ErrorKind] = &[
    ErrorKind::StorageFull,
    ErrorKind::QuotaExceeded,
    ErrorKind::FileTooLarge,
    ErrorKind::ReadOnlyFilesystem,
    ErrorKind::PermissionDenied,
    // EIO has no kind of its own.
    ErrorKind::Other,
    ErrorKind::NotFound,
];

fn faults() -> Vec<(WhatFails, FaultScope, FaultTimes)> {
    let mut faults = vec![
        (
            WhatFails::Error(ErrorKind::Interrupted),
            FaultScope::Writes,
            FaultTimes::Once,
        ),
        (
            WhatFails::Error(ErrorKind::Interrupted),
            FaultScope::Syncs,
            FaultTimes::Once,
        ),
        (WhatFails::ShortWrite, FaultScope::Writes, FaultTimes::Once),
        (
            WhatFails::ShortWrite,
            FaultScope::Writes,
            FaultTimes::ForEver,
        ),
    ];
    for kind in ERRORS {
        for times in [FaultTimes::Once, FaultTimes::ForEver] {
            for scope in [FaultScope::All, FaultScope::Changing, FaultScope::Syncs] {
                faults.push((WhatFails::Error(*kind), scope, times));
            }
            faults.push((WhatFails::TornWrite(*kind), FaultScope::Writes, times));
        }
    }
    faults
}

/// Tries every fault at every operation, or at every `stride`-th; after each, `states` disks that
/// a power cut may leave behind the fault are judged as well.
pub fn explore(script: &Script, stride: usize, states: u64, seed: u64) -> Outcome {
    let path = Path::new("/home/state");
    let mut outcome = Outcome::default();
    for (index, (what, scope, times)) in faults().into_iter().enumerate() {
        for at in (1 + index as u64 % stride as u64..).step_by(stride) {
            let fault = Fault {
                at,
                times,
                scope,
                what,
            };
            let mut longest = 0;
            for mode in [AfterFailure::Drop, AfterFailure::Retry] {
                let disk = SimulatedFileSystem::new();
                disk.set_fault(Some(fault));
                let shared: Arc<dyn FileSystem> = Arc::new(disk.clone());
                let promised = run(script, &shared, path, mode);
                longest = disk.operations().max(longest);
                disk.set_fault(None);
                outcome.injected += 1;
                for state in disk.crash_states(Tears::Few, states, seed ^ at) {
                    outcome.states += 1;
                    let state: Arc<dyn FileSystem> = Arc::new(state);
                    if let Err(violation) = judge(&state, path, &promised) {
                        let violation = format!("{fault:?}, {mode:?}, then a cut: {violation}");
                        outcome.violations.push(violation);
                    }
                }
                if let Err(violation) = judge(&shared, path, &promised) {
                    let violation = format!("{fault:?}, {mode:?}: {violation}");
                    outcome.violations.push(violation);
                }
            }
            if longest < at {
                break;
            }
        }
    }
    outcome
}

#[test]
fn nothing_acknowledged_is_lost_when_an_operation_fails() {
    let outcome = explore(&Script::meeting(), 17, 3, 503);
    println!("{} faults, {} states", outcome.injected, outcome.states);
    assert!(outcome.injected > 1_000);
    crate::oracle::none(&outcome.violations);
}

#[test]
fn nothing_is_lost_when_an_operation_fails_while_a_year_is_packed_or_unpacked() {
    let outcome = explore(&Script::years(), 17, 3, 503);
    println!("{} faults, {} states", outcome.injected, outcome.states);
    assert!(outcome.injected > 1_000);
    crate::oracle::none(&outcome.violations);
}

/// A disk that syncs no more refused an act of one month and then an act of another: each was taken
/// back, and no cut was synced.
#[test]
fn of_acts_refused_in_files_of_two_months_a_power_cut_brings_back_one_at_most() {
    let path = Path::new("/home/state");
    for at in 1..300 {
        let disk = SimulatedFileSystem::new();
        disk.set_fault(Some(Fault {
            at,
            times: FaultTimes::ForEver,
            scope: FaultScope::Syncs,
            what: WhatFails::Error(ErrorKind::StorageFull),
        }));
        let shared: Arc<dyn FileSystem> = Arc::new(disk.clone());
        let promised = run(&Script::years(), &shared, path, AfterFailure::Drop);
        disk.set_fault(None);
        for state in disk.crash_states(Tears::Few, 20, at) {
            let state: Arc<dyn FileSystem> = Arc::new(state);
            judge(&state, path, &promised).unwrap_or_else(|said| panic!("{at}: {said}"));
        }
    }
}
