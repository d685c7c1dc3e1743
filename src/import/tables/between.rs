//! Text between the tables of a plan: months, sections.

use super::{Candidate, Segment, lines_like_section};
use crate::import::{heading, requisites, text};

/// Text between tables of one plan that names what comes: months, sections.
pub(super) fn sections_between(
    candidates: &[Candidate],
    members: &[usize],
    segments: &mut [Segment],
    before: &mut Vec<String>,
) {
    if segments.len() < 2 {
        return;
    }
    let kept: Vec<&Candidate> = members
        .iter()
        .filter_map(|index| candidates.get(*index))
        .collect();
    let offset = kept.len() - segments.len();
    let name_of = |candidate: &Candidate| -> Option<String> {
        candidate
            .before
            .iter()
            .rev()
            .map(|text| text::line(text))
            .find(|text| !is_running_title(text))
            .filter(|text| text.chars().count() <= 200)
            .or_else(|| {
                candidate
                    .sheet
                    .clone()
                    .filter(|name| heading::month(name).is_some() || lines_like_section(name))
            })
    };
    let mut names: Vec<Option<String>> = kept.iter().skip(offset).map(|one| name_of(one)).collect();
    // Before the first table stands the title of the plan, too: only what looks like the others.
    let looks: Vec<heading::Look> = names
        .iter()
        .skip(1)
        .flatten()
        .map(|name| heading::look(name, &heading::name(name, None)))
        .collect();
    if let Some(first) = names.first_mut()
        && let Some(name) = first.clone()
    {
        let own = heading::look(&name, &heading::name(&name, None));
        let title = requisites::begins_title(&name);
        if !looks.contains(&own) || title || looks.is_empty() {
            *first = None;
        } else if let Some(at) = before.iter().rposition(|text| text::line(text) == name) {
            before.remove(at);
        }
    }
    for (segment, name) in segments.iter_mut().zip(names) {
        segment.section = name;
    }
}

/// «Продолжение таблицы», «Приложение 1», a page's number.
fn is_running_title(text: &str) -> bool {
    let plain = text::plain(text);
    plain.is_empty()
        || plain.starts_with("продолжение")
        || plain.starts_with("окончание таблицы")
        || plain.starts_with("приложение")
        || plain.starts_with("таблица")
        || plain.starts_with('(')
        || plain
            .chars()
            .all(|c| c.is_ascii_digit() || c == '-' || c == ' ')
}
