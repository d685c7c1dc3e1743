use super::*;
use crate::import::read;

fn proposed(text: &str) -> Draft {
    let source = read(text.as_bytes()).unwrap();
    propose(&source, &Choice::default(), &Registry::default()).unwrap()
}

/// `title: deadline` of each activity.
fn terms(draft: &Draft) -> Vec<String> {
    draft
        .activities()
        .into_iter()
        .map(|(_, activity)| format!("{}: {}", activity.title, activity.term))
        .collect()
}

#[test]
fn a_mark_under_a_quarter_is_not_lost() {
    let draft = proposed(
        "№;Мероприятие;I кв.;II кв.;III кв.;IV кв.;Ответственный\n\
         1;Семинар;+;;;;Иванов И.И.\n\
         2;Конкурс;;х;;V;Петров П.П.\n\
         3;Отчёт;до 15.03;;;10;Петров П.П.\n",
    );
    assert_eq!(
        terms(&draft),
        [
            "Семинар: I квартал",
            "Конкурс: II квартал, IV квартал",
            "Отчёт: до 15.03"
        ]
    );
    assert!(draft.report.done.contains(&Done::Marks { count: 3 }));
    // What is neither a mark nor a day is kept and said, not taken for a deadline.
    assert!(draft.report.done.contains(&Done::NoMark {
        row: 4,
        column: "IV кв.".into(),
        text: "10".into()
    }));
    let all = draft.activities();
    let (_, last) = all.last().unwrap();
    assert_eq!(last.other, [("IV кв.".into(), "10".into())]);
}

#[test]
fn quarters_below_one_cell_of_the_head_are_columns_of_marks() {
    let draft = proposed(
        "<table><tr><th rowspan=2>№</th><th rowspan=2>Мероприятия</th>\
         <th colspan=4>Срок (квартал)</th><th rowspan=2>Исполнитель</th></tr>\
         <tr><th>I</th><th>II</th><th>III</th><th>IV</th></tr>\
         <tr><td>1</td><td>Семинар</td><td>+</td><td></td><td>+</td><td></td><td>Отдел</td></tr>\
         <tr><td>2</td><td>Сверка</td><td colspan=4>ежеквартально</td><td>Отдел</td></tr>\
         </table>",
    );
    assert_eq!(
        terms(&draft),
        ["Семинар: I квартал, III квартал", "Сверка: ежеквартально"]
    );
}

#[test]
fn amounts_by_years_are_no_deadlines() {
    let draft = proposed(
        "№;Мероприятие;2024 год;2025 год;2026 год;Ответственный\n\
         1;Закупка книг;10;20;30;Иванов И.И.\n\
         2;Ремонт;5;7;8;Петров П.П.\n",
    );
    assert_eq!(terms(&draft), ["Закупка книг: ", "Ремонт: "]);
    let (_, first) = draft.activities().into_iter().next().unwrap();
    assert_eq!(first.other.len(), 3);
}

#[test]
fn a_line_of_the_plan_with_months_is_no_head() {
    let draft = proposed(
        "Мероприятие;Начало;Окончание;Ответственный\n\
         Работа с архивом;Май;Июнь;Руководитель\n\
         Итоговое занятие;Март;Апрель;Руководитель\n",
    );
    assert_eq!(draft.report.activities, 2);
}

#[test]
fn a_deadline_in_the_cell_of_people_makes_no_subject() {
    let draft = proposed(
        "№;Вопросы контроля;Срок, ответственный;Итоги\n\
         1;Планы;сентябрь, зам. директора Иванова И.И.;Справка\n\
         2;Журналы;\"завуч, 1 раз в квартал\";Совещание\n\
         3;Питание;\"как обычно, Петров П.П.\";Справка\n",
    );
    assert_eq!(
        terms(&draft),
        ["Планы: сентябрь", "Журналы: 1 раз в квартал", "Питание: "]
    );
    let names: Vec<&str> = draft
        .subjects
        .iter()
        .map(|one| one.short.as_str())
        .collect();
    assert!(!names.contains(&"сентябрь"), "{names:?}");
    assert!(names.contains(&"завуч"), "{names:?}");
}

#[test]
fn one_wording_over_start_and_end_is_the_whole_deadline() {
    let draft = proposed(
        "<table><tr><th rowspan=2>№</th><th rowspan=2>Мероприятие</th>\
         <th colspan=2>Срок</th><th rowspan=2>Ответственный</th></tr>\
         <tr><th>начало</th><th>окончание</th></tr>\
         <tr><td>1</td><td>Сверка</td><td colspan=2>ежеквартально</td><td>Отдел</td></tr>\
         <tr><td>2</td><td>Ремонт</td><td>01.02.2024</td><td>01.03.2024</td><td>Отдел</td></tr>\
         </table>",
    );
    assert_eq!(
        terms(&draft),
        ["Сверка: ежеквартально", "Ремонт: 01.02.2024 – 01.03.2024"]
    );
}

#[test]
fn columns_that_number_the_months_were_one_deadline_and_eleven_columns_of_nothing() {
    let numbered = "1;2;3;4;5;6;7;8;9;10;11;12";
    let roman = "I;II;III;IV;V;VI;VII;VIII;IX;X;XI;XII";
    let below = ";;;Месяц;;;;;;;;;;;\n;;;";
    for head in [
        format!("№;Мероприятие;Исполнитель;{numbered}"),
        format!("№;Мероприятие;Исполнитель;{roman}"),
        format!(
            "№;Мероприятие;Исполнитель{}{numbered}",
            below.strip_prefix(";;").unwrap()
        ),
    ] {
        let draft = proposed(&format!(
            "{head}\n1;Ремонт;Отдел;;;;;+;+;;;;;;\n2;Отчёт;Отдел;;;до 25;;;;;;;;;до 20\n\
             3;Субботник;Отдел;;;;20, 27;;;;;;;;\n"
        ));
        assert_eq!(
            terms(&draft),
            [
                "Ремонт: май, июнь",
                "Отчёт: до 25 марта, до 20 декабря",
                "Субботник: 20, 27 апреля",
            ],
            "{head}"
        );
    }
}

#[test]
fn bare_days_in_columns_of_months_were_left_out_as_amounts() {
    let draft = proposed(
        "№;Мероприятие;сентябрь;октябрь;ноябрь;Ответственный\n\
         1;Педсовет;;25;;Директор\n2;Субботник;+;;;Завхоз\n3;Олимпиада;5-7;;до 20;Завуч\n",
    );
    assert_eq!(
        terms(&draft),
        [
            "Педсовет: 25 октября",
            "Субботник: сентябрь",
            "Олимпиада: 5-7 сентября, до 20 ноября"
        ]
    );
}

#[test]
fn numbers_alone_in_columns_of_months_stay_amounts() {
    let draft = proposed(
        "№;Мероприятие;Январь;Февраль;Март;Ответственный\n\
         1;Обучение сестёр, чел.;5;5;10;Отдел кадров\n2;Обучение врачей, чел.;1;2;2;Отдел кадров\n",
    );
    assert_eq!(
        terms(&draft),
        ["Обучение сестёр, чел.: ", "Обучение врачей, чел.: "]
    );
}
