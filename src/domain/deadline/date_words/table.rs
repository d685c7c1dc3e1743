//! The words themselves, in tables.

use super::meaning::{End, Step, Word};

/// Words that point at what is under way.
pub(super) const THIS: &[&str] = &[
    "этот ",
    "эту ",
    "это ",
    "эта ",
    "этой ",
    "этого ",
    "этому ",
    "этом ",
    "текущий ",
    "текущую ",
    "текущая ",
    "текущей ",
    "текущего ",
    "текущему ",
    "текущем ",
    "the ",
    "this ",
];

/// Words that point at the first of its name to come.
pub(super) const NEAREST: &[&str] = &[
    "ближайший ",
    "ближайшую ",
    "ближайшая ",
    "ближайшее ",
    "ближайшей ",
    "ближайшего ",
    "ближайшему ",
];

/// Words that point at the next one.
pub(super) const NEXT: &[&str] = &[
    "следующий ",
    "следующую ",
    "следующее ",
    "следующей ",
    "следующая ",
    "следующего ",
    "следующему ",
    "следующем ",
    "будущей ",
    "будущую ",
    "будущего ",
    "будущему ",
    "будущем ",
    "след. ",
    "след ",
    "next ",
];

/// Whole phrases.
pub(super) const PHRASES: &[(&str, Word)] = &[
    ("сегодня", Word::Days(0)),
    ("сег", Word::Days(0)),
    ("today", Word::Days(0)),
    ("завтра", Word::Days(1)),
    ("зав", Word::Days(1)),
    ("tomorrow", Word::Days(1)),
    ("послезавтра", Word::Days(2)),
    ("day after tomorrow", Word::Days(2)),
    ("вчера", Word::Days(-1)),
    ("yesterday", Word::Days(-1)),
    ("по плану", Word::Plan),
    ("план", Word::Plan),
    ("as planned", Word::Plan),
    ("plan", Word::Plan),
    ("eow", Word::End(End::Week, 0)),
    ("eom", Word::End(End::Month, 0)),
    ("eoq", Word::End(End::Quarter, 0)),
    ("eoy", Word::End(End::Year, 0)),
    ("следующее совещание", Word::NextMeeting),
    ("следующему совещанию", Word::NextMeeting),
    ("следующего совещания", Word::NextMeeting),
    ("след совещание", Word::NextMeeting),
    ("след. совещание", Word::NextMeeting),
    ("next meeting", Word::NextMeeting),
    ("через неделю", Word::Ahead(1, Step::Weeks)),
    ("через месяц", Word::Ahead(1, Step::Months)),
    ("через квартал", Word::Ahead(3, Step::Months)),
    ("через полгода", Word::Ahead(6, Step::Months)),
    ("через год", Word::Ahead(12, Step::Months)),
    ("через день", Word::Ahead(2, Step::Days)),
    ("in a week", Word::Ahead(1, Step::Weeks)),
    ("in a month", Word::Ahead(1, Step::Months)),
];

/// Small words before a date that change nothing.
pub(super) const LEADS: &[&str] = &[
    "не позднее ",
    "не позже ",
    "сроком до ",
    "срок до ",
    "срок: ",
    "срок ",
    "в срок ",
    "до ",
    "к ",
    "ко ",
    "в ",
    "во ",
    "на ",
    "by ",
    "on ",
    "until ",
    "till ",
];

pub(super) const STEPS: &[(&str, Step)] = &[
    ("д день дня дней дн d day days", Step::Days),
    ("рд рабдн wd", Step::WorkingDays),
    (
        "н нед неделя неделю недели недель w week weeks",
        Step::Weeks,
    ),
    ("м мес месяц месяца месяцев m month months", Step::Months),
];

pub(super) const ENDS: &[(&str, End)] = &[
    ("недели week", End::Week),
    ("месяца мес month", End::Month),
    ("квартала кв quarter", End::Quarter),
    ("полугодия half", End::Half),
    ("года year", End::Year),
];

/// What there may be a this one and a next one of.
pub(super) const UNITS: &[(&str, End)] = &[
    ("неделя неделе неделю недели week", End::Week),
    ("месяц месяце месяцу месяца month", End::Month),
    ("квартал квартале кварталу квартала quarter", End::Quarter),
    ("полугодие полугодии полугодию полугодия half", End::Half),
    ("год году года year", End::Year),
];

pub(super) const ENGLISH_DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
pub(super) const ENGLISH_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
