//! `planerka backup FILE` and `planerka restore FILE`: the state directory in one file, and back.

use std::io::Write;
use std::path::PathBuf;

use crate::locale::Texts;
use crate::message;
use crate::store::backup::{
    Archive, BackupError, Comparison, OnExisting, backup, read_archive, restore,
};

use super::output::{DONE, FAULTS, Failure, Outcome, agreed, message, sits_somebody, stdout};
use super::{Common, start};

/// Arguments of `backup`.
#[derive(Debug, Clone, clap::Args)]
pub struct BackupArgs {
    /// A new file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// Arguments of `restore`.
#[derive(Debug, Clone, clap::Args)]
pub struct RestoreArgs {
    /// A file that `backup` made.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Replace files that differ without asking; copies are kept.
    #[arg(long, conflicts_with = "add")]
    pub replace: bool,
    /// Replace nothing: add files and acts of the journal that are missing.
    #[arg(long)]
    pub add: bool,
    /// Only say what would change.
    #[arg(long)]
    pub show: bool,
}

/// Saves the directory, open or not. What could not be read is told and makes the exit code 1.
pub(super) fn save(args: &BackupArgs, common: &Common, texts: &Texts) -> Outcome {
    let (directory, _source) = start::place(common);
    let file_system = start::file_system(common, texts)?;
    let made = backup(file_system.as_ref(), &directory, &args.file)
        .map_err(|error| said(texts, &error))?;
    let done = texts.with(
        "backup-done",
        &[
            ("files", made.files.len().into()),
            ("directory", directory.display().to_string().into()),
            ("path", made.path.display().to_string().into()),
            (
                "size",
                usize::try_from(made.length).unwrap_or(usize::MAX).into(),
            ),
        ],
    );
    say(&[done])?;
    for (path, kind) in &made.left_out {
        let kind = message::io_kind(texts, *kind);
        let path = path.display().to_string();
        message(&texts.with(
            "backup-left-out",
            &[("path", path.into()), ("kind", kind.into())],
        ));
    }
    Ok(if made.left_out.is_empty() {
        DONE
    } else {
        FAULTS
    })
}

/// Brings the directory back: says what would be replaced and asks, unless told before.
pub(super) fn restore_backup(args: &RestoreArgs, common: &Common, texts: &Texts) -> Outcome {
    let (directory, _source) = start::place(common);
    let file_system = start::file_system(common, texts)?;
    let archive =
        read_archive(file_system.as_ref(), &args.file).map_err(|error| said(texts, &error))?;
    let write = |on_existing| {
        let holder = start::holder();
        restore(
            file_system.as_ref(),
            &archive,
            &directory,
            &holder,
            on_existing,
        )
    };
    let paths = [
        ("path", args.file.display().to_string().into()),
        ("directory", directory.display().to_string().into()),
    ];
    let first = match (args.replace, args.add) {
        (true, _) => OnExisting::KeepCopies,
        (_, true) => OnExisting::Add,
        _ => OnExisting::Refuse,
    };
    let comparison = archive
        .compare(file_system.as_ref(), &directory)
        .map_err(|error| said(texts, &error))?;
    let preview = would_change(&comparison, first, texts);
    if args.show {
        tell_unsealed(&archive, texts);
        if preview.is_empty() {
            say(&[texts.with("restore-same", &paths)])?;
        }
        say(&preview)?;
        return Ok(DONE);
    }
    say(&preview)?;
    // Into a new place everything goes; where somebody works already he sees it first.
    let is_in_use = !(comparison.same.is_empty() && comparison.only_here.is_empty());
    let only_adds = comparison.differing.is_empty() || first == OnExisting::Add;
    if is_in_use && only_adds && !preview.is_empty() && sits_somebody() {
        let files = ("files", comparison.missing.len().into());
        if !agreed(&texts.with("restore-ask-missing", &[files]), texts)? {
            return Err(Failure::Said(texts.get("restore-not-done")));
        }
    }
    let restored = match write(first) {
        Err(BackupError::WouldReplace(comparison)) => {
            let question = texts.with(
                "restore-ask",
                &[
                    ("files", comparison.differing.len().into()),
                    (
                        "directory",
                        directory.join("backups").display().to_string().into(),
                    ),
                ],
            );
            if !agreed(&question, texts)? {
                return Err(said(texts, &BackupError::WouldReplace(comparison)));
            }
            write(OnExisting::KeepCopies)
        }
        other => other,
    }
    .map_err(|error| said(texts, &error))?;
    let mut lines = Vec::new();
    if restored.acts > 0 {
        lines.push(texts.with("restore-added", &[("acts", restored.acts.into())]));
    }
    if restored.lines > 0 {
        lines.push(texts.with("restore-lines", &[("lines", restored.lines.into())]));
    }
    if restored.written.is_empty() {
        if restored.acts == 0 && restored.lines == 0 {
            lines.push(texts.with("restore-same", &paths));
        }
    } else {
        let mut arguments = paths.to_vec();
        arguments.push(("files", restored.written.len().into()));
        lines.push(texts.with("restore-done", &arguments));
    }
    for path in &restored.kept {
        let path = path.display().to_string();
        lines.push(texts.with("restore-kept", &[("path", path.into())]));
    }
    let left = restored.left.iter();
    for name in left.chain(&restored.comparison.only_here) {
        lines.push(texts.with("restore-only-here", &[("name", name.clone().into())]));
    }
    say(&lines)?;
    tell_unsealed(&archive, texts);
    Ok(DONE)
}

/// What bringing the archive back would do to the directory, file by file.
fn would_change(comparison: &Comparison, how: OnExisting, texts: &Texts) -> Vec<String> {
    let missing = comparison.missing.iter();
    let mut lines: Vec<String> = missing
        .map(|name| texts.with("restore-missing", &[("name", name.clone().into())]))
        .collect();
    if how != OnExisting::Add {
        let differing = comparison.differing.iter();
        lines.extend(differing.map(|file| message::differing(texts, file)));
    }
    lines
}

fn tell_unsealed(archive: &Archive, texts: &Texts) {
    if !archive.is_sealed() {
        message(&texts.get("restore-not-sealed"));
    }
}

fn say(lines: &[String]) -> Result<(), Failure> {
    let mut output = stdout();
    for line in lines {
        writeln!(output, "{line}")?;
    }
    output.flush()?;
    Ok(())
}

fn said(texts: &Texts, error: &BackupError) -> Failure {
    Failure::Said(message::backup_error(texts, error))
}
