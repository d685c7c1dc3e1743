//! Text that may stand in XML 1.0: characters the standard does not allow are replaced, markup is
//! escaped. Shared by the formats that are XML or nearly so.

use std::fmt::Write;

/// Whether XML 1.0 allows the character at all (production 2, `Char`). Characters it allows but
/// advises against stay.
fn is_allowed(character: char) -> bool {
    matches!(character,
        '\t' | '\n' | '\r'
        | '\u{20}'..='\u{d7ff}'
        | '\u{e000}'..='\u{fffd}'
        | '\u{10000}'..='\u{10ffff}')
}

/// Writes text with `& < > " '` escaped and forbidden characters as `\u{fffd}`.
pub(super) fn escape_into(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ if is_allowed(character) => out.push(character),
            _ => out.push('\u{fffd}'),
        }
    }
}

/// The escaped text.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    escape_into(&mut escaped, text);
    escaped
}

/// Appends formatted text; writing to a string cannot fail.
pub(super) fn put(out: &mut String, content: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_xml_forbids_passes() {
        let all: String = (0..=0x10_ffff).filter_map(char::from_u32).collect();
        assert!(escape(&all).chars().all(is_allowed));
        assert_eq!(
            escape("]]> \u{0}\u{1b}\u{fffe}"),
            "]]&gt; \u{fffd}\u{fffd}\u{fffd}"
        );
        assert_eq!(
            escape("<a b=\"c\" d='e'>&"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;"
        );
    }
}
