//! Numbers as Russian writes them: in words, Roman, with a case ending («5-ти», «1-го»). No dates.

/// A number word: how many, or which in order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Numeral {
    /// «два», «двух».
    Count(u32),
    /// «второй», «второго».
    Order(u32),
}

const CARDINALS: &[(u32, &str)] = &[
    (1, "один одна одно одного одной одному одну одним"),
    (2, "два две двух двум двумя"),
    (3, "три трех трем тремя"),
    (4, "четыре четырех четырем"),
    (5, "пять пяти"),
    (6, "шесть шести"),
    (7, "семь семи"),
    (8, "восемь восьми"),
    (9, "девять девяти"),
    (10, "десять десяти"),
    (11, "одиннадцать одиннадцати"),
    (12, "двенадцать двенадцати"),
    (13, "тринадцать тринадцати"),
    (14, "четырнадцать четырнадцати"),
    (15, "пятнадцать пятнадцати"),
    (16, "шестнадцать шестнадцати"),
    (17, "семнадцать семнадцати"),
    (18, "восемнадцать восемнадцати"),
    (19, "девятнадцать девятнадцати"),
    (20, "двадцать двадцати"),
    (30, "тридцать тридцати"),
    (40, "сорок сорока"),
    (45, "сорокапяти"),
    (50, "пятьдесят пятидесяти"),
    (60, "шестьдесят шестидесяти"),
    (90, "девяносто девяноста"),
    (100, "сто ста"),
];

const ORDINAL_STEMS: &[(u32, &str)] = &[
    (1, "перв"),
    (2, "втор"),
    (3, "трет"),
    (4, "четверт"),
    (5, "пят"),
    (6, "шест"),
    (7, "седьм"),
    (8, "восьм"),
    (9, "девят"),
    (10, "десят"),
    (11, "одиннадцат"),
    (12, "двенадцат"),
    (13, "тринадцат"),
    (14, "четырнадцат"),
    (15, "пятнадцат"),
    (16, "шестнадцат"),
    (17, "семнадцат"),
    (18, "восемнадцат"),
    (19, "девятнадцат"),
    (20, "двадцат"),
    (30, "тридцат"),
];

const ADJECTIVE_ENDINGS: &[&str] = &[
    "ый", "ий", "ой", "ая", "ое", "ого", "ому", "ую", "ом", "ым", "ые", "ых", "ыми", "ья", "ье",
    "ьего", "ьему", "ью", "ьей", "ьем", "ьим", "ьи", "ьих",
];

/// Number prefixes of compound adjectives: «двухнедельный», «десятидневный».
const PREFIXES: &[(u32, &str)] = &[
    (2, "двух"),
    (3, "трех"),
    (4, "четырех"),
    (5, "пяти"),
    (6, "шести"),
    (7, "семи"),
    (8, "восьми"),
    (9, "девяти"),
    (10, "десяти"),
    (12, "двенадцати"),
    (14, "четырнадцати"),
    (15, "пятнадцати"),
    (20, "двадцати"),
    (30, "тридцати"),
    (60, "шестидесяти"),
    (1, "одно"),
];

/// Reads a lower-case number word.
pub(super) fn in_words(word: &str) -> Option<Numeral> {
    let cardinal = CARDINALS
        .iter()
        .find(|(_, forms)| forms.contains(word) && forms.split(' ').any(|form| form == word));
    if let Some((value, _)) = cardinal {
        return Some(Numeral::Count(*value));
    }
    ORDINAL_STEMS.iter().find_map(|(value, stem)| {
        let ending = word.strip_prefix(stem)?;
        ADJECTIVE_ENDINGS
            .contains(&ending)
            .then_some(Numeral::Order(*value))
    })
}

/// Splits a compound adjective: «трехмесячный» → 3, «месячный».
pub(super) fn split_prefix(word: &str) -> Option<(u32, &str)> {
    PREFIXES
        .iter()
        .find_map(|(value, prefix)| Some((*value, word.strip_prefix(prefix)?)))
}

/// What an ending glued to digits makes of them: «5-ти» counts, «1-го» orders.
pub(super) fn with_ending(value: u32, ending: &str) -> Option<Numeral> {
    match ending {
        "ти" | "х" | "ми" | "мя" | "ух" | "ех" | "рех" | "и" => {
            Some(Numeral::Count(value))
        }
        "й" | "ый" | "ой" | "ий" | "я" | "ая" | "е" | "ое" | "ье" | "го" | "ого" | "му" | "ому"
        | "ю" | "ую" | "ом" | "ым" | "ья" | "ью" | "ей" | "ые" | "ых" => {
            Some(Numeral::Order(value))
        }
        _ => None,
    }
}

/// Reads a Roman number up to XII, typed with Latin or look-alike Russian letters.
pub(super) fn roman(word: &str) -> Option<u32> {
    match word {
        "i" | "і" => Some(1),
        "ii" | "іі" => Some(2),
        "iii" | "ііі" => Some(3),
        "iv" | "іv" => Some(4),
        "v" => Some(5),
        "vi" | "vі" => Some(6),
        "vii" => Some(7),
        "viii" => Some(8),
        "ix" | "іх" | "iх" => Some(9),
        "x" => Some(10),
        "xi" | "хі" | "хi" => Some(11),
        "xii" | "хіі" | "хii" => Some(12),
        _ => None,
    }
}

/// Roman numbers as typists without Latin letters write them, sure only before a unit.
pub(super) fn typist_roman(word: &str) -> Option<u32> {
    match word {
        "п" => Some(2),
        "ш" => Some(3),
        "1у" | "iу" | "іу" => Some(4),
        _ => None,
    }
}
