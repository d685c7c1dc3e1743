//! The one-line entry: `текст @исполнитель к 15.06 !контролёр #метка`.

mod due;
mod name;

use super::date::Date;
use super::deadline::date_words::Form;
use super::entry::{EntryContent, EntryKind};
use super::safe_text::SafeText;
use super::subject::{Registry, SubjectId};

/// A line as it is understood.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EntryLine {
    /// What is left when names, date and labels are taken out.
    pub text: SafeText,
    /// The words of somebody who said something: as `text`, but with all that a record of what was
    /// said has no field for.
    pub said: SafeText,
    /// What stands in `said` and not in `text`: several names, a date, a controller.
    pub stays: Vec<String>,
    /// Whether a name stands before everything else: who speaks.
    pub begins_with_name: bool,
    /// Who, in the order typed.
    pub executors: Vec<SubjectId>,
    /// Who watches over it: the name after `!`.
    pub controller: Option<SubjectId>,
    /// Until when.
    pub due: Option<Date>,
    /// The words at the end that are a date or may be one.
    pub date: Option<DateWords>,
    /// Labels without their `#`.
    pub labels: Vec<SafeText>,
    /// Names after `@` that nobody bears.
    pub unknown: Vec<String>,
    /// Names after `!` that nobody bears.
    pub unknown_controllers: Vec<String>,
    /// A date where the due date stands that is no day of the calendar: text like any other.
    pub no_such_day: Option<String>,
}

/// Words at the end of a line that are a date or may be one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateWords {
    /// As typed, with the word that announces them: «до 12.05».
    pub words: String,
    /// The day they name.
    pub date: Date,
    /// Whether they were taken for the due date; otherwise they are text.
    pub is_taken: bool,
}

/// What the words at the end are to be taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DateChoice {
    /// For what they look like.
    #[default]
    Guess,
    /// For the due date.
    Due,
    /// For text.
    Text,
}

impl EntryLine {
    /// Whether as an entry of this kind it tells what was said. A name behind the text, with a due
    /// date, makes an assignment of a note; a name before it is who speaks.
    pub fn is_statement(&self, kind: EntryKind) -> bool {
        kind == EntryKind::Opinion
            || matches!(kind, EntryKind::Heard | EntryKind::Spoke)
                && (self.executors.is_empty() || self.due.is_none() || self.begins_with_name)
    }

    /// The entry it makes, begun as one of this kind.
    pub fn content(self, kind: EntryKind) -> EntryContent {
        if self.is_statement(kind) {
            let only = <[SubjectId; 1]>::try_from(self.executors).ok();
            return EntryContent {
                speaker: only.map(|[speaker]| speaker),
                labels: self.labels,
                ..EntryContent::plain(kind, self.said)
            };
        }
        EntryContent {
            kind: if self.executors.is_empty() {
                kind
            } else {
                EntryKind::Assignment
            },
            text: self.text,
            executors: self.executors,
            controller: self.controller,
            due: self.due,
            speaker: None,
            labels: self.labels,
        }
    }
}

/// Why some words are not a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotADate {
    /// They are something else: text.
    Text,
    /// They look like one, and there is no such day: «31.06».
    NoSuchDay,
}

/// A word and the line it stands on.
type Word<'a> = (usize, &'a str);

/// A piece of the line, in the place where it was typed.
struct Piece {
    line: usize,
    words: String,
    part: Part,
}

/// What a piece is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Text.
    Text,
    /// A name after `@`.
    Name,
    /// A date or a controller.
    Other,
}

/// Reads a line. `read_date` reads a date phrase, `choice` says what to take it for.
///
/// A name after `@` is the longest run of words somebody bears. A date is only read where a word
/// like «к», «до», «срок» announces it, or behind a name, and nothing but names, labels or the end
/// follows, so that «подготовить к совещанию» stays text; and only what is a date by its own words
/// or cannot well be anything else, so that «снизить до 5» does too. Line breaks of the text stay.
pub fn parse(
    raw: &str,
    subjects: &Registry,
    choice: DateChoice,
    read_date: impl Fn(&str) -> Result<(Date, Form), NotADate>,
) -> EntryLine {
    let words: Vec<Word<'_>> = raw
        .lines()
        .enumerate()
        .flat_map(|(line, words)| words.split_whitespace().map(move |word| (line, word)))
        .collect();
    let mut line = EntryLine::default();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut index = 0;
    while let Some((row, word)) = words.get(index).copied() {
        let (part, taken) = if let Some(label) = label_of(word) {
            line.labels.push(SafeText::line(label));
            index += 1;
            continue;
        } else if word.starts_with('@') && word.chars().count() > 1 {
            (
                Part::Name,
                name::take_executor(&words, index, subjects, &mut line),
            )
        } else if word.starts_with('!') && word.chars().count() > 1 {
            name::take_controller(&words, index, subjects, &mut line)
        } else if line.date.is_none()
            && let Some(found) = due::find(&words, index, &pieces, &read_date)
        {
            let part = take_date(&mut line, &found, choice);
            (part, found.taken)
        } else {
            (Part::Text, 1)
        };
        pieces.push(Piece {
            line: row,
            words: shown(&words, index, taken, part),
            part,
        });
        index += taken;
    }
    line.begins_with_name = pieces.first().is_some_and(|it| it.part == Part::Name);
    let names_stay = line.executors.len() > 1;
    let is_said = |piece: &&Piece| piece.part != Part::Name || names_stay;
    line.stays = pieces
        .iter()
        .filter(is_said)
        .filter(|piece| piece.part != Part::Text)
        .map(|piece| piece.words.clone())
        .collect();
    line.text = joined(pieces.iter().filter(|piece| piece.part == Part::Text));
    line.said = joined(pieces.iter().filter(is_said));
    line
}

/// Takes date words for what they look like or for what was chosen.
fn take_date(line: &mut EntryLine, found: &due::Found, choice: DateChoice) -> Part {
    match found.day {
        due::Day::Known {
            date,
            looks_like_due,
        } => {
            let is_taken = match choice {
                DateChoice::Guess => looks_like_due,
                DateChoice::Due => true,
                DateChoice::Text => false,
            };
            line.date = Some(DateWords {
                words: found.words.clone(),
                date,
                is_taken,
            });
            line.due = is_taken.then_some(date);
            if is_taken { Part::Other } else { Part::Text }
        }
        due::Day::None => {
            line.no_such_day = Some(found.words.clone());
            Part::Text
        }
    }
}

/// What is typed as a name without a date at its end, and the words of that date: «ряб к 15.06»,
/// «ряб 15.06». Of a number that nothing announces nobody knows that it is a date.
pub fn name_and_date(
    typed: &str,
    read_date: impl Fn(&str) -> Result<(Date, Form), NotADate>,
) -> (String, Option<String>) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    for first in 1..words.len() {
        let (name, date) = words.split_at(first);
        let phrase = date.join(" ");
        let announced = due::is_announced(date);
        let is_date = match read_date(&phrase) {
            Ok((_, form)) => announced || form > Form::Doubtful,
            Err(NotADate::NoSuchDay) => announced,
            Err(NotADate::Text) => false,
        };
        if is_date {
            let name = name.join(" ");
            return (name.trim_end_matches([',', ';']).to_owned(), Some(phrase));
        }
    }
    (typed.to_owned(), None)
}

/// The label of a `#word`; «#1» is a number.
fn label_of(word: &str) -> Option<&str> {
    let label = word.strip_prefix('#')?.trim_end_matches([',', ';', '.']);
    label.chars().any(char::is_alphabetic).then_some(label)
}

/// The words of a piece as they stand in a text: names without the sign before them.
fn shown(words: &[Word<'_>], at: usize, taken: usize, part: Part) -> String {
    let words: Vec<&str> = words.iter().skip(at).take(taken).map(|it| it.1).collect();
    let words = words.join(" ");
    match part {
        Part::Text => words,
        // Signs with nobody's name behind them are what they were typed as: «Ура !!!».
        Part::Name | Part::Other => {
            let bare = words.trim_start_matches(['@', '!']);
            if bare.is_empty() {
                words
            } else {
                bare.to_owned()
            }
        }
    }
}

/// The pieces as a text; those of another line begin one.
fn joined<'a>(pieces: impl Iterator<Item = &'a Piece>) -> SafeText {
    let mut text = String::new();
    let mut before: Option<usize> = None;
    for piece in pieces {
        text.push_str(match before {
            None => "",
            Some(line) if line == piece.line => " ",
            Some(_) => "\n",
        });
        text.push_str(&piece.words);
        before = Some(piece.line);
    }
    SafeText::new(&text)
}

/// An entry as it would be typed: `due` is its due date with the word that announces it. The text
/// comes first but for who said it, and where the text ends, in characters, is told too.
pub fn typed(content: &EntryContent, subjects: &Registry, due: Option<&str>) -> (String, usize) {
    let name = |id: &SubjectId| {
        let subject = subjects.get(id);
        subject.map_or_else(|| id.0.clone(), |subject| subject.short.to_string())
    };
    let speaker = content.speaker.as_ref();
    let mut line = speaker
        .map(|id| format!("@{} ", name(id)))
        .unwrap_or_default();
    line.push_str(&content.text);
    let end = line.chars().count();
    let executors = content.executors.iter();
    let behind = executors
        .map(|id| format!(" @{}", name(id)))
        .chain(due.map(|due| format!(" {due}")))
        .chain(
            content
                .controller
                .as_ref()
                .map(|id| format!(" !{}", name(id))),
        )
        .chain(content.labels.iter().map(|label| format!(" #{label}")));
    line.extend(behind);
    (line, end)
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

#[cfg(test)]
mod tests;
