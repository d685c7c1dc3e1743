//! A short life of a state directory, and what it was told had succeeded.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use planerka::store::file_system::FileSystem;
use planerka::store::state_directory::{Access, OnForeign, Opened, StateDirectory};

use crate::samples::{Random, WRITER, act, document, options};

/// What the program does with an act that was not recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AfterFailure {
    /// Forgets it and goes on with the next.
    Drop,
    /// Offers it again before the next.
    Retry,
}

/// What was promised.
#[derive(Clone, Debug, Default)]
pub struct Promised {
    /// Acts that were acknowledged.
    pub acts: Vec<u64>,
    /// Acts that were tried and not acknowledged.
    pub failed_acts: Vec<u64>,
    /// Documents: the version acknowledged last, and those tried since.
    pub documents: BTreeMap<&'static str, (Option<u64>, Vec<u64>)>,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Act(u64),
    Document(&'static str, OnForeign, u64),
    Reopen,
}

/// What the program is asked to do, one thing after another.
#[derive(Clone, Debug)]
pub struct Script(Vec<Step>);

const PLAN: &str = "plan.ron";
const MINUTES: &str = "minutes/2023-05-25.ron";

impl Script {
    /// A short meeting with a restart in the middle.
    pub fn meeting() -> Self {
        Self(vec![
            Step::Act(1),
            Step::Act(2),
            Step::Document(MINUTES, OnForeign::KeepCopy, 1),
            Step::Act(3),
            Step::Document(PLAN, OnForeign::Refuse, 2),
            Step::Document(PLAN, OnForeign::Refuse, 3),
            Step::Reopen,
            Step::Act(4),
            Step::Document(MINUTES, OnForeign::KeepCopy, 4),
            Step::Act(5),
        ])
    }

    /// Any mixture.
    pub fn random(seed: u64, length: u64) -> Self {
        let mut random = Random::new(seed);
        let step = |number| match random.below(8) {
            0 => Step::Document(MINUTES, OnForeign::KeepCopy, number),
            1 => Step::Document(PLAN, OnForeign::Refuse, number),
            2 => Step::Reopen,
            _ => Step::Act(number),
        };
        Self((1..=length).map(step).collect())
    }
}

/// Runs the script. Faults that strike are part of the story: the program goes on as well as it
/// can.
pub fn run(
    script: &Script,
    file_system: &Arc<dyn FileSystem>,
    path: &Path,
    mode: AfterFailure,
) -> Promised {
    let mut promised = Promised::default();
    let mut open = try_open(file_system, path);
    let mut waiting: Vec<u64> = Vec::new();
    for step in &script.0 {
        if open.is_none() {
            open = try_open(file_system, path);
        }
        match *step {
            Step::Reopen => {
                drop(open.take());
                open = try_open(file_system, path);
            }
            Step::Act(number) => {
                waiting.push(number);
                record(open.as_mut(), &mut waiting, mode, &mut promised);
            }
            Step::Document(name, on_foreign, version) => {
                let versions = promised.documents.entry(name).or_default();
                versions.1.push(version);
                let Some(directory) = open.as_mut() else {
                    continue;
                };
                // A document that people edit is read before it is replaced.
                if on_foreign == OnForeign::Refuse && directory.document_text(name).is_err() {
                    continue;
                }
                if directory
                    .write_document(name, &document(version), on_foreign)
                    .is_ok()
                {
                    *versions = (Some(version), Vec::new());
                }
            }
        }
    }
    promised
}

fn record(
    open: Option<&mut StateDirectory>,
    waiting: &mut Vec<u64>,
    mode: AfterFailure,
    promised: &mut Promised,
) {
    let Some(directory) = open else {
        promised.failed_acts.extend(waiting.iter());
        if mode == AfterFailure::Drop {
            waiting.clear();
        }
        return;
    };
    let mut left = Vec::new();
    for number in waiting.drain(..) {
        // One after another: what was said later must not overtake.
        if left.is_empty() && directory.append(&act(number)).is_ok() {
            promised.acts.push(number);
            promised.failed_acts.retain(|failed| *failed != number);
        } else {
            promised.failed_acts.push(number);
            if mode == AfterFailure::Retry {
                left.push(number);
            }
        }
    }
    *waiting = left;
}

fn try_open(file_system: &Arc<dyn FileSystem>, path: &Path) -> Option<StateDirectory> {
    let Opened { directory, .. } =
        StateDirectory::open(Arc::clone(file_system), path, &options(WRITER)).ok()?;
    (*directory.access() == Access::ReadWrite).then_some(directory)
}
