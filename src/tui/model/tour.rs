//! The tour of the first start: five steps over the real screens.

/// What a step asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Open the meeting of a day.
    Open,
    /// Say who is there.
    Attendance,
    /// Mark an item.
    Mark,
    /// Take the mark back.
    Undo,
    /// Know how a meeting ends and where help is.
    Finish,
}

impl Step {
    /// All, in their order.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::Attendance,
        Self::Mark,
        Self::Undo,
        Self::Finish,
    ];

    /// Its number, counted from 1.
    pub fn number(self) -> usize {
        Self::ALL
            .iter()
            .position(|step| *step == self)
            .map_or(1, |place| place + 1)
    }

    /// The one after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// Its text.
    pub fn text(self) -> &'static str {
        match self {
            Self::Open => "tour-open",
            Self::Attendance => "tour-attendance",
            Self::Mark => "tour-mark",
            Self::Undo => "tour-undo",
            Self::Finish => "tour-finish",
        }
    }
}
