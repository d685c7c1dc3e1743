//! Every argument that is a date takes what people type.

use crate::harness::Place;

/// What a command prints on a day typed so; it has to succeed and to say nothing else.
fn said(place: &Place, arguments: &[&str]) -> String {
    let (code, stdout, stderr) = run(place, arguments);
    assert_eq!((code, stderr.as_str()), (0, ""), "{arguments:?}");
    stdout
}

fn run(place: &Place, arguments: &[&str]) -> (i32, String, String) {
    let mut command = place.command();
    let output = command
        .env("PLANERKA_STATE", place.state())
        .args(["--lang", "ru"])
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    (code, text(output.stdout), text(output.stderr))
}

#[test]
fn the_day_that_counts_as_today_is_typed_like_any_date() {
    let place = Place::with_state();
    let wanted = said(&place, &["--today", "2023-05-25", "due"]);
    for typed in [
        "25.05.2023",
        "25,05,2023",
        "25-05-2023",
        "25 мая 2023 г.",
        "25/05/23",
        "25052023",
    ] {
        let apart = said(&place, &["--today", typed, "due"]);
        assert_eq!(apart, wanted, "{typed}");
        let joined = said(&place, &["due", &format!("--today={typed}")]);
        assert_eq!(joined, wanted, "{typed}");
    }
}

#[test]
fn dates_of_commands_are_read_near_the_day_that_counts_as_today() {
    let place = Place::with_state();
    let agenda = |typed: &str| {
        said(
            &place,
            &["--today", "24.05.2023", "agenda", "--date", typed],
        )
    };
    let wanted = agenda("2023-05-25");
    for typed in ["25.05.2023", "25.05", "25,05", "25 мая", "чт", "завтра"] {
        assert_eq!(agenda(typed), wanted, "{typed}");
    }
    // A day that has passed is as near as one to come.
    let past = said(
        &place,
        &["--today", "01.06.2023", "agenda", "--date", "25.05"],
    );
    let iso = said(
        &place,
        &["--today", "01.06.2023", "agenda", "--date", "2023-05-25"],
    );
    assert_eq!(past, iso);
    let report = |words: &[&str]| {
        let all = [&["--today", "01.07.2023", "report"], words].concat();
        said(&place, &all)
    };
    assert_eq!(
        report(&["01.05.2023", "--to", "31.05"]),
        report(&["2023-05-01", "--to", "2023-05-31"])
    );
    let deadline = |words: &[&str]| {
        let all = [&["deadline", "--json", "май"], words].concat();
        said(&place, &all)
    };
    assert_eq!(
        deadline(&["--period", "01.01.2023..31.12.2023", "--from", "23.05.2023"]),
        deadline(&["--period", "2023", "--from", "2023-05-23"])
    );
}

#[test]
fn what_is_no_date_is_refused_with_the_ways_to_write_one() {
    let place = Place::with_state();
    for (typed, why) in [
        ("когда-нибудь", "дата пишется как 25.05.2023"),
        ("31.02.2023", "такого дня"),
        ("01.01.1999", "от 2000 до 2199"),
    ] {
        let (code, _, said) = run(&place, &["--today", typed, "due"]);
        assert_eq!(code, 2, "{typed}");
        assert!(said.contains(why), "{typed}: {said}");
    }
}
