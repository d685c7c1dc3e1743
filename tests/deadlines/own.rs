//! Wordings in the style of real plans, with readings written down before the reader was tried.

use planerka::domain::date::Span;
use planerka::domain::deadline::{Conventions, Kind, Reading, read};

use crate::support::{period, span};

fn kinds(text: &str) -> Vec<Kind> {
    if text.contains("any") {
        return vec![
            Kind::Windows,
            Kind::Event,
            Kind::Recurrence,
            Kind::Continuous,
            Kind::Relative,
            Kind::Unscheduled,
            Kind::Unread,
        ];
    }
    text.split('/')
        .map(|kind| serde_json::from_value(kind.into()).unwrap())
        .collect()
}

/// Whether a row's windows are those: exactly, by their last days («^…»), or any.
fn same(reading: &Reading, wanted: &str) -> bool {
    if wanted == "any" {
        return true;
    }
    if wanted == "none" {
        return reading.windows.is_empty();
    }
    let (mut found, wanted) = match wanted.strip_prefix('^') {
        Some(ends) => {
            let last = |span: &Span| Span::day(span.last);
            (reading.windows.iter().map(last).collect(), ends)
        }
        None => (reading.windows.clone(), wanted),
    };
    found.sort_unstable();
    if let Some(counted) = wanted.trim().strip_prefix('#') {
        let mut parts = counted.split(' ');
        let count: usize = parts.next().unwrap().parse().unwrap();
        let first = span(parts.next().unwrap());
        let last = span(parts.next().unwrap());
        return found.len() == count
            && found.first() == Some(&first)
            && found.last() == Some(&last);
    }
    found == wanted.split("; ").map(span).collect::<Vec<Span>>()
}

/// What a table came to.
struct Score {
    all: usize,
    right: usize,
    certain: usize,
    /// Wrong and certain.
    misleading: usize,
    faults: Vec<String>,
}

fn score(file: &str) -> Score {
    let mut score = Score {
        all: 0,
        right: 0,
        certain: 0,
        misleading: 0,
        faults: Vec::new(),
    };
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
        let is_right = kinds(wanted).contains(&reading.kind) && same(&reading, windows);
        let misleads = reading.is_certain() && (!is_right || sure == "~");
        score.all += 1;
        score.right += usize::from(is_right);
        score.certain += usize::from(reading.is_certain());
        score.misleading += usize::from(misleads);
        if !is_right || !sure_enough {
            score.faults.push(format!(
                "{plan} {wording:?}: {}{:?} {}{} {:?}\n      wanted {sure} {wanted} {windows}",
                if misleads { "WRONG AND CERTAIN " } else { "" },
                reading.kind,
                reading
                    .windows
                    .iter()
                    .take(4)
                    .map(|span| format!("{}..{}", span.first, span.last))
                    .collect::<Vec<String>>()
                    .join(" "),
                if reading.windows.len() > 4 {
                    format!("n={}", reading.windows.len())
                } else {
                    String::new()
                },
                reading.certainty,
            ));
        }
    }
    println!(
        "right {} of {}, certain {}, wrong and certain {}, as written down {}",
        score.right,
        score.all,
        score.certain,
        score.misleading,
        score.all - score.faults.len()
    );
    score
}

fn check(file: &str) {
    let score = score(file);
    assert!(
        score.faults.is_empty(),
        "{} faults\n{}",
        score.faults.len(),
        score.faults.join("\n")
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

#[test]
fn wordings_of_the_second_round_are_read_as_written_down_beforehand() {
    check(include_str!("second.txt"));
}

#[test]
fn wordings_of_public_plans_are_read_as_written_down_beforehand() {
    check(include_str!("unseen.txt"));
}

#[test]
fn more_wordings_of_the_second_round_are_read_as_written_down_beforehand() {
    check(include_str!("third.txt"));
}

#[test]
fn fresh_wordings_of_all_kinds_are_read_as_written_down_beforehand() {
    check(include_str!("fourth.txt"));
}

#[test]
fn a_second_table_of_fresh_wordings_is_read_as_written_down_beforehand() {
    check(include_str!("fifth.txt"));
}
