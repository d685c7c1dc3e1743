//! Text measured in terminal cells: what a person sees as one letter is never taken apart.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// What stands for the part that was cut off.
pub const ELLIPSIS: char = '…';

/// What stands between the parts of a line of help.
const PARTS: &str = " · ";

/// From so many cells on both ends of a text can be told.
const MIDDLE: usize = 9;

/// The cells a text takes on one line. Line breaks and other controls take none.
pub fn width(text: &str) -> usize {
    plain_width(text)
        .unwrap_or_else(|| graphemes(text).fold(0, |sum, (_, width)| sum.saturating_add(width)))
}

/// The text if it fits, else its beginning with `…`; never wider than `width`.
pub fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if self::width(text) <= width {
        return Cow::Borrowed(text);
    }
    if width == 0 {
        return Cow::Borrowed("");
    }
    let mut kept = beginning(text, width.saturating_sub(1))
        .trim_end()
        .to_owned();
    kept.push(ELLIPSIS);
    Cow::Owned(kept)
}

/// The text if it fits, else its beginning and its end with `…` between them: what names of
/// bodies have in common stands at their beginning, what tells them apart at their end.
pub fn cut_middle(text: &str, width: usize) -> Cow<'_, str> {
    if self::width(text) <= width || width < MIDDLE {
        return cut(text, width);
    }
    let room = width.saturating_sub(1);
    let tail = end(text, room / 2);
    let head = beginning(text, room.saturating_sub(self::width(tail)));
    Cow::Owned(format!(
        "{}{ELLIPSIS}{}",
        head.trim_end(),
        tail.trim_start()
    ))
}

/// As many of the parts between ` · ` as fit, each whole; a first part that is wider is cut.
pub fn whole_parts(text: &str, width: usize) -> Cow<'_, str> {
    let ends = text.match_indices(PARTS).map(|(end, _)| end);
    let kept = std::iter::once(text.len())
        .chain(ends.collect::<Vec<_>>().into_iter().rev())
        .filter_map(|end| text.get(..end))
        .find(|kept| self::width(kept) <= width);
    kept.map_or_else(|| cut(text, width), Cow::Borrowed)
}

/// The text in exactly `width` cells: cut, or filled with spaces on the right.
pub fn pad(text: &str, width: usize) -> String {
    let mut padded = cut(text, width).into_owned();
    let missing = width.saturating_sub(self::width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// The text in exactly `width` cells, filled with spaces on the left.
pub fn pad_left(text: &str, width: usize) -> String {
    let cut = cut(text, width);
    let missing = width.saturating_sub(self::width(&cut));
    let mut padded = " ".repeat(missing);
    padded.push_str(&cut);
    padded
}

/// The text in lines of at most `width` cells, broken between words, and inside of those that
/// are wider than a line. Line breaks of the text stay; no-break spaces are none.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    text.split('\n')
        .flat_map(|paragraph| wrap_paragraph(paragraph, width))
        .collect()
}

/// As [`wrap`], but at most `height` lines; the last one tells by `…` that more follows.
pub fn wrap_to(text: &str, width: usize, height: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    if lines.len() > height {
        lines.truncate(height);
        if let Some(last) = lines.last_mut() {
            *last = beginning(last, width.saturating_sub(1))
                .trim_end()
                .to_owned();
            last.push(ELLIPSIS);
        }
    }
    lines
}

fn wrap_paragraph(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut taken = 0_usize;
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        let plain = plain_width(word);
        let needed = plain.unwrap_or_else(|| self::width(word));
        if !line.is_empty() {
            if taken.saturating_add(1).saturating_add(needed) <= width {
                line.push(' ');
                line.push_str(word);
                taken = taken.saturating_add(1).saturating_add(needed);
                continue;
            }
            lines.push(std::mem::take(&mut line));
        }
        taken = 0;
        // Most words fit as they are, and need no look at every letter.
        if needed <= width && plain.is_some() {
            line.push_str(word);
            taken = needed;
            continue;
        }
        for (grapheme, cells) in graphemes(word) {
            if taken.saturating_add(cells) > width && taken > 0 {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            // A letter wider than the whole line cannot be shown.
            if cells <= width {
                line.push_str(grapheme);
                taken = taken.saturating_add(cells);
            }
        }
    }
    lines.push(line);
    lines
}

fn beginning(text: &str, width: usize) -> &str {
    if is_plain(text) {
        let end = text.char_indices().nth(width);
        return end.and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    }
    let mut taken = 0_usize;
    let end = text
        .grapheme_indices(true)
        .find(|(_, grapheme)| {
            taken = taken.saturating_add(cells(grapheme));
            taken > width
        })
        .map_or(text.len(), |(place, _)| place);
    text.get(..end).unwrap_or(text)
}

/// The end of a text in at most so many cells, from the beginning of a word if there is one.
fn end(text: &str, width: usize) -> &str {
    let mut taken = 0_usize;
    let mut start = text.len();
    for (place, grapheme) in text.grapheme_indices(true).rev() {
        taken = taken.saturating_add(cells(grapheme));
        if taken > width {
            break;
        }
        start = place;
    }
    let tail = text.get(start..).unwrap_or("");
    let is_cut = text.get(..start).is_some_and(|head| !head.ends_with(' '));
    let word = tail.split_once(' ').map_or("", |(_, rest)| rest);
    if is_cut && !word.is_empty() {
        word
    } else {
        tail
    }
}

/// Whether every character of a text takes one cell.
pub fn is_plain(text: &str) -> bool {
    plain_width(text).is_some()
}

/// The cells of a text in which every character takes one; `None` of another. Asked of every text
/// of every frame: most are Latin or Cyrillic, and told from their bytes.
fn plain_width(text: &str) -> Option<usize> {
    let mut rest = text.as_bytes();
    let mut width = 0_usize;
    loop {
        rest = match rest {
            [] => return Some(width),
            [b' '..=b'~', rest @ ..]
            | [0xd0, 0x81 | 0x90..=0xbf, rest @ ..]
            | [0xd1, 0x80..=0x8f | 0x91, rest @ ..] => rest,
            _ => {
                let place = text.len().saturating_sub(rest.len());
                let character = text.get(place..)?.chars().next()?;
                if !is_simple(character) {
                    return None;
                }
                rest.get(character.len_utf8()..)?
            }
        };
        width += 1;
    }
}

/// Whether a character takes one cell whatever stands beside it: the letters and signs of Russian
/// and English papers, the lines and signs of a screen. Most texts hold nothing else and need not
/// be searched for compositions.
fn is_simple(character: char) -> bool {
    matches!(
        character,
        ' '..='~' | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}'
            | '\u{a0}' | '«' | '»' | '–' | '—' | '…' | '№' | '·' | '“' | '”' | '’' | '₽'
            | '×' | '−' | '←'..='↓' | '─'..='▟' | '■' | '▬' | '▸' | '▾' | '○' | '●' | '◐'
            | '✓' | '✗' | '‼' | '⟨' | '⟩'
    )
}

fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true)
        .map(|grapheme| (grapheme, cells(grapheme)))
}

/// As ratatui counts them, which draws no control characters.
fn cells(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        0
    } else {
        usize::from(grapheme.cell_width())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_is_cut_by_cells() {
        assert_eq!(cut("Совещание", 9), "Совещание");
        assert_eq!(cut("Совещание", 5), "Сове…");
        assert_eq!(cut("слово слово", 7), "слово…");
        assert_eq!(cut("会議の議題", 4), "会…");
        assert_eq!(cut("Совещание", 1), "…");
        assert_eq!(cut("Совещание", 0), "");
        assert_eq!(whole_parts("a — да · b — нет", 16), "a — да · b — нет");
        assert_eq!(whole_parts("a — да · b — нет", 15), "a — да");
        assert_eq!(whole_parts("a — да · b — нет", 4), "a —…");
        assert_eq!(pad("Да", 4), "Да  ");
        assert_eq!(pad_left("12", 4), "  12");
    }

    #[test]
    fn long_names_are_cut_where_they_are_alike() {
        let name = "Министерство образования и науки Республики Саха";
        assert_eq!(cut_middle(name, 26), "Министерство образова…Саха");
        assert_eq!(
            cut_middle(name, 40),
            "Министерство образования…Республики Саха"
        );
        assert_eq!(cut_middle("ЦНППМ", 5), "ЦНППМ");
        assert_eq!(cut_middle(name, 6), "Минис…");
    }

    #[test]
    fn text_is_wrapped_between_words() {
        assert_eq!(
            wrap("Еженедельное совещание по координации", 14),
            ["Еженедельное", "совещание по", "координации"]
        );
        assert_eq!(wrap("координации", 5), ["коорд", "инаци", "и"]);
        assert_eq!(wrap("а\n\nб", 5), ["а", "", "б"]);
        assert_eq!(wrap("12\u{a0}мая и", 6), ["12\u{a0}мая", "и"]);
        assert_eq!(wrap("а", 0), Vec::<String>::new());
        assert_eq!(wrap_to("один два три четыре", 8, 2), ["один два", "три…"]);
        assert_eq!(wrap_to("один два три", 8, 2), ["один два", "три"]);
    }

    #[test]
    fn what_is_counted_without_a_search_takes_one_cell() {
        let simple: Vec<char> = ('\0'..=char::MAX).filter(|c| is_simple(*c)).collect();
        assert!(simple.len() > 150);
        for character in simple {
            assert_eq!(cells(&character.to_string()), 1, "{character:?}");
        }
    }

    #[test]
    fn what_is_told_from_the_bytes_is_what_is_told_from_the_letters() {
        for character in '\0'..=char::MAX {
            let text = format!("Ё{character}я");
            let expected = is_simple(character).then_some(3);
            assert_eq!(plain_width(&text), expected, "{character:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_ever_wider_than_asked(
            text in "([а-яёА-Я]{0,12}|[会議の]{0,4}|[\\x00-\\x1f\u{301}\u{306}\u{200d}👩💻й́]{0,4}| |\n|\\PC{0,4}){0,12}",
            asked in 0_usize..200,
        ) {
            prop_assert!(width(&cut(&text, asked)) <= asked);
            prop_assert!(width(&cut_middle(&text, asked)) <= asked);
            prop_assert_eq!(width(&pad(&text, asked)), asked);
            prop_assert_eq!(width(&pad_left(&text, asked)), asked);
            for line in wrap(&text, asked) {
                prop_assert!(width(&line) <= asked, "{:?}", line);
            }
            prop_assert!(wrap_to(&text, asked, 3).iter().all(|line| width(line) <= asked));
            prop_assert!(wrap_to(&text, asked, 3).len() <= 3);
        }

        #[test]
        fn wrapping_loses_no_letter(text in "[а-я会 ]{0,80}", asked in 2_usize..40) {
            let letters = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(letters(&wrap(&text, asked).concat()), letters(&text));
        }
    }
}
