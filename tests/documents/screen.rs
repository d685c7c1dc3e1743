//! The documents screen and the shell, on a real state directory with two meetings.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::operation::WriterId;
use planerka::locale::{Language, Texts};
use planerka::store::embedded;
use planerka::store::file_system::RealFileSystem;
use planerka::store::lock::Holder;
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::keymap::Keymap;
use planerka::tui::model::{Action, Level, Screen, Size};
use planerka::tui::program::{Looks, Program, Surroundings, load_workspace};
use planerka::tui::theme::Theme;
use planerka::tui::update::Message;
use planerka::tui::view;
use ratatui::Terminal;
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
        writer: WriterId("test".to_owned()),
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
    let program = Program::new(workspace, directory, looks, Box::new(Fixed(0)), size);
    let reader = Options {
        read_only: true,
        ..options
    };
    (open(&reader).directory, program)
}

fn frame(program: &Program) -> String {
    let size = program.model.size;
    let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).unwrap();
    terminal
        .draw(|frame| view::draw(&program.model, frame))
        .unwrap();
    terminal.backend().to_string()
}

#[test]
fn a_paper_is_read_and_written_from_the_screen() {
    let directory = tempfile::tempdir().unwrap();
    let (_reader, mut program) = opened(directory.path());
    program.handle(Message::Run(Action::GoDocuments));
    assert!(matches!(program.model.screen(), Some(Screen::Documents(_))));
    let seen = frame(&program);
    for words in ["01.06.2023", "№ 2, версия 1", "ПРОТОКОЛ", "[x] docx"] {
        assert!(seen.contains(words), "no «{words}»:\n{seen}");
    }
    program.handle(Message::Run(Action::NextPaper));
    assert!(frame(&program).contains("ТАКТИЧЕСКИЙ ПЛАН"));
    program.handle(Message::Run(Action::NextFormat));
    program.handle(Message::Run(Action::ToggleFormat));
    program.handle(Message::Run(Action::WriteDocument));
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
    program.handle(Message::Run(Action::WriteMeeting));
    let notice = program.model.notice.clone().unwrap();
    assert_eq!(notice.level, Level::Done, "{}", notice.text);
    assert!(notice.text.contains("backups"), "{}", notice.text);
    assert!(export.join("2023-06-01-extract-iro-asou.docx").is_file());
    program.handle(Message::Run(Action::WriteAllMeetings));
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
    let text = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!(
        text.contains("ПРОТОКОЛ") && text.contains("1.1. Снять с контроля"),
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
    program.handle(Message::Run(Action::GoDocuments));
    program.handle(Message::Run(Action::NextFormat));
    program.handle(Message::Run(Action::ToggleFormat));
    program.handle(Message::Run(Action::WriteDocument));
    let notice = program.model.notice.clone().unwrap();
    assert_eq!(notice.level, Level::Warning);
    assert!(
        notice.text.contains("templates/paper.html:1"),
        "{}",
        notice.text
    );
    let html = directory.path().join("export/2023-06-01-minutes.html");
    assert!(std::fs::read_to_string(html).unwrap().contains("ПРОТОКОЛ"));
}
