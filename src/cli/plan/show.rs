//! `planerka plan show`: every document with its headings and activities, with the dates their
//! deadlines are read as.

use std::io::Write;

use serde_json::{Value, json};

use crate::domain::deadline::Occurrence;
use crate::domain::document::{Activity, Document, DocumentKey, Heading, Node};
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::basis::{Link, Relation};
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
        print_json(&as_json(&documents, &session.workspace))?;
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
        .filter(|document| key.is_none_or(|key| document.key == key))
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

/// Everything as it stands: documents with their requisites, activities with keys, numbers and the
/// headings above them; for plans of three levels the tree they are known by, too.
fn as_json(shown: &[&Document], workspace: &Workspace) -> Value {
    let documents: Vec<Value> = shown
        .iter()
        .map(|document| document_json(document, workspace))
        .collect();
    let activities: Vec<Value> = shown
        .iter()
        .flat_map(|document| document.activities())
        .map(|activity| flat_json(activity, workspace))
        .collect();
    let first = shown.first();
    let directions: Vec<Value> = shown
        .iter()
        .flat_map(|document| directions_json(document, workspace))
        .collect();
    json!({
        "documents": documents,
        "activities": activities,
        "directions": directions,
        "indicators": first.map(|document| &document.indicators),
        "glossary": first.map(|document| &document.glossary),
        "abbreviations": first.map(|document| &document.abbreviations),
    })
}

fn document_json(document: &Document, workspace: &Workspace) -> Value {
    let requisites = &document.requisites;
    let links: Vec<Value> = workspace.links(document).iter().map(link_json).collect();
    let resting: Vec<DocumentKey> = workspace
        .linked_by(document)
        .into_iter()
        .map(|(_, key)| key)
        .collect();
    json!({
        "key": document.key,
        "short": document.short_name(),
        "kind": text_or_null(&requisites.kind),
        "issuer": text_or_null(&requisites.issuer),
        "date": requisites.date,
        "number": text_or_null(&requisites.number),
        "place": text_or_null(&requisites.place),
        "title": text_or_null(&requisites.title),
        "plan_title": text_or_null(&requisites.plan_title),
        "amends": text_or_null(&requisites.amends),
        "basis": text_or_null(&requisites.basis),
        "controller": text_or_null(&document.controller),
        "links": links,
        "rests_on_it": resting,
        "taken_on_control": document.taken_on_control,
        "period": document.period,
        "levels": document.levels,
        "activities": document.activities().count(),
        "indicators": document.indicators,
        "glossary": document.glossary,
        "abbreviations": document.abbreviations,
    })
}

/// Another text it rests on or amends, and the document on control that it is.
fn link_json(link: &Link) -> Value {
    json!({
        "relation": match link.relation {
            Relation::RestsOn => "rests-on",
            Relation::Amends => "amends",
        },
        "date": link.reference.date,
        "number": link.reference.number,
        "document": link.document,
    })
}

fn text_or_null(text: &SafeText) -> Value {
    if text.is_blank() {
        Value::Null
    } else {
        text.as_str().into()
    }
}

/// The levels most plans have: directions, measures, activities. A document that lacks one has a
/// level without number and title in its place.
fn directions_json(document: &Document, workspace: &Workspace) -> Vec<Value> {
    let mut directions = Vec::new();
    let mut loose = Vec::new();
    for node in &document.content {
        match node {
            Node::Activity(activity) => loose.push(activity_json(activity, workspace)),
            Node::Heading(heading) => directions.push(json!({
                "number": number_json(&heading.number),
                "title": heading.title,
                "measures": measures_json(heading, workspace),
            })),
        }
    }
    if !loose.is_empty() {
        let measures = json!([{ "number": null, "title": null, "activities": loose }]);
        directions.insert(
            0,
            json!({ "number": null, "title": null, "measures": measures }),
        );
    }
    directions
}

fn measures_json(direction: &Heading, workspace: &Workspace) -> Vec<Value> {
    let mut measures = Vec::new();
    let mut loose = Vec::new();
    for node in &direction.children {
        match node {
            Node::Activity(activity) => loose.push(activity_json(activity, workspace)),
            Node::Heading(heading) => {
                let mut below = Vec::new();
                leaves(&heading.children, &mut below);
                let activities: Vec<Value> = below
                    .into_iter()
                    .map(|activity| activity_json(activity, workspace))
                    .collect();
                let mut measure = json!({
                    "number": text_or_null(&heading.number),
                    "title": heading.title,
                    "activities": activities,
                });
                if let Value::Object(cells) = &mut measure {
                    for (name, text) in [
                        ("responsible_subject", &heading.responsible),
                        ("term", &heading.term),
                        ("result", &heading.result),
                    ] {
                        if !text.is_blank() {
                            cells.insert(name.to_owned(), text.as_str().into());
                        }
                    }
                }
                measures.push(measure);
            }
        }
    }
    if !loose.is_empty() {
        measures.insert(
            0,
            json!({ "number": null, "title": null, "activities": loose }),
        );
    }
    measures
}

fn leaves<'a>(nodes: &'a [Node], found: &mut Vec<&'a Activity>) {
    for node in nodes {
        match node {
            Node::Activity(activity) => found.push(activity),
            Node::Heading(heading) => leaves(&heading.children, found),
        }
    }
}

/// A plain number of a direction is a number for programs, as it always was.
fn number_json(number: &SafeText) -> Value {
    number
        .parse::<u32>()
        .map_or_else(|_text| text_or_null(number), Value::from)
}

fn occurrences_json(activity: &Activity, workspace: &Workspace) -> Vec<Value> {
    workspace
        .activity(activity.key)
        .map(|(_, view)| view.occurrences.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|one| json!({ "start": one.window.first, "end": one.window.last, "due": one.due }))
        .collect()
}

fn other_json(activity: &Activity) -> Value {
    let cells = activity
        .other
        .iter()
        .map(|(label, text)| (label.to_string(), Value::from(text.as_str())));
    Value::Object(cells.collect())
}

fn flat_json(activity: &Activity, workspace: &Workspace) -> Value {
    let path: Vec<Value> = workspace
        .path(activity.key)
        .iter()
        .map(|heading| json!({ "number": text_or_null(&heading.number), "title": heading.title }))
        .collect();
    json!({
        "key": activity.key,
        "document": workspace.document_of(activity.key).map(|document| document.key),
        "number": text_or_null(&activity.number),
        "path": path,
        "title": activity.title,
        "responsible_subject": activity.responsible_subject,
        "executors": activity.executors,
        "term": activity.term,
        "result": activity.result,
        "other": other_json(activity),
        "occurrences": occurrences_json(activity, workspace),
    })
}

fn activity_json(activity: &Activity, workspace: &Workspace) -> Value {
    json!({
        "number": text_or_null(&activity.number),
        "title": activity.title,
        "responsible_subject": activity.responsible_subject,
        "executors": activity.executors,
        "term": activity.term,
        "result": activity.result,
        "other": other_json(activity),
        "id": activity.key,
        "occurrences": occurrences_json(activity, workspace),
    })
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
