//! Where text goes and how a command ends.

pub(super) mod report;
mod visible;

use std::io::{self, BufRead, BufWriter, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::locale::Texts;
use crate::message;
use crate::store::document::DocumentError;

pub(super) use report::Report;
pub(super) use visible::{Visible, visible};

/// How a command that prints data prints it.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub struct Format {
    /// JSON in place of text.
    #[arg(long)]
    pub json: bool,
}

/// How a command ended: with an exit code, or before its end.
pub(super) type Outcome = Result<u8, Failure>;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// Nobody takes what is printed, or it cannot be written.
    Output(io::Error),
    /// Something is not there or cannot be used; in words.
    Said(String),
    /// A document cannot be used.
    Document(Box<DocumentError>),
    /// A file cannot be used; in words, with its place.
    Report(Box<Report>),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        Self::Document(Box::new(error))
    }
}

/// The exit code of a command that did what was asked.
pub(super) const DONE: u8 = 0;
/// The exit code of one that found nothing, or found faults.
pub(super) const FAULTS: u8 = 1;

/// Ends the program: says what stopped it. A reader that has left (`planerka plan show | head`)
/// is no failure.
pub(super) fn finish(outcome: Outcome, texts: &Texts) -> ExitCode {
    let failure = match outcome {
        Ok(code) => return ExitCode::from(code),
        Err(failure) => failure,
    };
    match failure {
        Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Failure::Output(error) => {
            let kind = message::io_kind(texts, error.kind());
            message(&texts.with("cli-output-failed", &[("kind", kind.into())]));
        }
        Failure::Said(words) => message(&words),
        Failure::Document(error) => tell(&Report::of_document(texts, &error)),
        Failure::Report(said) => tell(&said),
    }
    ExitCode::from(FAULTS)
}

fn tell(report: &Report) {
    let mut errors = Visible::new(io::stderr().lock());
    // With stderr gone there is nobody left to tell.
    let _ = write!(errors, "planerka: ").and_then(|()| report::print_block(&mut errors, report));
}

/// Says something on stderr.
pub(super) fn message(words: &str) {
    // With stderr gone there is nobody left to tell.
    let _ = writeln!(io::stderr().lock(), "planerka: {}", visible(words));
}

/// Whether somebody sits at a terminal and can be asked.
pub(super) fn sits_somebody() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks somebody at a terminal; only a clear yes is one, in either language. Where nobody sits the
/// answer is no.
pub(super) fn agreed(question: &str, texts: &Texts) -> Result<bool, Failure> {
    if !sits_somebody() {
        return Ok(false);
    }
    let mut errors = io::stderr().lock();
    write!(errors, "{} ", visible(question))?;
    errors.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    let answer = answer.trim().to_lowercase();
    let meant = texts.get("cli-yes");
    Ok(meant.split_whitespace().any(|yes| yes == answer))
}

/// Asks somebody at a terminal which of several answers it is, each a list of words that mean it;
/// its place, or nothing where nobody sits or nothing is answered.
pub(super) fn chosen(question: &str, answers: &[String]) -> Result<Option<usize>, Failure> {
    if !sits_somebody() {
        return Ok(None);
    }
    loop {
        let mut errors = io::stderr().lock();
        write!(errors, "{question} ")?;
        errors.flush()?;
        let mut answer = String::new();
        let length = io::stdin().lock().read_line(&mut answer)?;
        let answer = answer.trim().to_lowercase();
        if length == 0 || answer.is_empty() {
            return Ok(None);
        }
        let is_meant = |words: &String| words.split_whitespace().any(|word| word == answer);
        if let Some(place) = answers.iter().position(is_meant) {
            return Ok(Some(place));
        }
    }
}

/// stdout for people: locked, buffered, control characters shown.
pub(super) fn stdout() -> Visible<BufWriter<StdoutLock<'static>>> {
    Visible::new(BufWriter::new(io::stdout().lock()))
}

/// Prints one JSON document.
pub(super) fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut output = BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut output, value).map_err(io::Error::from)?;
    writeln!(output)?;
    output.flush()?;
    Ok(())
}
