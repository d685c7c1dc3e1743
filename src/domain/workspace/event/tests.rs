//! Events of the shipped orders and letters. The people named are examples.

use super::*;
use crate::domain::event::EventChange;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::fixture::Told;

fn event(told: &Told, key: &str) -> Event {
    told.workspace.event(key.parse().unwrap()).unwrap()
}

fn change(told: &mut Told, key: &str, change: EventChange) {
    let activity = key.parse().unwrap();
    told.say(None, "2023-03-17", Operation::SetEvent { activity, change });
}

#[test]
fn the_quotas_of_the_letter_belong_to_its_session_and_its_days_are_the_programme() {
    let told = Told::on_documents(&["2548"]);
    // «Прошу направить информацию о предлагаемых участниках стратегической сессии».
    let event = event(&told, "2548/p4");
    assert_eq!(event.activity.to_string(), "2548/p1");
    let invited: Vec<_> = event
        .invited
        .iter()
        .map(|it| (it.body.as_str(), it.quota.unwrap()))
        .collect();
    assert_eq!(
        invited,
        [
            ("ГБУ ДПО ЧИППКРО", Quota::exactly(10)),
            ("ГБУ ДПО ЧИРО", Quota::exactly(10)),
            ("ОГБУ ЦОПМиКП", Quota { least: 2, most: 3 }),
        ]
    );
    assert_eq!(
        event.quota(),
        Some(Quota {
            least: 22,
            most: 23
        })
    );
    let steps: Vec<&str> = event.programme.iter().map(SafeText::as_str).collect();
    assert_eq!(steps.len(), 2);
    assert!(steps[0].starts_with("27 марта 2023 с 10.00 до 13.00 МСК"));
    assert!(steps[1].starts_with("13-14 апреля 2023 года"));
    assert_eq!(event.silent().count(), 3);
}

#[test]
fn a_point_on_taking_part_leads_to_the_session_its_order_sets() {
    let told = Told::on_documents(&["r-325"]);
    let event = event(&told, "r-325/p6~2");
    assert_eq!(event.activity.to_string(), "r-325/2");
    let invited: Vec<_> = event.invited.iter().map(|it| it.body.as_str()).collect();
    assert_eq!(invited, ["Ректор ГСГУ", "Ректор ГГТУ"]);
    assert_eq!(event.quota(), None);
}

#[test]
fn names_are_collected_against_the_quota_and_who_is_silent_is_known() {
    let mut told = Told::on_documents(&["2548"]);
    let answer = |body: &str, names: &[&str]| EventChange::Answer {
        body: body.into(),
        names: names.iter().map(|name| SafeText::from(*name)).collect(),
    };
    change(
        &mut told,
        "2548/p1",
        answer("ГБУ ДПО ЧИРО", &["Примеров П.П., методист (пример)"]),
    );
    change(&mut told, "2548/p1", answer("ОГБУ ЦОПМиКП", &[]));
    let event = event(&told, "2548/p4");
    let standing: Vec<_> = event.invited.iter().map(InvitedBody::standing).collect();
    assert_eq!(
        standing,
        [Standing::Silent, Standing::Short(9), Standing::Nobody]
    );
    assert_eq!(event.named(), 1);
}

#[test]
fn bodies_are_invited_and_uninvited_beside_those_of_the_document() {
    let mut told = Told::on_documents(&["2548"]);
    let invite = EventChange::Invite {
        body: "АСОУ".into(),
        quota: Some(Quota::exactly(1)),
    };
    change(&mut told, "2548/p1", invite);
    let uninvite = EventChange::Uninvite {
        body: "ОГБУ ЦОПМиКП".into(),
    };
    change(&mut told, "2548/p1", uninvite);
    let steps = vec![SafeText::from("10.00 Открытие")];
    change(&mut told, "2548/p1", EventChange::Programme { steps });
    let event = event(&told, "2548/p1");
    let bodies: Vec<_> = event.invited.iter().map(|it| it.body.as_str()).collect();
    assert_eq!(bodies, ["ГБУ ДПО ЧИППКРО", "ГБУ ДПО ЧИРО", "АСОУ"]);
    assert_eq!(event.programme.len(), 1);
}
