//! CSV for the spreadsheets of the offices: UTF-8 with a byte order mark, every field quoted,
//! CRLF, and nothing that a spreadsheet would run as a formula (OWASP, CSV injection). Fields are
//! parted by semicolons: with a comma a Russian spreadsheet puts a whole line into one cell.

use super::sheet::{Sheet, Value};

/// The CSV of a sheet.
pub(super) fn render(sheet: &Sheet) -> String {
    let mut out = String::from("\u{feff}");
    line(
        &mut out,
        sheet.columns.iter().map(|(heading, _)| field(heading)),
    );
    for row in &sheet.rows {
        line(&mut out, row.iter().map(cell));
    }
    out
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    let fields: Vec<String> = fields.collect();
    out.push_str(&fields.join(";"));
    out.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Empty => "\"\"".to_owned(),
        Value::Text(text) if is_taken_for_another(text) => field(&format!("'{text}")),
        Value::Text(text) | Value::Heading(text) => field(text),
        // With Russian settings a spreadsheet would make a date of «1.1»; quotes do not help.
        Value::Point(number) => field(&format!("п. {number}")),
        Value::Number(number) => field(&number.to_string()),
        Value::Day(day) => field(&day.to_string()),
    }
}

/// Whether a spreadsheet would read a text as a number, a date or a time: it has digits and what
/// stands between them, or a month, and nothing else.
fn is_taken_for_another(text: &str) -> bool {
    let is_between = |one: char| one.is_ascii_digit() || ".,/:-eEеЕ()\u{a0} ".contains(one);
    let mut words = text.split(|one: char| !one.is_alphabetic());
    text.contains(|one: char| one.is_ascii_digit())
        && words.all(|word| word.chars().all(is_between) || is_month(word))
        && text
            .chars()
            .all(|one| is_between(one) || one.is_alphabetic())
}

/// «май», «мая», «сент», «May»: a month as a spreadsheet with Russian settings knows it.
fn is_month(word: &str) -> bool {
    const BEGINS: [&str; 24] = [
        "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
    ];
    let word = word.to_lowercase();
    BEGINS.iter().any(|begin| word.starts_with(begin)) || word.starts_with("dec")
}

/// A quoted field. What begins like a formula, also behind spaces or after a line break, gets an
/// apostrophe in front.
fn field(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 4);
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            guarded.push('\n');
        }
        let first = line.trim_start().chars().next();
        let is_command = matches!(
            first,
            Some(
                '=' | '+'
                    | '-'
                    | '@'
                    | '\u{ff1d}'
                    | '\u{ff0b}'
                    | '\u{ff0d}'
                    | '\u{ff20}'
                    | '|'
                    | '%'
            )
        ) || line.starts_with(['\t', '\r']);
        if is_command {
            guarded.push('\'');
        }
        guarded.push_str(line);
    }
    let clean: String = guarded.chars().filter(|one| *one != '\0').collect();
    format!("\"{}\"", clean.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_a_point_and_no_text_becomes_a_date() {
        for (value, written) in [
            (Value::Point("1.10".to_owned()), "\"п. 1.10\""),
            (Value::Point("3.5.13".to_owned()), "\"п. 3.5.13\""),
            (Value::Text("12.05".to_owned()), "\"'12.05\""),
            (Value::Text("3-5".to_owned()), "\"'3-5\""),
            (Value::Text("1 мая".to_owned()), "\"'1 мая\""),
            (Value::Text("Май 2023".to_owned()), "\"'Май 2023\""),
            (Value::Text("1/2".to_owned()), "\"'1/2\""),
            (
                Value::Text("май-июнь 2023 г.".to_owned()),
                "\"май-июнь 2023 г.\"",
            ),
            (Value::Text("к 12.05".to_owned()), "\"к 12.05\""),
            (Value::Number(12), "\"12\""),
        ] {
            assert_eq!(cell(&value), written);
        }
    }

    #[test]
    fn no_field_is_a_formula() {
        for (text, written) in [
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("  +7 495", "\"'  +7 495\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("а\n=1+1", "\"а\n'=1+1\""),
            ("он сказал «да», \"нет\"", "\"он сказал «да», \"\"нет\"\"\""),
        ] {
            assert_eq!(field(text), written);
        }
    }
}
