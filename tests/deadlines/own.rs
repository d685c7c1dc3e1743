//! Wordings in the style of real plans, with readings written down before the reader was tried.

use planerka::domain::date::Span;
use planerka::domain::deadline::{Conventions, Kind, Reading, read};

use crate::support::{period, span};

fn kind(text: &str) -> Kind {
    serde_json::from_value(text.into()).unwrap()
}

fn same(reading: &Reading, windows: &str) -> bool {
    if windows == "none" {
        return reading.windows.is_empty();
    }
    if let Some(counted) = windows.strip_prefix('#') {
        let mut parts = counted.split(' ');
        let count: usize = parts.next().unwrap().parse().unwrap();
        let first = span(parts.next().unwrap());
        let last = span(parts.next().unwrap());
        return reading.windows.len() == count
            && reading.windows.first() == Some(&first)
            && reading.windows.last() == Some(&last);
    }
    let wanted: Vec<Span> = windows.split("; ").map(span).collect();
    reading.windows == wanted
}

fn check(file: &str) {
    let (mut all, mut right, mut certain) = (0, 0, 0);
    let mut faults = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        let [plan, sure, wanted, windows, wording] =
            line.splitn(5, '|').collect::<Vec<_>>().try_into().unwrap();
        let wording = wording.replace("\\n", "\n");
        let reading = read(&wording, period(plan), &Conventions::default());
        let sure_enough = match sure {
            "=" => reading.is_certain() || reading.kind == Kind::Unread,
            "~" => !reading.is_certain(),
            _ => true,
        };
        let is_right = reading.kind == kind(wanted) && same(&reading, windows);
        all += 1;
        right += usize::from(is_right);
        certain += usize::from(reading.is_certain());
        if !is_right || !sure_enough {
            faults.push(format!(
                "{plan} {wording:?}: {}{:?} {:?}.. n={} {:?}",
                if reading.is_certain() && !is_right {
                    "WRONG AND CERTAIN "
                } else {
                    ""
                },
                reading.kind,
                reading.windows.iter().take(4).collect::<Vec<&Span>>(),
                reading.windows.len(),
                reading.certainty,
            ));
        }
    }
    println!("right {right} of {all}, certain {certain}");
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn wordings_of_real_style_are_read_as_written_down_beforehand() {
    check(include_str!("own.txt"));
}

#[test]
fn further_wordings_are_read_as_looked_through() {
    check(include_str!("tried.txt"));
}
