//! What an edition changes, in words.

use crate::domain::edition::{ChangeLine, ChangeSort, ChangedCell};
use crate::locale::Texts;

/// The name of a group of changes, with how many there are.
pub fn group(texts: &Texts, sort: ChangeSort, count: usize) -> String {
    let id = match sort {
        ChangeSort::Head => "edition-group-head",
        ChangeSort::Added => "edition-group-added",
        ChangeSort::Excluded => "edition-group-excluded",
        ChangeSort::Reworded => "edition-group-reworded",
        ChangeSort::Deadline => "edition-group-deadlines",
        ChangeSort::Renumbered => "edition-group-numbers",
        ChangeSort::Moved => "edition-group-moved",
    };
    texts.with(id, &[("n", count.into())])
}

/// What a line is about: number and text.
pub fn name(line: &ChangeLine) -> String {
    let number = line.number.trim();
    let title = line.title.trim();
    match (number.is_empty(), title.is_empty()) {
        (true, _) => title.to_owned(),
        (false, true) => number.to_owned(),
        (false, false) => format!("{number} {title}"),
    }
}

/// What changed, cell by cell; of what was added all that it says.
pub fn details(texts: &Texts, line: &ChangeLine) -> Vec<String> {
    let mut said: Vec<String> = line.cells.iter().map(|it| cell(texts, it)).collect();
    if let Some(heading) = &line.under {
        let id = if heading.is_blank() {
            "edition-under-none"
        } else {
            "edition-under"
        };
        said.push(texts.with(id, &[("heading", heading.to_string().into())]));
    }
    said
}

/// A cell with what stood in it and what stands in it.
pub fn cell(texts: &Texts, changed: &ChangedCell) -> String {
    let id = match (changed.before.is_blank(), changed.after.is_blank()) {
        (true, _) => "edition-cell-new",
        (false, true) => "edition-cell-gone",
        (false, false) => "edition-cell",
    };
    texts.with(
        id,
        &[
            ("cell", texts.cell_name(&changed.cell).into()),
            ("old", changed.before.to_string().into()),
            ("new", changed.after.to_string().into()),
        ],
    )
}
