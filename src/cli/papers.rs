//! `planerka minutes|tactical|agenda|extract|report|card`: papers from the shell.
//!
//! Without a format and a place papers go to the standard output as text, one after another, and
//! so does one paper in one text format; the rest goes to files named by date and kind, in
//! `export/` of the state directory or the directory `-o` names.

mod approved;
mod command;
mod progress;
mod request;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::output::{DONE, FAULTS, Failure, Outcome, agreed, message};
use super::{Common, apart, start};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::message;
use crate::paper::template::{TemplateFault, Templates};
use crate::paper::{Approved, DocumentRenderError, Format, Request, render};
use crate::store::document::read_bytes;
use crate::store::export::Exporter;
use crate::store::file_system::RealFileSystem;
use crate::store::template::LETTERHEAD_LIMIT;
use approved::ApprovedReader;
pub(super) use command::PaperCommand;
pub(super) use command::{
    CardArgs, DutiesArgs, EditionArgs, ExecutionArgs, ExtractArgs, PaperArgs, ParticipantsArgs,
    ReportArgs, VersionArgs,
};
use progress::Progress;

/// Refuses a format the paper does not exist in: before anything is read, let alone written.
fn refuse_impossible(command: &PaperCommand, texts: &Texts) -> Result<(), Failure> {
    let kind = command.kind();
    let possible = kind.formats();
    let impossible = command.args().formats.iter();
    let mut impossible = impossible.filter(|format| !possible.contains(format));
    match impossible.next().copied() {
        Some(format) => Err(Failure::Said(message::render_error(
            texts,
            &DocumentRenderError::NotAvailable { kind, format },
        ))),
        None => Ok(()),
    }
}

/// Runs a command; messages go to the standard error.
pub(super) fn run(common: &Common, command: &PaperCommand, texts: &Texts) -> Outcome {
    refuse_impossible(command, texts)?;
    let session = start::open_read_only(common, texts)?;
    let workspace = &session.workspace;
    if let PaperCommand::Card(CardArgs {
        activity: Some(typed),
        ..
    })
    | PaperCommand::Participants(ParticipantsArgs {
        point: Some(typed), ..
    }) = command
        && workspace.activities_called(typed).is_empty()
    {
        let words = texts.with("papers-no-activity", &[("activity", typed.clone().into())]);
        return Err(Failure::Said(words));
    }
    let mut approved = ApprovedReader {
        directory: &session.directory,
        workspace,
        texts,
        read: Approved::default(),
        unproved: BTreeSet::new(),
    };
    let requests =
        request::requests(&mut approved, command, session.today).map_err(Failure::Said)?;
    let args = command.args();
    let found = session.directory.templates();
    for error in &found.errors {
        message(&message::document_error(texts, error));
    }
    let mut maker = Maker {
        workspace,
        approved,
        templates: on_letterhead(
            Templates::new(found.files)
                .with_letterheads(found.letterheads)
                .apart(apart::apart()),
            args,
            texts,
        )?,
        texts,
        faults: Vec::new(),
    };
    let formats = match args.formats.as_slice() {
        [] => &[Format::Text],
        given => given,
    };
    let files: Vec<(&Request, Format)> = requests
        .iter()
        .flat_map(|request| formats.iter().map(move |format| (request, *format)))
        .collect();
    if is_to_stdout(args, &files) {
        to_stdout(&files, &mut maker)?;
    } else {
        let exporter = session.directory.exporter();
        to_files(args, &files, &mut maker, exporter, session.directory.path())?;
    }
    if maker.faults.is_empty() && found.errors.is_empty() {
        return Ok(DONE);
    }
    for broken in &maker.faults {
        message(&message::template_line(texts, broken));
    }
    Ok(FAULTS)
}

/// All papers on the letterhead that is asked for, if one is.
fn on_letterhead(
    templates: Templates,
    args: &PaperArgs,
    texts: &Texts,
) -> Result<Templates, Failure> {
    let Some(path) = &args.letterhead else {
        return Ok(templates);
    };
    let bytes = read_bytes(&RealFileSystem::private(), path, LETTERHEAD_LIMIT)
        .map_err(|error| Failure::Said(message::document_error(texts, &error)))?;
    // A path, also where it is a name alone: it is none of `templates/`.
    let shown = std::path::absolute(path).unwrap_or_else(|_| path.clone());
    Ok(templates.on_letterhead(&shown.display().to_string(), bytes))
}

/// Makes papers and keeps in mind which templates were broken, each once.
struct Maker<'a> {
    workspace: &'a Workspace,
    approved: ApprovedReader<'a>,
    templates: Templates,
    texts: &'a Texts,
    faults: Vec<TemplateFault>,
}

impl Maker<'_> {
    fn make(&mut self, request: &Request, format: Format) -> Result<Vec<u8>, Failure> {
        self.approved.read_for(request);
        let approved = &self.approved.read;
        let rendered = render(request, format, self.workspace, approved, &self.templates)
            .map_err(|error| Failure::Said(message::render_error(self.texts, &error)))?;
        if let Some(broken) = rendered.fault
            && !self.faults.contains(&broken)
        {
            self.faults.push(broken);
        }
        Ok(rendered.bytes)
    }
}

fn is_to_stdout(args: &PaperArgs, files: &[(&Request, Format)]) -> bool {
    match &args.output {
        Some(path) => path == Path::new("-"),
        // Who names neither a format nor a place wants to read.
        None if args.formats.is_empty() => true,
        None => files.len() == 1 && files.iter().all(|(_, format)| format.is_text()),
    }
}

/// Texts one after another; what is no text only alone and not into a terminal.
fn to_stdout(files: &[(&Request, Format)], maker: &mut Maker<'_>) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    if let Some((_, format)) = files.iter().find(|(_, format)| !format.is_text())
        && (files.len() > 1 || stdout.is_terminal())
    {
        let format = format.to_string();
        let words = maker
            .texts
            .with("papers-binary", &[("format", format.into())]);
        return Err(Failure::Said(words));
    }
    for (place, (request, format)) in files.iter().enumerate() {
        if place > 0 && *format == Format::Text {
            writeln!(stdout)?;
        }
        stdout.write_all(&maker.make(request, *format)?)?;
    }
    stdout.flush()?;
    Ok(())
}

fn to_files(
    args: &PaperArgs,
    files: &[(&Request, Format)],
    maker: &mut Maker<'_>,
    mut exporter: Exporter,
    state: &Path,
) -> Result<(), Failure> {
    let texts = maker.texts;
    let mut progress = Progress::new(files.len());
    let mut place = state.join("export");
    let mut differing = Vec::new();
    for (request, format) in files {
        let name = request.file_name(*format);
        let path = target(args, &exporter, state, &name, files.len());
        let bytes = maker.make(request, *format)?;
        if let Some(parent) = path.parent() {
            parent.clone_into(&mut place);
        }
        if !args.replace && exporter.would_replace(&path, &bytes) {
            differing.push((path, *request, *format));
            continue;
        }
        write(&mut exporter, &path, &bytes, &mut progress, texts)?;
    }
    if !differing.is_empty() {
        for (path, ..) in &differing {
            let path = path.display().to_string();
            progress.say(&texts.with("papers-differs", &[("path", path.into())]));
        }
        let counted = [("files", differing.len().into())];
        if !agreed(&texts.with("papers-replace-ask", &counted), texts)? {
            return Err(Failure::Said(texts.with("papers-left", &counted)));
        }
        for (path, request, format) in differing {
            let bytes = maker.make(request, format)?;
            write(&mut exporter, &path, &bytes, &mut progress, texts)?;
        }
    }
    let place = place.display().to_string();
    progress.finish(&texts.with(
        "documents-written",
        &[("files", files.len().into()), ("place", place.into())],
    ));
    Ok(())
}

/// Writes one file; what it takes the place of is kept and told of.
fn write(
    exporter: &mut Exporter,
    path: &Path,
    bytes: &[u8],
    progress: &mut Progress,
    texts: &Texts,
) -> Result<(), Failure> {
    let written = exporter
        .write(path, bytes)
        .map_err(|error| Failure::Said(message::write_error(texts, &error)))?;
    progress.step(&written.path);
    if let Some(kept) = written.kept {
        let kept = kept.display().to_string();
        progress.say(&texts.with("papers-kept", &[("path", kept.into())]));
    }
    Ok(())
}

/// A single file goes where `-o` says, unless that is a directory; several go into it.
fn target(
    args: &PaperArgs,
    exporter: &Exporter,
    state: &Path,
    name: &str,
    count: usize,
) -> PathBuf {
    match &args.output {
        Some(path) if count == 1 && !exporter.is_directory(path) => path.clone(),
        Some(path) => path.join(name),
        None => state.join("export").join(name),
    }
}
