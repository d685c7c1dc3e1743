//! What the last look before the end of a meeting says of the head of the minutes.

use planerka::domain::operation::Operation;
use planerka::domain::subject::SubjectKind;
use planerka::tui::model::Overlay;
use planerka::tui::model::finish::Hole;

use crate::harness::Desk;

fn holes(desk: &Desk) -> Vec<Hole> {
    match desk.model().overlays.last() {
        Some(Overlay::Finish(state)) => state.holes.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_gate_names_a_place_and_a_secretary_that_are_missing() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter f");
    let found = holes(&desk);
    assert!(found.contains(&Hole::Place) && found.contains(&Hole::Secretary));
    assert!(!found.iter().any(|hole| matches!(hole, Hole::Post(_))));
    // One key mends each, and none stops the end of the meeting.
    let before = found.len();
    let place = found.iter().position(|hole| *hole == Hole::Place).unwrap();
    desk.press("g");
    for _ in 0..place {
        desk.press("j");
    }
    desk.press("e «г. Клин» Enter");
    assert!(!holes(&desk).contains(&Hole::Place));
    assert_eq!(holes(&desk).len(), before - 1);
    desk.press("e «региональный координатор» Enter");
    assert!(!holes(&desk).contains(&Hole::Secretary));
    assert!(desk.read("settings.ron").unwrap().contains("г. Клин"));
    desk.press("Enter");
    assert!(desk.model().open_meeting().is_none());
}

#[test]
fn the_gate_names_people_without_a_post() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    // A guest by the name of an example, added at the table.
    desk.press("a i «Примеров П.П.» Enter Enter f");
    let guest = desk
        .model()
        .workspace
        .ledger()
        .records()
        .iter()
        .find_map(|record| match &record.op {
            Operation::WriteSubject { subject } if subject.kind == SubjectKind::Person => {
                Some(subject.id.clone())
            }
            _ => None,
        });
    let guest = guest.expect("the guest is known");
    let found = holes(&desk);
    let post = Hole::Post(guest);
    let at = found.iter().position(|hole| *hole == post).unwrap();
    desk.press("g");
    for _ in 0..at {
        desk.press("j");
    }
    desk.press("e «методист» Enter");
    assert!(!holes(&desk).contains(&post));
}
