//! The documents as JSON, written as it is read: a document of ten thousand activities is not
//! built a second time in memory.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::domain::date::Date;
use crate::domain::deadline::Occurrence;
use crate::domain::document::{Activity, ActivityKey, Document, DocumentKey, Heading, Node};
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::Workspace;
use crate::domain::workspace::basis::{Link, Relation};

/// Everything as it stands: documents with their requisites, activities with keys, numbers and the
/// headings above them; for plans of three levels the tree they are known by, too.
#[derive(Debug, Serialize)]
pub(super) struct Plan<'a> {
    documents: Vec<Value>,
    activities: Vec<Flat<'a>>,
    directions: Vec<Direction<'a>>,
    indicators: Value,
    glossary: Value,
    abbreviations: Value,
}

/// The documents that are shown.
pub(super) fn plan<'a>(shown: &[&'a Document], workspace: &'a Workspace) -> Plan<'a> {
    let all = shown.iter().flat_map(|document| document.activities());
    let first = shown.first();
    Plan {
        abbreviations: json!(first.map(|document| &document.abbreviations)),
        activities: all.map(|activity| flat(activity, workspace)).collect(),
        directions: shown
            .iter()
            .flat_map(|document| directions(document, workspace))
            .collect(),
        documents: shown
            .iter()
            .map(|document| document_json(document, workspace))
            .collect(),
        glossary: json!(first.map(|document| &document.glossary)),
        indicators: json!(first.map(|document| &document.indicators)),
    }
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

/// An activity by itself, with the headings above it.
#[derive(Debug, Serialize)]
struct Flat<'a> {
    key: ActivityKey,
    document: Option<DocumentKey>,
    number: Option<&'a str>,
    path: Vec<Above<'a>>,
    #[serde(flatten)]
    cells: Cells<'a>,
    occurrences: Occurrences<'a>,
}

/// What the document says of an activity.
#[derive(Debug, Serialize)]
struct Cells<'a> {
    title: &'a SafeText,
    responsible_subject: &'a SafeText,
    executors: &'a SafeText,
    term: &'a SafeText,
    result: &'a SafeText,
    other: Other<'a>,
}

/// A heading above an activity.
#[derive(Debug, Serialize)]
struct Above<'a> {
    number: Option<&'a str>,
    title: &'a SafeText,
}

/// The levels most plans have: directions, measures, activities. A document that lacks one has a
/// level without number and title in its place.
#[derive(Debug, Serialize)]
struct Direction<'a> {
    number: Value,
    title: Option<&'a SafeText>,
    measures: Vec<Measure<'a>>,
}

/// A level below a direction, and everything below that.
#[derive(Debug, Default, Serialize)]
struct Measure<'a> {
    number: Option<&'a str>,
    title: Option<&'a SafeText>,
    activities: Vec<Leaf<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    responsible_subject: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    term: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<&'a str>,
}

/// An activity in its place.
#[derive(Debug, Serialize)]
struct Leaf<'a> {
    number: Option<&'a str>,
    #[serde(flatten)]
    cells: Cells<'a>,
    id: ActivityKey,
    occurrences: Occurrences<'a>,
}

/// When it is due, as the deadline is read.
#[derive(Debug)]
struct Occurrences<'a>(&'a [Occurrence]);

impl Serialize for Occurrences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct One {
            start: Date,
            end: Date,
            due: Option<Date>,
        }
        serializer.collect_seq(self.0.iter().map(|one| One {
            start: one.window.first,
            end: one.window.last,
            due: one.due,
        }))
    }
}

/// Cells under headings of the document's own.
#[derive(Debug)]
struct Other<'a>(&'a [(SafeText, SafeText)]);

impl Serialize for Other<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A label that stands twice is one field.
        let cells: Map<String, Value> = self
            .0
            .iter()
            .map(|(label, text)| (label.to_string(), text.as_str().into()))
            .collect();
        cells.serialize(serializer)
    }
}

fn text_or_null(text: &SafeText) -> Option<&str> {
    (!text.is_blank()).then(|| text.as_str())
}

/// A plain number of a direction is a number for programs, as it always was.
fn number_json(number: &SafeText) -> Value {
    number
        .parse::<u32>()
        .map_or_else(|_text| text_or_null(number).into(), Value::from)
}

fn directions<'a>(document: &'a Document, workspace: &'a Workspace) -> Vec<Direction<'a>> {
    let (headings, loose) = parted(&document.content, workspace);
    let without_heading = (!loose.is_empty()).then(|| Direction {
        measures: vec![Measure {
            activities: loose,
            ..Measure::default()
        }],
        number: Value::Null,
        title: None,
    });
    let directions = headings.into_iter().map(|heading| Direction {
        measures: measures(heading, workspace),
        number: number_json(&heading.number),
        title: Some(&heading.title),
    });
    without_heading.into_iter().chain(directions).collect()
}

fn measures<'a>(direction: &'a Heading, workspace: &'a Workspace) -> Vec<Measure<'a>> {
    let (headings, loose) = parted(&direction.children, workspace);
    let without_heading = (!loose.is_empty()).then(|| Measure {
        activities: loose,
        ..Measure::default()
    });
    let measures = headings.into_iter().map(|heading| {
        let mut activities = Vec::new();
        leaves(&heading.children, workspace, &mut activities);
        Measure {
            activities,
            number: text_or_null(&heading.number),
            responsible_subject: text_or_null(&heading.responsible),
            result: text_or_null(&heading.result),
            term: text_or_null(&heading.term),
            title: Some(&heading.title),
        }
    });
    without_heading.into_iter().chain(measures).collect()
}

/// The headings among the nodes of a level, and the activities that have none.
fn parted<'a>(nodes: &'a [Node], workspace: &'a Workspace) -> (Vec<&'a Heading>, Vec<Leaf<'a>>) {
    let (mut headings, mut loose) = (Vec::new(), Vec::new());
    for node in nodes {
        match node {
            Node::Activity(activity) => loose.push(leaf(activity, workspace)),
            Node::Heading(heading) => headings.push(heading),
        }
    }
    (headings, loose)
}

fn leaves<'a>(nodes: &'a [Node], workspace: &'a Workspace, found: &mut Vec<Leaf<'a>>) {
    for node in nodes {
        match node {
            Node::Activity(activity) => found.push(leaf(activity, workspace)),
            Node::Heading(heading) => leaves(&heading.children, workspace, found),
        }
    }
}

fn leaf<'a>(activity: &'a Activity, workspace: &'a Workspace) -> Leaf<'a> {
    Leaf {
        number: text_or_null(&activity.number),
        cells: cells(activity),
        id: activity.key,
        occurrences: occurrences(activity, workspace),
    }
}

fn flat<'a>(activity: &'a Activity, workspace: &'a Workspace) -> Flat<'a> {
    let path = workspace.path(activity.key).into_iter();
    Flat {
        key: activity.key,
        document: workspace
            .document_of(activity.key)
            .map(|document| document.key),
        number: text_or_null(&activity.number),
        path: path
            .map(|heading| Above {
                number: text_or_null(&heading.number),
                title: &heading.title,
            })
            .collect(),
        cells: cells(activity),
        occurrences: occurrences(activity, workspace),
    }
}

fn cells(activity: &Activity) -> Cells<'_> {
    Cells {
        title: &activity.title,
        responsible_subject: &activity.responsible_subject,
        executors: &activity.executors,
        term: &activity.term,
        result: &activity.result,
        other: Other(&activity.other),
    }
}

fn occurrences<'a>(activity: &Activity, workspace: &'a Workspace) -> Occurrences<'a> {
    let view = workspace.activity(activity.key).map(|(_, view)| view);
    Occurrences(
        view.map(|view| view.occurrences.as_ref())
            .unwrap_or_default(),
    )
}
