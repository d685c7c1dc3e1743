//! Deadlines of two cells, and deadlines that need their heading.

use crate::domain::date::{Date, Span};
use crate::import::heading;
use crate::import::in_month;
use crate::import::text;
use crate::import::when;

/// One wording of a first and a last day: «01.02.2025 – 31.08.2025», «до 31.08.2025».
pub(super) fn span(start: &str, end: &str) -> String {
    let (start, end) = (said(start), said(end));
    match (start, end) {
        (Some(start), Some(end)) if start == end => end,
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (None, Some(end)) if names_a_point(&end) => format!("до {end}"),
        (Some(start), None) if names_a_point(&start) => format!("с {start}"),
        // «ежеквартально», «до 1 мая», «в течение года» say all by themselves.
        (None, Some(whole)) | (Some(whole), None) => whole,
        (None, None) => String::new(),
    }
}

/// Whether a cell is a day, a month or a year that something may begin or end with.
fn names_a_point(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit())
        && !cell
            .split_whitespace()
            .nth(1)
            .is_some_and(|word| ["раз", "раза"].contains(&text::plain(word).as_str()))
        || heading::month(cell).is_some()
        || heading::is_period(cell)
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
/// «1-10 января», «в течение месяца» is January, «14.00» under «26 августа 2020 г.» is that day at
/// that hour.
pub(super) fn under(term: &str, headings: &[&str]) -> Option<String> {
    let innermost =
        |said: &dyn Fn(&str) -> Option<String>| headings.iter().rev().find_map(|title| said(title));
    if term.is_empty() {
        // Nothing but the month: that is the deadline.
        return innermost(&|title| {
            heading::day(title)
                .or_else(|| heading::month(title).map(|_| text::line(title).to_lowercase()))
                .or_else(|| heading::is_period(title).then(|| text::line(title)))
        });
    }
    if let Some(day) = innermost(&heading::day)
        && (is_hours(term) || !term.chars().any(|c| c.is_ascii_digit()))
    {
        let at_hours = format!("{day} {}", text::line(term));
        return Some(if is_hours(term) { at_hours } else { day });
    }
    let month = headings
        .iter()
        .rev()
        .find_map(|title| heading::month(title));
    if let Some((month, year)) = month {
        return in_month::with(term, month, year);
    }
    let year = headings
        .iter()
        .rev()
        .find_map(|title| heading::year(title))?;
    in_year(term, year)
}

/// A wording without a year under «2025 год».
fn in_year(term: &str, year: i32) -> Option<String> {
    let line = text::line(term);
    let has_year = text::words(&text::plain(&line)).any(|word| {
        word.parse::<i32>()
            .is_ok_and(|number| (1990..=2099).contains(&number))
    });
    let (first, last) = (Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?);
    let period = Span::new(first, last)?;
    if has_year || !when::is_read(&line, period) {
        return None;
    }
    let said = format!("{} {year} г.", line.trim_end_matches(['.', ' ']));
    let is_same = when::windows(&said, period) == when::windows(&line, period);
    (is_same && when::is_read(&said, period)).then_some(said)
}

/// «14.00», «14:00-14:10», «с 10.00 до 12.00», «в 14 ч.».
fn is_hours(term: &str) -> bool {
    let plain = text::plain(term);
    let mut hours = 0;
    let mut has_colon = false;
    let mut is_named = false;
    let fits = plain
        .split(|c: char| c.is_whitespace() || "-–—,".contains(c))
        .map(|part| part.trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .all(|part| {
            if let Some((hour, minutes)) = part.split_once(['.', ':']) {
                hours += 1;
                has_colon |= part.contains(':');
                return hour.parse::<u32>().is_ok_and(|hour| hour < 24)
                    && minutes.len() == 2
                    && minutes.parse::<u32>().is_ok_and(|minutes| minutes < 60)
                    && (has_colon || minutes.ends_with(['0', '5']));
            }
            is_named |= part.starts_with('ч') || part == "мин";
            ["с", "до", "в", "и", "ч", "час", "часов", "мин", "минут"].contains(&part)
                || part.parse::<u32>().is_ok_and(|number| number < 60)
        });
    fits && (hours > 0 || is_named)
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
        assert_eq!(span("февраль", ""), "с февраль");
    }

    #[test]
    fn a_wording_that_says_all_gets_no_preposition() {
        for wording in [
            "ежеквартально",
            "В течение года",
            "2 раза в год",
            "не позднее 1 мая",
            "с 1 мая",
        ] {
            assert_eq!(span(wording, ""), wording);
            assert_eq!(span("", wording), wording);
        }
    }

    #[test]
    fn a_wording_without_a_year_is_of_the_year_it_stands_under() {
        for (term, wanted) in [
            ("февраль", Some("февраль 2025 г.")),
            ("до 1 марта", Some("до 1 марта 2025 г.")),
            ("I квартал", Some("I квартал 2025 г.")),
            ("октябрь 2024 г.", None),
            ("по мере готовности", None),
        ] {
            assert_eq!(under(term, &["2025 год"]).as_deref(), wanted, "{term}");
        }
        assert_eq!(under("февраль", &["2025 год и далее"]), None);
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
        for (term, wanted) in [
            ("с 10.00 до 12.00", "26 августа 2020 г. с 10.00 до 12.00"),
            ("в 14:30", "26 августа 2020 г. в 14:30"),
            ("после уроков", "26 августа 2020 г."),
        ] {
            let heading = "26 августа 2020 г. (среда)";
            assert_eq!(under(term, &[heading]).as_deref(), Some(wanted));
        }
        assert_eq!(under("до 1 сентября", &["26 августа 2020 г."]), None);
        assert_eq!(under("", &["ЯНВАРЬ"]).as_deref(), Some("январь"));
        assert_eq!(under("", &["III квартал"]).as_deref(), Some("III квартал"));
        assert_eq!(under("", &["Кадры"]), None);
        for (term, wanted) in [
            ("в течение месяца", Some("в течение января")),
            ("в теч. мес.", Some("в течение января")),
            ("с 4 по 8", Some("с 4 по 8 января")),
            ("до 20", Some("до 20 января")),
            ("11, 12", Some("11, 12 января")),
            ("5 (вт)", Some("5 января")),
            ("5, вт.", Some("5 января")),
            ("1 неделя", Some("1 неделя января")),
            ("последняя пятница месяца", Some("последняя пятница января")),
            ("каждый вторник", Some("каждый вторник января")),
            ("вторая половина месяца", Some("вторая половина января")),
            ("еженедельно", Some("еженедельно в течение января")),
            ("постоянно", None),
            ("по плану РОО", None),
            ("до 15 февраля", None),
            ("январь – май", None),
        ] {
            assert_eq!(under(term, &["ЯНВАРЬ"]).as_deref(), wanted, "{term}");
            if let Some(wanted) = wanted {
                let year = "2024-01-01".parse().unwrap();
                let period = Span::new(year, year.plus_days(365)).unwrap();
                assert!(when::is_read(wanted, period), "{wanted}");
            }
        }
        assert_eq!(under("14.09.-19.09", &["Сентябрь"]).as_deref(), None);
    }
}
