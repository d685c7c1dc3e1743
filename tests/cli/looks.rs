//! The quick looks over an empty journal: agenda, who, due, assignments, keys, themes, deadline.

use serde_json::Value;

use crate::harness::Place;

fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap().iter();
    list.map(|one| one[key].as_str().unwrap()).collect()
}

#[test]
fn looking_makes_nothing_and_locks_nothing() {
    for place in [Place::new(), Place::with_state()] {
        let before = place.everything();
        for command in [
            &["plan", "show"][..],
            &["plan", "check"],
            &["agenda"],
            &["who", "ММС"],
            &["due"],
            &["assignments"],
            &["minutes"],
            &["tactical"],
            &["deadline", "Май 2023 г."],
            &["check"],
            &["keys"],
            &["themes"],
        ] {
            let run = place.run(command);
            assert!(run.code < 2, "{command:?}: {}", run.stderr);
        }
        assert_eq!(place.everything(), before);
    }
}

#[test]
fn the_agenda_of_a_thursday_not_yet_opened_is_a_proposal_with_reasons() {
    let place = Place::new();
    let agenda = place.json(&["agenda", "--date", "2023-05-25", "--json"]);
    assert_eq!(agenda["state"]["kind"], "proposal");
    assert_eq!(agenda["date"], "2023-05-25");
    let items = agenda["items"].as_array().unwrap();
    assert!(texts(&agenda["items"], "item").contains(&"1.1.1"));
    let first = items.iter().find(|item| item["item"] == "1.1.1").unwrap();
    assert_eq!(first["section"], "this-week");
    assert_eq!(
        first["reasons"][0],
        serde_json::json!({
            "kind": "due",
            "due": "2023-05-31",
            "days": 6,
            "text": "срок 31 мая, осталось 6 дней",
        })
    );
    let later = place.json(&["agenda", "--date", "2024-12-26", "--json"]);
    assert!(!later["items"].as_array().unwrap().is_empty());
    let run = place.run(&["agenda", "--date", "2023-05-24"]);
    assert_eq!(run.code, 0);
    assert!(run.stderr.contains("чт 25.05.2023"), "{}", run.stderr);
    let run = place.run(&["agenda", "--lang", "en"]);
    assert!(run.stdout.contains("Due before the next meeting"));
    assert!(run.stdout.contains("due 31 May, 6 days left"));
}

#[test]
fn who_finds_a_subject_however_it_is_typed_and_counts_its_duties() {
    let place = Place::new();
    let found = place.json(&["who", "цнппм асоу", "--json"]);
    assert_eq!(found[0]["id"], "cnppm-asou");
    let counts = &found[0]["counts"];
    let duties = found[0]["duties"].as_array().unwrap();
    assert_eq!(counts["open"], duties.len());
    assert_eq!(counts["overdue"], 0);
    let due: Vec<_> = duties.iter().filter_map(|d| d["due"].as_str()).collect();
    assert!(due.is_sorted(), "{due:?}");
    assert!(
        duties
            .iter()
            .any(|duty| duty["role"]["kind"] == "responsible")
    );
    assert_eq!(place.json(&["who", "wyggv", "--json"])[0]["id"], "cnppm");
    let run = place.run(&["who", "ммс"]);
    assert!(run.stdout.starts_with("ММС\n"), "{}", run.stdout);
    let run = place.run(&["who", "никогошеньки"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("никого нет"));
    let everybody = place.json(&["who", "", "--json"]);
    assert_eq!(everybody.as_array().unwrap().len(), 40);
}

#[test]
fn due_dates_fall_into_weeks() {
    let place = Place::new();
    let due = place.json(&["due", "--json"]);
    assert_eq!(due["overdue"].as_array().unwrap().len(), 0);
    assert!(texts(&due["this_week"], "activity").contains(&"1.1.1"));
    let later = place.json(&["due", "--json", "--today", "2023-06-01"]);
    // Nobody has held a meeting yet: what was due before is not overdue, and is not hidden either.
    assert_eq!(later["overdue"].as_array().unwrap().len(), 0);
    assert!(texts(&later["before_record"], "activity").contains(&"1.1.1"));
    let all: usize = ["overdue", "this_week", "next_weeks", "later", "undated"]
        .iter()
        .map(|key| due[key].as_array().unwrap().len())
        .sum();
    assert_eq!(all, 63);
    let run = place.run(&["due", "--lang", "en"]);
    assert!(run.stdout.contains("\nThis week: "), "{}", run.stdout);
}

#[test]
fn without_a_meeting_there_are_no_papers_and_no_assignments() {
    let place = Place::new();
    for command in ["minutes", "tactical"] {
        let run = place.run(&[command]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""));
        assert!(run.stderr.contains("Ни одного совещания ещё не записано"));
        let run = place.run(&[command, "2023-05-25", "--lang", "en"]);
        assert!(run.stderr.contains("25.05.2023 was never opened"));
    }
    assert_eq!(place.json(&["assignments", "--json"]), Value::Array(vec![]));
}

#[test]
fn every_command_is_named_in_words_and_has_keys() {
    let place = Place::new();
    let keys = place.json(&["keys", "--json"]);
    let mut unbound = Vec::new();
    for binding in keys.as_array().unwrap() {
        let text = binding["text"].as_str().unwrap();
        assert!(!text.starts_with("action-"), "{binding}");
        if binding["keys"].as_array().unwrap().is_empty() {
            unbound.push(binding["action"].to_string());
        }
    }
    assert_eq!(unbound, Vec::<String>::new());
    assert!(place.run(&["keys"]).stdout.contains("(mark-done)"));
}

#[test]
fn the_users_keys_are_in_effect_and_wrong_ones_are_refused_with_their_place() {
    let place = Place::with_state();
    let keymap = |action: &str| {
        format!(
            "(format: 1, contexts: [(name: \"meeting\", keys: [\n(action: \"{action}\", chords: [\"F12\"]),\n])])\n"
        )
    };
    place.write("keymap.ron", keymap("mark-done"));
    let keys = place.json(&["keys", "--json"]);
    let bound = keys
        .as_array()
        .unwrap()
        .iter()
        .find(|binding| binding["context"] == "meeting" && binding["action"] == "mark-done");
    assert_eq!(bound.unwrap()["keys"], serde_json::json!(["F12"]));
    place.write("keymap.ron", keymap("mark-dome"));
    let run = place.run(&["keys"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(
        run.stderr
            .contains("keymap.ron:2:10: Команды «mark-dome» нет.")
    );
}

#[test]
fn themes_are_listed_and_the_chosen_one_is_marked() {
    let place = Place::new();
    assert!(place.run(&["themes"]).stdout.starts_with("* dark"));
    let themes = place.json(&["themes", "--json", "--theme", "light"]);
    let light = themes
        .as_array()
        .unwrap()
        .iter()
        .find(|t| t["name"] == "light");
    assert_eq!(light.unwrap()["chosen"], true);
}

#[test]
fn a_theme_of_the_user_is_listed_and_a_broken_one_named_with_its_place() {
    let place = Place::with_state();
    let dark = include_str!("../../themes/dark.ron");
    place.write("themes/ours.ron", dark);
    place.edit("settings.ron", "theme: \"dark\"", "theme: \"ours\"");
    let run = place.run(&["themes"]);
    assert!(run.stdout.contains("* ours"), "{}", run.stdout);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert_eq!(place.run(&["check"]).code, 0);

    place.write(
        "themes/broken.ron",
        dark.replacen("format: 1", "format: one", 1),
    );
    let run = place.run(&["themes"]);
    assert_eq!(run.code, 1);
    assert!(!run.stdout.contains("broken"), "{}", run.stdout);
    assert!(run.stderr.contains("themes/broken.ron:"), "{}", run.stderr);
    let check = place.run(&["check"]);
    assert!(check.stdout.contains("broken.ron:"), "{}", check.stdout);
}

#[test]
fn wordings_are_read_from_arguments_and_from_the_input() {
    let place = Place::new();
    let run = place.run(&["deadline", "--json", "--", "Еженедельно\nпо четвергам", "-"]);
    let lines: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["text"], "Еженедельно\nпо четвергам");
    assert_eq!(lines[0]["kind"], "recurrence");
    assert_eq!(lines[1]["kind"], "unread");
    let output = place
        .command()
        .args(["deadline", "--json", "--period", "2023..2024"])
        .write_stdin("Май 2023 г.\n\nоктябрь 2024 г.\n")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(text.lines().count(), 2);
    assert_eq!(
        first["windows"],
        serde_json::json!([["2023-05-01", "2023-05-31"]])
    );
    let run = place.run(&["deadline", "--lang", "en", "Май 2023 г."]);
    assert!(run.stdout.contains("due 31.05.2023"), "{}", run.stdout);
    let run = place.run(&["deadline", "Май 2023 г."]);
    assert!(run.stdout.contains("срок 31.05.2023"), "{}", run.stdout);
}
