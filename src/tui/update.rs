//! What happens: `update(model, message) → effects`. No I/O here; the loop performs effects and
//! reports back with [`recorded::recorded`].

pub mod assign;
pub mod assignments;
pub mod attendance;
pub mod choice;
pub mod control;
pub mod edition;
pub mod entry;
pub mod event;
pub mod find;
pub mod finish;
pub mod form;
pub mod global;
pub mod help;
pub mod import;
pub mod mark;
pub mod meeting;
pub mod overview;
pub mod papers;
pub mod plan;
pub mod pointer;
pub mod preference;
pub mod problems;
pub mod prompt;
pub mod recorded;
pub mod search;
pub mod start;
pub mod subjects;
mod surface;
pub mod themes;
pub mod tour;
pub mod unrecorded;

use ratatui::crossterm::event::{KeyEvent, MouseEvent};

use self::surface::Hands;
use crate::tui::act::{Effect, Outside};
use crate::tui::keymap::{Chord, Key, Lookup};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay, Screen, Size, context};
use crate::tui::select::cursor::key_of;
use crate::tui::{open, select};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key.
    Key(KeyEvent),
    /// The mouse.
    Mouse(MouseEvent),
    /// Pasted text.
    Paste(String),
    /// A new size of the terminal.
    Resize(Size),
    /// Time went by.
    Tick,
    /// A command, by whatever way.
    Run(Action),
}

/// Changes the model; the loop performs what is returned.
pub fn update(model: &mut Model, message: Message, outside: &mut Outside<'_>) -> Vec<Effect> {
    model.today = outside.today;
    model.minutes_now = outside.minutes_now;
    match message {
        Message::Key(event) => key(model, event, outside),
        Message::Mouse(event) => {
            let commands = pointer::handle(model, event, outside);
            let run = |command| run(model, command, outside);
            commands.into_iter().flat_map(run).collect()
        }
        Message::Paste(text) => paste(model, &text),
        Message::Resize(size) => {
            model.size = size;
            Vec::new()
        }
        Message::Tick => Vec::new(),
        Message::Run(action) => run(model, action, outside),
    }
}

fn key(model: &mut Model, event: KeyEvent, outside: &mut Outside<'_>) -> Vec<Effect> {
    let Some(chord) = Chord::from_event(&event) else {
        return Vec::new();
    };
    let context = model.context();
    if model.is_typing() {
        return match model.keymap.lookup_in_text(context, chord) {
            // Up and Down belong to the text unless there is something to choose.
            Lookup::Action("next-candidate" | "previous-candidate") if matches!(model.overlays.last(), Some(Overlay::Prompt(state)) if state.completions.is_empty()) =>
            {
                type_key(model, event);
                Vec::new()
            }
            // In a field it takes back what was typed, as everywhere.
            Lookup::Action("suspend") => {
                type_key(model, event);
                Vec::new()
            }
            // Delete belongs to the text as long as there is one.
            Lookup::Action("delete") if matches!(model.overlays.last(), Some(Overlay::Assign(state)) if state.is_editing()) =>
            {
                type_key(model, event);
                Vec::new()
            }
            Lookup::Action(name) => run_named(model, name, outside),
            _ if model.find.is_some() => match find::type_key(model, event) {
                Some(step) => counted(model, step, outside),
                None => Vec::new(),
            },
            _ => {
                type_key(model, event);
                Vec::new()
            }
        };
    }
    // Half a sequence is left as anything else is left.
    if !model.pending.is_empty() && chord == Chord::plain(Key::Esc) {
        model.pending.clear();
        return Vec::new();
    }
    if model.tour.is_some() && model.overlays.is_empty() && chord == Chord::plain(Key::Esc) {
        return open::tour::leave(model);
    }
    if model.pending.is_empty() && counts(model, context, chord) {
        return Vec::new();
    }
    model.pending.push(chord);
    match model.keymap.lookup(context, &model.pending) {
        Lookup::Action(name) => {
            model.pending.clear();
            repeated(model, name, outside)
        }
        Lookup::Pending(_) => Vec::new(),
        Lookup::Nothing => {
            let unknown = std::mem::take(&mut model.pending);
            model.count = 0;
            model.notice = Some(Notice::warning(model.texts.with(
                "notice-unknown-key",
                &[
                    ("keys", keys_text(&unknown).into()),
                    ("help", key_of(model, Action::Help).into()),
                ],
            )));
            Vec::new()
        }
    }
}

/// The most times a movement is made by a count.
const MOST: usize = 999;

/// Takes a digit for a part of a count, where digits are no commands: «3j».
fn counts(model: &mut Model, context: &str, chord: Chord) -> bool {
    let Key::Char(character) = chord.key else {
        return false;
    };
    let Some(digit) = character
        .to_digit(10)
        .and_then(|digit| usize::try_from(digit).ok())
        .filter(|_| chord == Chord::plain(chord.key))
    else {
        return false;
    };
    let begins = model.count == 0;
    if begins && (digit == 0 || model.keymap.lookup(context, &[chord]) != Lookup::Nothing) {
        return false;
    }
    model.count = model
        .count
        .saturating_mul(10)
        .saturating_add(digit)
        .min(MOST);
    model.notice = None;
    true
}

/// Runs a command as often as was counted, when it is a movement; any other once.
fn repeated(model: &mut Model, name: &str, outside: &mut Outside<'_>) -> Vec<Effect> {
    let count = std::mem::take(&mut model.count).max(1);
    let moves = matches!(
        Action::named(name),
        Some(Action::NextItem | Action::PreviousItem | Action::PageDown | Action::PageUp)
    );
    let times = if moves { count } else { 1 };
    (0..times)
        .flat_map(|_| run_named(model, name, outside))
        .collect()
}

/// Goes as many lines as are typed into the line that finds one: «:3j».
fn counted(model: &mut Model, step: Action, outside: &mut Outside<'_>) -> Vec<Effect> {
    let count = find::steps(model);
    (0..count).flat_map(|_| run(model, step, outside)).collect()
}

fn keys_text(chords: &[Chord]) -> String {
    chords
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

fn run_named(model: &mut Model, name: &str, outside: &mut Outside<'_>) -> Vec<Effect> {
    match Action::named(name) {
        Some(action) => run(model, action, outside),
        None => Vec::new(),
    }
}

/// Runs a command where the user is: the topmost overlay, then the screen, then everywhere.
fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Vec<Effect> {
    model.notice = None;
    model.pending.clear();
    if action == Action::Back && model.reading.take().is_some() {
        model.notice = Some(Notice::done(model.texts.get("import-left")));
        return vec![Effect::StopReading];
    }
    if model.find.is_some() {
        return find::run(model, action);
    }
    if let Some(command) = search::chosen_command(model, action) {
        return run(model, command, outside);
    }
    if action == Action::FindLine {
        return open::find::open(model);
    }
    if action == Action::Back
        && model.overlays.is_empty()
        && select::find::narrows(model)
        && !select::find::words(model).is_empty()
    {
        // One step back: first the list is whole again.
        open::find::narrow(model, "");
        return Vec::new();
    }
    let done = hands(model).and_then(|hands| (hands.run)(model, action, outside));
    let mut effects = done.unwrap_or_else(|| global::run(model, action));
    effects.extend(open::tour::note(model, action));
    effects
}

fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(hands) = hands(model) {
        (hands.type_key)(model, event);
    }
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    // Terminals send the ends of lines of what is pasted as Enter does: as a carriage return.
    let text = &text.replace("\r\n", "\n").replace('\r', "\n");
    // A letter that is pasted where nothing is typed, or where its file was asked for, is read.
    if text.trim().lines().count() > 1 {
        let asks_for_it = match model.overlays.last() {
            None => !model.is_typing(),
            Some(Overlay::Prompt(state)) => state.purpose == Purpose::ImportFile,
            Some(_) => false,
        };
        if asks_for_it {
            model.overlays.clear();
            return vec![Effect::ReadText(text.to_owned())];
        }
    }
    if model.find.is_some() {
        find::paste(model, text);
        return Vec::new();
    }
    let is_taken = hands(model).is_some_and(|hands| (hands.paste)(model, text));
    if !is_taken {
        model.notice = Some(Notice::warning(model.texts.get("notice-paste-nowhere")));
    }
    Vec::new()
}

/// The row of what has the keys.
fn hands(model: &Model) -> Option<&'static Hands> {
    Some(match model.overlays.last() {
        Some(Overlay::Prompt(_)) => &prompt::HANDS,
        Some(Overlay::Assign(_)) => &assign::HANDS,
        Some(Overlay::Attendance(_)) => &attendance::HANDS,
        Some(Overlay::Finish(_)) => &finish::HANDS,
        Some(Overlay::Search(_)) => &search::HANDS,
        Some(Overlay::Choice(_)) => &choice::CHOICE,
        Some(Overlay::Confirm(_)) => &choice::CONFIRM,
        Some(Overlay::Reader(_)) => &choice::READER,
        Some(Overlay::Help(_)) => &help::HANDS,
        Some(Overlay::Themes(_)) => &themes::HANDS,
        Some(Overlay::Import(_)) => &import::HANDS,
        Some(Overlay::Form(_)) => &form::HANDS,
        Some(Overlay::Problems(_)) => &problems::HANDS,
        Some(Overlay::Edition(_)) => &edition::HANDS,
        Some(Overlay::Event(_)) => &event::HANDS,
        None => match model.screen()? {
            Screen::Start(_) => &start::HANDS,
            Screen::Plan(_) => &plan::HANDS,
            Screen::Meeting(_) => &meeting::HANDS,
            Screen::Subjects(_) => &subjects::HANDS,
            Screen::Assignments(_) => &assignments::HANDS,
            Screen::Papers(_) => &papers::HANDS,
            Screen::Overview(_) => &overview::HANDS,
        },
    })
}

/// The context constants, for code that opens overlays.
pub const TEXT_CONTEXTS: &[&str] = &[context::PROMPT, context::ASSIGN, context::SEARCH];
