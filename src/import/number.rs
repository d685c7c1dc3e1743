//! Numbers of points as people print them: `1.2.3`, `1.1.`, `IV`, `2)`, `а)`.

/// What sort of number it is, and its place in the sequence.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub(crate) enum Shape {
    /// `1`, `1.2`, `1.2.3`.
    Decimal(Vec<u32>),
    /// `IV`.
    Roman(u32),
    /// `а)`.
    Letter(char),
}

impl Shape {
    /// Whether this number stands right under another: `1.2` under `1`.
    pub(crate) fn is_below(&self, above: &Self) -> bool {
        match (self, above) {
            (Self::Decimal(own), Self::Decimal(above)) => {
                own.len() > above.len() && own.starts_with(above)
            }
            _ => false,
        }
    }

    /// Whether this number comes right after another beside it: `3` after `2`, `1.3` after `1.2`.
    pub(crate) fn follows(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Decimal(own), Self::Decimal(before)) => {
                let (Some((last, own)), Some((past, before))) =
                    (own.split_last(), before.split_last())
                else {
                    return false;
                };
                own == before && *last == past + 1
            }
            _ => false,
        }
    }

    /// How many steps a decimal number has.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::Decimal(parts) => parts.len(),
            _ => 1,
        }
    }
}

/// Reads a text that is a number and nothing else.
pub(crate) fn read(text: &str) -> Option<Shape> {
    let text = text.trim();
    let text = text
        .strip_prefix('№')
        .or_else(|| text.strip_prefix("п."))
        .unwrap_or(text)
        .trim();
    let core = text.trim_end_matches(['.', ')', ' ', ':']);
    if core.is_empty() || core.chars().count() > 16 {
        return None;
    }
    let core = core.strip_prefix('(').unwrap_or(core);
    decimal(core)
        .map(Shape::Decimal)
        .or_else(|| roman(core).map(Shape::Roman))
        .or_else(|| {
            let mut letters = core.chars();
            let letter = letters.next()?;
            (letters.next().is_none()
                && letter.is_alphabetic()
                && (text.ends_with(')') || text.ends_with('.')))
            .then_some(Shape::Letter(letter))
        })
}

fn decimal(core: &str) -> Option<Vec<u32>> {
    // «01» of a line counted in two places.
    let counted = core.len() == 2 && core != "00" && !core.contains('.');
    let parts: Option<Vec<u32>> = core
        .split('.')
        .map(|part| {
            let part = part.trim();
            let plain = !part.is_empty()
                && part.len() <= 4
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && (part == "0" || counted || !part.starts_with('0'));
            plain.then(|| part.parse().ok()).flatten()
        })
        .collect();
    // A year is no number of a point, and a date is none either.
    parts.filter(|parts| parts.len() <= 6 && parts.iter().all(|part| *part < 1900))
}

/// Latin letters, and the Cyrillic ones that look like them.
fn roman(core: &str) -> Option<u32> {
    let mut value = 0;
    let mut last = 0;
    for character in core.chars().rev() {
        let digit = match character {
            'I' | 'І' | '|' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            'C' | 'С' => 100,
            _ => return None,
        };
        if digit < last {
            value -= digit;
        } else {
            value += digit;
            last = digit;
        }
    }
    (1..=60)
        .contains(&value)
        .then_some(u32::try_from(value).ok()?)
}

/// Parts a number from the text it stands before: `1.2. Провести …`. Bare numbers before a word
/// («20 статей») and dates are no numbers of points.
pub(crate) fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text
        .char_indices()
        .find(|(_, c)| !(c.is_ascii_digit() || matches!(c, '.' | ')')))
        .map_or(text.len(), |(at, _)| at);
    let (number, rest) = text.split_at_checked(end)?;
    if !number.is_empty() {
        let marked = number.ends_with(['.', ')']);
        let parted = rest.starts_with([' ', '\n', '\u{a0}', '«', '"'])
            || (marked && rest.chars().next().is_some_and(char::is_alphabetic));
        let shape = read(number)?;
        if !parted || rest.trim().is_empty() || !(marked || shape.depth() > 1) {
            return None;
        }
        // «14.00 Открытие», «10.30 – 11.00»: an hour.
        if let (Shape::Decimal(parts), false) = (&shape, marked)
            && let [hour, minutes] = parts.as_slice()
            && *hour < 24
            && number.len() > 3
            && minutes % 5 == 0
            && *minutes >= 10
        {
            return None;
        }
        // «1. 05. 2024»
        if rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) && shape.depth() == 1 {
            let digits: String = rest
                .trim_start()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect();
            if rest
                .trim_start()
                .get(digits.len()..)
                .is_some_and(|after| after.starts_with('.'))
            {
                return None;
            }
        }
        return Some((number, rest.trim_start()));
    }
    // IV. Название; а) название
    let (word, rest) = text
        .split_once(['.', ')'])
        .filter(|(word, _)| word.chars().count() <= 6)?;
    let mark = text.get(word.len()..=word.len())?;
    let label = text.get(..=word.len())?;
    let is_number = roman(word).is_some()
        || (mark == ")" && word.chars().count() == 1 && word.chars().all(char::is_alphabetic));
    (is_number && !rest.trim().is_empty()).then_some((label, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_points_are_told_from_other_numbers() {
        assert_eq!(read("1.2.3"), Some(Shape::Decimal(vec![1, 2, 3])));
        assert_eq!(read("1.1."), Some(Shape::Decimal(vec![1, 1])));
        assert_eq!(read("IV."), Some(Shape::Roman(4)));
        assert_eq!(read("ІХ"), Some(Shape::Roman(9)));
        assert_eq!(read("а)"), Some(Shape::Letter('а')));
        for other in ["", "2023", "01.02.2023", "1 статья", "май", "а", "14.05"] {
            let read = read(other);
            assert!(read.is_none() || other == "14.05", "{other}: {read:?}");
        }
        assert!(read("1.2").unwrap().is_below(&read("1.").unwrap()));
        assert!(!read("12").unwrap().is_below(&read("1").unwrap()));
    }

    #[test]
    fn a_number_before_a_text_is_parted_from_it() {
        assert_eq!(split("1. Организационные"), Some(("1.", "Организационные")));
        assert_eq!(split("1.Образовательная"), Some(("1.", "Образовательная")));
        assert_eq!(split("2.1 Провести"), Some(("2.1", "Провести")));
        assert_eq!(split("3) Направить"), Some(("3)", "Направить")));
        assert_eq!(split("II. Участие"), Some(("II.", "Участие")));
        assert_eq!(split("а) направить"), Some(("а)", "направить")));
        for other in [
            "20 статей",
            "26 августа 2020 г. Сбор",
            "01.02.2025 – 31.08.2025",
            "14.00-14.10",
            "14.30 Открытие",
            "1 раз в год",
            "2024 год",
            "Иванов И.И.",
            "т.д. и другое",
        ] {
            assert_eq!(split(other), None, "{other}");
        }
    }
}
