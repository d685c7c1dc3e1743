//! Sheets as XLSX: typed dates, filters, a frozen head; texts are texts, never formulas.

use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use super::sheet::{Sheet, Value};
use crate::domain::date::Date;

/// Characters of this size that an A4 page on its side has room for.
const PAGE: f64 = 150.0;

/// The height of a line of such letters, in points; a row is at most as high as a sheet allows.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// More characters than this a cell cannot hold.
const CELL_LIMIT: usize = 32_767;

/// The XLSX of sheets; `day` stands in the properties as the day it was made.
pub(super) fn render(
    subject: &str,
    issuer: &str,
    day: Date,
    sheets: &[Sheet],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = excel_day(day)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(limited(&allowed(subject), 255))
            .set_author(limited(&allowed(issuer), 255))
            .set_creation_datetime(&made),
    );
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_border(FormatBorder::Thin);
    let title = Format::new().set_bold();
    let cell = Format::new()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let text = cell.clone().set_text_wrap().set_num_format("@");
    let heading = text.clone().set_bold();
    let number = cell.clone().set_align(FormatAlign::Center);
    let date = number.clone().set_num_format("dd.mm.yyyy");
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name)?;
        page.set_landscape()
            .set_paper_size(9)
            .set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3)
            .set_print_fit_to_pages(1, 0)
            .set_footer("&L&F&R&P / &N");
        // Which paper it is of, over the headings; the rest of the line is empty for it.
        let named = format!("{} – {}", allowed(subject), sheet.name);
        page.write_string_with_format(0, 0, limited(&named, CELL_LIMIT), &title)?;
        let widths = widths(sheet);
        for (column, ((heading, _), width)) in (0_u16..).zip(sheet.columns.iter().zip(&widths)) {
            page.set_column_width(column, *width)?;
            // A column that says nothing in any row takes no room on the page.
            if is_silent(sheet, column.into()) {
                page.set_column_hidden(column)?;
            }
            page.write_string_with_format(HEAD, column, heading.as_ref(), &head)?;
        }
        page.set_row_height(
            HEAD,
            height(sheet.columns.iter().map(|it| it.0.as_ref()), &widths),
        )?;
        for (row, values) in (HEAD + 1..).zip(&sheet.rows) {
            let texts = values.iter().map(|value| match value {
                Value::Text(text) | Value::Point(text) => text.as_str(),
                _ => "",
            });
            page.set_row_height(row, height(texts, &widths))?;
            for (column, value) in (0_u16..).zip(values) {
                match value {
                    Value::Empty => {
                        page.write_blank(row, column, &text)?;
                    }
                    Value::Text(content) | Value::Point(content) => {
                        let content = allowed(content);
                        page.write_string_with_format(
                            row,
                            column,
                            limited(&content, CELL_LIMIT),
                            &text,
                        )?;
                    }
                    Value::Heading(content) => {
                        let content = allowed(content);
                        let content = limited(&content, CELL_LIMIT);
                        let last = u16::try_from(values.len().saturating_sub(1)).unwrap_or(column);
                        if last > column {
                            page.merge_range(row, column, row, last, &content, &heading)?;
                        } else {
                            page.write_string_with_format(row, column, content, &heading)?;
                        }
                    }
                    Value::Number(content) => {
                        page.write_number_with_format(row, column, *content, &number)?;
                    }
                    Value::Day(day) => {
                        page.write_datetime_with_format(row, column, excel_day(*day)?, &date)?;
                    }
                }
            }
        }
        page.set_freeze_panes(HEAD + 1, 0)?;
        page.set_repeat_rows(0, HEAD)?;
        if sheet.rows.is_empty() {
            page.write_string_with_format(HEAD + 1, 0, "Нет", &text)?;
        }
        let last_row = HEAD + u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX - HEAD);
        let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
        page.autofilter(HEAD, 0, last_row, last_column)?;
    }
    book.save_to_buffer()
}

/// The row of the headings.
const HEAD: u32 = 1;

/// The widths of the columns: narrower than they are read best on a screen where the page would be
/// printed in letters too small to read, and no narrower than their longest word: a day that has no
/// room is shown as «###».
fn widths(sheet: &Sheet) -> Vec<f64> {
    let is_silent = |column: usize| is_silent(sheet, column);
    let least: Vec<f64> = (0..sheet.columns.len())
        .map(|column| {
            if is_silent(column) {
                0.0
            } else {
                least(sheet, column)
            }
        })
        .collect();
    let wanted: Vec<f64> = sheet
        .columns
        .iter()
        .zip(&least)
        .enumerate()
        .map(|(column, ((_, width), least))| {
            if is_silent(column) {
                0.0
            } else {
                f64::from(*width).max(*least)
            }
        })
        .collect();
    let whole: f64 = wanted.iter().sum();
    let needed: f64 = least.iter().sum();
    if whole <= PAGE {
        return wanted;
    }
    // What a column has beyond its longest word it gives, in the measure of what it has.
    let part = ((PAGE - needed) / (whole - needed).max(1.0)).max(0.0);
    wanted
        .iter()
        .zip(&least)
        .map(|(wanted, least)| least + (wanted - least) * part)
        .collect()
}

/// Whether a column says nothing in any row of a table that has rows; the first one is never silent.
fn is_silent(sheet: &Sheet, column: usize) -> bool {
    let mut cells = sheet.rows.iter().map(|row| row.get(column));
    column > 0
        && !sheet.rows.is_empty()
        && cells.all(|cell| matches!(cell, None | Some(Value::Empty)))
}

/// The width of the longest word of a column, in characters; a very long one may be broken.
fn least(sheet: &Sheet, column: usize) -> f64 {
    const LONGEST: f64 = 18.0;
    const DAY: f64 = 12.0;
    let word = |text: &str| {
        let words = text.split([' ', '\n', '\u{a0}', '-']);
        words.map(letters).fold(0.0, f64::max)
    };
    let heading = sheet.columns.get(column).map_or("", |(heading, _)| heading);
    // Headings are bold, and the sign of the filter stands beside them.
    let heading = word(heading) * 1.1 + 1.0;
    let cells = sheet.rows.iter().filter_map(|row| row.get(column));
    let cells = cells.map(|value| match value {
        Value::Text(text) | Value::Point(text) => word(text).min(LONGEST),
        Value::Number(number) => letters(&number.to_string()),
        Value::Day(_) => DAY,
        // It is as wide as the sheet.
        Value::Heading(_) | Value::Empty => 0.0,
    });
    cells.fold(heading, f64::max) + 1.0
}

/// The width of a word, in figures: capitals and the wide letters take more.
fn letters(word: &str) -> f64 {
    let width = |letter: char| match letter {
        'ж' | 'м' | 'ш' | 'щ' | 'ы' | 'ю' | 'ф' => 1.4,
        letter if letter.is_uppercase() => 1.25,
        _ => 1.05,
    };
    word.chars().map(width).sum()
}

/// The height a row needs for its texts, in points.
fn height<'a>(texts: impl Iterator<Item = &'a str>, widths: &[f64]) -> f64 {
    // A hidden column needs no height, whatever its heading says.
    let seen = texts.zip(widths).filter(|(_, width)| **width > 0.0);
    let lines = seen.map(|(text, width)| {
        let of = |line: &str| {
            let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
            // Words are not broken: a line holds a little less than its width.
            (f64::from(letters) / (width * 0.85).max(1.0))
                .ceil()
                .max(1.0)
        };
        text.lines().map(of).sum::<f64>()
    });
    (lines.fold(1.0, f64::max) * LINE).min(HIGHEST)
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).unwrap_or(1900);
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    ExcelDateTime::from_ymd(year, number(day.month()), number(day.day()))
}

/// Without what XML does not allow: the writer escapes control characters, not the rest.
fn allowed(text: &str) -> String {
    text.chars()
        .map(|one| match one {
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            '\n' => '\n',
            _ if one.is_control() => '\u{fffd}',
            _ => one,
        })
        .collect()
}

/// The beginning of a text that a cell can hold.
fn limited(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        text.to_owned()
    } else {
        let mut cut: String = text.chars().take(limit.saturating_sub(1)).collect();
        cut.push('…');
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_as_high_as_its_longest_text_needs() {
        let long = "слово ".repeat(20);
        let one = height(["коротко", "да"].into_iter(), &[30.0, 20.0]);
        assert!((one - LINE).abs() < 0.01);
        let hidden = height(["коротко", "Соисполнители"].into_iter(), &[30.0, 0.0]);
        assert!((hidden - LINE).abs() < 0.01, "{hidden}");
        assert!(height([long.as_str(), ""].into_iter(), &[30.0, 20.0]) > 4.0 * LINE);
        assert!(height([long.repeat(99).as_str()].into_iter(), &[8.0]) <= HIGHEST);
    }

    #[test]
    fn a_wide_sheet_is_printed_in_letters_that_can_be_read() {
        let sheet = |columns: Vec<(&'static str, u16)>| Sheet {
            name: "Лист",
            columns: columns
                .into_iter()
                .map(|(heading, width)| (heading.into(), width))
                .collect(),
            rows: Vec::new(),
        };
        let wide = sheet(vec![("а", 60); 6]);
        assert!(widths(&wide).iter().sum::<f64>() <= PAGE + 0.01);
        assert_eq!(widths(&sheet(vec![("а", 20), ("б", 30)])), [20.0, 30.0]);
        // A day has room, and so has the longest word of a heading, however many columns there are.
        let mut many = sheet(vec![("Соисполнители", 60); 12]);
        many.columns.push(("Срок".into(), 5));
        many.rows.push(vec![Value::Text("а".to_owned()); 12]);
        let day = Date::new(2023, 12, 29).unwrap();
        many.rows[0].push(Value::Day(day));
        let found = widths(&many);
        assert!(found[0] > 14.0 && found[12] > 11.0, "{found:?}");
        // A column that says nothing takes none.
        many.rows[0][3] = Value::Empty;
        assert!(widths(&many)[3] < 0.1 && is_silent(&many, 3));
        many.rows[0][0] = Value::Empty;
        assert!(!is_silent(&many, 0));
    }
}
