//! The program started once more by itself, to fill templates of the user within limits: what one of
//! them can ask for must not be the end of a meeting.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use crate::paper::template::{Apart, NoAnswer, work};
use crate::store::apart::{Ended, ask, limit, this_program};

/// The only argument of such a start. It is for no person, so no help tells of it.
const ARGUMENT: &str = "--fill-a-template-apart";

/// Whether this process was started to fill templates.
pub(super) fn is_meant(arguments: &[OsString]) -> bool {
    matches!(arguments, [_program, argument] if argument == ARGUMENT)
}

/// Does the job on the standard input.
pub(super) fn run() -> ExitCode {
    limit();
    let mut job = Vec::new();
    let answer = std::io::stdin().read_to_end(&mut job).ok();
    let answer = answer.and_then(|_length| work(&job));
    let told = answer.map(|answer| std::io::stdout().lock().write_all(&answer));
    match told {
        Some(Ok(())) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// How other processes fill templates; none when this program does not know where it is.
pub(super) fn apart() -> Option<Apart> {
    let program = this_program().ok()?;
    Some(Apart::new(move |job| answer(&program, job)))
}

fn answer(program: &Path, job: &[u8]) -> Result<Vec<u8>, NoAnswer> {
    ask(program, ARGUMENT, job).map_err(|ended| match ended {
        Ended::NotStarted(_) => NoAnswer::NotStarted,
        Ended::Badly => NoAnswer::Died,
        Ended::Late => NoAnswer::TooLong,
    })
}
