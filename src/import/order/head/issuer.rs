//! Who issued a text: the lines above its kind, without addresses.

use super::super::super::text;
use super::super::lines::Line;

/// Words that a body's name holds.
const BODIES: &[&str] = &[
    "министерств",
    "минпросвещ",
    "департамент",
    "управлени",
    "администрац",
    "комитет",
    "отдел",
    "учреждени",
    "школ",
    "гимнази",
    "лице",
    "академи",
    "университет",
    "институт",
    "центр",
    "колледж",
    "техникум",
    "детский сад",
    "правительств",
    "совет",
    "служб",
    "агентств",
    "инспекци",
    "област",
    "федерац",
    "район",
    "округ",
    "город",
    "образовани",
    "наук",
    "просвещени",
    "развити",
    "работник",
    "обеспечени",
    "подготовк",
];

/// What stands in the corner of a blank and is no name.
const ASIDE: &[&str] = &[
    "e-mail",
    "email",
    "http",
    "www",
    "ул.",
    "площадь",
    "проспект",
    "просп.",
    "пр-т",
    "д. ",
];

/// The same as words: «образовательное» has letters of «тел» in it and is no telephone.
const ASIDE_WORDS: &[&str] = &[
    "тел",
    "телефон",
    "факс",
    "инн",
    "кпп",
    "окпо",
    "огрн",
    "сайт",
];

/// The issuer.
pub(super) fn of(
    lines: &[Line],
    shown: &[String],
    kind: Option<usize>,
    end: usize,
) -> Option<String> {
    let mut blocks: Vec<String> = Vec::new();
    for (at, line) in shown.iter().enumerate().take(kind.unwrap_or(end)) {
        let plain = crate::domain::fold::fold(line);
        let is_body = BODIES.iter().any(|word| plain.contains(word));
        let is_aside = ASIDE.iter().any(|word| plain.contains(word))
            || text::words(&plain).any(|word| {
                ASIDE_WORDS.contains(&word.trim_matches(|letter: char| !letter.is_alphanumeric()))
            })
            || (!is_body && line.chars().any(|c| c.is_ascii_digit()))
            || (!is_body && line.contains('№'))
            || line.contains(['@', '_']);
        let begins = lines.get(at).is_some_and(|line| line.begins);
        if line.starts_with('(') || plain.starts_with("приложение") || plain.starts_with("утвержд")
        {
            continue;
        }
        // Names of a blank stand in one stretch; an address or an addressee ends it.
        if is_aside {
            if blocks.is_empty() {
                continue;
            }
            break;
        }
        let first = line.split_whitespace().next().unwrap_or_default();
        // «Управление образования» – «администрации … района»: a small letter goes on with a name.
        let goes_on_small = !blocks.is_empty() && first.starts_with(char::is_lowercase);
        if super::super::cases::is_dative_head(first) && !text::is_capitals(line) && !goes_on_small
        {
            break;
        }
        let capitals = text::is_capitals(line);
        let goes_on = (!begins || goes_on_small) && !blocks.is_empty();
        if !(is_body || capitals || goes_on) {
            continue;
        }
        let name = if capitals {
            sentence_case(line)
        } else {
            line.clone()
        };
        match blocks.last_mut() {
            Some(last) if goes_on && !begins_name(line) => {
                last.push(' ');
                let small = first_small(&name, capitals);
                last.push_str(&small);
            }
            _ => blocks.push(name),
        }
    }
    let joined = blocks.join(", ");
    let joined = joined.trim_matches(['.', ',', ' ']).to_owned();
    (joined.chars().count() > 3).then_some(joined)
}

/// Whether a line begins the name of a body of its own: «УПРАВЛЕНИЕ ПО ОБРАЗОВАНИЮ».
fn begins_name(line: &str) -> bool {
    let plain = text::plain(line);
    let first = plain.split_whitespace().next().unwrap_or_default();
    let is_of_state = ["федеральное", "государственное", "муниципальное"].contains(&first);
    is_of_state && (plain.contains("учреждение") || plain.contains("предприятие"))
        || [
            "министерство",
            "департамент",
            "управление",
            "администрация",
            "комитет",
            "отдел",
        ]
        .contains(&first)
}

fn first_small(name: &str, capitals: bool) -> String {
    let mut letters = name.chars();
    match letters.next() {
        Some(first)
            if capitals && !is_proper(name.split_whitespace().next().unwrap_or_default(), name) =>
        {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => name.to_owned(),
    }
}

/// Whether a word before another is a name: «Московской области», «Российской Федерации».
fn is_proper(word: &str, all: &str) -> bool {
    let mut words = all
        .split_whitespace()
        .skip_while(|other| *other != word)
        .skip(1);
    let next = words.next().map(str::to_lowercase).unwrap_or_default();
    let plain = word.to_lowercase();
    let adjective = [
        "ской",
        "ского",
        "ской",
        "цкого",
        "цкой",
        "ный",
        "ного",
        "ского",
    ]
    .iter()
    .any(|end| plain.ends_with(end));
    // «Примерного городского округа»: of what sort it is is no name.
    let is_sort = ["городск", "муниципальн"]
        .iter()
        .any(|it| plain.starts_with(it));
    let of_place = [
        "области",
        "края",
        "федерации",
        "района",
        "округа",
        "городского",
        "муниципального",
    ];
    (adjective && !is_sort && of_place.iter().any(|it| next.starts_with(it)))
        || (plain.ends_with("ной") && next.starts_with("области"))
        || plain == "федерации"
}

/// A text in capitals as a sentence, with the names of places as they are written.
pub(super) fn sentence_case(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut small: Vec<String> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let lower = word.to_lowercase();
        let after = words.get(at + 1).copied().unwrap_or_default();
        let before = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .copied()
            .unwrap_or_default();
        let is_name = is_proper(word, &format!("{word} {after}"))
            || matches!(
                before.to_lowercase().as_str(),
                "г." | "города" | "республики" | "округа"
            )
            || (before.ends_with('«') || word.starts_with('«'));
        let is_short = word.chars().count() <= 4
            && word.chars().all(char::is_alphabetic)
            && !word.chars().any(|c| "АЕЁИОУЫЭЮЯ".contains(c))
            && word.chars().count() > 1;
        if is_short {
            small.push((*word).to_owned());
        } else if is_name || at == 0 {
            small.push(capital(&lower));
        } else {
            small.push(lower);
        }
    }
    small.join(" ")
}

fn capital(word: &str) -> String {
    let mut done = false;
    word.chars()
        .map(|letter| {
            if !done && letter.is_alphabetic() {
                done = true;
                letter.to_uppercase().next().unwrap_or(letter)
            } else {
                letter
            }
        })
        .collect()
}
