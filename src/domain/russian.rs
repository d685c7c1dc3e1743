//! Words and numbers of official Russian that reading and writing share.

mod body;
mod noun;
mod stand_in;

pub use body::of_body;
pub use noun::{Case, decline, inside, is_adjective};
pub use stand_in::{is_patronymic, person_instead, post_instead};

/// Months after a day: «15 июня».
pub const MONTHS_AFTER_A_DAY: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// A month after a day, from 1; none outside 1–12.
pub fn month_after_a_day(month: u32) -> Option<&'static str> {
    let place = usize::try_from(month.checked_sub(1)?).ok()?;
    MONTHS_AFTER_A_DAY.get(place).copied()
}

/// A Roman number; beyond what Romans write (0, 4000 and more), the number itself.
///
/// ```
/// use planerka_domain::domain::russian::roman;
///
/// assert_eq!(roman(14), "XIV");
/// assert_eq!(roman(0), "0");
/// ```
pub fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut left = number;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_roman() {
        let numbers = [1, 4, 9, 14, 40, 63, 99, 1994, 4000].map(roman);
        assert_eq!(
            numbers,
            [
                "I", "IV", "IX", "XIV", "XL", "LXIII", "XCIX", "MCMXCIV", "4000"
            ]
        );
    }

    #[test]
    fn a_month_after_a_day_is_in_the_genitive() {
        assert_eq!(month_after_a_day(6), Some("июня"));
        assert_eq!(month_after_a_day(0), None);
        assert_eq!(month_after_a_day(13), None);
    }
}
