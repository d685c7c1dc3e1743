//! A plan of another program, taken on control in the program itself.

use crate::harness::Desk;

fn file(name: &str) -> String {
    format!("{}/tests/import/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn keys(desk: &Desk) -> Vec<String> {
    desk.model()
        .workspace
        .documents()
        .iter()
        .map(|document| document.key.to_string())
        .collect()
}

#[test]
fn an_ordinary_plan_is_imported_by_enter_five_times() {
    let mut desk = Desk::new();
    desk.press(&format!("ctrl-g i «{}» Enter", file("c1-two-levels.docx")));
    desk.assert_shows("1/5 Таблицы");
    desk.press("Enter");
    desk.assert_shows("Срок исполнения → срок");
    desk.press("Enter Enter Enter");
    desk.assert_shows("5/5 Отчёт");
    assert!(!keys(&desk).contains(&"118-o".to_owned()));
    desk.press("Enter");
    assert!(keys(&desk).contains(&"118-o".to_owned()));
}

#[test]
fn esc_anywhere_writes_nothing() {
    for enters in 0..5 {
        let mut desk = Desk::new();
        desk.press(&format!("ctrl-g i «{}» Enter", file("c1-two-levels.docx")));
        for _ in 0..enters {
            desk.press("Enter");
        }
        desk.press("Esc");
        desk.assert_shows("ничего не записано");
        assert!(!keys(&desk).contains(&"118-o".to_owned()));
    }
}

#[test]
fn what_a_column_is_for_is_changed_by_key() {
    let mut desk = Desk::new();
    desk.press(&format!(
        "ctrl-g i «{}» Enter Enter",
        file("c1-two-levels.docx")
    ));
    desk.press("j j j Right");
    desk.assert_shows("Ответственные исполнители → исполнители");
    desk.press("Left");
    desk.assert_shows("Ответственные исполнители → ответственный");
}

#[test]
fn a_file_that_is_not_read_says_why() {
    let mut desk = Desk::new();
    desk.press(&format!("ctrl-g i «{}» Enter", file("l4-password.xlsx")));
    desk.assert_shows("защищён паролем");
}

/// A letter is pasted where nothing is typed: its lines are looked over, a line is left out, and
/// it is on control.
#[test]
fn a_pasted_letter_is_taken_on_control_line_by_line() {
    let text = std::fs::read_to_string(file("orders/002-chelyabinsk-2548.txt")).unwrap();
    let mut desk = Desk::new();
    desk.paste(&text);
    desk.assert_shows("1/2 Строки текста");
    desk.assert_shows("⟨13-14 апреля 2023 года⟩");
    desk.press("j Right");
    desk.assert_shows("оставлено по решению");
    desk.press("Enter Enter");
    let taken: Vec<usize> = desk
        .model()
        .workspace
        .documents()
        .iter()
        .filter(|document| document.requisites.number.as_str() == "2548")
        .map(|document| document.activities().count())
        .collect();
    assert_eq!(taken, [3]);
}
