//! What typists and narrow columns do to words: cut short, contracted, misspelt.

use super::table::{EXACT, MONTHS, STEMS, WEEKDAYS};
use super::{Lex, MONTH_ENDINGS, MONTH_ENDINGS_HARD, Unit, look_up};

/// Words that are abbreviations by themselves; the dot after one belongs to it.
const SHORTENED: &[&str] = &["кв", "мес", "нед", "теч", "дн", "сут", "вкл", "уч", "посл"];

/// Words as they should be spelt, for those misspelt by one letter.
const SPELT: &[&str] = &[
    "ежедневно",
    "еженедельно",
    "ежемесячно",
    "ежеквартально",
    "ежегодно",
    "постоянно",
    "течение",
    "течении",
    "квартал",
    "квартала",
    "квартале",
    "кварталу",
    "кварталом",
    "кварталы",
    "полугодие",
    "полугодия",
    "полугодии",
    "месяц",
    "месяца",
    "месяце",
    "месяцев",
    "месяцем",
    "неделя",
    "недели",
    "неделю",
    "неделе",
    "недель",
    "декада",
    "декады",
    "декаде",
    "понедельник",
    "понедельникам",
    "вторник",
    "вторникам",
    "четверг",
    "четвергам",
    "пятница",
    "пятницам",
    "пятницу",
    "суббота",
    "субботам",
    "субботу",
    "воскресенье",
    "следующего",
    "отчетным",
    "отчетного",
    "позднее",
    "включительно",
    "последний",
    "последняя",
    "последнюю",
    "каждого",
    "каждый",
    "каждую",
    "необходимости",
    "согласованию",
    "учебного",
];

/// The only thing a word cut short by a dot can stand for: «ежекварт.», «необх.».
pub(in crate::domain::deadline) fn abbreviated(word: &str) -> Option<Lex> {
    word.chars().nth(2)?;
    let weekdays = WEEKDAYS
        .iter()
        .enumerate()
        .filter_map(|(index, (stem, ..))| {
            let day = u8::try_from(index).unwrap_or(0);
            stem.starts_with(word)
                .then_some(Lex::Weekday { day, plural: false })
        });
    let months = MONTHS
        .iter()
        .filter(|(_, stem, _)| stem.starts_with(word))
        .map(|(month, ..)| Lex::Month(*month));
    // «понед.» is Monday: the adverb «понедельно» is never cut short.
    let stems = STEMS
        .iter()
        .filter(|(stem, lex)| {
            stem.starts_with(word)
                && (word.starts_with("еже") || !matches!(lex, Lex::Repeatedly(_)))
                && !matches!(lex, Lex::ReportName(_))
        })
        .map(|(_, lex)| *lex);
    only(weekdays.chain(months).chain(stems)).or_else(|| {
        only(
            EXACT
                .iter()
                .filter(|(known, _)| known.starts_with(word))
                .map(|(_, lex)| *lex),
        )
    })
}

/// The value all agree on.
fn only(mut found: impl Iterator<Item = Lex>) -> Option<Lex> {
    let first = found.next()?;
    found.all(|lex| lex == first).then_some(first)
}

/// Whether the dot after a word belongs to it: «кв.», «мес.».
pub(in crate::domain::deadline) fn is_shortened(word: &str) -> bool {
    SHORTENED.contains(&word)
}

/// Whether a word lacks its ending and is one only by its beginning: «понедельн», «ежемесячн».
pub(in crate::domain::deadline) fn is_stump(word: &str) -> bool {
    STEMS
        .iter()
        .any(|(stem, lex)| *stem == word && matches!(lex, Lex::Repeatedly(_)))
}

/// Units that are contracted: stem and endings.
const CONTRACTED: &[(&str, &str, Unit)] = &[
    ("квартал", " а у ом е", Unit::Quarter),
    ("месяц", " а у ем е", Unit::Month),
    ("полугоди", "е я и ю", Unit::Half),
];

/// A unit contracted over a hyphen or slash: «кв-л», «м-ца», «п/г».
pub(in crate::domain::deadline) fn contracted(begin: &str, sign: char, end: &str) -> Option<Lex> {
    if sign == '/' {
        return (begin == "п" && end.starts_with('г')).then_some(Lex::Unit(Unit::Half));
    }
    CONTRACTED.iter().find_map(|(stem, endings, unit)| {
        let fits = stem.starts_with(begin)
            && begin != *stem
            && endings.split(' ').any(|ending| {
                let word_end = stem.chars().last().into_iter().chain(ending.chars());
                end.chars().eq(word_end) || (!ending.is_empty() && end.chars().eq(ending.chars()))
            });
        fits.then_some(Lex::Unit(*unit))
    })
}

/// What a misspelt word stands for: one letter wrong, missing, too many or swapped.
pub(in crate::domain::deadline) fn nearest(word: &str) -> Option<Lex> {
    word.chars().nth(4)?;
    if let Some(month) = nearest_month(word) {
        return Some(Lex::Month(month));
    }
    SPELT
        .iter()
        .find(|spelt| one_slip_apart(word, &spelt.chars(), spelt.chars().count()))
        .map(|spelt| look_up(spelt))
}

fn nearest_month(word: &str) -> Option<u32> {
    MONTHS.iter().find_map(|(number, stem, _)| {
        let endings = if matches!(number, 3 | 8) {
            MONTH_ENDINGS_HARD
        } else {
            MONTH_ENDINGS
        };
        let letters = stem.chars().count();
        endings
            .iter()
            .any(|ending| {
                let length = letters + ending.chars().count();
                length >= 5 && one_slip_apart(word, &stem.chars().chain(ending.chars()), length)
            })
            .then_some(*number)
    })
}

/// Whether two words differ by one letter wrong, missing, too many or by two swapped.
fn one_slip_apart(
    word: &str,
    form: &(impl DoubleEndedIterator<Item = char> + Clone),
    length: usize,
) -> bool {
    let own = word.chars().count();
    let shorter = own.min(length);
    if own.max(length) > shorter + 1 {
        return false;
    }
    let same = |left: &mut dyn Iterator<Item = char>, right: &mut dyn Iterator<Item = char>| {
        left.zip(right)
            .take_while(|(one, other)| one == other)
            .count()
    };
    let before = same(&mut word.chars(), &mut form.clone());
    let after = same(&mut word.chars().rev(), &mut form.clone().rev()).min(shorter - before);
    if own != length {
        return before + after == shorter;
    }
    let swapped = || {
        let mut left = word.chars().skip(before);
        let mut right = form.clone().skip(before);
        match (left.next(), left.next(), right.next(), right.next()) {
            (Some(a), Some(b), Some(c), Some(d)) => a == d && b == c,
            _ => false,
        }
    };
    before + after + 1 == shorter || (before + after + 2 == shorter && swapped())
}
