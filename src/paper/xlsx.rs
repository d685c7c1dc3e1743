//! Sheets as XLSX: typed dates, filters, a frozen head; texts are texts, never formulas.

use chrono::Datelike;
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use super::sheet::{Sheet, Value};
use crate::domain::date::Date;

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
    let text = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_num_format("@");
    let number = Format::new().set_align(FormatAlign::Top);
    let date = Format::new()
        .set_align(FormatAlign::Top)
        .set_num_format("dd.mm.yyyy");
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name)?;
        page.set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0);
        for (column, (heading, width)) in (0_u16..).zip(&sheet.columns) {
            page.set_column_width(column, f64::from(*width))?;
            page.write_string_with_format(0, column, *heading, &head)?;
        }
        for (row, values) in (1_u32..).zip(&sheet.rows) {
            for (column, value) in (0_u16..).zip(values) {
                match value {
                    Value::Empty => {}
                    Value::Text(content) | Value::Point(content) => {
                        let content = allowed(content);
                        page.write_string_with_format(
                            row,
                            column,
                            limited(&content, CELL_LIMIT),
                            &text,
                        )?;
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
        page.set_freeze_panes(1, 0)?;
        page.set_repeat_rows(0, 0)?;
        let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
        let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
        page.autofilter(0, 0, last_row, last_column)?;
    }
    book.save_to_buffer()
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
