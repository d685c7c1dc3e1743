//! Names after `@` and `!`.

use super::{EntryLine, Part, Word};
use crate::domain::layout;
use crate::domain::subject::{Registry, SubjectId};

/// No name has more words.
const LONGEST_NAME: usize = 40;

/// An executor after `@`; how many words the name has.
pub(super) fn take_executor(
    words: &[Word<'_>],
    at: usize,
    subjects: &Registry,
    line: &mut EntryLine,
) -> usize {
    let run = run_of(words, at);
    if let Some((who, length)) = longest_name(&run, '@', subjects) {
        if !line.executors.contains(&who) {
            line.executors.push(who);
        }
        return length;
    }
    line.unknown.extend(first_of(&run, '@'));
    1
}

/// A name after `!`, when somebody bears it; what nobody bears stays as typed: «!важно».
pub(super) fn take_controller(
    words: &[Word<'_>],
    at: usize,
    subjects: &Registry,
    line: &mut EntryLine,
) -> (Part, usize) {
    let run = run_of(words, at);
    if let Some((who, length)) = longest_name(&run, '!', subjects) {
        line.controller = Some(who);
        return (Part::Other, length);
    }
    line.unknown_controllers.extend(first_of(&run, '!'));
    (Part::Text, 1)
}

fn first_of(run: &[&str], sign: char) -> Option<String> {
    run.first()
        .map(|word| word.trim_start_matches(sign).to_owned())
}

/// The words a name may be of: up to the next sign, on the same line.
fn run_of<'a>(words: &[Word<'a>], at: usize) -> Vec<&'a str> {
    let row = words.get(at).map(|(row, _)| *row);
    words
        .iter()
        .skip(at)
        .take(LONGEST_NAME)
        .enumerate()
        .take_while(|(place, (line, word))| {
            *place == 0 || (Some(*line) == row && !word.starts_with(['@', '#', '!']))
        })
        .map(|(_, (_, word))| *word)
        .collect()
}

/// Who bears the longest run of words, and how many they are. A full stop may be the name's own
/// («Фамилия И. О.») or end the sentence; a name typed in the other layout is the same keys.
fn longest_name(run: &[&str], sign: char, subjects: &Registry) -> Option<(SubjectId, usize)> {
    (1..=run.len()).rev().find_map(|length| {
        let name = run.get(..length)?.join(" ");
        let name = name
            .trim_start_matches(sign)
            .trim_end_matches([',', ';', ':']);
        let retyped = || layout::in_other_layout(name);
        let subject = subjects.find(name).or_else(|| subjects.find(&retyped()?))?;
        Some((subject.id.clone(), length))
    })
}
