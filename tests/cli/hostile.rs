//! Places somebody else has named or put there: names with control characters, links, devices.

use std::path::Path;
use std::process::Command;

use crate::harness::{Place, Run};

/// Whether a terminal would take something of it for a command.
fn has_controls(text: &str) -> bool {
    text.chars()
        .any(|it| it.is_control() && !matches!(it, '\n' | '\t'))
}

#[track_caller]
fn is_harmless(run: &Run) {
    for text in [&run.stdout, &run.stderr] {
        assert!(!has_controls(text), "{text:?}");
    }
}

#[test]
fn a_directory_and_files_named_with_control_characters_are_used_and_shown_without_them() {
    let place = Place::new();
    let odd = place.home().join("дом\u{1b}[2J\nx");
    let name = odd.to_str().unwrap();
    let made = place.run(&["demo", name]);
    assert_eq!(made.code, 0, "{}", made.stderr);
    is_harmless(&made);
    assert!(made.stdout.contains("дом␛[2J"), "{}", made.stdout);
    std::fs::write(odd.join("письмо\u{1b}]0;x\u{7}.ron"), "(format: 1").unwrap();
    std::fs::write(odd.join("journal/\u{9b}31m.log"), "").unwrap();
    let run = |arguments: &[&str]| place.run(&[&["--state", name], arguments].concat());
    let checked = run(&["check"]);
    assert_eq!(checked.code, 1);
    is_harmless(&checked);
    assert!(
        checked.stdout.contains("письмо␛]0;x␇.ron"),
        "{}",
        checked.stdout
    );
    let archive = place.home().join("копия\u{1b}[31m.zip");
    let archive = archive.to_str().unwrap();
    let paper = place.home().join("протокол\u{8}.docx");
    let paper = paper.to_str().unwrap();
    for arguments in [
        &["who", "ММС"][..],
        &["agenda"],
        &["backup", archive],
        &["restore", archive],
        &["restore", archive, "--show"],
        &["sync"],
        &["pack", "2023"],
        &["minutes", "2023-12-28", "-f", "docx", "-o", paper],
        &["check", "--repair"],
        &["import", "нет\u{1b}[2J.docx"],
    ] {
        is_harmless(&run(arguments));
    }
    assert!(Path::new(paper).exists());
}

#[cfg(unix)]
#[test]
fn what_a_link_of_the_log_leads_to_is_not_written() {
    let place = Place::with_state();
    let victim = place.home().join("письмо.txt");
    std::fs::write(&victim, "чужое\n").unwrap();
    let link = place.home().join("log");
    std::os::unix::fs::symlink(&victim, &link).unwrap();
    let run = place.run(&["--log", link.to_str().unwrap(), "check"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(!run.stderr.is_empty());
    assert_eq!(std::fs::read_to_string(&victim).unwrap(), "чужое\n");
    let nowhere = place.home().join("nowhere");
    let link = place.home().join("log2");
    std::os::unix::fs::symlink(&nowhere, &link).unwrap();
    place.run(&["--log", link.to_str().unwrap(), "check"]);
    assert!(!nowhere.exists());
}

/// Neither a device nor a pipe is replaced, waited at or read for ever.
#[cfg(unix)]
#[test]
fn devices_and_pipes_are_no_files_to_write_or_to_read() {
    use std::os::unix::fs::FileTypeExt as _;
    let place = Place::new();
    let state = place.state().display().to_string();
    assert_eq!(place.run(&["demo", &state]).code, 0);
    let pipe = place.home().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    let mut targets = vec!["/dev/null".to_owned(), "/dev/full".to_owned()];
    if made.is_ok_and(|made| made.success()) {
        targets.push(pipe.display().to_string());
    }
    let link = place.home().join("link.docx");
    std::os::unix::fs::symlink("/dev/null", &link).unwrap();
    targets.push(link.display().to_string());
    for target in &targets {
        let paper = ["minutes", "2023-12-28", "-f", "docx", "-o", target];
        for arguments in [&paper[..], &["backup", target], &["restore", target]] {
            let run = place.run(arguments);
            assert_eq!(run.code, 1, "{arguments:?}: {}", run.stdout);
            assert!(!run.stderr.is_empty(), "{arguments:?}");
        }
        let kind = std::fs::metadata(target).unwrap().file_type();
        assert!(kind.is_char_device() || kind.is_fifo(), "{target}");
    }
    for endless in ["/dev/zero", "/dev/urandom"] {
        for arguments in [&["import", endless][..], &["restore", endless]] {
            assert_eq!(place.run(arguments).code, 1, "{arguments:?}");
        }
    }
}
