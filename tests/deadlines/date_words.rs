//! What the chair types at the meeting, checked by hand and swept over five years.

use chrono::Datelike;
use planerka::domain::calendar::Calendar;
use planerka::domain::date::Date;
use planerka::domain::deadline::date_words::{DateContext, DateWordError, Form, format, parse};
use proptest::prelude::*;

use crate::support::span;

fn day(text: &str) -> Date {
    span(text).first
}

/// Thursday.
const MEETING: &str = "2023-05-25";

const WORDS: &[(&str, &str)] = &[
    ("сегодня", "2023-05-25"),
    ("завтра", "2023-05-26"),
    ("ЗАВТРА", "2023-05-26"),
    ("послезавтра", "2023-05-27"),
    ("чт", "2023-06-01"),
    ("пт", "2023-05-26"),
    ("ср", "2023-05-31"),
    ("в чт", "2023-06-01"),
    ("в четверг", "2023-06-01"),
    ("+2чт", "2023-06-08"),
    ("+1чт", "2023-06-01"),
    ("+2 чт", "2023-06-08"),
    ("в следующий четверг", "2023-06-01"),
    ("следующий чт", "2023-06-01"),
    ("следующий пн", "2023-05-29"),
    ("следующую пятницу", "2023-06-02"),
    ("через неделю", "2023-06-01"),
    ("через 2 недели", "2023-06-08"),
    ("через две недели", "2023-06-08"),
    ("через 3 дня", "2023-05-28"),
    ("через месяц", "2023-06-25"),
    ("через 3 рабочих дня", "2023-05-30"),
    ("+7", "2023-06-01"),
    ("+3д", "2023-05-28"),
    ("+2н", "2023-06-08"),
    ("+1м", "2023-06-25"),
    ("+2w", "2023-06-08"),
    ("+3d", "2023-05-28"),
    ("конец месяца", "2023-05-31"),
    ("до конца месяца", "2023-05-31"),
    ("к концу месяца", "2023-05-31"),
    ("конец следующего месяца", "2023-06-30"),
    ("конец недели", "2023-05-26"),
    ("конец следующей недели", "2023-06-02"),
    ("конец квартала", "2023-06-30"),
    ("конец года", "2023-12-31"),
    ("eom", "2023-05-31"),
    ("end of month", "2023-05-31"),
    ("15.06", "2023-06-15"),
    ("15.05", "2024-05-15"),
    ("15.06.23", "2023-06-15"),
    ("15.06.2023", "2023-06-15"),
    ("15.06.2023 г.", "2023-06-15"),
    ("15/06", "2023-06-15"),
    ("2023-06-15", "2023-06-15"),
    ("15", "2023-06-15"),
    ("25", "2023-05-25"),
    ("31", "2023-05-31"),
    ("15-го", "2023-06-15"),
    ("15 числа", "2023-06-15"),
    ("15 июня", "2023-06-15"),
    ("15 июня 2023 г.", "2023-06-15"),
    ("15 ИЮНЯ", "2023-06-15"),
    ("к 15.06", "2023-06-15"),
    ("до 15.06", "2023-06-15"),
    ("до 15 июня", "2023-06-15"),
    ("в срок до 15.06", "2023-06-15"),
    ("июнь", "2023-06-30"),
    ("29.02", "2024-02-29"),
    ("по плану", "2023-05-31"),
    ("thu", "2023-06-01"),
    ("tomorrow", "2023-05-26"),
    ("next friday", "2023-06-02"),
    ("june 15", "2023-06-15"),
    // typed in the wrong layout
    ("xn", "2023-06-01"),
    ("+2xn", "2023-06-08"),
    ("pfdnhf", "2023-05-26"),
    ("rjytw vtczwf", "2023-05-31"),
    ("15 b.yz", "2023-06-15"),
    ("lj 15.06", "2023-06-15"),
    ("gj gkfye", "2023-05-31"),
    ("ерг", "2023-06-01"),
    ("ещьщккщц", "2023-05-26"),
    ("вторник", "2023-05-30"),
    // as people type a date
    ("15,06", "2023-06-15"),
    ("15-06", "2023-06-15"),
    ("15 06", "2023-06-15"),
    ("15ю06", "2023-06-15"),
    ("15б06", "2023-06-15"),
    ("15. 06. 2023", "2023-06-15"),
    ("15,06,23", "2023-06-15"),
    ("15-06-2023", "2023-06-15"),
    ("15 06 2023", "2023-06-15"),
    ("15ю06ю2023", "2023-06-15"),
    ("2023.06.15", "2023-06-15"),
    ("15062023", "2023-06-15"),
    ("150623", "2023-06-15"),
    ("15июня", "2023-06-15"),
    ("15 июн.", "2023-06-15"),
    ("15-го июня", "2023-06-15"),
    ("15-го числа", "2023-06-15"),
    ("15 июня 2023 года", "2023-06-15"),
    ("до 15 июня включительно", "2023-06-15"),
    ("15.06 (включительно)", "2023-06-15"),
    ("до 15.06 вкл.", "2023-06-15"),
    ("не позже 15.06", "2023-06-15"),
    ("срок: 15.06", "2023-06-15"),
    ("срок до 15.06", "2023-06-15"),
    ("июнь 2023 г.", "2023-06-30"),
    ("до июня 2024 года", "2024-06-30"),
    ("эта пятница", "2023-05-26"),
    ("до этой пятницы", "2023-05-26"),
    ("к ближайшему понедельнику", "2023-05-29"),
    ("до следующего четверга", "2023-06-01"),
    ("на этой неделе", "2023-05-26"),
    ("на следующей неделе", "2023-06-02"),
    ("до конца этого месяца", "2023-05-31"),
    ("в следующем месяце", "2023-06-30"),
    ("в следующем квартале", "2023-09-30"),
    ("до следующего совещания", "2023-06-01"),
    // in the words of plans
    ("в течение 3 дней", "2023-05-28"),
    ("в течение трёх дней", "2023-05-28"),
    ("в трёхдневный срок", "2023-05-28"),
    ("в 3-дневный срок", "2023-05-28"),
    ("в течение недели", "2023-06-01"),
    ("в течение двух недель", "2023-06-08"),
    ("в течение месяца", "2023-06-25"),
    ("в течение 3 рабочих дней", "2023-05-30"),
    ("первая декада июня", "2023-06-10"),
    ("до 15 июня 2023 года включительно", "2023-06-15"),
    ("III квартал", "2023-09-30"),
];

/// What stands at the end of a decision as often as a date does, and what is one by its own words.
const FORMS: &[(&str, Form)] = &[
    ("5", Form::Doubtful),
    ("15", Form::Doubtful),
    ("2.1", Form::Doubtful),
    ("1,5", Form::Doubtful),
    ("10-12", Form::Doubtful),
    ("15 06", Form::Doubtful),
    ("3.5.10", Form::Doubtful),
    ("+7", Form::Doubtful),
    ("в течение 3 дней", Form::Doubtful),
    ("15.06", Form::Likely),
    ("15/06", Form::Likely),
    ("15.06.23", Form::Likely),
    ("xn", Form::Likely),
    ("15.06.2023", Form::Clear),
    ("2023-06-15", Form::Clear),
    ("15-го", Form::Clear),
    ("15 числа", Form::Clear),
    ("15 июня", Form::Clear),
    ("чт", Form::Clear),
    ("+2чт", Form::Clear),
    ("концу месяца", Form::Clear),
];

#[test]
fn how_much_words_look_like_a_date_is_told() {
    let calendar = Calendar::default();
    for (text, form) in FORMS {
        let read = parse(text, day(MEETING), context(), &calendar);
        assert_eq!(read.map(|word| word.form), Ok(*form), "{text}");
    }
}

fn context() -> DateContext {
    DateContext {
        plan_due: Some(day("2023-05-31")),
        ..DateContext::default()
    }
}

#[test]
fn a_wording_that_means_a_stretch_is_no_date_where_it_means_more() {
    let calendar = Calendar::default();
    let days = DateContext {
        no_stretches: true,
        ..context()
    };
    let read = |text: &str| parse(text, day(MEETING), days, &calendar).map(|word| word.date);
    for wording in ["март 2024 г.", "II квартал 2023 г.", "в течение 3 дней"]
    {
        let refused = Err(DateWordError::NotUnderstood);
        assert_eq!(read(wording), refused, "{wording}");
    }
    assert_eq!(read("15,06"), Ok(day("2023-06-15")));
}

#[test]
fn words_mean_what_the_chair_means() {
    let calendar = Calendar::default();
    let faults: Vec<String> = WORDS
        .iter()
        .filter_map(|(text, wanted)| {
            let found = parse(text, day(MEETING), context(), &calendar);
            let same = found.as_ref().map(|word| word.date) == Ok(day(wanted));
            (!same).then(|| format!("{text}: {found:?}, wanted {wanted}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_no_date_is_refused() {
    use DateWordError::{Empty, NoPlanDue, NoSuchDay, NotUnderstood, Year};
    let calendar = Calendar::default();
    for (text, error) in [
        ("", Empty),
        ("  ", Empty),
        ("31.02", NoSuchDay),
        ("31.04.2024", NoSuchDay),
        ("30 февраля", NoSuchDay),
        ("29.02.2023", NoSuchDay),
        ("0", NoSuchDay),
        ("32", NoSuchDay),
        ("15.13", NoSuchDay),
        ("15.06.1999", Year),
        ("когда-нибудь", NotUnderstood),
        ("15.06.2023.7", NotUnderstood),
        ("+чт+", NotUnderstood),
        ("+0чт", NotUnderstood),
        ("+99999999999", NotUnderstood),
        ("ё", NotUnderstood),
    ] {
        assert_eq!(
            parse(text, day(MEETING), context(), &calendar).map(|word| word.date),
            Err(error),
            "{text}"
        );
    }
    let without = DateContext::default();
    assert_eq!(
        parse("по плану", day(MEETING), without, &calendar).map(|word| word.date),
        Err(NoPlanDue)
    );
}

#[test]
fn past_days_days_off_and_far_days_are_pointed_out() {
    let calendar = Calendar::default();
    let read = |text: &str| parse(text, day(MEETING), context(), &calendar).unwrap();
    assert!(read("01.05.2023").is_past);
    assert!(read("вчера").is_past);
    let holiday = read("12.06");
    assert!(holiday.is_day_off && !holiday.is_past && !holiday.is_far);
    assert_eq!(holiday.working, day("2023-06-09"));
    assert!(read("15.06.2025").is_far);
    let plain = read("чт");
    assert!(!plain.is_past && !plain.is_day_off && !plain.is_far);
    assert_eq!(plain.working, plain.date);
}

/// Each day of five years as the day of the meeting, each word: what must hold of all of them.
#[test]
fn every_meeting_day_of_five_years_gets_sensible_dates() {
    let calendar = Calendar::default();
    let mut meeting = day("2023-01-01");
    let mut read = 0_u32;
    while meeting <= day("2027-12-31") {
        let of = |text: &str| parse(text, meeting, context(), &calendar).unwrap().date;
        let ahead = |text: &str| of(text).days_since(meeting);
        assert_eq!(
            (ahead("сегодня"), ahead("завтра"), ahead("послезавтра")),
            (0, 1, 2)
        );
        for (number, name) in ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
            .iter()
            .enumerate()
        {
            let date = of(name);
            assert_eq!(date.weekday().num_days_from_monday() as usize, number);
            assert!((1..=7).contains(&ahead(name)), "{meeting} {name}");
            assert_eq!(of(&format!("+2{name}")), date.plus_days(7));
            let next = of(&format!("следующий {name}"));
            assert_eq!(next.start_of_week(), meeting.start_of_week().plus_days(7));
            read += 3;
        }
        assert_eq!(of("конец месяца"), meeting.end_of_month());
        assert!((0..=6).contains(&ahead("конец недели")), "{meeting}");
        assert!((0..=91).contains(&ahead("конец квартала")));
        assert!((28..=31).contains(&ahead("через месяц")));
        for month in 1..=12 {
            let text = format!("15.{month:02}");
            assert!((0..=366).contains(&ahead(&text)), "{meeting} {text}");
        }
        for number in 1..=31 {
            assert!(
                (0..=61).contains(&ahead(&number.to_string())),
                "{meeting} {number}"
            );
        }
        for (text, _) in WORDS {
            assert!(
                parse(text, meeting, context(), &calendar).is_ok(),
                "{meeting} {text}"
            );
            read += 1;
        }
        assert_eq!(of(&format(meeting)), meeting);
        meeting = meeting.plus_days(1);
    }
    println!("{read} words on 1826 days");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_typing_is_answered_without_a_panic(text in "\\PC*|[+0-9а-яa-z .\\-/]{0,24}", offset in 0_i64..73_000) {
        let meeting = Date::MIN.plus_days(offset);
        let _ = parse(&text, meeting, DateContext::default(), &Calendar::default());
    }

    #[test]
    fn a_printed_date_reads_back(meeting in 0_i64..73_048, offset in 0_i64..73_048) {
        let date = Date::MIN.plus_days(offset);
        let word = parse(&format(date), Date::MIN.plus_days(meeting), DateContext::default(), &Calendar::default());
        prop_assert_eq!(word.map(|word| word.date), Ok(date));
    }
}
