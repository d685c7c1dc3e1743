//! Cells that say “as above”: «-//-», «— " —», «то же».

use super::super::lines::Fields;
use super::super::text;

/// Puts what stands above in the place of such marks; how many there were.
pub(super) fn fill(fields: &mut Fields, above: &Fields) -> usize {
    let cells = [
        (&mut fields.term, &above.term),
        (&mut fields.start, &above.start),
        (&mut fields.end, &above.end),
        (&mut fields.responsible, &above.responsible),
        (&mut fields.executors, &above.executors),
        (&mut fields.result, &above.result),
    ];
    let mut count = 0;
    for (own, above) in cells {
        if !above.is_empty() && says_as_above(own) {
            own.clone_from(above);
            count += 1;
        }
    }
    count
}

/// Whether a cell is nothing but such a mark: words, or quotation marks and strokes between dashes.
fn says_as_above(cell: &str) -> bool {
    let line = text::line(cell);
    if matches!(
        text::plain(&line).as_str(),
        "то же" | "тоже" | "те же" | "тот же" | "та же" | "он же" | "она же" | "они же"
    ) {
        return true;
    }
    let is_mark = |sign: char| matches!(sign, '"' | '“' | '”' | '„' | '«' | '»' | '″' | '\'');
    let is_stroke = |sign: char| matches!(sign, '/' | '-' | '–' | '—' | '_' | '.');
    let marks = line.chars().filter(|sign| is_mark(*sign)).count();
    let strokes = line.matches("//").count();
    let only_signs = line
        .chars()
        .all(|sign| sign.is_whitespace() || is_mark(sign) || is_stroke(sign));
    only_signs && (strokes == 1 || (1..=2).contains(&marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_repetition_are_told_from_dashes_and_texts() {
        for mark in [
            "-//-",
            "— \" —",
            "-\"-",
            "-''-",
            "– « –",
            "\"",
            "//",
            "То же",
            "то же.",
        ] {
            assert!(says_as_above(mark), "{mark}");
        }
        for other in [
            "",
            "-",
            "—",
            "/",
            "...",
            "«Заря»",
            "то же самое лицо",
            "х",
            "---",
        ] {
            assert!(!says_as_above(other), "{other}");
        }
    }
}
