//! Numbers as lists write them.

use crate::domain::russian::roman;

/// A count in a format of a list, named as Word names it.
pub(super) fn written(count: u32, format: &str) -> String {
    match format {
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letter(count, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => letter(count, "abcdefghijklmnopqrstuvwxyz"),
        "russianUpper" => letter(count, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
        "russianLower" => letter(count, "абвгдежзиклмнопрстуфхцчшщэюя"),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// `а`, `б` … `аа`, `бб`, as Word goes on.
fn letter(count: u32, alphabet: &str) -> String {
    let letters: Vec<char> = alphabet.chars().collect();
    let Some(before) = count
        .checked_sub(1)
        .and_then(|before| usize::try_from(before).ok())
    else {
        return count.to_string();
    };
    let times = (before / letters.len() + 1).min(20);
    letters
        .get(before % letters.len())
        .map(|letter| letter.to_string().repeat(times))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_written_as_lists_write_them() {
        assert_eq!(written(4, "upperRoman"), "IV");
        assert_eq!(written(1994, "lowerRoman"), "mcmxciv");
        assert_eq!(written(3, "russianLower"), "в");
        assert_eq!(written(27, "lowerLetter"), "aa");
        assert_eq!(written(7, "decimal"), "7");
        assert_eq!(written(0, "upperRoman"), "0");
    }
}
