//! Runs of text in a DOCX.

use super::super::xml_text::{escape_into, put};

/// Text as runs: line breaks become breaks, tabulators tabulators.
pub(super) fn runs(out: &mut String, text: &str, properties: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    if !properties.is_empty() {
        put(out, format_args!("<w:rPr>{properties}</w:rPr>"));
    }
    for (line_place, line) in text.split(['\n', '\u{b}', '\u{c}']).enumerate() {
        if line_place > 0 {
            out.push_str("<w:br/>");
        }
        for (place, piece) in line.split('\t').enumerate() {
            if place > 0 {
                out.push_str("<w:tab/>");
            }
            let mut rest = piece;
            while let Some((before, behind)) = kept_hyphen(rest) {
                plain(out, before);
                out.push_str("<w:noBreakHyphen/>");
                rest = behind;
            }
            plain(out, rest);
        }
    }
    out.push_str("</w:r>");
}

fn plain(out: &mut String, text: &str) {
    if !text.is_empty() {
        out.push_str("<w:t xml:space=\"preserve\">");
        escape_into(out, text);
        out.push_str("</w:t>");
    }
}

/// What stands before and behind the first hyphen that a line must not end at: in «Р-503», «2-й»,
/// «2022-2023» it belongs to the number, in «Петров-Водкин», «Ж.-П.» to the name.
fn kept_hyphen(text: &str) -> Option<(&str, &str)> {
    text.match_indices('-').find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let behind = rest.strip_prefix('-')?;
        let (last, first) = (before.chars().next_back()?, behind.chars().next()?);
        let is_number = (last.is_ascii_digit() || first.is_ascii_digit())
            && last.is_alphanumeric()
            && first.is_alphanumeric();
        let is_name = (last.is_lowercase() || last == '.') && first.is_uppercase();
        (is_number || is_name).then_some((before, behind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_does_not_end_within_a_number_that_has_a_hyphen() {
        for (text, hyphens) in [
            ("№ Р-503", 1),
            ("в 2022-2023 году, 2-й этап", 2),
            ("Салтыков-Щедрин", 1),
            ("Мари Ж.-П.", 1),
            ("учебно-методический", 0),
            ("- 5 листов -", 0),
            ("-5", 0),
        ] {
            let mut out = String::new();
            runs(&mut out, text, "");
            assert_eq!(out.matches("<w:noBreakHyphen/>").count(), hyphens, "{out}");
            let read = out.replace("<w:noBreakHyphen/>", "-");
            let read: String = read
                .split('<')
                .map(|it| it.rsplit('>').next().unwrap_or(""))
                .collect();
            assert_eq!(read, text);
        }
    }
}
