//! Answers to what an edition asks, as options or one by one in a terminal.

use std::collections::BTreeSet;

use super::super::super::output::{Failure, chosen};
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, Document, NodeKey};
use crate::domain::edition::{Cell, Conflict};
use crate::domain::workspace::{LeftAssignment, LostPoint, Parting, Pending, Side, Workspace};
use crate::locale::Texts;

/// Answers to what an edition asks.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct AnswerArgs {
    /// What of the file is which of before: `NEW=OLD` by numbers or keys, `NEW=` for nothing.
    #[arg(long = "same", value_name = "NEW=OLD")]
    pub same: Vec<String>,
    /// Which side counts where both changed a cell: `1.2.3/term=theirs`, `ours` or `base`;
    /// `all=theirs` for all that is not named.
    #[arg(long = "side", value_name = "POINT/CELL=SIDE")]
    pub side: Vec<String>,
    /// Where marks of a control point go that is gone: `1.1.1/2023-05-01=2023-06-01`,
    /// `1.1.1=nearest`, or `1.1.1=` for the trail alone.
    #[arg(long = "point", value_name = "POINT/DAY=DAY")]
    pub point: Vec<String>,
    /// Lifts control of an assignment on what is excluded: its id; otherwise the next meeting
    /// decides.
    #[arg(long = "drop", value_name = "ID")]
    pub drop: Vec<String>,
}

/// The text by the answers of the options.
pub(super) fn decided(
    mut pending: Pending,
    args: &AnswerArgs,
    workspace: &Workspace,
    texts: &Texts,
) -> Result<Pending, Failure> {
    let newest = workspace.newest_document(pending.document);
    for said in &args.same {
        same(&mut pending, said, newest.as_ref())
            .ok_or_else(|| wrong("edition-same-form", said, texts))?;
    }
    // Which cells both sides changed depends on what is which.
    pending = again(&pending, workspace, texts)?;
    // What is said of all comes last: what is named by itself counts.
    let (all, named): (Vec<&String>, Vec<&String>) =
        args.side.iter().partition(|said| said.starts_with("all="));
    for said in named.into_iter().chain(all) {
        side(&mut pending, said, newest.as_ref(), texts)
            .ok_or_else(|| wrong("edition-side-form", said, texts))?;
    }
    pending = again(&pending, workspace, texts)?;
    for said in &args.point {
        point(&mut pending, said, newest.as_ref())
            .ok_or_else(|| wrong("edition-point-form", said, texts))?;
    }
    for said in &args.drop {
        let own = pending.left.iter();
        let found = own.map(|it| it.assignment);
        let found = found
            .rev()
            .find(|it| it.to_string().eq_ignore_ascii_case(said));
        let assignment = found.ok_or_else(|| wrong("edition-drop-form", said, texts))?;
        let partings = &mut pending.answers.partings;
        partings.insert(assignment, Parting::Dropped);
    }
    again(&pending, workspace, texts)
}

fn wrong(id: &str, said: &str, texts: &Texts) -> Failure {
    Failure::Said(texts.with(id, &[("said", said.into())]))
}

/// What the text changes by the answers it has.
fn again(pending: &Pending, workspace: &Workspace, texts: &Texts) -> Result<Pending, Failure> {
    let matching = pending.matching.clone();
    let answers = pending.answers.clone();
    workspace
        .answered(pending, matching, answers)
        .ok_or_else(|| Failure::Said(texts.get("edition-none")))
}

fn same(pending: &mut Pending, said: &str, before: Option<&Document>) -> Option<()> {
    let (new, old) = said.split_once('=')?;
    let new = named(&pending.given.document, new)?;
    if old.is_empty() {
        pending.matching.doubts.retain(|doubt| doubt.new != new);
        pending.matching.pairs.remove(&new);
    } else {
        let old = named(before?, old)?;
        pending.matching.decide(old, new, true);
    }
    Some(())
}

fn side(pending: &mut Pending, said: &str, before: Option<&Document>, texts: &Texts) -> Option<()> {
    let (what, side) = said.rsplit_once('=')?;
    let side = match side {
        "ours" => Side::Ours,
        "theirs" => Side::Theirs,
        "base" => Side::Base,
        _ => return None,
    };
    let of = |it: &Conflict| (it.key, it.cell.clone());
    if what == "all" {
        for conflict in &pending.comparison.conflicts {
            let sides = &mut pending.answers.sides;
            sides.entry(of(conflict)).or_insert(side);
        }
        return Some(());
    }
    let (point, cell) = what.rsplit_once('/')?;
    let key = named(before?, point)?;
    let is_meant = |it: &&Conflict| it.key == key && is_called(&it.cell, cell, texts);
    let conflict = pending.comparison.conflicts.iter().find(is_meant)?;
    pending.answers.sides.insert(of(conflict), side);
    Some(())
}

/// Whether a cell is called so, in files or on the screen.
fn is_called(cell: &Cell, name: &str, texts: &Texts) -> bool {
    code(cell) == name || texts.cell_name(cell).to_lowercase() == name.to_lowercase()
}

/// What options call a cell.
fn code(cell: &Cell) -> &str {
    match cell {
        Cell::Number => "number",
        Cell::Title => "title",
        Cell::Responsible => "responsible",
        Cell::Executors => "executors",
        Cell::Term | Cell::ReadAs => "term",
        Cell::Result => "result",
        Cell::Other(label) => label,
    }
}

fn point(pending: &mut Pending, said: &str, before: Option<&Document>) -> Option<()> {
    let (what, to) = said.split_once('=')?;
    let (what, day) = match what.rsplit_once('/') {
        Some((what, day)) => (what, Some(day.parse::<Date>().ok()?)),
        None => (what, None),
    };
    let activity = named(before?, what)?;
    let is_meant =
        |it: &&LostPoint| it.activity == activity && day.is_none_or(|day| day == it.from);
    let meant: Vec<LostPoint> = pending.points.iter().filter(is_meant).copied().collect();
    if meant.is_empty() {
        return None;
    }
    for one in meant {
        let to = match to {
            "" => None,
            "nearest" => Some(one.nearest),
            day => Some(day.parse().ok()?),
        };
        pending.answers.points.insert((activity, one.from), to);
    }
    Some(())
}

/// What a document calls so, by number or key.
fn named(document: &Document, name: &str) -> Option<NodeKey> {
    let bare = |text: &str| text.trim().trim_end_matches(['.', ')']).to_owned();
    let rows = document.rows();
    let by_key = rows.iter().find(|row| row.node.key().as_str() == name);
    let by_number = || {
        rows.iter()
            .find(|row| row.activity().is_some() && bare(row.node.number()) == bare(name))
    };
    by_key.or_else(by_number).map(|row| row.node.key())
}

fn what(document: Option<&Document>, key: NodeKey) -> String {
    let node = document.and_then(|it| it.node(key));
    let said = node.map(|node| format!("{} {}", node.number(), node.title()));
    said.unwrap_or_default().trim().to_owned()
}

/// What is asked, a line each, with the options that answer it.
pub(super) fn questions(pending: &Pending, workspace: &Workspace, texts: &Texts) -> Vec<String> {
    let newest = workspace.newest_document(pending.document);
    let before = newest.as_ref();
    let mut lines = Vec::new();
    for doubt in &pending.matching.doubts {
        lines.push(texts.with(
            "edition-doubt",
            &[
                ("old", what(before, doubt.old).into()),
                ("new", what(Some(&pending.given.document), doubt.new).into()),
                ("percent", i64::from(doubt.likeness).into()),
                ("new-key", doubt.new.as_str().into()),
                ("old-key", doubt.old.as_str().into()),
            ],
        ));
    }
    for conflict in pending.open_conflicts() {
        let said = [
            ("what", what(before, conflict.key).into()),
            ("cell", texts.cell_name(&conflict.cell).into()),
            ("ours", conflict.ours.to_string().into()),
            ("theirs", conflict.theirs.to_string().into()),
            ("key", conflict.key.as_str().into()),
            ("code", code(&conflict.cell).into()),
        ];
        lines.push(texts.with("edition-conflict", &said));
    }
    for point in pending.open_points() {
        let said = [
            ("what", what(before, point.activity).into()),
            ("from", texts.date_full(point.from).into()),
            ("to", texts.date_full(point.nearest).into()),
            ("key", point.activity.as_str().into()),
            ("day", point.from.to_string().into()),
        ];
        lines.push(texts.with("edition-lost", &said));
    }
    for left in pending.open_left() {
        let said = [
            ("what", what(before, left.activity).into()),
            ("text", assignment(left, workspace).into()),
            ("id", left.assignment.to_string().into()),
        ];
        lines.push(texts.with("edition-left-over", &said));
    }
    lines
}

fn assignment(left: &LeftAssignment, workspace: &Workspace) -> String {
    let entry = workspace.ledger().entry(left.assignment);
    entry.map_or_else(String::new, |it| it.content.text.to_string())
}

fn yes_no(texts: &Texts) -> [String; 2] {
    [texts.get("cli-yes"), texts.get("cli-no")]
}

/// Asks what is open, one by one; what nobody answers in a terminal stays open.
pub(super) fn ask(
    mut pending: Pending,
    workspace: &Workspace,
    texts: &Texts,
) -> Result<Pending, Failure> {
    let newest = workspace.newest_document(pending.document);
    let before = newest.as_ref();
    for doubt in pending.matching.doubts.clone() {
        if !pending.matching.doubts.contains(&doubt) {
            continue;
        }
        let said = [
            ("old", what(before, doubt.old).into()),
            ("new", what(Some(&pending.given.document), doubt.new).into()),
        ];
        match chosen(&texts.with("edition-doubt-question", &said), &yes_no(texts))? {
            Some(place) => pending.matching.decide(doubt.old, doubt.new, place == 0),
            None => return Ok(pending),
        }
    }
    pending = again(&pending, workspace, texts)?;
    let open: Vec<Conflict> = pending.open_conflicts().cloned().collect();
    for conflict in open {
        let said = [
            ("what", what(before, conflict.key).into()),
            ("cell", texts.cell_name(&conflict.cell).into()),
        ];
        let sides = [
            "edition-side-theirs",
            "edition-side-ours",
            "edition-side-base",
        ]
        .map(|it| texts.get(it));
        let Some(place) = chosen(&texts.with("edition-side-question", &said), &sides)? else {
            return Ok(pending);
        };
        let side = match place {
            0 => Side::Theirs,
            1 => Side::Ours,
            _ => Side::Base,
        };
        let answer = (conflict.key, conflict.cell);
        pending.answers.sides.insert(answer, side);
    }
    pending = again(&pending, workspace, texts)?;
    let lost: BTreeSet<ActivityKey> = pending.open_points().map(|it| it.activity).collect();
    for activity in lost {
        let said = [("what", what(before, activity).into())];
        let Some(place) = chosen(&texts.with("edition-lost-question", &said), &yes_no(texts))?
        else {
            return Ok(pending);
        };
        for point in pending.points.iter().filter(|it| it.activity == activity) {
            let to = (place == 0).then_some(point.nearest);
            pending.answers.points.insert((activity, point.from), to);
        }
    }
    for left in pending.open_left().copied().collect::<Vec<_>>() {
        let said = [("text", assignment(&left, workspace).into())];
        let Some(place) = chosen(&texts.with("edition-left-question", &said), &yes_no(texts))?
        else {
            return Ok(pending);
        };
        let parting = if place == 0 {
            Parting::Dropped
        } else {
            Parting::Stays
        };
        pending.answers.partings.insert(left.assignment, parting);
    }
    again(&pending, workspace, texts)
}
