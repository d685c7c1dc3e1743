//! Deadlines of two cells, and deadlines that need their heading.

use crate::import::heading;
use crate::import::text;
use crate::import::when;

/// One wording of a first and a last day: «01.02.2025 – 31.08.2025», «до 31.08.2025».
pub(super) fn span(start: &str, end: &str) -> String {
    let (start, end) = (said(start), said(end));
    match (start, end) {
        (Some(start), Some(end)) if start == end => end,
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (None, Some(end)) => {
            if end.starts_with("до ") {
                end
            } else {
                format!("до {end}")
            }
        }
        (Some(start), None) => format!("с {start}"),
        (None, None) => String::new(),
    }
}

/// «х», «-» stand for nothing.
fn said(cell: &str) -> Option<String> {
    let line = text::line(cell);
    let is_nothing = matches!(
        text::plain(&line).as_str(),
        "" | "х" | "x" | "-" | "–" | "—" | "нет" | "х х"
    );
    (!is_nothing).then_some(line)
}

/// What a wording says together with the headings it stands under: «1-10» under «ЯНВАРЬ» is
/// «1-10 января», «14.00» under «26 августа 2020 г.» is that day at that hour.
pub(super) fn under(term: &str, headings: &[&str]) -> Option<String> {
    if term.is_empty() {
        // Nothing but the month: that is the deadline.
        return headings.iter().rev().find_map(|title| {
            heading::day(title)
                .or_else(|| heading::month(title).map(|_| text::line(title).to_lowercase()))
        });
    }
    let is_hour = hour(term);
    if is_hour && let Some(day) = headings.iter().rev().find_map(|title| heading::day(title)) {
        return Some(format!("{day} {term}"));
    }
    // «14.09.-19.09» has its month.
    let has_month = term
        .split(['-', '–', '—', ' '])
        .any(|part| part.trim_matches('.').contains('.'));
    let digits_only = term.chars().all(|c| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | '—' | ',' | ';')
    });
    if !(digits_only || when::is_short(term))
        || is_hour
        || has_month
        || !term.chars().any(|c| c.is_ascii_digit())
    {
        return None;
    }
    let (month, year) = headings
        .iter()
        .rev()
        .find_map(|title| heading::month(title))?;
    let term = term.trim_end_matches(['.', ' ']);
    Some(match year {
        Some(year) => format!("{term} {month} {year} г."),
        None => format!("{term} {month}"),
    })
}

/// «14.00», «14:00-14:10».
fn hour(term: &str) -> bool {
    let compact: String = term.chars().filter(|c| !c.is_whitespace()).collect();
    !compact.is_empty()
        && compact.split(['-', '–', '—']).all(|part| {
            part.split_once(['.', ':']).is_some_and(|(hours, minutes)| {
                hours.parse::<u32>().is_ok_and(|hours| hours < 24)
                    && minutes.len() == 2
                    && minutes.parse::<u32>().is_ok_and(|minutes| minutes < 60)
                    && (compact.contains(':') || minutes.ends_with(['0', '5']))
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_cells_make_one_deadline() {
        assert_eq!(span("01.02.2025", "31.08.2025"), "01.02.2025 – 31.08.2025");
        assert_eq!(span("х", "31.08.2025"), "до 31.08.2025");
        assert_eq!(span("2013 г.", "2020 г."), "2013 г. – 2020 г.");
        assert_eq!(span("01.09.2025", "-"), "с 01.09.2025");
        assert_eq!(span("2025", "2025"), "2025");
    }

    #[test]
    fn a_bare_day_is_read_with_its_month() {
        assert_eq!(under("1-10", &["ЯНВАРЬ"]).as_deref(), Some("1-10 января"));
        assert_eq!(
            under("17", &["Раздел", "Май 2020 г."]).as_deref(),
            Some("17 мая 2020 г.")
        );
        assert_eq!(
            under("14.00-14.10", &["26 августа 2020 г. Сбор"]).as_deref(),
            Some("26 августа 2020 г. 14.00-14.10")
        );
        assert_eq!(under("", &["ЯНВАРЬ"]).as_deref(), Some("январь"));
        assert_eq!(under("в течение месяца", &["ЯНВАРЬ"]), None);
        assert_eq!(under("14.09.-19.09", &["Сентябрь"]).as_deref(), None);
    }
}
