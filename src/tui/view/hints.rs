//! The line of keys at the bottom: the most useful commands where the user is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::model::{Access, Action, Model, Overlay, Screen, context};
use super::super::widget::hint_bar::{self, Hint};
use super::areas::Areas;
use crate::domain::agenda::Section;
use crate::tui::select::agenda;
use crate::tui::select::control;
use crate::tui::select::entry;
use crate::tui::select::problems;

/// Draws the line.
pub(super) fn draw(model: &Model, areas: &Areas, buffer: &mut Buffer) {
    let (_, hints) = hints(model);
    hint_bar::render(&hints, hint_area(areas), buffer, &model.theme);
}

fn hint_area(areas: &Areas) -> Rect {
    Rect {
        x: areas.hints.x.saturating_add(1),
        width: areas.hints.width.saturating_sub(1),
        ..areas.hints
    }
}

/// The command whose hint stands at a column.
pub(super) fn hint_at(model: &Model, areas: &Areas, x: u16) -> Option<Action> {
    let (actions, hints) = hints(model);
    let place = hint_bar::at(&hints, hint_area(areas), x)?;
    actions.get(place).copied()
}

/// What is useful when the minutes are approved.
const LOCKED: [Action; 8] = [
    Action::ReopenMeeting,
    Action::Open,
    Action::GoPapers,
    Action::GoPlan,
    Action::GoSubjects,
    Action::GoAssignments,
    Action::Help,
    Action::Quit,
];

/// The most useful commands where the user is, the weightiest first.
#[expect(clippy::too_many_lines, reason = "one table, a line a command")]
fn useful(context: &str) -> &'static [Action] {
    use Action as A;
    match context {
        context::START => &[
            A::OpenMeeting,
            A::GoPlan,
            A::GoSubjects,
            A::SkipMeeting,
            A::Help,
            A::Quit,
        ],
        context::MEETING => &[
            A::MarkDone,
            A::MarkInProgress,
            A::MarkAtRisk,
            A::Assign,
            A::Decide,
            A::Note,
            A::Attendance,
            A::FinishMeeting,
            A::Undo,
            A::Help,
            A::MarkPostponed,
            A::Control,
            A::Search,
            A::LeftAside,
            A::AddTopic,
        ],
        context::CARD => &[
            A::Open,
            A::Convert,
            A::Delete,
            A::Decide,
            A::Assign,
            A::Note,
            A::Back,
            A::Help,
        ],
        context::PLAN => &[
            A::Open,
            A::Search,
            A::FilterDirection,
            A::FilterStatus,
            A::Sort,
            A::ClearFilters,
            A::MarkDone,
            A::Assign,
            A::GoMeeting,
            A::Back,
            A::Help,
        ],
        context::SUBJECTS => &[
            A::Open,
            A::SwitchFocus,
            A::Sort,
            A::FilterStatus,
            A::ShowExtract,
            A::FoldGroups,
            A::Search,
            A::GoPlan,
            A::Back,
            A::Help,
        ],
        context::ASSIGNMENTS => &[
            A::Control,
            A::Open,
            A::FilterStatus,
            A::FilterExecutor,
            A::Sort,
            A::Assign,
            A::Back,
            A::Help,
        ],
        context::PAPERS => &[
            A::WritePaper,
            A::NextPaper,
            A::NextFormat,
            A::ToggleFormat,
            A::WriteMeeting,
            A::PageDown,
            A::WriteAllMeetings,
            A::Back,
            A::Help,
        ],
        context::OVERVIEW => &[
            A::NextTab,
            A::Open,
            A::Earlier,
            A::Later,
            A::GoMeeting,
            A::Back,
            A::Help,
        ],
        context::ATTENDANCE => &[
            A::AllPresent,
            A::MarkAbsent,
            A::MarkExcused,
            A::MarkPresent,
            A::MarkDeputy,
            A::MarkRemote,
            A::MarkLate,
            A::Invite,
            A::Accept,
        ],
        context::ASSIGN => &[
            A::Accept,
            A::NextField,
            A::PreviousField,
            A::Delete,
            A::Back,
        ],
        context::PROMPT => &[A::Accept, A::NextField, A::NewLine, A::Back],
        context::FINISH => &[A::Accept, A::MendHole, A::Back],
        context::SEARCH | context::CHOICE | context::CONFIRM => &[A::Accept, A::Back],
        context::EDITION => &[A::Accept, A::SameText, A::OtherText, A::Back],
        context::PROBLEMS => &[A::Accept, A::MendFile, A::OpenReadOnly, A::Back],
        context::READER | context::HELP => &[A::NextItem, A::PageDown, A::Back],
        _ => &[A::Help, A::Back],
    }
}

fn hints(model: &Model) -> (Vec<Action>, Vec<Hint>) {
    let context = model.context();
    let locked = matches!(model.screen(), Some(Screen::Meeting(_)))
        && model.open_meeting().is_none()
        && model.overlays.is_empty();
    let in_one_line = matches!(model.overlays.last(),
        Some(Overlay::Prompt(prompt)) if !prompt.purpose.nature().has_lines);
    let actions = if locked {
        &LOCKED[..]
    } else if in_one_line {
        // Neither another kind of entry nor another line is to be had there.
        &[Action::Accept, Action::Back]
    } else {
        useful(context)
    };
    // Nothing can be done with an entry where there is none.
    let has_entry = context != context::CARD || entry::selected_entry(model).is_some();
    // What is on the agenda for an assignment asks for a word on control before a mark.
    let first = awaits_control(model).then_some(&Action::Control);
    let others = actions.iter().filter(|action| Some(*action) != first);
    first
        .into_iter()
        .chain(others)
        .enumerate()
        // What cannot be mended from here has no key for it, not even a dim one.
        .filter(|(_, action)| **action != Action::MendFile || is_enabled(model, Action::MendFile))
        .filter(|(_, action)| has_entry || !matches!(**action, Action::Convert | Action::Delete))
        .filter_map(|(place, action)| {
            let key = hint_key(model, context, *action)?;
            let hint = Hint {
                key,
                text: model.texts.get(&format!("action-{}", action.name())),
                priority: u8::try_from(200_usize.saturating_sub(place)).unwrap_or(0),
                enabled: is_enabled(model, *action),
            };
            Some((*action, hint))
        })
        .unzip()
}

/// Whether the cursor is on an item that is on the agenda for an assignment still to be decided on.
fn awaits_control(model: &Model) -> bool {
    let (Some(date), Some(item)) = (model.open_meeting(), agenda::selected_item(model)) else {
        return false;
    };
    model.context() == context::MEETING
        && agenda::agenda_lines(model, date)
            .iter()
            .any(|line| line.item == item && line.section == Section::Assignments)
        && control::any_assignment_of(model, item, |it| {
            !it.state.is_closed() && it.last_word != Some(date)
        })
}

/// The key a hint names. No to a question is what leads back everywhere, as its box says.
pub(super) fn hint_key(model: &Model, context: &str, action: Action) -> Option<String> {
    let everywhere = context == context::CONFIRM && action == Action::Back;
    let context = if everywhere { context::GLOBAL } else { context };
    let keys = model.keymap.chords(context, action.name());
    keys.first().map(ToString::to_string)
}

/// Whether a command has an effect here and now.
fn is_enabled(model: &Model, action: Action) -> bool {
    if action == Action::MendFile {
        let chosen = problems::selected(model);
        return chosen.is_some_and(|it| problems::way_out(model, it).is_some());
    }
    let acts = !matches!(
        action,
        Action::Help
            | Action::Quit
            | Action::Back
            | Action::Search
            | Action::Open
            | Action::SwitchFocus
            | Action::GoPlan
            | Action::GoSubjects
            | Action::GoMeeting
            | Action::Sort
            | Action::FilterDirection
            | Action::FilterStatus
            | Action::FilterExecutor
            | Action::FilterController
            | Action::FoldGroups
            | Action::ShowExtract
            | Action::ClearFilters
            | Action::Accept
            | Action::Problems
            | Action::Editions
            | Action::SameText
            | Action::OtherText
            | Action::TakeOver
            | Action::NextField
            | Action::PreviousField
            | Action::NewLine
            | Action::NextItem
            | Action::PageDown
            | Action::OpenMeeting
            | Action::ReopenMeeting
            | Action::GoAssignments
            | Action::GoPapers
            | Action::NextPaper
            | Action::NextFormat
            | Action::ToggleFormat
            | Action::WritePaper
            | Action::WriteMeeting
            | Action::WriteAllMeetings
            | Action::GoOverview
            | Action::NextTab
            | Action::Earlier
            | Action::Later
    );
    if !acts {
        return true;
    }
    let writable = model.access == Access::ReadWrite;
    let in_meeting = matches!(model.screen(), Some(Screen::Meeting(_)));
    match action {
        Action::Undo => model.workspace.undo_target(&model.writer).is_some(),
        _ => writable && (!in_meeting || model.open_meeting().is_some()),
    }
}
