//! The words of official deadlines: a table from a lower-case word to what it can mean.
//! Knows nothing of their order.

use super::numeral::{self, Numeral};

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Decade,
    Month,
    Quarter,
    /// A school term («четверть»).
    Term,
    Half,
    Year,
    SchoolYear,
}

/// What a token can mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lex {
    /// Digits, or a number word (`digits` is 0).
    Num {
        value: u32,
        digits: u8,
    },
    Ordinal(u32),
    Roman(u32),
    /// «П», «Ш» before «квартал».
    TypistRoman(u32),
    Month(u32),
    Weekday {
        day: u8,
        plural: bool,
    },
    Unit(Unit),
    /// «ежемесячно».
    Repeatedly(Unit),
    /// «трёхмесячный»: number and unit in one word; bare «месячный» has 1, «дневный» 0.
    TermAdjective {
        count: u32,
        unit: Unit,
    },
    Season(u32),
    /// «г.», «гг.».
    YearMark,
    From,
    Along,
    Until,
    Toward,
    In,
    On,
    During,
    Through,
    Starting,
    OutOf,
    After,
    Under,
    Not,
    Later,
    Earlier,
    Than,
    Less,
    More,
    Rarer,
    Course,
    TimeLimit,
    Period,
    Inclusive,
    Start,
    Middle,
    End,
    HalfPart,
    Every,
    Times,
    TimesAdverb(u32),
    Working,
    ByCalendar,
    DayNumber,
    Following,
    PrecedingYear,
    Reporting,
    Planned,
    Current,
    School,
    Whole,
    AtLeast,
    Once,
    Promptly,
    Realisation,
    Standing,
    Schedule,
    Agreement,
    Need,
    Measure,
    EventNoun,
    Completion,
    Moment,
    Stages,
    Stage,
    Further,
    Tentative,
    Undetermined,
    Last,
    Hour,
    Minute,
    Moscow,
    Vacation,
    And,
    Or,
    Except,
    Weekends,
    Weekdays,
    CalendarPlan,
    But,
    Both,
    Dash,
    Dot,
    Comma,
    Semicolon,
    Slash,
    Colon,
    Open,
    Close,
    /// Quotes, footnote stars and the like.
    Mark,
    Unknown,
}

const MONTHS: &[(u32, &str, &str)] = &[
    (1, "январ", "янв"),
    (2, "феврал", "февр фев"),
    (3, "март", "мар"),
    (4, "апрел", "апр"),
    (5, "ма", ""),
    (6, "июн", "июн"),
    (7, "июл", "июл"),
    (8, "август", "авг"),
    (9, "сентябр", "сент сен"),
    (10, "октябр", "окт"),
    (11, "ноябр", "нояб ноя"),
    (12, "декабр", "дек"),
];

const WEEKDAYS: &[(&str, &str, &str)] = &[
    ("понедельник", " а у ом е", "ам ами и ов"),
    ("вторник", " а у ом е", "ам ами и ов"),
    ("сред", "а у ы е ой", "ам ами"),
    ("четверг", " а у ом е", "ам ами и ов"),
    ("пятниц", "а у ы е ей", "ам ами"),
    ("суббот", "а у ы е ой", "ам ами"),
    ("воскресень", "е я ю ем", "ям ями"),
];

const WEEKDAYS_SHORT: &[&str] = &["пн", "вт", "ср", "чт", "пт", "сб", "вс"];

/// Words met only in these forms.
const EXACT: &[(&str, Lex)] = &[
    ("г", Lex::YearMark),
    ("гг", Lex::YearMark),
    ("годов", Lex::Unit(Unit::Year)),
    ("лет", Lex::Unit(Unit::Year)),
    ("с", Lex::From),
    ("со", Lex::From),
    ("от", Lex::OutOf),
    ("из", Lex::OutOf),
    ("начиная", Lex::Starting),
    ("по", Lex::Along),
    ("до", Lex::Until),
    ("к", Lex::Toward),
    ("ко", Lex::Toward),
    ("в", Lex::In),
    ("во", Lex::In),
    ("на", Lex::On),
    ("за", Lex::During),
    ("через", Lex::Through),
    ("спустя", Lex::Through),
    ("после", Lex::After),
    ("при", Lex::Under),
    ("не", Lex::Not),
    ("позднее", Lex::Later),
    ("позже", Lex::Later),
    ("поздней", Lex::Later),
    ("ранее", Lex::Earlier),
    ("раньше", Lex::Earlier),
    ("чем", Lex::Than),
    ("менее", Lex::Less),
    ("меньше", Lex::Less),
    ("более", Lex::More),
    ("больше", Lex::More),
    ("чаще", Lex::More),
    ("превышающий", Lex::More),
    ("превышающие", Lex::More),
    ("реже", Lex::Rarer),
    ("протяжении", Lex::Course),
    ("протяжение", Lex::Course),
    ("продолжение", Lex::Course),
    ("течение", Lex::Course),
    ("течении", Lex::Course),
    ("теч", Lex::Course),
    ("втечение", Lex::Course),
    ("втечении", Lex::Course),
    ("вплоть", Lex::Mark),
    ("срок", Lex::TimeLimit),
    ("сроки", Lex::TimeLimit),
    ("срока", Lex::TimeLimit),
    ("сроком", Lex::TimeLimit),
    ("сроку", Lex::TimeLimit),
    ("сроков", Lex::TimeLimit),
    ("период", Lex::Period),
    ("периода", Lex::Period),
    ("периоде", Lex::Period),
    ("периодом", Lex::Period),
    ("включительно", Lex::Inclusive),
    ("вкл", Lex::Inclusive),
    ("число", Lex::DayNumber),
    ("числа", Lex::DayNumber),
    ("числу", Lex::DayNumber),
    ("числе", Lex::DayNumber),
    ("числам", Lex::DayNumber),
    ("числом", Lex::DayNumber),
    ("числах", Lex::DayNumber),
    ("перед", Lex::Until),
    ("раз", Lex::Times),
    ("раза", Lex::Times),
    ("разу", Lex::Times),
    ("р", Lex::Times),
    ("однократно", Lex::TimesAdverb(1)),
    ("единожды", Lex::TimesAdverb(1)),
    ("дважды", Lex::TimesAdverb(2)),
    ("трижды", Lex::TimesAdverb(3)),
    ("уч", Lex::School),
    ("весь", Lex::Whole),
    ("всего", Lex::Whole),
    ("всю", Lex::Whole),
    ("всем", Lex::Whole),
    ("всей", Lex::Whole),
    ("целый", Lex::Whole),
    ("круглый", Lex::Whole),
    ("ч", Lex::Hour),
    ("час", Lex::Hour),
    ("часа", Lex::Hour),
    ("часов", Lex::Hour),
    ("часам", Lex::Hour),
    ("мин", Lex::Minute),
    ("минут", Lex::Minute),
    ("минуты", Lex::Minute),
    ("мск", Lex::Moscow),
    ("и", Lex::And),
    ("или", Lex::Or),
    ("либо", Lex::Or),
    ("кроме", Lex::Except),
    ("исключением", Lex::Except),
    ("исключая", Lex::Except),
    ("но", Lex::But),
    ("оба", Lex::Both),
    ("обоих", Lex::Both),
    ("день", Lex::Unit(Unit::Day)),
    ("дня", Lex::Unit(Unit::Day)),
    ("дней", Lex::Unit(Unit::Day)),
    ("дни", Lex::Unit(Unit::Day)),
    ("дню", Lex::Unit(Unit::Day)),
    ("днем", Lex::Unit(Unit::Day)),
    ("дням", Lex::Unit(Unit::Day)),
    ("дн", Lex::Unit(Unit::Day)),
    ("сут", Lex::Unit(Unit::Day)),
    ("сутки", Lex::Unit(Unit::Day)),
    ("суток", Lex::Unit(Unit::Day)),
    ("год", Lex::Unit(Unit::Year)),
    ("года", Lex::Unit(Unit::Year)),
    ("году", Lex::Unit(Unit::Year)),
    ("годом", Lex::Unit(Unit::Year)),
    ("годе", Lex::Unit(Unit::Year)),
    ("годы", Lex::Unit(Unit::Year)),
    ("годах", Lex::Unit(Unit::Year)),
    ("годам", Lex::Unit(Unit::Year)),
    ("кв", Lex::Unit(Unit::Quarter)),
    ("мес", Lex::Unit(Unit::Month)),
    ("нед", Lex::Unit(Unit::Week)),
    ("пол", Lex::HalfPart),
    ("полгода", Lex::Unit(Unit::Half)),
    ("даты", Lex::Moment),
    ("дата", Lex::Moment),
    ("датой", Lex::Moment),
    ("момента", Lex::Moment),
    ("лето", Lex::Season(2)),
    ("лета", Lex::Season(2)),
    ("летом", Lex::Season(2)),
    ("зима", Lex::Season(4)),
    ("зимой", Lex::Season(4)),
    ("зимы", Lex::Season(4)),
    ("осень", Lex::Season(3)),
    ("осенью", Lex::Season(3)),
    ("осени", Lex::Season(3)),
    ("весна", Lex::Season(1)),
    ("весной", Lex::Season(1)),
    ("весны", Lex::Season(1)),
    ("мере", Lex::Measure),
    ("мерам", Lex::Measure),
    ("итогам", Lex::Completion),
    ("результатам", Lex::Completion),
    ("окончании", Lex::Completion),
    ("завершении", Lex::Completion),
    ("истечении", Lex::Completion),
    ("далее", Lex::Further),
    ("затем", Lex::Further),
    ("последующем", Lex::Further),
    ("дальнейшем", Lex::Further),
    ("постоянной", Lex::Standing),
    ("постоянном", Lex::Standing),
    ("основе", Lex::EventNoun),
    ("режиме", Lex::EventNoun),
    ("порядке", Lex::EventNoun),
    ("ходе", Lex::EventNoun),
    ("рамках", Lex::EventNoun),
    ("случае", Lex::EventNoun),
    ("случаях", Lex::EventNoun),
    ("накануне", Lex::EventNoun),
    ("время", Lex::EventNoun),
    ("праздники", Lex::EventNoun),
    ("праздник", Lex::EventNoun),
    ("мероприятия", Lex::EventNoun),
    ("мероприятие", Lex::EventNoun),
    ("согласно", Lex::CalendarPlan),
    ("соответствии", Lex::CalendarPlan),
    ("факту", Lex::Need),
    ("будни", Lex::Weekdays),
    ("будням", Lex::Weekdays),
    ("выходные", Lex::Weekends),
    ("выходных", Lex::Weekends),
    ("минимум", Lex::AtLeast),
    ("разово", Lex::Once),
    ("единовременно", Lex::Once),
    ("одномоментно", Lex::Once),
    ("незамедлительно", Lex::Promptly),
    ("немедленно", Lex::Promptly),
    ("срочно", Lex::Promptly),
    ("оперативно", Lex::Promptly),
    ("выходным", Lex::Weekends),
    ("последн", Lex::Last),
    ("исполнения", Lex::Realisation),
    ("выполнения", Lex::Realisation),
];

/// Words known by their beginning; the longer ones first where one begins another.
const STEMS: &[(&str, Lex)] = &[
    ("ежедневн", Lex::Repeatedly(Unit::Day)),
    ("еженедельн", Lex::Repeatedly(Unit::Week)),
    ("ежедекадн", Lex::Repeatedly(Unit::Decade)),
    ("ежемесячн", Lex::Repeatedly(Unit::Month)),
    ("ежеквартальн", Lex::Repeatedly(Unit::Quarter)),
    ("ежегодн", Lex::Repeatedly(Unit::Year)),
    ("поквартальн", Lex::Repeatedly(Unit::Quarter)),
    ("помесячн", Lex::Repeatedly(Unit::Month)),
    ("понедельн", Lex::Repeatedly(Unit::Week)),
    ("недел", Lex::Unit(Unit::Week)),
    ("декад", Lex::Unit(Unit::Decade)),
    ("месяц", Lex::Unit(Unit::Month)),
    ("квартал", Lex::Unit(Unit::Quarter)),
    ("четверть", Lex::Unit(Unit::Term)),
    ("четверти", Lex::Unit(Unit::Term)),
    ("четвертей", Lex::Unit(Unit::Term)),
    ("полугоди", Lex::Unit(Unit::Half)),
    ("начал", Lex::Start),
    ("середин", Lex::Middle),
    ("конец", Lex::End),
    ("конц", Lex::End),
    ("окончани", Lex::End),
    ("завершени", Lex::End),
    ("половин", Lex::HalfPart),
    ("осенн", Lex::Season(3)),
    ("зимн", Lex::Season(4)),
    ("весенн", Lex::Season(1)),
    ("летн", Lex::Season(2)),
    ("финансов", Lex::ByCalendar),
    ("кажд", Lex::Every),
    ("последн", Lex::Last),
    ("рабоч", Lex::Working),
    ("календарн", Lex::ByCalendar),
    ("банковск", Lex::Working),
    ("следующ", Lex::Following),
    ("последующ", Lex::Following),
    ("предшеству", Lex::PrecedingYear),
    ("отчетн", Lex::Reporting),
    ("истекш", Lex::Reporting),
    ("прошедш", Lex::Reporting),
    ("предыдущ", Lex::Reporting),
    ("планируем", Lex::Planned),
    ("планов", Lex::Planned),
    ("очередн", Lex::Planned),
    ("текущ", Lex::Current),
    ("наступающ", Lex::Current),
    ("нового", Lex::Current),
    ("новом", Lex::Current),
    ("новый", Lex::Current),
    ("настоящ", Lex::Current),
    ("учебн", Lex::School),
    ("реализаци", Lex::Realisation),
    ("действи", Lex::Realisation),
    ("постоянно", Lex::Standing),
    ("непрерывн", Lex::Standing),
    ("регулярн", Lex::Standing),
    ("систематич", Lex::Standing),
    ("бессрочно", Lex::Standing),
    ("круглогодич", Lex::Standing),
    ("график", Lex::Schedule),
    ("план", Lex::Schedule),
    ("расписани", Lex::Schedule),
    ("календар", Lex::Schedule),
    ("циклограмм", Lex::Schedule),
    ("согласовани", Lex::Agreement),
    ("договоренност", Lex::Agreement),
    ("приказ", Lex::Agreement),
    ("распоряжени", Lex::Agreement),
    ("решени", Lex::Agreement),
    ("поручени", Lex::Agreement),
    ("указани", Lex::Agreement),
    ("назначени", Lex::Agreement),
    ("постановлени", Lex::Agreement),
    ("необходимост", Lex::Need),
    ("потребност", Lex::Need),
    ("надобност", Lex::Need),
    ("требовани", Lex::Need),
    ("запрос", Lex::Need),
    ("заявк", Lex::Need),
    ("обращени", Lex::Need),
    ("поступлени", Lex::Need),
    ("поэтапн", Lex::Stages),
    ("этап", Lex::Stage),
    ("ориентировочн", Lex::Tentative),
    ("предварительн", Lex::Tentative),
    ("примерно", Lex::Tentative),
    ("предположительн", Lex::Tentative),
    ("уточня", Lex::Undetermined),
    ("уточнен", Lex::Undetermined),
    ("определ", Lex::Undetermined),
    ("каникул", Lex::Vacation),
    ("московск", Lex::Moscow),
    ("нарастающ", Lex::Stages),
    ("итогом", Lex::Stages),
];

/// Unit adjectives of terms: «месячный срок».
const TERM_ADJECTIVES: &[(&str, Unit)] = &[
    ("дневн", Unit::Day),
    ("суточн", Unit::Day),
    ("недельн", Unit::Week),
    ("декадн", Unit::Decade),
    ("месячн", Unit::Month),
    ("годичн", Unit::Year),
];

const MONTH_ENDINGS: &[&str] = &["ь", "я", "е", "ю", "ем"];
const MONTH_ENDINGS_HARD: &[&str] = &["", "а", "е", "у", "ом"];
const MAY_ENDINGS: &[&str] = &["й", "я", "е", "ю", "ем"];

/// Looks a lower-case word up («ё» already «е»).
pub(super) fn look_up(word: &str) -> Lex {
    if let Some(month) = month(word) {
        return Lex::Month(month);
    }
    if let Some(lex) = weekday(word) {
        return lex;
    }
    if let Some(exact) = EXACT.iter().find(|(known, _)| *known == word) {
        return exact.1;
    }
    if let Some(numeral) = numeral::in_words(word) {
        return match numeral {
            Numeral::Count(value) => Lex::Num { value, digits: 0 },
            Numeral::Order(value) => Lex::Ordinal(value),
        };
    }
    if let Some(value) = numeral::roman(word) {
        return Lex::Roman(value);
    }
    if let Some(value) = numeral::typist_roman(word) {
        return Lex::TypistRoman(value);
    }
    if let Some(adjective) = term_adjective(word) {
        return adjective;
    }
    STEMS
        .iter()
        .find(|(stem, _)| word.starts_with(stem))
        .map_or(Lex::Unknown, |(_, lex)| *lex)
}

fn month(word: &str) -> Option<u32> {
    MONTHS.iter().find_map(|(number, stem, short)| {
        if short
            .split(' ')
            .any(|form| !form.is_empty() && form == word)
        {
            return Some(*number);
        }
        let ending = word.strip_prefix(stem)?;
        let endings = match number {
            3 | 8 => MONTH_ENDINGS_HARD,
            5 => MAY_ENDINGS,
            _ => MONTH_ENDINGS,
        };
        endings.contains(&ending).then_some(*number)
    })
}

fn weekday(word: &str) -> Option<Lex> {
    let number = |index: usize| u8::try_from(index).unwrap_or(0);
    if let Some(index) = WEEKDAYS_SHORT.iter().position(|short| *short == word) {
        return Some(Lex::Weekday {
            day: number(index),
            plural: false,
        });
    }
    WEEKDAYS
        .iter()
        .enumerate()
        .find_map(|(index, (stem, one, many))| {
            let ending = word.strip_prefix(stem)?;
            let plural = many.split(' ').any(|known| known == ending);
            let single = one.split(' ').any(|known| known == ending);
            (single || plural).then(|| Lex::Weekday {
                day: number(index),
                plural,
            })
        })
}

fn term_adjective(word: &str) -> Option<Lex> {
    let unit = |rest: &str| {
        TERM_ADJECTIVES
            .iter()
            .find_map(|(stem, unit)| rest.starts_with(stem).then_some(*unit))
    };
    if let Some(unit) = unit(word) {
        let count = u32::from(!word.starts_with("дневн"));
        return Some(Lex::TermAdjective { count, unit });
    }
    let (count, rest) = numeral::split_prefix(word)?;
    unit(rest).map(|unit| Lex::TermAdjective { count, unit })
}

/// The month a misprinted word stands for: one letter wrong, missing, too many or swapped.
pub(super) fn nearest_month(word: &str) -> Option<u32> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 5 {
        return None;
    }
    MONTHS.iter().find_map(|(number, stem, _)| {
        let endings = if matches!(number, 3 | 8) {
            MONTH_ENDINGS_HARD
        } else {
            MONTH_ENDINGS
        };
        endings
            .iter()
            .any(|ending| {
                let form: Vec<char> = stem.chars().chain(ending.chars()).collect();
                form.len() >= 5 && one_slip_apart(&letters, &form)
            })
            .then_some(*number)
    })
}

fn one_slip_apart(left: &[char], right: &[char]) -> bool {
    let same = left
        .iter()
        .zip(right)
        .take_while(|(one, other)| one == other)
        .count();
    let tail = |letters: &[char], skip: usize| letters.get(same + skip..).map(<[char]>::to_vec);
    match left.len().cmp(&right.len()) {
        std::cmp::Ordering::Equal => {
            let swapped = left.get(same) == right.get(same + 1)
                && left.get(same + 1) == right.get(same)
                && tail(left, 2) == tail(right, 2);
            swapped || tail(left, 1) == tail(right, 1)
        }
        std::cmp::Ordering::Less => {
            right.len() == left.len() + 1 && tail(left, 0) == tail(right, 1)
        }
        std::cmp::Ordering::Greater => {
            left.len() == right.len() + 1 && tail(left, 1) == tail(right, 0)
        }
    }
}
