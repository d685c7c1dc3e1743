//! Who is behind a name: the text's own short names, and subjects that are known.

mod stems;

use std::collections::BTreeMap;

use super::executor::{Who, hereafter};
use super::words;
use crate::domain::fold::fold;
use crate::domain::subject::{Registry, Subject, SubjectKind};
use crate::import::taken::Defined;
use stems::{end_of, quoted, stem, stems};

/// Every «далее – …» of a text.
pub(super) fn defined(text: &str) -> Vec<Defined> {
    let mut found = Vec::new();
    for (place, _) in text.match_indices('(') {
        let Some((inside, _)) = text.get(place + 1..).and_then(|rest| rest.split_once(')')) else {
            continue;
        };
        let before = end_of(text.get(..place).unwrap_or_default().trim_end());
        let plain = fold(inside);
        let plain = plain.trim_start();
        if let Some(short) = hereafter(inside) {
            found.push(Defined {
                full: full_of(before, &short),
                short,
            });
        } else if plain.starts_with("далее соответственно")
            || plain.starts_with("далее совместно")
            || plain.starts_with("далее вместе")
        {
            let list = inside
                .split_once(['–', '—', '-', ':'])
                .map_or("", |(_, list)| list);
            for short in list
                .split(',')
                .map(str::trim)
                .filter(|short| !short.is_empty())
            {
                found.push(Defined {
                    full: full_of(before, short),
                    short: short.to_owned(),
                });
            }
        }
    }
    found
}

/// What a short name stands for: from the word that begins like it, else from where the clause
/// begins.
fn full_of(before: &str, short: &str) -> String {
    let all = words::of(before);
    let wanted = stems(short);
    let sentence = all
        .windows(wanted.len().max(1))
        .rev()
        .take(60)
        .find(|window| {
            window
                .first()
                .is_some_and(|word| !words::is_abbreviation(word.text))
                && window
                    .iter()
                    .map(|word| stem(word.text))
                    .eq(wanted.iter().cloned())
        })
        .and_then(|window| window.first())
        .map(|word| word.span.start);
    let clause = before
        .char_indices()
        .rev()
        .find(|(at, c)| matches!(c, ';' | ':') || (*c == ',' && depth_at(before, *at) == 0))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let verb = all
        .iter()
        .rev()
        .find(|word| word.depth == 0 && words::is_infinitive(word.text))
        .map_or(0, |word| word.span.end);
    let from = sentence.unwrap_or_else(|| clause.max(verb));
    let full = before.get(from..).unwrap_or_default().trim();
    // How it is sent and by when is no part of a name.
    let ways = [
        " по межведомственн",
        " по систем",
        " по электронн",
        " по адресу",
        " посредством ",
        " в срок ",
        " до ",
    ];
    let full = after_post(full);
    let end = ways
        .iter()
        .filter_map(|way| full.find(way))
        .min()
        .unwrap_or(full.len());
    let full = full.get(..end).unwrap_or(full);
    super::cases::nominative(full, super::cases::Case::Dative)
}

/// «Ректору государственного учреждения …» is short for the body, not for the post; and of a
/// clause that says more, the body begins with its last «государственное».
fn after_post(full: &str) -> &str {
    let all = words::of(full);
    let first = all.first().map_or("", |word| word.text);
    if is_post_name(&super::cases::nominative(first, super::cases::Case::Dative)) && all.len() > 2 {
        return all
            .get(1)
            .and_then(|word| full.get(word.span.start..))
            .unwrap_or(full);
    }
    if all.len() <= 14 {
        return full;
    }
    let forms = [
        "федеральн",
        "государствен",
        "муниципальн",
        "областн",
        "бюджетн",
        "автономн",
    ];
    let is_form = |word: &words::Word<'_>| {
        word.depth == 0 && forms.iter().any(|form| fold(word.text).starts_with(form))
    };
    let begins = all.iter().enumerate().rev().find(|(at, word)| {
        is_form(word)
            && !at
                .checked_sub(1)
                .and_then(|at| all.get(at))
                .is_some_and(is_form)
    });
    match begins {
        Some((_, word)) if full.ends_with('»') => full.get(word.span.start..).unwrap_or(full),
        _ => full,
    }
}

fn depth_at(text: &str, place: usize) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if at >= place {
            break;
        }
        match c {
            '(' | '«' => depth += 1,
            ')' | '»' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth
}

/// A subject, with its names as they are compared.
struct Known<'r> {
    subject: &'r Subject,
    /// The stems of each of its names, the short one first.
    names: Vec<Vec<String>>,
    /// The stems of what stands between quotation marks in its full name, where that says it.
    quoted: Option<Vec<String>>,
}

/// What a text says of names, and who is known. Everything is compared by stems, which are found
/// once: a long text has thousands of names, and a registry hundreds.
pub(super) struct Names<'r> {
    registry: &'r Registry,
    subjects: Vec<Known<'r>>,
    pub(super) defined: Vec<Defined>,
    /// What a short name of the text stands for, by its stems: roles («Определить … региональным
    /// оператором») before shortened names.
    behind: BTreeMap<Vec<String>, String>,
}

impl<'r> Names<'r> {
    pub(super) fn new(
        registry: &'r Registry,
        defined: Vec<Defined>,
        roles: &[(String, String)],
    ) -> Self {
        let subjects = registry.iter().map(|subject| {
            let says = subject.kind == SubjectKind::Organisation
                && !subject.full.starts_with("Центр")
                && begins_like_body(&subject.full);
            Known {
                subject,
                names: subject.names().map(|name| stems(name)).collect(),
                quoted: quoted(&subject.full).filter(|_| says).map(stems),
            }
        });
        let mut behind = BTreeMap::new();
        let shortened = defined
            .iter()
            .map(|one| (stems(&one.short), &one.full))
            .filter(|(short, full)| stems(full) != *short);
        for (short, full) in roles
            .iter()
            .map(|(role, body)| (stems(role), body))
            .chain(shortened)
        {
            behind.entry(short).or_insert_with(|| full.clone());
        }
        Self {
            registry,
            subjects: subjects.collect(),
            defined,
            behind,
        }
    }
}

impl Names<'_> {
    /// The subject of a name in whatever case, if it is surely one that is known.
    fn known(&self, name: &str) -> Option<&Subject> {
        if let Some(subject) = self.registry.find(name) {
            return Some(subject);
        }
        let own = stems(name);
        let same = self
            .subjects
            .iter()
            .find(|known| !own.is_empty() && known.names.contains(&own));
        if same.is_some() || is_post_name(name) {
            return same.map(|known| known.subject);
        }
        // «ГБУ ДПО «Институт …»» and «Государственное … учреждение «Институт …»» are one body.
        let inside = stems(quoted(name)?);
        let mut all = self.subjects.iter();
        let found = all.find(|known| inside.len() > 1 && known.quoted.as_ref() == Some(&inside));
        found.map(|known| known.subject)
    }

    /// What a short name of the text stands for, if it is one.
    fn behind(&self, name: &str) -> Option<String> {
        self.behind.get(&stems(name)).cloned()
    }

    /// The subject that a full name of the text begins with: more may follow it.
    fn begins_with(&self, full: &str) -> Option<&Subject> {
        let own = stems(full);
        self.subjects
            .iter()
            .filter(|known| {
                let mut names = known.names.iter();
                names.any(|name| name.len() > 1 && own.starts_with(name))
            })
            .map(|known| known.subject)
            .max_by_key(|subject| subject.full.len())
    }

    /// How a name is written to the document: the short name of the subject, the person in
    /// brackets.
    pub(super) fn shown(&self, who: &Who) -> String {
        let name = self.name(who);
        match (name.is_empty(), who.person.is_empty()) {
            (true, _) => who.person.clone(),
            (false, true) => name,
            (false, false) => format!("{name} ({})", who.person),
        }
    }

    fn name(&self, who: &Who) -> String {
        if who.name.is_empty() {
            return String::new();
        }
        if let Some(behind) = self.behind(&who.name) {
            let known = self.known(&behind).or_else(|| self.begins_with(&behind));
            if let Some(subject) = known {
                return subject.short.to_string();
            }
            // A short name in capitals says enough.
            if words::is_abbreviation(&who.name) {
                return who.name.clone();
            }
            if is_body_name(&behind) {
                return capital(&super::cases::nominative(
                    &behind,
                    super::cases::Case::Dative,
                ));
            }
        }
        if let Some(subject) = self.known(&who.name) {
            return subject.short.to_string();
        }
        // «Ректор государственного … «…» (далее – ГСГУ)» is the rector of ГСГУ.
        if !who.short.is_empty() {
            if is_post_name(&who.name) {
                let post = who.name.split_whitespace().next().unwrap_or_default();
                let known = format!("{} {}", capital(post), who.short);
                return self
                    .known(&known)
                    .map_or(known, |subject| subject.short.to_string());
            }
            return capital(&who.short);
        }
        capital(&who.name)
    }
}

/// Posts begin with one of these.
fn is_post_name(name: &str) -> bool {
    let first = name.split_whitespace().next().map(fold).unwrap_or_default();
    [
        "ректор",
        "проректор",
        "директор",
        "начальник",
        "руководител",
        "заместител",
        "министр",
        "глав",
        "заведующ",
        "председател",
        "исполняющ",
        "перв",
        "методист",
        "специалист",
        "учител",
        "воспитател",
        "классн",
        "педагог",
        "секретар",
        "советник",
    ]
    .iter()
    .any(|stem| first.starts_with(stem))
}

fn begins_like_body(name: &str) -> bool {
    let first = name.split_whitespace().next().map(fold).unwrap_or_default();
    !is_post_name(name) && !first.starts_with("центр") && !first.starts_with("институт")
}

fn is_body_name(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    words::is_abbreviation(first)
        || super::cases::is_dative_head(first)
        || first.chars().next().is_some_and(char::is_lowercase)
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// «Определить X региональным оператором …»: the roles a point gives.
pub(super) fn roles(text: &str, defined: &[Defined]) -> Vec<(String, String)> {
    let all = words::of(text);
    let Some(verb) = all.first().filter(|word| {
        [
            "определить",
            "назначить",
            "утвердить",
            "считать",
            "определен",
            "определена",
        ]
        .contains(&word.text.to_lowercase().as_str())
    }) else {
        return Vec::new();
    };
    let found = defined.iter().filter_map(|one| {
        let wanted = stems(&one.short);
        let size = wanted.len().max(1);
        let at = all.windows(size).position(|window| {
            window.iter().all(|word| word.depth == 0)
                && window
                    .iter()
                    .map(|word| stem(word.text))
                    .collect::<Vec<_>>()
                    == wanted
        })?;
        let word = all.get(at)?;
        let body = text.get(verb.span.end..word.span.start)?.trim();
        // A body named before another role is no body of this one.
        (!body.is_empty() && !body.contains(". ")).then(|| (one.short.clone(), body.to_owned()))
    });
    found
        .min_by_key(|(_, body)| body.len())
        .into_iter()
        .collect()
}

#[cfg(test)]
mod tests;
