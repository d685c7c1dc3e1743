//! The one-line entry: `текст @исполнитель к 15.06 !контролёр #метка`.

use super::date::Date;
use super::safe_text::SafeText;
use super::subject::{Registry, SubjectId};

/// A line as it is understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EntryLine {
    /// What is left when names, date and labels are taken out.
    pub text: SafeText,
    /// Who, in the order typed.
    pub executors: Vec<SubjectId>,
    /// Who watches over it: the name after `!`.
    pub controller: Option<SubjectId>,
    /// Until when.
    pub due: Option<Date>,
    /// Labels without their `#`.
    pub labels: Vec<SafeText>,
    /// Names after `@` that nobody bears.
    pub unknown: Vec<String>,
    /// A date where the due date stands that is no day of the calendar.
    pub no_such_day: Option<String>,
}

/// Why some words are not a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotADate {
    /// They are something else: text.
    Text,
    /// They look like one, and there is no such day: «31.06».
    NoSuchDay,
}

/// Words that announce a due date.
const DUE_WORDS: [&str; 5] = ["к", "до", "срок", "by", "until"];

/// The longest date phrase in words: «через две недели».
const LONGEST_DATE: usize = 4;

/// Reads a line. `read_date` reads a date phrase.
///
/// A name after `@` is the longest run of words somebody bears. A date is only read where one of
/// the words «к», «до», «срок» announces it and nothing but names, labels or the end follows, so
/// that «подготовить к совещанию» stays text.
pub fn parse(
    raw: &str,
    subjects: &Registry,
    read_date: impl Fn(&str) -> Result<Date, NotADate>,
) -> EntryLine {
    let words: Vec<&str> = raw.split_whitespace().collect();
    let mut line = EntryLine::default();
    let mut text: Vec<&str> = Vec::new();
    let mut index = 0;
    while let Some(word) = words.get(index) {
        if let Some(label) = word.strip_prefix('#')
            && !label.is_empty()
        {
            line.labels.push(SafeText::line(label));
            index += 1;
        } else if word.starts_with('@') && word.chars().count() > 1 {
            index += take_name(&words, index, subjects, &mut line);
        } else if word.starts_with('!') && word.chars().count() > 1 {
            index += take_controller(&words, index, subjects, &mut line);
        } else if line.due.is_none()
            && let Some((date, taken)) = take_date(&words, index, &read_date)
        {
            match date {
                Ok(date) => line.due = Some(date),
                Err(phrase) => line.no_such_day = Some(phrase),
            }
            index += taken;
        } else {
            text.push(word);
            index += 1;
        }
    }
    line.text = SafeText::line(&text.join(" "));
    line
}

/// A name after `!`, when somebody bears it; an exclamation is text.
fn take_controller(words: &[&str], at: usize, subjects: &Registry, line: &mut EntryLine) -> usize {
    let mut found = EntryLine::default();
    let renamed: Vec<String> = words
        .iter()
        .enumerate()
        .map(|(place, word)| {
            if place == at {
                word.replacen('!', "@", 1)
            } else {
                (*word).to_owned()
            }
        })
        .collect();
    let renamed: Vec<&str> = renamed.iter().map(String::as_str).collect();
    let taken = take_name(&renamed, at, subjects, &mut found);
    match found.executors.into_iter().next() {
        Some(who) => line.controller = Some(who),
        None => line.unknown.extend(
            words
                .get(at)
                .map(|word| word.trim_start_matches('!').to_owned()),
        ),
    }
    taken
}

fn take_name(words: &[&str], at: usize, subjects: &Registry, line: &mut EntryLine) -> usize {
    let run: Vec<&str> = words
        .iter()
        .skip(at)
        .enumerate()
        .take_while(|(place, word)| *place == 0 || !word.starts_with(['@', '#', '!']))
        .map(|(_, word)| *word)
        .collect();
    for length in (1..=run.len()).rev() {
        let name = run
            .iter()
            .take(length)
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        let name = name
            .trim_start_matches('@')
            .trim_end_matches([',', ';', '.']);
        if let Some(subject) = subjects.find(name) {
            if !line.executors.contains(&subject.id) {
                line.executors.push(subject.id.clone());
            }
            return length;
        }
    }
    line.unknown.extend(
        run.first()
            .map(|word| word.trim_start_matches('@').to_owned()),
    );
    1
}

fn take_date(
    words: &[&str],
    at: usize,
    read_date: &impl Fn(&str) -> Result<Date, NotADate>,
) -> Option<(Result<Date, String>, usize)> {
    let announced = DUE_WORDS.contains(&words.get(at)?.to_lowercase().trim_end_matches(':'));
    if !announced {
        return None;
    }
    (1..=LONGEST_DATE).rev().find_map(|length| {
        let phrase: Vec<&str> = words.iter().skip(at + 1).take(length).copied().collect();
        if phrase.len() < length {
            return None;
        }
        let follows = words.get(at + 1 + length);
        if follows.is_some_and(|word| !word.starts_with(['@', '#', '!'])) {
            return None;
        }
        let phrase = phrase.join(" ");
        let phrase = phrase.trim_end_matches([',', ';', '.']);
        match read_date(phrase) {
            Ok(date) => Some((Ok(date), length + 1)),
            Err(NotADate::NoSuchDay) => Some((Err(phrase.to_owned()), length + 1)),
            Err(NotADate::Text) => None,
        }
    })
}

/// The `@word` at the end of a text that is still being typed, without its `@`.
pub fn open_mention(text: &str) -> Option<String> {
    let (before, word) = text.rsplit_once('@')?;
    let begins_word = before.is_empty() || before.ends_with(char::is_whitespace);
    let typed = !word.is_empty() && word.chars().count() <= 40 && !word.contains(['\n', '#']);
    // A finished name is followed by a space; a second word may still belong to it.
    (begins_word && typed && !word.ends_with(' ')).then(|| word.to_owned())
}

/// The text with the open `@word` replaced by a whole name and a space behind it.
pub fn with_mention(text: &str, name: &str) -> String {
    match text.rsplit_once('@') {
        Some((before, _)) => format!("{before}@{name} "),
        None => text.to_owned(),
    }
}
