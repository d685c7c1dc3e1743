//! The same physical key in the Russian and the Latin layout.

const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ№";
const LATIN: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>#";

/// What the key that gives `letter` in ЙЦУКЕН gives in the Latin layout; anything else is
/// given back as it is.
pub fn latin(letter: char) -> char {
    RUSSIAN
        .chars()
        .zip(LATIN.chars())
        .find_map(|(russian, latin)| (russian == letter).then_some(latin))
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_russian_letter_has_its_key() {
        assert_eq!(RUSSIAN.chars().count(), LATIN.chars().count());
        let typed: String = "ЦНППМ ёжик d №".chars().map(latin).collect();
        assert_eq!(typed, "WYGGV `;br d #");
        assert!(
            ('а'..='я')
                .chain('А'..='Я')
                .all(|letter| latin(letter).is_ascii())
        );
    }
}
