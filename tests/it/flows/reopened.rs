//! Approved minutes are opened again and become version 2.

use planerka::domain::minutes::MinutesState;

use super::first_meeting::{DAY, MEETING};
use crate::harness::Desk;

#[test]
fn approved_minutes_are_locked() {
    for act in ["d", "5", "v", "e", "A", "Delete"] {
        let mut desk = Desk::new();
        desk.press(MEETING);
        let approved = desk.papers(DAY);
        desk.press(act);
        assert_eq!(
            desk.notice(),
            "Протокол утверждён и закрыт. Открыть снова — R.",
            "after {act}"
        );
        assert_eq!(desk.papers(DAY), approved);
    }
}

#[test]
fn a_second_end_makes_version_two() {
    let mut desk = Desk::new();
    desk.press(MEETING);
    let first = desk.minutes(DAY);
    desk.press("R «пропущено решение» Enter");
    desk.assert_shows("открыт снова после версии 1");
    desk.press("v «Опубликовать» Enter");
    desk.press("f Enter");
    let second = desk.minutes(DAY);
    assert_eq!(second.head.state, MinutesState::Approved);
    assert_eq!((first.head.version, second.head.version), (1, 2));
    assert_eq!(first.head.number, second.head.number);
    assert_ne!(first.items, second.items);
    assert_eq!(desk.tactical_plan(DAY).minutes.version, 2);
    desk.assert_shows("версия 2");
}

#[test]
fn opening_again_needs_a_reason_and_an_end() {
    let mut desk = Desk::new();
    desk.press("Enter d R");
    desk.assert_shows("Открывать снова можно только утверждённый протокол.");
    desk.press("f Enter R Enter");
    desk.assert_shows("Текст пуст");
}

#[test]
fn minutes_edited_by_hand_were_replaced_without_a_word() {
    let mut desk = Desk::new();
    desk.press(MEETING);
    desk.press("R «опечатка» Enter");
    let name = format!("minutes/{DAY}.ron");
    let edited = format!("// правка рукой\n{}", desk.read(&name).unwrap());
    desk.place(&name, &edited);
    desk.press("v «Опубликовать» Enter f Enter");
    let kept: Vec<String> = desk
        .names()
        .into_iter()
        .filter(|it| it.starts_with("backups/minutes-"))
        .collect();
    let [kept] = kept.as_slice() else {
        panic!("one copy: {kept:?}")
    };
    assert_eq!(desk.read(kept).unwrap(), edited);
    assert_eq!(
        desk.notice(),
        format!("Документы записаны; правка, сделанная рукой, сохранена: {kept}")
    );
    desk.end();
    let words = desk.last_words();
    assert!(
        words.contains(&format!("{name} был исправлен рукой")),
        "{words}"
    );
    assert!(words.contains(kept), "{words}");
}

#[test]
fn a_draft_edited_by_hand_was_replaced_without_a_word() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.leave();
    let name = format!("minutes/{DAY}.ron");
    let edited = format!("// правка рукой\n{}", desk.read(&name).unwrap());
    desk.place(&name, &edited);
    desk.crash();
    desk.press("Enter d");
    desk.end();
    let words = desk.last_words();
    assert!(words.contains("backups/minutes-"), "{words}");
}

#[test]
fn changes_of_attendance_said_he_of_bodies_and_women() {
    let mut desk = Desk::new();
    desk.press(MEETING);
    desk.press("R «опечатка в составе» Enter a j j e «отпуск» Enter Enter f Enter");
    // The lists of the minutes, whoever stands in them.
    desk.assert_shows("− присутствовали: ЦНППМ АСОУ");
    desk.assert_shows("+ отсутствовали: ЦНППМ АСОУ (причина: отпуск)");
    let frame = desk.frame();
    assert!(!frame.contains("– присутствовал"), "{frame}");
}
