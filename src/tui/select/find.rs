//! The lines of the list on top, by number and words, and which of them are meant.

use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Duty;
use crate::tui::keymap::latin;
use crate::tui::model::form::Target;
use crate::tui::model::meeting::Focus;
use crate::tui::model::overview::Tab;
use crate::tui::model::plan::Node;
use crate::tui::model::{Model, Overlay, Screen, Surface};
use crate::tui::select::narrow::{activity_text, assignment_text, item_text, says, subject_text};
use crate::tui::select::{
    agenda, assignments, attendance, event, finish, form, import, overview, papers, plan, subjects,
};

/// What is typed into the line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Typed {
    /// Nothing yet.
    Nothing,
    /// A number of a line: «1.2.4», whatever stands between its parts.
    Number(String),
    /// So many lines down, or up: «3j», «3о».
    Steps(isize),
    /// Words a line must have.
    Words(String),
}

/// What is meant by a text.
pub fn read(text: &str) -> Typed {
    let text = text.trim();
    if text.is_empty() {
        return Typed::Nothing;
    }
    let mut letters = text.chars();
    let last = letters.next_back().map(|it| latin(it).to_ascii_lowercase());
    if let (Some(way @ ('j' | 'k')), Ok(count)) = (last, letters.as_str().parse::<u16>()) {
        let count = isize::try_from(count).unwrap_or_default();
        return Typed::Steps(if way == 'j' { count } else { -count });
    }
    let is_number = text.chars().all(|it| it.is_ascii_digit() || is_between(it))
        && text.chars().any(|it| it.is_ascii_digit());
    if is_number {
        Typed::Number(number(text))
    } else {
        Typed::Words(text.to_owned())
    }
}

/// Signs between the parts of a number: the key of «.» gives «ю» in the other layout.
fn is_between(character: char) -> bool {
    matches!(
        character,
        '.' | ',' | '/' | '-' | ' ' | ')' | 'ю' | 'Ю' | 'б'
    )
}

/// A number in one spelling: «1.2.4», without the dot or bracket at its end.
fn number(text: &str) -> String {
    let parts: Vec<&str> = text
        .split(is_between)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(".")
}

/// Where a line leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A line of the plan.
    Node(Node),
    /// An item of the agenda.
    Item(ItemKey),
    /// A subject.
    Subject(SubjectId),
    /// An assignment.
    Assignment(Id),
    /// A line of any other list, counted from 0.
    Line(usize),
}

/// A line of the list on top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListLine {
    /// Its number in one spelling, or nothing.
    pub number: String,
    /// Where it leads to.
    pub place: Place,
    /// Everything it says.
    said: String,
}

impl ListLine {
    /// Of «Р-503, 3.3.1», as points are called where several documents are on control, the number
    /// itself counts: nobody types the name of the document.
    fn new(number: &str, place: Place, said: String) -> Self {
        let own = number.rsplit(", ").next().unwrap_or(number);
        Self {
            number: self::number(own),
            place,
            said,
        }
    }
}

/// The lines that are meant, in the order of the list: those of exactly this number, else those
/// whose numbers begin so, else those that say it; those that have the words.
pub fn matches(model: &Model, typed: &Typed) -> Vec<Place> {
    let lines = lines(model);
    let all = |meant: &dyn Fn(&ListLine) -> bool| -> Vec<Place> {
        let found = lines.iter().filter(|line| meant(line));
        found.map(|line| line.place.clone()).collect()
    };
    match typed {
        Typed::Nothing | Typed::Steps(_) => Vec::new(),
        Typed::Words(words) => all(&|line| says(&line.said, words)),
        Typed::Number(number) => {
            let ways: [&dyn Fn(&ListLine) -> bool; 3] = [
                &|line| line.number == *number,
                &|line| line.number.starts_with(number.as_str()),
                // A number that stands within what a line says.
                &|line| says(&line.said, number),
            ];
            let mut found = ways.iter().map(|way| all(*way));
            found.find(|found| !found.is_empty()).unwrap_or_default()
        }
    }
}

/// Whether words narrow the list on top; in others the cursor goes to the lines that have them.
pub fn narrows(model: &Model) -> bool {
    model.overlays.is_empty()
        && match model.screen() {
            Some(Screen::Plan(state)) => !state.card,
            Some(Screen::Meeting(state)) => state.focus == Focus::Agenda,
            Some(Screen::Assignments(_)) => true,
            Some(Screen::Subjects(state)) => !state.in_duties,
            _ => false,
        }
}

/// The words the list on top is narrowed to.
pub fn words(model: &Model) -> &str {
    let screen = model.screen().map(Screen::surface);
    screen.and_then(Surface::words).unwrap_or_default()
}

/// The lines of the list on top, narrowed or not.
pub fn lines(model: &Model) -> Vec<ListLine> {
    match model.overlays.last() {
        Some(overlay) => of_overlay(model, overlay),
        None => model
            .screen()
            .map(|screen| of_screen(model, screen))
            .unwrap_or_default(),
    }
}

fn of_overlay(model: &Model, overlay: &Overlay) -> Vec<ListLine> {
    match overlay {
        Overlay::Choice(state) => numbered(
            state
                .lines
                .iter()
                .map(|line| format!("{} {}", line.text, line.detail)),
        ),
        Overlay::Reader(state) => numbered(state.lines.iter().cloned()),
        Overlay::Attendance(_) => {
            let seats = attendance::seats(model);
            numbered(seats.iter().map(|who| subject_text(model, who)))
        }
        Overlay::Finish(state) => {
            let holes = state.holes.iter();
            numbered(holes.map(|hole| finish::hole_text(model, hole)))
        }
        Overlay::Problems(_) => {
            let findings = model.problems.findings.iter();
            numbered(findings.map(|it| {
                let name = model.problems.name_of(&it.report.place.path);
                format!("{name} {}", it.report.what)
            }))
        }
        Overlay::Edition(state) => numbered(state.lines.iter().map(|line| line.text.clone())),
        Overlay::Event(state) => {
            let lines = event::lines(model, state.activity);
            let said = lines.iter().map(|it| format!("{} {}", it.text, it.detail));
            numbered(said)
        }
        Overlay::Themes(_) => numbered(model.themes.iter().map(|it| it.name().to_owned())),
        Overlay::Form(state) => {
            let rows = form::rows(model, &state.form);
            let said = rows
                .iter()
                .map(|row| format!("{} {}", row.label, row.value));
            let heads: Vec<bool> = rows.iter().map(|row| row.target == Target::Head).collect();
            without(numbered(said), &heads)
        }
        Overlay::Import(state) => {
            let targets = state.targets();
            let heads: Vec<bool> = targets.iter().map(Option::is_none).collect();
            let said = import::lines(&model.texts, state).into_iter();
            without(numbered(said), &heads)
        }
        // What is typed there is text.
        Overlay::Prompt(_)
        | Overlay::Assign(_)
        | Overlay::Search(_)
        | Overlay::Help(_)
        | Overlay::Confirm(_) => Vec::new(),
    }
}

/// The lines that are no heads of others: on a head the cursor never stands.
fn without(lines: Vec<ListLine>, heads: &[bool]) -> Vec<ListLine> {
    let is_head = |at: usize| heads.get(at).copied().unwrap_or(false);
    let own = lines
        .into_iter()
        .enumerate()
        .filter(|(at, _)| !is_head(*at));
    own.map(|(_, line)| line).collect()
}

fn numbered(lines: impl Iterator<Item = String>) -> Vec<ListLine> {
    lines
        .enumerate()
        .map(|(place, said)| {
            let number = place.saturating_add(1).to_string();
            ListLine::new(&number, Place::Line(place), said)
        })
        .collect()
}

fn of_screen(model: &Model, screen: &Screen) -> Vec<ListLine> {
    let days = |days: &[crate::domain::date::Date]| {
        let lines = days.iter().enumerate().map(|(place, day)| {
            let said = format!(
                "{} {}",
                model.texts.date_full(*day),
                model.texts.date_long(*day)
            );
            ListLine::new(&model.texts.date_full(*day), Place::Line(place), said)
        });
        lines.collect()
    };
    match screen {
        Screen::Start(state) => days(&state.days),
        Screen::Papers(_) => days(&papers::meetings(model)),
        Screen::Plan(_) => tree_lines(model),
        Screen::Meeting(state) if state.focus == Focus::Agenda => {
            agenda::agenda_lines(model, state.date)
                .iter()
                .map(|line| item_line(model, line.item))
                .collect()
        }
        Screen::Meeting(_) => Vec::new(),
        Screen::Assignments(state) => {
            let mut all = state.clone();
            all.words.clear();
            assignments::shown(model, &all)
                .iter()
                .map(|view| {
                    let place = Place::Assignment(view.id);
                    ListLine::new(&view.number, place, assignment_text(model, view))
                })
                .collect()
        }
        Screen::Subjects(state) if state.in_duties => duty_lines(model),
        Screen::Subjects(state) => {
            let mut all = state.clone();
            all.words.clear();
            let (_, ids) = subjects::listed(model, &all);
            ids.iter()
                .map(|id| ListLine::new("", Place::Subject(id.clone()), subject_text(model, id)))
                .collect()
        }
        Screen::Overview(state) => {
            if state.tab == Tab::Indicators {
                return Vec::new();
            }
            if state.tab == Tab::Week {
                let due = overview::due_lines(model).iter().enumerate();
                let lines = due.map(|(place, it)| {
                    let (number, said) = item_text(model, it.item);
                    ListLine::new(&number, Place::Line(place), said)
                });
                return lines.collect();
            }
            let rows = overview::rows_of(model, state.tab);
            let lines = rows.iter().enumerate().map(|(place, row)| {
                let number = node_number(model, row.node);
                ListLine::new(&number, Place::Line(place), row.name())
            });
            lines.collect()
        }
    }
}

fn tree_lines(model: &Model) -> Vec<ListLine> {
    plan::tree(model)
        .iter()
        .map(|row| {
            let said = match row.node {
                Node::Activity(key) => activity_text(model, key),
                _ => row.name(),
            };
            ListLine::new(&node_number(model, row.node), Place::Node(row.node), said)
        })
        .collect()
}

fn node_number(model: &Model, node: Node) -> String {
    match node {
        Node::Activity(key) => model.workspace.point(key),
        Node::Heading(key) => model.workspace.heading_number(key),
        Node::Document(_) => String::new(),
    }
}

/// A line of the agenda: what its item says.
fn item_line(model: &Model, item: ItemKey) -> ListLine {
    let (number, said) = item_text(model, item);
    ListLine::new(&number, Place::Item(item), said)
}

fn duty_lines(model: &Model) -> Vec<ListLine> {
    let Some(state) = subjects::state(model) else {
        return Vec::new();
    };
    let (duties, ids) = subjects::listed(model, state);
    let Some(who) = subjects::selected_subject(model, &ids) else {
        return Vec::new();
    };
    let owed = duties.of(&who);
    owed.iter()
        .enumerate()
        .map(|(place, (_, duty))| {
            let place = Place::Line(place);
            match duty {
                Duty::Activity { activity, .. } => {
                    let number = model.workspace.point(*activity);
                    ListLine::new(&number, place, activity_text(model, *activity))
                }
                Duty::Assignment(view) => {
                    ListLine::new(&view.number, place, assignment_text(model, view))
                }
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_point_is_found_without_the_name_of_its_document() {
        let line = |number: &str| ListLine::new(number, Place::Line(0), String::new()).number;
        assert_eq!(line("Р-503, 3.3.1"), "3.3.1");
        assert_eq!(line("3.3.1."), "3.3.1");
        assert_eq!(line("25.05.2023"), "25.05.2023");
    }

    #[test]
    fn a_number_a_count_and_words_are_told_apart_in_both_layouts() {
        let number = |it: &str| Typed::Number(it.to_owned());
        for typed in ["1.2.4", "1.2.4.", "1ю2ю4", "1,2,4", "1 2 4", "1/2/4)"] {
            assert_eq!(read(typed), number("1.2.4"), "{typed}");
        }
        assert_eq!(read("28.12.2023"), number("28.12.2023"));
        for (typed, steps) in [("3j", 3), ("3о", 3), ("12k", -12), ("12л", -12), ("3О", 3)] {
            assert_eq!(read(typed), Typed::Steps(steps), "{typed}");
        }
        for words in ["школа", "п. 8.1", "j", "4 квартал"] {
            assert_eq!(read(words), Typed::Words(words.to_owned()));
        }
        assert_eq!(read("  "), Typed::Nothing);
        // Too many to be meant as a count.
        assert!(matches!(read("99999999j"), Typed::Words(_)));
    }
}
