//! Whose plan it is: the line that names an organisation by its legal form or by the sort of body.

use super::{begins_title, kind, sentence_case};
use crate::import::text;

/// Sorts of bodies, as their names begin; in another case they go on with the name before.
const BODIES: &[&str] = &[
    "министерство",
    "департамент",
    "управление",
    "комитет",
    "администрация",
    "правительство",
    "инспекция",
    "служба",
    "агентство",
    "прокуратура",
    "дума",
    "совет",
    "академия",
    "университет",
    "институт",
    "колледж",
    "техникум",
    "гимназия",
    "лицей",
    "школа",
];

/// First words of legal forms written out: «Государственное бюджетное …».
const FORMS: &[&str] = &[
    "государственн",
    "муниципальн",
    "федеральн",
    "областн",
    "краев",
    "республиканск",
    "районн",
    "городск",
    "автономн",
    "бюджетн",
    "казенн",
    "частн",
    "негосударственн",
    "некоммерческ",
    "благотворительн",
    "публичн",
    "акционерн",
    "общество с ограниченной",
    "общественн",
];

/// What a legal form written out is a form of.
const NOUNS: &[&str] = &[
    "учреждение",
    "организация",
    "предприятие",
    "общество",
    "фонд",
    "объединение",
    "союз",
    "партнерство",
];

/// Legal forms of letters that no rule of [`is_form`] makes.
const SHORT: &[&str] = &[
    "АНО",
    "АНОО",
    "АНПОО",
    "НКО",
    "ООО",
    "ОАО",
    "ПАО",
    "ЗАО",
    "АО",
    "НАО",
    "РОО",
    "МОО",
    "ООД",
    "НП",
    "НОЧУ",
    "ТПП",
    "УВД",
    "ОМВД",
    "УМВД",
];

/// Whether a word is the letters of a legal form: «ГБУ», «ФГБОУ», «МКУ», «ОГАПОУ», «МБДОУ». By
/// sequence: whose it is, how it is kept, of what trade, and what it is.
pub(super) fn is_form(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if SHORT.contains(&word) {
        return true;
    }
    let count = word.chars().count();
    if !(2..=9).contains(&count) || !word.chars().all(char::is_uppercase) {
        return false;
    }
    let rest = [
        "ФГ", "ОГ", "КГ", "ГО", "МО", "БОУ", "НЧ", "Ф", "Г", "М", "К", "О", "Ч", "Н",
    ]
    .iter()
    .find_map(|owner| word.strip_prefix(owner))
    .unwrap_or(word);
    if rest == word {
        return false;
    }
    let rest = rest.strip_prefix(['Б', 'А', 'К']).unwrap_or(rest);
    let mut rest = rest;
    while let Some(shorter) = ["Д", "П", "С", "В", "Н", "Ш"]
        .iter()
        .find_map(|trade| rest.strip_prefix(trade))
    {
        rest = shorter;
    }
    matches!(
        rest,
        "У" | "ОУ"
            | "УЗ"
            | "УК"
            | "УДО"
            | "УДПО"
            | "УП"
            | "УСО"
            | "УС"
            | "УКДО"
            | "О"
            | "ОО"
    ) && rest.len() < word.len()
}

/// Who the plan is of, by the lines before it; what stands around it is asked when they say
/// nothing, and the title at last.
pub(super) fn of(lines: &[String], around: &[String], title: Option<&str>) -> Option<String> {
    let own = (0..lines.len()).find_map(|at| whole(lines, at));
    own.or_else(|| lines.iter().chain(around).find_map(|line| within(line)))
        .or_else(|| lines.iter().chain(around).find_map(|line| of_whom(line)))
        .or_else(|| title.and_then(within))
}

/// A name that begins with a line and may go on in the next ones.
fn whole(lines: &[String], at: usize) -> Option<String> {
    let line = lines.get(at)?;
    let title = lines.iter().position(|line| begins_title(line));
    // Below the heading of the plan stands what it is about.
    if title.is_some_and(|title| at >= title) || !names_a_body(line) {
        return None;
    }
    let mut name = vec![line.as_str()];
    for next in lines.get(at + 1..)?.iter().take(3) {
        if !goes_on(name.last()?, next) {
            break;
        }
        name.push(next);
    }
    let name = name.join(" ");
    let name = if text::is_capitals(&name) && !is_form(first_word(&name)) {
        sentence_case(&name)
    } else {
        name
    };
    Some(name.trim_end_matches([',', ';', '.']).to_owned())
}

fn first_word(line: &str) -> &str {
    line.split_whitespace().next().unwrap_or_default()
}

/// Whether a line as a whole begins with the name of a body.
fn names_a_body(line: &str) -> bool {
    if line.chars().count() > 300 || line.ends_with(':') {
        return false;
    }
    if is_form(first_word(line)) {
        return line.split_whitespace().count() > 1;
    }
    let plain = text::plain(line);
    let first = text::words(&plain).next().unwrap_or_default();
    let is_written_out = FORMS.iter().any(|form| plain.starts_with(form))
        && text::words(&plain)
            .take(6)
            .any(|word| NOUNS.contains(&word));
    let capital = line.chars().next().is_some_and(char::is_uppercase);
    let is_body = BODIES.contains(&first)
        && (text::is_capitals(line) || text::words(&plain).count() > 1)
        // «Школа наставников: график» is no body.
        && !plain.contains("план")
        && kind(line).is_none();
    capital && (is_written_out || is_body)
}

/// Whether the next line is more of the same name.
fn goes_on(line: &str, next: &str) -> bool {
    if begins_title(next)
        || kind(next).is_some()
        || names_a_body(next)
        || next.chars().any(|c| c == '№') && next.chars().any(|c| c == '.')
    {
        return false;
    }
    let plain = text::plain(next);
    if [
        "утвержд",
        "согласован",
        "рассмотр",
        "принят",
        "приложение",
        "на заседании",
    ]
    .iter()
    .any(|word| plain.starts_with(word))
    {
        return false;
    }
    let first = next.chars().next();
    let quoted = matches!(first, Some('«' | '"' | '('));
    let small = first.is_some_and(char::is_lowercase);
    let open = line.matches('«').count() > line.matches('»').count();
    let capitals = text::is_capitals(line) && text::is_capitals(next);
    quoted || small || open || capitals
}

/// A name inside a line: «Директор МБОУ СОШ № 5», «План работы ГБУ «ЦРО» на 2024 год».
fn within(line: &str) -> Option<String> {
    let line = text::line(line);
    let mut at = None;
    for (index, word) in line.split(' ').enumerate() {
        if is_form(word) {
            at = Some(index);
            break;
        }
    }
    let rest: Vec<&str> = line.split(' ').skip(at?).collect();
    let rest = rest.join(" ");
    let end = end_of_name(&rest);
    let name = rest
        .get(..end)?
        .trim()
        .trim_end_matches([',', ';', '.', ':']);
    (name.split(' ').count() > 1).then(|| name.to_owned())
}

/// Bodies in the genitive, and in the nominative.
const OF_WHOM: &[(&str, &str)] = &[
    ("учреждения", "учреждение"),
    ("предприятия", "предприятие"),
    ("общества", "общество"),
    ("объединения", "объединение"),
    ("организации", "организация"),
    ("министерства", "министерство"),
    ("управления", "управление"),
    ("комитета", "комитет"),
    ("департамента", "департамент"),
    ("администрации", "администрация"),
];

/// «приказом государственного бюджетного учреждения «Центр» от …»: whose order it is, in the
/// nominative.
fn of_whom(line: &str) -> Option<String> {
    let line = text::line(line);
    kind(&line)?;
    let words: Vec<&str> = line.split(' ').collect();
    let noun = words.iter().position(|word| {
        let folded = word.to_lowercase();
        OF_WHOM.iter().any(|(genitive, _)| *genitive == folded)
    })?;
    let is_adjective = |word: &str| {
        let folded = word.to_lowercase();
        ["ого", "его", "ой", "ей"]
            .iter()
            .any(|end| folded.ends_with(end))
    };
    let begins = (0..noun)
        .rev()
        .take_while(|at| words.get(*at).is_some_and(|word| is_adjective(word)))
        .last()
        .unwrap_or(noun);
    let mut named: Vec<String> = words
        .get(begins..=noun)?
        .iter()
        .map(|word| nominative(&word.to_lowercase()))
        .collect();
    let rest = words.get(noun + 1..)?.join(" ");
    // A body of this sort alone is nobody.
    let rest = rest
        .get(..end_of_name(&rest))?
        .trim()
        .trim_end_matches([',', ';', '.', ':']);
    if rest.is_empty() {
        return None;
    }
    named.push(rest.to_owned());
    let name = named.join(" ");
    let mut letters = name.chars();
    let first: String = letters.next()?.to_uppercase().collect();
    Some(first + letters.as_str())
}

fn nominative(word: &str) -> String {
    if let Some((_, name)) = OF_WHOM.iter().find(|(genitive, _)| *genitive == word) {
        return (*name).to_owned();
    }
    for (end, own) in [("ого", "ое"), ("его", "ее"), ("ой", "ая"), ("ей", "яя")] {
        if let Some(stem) = word.strip_suffix(end) {
            return format!("{stem}{own}");
        }
    }
    word.to_owned()
}

/// Where the name ends: behind its quotation and number, else before what says when, or who signs.
fn end_of_name(rest: &str) -> usize {
    let closed = rest.find('»').map(|at| at + '»'.len_utf8()).or_else(|| {
        let first = rest.find('"')?;
        let second = rest.get(first + 1..)?.find('"')?;
        Some(first + second + 2)
    });
    let stops = [
        " на ", " по ", " в ", " за ", " от ", " _", "__", " /", ", ", ";", "»,",
    ];
    let stop = stops.iter().filter_map(|stop| rest.find(stop)).min();
    let opens = rest.find(['«', '"']);
    let mut end = match (closed, stop, opens) {
        (Some(closed), Some(stop), Some(opens)) if stop < opens => {
            let _ = closed;
            stop
        }
        (Some(closed), ..) => closed,
        (None, Some(stop), _) => stop,
        (None, None, _) => rest.len(),
    };
    // «… А.А. Иванов» signs.
    let mut before = 0;
    for word in rest.split(' ') {
        let is_initials = word.chars().filter(|c| *c == '.').count() >= 1
            && word.chars().count() <= 5
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().nth(1) == Some('.');
        if is_initials && before < end {
            end = before;
            break;
        }
        before += word.len() + 1;
    }
    end.min(rest.len())
}

#[cfg(test)]
mod tests;
