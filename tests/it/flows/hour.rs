//! The hour of the chair from the first key to the approval: what is shown of what was done, and
//! what is asked.

use planerka::domain::agenda::{ItemKey, Reason, Section};
use planerka::domain::minutes::Question;

use super::first_meeting::DAY;
use crate::harness::{Desk, Setting, date};

const NEXT: &str = "2023-06-01";

/// As a new user has it: what was due before the first meeting is not counted.
fn as_shipped(today: &str) -> Desk {
    Desk::with(Setting {
        today: date(today),
        by_weight: true,
        ..Setting::default()
    })
}

#[test]
fn what_the_key_puts_off_is_told_in_the_minutes_and_taking_it_up_ends_that() {
    let mut desk = Desk::new();
    desk.press("Enter : «1.1.4» Enter b");
    let points = |desk: &Desk| -> Vec<String> {
        let minutes = desk.minutes_so_far(DAY);
        let points = minutes.put_off.iter().map(Question::point);
        points.map(str::to_owned).collect()
    };
    assert_eq!(points(&desk), ["1.1.4"]);
    desk.press("i «1.1.4» Enter");
    assert_eq!(points(&desk), Vec::<String>::new());
    desk.press("u");
    assert_eq!(points(&desk), ["1.1.4"]);
    desk.press("f Enter");
    assert!(
        desk.papers(DAY).0.contains("put_off"),
        "{}",
        desk.papers(DAY).0
    );
}

#[test]
fn a_value_that_was_taken_is_a_hole_no_more_and_stands_at_the_end_of_its_line() {
    let mut desk = Desk::new();
    desk.press("Enter f Enter");
    desk.come_back_on(NEXT);
    desk.press("Enter / «функционированию РС НМС» Enter");
    desk.press("F2 : «функционированию» Enter d «7; отчёт АСОУ (пример)» Enter");
    let minutes = desk.minutes_so_far(NEXT);
    let value = minutes.items.iter().find_map(|item| item.value.as_ref());
    assert_eq!(value.unwrap().amount.to_string(), "7");
    let is_asked = |question: &Question| {
        let mut reasons = question.reasons.iter();
        reasons.any(|reason| matches!(reason, Reason::ValueDue { number: 1, .. }))
    };
    assert!(!minutes.not_considered.iter().any(is_asked));
    let frame = desk.frame();
    assert!(!frame.contains("показатель 1,"), "{frame}");
    desk.press("f");
    let frame = desk.frame();
    let mut holes = frame.lines().filter(|line| line.contains("не рассмотрен"));
    assert!(
        !holes.any(|line| line.contains("Разработан и реализуется")),
        "{frame}"
    );
}

#[test]
fn an_assignment_on_a_point_without_a_result_begins_with_the_words_of_the_point() {
    let mut desk = Desk::new();
    let plan = desk.read("plan.ron").unwrap();
    let at = plan.find("result: \"").unwrap() + "result: \"".len();
    let end = at + plan[at..].find('"').unwrap();
    for result in ["", "–"] {
        let mut without = plan.clone();
        without.replace_range(at..end, result);
        desk.place("plan.ron", &without);
        desk.crash();
        desk.press("Enter : «1.1.1» Enter e");
        let frame = desk.frame();
        assert!(!frame.contains("Обеспечить результат"), "{frame}");
        desk.press("\"мм\" Enter Enter");
        let entries = desk.model().workspace.ledger().entries();
        let text = entries.last().unwrap().content.text.to_string();
        let title = desk
            .model()
            .workspace
            .activity_title("1.1.1".parse().unwrap());
        assert_eq!(text, title.to_string());
    }
}

#[test]
fn points_of_before_the_record_and_meetings_not_held_are_not_overdue_in_the_bars() {
    let mut desk = as_shipped("2023-09-07");
    desk.press("Enter Esc O 3");
    let frame = desk.frame();
    let bars = |frame: &str| -> String {
        let lines = frame.lines().filter(|line| !line.contains("исполнено  "));
        lines.collect::<Vec<_>>().join("\n")
    };
    assert!(!bars(&frame).contains('‼'), "{frame}");
    let line = frame.lines().find(|line| line.contains("1.1.1 ")).unwrap();
    assert!(line.contains('·'), "{line}");
    // What becomes overdue afterwards is overdue.
    desk.come_back_on("2023-12-07");
    desk.press("O 3");
    assert!(bars(&desk.frame()).contains('‼'), "{}", desk.frame());
}

#[test]
fn a_line_without_discussion_does_not_hide_that_its_day_is_over() {
    let mut desk = as_shipped(DAY);
    desk.press("Enter C f Enter");
    desk.come_back_on(NEXT);
    desk.press("Enter Esc");
    let workspace = &desk.model().workspace;
    let meeting = workspace.ledger().meeting(date(NEXT)).unwrap();
    // 1.3.3 is of every week; the heading tells the day of the others.
    let line = meeting.line(ItemKey::Activity("1.3.3".parse().unwrap()));
    assert_eq!(line.unwrap().section, Section::Routine);
    for (width, height) in [(120, 40), (80, 24)] {
        desk.resize(width, height);
        desk.press("G");
        let frame = desk.frame();
        assert!(
            frame.contains("Без обсуждения · 5 · 31.05, +1 дн."),
            "{frame}"
        );
        let line = frame.lines().find(|line| line.contains(" 1.3.3 "));
        let line = line.unwrap_or_else(|| panic!("{frame}"));
        assert!(line.contains("26.05, +6 дн. → исполнено"), "{frame}");
        assert!(frame.contains("будет: исполнено"), "{frame}");
    }
}

#[test]
fn acts_are_named_by_what_a_person_knows() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-04-27");
    let path = "tests/import/orders/000-r-325-strategic-session.txt";
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    desk.paste(&std::fs::read_to_string(path).unwrap());
    desk.press("Enter Enter F3 / «программу Стратегической сессии» Enter d u");
    let notice = desk.notice();
    assert!(notice.contains("исполнено"), "{notice}");
    assert!(!notice.contains('/'), "no key of the journal: {notice}");
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter \"чт\" Enter f Enter");
    desk.come_back_on(NEXT);
    desk.press("F5 c 1 u");
    let notice = desk.notice();
    assert!(notice.contains("поручение 1.1 «"), "{notice}");
}

#[test]
fn the_day_it_really_was_done_is_told_wherever_the_mark_is() {
    let mut desk = Desk::new();
    desk.press("Enter : «1.1.1» Enter D «пт» Enter : «1.1.1» Enter");
    let frame = desk.frame();
    // In the line of the agenda, and in the card.
    assert!(
        frame.matches("исполнено 19.05.2023").count() >= 2,
        "{frame}"
    );
    desk.press("T").assert_shows("исполнено 19.05.2023");
    desk.press("Esc f Enter");
    desk.come_back_on(NEXT);
    desk.press("Enter");
    desk.assert_shows("исполнено 19.05.2023, отмечено 25.05");
}

#[test]
fn approval_warns_of_a_meeting_nobody_came_to_and_of_minutes_without_a_chair() {
    let mut desk = Desk::new();
    let settings = desk.read("settings.ron").unwrap();
    let chairless = settings.replace(
        "chair: Some(\"asou-vice-rector-development\")",
        "chair: None",
    );
    assert_ne!(chairless, settings);
    desk.place("settings.ron", &chairless);
    desk.crash();
    desk.press("Enter a");
    for _ in 0..desk.model().workspace.settings().members.len() {
        desk.press("x j");
    }
    desk.press("Enter f");
    desk.assert_shows("никто из постоянных участников не отмечен присутствующим");
    desk.assert_shows("в протоколе нет председателя");
    desk.press("Esc a p Enter f");
    let frame = desk.frame();
    assert!(!frame.contains("никто из постоянных"), "{frame}");
    desk.assert_shows("в протоколе нет председателя");
}

#[test]
fn keys_for_an_entry_are_not_offered_where_there_is_none() {
    let mut desk = Desk::new();
    desk.press("Enter Tab");
    let hints = |desk: &Desk| desk.frame().lines().last().unwrap().to_owned();
    let before = hints(&desk);
    assert!(!before.contains("Delete"), "{before}");
    desk.press("Esc n «Слово» Enter Tab");
    let after = hints(&desk);
    assert!(after.contains("Delete"), "{after}");
}

#[test]
fn who_only_reads_is_not_told_that_a_choice_was_written() {
    let first = Desk::new();
    let mut second = first.second(Setting {
        writer: "pc2",
        ..Setting::default()
    });
    for _ in 0..3 {
        second.press("alt-m");
        let notice = second.notice();
        assert!(notice.contains("Мышь"), "{notice}");
        assert!(!notice.contains("Записано"), "{notice}");
    }
}

#[test]
fn a_plan_nobody_has_named_is_not_called_by_the_name_of_its_file() {
    let mut desk = Desk::new();
    desk.greet();
    desk.press("3");
    let frame = desk.frame();
    assert!(frame.contains("Новый план"), "{frame}");
    assert!(!frame.contains("document-1"), "{frame}");
    // Its own name comes in the place of that.
    desk.press("Enter «План школы» Enter");
    let text = desk.read("documents/document-1.ron").unwrap();
    assert!(!text.contains("Новый план"), "{text}");
}

#[test]
fn who_comes_for_a_body_represents_it_and_stands_in_for_a_person() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let members = desk.model().workspace.settings().members.clone();
    for member in members {
        let subject = desk.model().workspace.subject(&member).unwrap();
        let is_body = subject.kind == planerka::domain::subject::SubjectKind::Organisation;
        desk.press("d");
        desk.assert_shows(if is_body {
            "Кто представляет:"
        } else {
            "Кто замещает:"
        });
        desk.press("Esc j");
    }
}

#[test]
fn the_screen_sends_to_the_form_and_not_into_the_file() {
    let mut desk = Desk::new();
    desk.press("Enter f");
    desk.assert_shows("другой первый номер задают в настройках: ctrl-g e");
    let settings = desk.read("settings.ron").unwrap();
    let at = settings.find("members: [").unwrap();
    let end = at + settings[at..].find(']').unwrap();
    let mut nobody = settings.clone();
    nobody.replace_range(at..end, "members: [");
    desk.place("settings.ron", &nobody);
    desk.crash();
    desk.press("Enter a");
    let notice = desk.notice();
    assert!(notice.contains("ctrl-g e"), "{notice}");
    assert!(notice.contains("клавишей i"), "{notice}");
}
