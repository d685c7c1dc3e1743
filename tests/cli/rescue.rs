//! `planerka backup`, `restore` and `check --repair`: nothing is lost, nothing is replaced unasked.

use std::path::Path;

use crate::harness::Place;

const BROKEN: &str = "(format: 1, document: (title: \"Свой план\"";

/// The names below a directory of the state directory; empty when it is not there.
fn names(directory: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(directory) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_brings_back_what_was_lost_and_leaves_what_is_newer() {
    let place = Place::with_state();
    let archive = place.state().with_file_name("copy.zip");
    let archive = archive.to_str().unwrap();
    let saved = place.run(&["backup", archive]);
    assert_eq!(
        (saved.code, saved.stderr.as_str()),
        (0, ""),
        "{}",
        saved.stdout
    );
    assert!(
        saved.stdout.contains("Сохранено 3 файла"),
        "{}",
        saved.stdout
    );

    // «1 байт, 2 байта, 5 байт»: as the number asks for.
    let length = std::fs::metadata(archive).unwrap().len();
    let few = matches!(length % 10, 2..=4) && !matches!(length % 100, 12..=14);
    let size = format!("({length} {})", if few { "байта" } else { "байт" });
    assert!(saved.stdout.contains(&size), "{size}: {}", saved.stdout);

    // The same once more is no obstacle; anything else at the place is.
    assert_eq!(place.run(&["backup", archive]).code, 0);
    let plan = place.read("plan.ron");
    place.write("plan.ron", BROKEN);
    let other = place.run(&["backup", archive]);
    assert_eq!(other.code, 1);
    assert!(
        other.stderr.contains("уже есть другой файл"),
        "{}",
        other.stderr
    );

    // Without a yes nothing is replaced.
    std::fs::remove_file(place.state().join("subjects.ron")).unwrap();
    // What would change is shown, what is missing, too, and nothing is done yet.
    let before = place.everything();
    let shown = place.run(&["restore", archive, "--show"]);
    assert_eq!(shown.code, 0);
    for words in ["Появится: subjects.ron", "разное: plan.ron"] {
        assert!(shown.stdout.contains(words), "{}", shown.stdout);
    }
    assert_eq!(place.everything(), before);
    assert_eq!(place.read("plan.ron"), BROKEN);
    let refused = place.run(&["restore", archive]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.stdout.contains("разное: plan.ron"),
        "{}",
        refused.stdout
    );
    assert!(refused.stderr.contains("--replace"), "{}", refused.stderr);
    assert_eq!(place.read("plan.ron"), BROKEN);
    assert!(!place.state().join("subjects.ron").exists());

    let restored = place.run(&["restore", archive, "--replace"]);
    assert_eq!((restored.code, restored.stderr.as_str()), (0, ""));
    assert!(
        restored.stdout.contains("Возвращено 2 файла"),
        "{}",
        restored.stdout
    );
    assert_eq!(place.read("plan.ron"), plan);
    let mut kept = names(&place.state().join("backups"));
    // The whole directory as it was before, and the file that was replaced.
    kept.retain(|name| name != "planerka-before-restore.zip");
    assert_eq!(kept.len(), 1);
    assert_eq!(place.read(&format!("backups/{}", kept[0])), BROKEN);

    let shown = place.run(&["restore", archive, "--show"]);
    assert!(shown.stdout.contains("всё уже так"), "{}", shown.stdout);
    let again = place.run(&["restore", archive]);
    assert_eq!(again.code, 0);
    assert!(again.stdout.contains("всё уже так"), "{}", again.stdout);
}

#[test]
fn a_damaged_archive_and_one_of_something_else_change_nothing() {
    let place = Place::with_state();
    let archive = place.state().with_file_name("copy.zip");
    let name = archive.to_str().unwrap().to_owned();
    assert_eq!(place.run(&["backup", &name]).code, 0);
    let whole = std::fs::read(&archive).unwrap();
    let before = place.everything();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for (bytes, says) in [
        (flipped.as_slice(), "повреждена"),
        (&whole[..whole.len() / 2], "повреждена"),
        (b"no archive at all".as_slice(), "повреждена"),
    ] {
        std::fs::write(&archive, bytes).unwrap();
        let run = place.run(&["restore", &name, "--replace"]);
        assert_eq!(run.code, 1);
        assert!(run.stderr.contains(says), "{}", run.stderr);
        assert_eq!(place.everything(), before);
    }
    let english = place.run(&["restore", "nowhere.zip", "--lang", "en"]);
    assert_eq!(english.code, 1);
    assert!(
        english.stderr.contains("no such file"),
        "{}",
        english.stderr
    );
}

#[test]
fn repair_brings_back_documents_and_keeps_what_people_wrote() {
    let place = Place::with_state();
    std::fs::remove_file(place.state().join("subjects.ron")).unwrap();
    place.write("settings.ron", [0_u8; 64]);
    place.write("plan.ron", BROKEN);
    place.write("journal/pc71.jsonl", "torn");
    let run = place.run(&["check", "--repair"]);
    assert_eq!(run.code, 1, "the slip in the plan is left: {}", run.stdout);
    assert!(run.stdout.contains("Создан встроенный"), "{}", run.stdout);
    assert!(
        run.stdout.contains("settings.ron заменён встроенным"),
        "{}",
        run.stdout
    );
    assert_eq!(place.read("plan.ron"), BROKEN);
    assert_eq!(names(&place.state().join("quarantine")).len(), 1);

    let all = place.run(&["check", "--repair=all"]);
    assert_eq!(all.code, 0, "{}", all.stdout);
    let kept = names(&place.state().join("quarantine"));
    let plan = kept.iter().find(|name| name.starts_with("plan.ron"));
    assert_eq!(place.read(&format!("quarantine/{}", plan.unwrap())), BROKEN);

    let nothing = place.json(&["check", "--repair", "--json"]);
    assert_eq!(nothing["done"], serde_json::json!([]));
}

#[test]
fn a_paper_somebody_has_changed_is_not_replaced_unasked() {
    let place = Place::new();
    let state = place.state();
    assert_eq!(place.run(&["demo", state.to_str().unwrap()]).code, 0);
    let out = state.with_file_name("out");
    let export = |more: &[&str]| {
        let to = out.to_str().unwrap();
        let mut words = vec!["minutes", "2023-12-28", "-f", "txt,md", "-o", to];
        words.extend(more);
        place.run(&words)
    };
    let path = out.join("2023-12-28-minutes.txt");
    assert_eq!(export(&[]).code, 0);
    let whole = std::fs::read(&path).unwrap();
    // The same once more is nothing new.
    assert_eq!(export(&[]).code, 0);
    std::fs::write(&path, "правка").unwrap();
    std::fs::remove_file(out.join("2023-12-28-minutes.md")).unwrap();
    let left = export(&[]);
    assert_eq!(left.code, 1, "{}", left.stderr);
    assert!(
        left.stderr
            .contains("minutes.txt: здесь файл с другим содержанием")
    );
    assert!(left.stderr.contains("Не записан 1 файл"), "{}", left.stderr);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "правка");
    assert!(
        out.join("2023-12-28-minutes.md").exists(),
        "the others are written"
    );
    assert!(names(&out.join("backups")).is_empty());
    assert_eq!(export(&["--replace"]).code, 0);
    assert_eq!(std::fs::read(&path).unwrap(), whole);
    let kept = names(&out.join("backups"));
    let kept = out.join("backups").join(&kept[0]);
    assert_eq!(std::fs::read_to_string(kept).unwrap(), "правка");
}

#[test]
fn adding_from_a_backup_replaces_nothing() {
    let place = Place::with_state();
    let archive = place.state().with_file_name("copy.zip");
    let archive = archive.to_str().unwrap();
    let copy = include_bytes!("../damaged/journal.whole.log");
    place.write("journal/2023-05.pc1.log", copy);
    assert_eq!(place.run(&["backup", archive]).code, 0);
    let plan = place.read("plan.ron") + "\n// своё\n";
    place.write("plan.ron", &plan);
    place.write("journal/2023-05.pc1.log", "");
    std::fs::remove_file(place.state().join("subjects.ron")).unwrap();

    let both = place.run(&["restore", archive, "--add", "--replace"]);
    assert_eq!(both.code, 2);
    let added = place.run(&["restore", archive, "--add"]);
    assert_eq!((added.code, added.stderr.as_str()), (0, ""));
    for says in [
        "В журнал добавлено",
        "Возвращён 1 файл",
        "Останется как есть: plan.ron",
    ] {
        assert!(added.stdout.contains(says), "{}", added.stdout);
    }
    assert_eq!(place.read("plan.ron"), plan);
    assert_eq!(place.read("journal/2023-05.pc1.log"), "");
    let parts = names(&place.state().join("journal"));
    assert_eq!(parts.len(), 2, "{parts:?}");
    let part = parts
        .iter()
        .find(|name| *name != "2023-05.pc1.log")
        .unwrap();
    assert_eq!(place.read(&format!("journal/{part}")).as_bytes(), copy);
    assert_eq!(place.run(&["check"]).code, 0);
    // Once more there is nothing to add.
    assert_eq!(place.run(&["restore", archive, "--add"]).code, 0);
    assert_eq!(names(&place.state().join("journal")), parts);
}
