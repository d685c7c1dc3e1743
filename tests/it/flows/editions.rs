//! Editions: a season on the first text, an amended one adopted on a Thursday, the meeting after
//! it, and papers of before unchanged.

use planerka::domain::document::ActivityKey;
use planerka::domain::mark::Status;
use planerka::store::embedded;

use crate::harness::{Desk, Layout, date};

fn id(text: &str) -> ActivityKey {
    text.parse().unwrap()
}

/// The order with an activity before 1.2.3, what follows renumbered, and 1.1.1 in June.
fn amended() -> String {
    let new = "(\n                            id: \"1.2.3\",\n                            title: \
               \"Сессия руководителей\",\n                            responsible_subject: \"ЦНППМ \
               АСОУ\",\n                            executors: \"ММС\",\n                            \
               term: \"Ноябрь 2023 г.\",\n                            result: \"Протокол\",\n      \
               \u{20}                 ),\n                        (\n                            id: \
               \"1.2.4\"";
    let text = embedded::PLAN
        .replace("id: \"1.2.4\"", "id: \"1.2.5\"")
        .replace("(\n                            id: \"1.2.3\"", new);
    assert_ne!(text, embedded::PLAN);
    let at = text.find("id: \"1.1.1\"").unwrap();
    let (head, tail) = text.split_at(at);
    format!("{head}{}", tail.replacen("Май 2023 г.", "Июнь 2023 г.", 1))
}

fn number(desk: &Desk, key: &str) -> String {
    let (activity, _) = desk.model().workspace.activity(id(key)).unwrap();
    activity.number.to_string()
}

/// 1.1.1 done, 1.2.4 at risk, the meeting of 25.05.2023 ended.
fn after_a_meeting(layout: Layout) -> Desk {
    let mut desk = Desk::new().in_layout(layout);
    desk.press("F3 / «1.1.1» Enter d / «1.2.4» Enter r F6 Enter f Enter");
    desk
}

#[test]
fn an_order_that_was_edited_by_hand_is_adopted_on_a_thursday() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = after_a_meeting(layout);
        let papers = desk.papers("2023-05-25");
        desk.come_back_on("2023-06-01");
        desk.place("plan.ron", &amended());
        desk.tick();
        assert!(desk.notice().contains("ctrl-e"), "{}", desk.notice());
        // Until it is answered nothing is attached to another activity.
        assert_eq!(number(&desk, "1.2.4"), "1.2.4");
        desk.press("ctrl-e");
        desk.assert_shows("Добавлено: 1");
        desk.assert_shows("Изменились номера: 2");
        desk.assert_shows("Перенесены сроки: 1");
        // Esc changes nothing.
        desk.press("Esc");
        assert!(desk.model().workspace.ledger().editions().is_empty());
        desk.press("ctrl-e Enter «распоряжение от 30.05.2023 № Р-600» Enter Enter");
        let edition = desk.model().workspace.ledger().editions()[0].clone();
        assert_eq!(edition.from, date("2023-06-01"));
        assert_eq!(edition.basis.as_str(), "распоряжение от 30.05.2023 № Р-600");
        assert_eq!(number(&desk, "1.2.3"), "1.2.4");
        assert_eq!(number(&desk, "1.2.4"), "1.2.5");
        let mark = |desk: &Desk, key: &str, first: &str| {
            let workspace = &desk.model().workspace;
            let mark = workspace.mark_on(id(key), date(first), date("2023-06-01"));
            mark.map(|it| it.status.clone())
        };
        assert_eq!(mark(&desk, "1.1.1", "2023-06-01"), Some(Status::Done));
        assert_eq!(mark(&desk, "1.2.4", "2023-05-01"), Some(Status::AtRisk));
        // One undo, and again.
        desk.press("u");
        assert_eq!(number(&desk, "1.2.4"), "1.2.4");
        assert_eq!(mark(&desk, "1.1.1", "2023-05-01"), Some(Status::Done));
        desk.press("ctrl-r");
        assert_eq!(number(&desk, "1.2.4"), "1.2.5");
        // The next meeting hears of it, and takes it into the minutes at a key.
        desk.press("F6 Enter");
        let news = desk.model().workspace.since_last(date("2023-06-01"));
        assert!(
            news.iter()
                .any(|it| matches!(it.news, planerka::domain::workspace::News::Amended { .. }))
        );
        desk.press("Esc ctrl-e i f Enter");
        let minutes = desk.papers("2023-06-01").0;
        assert!(minutes.contains("Р-600"), "{minutes}");
        assert!(minutes.contains("1.2.3 → 1.2.4"), "{minutes}");
        assert_eq!(desk.papers("2023-05-25"), papers);
        // The next start knows it too, and asks nothing.
        desk.come_back_on("2023-06-08");
        assert!(desk.model().overlays.is_empty());
        assert_eq!(number(&desk, "1.2.4"), "1.2.5");
        assert_eq!(desk.papers("2023-05-25"), papers);
    }
}

#[test]
fn what_was_edited_while_nobody_looked_is_the_first_thing_seen() {
    let mut desk = after_a_meeting(Layout::Latin);
    desk.place("plan.ron", &amended());
    desk.come_back_on("2023-06-01");
    desk.assert_shows("Изменения в комплекс мер (Р-503)");
    assert_eq!(number(&desk, "1.2.4"), "1.2.4");
}

/// The order without 1.1.4, and without the point of May in 1.1.3.
fn with_losses() -> String {
    let text = embedded::PLAN;
    let own = text.find("id: \"1.1.4\"").unwrap();
    let begin = text[..own].rfind('(').unwrap();
    let end = own + text[own..].find("\n                        ),").unwrap() + 27;
    let text = format!("{}{}", &text[..begin], &text[end..]);
    let at = text.find("id: \"1.1.3\"").unwrap();
    let (head, tail) = text.split_at(at);
    let late = tail.replacen("Май 2023 г., январь 2024 г.", "Январь 2024 г.", 1);
    assert_ne!(late, tail);
    format!("{head}{late}")
}

/// The same, and 1.1.5 in words that may be another matter, 1.2.1 later, one more in 1.2.
pub fn with_everything() -> String {
    let losses = with_losses();
    let text = losses.replace(
        "Стратегическое планирование реализации ключевых проектов",
        "Планирование реализации проектов и программ муниципалитетов",
    );
    assert_ne!(text, losses);
    let at = text.find("id: \"1.1.1\"").unwrap();
    let (head, tail) = text.split_at(at);
    let text = format!("{head}{}", tail.replacen("Май 2023 г.", "Июнь 2023 г.", 1));
    let new = "(\n                            id: \"1.2.3\",\n                            title: \
               \"Сессия руководителей\",\n                            responsible_subject: \"ЦНППМ \
               АСОУ\",\n                            executors: \"ММС\",\n                            \
               term: \"Ноябрь 2023 г.\",\n                            result: \"Протокол\",\n      \
               \u{20}                 ),\n                        (\n                            id: \
               \"1.2.4\"";
    text.replace("id: \"1.2.4\"", "id: \"1.2.5\"")
        .replace("(\n                            id: \"1.2.3\"", new)
}

#[test]
fn lost_points_and_assignments_on_what_is_excluded_are_asked_about_before_adoption() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("F3 / «1.1.3» Enter d / «1.1.4» Enter F6 Enter");
        desk.press("/ «1.1.4» Enter e \"иро\" Enter \"15.06\" Enter f Enter");
        desk.come_back_on("2023-06-01");
        desk.place("plan.ron", &with_losses());
        desk.tick();
        assert!(desk.notice().contains("ctrl-e"), "{}", desk.notice());
        desk.press("ctrl-e");
        desk.assert_shows("Сначала ответьте: 2");
        desk.assert_shows("отметка переходит к ближайшей точке");
        // Nothing is adopted while a question waits.
        desk.press("Enter");
        assert!(desk.notice().contains("осталось 2"), "{}", desk.notice());
        desk.press("n");
        desk.assert_shows("отметка остаётся только в истории");
        desk.press("n");
        desk.assert_shows("снимается с контроля");
        desk.press("Enter «распоряжение от 30.05.2023 № Р-600» Enter Enter");
        let workspace = &desk.model().workspace;
        assert_eq!(workspace.ledger().editions().len(), 1);
        assert_eq!(
            workspace.ledger().marks(id("1.1.3"))[0].occurrence,
            date("2023-05-01")
        );
        let day = date("2023-06-08");
        let all = workspace.assignments(day);
        let own = all
            .iter()
            .find(|it| it.item == planerka::domain::agenda::ItemKey::Activity(id("1.1.4")));
        assert!(own.unwrap().state.is_closed());
        desk.press("u");
        let all = desk.model().workspace.assignments(day);
        assert!(all.iter().all(|it| !it.state.is_closed()));
    }
}

#[test]
fn a_deadline_is_amended_in_the_program_and_its_mark_goes_along() {
    let mut desk = after_a_meeting(Layout::Russian);
    desk.come_back_on("2023-06-01");
    desk.press("F3 / «1.1.1» Enter Y");
    desk.assert_shows("Что изменить");
    // Number, text, responsible, executors: the deadline is the fifth.
    desk.press("5");
    for _ in 0.."Май 2023 г.".chars().count() {
        desk.press("Backspace");
    }
    desk.press("«Июль 2023 г.» Enter");
    desk.assert_shows("сказанное о точке с 01.05.2023 переходит к точке с 01.07.2023");
    desk.press("Enter «распоряжение от 30.05.2023 № Р-600» Enter Enter");
    let workspace = &desk.model().workspace;
    let mark = workspace.mark_on(id("1.1.1"), date("2023-07-01"), date("2023-06-01"));
    assert_eq!(mark.unwrap().status, Status::Done);
    desk.press("u");
    let (activity, _) = desk.model().workspace.activity(id("1.1.1")).unwrap();
    assert_eq!(activity.term.as_str(), "Май 2023 г.");
}

#[test]
fn a_reading_set_by_hand_keeps_the_marks_of_points_that_move() {
    let mut desk = after_a_meeting(Layout::Latin);
    desk.come_back_on("2023-06-01");
    desk.press("F3 / «1.1.1» Enter y «июль 2023 г.»");
    desk.assert_shows("отметки переходят к новым точкам: 1");
    desk.press("Enter");
    let workspace = &desk.model().workspace;
    let mark = workspace.mark_on(id("1.1.1"), date("2023-07-01"), date("2023-06-01"));
    assert_eq!(mark.unwrap().status, Status::Done);
}

/// A paper of every format, as bytes.
fn every_format(desk: &Desk, day: &str) -> Vec<Vec<u8>> {
    use planerka::paper::{Approved, Request, render, template::Templates};
    let mut all = Vec::new();
    for request in [
        Request::Minutes(date(day)),
        Request::TacticalPlan(date(day)),
    ] {
        for format in request.kind().formats() {
            let paper = render(
                &request,
                format,
                &desk.model().workspace,
                &Approved::default(),
                &Templates::default(),
            );
            all.push(paper.unwrap().bytes);
        }
    }
    assert!(all.len() > 12, "{}", all.len());
    all
}

#[test]
fn papers_of_a_season_on_the_first_text_are_the_same_to_the_byte_after_the_edition() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = after_a_meeting(layout);
        desk.come_back_on("2023-06-01");
        desk.press("F6 Enter Esc d j w f Enter");
        desk.assert_shows("№ 2");
        let before = ["2023-05-25", "2023-06-01"];
        let kept = |desk: &Desk| before.map(|day| (desk.papers(day), every_format(desk, day)));
        let papers = kept(&desk);
        desk.come_back_on("2023-06-08");
        desk.place("plan.ron", &amended());
        desk.tick();
        desk.press("ctrl-e Enter «распоряжение от 07.06.2023 № Р-600» Enter Enter");
        assert_eq!(desk.model().workspace.ledger().editions().len(), 1);
        assert!(kept(&desk) == papers, "papers changed with the edition");
        // The meeting of that day and the next one are held on the new text.
        desk.press("F6 Enter Esc d f Enter");
        let minutes = desk.tactical_plan("2023-06-08");
        let new = minutes
            .lines()
            .find(|line| line.activity == Some(id("1.2.4")));
        assert!(new.is_none_or(|line| line.point() == "1.2.5"), "{new:?}");
        desk.come_back_on("2023-06-15");
        desk.press("F6 Enter Esc d f Enter");
        let _ = desk.papers("2023-06-15");
        assert!(
            kept(&desk) == papers,
            "papers changed with the next meetings"
        );
    }
}
