//! What was found in a running text, line by line, to be confirmed.

/// A line of the text as it was taken, to be confirmed one by one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its place among the lines, from 1; what a person decides by.
    pub row: usize,
    /// How deep it stands: 0 for a point of the first level.
    pub depth: usize,
    /// As printed; empty where nothing is.
    pub number: String,
    /// The text, on one line.
    pub text: String,
    /// Where the deadlines stand in it, in bytes.
    pub terms: Vec<std::ops::Range<usize>>,
    /// What it was taken for.
    pub taken: Taken,
    /// Whether a person decided so.
    pub decided: bool,
    /// Who is named, as it is written to the document.
    pub executors: String,
}

/// What a line was taken for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// A task.
    Task,
    /// What stands above tasks.
    Heading,
    /// Kept as text, not as a task.
    Aside(Aside),
}

/// Why a line is no task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aside {
    /// Who controls: kept as the controller.
    Control,
    /// When the text comes into force, and what it repeals.
    Force,
    /// Done by signing: approves, amends, appoints, defines.
    Signing,
    /// Tells and asks for nothing.
    Telling,
    /// A person decided so.
    Decided,
}

impl Aside {
    /// The stable name, as texts and files know it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Control => "control",
            Self::Force => "force",
            Self::Signing => "signing",
            Self::Telling => "telling",
            Self::Decided => "decided",
        }
    }
}

/// A short name that a text introduces.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Defined {
    /// «региональный оператор».
    pub short: String,
    /// What it stands for, in the case of the text.
    pub full: String,
}
