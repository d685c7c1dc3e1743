//! `planerka plan show`: every document with its headings and activities, with the dates their
//! deadlines are read as.

mod json;

use std::io::Write;

use crate::domain::deadline::Occurrence;
use crate::domain::document::{Activity, Document, DocumentKey, Node};
use crate::domain::workspace::{ActivityView, Workspace};
use crate::locale::Texts;

use super::super::Common;
use super::super::output::{DONE, Failure, Format, Outcome, print_json, stdout};
use super::super::start::open_read_only;

/// More occurrences than this are shown by their number and ends; `--json` has them all.
const SHOWN: usize = 4;

/// Arguments of the command.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct ShowArgs {
    /// Only this document.
    #[arg(long, value_name = "KEY")]
    pub document: Option<DocumentKey>,
    /// How it is printed.
    #[command(flatten)]
    pub format: Format,
}

pub(super) fn run(args: &ShowArgs, common: &Common, texts: &Texts) -> Outcome {
    let session = open_read_only(common, texts)?;
    let documents = chosen(&session.workspace, args.document, texts)?;
    if args.format.json {
        print_json(&json::plan(&documents, &session.workspace))?;
    } else {
        print(&documents, &session.workspace, texts)?;
    }
    Ok(DONE)
}

/// The documents asked for.
fn chosen<'a>(
    workspace: &'a Workspace,
    key: Option<DocumentKey>,
    texts: &Texts,
) -> Result<Vec<&'a Document>, Failure> {
    let found: Vec<&Document> = workspace
        .documents()
        .iter()
        .map(AsRef::as_ref)
        .filter(|document: &&Document| key.is_none_or(|key| document.key == key))
        .collect();
    if let (Some(key), true) = (key, found.is_empty()) {
        let known: Vec<String> = workspace
            .documents()
            .iter()
            .map(|document| document.key.to_string())
            .collect();
        return Err(Failure::Said(texts.with(
            "import-no-document",
            &[
                ("key", key.to_string().into()),
                ("known", known.join(", ").into()),
            ],
        )));
    }
    Ok(found)
}

fn print(shown: &[&Document], workspace: &Workspace, texts: &Texts) -> std::io::Result<()> {
    let mut output = stdout();
    for (place, document) in shown.iter().enumerate() {
        if place > 0 {
            writeln!(output)?;
        }
        print_document(&mut output, document, workspace, texts)?;
    }
    output.flush()
}

fn print_document(
    output: &mut dyn Write,
    document: &Document,
    workspace: &Workspace,
    texts: &Texts,
) -> std::io::Result<()> {
    let requisites = &document.requisites;
    writeln!(output, "{}", document.title())?;
    if let Some(date) = requisites.date
        && !requisites.number.is_blank()
    {
        writeln!(
            output,
            "{}",
            texts.with(
                "cli-plan-order",
                &[
                    ("kind", requisites.kind.to_string().into()),
                    ("date", texts.date_full(date).into()),
                    ("number", requisites.number.to_string().into()),
                    ("issuer", requisites.issuer.to_string().into()),
                ],
            )
        )?;
    }
    for row in document.rows() {
        match row.node {
            Node::Heading(heading) => {
                writeln!(output, "\n{}", heading.name())?;
                print_cells(
                    output,
                    &[
                        ("cli-plan-term", heading.term.to_string()),
                        ("cli-plan-responsible", heading.responsible.to_string()),
                        ("cli-plan-result", heading.result.to_string()),
                    ],
                    texts,
                )?;
            }
            Node::Activity(activity) => {
                let found = workspace.activity(activity.key);
                print_activity(output, activity, found.map(|(_, view)| view), texts)?;
            }
        }
    }
    Ok(())
}

fn print_activity(
    output: &mut dyn Write,
    activity: &Activity,
    view: Option<&ActivityView>,
    texts: &Texts,
) -> std::io::Result<()> {
    writeln!(output, "\n  {}", activity.name())?;
    let due = view.map(|view| dues(&view.occurrences, texts));
    print_cells(
        output,
        &[
            ("cli-plan-term", activity.term.to_string()),
            ("cli-plan-due", due.unwrap_or_default()),
            (
                "cli-plan-responsible",
                activity.responsible_subject.to_string(),
            ),
            ("cli-plan-executors", activity.executors.to_string()),
            ("cli-plan-result", activity.result.to_string()),
        ],
        texts,
    )?;
    for (label, text) in activity.other.iter().filter(|(_, text)| !text.is_blank()) {
        writeln!(output, "        {label}: {text}")?;
    }
    Ok(())
}

/// Cells with their labels; what the document lacks is left out.
fn print_cells(
    output: &mut dyn Write,
    cells: &[(&str, String)],
    texts: &Texts,
) -> std::io::Result<()> {
    for (label, text) in cells.iter().filter(|(_, text)| !text.trim().is_empty()) {
        writeln!(output, "        {} {text}", texts.get(label))?;
    }
    Ok(())
}

/// «31.05.2023, 31.01.2024», «84: 25.05.2023 … 26.12.2024».
fn dues(occurrences: &[Occurrence], texts: &Texts) -> String {
    let said = |one: &Occurrence| {
        one.due
            .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due))
    };
    match occurrences {
        [first, .., last] if occurrences.len() > SHOWN => {
            format!("{}: {} … {}", occurrences.len(), said(first), said(last))
        }
        few => few.iter().map(said).collect::<Vec<_>>().join(", "),
    }
}
