//! Text in whatever encoding it came: a mark first, then what the bytes themselves say.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A text and the encoding it was in.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
}

/// Decodes a file; nothing when it is no text.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(by(encoding, bytes));
    }
    if let Some(encoding) = wide(bytes) {
        return Some(by(encoding, bytes));
    }
    if bytes.contains(&0) {
        return None;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Some(by(UTF_8, bytes));
    }
    if let Some(encoding) = declared(bytes) {
        return Some(by(encoding, bytes));
    }
    // Lines of a drawn table are rows of one byte that no Russian word has.
    if bytes
        .windows(6)
        .any(|six| six == [0xc4; 6] || six == [0xcd; 6])
    {
        return Some(by(encoding_rs::IBM866, bytes));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"ru"), Utf8Detection::Allow);
    let decoded = by(encoding, bytes);
    let controls = decoded
        .text
        .chars()
        .take(20_000)
        .filter(|c| {
            (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}'))
                || *c == '\u{fffd}'
        })
        .count();
    (controls * 20 <= decoded.text.chars().take(20_000).count()).then_some(decoded)
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, ..) = encoding.decode(bytes);
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name(),
    }
}

/// UTF-16 without a mark: in Russian text every other byte is 4 or 0.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4_000.min(bytes.len())).unwrap_or_default();
    let pairs = sample.len() / 2;
    if pairs < 4 || !sample.contains(&0) {
        return None;
    }
    let is_high = |byte: u8| byte == 0 || byte == 4 || byte == 0x20;
    let (mut low, mut high) = (0, 0);
    for pair in sample.chunks_exact(2) {
        low += usize::from(pair.first().copied().is_some_and(is_high));
        high += usize::from(pair.last().copied().is_some_and(is_high));
    }
    if high * 10 >= pairs * 9 && high > low {
        Some(UTF_16LE)
    } else if low * 10 >= pairs * 9 && low > high {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What a web page says of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes
        .iter()
        .take(4_000)
        .map(|byte| char::from(*byte).to_ascii_lowercase())
        .collect();
    let after = head
        .split_once("charset=")
        .or_else(|| {
            head.split_once("<?xml")
                .and_then(|(_, rest)| rest.split_once("encoding="))
        })?
        .1;
    let name: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    Encoding::for_label(name.as_bytes())
        .filter(|encoding| *encoding != UTF_16LE && *encoding != UTF_16BE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "№ п/п;Мероприятие;Срок\n1.1;Анализ обращений граждан – «горячая линия»;до 1 июня\n";

    fn decoded(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn the_usual_encodings_are_told() {
        assert_eq!(decoded(TEXT.as_bytes()), (TEXT.into(), "UTF-8"));
        let marked = format!("\u{feff}{TEXT}");
        assert_eq!(decoded(marked.as_bytes()), (TEXT.into(), "UTF-8"));
        for name in ["windows-1251", "KOI8-R", "IBM866"] {
            let plain = TEXT.replace(['№', '–', '«', '»'], "-");
            let encoding = Encoding::for_label(name.as_bytes()).unwrap();
            let (bytes, ..) = encoding.encode(&plain);
            let (text, found) = decoded(&bytes);
            assert_eq!(text, plain, "{name}");
            // KOI8-U has the letters of KOI8-R.
            assert!(found == name || found == "KOI8-U", "{name}: {found}");
        }
        let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(TEXT);
        assert_eq!(decoded(&bytes), (TEXT.into(), "windows-1251"));
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&little), (TEXT.into(), "UTF-16LE"));
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decoded(&big), (TEXT.into(), "UTF-16BE"));
        assert!(decode(b"\0\x01\x02\x03\xff\xfe\0\0binary").is_none());
    }
}
