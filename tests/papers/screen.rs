//! The documents screen and the shell, on a real state directory with two meetings.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::operation::WriterId;
use planerka::locale::{Language, Texts};
use planerka::store::embedded;
use planerka::store::file_system::RealFileSystem;
use planerka::store::lock::Holder;
use planerka::store::state_directory::load_workspace;
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::frames::Frames;
use planerka::tui::keymap::Keymap;
use planerka::tui::model::{Action, Level, Screen, Size};
use planerka::tui::program::{Looks, Program, Surroundings};
use planerka::tui::select::papers::is_asking;
use planerka::tui::theme::Theme;
use planerka::tui::update::Message;
use planerka::tui::view;
use ratatui::backend::TestBackend;

use super::fixture::{SECOND, day, workspace};

/// 1 June 2023, noon.
#[derive(Debug)]
struct Fixed(u128);

impl Surroundings for Fixed {
    fn today(&self) -> Date {
        day(SECOND)
    }

    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2023-06-01T12:00:00+03:00").unwrap()
    }

    fn new_id(&mut self) -> Id {
        self.0 += 1;
        Id(ulid::Ulid::from_parts(1_000_000, self.0))
    }
}

pub fn opened(path: &Path) -> (StateDirectory, Program) {
    let options = Options {
        writer: WriterId("test".into()),
        read_only: false,
        holder: Holder {
            user: "u".to_owned(),
            host: "h".to_owned(),
            process: 1,
            since: String::new(),
        },
        embedded: embedded::ALL,
    };
    let open = |options: &Options<'_>| {
        StateDirectory::open(Arc::new(RealFileSystem::private()), path, options).unwrap()
    };
    let mut first = open(&options).directory;
    for record in workspace().ledger().records() {
        first.append(std::slice::from_ref(record)).unwrap();
    }
    first.restore_approved(&workspace()).unwrap();
    drop(first);
    let opened = open(&options);
    let mut directory = opened.directory;
    let workspace = load_workspace(&mut directory, opened.records).unwrap();
    let keys = include_str!("../../src/tui/keymap/default.ron");
    let looks = Looks {
        texts: Texts::new(Language::Ru),
        keymap: Keymap::parse(keys, Action::INFO).unwrap(),
        theme: Theme::plain(),
        themes: vec![Theme::plain()],
    };
    let size = Size {
        width: 120,
        height: 40,
    };
    let mut program = Program::new(workspace, directory, looks, Box::new(Fixed(0)), size);
    program.examine_with(planerka::cli::check::examine);
    let reader = Options {
        read_only: true,
        ..options
    };
    (open(&reader).directory, program)
}

fn frame(program: &Program) -> String {
    let size = program.model.size;
    let backend = TestBackend::new(size.width, size.height);
    let mut frames = Frames::new(backend, (size.width, size.height).into());
    let Ok(_) = frames.draw(|buffer| view::draw(&program.model, buffer));
    frames.backend().to_string()
}

/// Writes papers to the end; what is there may be replaced.
fn write(program: &mut Program, action: Action) {
    program.handle(Message::Run(action));
    program.work(Duration::MAX);
    if is_asking(&program.model) {
        program.handle(Message::Run(Action::Accept));
        program.work(Duration::MAX);
    }
    assert!(!program.is_working());
}

fn notice(program: &Program) -> (Level, String) {
    let notice = program.model.notice.clone().unwrap();
    (notice.level, notice.text)
}

/// The names of the files in a directory.
fn names(place: &Path) -> Vec<String> {
    let listed = std::fs::read_dir(place).into_iter().flatten();
    let mut names: Vec<String> = listed
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_paper_is_read_and_written_from_the_screen() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    program.handle(Message::Run(Action::GoPapers));
    assert!(matches!(program.model.screen(), Some(Screen::Papers(_))));
    let seen = frame(&program);
    for words in ["01.06.2023", "№ 2, версия 1", "ПРОТОКОЛ", "[x] docx"] {
        assert!(seen.contains(words), "no «{words}»:\n{seen}");
    }
    program.handle(Message::Run(Action::NextPaper));
    assert!(frame(&program).contains("ТАКТИЧЕСКИЙ ПЛАН"));
    program.handle(Message::Run(Action::NextFormat));
    program.handle(Message::Run(Action::ToggleFormat));
    write(&mut program, Action::WritePaper);
    let export = directory.path().join("export");
    for name in [
        "2023-06-01-tactical-plan.docx",
        "2023-06-01-tactical-plan.html",
    ] {
        assert!(
            export.join(name).is_file(),
            "{name}: {:?}",
            program.model.notice
        );
    }
    std::fs::write(export.join("2023-06-01-tactical-plan.html"), "by hand").unwrap();
    write(&mut program, Action::WriteMeeting);
    let notice = program.model.notice.clone().unwrap();
    assert_eq!(notice.level, Level::Done, "{}", notice.text);
    assert!(notice.text.contains("backups"), "{}", notice.text);
    assert!(export.join("2023-06-01-extract-iro-asou.docx").is_file());
    write(&mut program, Action::WriteAllMeetings);
    assert!(export.join("2023-05-25-minutes.docx").is_file());
    for (width, height) in [(40, 12), (80, 24), (200, 60)] {
        program.handle(Message::Resize(Size { width, height }));
        frame(&program);
    }
}

#[test]
fn the_shell_writes_what_the_screen_shows() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, program) = opened(directory.path());
    drop(program);
    let run = |arguments: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("planerka").unwrap();
        command.arg("--state").arg(directory.path()).args(arguments);
        command.assert()
    };
    let told = run(&["minutes", SECOND]).success();
    let text = String::from_utf8_lossy(&told.get_output().stdout).replace('\u{a0}', " ");
    assert!(
        text.contains("ПРОТОКОЛ") && text.contains("2.1. Снять с контроля"),
        "{text}"
    );
    let place = directory.path().join("out");
    let place = place.to_str().unwrap();
    run(&["minutes", "--all", "-f", "docx,md", "-o", place]).success();
    run(&[
        "extract",
        SECOND,
        "--subject",
        "ИРО АСОУ",
        "-f",
        "ics",
        "-o",
        "-",
    ])
    .success();
    run(&["extract", SECOND, "--subject", "никто"]).failure();
    run(&["report", SECOND, "-f", "xlsx", "-f", "json"]).success();
    run(&["tactical", "2023-07-06"]).failure();
    for name in [
        "out/2023-05-25-minutes.md",
        "export/2023-06-01-2023-06-30-report.xlsx",
    ] {
        assert!(directory.path().join(name).is_file(), "{name}");
    }
}

#[test]
fn a_broken_template_is_told_on_the_screen() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    let place = directory.path().join("templates");
    std::fs::create_dir(&place).unwrap();
    std::fs::write(place.join("paper.html"), "{% if %}").unwrap();
    program.handle(Message::Run(Action::GoPapers));
    program.handle(Message::Run(Action::NextFormat));
    program.handle(Message::Run(Action::ToggleFormat));
    write(&mut program, Action::WritePaper);
    let notice = program.model.notice.clone().unwrap();
    assert_eq!(notice.level, Level::Warning);
    assert!(
        notice.text.contains("templates/paper.html:1"),
        "{}",
        notice.text
    );
    let html = directory.path().join("export/2023-06-01-minutes.html");
    assert!(std::fs::read_to_string(html).unwrap().contains("ПРОТОКОЛ"));
    // The preview is what is written, by a template that came since, too.
    std::fs::write(place.join("minutes.txt"), "по-своему").unwrap();
    write(&mut program, Action::WritePaper);
    assert!(frame(&program).contains("по-своему"));
}

#[test]
fn writing_shows_how_far_it_is_and_stops_between_two_files() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    program.handle(Message::Run(Action::GoPapers));
    program.handle(Message::Run(Action::WriteMeeting));
    assert!(program.is_working());
    program.work(Duration::ZERO);
    program.work(Duration::ZERO);
    let all = program.model.papers.writing.unwrap().all;
    assert!(all > 3);
    for (width, height) in [(120, 40), (80, 24)] {
        program.handle(Message::Resize(Size { width, height }));
        let seen = frame(&program);
        assert!(
            seen.contains(&format!("2 из {all} · Esc — прервать")),
            "{seen}"
        );
    }
    // A second writing waits for the first.
    program.handle(Message::Run(Action::WritePaper));
    assert_eq!(notice(&program).0, Level::Warning);
    program.handle(Message::Run(Action::Back));
    assert!(!program.is_working());
    let (level, text) = notice(&program);
    assert!(
        level == Level::Warning && text.contains("файлов: 2"),
        "{text}"
    );
    let found = names(&directory.path().join("export"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(
        found
            .iter()
            .all(|name| name.split_once('.').unwrap().1 == "docx"),
        "{found:?}"
    );
    assert!(matches!(program.model.screen(), Some(Screen::Papers(_))));
}

#[test]
fn a_file_somebody_changed_is_asked_about() {
    for (keys, text, kept) in [
        (&[Action::Accept][..], None, 1),
        (&[Action::NextItem, Action::Accept][..], Some("by hand"), 0),
        (&[Action::LastItem, Action::Accept][..], Some("by hand"), 0),
        (&[Action::Back][..], Some("by hand"), 0),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let (_reader, mut program) = opened(directory.path());
        let export = directory.path().join("export");
        std::fs::create_dir(&export).unwrap();
        let file = export.join("2023-06-01-minutes.docx");
        std::fs::write(&file, "by hand").unwrap();
        program.handle(Message::Run(Action::GoPapers));
        program.handle(Message::Run(Action::WriteMeeting));
        program.work(Duration::MAX);
        assert!(!program.is_working() && is_asking(&program.model));
        assert!(frame(&program).contains("2023-06-01-minutes.docx уже есть"));
        for action in keys {
            program.handle(Message::Run(*action));
        }
        program.work(Duration::MAX);
        assert!(
            !program.is_working() && !is_asking(&program.model),
            "{keys:?}"
        );
        let found = std::fs::read(&file).unwrap();
        assert_eq!(found == b"by hand", text.is_some(), "{keys:?}");
        assert_eq!(names(&export.join("backups")).len(), kept, "{keys:?}");
        let leaves = keys[0] == Action::NextItem;
        let others = names(&export).len() > 2;
        assert_eq!(others, kept > 0 || leaves, "{keys:?}: {:?}", names(&export));
    }
}

#[test]
fn papers_go_where_the_user_says() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    let place = directory.path().join("на подпись");
    program.handle(Message::Run(Action::GoPapers));
    assert!(frame(&program).contains("Куда: export/ в каталоге состояния"));
    program.handle(Message::Run(Action::OpenFolder));
    let (level, text) = notice(&program);
    assert!(
        level == Level::Warning && text.contains("её ещё нет"),
        "{text}"
    );
    program.handle(Message::Run(Action::ChoosePlace));
    program.handle(Message::Paste(place.to_str().unwrap().to_owned()));
    program.handle(Message::Run(Action::Accept));
    write(&mut program, Action::WritePaper);
    let (level, text) = notice(&program);
    assert!(
        level == Level::Done && text.contains("на подпись"),
        "{text}"
    );
    assert_eq!(names(&place), ["2023-06-01-minutes.docx"]);
    assert!(!directory.path().join("export").exists());
    // An empty answer is the usual place again.
    program.handle(Message::Run(Action::ChoosePlace));
    program.model.overlays.clear();
    program.model.papers.place = None;
    assert_eq!(program.export_place(), directory.path().join("export"));
}

#[test]
fn from_the_plan_the_card_of_the_activity_is_the_first_paper() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    for action in [Action::GoPlan, Action::NextItem, Action::NextItem] {
        program.handle(Message::Run(action));
    }
    program.handle(Message::Run(Action::GoPapers));
    let seen = frame(&program);
    assert!(
        seen.contains("МЕРОПРИЯТИЕ 1.1.1") && seen.contains("Карточка 1.1.1 · 1/1"),
        "{seen}"
    );
    write(&mut program, Action::WritePaper);
    assert_eq!(
        names(&directory.path().join("export")),
        ["2023-06-01-card-1.1.1.docx"]
    );
    program.handle(Message::Run(Action::NextPaper));
    assert!(frame(&program).contains("ПРОТОКОЛ"));
}
