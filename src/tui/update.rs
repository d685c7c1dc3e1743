//! What happens: `update(model, message) → effects`. No I/O here; the loop performs effects and
//! reports back with [`recorded`] or [`failed`].

mod agenda;
mod assign;
pub mod assignments;
mod attendance;
mod candidates;
mod choice;
mod control;
mod describe;
mod entry;
mod finish;
mod global;
pub mod glossary;
mod help;
pub mod indicator;
mod mark;
pub mod meeting;
mod opening;
pub mod overview;
pub mod papers;
pub mod plan;
mod pointer;
pub mod preference;
pub mod problems;
mod prompt;
pub mod reading;
mod recorded;
mod registry;
pub mod search;
mod since_last;
mod start;
pub mod subjects;
mod themes;
pub mod tour;
mod trail;
pub mod unrecorded;
mod versions;

use std::path::PathBuf;

use ratatui::crossterm::event::{KeyEvent, MouseEvent};

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::paper::{Format, Request};
use crate::store::mend::Cure;
use crate::tui::keymap::{Chord, Key, Lookup};
use crate::tui::preference::Preference;

use super::model::papers::OnDiffering;
use super::model::{Access, Action, Model, Notice, Overlay, Screen, Size, context};

pub use assign::{due_of, name_of};
pub use attendance::{count as attendance_count, seats as attendance_seats};
pub use control::assignments_of;
pub use describe::describe_act;
pub use entry::{read_line, selected_entry};
pub use global::start_screen;
pub use mark::occurrence_of;
pub use meeting::{AgendaRow, agenda_lines, agenda_rows, item_name, selected_item};
pub use recorded::{failed, papers_failed, papers_written, recorded};

/// What comes from outside with every message: nothing in here is asked from a clock.
pub struct Outside<'a> {
    /// The day it is.
    pub today: Date,
    /// Minutes of the day by the wall clock.
    pub minutes_now: u16,
    /// Makes new ids.
    pub new_id: &'a mut dyn FnMut() -> Id,
}

impl std::fmt::Debug for Outside<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outside")
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
}

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

/// Something the loop has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Record an act: append, sync, then tell.
    Record(Box<Act>),
    /// Write minutes and tactical plan of a meeting.
    WritePapers(Date),
    /// Write papers for others.
    Export(Export),
    /// The answer to whether papers that are there may be replaced.
    ExportDiffering(OnDiffering),
    /// Write no more of them.
    StopExport,
    /// Show the directory of the papers.
    OpenFolder,
    /// Keep a choice for the next start.
    Prefer(Preference),
    /// Leave, unless something is not recorded: then ask.
    Quit,
    /// Leave without what is not recorded.
    QuitUnrecorded,
    /// Try once more to record what is not recorded.
    Retry,
    /// Show a file, with this line in sight; 0 for the beginning.
    ShowFile(PathBuf, usize),
    /// Mend the state directory.
    Mend(Cure),
    /// Write the papers of a day again, from the journal.
    RestorePapers(Date),
    /// Only read from now on.
    OnlyRead,
    /// Write from now on, if nobody else does.
    TakeOver,
    /// Write what is not recorded into this file, and leave.
    RecordElsewhere(PathBuf),
}

/// Papers to write, each in one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Which.
    pub files: Vec<(Request, Format)>,
}

/// Operations that are one act of the chair.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// The meeting they are said at.
    pub meeting: Option<Date>,
    /// The day they count for.
    pub day: Date,
    /// The operations.
    pub operations: Vec<Operation>,
    /// What to say once it is on disk.
    pub notice: Option<Notice>,
    /// What to do once it is on disk.
    pub follow: Follow,
}

impl Act {
    /// An act of the open meeting, or outside of meetings one of today.
    fn of_now(model: &Model, operations: Vec<Operation>, notice: String, follow: Follow) -> Self {
        let meeting = model.open_meeting();
        Self {
            meeting,
            day: meeting.unwrap_or(model.today),
            operations,
            notice: Some(Notice::done(notice)),
            follow,
        }
    }
}

/// What follows an act once it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Follow {
    /// Take the topmost overlay away.
    pub close: bool,
    /// Step from this item to the next unmarked one.
    pub step_from: Option<ItemKey>,
    /// Put the cursor on this item.
    pub select: Option<ItemKey>,
    /// Show the meeting of this day.
    pub show_meeting: Option<Date>,
    /// Tell what happened since the meeting before this day's, if anything did.
    pub since_last: Option<Date>,
    /// Show how the new version of this day's minutes differs.
    pub versions: Option<Date>,
    /// Write the papers of this day.
    pub papers: Option<Date>,
}

/// Changes the model; the loop performs what is returned.
pub fn update(model: &mut Model, message: Message, outside: &mut Outside<'_>) -> Vec<Effect> {
    model.today = outside.today;
    model.minutes_now = outside.minutes_now;
    match message {
        Message::Key(event) => key(model, event, outside),
        Message::Mouse(event) => pointer::handle(model, event, outside),
        Message::Paste(text) => {
            paste(model, &text);
            Vec::new()
        }
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
            // Delete belongs to the text as long as there is one.
            Lookup::Action("delete") if matches!(model.overlays.last(), Some(Overlay::Assign(state)) if state.is_editing()) =>
            {
                type_key(model, event);
                Vec::new()
            }
            Lookup::Action(name) => run_named(model, name, outside),
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
        return tour::leave(model);
    }
    model.pending.push(chord);
    match model.keymap.lookup(context, &model.pending) {
        Lookup::Action(name) => {
            model.pending.clear();
            run_named(model, name, outside)
        }
        Lookup::Pending(_) => Vec::new(),
        Lookup::Nothing => {
            let unknown = std::mem::take(&mut model.pending);
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

fn keys_text(chords: &[Chord]) -> String {
    chords
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The first key of an action where the user is, for texts that name it.
pub fn key_of(model: &Model, action: Action) -> String {
    model
        .keymap
        .chords(model.context(), action.name())
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
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
    let done = match model.overlays.last() {
        Some(Overlay::Prompt(_)) => prompt::run(model, action, outside),
        Some(Overlay::Assign(_)) => assign::run(model, action, outside),
        Some(Overlay::Attendance(_)) => attendance::run(model, action, outside),
        Some(Overlay::Finish(_)) => finish::run(model, action, outside),
        Some(Overlay::Search(_)) => search::run(model, action, outside),
        Some(Overlay::Choice(_)) => choice::run_choice(model, action, outside),
        Some(Overlay::Confirm(_)) => choice::run_confirm(model, action),
        Some(Overlay::Reader(_)) => choice::run_reader(model, action),
        Some(Overlay::Help(_)) => help::run(model, action),
        Some(Overlay::Themes(_)) => themes::run(model, action),
        Some(Overlay::Problems(_)) => problems::run(model, action),
        None => match model.screen() {
            Some(Screen::Start(_)) => start::run(model, action, outside),
            Some(Screen::Plan(_)) => plan::run(model, action, outside),
            Some(Screen::Meeting(_)) => meeting::run(model, action, outside),
            Some(Screen::Subjects(_)) => subjects::run(model, action, outside),
            Some(Screen::Assignments(_)) => assignments::run(model, action, outside),
            Some(Screen::Papers(_)) => papers::run(model, action, outside),
            Some(Screen::Overview(_)) => overview::run(model, action, outside),
            None => None,
        },
    };
    let mut effects = done.unwrap_or_else(|| global::run(model, action, outside));
    effects.extend(tour::note(model, action));
    effects
}

fn type_key(model: &mut Model, event: KeyEvent) {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(_)) => prompt::type_key(model, event),
        Some(Overlay::Assign(_)) => assign::type_key(model, event),
        Some(Overlay::Search(_)) => search::type_key(model, event),
        Some(Overlay::Help(_)) => help::type_key(model, event),
        _ => {}
    }
}

fn paste(model: &mut Model, text: &str) {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(_)) => prompt::paste(model, text),
        Some(Overlay::Assign(_)) => assign::paste(model, text),
        Some(Overlay::Search(_)) => search::paste(model, text),
        Some(Overlay::Help(_)) => help::paste(model, text),
        _ => {
            model.notice = Some(Notice::warning(model.texts.get("notice-paste-nowhere")));
        }
    }
}

/// Asks the loop to record an act, unless nothing can be recorded.
fn record(model: &mut Model, act: Act) -> Vec<Effect> {
    if let Access::ReadOnly(why) = &model.access {
        model.notice = Some(Notice::warning(
            model
                .texts
                .with("notice-read-only", &[("why", why.clone().into())]),
        ));
        return Vec::new();
    }
    if act.operations.is_empty() {
        return Vec::new();
    }
    vec![Effect::Record(Box::new(act))]
}

/// Moves a cursor in a list by a command; `None` when it is no movement.
fn moved(action: Action, selected: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    Some(match action {
        Action::NextItem | Action::NextCandidate => selected.saturating_add(1).min(last),
        Action::PreviousItem | Action::PreviousCandidate => selected.saturating_sub(1),
        Action::PageDown => selected.saturating_add(page.max(1)).min(last),
        Action::PageUp => selected.saturating_sub(page.max(1)),
        Action::FirstItem => 0,
        Action::LastItem => last,
        _ => return None,
    })
}

/// How many lines a screenful is, for page keys.
fn page_of(model: &Model) -> usize {
    usize::from(model.size.height.saturating_sub(6))
}

/// The context constants, for code that opens overlays.
pub const TEXT_CONTEXTS: &[&str] = &[context::PROMPT, context::ASSIGN, context::SEARCH];
