//! What is recorded: an act is made of operations, and the loop records it.

pub mod agenda;
pub mod answers;
pub mod attendance;
pub mod carry;
pub mod control;
pub mod dispatch;
pub mod edition;
pub mod entry;
pub mod event;
pub mod form;
pub mod indicator;
pub mod mark;
pub mod meeting;
pub mod reading;
pub mod registry;
pub mod routine;
pub mod undo;

use std::path::PathBuf;

use ratatui::layout::Position;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::paper::{Format, Request};
use crate::store::mend::Repair;
use crate::tui::field::Filling;
use crate::tui::model::edition::Beside;
use crate::tui::model::papers::OnDiffering;
use crate::tui::model::pointer::Spot;
use crate::tui::model::{Access, Model, Notice, Overlay};
use crate::tui::preference::Preference;

/// An act on the open meeting; says why when there is none.
pub(in crate::tui) fn record_at_meeting(
    model: &mut Model,
    operations: Vec<Operation>,
    notice: Notice,
    follow: Follow,
) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations,
            notice: Some(notice),
            follow,
        },
    )
}

/// Says in the field, or the form, that is typed into why it is not taken: a text by its id.
pub(in crate::tui) fn refuse(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.get(id);
    refuse_with(model, text)
}

/// Says in the field, or the form, that is typed into why it is not taken.
pub(in crate::tui) fn refuse_with(model: &mut Model, text: String) -> Vec<Effect> {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(state)) => state.error = Some(text),
        Some(Overlay::Assign(state)) => state.error = Some(text),
        _ => {}
    }
    Vec::new()
}

/// What comes from outside with every message: nothing in here is asked from a clock.
pub struct Outside<'a> {
    /// The day it is.
    pub today: Date,
    /// Minutes of the day by the wall clock.
    pub minutes_now: u16,
    /// Makes new ids.
    pub new_id: &'a mut dyn FnMut() -> Id,
    /// What lies at a place of the terminal, as it was drawn.
    pub spot_at: fn(&Model, Position) -> Option<Spot>,
}

impl std::fmt::Debug for Outside<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Outside")
            .field("today", &self.today)
            .finish_non_exhaustive()
    }
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
    /// Put a text on the terminal's clipboard.
    Copy(String),
    /// Write drafts of reminders to all executors.
    WriteReminders,
    /// Show the directory of the papers.
    OpenFolder,
    /// Stop the process until the shell continues it.
    Suspend,
    /// Let the text of the field be typed in the editor of the system.
    EditOutside(String),
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
    Mend(Repair),
    /// Show how the last two versions of the minutes of a day differ; if nobody asked for it, only
    /// when there are two.
    ShowVersions {
        /// The day.
        date: Date,
        /// Whether somebody asked.
        asked: bool,
    },
    /// Write the papers of a day again, from the journal.
    RestorePapers(Date),
    /// Only read from now on.
    OnlyRead,
    /// Write from now on, if nobody else does.
    TakeOver,
    /// Write what is not recorded into this file, and leave.
    RecordElsewhere(PathBuf),
    /// Read a plan of another program from this file, and show it; whether it comes in the place
    /// of the example.
    ReadPlan(PathBuf, bool),
    /// Have `LibreOffice` make a DOCX of this file, and read that; the rest as before.
    ConvertPlan(PathBuf, bool),
    /// Wait no longer for what is being read.
    StopReading,
    /// Read a text that was pasted as an order or a letter.
    ReadText(String),
    /// Write the plan that was looked over.
    WritePlan,
    /// Complete the name of a file in the field that asks for it.
    CompletePath,
    /// Leave the example, and begin a document that is typed.
    BeginEmpty,
    /// Write what was filled into a form.
    Fill(Filling),
    /// Write what belongs to an edition that was adopted.
    WriteBeside(Box<Beside>),
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
    pub fn at_current_meeting(
        model: &Model,
        operations: Vec<Operation>,
        notice: String,
        follow: Follow,
    ) -> Self {
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
    /// Take the screen of the edition away.
    pub close_edition: bool,
    /// Write what belongs to the edition.
    pub beside: Option<Box<Beside>>,
}

/// Asks the loop to record an act, unless nothing can be recorded.
pub(in crate::tui) fn record(model: &mut Model, act: Act) -> Vec<Effect> {
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
