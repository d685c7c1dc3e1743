//! A cell that names people and bodies, on one line: who stands on a line of his own stays a name
//! of his own, and a name that takes several lines stays one.

use super::columns::has_initials;
use super::subjects::{BODIES, POSTS};
use super::text;
use crate::domain::fold::fold;

/// Words that no name ends with: what follows them belongs to it.
const LEADING_ON: &[&str] = &[
    "и",
    "а",
    "или",
    "по",
    "на",
    "в",
    "во",
    "с",
    "со",
    "для",
    "от",
    "до",
    "при",
    "о",
    "об",
    "к",
    "ко",
    "у",
    "из",
    "за",
    "под",
    "над",
    "без",
    "имени",
    "им",
    "г",
    "ул",
    "№",
    "совместно",
    "города",
    "района",
    "области",
    "края",
    "республики",
    "округа",
];

/// What a body begins with in the genitive, as it follows a post or another body.
const GENITIVE: &[&str] = &[
    "министерства",
    "департамента",
    "управления",
    "комитета",
    "отдела",
    "администрации",
    "центра",
    "института",
    "академии",
    "кафедры",
    "ассоциации",
    "союза",
    "совета",
    "аппарата",
    "секретариата",
    "бухгалтерии",
    "района",
    "округа",
    "города",
    "области",
    "края",
    "республики",
    "поселения",
    "правительства",
    "россии",
    "федерации",
    "университета",
    "колледжа",
    "лицея",
    "фонда",
    "филиала",
    "сектора",
    "образования",
    "культуры",
    "спорта",
    "здравоохранения",
];

/// The genitive and the plural of these are one word: behind a post it is the genitive.
const EITHER: &[&str] = &[
    "школы",
    "организации",
    "учреждения",
    "службы",
    "гимназии",
    "комиссии",
];

/// A cell as it is kept: a comma stands where a line ends and another name begins.
///
/// `wraps`: whether lines end where the column was too narrow, and say nothing.
pub(super) fn one_line(cell: &str, wraps: bool) -> String {
    if wraps || !cell.contains('\n') {
        return text::line(cell);
    }
    let mut whole = String::with_capacity(cell.len());
    // The line itself, without what went before it.
    let mut before = String::new();
    for raw in cell.lines() {
        let line = text::line(without_mark(raw));
        if line.is_empty() {
            continue;
        }
        if whole.is_empty() {
            whole.clone_from(&line);
            before = line;
            continue;
        }
        if goes_on(&whole, &before, &line) {
            whole.push(' ');
            before.push(' ');
            before.push_str(&line);
        } else {
            whole.push_str(", ");
            before.clone_from(&line);
        }
        whole.push_str(&line);
    }
    whole
}

/// Without the dash or the dot that begins a line of a list.
fn without_mark(line: &str) -> &str {
    let line = line.trim_start();
    ["- ", "– ", "— ", "• ", "· ", "* "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .unwrap_or(line)
}

/// Whether a line goes on with the name before it. `whole` is all that went before.
fn goes_on(whole: &str, before: &str, line: &str) -> bool {
    // A small letter, a figure, a quotation mark or a bracket begins no name.
    if !line.starts_with(char::is_uppercase) {
        return true;
    }
    if whole.ends_with([',', ';', ':', '-', '–', '—', '(', '/']) || is_open(whole) {
        return true;
    }
    let last = words(before).last().map(fold).unwrap_or_default();
    if LEADING_ON.contains(&last.trim_end_matches('.')) {
        return true;
    }
    let bare_post = is_bare_post(before);
    let mut own = words(line);
    let first = own.next().unwrap_or_default();
    // «Иванов» and «И.И.» or «Иван Иванович» on two lines.
    if is_initials(first) || (own.next().is_none() && is_patronymic(first)) {
        return !has_initials(before);
    }
    // «Заместитель директора» and «Иванова И.И.» below it are one.
    if has_initials(line) && words(line).nth(1).is_some_and(is_initials) {
        return bare_post;
    }
    let first = fold(first);
    GENITIVE.contains(&first.as_str())
        || (bare_post && EITHER.contains(&first.as_str()))
        || is_adjective_of_more(&first)
}

/// «Московской области», «Российской Федерации»: more of the name above.
fn is_adjective_of_more(word: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    word.chars().count() > 4
        && ends(&[
            "ого", "его", "ой", "ней", "шей", "щей", "чей", "жей", "ых", "их",
        ])
}

/// What else is borne by one person, as no list of posts of a plan has it.
const RANKS: &[&str] = &[
    "генерал",
    "полковник",
    "подполковник",
    "майор",
    "капитан",
    "лейтенант",
    "прапорщик",
    "старшина",
    "инспектор",
    "депутат",
    "дежурный",
    "врач",
    "профессор",
    "доцент",
    "преподаватель",
];

/// Posts cut short.
const SHORT_POSTS: &[&str] = &["рук", "зав", "нач", "отв", "пред", "дир", "вед", "гл", "и"];

/// A post alone: nobody is named in it, and no body.
fn is_bare_post(line: &str) -> bool {
    let plain = text::plain(line);
    let begins = |stems: &[&str]| {
        text::words(&plain)
            .take(1)
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let is_short = text::words(&plain)
        .next()
        .is_some_and(|word| SHORT_POSTS.contains(&word));
    (begins(POSTS) || begins(RANKS) || is_short) && !begins(BODIES) && !has_initials(line)
}

fn is_patronymic(word: &str) -> bool {
    let word = fold(word);
    ["вич", "вна", "ична", "инична", "оглы", "кызы"]
        .iter()
        .any(|end| word.ends_with(end))
}

fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.trim_end_matches(',').chars().collect();
    matches!(letters.as_slice(), [a, '.'] | [a, '.', _] | [a, '.', _, '.'] if a.is_uppercase())
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split_whitespace()
}

/// Whether a bracket or a quotation mark is still open.
fn is_open(text: &str) -> bool {
    let count = |sign: char| text.chars().filter(|one| *one == sign).count();
    count('(') > count(')') || count('«') > count('»')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_on_lines_of_their_own_are_not_run_together() {
        for (cell, wanted) in [
            ("Иванов И.И.\nПетров П.П.", "Иванов И.И., Петров П.П."),
            (
                "Отдел кадров\nМетодический центр",
                "Отдел кадров, Методический центр",
            ),
            ("Иванов И.И.\n\nЦНППМ", "Иванов И.И., ЦНППМ"),
            ("- Отдел кадров\n- Бухгалтерия", "Отдел кадров, Бухгалтерия"),
            (
                "Директор\nЗаместители директора",
                "Директор, Заместители директора",
            ),
            (
                "Иванов И.И., директор\nДиректор лицея Петров П.П.",
                "Иванов И.И., директор, Директор лицея Петров П.П.",
            ),
            ("Музей\nЛицей", "Музей, Лицей"),
        ] {
            assert_eq!(one_line(cell, false), wanted, "{cell}");
        }
    }

    #[test]
    fn a_name_that_takes_two_lines_stays_one() {
        for (cell, wanted) in [
            (
                "Управление образования администрации\nгорода Энска",
                "Управление образования администрации города Энска",
            ),
            (
                "Министерство образования\nМосковской области",
                "Министерство образования Московской области",
            ),
            ("Отдел кадров,\nБухгалтерия", "Отдел кадров, Бухгалтерия"),
            (
                "Заместитель директора\nИванова И.И.",
                "Заместитель директора Иванова И.И.",
            ),
            ("Полковник\nИванов И.И.", "Полковник Иванов И.И."),
            ("Рук. МО\nИванова И.И.", "Рук. МО Иванова И.И."),
            (
                "И.о. директора\nИванова И.И.",
                "И.о. директора Иванова И.И.",
            ),
            ("Иванов\nИ.И.", "Иванов И.И."),
            ("Иванов Иван\nИванович", "Иванов Иван Иванович"),
            ("МБОУ\n«Школа № 5»", "МБОУ «Школа № 5»"),
            ("МБОУ СОШ\n№ 5", "МБОУ СОШ № 5"),
            (
                "Институт (Кафедра\nПедагогики)",
                "Институт (Кафедра Педагогики)",
            ),
            ("Ресурсный центр на\nБазе", "Ресурсный центр на Базе"),
            ("Директор\nШколы", "Директор Школы"),
            (
                "Начальник\nУправления образования",
                "Начальник Управления образования",
            ),
        ] {
            assert_eq!(one_line(cell, false), wanted, "{cell}");
        }
        assert_eq!(one_line("Иванов\nПетров", true), "Иванов Петров");
    }
}
