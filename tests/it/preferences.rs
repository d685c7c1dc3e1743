//! What is chosen in the program is found again at the next start, and nothing else of the
//! settings changes.

use std::path::Path;

use planerka::locale::Language;
use planerka::store::simulated::SimulatedFileSystem;

use crate::harness::{Desk, STATE, Setting};

const OWN: &str = "// Наши настройки\n(\n    format: 1,\n    place: \"г. Мытищи\", // зал 305\n    \
    weekday: Thursday,\n    members: [\"mms\"],\n    theme: \"dark\", // пока\n)\n";

fn desk_with(settings: &str) -> Desk {
    let files = SimulatedFileSystem::new();
    files.place(&Path::new(STATE).join("settings.ron"), settings.as_bytes());
    Desk::on(files, Setting::default())
}

fn place(desk: &Desk, settings: &str) {
    desk.files
        .place(&Path::new(STATE).join("settings.ron"), settings.as_bytes());
}

#[test]
fn theme_and_language_stay_and_what_the_user_wrote_stays() {
    let mut desk = desk_with(OWN);
    desk.press("F7 j Enter");
    assert_eq!(desk.model().theme.name(), "light");
    assert!(desk.notice().contains("settings.ron"), "{}", desk.notice());
    let light = OWN.replace("\"dark\"", "\"light\"");
    assert_eq!(desk.read("settings.ron").unwrap(), light);
    desk.press("F9");
    assert_eq!(desk.model().texts.language(), Language::En);
    assert!(desk.notice().contains("English"), "{}", desk.notice());
    let settings = desk.read("settings.ron").unwrap();
    let added = "    theme: \"light\",\n    language: Some(\"en\"), // пока\n";
    let wanted = light.replace("    theme: \"light\", // пока\n", added);
    assert_eq!(settings, wanted);
}

#[test]
fn a_theme_looked_at_and_left_is_not_kept() {
    let mut desk = desk_with(OWN);
    desk.press("F7 j Esc");
    assert_eq!(desk.model().theme.name(), "dark");
    assert_eq!(desk.read("settings.ron").unwrap(), OWN);
}

#[test]
fn a_damaged_file_is_left_as_it_is_and_the_choice_counts_until_the_end() {
    let mut desk = desk_with(OWN);
    let damaged = OWN.replace("members: [", "members: [[");
    place(&desk, &damaged);
    desk.press("F7 j Enter");
    assert_eq!(desk.read("settings.ron").unwrap(), damaged);
    assert_eq!(desk.model().theme.name(), "light");
    assert!(
        desk.notice().contains("только до выхода"),
        "{}",
        desk.notice()
    );
}

#[test]
fn what_an_editor_wrote_a_moment_ago_is_not_lost() {
    let mut desk = desk_with(OWN);
    place(
        &desk,
        &OWN.replace("305", "306")
            .replace("format: 1", "format: 1,\n    duration: 45"),
    );
    desk.press("F7 j Enter");
    let settings = desk.read("settings.ron").unwrap();
    assert!(settings.contains("306") && settings.contains("duration: 45"));
    assert!(settings.contains("theme: \"light\""));
    assert_eq!(desk.model().workspace.settings().duration, 45);
}

#[test]
fn who_only_reads_writes_no_settings() {
    let first = desk_with(OWN);
    let mut second = first.second(Setting {
        writer: "pc2",
        ..Setting::default()
    });
    second.press("F9");
    assert_eq!(second.model().texts.language(), Language::En);
    assert!(second.notice().contains("only until you leave"));
    assert_eq!(second.read("settings.ron").unwrap(), OWN);
}

#[test]
fn settings_that_switch_something_on_lost_their_comments() {
    let own = format!("#![enable(implicit_some)]\n{OWN}");
    for keys in ["F7 j Enter", "F9", "alt-m"] {
        let mut desk = desk_with(&own);
        desk.press(keys);
        let settings = desk.read("settings.ron").unwrap();
        assert_ne!(settings, own, "{keys}");
        assert!(
            settings.starts_with("#![enable(implicit_some)]\n"),
            "{settings}"
        );
        assert_eq!(
            settings.matches("//").count(),
            own.matches("//").count(),
            "{settings}"
        );
    }
}

#[test]
fn settings_without_a_place_for_the_choice_are_left_alone() {
    // Read by RON, and not looked for by anybody who edits a line.
    let own = format!("# ! [enable(implicit_some)]\n{OWN}");
    let mut desk = desk_with(&own);
    desk.press("F7 j Enter");
    assert_eq!(desk.read("settings.ron").unwrap(), own);
    assert!(
        desk.notice().contains("впишите её сами"),
        "{}",
        desk.notice()
    );
}
