//! Filling a template in another process: one that the user wrote can ask for any amount of memory
//! in a handful of steps, and what runs out of memory or stack ends without a word.
//!
//! How that process is started and held is not known here: a job goes out as bytes, an answer comes
//! back as bytes or does not.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::value::Value;
use serde::{Deserialize, Serialize};

use super::fault::{TemplateFault, TemplateProblem, locate};
use super::{FUEL, Templates};

/// Why no answer came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoAnswer {
    /// The process could not be started or talked to.
    NotStarted,
    /// It ended in the middle: out of memory, out of stack.
    Died,
    /// It was ended, because it took too long.
    TooLong,
}

type Ask = dyn Fn(&[u8]) -> Result<Vec<u8>, NoAnswer> + Send + Sync;

/// Another process that fills templates.
#[derive(Clone)]
pub struct Apart(Arc<Ask>);

impl fmt::Debug for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Apart")
    }
}

#[derive(Serialize, Deserialize)]
struct Job {
    name: String,
    files: BTreeMap<String, String>,
    data: Value,
    fuel: u64,
}

#[derive(Serialize, Deserialize)]
enum Answer {
    Text(String),
    Fault(TemplateFault),
}

/// Does a job in the process meant for it.
pub fn work(job: &[u8]) -> Option<Vec<u8>> {
    let job: Job = serde_json::from_slice(job).ok()?;
    let templates = Templates::new(job.files);
    let answer = match templates.fill_here(&job.name, &job.data, job.fuel) {
        Ok(text) => Answer::Text(text),
        Err(fault) => Answer::Fault(fault),
    };
    serde_json::to_vec(&answer).ok()
}

impl Apart {
    /// Wraps what takes a job to another process, where [`work`] does it.
    pub fn new(ask: impl Fn(&[u8]) -> Result<Vec<u8>, NoAnswer> + Send + Sync + 'static) -> Self {
        Self(Arc::new(ask))
    }

    pub(super) fn fill(
        &self,
        name: &str,
        files: &BTreeMap<String, String>,
        data: &Value,
    ) -> Result<String, TemplateFault> {
        let failed = |problem, detail: &str| TemplateFault::whole(name, problem, detail);
        let ask = |fuel| {
            let job = Job {
                name: name.to_owned(),
                files: files.clone(),
                data: data.clone(),
                fuel,
            };
            let job = serde_json::to_vec(&job).map_err(|_error| NoAnswer::NotStarted)?;
            let answer = (self.0)(&job)?;
            serde_json::from_slice(&answer).map_err(|_error| NoAnswer::Died)
        };
        match ask(FUEL) {
            Ok(Answer::Text(text)) => Ok(text),
            Ok(Answer::Fault(fault)) => Err(fault),
            Err(NoAnswer::NotStarted) => Err(failed(
                TemplateProblem::Other,
                "no process of its own could be started",
            )),
            Err(NoAnswer::TooLong) => Err(failed(TemplateProblem::Endless, "too slow")),
            Err(NoAnswer::Died) => {
                let place = locate(|fuel| match ask(fuel) {
                    Ok(Answer::Fault(fault)) if fault.problem == TemplateProblem::Endless => {
                        Some(fault)
                    }
                    _ => None,
                });
                let whole = failed(TemplateProblem::TooLarge, "out of memory");
                Err(place.map_or(whole.clone(), |place| place.but(&whole)))
            }
        }
    }
}
