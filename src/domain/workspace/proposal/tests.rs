//! «Нет вестей» is capped and takes turns.

use std::collections::BTreeSet;

use super::super::fixture::{Told, day};
use super::*;
use crate::domain::date::Date;

/// The silent lines there are a reason for on a day, the longest silence first.
fn silent(told: &Told, on: Date) -> Vec<AgendaLine> {
    let mut lines = told.workspace.agenda_candidates(on);
    lines.retain(|line| line.section == Section::Silent);
    lines.sort_by_cached_key(|line| (Reverse(silence(line)), line.item));
    lines
}

#[test]
fn every_silent_line_has_its_turn_the_longest_silence_first() {
    for (limit, begin) in [(5, "2023-12-07"), (3, "2024-03-07"), (4, "2024-09-05")] {
        let mut told = Told::with(|settings| {
            settings.duration = 600;
            settings.agenda.silent_limit = limit;
        });
        // Something was said long ago, so that the record begins.
        told.open("2023-05-25").finish("2023-05-25");
        let mut on = day(begin);
        let waiting = silent(&told, on);
        let all: BTreeSet<ItemKey> = waiting.iter().map(|line| line.item).collect();
        let turns = all.len().div_ceil(usize::from(limit));
        assert!(turns >= 3, "{begin}: {}", all.len());
        let mut seen: BTreeSet<ItemKey> = BTreeSet::new();
        for turn in 0..turns {
            let chosen = told.workspace.propose_agenda(on).chosen;
            let own = chosen.iter().filter(|line| line.section == Section::Silent);
            let own: Vec<&AgendaLine> = own.collect();
            assert!(own.len() <= usize::from(limit));
            let weeks: Vec<u32> = own.iter().map(|line| silence(line)).collect();
            assert!(weeks.is_sorted_by(|one, next| one >= next), "{weeks:?}");
            if turn == 0 {
                let longest = waiting.first().map(silence);
                assert_eq!(weeks.first().copied(), longest, "{begin}");
            }
            let new = own.iter().filter(|line| all.contains(&line.item));
            seen.extend(new.map(|line| line.item));
            let held = on.to_string();
            told.open(&held).finish(&held);
            on = told.workspace.next_meeting_day(on);
        }
        let left: Vec<_> = all.difference(&seen).collect();
        assert!(
            left.is_empty(),
            "{begin}: within {turns} meetings not {left:?}"
        );
    }
}

#[test]
fn what_was_spoken_of_waits_for_its_silence_again() {
    let mut told = Told::with(|settings| settings.duration = 600);
    told.open("2023-05-25").finish("2023-05-25");
    let on = "2023-12-07";
    let first = told.workspace.propose_agenda(day(on)).chosen;
    let line = first.iter().find(|line| line.section == Section::Silent);
    let item = line.unwrap().item;
    told.open(on);
    told.entry(on, item, crate::domain::entry::EntryKind::Heard);
    told.finish(on);
    assert!(
        told.line("2023-12-14", item)
            .is_none_or(|it| it.section != Section::Silent)
    );
}
