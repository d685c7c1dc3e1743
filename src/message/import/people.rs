//! Who is named in a plan, and deadlines that need a look.

use super::short;
use crate::domain::date::Span;
use crate::domain::subject::{Registry, SubjectId, SubjectKind};
use crate::import::Draft;
use crate::import::spot::Spot;
use crate::import::subjects::{Known, Proposed};
use crate::locale::Texts;

pub(super) fn places(texts: &Texts, id: &str, places: &[(Spot, String, String)]) -> Vec<String> {
    if places.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![texts.with(id, &[("count", places.len().into())])];
    for (spot, name, term) in places {
        lines.push(format!(
            "  {}",
            texts.with(
                "import-place",
                &[
                    ("row", spot.row.into()),
                    ("name", short(name).into()),
                    ("term", term.clone().into()),
                ],
            )
        ));
    }
    lines
}

/// How many names are known, new, doubtful.
pub fn subject_counts(texts: &Texts, draft: &Draft) -> String {
    let count = |test: fn(&Known) -> bool| {
        let all = draft.subjects.iter();
        all.filter(|one| test(&one.known)).count()
    };
    texts.with(
        "import-subjects",
        &[
            ("same", count(|it| matches!(it, Known::Same(_))).into()),
            ("new", count(|it| matches!(it, Known::New)).into()),
            ("like", count(|it| matches!(it, Known::Like(_))).into()),
        ],
    )
}

pub(super) fn people(texts: &Texts, draft: &Draft, known: &Registry) -> Vec<String> {
    let mut lines = vec![subject_counts(texts, draft)];
    let told = draft
        .subjects
        .iter()
        .filter(|one| one.decided || !matches!(one.known, Known::Same(_)));
    lines.extend(told.map(|one| format!("  {}", subject(texts, one, known))));
    lines
}

/// A name and who is meant by it.
pub fn subject(texts: &Texts, one: &Proposed, known: &Registry) -> String {
    let name = if one.full == one.short || one.kind == SubjectKind::Group {
        one.short.clone()
    } else {
        format!("{} — {}", one.short, one.full)
    };
    let found = |id: &str, who: &SubjectId| {
        let who = known
            .get(who)
            .map_or_else(|| who.to_string(), |subject| subject.short.to_string());
        let said = [("name", one.found.clone().into()), ("subject", who.into())];
        texts.with(id, &said)
    };
    match &one.known {
        Known::Same(id) => found("import-subject-same", id),
        Known::Like(id) => found("import-subject-like", id),
        Known::Another(other) => texts.with(
            "import-subject-same",
            &[
                ("name", one.found.clone().into()),
                ("subject", other.clone().into()),
            ],
        ),
        Known::Nobody => texts.with(
            "import-subject-nobody",
            &[("name", one.found.clone().into())],
        ),
        Known::New => {
            let kind = match one.kind {
                SubjectKind::Organisation => "import-kind-organisation",
                SubjectKind::Group => "import-kind-group",
                SubjectKind::Position => "import-kind-position",
                SubjectKind::Person => "import-kind-person",
            };
            let near = one.alike.first().and_then(|id| known.get(id));
            let id = match near {
                Some(_) => "import-subject-new-near",
                None => "import-subject-new",
            };
            let near = near.map_or_else(String::new, |subject| subject.short.to_string());
            texts.with(
                id,
                &[
                    ("name", name.into()),
                    ("kind", texts.get(kind).into()),
                    ("near", near.into()),
                ],
            )
        }
    }
}

/// A deadline that is not sure, and what it is read as.
pub fn term(texts: &Texts, draft: &Draft, period: Span, spot: Spot) -> Option<String> {
    let report = &draft.report;
    let place = |id: &str, name: &str, term: &str, reading: &str| {
        texts.with(
            id,
            &[
                ("row", spot.row.into()),
                ("name", short(name).into()),
                ("term", term.to_owned().into()),
                ("reading", reading.to_owned().into()),
            ],
        )
    };
    let read = |wording: &str| windows(texts, wording, period);
    if let Some(one) = report.corrected.iter().find(|one| one.spot == spot) {
        return Some(place(
            "import-term-corrected",
            &one.name,
            &one.term,
            &one.reading,
        ));
    }
    if let Some((_, name, term)) = report.unread.iter().find(|(own, ..)| *own == spot) {
        return Some(place("import-term-unread", name, term, ""));
    }
    let (_, name, term) = report.assumed.iter().find(|(own, ..)| *own == spot)?;
    let wording = draft
        .activities()
        .into_iter()
        .find(|(_, activity)| activity.spot == spot)
        .and_then(|(_, activity)| activity.reading.clone())
        .unwrap_or_else(|| term.clone());
    Some(place("import-term-assumed", name, term, &read(&wording)))
}

/// The first windows of a reading.
pub fn windows(texts: &Texts, wording: &str, period: Span) -> String {
    let windows = crate::import::windows(wording, period);
    let more = if windows.len() > 2 { ", …" } else { "" };
    let said: Vec<String> = windows
        .iter()
        .take(2)
        .map(|window| {
            let (first, last) = (texts.date_full(window.first), texts.date_full(window.last));
            if first == last {
                first
            } else {
                format!("{first} – {last}")
            }
        })
        .collect();
    format!("{}{more}", said.join(", "))
}
