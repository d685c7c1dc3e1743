//! What was approved stays approved: exports, checks and repairs over a demo season.

use std::fs;

use crate::harness::{Place, Run};

const DAY: &str = "2023-12-28";
const MINUTES: &str = "minutes/2023-12-28.ron";
const PLAN: &str = "tactical-plans/2023-12-28.ron";

fn season() -> Place {
    let place = Place::with_state();
    fs::remove_dir_all(place.state()).unwrap();
    let state = place.state().display().to_string();
    assert_eq!(place.run(&["demo", &state]).code, 0);
    place
}

fn fine(run: &Run) {
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

/// Every paper of the last meeting, in every format that is text.
fn exports(place: &Place) -> Vec<String> {
    let mut made = Vec::new();
    for format in ["txt", "md", "html", "csv", "ics", "json", "ron"] {
        for paper in ["minutes", "tactical"] {
            let run = place.run(&[paper, DAY, "-f", format, "-o", "-"]);
            fine(&run);
            made.push(run.stdout);
        }
    }
    let extracts = place.run(&["extract", DAY]);
    fine(&extracts);
    made.push(extracts.stdout);
    for name in ["one.docx", "two.xlsx"] {
        let path = place.state().with_file_name(name);
        let _ = fs::remove_file(&path);
        let format = name.split('.').next_back().unwrap();
        let path_text = path.display().to_string();
        fine(&place.run(&["minutes", DAY, "-f", format, "-o", &path_text]));
        made.push(format!("{:?}", fs::read(&path).unwrap()));
    }
    made
}

#[test]
fn approved_papers_say_what_was_approved_whatever_settings_subjects_and_plan_say_later() {
    let place = season();
    let before = exports(&place);
    for (name, from, to) in [
        (
            "settings.ron",
            "organisation: \"",
            "organisation: \"Другая ",
        ),
        ("settings.ron", "layout: Classical", "layout: Federal"),
        ("settings.ron", "form: Short", "form: Full"),
        ("settings.ron", "look_ahead_weeks: 4", "look_ahead_weeks: 1"),
        ("subjects.ron", "short: \"", "short: \"Другой "),
        ("plan.ron", "title: \"", "title: \"Другое "),
    ] {
        let text = place.read(name);
        assert!(text.contains(from), "{name}: {from}");
        place.write(name, text.replace(from, to));
    }
    let after = exports(&place);
    for (one, other) in before.iter().zip(&after) {
        assert!(
            one == other,
            "an approved paper changed:\n{one:.2000}\n{other:.2000}"
        );
    }
    // The export of RON is the stored file, byte for byte.
    let ron = place.run(&["minutes", DAY, "-f", "ron", "-o", "-"]).stdout;
    assert_eq!(ron, place.read(MINUTES));
}

#[test]
fn a_missing_approved_paper_is_named_and_comes_back_byte_for_byte() {
    let place = season();
    fine(&place.run(&["check"]));
    for name in [MINUTES, PLAN] {
        let approved = place.read(name);
        fs::remove_file(place.state().join(name)).unwrap();
        // What it is drawn from now says something else.
        place.edit("settings.ron", "organisation: \"", "organisation: \"Не ");
        let check = place.run(&["check"]);
        assert_eq!(check.code, 1);
        assert!(check.stdout.contains(name), "{}", check.stdout);
        let repaired = place.run(&["check", "--repair"]);
        fine(&repaired);
        assert_eq!(place.read(name), approved);
        fine(&place.run(&["check"]));
    }
}

#[test]
fn an_altered_approved_paper_is_reported_with_both_ways_out_and_never_overwritten() {
    let place = season();
    let approved = place.read(MINUTES);
    let printed = place.run(&["minutes", DAY]).stdout;
    place.edit(MINUTES, "number: Some(", "number: Some(1");
    let altered = place.read(MINUTES);
    for arguments in [
        &["check"][..],
        &["check", "--repair"],
        &["check", "--repair=all"],
    ] {
        let run = place.run(arguments);
        assert_eq!(run.code, 1, "{}", run.stdout);
        assert!(
            run.stdout.contains("меняли после утверждения"),
            "{}",
            run.stdout
        );
        assert!(
            run.stdout.contains("откройте протокол заново"),
            "{}",
            run.stdout
        );
        assert_eq!(place.read(MINUTES), altered);
    }
    // What is printed is what was approved, all the same.
    assert_eq!(place.run(&["minutes", DAY]).stdout, printed);
    fs::remove_file(place.state().join(MINUTES)).unwrap();
    fine(&place.run(&["check", "--repair"]));
    assert_eq!(place.read(MINUTES), approved);
}

#[test]
fn every_version_stays_readable_and_the_changes_are_a_paper() {
    let place = season();
    let list = fs::read_dir(place.state().join("approved")).unwrap();
    let mut reopened: Vec<String> = list
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("-v2-minutes-"))
        .collect();
    let name = reopened
        .pop()
        .expect("a meeting of the season was opened again");
    let day = name.split("-v").next().unwrap();
    let of = |version: &str| {
        let run = place.run(&["minutes", day, "--version", version, "-f", "ron", "-o", "-"]);
        fine(&run);
        run.stdout
    };
    assert!(of("1").contains("version: 1,") && of("2").contains("version: 2,"));
    assert_eq!(of("2"), place.read(&format!("minutes/{day}.ron")));
    let changes = place.run(&["changes", day]);
    fine(&changes);
    assert!(changes.stdout.contains("ИЗМЕНЕНИЯ") && changes.stdout.contains("Основание: "));
    let none = place.run(&["minutes", day, "--version", "3"]);
    assert_eq!(none.code, 1);
    assert!(none.stderr.contains("нет версии 3"), "{}", none.stderr);
}

#[test]
fn the_first_number_of_a_year_is_a_setting() {
    let place = Place::with_state();
    place.edit(
        "settings.ron",
        "item_minutes: 2,",
        "item_minutes: 2,\n    numbering: { 2023: 15 },",
    );
    let agenda = place.json(&["agenda", "--date", "2023-05-25", "--json"]);
    assert_eq!(agenda["minutes"], serde_json::Value::Null);
    fine(&place.run(&["check"]));
    place.edit("settings.ron", "2023: 15", "2023: 0");
    let check = place.run(&["check"]);
    assert_eq!(check.code, 1);
    assert!(
        check.stdout.contains("первый номер 2023 года"),
        "{}",
        check.stdout
    );
}
