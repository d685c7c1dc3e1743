//! Two machines that share a state directory through git: `planerka sync` joins what they did.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use planerka::domain::approved::ApprovedKind;
use planerka::domain::date::Date;
use planerka::domain::id::Id;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::safe_text::SafeText;
use planerka::store::approved::current_name;
use planerka::store::file_system::RealFileSystem;
use planerka::store::lock::Holder;
use planerka::store::state_directory::load_workspace;
use planerka::store::state_directory::{OnForeign, Options, StateDirectory};
use ulid::Ulid;

use crate::harness::{Place, Run};

const MINUTES: &str = "minutes/2023-12-28.ron";

fn day() -> Date {
    Date::new(2023, 12, 28).unwrap()
}

/// Runs git in a directory as the user of a place; what it prints.
fn git(place: &Place, directory: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .env("HOME", place.home())
        .current_dir(directory)
        .args(arguments)
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {arguments:?}: {words}");
    String::from_utf8(output.stdout).unwrap()
}

/// Two machines with clones of one directory, with a season on record if asked for. `None`, and
/// said, where there is no git.
fn machines(with_season: bool) -> Option<(Place, Place)> {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("!! NOT TRIED: git is not installed");
        return None;
    }
    let here = if with_season {
        Place::new()
    } else {
        Place::with_state()
    };
    let there = Place::new();
    for place in [&here, &there] {
        let identity = "[user]\n\tname = Пример\n\temail = example@localhost\n[init]\n\tdefaultBranch = main\n";
        std::fs::write(place.home().join(".gitconfig"), identity).unwrap();
    }
    let shared = here.home().join("shared.git");
    let shared_name = shared.display().to_string();
    git(
        &here,
        &here.home(),
        &["init", "--quiet", "--bare", &shared_name],
    );
    let state = here.state().display().to_string();
    if with_season {
        assert_eq!(here.run(&["demo", &state]).code, 0);
    }
    git(&here, &here.state(), &["init", "--quiet"]);
    git(
        &here,
        &here.state(),
        &["remote", "add", "origin", &shared_name],
    );
    fine(&sync(&here, &[]));
    let clone = there.state().display().to_string();
    git(
        &there,
        &there.home(),
        &["clone", "--quiet", &shared_name, &clone],
    );
    Some((here, there))
}

fn sync(place: &Place, arguments: &[&str]) -> Run {
    let path = std::env::var("PATH").unwrap();
    place.run_with(&[("PATH", &path)], &[&["sync"], arguments].concat())
}

#[track_caller]
fn fine(run: &Run) {
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

/// Opens the minutes again, changes who was there, and approves them, as the program does.
fn approve_anew(place: &Place, writer: &str, number: u32) -> String {
    let files = Arc::new(RealFileSystem::private());
    let options = Options {
        writer: WriterId(writer.into()),
        read_only: false,
        holder: Holder::default(),
        embedded: &[],
    };
    let opened = StateDirectory::open(files, &place.state(), &options).unwrap();
    let mut directory = opened.directory;
    let mut workspace = load_workspace(&mut directory, opened.records).unwrap();
    let at = chrono::DateTime::parse_from_rfc3339("2024-01-09T10:00:00+03:00").unwrap();
    let act = |workspace: &planerka::domain::workspace::Workspace, op: Operation| {
        let clock = workspace.ledger().clock() + 1;
        Record {
            id: Id(Ulid::from_parts(clock, u128::from(number))),
            clock,
            at: Moment::new(at),
            writer: WriterId(writer.into()),
            act: Id(Ulid::from_parts(clock, 1_000 + u128::from(number))),
            day: day(),
            meeting: Some(day()),
            op,
        }
    };
    let reason = SafeText::line(&format!("уточнение {writer}"));
    let reopened = act(&workspace, Operation::ReopenMeeting { reason });
    directory.append(std::slice::from_ref(&reopened)).unwrap();
    workspace.apply([reopened]);
    let finished = act(&workspace, Operation::FinishMeeting { number });
    let (papers, frozen) = workspace.approval(std::slice::from_ref(&finished)).unwrap();
    let approved = Record {
        id: Id(finished.id.0.increment().unwrap()),
        clock: finished.clock + 1,
        op: Operation::ApprovePapers {
            papers: papers.into(),
        },
        ..finished.clone()
    };
    directory
        .keep_approved(day(), frozen.minutes.head.version, &frozen)
        .unwrap();
    directory.append(&[finished, approved]).unwrap();
    for kind in ApprovedKind::ALL {
        directory
            .write_document(
                &current_name(kind, day()),
                frozen.text(kind),
                OnForeign::KeepCopy,
            )
            .unwrap();
    }
    frozen.minutes_text
}

#[test]
fn minutes_approved_on_two_machines_are_one_paper_on_both_and_the_other_version_stays_readable() {
    let Some((here, there)) = machines(true) else {
        return;
    };
    let ours = approve_anew(&here, "pca", 71);
    let theirs = approve_anew(&there, "pcb", 82);
    assert_ne!(ours, theirs);
    fine(&sync(&here, &[]));
    let joined = sync(&there, &[]);
    assert!(
        joined.stdout.contains("С компьютера pca"),
        "{}",
        joined.stdout
    );
    assert!(joined.stdout.contains("28.12.2023"), "{}", joined.stdout);
    let back = sync(&here, &[]);
    assert!(back.stdout.contains("С компьютера pcb"), "{}", back.stdout);
    assert_eq!(here.read(MINUTES), there.read(MINUTES));
    assert!([&ours, &theirs].contains(&&here.read(MINUTES)));
    // That the day was approved on both is said on both.
    for run in [&joined, &back] {
        assert_eq!(run.code, 1);
        assert!(run.stdout.contains("на двух компьютерах"), "{}", run.stdout);
    }
    for place in [&here, &there] {
        let versions: Vec<String> = ["2", "3"]
            .iter()
            .map(|version| {
                let run = place.run(&[
                    "minutes",
                    "2023-12-28",
                    "--version",
                    version,
                    "-f",
                    "ron",
                    "-o",
                    "-",
                ]);
                fine(&run);
                run.stdout
            })
            .collect();
        for (name, text) in [("ours", &ours), ("theirs", &theirs)] {
            assert!(versions.contains(text), "{name}: {text}\n{versions:?}");
        }
        assert!(git(place, &place.state(), &["status", "--porcelain"]).is_empty());
    }
}

#[test]
fn what_one_machine_did_alone_comes_to_the_other_and_nothing_is_left_to_say() {
    let Some((here, there)) = machines(true) else {
        return;
    };
    let ours = approve_anew(&here, "pca", 71);
    fine(&sync(&here, &[]));
    let came = sync(&there, &[]);
    fine(&came);
    assert_eq!(there.read(MINUTES), ours);
    let again = sync(&there, &[]);
    fine(&again);
    assert!(again.stdout.contains("нового нет"), "{}", again.stdout);
    fine(&there.run(&["check"]));
}

#[test]
fn a_file_edited_on_both_sides_is_shown_with_both_texts_and_stays_until_somebody_chooses() {
    let Some((here, there)) = machines(false) else {
        return;
    };
    here.edit("settings.ron", "time: \"10:00\"", "time: \"11:00\"");
    there.edit("settings.ron", "time: \"10:00\"", "time: \"09:30\"");
    fine(&sync(&here, &[]));
    let before = there.read("settings.ron");
    let stopped = sync(&there, &[]);
    assert_eq!(stopped.code, 1);
    for words in [
        "settings.ron, строка",
        "было  time: \"10:00\"",
        "здесь          │ там",
        "time: \"09:30\", │ time: \"11:00\",",
    ] {
        assert!(
            stopped.stdout.contains(words),
            "{words}:\n{}",
            stopped.stdout
        );
    }
    assert_eq!(there.read("settings.ron"), before);
    assert!(git(&there, &there.state(), &["status", "--porcelain"]).is_empty());
    fine(&sync(&there, &["--take", "theirs"]));
    assert_eq!(there.read("settings.ron"), here.read("settings.ron"));
}

/// What git takes for a conflict because the lines lie beside each other.
#[test]
fn two_settings_beside_each_other_changed_one_here_and_one_there_are_both_taken() {
    let Some((here, there)) = machines(false) else {
        return;
    };
    let text = here.read("settings.ron");
    let (_, after) = text.split_once("time:").unwrap();
    let next = after.lines().nth(1).unwrap();
    assert!(next.contains("weekday: Thursday"), "{next}");
    here.edit("settings.ron", "time: \"10:00\"", "time: \"11:00\"");
    there.edit("settings.ron", "weekday: Thursday", "weekday: Friday");
    fine(&sync(&here, &[]));
    fine(&sync(&there, &[]));
    fine(&sync(&here, &[]));
    for place in [&here, &there] {
        let text = place.read("settings.ron");
        assert!(text.contains("time: \"11:00\"") && text.contains("weekday: Friday"));
        assert!(git(place, &place.state(), &["status", "--porcelain"]).is_empty());
    }
}

#[test]
fn without_git_around_or_another_place_it_says_what_to_do_and_changes_nothing() {
    let Some((here, _)) = machines(false) else {
        return;
    };
    let alone = Place::with_state();
    let before = alone.everything();
    let run = sync(&alone, &[]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("git init"), "{}", run.stderr);
    assert_eq!(alone.everything(), before);
    let path = [("PATH", "")];
    let run = alone.run_with(&path, &["sync"]);
    assert!(run.stderr.contains("git не запускается"), "{}", run.stderr);
    git(&here, &here.state(), &["remote", "remove", "origin"]);
    let run = sync(&here, &[]);
    fine(&run);
    assert!(run.stdout.contains("git remote add"), "{}", run.stdout);
}

/// The names of the journal's files.
fn journal(place: &Place) -> Vec<String> {
    let listed = std::fs::read_dir(place.state().join("journal")).unwrap();
    let mut names: Vec<String> = listed
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Packs 2023 in January after it.
fn pack(place: &Place) -> Run {
    place.run_on("2024-01-09", &[], &["pack", "2023"])
}

#[test]
fn a_year_packed_here_meets_what_another_machine_went_on_writing_in_it() {
    let Some((here, there)) = machines(true) else {
        return;
    };
    // The other machine's own file comes here, is packed here, and grows there meanwhile.
    approve_anew(&there, "pcb", 71);
    fine(&sync(&there, &[]));
    fine(&sync(&here, &[]));
    let before = here
        .run(&["minutes", "2023-12-28", "-f", "text", "-o", "-"])
        .stdout;
    let packed = pack(&here);
    fine(&packed);
    let left = journal(&here);
    assert!(
        left.iter().all(|name| !name.starts_with("2023-")),
        "{left:?}"
    );
    let after = here
        .run(&["minutes", "2023-12-28", "-f", "text", "-o", "-"])
        .stdout;
    assert_eq!(before, after);
    fine(&here.run(&["check"]));
    fine(&sync(&here, &[]));
    let theirs = approve_anew(&there, "pcb", 72);
    let joined = sync(&there, &[]);
    fine(&joined);
    let names = journal(&there);
    let beside: Vec<&String> = names.iter().filter(|it| it.starts_with("2023")).collect();
    assert_eq!(beside.len(), 2, "{names:?}");
    assert_eq!(*beside[0], "2023-12.pcb.log");
    assert_eq!(there.read(MINUTES), theirs);
    fine(&sync(&here, &[]));
    assert_eq!(here.read(MINUTES), theirs);
    assert_eq!(journal(&here), names);
    // Packed once more it is one file again, and unpacked everything is as if it had never been.
    fine(&pack(&here));
    assert_eq!(
        journal(&here)
            .iter()
            .filter(|it| it.starts_with("2023"))
            .count(),
        1
    );
    fine(&sync(&here, &[]));
    fine(&sync(&there, &[]));
    fine(&there.run(&["unpack", "2023"]));
    assert!(journal(&there).iter().all(|name| !name.contains(".zip")));
    assert_eq!(there.read(MINUTES), theirs);
    for place in [&here, &there] {
        fine(&place.run(&["check"]));
    }
}

#[test]
fn a_year_that_goes_on_is_not_packed_and_one_without_files_neither() {
    let place = Place::new();
    let state = place.state().display().to_string();
    assert_eq!(place.run(&["demo", &state]).code, 0);
    let before = journal(&place);
    for (year, words) in [
        ("2024", "ещё не закончился"),
        ("2023", "ещё не закончился"),
        ("2019", "делать нечего"),
    ] {
        let run = place.run(&["pack", year]);
        assert_eq!(run.code, 1, "{}", run.stdout);
        assert!(run.stderr.contains(words), "{}", run.stderr);
    }
    let run = place.run(&["unpack", "2023"]);
    assert!(run.stderr.contains("делать нечего"), "{}", run.stderr);
    assert_eq!(place.run(&["pack", "май"]).code, 2);
    assert_eq!(journal(&place), before);
    assert!(
        !place
            .state()
            .join("backups")
            .join("planerka-before-packing-2019.zip")
            .exists()
    );
}
