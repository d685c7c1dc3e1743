//! Whether a title names a gathering of people, which cannot be put off like a paper can.

use super::date::Span;
use super::deadline::Kind;
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

/// For more days than this people do not come together, unless the title says so: it is work from
/// one day to another, as «Котлован, 01.04.2024 – 20.04.2024».
const LONGEST: i64 = 10;

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

/// Whether people come together for an activity on the days of a window of its deadline.
pub fn is_event(title: &str, kind: Kind, window: Span) -> bool {
    kind == Kind::Event && (window.days() <= LONGEST || is_gathering(title))
}

/// Whether a character of a folded word is a letter; most are Russian.
fn is_letter(character: char) -> bool {
    matches!(character, 'а'..='я') || character.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_of_three_weeks_were_an_event_people_come_together_for() {
        let span =
            |last: &str| Span::new("2024-04-01".parse().unwrap(), last.parse().unwrap()).unwrap();
        assert!(!is_event("Котлован", Kind::Event, span("2024-04-20")));
        assert!(is_event("Сбор резерва", Kind::Event, span("2024-04-05")));
        assert!(is_event("Фестиваль школ", Kind::Event, span("2024-04-20")));
        assert!(!is_event(
            "Фестиваль школ",
            Kind::Windows,
            span("2024-04-05")
        ));
    }

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
