//! A short life of a state directory, and what it was told had succeeded.

use std::collections::BTreeMap;
use std::fmt;
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

/// What a program says while it works: the only source of what was promised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// An act is about to be recorded, or could not be.
    Trying(u64),
    /// An act is recorded.
    Recorded(u64),
    /// A version of a document is about to be written.
    TryingDocument(&'static str, u64),
    /// A version of a document is written.
    Wrote(&'static str, u64),
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Trying(number) => write!(f, "trying {number}"),
            Self::Recorded(number) => write!(f, "recorded {number}"),
            Self::TryingDocument(name, version) => write!(f, "trying {version} {name}"),
            Self::Wrote(name, version) => write!(f, "wrote {version} {name}"),
        }
    }
}

impl Said {
    /// Reads back what one process has told another.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (verb, number) = (words.next()?, words.next()?.parse().ok()?);
        let document = match words.next() {
            None => None,
            Some(name) => Some(*[PLAN, MINUTES].iter().find(|known| **known == name)?),
        };
        match (verb, document) {
            ("trying", None) => Some(Self::Trying(number)),
            ("recorded", None) => Some(Self::Recorded(number)),
            ("trying", Some(name)) => Some(Self::TryingDocument(name, number)),
            ("wrote", Some(name)) => Some(Self::Wrote(name, number)),
            _ => None,
        }
    }
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

impl Promised {
    /// Takes in what the program said.
    pub fn hear(&mut self, said: Said) {
        match said {
            Said::Trying(number) => {
                if !self.failed_acts.contains(&number) {
                    self.failed_acts.push(number);
                }
            }
            Said::Recorded(number) => {
                self.acts.push(number);
                self.failed_acts.retain(|failed| *failed != number);
            }
            Said::TryingDocument(name, version) => {
                self.documents.entry(name).or_default().1.push(version);
            }
            Said::Wrote(name, version) => {
                self.documents.insert(name, (Some(version), Vec::new()));
            }
        }
    }

    /// What a dead process has promised, by its last words; a word cut short is none.
    pub fn from_words(words: &str) -> Self {
        let mut promised = Self::default();
        let whole = words
            .split_inclusive('\n')
            .filter_map(|line| line.strip_suffix('\n'));
        for said in whole.filter_map(Said::parse) {
            promised.hear(said);
        }
        promised
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Act(u64),
    /// An edition is adopted: a copy of the directory, then the act.
    Adoption(u64),
    Document(&'static str, OnForeign, u64),
    Reopen,
    /// The year is packed, which is an act.
    Pack(u64),
    Unpack,
}

/// What the program is asked to do, one thing after another.
#[derive(Clone, Debug)]
pub struct Script(Vec<Step>);

/// The year of all acts.
const YEAR: i32 = 2023;
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
            Step::Adoption(5),
        ])
    }

    /// A year is packed, recorded in once more, packed together with that, and unpacked.
    pub fn years() -> Self {
        Self(vec![
            Step::Act(1),
            Step::Act(3),
            Step::Pack(6),
            Step::Act(2),
            Step::Reopen,
            Step::Pack(9),
            Step::Act(4),
            Step::Unpack,
            Step::Act(7),
        ])
    }

    /// Any mixture.
    pub fn random(seed: u64, length: u64) -> Self {
        let mut random = Random::new(seed);
        let step = |number: u64| match random.below(10) {
            8 => Step::Pack(number),
            9 => Step::Unpack,
            0 => Step::Document(MINUTES, OnForeign::KeepCopy, number),
            1 => Step::Document(PLAN, OnForeign::Refuse, number),
            2 => Step::Reopen,
            _ if number.is_multiple_of(5) => Step::Adoption(number),
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
    run_aloud(script, file_system, path, mode, &mut |said| {
        promised.hear(said);
    });
    promised
}

/// Runs the script and says what it does.
pub fn run_aloud(
    script: &Script,
    file_system: &Arc<dyn FileSystem>,
    path: &Path,
    mode: AfterFailure,
    say: &mut dyn FnMut(Said),
) {
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
            Step::Act(number) | Step::Adoption(number) => {
                // The program adopts nothing where the copy could not be made.
                if let Step::Adoption(_) = step {
                    let copied = open.as_mut().map(|it| it.keep_copy("before-edition", 10));
                    if !matches!(copied, Some(Ok(_))) {
                        say(Said::Trying(number));
                        continue;
                    }
                }
                waiting.push(number);
                record(open.as_mut(), &mut waiting, mode, say);
            }
            Step::Pack(number) => {
                say(Said::Trying(number));
                let packed = open
                    .as_mut()
                    .is_some_and(|it| it.pack_year(YEAR, &act(number)).is_ok());
                if packed {
                    say(Said::Recorded(number));
                }
            }
            Step::Unpack => {
                let _as_far_as_it_goes = open.as_mut().map(|it| it.unpack_year(YEAR));
            }
            Step::Document(name, on_foreign, version) => {
                say(Said::TryingDocument(name, version));
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
                    say(Said::Wrote(name, version));
                }
            }
        }
    }
}

fn record(
    mut open: Option<&mut StateDirectory>,
    waiting: &mut Vec<u64>,
    mode: AfterFailure,
    say: &mut dyn FnMut(Said),
) {
    let mut left = Vec::new();
    for number in waiting.drain(..) {
        say(Said::Trying(number));
        // One after another: what was said later must not overtake.
        let recorded = left.is_empty()
            && open
                .as_mut()
                .is_some_and(|directory| directory.append(&act(number)).is_ok());
        if recorded {
            say(Said::Recorded(number));
        } else if mode == AfterFailure::Retry {
            left.push(number);
        }
    }
    *waiting = left;
}

/// Opens the directory for writing, or not at all.
pub fn try_open(file_system: &Arc<dyn FileSystem>, path: &Path) -> Option<StateDirectory> {
    let Opened { directory, .. } =
        StateDirectory::open(Arc::clone(file_system), path, &options(WRITER)).ok()?;
    (*directory.access() == Access::ReadWrite).then_some(directory)
}
