//! The roles a view may ask for.

macro_rules! roles {
    ($($(#[doc = $doc:literal])* $role:ident = $name:literal,)*) => {
        /// What a piece of the screen is; how it looks is the theme's affair.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $($(#[doc = $doc])* $role,)*
        }

        impl Role {
            /// Every role, in the order of the declaration.
            pub const ALL: &[Self] = &[$(Self::$role),*];

            /// The name in theme files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$role => $name,)*
                }
            }
        }
    };
}

roles! {
    /// Ordinary text, and the ground of the whole screen.
    Text = "text",
    /// Text of less weight.
    Dim = "dim",
    /// The title of a screen or box.
    Title = "title",
    /// The heading of a section of a list.
    Section = "section",
    /// What should be seen first.
    Accent = "accent",
    /// The line on top: meeting, attendance, time.
    TopBar = "top-bar",
    /// The row under the cursor in the part that has the focus.
    Selected = "selected",
    /// The row under the cursor elsewhere.
    SelectedUnfocused = "selected-unfocused",
    /// The sign in the margin of the row under the cursor.
    Marker = "marker",
    /// A frame.
    Border = "border",
    /// The frame of the part that has the focus.
    BorderFocused = "border-focused",
    /// The moving part of a scroll bar.
    Scrollbar = "scrollbar",
    /// The ground of a box over the screen.
    Overlay = "overlay",
    /// A key in the hint bar, the help and the palette.
    HintKey = "hint-key",
    /// What a key does.
    HintText = "hint-text",
    /// A hint that has no effect now.
    HintDisabled = "hint-disabled",
    /// A notice that all went well.
    Notice = "notice",
    /// A warning.
    Warning = "warning",
    /// Something failed.
    Error = "error",
    /// Mark: not started.
    NotStarted = "not-started",
    /// Mark: in progress.
    InProgress = "in-progress",
    /// Mark: at risk.
    AtRisk = "at-risk",
    /// Mark: done.
    Done = "done",
    /// Mark: postponed.
    Postponed = "postponed",
    /// Mark: cancelled.
    Cancelled = "cancelled",
    /// Derived: past its due date.
    Overdue = "overdue",
    /// Derived: no news for weeks.
    Silent = "silent",
    /// A deadline that is near.
    DueSoon = "due-soon",
    /// Attendance: present.
    Present = "present",
    /// Attendance: absent.
    Absent = "absent",
    /// Attendance: not yet said.
    AttendanceUnset = "attendance-unset",
    /// Decisions and assignments.
    Decision = "decision",
    /// Names of executors.
    Executor = "executor",
    /// A private note.
    Private = "private",
    /// Text being typed.
    Input = "input",
    /// What stands in an empty text field.
    Placeholder = "placeholder",
    /// Selected text in a text field.
    InputSelection = "input-selection",
    /// The place where the next letter goes.
    Cursor = "cursor",
    /// Letters that match the search.
    Match = "match",
    /// Today in a calendar or on a time line.
    Today = "today",
    /// A day off in a calendar.
    DayOff = "day-off",
    /// The filled part of a bar.
    BarFilled = "bar-filled",
    /// The rest of a bar.
    BarRest = "bar-rest",
}
