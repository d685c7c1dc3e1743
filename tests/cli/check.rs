//! `planerka check` on whole and damaged state directories.

use planerka::domain::operation::Operation;

use crate::harness::Place;

/// The faults found, as `name path:line:column`, with the path from the state directory.
fn found(place: &Place) -> (i32, Vec<String>) {
    let run = place.run(&["check", "--json"]);
    assert_eq!(run.stderr, "");
    let list: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let state = place.state();
    let lines = list
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            let path = std::path::Path::new(one["path"].as_str().unwrap());
            let path = path.strip_prefix(&state).unwrap().display().to_string();
            let number = |name: &str| one[name].as_u64().unwrap_or(0);
            format!(
                "{} {}:{}:{}",
                one["fault"].as_str().unwrap(),
                path.replace('\\', "/"),
                number("line"),
                number("column")
            )
        })
        .collect();
    (run.code, lines)
}

#[test]
fn a_whole_directory_is_in_order() {
    let place = Place::with_state();
    assert_eq!(found(&place), (0, vec![]));
    assert!(place.run(&["check"]).stdout.starts_with("В порядке: "));
    let english = place.run(&["check", "--lang", "en"]);
    assert!(english.stdout.starts_with("In order: "));
}

#[test]
fn every_damage_is_named_with_its_place() {
    let cases: &[(&str, &str, &str, &str, &str)] = &[
        (
            "plan.ron",
            "format: 1,",
            "format: 1",
            "missing-comma",
            "2:14",
        ),
        (
            "plan.ron",
            "format: 1,",
            "format: 9,",
            "newer-format",
            "0:0",
        ),
        ("plan.ron", "issuer:", "isuer:", "unknown-field", "4:9"),
        (
            "plan.ron",
            "date: \"2023-05-23\"",
            "date: \"2023-02-30\"",
            "no-such-day",
            "6:15",
        ),
        (
            "plan.ron",
            "id: \"1.1.2\"",
            "id: \"1.1.1\"",
            "duplicate",
            "35:33",
        ),
        (
            "plan.ron",
            "term: \"Май 2023 г.\"",
            "term: \"\"",
            "empty-field",
            "27:33",
        ),
        (
            "plan.ron",
            "    document: (",
            "<<<<<<< HEAD\n    document: (",
            "conflict-markers",
            "3:1",
        ),
        (
            "plan.ron",
            "number: \"Р-503\"",
            "number: «Р-503»",
            "odd-quotes",
            "7:17",
        ),
        (
            "subjects.ron",
            "id: \"cnppm-asou\"",
            "id: \"mo-mo\"",
            "duplicate",
            "11:17",
        ),
        (
            "subjects.ron",
            "kind: Organisation",
            "kind: Organization",
            "unknown-word",
            "6:19",
        ),
        ("settings.ron", "\"mms\"", "\"mss\"", "dangling", "20:9"),
        (
            "settings.ron",
            "Some(\"1.2.3\")",
            "Some(\"1.2.33\")",
            "unknown-activity",
            "10:28",
        ),
        (
            "settings.ron",
            "Thursday",
            "Thrusday",
            "unknown-word",
            "7:14",
        ),
        (
            "settings.ron",
            "theme: \"dark\"",
            "theme: \"drak\"",
            "unknown-theme",
            "34:12",
        ),
    ];
    for (file, from, to, fault, at) in cases {
        let place = Place::with_state();
        place.edit(file, from, to);
        let (code, faults) = found(&place);
        let expected = format!("{fault} {file}:{at}");
        assert!(faults.contains(&expected), "{expected}: {faults:?}");
        let is_warning = fault.starts_with("unknown-activity") || *fault == "unknown-theme";
        assert_eq!(code, i32::from(!is_warning), "{expected}");
    }
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let place = Place::with_state();
    let plan = place.read("plan.ron");
    for (bytes, fault) in [
        (b"".to_vec(), Some("empty plan.ron:0:0")),
        (vec![0; 40], Some("zeros plan.ron:0:0")),
        (
            format!("\u{feff}{plan}")
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect(),
            Some("utf-16 plan.ron:0:0"),
        ),
        (
            b"(\n    format: 1, \xcf\xeb\xe0\xed)".to_vec(),
            Some("not-utf-8 plan.ron:2:16"),
        ),
        (["\u{feff}", &plan].concat().into_bytes(), None),
        (plan.replace('\n', "\r\n").into_bytes(), None),
    ] {
        place.write("plan.ron", bytes);
        let (code, faults) = found(&place);
        assert_eq!(code, i32::from(fault.is_some()));
        assert_eq!(faults, Vec::from_iter(fault));
    }
}

#[test]
fn keymap_minutes_and_strangers_are_looked_at() {
    let place = Place::with_state();
    place.write(
        "keymap.ron",
        "(format: 1, contexts: [\n    (name: \"meeting\", keys: [(action: \"mark-dome\", chords: [\"d\"])]),\n])\n",
    );
    place.write("minutes/2023-05-25.ron", "(\n    format: 1,\n)\n");
    place.write("tactical-plans/2023-05-25.ron", "(format: 1, perod: 1)\n");
    place.write("plan.ron.orig", "x");
    place.write("journal/2023-05.pc7.log", "это не журнал\n");
    let (code, faults) = found(&place);
    assert_eq!(code, 1);
    assert_eq!(
        faults,
        [
            "not-a-journal-line journal/2023-05.pc7.log:1:1",
            "keymap keymap.ron:2:39",
            "missing-field minutes/2023-05-25.ron:3:1",
            "leftover plan.ron.orig:0:0",
            "unknown-field tactical-plans/2023-05-25.ron:1:13",
        ]
    );
}

#[test]
fn a_fault_is_shown_with_its_line_a_caret_and_what_to_do() {
    let place = Place::with_state();
    place.edit("settings.ron", "place: \"\"", "plaec: \"\"");
    let run = place.run(&["check"]);
    assert_eq!(run.code, 1);
    let expected = "settings.ron:5:5: ошибка: Поля plaec здесь нет.\n        plaec: \"\",\n        ^\n  Вероятно, это place.";
    assert!(run.stdout.contains(expected), "{}", run.stdout);
    assert!(run.stdout.ends_with("Ошибок: 1, предупреждений: 0\n"));
    let english = place.run(&["check", "--lang", "en"]);
    let expected = "settings.ron:5:5: error: There is no field plaec here.";
    assert!(english.stdout.contains(expected), "{}", english.stdout);
}

#[test]
fn a_directory_that_was_named_and_is_not_there_is_a_fault() {
    let place = Place::new();
    let run = place.run(&["check"]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.contains("нет такого файла или каталога"));
    let output = place.command().arg("check").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "the first start makes it");
    let missing = Place::with_state();
    std::fs::remove_file(missing.state().join("settings.ron")).unwrap();
    assert_eq!(
        found(&missing),
        (0, vec!["missing settings.ron:0:0".to_owned()])
    );
}

#[test]
fn a_command_that_needs_a_broken_file_shows_the_place() {
    let place = Place::with_state();
    place.edit("plan.ron", "format: 1,", "format: 1");
    for command in [&["plan", "show"][..], &["agenda"], &["due"], &["themes"]] {
        let run = place.run(command);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{command:?}");
        assert!(
            run.stderr
                .contains("plan.ron:2:14: Не хватает запятой.\n        format: 1\n"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn records_of_an_activity_that_left_the_plan_are_told_of() {
    let place = Place::new();
    let state = place.state();
    assert_eq!(place.run(&["demo", state.to_str().unwrap()]).code, 0);
    // The orders of the demonstration set tasks without a deadline, which is no fault.
    let (code, faults) = found(&place);
    let is_hint = |it: &String| it.starts_with("no-deadline ") || it.starts_with("nobody-named ");
    assert!(code == 0 && faults.iter().all(is_hint), "{faults:?}");
    place.edit("plan.ron", "id: \"2.2.1\"", "id: \"2.2.99\"");
    // What was seen before is known, and the edit is a question.
    let (code, faults) = found(&place);
    assert_eq!(code, 1, "the numbers have a hole");
    assert!(
        faults.iter().any(|it| it == "edited plan.ron:0:0"),
        "{faults:?}"
    );
    // Where nobody knows what stood there, the records have nothing to belong to.
    std::fs::remove_file(state.join("documents/plan/first.ron")).unwrap();
    let (_, faults) = found(&place);
    assert!(
        faults.iter().any(|it| it == "unknown-activity journal:0:0"),
        "{faults:?}"
    );
    let words = place.run(&["check"]).stdout;
    assert!(words.contains("Мероприятия 2.2.1 в плане нет"), "{words}");
}

#[test]
fn settings_that_mean_nothing_were_in_order() {
    let cases = [
        (
            "duration: 60",
            "duration: 0",
            "duration: ",
            "от 1 минуты до суток",
        ),
        (
            "item_minutes: 2",
            "item_minutes: 0",
            "item_minutes: ",
            "на вопрос",
        ),
        (
            "item_minutes: 2",
            "item_minutes: 65535",
            "item_minutes: ",
            "на вопрос",
        ),
        (
            "time: \"10:00\"",
            "time: \"25:99\"",
            "time: ",
            "время пишется как 10:00",
        ),
        (
            "deadlines: ()",
            "deadlines: (school_year_end: (month: 13, day: 0))",
            "school_year_end: ",
            "такого дня в году нет",
        ),
        (
            "deadlines: ()",
            "deadlines: (report_day: Some(0))",
            "report_day: ",
            "от 1 до 31",
        ),
        (
            "deadlines: ()",
            "deadlines: (standing_report: Some((month: 2, day: 30)))",
            "standing_report: ",
            "такого дня в году нет",
        ),
        (
            "deadlines: ()",
            "deadlines: (school_terms: [(first: (month: 11, day: 1), last: (month: 12, day: 29)), \
             (first: (month: 9, day: 1), last: (month: 10, day: 27))])",
            "school_terms: ",
            "четверти идут по порядку",
        ),
        (
            "deadlines: ()",
            "deadlines: (), calendar: (extra_off: [\"2024-05-24\"], \
             extra_working: [\"2024-05-24\"])",
            "extra_working: ",
            "и выходным, и рабочим",
        ),
        (
            "members: [",
            "members: [\"mms\", ",
            "\"mms\"",
            "mms назван дважды, считается один раз",
        ),
    ];
    for (from, to, at, said) in cases {
        let place = Place::with_state();
        place.edit("settings.ron", from, to);
        let run = place.run(&["check"]);
        assert_eq!(run.code, 1, "{to}: {}", run.stdout);
        assert!(run.stdout.contains(said), "{to}: {}", run.stdout);
        // The place is that of the field, or of the second name.
        let text = place.read("settings.ron");
        let before = text.rsplit_once(at).unwrap().0;
        let number = before.matches('\n').count() + 1;
        let wanted = format!("settings.ron:{number}:");
        assert!(run.stdout.contains(&wanted), "{wanted} {}", run.stdout);
    }
}

#[test]
fn repair_said_that_nothing_was_to_be_mended_above_what_is_left() {
    let place = Place::with_state();
    let fine = place.run(&["check", "--repair"]);
    assert!(
        fine.stdout.contains("Исправлять нечего."),
        "{}",
        fine.stdout
    );
    place.edit("settings.ron", "duration: 60", "duration: 0");
    let run = place.run(&["check", "--repair"]);
    assert_eq!(run.code, 1);
    assert!(!run.stdout.contains("Исправлять нечего."), "{}", run.stdout);
    assert!(
        run.stdout.contains("Само ничего не исправлено. Осталось:"),
        "{}",
        run.stdout
    );
}

#[test]
fn a_directory_of_any_size_is_looked_through_in_seconds() {
    use std::fmt::Write as _;
    use std::time::{Duration, Instant};

    let place = Place::with_state();
    let members = (0..200_000).fold(String::new(), |mut text, number| {
        write!(text, "\"nobody-{number}\", ").unwrap();
        text
    });
    let group = format!(
        "subjects: [(id: \"all\", kind: Group, short: \"Все\", full: \"Все\", members: [{members}]),"
    );
    place.edit("subjects.ron", "subjects: [", &group);
    let start = Instant::now();
    let run = place.run(&["check", "--lang", "en"]);
    assert_eq!(run.code, 1);
    assert!(
        run.stdout
            .contains("More problems of this file are not shown: 199800")
    );
    assert!(
        start.elapsed() < Duration::from_secs(90),
        "{:?}",
        start.elapsed()
    );
}

#[cfg(unix)]
#[test]
fn what_stands_in_the_place_of_a_plan_and_is_none_is_an_error() {
    for what in ["link", "pipe", "directory"] {
        let place = Place::with_state();
        let plan = place.state().join("plan.ron");
        std::fs::remove_file(&plan).unwrap();
        match what {
            "link" => std::os::unix::fs::symlink("nowhere.ron", &plan).unwrap(),
            "pipe" => {
                let made = std::process::Command::new("mkfifo").arg(&plan).status();
                assert!(made.unwrap().success());
            }
            _ => std::fs::create_dir(&plan).unwrap(),
        }
        let run = place.run(&["check"]);
        assert_eq!(run.code, 1, "{what}: {}", run.stdout);
        assert!(run.stdout.contains("plan.ron"), "{what}: {}", run.stdout);
    }
}

#[test]
fn a_subject_the_journal_names_and_nobody_knows_is_told() {
    let place = Place::with_state();
    let day: planerka::domain::date::Date = "2023-05-25".parse().unwrap();
    let presence = Some(planerka::domain::meeting::Presence::Present);
    let subject = planerka::domain::subject::SubjectId("asou-before".to_owned());
    place.record([
        (day, Operation::OpenMeeting { agenda: Vec::new() }),
        (day, Operation::SetAttendance { subject, presence }),
    ]);
    let run = place.run(&["check"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("«asou-before»"), "{}", run.stdout);
}
