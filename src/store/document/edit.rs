//! Changes one field of a document a person writes, and nothing else: comments, order and spaces
//! stay as they were.

/// Where the value of a field stands, and where a new field would.
#[derive(Debug, Default)]
struct Fields {
    /// First byte of the value and the byte after its last one.
    value: Option<(usize, usize)>,
    /// The byte after the last value of the record.
    last: Option<usize>,
    /// Whether the last value is followed by a comma, and the byte behind that comma.
    comma: Option<usize>,
    /// The bracket that ends the record.
    end: Option<usize>,
}

/// The text with the field `name` of its outermost record set to `value`, which is RON; `None`
/// when the text has no such record. Whether the result is well formed the caller has to ask.
pub fn with_field(text: &str, name: &str, value: &str) -> Option<String> {
    set(text, name, value, 1)
}

/// The same for a field that lies within records of records: `["papers", "stamp"]`.
pub fn with_path(text: &str, path: &[&str], value: &str) -> Option<String> {
    set_path(text, path, value, 1)
}

fn set_path(text: &str, path: &[&str], value: &str, depth: usize) -> Option<String> {
    let (name, rest) = path.split_first()?;
    if rest.is_empty() {
        return set(text, name, value, depth);
    }
    let within = look(text, name).value;
    let record = within
        .and_then(|(first, behind)| text.get(first..behind))
        .filter(|record| record.starts_with('('))
        .unwrap_or("()");
    let edited = set_path(record, rest, value, depth + 1)?;
    set(text, name, &edited, depth)
}

/// The text with a field of one entry of a list set, the entry counted from 0.
pub fn with_entry(text: &str, list: &str, place: usize, name: &str, value: &str) -> Option<String> {
    let (first, behind) = look(text, list).value?;
    let (from, to) = entry(text.get(first..behind)?, place)?;
    let (from, to) = (first + from, first + to);
    let edited = set(text.get(from..to)?, name, value, 3)?;
    Some(format!("{}{edited}{}", text.get(..from)?, text.get(to..)?))
}

/// Where an entry of a list stands: its first byte and the one behind it.
fn entry(list: &str, place: usize) -> Option<(usize, usize)> {
    let (mut depth, mut count, mut began, mut rest) = (0_usize, 0_usize, 0_usize, 0_usize);
    while let Some((kind, length)) = list.get(rest..).and_then(token) {
        let at = rest;
        rest += length;
        match kind {
            Token::Open => {
                depth += 1;
                if depth == 2 {
                    began = at;
                }
            }
            Token::Close => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    if count == place {
                        return Some((began, rest));
                    }
                    count += 1;
                }
            }
            Token::Space | Token::Word | Token::Text | Token::Sign(_) => {}
        }
    }
    None
}

fn set(text: &str, name: &str, value: &str, depth: usize) -> Option<String> {
    let fields = look(text, name);
    let (before, new, after) = match (fields.value, fields.end) {
        (Some((first, behind)), _) => (first, value.to_owned(), behind),
        (None, Some(end)) => {
            let place = fields.comma.or(fields.last).unwrap_or(end);
            let comma = if fields.comma.is_none() && fields.last.is_some() {
                ","
            } else {
                ""
            };
            let indent = "    ".repeat(depth);
            (place, format!("{comma}\n{indent}{name}: {value},"), place)
        }
        (None, None) => return None,
    };
    let mut edited = text.get(..before)?.to_owned();
    edited.push_str(&new);
    edited.push_str(text.get(after..)?);
    Some(edited)
}

/// The text with entries put at the end of the list in the field `name`; `None` when there is no
/// such list. Whether the result is well formed the caller has to ask.
pub fn with_items(text: &str, name: &str, items: &str) -> Option<String> {
    let (first, behind) = look(text, name).value?;
    let inside = text.get(first..behind)?.strip_suffix(']')?.trim_end();
    let comma = if inside.ends_with(['[', ',']) {
        ""
    } else {
        ","
    };
    let (before, after) = (text.get(..first)?, text.get(behind..)?);
    Some(format!("{before}{inside}{comma}\n{items}\n    ]{after}"))
}

/// Walks over the outermost record. Strings, letters and comments are passed over whole.
fn look(text: &str, name: &str) -> Fields {
    let mut fields = Fields::default();
    let mut depth = 0_usize;
    let mut word = String::new();
    // The field whose value is being passed: whether it is the wanted one, first and last byte.
    let mut current: Option<(bool, Option<(usize, usize)>)> = None;
    let mut rest = 0;
    while let Some((kind, length)) = text.get(rest..).and_then(token) {
        let (at, behind) = (rest, rest + length);
        rest = behind;
        if matches!(kind, Token::Space) {
            continue;
        }
        let ends_field = depth == 1 && matches!(kind, Token::Close | Token::Sign(','));
        if ends_field {
            if let Some((wanted, Some((first, last)))) = current.take() {
                fields.last = Some(last);
                fields.comma = None;
                if wanted {
                    fields.value = Some((first, last));
                }
            }
            if matches!(kind, Token::Sign(',')) && fields.last.is_some() {
                fields.comma = Some(behind);
            }
        }
        match kind {
            Token::Open => depth += 1,
            Token::Close => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    fields.end = Some(at);
                    return fields;
                }
            }
            Token::Sign(':') if depth == 1 && current.is_none() => {
                current = Some((word == name, None));
                word.clear();
                continue;
            }
            Token::Word if depth == 1 => text.get(at..behind).unwrap_or("").clone_into(&mut word),
            Token::Word | Token::Sign(_) | Token::Text | Token::Space => {}
        }
        if !ends_field && let Some((_, value)) = &mut current {
            *value = Some((value.map_or(at, |(first, _)| first), behind));
        }
    }
    fields
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token {
    /// Space, comment, or what the file switches on before its record.
    Space,
    /// Letters, digits, `_`, `.`, `-`.
    Word,
    /// Something in quotes.
    Text,
    /// `(`, `[`, `{`.
    Open,
    /// `)`, `]`, `}`.
    Close,
    /// Anything else.
    Sign(char),
}

/// The first token of a text and its length in bytes.
fn token(text: &str) -> Option<(Token, usize)> {
    let first = text.chars().next()?;
    let while_true = |test: fn(char) -> bool| text.find(|c| !test(c)).unwrap_or(text.len());
    Some(match first {
        c if c.is_whitespace() => (Token::Space, while_true(char::is_whitespace)),
        '/' if text.starts_with("//") => (Token::Space, text.find('\n').unwrap_or(text.len())),
        '/' if text.starts_with("/*") => (Token::Space, block_comment(text)),
        // The file's own `#![enable(…)]` is no part of the record.
        '#' if text.starts_with("#!") => (Token::Space, text.find(']').map_or(1, |end| end + 1)),
        '"' => (Token::Text, quoted(text)),
        'r' if raw(text).is_some() => (Token::Text, raw(text)?),
        '\'' => (Token::Text, letter(text)),
        '(' | '[' | '{' => (Token::Open, 1),
        ')' | ']' | '}' => (Token::Close, 1),
        c if is_word(c) => (Token::Word, while_true(is_word)),
        c => (Token::Sign(c), c.len_utf8()),
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-')
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut rest = text;
    while !rest.is_empty() {
        let step = if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth = depth.saturating_sub(1);
            2
        } else {
            rest.chars().next().map_or(1, char::len_utf8)
        };
        rest = rest.get(step..).unwrap_or("");
        if depth == 0 {
            break;
        }
    }
    text.len() - rest.len()
}

fn quoted(text: &str) -> usize {
    let mut escaped = true;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('r')?;
    let marks = inside.find(|c| c != '#')?;
    let inside = inside.get(marks..)?.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let close = inside.find(&end).map_or(inside.len(), |at| at + end.len());
    Some(text.len() - inside.len() + close)
}

fn letter(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => letters.next(),
        other => other,
    };
    letters
        .find(|(_, character)| *character == '\'')
        .map_or(text.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OWN: &str = "// моё\n(\n    format: 1, /* theme: \"нет\" */\n    place: \"theme: (\\\"\", // тут\n    theme:   \"dark\"   , // по вкусу\n    deadlines: (theme: 1),\n)\n";

    #[test]
    fn only_the_value_of_the_outermost_field_changes() {
        let edited = with_field(OWN, "theme", "\"light\"").unwrap();
        assert_eq!(edited, OWN.replace("\"dark\"", "\"light\""));
    }

    #[test]
    fn a_file_that_switches_something_on_keeps_its_comments() {
        let own = format!("#![enable(implicit_some)]\n{OWN}");
        let edited = with_field(&own, "theme", "\"light\"").unwrap();
        assert_eq!(edited, own.replace("\"dark\"", "\"light\""));
    }

    #[test]
    fn a_value_of_several_words_is_replaced_whole() {
        let text = "(language: Some( /* да */ \"ru\"), theme: \"x\")";
        let edited = with_field(text, "language", "Some(\"en\")").unwrap();
        assert_eq!(edited, "(language: Some(\"en\"), theme: \"x\")");
    }

    #[test]
    fn a_missing_field_comes_behind_the_others() {
        let cases = [
            ("(format: 1)", "(format: 1,\n    mouse: true,)"),
            (
                "(\n    format: 1, // да\n)\n",
                "(\n    format: 1,\n    mouse: true, // да\n)\n",
            ),
            ("()", "(\n    mouse: true,)"),
        ];
        for (text, wanted) in cases {
            assert_eq!(with_field(text, "mouse", "true").as_deref(), Some(wanted));
        }
        assert_eq!(with_field("", "mouse", "true"), None);
        assert_eq!(with_field("// (", "mouse", "true"), None);
    }

    #[test]
    fn a_field_within_records_and_one_of_an_entry_change_alone() {
        let text = "(\n    papers: ( // вид\n        stamp: \"\",\n    ),\n)\n";
        assert_eq!(
            with_path(text, &["papers", "stamp"], "\"ПРОЕКТ\"").unwrap(),
            text.replace("\"\"", "\"ПРОЕКТ\"")
        );
        assert_eq!(
            with_path("(\n    a: 1,\n)", &["papers", "list_from"], "5").unwrap(),
            "(\n    a: 1,\n    papers: (\n        list_from: 5,),\n)"
        );
        let list = "(subjects: [\n (id: \"(a\"), // первый\n (id: \"b\", full: \"Б\"),\n])";
        assert_eq!(
            with_entry(list, "subjects", 1, "full", "\"В\"").unwrap(),
            list.replace("\"Б\"", "\"В\"")
        );
        assert_eq!(with_entry(list, "subjects", 2, "full", "1"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_walked_to_its_end(text in "[()\\[\\]{}\"'/*#r\\\\:,a-c \nж]{0,80}") {
            let _edited = with_field(&text, "a", "1");
        }

        #[test]
        fn what_was_set_is_read_and_the_rest_stays(
            place in "[^\\x00-\\x1f\\x7f]{0,20}",
            mouse in any::<bool>(),
        ) {
            use crate::domain::settings::Settings;
            let text = format!("(\n    format: 1,\n    place: {place:?}, // «(»\n)\n");
            if let Ok(before) = ron::from_str::<Settings>(&text) {
                let edited = with_field(&text, "mouse", &mouse.to_string()).unwrap();
                let after: Settings = ron::from_str(&edited).unwrap();
                prop_assert_eq!(after, Settings { mouse, ..before });
            }
        }
    }
}
