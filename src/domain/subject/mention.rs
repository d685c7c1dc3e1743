//! Finds subjects in the running text of a plan's column.
//!
//! «ЦНППМ АСОУ (руководитель проекта «…»), Ресурсный центр на базе ГГТУ» are two names, one of
//! them with a qualifier. Nothing is guessed: a name nobody answers to stays a name.

use std::ops::Range;

use super::{Registry, SubjectId};
use crate::domain::fold::fold;
use crate::domain::safe_text::SafeText;

mod field_of_work;

use field_of_work::goes_on;

/// One name in a cell. The first of a cell is the responsible one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Who is meant; `None` when nobody answers to the name.
    pub subject: Option<SubjectId>,
    /// The name as in the cell, without what stands in brackets.
    pub text: SafeText,
    /// The short name the cell introduces for it: «(далее – ЦНППМ АСОУ)».
    pub defined_as: Option<SafeText>,
    /// What narrows the name: «руководитель проекта «…»», «в рамках проекта «…»».
    pub qualifier: Option<SafeText>,
}

/// All names of a cell in its sequence.
///
/// Names are parted by commas, semicolons and line breaks outside brackets and quotation marks, but
/// for a comma between what one body deals with.
pub fn mentions(cell: &str, registry: &Registry) -> Vec<Mention> {
    let enclosed = enclosed(cell);
    let mut found = Vec::new();
    let mut start = 0;
    for (place, character) in cell.char_indices() {
        let parts = matches!(character, ',' | ';' | '\n');
        let goes_on = || {
            let around = cell.get(start..place).zip(cell.get(place + 1..));
            character == ',' && around.is_some_and(|(before, behind)| goes_on(before, behind))
        };
        if parts && !enclosed.iter().any(|span| span.contains(&place)) && !goes_on() {
            found.extend(mention(cell, start..place, &enclosed, registry));
            start = place + character.len_utf8();
        }
    }
    found.extend(mention(cell, start..cell.len(), &enclosed, registry));
    found
}

/// Reads one name between separators; `None` when there is nothing but brackets or spaces.
fn mention(
    cell: &str,
    piece: Range<usize>,
    enclosed: &[Range<usize>],
    registry: &Registry,
) -> Option<Mention> {
    let mut name = String::new();
    let mut brackets = Vec::new();
    let mut rest = piece.start;
    for span in enclosed.iter().filter(|span| piece.contains(&span.start)) {
        let inside = cell.get(span.clone()).unwrap_or_default();
        if let Some(content) = inside.strip_prefix('(') {
            name.push_str(cell.get(rest..span.start).unwrap_or_default());
            brackets.push(content.strip_suffix(')').unwrap_or(content));
            rest = span.end;
        }
    }
    let tail = cell.get(rest..piece.end).unwrap_or_default();
    // A bracket nobody closed: «(далее - АСОУ» (Р-503, appendix 3, indicator 1).
    if let Some((before, content)) = tail.split_once('(') {
        name.push_str(before);
        brackets.push(content);
    } else {
        name.push_str(tail);
    }
    let name = SafeText::line(without_note_mark(&name));
    if name.is_empty() {
        return None;
    }

    let mut defined_as = None;
    let mut qualifiers = Vec::new();
    for content in brackets {
        match definition(content) {
            Some(Definition::Name(short)) => defined_as = Some(short),
            Some(Definition::Together) => {}
            None => qualifiers.push(content.trim()),
        }
    }
    let known = |name: &str| registry.find(name).map(|subject| subject.id.clone());
    let mut subject = defined_as
        .as_deref()
        .and_then(known)
        .or_else(|| known(&name));
    let mut text = name.clone();
    if subject.is_none()
        && let Some((before, _)) = name.split_once(" в рамках ")
    {
        let within = name.get(before.len()..).unwrap_or_default();
        qualifiers.insert(0, within.trim());
        subject = known(before);
        text = SafeText::line(before);
    }
    let qualifier = (!qualifiers.is_empty()).then(|| SafeText::line(&qualifiers.join("; ")));
    Some(Mention {
        subject,
        text,
        defined_as,
        qualifier,
    })
}

/// «Проректор по УР²», «Деканат*»: the mark of a note below the table is no part of the name.
fn without_note_mark(name: &str) -> &str {
    name.trim_end()
        .trim_end_matches(|sign| matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '*'))
}

enum Definition {
    /// «далее – ЦНППМ АСОУ»: a short name of what stands before it.
    Name(SafeText),
    /// «далее совместно - все субъекты РС НМС»: a name of everything in the list so far, not of
    /// the one it stands behind.
    Together,
}

/// Reads what stands in brackets as «далее – …»; the dash may be any or missing.
fn definition(content: &str) -> Option<Definition> {
    const WORD: &str = "далее";
    let content = content.trim();
    if !fold(content).starts_with(WORD) {
        return None;
    }
    let rest: String = content.chars().skip(WORD.chars().count()).collect();
    let rest = rest.trim_start();
    if fold(rest).starts_with("совместно") {
        return Some(Definition::Together);
    }
    let short = rest.trim_start_matches(|character: char| {
        character.is_whitespace() || matches!(character, '-' | '–' | '—' | ':')
    });
    (!short.is_empty()).then(|| Definition::Name(SafeText::line(short)))
}

/// The outermost brackets and quotations of a cell as byte ranges, signs included, in sequence.
///
/// A sign without its partner encloses nothing.
fn enclosed(cell: &str) -> Vec<Range<usize>> {
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (place, character) in cell.char_indices() {
        let partner = match character {
            ')' => '(',
            '»' => '«',
            '“' => '„',
            '"' => '"',
            _ => '\0',
        };
        let opened = open.iter().rposition(|(sign, _)| *sign == partner);
        if let Some((_, start)) = opened.and_then(|opened| open.drain(opened..).next()) {
            let end = place + character.len_utf8();
            while spans.last().is_some_and(|span| span.start > start) {
                spans.pop();
            }
            spans.push(start..end);
        } else if matches!(character, '(' | '«' | '„' | '"') {
            open.push((character, place));
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::domain::plan::Plan;
    use crate::domain::subject::Subjects;
    use proptest::prelude::*;

    fn registry() -> Registry {
        let document: Subjects =
            ron::from_str(include_str!("../../store/embedded/subjects.ron")).unwrap();
        document.into()
    }

    /// `id «text» = short [qualifier]` for each name of a cell.
    fn shown(cell: &str) -> Vec<String> {
        mentions(cell, &registry()).iter().map(show).collect()
    }

    fn show(mention: &Mention) -> String {
        let mut line = match &mention.subject {
            Some(id) => format!("{id} <- {}", mention.text),
            None => format!("??? <- {}", mention.text),
        };
        if let Some(short) = &mention.defined_as {
            write!(line, " | = {short}").unwrap();
        }
        if let Some(qualifier) = &mention.qualifier {
            write!(line, " | [{qualifier}]").unwrap();
        }
        line
    }

    #[test]
    fn every_cell_of_the_plan_resolves() {
        let plan: Plan = ron::from_str(include_str!("../../store/embedded/plan.ron")).unwrap();
        let registry = registry();
        let mut table = String::new();
        for activity in plan.activities() {
            for (column, cell) in [(4, &activity.responsible_subject), (5, &activity.executors)] {
                writeln!(table, "{} column {column}", activity.id).unwrap();
                for mention in mentions(cell, &registry) {
                    assert!(mention.subject.is_some(), "{}: {mention:?}", activity.id);
                    writeln!(table, "    {}", show(&mention)).unwrap();
                }
            }
        }
        let golden = include_str!("../../../tests/data/mentions.txt");
        assert!(
            table == golden,
            "the reading of the columns changed:\n{table}"
        );
    }

    #[test]
    fn commas_within_quotations_and_brackets_part_nothing() {
        assert_eq!(
            shown("Школа «Раз, два» (корпус 1, корпус 2), ММС; ОО\nАСОУ"),
            [
                "??? <- Школа «Раз, два» | [корпус 1, корпус 2]",
                "mms <- ММС",
                "oo <- ОО",
                "asou <- АСОУ"
            ]
        );
    }

    #[test]
    fn a_comma_between_what_one_body_deals_with_made_two_bodies() {
        assert_eq!(
            shown("Комитет по физической культуре, спорту и молодёжной политике, ММС"),
            [
                "??? <- Комитет по физической культуре, спорту и молодёжной политике",
                "mms <- ММС"
            ]
        );
    }

    #[test]
    fn the_mark_of_a_note_made_another_subject() {
        assert_eq!(shown("АСОУ¹, ММС*"), ["asou <- АСОУ", "mms <- ММС"]);
    }

    #[test]
    fn brackets_within_quotations_belong_to_the_name() {
        assert_eq!(
            shown("Клуб «Лидер (2.0)» (г. Мытищи)"),
            ["??? <- Клуб «Лидер (2.0)» | [г. Мытищи]"]
        );
    }

    #[test]
    fn a_sign_without_its_partner_swallows_nothing() {
        assert_eq!(
            shown("академия (далее - АСОУ, ММС"),
            ["asou <- академия | = АСОУ", "mms <- ММС"]
        );
        assert_eq!(
            shown("ММС), «ОО, АСОУ"),
            ["??? <- ММС)", "??? <- «ОО", "asou <- АСОУ"]
        );
    }

    #[test]
    fn a_definition_may_do_without_its_dash() {
        assert_eq!(
            shown("Центр рекрутинга (далее Рекрутинг центр АСОУ), Новый центр (далее – НЦ)"),
            [
                "recruiting-asou <- Центр рекрутинга | = Рекрутинг центр АСОУ",
                "??? <- Новый центр | = НЦ"
            ]
        );
    }

    #[test]
    fn what_is_within_a_project_stays_with_the_name() {
        assert_eq!(
            shown("ЦНППМ в рамках проекта «Лига лидеров» (второй этап)"),
            ["cnppm <- ЦНППМ | [в рамках проекта «Лига лидеров»; второй этап]"]
        );
    }

    #[test]
    fn empty_cells_name_nobody() {
        assert_eq!(shown(" , ;\n (далее – ДПО)"), [""; 0]);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(cell in "[ЦНППМаб ,;()«»„“\"\n-]*|далее|\\PC*") {
            for mention in mentions(&cell, &Registry::default()) {
                prop_assert!(mention.subject.is_none());
                prop_assert!(!mention.text.is_empty());
            }
        }
    }
}
