//! Quotation marks of a text and quotation marks of CSV.

use std::borrow::Cow;

/// The text with cells quoted that only begin with a mark: `"МЧС", Комитет` between semicolons is
/// no quoted cell, for its mark closes before its end.
pub(super) fn mended(content: &str, sign: char) -> Cow<'_, str> {
    if !content.contains('"') {
        return Cow::Borrowed(content);
    }
    let mut mended = String::with_capacity(content.len() + 16);
    let mut rest = content;
    let mut begins = true;
    while let Some(first) = rest.chars().next() {
        let piece = if begins && first == '"' {
            if let Some(length) = quoted(rest, sign) {
                length
            } else {
                let length = rest.find([sign, '\r', '\n']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at(length);
                mended.push('"');
                mended.push_str(&cell.replace('"', "\"\""));
                mended.push('"');
                rest = after;
                begins = false;
                continue;
            }
        } else {
            first.len_utf8()
        };
        let (taken, after) = rest.split_at(piece);
        mended.push_str(taken);
        begins = taken.ends_with([sign, '\r', '\n']) && piece == first.len_utf8();
        rest = after;
    }
    Cow::Owned(mended)
}

/// How long a quoted cell is that begins here; nothing where its mark is no mark of CSV.
fn quoted(rest: &str, sign: char) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        if character != '"' {
            continue;
        }
        if characters.peek().is_some_and(|(_, next)| *next == '"') {
            characters.next();
            continue;
        }
        let length = at + 1;
        let after = rest.get(length..)?.trim_start_matches(' ');
        return (after.is_empty() || after.starts_with([sign, '\r', '\n'])).then_some(length);
    }
    // A mark nobody closed: whoever reads decides.
    Some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_quotation_marks_is_no_quoted_cell() {
        for (line, wanted) in [
            ("1;\"МЧС\", Комитет;май", "1;\"\"\"МЧС\"\", Комитет\";май"),
            ("1;\"Дело; другое\";май", "1;\"Дело; другое\";май"),
            ("1;\"Он \"\"так\"\"\" ;май", "1;\"Он \"\"так\"\"\" ;май"),
            ("1;Слёт \"Юный\";май", "1;Слёт \"Юный\";май"),
            ("\"а\nб\";в", "\"а\nб\";в"),
            ("1;\"не закрыто;май", "1;\"не закрыто;май"),
        ] {
            assert_eq!(mended(line, ';'), wanted);
        }
    }
}
