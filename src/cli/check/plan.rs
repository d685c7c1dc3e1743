//! What is wrong in a plan that is well-formed.

use std::path::Path;

use crate::domain::plan::{Place as InPlan, Plan, PlanProblem};
use crate::locale::Texts;
use crate::store::finding::{Fault, Severity};
use crate::store::place::Place;

use super::super::output::Report;
use super::super::output::report::found;
use super::where_is;

/// Every problem of the plan, in words and with its place in the file.
pub(in crate::cli) fn problems(path: &Path, text: &str, plan: &Plan, texts: &Texts) -> Vec<Report> {
    let report = |place: Place, name: &'static str, what: String, advice: String| Report {
        place,
        severity: Severity::Error,
        name,
        what,
        advice,
    };
    super::in_words(path, plan.problems(), texts, |problem| match problem {
        PlanProblem::Twice { place } => {
            let first_line = place_of(path, text, &place, 0).line;
            let name = in_words(&place, texts);
            let second = place_of(path, text, &place, 1);
            found(texts, second, Fault::Duplicate { name, first_line })
        }
        PlanProblem::Empty { place, field } => report(
            place_of(path, text, &place, 0),
            "empty-field",
            texts.with(
                "check-empty-field",
                &[
                    ("where", in_words(&place, texts).into()),
                    ("field", field.into()),
                ],
            ),
            texts.get("check-empty-field-do"),
        ),
        PlanProblem::OutOfSequence { expected, found } => report(
            place_of(path, text, &found, 0),
            "out-of-sequence",
            texts.with(
                "check-sequence",
                &[
                    ("found", in_words(&found, texts).into()),
                    ("expected", in_words(&expected, texts).into()),
                ],
            ),
            texts.get("check-sequence-do"),
        ),
        PlanProblem::Childless { place } => report(
            place_of(path, text, &place, 0),
            "childless",
            texts.with(
                "check-childless",
                &[("where", in_words(&place, texts).into())],
            ),
            texts.get("check-childless-do"),
        ),
    })
}

fn in_words(place: &InPlan, texts: &Texts) -> String {
    let number = match place {
        InPlan::Document => return texts.get("check-place-document"),
        InPlan::Direction(number) | InPlan::Indicator(number) => number.to_string(),
        InPlan::Measure(id) => id.to_string(),
        InPlan::Activity(id) => id.to_string(),
        InPlan::Term(number) | InPlan::Abbreviation(number) => number.to_string(),
    };
    let number = [("number", number.into())];
    match place {
        InPlan::Document => texts.get("check-place-document"),
        InPlan::Direction(_) => texts.with("check-place-direction", &number),
        InPlan::Measure(_) => texts.with("check-place-measure", &number),
        InPlan::Activity(_) => texts.with("check-place-activity", &number),
        InPlan::Indicator(_) => texts.with("check-place-indicator", &number),
        InPlan::Term(_) => texts.with("check-place-term", &number),
        InPlan::Abbreviation(_) => texts.with("check-place-abbreviation", &number),
    }
}

/// Where the file speaks of it. Numbers of directions and indicators are no texts, so the line
/// they stand in is looked for.
fn place_of(path: &Path, text: &str, place: &InPlan, nth: usize) -> Place {
    match place {
        InPlan::Activity(id) => {
            let id = id.to_string();
            where_is(path, text, |literal| literal.is("id", &id), nth)
        }
        InPlan::Measure(id) => {
            let id = id.to_string();
            where_is(path, text, |literal| literal.is("number", &id), nth)
        }
        InPlan::Direction(number) => {
            let wanted = format!("number: {number},");
            let line = text
                .lines()
                .enumerate()
                .filter(|(_, line)| line.trim() == wanted)
                .map(|(index, _)| index + 1)
                .nth(nth);
            line.map_or_else(
                || Place::file(path),
                |line| Place::in_text(path, text, line, 0),
            )
        }
        InPlan::Term(number) => nth_field(path, text, "term", *number),
        InPlan::Abbreviation(number) => nth_field(path, text, "short", *number),
        InPlan::Indicator(_) | InPlan::Document => Place::file(path),
    }
}

/// Terms and shortened names are counted by the field beside them: `term` stands in activities
/// too, `definition` in the glossary only.
fn nth_field(path: &Path, text: &str, field: &str, number: usize) -> Place {
    let partner = if field == "term" {
        "definition"
    } else {
        "full"
    };
    where_is(
        path,
        text,
        |literal| literal.field.as_deref() == Some(partner),
        number.saturating_sub(1),
    )
}
