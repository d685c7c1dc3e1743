//! Numbers as lists write them.

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

/// A Roman number; beyond what Romans write, the number itself.
fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if count == 0 || count > 3999 {
        return count.to_string();
    }
    let mut left = count;
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            written.push_str(sign);
            left -= value;
        }
    }
    written
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
