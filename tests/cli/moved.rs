//! The commands about a meeting that was not held, or moved.

use planerka::domain::date::Date;
use planerka::domain::operation::Operation;

use crate::harness::Place;

fn date(day: &str) -> Date {
    day.parse().unwrap()
}

/// 15.06.2023 is not held, 22.06.2023 is moved to the day before.
fn place() -> Place {
    let place = Place::with_state();
    let skipped = [("2023-06-15", None), ("2023-06-22", Some("2023-06-21"))];
    place.record(skipped.map(|(day, moved_to)| {
        let op = Operation::SkipMeeting {
            moved_to: moved_to.map(date),
            reason: "отпуск".into(),
        };
        (date(day), op)
    }));
    place
}

#[test]
fn a_meeting_that_was_not_held_had_minutes() {
    let place = place();
    for (command, day, said) in [
        (
            "minutes",
            "2023-06-15",
            "Совещание 15.06.2023 не проводилось: отпуск.",
        ),
        (
            "tactical",
            "2023-06-22",
            "Совещание 22.06.2023 перенесено на 21.06.2023: отпуск.",
        ),
        ("extract", "2023-06-22", "перенесено на 21.06.2023"),
    ] {
        let run = place.run(&[command, day]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{command}");
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn the_agenda_of_a_moved_meeting_says_where_it_went() {
    let place = place();
    let run = place.run(&["agenda", "--date", "2023-06-22"]);
    assert!(
        run.stdout.contains("перенесено на 21.06.2023"),
        "{}",
        run.stdout
    );
    // The Wednesday is its day now, and the Thursday is none.
    let run = place.run(&["agenda", "--date", "2023-06-21"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let run = place.run(&["agenda", "--date", "2023-06-20"]);
    assert!(run.stderr.contains("ср 21.06.2023"), "{}", run.stderr);
    let run = place.run(&["agenda", "--date", "2023-06-14"]);
    assert!(run.stderr.contains("ср 21.06.2023"), "{}", run.stderr);
}
