//! Editions from the shell: what is asked, how it is answered, the paper of what changed.

use planerka::domain::agenda::ItemKey;
use planerka::domain::date::Date;
use planerka::domain::document::{ActivityKey, Document};
use planerka::domain::edition::{Cell, Change};
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::id::Id;
use planerka::domain::mark::Status;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::plan::Plan;
use planerka::store::journal::encode;
use ulid::Ulid;

use super::harness::{Place, Run};

const TODAY: &str = "2023-06-01";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn id(text: &str) -> ActivityKey {
    text.parse().unwrap()
}

/// The plan, seen once, with an act of some operations.
fn with(operations: Vec<Operation>) -> Place {
    let place = Place::with_state();
    let plan: Plan = ron::from_str(&place.read("plan.ron")).unwrap();
    let text = planerka::store::document::to_text(&Document::from(plan)).unwrap();
    place.write("documents/plan/first.ron", text);
    let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:03:12+03:00").unwrap();
    let records: Vec<Record> = (1..)
        .zip(operations)
        .map(|(clock, op)| Record {
            id: Id(Ulid::from_parts(clock, 1)),
            clock,
            at: Moment::new(at),
            writer: WriterId("pc7".into()),
            act: Id(Ulid::from_parts(1, 0)),
            day: day("2023-05-25"),
            meeting: None,
            op,
        })
        .collect();
    place.write("journal/2023-05.pc7.log", encode(&records).unwrap());
    place
}

/// Puts other words into a cell of an activity in `plan.ron`.
fn edit(place: &Place, activity: &str, cell: &str, words: &str) {
    let text = place.read("plan.ron");
    let at = text.find(&format!("id: \"{activity}\"")).unwrap();
    let label = format!("{cell}: \"");
    let begin = at + text.get(at..).unwrap().find(&label).unwrap() + label.len();
    let end = begin + text.get(begin..).unwrap().find('"').unwrap();
    let (before, after) = (text.get(..begin).unwrap(), text.get(end..).unwrap());
    place.write("plan.ron", format!("{before}{words}{after}"));
}

fn adopt(place: &Place, more: &[&str]) -> Run {
    place.run(&[&["plan", "adopt", "--today", TODAY, "--yes"], more].concat())
}

fn result_of(place: &Place, activity: &str, today: &str) -> String {
    let plan = place.json(&["plan", "show", "--json", "--today", today]);
    let all = super::documents::activities(&plan, "plan");
    let own = all.iter().find(|it| it["number"] == activity).unwrap();
    own["result"].as_str().unwrap().to_owned()
}

/// The result of 1.1.4 was amended here, and in the file otherwise.
fn amended_on_both_sides() -> Place {
    let place = with(vec![
        Operation::AdoptEdition {
            document: "plan".parse().unwrap(),
            from: day("2023-05-26"),
            basis: "приказ".into(),
            source: None,
        },
        Operation::AmendDocument {
            change: Change::Amend {
                key: id("1.1.4"),
                cell: Cell::Result,
                text: "Положение о порядке".into(),
            }
            .into(),
        },
    ]);
    edit(&place, "1.1.4", "result", "Положение об апробации");
    place
}

#[test]
fn the_shell_asks_which_side_counts_and_never_chooses_one_by_itself() {
    let place = amended_on_both_sides();
    let first = result_of(&place, "1.1.4", "2023-05-24");
    let changes = place.run(&["plan", "changes", "--today", TODAY]);
    assert_ne!(changes.code, 0);
    let asked = "--side 1.1.4/result=theirs";
    assert!(changes.stdout.contains(asked), "{}", changes.stdout);
    let refused = adopt(&place, &[]);
    assert_ne!(refused.code, 0);
    let said = "сначала ответьте";
    assert!(refused.stderr.contains(said), "{}", refused.stderr);
    let wrong = adopt(&place, &["--side", "1.1.4/result=mine"]);
    assert!(wrong.stderr.contains("theirs, ours, base"));
    for (side, expected) in [
        ("1.1.4/result=theirs", "Положение об апробации"),
        ("1.1.4/Результат=ours", "Положение о порядке"),
        ("all=base", first.as_str()),
    ] {
        let place = amended_on_both_sides();
        let run = adopt(&place, &["--side", side]);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        assert_eq!(result_of(&place, "1.1.4", TODAY), expected);
    }
}

#[test]
fn marks_of_a_point_that_is_gone_go_where_the_shell_is_told() {
    for (answer, expected) in [
        (Some("1.1.3/2023-05-01=2024-01-01"), "2024-01-01"),
        (Some("1.1.3=nearest"), "2024-01-01"),
        (Some("1.1.3="), "2023-05-01"),
        (None, "2023-05-01"),
    ] {
        let place = with(vec![Operation::Mark {
            activity: id("1.1.3"),
            occurrence: day("2023-05-01"),
            status: Status::Done,
            happened: None,
        }]);
        edit(&place, "1.1.3", "term", "Январь 2024 г.");
        let changes = place.run(&["plan", "changes", "--today", TODAY]);
        let asked = "--point 1.1.3/2023-05-01=nearest";
        assert!(changes.stdout.contains(asked), "{}", changes.stdout);
        let wrong = adopt(&place, &["--point", "1.1.1=nearest"]);
        assert!(wrong.stderr.contains("1.1.1=nearest"), "{}", wrong.stderr);
        let more = answer.map_or(Vec::new(), |it| vec!["--point", it]);
        let run = adopt(&place, &more);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        let card = place.run(&[
            "card",
            "1.1.3",
            "--today",
            "2024-01-20",
            "-f",
            "txt",
            "-o",
            "-",
        ]);
        // The mark of the point that is left, in the card's table of points.
        let is_moved = expected == "2024-01-01";
        let is_done = card.stdout.contains("Отметка: исполнено");
        assert_eq!(is_done, is_moved, "{}", card.stdout);
    }
}

#[test]
fn an_assignment_on_what_is_excluded_is_lifted_only_where_the_shell_is_told() {
    for is_dropped in [true, false] {
        let entry = Id(Ulid::from_parts(77, 1));
        let mut content = EntryContent::plain(EntryKind::Assignment, "Представить отчёт".into());
        content.due = Some(day("2023-06-15"));
        let place = with(vec![Operation::WriteEntry {
            entry,
            item: ItemKey::Activity(id("1.1.4")),
            content: content.into(),
        }]);
        let text = place.read("plan.ron");
        let own = text.find("id: \"1.1.4\"").unwrap();
        let begin = text.get(..own).unwrap().rfind('(').unwrap();
        let end = own
            + text
                .get(own..)
                .unwrap()
                .find("\n                        ),")
                .unwrap()
            + 27;
        let (before, after) = (text.get(..begin).unwrap(), text.get(end..).unwrap());
        place.write("plan.ron", format!("{before}{after}"));
        let changes = place.run(&["plan", "changes", "--today", TODAY]);
        let asked = format!("--drop {entry}");
        assert!(changes.stdout.contains(&asked), "{}", changes.stdout);
        let name = entry.to_string();
        let more = if is_dropped {
            vec!["--drop", &name]
        } else {
            Vec::new()
        };
        let run = adopt(&place, &more);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        let open = place.run(&["assignments", "--today", "2023-06-08"]);
        let is_lifted = open.stdout.contains("утратило актуальность");
        assert_eq!(is_lifted, is_dropped, "{}", open.stdout);
        // What nobody lifted comes before the next meeting.
        let agenda = place.run(&["agenda", "--date", "2023-06-08", "-f", "txt", "-o", "-"]);
        assert_eq!(
            agenda.stdout.contains("1.1.4"),
            !is_dropped,
            "{}",
            agenda.stdout
        );
    }
}

#[test]
fn what_an_edition_changed_is_a_paper_of_the_shell_in_every_format() {
    let place = with(vec![Operation::Mark {
        activity: id("1.1.1"),
        occurrence: day("2023-05-01"),
        status: Status::Done,
        happened: None,
    }]);
    let none = place.run(&["edition", "-o", "-"]);
    assert_ne!(none.code, 0);
    assert!(none.stderr.contains("не принимали"), "{}", none.stderr);
    edit(&place, "1.1.1", "term", "Июнь 2023 г.");
    let basis = ["--basis", "распоряжение от 29.05.2023 № Р-1"];
    let run = adopt(&place, &basis);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    let paper = place.run(&["edition", "-f", "txt", "-o", "-"]);
    assert_eq!(paper.code, 0, "{}", paper.stderr);
    for said in ["Стало: Июнь 2023", "Р-1."] {
        assert!(
            paper.stdout.replace('\u{a0}', " ").contains(said),
            "{}",
            paper.stdout
        );
    }
    let dated = [
        "edition",
        TODAY,
        "--document",
        "plan",
        "-f",
        "txt",
        "-o",
        "-",
    ];
    assert_eq!(place.run(&dated).stdout, paper.stdout);
    let other = place.run(&["edition", "2023-06-02", "-f", "txt", "-o", "-"]);
    assert_ne!(other.code, 0);
    let into = place.state().join("out");
    std::fs::create_dir(&into).unwrap();
    let into = into.to_str().unwrap();
    let all = place.run(&[
        "edition",
        "--all",
        "-f",
        "docx,html,txt,md,xlsx,csv,json",
        "-o",
        into,
    ]);
    assert_eq!(all.code, 0, "{}{}", all.stdout, all.stderr);
    assert_eq!(std::fs::read_dir(into).unwrap().count(), 7);
}

/// The amended plan came under another name of the file, and stood beside the first as a second one.
#[test]
fn a_file_of_another_name_with_the_same_plan_is_an_edition_of_it() {
    let place = Place::new();
    let plan = |name: &str, term: &str, more: &str| {
        let path = place.home().join(name);
        let text = format!(
            "План больницы на 2024 год;;\n\
             Мероприятие;Срок исполнения;Ответственный\n\
             Утвердить график;до 15 февраля;Иванова Т.П.\n\
             Провести ремонт;{term};Отдел закупок\n{more}"
        );
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let first = plan("hospital.csv", "май", "");
    assert_eq!(place.run(&["import", &first]).code, 0);
    let second = plan(
        "hospital-april.csv",
        "июль",
        "Обучить персонал;июнь;Отдел кадров\n",
    );
    let run = place.run(&["import", &second]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stderr.contains("--document hospital"), "{}", run.stderr);
    assert!(!place.state().join("documents/hospital-april.ron").exists());
    let adopted = place.run(&["plan", "adopt", &second, "--yes"]);
    assert_eq!(adopted.code, 0, "{}{}", adopted.stdout, adopted.stderr);
    let again = place.run(&["import", &second]);
    assert!(again.stdout.contains("без изменений"), "{}", again.stdout);
    // Who wants it apart says so.
    let apart = place.run(&["import", &first, "--document", "other"]);
    assert_eq!(apart.code, 0, "{}{}", apart.stdout, apart.stderr);
    // The plan of the next year has another title, and is another document.
    let text = std::fs::read_to_string(&second).unwrap();
    let next = place.home().join("next.csv");
    std::fs::write(&next, text.replace("2024", "2025")).unwrap();
    let run = place.run(&["import", next.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}
