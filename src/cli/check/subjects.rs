//! What is wrong in a list of subjects that is well-formed.

use std::path::Path;

use crate::domain::subject::{SubjectId, SubjectProblem, Subjects};
use crate::locale::Texts;
use crate::store::finding::{Fault, Severity};
use crate::store::place::Place;

use super::super::output::Report;
use super::super::output::report::found;
use super::{in_words, where_is};

/// Every problem, in words and with its place in the file.
pub(super) fn problems(path: &Path, text: &str, subjects: &Subjects, texts: &Texts) -> Vec<Report> {
    let id_place =
        |id: &SubjectId, nth: usize| where_is(path, text, |literal| literal.is("id", &id.0), nth);
    // A name that stands where it is used, not where it is defined.
    let use_place = |owner: &SubjectId, name: &SubjectId| -> Place {
        let from = id_place(owner, 0).line;
        where_is(
            path,
            text,
            |literal| {
                literal.text == name.0
                    && literal.field.as_deref() != Some("id")
                    && literal.place.line >= from
            },
            0,
        )
    };
    let simple = |id: &SubjectId, name: &'static str, what: String, advice: String| Report {
        place: id_place(id, 0),
        severity: Severity::Error,
        name,
        what,
        advice,
    };
    let who = |id: &SubjectId| [("who", id.0.clone().into())];
    in_words(path, subjects.problems(), texts, |problem| match problem {
        SubjectProblem::DuplicateId(id) => {
            let first_line = id_place(&id, 0).line;
            let place = id_place(&id, 1);
            let name = id.0;
            found(texts, place, Fault::Duplicate { name, first_line })
        }
        SubjectProblem::UnknownMember { group, member } => {
            let place = use_place(&group, &member);
            found(texts, place, Fault::Dangling { name: member.0 })
        }
        SubjectProblem::UnknownOrganisation {
            subject,
            organisation,
        } => {
            let place = use_place(&subject, &organisation);
            let name = organisation.0;
            found(texts, place, Fault::Dangling { name })
        }
        SubjectProblem::BadId(id) => simple(
            &id,
            "bad-id",
            texts.with("check-bad-id", &who(&id)),
            texts.get("check-bad-id-do"),
        ),
        SubjectProblem::Nameless(id) => simple(
            &id,
            "nameless",
            texts.with("check-nameless", &who(&id)),
            texts.get("check-nameless-do"),
        ),
        SubjectProblem::NameTaken {
            name,
            first,
            second,
        } => simple(
            &second,
            "name-taken",
            texts.with(
                "check-name-taken",
                &[
                    ("name", name.to_string().into()),
                    ("first", first.0.clone().into()),
                    ("second", second.0.clone().into()),
                ],
            ),
            texts.get("check-name-taken-do"),
        ),
        SubjectProblem::MembersWithoutGroup(id) => simple(
            &id,
            "members-without-group",
            texts.with("check-members-without-group", &who(&id)),
            texts.get("check-members-without-group-do"),
        ),
        SubjectProblem::Cycle(id) | SubjectProblem::BelongsToItself(id) => simple(
            &id,
            "cycle",
            texts.with("check-cycle", &who(&id)),
            texts.get("check-cycle-do"),
        ),
    })
}
