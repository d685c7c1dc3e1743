//! The words of the line under the cursor that a glossary explains: terms of the documents and
//! every «далее –», in whatever case they stand there.

use crate::domain::document::{Activity, Document};
use crate::domain::fold::fold;
use crate::domain::safe_text::SafeText;
use crate::tui::model::plan::Node;
use crate::tui::model::search::Target;
use crate::tui::model::{Model, Screen};
use crate::tui::select::event::activity_here;
use crate::tui::select::{agenda, assignments, plan};

/// Letters that may be another ending.
const ENDING: usize = 3;

/// What must stay of a word without its ending.
const STEM: usize = 4;

fn words(text: &str) -> Vec<Vec<char>> {
    fold(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().collect())
        .collect()
}

/// Whether two words are one in some case: all letters alike but for an ending.
fn is_same(one: &[char], other: &[char]) -> bool {
    let alike = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (short, long) = (one.len().min(other.len()), one.len().max(other.len()));
    short == long && alike == short
        || alike >= STEM && short - alike <= ENDING && long - alike <= ENDING
}

/// Whether a term stands in a text, word by word.
fn stands_in(term: &[Vec<char>], text: &[Vec<char>]) -> bool {
    !term.is_empty()
        && text.windows(term.len()).any(|part| {
            let mut pairs = part.iter().zip(term);
            pairs.all(|(one, other)| is_same(one, other))
        })
}

/// Whether a shortened name is one wherever it stands, and not a plain word of one document
/// («управление»).
fn is_a_sign(short: &str) -> bool {
    short.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

/// Everything an activity says.
fn said(activity: &Activity) -> String {
    let cells = [
        &activity.title,
        &activity.result,
        &activity.responsible_subject,
        &activity.executors,
    ];
    let other = activity.other.iter().map(|(_, text)| text);
    let all: Vec<&str> = cells
        .into_iter()
        .chain(other)
        .map(SafeText::as_str)
        .collect();
    all.join(" · ")
}

/// What the line under the cursor says, and the document it is of.
fn line_here(model: &Model) -> Option<(String, Option<&Document>)> {
    let workspace = &model.workspace;
    if let Some(key) = activity_here(model)
        && let Some((activity, _)) = workspace.activity(key)
    {
        let headings = workspace
            .path(key)
            .into_iter()
            .map(|it| it.title.to_string());
        let text: Vec<String> = [said(activity)].into_iter().chain(headings).collect();
        return Some((text.join(" · "), workspace.document_of(key)));
    }
    match model.screen()? {
        Screen::Meeting(_) => {
            let title = workspace.item_title(model.day(), agenda::selected_item(model)?);
            Some((title.to_string(), None))
        }
        Screen::Assignments(state) => {
            let views = assignments::shown(model, state);
            let view = views.get(assignments::selected_index(model, &views))?;
            Some((view.text.to_string(), None))
        }
        Screen::Plan(_) => {
            let selected = plan::state(model)?.selected?;
            let rows = plan::tree(model);
            let row = rows.get(rows.index_of(selected)?)?;
            let name = row.name();
            let document = if let Node::Document(key) = selected {
                workspace.document(key)
            } else {
                let mut all = workspace.documents().iter().map(AsRef::as_ref);
                all.find(|it: &&Document| {
                    it.headings()
                        .any(|heading| Node::Heading(heading.key) == selected)
                })
            };
            Some((name, document))
        }
        _ => None,
    }
}

/// The words of the line under the cursor that are explained, those of its own document first.
pub fn found(model: &Model) -> Vec<Target> {
    let Some((text, own)) = line_here(model) else {
        return Vec::new();
    };
    explained_in(model, &text, own)
}

fn explained_in(model: &Model, text: &str, own: Option<&Document>) -> Vec<Target> {
    let text = words(text);
    let (mut terms, mut names) = (0, 0);
    let mut found = Vec::new();
    for document in model.workspace.documents() {
        let is_own = own.is_some_and(|own| own.key == document.key);
        for term in &document.glossary {
            if stands_in(&words(&term.term), &text) {
                found.push((!is_own, Target::Term(terms)));
            }
            terms += 1;
        }
        for name in &document.abbreviations {
            let counts = is_own || is_a_sign(&name.short);
            if counts && stands_in(&words(&name.short), &text) {
                found.push((!is_own, Target::Abbreviation(names)));
            }
            names += 1;
        }
    }
    found.sort_by_key(|(is_other, _)| *is_other);
    found.into_iter().map(|(_, target)| target).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_in_any_case_and_not_in_part() {
        let stands = |term, text| stands_in(&words(term), &words(text));
        for (term, text) in [
            (
                "Стратегическая сессия",
                "провести анализ стратегической сессии",
            ),
            ("региональный оператор", "Региональному оператору:"),
            ("ЦНППМ", "руководитель ЦНППМ АСОУ"),
            ("управление", "предоставить в управление"),
            ("Департамент", "Департамента подготовки"),
        ] {
            assert!(stands(term, text), "{term} in {text}");
        }
        for (term, text) in [
            ("Стратегическая сессия", "стратегический план"),
            ("ИРО", "ЧИРО"),
            ("РС", "курс"),
            ("управление", "управа"),
        ] {
            assert!(!stands(term, text), "{term} in {text}");
        }
    }
}
