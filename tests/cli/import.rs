//! `planerka import`, `planerka new`: a newcomer's own plan.

use std::path::Path;

use serde_json::Value;

use crate::harness::Place;

fn file(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/import")
        .join(name)
        .to_str()
        .unwrap()
        .to_owned()
}

fn titles(plan: &Value) -> Vec<&str> {
    plan["activities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|activity| activity["title"].as_str().unwrap())
        .collect()
}

#[test]
fn a_plan_is_imported_into_a_new_directory_without_the_example() {
    let place = Place::new();
    let run = place.run(&["import", &file("c1-two-levels.docx")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("15 мероприятий"), "{}", run.stdout);
    assert!(
        run.stdout.contains("Столбца с ожидаемым результатом нет"),
        "{}",
        run.stdout
    );
    let plan = place.json(&["plan", "show", "--json"]);
    assert_eq!(titles(&plan).len(), 15);
    let first = &plan["activities"][0];
    assert_eq!(first["number"], "1.1");
    assert_eq!(first["path"][0]["title"], "Организационные мероприятия");
    assert_eq!(first["occurrences"][0]["end"], "2024-04-05");
    for name in ["subjects.ron", "settings.ron", "documents/118-o.ron"] {
        let text = std::fs::read_to_string(place.state().join(name)).unwrap();
        assert!(
            !text.contains("ЦНППМ") && !text.contains("Академия социального"),
            "{name}"
        );
    }
    let check = place.run(&["check"]);
    assert_eq!(check.code, 0, "{}{}", check.stdout, check.stderr);
}

#[test]
fn the_same_file_again_changes_nothing_and_another_edition_is_refused() {
    let place = Place::new();
    assert_eq!(place.run(&["import", &file("c1-two-levels.docx")]).code, 0);
    let before = std::fs::read(place.state().join("documents/118-o.ron")).unwrap();
    let again = place.run(&["import", &file("c1-two-levels.docx")]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.stdout.contains("без изменений"), "{}", again.stdout);
    let other = place.run(&["import", &file("m2-two-levels-amended.docx")]);
    assert_eq!(other.code, 1);
    assert_eq!(
        before,
        std::fs::read(place.state().join("documents/118-o.ron")).unwrap()
    );
}

#[test]
fn a_refusal_says_what_to_do_and_writes_nothing() {
    let place = Place::new();
    for (name, words) in [
        ("l1-damaged.docx", "повреждён"),
        ("l2-no-table.docx", "нет таблицы"),
        ("l4-password.xlsx", "защищён паролем"),
    ] {
        let run = place.run(&["import", &file(name), "--yes"]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.stderr.contains(words), "{name}: {}", run.stderr);
        assert!(!place.state().exists(), "{name}");
    }
}

#[test]
fn an_open_question_stops_the_import_and_yes_answers_it() {
    let place = Place::new();
    let run = place.run(&["import", &file("e24-pages.txt"), "--document", "r-503"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("--yes"), "{}", run.stderr);
    assert!(!place.state().exists());
    let run = place.run(&[
        "import",
        &file("e24-pages.txt"),
        "--document",
        "r-503",
        "--yes",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let plan = place.json(&["plan", "show", "--json", "--document", "r-503"]);
    assert_eq!(titles(&plan).len(), 63);
}

#[test]
fn a_dry_run_writes_nothing_and_columns_can_be_named() {
    let place = Place::new();
    let run = place.run(&[
        "import",
        &file("e10-headless.txt"),
        "--dry-run",
        "--json",
        "--columns",
        "number,title,other,responsible",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let draft: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(draft["columns"][2]["role"], "other");
    assert_eq!(draft["activities"][0]["term"], "");
    assert!(!place.state().exists());
}

#[test]
fn subjects_are_added_to_those_that_are_there_and_comments_stay() {
    let place = Place::with_state();
    let path = place.state().join("subjects.ron");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, format!("// мои\n{text}")).unwrap();
    let run = place.run(&[
        "import",
        &file("n4-every-row-numbered.docx"),
        "--document",
        "n4",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let after = std::fs::read_to_string(&path).unwrap();
    assert!(after.starts_with("// мои\n"));
    assert!(after.contains("Региональный модельный центр"));
    let plan = place.json(&["plan", "show", "--json", "--document", "n4"]);
    assert_eq!(titles(&plan).len(), 6);
    let missing = place.run(&["plan", "show", "--document", "none"]);
    assert_eq!(missing.code, 1);
}

#[test]
fn a_new_directory_holds_nothing_of_the_example() {
    let place = Place::new();
    let directory = place.state().with_file_name("own");
    let path = directory.to_str().unwrap();
    let run = place.run(&[
        "new",
        path,
        "--organisation",
        "Школа № 5",
        "--title",
        "План",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let settings = std::fs::read_to_string(directory.join("settings.ron")).unwrap();
    assert!(settings.contains("Школа № 5"));
    let plan = place.json(&["--state", path, "plan", "show", "--json"]);
    assert_eq!(titles(&plan).len(), 0);
    let subjects = std::fs::read_to_string(directory.join("subjects.ron")).unwrap();
    assert!(!subjects.contains("ЦНППМ"));
    // What was only begun is no mistake.
    let check = place.run(&["--state", path, "check"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
    assert_eq!(place.run(&["new", path]).code, 1);
}

#[test]
fn an_import_fills_the_document_that_was_begun_empty() {
    let place = Place::new();
    let directory = place.state().with_file_name("own");
    let path = directory.to_str().unwrap();
    assert_eq!(place.run(&["new", path]).code, 0);
    let import = || place.run(&["--state", path, "import", &file("c1-two-levels.docx")]);
    let run = import();
    assert_eq!(run.code, 0, "{}", run.stderr);
    let plan = place.json(&["--state", path, "plan", "show", "--json"]);
    assert_eq!(titles(&plan).len(), 15);
    assert_eq!(plan["documents"].as_array().unwrap().len(), 1);
    assert!(import().stdout.contains("без изменений"));
    let other = place.run(&[
        "--state",
        path,
        "import",
        &file("m2-two-levels-amended.docx"),
    ]);
    assert_eq!(other.code, 1);
    assert!(other.stderr.contains("plan adopt"), "{}", other.stderr);
}

#[test]
fn a_file_that_does_not_name_its_plan_fills_the_one_that_was_begun_under_its_name() {
    let place = Place::new();
    let directory = place.state().with_file_name("own");
    let path = directory.to_str().unwrap();
    let new = ["new", path, "--organisation", "Школа № 5", "--title"];
    let begun = place.run(&[new.as_slice(), &["План работы школы"]].concat());
    assert_eq!(begun.code, 0, "{}", begun.stderr);
    let csv = directory.with_file_name("mini.csv");
    let rows = "№;Мероприятие;Срок;Ответственный\n1;Педсовет;30 января 2025 г.;Завуч\n";
    std::fs::write(&csv, rows).unwrap();
    let csv = csv.to_str().unwrap();
    let import = || place.run(&["--state", path, "import", csv]);
    let run = import();
    assert_eq!(run.code, 0, "{}", run.stderr);
    let control = [
        "--state",
        path,
        "control",
        "2025-01-09",
        "-f",
        "txt",
        "-o",
        "-",
    ];
    let paper = place.run(&control);
    assert!(
        paper.stdout.contains("\nПлан работы школы\n"),
        "{}",
        paper.stdout
    );
    let again = import();
    assert!(
        again.stdout.contains("без изменений"),
        "{}{}",
        again.stdout,
        again.stderr
    );
}

#[test]
fn another_edition_in_a_file_is_adopted_from_it() {
    let place = Place::new();
    let directory = place.state().with_file_name("own");
    let path = directory.to_str().unwrap();
    let file = |name: &str| file(name);
    let run = |arguments: &[&str]| place.run(&[&["--state", path], arguments].concat());
    let first = file("c1-two-levels.docx");
    let second = file("m2-two-levels-amended.docx");
    assert_eq!(run(&["import", &first]).code, 0);
    let changes = run(&["plan", "changes", &second]);
    assert!(!changes.stdout.is_empty(), "{}", changes.stderr);
    let adopted = run(&["plan", "adopt", &second, "--yes", "--basis", "приказ"]);
    assert_eq!(adopted.code, 0, "{}{}", adopted.stdout, adopted.stderr);
    let nothing = run(&["plan", "changes", &second]);
    assert_eq!(nothing.code, 0, "{}", nothing.stdout);
}

/// What was decided of a file is decided for its next edition: columns, readings, answers.
#[test]
fn the_next_edition_is_not_asked_about_again() {
    let place = Place::new();
    let columns = "number,title,responsible,term,skip";
    let first = ["import", &file("w1-people.csv"), "--columns", columns];
    let run = place.run(&first);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let kept = std::fs::read_to_string(place.state().join("imports/7-o.ron")).unwrap();
    assert!(kept.contains("decided: true"), "{kept}");
    let next = place.json(&["import", &file("w2-people-next.csv"), "--dry-run", "--json"]);
    assert_eq!(next["columns"][4]["role"], "skip", "{next}");
    // The same where it is adopted, and the next one finds nothing new.
    let adopt = ["plan", "adopt", &file("w2-people-next.csv"), "--yes"];
    let run = place.run(&adopt);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(!run.stdout.contains("Класс"), "{}", run.stdout);
    let run = place.run(&["import", &file("w2-people-next.csv")]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("без изменений"), "{}", run.stdout);
}

/// A question that was answered with `--yes` is not asked of the next edition.
#[test]
fn a_question_answered_once_is_not_asked_again() {
    let place = Place::new();
    let asked = place.run(&["import", &file("e10-headless.txt")]);
    assert_eq!(asked.code, 1, "{}", asked.stdout);
    let run = place.run(&["import", &file("e10-headless.txt"), "--yes"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let again = place.run(&["import", &file("e10-headless.txt")]);
    assert_eq!(again.code, 0, "{}{}", again.stdout, again.stderr);
    assert!(!again.stdout.contains("Вопрос"), "{}", again.stdout);
}

/// Old documents are converted where somebody asks for it and `LibreOffice` is there, which leaves
/// nothing behind; else the refusal says what to do.
#[cfg(unix)]
#[test]
fn an_old_document_is_converted_only_where_somebody_asks_for_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let old = place.home().join("plan.rtf");
    std::fs::write(&old, b"{\\rtf1\\ansi text}").unwrap();
    let old = old.to_str().unwrap();
    let office = place.home().join("soffice");
    let script = format!(
        "#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\ncp {} \"$2/plan.docx\"\n",
        file("c1-two-levels.docx")
    );
    let without = place.run_with(&[("PATH", "/nowhere")], &["import", old, "--convert"]);
    assert_eq!(without.code, 1);
    assert!(without.stderr.contains("не найден"), "{}", without.stderr);
    let path = format!("{}:/usr/bin:/bin", place.home().display());
    std::fs::write(&office, script).unwrap();
    std::fs::set_permissions(&office, std::fs::Permissions::from_mode(0o755)).unwrap();
    let offered = place.run_with(&[("PATH", &path)], &["import", old]);
    assert_eq!(offered.code, 1);
    assert!(offered.stderr.contains("--convert"), "{}", offered.stderr);
    assert!(!place.state().exists());
    let run = place.run_with(&[("PATH", &path)], &["import", old, "--convert"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let plan = place.json(&["plan", "show", "--json"]);
    assert_eq!(titles(&plan).len(), 15);
    let left = std::fs::read_dir(place.home().with_file_name("tmp")).unwrap();
    assert_eq!(left.count(), 0);
    // One that makes nothing is told of.
    std::fs::write(&office, "#!/bin/sh\nexit 0\n").unwrap();
    let run = place.run_with(&[("PATH", &path)], &["import", old, "--convert"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("не смог"), "{}", run.stderr);
}

/// Our own table of a document, in every format that has one, is read as the same points: numbers,
/// titles, people and deadlines.
#[test]
fn our_own_table_of_a_document_is_read_as_the_same_points() {
    for source in [
        "c1-two-levels.docx",
        "d1-flat-autonumbered.docx",
        "n4-every-row-numbered.docx",
        "q02-no-last-head.docx",
        "q13-deadline-first.docx",
    ] {
        let place = Place::new();
        let run = place.run(&["import", &file(source), "--yes", "--document", "own"]);
        assert_eq!(run.code, 0, "{source}: {}", run.stderr);
        let plan = place.json(&["plan", "show", "--json"]);
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = |value: &Value| line(value.as_str().unwrap_or_default());
        let wanted: Vec<(String, String)> = plan["activities"]
            .as_array()
            .unwrap()
            .iter()
            .map(|activity| (text(&activity["title"]), text(&activity["term"])))
            .collect();
        for format in ["docx", "xlsx", "csv"] {
            let paper = place.home().join(format!("paper.{format}"));
            let paper = paper.to_str().unwrap();
            let written = place.run(&["execution", "own", "--format", format, "-o", paper]);
            assert_eq!(written.code, 0, "{source} {format}: {}", written.stderr);
            let read = place.json(&["import", paper, "--dry-run", "--json"]);
            let found: Vec<(String, String)> = read["activities"]
                .as_array()
                .unwrap()
                .iter()
                .map(|activity| (text(&activity["title"]), text(&activity["term"])))
                .collect();
            assert_eq!(found, wanted, "{source} {format}");
            let people = |json: &Value| -> Vec<String> {
                let all = json["activities"].as_array().unwrap().iter();
                // The table has one column for them.
                all.map(|it| match text(&it["executors"]) {
                    none if none.is_empty() => text(&it["responsible_subject"]),
                    executors => executors,
                })
                .collect()
            };
            assert_eq!(people(&read), people(&plan), "{source} {format}");
            let numbered = |json: &Value| {
                let all = json["activities"].as_array().unwrap().iter();
                all.filter(|it| !it["number"].is_null()).count()
            };
            assert_eq!(numbered(&read), numbered(&plan), "{source} {format}");
        }
    }
}

/// What the wizard does by keys the shell does by words: names, deadlines, levels, rows.
#[test]
fn names_deadlines_and_levels_are_put_right_from_the_shell() {
    let place = Place::new();
    let source = file("c1-two-levels.docx");
    for (wrong, code) in [
        (["--deadline", "8=как получится"], 1),
        (["--deadline", "99=до 1 мая 2024 г."], 1),
        (["--deadline", "8"], 2),
        (["--subject", "Нет такого=-"], 1),
        (["--level", "3=Направление"], 1),
    ] {
        let run = place.run(&["import", &source, wrong[0], wrong[1]]);
        assert_eq!(run.code, code, "{wrong:?}: {}", run.stderr);
        assert!(!place.state().join("documents/own.ron").exists());
    }
    let run = place.run(&[
        "import",
        &source,
        "--document",
        "own",
        "--subject",
        "Бухгалтерия=-",
        "--subject",
        "Директор=директор — Директор учреждения",
        "--deadline",
        "8=до 1 февраля 2024 г.",
        "--level",
        "1=Направление",
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let document = std::fs::read_to_string(place.state().join("documents/own.ron")).unwrap();
    assert!(document.contains("Направление"), "{document}");
    let subjects = std::fs::read_to_string(place.state().join("subjects.ron")).unwrap();
    assert!(subjects.contains("Директор учреждения"), "{subjects}");
    assert!(!subjects.contains("Бухгалтерия"), "{subjects}");
    let plan = place.json(&["plan", "show", "--json"]);
    let corrected = &plan["activities"]
        .as_array()
        .unwrap()
        .iter()
        .find(|activity| activity["number"] == "2.1")
        .unwrap();
    assert_eq!(corrected["occurrences"].as_array().unwrap().len(), 1);
    assert_eq!(corrected["occurrences"][0]["end"], "2024-02-01");
}

/// Before a document comes in, the directory is kept as it was; how many such copies stay is the
/// user's to say, and none is made where that is none.
#[test]
fn an_import_leaves_a_backup_of_the_directory_before_it_and_only_as_many_as_are_wanted() {
    let kept = |place: &Place| {
        let listed = std::fs::read_dir(place.state().join("backups"));
        let names = listed.into_iter().flatten();
        let mut names: Vec<String> = names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    for (keep, wanted) in [(10, 2), (1, 1), (0, 0)] {
        let place = Place::new();
        assert_eq!(place.run(&["import", &file("c1-two-levels.docx")]).code, 0);
        assert!(kept(&place).is_empty(), "there was nothing before");
        let settings = place.state().join("settings.ron");
        let text = std::fs::read_to_string(&settings).unwrap();
        let end = text.rfind(')').unwrap();
        let (before, _) = text.split_at(end);
        let text = format!("{before}    backups: (keep: {keep}),\n)\n");
        std::fs::write(&settings, text).unwrap();
        for name in ["d1-flat-autonumbered.docx", "k16-pages.docx"] {
            let run = place.run(&["import", &file(name), "--yes"]);
            assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        }
        let kept = kept(&place);
        assert_eq!(kept.len(), wanted, "{kept:?}");
        assert!(
            kept.iter()
                .all(|name| name.starts_with("planerka-before-import-"))
        );
    }
}

/// A plan of three activities, as a spreadsheet saves it.
fn plan(place: &Place, title: &str, terms: [&str; 3]) -> String {
    let path = place.home().join("plan.csv");
    let [first, second, third] = terms;
    let text = format!(
        "{title};;\n\
         Мероприятие;Срок исполнения;Ответственный\n\
         Провести совещание;{first};Иванов И.И.\n\
         Подготовить отчёт;{second};Иванов И.И.\n\
         Обновить сайт;{third};Иванов И.И.\n"
    );
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_plan_that_names_no_year_was_read_in_silence() {
    let place = Place::new();
    let file = plan(
        &place,
        "План мероприятий",
        ["май", "как получится", "до 5 июня"],
    );
    let run = place.run(&["import", &file, "--dry-run"]);
    for said in [
        "Год не назван нигде",
        "Сроки, которые не прочитаны: 1",
        "Сроки, прочитанные с допущением: 2",
    ] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
}

#[test]
fn what_the_period_is_taken_from_is_said_where_the_title_does_not_say_it() {
    let place = Place::new();
    let file = plan(
        &place,
        "План мероприятий",
        ["май 2024 г.", "июнь", "до 5 июня"],
    );
    let run = place.run(&["import", &file, "--dry-run"]);
    assert!(
        run.stdout.contains("взяты годы, названные в сроках"),
        "{}",
        run.stdout
    );
    let file = plan(
        &place,
        "План мероприятий на II квартал 2024 года",
        ["май", "июнь", "до 5 июня"],
    );
    let run = place.run(&["import", &file, "--dry-run"]);
    assert!(!run.stdout.contains("Период"), "{}", run.stdout);
    let json = place.json(&["import", &file, "--dry-run", "--json"]);
    assert_eq!(json["period"]["first"], "2024-04-01", "{}", json["period"]);
    assert_eq!(json["period_by"], "title");
}
