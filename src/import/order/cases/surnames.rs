//! Surnames in oblique cases: «Леоновой», «Барабасу», «на Мартынову».

use super::Case;

/// A surname in the nominative; what does not decline, or is not sure, stays as it is.
pub(in super::super) fn surname(word: &str, case: Case) -> String {
    let pairs: &[(&str, &str)] = match case {
        Case::Nominative | Case::Instrumental => &[],
        Case::Dative => &[
            ("овой", "ова"),
            ("евой", "ева"),
            ("ёвой", "ёва"),
            ("иной", "ина"),
            ("ыной", "ына"),
            ("ской", "ская"),
            ("цкой", "цкая"),
            ("скому", "ский"),
            ("цкому", "цкий"),
            ("овому", "овой"),
            ("евому", "евой"),
            // Of «…ому», nobody can say whether it is «…ый» or «…ой»: it stays.
            ("ому", "ому"),
            ("ему", "ему"),
            ("ову", "ов"),
            ("еву", "ев"),
            ("ёву", "ёв"),
            ("ину", "ин"),
            ("ыну", "ын"),
        ],
        Case::Accusative => &[
            ("ову", "ова"),
            ("еву", "ева"),
            ("ёву", "ёва"),
            ("ину", "ина"),
            ("ыну", "ына"),
            ("скую", "ская"),
            ("цкую", "цкая"),
            ("ского", "ский"),
            ("цкого", "цкий"),
            ("ового", "овой"),
            ("евого", "евой"),
            ("ую", "ая"),
            ("юю", "яя"),
            ("ова", "ов"),
            ("ева", "ев"),
            ("ёва", "ёв"),
            ("ина", "ин"),
            ("ына", "ын"),
        ],
    };
    for (ending, nominative) in pairs {
        if let Some(stem) = word.strip_suffix(ending)
            && stem.chars().count() >= 2
        {
            return format!("{stem}{nominative}");
        }
    }
    let hard = |stem: &str| {
        stem.chars()
            .next_back()
            .is_some_and(|c| "бвгджзклмнпрстфхцчшщ".contains(c))
    };
    let other = match case {
        Case::Nominative | Case::Instrumental => None,
        Case::Dative => word
            .strip_suffix('у')
            .filter(|stem| hard(stem))
            .map(str::to_owned)
            .or_else(|| {
                word.strip_suffix('е')
                    .filter(|stem| hard(stem))
                    .map(|stem| format!("{stem}а"))
            }),
        Case::Accusative => word
            .strip_suffix('у')
            .filter(|stem| hard(stem))
            .map(|stem| format!("{stem}а"))
            .or_else(|| {
                word.strip_suffix('а')
                    .filter(|stem| hard(stem))
                    .map(str::to_owned)
            }),
    };
    other.unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_come_back_to_the_nominative() {
        for (word, wanted) in [
            ("Леоновой", "Леонова"),
            ("Скударевой", "Скударева"),
            ("Барабасу", "Барабас"),
            ("Обоскалову", "Обоскалов"),
            ("Боровых", "Боровых"),
            ("Охрименко", "Охрименко"),
            ("Выдре", "Выдра"),
            ("Рожкова", "Рожкова"),
            ("Типовому", "Типовой"),
            ("Толстому", "Толстому"),
        ] {
            assert_eq!(surname(word, Case::Dative), wanted);
        }
        for (word, wanted) in [
            ("Мартынову", "Мартынова"),
            ("Иванова", "Иванов"),
            ("Охрименко", "Охрименко"),
            ("Бронштейна", "Бронштейн"),
            ("Толстую", "Толстая"),
            ("Синюю", "Синяя"),
        ] {
            assert_eq!(surname(word, Case::Accusative), wanted);
        }
    }
}
