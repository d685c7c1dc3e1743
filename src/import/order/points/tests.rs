use super::super::{head, lines};
use super::*;

fn shown(points: &[Point], depth: usize, lines: &mut Vec<String>) {
    for point in points {
        lines.push(format!(
            "{}{} {}",
            "  ".repeat(depth),
            point.number,
            point.text
        ));
        shown(&point.children, depth + 1, lines);
    }
}

fn tree(content: &str) -> Vec<String> {
    let lines = lines::of_text(content);
    let mut found = Vec::new();
    shown(&of(&lines, &head::read(&lines)), 0, &mut found);
    found
}

#[test]
fn points_of_every_numbering_stand_under_each_other() {
    assert_eq!(
        tree(
            "ПРИКАЗ\n\nПРИКАЗЫВАЮ:\n1. Отделу:\n1.1. провести:\n1) анализ;\n2) сбор:\nа) данных;\nб) отчетов;\n1.2. сдать.\n2. Школам:\n- принять;\n- дать.\n3. Контроль оставляю за собой.\nДиректор школы\nИ.И. Иванов\n4. Не пункт."
        ),
        [
            "1. Отделу:",
            "  1.1. провести:",
            "    1) анализ;",
            "    2) сбор:",
            "      а) данных;",
            "      б) отчетов;",
            "  1.2. сдать.",
            "2. Школам:",
            "   принять;",
            "   дать.",
            "3. Контроль оставляю за собой.",
        ]
    );
}

#[test]
fn quoted_text_of_an_amendment_is_no_point() {
    assert_eq!(
        tree(
            "РАСПОРЯЖЕНИЕ\n\n1. Внести изменения:\n1) дополнить абзацем следующего содержания:\n«1. Новый пункт.»;\n2) исключить пункт 3."
        ),
        [
            "1. Внести изменения:",
            "  1) дополнить абзацем следующего содержания: «1. Новый пункт.»;",
            "  2) исключить пункт 3.",
        ]
    );
}

#[test]
fn a_signature_may_stand_on_one_line_with_its_post() {
    let signed = |text| signed_on_one_line(text);
    let name = |post: &str, name: &str| Some((post.to_owned(), name.to_owned()));
    assert_eq!(
        signed("Начальник управления образования В.С. Примерова"),
        name("Начальник управления образования", "В.С. Примерова")
    );
    assert_eq!(signed("2. Отделу кадров И.И. Примеров"), None);
    assert_eq!(signed("Провести проверку школ района"), None);
}
