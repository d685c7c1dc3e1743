//! The real binary under strain, on the bytes a terminal gets: a paste of 200 KB, a storm of
//! resizes, slow escape sequences, at four sizes, in both languages and layouts.

use planerka::locale::Language;

use portable_pty::CommandBuilder;

use super::{Layout, Office, PROGRAM, Program, press};

const SIZES: [(u16, u16); 4] = [(60, 15), (80, 24), (120, 40), (200, 60)];

fn words(language: Language) -> [&'static str; 3] {
    match language {
        Language::Ru => [
            "Какое совещание?",
            "1.3.3, 22.05 – 28.05.2023: исполнено",
            "записано",
        ],
        Language::En => [
            "Which meeting?",
            "1.3.3, 22.05 – 28.05.2023: done",
            "recorded",
        ],
    }
}

fn start(office: &Office, language: Language, size: (u16, u16)) -> Program {
    let command = CommandBuilder::new(PROGRAM);
    let program = office.start_at(command, language.name(), size);
    program.wait_for_text(words(language)[0]);
    program
}

fn leave(mut program: Program) {
    press(&mut program, Layout::Latin, "q Enter");
    assert_eq!(program.exit_code(), 0);
    program.assert_restored();
}

#[test]
fn a_mark_is_made_at_every_size_in_both_languages_and_layouts() {
    for language in Language::ALL {
        for layout in [Layout::Latin, Layout::Russian] {
            for size in SIZES {
                let office = Office::new();
                let mut program = start(&office, language, size);
                press(&mut program, layout, "Enter d");
                program.wait_for_text(words(language)[1]);
                leave(program);
            }
        }
    }
}

#[test]
fn two_hundred_kilobytes_pasted_into_a_note_are_taken_to_the_limit_and_kept() {
    let line = "Заслушали отчёт о ходе работ \u{1b}[31m красным \u{7}; ";
    let text = line.repeat(200 * 1024 / line.len() + 1);
    for (language, layout) in [
        (Language::Ru, Layout::Russian),
        (Language::En, Layout::Latin),
    ] {
        for size in SIZES {
            let office = Office::new();
            let mut program = start(&office, language, size);
            press(&mut program, layout, "Enter n");
            program.wait_for_text("#");
            program.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
            program.wait_for_text("красным");
            program.send(b"\r");
            program.wait_for_text(words(language)[2]);
            leave(program);
            let journal = office.journal();
            assert!(journal.contains("Заслушали отчёт о ходе работ"));
            assert!(!journal.contains('\u{7}') && !journal.contains('\u{1b}'));
            assert!(journal.len() < 64 * 1024, "{}", journal.len());
        }
    }
}

#[test]
fn a_storm_of_resizes_ends_in_the_last_size_with_nothing_lost() {
    let office = Office::new();
    let mut program = start(&office, Language::Ru, (80, 24));
    press(&mut program, Layout::Latin, "Enter");
    program.wait_for_text("Повестка");
    for round in 0..200_u16 {
        program.resize(40 + round % 170, 5 + round % 60);
        if round % 20 == 0 {
            press(&mut program, Layout::Latin, "j");
        }
    }
    for (cols, rows) in SIZES {
        program.resize(cols, rows);
        program.wait_until("a frame of the last size", |program| {
            let screen = program.screen();
            let lines: Vec<&str> = screen.lines().collect();
            let last = lines.get(usize::from(rows) - 1).copied().unwrap_or("");
            last.trim_start().starts_with('d') && screen.contains("Повестка")
        });
    }
    press(&mut program, Layout::Latin, "d");
    program.wait_for_text("исполнено");
    leave(program);
}

/// Sends half of a key, makes sure that the program lives on, sends the other half.
fn send_slowly(program: &mut Program, halves: [&[u8]; 2], sizes: [(u16, u16); 2]) {
    program.send(halves[0]);
    for (cols, rows) in sizes {
        program.resize(cols, rows);
        program.wait_until("a frame of this width", |program| {
            let screen = program.screen();
            let mut lines = screen.lines().map(str::trim_end);
            lines
                .any(|line| line.ends_with(['┓', '┐']) && line.chars().count() == usize::from(cols))
        });
    }
    program.send(halves[1]);
}

#[test]
fn a_key_whose_bytes_come_slowly_stops_nothing_and_is_still_that_key() {
    for (language, second) in [(Language::Ru, "1 июня"), (Language::En, "1 June")] {
        for size in SIZES {
            let office = Office::new();
            let mut program = start(&office, language, size);
            let there_and_back = [(size.0 + 10, size.1 + 6), size];
            send_slowly(&mut program, [b"\x1b[", b"B"], there_and_back);
            program.wait_until("the cursor on the second Thursday", |program| {
                let screen = program.screen();
                let cursor = screen.lines().find(|line| line.contains('▌'));
                cursor.is_some_and(|line| line.contains(second))
            });
            send_slowly(&mut program, [b"\x1b[1", b"~\r"], there_and_back);
            program.wait_for_text("1.3.3");
            // The letter on the key of «d», whose two bytes come apart.
            let bytes = "в".as_bytes();
            send_slowly(&mut program, [&bytes[..1], &bytes[1..]], there_and_back);
            program.wait_for_text(words(language)[1]);
            leave(program);
        }
    }
}
