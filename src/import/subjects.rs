//! Who is named in a plan: bodies, groups, posts and persons, with the short names the plan gives.

use std::collections::BTreeMap;

use super::text;
use crate::domain::fold::fold;
use crate::domain::subject::{Registry, SubjectId, SubjectKind, mentions};

mod decide;
mod kind;
mod known;

pub(super) use decide::decide;
use kind::kind;
pub(super) use kind::{BODIES, POSTS};
use known::{alike, known};

/// A name that a plan uses.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposed {
    /// The name as the plan uses it: what a person decides by, whatever it is called after that.
    pub found: String,
    /// The short name: what the plan introduces with «далее», else the name itself.
    pub short: String,
    /// The full name, in the case of the text.
    pub full: String,
    /// What sort of subject it seems to be.
    pub kind: SubjectKind,
    /// Who is behind it, where the plan says so: names of a group.
    pub members: Vec<String>,
    /// How many cells name it.
    pub count: usize,
    /// Who of those already known it is.
    pub known: Known,
    /// Whom of those known it may mean, the nearest first.
    pub alike: Vec<SubjectId>,
    /// Whether a person decided so.
    pub decided: bool,
}

/// Whether a name is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Known {
    /// It is this one.
    Same(SubjectId),
    /// It may be this one.
    Like(SubjectId),
    /// Nobody like it is known.
    New,
    /// It is another new one of this plan, by the name the plan uses for that one: a person said
    /// that both are one.
    Another(String),
    /// No subject at all: the words stay in their cell.
    Nobody,
}

impl Known {
    /// Whether it is this one of the plan.
    pub(super) fn is(&self, other: &Proposed) -> bool {
        matches!(self, Self::Another(found) if *found == other.found)
    }
}

/// Who is named in these cells, in the sequence of the first mention.
pub(super) fn propose<'a>(
    cells: impl Iterator<Item = &'a str>,
    registry: &Registry,
) -> Vec<Proposed> {
    let mut found: Vec<Proposed> = Vec::new();
    // By folded name: which of those found it is.
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    for cell in cells {
        let mut together: Vec<String> = Vec::new();
        for mention in mentions(&agreed(cell), registry) {
            for name in parted(&mention.text) {
                let full = text::line(&name);
                if !is_name(&full) {
                    continue;
                }
                let short = mention
                    .defined_as
                    .as_ref()
                    .map_or_else(|| full.clone(), |short| text::line(short));
                let at = by_name
                    .get(&fold(&short))
                    .or_else(|| by_name.get(&fold(&full)))
                    .copied();
                together.push(short.clone());
                if let Some(one) = at.and_then(|at| found.get_mut(at)) {
                    one.count += 1;
                    if let Some(at) = at {
                        by_name.insert(fold(&short), at);
                        by_name.insert(fold(&full), at);
                    }
                    continue;
                }
                let at = found.len();
                by_name.insert(fold(&short), at);
                by_name.insert(fold(&full), at);
                let known = mention
                    .subject
                    .clone()
                    .map_or_else(|| known(&short, &full, registry), Known::Same);
                found.push(Proposed {
                    found: short.clone(),
                    kind: kind(&full),
                    alike: alike(&short, &full, registry),
                    short,
                    full,
                    members: Vec::new(),
                    count: 1,
                    known,
                    decided: false,
                });
            }
        }
        if let Some(group) = group(cell)
            && !together.is_empty()
        {
            let at = by_name.get(&fold(&group)).copied();
            if let Some(one) = at.and_then(|at| found.get_mut(at)) {
                one.members = together;
                one.kind = SubjectKind::Group;
            } else {
                by_name.insert(fold(&group), found.len());
                let known = known(&group, &group, registry);
                found.push(Proposed {
                    found: group.clone(),
                    alike: alike(&group, &group, registry),
                    full: together.join(", "),
                    short: group,
                    kind: SubjectKind::Group,
                    members: together,
                    count: 0,
                    known,
                    decided: false,
                });
            }
        }
    }
    found
}

/// Without «(по согласованию)» and «совместно с», which say how, not who.
fn agreed(cell: &str) -> String {
    let mut agreed = cell.to_owned();
    for words in [
        "(по согласованию)",
        "( по согласованию )",
        "(по отдельному согласованию)",
        ", по согласованию",
    ] {
        agreed = agreed.replace(words, "");
    }
    for (words, sign) in [
        (" совместно с ", ", "),
        ("Совместно с ", ""),
        (" во взаимодействии с ", ", "),
        (" при участии ", ", "),
    ] {
        agreed = agreed.replace(words, sign);
    }
    agreed
}

/// The group a cell introduces: «(далее совместно – все субъекты РС НМС)».
fn group(cell: &str) -> Option<String> {
    let lower = fold(cell);
    let at = lower
        .find("далее совместно")
        .or_else(|| lower.find("далее вместе"))?;
    let characters = lower.get(..at)?.chars().count();
    let rest: String = cell.chars().skip(characters).collect();
    let rest = rest
        .split_whitespace()
        .skip(2)
        .collect::<Vec<_>>()
        .join(" ");
    let name = rest
        .trim_start_matches(['-', '–', '—', ':', ' ', '«', '"'])
        .split([')', '(', ';'])
        .next()?
        .trim_matches([' ', '»', '"', '.'])
        .to_owned();
    (!name.is_empty()).then_some(name)
}

/// Persons that only a space parts: «Иванов И.И. Петров П.П.».
fn parted(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let initials = words.iter().filter(|word| is_initials(word)).count();
    if initials < 2 {
        return vec![name.to_owned()];
    }
    let mut names = Vec::new();
    let mut current: Vec<&str> = Vec::new();
    for word in words {
        current.push(word);
        if is_initials(word) && current.len() > 1 {
            names.push(current.join(" "));
            current.clear();
        }
    }
    if !current.is_empty() {
        names.push(current.join(" "));
    }
    names
}

fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [a, '.', b, '.', ..] if a.is_uppercase() && b.is_uppercase())
}

/// Whether a piece names anybody: dashes, figures and empty words do not.
fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && name.chars().count() <= 400
        && !matches!(
            fold(name).as_str(),
            "нет" | "и др" | "и др." | "и другие" | "др" | "др."
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(cells: &[&str]) -> Vec<(String, String, SubjectKind)> {
        propose(cells.iter().copied(), &Registry::default())
            .into_iter()
            .map(|one| (one.short, one.full, one.kind))
            .collect()
    }

    #[test]
    fn a_short_name_is_what_stands_after_hereafter() {
        use SubjectKind::{Group, Organisation, Person, Position};
        let own = |short: &str, full: &str, kind| (short.to_owned(), full.to_owned(), kind);
        assert_eq!(
            proposed(&[
                "Отдел кадров и правовой работы (далее – отдел кадров)",
                "Директор, отдел кадров, Бухгалтерия",
                "муниципальные органы управления образованием (по согласованию)",
                "Иванов И.И. Петров П.П.",
            ]),
            [
                own(
                    "отдел кадров",
                    "Отдел кадров и правовой работы",
                    Organisation
                ),
                own("Директор", "Директор", Position),
                own("Бухгалтерия", "Бухгалтерия", Organisation),
                own(
                    "муниципальные органы управления образованием",
                    "муниципальные органы управления образованием",
                    Group
                ),
                own("Иванов И.И.", "Иванов И.И.", Person),
                own("Петров П.П.", "Петров П.П.", Person),
            ]
        );
    }

    #[test]
    fn a_group_is_who_is_named_together() {
        let found = propose(
            ["ЦНППМ АСОУ, флагманские школы (далее совместно - все субъекты РС НМС)"].into_iter(),
            &Registry::default(),
        );
        let group = found.last().unwrap();
        assert_eq!(group.short, "все субъекты РС НМС");
        assert_eq!(group.members, ["ЦНППМ АСОУ", "флагманские школы"]);
    }
}
