//! Quotas as letters and people put them.

use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Vec<(String, Option<(u16, u16)>)> {
    let found = invitations(text).into_iter();
    found
        .map(|it| {
            let quota = it.quota.map(|it| (it.least, it.most));
            (it.body.to_string(), quota)
        })
        .collect()
}

#[test]
fn a_quota_names_the_bodies_and_how_many_of_each() {
    let wanted = |list: &[(&str, u16, u16)]| -> Vec<(String, Option<(u16, u16)>)> {
        let list = list.iter();
        list.map(|(body, least, most)| ((*body).to_owned(), Some((*least, *most))))
            .collect()
    };
    for (text, list) in [
        (
            "Примерная предлагаемая квота: по 10 человек от ГБУ ДПО ЧИППКРО и ГБУ ДПО ЧИРО, 2-3 человека от ОГБУ ЦОПМиКП.",
            &[
                ("ГБУ ДПО ЧИППКРО", 10, 10),
                ("ГБУ ДПО ЧИРО", 10, 10),
                ("ОГБУ ЦОПМиКП", 2, 3),
            ][..],
        ),
        (
            "от ИРО – 3 представителя, от ЦНППМ – 2 представителя",
            &[("ИРО", 3, 3), ("ЦНППМ", 2, 2)],
        ),
        (
            "направить не более 5 участников от каждого муниципального образования",
            &[("каждого муниципального образования", 0, 5)],
        ),
        (
            "не менее двух специалистов от ГБУ «Центр оценки качества и мониторинга»; иное",
            &[("ГБУ «Центр оценки качества и мониторинга»", 2, u16::MAX)],
        ),
        (
            "от 5 до 10 человек от АСОУ, 3 (трёх) человек от ГГТУ",
            &[("АСОУ", 5, 10), ("ГГТУ", 3, 3)],
        ),
        ("2 – 3 человека от ОГБУ ЦОПМиКП", &[("ОГБУ ЦОПМиКП", 2, 3)]),
    ] {
        assert_eq!(read(text), wanted(list), "{text}");
    }
}

#[test]
fn a_text_that_counts_nobody_invites_nobody() {
    for text in [
        "",
        "обеспечить участие руководителей центров",
        "в течение 5 рабочих дней от даты регистрации",
        "Приложения на 3 л. в 1 экз.",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn what_a_person_types_is_a_body_and_a_number() {
    let one = |text| {
        let found = typed(text).unwrap();
        let first = found.first().unwrap();
        let quota = first.quota.map(|it| (it.least, it.most));
        (found.len(), first.body.to_string(), quota)
    };
    assert_eq!(one("ИРО 2-3"), (1, "ИРО".to_owned(), Some((2, 3))));
    assert_eq!(one("ИРО: 10 чел."), (1, "ИРО".to_owned(), Some((10, 10))));
    assert_eq!(
        one("Школа № 5 – 2"),
        (1, "Школа № 5".to_owned(), Some((2, 2)))
    );
    assert_eq!(one("ИРО 0-5"), (1, "ИРО".to_owned(), Some((0, 5))));
    assert_eq!(one("ИРО 5+"), (1, "ИРО".to_owned(), Some((5, u16::MAX))));
    assert_eq!(one("Департамент"), (1, "Департамент".to_owned(), None));
    assert_eq!(one("по 10 человек от А и Б").0, 2);
    assert_eq!(typed(" 12 "), Err(NotAQuota));
    assert_eq!(typed(""), Err(NotAQuota));
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "\\PC{0,200}") {
        let _found = invitations(&text);
        let _typed = typed(&text);
    }
}
