//! Quotation marks inside quotation marks: „ “ inside « » (ГОСТ Р 7.0.97 quotes nothing else).

/// The text with the inner pairs of nested quotation marks as „ “.
///
/// Only pairs are changed: where the marks of a text do not pair, it stays as it was written.
pub(super) fn nested(text: &str) -> String {
    if !text.contains('«') || pairs(text).is_none() {
        return text.to_owned();
    }
    let mut depth = 0_usize;
    let mut inner_open = false;
    let mut set = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '«' => {
                depth += 1;
                set.push(if depth > 1 { '„' } else { '«' });
            }
            '»' => {
                set.push(if depth > 1 { '“' } else { '»' });
                depth = depth.saturating_sub(1);
            }
            // Straight and English marks inside « » are the inner pair too.
            '"' if depth > 0 => {
                inner_open = !inner_open;
                set.push(if inner_open { '„' } else { '“' });
            }
            // English ones, which a word processor makes of straight ones.
            '“' if depth > 0 && set.ends_with([' ', '\u{a0}', '(', '«']) => set.push('„'),
            '”' if depth > 0 => set.push('“'),
            other => set.push(other),
        }
    }
    set
}

/// How many pairs there are; none where a mark has no mate, also of the straight ones between two
/// others.
fn pairs(text: &str) -> Option<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut count = 0;
    for letter in text.chars() {
        match letter {
            '«' => open.push(0),
            '»' => {
                let straight = open.pop()?;
                if straight % 2 != 0 {
                    return None;
                }
                count += 1;
            }
            '"' => {
                if let Some(straight) = open.last_mut() {
                    *straight += 1;
                }
            }
            _ => {}
        }
    }
    open.is_empty().then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_inside_others_are_the_low_and_high_ones() {
        for (written, set) in [
            (
                "«Форум по итогам проекта «Школа полного дня»»",
                "«Форум по итогам проекта „Школа полного дня“»",
            ),
            ("О «Дне «А» и «Б»», о «В»", "О «Дне „А“ и „Б“», о «В»"),
            (
                "«проект \"Учитель\" будущего»",
                "«проект „Учитель“ будущего»",
            ),
            ("«проект “Учитель” будущего»", "«проект „Учитель“ будущего»"),
            ("«“Учитель” и „Школа“»", "«„Учитель“ и „Школа“»"),
            ("«один», «другой»", "«один», «другой»"),
            // What has no mate stays: nobody knows which one is missing.
            ("«Положение «О порядке»", "«Положение «О порядке»"),
            (
                "МБУ ДПО «Центр» Рожкова Т.В.)»",
                "МБУ ДПО «Центр» Рожкова Т.В.)»",
            ),
            ("«экран 15\"»", "«экран 15\"»"),
            ("\"прямые\" снаружи", "\"прямые\" снаружи"),
            ("«и „готовые“»", "«и „готовые“»"),
        ] {
            assert_eq!(nested(written), set);
            assert_eq!(nested(set), set);
        }
    }
}
