//! What was decided of a document's file, kept for its next edition: columns, rows, readings,
//! answers. Kept by words, not by places, which are others in the next file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::choice::{Choice, Naming};
use super::draft::Draft;
use super::propose::propose;
use super::refusal::Refusal;
use super::report::Question;
use super::role::Role;
use super::source::Source;
use super::subjects::Known;
use super::taken::Taken;
use super::{tables, text};
use crate::domain::document::DocumentKey;
use crate::domain::subject::Registry;

/// What was decided, as it stands in `imports/KEY.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Version of the file's form.
    pub format: u32,
    /// The first row of the table that was taken instead of the suggested one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Columns from the left.
    #[serde(default)]
    pub columns: Vec<KeptColumn>,
    /// Rows with a number and a title alone: whether they are headings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<(String, bool)>,
    /// Cells with several matters: whether they are activities of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub several: Vec<(String, bool)>,
    /// Wordings of deadlines, and what is read in their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<(String, String)>,
    /// Lines of a running text: whether they are tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<(String, bool)>,
    /// Names that are nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nobody: Vec<String>,
    /// Names of levels that a person gave, by depth from zero.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<(usize, String)>,
    /// Questions that were answered as suggested.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered: Vec<String>,
}

/// A column as it was taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptColumn {
    /// The text over it.
    pub head: String,
    /// The name of its role.
    pub role: String,
    /// Whether a person said so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub decided: bool,
}

impl Kept {
    /// The newest version of the file's form this program writes.
    pub const FORMAT: u32 = 1;

    /// What is kept of a draft that is written.
    pub fn of(draft: &Draft, choice: &Choice) -> Self {
        let report = &draft.report;
        let asked = || report.answered.iter().chain(&report.questions);
        Self {
            format: Self::FORMAT,
            table: choice.table.and(report.first_row.clone()),
            columns: draft
                .columns
                .iter()
                .enumerate()
                .map(|(index, column)| KeptColumn {
                    head: text::line(&column.head),
                    role: column.role.id().to_owned(),
                    decided: choice.columns.contains_key(&index),
                })
                .collect(),
            headings: asked()
                .filter_map(|question| match question {
                    Question::HeadingOrActivity {
                        text, as_heading, ..
                    } => Some((text.clone(), *as_heading)),
                    _ => None,
                })
                .collect(),
            several: asked()
                .filter_map(|question| match question {
                    Question::SeveralInOne { title, parts, .. } => {
                        Some((title.clone(), *parts > 0))
                    }
                    _ => None,
                })
                .collect(),
            readings: report
                .corrected
                .iter()
                .map(|one| (text::line(&one.term), one.reading.clone()))
                .collect(),
            lines: draft
                .lines
                .iter()
                .filter(|line| line.decided)
                .map(|line| (line.text.clone(), line.taken == Taken::Task))
                .collect(),
            levels: choice
                .levels
                .iter()
                .map(|(depth, name)| (*depth, name.clone()))
                .collect(),
            nobody: draft
                .subjects
                .iter()
                .filter(|one| one.known == Known::Nobody)
                .map(|one| one.found.clone())
                .collect(),
            answered: asked()
                .filter(|question| {
                    !matches!(
                        question,
                        Question::HeadingOrActivity { .. } | Question::SeveralInOne { .. }
                    )
                })
                .map(Question::mark)
                .collect(),
        }
    }

    /// Whether it says anything of a table with these heads: an edition has the heads of the one
    /// before.
    fn has_heads_of(&self, draft: &Draft) -> bool {
        let found = draft.columns.iter();
        found.filter(|column| !column.head.is_empty()).count() > 2
            && draft.columns.len() == self.columns.len()
            && draft
                .columns
                .iter()
                .zip(&self.columns)
                .all(|(own, kept)| text::plain(&own.head) == text::plain(&kept.head))
    }

    /// What of it a draft of the next edition calls for, beside what was decided now.
    fn choice(&self, draft: &Draft, now: &Choice) -> Choice {
        let mut choice = now.clone();
        choice.answered.extend(self.answered.iter().cloned());
        self.choose_columns(draft, &mut choice);
        for question in &draft.report.questions {
            if let Question::HeadingOrActivity { row, text, .. } = question
                && let Some((_, is_heading)) = self.headings.iter().find(|(kept, _)| kept == text)
            {
                choice.headings.entry(*row).or_insert(*is_heading);
            }
            if let Question::SeveralInOne { row, title, .. } = question
                && let Some((_, is_parted)) = self.several.iter().find(|(kept, _)| kept == title)
            {
                choice.several.entry(*row).or_insert(*is_parted);
            }
        }
        for (_, activity) in draft.activities() {
            let term = text::line(&activity.term);
            if let Some((_, reading)) = self.readings.iter().find(|(kept, _)| *kept == term) {
                let place = choice.readings.entry(activity.spot);
                place.or_insert_with(|| reading.clone());
            }
        }
        for line in draft.lines.iter().filter(|line| !line.decided) {
            let kept = self.lines.iter().find(|(kept, _)| *kept == line.text);
            match kept {
                Some((_, true)) => choice.taken.push(line.row),
                Some((_, false)) => choice.left_out.push(line.row),
                None => {}
            }
        }
        for (depth, name) in &self.levels {
            let place = choice.levels.entry(*depth);
            place.or_insert_with(|| name.clone());
        }
        for name in &self.nobody {
            let place = choice.subjects.entry(name.clone());
            place.or_insert(Naming::Nobody);
        }
        choice
    }

    /// Columns by their heads; of several with one head, in their sequence.
    fn choose_columns(&self, draft: &Draft, choice: &mut Choice) {
        let mut free: Vec<&KeptColumn> = self.columns.iter().collect();
        let as_wide = draft.columns.len() == self.columns.len();
        for (index, column) in draft.columns.iter().enumerate() {
            let head = text::plain(&column.head);
            let kept = if head.is_empty() {
                as_wide.then(|| self.columns.get(index)).flatten()
            } else {
                free.iter()
                    .position(|kept| text::plain(&kept.head) == head)
                    .map(|place| free.remove(place))
            };
            let Some((kept, role)) = kept.and_then(|kept| Some((kept, Role::of_id(&kept.role)?)))
            else {
                continue;
            };
            // What was empty then may hold something now.
            let is_told = role != Role::Skip && column.role != Role::Skip;
            if kept.decided || (is_told && (role != column.role || column.by_content)) {
                choice.columns.entry(index).or_insert(role);
            }
        }
    }
}

/// Proposes a document by what was decided of its edition before. `key` says what the document is
/// known by, `kept` what was decided of which document. Returns what was chosen, the draft, and the
/// key.
///
/// # Errors
/// When no table of the file can be a plan.
pub fn suggested(
    source: &Source,
    now: &Choice,
    known: &Registry,
    key: &dyn Fn(&Draft) -> DocumentKey,
    kept: &BTreeMap<DocumentKey, Kept>,
) -> Result<(Choice, Draft, DocumentKey), Refusal> {
    let draft = propose(source, now, known)?;
    let own = key(&draft);
    let Some(kept) = kept
        .get(&own)
        .or_else(|| kept.values().find(|kept| kept.has_heads_of(&draft)))
    else {
        return Ok((now.clone(), draft, own));
    };
    let mut choice = now.clone();
    if let Some(row) = &kept.table
        && choice.table.is_none()
    {
        choice.table = tables::with_first_row(source, row);
    }
    let mut draft = if choice == *now {
        draft
    } else {
        match propose(source, &choice, known) {
            Ok(draft) => draft,
            // What was decided does not fit this file.
            Err(_) => return Ok((now.clone(), draft, own)),
        }
    };
    // Rows are asked about only once the columns stand.
    for _ in 0..3 {
        let more = kept.choice(&draft, &choice);
        if more == choice {
            break;
        }
        let Ok(again) = propose(source, &more, known) else {
            break;
        };
        choice = more;
        draft = again;
    }
    let own = key(&draft);
    Ok((choice, draft, own))
}
