//! The commands after a meeting was held: its agenda, papers and assignments, from the journal.

use planerka::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use planerka::domain::date::Date;
use planerka::domain::document::ActivityKey;
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::id::Id;
use planerka::domain::mark::Status;
use planerka::domain::minutes::Minutes;
use planerka::domain::operation::Operation;
use planerka::domain::subject::SubjectId;
use planerka::domain::tactical_plan::TacticalPlan;
use ulid::Ulid;

use crate::harness::Place;

fn held() -> Place {
    let day = Date::new(2023, 5, 25).unwrap();
    let activity: ActivityKey = "1.1.1".parse().unwrap();
    let mark = Operation::Mark {
        activity,
        occurrence: Date::new(2023, 5, 1).unwrap(),
        status: Status::InProgress { percent: Some(40) },
        happened: None,
    };
    let reason = Reason::Due { due: day, days: 0 };
    assigned(activity, reason, Some(mark), "Представить проект")
}

/// A meeting of 25 May 2023 with one item, at which something was assigned by 1 June.
fn assigned(
    activity: ActivityKey,
    reason: Reason,
    mark: Option<Operation>,
    assignment: &str,
) -> Place {
    let place = Place::with_state();
    let day = Date::new(2023, 5, 25).unwrap();
    let item = ItemKey::Activity(activity);
    let mut assignment = EntryContent::plain(EntryKind::Assignment, assignment.into());
    assignment.executors = vec![SubjectId("mms".to_owned())];
    assignment.due = Date::new(2023, 6, 1).ok();
    let opened = Operation::OpenMeeting {
        agenda: vec![AgendaLine::new(item, Section::ThisWeek, reason)],
    };
    let given = Operation::WriteEntry {
        entry: Id(Ulid::from_parts(1, 99)),
        item,
        content: assignment.into(),
    };
    let finished = Operation::FinishMeeting { number: 1 };
    let operations = [Some(opened), mark, Some(given), Some(finished)];
    let operations = operations.into_iter().flatten();
    place.record(operations.map(|op| (day, op)));
    place
}

#[test]
fn the_recorded_agenda_is_shown_with_its_state_and_marks() {
    let agenda = held().json(&["agenda", "--date", "2023-05-25", "--json"]);
    assert_eq!(agenda["state"]["kind"], "finished");
    assert_eq!(agenda["minutes"], 1);
    let items = agenda["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0]["status"]["kind"], "in-progress");
    assert_eq!(items[0]["status"]["percent"], 40);
    assert!(!agenda["aside"].as_array().unwrap().is_empty());
    let run = held().run(&["agenda", "--date", "2023-05-25"]);
    assert!(
        run.stdout.contains("завершено, протокол № 1"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("в работе, 40 %"));
}

#[test]
fn papers_are_ron_that_the_published_types_read() {
    let place = held();
    let minutes = place.run(&["minutes", "--format", "ron"]);
    assert_eq!(minutes.code, 0);
    // The journal is one of an earlier program, without a digest: what cannot be known is said.
    assert!(
        minutes.stderr.contains("составлено заново по журналу"),
        "{}",
        minutes.stderr
    );
    let read: Minutes = ron::from_str(&minutes.stdout).unwrap();
    assert_eq!(read.head.number, Some(1));
    assert_eq!(read.items[0].decided[0].number.as_str(), "1.1");
    let tactical = place.run(&["tactical", "2023-05-25", "--format", "ron"]);
    let read: TacticalPlan = ron::from_str(&tactical.stdout).unwrap();
    assert!(
        read.lines()
            .any(|line| line.task.as_str() == "Представить проект")
    );
    // The same bytes every time, and as files they are in order.
    assert_eq!(
        place.run(&["minutes", "--format", "ron"]).stdout,
        minutes.stdout
    );
    place.write("minutes/2023-05-25.ron", &minutes.stdout);
    place.write("tactical-plans/2023-05-25.ron", &tactical.stdout);
    let check = place.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.stdout);
}

#[test]
fn assignments_are_listed_and_owed() {
    let place = held();
    let list = place.json(&["assignments", "--json"]);
    let one = &list[0];
    assert_eq!(one["number"], "1.1");
    assert_eq!(one["minutes"], "2023-05-25");
    assert_eq!(one["due"], "2023-06-01");
    assert_eq!(one["activity"], "1.1.1");
    assert_eq!(one["state"]["kind"], "open");
    assert_eq!(one["executors"][0]["short"], "ММС");
    let run = place.run(&["assignments"]);
    assert!(run.stdout.contains("на контроле 1 из 1"));
    assert!(
        run.stdout
            .contains("п. 1.1 от 25.05.2023 Представить проект")
    );
    let who = place.json(&["who", "ММС", "--json"]);
    let duties = who[0]["duties"].as_array().unwrap();
    assert!(duties.iter().any(|duty| duty["kind"] == "assignment"));
    let due = place.json(&["due", "--json", "--today", "2023-06-02"]);
    let overdue = due["overdue"].as_array().unwrap();
    assert!(
        overdue
            .iter()
            .any(|duty| duty["text"] == "Представить проект")
    );
}

/// It stood under «Поручения к сроку» with a day that was over, and nothing said so.
#[test]
fn an_assignment_whose_day_is_over_says_so_on_the_agenda() {
    // Nothing of the activity itself is due yet.
    let activity = "1.1.5".parse().unwrap();
    let place = assigned(activity, Reason::ByHand, None, "Представить смету");
    for (language, said) in [("ru", "просрочено на 7 дней"), ("en", "7 days overdue")]
    {
        let run = place.run(&["agenda", "--today", "2023-06-08", "--lang", language]);
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
}

#[test]
fn a_damaged_line_is_left_out_and_said_so_on_stderr() {
    let place = held();
    place.edit("journal/2023-05.pc7.log", "Представить", "Подписать");
    let run = place.run(&["assignments"]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.contains("на контроле 0 из 0"));
    assert!(
        run.stderr
            .contains("2023-05.pc7.log:3:1: Контрольная сумма"),
        "{}",
        run.stderr
    );
    let check = place.run(&["check"]);
    assert_eq!(check.code, 1);
}

#[test]
fn extracts_went_into_files_where_the_screen_was_promised() {
    let place = held();
    let before = place.everything();
    let run = place.run(&["extract", "2023-05-25"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stdout.contains("Представить проект"), "{}", run.stdout);
    let all = place.run(&["card", "--all"]);
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    let cards = all.stdout.matches("МЕРОПРИЯТИЕ ").count();
    assert_eq!(cards, 63, "{}", all.stdout);
    assert_eq!(place.everything(), before);
}

#[test]
fn an_unknown_format_was_told_with_two_full_stops() {
    let run = held().run(&["minutes", "-f", "foo"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("csv, ics, json."), "{}", run.stderr);
    assert!(!run.stderr.contains(".."), "{}", run.stderr);
}

#[test]
fn a_format_a_paper_does_not_exist_in_is_refused_before_anything_is_written() {
    let place = held();
    let run = place.run(&["control", "--format", "docx,ics", "-o", "out"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("ics"), "{}", run.stderr);
    assert!(
        run.stderr.contains("docx, html"),
        "what there is: {}",
        run.stderr
    );
    assert!(!place.state().join("out").exists());
    assert!(!place.state().join("export").exists());
    let run = place.run(&["changes", "--all", "--format", "xlsx"]);
    assert_eq!(
        run.code, 1,
        "also where there is nothing to write: {}",
        run.stderr
    );
}

#[test]
fn a_letterhead_that_is_asked_for_and_cannot_be_used_is_told_of_and_the_paper_is_there() {
    let place = held();
    let broken = place.state().join("broken.docx");
    std::fs::write(&broken, "no package").unwrap();
    let out = place.state().join("m.docx");
    let (broken, out) = (broken.display().to_string(), out.display().to_string());
    let arguments = ["minutes", "-f", "docx", "--letterhead", &broken, "-o", &out];
    let run = place.run(&arguments);
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("Бланк не читается"), "{}", run.stderr);
    assert!(run.stderr.contains(&broken), "{}", run.stderr);
    assert!(std::path::Path::new(&out).is_file());
    let missing = [
        "minutes",
        "-f",
        "docx",
        "--letterhead",
        "nowhere.docx",
        "-o",
        &out,
    ];
    let run = place.run(&missing);
    assert_ne!(run.code, 0);
    assert!(run.stderr.contains("nowhere.docx"), "{}", run.stderr);
}

#[test]
fn a_broken_letterhead_in_templates_is_found_by_the_check() {
    let place = held();
    let templates = place.state().join("templates");
    std::fs::create_dir(&templates).unwrap();
    std::fs::write(templates.join("blank.docx"), "no package").unwrap();
    let run = place.run(&["check"]);
    let said = format!("{}{}", run.stdout, run.stderr);
    assert!(said.contains("blank.docx"), "{said}");
    assert!(said.contains("Бланк не читается"), "{said}");
}

#[test]
fn a_letterhead_the_settings_name_and_nobody_put_there_is_found_by_the_check_with_its_line() {
    let place = held();
    let settings = place.state().join("settings.ron");
    let text = std::fs::read_to_string(&settings).unwrap();
    let named = text.replacen(
        "papers: (",
        "papers: (\n        letterhead: \"бланк.docx\",",
        1,
    );
    assert_ne!(text, named, "{text}");
    std::fs::write(&settings, named).unwrap();
    let run = place.run(&["check"]);
    let said = format!("{}{}", run.stdout, run.stderr);
    assert_eq!(run.code, 1, "{said}");
    for part in [
        "settings.ron:",
        "бланк.docx: Бланка с таким именем",
        "Положите файл в templates/",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    std::fs::create_dir_all(place.state().join("templates")).unwrap();
    std::fs::write(place.state().join("templates/бланк.docx"), "no package").unwrap();
    let run = place.run(&["check"]);
    let said = format!("{}{}", run.stdout, run.stderr);
    assert!(
        said.contains("Бланк не читается") && !said.contains("с таким именем"),
        "{said}"
    );
}

#[test]
fn a_value_of_an_indicator_that_is_due_is_told_with_what_is_owed() {
    let place = held();
    let due = place.json(&["due", "--today", "2023-06-01", "--json"]);
    let values = due["indicators"].as_array().unwrap();
    assert_eq!(values.len(), 1, "{values:?}");
    assert_eq!(values[0]["number"], 1);
    assert_eq!(values[0]["due"], "2023-05-31");
    let text = place.run(&["due", "--today", "2023-06-01"]).stdout;
    assert!(text.contains("Показатели без значения: 1"), "{text}");
}
