use super::super::lines::of_text;
use super::*;

fn head(content: &str) -> Head {
    read(&of_text(content))
}

#[test]
fn the_requisites_of_an_order_stand_above_its_points() {
    let found = head(
        "Администрация Городского округа Балашиха\nУПРАВЛЕНИЕ ПО ОБРАЗОВАНИЮ\n\n143900 Московская обл., д. 4\n\nПРИКАЗ\n\nот 22.09. 2022 г.\n\n№ 1355\n\nОб организации работы площадок\n\nНа основании приказа от 20.09.2022 №1087-04 «Об утверждении», в целях содействия\n\nП Р И К А З Ы В А Ю:\n\n1. Организовать работу.",
    );
    assert_eq!(found.kind.as_deref(), Some("Приказ"));
    assert_eq!(found.date, Date::new(2022, 9, 22).ok());
    assert_eq!(found.number.as_deref(), Some("1355"));
    assert_eq!(
        found.title.as_deref(),
        Some("Об организации работы площадок")
    );
    assert_eq!(
        found.issuer.as_deref(),
        Some("Администрация Городского округа Балашиха, Управление по образованию")
    );
    assert_eq!(
        basis_of(&found.preamble, false).as_deref(),
        Some("На основании приказа от 20.09.2022 №1087-04 «Об утверждении»")
    );
    assert!(!found.is_letter && found.is_official);
}

#[test]
fn a_letter_is_told_by_whom_it_is_addressed_to_and_by_what_it_asks() {
    let found = head(
        "**МИНИСТЕРСТВО  \nОБРАЗОВАНИЯ И НАУКИ  \nЧЕЛЯБИНСКОЙ ОБЛАСТИ**\n\nТел. (351) 263-67-62\n\n**16.03.2023 № 2548**\n\nНа № \\_\\_ от \\_\\_\n\nРектору\nГБУ ДПО «Институт»\n\nА.А. Барабасу\n\nУважаемые коллеги!\n\nПрошу направить отчет.",
    );
    assert_eq!(found.kind.as_deref(), Some("Письмо"));
    assert_eq!(found.number.as_deref(), Some("2548"));
    assert_eq!(
        found.issuer.as_deref(),
        Some("Министерство образования и науки Челябинской области")
    );
    assert_eq!(
        found.addressees,
        [Addressee {
            who: "Ректору ГБУ ДПО «Институт»".into(),
            name: "А.А. Барабасу".into()
        }]
    );
}

#[test]
fn a_line_to_be_filled_in_is_no_number() {
    let found = head("№ _____\n\nО проведении стратсессий\n\nДепартамент просит направить отчет.");
    assert_eq!(found.number, None);
    assert_eq!(found.title.as_deref(), Some("О проведении стратсессий"));
    assert!(found.is_letter);
}
