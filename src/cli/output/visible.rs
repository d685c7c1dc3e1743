//! What is printed for people shows control characters instead of sending them to the terminal: a
//! directory that came from somebody else may have them in the names of its files.

use std::io::{self, Write};

/// Whatever is written comes out with its control characters made visible; line ends and tabs stay.
#[derive(Debug)]
pub(in crate::cli) struct Visible<W> {
    inner: W,
    /// The first byte of a character that may turn out to be a control character of two bytes.
    is_held: bool,
}

/// The first byte of the control characters U+0080 to U+009F.
const HIGH: u8 = 0xc2;

impl<W: Write> Visible<W> {
    pub(in crate::cli) fn new(inner: W) -> Self {
        Self {
            inner,
            is_held: false,
        }
    }

    fn put(&mut self, byte: u8) -> io::Result<()> {
        if std::mem::take(&mut self.is_held) {
            if (0x80..=0x9f).contains(&byte) {
                return self.inner.write_all("\u{fffd}".as_bytes());
            }
            self.inner.write_all(&[HIGH])?;
        }
        match byte {
            HIGH => {
                self.is_held = true;
                Ok(())
            }
            b'\n' | b'\t' => self.inner.write_all(&[byte]),
            // U+2400 to U+241F are their pictures.
            0..0x20 => self.inner.write_all(&[0xe2, 0x90, 0x80 + byte]),
            0x7f => self.inner.write_all("\u{2421}".as_bytes()),
            _ => self.inner.write_all(&[byte]),
        }
    }
}

impl<W: Write> Write for Visible<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for byte in bytes {
            self.put(*byte)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// A text as it may go to a terminal.
pub(in crate::cli) fn visible(text: &str) -> String {
    let mut shown = Visible::new(Vec::new());
    // Nothing fails in memory.
    let _ = shown.write_all(text.as_bytes());
    String::from_utf8_lossy(&shown.inner).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_shown_and_do_nothing() {
        assert_eq!(
            visible("a\u{1b}[2J\u{7f}\u{9b}\u{85}я\tb\n"),
            "a␛[2J␡��я\tb\n"
        );
        assert_eq!(visible("«Планёрка» \u{a0}№ 1"), "«Планёрка» \u{a0}№ 1");
    }

    #[test]
    fn a_character_that_comes_in_two_pieces_is_known() {
        let mut shown = Visible::new(Vec::new());
        for byte in "\u{9b}«".bytes() {
            shown.write_all(&[byte]).unwrap();
        }
        assert_eq!(shown.inner, "\u{fffd}«".as_bytes());
    }
}
