//! The state of the screen. Data only: what it does is in `update`, how it looks in `view`.

pub mod action;
pub mod ahead;
pub mod assign;
pub mod assignments;
pub mod attendance;
pub mod choice;
pub mod context;
pub mod edition;
pub mod event;
pub mod find;
pub mod finish;
pub mod form;
pub mod help;
pub mod import;
pub mod kept;
pub mod meeting;
pub mod notice;
pub mod overview;
pub mod papers;
pub mod plan;
pub mod pointer;
pub mod problems;
pub mod prompt;
pub mod search;
pub mod start;
pub mod subjects;
pub mod surface;
pub mod themes;
pub mod tour;
pub mod unrecorded;

use std::collections::BTreeMap;

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::operation::WriterId;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::tui::keymap::{Chord, Keymap};
use crate::tui::theme::Theme;

pub use action::Action;
pub use notice::{Level, Notice};
pub use surface::Surface;
pub use unrecorded::Unrecorded;

/// The size of the terminal in cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Lines.
    pub height: u16,
}

/// Whether changes can be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// They can.
    ReadWrite,
    /// They cannot; the text says why, in the user's language.
    ReadOnly(String),
}

/// A screen. At least one is always there; Esc goes back to the one below.
#[derive(Clone, Debug)]
pub enum Screen {
    /// Which meeting.
    Start(start::StartState),
    /// The tree of the plan.
    Plan(plan::PlanState),
    /// The agenda and its card.
    Meeting(meeting::MeetingState),
    /// Who owes what.
    Subjects(subjects::SubjectsState),
    /// Assignments under control.
    Assignments(assignments::AssignmentsState),
    /// Papers, as they will read.
    Papers(papers::PapersState),
    /// Numbers and pictures.
    Overview(overview::OverviewState),
}

/// Something laid over the screen; the topmost has the keys.
#[derive(Debug)]
pub enum Overlay {
    /// Text to type: note, decision, reason, date, topic.
    Prompt(Box<prompt::PromptState>),
    /// Executors and due date.
    Assign(Box<assign::AssignState>),
    /// Who is there.
    Attendance(attendance::AttendanceState),
    /// The last look before the end of the meeting.
    Finish(finish::FinishState),
    /// Search over everything.
    Search(Box<search::SearchState>),
    /// A choice from a short list.
    Choice(choice::ChoiceState),
    /// A question.
    Confirm(choice::ConfirmState),
    /// A text to read.
    Reader(choice::ReaderState),
    /// All keys.
    Help(Box<help::HelpState>),
    /// The choice of a theme.
    Themes(Box<themes::ThemesState>),
    /// What is wrong in the state directory.
    Problems(problems::ProblemsState),
    /// A plan of another program, looked over before it is written.
    Import(Box<import::ImportState>),
    /// Fields to fill in.
    Form(form::FormState),
    /// What an edition of a document changes.
    Edition(Box<edition::EditionState>),
    /// An event with participants.
    Event(event::EventState),
}

/// A dialog that was left with something typed into it.
#[derive(Debug)]
pub struct Draft {
    /// The meeting it was left in.
    pub meeting: Option<Date>,
    /// The dialog as it was.
    pub overlay: Overlay,
}

/// Everything the program shows.
#[derive(Debug)]
pub struct Model {
    /// The plan, the people, what happened.
    pub workspace: Workspace,
    /// The day it is; from outside.
    pub today: Date,
    /// Who writes here: whose acts undo takes back.
    pub writer: WriterId,
    /// Whether changes can be recorded.
    pub access: Access,
    /// What was done and is not on the disk.
    pub unrecorded: Option<Unrecorded>,
    /// The file that is being read, to be a document.
    pub reading: Option<String>,
    /// What is wrong in the state directory.
    pub problems: problems::Problems,
    /// Screens, the visible one last.
    pub screens: Vec<Screen>,
    /// Overlays, the topmost last.
    pub overlays: Vec<Overlay>,
    /// Dialogs left with something typed, offered again when they are opened.
    pub drafts: Vec<Draft>,
    /// What was just done, or went wrong.
    pub notice: Option<Notice>,
    /// Keys pressed of a sequence.
    pub pending: Vec<Chord>,
    /// The line that finds a line of the list on top, while it is open.
    pub find: Option<Box<find::FindState>>,
    /// The state directory, as people write it.
    pub directory: String,
    /// Whether the example that comes with the program is what is looked at.
    pub is_example: bool,
    /// Bookmarks and filters that have a name.
    pub hands: crate::domain::settings::Hands,
    /// How often the next movement is made: the digits pressed before it.
    pub count: usize,
    /// The terminal's size.
    pub size: Size,
    /// The texts in the user's language.
    pub texts: Texts,
    /// The keys.
    pub keymap: Keymap,
    /// The colours.
    pub theme: Theme,
    /// Names of all themes, for switching.
    pub themes: Vec<Theme>,
    /// Templates, place and progress of the papers.
    pub papers: papers::Papers,
    /// Clock time at which the meeting was opened in this session and the last tick, in minutes of
    /// the day; drives the pace.
    pub minutes_now: u16,
    /// Whether pictures and frames are drawn with plain ASCII signs.
    pub ascii: bool,
    /// The mouse.
    pub pointer: pointer::PointerState,
    /// The step of the tour that goes on.
    pub tour: Option<tour::Step>,
    /// Whether the pace is shown.
    pub pace: bool,
    /// Where the cursor of each activity's occurrence was moved to by hand.
    pub occurrence: BTreeMap<ActivityKey, usize>,
    /// What lists were made of last.
    pub kept: kept::Kept,
    /// What the search finds things by, made ready before it is asked for.
    pub ahead: ahead::Ahead,
    /// From so many activities on, or from [`ENTRIES`] times as many entries, what is asked of all of
    /// them is found on threads of their own.
    pub many: usize,
}

/// From so many activities on what is asked of all of them takes longer than a key may.
pub const MANY: usize = 1000;

/// So many entries of the journal take as long to be gone through as one activity.
pub const ENTRIES: usize = 4;

impl Model {
    /// Whether what is asked of all activities and entries takes longer than a key may.
    pub(in crate::tui) fn is_large(&self) -> bool {
        let activities = self.workspace.sizes().activities;
        let entries = self.workspace.ledger().entries().len();
        activities + entries / ENTRIES >= self.many
    }

    /// The screen that is seen.
    pub fn screen(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// The screen that is seen, to be changed.
    pub fn screen_mut(&mut self) -> Option<&mut Screen> {
        self.screens.last_mut()
    }

    /// The context that gets the keys: the topmost overlay's, else the screen's.
    pub fn context(&self) -> &'static str {
        if self.find.is_some() {
            return context::FIND;
        }
        self.surface().map_or(context::START, Surface::context)
    }

    /// What has the keys: the topmost overlay, else the screen.
    pub fn surface(&self) -> Option<&dyn Surface> {
        match self.overlays.last() {
            Some(overlay) => Some(overlay.surface()),
            None => self.screen().map(Screen::surface),
        }
    }

    /// The same, to be changed.
    pub fn surface_mut(&mut self) -> Option<&mut dyn Surface> {
        match self.overlays.last_mut() {
            Some(overlay) => Some(overlay.surface_mut()),
            None => self.screens.last_mut().map(Screen::surface_mut),
        }
    }

    /// Whether characters typed now are text.
    pub fn is_typing(&self) -> bool {
        self.find.is_some() || self.surface().is_some_and(Surface::is_typing)
    }

    /// The open meeting this session works in: of the meeting screen, wherever it lies in the
    /// stack, when it is open.
    pub fn meeting_date(&self) -> Option<Date> {
        self.screens.iter().rev().find_map(|screen| match screen {
            Screen::Meeting(state) => Some(state.date),
            _ => None,
        })
    }

    /// The open meeting acts are recorded in.
    pub fn open_meeting(&self) -> Option<Date> {
        self.meeting_date().filter(|date| {
            self.workspace
                .ledger()
                .meeting(*date)
                .is_some_and(super::super::domain::meeting::Meeting::is_open)
        })
    }

    /// The day the screens speak of: of the meeting that is seen or goes on, else today. Over a
    /// meeting that has ended the other screens speak of today, for which their marks count.
    pub fn day(&self) -> Date {
        let seen = match self.screen() {
            Some(Screen::Meeting(state)) => Some(state.date),
            _ => self.open_meeting(),
        };
        seen.unwrap_or(self.today)
    }
}
