//! What an import says.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::domain::document::Document;
use crate::domain::subject::Registry;
use crate::import::Draft;
use crate::import::role::Role;
use crate::import::spot::Spot;
use crate::import::subjects::Known;
use crate::import::taken::{Line, Taken};
use crate::locale::Texts;
use crate::message;
use crate::tui::program::import::{Written, said};

use super::super::output::{Failure, stdout};

/// Prints the report.
pub(super) fn print(
    file: &Path,
    draft: &Draft,
    document: &Document,
    known: &Registry,
    texts: &Texts,
) -> Result<(), Failure> {
    let mut output = stdout();
    let name = file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    for line in message::import::report(texts, &name, draft, document, known) {
        writeln!(output, "{line}")?;
    }
    output.flush()?;
    Ok(())
}

/// Prints what was written.
pub(super) fn print_written(
    written: &Written,
    document: &Document,
    subjects: usize,
    texts: &Texts,
) -> Result<(), Failure> {
    let mut output = stdout();
    let line = said(texts, written, document, subjects).map_err(Failure::Said)?;
    writeln!(output, "{line}")?;
    output.flush()?;
    Ok(())
}

/// The draft as other programs read it: in the shape of `plan show --json`.
pub(super) fn as_json(draft: &Draft, document: &Document) -> Value {
    let activities: Vec<Value> = draft
        .activities()
        .into_iter()
        .map(|(path, activity)| {
            let path: Vec<Value> = path
                .iter()
                .map(
                    |heading| json!({ "number": or_null(&heading.number), "title": heading.title }),
                )
                .collect();
            let other: serde_json::Map<String, Value> = activity
                .other
                .iter()
                .map(|(label, cell)| (label.clone(), cell.clone().into()))
                .collect();
            json!({
                "number": or_null(&activity.number),
                "path": path,
                "title": activity.title,
                "responsible_subject": activity.responsible,
                "executors": activity.executors,
                "term": activity.term,
                "read_as": activity.reading,
                "result": activity.result,
                "other": other,
                "row": activity.spot.row,
            })
        })
        .collect();
    let columns: Vec<Value> = draft
        .columns
        .iter()
        .map(|column| {
            json!({
                "head": column.head,
                "role": column.role.id(),
                "samples": column.samples,
                "filled": column.filled,
                "by_content": column.by_content && column.role != Role::Skip,
            })
        })
        .collect();
    let subjects: Vec<Value> = draft
        .subjects
        .iter()
        .map(|one| {
            let (known, like) = match &one.known {
                Known::Same(id) => ("same", Some(id)),
                Known::Like(id) => ("like", Some(id)),
                Known::New => ("new", None),
                Known::Another(_) => ("another", None),
                Known::Nobody => ("nobody", None),
            };
            json!({
                "short": one.short,
                "full": one.full,
                "kind": one.kind,
                "members": one.members,
                "cells": one.count,
                "known": known,
                "subject": like,
            })
        })
        .collect();
    let report = &draft.report;
    let lines: Vec<Value> = draft.lines.iter().map(line_json).collect();
    json!({
        "document": document.key,
        "format": report.format.name(),
        "encoding": report.encoding,
        "requisites": document.requisites,
        "short": document.short_name(),
        "controller": or_null(&draft.requisites.controller),
        "abbreviations": document.abbreviations,
        "lines": lines,
        "period": draft.period,
        "period_by": report.period_by.id(),
        "levels": draft.levels,
        "taken": report.taken,
        "tables": report.tables,
        "left": report.left.iter().map(|left| json!({
            "sheet": left.sheet, "table": left.number, "head": left.head, "rows": left.rows,
        })).collect::<Vec<_>>(),
        "columns": columns,
        "headings": report.headings,
        "questions": report.questions.iter().map(message::import::question_json).collect::<Vec<_>>(),
        "unread": report.unread.iter().map(place_json).collect::<Vec<_>>(),
        "assumed": report.assumed.iter().map(place_json).collect::<Vec<_>>(),
        "subjects": subjects,
        "activities": activities,
    })
}

/// A line of a running text, with what it was taken for and where its deadlines stand.
fn line_json(line: &Line) -> Value {
    let (taken, why) = match line.taken {
        Taken::Task => ("task", None),
        Taken::Heading => ("heading", None),
        Taken::Aside(why) => ("aside", Some(why.id())),
    };
    let terms: Vec<Value> = line
        .terms
        .iter()
        .filter_map(|span| {
            let before = line.text.get(..span.start)?.chars().count();
            let text = line.text.get(span.clone())?;
            Some(json!({
                "text": text,
                "start": before,
                "end": before + text.chars().count(),
            }))
        })
        .collect();
    json!({
        "row": line.row,
        "depth": line.depth,
        "number": or_null(&line.number),
        "text": line.text,
        "taken": taken,
        "why": why,
        "decided": line.decided,
        "terms": terms,
        "executors": or_null(&line.executors),
    })
}

fn place_json((spot, name, term): &(Spot, String, String)) -> Value {
    json!({ "row": spot.row, "name": name, "term": term })
}

fn or_null(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        text.into()
    }
}
