//! Who is meant by a name, as a person decided.

use std::collections::BTreeMap;

use super::{Known, Proposed};
use crate::domain::fold::fold;
use crate::import::choice::Naming;

/// Puts decisions in the place of what was suggested.
pub(in crate::import) fn decide(found: &mut [Proposed], by_name: &BTreeMap<String, Naming>) {
    for one in &mut *found {
        let Some(naming) = by_name.get(&one.found) else {
            continue;
        };
        one.decided = true;
        match naming {
            Naming::New { kind, short, full } => {
                one.known = Known::New;
                one.kind = *kind;
                if !short.is_empty() {
                    one.short.clone_from(short);
                }
                if !full.is_empty() {
                    one.full.clone_from(full);
                }
            }
            Naming::As(id) => one.known = Known::Same(id.clone()),
            Naming::Nobody => one.known = Known::Nobody,
        }
    }
    unite(found);
}

/// Who was given the name of another one of the plan is that one: two subjects of one name would
/// never be told apart.
fn unite(found: &mut [Proposed]) {
    for at in 0..found.len() {
        let Some(one) = found.get(at).filter(|one| is_named_anew(one)) else {
            continue;
        };
        let name = fold(&one.short);
        let bears = |other: &Proposed| {
            [&other.found, &other.short, &other.full]
                .into_iter()
                .any(|own| fold(own) == name)
        };
        // The one the plan itself calls so; else the first that was given the name.
        let other = found
            .iter()
            .enumerate()
            .find(|(place, other)| *place != at && !is_named_anew(other) && bears(other))
            .or_else(|| {
                let mut before = found.iter().enumerate().take(at);
                before.find(|(_, other)| is_named_anew(other) && bears(other))
            });
        let known = match other.map(|(_, other)| (&other.known, &other.found)) {
            Some((Known::New, found) | (Known::Another(found), _)) => Known::Another(found.clone()),
            Some((Known::Same(id) | Known::Like(id), _)) => Known::Same(id.clone()),
            _ => continue,
        };
        if let Some(one) = found.get_mut(at) {
            one.known = known;
        }
    }
}

/// Whether a person gave a new subject a name of his own.
fn is_named_anew(one: &Proposed) -> bool {
    one.decided && one.known == Known::New && fold(&one.short) != fold(&one.found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::subject::{Registry, SubjectKind};
    use crate::import::document;
    use crate::import::subjects::propose;

    fn named(short: &str) -> Naming {
        Naming::New {
            kind: SubjectKind::Person,
            short: short.to_owned(),
            full: String::new(),
        }
    }

    #[test]
    fn a_name_said_to_be_another_new_one_of_the_plan_makes_no_second_subject() {
        let cells = ["Иванов И.И., отдел кадров", "Иванова Ивана, Служба кадров"];
        let mut found = propose(cells.into_iter(), &Registry::default());
        let said = [
            ("Иванова Ивана".to_owned(), named("Иванов И.И.")),
            ("отдел кадров".to_owned(), named("Кадры")),
            ("Служба кадров".to_owned(), named("Кадры")),
        ];
        decide(&mut found, &said.into());
        let made = document::subjects(&found, &Registry::default());
        let shown: Vec<(&str, Vec<&str>)> = made
            .iter()
            .map(|one| {
                let aliases = one.aliases.iter().map(|alias| &**alias).collect();
                (&*one.short, aliases)
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("Иванов И.И.", vec!["Иванова Ивана"]),
                ("Кадры", vec!["Служба кадров"]),
            ]
        );
    }
}
