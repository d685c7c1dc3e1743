//! How many a text invites, and of whom: «по 10 человек от ГБУ ДПО ЧИППКРО и ГБУ ДПО ЧИРО,
//! 2–3 человека от ОГБУ `ЦОПМиКП`», «от ИРО – 3 представителя», «не более 5 участников от каждой
//! организации».

use thiserror::Error;

use super::Quota;
use crate::domain::safe_text::SafeText;

/// A body and how many of it are invited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invitation {
    /// As the text names it.
    pub body: SafeText,
    /// How many.
    pub quota: Option<Quota>,
}

/// A text that names no body.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
#[error("an invitation is a body and how many of it, like «ИРО 2-3»")]
pub struct NotAQuota;

/// Beginnings of the words for those who are counted.
const PEOPLE: &[&str] = &[
    "человек",
    "чел",
    "участник",
    "представител",
    "педагог",
    "учител",
    "слушател",
    "делегат",
    "специалист",
    "сотрудник",
    "работник",
    "эксперт",
    "методист",
    "наставник",
    "студент",
    "мест",
];

/// Numbers in words, as people say how many they invite.
const NUMBERS: &[(&str, u16)] = &[
    ("одного", 1),
    ("один", 1),
    ("одному", 1),
    ("двух", 2),
    ("два", 2),
    ("двое", 2),
    ("трех", 3),
    ("три", 3),
    ("трое", 3),
    ("четырех", 4),
    ("четыре", 4),
    ("пять", 5),
    ("пяти", 5),
    ("шесть", 6),
    ("семь", 7),
    ("восемь", 8),
    ("девять", 9),
    ("десять", 10),
    ("десяти", 10),
];

/// The invitations of a text, in its order; none where it counts nobody.
pub fn invitations(text: &str) -> Vec<Invitation> {
    let words = words(text);
    let counted: Vec<Counted> = counted(&words);
    let mut found: Vec<Invitation> = Vec::new();
    for (place, count) in counted.iter().enumerate() {
        let next = counted.get(place + 1);
        let before = place.checked_sub(1).and_then(|at| counted.get(at));
        let end = next.map_or(words.len(), |next| next.first);
        let behind = words.get(count.last + 1..end).unwrap_or_default();
        let start = before.map_or(0, |before| before.last + 1);
        let ahead = words.get(start..count.first).unwrap_or_default();
        // «от ИРО – 3 человека», or «3 человека от ИРО».
        let bodies = bodies_ahead(ahead).or_else(|| bodies_behind(behind));
        for body in bodies.unwrap_or_default() {
            if !found.iter().any(|known| *known.body == *body) {
                found.push(Invitation {
                    body: SafeText::line(&body),
                    quota: Some(count.quota),
                });
            }
        }
    }
    found
}

/// What a person types to invite: a text as documents have it, or a body and a number behind it.
///
/// # Errors
///
/// When no body is named.
pub fn typed(text: &str) -> Result<Vec<Invitation>, NotAQuota> {
    let found = invitations(text);
    if !found.is_empty() {
        return Ok(found);
    }
    let text = text.trim();
    let is_number =
        |letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '–' | '—' | '+');
    let rest = text
        .trim_end_matches('.')
        .trim_end_matches("чел")
        .trim_end();
    let body = rest.trim_end_matches(is_number);
    let number = rest.get(body.len()..).unwrap_or_default();
    let quota = range(number);
    let body = if quota.is_some() { body } else { text };
    let body = body.trim_matches(|letter: char| {
        letter.is_whitespace() || matches!(letter, ':' | ',' | ';' | '-' | '–' | '—')
    });
    if body.is_empty() {
        return Err(NotAQuota);
    }
    Ok(vec![Invitation {
        body: SafeText::line(body),
        quota,
    }])
}

/// A word with the mark that stands behind it.
#[derive(Clone, Copy, Debug)]
struct Word<'a> {
    /// Without marks at its ends.
    bare: &'a str,
    /// As it stands, without the mark that ends a part.
    whole: &'a str,
    /// Whether a comma, a semicolon or a point ends a part behind it.
    ends_part: bool,
    /// Whether a point or a semicolon ends the sentence behind it.
    ends_sentence: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    text.split_whitespace()
        .map(|word| {
            let whole = word.trim_end_matches([',', ';', '.', ':']);
            let marks = word.get(whole.len()..).unwrap_or_default();
            Word {
                bare: word.trim_matches(|letter: char| !letter.is_alphanumeric()),
                whole,
                ends_part: !marks.is_empty() && !marks.contains(':'),
                ends_sentence: marks.contains(';') || (marks.contains('.') && whole.len() > 8),
            }
        })
        .collect()
}

/// A number of people: its first and last word.
struct Counted {
    first: usize,
    last: usize,
    quota: Quota,
}

fn counted(words: &[Word<'_>]) -> Vec<Counted> {
    let mut found: Vec<Counted> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let lower = word.bare.to_lowercase();
        if !PEOPLE.iter().any(|known| lower.starts_with(known)) {
            continue;
        }
        let free = found.last().map_or(0, |last| last.last + 1);
        let number = |at: usize| words.get(at).and_then(|word| range(word.bare));
        let is = |at: usize, wanted: &str| {
            words
                .get(at)
                .is_some_and(|word| word.bare.to_lowercase() == wanted)
        };
        // «от 5 до 10 человек», «2 – 3 человека», «3 (трёх) человек».
        let Some(mut last) = place.checked_sub(1) else {
            continue;
        };
        if number(last).is_some()
            && words
                .get(last)
                .is_some_and(|word| word.whole.starts_with('('))
            && let Some(before) = last.checked_sub(1)
            && number(before).is_some()
        {
            last = before;
        }
        let Some(mut quota) = number(last).filter(|_| last >= free) else {
            continue;
        };
        let mut first = last;
        if let Some(between) = last.checked_sub(1)
            && let Some(lower) = between.checked_sub(1)
            && let Some(from) = number(lower).filter(|_| lower >= free)
            && (is(between, "до") || words.get(between).is_some_and(|it| it.bare.is_empty()))
        {
            quota = Quota {
                least: from.least,
                most: quota.most,
            };
            first = lower;
            if first > free && is(first - 1, "от") {
                first -= 1;
            }
        }
        if first > free {
            let before = first - 1;
            if is(before, "до") || is(before, "более") || is(before, "максимум") {
                quota.least = 0;
                first = before;
            } else if is(before, "менее") {
                quota.most = Quota::UNBOUNDED;
                first = before;
            } else if is(before, "по") {
                first = before;
            }
            if first > free && is(first - 1, "не") {
                first -= 1;
            }
            if first > free && is(first - 1, "по") {
                first -= 1;
            }
        }
        found.push(Counted {
            first,
            last: place,
            quota,
        });
    }
    found
}

/// «10», «2-3», «двух».
fn range(word: &str) -> Option<Quota> {
    let lower = word.to_lowercase().replace('ё', "е");
    if let Some((_, number)) = NUMBERS.iter().find(|(known, _)| *known == lower) {
        return Some(Quota::exactly(*number));
    }
    if let Some(least) = lower.strip_suffix('+') {
        let most = Quota::UNBOUNDED;
        return least.parse().ok().map(|least| Quota { least, most });
    }
    let mut parts = lower.split(['-', '–', '—']);
    let least: u16 = parts.next()?.trim().parse().ok()?;
    let most: u16 = match parts.next() {
        Some(most) => most.trim().parse().ok()?,
        None => least,
    };
    (parts.next().is_none() && least <= most && (1..=5_000).contains(&most))
        .then_some(Quota { least, most })
}

/// The bodies of «… от А и Б, …», from the words behind a number of people.
fn bodies_behind(words: &[Word<'_>]) -> Option<Vec<String>> {
    let from = words
        .iter()
        .take(4)
        .position(|word| matches!(word.bare.to_lowercase().as_str(), "от" | "из" | "с"))?;
    // «человек (руководители) от …» yes, «человек. От …» no.
    if words.get(..from)?.iter().any(|word| word.ends_sentence) {
        return None;
    }
    Some(listed(words.get(from + 1..)?))
}

/// The bodies of «от А – …», from the words before a number of people.
fn bodies_ahead(words: &[Word<'_>]) -> Option<Vec<String>> {
    let from = words
        .iter()
        .rposition(|word| word.bare.to_lowercase() == "от")?;
    let rest = words.get(from + 1..)?;
    let (last, names) = rest.split_last()?;
    matches!(last.whole, "-" | "–" | "—").then(|| listed(names))
}

/// The bodies of a list: parted by commas and «и», to the end of the sentence.
fn listed(words: &[Word<'_>]) -> Vec<String> {
    let mut bodies = Vec::new();
    let mut body: Vec<&str> = Vec::new();
    let mut open = 0_usize;
    let mut flush = |body: &mut Vec<&str>| {
        let text = body.join(" ");
        let text = text.trim_matches(['-', '–', '—', ' ']);
        if text.chars().any(char::is_alphabetic) {
            bodies.push(text.to_owned());
        }
        body.clear();
    };
    for word in words {
        // Commas and «и» between quotation marks belong to a name.
        let is_and = matches!(word.bare, "и" | "а" | "также");
        if open == 0 && is_and && word.whole == word.bare {
            flush(&mut body);
            continue;
        }
        if open == 0 && word.bare == "от" {
            continue;
        }
        open += word.whole.matches('«').count();
        open = open.saturating_sub(word.whole.matches('»').count());
        body.push(word.whole);
        if open == 0 && (word.ends_part || word.ends_sentence) {
            flush(&mut body);
            if word.ends_sentence {
                break;
            }
        }
    }
    flush(&mut body);
    bodies
}

#[cfg(test)]
mod tests;
