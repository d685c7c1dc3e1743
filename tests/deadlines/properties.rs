//! What holds of every wording: no panic, no window outside the plan that the wording does not
//! name, no part of the wording lost, printed deadlines read back.

use chrono::Datelike;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::{Conventions, read};
use proptest::prelude::*;

use crate::corpus::corpus;
use crate::rule::{any_text, covers, holds};
use crate::support::{period, span};

/// Pieces real wordings are made of, glued at random.
const PIECES: &[&str] = &[
    "май",
    "июня",
    "сентябрь",
    "декабре",
    "2023",
    "2024 г.",
    "гг.",
    "2023-2024",
    "уч. год",
    "I",
    "II",
    "квартал",
    "полугодие",
    "1",
    "15",
    "31",
    "29.02",
    "01.09.2023",
    "с",
    "по",
    "до",
    "к",
    "в",
    "на",
    "не позднее",
    "не реже",
    "раз",
    "раза",
    "ежемесячно",
    "еженедельно",
    "ежегодно",
    "ежедневно",
    "по четвергам",
    "вторник",
    "последний",
    "второй",
    "каждый",
    "неделя",
    "месяца",
    "числа",
    "следующего за отчетным",
    "кварталом",
    "в течение",
    "дней",
    "рабочих",
    "со дня",
    "подписания",
    "-",
    "–",
    ",",
    ";",
    "и",
    "или",
    "(",
    ")",
    ".",
    "\n",
    "10.00",
    "МСК",
    "постоянно",
    "по графику",
    "начало",
    "конец",
    "года",
    "весь",
    "период",
    "декада",
    "кроме",
    "далее",
    "3-дневный",
    "срок",
    "через",
    "за",
    "два",
    "пятого",
    "учебный",
    "каникулы",
    "ё",
    "№",
    "«",
    "*",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_of_any_text(wording in "\\PC{0,60}|[а-яё0-9 .,()\\-\n]{0,60}|.{0,40}") {
        holds(&wording, period("P"));
    }

    #[test]
    fn nothing_is_lost_of_glued_phrases(
        pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 1..12),
        plan in 0..4_usize,
    ) {
        let mut wording = String::new();
        for (piece, space) in pieces {
            wording.push_str(PIECES[piece]);
            if space {
                wording.push(' ');
            }
        }
        holds(&wording, period(["P", "S", "Y", "M"][plan]));
    }

    #[test]
    fn printed_stretches_read_back(
        first in 0_i64..1096,
        days in 0_i64..400,
        style in 0..6_usize,
    ) {
        let first = span("2023-01-01").first.plus_days(first);
        let last = first.plus_days(days);
        let wording = print(first, last, style);
        let plan = span("2022-01-01..2027-12-31");
        let reading = read(&wording, plan, &Conventions::default());
        let wanted = match style {
            4 => Span::new(plan.first, last),
            5 => Span::new(first.start_of_month(), last.end_of_month()),
            _ => Span::new(first, last),
        };
        prop_assert!(reading.is_certain(), "{} {:?}", wording, reading.certainty);
        prop_assert_eq!(Some(reading.windows), wanted.map(|span| vec![span]), "{}", wording);
    }
}

const MONTHS: &[(&str, &str)] = &[
    ("январь", "января"),
    ("февраль", "февраля"),
    ("март", "марта"),
    ("апрель", "апреля"),
    ("май", "мая"),
    ("июнь", "июня"),
    ("июль", "июля"),
    ("август", "августа"),
    ("сентябрь", "сентября"),
    ("октябрь", "октября"),
    ("ноябрь", "ноября"),
    ("декабрь", "декабря"),
];

/// A stretch in the words of an order.
fn print(first: Date, last: Date, style: usize) -> String {
    let genitive = |day: Date| MONTHS[day.month0() as usize].1;
    let long = |day: Date| format!("{} {} {} года", day.day(), genitive(day), day.year());
    let short = |day: Date| format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
    match style {
        0 => format!("с {} по {}", long(first), long(last)),
        1 => format!("{}-{}", short(first), short(last)),
        2 => format!("в период с {} г. по {} г.", short(first), short(last)),
        3 => format!("{} — {}", long(first), long(last)),
        4 => format!("в срок до {}", long(last)),
        _ => format!(
            "{} {} г. – {} {} г.",
            MONTHS[first.month0() as usize].0,
            first.year(),
            MONTHS[last.month0() as usize].0,
            last.year()
        ),
    }
}

#[test]
fn nothing_is_lost_of_what_fuzzing_found() {
    for input in corpus("deadline") {
        any_text(&input);
    }
}

#[test]
fn every_wording_of_the_tables_is_covered_wholly() {
    for line in include_str!("own.txt").lines() {
        if let [plan, .., wording] = line.splitn(5, '|').collect::<Vec<_>>().as_slice()
            && !line.starts_with('#')
        {
            holds_whole(&wording.replace("\\n", "\n"), plan);
        }
    }
}

fn holds_whole(wording: &str, plan: &str) {
    let reading = read(wording, period(plan), &Conventions::default());
    covers(wording, &reading);
}
