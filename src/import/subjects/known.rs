//! Whom of those already known a name may mean.

use super::Known;
use crate::domain::fold::fold;
use crate::domain::subject::{Registry, SubjectId};

/// Names nearer than this are probably one.
const LIKE: f64 = 0.90;

/// Names nearer than this are offered.
const NEAR: f64 = 0.55;

/// How many are offered.
const OFFERED: usize = 3;

/// Who of those known a name may be.
pub(super) fn known(short: &str, full: &str, registry: &Registry) -> Known {
    let mut best: Option<(f64, SubjectId)> = None;
    for subject in registry.iter() {
        for name in subject.names() {
            let own = fold(name);
            for wanted in [short, full] {
                let wanted = fold(wanted);
                if own == wanted {
                    return Known::Same(subject.id.clone());
                }
                let likeness = strsim::normalized_levenshtein(&own, &wanted);
                if likeness >= LIKE
                    && best.as_ref().is_none_or(|(most, _)| likeness > *most)
                    && own.chars().count() > 5
                    && figures(&own) == figures(&wanted)
                {
                    best = Some((likeness, subject.id.clone()));
                }
            }
        }
    }
    best.map_or(Known::New, |(_, id)| Known::Like(id))
}

/// «Школа № 1» and «Школа № 2» are near, and never one.
fn figures(name: &str) -> Vec<char> {
    name.chars().filter(char::is_ascii_digit).collect()
}

/// Those known whom a name may mean, the nearest first: by letters, or by the words it shares.
pub(super) fn alike(short: &str, full: &str, registry: &Registry) -> Vec<SubjectId> {
    let mut near: Vec<(f64, SubjectId)> = registry
        .iter()
        .filter_map(|subject| {
            let most = subject
                .names()
                .flat_map(|name| [nearness(name, short), nearness(name, full)])
                .fold(0.0_f64, f64::max);
            (most >= NEAR).then(|| (most, subject.id.clone()))
        })
        .collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.into_iter().take(OFFERED).map(|(_, id)| id).collect()
}

fn nearness(known: &str, name: &str) -> f64 {
    let (known, name) = (fold(known), fold(name));
    let letters = strsim::normalized_levenshtein(&known, &name);
    // Cases change the ends of words, not their beginnings.
    let stems = |text: &str| -> Vec<String> {
        super::text::words(text)
            .filter(|word| word.chars().count() > 3)
            .map(|word| word.chars().take(6).collect())
            .collect()
    };
    let (own, wanted) = (stems(&known), stems(&name));
    let shared = wanted.iter().filter(|stem| own.contains(stem)).count();
    let all = own.len().max(wanted.len());
    let words = u32::try_from(shared * 100)
        .ok()
        .zip(u32::try_from(all).ok().filter(|all| *all > 0))
        .map_or(0.0, |(shared, all)| {
            f64::from(shared) / f64::from(all) / 100.0
        });
    letters.max(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::safe_text::SafeText;
    use crate::domain::subject::{Subject, SubjectKind, Subjects};

    fn registry(names: &[&str]) -> Registry {
        let subjects = names
            .iter()
            .enumerate()
            .map(|(index, name)| Subject {
                id: SubjectId(format!("s{index}")),
                kind: SubjectKind::Organisation,
                short: SafeText::line(name),
                full: SafeText::line(name),
                aliases: Vec::new(),
                members: Vec::new(),
                organisation: None,
                dative: None,
                email: None,
                post: None,
            })
            .collect();
        Registry::from(Subjects {
            format: Subjects::FORMAT,
            subjects,
        })
    }

    #[test]
    fn names_that_differ_in_a_figure_are_never_one() {
        let known_ones = registry(&["Детский сад № 12 «Ромашка»"]);
        let other = "Детский сад № 13 «Ромашка»";
        assert_eq!(known(other, other, &known_ones), Known::New);
        let misprint = "Детский сад № 12 «Ромшка»";
        let same = SubjectId("s0".into());
        assert_eq!(known(misprint, misprint, &known_ones), Known::Like(same));
    }

    #[test]
    fn those_who_may_be_meant_are_offered_the_nearest_first() {
        let known_ones = registry(&["Бухгалтерия", "Отдел кадров", "Отдел кадров и права"]);
        let found = alike("отделу кадров", "отделу кадров", &known_ones);
        assert_eq!(found, [SubjectId("s1".into()), SubjectId("s2".into())]);
        assert!(alike("Профком", "Профком", &known_ones).is_empty());
    }
}
