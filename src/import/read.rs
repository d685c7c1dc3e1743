//! Readers: from the bytes of a file to its text and tables. The kind is told by content.

mod container;
mod docx;
mod encoding;
mod html;
mod numeral;
mod odf;
mod package;
mod sheet;
mod shown;
mod text;
mod xls;
mod xlsx;
mod xml;

use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::source::Source;

/// Reads a file.
///
/// # Errors
/// A [`Refusal`] that says what the file is when it is nothing that can be read.
pub fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    if bytes.len() as u64 > limits::FILE {
        return Err(Refusal::TooLarge {
            limit: limits::FILE_MEGABYTES,
        });
    }
    if bytes
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
    {
        return Err(Refusal::Empty);
    }
    let source = container::read(bytes)?;
    if source.tables() == 0 && !super::order::is_order(&source) {
        return Err(Refusal::NoTable);
    }
    Ok(source)
}

/// The letters of a column of a sheet, counted from zero.
fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(left % 26).unwrap_or_default(),
        ));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(letters(0), "A");
        assert_eq!(letters(25), "Z");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(701), "ZZ");
    }

    #[test]
    fn what_is_not_read_says_what_it_is() {
        let refusal = |bytes: &[u8]| read(bytes).unwrap_err();
        assert_eq!(refusal(b""), Refusal::Empty);
        assert_eq!(refusal(b" \r\n\0"), Refusal::Empty);
        assert_eq!(refusal(b"%PDF-1.7\n..."), Refusal::Pdf);
        assert_eq!(refusal(b"{\\rtf1\\ansi text}"), Refusal::Rtf);
        assert_eq!(
            refusal("Просто текст.\nБез таблицы.".as_bytes()),
            Refusal::NoTable
        );
        assert!(matches!(
            refusal(b"PK\x03\x04cut off"),
            Refusal::Damaged { .. }
        ));
        assert!(matches!(
            refusal(b"\x89PNG\r\n\x1a\n\0\0"),
            Refusal::Foreign { .. }
        ));
        assert!(matches!(
            refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1cut off"),
            Refusal::Damaged { .. }
        ));
    }
}
