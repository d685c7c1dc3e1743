//! A plan of another program, taken on control in the program itself.

use crate::harness::{Desk, Layout};

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
fn a_level_of_headings_is_called_as_the_document_calls_it() {
    let mut desk = Desk::new();
    desk.press(&format!(
        "ctrl-g i «{}» Enter Enter Enter",
        file("c1-two-levels.docx")
    ));
    desk.assert_shows("Уровень 1 зовётся «Раздел»");
    desk.press("Right");
    desk.assert_shows("Уровень 1 зовётся «Направление»");
    desk.press("Enter Enter Enter");
    let documents = desk.model().workspace.documents();
    let own = documents.iter().find(|it| it.key.as_str() == "118-o");
    let levels = own.map(|it| it.levels.iter().map(ToString::to_string).collect());
    assert_eq!(levels, Some(vec!["Направление".to_owned()]));
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

/// What stands in a subject's entry of `subjects.ron`.
fn entry(desk: &Desk, id: &str) -> String {
    let text = desk.read("subjects.ron").unwrap();
    let from = text
        .find(&format!("id: \"{id}\""))
        .unwrap_or_else(|| panic!("{id}: {text}"));
    let rest = &text[from..];
    rest[..rest.find("        ),").unwrap()].to_owned()
}

#[test]
fn names_and_deadlines_are_put_right_before_anything_is_written() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press(&format!("ctrl-g i «{}» Enter", file("w1-people.csv")));
        // The column nobody knows is left, so that the next edition shows whether that was kept.
        desk.press("Enter j j j j Right");
        desk.assert_shows("Класс → не берётся");
        desk.press("Enter Enter");
        desk.assert_shows("4/5 Люди и сроки");
        // Nearly a known name: taken for it. Nobody says otherwise.
        desk.assert_shows("ЦНППМ АСОУУ: похоже на «ЦНППМ АСОУ», взято за него");
        // A new name gets a fuller one.
        desk.press("j e");
        desk.assert_shows("Название субъекта");
        for _ in 0..20 {
            desk.press("Backspace");
        }
        desk.press("«ОК — Отдел кадров и права» Enter");
        desk.assert_shows("+ ОК — Отдел кадров и права (организация)");
        // Another case of a known name: one key takes it for that.
        desk.press("j");
        desk.assert_shows("ближе всех «Ресурсный центр на базе ГГТУ»");
        desk.press("Left");
        desk.assert_shows("Ресурсного центра на базе ГГТУ: это «Ресурсный центр на базе ГГТУ»");
        // A deadline nobody could read is typed; what is no deadline either stays in its field.
        desk.press("j");
        desk.assert_shows("«как получится» не прочитан");
        desk.press("e");
        for _ in 0..20 {
            desk.press("Backspace");
        }
        desk.press("«никогда» Enter");
        desk.assert_shows("«никогда» — не дата и не срок");
        for _ in 0..20 {
            desk.press("Backspace");
        }
        desk.press("«до 1 мая 2023 г.» Enter");
        desk.assert_shows("«как получится» читать как «до 1 мая 2023 г.»");
        // Of a deadline with an assumption another reading is chosen.
        desk.press("j Right");
        desk.assert_shows("«начало июня» читать как «01.06.2023 – 10.06.2023»");
        desk.press("x");
        desk.assert_shows("«начало июня» читается как");
        desk.press("Right Enter Enter");
        let text = desk.read("documents/7-o.ron").unwrap();
        assert!(text.contains("term: \"как получится\""), "{text}");
        assert!(text.contains("read_as: \"до 1 мая 2023 г.\""), "{text}");
        assert!(
            text.contains("read_as: \"01.06.2023 – 10.06.2023\""),
            "{text}"
        );
        assert!(!text.contains("Класс"), "{text}");
        let known = entry(&desk, "cnppm-asou");
        assert!(known.contains("ЦНППМ АСОУУ"), "{known}");
        let known = entry(&desk, "ok");
        assert!(known.contains("short: \"ОК\""), "{known}");
        assert!(known.contains("Отдел кадров и права"), "{known}");
        assert!(known.contains("\"Отдел кадров\""), "{known}");
        let all = desk.read("subjects.ron").unwrap();
        assert_eq!(
            all.matches("Ресурсного центра на базе ГГТУ").count(),
            1,
            "{all}"
        );
        // Everybody who is named is known now, and the deadlines count as they were put right.
        let model = desk.model();
        let document = model.workspace.documents().iter();
        let document = document
            .into_iter()
            .find(|it| it.key.as_str() == "7-o")
            .unwrap();
        for activity in document.activities() {
            let who = &activity.responsible_subject;
            assert!(model.workspace.subjects().find(who).is_some(), "{who}");
        }
    }
}

#[test]
fn the_next_edition_is_read_as_the_one_before_was_put_right() {
    let mut desk = Desk::new();
    desk.press(&format!("ctrl-g i «{}» Enter", file("w1-people.csv")));
    desk.press("Enter j j j j Right Enter Enter j j j e");
    for _ in 0..20 {
        desk.press("Backspace");
    }
    desk.press("«до 1 мая 2023 г.» Enter Enter Enter");
    assert!(keys(&desk).contains(&"7-o".to_owned()));
    desk.press(&format!("ctrl-g i «{}» Enter", file("w2-people-next.csv")));
    desk.assert_shows("Редакция документа");
    desk.press("Enter");
    desk.assert_shows("Класс → не берётся");
    desk.press("Enter Enter");
    desk.assert_shows("«как получится» читать как «до 1 мая 2023 г.»");
    desk.assert_shows("новых 0, похожих на известных 0");
    desk.press("Enter Enter");
    // Nothing but what the edition changes is there to be adopted.
    desk.assert_shows("8 декабря");
    desk.assert_shows("Составить план на следующий год");
}

#[test]
fn a_plan_is_an_edition_of_the_document_that_is_chosen() {
    let mut desk = Desk::new();
    desk.press(&format!("ctrl-g i «{}» Enter", file("w1-people.csv")));
    desk.assert_shows("Новый документ, обозначение 7-o");
    desk.press("Right");
    desk.assert_shows("Редакция документа");
    desk.press("Left");
    desk.assert_shows("Новый документ, обозначение 7-o");
}

/// A file that takes its time, as one on a network drive does: keys are taken meanwhile, Esc leaves
/// it and writes nothing.
#[cfg(unix)]
#[test]
fn a_file_that_takes_its_time_does_not_stop_the_keys_and_esc_leaves_it() {
    let place = tempfile::TempDir::new().unwrap();
    let pipe = |name: &str| {
        let path = place.path().join(name);
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        path.to_str().unwrap().to_owned()
    };
    let mut desk = Desk::new();
    desk.read_apart();
    let before = desk.files.files();
    desk.press(&format!("ctrl-g i «{}» Enter", pipe("left.docx")));
    desk.assert_shows("Читается left.docx");
    desk.press("F3");
    desk.assert_shows("Раздел плана");
    desk.press("Esc");
    desk.assert_shows("ничего не записано");
    assert!(!desk.take_read());
    assert_eq!(desk.files.files(), before);
    // Another one is waited for.
    let slow = pipe("slow.docx");
    desk.press(&format!("ctrl-g i «{slow}» Enter"));
    desk.assert_shows("Читается slow.docx");
    std::fs::write(&slow, std::fs::read(file("c1-two-levels.docx")).unwrap()).unwrap();
    while !desk.take_read() {
        std::thread::yield_now();
    }
    desk.assert_shows("1/5 Таблицы");
}
