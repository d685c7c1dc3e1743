//! Any number of documents on control, of any shape: one agenda and one list of responsibilities
//! over all of them, their own words, and why a list is empty.

use std::path::Path;

use planerka::store::file_system::FileSystem as _;
use planerka::tui::model::Screen;
use planerka::tui::select::agenda::{agenda_lines, shown_lines};

use crate::harness::{Desk, Layout, STATE, date};

const LETTER: &str = r#"(
    format: 1,
    short: "Письмо 7",
    requisites: (kind: "Письмо", number: "7", date: Some("2023-05-02")),
    point: "Пункт",
    content: [
        Activity(number: "1.", title: "Представить сведения", executors: "ММС", term: "до 30.05.2023"),
        Activity(number: "2.", title: "Назначить ответственного"),
    ],
)
"#;

const MAP: &str = r#"(
    format: 1,
    requisites: (plan_title: "Дорожная карта развития наставничества"),
    taken_on_control: Some("2023-05-02"),
    levels: ["Раздел", "Задача"],
    point: "Шаг",
    content: [
        Heading(number: "I", title: "Методика", children: [
            Heading(number: "1", title: "Памятки", children: [
                Activity(key: "map/meeting", number: "1.1", title: "Планёрка", term: "еженедельно"),
                Activity(number: "1.2", title: "Памятка наставника", term: "до 30.05.2023"),
            ]),
            Heading(number: "2", title: "Слёт", children: [
                Activity(number: "2.1", title: "Слёт наставников", term: "когда-нибудь потом"),
            ]),
        ]),
    ],
)
"#;

/// The plan of the repository with a letter beside it.
fn with_a_letter(layout: Layout) -> Desk {
    let mut desk = Desk::new().in_layout(layout);
    desk.place("documents/letter.ron", LETTER);
    desk.crash();
    desk
}

/// A document of its own form alone.
fn alone(text: &str) -> Desk {
    let mut desk = Desk::new();
    desk.place("documents/map.ron", text);
    desk.files
        .remove(&Path::new(STATE).join("plan.ron"))
        .unwrap();
    desk.crash();
    desk
}

#[test]
fn one_agenda_is_over_all_documents_and_every_line_says_of_which() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = with_a_letter(layout);
        desk.press("Enter");
        let day = date("2023-05-25");
        let points: Vec<String> = agenda_lines(desk.model(), day)
            .iter()
            .map(|line| planerka::tui::select::agenda::item_name(desk.model(), line.item))
            .collect();
        assert!(
            points.iter().any(|it| it.starts_with("Р-503, ")),
            "{points:?}"
        );
        assert!(
            points.iter().any(|it| it.starts_with("Письмо 7, 1.")),
            "{points:?}"
        );
        // Narrowed to the document by its short name, and whole again.
        desk.press(": «письмо 7» Enter");
        let shown = shown_lines(desk.model(), day);
        assert!(!shown.is_empty() && shown.len() < points.len());
        for line in shown.iter() {
            let name = planerka::tui::select::agenda::item_name(desk.model(), line.item);
            assert!(name.starts_with("Письмо 7"), "{name}");
        }
        desk.press("Esc");
        assert_eq!(shown_lines(desk.model(), day).len(), points.len());
    }
}

#[test]
fn responsibilities_are_narrowed_to_those_who_owe_of_a_document() {
    let mut desk = with_a_letter(Layout::Latin);
    desk.press("F4");
    let ids = |desk: &Desk| {
        let Some(Screen::Subjects(state)) = desk.model().screen() else {
            panic!("the responsibilities are seen");
        };
        planerka::tui::select::subjects::listed(desk.model(), state).1
    };
    let all = ids(&desk).len();
    desk.press(": «письмо 7» Enter");
    let few = ids(&desk);
    assert!(few.len() < all, "{few:?}");
    assert!(few.iter().any(|id| id.0 == "mms"), "{few:?}");
}

#[test]
fn headings_of_one_number_are_told_apart_by_their_documents() {
    let mut desk = Desk::new();
    desk.place(
        "documents/map.ron",
        r#"(
            format: 1,
            short: "Карта",
            taken_on_control: Some("2023-05-02"),
            content: [
                Heading(number: "1", title: "Методика", children: [
                    Activity(number: "1.1", title: "Памятка", executors: "ММС", term: "до 30.05.2023"),
                ]),
            ],
        )
"#,
    );
    desk.crash();
    desk.resize(160, 40);
    desk.press("F4 / «ММС» Enter");
    let frame = desk.frame();
    let line = frame.lines().find(|line| line.contains("разд. "));
    let line = line.unwrap_or_else(|| panic!("{frame}"));
    assert!(line.contains("Р-503, разд. 1 — "), "{line}");
    assert!(line.contains("; Карта, разд. 1 — 1"), "{line}");
}

#[test]
fn papers_name_the_point_and_its_document_and_never_a_key() {
    let mut desk = with_a_letter(Layout::Latin);
    desk.press("Enter : «письмо 7» Enter d Esc f Enter");
    let minutes = desk.papers("2023-05-25").0;
    assert!(minutes.contains("document: \"Письмо 7\""), "{minutes}");
    let workspace = &desk.model().workspace;
    let text = planerka::paper::render(
        &planerka::paper::Request::Minutes(date("2023-05-25")),
        planerka::paper::Format::Text,
        workspace,
        &planerka::paper::Approved::default(),
        &planerka::paper::template::Templates::default(),
    );
    let text = String::from_utf8(text.unwrap().bytes)
        .unwrap()
        .replace('\u{a0}', " ");
    assert!(
        text.contains("Об исполнении пункта 1 (Письмо 7) «Представить сведения»"),
        "{text}"
    );
    assert!(!text.contains("letter/"), "{text}");
}

#[test]
fn the_start_screen_counts_in_the_words_of_the_document() {
    let desk = alone(MAP);
    desk.assert_shows("Разделов: 1 · задач: 2 · шагов: 3");
    let bare = MAP
        .replace("levels: [\"Раздел\", \"Задача\"],", "")
        .replace("point: \"Шаг\",", "");
    let desk = alone(&bare);
    desk.assert_shows("Заголовков: 3 · мероприятий: 3");
}

#[test]
fn the_meeting_is_an_activity_of_any_document_by_its_key() {
    let mut desk = alone(MAP);
    let settings = desk.read("settings.ron").unwrap();
    let own = settings.replace("Some(\"1.2.3\")", "Some(\"map/meeting\")");
    assert_ne!(own, settings);
    desk.place("settings.ron", &own);
    desk.crash();
    let key = "map/meeting".parse().unwrap();
    desk.press("Enter");
    let lines = agenda_lines(desk.model(), date("2023-05-25"));
    let item = planerka::domain::agenda::ItemKey::Activity(key);
    assert!(
        lines.iter().all(|line| line.item != item),
        "the meeting is no item of itself"
    );
    desk.press("f Enter");
    let marks = desk.model().workspace.ledger().marks(key);
    assert_eq!(marks.len(), 1, "{}", desk.frame());
    assert_eq!(marks[0].status, planerka::domain::mark::Status::Done);
}

#[test]
fn the_empty_list_of_responsibilities_says_why_it_is_empty() {
    let mut desk = alone(MAP);
    desk.press("F4");
    let shown = desk.frame().replace(['┃', '│', '\n'], " ");
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    for why in [
        "Исполнители не узнаны: мероприятий — 3 из 3.",
        "Срок не прочитан или не указан: мероприятий — 1 из 3.",
    ] {
        assert!(shown.contains(why), "{why}: {shown}");
    }
    let empty = "(format: 1, taken_on_control: Some(\"2023-05-02\"), content: [])";
    let mut desk = alone(empty);
    desk.press("F4");
    desk.assert_shows("нет мероприятий");
}
