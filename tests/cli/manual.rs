//! The manual page and the completions know every command, in both languages.

use std::process::{Command, Stdio};

use crate::harness::Place;

fn commands(place: &Place) -> Vec<String> {
    let help = place.run(&["--help", "--lang", "en"]).stdout;
    let commands = help.split_once("Commands:\n").unwrap().1;
    let lines = commands.lines().take_while(|line| !line.is_empty());
    let names = lines.map(|line| line.split_whitespace().next().unwrap().to_owned());
    names.collect()
}

#[test]
fn the_manual_page_names_every_command_and_is_in_the_users_language() {
    let place = Place::new();
    for (language, heading) in [("ru", ".SH НАЗВАНИЕ"), ("en", ".SH NAME")] {
        let page = place.run(&["man", "--lang", language]).stdout;
        assert!(page.contains(heading));
        for command in commands(&place) {
            let heading = format!(".SS \"planerka {command}");
            assert!(page.contains(&heading), "{language}: {command}");
        }
        assert!(page.contains("repair"), "options of a command are there");
        let options = page.matches("\n.SH OPTIONS").count();
        assert_eq!(options, 0, "{language}: a heading nobody put into words");
    }
}

#[test]
fn the_manual_page_is_taken_by_groff_without_a_warning() {
    let page = Place::new().run(&["man", "--lang", "en"]).stdout;
    let started = Command::new("groff")
        .args(["-man", "-Tutf8", "-k", "-ww", "-z"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut groff) = started else {
        eprintln!("SKIPPED: groff is not installed");
        return;
    };
    std::io::Write::write_all(groff.stdin.as_mut().unwrap(), page.as_bytes()).unwrap();
    let output = groff.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[test]
fn every_shell_completes_every_command() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = place.run(&["completions", shell]).stdout;
        for command in commands(&place) {
            assert!(script.contains(&command), "{shell}: {command}");
        }
    }
    let unknown = place.run(&["completions", "cmd"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.stderr.contains("bash"), "{}", unknown.stderr);
}
