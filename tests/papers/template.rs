//! Templates of the user, and cards, from the shell.

use std::path::Path;

use assert_cmd::assert::Assert;

use planerka::paper::{Format, Request};

use super::fixture::{FIRST, SECOND, day, subject, workspace};
use super::screen::opened;
use super::unpack::string;

fn run(state: &Path, arguments: &[&str]) -> Assert {
    let mut command = assert_cmd::Command::cargo_bin("planerka").unwrap();
    command.arg("--state").arg(state).args(arguments).assert()
}

fn out(told: &Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stdout).into_owned()
}

fn errors(told: &Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stderr).into_owned()
}

#[test]
fn the_embedded_templates_written_out_change_nothing() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let before: Vec<String> = ["txt", "md", "html"]
        .iter()
        .map(|format| out(&run(directory.path(), &["minutes", SECOND, "-f", format]).success()))
        .collect();
    let place = directory.path().join("templates");
    let told = run(directory.path(), &["templates", place.to_str().unwrap()]).success();
    assert_eq!(out(&told).lines().count(), 3);
    for (format, before) in ["txt", "md", "html"].iter().zip(before) {
        let told = run(directory.path(), &["minutes", SECOND, "-f", format]).success();
        assert!(out(&told) == before, "{format} changes");
    }
    run(directory.path(), &["check"]).success();
    // A file that was changed is left alone.
    std::fs::write(place.join("paper.md"), "by hand").unwrap();
    let told = run(
        directory.path(),
        &["templates", place.to_str().unwrap(), "--lang", "en"],
    );
    assert!(errors(&told.code(1)).contains("paper.md"));
    assert_eq!(
        std::fs::read_to_string(place.join("paper.md")).unwrap(),
        "by hand"
    );
    let told = run(directory.path(), &["minutes", SECOND, "-f", "md"]).success();
    assert_eq!(out(&told), "by hand\n");
}

#[test]
fn a_broken_template_is_told_and_the_paper_is_made_all_the_same() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let whole = out(&run(directory.path(), &["minutes", SECOND, "-f", "html"]).success());
    let place = directory.path().join("templates");
    std::fs::create_dir(&place).unwrap();
    std::fs::write(place.join("minutes.html"), "<p>\n{{ paper.sbject }}\n").unwrap();
    for (language, words) in [("ru", "встроенному шаблону"), ("en", "embedded template")]
    {
        let told = run(
            directory.path(),
            &["minutes", SECOND, "-f", "html", "--lang", language],
        )
        .code(1);
        assert!(out(&told) == whole);
        let errors = errors(&told);
        assert!(
            errors.contains("templates/minutes.html:2:") && errors.contains(words),
            "{errors}"
        );
        let told = run(directory.path(), &["check", "--lang", language]).code(1);
        let said = out(&told).replace('\\', "/");
        assert!(
            said.contains("templates/minutes.html:2") && said.contains("{{ paper.sbject }}"),
            "{said}"
        );
    }
    // Other papers do not use it.
    run(directory.path(), &["tactical", SECOND, "-f", "html"]).success();
    std::fs::write(place.join("minutes.html"), b"\xff\xfe").unwrap();
    let told = run(directory.path(), &["minutes", SECOND, "-f", "html"]).code(1);
    assert!(out(&told) == whole && errors(&told).contains("minutes.html"));
}

#[test]
fn a_card_has_the_trail_of_one_activity() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let told = run(directory.path(), &["card", "1.1.1", SECOND]).success();
    let card = out(&told);
    for words in [
        "МЕРОПРИЯТИЕ 1.1.1",
        "След",
        "01.06.2023",
        "1.2. Представить проект",
    ] {
        assert!(card.contains(words), "no «{words}» in {card}");
    }
    let place = directory.path().join("cards");
    let told = run(
        directory.path(),
        &[
            "card",
            "--all",
            "-f",
            "md",
            "-o",
            place.to_str().unwrap(),
            "--today",
            SECOND,
        ],
    );
    told.success();
    assert_eq!(std::fs::read_dir(&place).unwrap().count(), 63);
    let told = run(directory.path(), &["card", "9.9.9", "--lang", "en"]).code(1);
    assert!(errors(&told).contains("9.9.9"));
    run(directory.path(), &["card"]).code(2);
    run(directory.path(), &["card", "1.1.1", "--all"]).code(2);
}

#[test]
fn what_is_no_text_does_not_go_among_texts() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let told = run(
        directory.path(),
        &["minutes", SECOND, "-f", "txt,docx", "-o", "-"],
    )
    .code(1);
    assert!(out(&told).is_empty());
    let told = run(
        directory.path(),
        &["minutes", SECOND, "-f", "docx", "-o", "-"],
    )
    .success();
    assert!(told.get_output().stdout.starts_with(b"PK"));
    let told = run(
        directory.path(),
        &["minutes", SECOND, "-f", "txt,md", "-o", "-"],
    )
    .success();
    assert_eq!(out(&told).matches("ПРОТОКОЛ").count(), 2);
    let told = run(
        directory.path(),
        &["card", "1.1.1", "-f", "ics", "--lang", "en"],
    )
    .code(1);
    assert!(
        errors(&told).contains("card of an activity"),
        "{}",
        errors(&told)
    );
}

#[test]
fn a_template_that_asks_for_all_the_memory_there_is_costs_no_paper() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let whole = out(&run(directory.path(), &["minutes", SECOND, "-f", "txt"]).success());
    let place = directory.path().join("templates");
    std::fs::create_dir(&place).unwrap();
    let doubled = "{% set x = x ~ x %}\n".repeat(40);
    let doubled = format!("{{% set x = 'x' * 1000 %}}\n{doubled}{{{{ x | length }}}}\n");
    let nested = format!("\n{{{{ {}1{} }}}}", "(".repeat(2_000), ")".repeat(2_000));
    let macros = "{% macro deep(n) %}{{ deep(n + 1) }}{% endmacro %}\n{{ deep(1) }}";
    // Where it was when there was no more: a thousand letters twenty times doubled fill it.
    for (text, lines) in [(doubled.as_str(), 15..30), (&nested, 1..3), (macros, 1..3)] {
        std::fs::write(place.join("minutes.txt"), text).unwrap();
        let told = run(directory.path(), &["minutes", SECOND, "-f", "txt"]).code(1);
        assert!(out(&told) == whole, "{}", errors(&told));
        let told = errors(&told);
        let line: usize = told
            .split_once("templates/minutes.txt:")
            .and_then(|(_, rest)| rest.split_once(':')?.0.parse().ok())
            .unwrap_or_else(|| panic!("no line: {told}"));
        assert!(lines.contains(&line), "{told}");
    }
}

#[test]
fn a_template_prints_no_escape() {
    let directory = tempfile::tempdir().unwrap();
    drop(opened(directory.path()));
    let place = directory.path().join("templates");
    std::fs::create_dir(&place).unwrap();
    std::fs::write(
        place.join("minutes.txt"),
        "\u{1b}]0;title\u{7}{{ '\u{1b}[2J' }}",
    )
    .unwrap();
    let told = run(directory.path(), &["minutes", SECOND, "-f", "txt"]).success();
    assert_eq!(out(&told), "␛]0;title␇␛[2J\n");
}

#[test]
fn the_place_for_the_day_of_an_extract_was_an_item_of_a_list_in_markdown() {
    let request = Request::Extract(day(FIRST), subject("mms"));
    let text = string(&request, Format::Markdown, &workspace());
    assert!(text.contains("\n«"), "{text}");
    assert!(!text.contains("- «"), "{text}");
}
