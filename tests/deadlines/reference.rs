//! Sixty wordings from public plans, each with its source and expected reading.

use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::{Certainty, Conventions, Kind, Reading, read};
use serde_json::Value;

fn day(value: &Value) -> Date {
    value.as_str().unwrap().parse().unwrap()
}

fn span(value: &Value) -> Span {
    Span::new(day(&value[0]), day(&value[1])).unwrap()
}

fn spans(value: &Value) -> Option<Vec<Span>> {
    value.as_array().map(|list| list.iter().map(span).collect())
}

fn kind(value: &Value) -> Kind {
    serde_json::from_value(value.clone()).unwrap()
}

/// Whether the windows are the expected ones, edge reports counted or not.
fn same_windows(reading: &Reading, expect: &Value) -> bool {
    let wanted = &expect["windows"];
    if let Some(count) = wanted["count"].as_u64() {
        return reading.windows.len() as u64 == count
            && reading.windows.first() == Some(&span(&wanted["first"]))
            && reading.windows.last() == Some(&span(&wanted["last"]));
    }
    let Some(wanted) = spans(wanted) else {
        return false;
    };
    let optional = spans(&expect["optional_windows"]).unwrap_or_default();
    wanted.iter().all(|window| reading.windows.contains(window))
        && reading
            .windows
            .iter()
            .all(|window| wanted.contains(window) || optional.contains(window))
}

fn is_right(reading: &Reading, expect: &Value) -> bool {
    let kinds: Vec<Kind> = std::iter::once(kind(&expect["kind"]))
        .chain(
            expect["kind_also"]
                .as_array()
                .into_iter()
                .flatten()
                .map(kind),
        )
        .collect();
    let relative = expect["kind"] != "relative" || {
        let number = |name: &str| {
            expect[name]
                .as_u64()
                .and_then(|value| u32::try_from(value).ok())
        };
        reading.relative.as_ref().is_some_and(|relative| {
            relative.days == number("days")
                && relative.months == number("months")
                && relative.working == expect["working"].as_bool().unwrap_or(false)
                && relative.anchor.is_some() == expect["anchor"].is_string()
        })
    };
    kinds.contains(&reading.kind) && same_windows(reading, expect) && relative
}

#[test]
fn every_wording_of_the_reference_is_read_as_agreed() {
    let list: Vec<Value> = serde_json::from_str(include_str!("wordings.json")).unwrap();
    let (mut right, mut assumed, mut unread) = (0, 0, 0);
    let mut faults = Vec::new();
    for entry in &list {
        let text = entry["text"].as_str().unwrap();
        let reading = read(text, span(&entry["period"]), &Conventions::default());
        let expect = &entry["expect"];
        let certain = reading.is_certain();
        assumed += usize::from(matches!(reading.certainty, Certainty::Assumed { .. }));
        unread += usize::from(reading.kind == Kind::Unread);
        let is_right = is_right(&reading, expect);
        right += usize::from(is_right);
        let flagged = expect["must_flag"] != true || !certain;
        let doubt_kept = expect["certain"] == true || !certain;
        if !is_right || !flagged || !doubt_kept {
            faults.push(format!(
                "{} {text:?}: {:?} {:?} {:?} {:?}\n   wanted {} {}",
                entry["id"],
                reading.kind,
                reading.windows.iter().take(5).collect::<Vec<_>>(),
                reading.certainty,
                reading.relative,
                expect["kind"],
                expect["windows"]
            ));
        } else if expect["certain"] == true && !certain {
            println!("over-careful: {text:?} {:?}", reading.certainty);
        }
    }
    println!(
        "right {right} of {}, assumed {assumed}, unread {unread}",
        list.len()
    );
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
