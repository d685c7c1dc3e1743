//! The contexts a key can be bound in.

pub use crate::tui::keymap::GLOBAL;

/// Which meeting.
pub const START: &str = "start";
/// The tree of the plan.
pub const PLAN: &str = "plan";
/// The agenda.
pub const MEETING: &str = "meeting";
/// The card of an agenda item, with its entries.
pub const CARD: &str = "card";
/// Who owes what.
pub const SUBJECTS: &str = "subjects";
/// Assignments under control.
pub const ASSIGNMENTS: &str = "assignments";
/// Papers, as they will read.
pub const PAPERS: &str = "documents";
/// Numbers and pictures.
pub const OVERVIEW: &str = "overview";
/// One line or several of text.
pub const PROMPT: &str = "prompt";
/// Executors and due date.
pub const ASSIGN: &str = "assign";
/// Who is there.
pub const ATTENDANCE: &str = "attendance";
/// The last look before the end of the meeting.
pub const FINISH: &str = "finish";
/// Search over everything.
pub const SEARCH: &str = "search";
/// The line that finds a line of a list.
pub const FIND: &str = "find";
/// All keys.
pub const HELP: &str = "help";
/// A question.
pub const CONFIRM: &str = "confirm";
/// A choice from a short list.
pub const CHOICE: &str = "choice";
/// A text to read.
pub const READER: &str = "reader";
/// What is wrong in the state directory.
pub const PROBLEMS: &str = "problems";

/// What an edition of a document changes.
pub const EDITION: &str = "edition";

/// An event with participants.
pub const EVENT: &str = "event";

/// All of them, in the order help shows them.
pub const ALL: &[&str] = &[
    GLOBAL,
    START,
    MEETING,
    CARD,
    PLAN,
    SUBJECTS,
    ASSIGNMENTS,
    PAPERS,
    OVERVIEW,
    ATTENDANCE,
    ASSIGN,
    PROMPT,
    FINISH,
    SEARCH,
    FIND,
    CHOICE,
    CONFIRM,
    READER,
    PROBLEMS,
    EDITION,
    EVENT,
    HELP,
];
