//! The real binary in a real terminal: a short meeting, both layouts, a kill in the middle, a
//! signal, a window that is too small.

#[cfg(unix)]
mod office;
mod sizes;
#[cfg(target_os = "linux")]
mod synced;

#[expect(dead_code, reason = "shared with the tests of the terminal's ground")]
#[path = "../pty_ground/harness.rs"]
pub(crate) mod terminal;

use std::path::Path;
use std::time::{Duration, Instant};

use planerka::domain::minutes::{Minutes, MinutesState};
use planerka::domain::tactical_plan::TacticalPlan;
use portable_pty::CommandBuilder;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use tempfile::TempDir;
use terminal::Program;

use crate::harness::{Layout, Stroke, in_plan_order, strokes};

const PROGRAM: &str = env!("CARGO_BIN_EXE_planerka");

/// A state directory and a home that belong to one test.
pub(crate) struct Office {
    pub(crate) home: TempDir,
}

impl Office {
    /// Of somebody who has been asked what to begin with.
    pub(crate) fn new() -> Self {
        let office = Self::untouched();
        let settings = &in_plan_order(planerka::store::embedded::SETTINGS);
        let asked = planerka::store::document::with_field(settings, "tour_seen", "true").unwrap();
        std::fs::create_dir(office.state()).unwrap();
        std::fs::write(office.state().join("settings.ron"), asked).unwrap();
        office
    }

    /// Of a new user.
    pub(crate) fn untouched() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn state(&self) -> std::path::PathBuf {
        self.home.path().join("state")
    }

    pub(crate) fn start(&self) -> Program {
        self.start_below(CommandBuilder::new(PROGRAM))
    }

    /// Below a shell that does something first and then runs what follows it.
    pub(crate) fn start_below_shell(&self, first: &str) -> Program {
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", &format!("{first} \"$0\" \"$@\"; exit $?"), PROGRAM]);
        let mut program = self.start_below(shell);
        program.mean_the_child();
        program
    }

    fn start_below(&self, command: CommandBuilder) -> Program {
        let program = self.start_at(command, "ru", (100, 30));
        program.wait_for_text("Какое совещание?");
        program
    }

    fn start_at(
        &self,
        mut command: CommandBuilder,
        language: &str,
        (cols, rows): (u16, u16),
    ) -> Program {
        command.args(["--today", "2023-05-25", "--lang", language, "--state"]);
        command.arg(self.state());
        command.cwd(self.home.path());
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"] {
            command.env(variable, self.home.path());
        }
        Program::spawn(command, cols, rows)
    }

    /// Everything the journal holds.
    fn journal(&self) -> String {
        let files = std::fs::read_dir(self.state().join("journal")).unwrap();
        let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
        texts.collect()
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.state().join(Path::new(name))).unwrap()
    }

    fn minutes(&self) -> Minutes {
        ron::from_str(&self.read("minutes/2023-05-25.ron")).unwrap()
    }

    fn papers(&self) -> (String, String) {
        (
            self.read("minutes/2023-05-25.ron"),
            self.read("tactical-plans/2023-05-25.ron"),
        )
    }
}

/// What a terminal sends for a key.
fn bytes(stroke: &Stroke, layout: Layout) -> Vec<u8> {
    let event = stroke.event(layout);
    assert!(event.modifiers == KeyModifiers::NONE, "{event:?}");
    match event.code {
        KeyCode::Char(letter) => letter.to_string().into_bytes(),
        KeyCode::Enter => b"\r".to_vec(),
        KeyCode::Tab => b"\t".to_vec(),
        KeyCode::Down => b"\x1b[B".to_vec(),
        other => panic!("{other:?} is not in the scripts of this test"),
    }
}

pub(crate) fn press(program: &mut Program, layout: Layout, script: &str) {
    let bytes: Vec<u8> = strokes(script)
        .iter()
        .flat_map(|stroke| bytes(stroke, layout))
        .collect();
    program.send(&bytes);
}

const MEETING: &str = "Enter a a j x Enter d 5 \
    v «Информацию принять к сведению» Enter \
    e «мм» Enter «чт» Enter w";
const END: &str = "f Enter";

#[test]
fn a_short_meeting_leaves_both_papers_the_same_in_both_layouts() {
    let mut papers = Vec::new();
    for layout in [Layout::Latin, Layout::Russian] {
        let office = Office::new();
        let mut program = office.start();
        assert!(program.is_taken());
        press(&mut program, layout, MEETING);
        program.wait_for_text("1.1.3, 01.05 – 31.05.2023: в работе");
        press(&mut program, layout, END);
        program.wait_for_text("Записаны minutes/2023-05-25.ron");
        press(&mut program, layout, "q");
        assert_eq!(program.exit_code(), 0);
        program.assert_restored();
        let minutes = office.minutes();
        assert_eq!(minutes.head.state, MinutesState::Approved);
        assert_eq!(minutes.items.len(), 3);
        let plan: TacticalPlan = ron::from_str(&office.papers().1).unwrap();
        assert_eq!(plan.minutes.number, Some(1));
        papers.push(office.papers());
    }
    assert_eq!(papers[0], papers[1]);
}

#[test]
fn kill_in_the_middle_keeps_every_acknowledged_act() {
    let office = Office::new();
    let mut program = office.start();
    press(&mut program, Layout::Latin, MEETING);
    program.wait_for_text("1.1.3, 01.05 – 31.05.2023: в работе");
    press(&mut program, Layout::Latin, "v «Не успели записать»");
    program.wait_for_text("Не успели записать");
    program.signal("KILL");
    program.exit_code();
    drop(program);

    let mut program = office.start();
    press(&mut program, Layout::Latin, "Enter");
    program.wait_for_text("Продолжаем с того же места.");
    press(&mut program, Layout::Latin, END);
    program.wait_for_text("Записаны minutes/2023-05-25.ron");
    press(&mut program, Layout::Latin, "q");
    assert_eq!(program.exit_code(), 0);
    let minutes = office.minutes();
    assert_eq!(minutes.items.len(), 3);
    assert_eq!(minutes.attendance.present.len(), 7);
    assert_eq!(minutes.items[2].decided.len(), 2);
}

#[test]
fn a_termination_leaves_drafts_and_the_terminal() {
    let office = Office::new();
    let mut program = office.start();
    press(&mut program, Layout::Latin, "Enter d");
    program.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    program.signal("TERM");
    assert_eq!(program.exit_code(), 143);
    program.assert_restored();
    assert_eq!(office.minutes().head.state, MinutesState::Draft);
}

#[test]
fn a_window_that_is_too_small_says_so_and_comes_back() {
    let office = Office::new();
    let mut program = office.start();
    for (cols, rows) in [(59, 24), (100, 14), (30, 5)] {
        program.resize(cols, rows);
        program.wait_for_text("слишком мало");
        program.resize(60, 15);
        program.wait_for_text("Какое совещание?");
    }
    press(&mut program, Layout::Latin, "q");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
#[cfg(unix)]
fn ctrl_z_stops_it_and_it_comes_back_clean() {
    let office = Office::new();
    let mut program = office.start();
    press(&mut program, Layout::Latin, "Enter");
    program.wait_for_text("1.3.3");
    program.send(b"\x1a");
    program.wait_until("the terminal given back", |it| !it.is_taken());
    // It stops after that; told to go on before, it would stop for ever.
    program.wait_until("stopped", |it| it.state() == 'T');
    program.signal("CONT");
    program.wait_until("the terminal taken again", Program::is_taken);
    // In a text field the same key takes back what was typed, as it does everywhere.
    press(&mut program, Layout::Latin, "v «Решили»");
    program.wait_for_text("Решили ·");
    program.send(b"\x1a");
    program.send(b"\x1b");
    program.wait_until("the field closed", |it| !it.screen().contains("Решили ·"));
    press(&mut program, Layout::Latin, "d");
    program.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
#[cfg(unix)]
fn a_long_text_is_typed_in_the_editor_of_the_system() {
    let office = Office::new();
    // An editor that adds a line, and one that fails.
    let script = office.home.path().join("editor.sh");
    std::fs::write(&script, "printf ' из редактора' >> \"$1\"\n").unwrap();
    let mut shell = CommandBuilder::new(PROGRAM);
    shell.env("EDITOR", format!("sh {}", script.display()));
    shell.env_remove("VISUAL");
    let mut program = office.start_below(shell);
    press(&mut program, Layout::Latin, "Enter v «Решили»");
    program.wait_for_text("Решили");
    program.send(b"\x1be");
    program.wait_for_text("из редактора");
    press(&mut program, Layout::Latin, "Enter");
    program.wait_for_text("записано");
    assert!(office.journal().contains("Решили из редактора"));
    std::fs::write(&script, "exit 3\n").unwrap();
    press(&mut program, Layout::Latin, "v «Второе»");
    program.wait_for_text("Второе");
    program.send("\u{1b}у".as_bytes());
    program.wait_for_text("Редактор не открылся");
    press(&mut program, Layout::Latin, "Enter q Enter");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
fn the_mouse_is_given_back_however_the_program_ends() {
    for end in ["q", "TERM"] {
        let office = Office::new();
        let mut program = office.start();
        assert!(!program.has_mouse(), "off by default");
        program.send(b"\x1bm");
        program.wait_until("the mouse", Program::has_mouse);
        // A click on the second Thursday, as a terminal tells it.
        program.wait_for_text("1 июня 2023");
        program.send(b"\x1b[<0;10;9M\x1b[<0;10;9m");
        if end == "q" {
            press(&mut program, Layout::Latin, "q");
            assert_eq!(program.exit_code(), 0);
        } else {
            program.signal(end);
            assert_eq!(program.exit_code(), 143);
        }
        program.assert_restored();
        // It stays on for the next start.
        let mut again = office.start();
        again.wait_until("the mouse", Program::has_mouse);
        press(&mut again, Layout::Latin, "q");
        assert_eq!(again.exit_code(), 0);
        again.assert_restored();
    }
}

#[test]
fn a_new_chair_is_asked_what_to_begin_with_and_gets_the_tour_only_once() {
    let office = Office::untouched();
    let mut program = office.start();
    program.wait_for_text("С чего начать?");
    press(&mut program, Layout::Russian, "2");
    program.wait_for_text("шаг 1 из 5");
    program.send(b"\x1b");
    program.wait_for_text("Знакомство закрыто");
    press(&mut program, Layout::Russian, "q");
    assert_eq!(program.exit_code(), 0);
    let mut again = office.start();
    press(&mut again, Layout::Latin, "q");
    assert_eq!(again.exit_code(), 0);
    assert!(!again.output().contains("шаг 1"), "{}", again.output());
    assert!(!again.output().contains("С чего"), "{}", again.output());
}

#[test]
fn a_second_window_says_who_has_the_directory() {
    let office = Office::new();
    let mut first = office.start();
    press(&mut first, Layout::Latin, "Enter d");
    first.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    let mut second = office.start();
    press(&mut second, Layout::Latin, "Enter d");
    second.wait_for_text("Только чтение");
    press(&mut second, Layout::Latin, "q Enter");
    assert_eq!(second.exit_code(), 0);
    press(&mut first, Layout::Latin, END);
    first.wait_for_text("Записаны");
    press(&mut first, Layout::Latin, "q");
    assert_eq!(first.exit_code(), 0);
}

#[test]
fn damaged_files_keep_nobody_from_the_meeting() {
    let office = Office::new();
    let mut program = office.start();
    press(&mut program, Layout::Latin, "q");
    assert_eq!(program.exit_code(), 0);
    let keymap = "(format: 1, contexts: [(name: \"meeting\", keys: [\
        (action: \"mark-dome\", chords: [\"x\"])])])";
    std::fs::write(office.state().join("keymap.ron"), keymap).unwrap();
    let copy = "settings.sync-conflict-20230525-101112-ABCDEFG.ron";
    std::fs::copy(
        office.state().join("settings.ron"),
        office.state().join(copy),
    )
    .unwrap();
    let mut program = office.start();
    // The problems come with the second frame, over the first.
    program.wait_for_text("Неполадки в каталоге состояния: 2");
    program.wait_for_text("Действуют встроенные клавиши: keymap.ron:1:");
    program.send(b"\x1b");
    program.wait_until("the problems put aside", |program| {
        !program.screen().contains("Неполадки в каталоге")
    });
    program.wait_for_text("‼ 2 неполадки");
    press(&mut program, Layout::Latin, "Enter d");
    program.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
}

#[test]
fn who_types_without_a_pause_is_told_of_what_others_change_too() {
    let office = Office::new();
    let mut program = office.start();
    press(&mut program, Layout::Latin, "Enter d");
    program.wait_for_text("1.3.3, 22.05 – 28.05.2023: исполнено");
    std::fs::write(office.state().join("settings.ron"), "(format: 1, place").unwrap();
    // The next key follows as soon as the last one is seen: none comes later than the tick is due.
    let cursor = |program: &Program| program.screen().lines().position(|line| line.contains('▌'));
    let start = Instant::now();
    for key in [b"j", b"k"].into_iter().cycle() {
        let screen = program.screen();
        if screen.contains('‼') {
            break;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{screen}");
        let before = cursor(&program);
        program.send(key);
        // What is told may come in between, and then it has the key.
        program.wait_until("the cursor to move or the news", |program| {
            cursor(program) != before || program.screen().contains('‼')
        });
    }
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
}
