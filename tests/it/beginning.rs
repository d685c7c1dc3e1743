//! The first start: a plan of one's own, the example, or a document that is typed; and the forms
//! in which the rest is filled in.

use std::path::Path;

use planerka::locale::Language;
use planerka::store::file_system::FileSystem as _;
use planerka::tui::model::Size;
use planerka::tui::model::tour::Step;

use crate::harness::{Desk, Setting};

/// A plan of two levels, not the shipped one.
const PLAN: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/import/c1-two-levels.docx"
);

fn new_chair() -> Desk {
    let mut desk = Desk::new();
    desk.greet();
    desk
}

/// Everything that tells of the example: names of subjects, the organisation.
fn of_the_example() -> Vec<String> {
    let subjects: planerka::domain::subject::Subjects =
        ron::from_str(planerka::store::embedded::SUBJECTS).unwrap();
    let settings: planerka::domain::settings::Settings =
        ron::from_str(planerka::store::embedded::SETTINGS).unwrap();
    let mut names: Vec<String> = subjects
        .subjects
        .iter()
        .flat_map(|subject| [subject.short.to_string(), subject.full.to_string()])
        .collect();
    names.push(settings.organisation.to_string());
    names.push("РС НМС".to_owned());
    names.push("Р-503".to_owned());
    names
}

/// Names of the example that stand in some file; what the imported plan itself says is no leak.
fn leaks(desk: &Desk, own: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in desk.files.files() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for name in of_the_example() {
            if !own.contains(&name) && text.contains(&name) {
                found.push(format!("{}: {name}", path.display()));
            }
        }
    }
    found
}

#[test]
fn the_first_start_asks_and_the_example_leads_to_the_tour() {
    for (width, height) in [(60, 15), (80, 24), (120, 40)] {
        for language in Language::ALL {
            let mut desk = Desk::with(Setting {
                language,
                size: Size { width, height },
                ..Setting::default()
            });
            desk.greet();
            desk.assert_shows(match language {
                Language::Ru => "С чего начать?",
                Language::En => "What to begin with?",
            });
            assert_eq!(desk.model().tour, None);
            desk.press("2");
            assert_eq!(desk.model().tour, Some(Step::Open));
        }
    }
}

#[test]
fn who_has_begun_is_not_asked() {
    let mut desk = new_chair();
    desk.press("2 Enter A Esc");
    desk.come_back_on("2023-05-25");
    desk.greet();
    assert!(desk.model().overlays.is_empty());
}

#[test]
fn a_file_that_is_not_there_leads_back_to_the_question_and_nothing_is_written() {
    let mut desk = new_chair();
    let before = desk.files.files();
    desk.press("Enter «нет такого.docx» Enter");
    assert!(!desk.notice().is_empty());
    desk.assert_shows("С чего начать?");
    desk.press("1");
    desk.paste(PLAN);
    desk.press("Enter Enter Enter Esc");
    desk.assert_shows("С чего начать?");
    assert_eq!(desk.files.files(), before);
}

#[test]
fn a_plan_of_ones_own_takes_the_place_of_the_example_and_nothing_of_it_leaks() {
    let mut desk = new_chair();
    desk.press("1");
    desk.paste(PLAN);
    desk.press("Enter Enter Enter Enter Enter Enter");
    desk.assert_shows("Организация, совещание");
    assert_eq!(desk.read("plan.ron"), None);
    // The organisation is filled in.
    desk.press("Enter «МБОУ СОШ № 7» Enter Esc");
    let documents: Vec<String> = desk
        .names()
        .into_iter()
        .filter(|name| name.contains("documents/") && !name.contains("/first"))
        .collect();
    assert_eq!(documents.len(), 1, "{documents:?}");
    // No empty directory is left where the example's document was.
    let left = desk.files.list(Path::new("/state/documents")).unwrap();
    let left: Vec<String> = left.into_iter().map(|entry| entry.name).collect();
    assert!(left.contains(&"118-o.ron".to_owned()), "{left:?}");
    assert!(!left.contains(&"plan".to_owned()), "{left:?}");
    let own = desk.read("subjects.ron").unwrap()
        + &desk
            .read(documents[0].trim_start_matches("/state/"))
            .unwrap();
    // A meeting, to its end, with papers.
    desk.press("F2 Enter A d w f Enter");
    let minutes = desk
        .names()
        .into_iter()
        .any(|name| name.contains("minutes/"));
    assert!(minutes, "{:?}\n{}", desk.names(), desk.frame());
    assert_eq!(leaks(&desk, &own), Vec::<String>::new());
    let day = desk
        .names()
        .into_iter()
        .find(|name| name.contains("minutes/"))
        .unwrap();
    let paper = desk.read(day.trim_start_matches("/state/")).unwrap();
    assert!(paper.contains("МБОУ СОШ № 7"), "{paper}");
    // It stays so at the next start.
    desk.come_back_on("2023-06-01");
    desk.greet();
    assert!(desk.model().overlays.is_empty());
    assert_eq!(desk.read("plan.ron"), None);
}

#[test]
fn a_document_is_typed_line_by_line_with_its_deadlines_read() {
    let mut desk = new_chair();
    desk.press("3");
    desk.assert_shows("Реквизиты");
    assert_eq!(desk.read("plan.ron"), None);
    desk.press("Enter «План работы школы на 2023 год» Enter");
    desk.assert_shows("План работы школы");
    desk.press("G Enter Tab «1. Учебная работа» Enter");
    desk.press("«1.1. Провести педсовет; до 15 июня 2023 года; Завуч»");
    desk.assert_shows("15.06.2023");
    desk.press("Enter «Отчёт; когда-нибудь»");
    desk.assert_shows("срок не прочитан");
    desk.press("Enter Esc");
    let text = desk.read("documents/document-1.ron").unwrap();
    assert!(text.contains("Провести педсовет"), "{text}");
    assert!(text.contains("1.1."), "{text}");
    desk.press("x");
    let text = desk.read("documents/document-1.ron").unwrap();
    assert!(!text.contains("Отчёт"), "{text}");
    desk.press("Esc Esc F3");
    desk.assert_shows("Провести педсовет");
    assert_eq!(leaks(&desk, ""), Vec::<String>::new());
}

#[test]
fn what_is_filled_in_is_written_and_comments_stay() {
    let mut desk = Desk::new();
    let own = desk.read("settings.ron").unwrap();
    let own = own.replace(
        "    place: \"\",",
        "    // город\n    place: \"\", // пока нет",
    );
    desk.place("settings.ron", &own);
    let subjects = desk.read("subjects.ron").unwrap();
    desk.place(
        "subjects.ron",
        &subjects.replacen("    subjects: [", "    // кто есть кто\n    subjects: [", 1),
    );
    desk.tick();
    desk.press("ctrl-g e j j Enter «г. Клин» Enter");
    let text = desk.read("settings.ron").unwrap();
    assert!(
        text.contains("// город\n    place: \"г. Клин\", // пока нет"),
        "{text}"
    );
    desk.press("j Right");
    let text = desk.read("settings.ron").unwrap();
    assert!(text.contains("weekday: Friday"), "{text}");
    assert!(text.contains("// пока нет"), "{text}");
    // Rhythm is a field the file did not have.
    desk.press("j Right");
    let text = desk.read("settings.ron").unwrap();
    assert!(text.contains("rhythm: Fortnightly"), "{text}");
    desk.press("j Enter");
    for _ in 0..6 {
        desk.press("Backspace");
    }
    desk.press("«полдень» Enter");
    desk.assert_shows("Время пишут так");
    desk.press("Esc Esc");
    // A new member with post and organisation.
    desk.press("ctrl-g e G");
    desk.press("Esc ctrl-p «настройки» Enter");
    desk.assert_shows("Участники");
}

#[test]
fn a_chair_nobody_knows_yet_is_asked_about_and_written_down() {
    let mut desk = new_chair();
    desk.press("3 Esc");
    while !desk.frame().contains("▌Председатель") && !desk.frame().contains("▌ Председатель")
    {
        let before = desk.frame();
        desk.press("j");
        assert_ne!(before, desk.frame(), "no line «Председатель»");
    }
    let subjects = desk.read("subjects.ron").unwrap();
    desk.press("Enter «Примеров И.И., директор, Школа № 1» Enter");
    desk.assert_shows("Enter ещё раз");
    assert_eq!(desk.read("subjects.ron").unwrap(), subjects);
    // A letter more is another name: the question comes again.
    desk.press("«2» Enter");
    desk.assert_shows("Enter ещё раз");
    assert_eq!(desk.read("subjects.ron").unwrap(), subjects);
    desk.press("Backspace Enter Enter");
    desk.assert_shows("Примеров И.И.");
    let settings = desk.read("settings.ron").unwrap();
    assert!(
        settings.contains("chair: Some(\"primerov-i-i\")"),
        "{settings}"
    );
    assert!(!settings.contains("        \"primerov-i-i\""), "{settings}");
    let subjects = desk.read("subjects.ron").unwrap();
    assert!(subjects.contains("директор"), "{subjects}");
    assert!(subjects.contains("full: \"Школа № 1\""), "{subjects}");
}

#[test]
fn members_come_from_a_line_and_from_a_table() {
    let file = std::env::temp_dir().join(format!("planerka-members-{}.csv", std::process::id()));
    std::fs::write(
        &file,
        "ФИО;Должность;Организация\nПетров П.П.;завуч;Школа № 2\nСидорова С.С.;методист;Школа № 2\n",
    )
    .unwrap();
    let mut desk = new_chair();
    desk.press("3 Esc");
    while !desk.frame().contains("▌Участники") && !desk.frame().contains("▌ Участники")
    {
        let before = desk.frame();
        desk.press("j");
        assert_ne!(before, desk.frame(), "no line «Участники»");
    }
    desk.press("Enter Enter «Иванова И.И., директор, Школа № 1» Enter");
    desk.assert_shows("Школа № 1");
    desk.press("j Enter");
    desk.paste(&file.display().to_string());
    desk.press("Enter");
    std::fs::remove_file(&file).unwrap();
    desk.assert_shows("Сидорова С.С.");
    let settings = desk.read("settings.ron").unwrap();
    assert!(settings.contains("ivanova-i-i"), "{settings}");
    assert!(settings.contains("sidorova-s-s"), "{settings}");
    let subjects = desk.read("subjects.ron").unwrap();
    assert!(subjects.contains("Школа № 2"), "{subjects}");
    assert_eq!(subjects.matches("full: \"Школа № 2\"").count(), 1);
    // One leaves the table.
    desk.press("j j Left");
    let settings = desk.read("settings.ron").unwrap();
    assert!(
        !settings.contains("petrov-p-p") || !settings.contains("ivanova-i-i"),
        "{settings}"
    );
}

/// The repository's own orders and letters: with all their titles on it, the start screen had half
/// of a small window left for the meetings.
#[test]
fn further_documents_take_one_line_of_the_start_screen() {
    let mut desk = Desk::with(Setting {
        size: Size {
            width: 80,
            height: 24,
        },
        ..Setting::default()
    });
    let before = desk.frame().lines().position(|line| line.contains("Какое"));
    for (name, text) in planerka::store::embedded::LETTERS {
        desk.place(name, text);
    }
    desk.crash();
    desk.assert_shows("Ещё на контроле: ");
    let after = desk.frame().lines().position(|line| line.contains("Какое"));
    // One for the names, and the levels counted in other words may take one more.
    assert!(before.is_some() && after <= before.map(|line| line + 2));
}
