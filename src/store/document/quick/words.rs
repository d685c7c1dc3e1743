//! The words of plain RON: brackets, names, texts, numbers.

use std::borrow::Cow;
use std::str::FromStr;

use memchr::{memchr, memchr2};

use super::Unknown;

/// How deep brackets may stand in brackets here; `ron` goes further.
const DEEPEST: usize = 40;

/// The bytes that may stand in a name, one bit each: names are a third of a journal.
const IN_NAMES: u128 = {
    let mut all = 0;
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() || byte == b'_' {
            all |= 1 << byte;
        }
        byte += 1;
    }
    all
};

fn is_in_name(byte: u8) -> bool {
    byte < 128 && IN_NAMES >> byte & 1 == 1
}

/// A place in a text that is read from its beginning to its end.
pub(super) struct Reader<'de> {
    text: &'de str,
    at: usize,
    depth: usize,
}

impl<'de> Reader<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
        }
    }

    /// Whether nothing but space is left.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.skip_space().is_ok() && self.at == self.text.len()
    }

    pub(super) fn mark(&self) -> usize {
        self.at
    }

    pub(super) fn go_back(&mut self, mark: usize) {
        self.at = mark;
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'de [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Passes over spaces and comments that end with their line.
    fn skip_space(&mut self) -> Result<(), Unknown> {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                b'/' => {
                    if !self.rest().starts_with(b"//") {
                        return Err(Unknown);
                    }
                    let end = memchr(b'\n', self.rest());
                    self.at += end.ok_or(Unknown)?;
                }
                _ => break,
            }
        }
        Ok(())
    }

    /// The next byte that is no space.
    pub(super) fn next_solid(&mut self) -> Result<u8, Unknown> {
        self.skip_space()?;
        self.peek().ok_or(Unknown)
    }

    pub(super) fn expect(&mut self, wanted: u8) -> Result<(), Unknown> {
        if self.next_solid()? != wanted {
            return Err(Unknown);
        }
        self.at += 1;
        Ok(())
    }

    pub(super) fn open(&mut self, bracket: u8) -> Result<(), Unknown> {
        self.expect(bracket)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unknown);
        }
        Ok(())
    }

    pub(super) fn close(&mut self, bracket: u8) -> Result<(), Unknown> {
        self.expect(bracket)?;
        self.depth -= 1;
        Ok(())
    }

    /// A comma, or the bracket that closes what the value stands in.
    pub(super) fn end_of_value(&mut self, close: u8) -> Result<(), Unknown> {
        match self.next_solid()? {
            b',' => self.at += 1,
            byte if byte == close => {}
            _ => return Err(Unknown),
        }
        Ok(())
    }

    pub(super) fn identifier(&mut self) -> Result<&'de str, Unknown> {
        let first = self.next_solid()?;
        if !(first.is_ascii_alphabetic() || first == b'_') {
            return Err(Unknown);
        }
        let rest = self.rest().iter();
        let length = rest.take_while(|byte| is_in_name(**byte)).count();
        let start = self.at;
        self.at += length;
        // What may go on a name in ways that are not known here.
        if matches!(self.peek(), Some(b'#' | b'.' | b'+' | b'-' | b'"' | 0x80..)) {
            return Err(Unknown);
        }
        self.text.get(start..self.at).ok_or(Unknown)
    }

    pub(super) fn string(&mut self) -> Result<Cow<'de, str>, Unknown> {
        self.expect(b'"')?;
        let mut joined = String::new();
        loop {
            let length = memchr2(b'"', b'\\', self.rest()).ok_or(Unknown)?;
            let piece = self.text.get(self.at..self.at + length).ok_or(Unknown)?;
            self.at += length + 1;
            if self.text.as_bytes().get(self.at - 1) == Some(&b'"') {
                if joined.is_empty() {
                    return Ok(Cow::Borrowed(piece));
                }
                joined.push_str(piece);
                return Ok(Cow::Owned(joined));
            }
            joined.push_str(piece);
            joined.push(match self.peek() {
                Some(b'n') => '\n',
                Some(b'r') => '\r',
                Some(b't') => '\t',
                Some(sign @ (b'"' | b'\\' | b'\'')) => char::from(sign),
                _ => return Err(Unknown),
            });
            self.at += 1;
        }
    }

    /// Passes over exactly this text, without a space before it.
    pub(super) fn literal(&mut self, text: &str) -> Option<()> {
        self.rest().starts_with(text.as_bytes()).then(|| {
            self.at += text.len();
        })
    }

    pub(super) fn number<T: FromStr>(&mut self) -> Result<T, Unknown> {
        self.skip_space()?;
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let digits = self.rest();
        let length = digits.iter().take_while(|byte| byte.is_ascii_digit());
        let length = length.count();
        self.at += length;
        let ends = matches!(
            self.peek(),
            None | Some(b',' | b')' | b']' | b'}' | b':' | b' ' | b'\n' | b'\r' | b'\t')
        );
        // Nothing before the digits but a sign, and no noughts to think about.
        if !ends || length == 0 || (digits.first() == Some(&b'0') && length > 1) {
            return Err(Unknown);
        }
        let number = self.text.get(start..self.at).ok_or(Unknown)?;
        if number == "-0" {
            return Err(Unknown);
        }
        number.parse().map_err(|_not_of_this_size| Unknown)
    }
}
