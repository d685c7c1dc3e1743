//! Corrections of a proposed plan from the shell: what the wizard does by keys.

use std::collections::BTreeMap;

use super::super::output::Failure;
use super::ImportArgs;
use crate::domain::subject::{Registry, SubjectKind};
use crate::import::spot::Spot;
use crate::import::{Choice, Draft, Naming, is_read};
use crate::locale::Texts;

/// Reads `NAME=WHO`.
pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .ok_or_else(|| format!("{text} has no ="))?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

/// Rows that are headings, and rows that are none.
pub(super) fn headings(args: &ImportArgs) -> BTreeMap<usize, bool> {
    let headings = args.headings.iter().map(|row| (*row, true));
    let activities = args.activities.iter().map(|row| (*row, false));
    headings.chain(activities).collect()
}

/// The choice with names, deadlines and levels corrected.
pub(super) fn choice(
    args: &ImportArgs,
    mut choice: Choice,
    draft: &Draft,
    registry: &Registry,
    texts: &Texts,
) -> Result<Choice, Failure> {
    let failed = |id: &str, given: &[(&'static str, String)]| {
        let given: Vec<_> = given
            .iter()
            .map(|(name, value)| (*name, value.clone().into()))
            .collect();
        Failure::Said(texts.with(id, &given))
    };
    for (name, who) in &args.subjects {
        let mut all = draft.subjects.iter();
        let found = all
            .find(|one| one.found == *name || one.short == *name || one.full == *name)
            .ok_or_else(|| failed("import-correct-no-name", &[("name", name.clone())]))?;
        let known = registry.iter().find(|one| one.id.0 == *who);
        let naming = if who == "-" {
            Naming::Nobody
        } else if let Some(known) = known.or_else(|| registry.find(who)) {
            Naming::As(known.id.clone())
        } else {
            new(found.kind, who)
        };
        choice.subjects.insert(found.found.clone(), naming);
    }
    for (row, words) in &args.deadlines {
        let spot = spot(row).filter(|spot| {
            let mut all = draft.activities().into_iter();
            all.any(|(_, activity)| activity.spot == *spot)
        });
        let spot = spot.ok_or_else(|| failed("import-correct-no-row", &[("row", row.clone())]))?;
        let is_deadline = draft.period.is_some_and(|period| is_read(words, period));
        if !is_deadline {
            let given = [("row", row.clone()), ("text", words.clone())];
            return Err(failed("import-correct-unread", &given));
        }
        choice.readings.insert(spot, words.clone());
    }
    for (depth, name) in &args.levels {
        let level = depth
            .parse::<usize>()
            .ok()
            .and_then(|depth| depth.checked_sub(1));
        let level = level.filter(|level| *level < draft.levels.len());
        let count = draft.levels.len().to_string();
        let level = level.ok_or_else(|| {
            let given = [("depth", depth.clone()), ("count", count)];
            failed("import-correct-no-level", &given)
        })?;
        choice.levels.insert(level, name.clone());
    }
    Ok(choice)
}

/// «Короткое — Полное» is both names.
fn new(kind: SubjectKind, typed: &str) -> Naming {
    let (short, full) = typed.split_once(" — ").unwrap_or((typed, ""));
    Naming::New {
        kind,
        short: short.trim().to_owned(),
        full: full.trim().to_owned(),
    }
}

/// `12`, and `12.2` for the second of several activities of one row.
fn spot(typed: &str) -> Option<Spot> {
    let (row, part) = match typed.split_once('.') {
        Some((row, part)) => (row, part.parse::<usize>().ok()?.checked_sub(1)?),
        None => (typed, 0),
    };
    Some(Spot {
        row: row.parse().ok()?,
        part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_may_name_one_of_several_activities() {
        assert_eq!(spot("12"), Some(Spot { row: 12, part: 0 }));
        assert_eq!(spot("12.2"), Some(Spot { row: 12, part: 1 }));
        assert_eq!(spot("12.0"), None);
        assert_eq!(spot("x"), None);
        assert!(pair("12").is_err());
        assert_eq!(pair("a = b=c"), Ok(("a".into(), "b=c".into())));
    }
}
