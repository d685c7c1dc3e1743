//! Widths of the columns of a table: as their shares say, and so that no word is torn.

use super::super::model::{Row, Table};

/// Widths of columns that add up to the whole exactly.
pub(super) fn widths(shares: impl Iterator<Item = u16> + Clone, whole: u32) -> Vec<u32> {
    let total: u32 = shares.clone().map(u32::from).sum::<u32>().max(1);
    let (mut share_so_far, mut used) = (0, 0);
    shares
        .map(|share| {
            share_so_far += u32::from(share);
            let end = whole * share_so_far / total;
            let width = end - used;
            used = end;
            width
        })
        .collect()
}

/// The size of the letters of a table, and of a wide one, in twentieths of a point.
pub(super) const LETTER: u32 = 240;
pub(super) const SMALL_LETTER: u32 = 200;

/// The width of a word in thousandths of the size of its letters, a little more than Times New Roman
/// takes.
fn width_of(word: &str) -> u32 {
    let width = |letter: char| match letter {
        'ж' | 'м' | 'ш' | 'щ' | 'ы' | 'ю' | 'ф' => 790,
        'Ж' | 'М' | 'Ш' | 'Щ' | 'Ы' | 'Ю' | 'Ф' | '№' => 1020,
        letter if letter.is_uppercase() => 760,
        letter if letter.is_ascii_digit() => 510,
        '.' | ',' | ';' | ':' | '-' | '\'' => 340,
        _ => 550,
    };
    word.chars().map(width).fold(0, u32::saturating_add)
}

/// What the margins of a cell take.
const CELL_MARGINS: u32 = 130;

/// The least width of each column: that of its longest word, so that no word is torn.
pub(super) fn least(table: &Table, letter: u32) -> Vec<u32> {
    let longest = |text: &str| -> u32 {
        let words = text
            .split([' ', '\n', '\t'])
            // «2022-2023» and «Петров-Водкин» stay on their lines.
            .flat_map(|word| {
                let mut letters = word.chars().skip(1);
                let is_whole = letters.any(|one| one.is_ascii_digit() || one.is_uppercase());
                word.split_inclusive(move |one| one == '-' && !is_whole)
            });
        words.map(width_of).max().unwrap_or(0)
    };
    let mut letters: Vec<u32> = table
        .columns
        .iter()
        // Headings are bold.
        .map(|column| (longest(&column.heading) / 100).saturating_mul(107))
        .collect();
    for row in &table.rows {
        if let Row::Cells(cells) = row {
            for (known, cell) in letters.iter_mut().zip(cells) {
                *known = longest(cell).max(*known);
            }
        }
    }
    letters
        .into_iter()
        .map(|width| {
            let width = u64::from(width) * u64::from(letter) / 1000;
            u32::try_from(width)
                .unwrap_or(u32::MAX)
                .saturating_add(CELL_MARGINS)
        })
        .collect()
}

/// Widths in which the longest words have room: what a column lacks the others give, in the
/// measure of what they have to spare. Where there is not room for all, it is shared out by what
/// is needed; no column needs more than a third.
pub(super) fn fitted(widths: &[u32], least: &[u32], whole: u32) -> Vec<u32> {
    let least: Vec<u32> = least.iter().map(|least| *least.min(&(whole / 3))).collect();
    let pairs = || widths.iter().zip(&least);
    let lacking: u32 = pairs()
        .map(|(width, least)| least.saturating_sub(*width))
        .sum();
    let spare: u32 = pairs()
        .map(|(width, least)| width.saturating_sub(*least))
        .sum();
    if lacking == 0 {
        return widths.to_vec();
    }
    let needed: u32 = least.iter().sum();
    let portion = |part: u32, of: u32, all: u32| -> u32 {
        let part = u64::from(part) * u64::from(of) / u64::from(all.max(1));
        u32::try_from(part).unwrap_or(u32::MAX)
    };
    let mut fitted: Vec<u32> = if lacking > spare {
        least
            .iter()
            .map(|least| portion(*least, whole, needed))
            .collect()
    } else {
        pairs()
            .map(|(width, least)| match width.checked_sub(*least) {
                Some(own) => width - portion(lacking, own, spare),
                None => *least,
            })
            .collect()
    };
    // What rounding leaves goes to the widest.
    let used: u32 = fitted.iter().sum();
    if let Some(widest) = fitted.iter_mut().max() {
        *widest = (*widest + whole).saturating_sub(used);
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_table_is_torn_where_there_is_room_for_it() {
        let mut table = Table::new(&[("№ п/п", 6), ("Что", 60), ("Было", 8), ("Обоснование", 8)]);
        table
            .push(["1", "Подготовить", "29.12.2023", "дополнительные сведения"].map(str::to_owned));
        let least = least(&table, LETTER);
        let whole = 9355;
        let widths = widths(table.columns.iter().map(|column| column.share), whole);
        let fitted = fitted(&widths, &least, whole);
        assert_eq!(fitted.iter().sum::<u32>(), whole);
        for (width, least) in fitted.iter().zip(&least) {
            assert!(width >= least, "{fitted:?} {least}");
        }
        // What has room already stays as it is.
        assert_eq!(super::fitted(&widths, &[10, 10, 10, 10], whole), widths);
    }

    #[test]
    fn words_there_is_no_room_for_leave_a_table_as_wide_as_the_page() {
        let fitted = fitted(&[100, 100, 100], &[90_000, 90, 90_000], 300);
        assert_eq!(fitted.iter().sum::<u32>(), 300);
        assert!(fitted.iter().all(|width| *width > 0));
    }
}
