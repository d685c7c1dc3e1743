use super::*;

#[test]
fn heads_say_what_columns_hold() {
    for (head, role) in [
        ("№ п/п", Role::Number),
        ("N", Role::Number),
        ("Номер строки", Role::Number),
        ("Наименование мероприятия", Role::Title),
        ("Содержание работы", Role::Title),
        ("Основные мероприятия", Role::Title),
        ("Номер и наименование основного мероприятия", Role::Title),
        (
            "Наименование основного мероприятия, мероприятия, контрольного события",
            Role::Title,
        ),
        ("Срок", Role::Term),
        ("Сроки\nреализации", Role::Term),
        ("Число", Role::Term),
        ("No", Role::Number),
        ("Activity", Role::Title),
        ("Responsible person", Role::Responsible),
        ("Due date", Role::Term),
        ("Expected result", Role::Result),
        ("Ответств.", Role::Responsible),
        ("Отв.", Role::Responsible),
        ("Докладчики", Role::Responsible),
        ("Структурное подразделение", Role::Responsible),
        ("Повестка заседания", Role::Title),
        ("Что делать", Role::Title),
        (
            "Наименование результата, мероприятия, контрольной точки",
            Role::Title,
        ),
        ("Наименование результата", Role::Result),
        ("Подтверждающий документ", Role::Result),
        ("Дата, время", Role::Term),
        ("Дата проведения", Role::Term),
        ("Период проведения", Role::Term),
        ("Срок начала реализации", Role::Start),
        ("Срок окончания реализации", Role::End),
        ("Ответственный субъект РС НМС", Role::Responsible),
        (
            "Ответственный исполнитель (соисполнители)",
            Role::Responsible,
        ),
        ("Исполнители", Role::Responsible),
        ("Соисполнители", Role::Executors),
        ("Руководитель", Role::Responsible),
        ("Результат выполнения мероприятия", Role::Result),
        ("Ожидаемый результат (краткое описание)", Role::Result),
        ("Результат. Вид документа", Role::Result),
        ("Итоговый документ", Role::Result),
        ("I кв.", Role::Marked),
        ("Сроки реализации II квартал 2024 г.", Role::Marked),
        ("Срок (квартал) IV", Role::Marked),
        ("Янв.", Role::Marked),
        ("2 полугодие", Role::Marked),
        ("2025 год", Role::Marked),
        ("Срок", Role::Term),
        ("Контрольный срок", Role::Term),
        ("Контрольная дата", Role::Term),
        ("Дата и место проведения", Role::Term),
        ("Место и дата проведения", Role::Term),
        ("Дата, время и место проведения", Role::Term),
        ("Срок и форма отчетности", Role::Term),
        ("Отметка о выполнении", Role::Other),
        ("Отметка о выполнении, дата", Role::Other),
        ("Дата фактического исполнения", Role::Other),
        ("Контроль", Role::Other),
        ("Контроль (срок, ответственный)", Role::Other),
        ("Время и место проведения", Role::Other),
        ("Место проведения", Role::Other),
        ("Номер целевого показателя", Role::Other),
        ("Объем финансирования, тыс. руб.", Role::Other),
        ("Примечание", Role::Other),
        ("Целевые индикаторы", Role::Other),
    ] {
        assert_eq!(said(head).map(|said| said.role), Some(role), "{head}");
    }
    assert!(said("Направление").unwrap().is_above);
    assert_eq!(said("Актовый зал"), None);
    for role in Role::ALL {
        assert_eq!(Role::of_id(role.id()), Some(role));
    }
}
