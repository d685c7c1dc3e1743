//! The screens in README.md and README.ru.md are what the program draws on the demonstration.
//! `PLANERKA_UPDATE=1 cargo test --test it readme` writes them anew.

use std::path::Path;
use std::sync::Arc;

use planerka::cli::demo;
use planerka::locale::{Language, Texts};
use planerka::store::simulated::SimulatedFileSystem;
use planerka::tui::model::Size;

use crate::harness::{Desk, STATE, Setting, date};

/// The name of a screen in the readme, its height, and the keys that lead to it.
const SCREENS: [(&str, u16, &str); 3] = [
    ("meeting", 24, "Enter Esc A d d"),
    ("responsibilities", 20, "F4 j j"),
    ("overview", 24, "O"),
];

/// The first Thursday of work after the season of the demonstration.
const TODAY: &str = "2024-01-11";

fn block(season: &SimulatedFileSystem, language: Language, height: u16, keys: &str) -> String {
    // Every picture on a disk of its own.
    let files = SimulatedFileSystem::new();
    for (path, bytes) in season.files() {
        files.place(&path, &bytes);
    }
    let size = Size { width: 110, height };
    let setting = Setting {
        today: date(TODAY),
        language,
        size,
        // As it is shipped.
        by_weight: true,
        ..Setting::default()
    };
    let mut desk = Desk::on(files, setting);
    desk.press(keys);
    format!("```text\n{}\n```\n", desk.frame().trim_end())
}

#[test]
fn the_screens_are_what_the_program_draws() {
    let mut stale = Vec::new();
    let season = SimulatedFileSystem::new();
    let texts = Texts::new(Language::Ru);
    demo::fill(Arc::new(season.clone()), Path::new(STATE), &texts).unwrap();
    for (name, language) in [("README.md", Language::En), ("README.ru.md", Language::Ru)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let mut text = std::fs::read_to_string(&path).unwrap();
        for (screen, height, keys) in SCREENS {
            let (begin, end) = (format!("<!-- screen {screen} -->\n"), "<!-- /screen -->");
            let drawn = block(&season, language, height, keys);
            let (before, rest) = text.split_once(&begin).expect(screen);
            let (found, after) = rest.split_once(end).expect(screen);
            if found != drawn {
                stale.push(format!("{name}: {screen}"));
            }
            text = format!("{before}{begin}{drawn}{end}{after}");
        }
        if std::env::var_os("PLANERKA_UPDATE").is_some() {
            std::fs::write(path, text).unwrap();
        }
    }
    if std::env::var_os("PLANERKA_UPDATE").is_none() {
        assert_eq!(
            stale,
            Vec::<String>::new(),
            "PLANERKA_UPDATE=1 draws them anew"
        );
    }
}
