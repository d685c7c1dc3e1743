//! Who is named in a plan, and deadlines that need a look.

use super::short;
use crate::import::Draft;
use crate::import::subjects::Known;
use crate::locale::Texts;

/// Who is named, and what deadlines were not read or read with an assumption.
pub fn people_and_deadlines(texts: &Texts, draft: &Draft) -> Vec<String> {
    let mut lines = people(texts, draft);
    lines.extend(places(texts, "import-unread", &draft.report.unread));
    lines.extend(places(texts, "import-assumed", &draft.report.assumed));
    lines
}

pub(super) fn places(texts: &Texts, id: &str, places: &[(usize, String, String)]) -> Vec<String> {
    if places.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![texts.with(id, &[("count", places.len().into())])];
    for (row, name, term) in places {
        lines.push(format!(
            "  {}",
            texts.with(
                "import-place",
                &[
                    ("row", (*row).into()),
                    ("name", short(name).into()),
                    ("term", term.clone().into()),
                ],
            )
        ));
    }
    lines
}

pub(super) fn people(texts: &Texts, draft: &Draft) -> Vec<String> {
    let known = |test: fn(&Known) -> bool| {
        draft
            .subjects
            .iter()
            .filter(|one| test(&one.known))
            .collect::<Vec<_>>()
    };
    let same = known(|known| matches!(known, Known::Same(_)));
    let like = known(|known| matches!(known, Known::Like(_)));
    let new = known(|known| matches!(known, Known::New));
    let mut lines = vec![texts.with(
        "import-subjects",
        &[
            ("same", same.len().into()),
            ("new", new.len().into()),
            ("like", like.len().into()),
        ],
    )];
    for one in new {
        let name = if one.full == one.short {
            one.short.clone()
        } else {
            format!("{} — {}", one.short, one.full)
        };
        lines.push(format!("  + {name}"));
    }
    for one in like {
        if let Known::Like(id) = &one.known {
            lines.push(format!(
                "  ? {}",
                texts.with(
                    "import-subject-like",
                    &[
                        ("name", one.short.clone().into()),
                        ("subject", id.to_string().into()),
                    ],
                )
            ));
        }
    }
    lines
}
