//! What is a task, and what is done by signing the text or only says something.

use super::words;
use crate::domain::fold::fold;
use crate::import::taken::Aside;

/// Verbs whose act is the signature itself.
const SIGNED: &[&str] = &[
    "утвердить",
    "определить",
    "внести",
    "установить",
    "назначить",
    "признать",
    "считать",
    "ввести",
    "отменить",
    "включить",
    "исключить",
    "дополнить",
    "изложить",
    "заменить",
    "объявить",
    "принять",
    "присвоить",
    "возложить",
    "закрепить",
    "образовать",
    "переименовать",
    "изменить",
    "продлить",
];

/// Why a point is no task; `None` when it is one.
pub(super) fn aside(text: &str, has_term: bool, has_executor: bool) -> Option<Aside> {
    let plain = fold(text);
    let plain = plain.trim_start();
    if is_control(text) {
        return Some(Aside::Control);
    }
    let force = [
        "вступает в силу",
        "вступают в силу",
        "утратившим силу",
        "утратившими силу",
        "вступает в действие",
    ];
    if force.iter().any(|words| plain.contains(words)) {
        return Some(Aside::Force);
    }
    let all = words::of(text);
    let first = all
        .first()
        .map(|word| word.text.to_lowercase())
        .unwrap_or_default();
    let second = all
        .get(1)
        .map(|word| word.text.to_lowercase())
        .unwrap_or_default();
    let signed = SIGNED.contains(&first.as_str())
        || (first == "создать"
            && [
                "комиссию",
                "рабочую",
                "группу",
                "штаб",
                "оргкомитет",
                "совет",
            ]
            .contains(&second.as_str()))
        || (first == "провести" && second.is_empty());
    // «Ответственным за пожарную безопасность назначить Смирнову Л.Г.»
    let appoints = first.starts_with("ответственн")
        && words::infinitive(&all).is_some_and(|verb| {
            ["назначить", "определить", "считать"].contains(&verb.text.to_lowercase().as_str())
        });
    // «Персональную ответственность за … возложить на заведующего»
    let answers = plain.split('.').next().is_some_and(|sentence| {
        sentence.contains("ответственность за")
            && ["возложить", "возлагаю", "возлагается"]
                .iter()
                .any(|verb| sentence.contains(verb))
    });
    if (appoints || answers) && !has_term {
        return Some(Aside::Signing);
    }
    // «внести изменения» amends; «внести сведения» is work.
    let works = first == "внести" && !plain.contains("изменени")
        || first == "ввести" && !plain.contains("в действие")
        || first == "принять" && !plain.contains("к сведению")
        || first == "установить" && plain.contains("систем") && has_executor;
    if signed && !works && !has_executor && !has_term {
        return Some(Aside::Signing);
    }
    if (first == "принять" && plain.contains("к сведению")) || first == "информацию"
    {
        return Some(Aside::Signing);
    }
    None
}

/// «Контроль за исполнением … возложить на …», «… оставляю за собой».
pub(super) fn is_control(text: &str) -> bool {
    let plain = fold(text);
    let plain = plain.trim_start();
    plain.starts_with("контроль")
        && (["возло", "возлаг"].iter().any(|word| plain.contains(word))
            || plain.contains("оставл")
            || plain.contains("осуществл"))
}

/// Whether a sentence of a letter asks for something.
pub(super) fn requests(text: &str) -> bool {
    let plain = fold(text);
    super::super::text::words(&plain).any(|word| {
        matches!(
            word,
            "прошу"
                | "просим"
                | "просит"
                | "просят"
                | "необходимо"
                | "следует"
                | "надлежит"
                | "предлагаем"
                | "предлагаю"
                | "предлагает"
                | "рекомендуем"
                | "рекомендует"
                | "рекомендую"
                | "поручаю"
                | "требуется"
                | "надо"
                | "должны"
                | "обязаны"
                | "требую"
                | "рекомендуется"
                | "предписываю"
                | "напоминаем"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_by_signing_is_no_task() {
        for (text, wanted) in [
            ("Утвердить план (Приложение №2).", Some(Aside::Signing)),
            (
                "Внести в распоряжение следующие изменения:",
                Some(Aside::Signing),
            ),
            (
                "Настоящее распоряжение вступает в силу со дня подписания.",
                Some(Aside::Force),
            ),
            (
                "Контроль за исполнением возложить на заместителя.",
                Some(Aside::Control),
            ),
            (
                "Контроль за исполнением приказа оставляю за собой.",
                Some(Aside::Control),
            ),
            (
                "Ответственным за пожарную безопасность назначить Смирнову Л.Г.",
                Some(Aside::Signing),
            ),
            ("Ответственным лицам провести инструктажи.", None),
            (
                "Ответственность за исполнение приказа возложить на Дроздову М.М.",
                Some(Aside::Signing),
            ),
            ("Организовать работу площадок.", None),
            ("Создать условия для обучения.", None),
            ("Создать рабочую группу.", Some(Aside::Signing)),
            ("Внести сведения в систему.", None),
        ] {
            assert_eq!(aside(text, false, false), wanted, "{text}");
        }
        assert_eq!(
            aside("Определить ответственных до 1 мая", true, false),
            None
        );
    }
}
