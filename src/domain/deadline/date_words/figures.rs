//! Dates in figures: `15`, `15.06`, `15,06`, `15-06-2023`, `15 06`, `2023-06-15`.

use super::Form;
use super::meaning::Word;

/// What may stand between day, month and year; the decimal key of the number pad gives a comma
/// under the Russian layout.
const BETWEEN: [char; 5] = ['.', ',', '/', '-', ' '];

/// Understands figures. A month of two figures behind a full stop or a slash is how a date is
/// written; «2.1», «1,5» and «10-12» mostly are something else.
pub(super) fn numeric(text: &str) -> Option<(Word, Form)> {
    let bare = without_year_mark(text);
    if let Some(word) = whole(bare) {
        return Some((word, Form::Clear));
    }
    if !bare.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let parts: Vec<&str> = bare
        .split(BETWEEN)
        .filter(|part| !part.is_empty())
        .collect();
    let signs: String = bare.chars().filter(|sign| BETWEEN.contains(sign)).collect();
    let is_dotted = signs.chars().all(|sign| matches!(sign, '.' | '/'));
    let like_a_date = |month: &str| {
        if is_dotted && month.len() == 2 {
            Form::Likely
        } else {
            Form::Doubtful
        }
    };
    match parts.as_slice() {
        [day] => Some((Word::DayOnly { day: short(day)? }, Form::Doubtful)),
        [year, month, day] if year.len() == 4 => Some((
            Word::Full {
                year: full_year(year)?,
                month: short(month)?,
                day: short(day)?,
            },
            Form::Clear,
        )),
        [day, month] => Some((
            Word::DayMonth {
                month: short(month)?,
                day: short(day)?,
            },
            like_a_date(month),
        )),
        [day, month, year] => Some((
            Word::Full {
                year: full_year(year)?,
                month: short(month)?,
                day: short(day)?,
            },
            if year.len() == 4 || bare.len() < text.len() {
                Form::Clear
            } else {
                like_a_date(month)
            },
        )),
        _ => None,
    }
}

/// `15062023` and `150623`, typed without a sign between them.
fn whole(text: &str) -> Option<Word> {
    let is_figures = text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_figures || !matches!(text.len(), 6 | 8) {
        return None;
    }
    Some(Word::Full {
        day: short(text.get(..2)?)?,
        month: short(text.get(2..4)?).filter(|month| (1..=12).contains(month))?,
        year: full_year(text.get(4..)?)?,
    })
}

/// «15.06.2023 г.», «15.06.2023г», «15.06.2023 года».
fn without_year_mark(text: &str) -> &str {
    [" года", " год", " г", "г"]
        .iter()
        .find_map(|mark| text.strip_suffix(mark))
        .unwrap_or(text)
}

/// A number of one or two figures.
pub(super) fn short(text: &str) -> Option<u32> {
    number(text).filter(|_| text.len() <= 2)
}

/// A year of two figures, or of four.
pub(super) fn full_year(text: &str) -> Option<i32> {
    let year = i32::try_from(number(text)?).ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}
