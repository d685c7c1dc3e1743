//! From lines to headings and activities in their sequence: what a page has cut is put together,
//! what stands below the table is put aside, what could be either is decided and asked.

use super::join::Vocabulary;
use super::lines::{Fields, Kind, Line, Section, begins_like_heading};
use super::number::{self, Shape};
use super::report::{Done, Question};
use super::text;

mod ditto;
mod end;

use end::last_good;

/// A heading or an activity, before levels.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A heading row.
    Section { row: usize, section: Section },
    /// An activity.
    Activity { row: usize, fields: Box<Fields> },
}

/// What was found on the way.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub(super) done: Vec<Done>,
    pub(super) questions: Vec<Question>,
    /// Questions a person answered.
    pub(super) answered: Vec<Question>,
}

/// Resolves the lines of all tables of a plan.
pub(super) fn items(lines: Vec<Line>, vocabulary: &Vocabulary, told: &mut Told) -> Vec<Item> {
    let habits = Habits::of(&lines);
    let lines = decided(lines, &habits, told);
    let end = last_good(&lines, &habits);
    let mut items: Vec<Item> = Vec::new();
    let mut repeated = 0;
    for (index, line) in lines.into_iter().enumerate() {
        let row = line.row;
        if index > end {
            let text = match line.kind {
                Kind::Section(section) => section.text,
                Kind::Cells(fields) => spoken(&fields),
                Kind::EditionNote(text) | Kind::Aside(text) => text,
            };
            told.done.push(Done::Aside {
                row,
                text: text::line(&text),
            });
            continue;
        }
        match line.kind {
            Kind::EditionNote(text) => told.done.push(Done::EditionNote { row, text }),
            Kind::Aside(text) => told.done.push(Done::Aside { row, text }),
            Kind::Section(section) => items.push(Item::Section { row, section }),
            Kind::Cells(mut fields) => {
                if let Some(Item::Activity { fields: above, .. }) = items.last() {
                    repeated += ditto::fill(&mut fields, above);
                }
                let goes_on = matches!(items.last(), Some(Item::Activity { fields: before, .. })
                    if goes_on(&fields, before, line.begins_page, &habits));
                if goes_on && let Some(Item::Activity { fields: before, .. }) = items.last_mut() {
                    join(before, fields, line.begins_page, vocabulary, told);
                    told.done.push(Done::Joined {
                        row,
                        title: text::line(&before.title),
                    });
                } else {
                    if fields.was_shifted {
                        told.questions.push(Question::Shifted {
                            row,
                            title: text::line(&fields.title),
                        });
                    }
                    items.push(Item::Activity {
                        row,
                        fields: Box::new(fields),
                    });
                }
            }
        }
    }
    if repeated > 0 {
        told.done.push(Done::Repeated { count: repeated });
    }
    items
}

fn spoken(fields: &Fields) -> String {
    [
        &fields.number,
        &fields.title,
        &fields.responsible,
        &fields.executors,
        &fields.term,
        &fields.result,
    ]
    .into_iter()
    .filter(|text| !text.is_empty())
    .cloned()
    .collect::<Vec<_>>()
    .join(" ")
}

/// What lines of this plan are like.
#[derive(Debug, Default)]
struct Habits {
    /// Whether activities have numbers of their own.
    numbered: bool,
    /// The usual number of an activity: decimal by steps, or another sort.
    usual: Option<usize>,
    /// How many of a hundred lines say when or by whom.
    full: usize,
    /// How many core columns full lines fill.
    filled: usize,
}

impl Habits {
    fn of(lines: &[Line]) -> Self {
        let cells: Vec<&Fields> = lines
            .iter()
            .filter_map(|line| match &line.kind {
                Kind::Cells(fields) if fields.is_full() && fields.title_is_own => Some(fields),
                _ => None,
            })
            .collect();
        let bare = lines
            .iter()
            .filter(|line| matches!(&line.kind, Kind::Section(section) if section.cells.is_some()))
            .count();
        let numbered = cells.iter().filter(|fields| fields.number_is_own).count();
        let mut depths = std::collections::BTreeMap::new();
        for fields in &cells {
            if let Some(shape) = number::read(&fields.number) {
                let depth = match shape {
                    Shape::Decimal(parts) => parts.len(),
                    _ => 0,
                };
                *depths.entry(depth).or_insert(0_usize) += 1;
            }
        }
        let filled = cells.iter().map(|fields| core(fields)).sum::<usize>();
        Self {
            numbered: numbered * 2 > cells.len(),
            usual: depths
                .into_iter()
                .max_by_key(|(_, count)| *count)
                .map(|(depth, _)| depth),
            full: (cells.len() * 100)
                .checked_div(cells.len() + bare)
                .unwrap_or_default(),
            filled: filled.checked_div(cells.len()).unwrap_or_default(),
        }
    }
}

fn core(fields: &Fields) -> usize {
    [
        fields.has_term(),
        !fields.responsible.is_empty(),
        !fields.executors.is_empty(),
        !fields.result.is_empty(),
    ]
    .into_iter()
    .filter(|is| *is)
    .count()
}

/// Decides what rows with nothing but a number and a title are.
fn decided(lines: Vec<Line>, habits: &Habits, told: &mut Told) -> Vec<Line> {
    let numbers: Vec<Option<(Shape, bool)>> = lines
        .iter()
        .map(|line| match &line.kind {
            Kind::Cells(fields) => number::read(&fields.number).map(|shape| (shape, true)),
            Kind::Section(section) => section_number(section).map(|shape| (shape, false)),
            _ => None,
        })
        .collect();
    let next_full = |index: usize| {
        numbers
            .iter()
            .skip(index + 1)
            .flatten()
            .next()
            .map(|(shape, _)| shape.clone())
    };
    let mut decided = Vec::with_capacity(lines.len());
    for (index, mut line) in lines.into_iter().enumerate() {
        if let Kind::Section(section) = &mut line.kind
            && let Some(fields) = section.cells.take()
        {
            let shape = section_number(section);
            let (as_heading, sure) =
                as_heading(section, shape.as_ref(), next_full(index).as_ref(), habits);
            if !sure {
                told.questions.push(Question::HeadingOrActivity {
                    row: line.row,
                    text: text::line(&section.text),
                    as_heading,
                });
            }
            if !as_heading {
                line.kind = Kind::Cells(*fields);
            }
        }
        decided.push(line);
    }
    decided
}

fn section_number(section: &Section) -> Option<Shape> {
    section
        .number
        .as_deref()
        .or_else(|| number::split(&section.text).map(|(number, _)| number))
        .and_then(number::read)
}

/// Whether a bare row is a heading, and whether that is sure.
fn as_heading(
    section: &Section,
    shape: Option<&Shape>,
    next: Option<&Shape>,
    habits: &Habits,
) -> (bool, bool) {
    let first = text::line(&section.text).chars().next();
    if first.is_some_and(char::is_lowercase) && shape.is_none() {
        return (false, true);
    }
    if begins_like_heading(&section.text) || text::is_capitals(&section.text) {
        return (true, true);
    }
    match shape {
        None => {
            // Most lines say neither when nor by whom: such a line is one of them.
            if habits.full < 50 && !habits.numbered {
                (false, true)
            } else {
                (true, true)
            }
        }
        Some(own) => {
            // «3. | II. Финансы»: every row is counted, and this one has a number of sections too.
            let inner = number::split(&section.text).and_then(|(inner, _)| number::read(inner));
            if section.number.is_some() && matches!(inner, Some(Shape::Roman(_))) {
                return (true, true);
            }
            let letters = matches!((own, next), (Shape::Decimal(_), Some(Shape::Letter(_))));
            if letters || next.is_some_and(|next| next.is_below(own)) {
                return (true, true);
            }
            let depth = match own {
                Shape::Decimal(parts) => parts.len(),
                _ => 0,
            };
            match habits.usual {
                Some(usual) if depth != usual => (depth < usual || depth == 0, true),
                None if !habits.numbered => (true, true),
                // Numbered like activities. A line that fills none of several columns where all
                // others fill them is a heading.
                _ => (habits.filled >= 2 && habits.full >= 60, false),
            }
        }
    }
}

/// Whether a line only goes on with the activity before it.
fn goes_on(fields: &Fields, before: &Fields, begins_page: bool, habits: &Habits) -> bool {
    if fields.number_is_own || fields.was_shifted {
        return false;
    }
    // A heading's own cell begins something new, unless it is the rest of a cut one.
    if fields
        .headings
        .iter()
        .any(|heading| heading.is_own && !begins_small(&heading.text))
    {
        return false;
    }
    if !fields.title_is_own {
        return true;
    }
    let small = begins_small(&fields.title);
    let lacks =
        !fields.has_term() && (fields.responsible.is_empty() || before.responsible.is_empty());
    if begins_page && (lacks || (small && !fields.has_term())) {
        return true;
    }
    if begins_page && small && habits.numbered {
        return true;
    }
    let parted = [
        (&before.responsible, &fields.responsible),
        (&before.executors, &fields.executors),
        (&before.result, &fields.result),
    ]
    .into_iter()
    .any(|(first, rest)| is_parted(first) && begins_small(rest));
    small && !fields.has_term() && (habits.numbered || fields.responsible.is_empty() || parted)
}

/// Whether a text ends in half a word.
fn is_parted(text: &str) -> bool {
    text.ends_with('-') && text.chars().rev().nth(1).is_some_and(char::is_alphabetic)
}

/// Whether a text goes on with a sentence.
pub(super) fn begins_small(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

fn join(
    before: &mut Fields,
    rest: Fields,
    by_page: bool,
    vocabulary: &Vocabulary,
    told: &mut Told,
) {
    let mut words = Vec::new();
    let mut put = |first: &mut String, second: String, from_above: bool| {
        if second.is_empty() || (from_above && *first == second) {
            return;
        }
        if by_page || is_parted(first) {
            *first = vocabulary.continued(first, &second, &mut words);
        } else {
            if !first.is_empty() {
                first.push('\n');
            }
            first.push_str(&second);
        }
    };
    if rest.title_is_own {
        put(&mut before.title, rest.title, false);
    }
    // What reaches down from above is the same cell, not another part of it.
    put(&mut before.responsible, rest.responsible, true);
    put(&mut before.executors, rest.executors, true);
    put(&mut before.term, rest.term, true);
    put(&mut before.start, rest.start, true);
    put(&mut before.end, rest.end, true);
    put(&mut before.result, rest.result, true);
    for (heading, more) in before.headings.iter_mut().zip(rest.headings) {
        if more.is_own {
            put(&mut heading.text, more.text, false);
        }
    }
    for (name, cell) in rest.other {
        match before.other.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => put(known, cell, true),
            None => before.other.push((name, cell)),
        }
    }
    told.done
        .extend(words.into_iter().map(|word| Done::Hyphen { word }));
}
