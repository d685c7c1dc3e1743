//! The agenda that has judgement, by its keys.

use planerka::domain::agenda::{ItemKey, Section};
use planerka::domain::mark::Status;
use planerka::tui::model::Size;

use super::first_meeting::DAY;
use crate::harness::{Desk, Setting, date};

fn by_weight() -> Desk {
    Desk::with(Setting {
        by_weight: true,
        ..Setting::default()
    })
}

fn routine(desk: &Desk) -> Vec<ItemKey> {
    desk.model().workspace.routine_left(date(DAY))
}

#[test]
fn the_block_without_discussion_is_taken_with_one_key_and_given_back_with_one() {
    let mut desk = by_weight();
    desk.press("Enter a a Enter");
    let block = routine(&desk);
    assert!(block.len() >= 4, "{block:?}");
    desk.press("C");
    assert_eq!(routine(&desk), []);
    for item in &block {
        let ItemKey::Activity(activity) = item else {
            panic!("an activity");
        };
        let mark = desk
            .model()
            .workspace
            .mark_at(*activity, date(DAY))
            .unwrap();
        assert_eq!(mark.status, Status::InProgress { percent: None });
    }
    desk.press("u");
    assert_eq!(routine(&desk), block);
}

#[test]
fn a_line_is_taken_out_of_the_block_with_one_key() {
    let mut desk = by_weight();
    desk.press("Enter a a Enter G");
    let block = routine(&desk);
    desk.press("E");
    assert_eq!(routine(&desk), block[..block.len() - 1]);
    let meeting = desk.model().workspace.ledger().meeting(date(DAY)).unwrap();
    let line = meeting.line(block[block.len() - 1]).unwrap();
    assert_ne!(line.section, Section::Routine);
    assert_eq!(line.minutes, None);
    // Sections stay whole.
    let sections: Vec<Section> = meeting.agenda.iter().map(|line| line.section).collect();
    assert!(sections.is_sorted(), "{sections:?}");
    desk.press("E");
    assert!(
        desk.notice().contains("и так обсуждается"),
        "{}",
        desk.notice()
    );
}

#[test]
fn why_here_names_the_grounds_and_their_points() {
    let mut desk = by_weight();
    desk.press("Enter a a Enter Q");
    desk.assert_shows("Почему здесь: 3.3.1");
    desk.assert_shows("событие: собираются люди · 30");
    desk.assert_shows("до срока 6 дней · 18");
    desk.assert_shows("Вес 48");
}

#[test]
fn the_heading_says_once_what_is_equal_and_the_lines_say_who_answers() {
    let mut desk = by_weight();
    desk.press("Enter a a Enter");
    desk.assert_shows("Срок до следующего совещания · 15 · 31.05, 6 дн.");
    desk.assert_shows("Без обсуждения");
    desk.assert_shows("будет: в работе");
}

#[test]
fn the_lines_of_one_body_are_heard_together() {
    let mut desk = by_weight();
    desk.press("Enter a a Enter");
    desk.press("H");
    let workspace = &desk.model().workspace;
    let meeting = workspace.ledger().meeting(date(DAY)).unwrap();
    let bodies: Vec<_> = meeting
        .agenda
        .iter()
        .filter(|line| line.section != Section::Routine)
        .map(|line| workspace.answers_for(line.item))
        .collect();
    let own = bodies[0].clone();
    let together = bodies.iter().take_while(|body| **body == own).count();
    let all = bodies.iter().filter(|body| **body == own).count();
    assert!(all > 1 && together == all, "{bodies:?}");
}

#[test]
fn the_meeting_key_asks_before_it_opens_a_meeting() {
    let mut desk = by_weight();
    desk.press("F2");
    desk.assert_shows("Открыть совещание");
    desk.press("Esc");
    assert!(desk.model().workspace.ledger().meeting(date(DAY)).is_none());
    desk.press("F2 Enter");
    assert!(desk.model().workspace.ledger().meeting(date(DAY)).is_some());
}

#[test]
fn who_joins_in_the_middle_marks_what_was_before_with_one_act() {
    let mut desk = Desk::with(Setting {
        by_weight: true,
        today: date("2024-02-01"),
        ..Setting::default()
    });
    let before = |desk: &Desk| {
        let workspace = &desk.model().workspace;
        let left = workspace.points_before_record(date("2024-02-01"), |_| true);
        let counted = workspace.numbers(date("2024-02-01")).all.points_before;
        (left.len(), counted)
    };
    let (all, none) = before(&desk);
    assert!(all > 30 && none == 0);
    desk.assert_shows("До начала учёта");
    // A part of the plan: the heading under the cursor.
    desk.press("F3 g X");
    desk.assert_shows("исполнено до начала учёта");
    desk.press("Enter");
    let (left, counted) = before(&desk);
    assert!(left < all && left + counted == all, "{left} {counted}");
    desk.press("u");
    assert_eq!(before(&desk), (all, 0));
    desk.press("F6 X Enter");
    assert_eq!(before(&desk), (0, all));
    desk.press("O");
    desk.assert_shows("Исполнено до начала учёта");
}

#[test]
fn what_is_copied_is_what_the_cursor_is_on() {
    let mut desk = by_weight();
    desk.press("F3 / «1.1.1» Enter ctrl-y");
    let copied = desk.copied().unwrap();
    assert!(copied.starts_with("1.1.1 Корректировка"), "{copied}");
    desk.press("F4 ctrl-y");
    let copied = desk.copied().unwrap();
    assert!(
        copied.contains("На контроле по состоянию на 25.05.2023"),
        "{copied}"
    );
    assert!(copied.contains("Основание: Р-503"), "{copied}");
}

#[test]
fn drafts_of_reminders_are_written_and_nothing_is_sent() {
    let mut desk = by_weight();
    desk.press("F4 R");
    assert!(
        desk.notice().contains("Ничего не отправлено"),
        "{}",
        desk.notice()
    );
    let subject = desk.model().workspace.reminders(date(DAY))[0]
        .subject
        .clone();
    let draft = desk
        .read(&format!("export/{DAY}-napominanie-{subject}.eml"))
        .unwrap();
    assert!(draft.contains("X-Unsent: 1\r\n"), "{draft}");
    assert!(draft.lines().all(|line| line.len() <= 78), "{draft}");
}

/// With a second document on control its name stood before every number, and the number itself was
/// cut away.
#[test]
fn numbers_are_read_in_a_small_window_with_several_documents() {
    let mut desk = Desk::with(Setting {
        size: Size {
            width: 80,
            height: 24,
        },
        ..Setting::default()
    });
    desk.place(
        "documents/letter.ron",
        r#"(
    format: 1,
    short: "Письмо о кадрах",
    taken_on_control: "2023-05-20",
    content: [Activity(number: "1.", title: "Сведения", term: "до 30 мая 2023 г.")],
)
"#,
    );
    desk.crash();
    desk.press("Enter");
    desk.assert_shows("Р-503, 1.1.1");
}

/// At ten thousand activities every key on the start screen waited for the agenda of another day.
#[test]
fn the_start_screen_waits_for_no_agenda_that_takes_long_and_shows_it_when_it_is_counted() {
    let (mut apart, mut at_once) = (Desk::new(), Desk::new());
    apart.count_apart();
    for _ in 0..3 {
        apart.press("Down");
        at_once.press("Down");
        apart.assert_shows("вопросов к рассмотрению: …");
        apart.count();
        assert_eq!(apart.frame(), at_once.frame());
    }
    // What was counted of another state is not taken for what is now.
    apart.press("Down");
    apart.begin_to_count();
    at_once.press("Down");
    for desk in [&mut apart, &mut at_once] {
        desk.press("F3 j j j d Esc");
    }
    apart.count();
    apart.count();
    assert_eq!(apart.frame(), at_once.frame());
}
