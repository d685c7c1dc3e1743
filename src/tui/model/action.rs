//! Every command of the program: its name, where it means something, and nothing else. Keys are
//! in the keymap, texts in Fluent (`action-NAME`), behaviour in `update`.

mod percent;

use super::context;
use crate::tui::keymap::ActionInfo;

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal in [$($context:ident),+];)+) => {
        /// A command.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Action {
            $($(#[$doc])* $variant,)+
        }

        impl Action {
            /// All commands.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// What the keymap has to know of them.
            pub const INFO: &[ActionInfo] = &[
                $(ActionInfo { name: $name, contexts: &[$(context::$context),+] },)+
            ];

            /// The stable name, in kebab case.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The command of a name.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }

            /// Where it means something.
            pub fn contexts(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$(context::$context),+],)+ }
            }
        }
    };
}

actions! {
    /// Shows all keys.
    Help = "help" in [GLOBAL];
    /// All commands by name.
    Palette = "palette" in [GLOBAL];
    /// Finds an activity, a subject, an assignment.
    Search = "search" in [GLOBAL];
    /// Finds a line of the list by its number, a count or words.
    FindLine = "find-line" in [GLOBAL];
    /// Takes the last act back.
    Undo = "undo" in [GLOBAL];
    /// Brings it again.
    Redo = "redo" in [GLOBAL];
    /// What was done, newest first.
    History = "history" in [GLOBAL];
    /// Leaves the program.
    Quit = "quit" in [GLOBAL];
    /// One step back.
    Back = "back" in [GLOBAL, FIND, PROMPT, ASSIGN, ATTENDANCE, FINISH, SEARCH, HELP, CONFIRM, CHOICE, READER, PROBLEMS, EDITION, EVENT];
    /// The start screen.
    GoStart = "go-start" in [GLOBAL];
    /// The meeting that goes on.
    GoMeeting = "go-meeting" in [GLOBAL];
    /// The plan.
    GoPlan = "go-plan" in [GLOBAL];
    /// Who owes what.
    GoSubjects = "go-subjects" in [GLOBAL];
    /// Assignments under control.
    GoAssignments = "go-assignments" in [GLOBAL];
    /// Papers, as they will read.
    GoPapers = "go-documents" in [GLOBAL];
    /// Numbers and pictures.
    GoOverview = "go-overview" in [GLOBAL];
    /// What is wrong in the state directory.
    Problems = "problems" in [GLOBAL];
    /// Changes of documents: what waits to be adopted, and what was.
    Editions = "editions" in [GLOBAL];
    /// Writes from now on where only reading was possible.
    TakeOver = "take-over" in [GLOBAL];
    /// The other language.
    SwitchLanguage = "switch-language" in [GLOBAL];
    /// The next theme.
    SwitchTheme = "switch-theme" in [GLOBAL];
    /// Takes a plan of another program on control.
    ImportPlan = "import-plan" in [GLOBAL];
    /// Organisation, meeting, people, papers: what is set once.
    Settings = "settings" in [GLOBAL];
    /// Copies what the cursor is on.
    Copy = "copy" in [GLOBAL];
    /// Marks the line under the cursor to be found again, or takes its mark away.
    Bookmark = "bookmark" in [GLOBAL];
    /// The marked lines.
    Bookmarks = "bookmarks" in [GLOBAL];
    /// Keeps the filter of the list by a name.
    SaveFilter = "save-filter" in [GLOBAL];
    /// The filters that have a name.
    Filters = "filters" in [GLOBAL];
    /// Stops the program, as the shell does; `fg` brings it back.
    Suspend = "suspend" in [GLOBAL];
    /// Types the text in the editor of the system.
    EditOutside = "edit-outside" in [PROMPT];
    /// The mouse on or off.
    ToggleMouse = "toggle-mouse" in [GLOBAL];
    /// The tour; in it, the next step.
    Tour = "tour" in [GLOBAL];

    /// Opens the meeting of the chosen day.
    OpenMeeting = "open-meeting" in [START, GLOBAL];
    /// Puts on record that the meeting of a day is not held.
    SkipMeeting = "skip-meeting" in [START];
    /// Opens finished minutes again.
    ReopenMeeting = "reopen-meeting" in [START, MEETING];

    /// One line down.
    NextItem = "next-item" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, PROBLEMS, EDITION, EVENT];
    /// One line up.
    PreviousItem = "previous-item" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, PROBLEMS, EDITION, EVENT];
    /// A screenful down.
    PageDown = "page-down" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, SEARCH, PROBLEMS, EDITION, EVENT];
    /// A screenful up.
    PageUp = "page-up" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, SEARCH, PROBLEMS, EDITION, EVENT];
    /// The first line.
    FirstItem = "first-item" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, PROBLEMS, EDITION, EVENT];
    /// The last line.
    LastItem = "last-item" in [START, MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW, PAPERS, ATTENDANCE, FINISH, HELP, CHOICE, READER, PROBLEMS, EDITION, EVENT];
    /// The next unmarked item.
    NextUnmarked = "next-unmarked" in [MEETING];
    /// Into the card and back.
    SwitchFocus = "switch-focus" in [MEETING, CARD, PLAN, SUBJECTS];
    /// Out of what was opened beside the list, back into it.
    Out = "out" in [SUBJECTS];
    /// Opens what the cursor is on.
    Open = "open" in [MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS, OVERVIEW];

    /// Attendance.
    Attendance = "attendance" in [MEETING, CARD];
    /// Everybody is there.
    AllPresent = "all-present" in [MEETING, CARD, ATTENDANCE];
    /// Present.
    MarkPresent = "mark-present" in [ATTENDANCE];
    /// Absent without a reason.
    MarkAbsent = "mark-absent" in [ATTENDANCE];
    /// Absent with a reason.
    MarkExcused = "mark-excused" in [ATTENDANCE];
    /// Takes part from elsewhere.
    MarkRemote = "mark-remote" in [ATTENDANCE];
    /// Sent a deputy.
    MarkDeputy = "mark-deputy" in [ATTENDANCE];
    /// Came late.
    MarkLate = "mark-late" in [ATTENDANCE];
    /// Left early.
    MarkLeftEarly = "mark-left-early" in [ATTENDANCE];
    /// Invites a guest.
    Invite = "invite" in [ATTENDANCE, EVENT];

    /// Not started.
    MarkNotStarted = "mark-not-started" in [MEETING, CARD, PLAN, SUBJECTS];
    /// In progress.
    MarkInProgress = "mark-in-progress" in [MEETING, CARD, PLAN, SUBJECTS];
    /// In progress, 10 %.
    Percent10 = "percent-10" in [MEETING, PLAN, CHOICE];
    /// In progress, 20 %.
    Percent20 = "percent-20" in [MEETING, PLAN, CHOICE];
    /// In progress, 30 %.
    Percent30 = "percent-30" in [MEETING, PLAN, CHOICE];
    /// In progress, 40 %.
    Percent40 = "percent-40" in [MEETING, PLAN, CHOICE];
    /// In progress, 50 %.
    Percent50 = "percent-50" in [MEETING, PLAN, CHOICE];
    /// In progress, 60 %.
    Percent60 = "percent-60" in [MEETING, PLAN, CHOICE];
    /// In progress, 70 %.
    Percent70 = "percent-70" in [MEETING, PLAN, CHOICE];
    /// In progress, 80 %.
    Percent80 = "percent-80" in [MEETING, PLAN, CHOICE];
    /// In progress, 90 %.
    Percent90 = "percent-90" in [MEETING, PLAN, CHOICE];
    /// At risk.
    MarkAtRisk = "mark-at-risk" in [MEETING, CARD, PLAN, SUBJECTS];
    /// Done.
    MarkDone = "mark-done" in [MEETING, CARD, PLAN, SUBJECTS];
    /// The result is there since another day, which is asked for.
    MarkDoneOn = "mark-done-on" in [MEETING, CARD, PLAN, SUBJECTS];
    /// Everything missed up to today is there.
    MarkAllDone = "mark-all-done" in [MEETING, CARD, PLAN, SUBJECTS];
    /// Postponed to a day.
    MarkPostponed = "mark-postponed" in [MEETING, CARD, PLAN, SUBJECTS];
    /// Cancelled.
    MarkCancelled = "mark-cancelled" in [MEETING, CARD, PLAN, SUBJECTS];
    /// The next occurrence of the activity.
    NextOccurrence = "next-occurrence" in [MEETING, CARD];
    /// The previous occurrence of the activity.
    PreviousOccurrence = "previous-occurrence" in [MEETING, CARD];
    /// Chooses several items for one mark.
    Select = "select" in [MEETING];

    /// Assigns executors with a due date.
    Assign = "assign" in [MEETING, CARD, PLAN, SUBJECTS, ASSIGNMENTS];
    /// Writes a decision.
    Decide = "decide" in [MEETING, CARD, PLAN];
    /// Writes what was heard.
    Note = "note" in [MEETING, CARD, PLAN];
    /// Writes who spoke and what.
    Spoke = "spoke" in [MEETING, CARD];
    /// Writes how a vote ended.
    Vote = "vote" in [MEETING, CARD];
    /// Writes who differs, and how (особое мнение).
    Opinion = "opinion" in [MEETING, CARD];
    /// Writes a note for the chair alone.
    PrivateNote = "private-note" in [MEETING, CARD, PLAN];
    /// Inserts a ready phrase.
    Phrase = "phrase" in [MEETING, CARD];
    /// Heard, decision, assignment: turns one into another.
    Convert = "convert" in [CARD, PROMPT];
    /// Deletes an entry.
    Delete = "delete" in [CARD, ASSIGN, CHOICE, EVENT];
    /// Moves an item or entry down.
    MoveDown = "move-down" in [MEETING, CARD];
    /// Moves an item or entry up.
    MoveUp = "move-up" in [MEETING, CARD];

    /// Puts an activity on the agenda.
    AddItem = "add-item" in [MEETING, PLAN, EDITION];
    /// Puts a topic outside the plan on the agenda.
    AddTopic = "add-topic" in [MEETING];
    /// Takes the block without discussion with one act.
    TakeRoutine = "take-routine" in [MEETING];
    /// Takes one line out of that block, to be discussed.
    DiscussItem = "discuss-item" in [MEETING];
    /// Brings all lines of one body together.
    HearTogether = "hear-together" in [MEETING];
    /// Why a line stands where it does.
    WhyHere = "why-here" in [MEETING, CARD];
    /// Done before the record began: a whole range at once.
    MarkBefore = "mark-before-record" in [START, PLAN];
    /// Takes an item off the agenda.
    DropItem = "drop-item" in [MEETING];
    /// Parks an item.
    ParkItem = "park-item" in [MEETING];
    /// How many minutes an item may take.
    EditItem = "edit-item" in [MEETING];
    /// Who reports on an item.
    Speaker = "speaker" in [MEETING, CARD];
    /// Which member asks for an item.
    AskedBy = "asked-by" in [MEETING, CARD];
    /// Puts an item first.
    PinItem = "pin-item" in [MEETING];
    /// What was left aside for want of time.
    LeftAside = "left-aside" in [MEETING];
    /// What happened since the last meeting.
    SinceLast = "since-last" in [MEETING, START];
    /// The trail of an activity over all meetings.
    Trail = "trail" in [MEETING, CARD, PLAN];
    /// The pace on or off.
    TogglePace = "toggle-pace" in [MEETING];
    /// Decides on the control of an assignment.
    Control = "control" in [MEETING, CARD, ASSIGNMENTS];
    /// The event a point leads to: programme, quotas, participants.
    ShowEvent = "show-event" in [MEETING, CARD, PLAN];
    /// A body sends nobody.
    NobodyComes = "nobody-comes" in [EVENT];
    /// How many a body may send.
    EditQuota = "edit-quota" in [EVENT];
    /// The programme of an event.
    EditProgramme = "edit-programme" in [EVENT];
    /// The list of participants, as a paper.
    ListParticipants = "list-participants" in [EVENT];
    /// Takes a document off control, or puts it on control again.
    ControlDocument = "control-document" in [MEETING, CARD, PLAN];
    /// What the words of the line under the cursor mean.
    Words = "words" in [GLOBAL];
    /// Sets the reading of a deadline by hand.
    CorrectReading = "correct-reading" in [MEETING, CARD, PLAN];
    /// Mends the chosen hole before the end.
    MendHole = "mend-hole" in [FINISH];
    /// Ends the meeting.
    FinishMeeting = "finish-meeting" in [MEETING, CARD];

    /// How one version of the minutes differs from the one before.
    Versions = "versions" in [MEETING];
    /// The dative form of a subject's name, for the papers.
    EditDative = "edit-dative" in [SUBJECTS];

    /// Name, post and organisation of somebody, in a form.
    EditSubject = "edit-subject" in [SUBJECTS, ATTENDANCE];

    /// Opens a branch.
    Expand = "expand" in [PLAN];
    /// Closes a branch.
    Collapse = "collapse" in [PLAN];
    /// Opens or closes all branches.
    ToggleAll = "toggle-all" in [PLAN];
    /// Only one direction.
    FilterDirection = "filter-direction" in [PLAN];
    /// Only one status.
    FilterStatus = "filter-status" in [PLAN, ASSIGNMENTS, SUBJECTS];
    /// Only what one executor owes.
    FilterExecutor = "filter-executor" in [PLAN, ASSIGNMENTS];
    /// Only what one controls: «на контроле у …».
    FilterController = "filter-controller" in [PLAN, ASSIGNMENTS, SUBJECTS];
    /// Everything again.
    ClearFilters = "clear-filters" in [PLAN, ASSIGNMENTS, SUBJECTS];
    /// Another order.
    Sort = "sort" in [PLAN, SUBJECTS, ASSIGNMENTS];
    /// Counts what groups owe with their members, or with the groups alone.
    FoldGroups = "fold-groups" in [SUBJECTS];
    /// Takes what executors report, a line each.
    Answers = "answers" in [ASSIGNMENTS];
    /// Writes drafts of reminders to all executors.
    WriteReminders = "write-reminders" in [SUBJECTS];
    /// What the newest minutes say to a subject.
    ShowExtract = "show-extract" in [SUBJECTS];

    /// The next paper of the meeting.
    NextPaper = "next-paper" in [PAPERS];
    /// The previous paper of the meeting.
    PreviousPaper = "previous-paper" in [PAPERS];
    /// The next format.
    NextFormat = "next-format" in [PAPERS];
    /// Chooses the format, or not.
    ToggleFormat = "toggle-format" in [PAPERS];
    /// Writes the paper that is shown.
    WritePaper = "write-document" in [PAPERS];
    /// Writes all papers of the meeting.
    WriteMeeting = "write-meeting" in [PAPERS];
    /// Writes minutes and tactical plans of all meetings.
    WriteAllMeetings = "write-all-meetings" in [PAPERS];
    /// Another directory for the papers.
    ChoosePlace = "choose-place" in [PAPERS];
    /// Who gets the papers of the meeting, and who has got them.
    Dispatch = "dispatch" in [PAPERS, MEETING];
    /// Shows the directory of the papers in the system's file manager.
    OpenFolder = "open-folder" in [PAPERS];
    /// The numbers of the day.
    ShowNumbers = "show-numbers" in [OVERVIEW];
    /// The year with meetings and windows.
    ShowCalendar = "show-calendar" in [OVERVIEW];
    /// Activities by month.
    ShowTimeline = "show-timeline" in [OVERVIEW];
    /// Measures by week.
    ShowCoverage = "show-coverage" in [OVERVIEW];
    /// The indicators with their values.
    ShowIndicators = "show-indicators" in [OVERVIEW];
    /// A week with what is due on every day.
    ShowWeek = "show-week" in [OVERVIEW];
    /// The next picture.
    NextTab = "next-tab" in [OVERVIEW];
    /// The picture before.
    PreviousTab = "previous-tab" in [OVERVIEW];
    /// Earlier weeks, the year before.
    Earlier = "earlier" in [OVERVIEW];
    /// Later weeks, the next year.
    Later = "later" in [OVERVIEW];

    /// Mends the chosen file.
    MendFile = "mend-file" in [PROBLEMS];
    /// Only reads from now on.
    OpenReadOnly = "open-read-only" in [PROBLEMS];

    /// The two texts are one; of both sides the new text counts.
    SameText = "same-text" in [EDITION];
    /// The two texts are different ones; of both sides what stands here counts.
    OtherText = "other-text" in [EDITION];
    /// Amends a heading or an activity, adds, moves or excludes one.
    Amend = "amend" in [MEETING, CARD, PLAN];
    /// Takes a column, a table or a row for the next thing it may be.
    NextRole = "next-role" in [CHOICE];
    /// The one before.
    PreviousRole = "previous-role" in [CHOICE];
    /// Types a name or a deadline of an import anew.
    Retype = "retype" in [CHOICE];
    /// Takes what stands there.
    Accept = "accept" in [FIND, PROMPT, ASSIGN, ATTENDANCE, FINISH, SEARCH, CONFIRM, CHOICE, HELP, READER, PROBLEMS, EDITION, EVENT];
    /// The next field or candidate.
    NextField = "next-field" in [PROMPT, ASSIGN];
    /// The previous field.
    PreviousField = "previous-field" in [PROMPT, ASSIGN];
    /// The next candidate.
    NextCandidate = "next-candidate" in [FIND, PROMPT, ASSIGN, SEARCH];
    /// The previous candidate.
    PreviousCandidate = "previous-candidate" in [FIND, PROMPT, ASSIGN, SEARCH];
    /// A new line in the text.
    NewLine = "new-line" in [PROMPT];
    /// Takes words at the end of an entry for a date, or for text.
    OtherReading = "other-reading" in [PROMPT];
}
