//! Whether a title names a gathering of people, which cannot be put off like a paper can.

use super::fold::fold;

/// What people come together for, in the nominative and without endings that change.
const GATHERINGS: [&str; 30] = [
    "сессия",
    "конференция",
    "форум",
    "слет",
    "съезд",
    "марафон",
    "вебинар",
    "семинар",
    "фестиваль",
    "конкурс",
    "олимпиада",
    "игра",
    "коворкинг",
    "стажировка",
    "выставка",
    "ярмарка",
    "совещание",
    "заседание",
    "коллегия",
    "встреча",
    "чтения",
    "неделя",
    "декада",
    "тренинг",
    "мастер-класс",
    "хакатон",
    "презентация",
    "церемония",
    "интенсив",
    "диктант",
];

/// Within how many first words the gathering is named: «Межрегиональная конференция лучших …».
const WORDS: usize = 4;

/// Whether a title begins with a gathering in the nominative: «Форсайт-сессия ЦНППМ», but not
/// «Мониторинг конференций» or «Подготовка к форуму».
pub fn is_gathering(title: &str) -> bool {
    title
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '«' | '(' | ':' | ','))
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .any(|word| {
            let word = fold(word);
            let word = word.trim_matches(|letter| !is_letter(letter));
            GATHERINGS.iter().any(|known| {
                word == *known
                    || word
                        .strip_suffix(known)
                        .is_some_and(|before| before.ends_with('-'))
            })
        })
}

/// Whether a character of a folded word is a letter; most are Russian.
fn is_letter(character: char) -> bool {
    matches!(character, 'а'..='я') || character.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::is_gathering;

    #[test]
    fn a_gathering_is_named_in_the_nominative_at_the_beginning_of_its_title() {
        for title in [
            "Стратегическая сессия субъектов РС НМС",
            "Форсайт-сессия ЦНППМ АСОУ",
            "Межрегиональная конференция лучших практик",
            "Слёт молодых специалистов",
            "Онлайн-марафон лучших практик",
            "Деловая игра для молодых педагогов",
            "Зональная конференция: «Актуальные вызовы»",
        ] {
            assert!(is_gathering(title), "{title}");
        }
        for title in [
            "Мониторинг реализации плана деятельности ЦНППМ",
            "Проведение конкурсного отбора РИП",
            "Организация и проведение профессиональных конкурсов",
            "Определение тематики РИП",
            "Положение о порядке подготовки решений, конференция",
        ] {
            assert!(!is_gathering(title), "{title}");
        }
    }
}
