//! `planerka pack YEAR` and `planerka unpack YEAR`: the journal of a year that is over in one file,
//! and back.

use std::io::Write;
use std::path::Path;

use chrono::Datelike;

use crate::domain::moment::Moment;
use crate::domain::operation::{Operation, Record};
use crate::locale::Texts;
use crate::message;
use crate::store::state_directory::{Opened, PackError, load_workspace};
use crate::tui::program::{Surroundings, System};

use super::output::{DONE, FAULTS, Failure, Outcome, stdout};
use super::{Common, start};

/// Arguments of both.
#[derive(Debug, Clone, clap::Args)]
pub struct PackArgs {
    /// The year, like 2023.
    #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1000..=9999))]
    pub year: i32,
}

/// Packs a year; one that goes on is refused.
pub(super) fn pack(args: &PackArgs, common: &Common, texts: &Texts) -> Outcome {
    let year = args.year;
    let today = start::today(common);
    let named = || vec![("year", year.to_string().into())];
    if year >= today.year() {
        return Err(Failure::Said(texts.with("pack-not-over", &named())));
    }
    let opened = start::open(common, false, texts)?;
    start::tell(texts, &opened.findings);
    let Opened {
        mut directory,
        records,
        ..
    } = opened;
    let workspace = load_workspace(&mut directory, records)?;
    let refused = |error: PackError| said(texts, year, &error);
    directory.can_pack(year).map_err(refused)?;
    let keep = workspace.settings().backups.keep;
    let label = format!("before-packing-{year}");
    directory
        .keep_copy(&label, keep)
        .map_err(|error| Failure::Said(message::backup_error(texts, &error)))?;
    let mut surroundings = System::new(common.today);
    let record = Record {
        id: surroundings.new_id(),
        clock: workspace.ledger().clock() + 1,
        at: Moment::new(surroundings.now()),
        writer: directory.writer().clone(),
        act: surroundings.new_id(),
        day: today,
        meeting: None,
        op: Operation::PackYear { year },
    };
    let packed = directory.pack_year(year, &[record]).map_err(refused)?;
    let mut lines = vec![texts.with(
        "pack-done",
        &[
            ("year", year.to_string().into()),
            ("files", packed.files.into()),
            ("acts", packed.acts.into()),
            ("path", shown(&packed.path)),
            ("before", kilobytes(packed.before)),
            ("after", kilobytes(packed.after)),
        ],
    )];
    let left = packed.left.iter();
    lines.extend(left.map(|path| texts.with("pack-left", &[("path", shown(path))])));
    say(&lines, packed.left.is_empty())
}

/// Brings the journal files of a packed year back.
pub(super) fn unpack(args: &PackArgs, common: &Common, texts: &Texts) -> Outcome {
    let year = args.year;
    let opened = start::open(common, false, texts)?;
    start::tell(texts, &opened.findings);
    let mut directory = opened.directory;
    let unpacked = directory
        .unpack_year(year)
        .map_err(|error| said(texts, year, &error))?;
    let mut lines = vec![texts.with(
        "unpack-done",
        &[
            ("year", year.to_string().into()),
            ("files", unpacked.files.len().into()),
        ],
    )];
    let left = unpacked.left.iter();
    lines.extend(left.map(|path| texts.with("pack-left", &[("path", shown(path))])));
    say(&lines, unpacked.left.is_empty())
}

fn said(texts: &Texts, year: i32, error: &PackError) -> Failure {
    let year = ("year", year.to_string().into());
    Failure::Said(match error {
        PackError::Store(error) => message::store_error(texts, error),
        PackError::Nothing { .. } => texts.with("pack-nothing", &[year]),
        PackError::NotWhole(finding) => {
            let what = message::finding(texts, finding).line();
            let place = finding.place.to_string();
            texts.with(
                "pack-not-whole",
                &[year, ("place", place.into()), ("what", what.into())],
            )
        }
        PackError::Damaged { path } => texts.with("pack-damaged", &[("path", shown(path))]),
        PackError::TooLarge { path } => texts.with("pack-too-large", &[("path", shown(path))]),
    })
}

fn shown(path: &Path) -> crate::locale::Argument {
    path.display().to_string().into()
}

fn kilobytes(bytes: u64) -> crate::locale::Argument {
    let kilobytes = usize::try_from(bytes.div_ceil(1024));
    kilobytes.unwrap_or(usize::MAX).into()
}

fn say(lines: &[String], is_all: bool) -> Outcome {
    let mut output = stdout();
    for line in lines {
        writeln!(output, "{line}")?;
    }
    output.flush()?;
    Ok(if is_all { DONE } else { FAULTS })
}
