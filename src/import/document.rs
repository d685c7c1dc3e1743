//! From the draft to what is written: a document on control, and the subjects it names anew.

use std::collections::BTreeSet;

use super::draft::{self, Draft};
use super::subjects::{Known, Proposed};
use super::text;
use crate::domain::date::Date;
use crate::domain::document::{
    Abbreviation, Activity, Document, DocumentKey, Heading, Node, NodeKey, Requisites,
};
use crate::domain::fold::fold;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::{Registry, Subject, SubjectId, SubjectKind};

/// The document as it is kept, with its keys.
pub fn document(draft: &Draft, key: DocumentKey, taken: Date) -> Document {
    let own = &draft.requisites;
    let text = |text: &Option<String>| SafeText::line(text.as_deref().unwrap_or_default());
    let mut document = Document {
        format: Document::FORMAT,
        key,
        requisites: Requisites {
            kind: text(&own.kind),
            issuer: text(&own.issuer),
            date: own.date,
            number: text(&own.number),
            plan_title: text(&own.plan_title),
            title: text(&own.title),
            place: text(&own.place),
            basis: text(&own.basis),
            amends: text(&own.amends),
        },
        taken_on_control: own.date.is_none().then_some(taken),
        period: draft.period,
        levels: draft
            .levels
            .iter()
            .map(|level| SafeText::line(level))
            .collect(),
        content: draft.content.iter().map(node).collect(),
        short: SafeText::line(&short(draft)),
        point: SafeText::line(if draft.lines.is_empty() {
            ""
        } else {
            "Пункт"
        }),
        controller: SafeText::line(&own.controller),
        abbreviations: draft
            .defined
            .iter()
            .map(|one| Abbreviation {
                short: SafeText::line(&one.short),
                full: SafeText::line(&one.full),
                defined_in: SafeText::default(),
            })
            .collect(),
        ..Document::default()
    };
    document.give_keys(key, &BTreeSet::new());
    document
}

/// How lists name an order or a letter whose number alone says little: «Письмо № 2548».
fn short(draft: &Draft) -> String {
    let own = &draft.requisites;
    let kind = own.kind.as_deref().unwrap_or_default();
    if draft.lines.is_empty() || kind.is_empty() {
        return String::new();
    }
    match (&own.number, own.date) {
        (Some(number), _) if number.chars().all(|c| c.is_ascii_digit()) => {
            format!("{kind} № {number}")
        }
        (Some(_), _) => String::new(),
        (None, Some(date)) => format!("{kind} от {}", date.format("%d.%m.%Y")),
        (None, None) => match own.title.as_deref() {
            Some(title) => format!("{kind} «{title}»"),
            None => kind.to_owned(),
        },
    }
}

fn node(node: &draft::Node) -> Node {
    match node {
        draft::Node::Heading(heading) => Node::Heading(Heading {
            key: NodeKey::default(),
            number: SafeText::line(&heading.number),
            title: SafeText::line(&heading.title),
            responsible: SafeText::new(&heading.responsible),
            term: SafeText::line(&heading.term),
            result: SafeText::line(&heading.result),
            children: heading.children.iter().map(self::node).collect(),
        }),
        draft::Node::Activity(activity) => Node::Activity(Activity {
            key: NodeKey::default(),
            number: SafeText::line(&activity.number),
            title: SafeText::line(&activity.title),
            responsible_subject: SafeText::new(&activity.responsible),
            executors: SafeText::new(&activity.executors),
            term: SafeText::line(&activity.term),
            read_as: SafeText::line(activity.reading.as_deref().unwrap_or_default()),
            result: SafeText::line(&activity.result),
            other: activity
                .other
                .iter()
                .map(|(name, cell)| (SafeText::line(name), SafeText::line(cell)))
                .collect(),
        }),
    }
}

/// A key for a document: of its number, else of the name of its file.
pub fn key(draft: &Draft, stem: &str) -> DocumentKey {
    let of = |name: &str| -> Option<DocumentKey> {
        let latin = latin(name);
        // `plan` is the document of the first form.
        (!latin.is_empty() && latin != "plan")
            .then(|| latin.parse().ok())
            .flatten()
    };
    let own = &draft.requisites;
    let number = own.number.as_deref().map(|number| {
        // «1355» alone says little, and another order may have it.
        let bare = !draft.lines.is_empty() && number.chars().all(|c| c.is_ascii_digit());
        match own.kind.as_deref() {
            Some(kind) if bare => format!("{kind} {number}"),
            _ => number.to_owned(),
        }
    });
    number
        .as_deref()
        .and_then(of)
        .or_else(|| of(stem))
        .or_else(|| "document-1".parse().ok())
        .unwrap_or_default()
}

/// Subjects for the names nobody bears yet, with ids of their own.
pub fn subjects(proposed: &[Proposed], registry: &Registry) -> Vec<Subject> {
    let mut taken: BTreeSet<String> = registry
        .iter()
        .map(|subject| subject.id.to_string())
        .collect();
    let mut made: Vec<(Subject, &Proposed)> = Vec::new();
    for one in proposed {
        if !matches!(one.known, Known::New) {
            continue;
        }
        made.push((
            Subject {
                id: subject_id(&one.short, &mut taken),
                kind: one.kind,
                short: SafeText::line(&one.short),
                full: SafeText::line(&one.full),
                // The cells go on calling it as they do.
                aliases: std::iter::once(one)
                    .chain(proposed.iter().filter(|other| other.known.is(one)))
                    .map(|named| &named.found)
                    .filter(|found| [&one.short, &one.full].iter().all(|own| own != found))
                    .map(|found| SafeText::line(found))
                    .collect(),
                members: Vec::new(),
                organisation: None,
                dative: None,
                email: None,
                post: None,
            },
            one,
        ));
    }
    // Members of groups are among those made, or known.
    let mut ids: Vec<(String, SubjectId)> = made
        .iter()
        .map(|(subject, one)| (fold(&one.found), subject.id.clone()))
        .collect();
    ids.extend(proposed.iter().filter_map(|one| match &one.known {
        Known::Same(id) | Known::Like(id) => Some((fold(&one.found), id.clone())),
        Known::New | Known::Nobody | Known::Another(_) => None,
    }));
    for one in proposed {
        if let Some((subject, _)) = made.iter().find(|(_, made)| one.known.is(made)) {
            ids.push((fold(&one.found), subject.id.clone()));
        }
    }
    let find = |name: &str| {
        ids.iter()
            .find(|(known, _)| *known == fold(name))
            .map(|(_, id)| id.clone())
            .or_else(|| registry.find(name).map(|subject| subject.id.clone()))
    };
    made.into_iter()
        .map(|(mut subject, one)| {
            if subject.kind == SubjectKind::Group {
                subject.members = one
                    .members
                    .iter()
                    .filter_map(|name| find(name))
                    .filter(|id| *id != subject.id)
                    .collect();
            }
            subject
        })
        .collect()
}

/// Names that known subjects answer to from now on: those a plan uses for them.
pub fn aliases(proposed: &[Proposed], registry: &Registry) -> Vec<(SubjectId, SafeText)> {
    let mut found: Vec<(SubjectId, SafeText)> = Vec::new();
    for one in proposed {
        let (Known::Same(id) | Known::Like(id)) = &one.known else {
            continue;
        };
        let name = SafeText::line(&one.found);
        let is_named = registry.find(&one.found).is_some();
        if !is_named && !found.iter().any(|(_, known)| *known == name) {
            found.push((id.clone(), name));
        }
    }
    found
}

/// An id for a subject of this name, none of those taken.
pub fn subject_id(name: &str, taken: &mut BTreeSet<String>) -> SubjectId {
    let base: String = latin(name).chars().take(40).collect();
    let base = base.trim_matches('-').to_owned();
    let base = if base.is_empty() {
        "subject".to_owned()
    } else {
        base
    };
    let mut id = base.clone();
    let mut again = 1_usize;
    while !taken.insert(id.clone()) {
        again += 1;
        id = format!("{base}-{again}");
    }
    SubjectId(id)
}

/// A name in Latin letters, digits and dashes.
fn latin(name: &str) -> String {
    let mut latin = String::new();
    for character in text::line(name).to_lowercase().chars() {
        let piece = match character {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' => "g",
            'д' => "d",
            'е' | 'ё' | 'э' => "e",
            'ж' => "zh",
            'з' => "z",
            'и' => "i",
            'й' | 'ы' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "c",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sch",
            'ю' => "yu",
            'я' => "ya",
            'ъ' | 'ь' => "",
            _ if character.is_ascii_alphanumeric() => {
                latin.push(character);
                continue;
            }
            _ => "-",
        };
        if piece != "-" || !(latin.is_empty() || latin.ends_with('-')) {
            latin.push_str(piece);
        }
    }
    latin.trim_matches('-').chars().take(48).collect()
}

/// Whether two documents say the same: keys and days of control aside.
pub fn says_the_same(one: &Document, other: &Document) -> bool {
    let bare = |document: &Document| {
        let mut bare = document.clone();
        bare.key = DocumentKey::default();
        bare.taken_on_control = None;
        bare.short = SafeText::default();
        strip(&mut bare.content);
        (
            bare.requisites,
            bare.period,
            bare.levels,
            bare.controller,
            bare.content,
        )
    };
    bare(one) == bare(other)
}

fn strip(nodes: &mut [Node]) {
    for node in nodes {
        match node {
            Node::Heading(heading) => {
                heading.key = NodeKey::default();
                strip(&mut heading.children);
            }
            Node::Activity(activity) => activity.key = NodeKey::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposed(short: &str, kind: SubjectKind, members: &[&str]) -> Proposed {
        Proposed {
            found: short.to_owned(),
            short: short.to_owned(),
            full: short.to_owned(),
            kind,
            members: members.iter().map(|name| (*name).to_owned()).collect(),
            count: 1,
            known: Known::New,
            alike: Vec::new(),
            decided: false,
        }
    }

    #[test]
    fn names_become_ids_that_are_distinct() {
        assert_eq!(latin("ЦНППМ АСОУ"), "cnppm-asou");
        assert_eq!(latin("118-о"), "118-o");
        assert_eq!(latin("Отдел «Щит»"), "otdel-schit");
        let made = subjects(
            &[
                proposed("Отдел кадров", SubjectKind::Organisation, &[]),
                proposed("Отдел  кадров.", SubjectKind::Organisation, &[]),
                proposed("Все", SubjectKind::Group, &["Отдел кадров", "Все"]),
            ],
            &Registry::default(),
        );
        let ids: Vec<String> = made.iter().map(|subject| subject.id.to_string()).collect();
        assert_eq!(ids, ["otdel-kadrov", "otdel-kadrov-2", "vse"]);
        assert_eq!(made[2].members, [SubjectId("otdel-kadrov".into())]);
    }
}
