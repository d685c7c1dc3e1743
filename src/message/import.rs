//! What an import has to say, in the user's language.

use crate::domain::date::Span;
use crate::domain::document::Document;
use crate::domain::subject::Registry;
use crate::import::Draft;
use crate::import::columns::Column;
use crate::import::report::{Done, LeftTable};
use crate::import::role::Role;
use crate::import::source::Remark;
use crate::locale::Texts;

pub mod order;
mod people;
mod period;
mod question;
mod refusal;

use people::{people, places};
pub use people::{subject, subject_counts, term, windows};
pub use question::{question, question_json};
pub use refusal::refusal;

/// More places than this of one sort are told by their number.
const SHOWN: usize = 8;

/// The name of a role.
pub fn role(texts: &Texts, role: Role) -> String {
    texts.get(&format!("import-role-{}", role.id()))
}

/// A column and what it is taken for.
pub fn column(texts: &Texts, column: &Column) -> String {
    let head = if column.head.is_empty() {
        texts.get("import-no-head")
    } else {
        column.head.clone()
    };
    texts.with(
        "import-column",
        &[
            ("head", head.into()),
            ("role", role(texts, column.role).into()),
        ],
    )
}

/// The file, the document, the tables taken.
pub fn found(texts: &Texts, file: &str, draft: &Draft, document: &Document) -> Vec<String> {
    let report = &draft.report;
    let mut lines = vec![match report.encoding {
        Some(encoding) => texts.with(
            "import-file-encoded",
            &[
                ("file", file.into()),
                ("format", report.format.name().into()),
                ("encoding", encoding.into()),
            ],
        ),
        None => texts.with(
            "import-file",
            &[
                ("file", file.into()),
                ("format", report.format.name().into()),
            ],
        ),
    }];
    lines.push(requisites(texts, document));
    lines.extend(period::period(texts, draft, document));
    for name in &report.taken {
        lines.push(texts.with("import-sheet-taken", &[("name", name.clone().into())]));
    }
    if report.tables > 1 {
        lines.push(texts.with("import-tables-joined", &[("tables", report.tables.into())]));
    }
    lines
}

/// A table that was left.
pub fn left(texts: &Texts, left: &LeftTable) -> String {
    let name = left
        .sheet
        .clone()
        .unwrap_or_else(|| format!("№ {}", left.number));
    texts.with(
        "import-table-left",
        &[
            ("name", name.into()),
            ("head", left.head.clone().into()),
            ("rows", left.rows.into()),
        ],
    )
}

/// The whole report, line by line.
pub fn report(
    texts: &Texts,
    file: &str,
    draft: &Draft,
    document: &Document,
    known: &Registry,
) -> Vec<String> {
    let report = &draft.report;
    let mut lines = found(texts, file, draft, document);
    if !draft.lines.is_empty() {
        lines.extend(order::lines(texts, draft));
        lines.extend(report.done.iter().filter_map(|one| done(texts, one)));
        lines.extend(deadlines(texts, draft, document.span()));
        lines.extend(people(texts, draft, known));
        lines.extend(report.questions.iter().map(|one| question(texts, one)));
        return lines;
    }
    lines.extend(report.left.iter().map(|one| left(texts, one)));
    lines.push(texts.get("import-columns"));
    lines.extend(
        draft
            .columns
            .iter()
            .filter(|one| !(one.head.is_empty() && one.role == Role::Skip))
            .map(|one| format!("  {}", column(texts, one))),
    );
    lines.extend(missing(texts, draft));
    lines.push(counts(texts, draft));
    lines.extend(report.remarks.iter().map(|one| remark(texts, one)));
    lines.extend(report.done.iter().filter_map(|one| done(texts, one)));
    lines.extend(hyphens(texts, draft));
    lines.extend(deadlines(texts, draft, document.span()));
    lines.extend(people(texts, draft, known));
    lines.extend(report.questions.iter().map(|one| question(texts, one)));
    lines
}

/// Deadlines that are not read, that are read with an assumption, and that a person put right: of a
/// table and of a running text alike.
fn deadlines(texts: &Texts, draft: &Draft, period: Span) -> Vec<String> {
    let report = &draft.report;
    let mut lines = places(texts, "import-unread", &report.unread);
    lines.extend(places(texts, "import-assumed", &report.assumed));
    let corrected = report.corrected.iter();
    lines.extend(corrected.filter_map(|one| term(texts, draft, period, one.spot)));
    lines
}

fn requisites(texts: &Texts, document: &Document) -> String {
    let own = &document.requisites;
    let mut parts: Vec<String> = [&own.kind, &own.number]
        .into_iter()
        .filter(|text| !text.is_blank())
        .map(ToString::to_string)
        .collect();
    if let Some(date) = own.date {
        parts.push(texts.date_full(date));
    }
    if !own.title.is_blank() && own.plan_title.is_blank() {
        parts.push(format!("«{}»", own.title));
    }
    if !own.plan_title.is_blank() {
        parts.push(format!("«{}»", own.plan_title));
    }
    if parts.is_empty() {
        parts.push("—".to_owned());
    }
    texts.with(
        "import-document",
        &[
            ("key", document.key.to_string().into()),
            ("requisites", parts.join(", ").into()),
        ],
    )
}

/// What a plan usually has and this one has not.
fn missing(texts: &Texts, draft: &Draft) -> Vec<String> {
    let has = |role| draft.columns.iter().any(|column| column.role == role);
    let mut lines = Vec::new();
    if [Role::Term, Role::End, Role::Start, Role::Marked]
        .into_iter()
        .all(|role| !has(role))
        && !draft
            .report
            .done
            .iter()
            .any(|done| matches!(done, Done::BesidePeople { .. }))
    {
        lines.push(texts.get("import-no-term"));
    }
    if !has(Role::Result) {
        lines.push(texts.get("import-no-result"));
    }
    match (has(Role::Responsible), has(Role::Executors)) {
        (false, false) => lines.push(texts.get("import-no-people")),
        (true, true) => {}
        _ => lines.push(texts.get("import-one-people")),
    }
    if draft.report.headings.is_empty() {
        lines.push(texts.get("import-no-headings"));
    }
    lines
}

fn counts(texts: &Texts, draft: &Draft) -> String {
    let mut parts: Vec<String> = draft
        .report
        .headings
        .iter()
        .zip(draft.levels.iter())
        .map(|(count, level)| format!("{level}: {count}"))
        .collect();
    parts.push(texts.with(
        "import-activities",
        &[("count", draft.report.activities.into())],
    ));
    if draft.report.without_number > 0 {
        parts.push(texts.with(
            "import-without-number",
            &[("count", draft.report.without_number.into())],
        ));
    }
    parts.join("; ")
}

fn remark(texts: &Texts, remark: &Remark) -> String {
    let sheet = |name: &Option<String>| name.clone().unwrap_or_else(|| "—".into());
    match remark {
        Remark::Footnote(text) => texts.with("import-footnote", &[("text", text.clone().into())]),
        Remark::Corrections { inserted, deleted } => texts.with(
            "import-corrections",
            &[
                ("inserted", (*inserted).into()),
                ("deleted", (*deleted).into()),
            ],
        ),
        Remark::HiddenText(count) => {
            texts.with("import-hidden-text", &[("count", (*count).into())])
        }
        Remark::HiddenSheet(name) => {
            texts.with("import-hidden-sheet", &[("name", name.clone().into())])
        }
        Remark::HiddenRows { sheet: name, rows } => texts.with(
            "import-hidden-rows",
            &[
                ("sheet", sheet(name).into()),
                ("rows", numbers(rows).into()),
            ],
        ),
        Remark::HiddenColumns {
            sheet: name,
            columns,
        } => texts.with(
            "import-hidden-columns",
            &[
                ("sheet", sheet(name).into()),
                ("columns", columns.join(", ").into()),
            ],
        ),
        Remark::TypedDate { cell, text } => texts.with(
            "import-typed-date",
            &[("cell", cell.clone().into()), ("text", text.clone().into())],
        ),
    }
}

fn numbers(rows: &[usize]) -> String {
    let mut shown: Vec<String> = rows.iter().take(SHOWN).map(usize::to_string).collect();
    if rows.len() > SHOWN {
        shown.push("…".into());
    }
    shown.join(", ")
}

/// What was done; words put together are told together.
fn done(texts: &Texts, done: &Done) -> Option<String> {
    let row = |row: &usize| ("row", (*row).into());
    let text = |text: &str| ("text", short(text).into());
    Some(match done {
        Done::Hyphen { .. } => return None,
        Done::Joined { row: at, title } => texts.with("import-joined", &[row(at), text(title)]),
        Done::Number { row: at, from, to } => texts.with(
            "import-number",
            &[
                row(at),
                ("from", from.clone().into()),
                ("to", to.clone().into()),
            ],
        ),
        Done::EditionNote {
            row: at,
            text: note,
        } => texts.with("import-edition-note", &[row(at), text(note)]),
        Done::Aside {
            row: at,
            text: line,
        } => texts.with("import-aside", &[row(at), text(line)]),
        Done::StartAndEnd { count } => {
            texts.with("import-start-and-end", &[("count", (*count).into())])
        }
        Done::Marks { count } => texts.with("import-marks", &[("count", (*count).into())]),
        Done::Repeated { count } => texts.with("import-repeated", &[("count", (*count).into())]),
        Done::BesidePeople { count } => {
            texts.with("import-beside-people", &[("count", (*count).into())])
        }
        Done::NoMark {
            row: at,
            column,
            text: cell,
        } => texts.with(
            "import-no-mark",
            &[row(at), ("column", column.clone().into()), text(cell)],
        ),
        Done::ReadWithHeading {
            row: at,
            term,
            reading,
        }
        | Done::ReadAsLimit {
            row: at,
            term,
            reading,
        }
        | Done::ReadWithYear {
            row: at,
            term,
            reading,
        } => texts.with(
            match done {
                Done::ReadWithYear { .. } => "import-read-with-year",
                Done::ReadAsLimit { .. } => "import-read-as-limit",
                _ => "import-read-with-heading",
            },
            &[
                row(at),
                ("term", term.clone().into()),
                ("reading", reading.clone().into()),
            ],
        ),
        Done::EmptyColumn(name) => {
            texts.with("import-empty-column", &[("name", name.clone().into())])
        }
        Done::LeftColumn(name) => {
            texts.with("import-left-column", &[("name", name.clone().into())])
        }
        Done::OtherColumn(name) => {
            texts.with("import-other-column", &[("name", name.clone().into())])
        }
        Done::HeadingCells { count } => {
            texts.with("import-heading-cells", &[("count", (*count).into())])
        }
        Done::Goal {
            row: at,
            text: goal,
        } => texts.with("import-goal", &[row(at), text(goal)]),
    })
}

fn hyphens(texts: &Texts, draft: &Draft) -> Option<String> {
    let mut words: Vec<&str> = draft
        .report
        .done
        .iter()
        .filter_map(|done| match done {
            Done::Hyphen { word } => Some(word.as_str()),
            _ => None,
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    if words.is_empty() {
        return None;
    }
    Some(texts.with("import-hyphens", &[("words", words.join(", ").into())]))
}

fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 70 {
        return line;
    }
    let cut: String = line.chars().take(69).collect();
    format!("{}…", cut.trim_end())
}

/// What a level of headings is called.
pub fn level(texts: &Texts, draft: &Draft, depth: usize, name: &str) -> String {
    let count = draft
        .report
        .headings
        .get(depth)
        .copied()
        .unwrap_or_default();
    texts.with(
        "import-level",
        &[
            ("depth", (depth + 1).into()),
            ("name", name.to_owned().into()),
            ("count", count.into()),
        ],
    )
}
