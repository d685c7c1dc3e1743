//! Who is to carry a point out: «Управлению обеспечить …», «Ректору … Леоновой Ж.К., …».

mod bracketed;
mod controlling;
mod person;
mod trailing;

use super::cases::{Case, nominative, noun};
use super::words::{self, Word};
use crate::domain::fold::fold;

use person::{is_person, person};

pub(super) use controlling::{controller, signed};

/// Somebody as a point names him.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Who {
    /// The post or body, in the nominative.
    pub(super) name: String,
    /// The person in it: «Леонова Ж.К.».
    pub(super) person: String,
    /// The short name the text gives: «(далее – ГСГУ)».
    pub(super) short: String,
}

/// Verbs before the one who is meant: «Рекомендовать руководителям …».
const ADDRESSING: &[&str] = &[
    "рекомендовать",
    "поручить",
    "предложить",
    "обязать",
    "просить",
    "разрешить",
    "рекомендую",
    "поручаю",
    "прошу",
    "просим",
    "просит",
    "рекомендуем",
    "предлагаем",
    "предписать",
    "предлагаю",
    "рекомендует",
    "обязываю",
];

/// Words of minutes before those who spoke and what was decided.
const SPOKEN: &[&str] = &[
    "слушали",
    "выступили",
    "выступил",
    "выступила",
    "докладывали",
    "отметили",
    "голосовали",
    "решили",
    "постановили",
];

/// Who is named at the beginning of a point; empty when nobody is.
///
/// `terms` are the bytes of its deadlines, which may stand between the name and the verb.
pub(super) fn of(text: &str, terms: &[std::ops::Range<usize>]) -> Vec<Who> {
    let mut plain = text.to_owned();
    // Deadlines become spaces: places stay.
    for term in terms.iter().rev() {
        if plain.is_char_boundary(term.start) && plain.is_char_boundary(term.end) {
            plain.replace_range(term.clone(), &" ".repeat(term.len()));
        }
    }
    let all = words::of(&plain);
    // «СЛУШАЛИ: Белову Н.Н. …» names who spoke.
    let first = all.first().map(|word| word.text.to_lowercase());
    if first.is_some_and(|word| SPOKEN.contains(&word.as_str())) {
        return Vec::new();
    }
    let mut from = 0;
    let mut is_addressed = false;
    if let Some(at) = addressing(&all) {
        from = all.get(at).map_or(0, |word| word.span.end);
        is_addressed = true;
    }
    let rest: Vec<&Word<'_>> = all.iter().filter(|word| word.span.start >= from).collect();
    let verb = rest
        .iter()
        .find(|word| word.depth == 0 && words::is_infinitive(word.text));
    let end = match verb {
        Some(verb) => verb.span.start,
        None if text.trim_end().ends_with(':') => plain.len(),
        None => return trailing::find(text),
    };
    let Some(phrase) = plain.get(from..end) else {
        return Vec::new();
    };
    let case = if is_addressed && begins_accusative(phrase) {
        Case::Accusative
    } else {
        Case::Dative
    };
    let found = names(phrase, case);
    if found.is_empty() {
        return trailing::find(text);
    }
    found
}

/// The names of a phrase, if it begins with one.
pub(super) fn names(phrase: &str, case: Case) -> Vec<Who> {
    let all = words::of(phrase);
    let Some(first) = all.iter().position(|word| word.depth == 0) else {
        return Vec::new();
    };
    let begins = begins_name(&all, first, case);
    if begins {
        let from = all.get(first).map_or(0, |word| word.span.start);
        return pieces(phrase.get(from..).unwrap_or_default(), case);
    }
    // «В целях … Управлению»: the name stands before the verb.
    let later = (first + 1..all.len()).find(|at| {
        all.get(*at)
            .is_some_and(|word| word.depth == 0 && word.text.starts_with(char::is_uppercase))
            && (begins_name(&all, *at, Case::Dative)
                && !words::is_abbreviation(all.get(*at).map_or("", |word| word.text)))
            && is_name_to_end(&all, *at)
    });
    match later.and_then(|at| all.get(at)) {
        Some(word) => pieces(phrase.get(word.span.start..).unwrap_or_default(), case),
        None => Vec::new(),
    }
}

fn is_name_to_end(words: &[Word<'_>], at: usize) -> bool {
    words.len() - at <= 14
}

/// The place of a word that hands on to somebody: at the beginning, or behind the one who asks.
fn addressing(words: &[Word<'_>]) -> Option<usize> {
    let at = words.iter().position(|word| {
        word.depth == 0 && ADDRESSING.contains(&word.text.to_lowercase().as_str())
    })?;
    let asks = words
        .get(at)
        .is_some_and(|word| !words::is_infinitive(word.text));
    (at == 0 || asks).then_some(at)
}

fn begins_accusative(phrase: &str) -> bool {
    let all = words::of(phrase);
    all.iter().take(3).any(|word| {
        noun(word.text, Case::Accusative).is_some() && noun(word.text, Case::Dative).is_none()
    })
}

/// Whether a name begins with a word: a post, a body, a short name in capitals, a person.
fn begins_name(words: &[Word<'_>], at: usize, case: Case) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if word.depth > 0 {
        return false;
    }
    let is = |text: &str, case| {
        text.split('-')
            .next()
            .is_some_and(|part| noun(part, case).is_some())
    };
    if is(word.text, case)
        || words::is_abbreviation(word.text)
        || words::is_short_ministry(word.text)
        || is_person(words, at)
    {
        return true;
    }
    if is(word.text, Case::Nominative) {
        return true;
    }
    // An adjective of a noun that follows.
    let lower = word.text.to_lowercase();
    let endings: &[&str] = match case {
        Case::Dative => &["ому", "ему", "ой", "ей", "ым", "им"],
        Case::Accusative => &["ого", "его", "ую", "юю", "ых", "их", "ый", "ий", "ое"],
        Case::Nominative => &["ый", "ий", "ой", "ая", "ое", "ые", "ие"],
        Case::Instrumental => &["ым", "им", "ой", "ей", "ыми", "ими"],
    };
    endings.iter().any(|end| lower.ends_with(end))
        && (1..=3).any(|step| {
            words
                .get(at + step)
                .is_some_and(|next| next.depth == 0 && is(next.text, case))
        })
}

/// The names of a list.
pub(super) fn pieces(phrase: &str, case: Case) -> Vec<Who> {
    // «… совместно с Министерством финансов»: the others carry it out with him.
    for with in [" совместно с ", " во взаимодействии с ", " при участии "]
    {
        if let Some((first, others)) = phrase.split_once(with) {
            let mut found = pieces(first, case);
            let (others, tail) = others.split_once('(').unwrap_or((others, ""));
            found.extend(pieces(others, Case::Instrumental));
            // The bracket belongs to the one it stands behind.
            if let Some(who) = found.last_mut().filter(|who| who.person.is_empty())
                && let Some(persons) =
                    bracketed::persons(tail.split(')').next().unwrap_or_default())
            {
                who.person = persons;
            }
            return found;
        }
    }
    let all = words::of(phrase);
    let mut starts = vec![0_usize];
    for (at, word) in all.iter().enumerate() {
        if word.depth > 0 || at == 0 {
            continue;
        }
        let Some(before) = at.checked_sub(1).and_then(|at| all.get(at)) else {
            continue;
        };
        let gap = phrase
            .get(before.span.end..word.span.start)
            .unwrap_or_default();
        let parted = gap.contains([',', ';']) || (before.text == "и" && !is_one_name(&all, at));
        // Behind a comma a capital letter begins another name, whatever the word: «Отделу
        // образования, Дому творчества».
        let another = gap.contains([',', ';']) && is_proper(word.text);
        if parted && (another || begins_name(&all, at, case)) {
            starts.push(word.span.start);
        }
    }
    starts.push(phrase.len());
    let mut found: Vec<Who> = Vec::new();
    for pair in starts.windows(2) {
        let [from, to] = pair else { continue };
        let piece = phrase.get(*from..*to).unwrap_or_default();
        let who = one(piece.trim().trim_end_matches(" и"), case);
        match found.last_mut() {
            // «Ивановой И.И., заместителю директора».
            Some(last)
                if last.name.is_empty() && !last.person.is_empty() && who.person.is_empty() =>
            {
                last.name = who.name;
                last.short = who.short;
            }
            _ if who.name.is_empty() && who.person.is_empty() => {}
            _ => found.push(who),
        }
    }
    found
}

/// Whether a short name in capitals and the one before «и» are one: «отдел ГО и ЧС».
fn is_one_name(words: &[Word<'_>], at: usize) -> bool {
    const JOINED: &[(&str, &str)] = &[
        ("ГО", "ЧС"),
        ("ЧС", "ПБ"),
        ("ЧС", "ОПБ"),
        ("КЧС", "ПБ"),
        ("КЧС", "ОПБ"),
        ("ТЭК", "ЖКХ"),
        ("МП", "ГО"),
    ];
    let text = |at: Option<usize>| at.and_then(|at| words.get(at)).map_or("", |it| it.text);
    JOINED.contains(&(text(at.checked_sub(2)), text(Some(at))))
}

/// Whether a word is written like the first one of a name: a capital letter and small ones.
fn is_proper(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && !words::is_initials(word)
        && letters.any(char::is_lowercase)
}

/// One name: the post or body, the person, the short name.
fn one(piece: &str, case: Case) -> Who {
    let mut who = Who::default();
    let mut name = String::new();
    let mut rest = piece;
    // Brackets hold a short name or a person.
    while let Some((before, after)) = rest.split_once('(') {
        name.push_str(before);
        let (inside, tail) = after.split_once(')').unwrap_or((after, ""));
        if let Some(short) = hereafter(inside) {
            who.short = short;
        } else if let Some(persons) = bracketed::persons(inside) {
            who.person = persons;
        }
        rest = tail;
    }
    name.push_str(rest);
    let name = name.replace(')', " ");
    // A clause behind a comma says more of it, and is no name.
    let all = words::of(&name);
    let mut cut = name.len();
    for (at, word) in all.iter().enumerate().skip(1) {
        let before = all.get(at - 1);
        let gap = before
            .and_then(|it| name.get(it.span.end..word.span.start))
            .unwrap_or_default();
        if word.depth == 0 && gap.contains(',') && !is_person(&all, at) {
            cut = before.map_or(cut, |it| it.span.end);
            break;
        }
    }
    let quoted_end = name
        .get(cut..)
        .and_then(|tail| tail.starts_with('»').then_some('»'.len_utf8()));
    let name = name
        .get(..cut + quoted_end.unwrap_or(0))
        .unwrap_or_default();
    let all = words::of(name);
    let mut kept = String::new();
    let mut last = 0;
    let mut at = 0;
    while at < all.len() {
        if all.get(at).is_some_and(|word| word.depth == 0)
            && let Some(length) = person::length(&all, at)
        {
            let (Some(first), Some(last_of)) = (all.get(at), all.get(at + length - 1)) else {
                break;
            };
            if who.person.is_empty() {
                let own = if begins_with_short(&all) {
                    Case::Nominative
                } else {
                    case
                };
                who.person = person(&all, at, own);
            }
            kept.push_str(name.get(last..first.span.start).unwrap_or_default());
            last = last_of.span.end;
            at += length;
            continue;
        }
        at += 1;
    }
    kept.push_str(name.get(last..).unwrap_or_default());
    let kept = kept
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | ':' | ';' | '.' | '–' | '—' | '-' | '(')
        })
        .to_owned();
    who.name = nominative(&kept, case);
    who
}

fn begins_with_short(words: &[Word<'_>]) -> bool {
    words
        .first()
        .is_some_and(|word| words::is_abbreviation(word.text))
}

/// «далее – ГСГУ»: the short name; nothing where several are given together.
pub(super) fn hereafter(inside: &str) -> Option<String> {
    let rest = inside
        .trim()
        .strip_prefix("далее")
        .or_else(|| inside.trim().strip_prefix("Далее"))?;
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
    let plain = fold(rest);
    (!rest.is_empty()
        && !plain.starts_with("соответственно")
        && !plain.starts_with("совместно")
        && !plain.starts_with("вместе"))
    .then(|| unquoted(rest.trim()).to_owned())
}

/// Without the quotation marks around the whole.
fn unquoted(text: &str) -> &str {
    text.strip_prefix('«')
        .and_then(|inside| inside.strip_suffix('»'))
        .filter(|inside| !inside.contains(['«', '»']))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests;
