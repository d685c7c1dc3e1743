//! Windows set by hand in place of those that were read.

use crate::domain::date::{Date, Span};
use crate::domain::deadline::Kind;
use crate::domain::document::{ActivityKey, Node};
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::workspace::fixture::{Told, day};

fn span(first: Date, last: Date) -> Span {
    Span::new(first, last).unwrap()
}

fn corrected(told: &mut Told, activity: ActivityKey, windows: &[Span]) -> Kind {
    let before = told.workspace.revision();
    told.say(
        None,
        "2023-05-25",
        Operation::CorrectReading {
            activity,
            windows: Some(windows.to_vec()),
            moved: Vec::new(),
        },
    );
    assert!(told.workspace.revision() > before, "something changed");
    let (_, view) = told.workspace.activity(activity).unwrap();
    assert!(view.corrected);
    let kept: Vec<Span> = view.occurrences.iter().map(|it| it.window).collect();
    assert_eq!(kept, windows);
    view.reading.kind
}

fn own_windows(told: &Told, activity: ActivityKey) -> (Kind, Vec<Span>) {
    let (_, view) = told.workspace.activity(activity).unwrap();
    let windows = view.occurrences.iter().map(|it| it.window).collect();
    (view.reading.kind, windows)
}

#[test]
fn what_repeats_goes_on_repeating_when_only_an_end_moves() {
    let mut told = Told::new();
    let weekly: ActivityKey = "1.3.3".parse().unwrap();
    let (kind, mut windows) = own_windows(&told, weekly);
    assert_eq!(kind, Kind::Recurrence);
    windows[1] = span(windows[1].first, windows[1].first);
    assert_eq!(corrected(&mut told, weekly, &windows), Kind::Recurrence);
}

#[test]
fn what_repeats_becomes_a_list_of_stretches_when_a_beginning_moves() {
    let mut told = Told::new();
    let weekly: ActivityKey = "1.3.3".parse().unwrap();
    let (_, mut windows) = own_windows(&told, weekly);
    let second = windows.remove(1);
    windows.insert(1, span(second.last, second.last));
    assert_eq!(corrected(&mut told, weekly, &windows), Kind::Windows);
}

#[test]
fn a_month_stays_a_stretch_and_the_days_of_an_event_stay_days() {
    let mut told = Told::new();
    let session: ActivityKey = "1.2.1".parse().unwrap();
    assert_eq!(own_windows(&told, session).0, Kind::Windows);
    let days = vec![span(day("2023-05-29"), day("2023-05-30"))];
    assert_eq!(corrected(&mut told, session, &days), Kind::Windows);

    let mut letter = Told::on_documents(&["2548"]);
    let opening: ActivityKey = "2548/p2".parse().unwrap();
    assert_eq!(own_windows(&letter, opening).0, Kind::Event);
    let moved = vec![span(day("2023-03-28"), day("2023-03-28"))];
    assert_eq!(corrected(&mut letter, opening, &moved), Kind::Event);
}

/// Both limits begin with the plan, and a mark is known by the first day of its point: what was done
/// in June closed September too.
#[test]
fn a_mark_on_the_first_of_two_limits_closed_the_second() {
    let told = Told::new();
    let mut document = told.workspace.documents()[0].as_ref().clone();
    document.each_mut(&mut |node| {
        if let Node::Activity(it) = node
            && it.number.as_str() == "1.2.4"
        {
            it.term = "до 9 июня 2023 года, до 20 сентября 2023 года".into();
        }
    });
    let mut told = told;
    told.put(vec![document]);
    let activity: ActivityKey = "1.2.4".parse().unwrap();
    let windows = own_windows(&told, activity).1;
    let ends: Vec<Date> = windows.iter().map(|it| it.last).collect();
    assert_eq!(ends, [day("2023-06-09"), day("2023-09-20")]);
    assert_ne!(windows[0].first, windows[1].first);
    let first = windows[0].first.to_string();
    told.open("2023-06-01");
    told.mark("2023-06-01", "1.2.4", &first, Status::Done);
    told.finish("2023-06-01");
    let owed = told
        .workspace
        .standing_owed(activity, day("2023-09-21"))
        .unwrap();
    assert_eq!(owed.due, Some(day("2023-09-20")));
    assert!(!owed.is_closed());
}
