//! «от Отдела кадров», «от ЦНППМ ГГТУ»: from which body somebody comes, in the genitive.
//!
//! As with people, a form is made only where it is certain: names of bodies begin with words of
//! every kind («Рекрутинг центр», «Кванториум»), and a wrong ending is worse than none.

use super::noun::{Case, decline, is_adjective};

/// Nouns that bodies are called by and that follow the rules of [`decline`].
const BODIES: &[&str] = &[
    "министерство",
    "департамент",
    "комитет",
    "комиссия",
    "управление",
    "администрация",
    "агентство",
    "служба",
    "инспекция",
    "палата",
    "совет",
    "дума",
    "правительство",
    "канцелярия",
    "секретариат",
    "ректорат",
    "деканат",
    "отдел",
    "отделение",
    "подразделение",
    "сектор",
    "группа",
    "бухгалтерия",
    "библиотека",
    "архив",
    "лаборатория",
    "редакция",
    "дирекция",
    "центр",
    "академия",
    "институт",
    "университет",
    "факультет",
    "кафедра",
    "колледж",
    "техникум",
    "училище",
    "гимназия",
    "школа",
    "сад",
    "интернат",
    "учреждение",
    "организация",
    "предприятие",
    "общество",
    "объединение",
    "ассоциация",
    "союз",
    "федерация",
    "фонд",
    "дом",
    "театр",
    "филармония",
    "парк",
    "стадион",
    "больница",
    "поликлиника",
    "клиника",
    "аптека",
    "прокуратура",
    "суд",
    "полиция",
    "завод",
    "фабрика",
    "комбинат",
    "филиал",
    "представительство",
    "штаб",
    "актив",
    "клуб",
    "музей",
    "лицей",
    "дворец",
    "бюро",
];

/// «Отдела кадров» of «Отдел кадров»; an abbreviation stays. `None` where the form is not certain.
///
/// ```
/// use planerka_domain::domain::russian::of_body;
///
/// assert_eq!(of_body("Отдел кадров").as_deref(), Some("Отдела кадров"));
/// assert_eq!(of_body("ЦНППМ ГГТУ").as_deref(), Some("ЦНППМ ГГТУ"));
/// assert_eq!(of_body("Рекрутинг центр"), None);
/// ```
pub fn of_body(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_abbreviation = |word: &&str| {
        let mut letters = word.chars().filter(|it| it.is_alphabetic());
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    };
    if words.first().is_some_and(is_abbreviation) {
        return Some(name.to_owned());
    }
    let before = words.iter().take_while(|word| is_adjective(word)).count();
    let (noun, behind) = words.get(before..)?.split_first()?;
    let is_body = |word: &str| BODIES.contains(&word.to_lowercase().as_str());
    // «Управление и отдел …»: the second one would have to change, too.
    let is_one = !behind.iter().any(|word| is_body(word));
    (is_body(noun) && is_one).then(|| decline(name, Case::Genitive))?
}

#[cfg(test)]
mod tests {
    use super::of_body;

    #[test]
    fn a_body_is_declined_only_where_the_form_is_certain() {
        for (name, genitive) in [
            ("Отдел кадров", "Отдела кадров"),
            ("Бухгалтерия", "Бухгалтерии"),
            ("Музей", "Музея"),
            ("Дворец творчества", "Дворца творчества"),
            ("Хозяйственный отдел", "Хозяйственного отдела"),
            ("Детский сад № 5", "Детского сада № 5"),
            (
                "Министерство образования Московской области",
                "Министерства образования Московской области",
            ),
            (
                "Муниципальное бюджетное учреждение «Дом „Ёлка“»",
                "Муниципального бюджетного учреждения «Дом „Ёлка“»",
            ),
            ("Районная больница", "Районной больницы"),
            ("бюро переводов", "бюро переводов"),
            ("ЦНППМ ГГТУ", "ЦНППМ ГГТУ"),
            (
                "МБУ ДПО «Учебно-методический центр»",
                "МБУ ДПО «Учебно-методический центр»",
            ),
            ("Рекрутинг центр АСОУ", ""),
            ("Управление и отдел культуры", ""),
            ("Все отделы", ""),
            ("ИТ-отдел", ""),
            ("«Ёлка»", ""),
            ("Кванториум", ""),
            ("", ""),
        ] {
            let found = of_body(name);
            assert_eq!(found.as_deref().unwrap_or_default(), genitive, "{name}");
        }
    }
}
